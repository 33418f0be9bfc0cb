/* What a facilitator is helped with in a round: fresh lines, who is idle, what to ask, what observers saw. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../learning_play.h"
#include "../texts.h"
#include "view/view_console.h"
#include "view/view_help.h"
#include "view/view_observers.h"
#include "view/view_stage.h"

#include <string.h>

enum { MARA, JOSEPH, INES, PIET };
static struct learning_play p;

/* Round one of the large pack, nobody does anything until the given second. */
static void morning_until(int32_t second)
{
    struct submit_result result;
    learning_play_begin(&p, BOT_MIXED, 0, 0);
    assert_true(learning_try(&p, learning_command(SIM_CMD_START_ROUND, 1, 0), NULL, NULL));
    session_advance(p.session, second, &result);
}

static void over(void) { learning_play_end(&p); }

static void say(customer_id who, enum mood mood, int32_t line)
{
    struct sim_command c = sim_command_make(SIM_CMD_REACT);
    c.react.customer = who;
    c.react.mood = (int32_t)mood;
    c.react.line = line;
    c.react.incident = NOBODY;
    assert_true(learning_try(&p, c, NULL, NULL));
}

static void no_line_is_heard_twice_before_all_were_heard(void **state)
{
    (void)state;
    morning_until(6 * 3600 + 60);
    int32_t count = p.scenario->customers[INES].lines[MOOD_WORRIED].count;
    int heard[LIMIT_LINES] = {0};
    assert_true(count >= 3);
    for (int32_t k = 0; k < 2 * count; k++) {
        int32_t line = view_help_line(p.session, INES, MOOD_WORRIED, k);
        assert_in_range(line, 0, count - 1);
        assert_int_equal(heard[line], k / count);   /* none a second time while others are new */
        heard[line]++;
        say(INES, MOOD_WORRIED, line);
    }
    over();
}

/* Going from line to line without saying one passes all of them. */
static void every_line_can_be_reached(void **state)
{
    (void)state;
    morning_until(6 * 3600 + 60);
    int32_t count = p.scenario->customers[MARA].lines[MOOD_CALM].count;
    int64_t seen = 0;
    say(MARA, MOOD_CALM, 1);
    for (int32_t k = 0; k < count - 1; k++) seen |= (int64_t)1 << view_help_line(p.session, MARA, MOOD_CALM, k);
    assert_int_equal(seen, (((int64_t)1 << count) - 1) & ~(int64_t)2);
    assert_int_equal(view_help_line(p.session, MARA, MOOD_CALM, count - 1), view_help_line(p.session, MARA, MOOD_CALM, 0));
    over();
}

/* Time goes on until the script lets somebody speak again. */
static customer_id speaks_next(int32_t from)
{
    for (int32_t at = session_state(p.session)->now + 30; at < 8 * 3600; at += 30) {
        session_advance(p.session, at, &(struct submit_result){0});
        for (int32_t i = from; i < session_event_count(p.session); i++)
            if (session_event_at(p.session, i)->kind == SIM_EV_SAID) return session_event_at(p.session, i)->said.customer;
    }
    fail_msg("nobody speaks");
    return NOBODY;
}

/* What the script says is offered until it was read aloud, then a line of the mood, and the script again when it goes on. */
static void the_console_offers_what_was_not_read_yet(void **state)
{
    (void)state;
    struct console_focus focus = {.incident = NOBODY, .customer = NOBODY, .said = SIM_NOW, .pace = 60};
    struct view_console *v = calloc(1, sizeof *v);
    assert_non_null(v);
    morning_until(6 * 3600 + 4 * 60);
    view_console_build(&p.arena, p.session, &focus, v);
    assert_int_equal(v->customers[PIET].line_react.kind, 0);
    focus.heard[PIET] = v->events;
    view_console_build(&p.arena, p.session, &focus, v);
    assert_int_equal(v->customers[PIET].line_react.kind, SIM_CMD_REACT);
    customer_id next = speaks_next(v->events);
    for (int i = 0; i < p.scenario->customer_count; i++) focus.heard[i] = v->events;
    view_console_build(&p.arena, p.session, &focus, v);
    assert_int_equal(v->customers[next].line_react.kind, 0);
    free(v);
    over();
}

static int asks(const struct view_help *help, const char *why)
{
    for (int i = 0; i < help->question_count; i++)
        if (strstr(help->questions[i].why, why)) return 1;
    return 0;
}

static void idle_hands_are_told_while_work_waits(void **state)
{
    (void)state;
    struct view_help help;
    morning_until(6 * 3600 + 10 * 60);
    view_help_build(&p.arena, p.session, &help);
    assert_int_equal(help.idle, NOBODY);          /* ten minutes are not long */
    assert_string_equal(help.idle_text, "");
    session_advance(p.session, 6 * 3600 + 18 * 60, &(struct submit_result){0});
    view_help_build(&p.arena, p.session, &help);
    assert_int_not_equal(help.idle, NOBODY);
    assert_non_null(strstr(help.idle_text, "18 minutes"));
    int32_t idle = help.idle, begun = NOBODY;
    for (work_id w = 0; w < p.scenario->work_count && begun == NOBODY; w++) {
        struct sim_command c = learning_command(SIM_CMD_WORK, w, idle);
        if (session_state(p.session)->incidents[p.scenario->works[w].incident].open == 1 && learning_try(&p, c, NULL, NULL)) begun = w;
    }
    assert_int_not_equal(begun, NOBODY);
    view_help_build(&p.arena, p.session, &help);
    assert_int_not_equal(help.idle, idle);
    over();
}

static void questions_come_from_what_happened(void **state)
{
    (void)state;
    struct view_help help;
    morning_until(6 * 3600 + 40 * 60);
    view_help_build(&p.arena, p.session, &help);
    assert_true(asks(&help, "has heard nothing about"));
    assert_int_equal(help.question_count, HELP_QUESTIONS);
    struct sim_command c = learning_command(SIM_CMD_UPDATE, 1, INES);
    c.update.claim = CLAIM_FIXED;
    c.update.facts = c.update.improvised = SIM_FACTS_DEFAULT;
    c.update.fix_by = -1;
    c.update.next_call = session_state(p.session)->now + 4 * 60;
    assert_true(learning_try(&p, c, NULL, NULL));
    view_help_build(&p.arena, p.session, &help);
    assert_true(asks(&help, "does not know that yet"));
    assert_non_null(strstr(help.questions[0].ask, "talking to Ines next"));   /* what has a time comes first */
    for (int i = 0; i < help.question_count; i++) assert_null(strchr(help.questions[i].ask, '{'));
    assert_true(learning_try(&p, learning_command(SIM_CMD_END_ROUND, 1, 0), NULL, NULL));
    view_help_build(&p.arena, p.session, &help);
    assert_int_equal(help.question_count, 0);
    over();
}

/* Its story stands alone on the stage until somebody speaks after it. */
static void a_voucher_is_on_the_stage(void **state)
{
    (void)state;
    struct view_stage stage;
    morning_until(6 * 3600 + 16 * 60);
    struct sim_command c = sim_command_make(SIM_CMD_VOUCHER);
    c.voucher.customer = MARA;
    c.voucher.act = 0;
    assert_true(learning_try(&p, c, "They walked over", NULL));
    view_stage_build(&p.arena, p.session, &stage);
    assert_true(stage.customers[MARA].voucher);
    assert_string_equal(stage.customers[MARA].speech, "They walked over");
    assert_string_equal(stage.customers[INES].speech, "");
    session_advance(p.session, 6 * 3600 + 17 * 60, &(struct submit_result){0});
    say(INES, MOOD_WORRIED, 0);
    view_stage_build(&p.arena, p.session, &stage);
    assert_false(stage.customers[MARA].voucher);
    assert_string_equal(stage.customers[MARA].speech, "");
    assert_string_not_equal(stage.customers[INES].speech, "");
    over();
}

static void sheets_count_what_was_seen_in_this_round(void **state)
{
    (void)state;
    struct view_observers v;
    morning_until(6 * 3600 + 60);
    struct sim_command c = sim_command_make(SIM_CMD_OBSERVE);
    c.observe.marker = 4;
    c.observe.member = 2;
    assert_true(learning_try(&p, c, NULL, NULL));
    assert_true(learning_try(&p, c, NULL, NULL));
    view_observers_build(&p.arena, p.session, &v);
    assert_int_equal(v.row_count, 7);             /* six and the team */
    assert_int_equal(v.rows[6].member, NOBODY);
    assert_int_equal(v.rows[2].seen[4], 2);
    assert_int_equal(v.rows[2].all, 2);
    assert_int_equal(v.rows[1].all, 0);
    assert_true(learning_try(&p, learning_command(SIM_CMD_END_ROUND, 1, 0), NULL, NULL));
    assert_true(learning_try(&p, c, NULL, NULL)); /* from a sheet, after the round */
    view_observers_build(&p.arena, p.session, &v);
    assert_int_equal(v.rows[2].all, 3);
    over();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_is_heard_twice_before_all_were_heard),
        cmocka_unit_test(every_line_can_be_reached),
        cmocka_unit_test(the_console_offers_what_was_not_read_yet),
        cmocka_unit_test(idle_hands_are_told_while_work_waits),
        cmocka_unit_test(questions_come_from_what_happened),
        cmocka_unit_test(a_voucher_is_on_the_stage),
        cmocka_unit_test(sheets_count_what_was_seen_in_this_round),
    };
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
