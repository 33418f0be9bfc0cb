/*
 * What a whole workshop of three hours leaves in its file. whole.sh plays it
 * by keys and cuts it off in every phase; here the file is opened and each
 * phase is asked for what it did, event by event.
 */
#include "base/file.h"
#include "model/agenda.h"
#include "model/behaviours.h"
#include "session/session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { TABLES = 6, PICKS = 3, ASKED_AFTER = 30, LONG = 2048, ROUND_MORNING = 1, ROUND_AFTERNOON = 2 };

static struct session *session;
static struct arena arena;

static int play(void **state)
{
    static const char folder[] = "whole-kept";
    char command[LONG + 100], path[200];
    struct diag_list found = {.arena = &arena};
    (void)state;
    snprintf(command, sizeof command, "rm -rf %s && sh \"%.*s/tests/ui/whole.sh\" \"$PWD/%s\"", folder, LONG, getenv("MOMENT_SOURCE"), folder);
    if (system(command) != 0) return -1;
    snprintf(path, sizeof path, "%s/sessions/2026-11-22-night-shift-six-tables.moment", folder);
    return session_open(&session, path, STORE_READ, NULL, &found) == ERR_NONE ? 0 : -1;
}

static int leave(void **state)
{
    (void)state;
    session_close(session);
    arena_release(&arena);
    return 0;
}

static const struct sim_event *event(int32_t index) { return session_event_at(session, index); }

/* The nth event of a kind, from 0; NULL. */
static const struct sim_event *nth_of(int32_t kind, int32_t nth)
{
    for (int32_t i = 0; i < session_event_count(session); i++)
        if (event(i)->kind == kind && nth-- == 0) return event(i);
    return NULL;
}

/* Events of a kind with a value in a field; field -1: of any. */
static int32_t count_of(int32_t kind, int field, int32_t value)
{
    int32_t count = 0;
    for (int32_t i = 0; i < session_event_count(session); i++)
        count += event(i)->kind == kind && (field < 0 || event(i)->v[field] == value);
    return count;
}

static const char *typed(int32_t id) { return session_text(session, id); }

static void everything_verifies(void **state)
{
    struct session_verification verified;
    (void)state;
    assert_int_equal(session_verify(session, &verified), ERR_NONE);
    assert_int_equal(verified.differing, 0);
    assert_true(verified.records > 300);
}

static void set_up_keeps_tables_and_contract(void **state)
{
    const struct session_setup *setup = session_setup(session);
    (void)state;
    assert_true(setup->tables);
    assert_int_equal(setup->member_count, TABLES);
    assert_string_equal(setup->members[TABLES - 1].name, "Gull");
    assert_int_equal(setup->preset, PRESET_180);
    assert_string_equal(setup->contract[1], "This team, and nobody else.");
    assert_string_equal(setup->contract[2], "One at each table, and on Monday they go first.");
}

/* Both rounds had something with these topics, and nothing of it came. */
static void topics_to_avoid_do_not_come(void **state)
{
    const struct scenario *sc = session_scenario(session);
    uint32_t out = session_setup(session)->left_out;
    int32_t incidents = 0, events = 0;
    (void)state;
    for (int32_t t = 0; t < sc->tag_count; t++) {
        int wanted = strcmp(sc->tags[t], "outsourcing") == 0 || strcmp(sc->tags[t], "child") == 0;
        assert_int_equal((out >> t) & 1, wanted);
    }
    for (int32_t i = 0; i < sc->incident_count; i++)
        incidents += (sc->incidents[i].tags & out) && sc->incidents[i].round <= ROUND_AFTERNOON;
    for (int32_t i = 0; i < sc->event_count; i++)
        events += (sc->events[i].tags & out) && sc->events[i].round <= ROUND_AFTERNOON;
    assert_true(incidents >= 1 && events >= 3);
    for (int32_t i = 0; i < session_event_count(session); i++) {
        const struct sim_event *e = event(i);
        if (e->kind == SIM_EV_INCIDENT_OPENED && e->incident_opened.incident < sc->incident_count)
            assert_false(sc->incidents[e->incident_opened.incident].tags & out);
        if (e->kind == SIM_EV_HAPPENED && e->happened.event < sc->event_count) assert_false(sc->events[e->happened.event].tags & out);
    }
}

static void every_step_was_come_to_in_its_turn(void **state)
{
    struct agenda agenda;
    int32_t next = 0;
    (void)state;
    agenda_build(&agenda, session_scenario(session), PRESET_180);
    for (int32_t i = 0; i < session_event_count(session); i++)
        if (event(i)->kind == SIM_EV_STEPPED) assert_int_equal(event(i)->stepped.step, next++);
    assert_int_equal(next, agenda.count);
    assert_int_equal(count_of(SIM_EV_ROUND_STARTED, -1, 0), 3);
    assert_int_equal(count_of(SIM_EV_ROUND_ENDED, 1, 1), 2);   /* the last one ran out by itself */
}

static int32_t hands(int32_t what)
{
    int32_t sum = 0;
    for (int32_t i = 0; i < session_state(session)->tally_count; i++)
        if (session_state(session)->tallies[i].what == what) sum += session_state(session)->tallies[i].count;
    return sum;
}

static void cards_were_picked_by_every_table(void **state)
{
    (void)state;
    assert_int_equal(hands(TALLY_CARD_USERS), TABLES * PICKS);
    assert_int_equal(hands(TALLY_CARD_OURS), TABLES * PICKS);
    assert_int_equal(count_of(SIM_EV_CARD_NOTED, -1, 0), 4);
    assert_string_equal(typed(nth_of(SIM_EV_CARD_NOTED, 3)->card_noted.text), "Nobody believes the next time that we name.");
}

static void the_charter_has_two_that_are_checked_and_one_by_hand(void **state)
{
    (void)state;
    assert_int_equal(count_of(SIM_EV_CHARTERED, -1, 0), 3);
    assert_int_equal(count_of(SIM_EV_CHARTERED, 1, NOBODY), 1);
    assert_string_equal(typed(nth_of(SIM_EV_CHARTERED, 2)->chartered.text), "We walk over to them once in every round");
}

/* Each act of the script left its own event. */
static void the_rounds_hold_every_kind_of_act(void **state)
{
    static const struct { enum sim_event_kind kind; int32_t least; } wanted[] = {
        {SIM_EV_NOTE, 1}, {SIM_EV_VOUCHER, 1}, {SIM_EV_IMPROVISED_FACT, 1}, {SIM_EV_COMPLAINT, 1}, {SIM_EV_CLAIM, 4}, {SIM_EV_PROMISE, 3},
        {SIM_EV_ASKED, 4}, {SIM_EV_WORK_STARTED, 5}, {SIM_EV_SURVEYED, 8}, {SIM_EV_SILENCE, 1}, {SIM_EV_VALUE, 1}};
    (void)state;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (count_of((int32_t)wanted[i].kind, -1, 0) < wanted[i].least) fail_msg("%s: too few", sim_event_word((int32_t)wanted[i].kind));
    assert_int_equal(count_of(SIM_EV_PROMISE_SETTLED, 2, PROMISE_RENEGOTIATED), 1);
    assert_int_equal(count_of(SIM_EV_CONDITIONS, 3, 0), 1);
    assert_int_equal(count_of(SIM_EV_CONDITIONS, 3, 1), 1);
    assert_int_equal(count_of(SIM_EV_DECISION, 3, 0), 1);      /* the choice was handed over */
    assert_int_equal(count_of(SIM_EV_INCIDENT_STAGE, 1, MARK_REOPENED), 1);
}

static void what_nobody_foresaw_was_taken_in(void **state)
{
    int32_t own = 0, works = 0;
    (void)state;
    for (int32_t i = 0; i < session_event_count(session); i++) {
        const struct sim_event *e = event(i);
        if (e->kind == SIM_EV_INCIDENT_OPENED && e->incident_opened.title > 0) {
            own++;
            assert_string_equal(typed(e->incident_opened.title), "A goose on the runway");
        }
        if (e->kind == SIM_EV_WORK_STARTED && e->work_started.work == NOBODY) {
            works++;
            assert_string_equal(typed(e->work_started.title), "Ring the harbour master");
        }
    }
    assert_int_equal(own, 1);
    assert_int_equal(works, 1);
}

static const struct session_entry *entry_of(int32_t command)
{
    for (int32_t i = 0; i < session_entry_count(session); i++)
        if (session_entry_at(session, i)->command.kind == command) return session_entry_at(session, i);
    fail_msg("no %s in the file", sim_command_word(command));
    return NULL;
}

/* The question at six past six was typed in two minutes later, and counts from when it was marked. */
static void a_mark_counts_from_when_it_was_said(void **state)
{
    const struct session_entry *said = NULL;
    (void)state;
    for (int32_t i = 0; i < session_entry_count(session); i++) {
        const struct session_entry *e = session_entry_at(session, i);
        if (e->command.kind == SIM_CMD_ASK && e->recorded > e->command.said) said = e;
    }
    assert_non_null(said);
    assert_int_equal(said->command.said, (6 * 60 + 6) * 60);
    assert_true(said->recorded <= said->command.said + 10 * 60);
}

static void verdicts_were_disputed_and_overruled_with_their_reasons(void **state)
{
    int32_t reasons = 0;
    (void)state;
    for (int32_t i = 0; i < session_event_count(session); i++)
        reasons += event(i)->kind == SIM_EV_VERDICT_MARK && typed(event(i)->verdict_mark.reason)[0] != '\0';
    assert_int_equal(reasons, 2);
    assert_true(count_of(SIM_EV_VERDICT_MARK, 5, 1) >= 1);
    assert_string_equal(typed(entry_of(SIM_CMD_OVERRULE)->command.text), "She had agreed to it in the corridor.");
}

/* One by its key in the round, two and one at the first table, three at the second. */
static void observers_sheets_were_counted(void **state)
{
    (void)state;
    assert_int_equal(count_of(SIM_EV_OBSERVED, -1, 0), 7);
    assert_int_equal(count_of(SIM_EV_OBSERVED, 1, NOBODY), 1);
    assert_int_equal(count_of(SIM_EV_OBSERVED, 1, 0), 3);
    assert_int_equal(count_of(SIM_EV_OBSERVED, 1, 1), 3);
}

/* The room stopped once within a round: then the clock stood. */
static void the_room_learned_and_committed(void **state)
{
    const struct sim_event *stop = nth_of(SIM_EV_LEARNING, 0), *over = nth_of(SIM_EV_LEARNING, 1);
    (void)state;
    assert_true(stop->learning.on);
    assert_false(over->learning.on);
    assert_int_equal(stop->learning.round, ROUND_MORNING);
    assert_int_equal(stop->at, over->at);
    assert_true(count_of(SIM_EV_LEARNING, 1, 1) >= 3);
    assert_int_equal(count_of(SIM_EV_MARKED, -1, 0), TABLES * 3 + 3);
    assert_int_equal(count_of(SIM_EV_COMMITTED, 0, ROUND_AFTERNOON), 3);
    assert_int_equal(count_of(SIM_EV_COMMITTED, 2, BEHAVIOUR_ASK_IMPACT), 1);
    assert_int_equal(hands(TALLY_COMMITMENT), 9 + 4);
}

static void two_improvements_and_two_ambassadors(void **state)
{
    (void)state;
    assert_int_equal(count_of(SIM_EV_IMPROVED, 1, 1), 2);
    assert_int_equal(count_of(SIM_EV_IMPROVED, 3, SPINE_PROCESS), 1);
    assert_int_equal(hands(TALLY_IMPROVEMENT), 6);
    assert_int_equal(session_state(session)->customers[0].ambassador, 0);
    assert_int_equal(session_state(session)->customers[2].ambassador, 1);
}

static void monday_and_thirty_days_later(void **state)
{
    const struct sim_event *first = nth_of(SIM_EV_MONDAY, 0), *kept = nth_of(SIM_EV_FOLLOWED_UP, 0), *not_kept = nth_of(SIM_EV_FOLLOWED_UP, 1);
    (void)state;
    assert_int_equal(count_of(SIM_EV_FINISHED, -1, 0), 1);
    assert_int_equal(hands(TALLY_SURVEY), 1 + 2 + 6 + 9 + 6);
    assert_int_equal(count_of(SIM_EV_MONDAY, -1, 0), 2);
    assert_true(first->monday.named);
    assert_false(nth_of(SIM_EV_MONDAY, 1)->monday.named);
    assert_string_equal(typed(first->monday.will), "say so, and name the time of my next call");
    assert_int_equal(count_of(SIM_EV_FOLLOWED_UP, 1, ASKED_AFTER), 2);
    assert_int_equal(kept->followed_up.outcome, OUTCOME_MET);
    assert_int_equal(not_kept->followed_up.outcome, OUTCOME_MISSED);
    assert_string_equal(typed(kept->followed_up.text), "Twice in the first week.");
    assert_int_equal(hands(TALLY_SURVEY_LATER), 0 + 1 + 4 + 12 + 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_verifies),
        cmocka_unit_test(set_up_keeps_tables_and_contract),
        cmocka_unit_test(topics_to_avoid_do_not_come),
        cmocka_unit_test(every_step_was_come_to_in_its_turn),
        cmocka_unit_test(cards_were_picked_by_every_table),
        cmocka_unit_test(the_charter_has_two_that_are_checked_and_one_by_hand),
        cmocka_unit_test(the_rounds_hold_every_kind_of_act),
        cmocka_unit_test(what_nobody_foresaw_was_taken_in),
        cmocka_unit_test(a_mark_counts_from_when_it_was_said),
        cmocka_unit_test(verdicts_were_disputed_and_overruled_with_their_reasons),
        cmocka_unit_test(observers_sheets_were_counted),
        cmocka_unit_test(the_room_learned_and_committed),
        cmocka_unit_test(two_improvements_and_two_ambassadors),
        cmocka_unit_test(monday_and_thirty_days_later),
    };
    return cmocka_run_group_tests(tests, play, leave);
}
