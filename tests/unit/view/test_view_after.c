/* Front page, improvements and verdict of rounds that were really played: what they show is so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../screens/after_play.h"
#include "../texts.h"
#include "view/view_improve.h"
#include "view/view_paper.h"
#include "view/view_verdict.h"

static struct after *begun(enum bot_kind kind, int rounds)
{
    struct after *a = memory_want(sizeof *a);
    assert_true(after_begin(a, "scenarios/last-flight-out", kind));
    for (int r = 0; r < rounds; r++)
        after_round(a);
    return a;
}

static void ended(struct after *a, struct arena *arena)
{
    arena_release(arena);
    after_end(a);
    free(a);
}

/* --- front page --- */

static int is_of_pack(const struct after *a, round_id round, const char *title)
{
    const struct front_page *page = &a->scenario->rounds[round].front_page;
    for (int32_t k = 0; k < page->headline_count; k++)
        if (strcmp(page->headlines[k].title, title) == 0)
            return 1;
    return 0;
}

static void the_paper_stays_as_it_was_printed(void **state)
{
    (void)state;
    struct after *a = begun(BOT_CUSTOMER_FOCUSED, 2);
    struct arena arena = {0};
    struct view_paper first, later;
    view_paper_build(&arena, a->session, 1, &first);
    assert_true(first.over && first.printed);
    assert_true(is_of_pack(a, 1, first.lead.title));
    assert_int_equal(first.piece_count, LIMIT_PIECES);
    assert_string_equal(first.asks[0], a->scenario->rounds[1].front_page.ask);
    after_round(a);
    after_round(a);
    view_paper_build(&arena, a->session, 1, &later);
    assert_string_equal(later.lead.title, first.lead.title);
    for (int i = 0; i < LIMIT_PIECES; i++)
        assert_string_equal(later.pieces[i].text, first.pieces[i].text);
    ended(a, &arena);
}

static void teams_make_their_own_news(void **state)
{
    (void)state;
    struct after *good = begun(BOT_CUSTOMER_FOCUSED, 2), *silent = begun(BOT_TECHNICIAN, 2);
    struct arena arena = {0};
    struct view_paper one, other;
    view_paper_build(&arena, good->session, 1, &one);
    view_paper_build(&arena, silent->session, 1, &other);
    assert_string_not_equal(one.lead.title, other.lead.title);
    struct arena none = {0};
    ended(good, &none);
    ended(silent, &arena);
}

static void there_is_no_paper_before_the_end(void **state)
{
    (void)state;
    struct after *a = begun(BOT_MIXED, 1);
    struct arena arena = {0};
    struct view_paper v;
    after_start(a);
    view_paper_build(&arena, a->session, 1, &v);
    assert_false(v.over || v.printed);
    assert_string_equal(v.lead.title, "");
    view_paper_build(&arena, a->session, 0, &v);
    assert_true(v.over);
    assert_false(v.printed);
    assert_string_equal(v.asks[0], text("paper.ask.own"));
    view_paper_build(&arena, a->session, NOBODY, &v);
    assert_false(v.over || v.printed);
    ended(a, &arena);
}

/* --- improvements --- */

static const struct improve_offer *offer_of(const struct view_improve *v, int32_t improvement)
{
    for (int i = 0; i < v->offer_count; i++)
        if (v->offers[i].improvement == improvement)
            return &v->offers[i];
    return NULL;
}

static void hands_belong_to_their_round(void **state)
{
    (void)state;
    struct after *a = begun(BOT_MIXED, 2);
    struct arena arena = {0};
    struct view_improve v;
    view_improve_build(&arena, a->session, 1, &v);
    assert_string_equal(v.refusal, "");
    int32_t first = v.offers[0].improvement;
    assert_true(after_do(a, SIM_CMD_TALLY, TALLY_IMPROVEMENT, first, NOBODY, 6));
    view_improve_build(&arena, a->session, 1, &v);
    assert_int_equal(v.offers[0].votes, 6);
    after_round(a);
    view_improve_build(&arena, a->session, 2, &v);
    const struct improve_offer *again = offer_of(&v, first);
    assert_non_null(again);
    assert_int_equal(again->votes, 0);
    assert_int_equal(again->stored, 6);
    ended(a, &arena);
}

static void choosing_moves_nothing(void **state)
{
    (void)state;
    struct after *a = begun(BOT_MIXED, 2);
    struct arena arena = {0};
    struct view_improve before, v;
    view_improve_build(&arena, a->session, 1, &before);
    for (int i = 0; i < IMPROVE_OFFERS; i++) {
        const struct improve_offer *offer = &before.offers[i];
        int32_t incident = offer->digs ? before.causes[0].incident : NOBODY, spine = offer->digs ? SPINE_POLICY : NOBODY;
        assert_true(after_do(a, SIM_CMD_IMPROVE, offer->improvement, 1, incident, spine));
        view_improve_build(&arena, a->session, 1, &v);
        for (int k = 0; k < IMPROVE_OFFERS; k++) {
            assert_int_equal(v.offers[k].improvement, before.offers[k].improvement);
            assert_int_equal(v.offers[k].chosen, k == i);
        }
        assert_int_equal(v.cause_count, before.cause_count);
        assert_true(after_do(a, SIM_CMD_IMPROVE, offer->improvement, 0, NOBODY, NOBODY));
    }
    ended(a, &arena);
}

static void what_works_is_not_offered_again(void **state)
{
    (void)state;
    struct after *a = begun(BOT_MIXED, 2);
    struct arena arena = {0};
    struct view_improve v;
    int32_t taken[2] = {after_improvement(a, IMPROVE_CALLBACK), after_improvement(a, IMPROVE_AMBASSADOR)};
    for (int i = 0; i < 2; i++)
        assert_true(after_do(a, SIM_CMD_IMPROVE, taken[i], 1, NOBODY, NOBODY));
    view_improve_build(&arena, a->session, 1, &v);
    assert_true(offer_of(&v, taken[0]) && offer_of(&v, taken[1]));
    assert_true(v.ambassadors_work);
    after_round(a);
    view_improve_build(&arena, a->session, 2, &v);
    assert_null(offer_of(&v, taken[0]));
    assert_null(offer_of(&v, taken[1]));
    assert_true(v.ambassadors_work);
    assert_int_equal(v.chosen_count, 0);
    ended(a, &arena);
}

static void after_the_last_round_there_is_nothing_to_choose(void **state)
{
    (void)state;
    struct after *a = begun(BOT_MIXED, 5);
    struct arena arena = {0};
    struct view_improve v;
    view_improve_build(&arena, a->session, 4, &v);
    assert_string_equal(v.refusal, text("improve.refused.last"));
    assert_string_equal(v.next, "");
    assert_int_equal(v.round_count, 4);
    for (int r = 0; r < 4; r++)
        assert_true(v.trust[r] >= 0 && v.trust[r] <= 100 && v.satisfaction[r] >= 0 && v.satisfaction[r] <= 100);
    ended(a, &arena);
}

static void complaints_have_owner_date_and_state(void **state)
{
    (void)state;
    struct after *a = begun(BOT_MIXED, 1);
    struct arena arena = {0};
    struct view_improve v;
    after_start(a);
    struct sim_command c = sim_command_make(SIM_CMD_LOG_COMPLAINT);
    c.log_complaint.customer = 3;
    c.log_complaint.owner = 1;
    c.log_complaint.due = session_state(a->session)->now + 3600;
    assert_true(after_submit(a, &c, "Nobody rang."));
    view_improve_build(&arena, a->session, 1, &v);
    assert_int_equal(v.complaint_count, 1);
    assert_string_equal(v.complaints[0].customer, "Piet van Dam");
    assert_string_equal(v.complaints[0].owner, "Tom");
    assert_string_equal(v.complaints[0].words, "Nobody rang.");
    assert_string_equal(v.complaints[0].due, "07:00");
    assert_string_equal(v.complaints[0].state, text("improve.complaint.open"));
    after_play(a);
    view_improve_build(&arena, a->session, 1, &v);
    assert_string_not_equal(v.complaints[0].state, text("improve.complaint.open"));
    ended(a, &arena);
}

/* --- verdict --- */

static void the_verdict_waits_for_the_end(void **state)
{
    (void)state;
    struct after *a = begun(BOT_CUSTOMER_FOCUSED, 5);
    struct arena arena = {0};
    struct view_verdict v;
    view_verdict_build(&arena, a->session, &v);
    assert_false(v.decided);
    assert_string_equal(v.title, "");
    assert_true(after_do(a, SIM_CMD_FINISH, 0, 0, 0, 0));
    view_verdict_build(&arena, a->session, &v);
    assert_true(v.decided);
    int32_t ending = sim_ending(session_state(a->session), a->scenario);
    assert_string_equal(v.title, a->scenario->endings[ending].title);
    assert_int_equal(v.round_count, 4);
    assert_in_range(v.level, 1, 5);
    assert_int_equal(v.stopped[0] == '\0', v.level == 5);
    for (int i = 0; i < v.customer_count; i++) {
        int found = 0;
        const struct texts *lines = &a->scenario->customers[i].lines[v.customers[i].mood];
        for (int32_t k = 0; k < lines->count; k++)
            found |= strcmp(lines->items[k], v.customers[i].line) == 0;
        assert_true(found);
    }
    ended(a, &arena);
}

static void who_never_speaks_is_green_outside_and_red_inside(void **state)
{
    (void)state;
    struct after *a = begun(BOT_TECHNICIAN, 5);
    struct arena arena = {0};
    struct view_verdict v;
    assert_true(after_do(a, SIM_CMD_FINISH, 0, 0, 0, 0));
    view_verdict_build(&arena, a->session, &v);
    assert_string_equal(v.gap, text("verdict.gap.watermelon"));
    assert_true(v.level <= 2);
    ended(a, &arena);
}

/* A distance between two low figures is no loyalty. */
static void what_both_fell_short_of_is_said_so(void **state)
{
    (void)state;
    assert_string_equal(view_verdict_gap(0, 41), text("verdict.gap.low"));
    assert_string_equal(view_verdict_gap(49, 49), text("verdict.gap.low"));
    assert_string_equal(view_verdict_gap(30, 50), text("verdict.gap.forgiven"));
    assert_string_equal(view_verdict_gap(50, 49), text("verdict.gap.even"));
    assert_string_equal(view_verdict_gap(90, 41), text("verdict.gap.watermelon"));
    assert_string_equal(view_verdict_gap(-1, 41), text("verdict.gap.unknown"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_paper_stays_as_it_was_printed),
        cmocka_unit_test(teams_make_their_own_news),
        cmocka_unit_test(there_is_no_paper_before_the_end),
        cmocka_unit_test(hands_belong_to_their_round),
        cmocka_unit_test(choosing_moves_nothing),
        cmocka_unit_test(what_works_is_not_offered_again),
        cmocka_unit_test(after_the_last_round_there_is_nothing_to_choose),
        cmocka_unit_test(complaints_have_owner_date_and_state),
        cmocka_unit_test(the_verdict_waits_for_the_end),
        cmocka_unit_test(what_both_fell_short_of_is_said_so),
        cmocka_unit_test(who_never_speaks_is_green_outside_and_red_inside),
    };
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
