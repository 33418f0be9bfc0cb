/* The pages after a round by keyboard alone: what each key does, what is wished for, what is held back. */
#include "../ui/fake.h"

#include "../texts.h"
#include "after_play.h"
#include "screens/improve.h"
#include "screens/paper.h"
#include "screens/verdict.h"

struct desk {
    struct after after;
    struct arena arena;
    struct view_paper paper;
    struct paper_memory paper_memory;
    struct view_improve improve;
    struct improve_memory improve_memory;
    struct view_verdict verdict;
    struct verdict_memory verdict_memory;
    struct wishes wishes;
};
static struct desk *desk;
static struct fake fake;

static void run_paper(struct ui *ui, struct fake *f)
{
    struct desk *d = f->state;
    paper_screen(ui, &d->paper, &d->paper_memory, &d->wishes);
}
static void run_improve(struct ui *ui, struct fake *f)
{
    struct desk *d = f->state;
    improve_screen(ui, &d->improve, &d->improve_memory, &d->wishes);
}
static void run_verdict(struct ui *ui, struct fake *f)
{
    struct desk *d = f->state;
    verdict_screen(ui, &d->verdict, &d->verdict_memory, &d->wishes);
}

/* A session after its first round that counts; finished where the verdict is asked for. */
static void open_page(void (*page)(struct ui *, struct fake *))
{
    desk = memory_want(sizeof *desk);
    assert_true(after_begin(&desk->after, "scenarios/last-flight-out", BOT_MIXED));
    after_round(&desk->after);
    after_round(&desk->after);
    if (page == run_verdict)
        assert_true(after_do(&desk->after, SIM_CMD_FINISH, 0, 0, 0, 0));
    view_paper_build(&desk->arena, desk->after.session, 1, &desk->paper);
    view_improve_build(&desk->arena, desk->after.session, 1, &desk->improve);
    view_verdict_build(&desk->arena, desk->after.session, &desk->verdict);
    paper_memory_begin(&desk->paper_memory);
    improve_memory_begin(&desk->improve_memory);
    verdict_memory_begin(&desk->verdict_memory);
    fake_open(&fake, page, desk);
    fake.width = 1400;
    fake.height = 1600;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
}

static int close_page(void **state)
{
    (void)state;
    fake_close(&fake);
    improve_memory_end(&desk->improve_memory);
    after_end(&desk->after);
    arena_release(&desk->arena);
    free(desk);
    return 0;
}

/* What the last keys wished for goes to the session, as the app does it; the view is made anew. Returns how many. */
static int carry_out(void)
{
    int count = desk->wishes.count;
    for (int i = 0; i < count; i++)
        if (desk->wishes.items[i].kind == WISH_COMMAND)
            assert_true(after_submit(&desk->after, &desk->wishes.items[i].command, NULL));
    desk->wishes.count = 0;
    arena_reset(&desk->arena);
    view_improve_build(&desk->arena, desk->after.session, 1, &desk->improve);
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    return count;
}

static void keys(const char *const *list)
{
    for (; *list; list++)
        fake_key(&fake, *list);
}
#define KEYS(...) keys((const char *const[]){__VA_ARGS__, NULL})

static enum wish_kind wished(void)
{
    enum wish_kind kind = desk->wishes.count ? desk->wishes.items[0].kind : WISH_NONE;
    assert_true(desk->wishes.count <= 1);
    desk->wishes.count = 0;
    return kind;
}

static int offer_at(int improvement)
{
    for (int i = 0; i < desk->improve.offer_count; i++)
        if (desk->improve.offers[i].improvement == improvement)
            return i;
    return -1;
}

/* --- front page --- */

static void the_page_is_shown_in_two_steps(void **state)
{
    (void)state;
    open_page(run_paper);
    assert_true(desk->paper.printed);
    assert_false(desk->paper_memory.whole);
    fake_key(&fake, "Enter");
    assert_true(desk->paper_memory.whole);
    fake_key(&fake, "Enter");
    assert_false(desk->paper_memory.whole);
    fake_key(&fake, "F6");
    assert_int_equal(wished(), WISH_BLANK);
    fake_key(&fake, "Escape");
    assert_int_equal(wished(), WISH_BACK);
}

static void a_round_without_a_page_shows_none(void **state)
{
    (void)state;
    open_page(run_paper);
    desk->paper.printed = 0;
    KEYS("Enter");
    assert_false(desk->paper_memory.whole);
    assert_non_null(ui_item_find(fake.ui, UI_TEXT, text("paper.none")));
}

/* --- improvements --- */

static void focus_on_offer(int offer)
{
    for (int i = 0; i < 60 && desk->improve_memory.offer != offer; i++)
        KEYS("Tab");
    assert_int_equal(desk->improve_memory.offer, offer);
}

static void digits_choose_and_take_back(void **state)
{
    (void)state;
    open_page(run_improve);
    int at = 0;
    while (desk->improve.offers[at].digs)
        at++;
    char digit[2] = {(char)('1' + at), '\0'};
    KEYS(digit);
    assert_int_equal(carry_out(), 1);
    assert_true(desk->improve.offers[at].chosen);
    KEYS(digit);
    assert_int_equal(carry_out(), 1);
    assert_false(desk->improve.offers[at].chosen);
    focus_on_offer((at + 1) % IMPROVE_OFFERS);
    assert_int_equal(desk->wishes.count, 0);
    KEYS(digit);
    assert_int_equal(desk->improve_memory.offer, at);   /* the focus that was elsewhere does not take it back */
    assert_int_equal(carry_out(), 1);
}

static void hands_are_counted_for_the_one_in_focus(void **state)
{
    (void)state;
    open_page(run_improve);
    assert_int_equal(desk->improve.offer_count, IMPROVE_OFFERS);
    focus_on_offer(2);
    KEYS("+");
    assert_int_equal(carry_out(), 1);
    assert_int_equal(desk->improve.offers[2].votes, 1);
    KEYS(".");
    assert_int_equal(carry_out(), 1);
    KEYS("-");
    assert_int_equal(carry_out(), 1);
    assert_int_equal(desk->improve.offers[2].votes, 5);
    focus_on_offer(0);
    KEYS("-");
    assert_int_equal(desk->wishes.count, 0);
}

static void two_are_chosen_and_no_more(void **state)
{
    (void)state;
    open_page(run_improve);
    int chosen = 0;
    for (int i = 0; i < IMPROVE_OFFERS && chosen < 3; i++) {
        char digit[2] = {(char)('1' + i), '\0'};
        if (desk->improve.offers[i].digs)
            continue;
        KEYS(digit);
        assert_int_equal(carry_out(), chosen < 2);
        assert_int_equal(desk->improve.offers[i].chosen, chosen < 2);
        chosen++;
    }
    assert_int_equal(chosen, 3);
    assert_int_equal(desk->improve.chosen_count, 2);
    for (int i = 0; i < IMPROVE_OFFERS; i++)
        if (desk->improve.offers[i].chosen)
            desk->improve_memory.offer = i;
    KEYS("Enter");
    assert_int_equal(carry_out(), 0);   /* a habit after a digit takes nothing back */
    assert_int_equal(desk->improve.chosen_count, 2);
    char digit[2] = {(char)('1' + desk->improve_memory.offer), '\0'};
    KEYS(digit);
    assert_int_equal(carry_out(), 1);
    assert_int_equal(desk->improve.chosen_count, 1);
}

static void a_cause_is_looked_for_along_one_spine(void **state)
{
    (void)state;
    open_page(run_improve);
    int at = offer_at(desk->improve.digging);
    assert_true(at >= 0 && desk->improve.cause_count == 2);
    char digit[2] = {(char)('1' + at), '\0'};
    KEYS(digit);
    assert_int_equal(desk->improve_memory.part, PART_CAUSE);
    assert_int_equal(desk->wishes.count, 0);
    KEYS("Enter");
    assert_int_equal(desk->wishes.count, 0);
    KEYS("N", "4", "Enter");
    assert_int_equal(carry_out(), 1);
    assert_int_equal(desk->improve.causes[1].spine, SPINE_POLICY);
    assert_int_equal(desk->improve.causes[0].spine, NOBODY);
    KEYS("N", "2", "Enter");
    assert_int_equal(carry_out(), 2);
    assert_int_equal(desk->improve.causes[0].spine, SPINE_PEOPLE);
    assert_int_equal(desk->improve.causes[1].spine, NOBODY);
    KEYS("Delete");
    assert_int_equal(carry_out(), 1);
    assert_int_equal(desk->improve.chosen_count, 0);
}

static void customers_get_a_name_once_it_is_chosen(void **state)
{
    (void)state;
    open_page(run_improve);
    KEYS("Ctrl+3", "2", "+");
    assert_int_equal(desk->wishes.count, 0);
    assert_true(after_do(&desk->after, SIM_CMD_IMPROVE, after_improvement(&desk->after, IMPROVE_AMBASSADOR), 1, NOBODY, NOBODY));
    carry_out();
    KEYS("+");
    assert_int_equal(carry_out(), 1);
    assert_string_equal(desk->improve.customers[1].speaks, "Sanne");
    KEYS("-", "1", "-");
    assert_int_equal(carry_out(), 2);
    assert_string_equal(desk->improve.customers[1].speaks, "");
    assert_string_equal(desk->improve.customers[0].speaks, "Jeroen");
}

static void the_board_celebrates_and_goes_back(void **state)
{
    (void)state;
    open_page(run_improve);
    desk->improve.feat_count = 2;
    desk->improve.feats[0] = desk->improve.feats[1] = (struct improve_feat){"Every promise was kept", "5 of 5"};
    KEYS("Ctrl+6", "2", "Enter");
    assert_true(desk->improve_memory.celebrating);
    assert_int_equal(desk->improve_memory.feat, 1);
    KEYS("Enter");
    assert_false(desk->improve_memory.celebrating);
    KEYS("Enter", "Ctrl+1");
    assert_false(desk->improve_memory.celebrating);
    assert_int_equal(desk->wishes.count, 0);
}

static void the_room_celebrates_in_its_own_words(void **state)
{
    (void)state;
    open_page(run_improve);
    desk->improve.feat_count = 0;
    KEYS("Ctrl+6", "Enter");
    assert_false(desk->improve_memory.celebrating);   /* nothing to celebrate yet */
    KEYS("N", "Enter");
    assert_false(desk->improve_memory.celebrating);
    fake_text(&fake, "Aisha called Mara before Mara called us");
    KEYS("Enter");
    assert_true(desk->improve_memory.celebrating);
    assert_string_equal(fake_focus(&fake), "");
    KEYS("Enter");
    assert_false(desk->improve_memory.celebrating);
    assert_string_equal(ui_edit_text(&desk->improve_memory.own), "Aisha called Mara before Mara called us");
}

/* The light glides, and is simply there where motion is off. */
static void the_light_follows_the_setting(void **state)
{
    (void)state;
    open_page(run_improve);
    struct improve_memory *m = &desk->improve_memory;
    desk->improve.feat_count = 1;
    desk->improve.feats[0] = (struct improve_feat){"Every promise was kept", "5 of 5"};
    m->part = PART_BOARD;
    m->celebrating = 1;
    for (int motion = 0; motion <= 1; motion++) {
        m->motion = motion;
        m->started = 0;
        for (uint64_t at = 1000; at <= 3000; at += 1000) {
            struct ui_input none = {.kind = UI_INPUT_NONE};
            ui_begin(fake.ui, &fake.list, 1920, 1080, &none);
            stage_improve(fake.ui, &desk->improve, m, at);
            ui_end(fake.ui);
            assert_int_equal(m->moving, motion && at < 2200);
        }
    }
}

/* --- verdict --- */

static void the_verdict_is_revealed_step_by_step(void **state)
{
    (void)state;
    open_page(run_verdict);
    assert_true(desk->verdict.decided);
    for (int part = 0; part < VERDICT_PARTS; part++) {
        assert_int_equal(desk->verdict_memory.part, part);
        fake_key(&fake, "Enter");
    }
    assert_int_equal(desk->verdict_memory.part, VERDICT_SAW);
    fake_key(&fake, "2");
    assert_int_equal(desk->verdict_memory.part, VERDICT_SAY);
    fake_key(&fake, "Escape");
    assert_int_equal(wished(), WISH_BACK);
}

/* Nothing of a decision is on the stage before it is revealed. */
static int stage_says(const char *words)
{
    struct ui_input none = {.kind = UI_INPUT_NONE};
    ui_begin(fake.ui, &fake.list, 1920, 1080, &none);
    stage_verdict(fake.ui, &desk->verdict, &desk->verdict_memory);
    ui_end(fake.ui);
    return ui_item_find(fake.ui, UI_TEXT, words) != NULL;
}

static void nothing_comes_before_its_time(void **state)
{
    (void)state;
    open_page(run_verdict);
    for (int part = 0; part < VERDICT_PARTS; part++) {
        desk->verdict_memory.part = (enum verdict_part)part;
        assert_int_equal(stage_says(desk->verdict.title), part == VERDICT_DECISION);
        assert_int_equal(stage_says(text("verdict.level-title")), part == VERDICT_SAW);
    }
    desk->verdict.decided = 0;
    desk->verdict_memory.part = VERDICT_DECISION;
    assert_false(stage_says(desk->verdict.title));
}

/* --- the stage keeps what the room does not know --- */

static void the_stage_shows_no_form_that_is_to_come(void **state)
{
    (void)state;
    open_page(run_improve);
    int to_come = 0;
    desk->improve_memory.part = PART_FORMS;
    struct ui_input none = {.kind = UI_INPUT_NONE};
    ui_begin(fake.ui, &fake.list, 1920, 1080, &none);
    stage_improve(fake.ui, &desk->improve, &desk->improve_memory, 0);
    ui_end(fake.ui);
    for (int i = 0; i < desk->improve.form_count; i++) {
        const struct improve_form *f = &desk->improve.forms[i];
        to_come += f->to_come;
        if (!f->agreed) {
            assert_null(ui_item_find(fake.ui, UI_TEXT, f->title));
            assert_null(ui_item_find(fake.ui, UI_TEXT, f->conditions.items[0]));
        }
    }
    assert_true(to_come > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(the_page_is_shown_in_two_steps, close_page),
        cmocka_unit_test_teardown(a_round_without_a_page_shows_none, close_page),
        cmocka_unit_test_teardown(digits_choose_and_take_back, close_page),
        cmocka_unit_test_teardown(hands_are_counted_for_the_one_in_focus, close_page),
        cmocka_unit_test_teardown(two_are_chosen_and_no_more, close_page),
        cmocka_unit_test_teardown(a_cause_is_looked_for_along_one_spine, close_page),
        cmocka_unit_test_teardown(customers_get_a_name_once_it_is_chosen, close_page),
        cmocka_unit_test_teardown(the_board_celebrates_and_goes_back, close_page),
        cmocka_unit_test_teardown(the_room_celebrates_in_its_own_words, close_page),
        cmocka_unit_test_teardown(the_light_follows_the_setting, close_page),
        cmocka_unit_test_teardown(the_verdict_is_revealed_step_by_step, close_page),
        cmocka_unit_test_teardown(nothing_comes_before_its_time, close_page),
        cmocka_unit_test_teardown(the_stage_shows_no_form_that_is_to_come, close_page),
    };
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
