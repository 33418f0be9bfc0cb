/* The learning moment by keyboard alone: what is wished for, in what order things show, and what is held back. */
#include "../ui/fake.h"

#include "../learning_play.h"
#include "../texts.h"
#include "assess/pattern.h"
#include "screens/learning.h"

static struct learning_play play;
static struct view_learning view;
static struct learning_memory memory;
static struct wishes wishes;
static struct fake fake;

static void screen(struct ui *ui, struct fake *f)
{
    (void)f;
    learning_screen(ui, &view, &memory, &wishes);
}

static void none(void) { fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE}); }

static void open_page(enum bot_kind kind, int rounds, int tables)
{
    learning_play_begin(&play, kind, rounds, tables);
    view_learning_build(&play.arena, play.session, session_state(play.session)->round, &view);
    learning_begin(&memory, 14);
    fake_open(&fake, screen, NULL);
    fake.width = 1280;
    fake.height = 3000;
    none();
    wishes.count = 0;
}

static int close_page(void **state)
{
    (void)state;
    fake_close(&fake);
    learning_end(&memory);
    learning_play_end(&play);
    return 0;
}

static void keys(const char *chords)
{
    char one[32];
    while (*chords) {
        size_t n = strcspn(chords, " ");
        snprintf(one, sizeof one, "%.*s", (int)n, chords);
        fake_key(&fake, one);
        chords += n + (chords[n] == ' ');
    }
}

static void type(const char *words)
{
    struct ui_input input = {.kind = UI_INPUT_TEXT};
    snprintf(input.text, sizeof input.text, "%s", words);
    fake_run(&fake, &input);
}

static struct wish wished(void)
{
    struct wish nothing = {.kind = WISH_NONE}, last = wishes.count ? wishes.items[wishes.count - 1] : nothing;
    wishes.count = 0;
    return last;
}

/* As the app does it: what is wished is done, and shown. */
static void done(void)
{
    for (int i = 0; i < wishes.count; i++) {
        const struct wish *w = &wishes.items[i];
        if (w->kind == WISH_COMMAND && !learning_try(&play, w->command, w->has_words[0] ? w->words[0] : NULL, w->has_words[1] ? w->words[1] : NULL))
            fail_msg("command %d was refused", w->command.kind);
    }
    wishes.count = 0;
    view_learning_build(&play.arena, play.session, session_state(play.session)->round, &view);
    none();
}

static int shows(const char *words) { return ui_item_find(fake.ui, UI_TEXT, words) != NULL; }

static void enter_leads_through_and_the_pattern_waits_for_a_key(void **state)
{
    (void)state;
    open_page(BOT_TECHNICIAN, 1, 1);
    assert_int_equal(memory.part, LEARNING_HAPPENED);
    assert_false(shows(view.patterns[0].headline));
    keys("Enter");
    assert_int_equal(memory.part, LEARNING_DISPUTED);
    keys("Enter");
    assert_int_equal(memory.part, LEARNING_PATTERN);
    assert_false(memory.revealed);
    assert_int_equal(wished().kind, WISH_NONE);
    keys("2");
    assert_int_equal(memory.pattern, 1);
    keys("Enter");
    assert_true(memory.revealed);
    struct wish w = wished();
    assert_int_equal(w.command.kind, SIM_CMD_LEARN);
    assert_int_equal(w.command.learn.on, 1);
    assert_int_equal(w.command.learn.pattern, view.patterns[1].pattern);
    keys("Enter");
    assert_int_equal(memory.part, LEARNING_COMMIT);
    keys("F1");
    assert_int_equal(memory.part, LEARNING_HAPPENED);
    keys("F3 Enter");
    assert_int_equal(memory.part, LEARNING_COMMIT);
    keys("Escape");
    assert_int_equal(wished().kind, WISH_BACK);
}

static void one_key_a_line_marks_for_a_table(void **state)
{
    (void)state;
    open_page(BOT_MIXED, 2, 1);
    int lines = view.pledge_count;
    assert_true(lines > 3);
    keys("1");
    struct wish w = wished();
    assert_int_equal(w.command.kind, SIM_CMD_MARK);
    assert_int_equal(w.command.mark.what, view.pledges[0].what);
    assert_int_equal(w.command.mark.slot, view.pledges[0].slot);
    assert_int_equal(w.command.mark.member, 0);
    assert_int_equal(w.command.mark.round, view.round);
    assert_int_equal(w.command.mark.outcome, 1);
    assert_int_equal(memory.pledge, 1);
    for (int k = 1; k < lines; k++)
        keys("3");
    assert_int_equal(memory.table, 1);
    assert_int_equal(memory.pledge, 0);
    wishes.count = 0;
    keys("2");
    w = wished();
    assert_int_equal(w.command.mark.member, 1);
    assert_int_equal(w.command.mark.outcome, 2);
    keys("T");
    assert_int_equal(memory.table, 2);
    keys("C");
    assert_true(memory.charter_on_stage);
}

/* What the log says would answer for the tables. */
static void the_log_is_silent_until_all_tables_have_marked(void **state)
{
    (void)state;
    open_page(BOT_MIXED, 2, 0);
    assert_false(shows(view.pledges[0].seen));
    keys("1");
    done();
    assert_true(shows(view.pledges[0].seen));
    keys("Up");
    memory.pledge = 0;
    keys("1");
    assert_int_equal(wished().kind, WISH_NONE);   /* the same again is no news */
}

static void disputes_are_settled_one_by_one(void **state)
{
    (void)state;
    open_page(BOT_TECHNICIAN, 1, 1);
    keys("F2");
    assert_true(shows("Nothing is disputed."));
    keys("A D");
    assert_int_equal(wishes.count, 1);
    assert_int_equal(wishes.items[0].command.kind, SIM_CMD_DISPUTE);
    assert_int_equal(wishes.items[0].command.dispute.on, 1);
    done();
    memory.verdict = 4;
    none();
    keys("D");
    done();
    assert_int_equal(view.disputed, 2);
    keys("A");
    int first = memory.verdict;
    keys("L");
    assert_int_not_equal(memory.verdict, first);
    assert_int_equal(wished().kind, WISH_NONE);
    keys("K");
    assert_int_equal(wishes.items[0].command.dispute.on, 0);
    done();
    assert_int_equal(view.disputed, 1);
    keys("O 1");
    keys("Ctrl+Enter");
    assert_int_equal(wished().kind, WISH_NONE);   /* not without a reason */
    type("He was told in the corridor");
    keys("Ctrl+Enter");
    struct wish w = wishes.items[0];
    assert_int_equal(w.command.kind, SIM_CMD_OVERRULE);
    assert_int_equal(w.command.overrule.outcome, 1);
    assert_string_equal(w.words[0], "He was told in the corridor");
    assert_int_equal(memory.dialog, LEARNING_NO_DIALOG);
    done();
    assert_int_equal(view.disputed, 0);
}

static void digits_pick_and_take_back_up_to_three(void **state)
{
    (void)state;
    open_page(BOT_TECHNICIAN, 1, 1);
    keys("F4 2");
    struct wish w = wishes.items[0];
    assert_int_equal(w.command.kind, SIM_CMD_COMMIT);
    assert_int_equal(w.command.commit.slot, 0);
    assert_int_equal(w.command.commit.behaviour, view.candidates[1].behaviour);
    assert_int_equal(w.command.commit.member, NOBODY);
    assert_string_equal(w.words[0], view.candidates[1].text);
    done();
    keys("3");
    done();
    keys("4");
    done();
    assert_int_equal(view.picked, 3);
    keys("5");
    assert_int_equal(wished().kind, WISH_NONE);
    keys("W");
    assert_int_equal(memory.dialog, LEARNING_NO_DIALOG);
    keys("3");
    w = wishes.items[0];
    assert_int_equal(w.command.commit.slot, 1);
    assert_false(w.has_words[0]);
    done();
    assert_int_equal(view.picked, 2);
    keys("P");
    done();
    assert_int_equal(view.picked, 3);
}

static void hands_are_counted_one_after_the_other(void **state)
{
    (void)state;
    open_page(BOT_TECHNICIAN, 1, 1);
    keys("F4 V");
    type("v");   /* the letter of the key itself is not typed into what it opened */
    assert_int_equal(memory.dialog, LEARNING_COUNTING);
    type("9");
    assert_string_equal(ui_edit_text(&memory.hands), "9");
    keys("Enter");
    struct wish w = wishes.items[0];
    assert_int_equal(wishes.count, 1);
    assert_int_equal(w.command.kind, SIM_CMD_TALLY);
    assert_int_equal(w.command.tally.what, TALLY_COMMITMENT);
    assert_int_equal(w.command.tally.subject, view.candidates[0].subject);
    assert_int_equal(w.command.tally.by, NOBODY);
    assert_int_equal(w.command.tally.count, 9);
    done();
    type("many");
    keys("Enter");
    assert_int_equal(wished().kind, WISH_NONE);
    assert_int_equal(memory.counting, 1);
    keys("Escape");
    assert_int_equal(memory.dialog, LEARNING_NO_DIALOG);
    assert_true(shows("9 votes"));
}

/* A number left from the last learning moment is cleared first, or the same number would be refused. */
static void a_stale_count_is_cleared_first(void **state)
{
    (void)state;
    open_page(BOT_TECHNICIAN, 1, 1);
    view.candidates[0].stale = 1;
    keys("F4 V");
    type("v");
    type("7");
    keys("Enter");
    assert_int_equal(wishes.count, 2);
    assert_int_equal(wishes.items[0].command.tally.count, 0);
    assert_int_equal(wishes.items[1].command.tally.count, 7);
}

static void own_words_say_who_looks_after_it_and_how_it_is_checked(void **state)
{
    (void)state;
    open_page(BOT_TECHNICIAN, 1, 1);
    keys("F4 W Ctrl+Enter");
    assert_int_equal(memory.dialog, LEARNING_WORDING);
    type("We walk over once an hour");
    memory.member = 2;
    memory.behaviour = BEHAVIOUR_NOBODY_WAITS;
    keys("Ctrl+Enter");
    struct wish w = wishes.items[0];
    assert_int_equal(w.command.kind, SIM_CMD_COMMIT);
    assert_int_equal(w.command.commit.member, 2);
    assert_int_equal(w.command.commit.behaviour, BEHAVIOUR_NOBODY_WAITS);
    assert_string_equal(w.words[0], "We walk over once an hour");
    done();
    assert_int_equal(view.picked, 1);
    assert_true(shows("Picked: the next round checks it. Table Cedar looks after it."));
}

static void time_runs_down_stands_and_is_given(void **state)
{
    (void)state;
    open_page(BOT_TECHNICIAN, 1, 1);
    learning_tick(&memory, 1000);
    learning_tick(&memory, 1000 + 90 * 1000);
    none();
    assert_non_null(ui_item_find(fake.ui, UI_STEPPER, "Discussion"));
    assert_string_equal(ui_item_find(fake.ui, UI_STEPPER, "Discussion")->value, "12:30");
    keys("Space");
    learning_tick(&memory, 1000 + 150 * 1000);
    keys("+ +");
    none();
    assert_string_equal(ui_item_find(fake.ui, UI_STEPPER, "Discussion")->value, "14:30");
    keys("Space");
    learning_tick(&memory, 1000 + 150 * 1000 + 15 * 60 * 1000);
    none();
    assert_string_equal(ui_item_find(fake.ui, UI_STEPPER, "Discussion")->value, "+00:30");
}

static void the_replay_runs_once_and_shows_evidence_as_it_comes(void **state)
{
    (void)state;
    open_page(BOT_TECHNICIAN, 1, 1);
    memory.motion = 1;
    keys("F3 R");
    assert_true(learning_moving(&memory));
    learning_tick(&memory, 1000);
    learning_tick(&memory, 4000);
    assert_true(learning_moving(&memory));
    learning_tick(&memory, 11000);
    assert_false(learning_moving(&memory));
    memory.motion = 0;
    keys("R");
    assert_false(learning_moving(&memory));
    assert_int_equal(memory.highlight, 0);
    keys("R");
    assert_int_equal(memory.highlight, 1);
}

static void a_stop_in_the_round_is_short_and_leads_back_to_play(void **state)
{
    (void)state;
    open_page(BOT_TECHNICIAN, 0, 1);
    learning_round_play(&play, 7 * 3600 + 20 * 60);
    assert_true(learning_try(&play, learning_command(SIM_CMD_LEARN, 1, PATTERN_FIRST_WORD_LATE), NULL, NULL));
    done();
    keys("F2");
    assert_int_equal(memory.part, LEARNING_HAPPENED);
    assert_false(shows("Each table marks"));
    keys("Enter");
    assert_int_equal(memory.part, LEARNING_PATTERN);
    keys("Enter");
    assert_int_equal(wished().kind, WISH_NONE);   /* the log knows already */
    keys("Enter 1");
    done();
    assert_int_equal(view.picked, 1);
    keys("Escape");
    assert_int_equal(wished().kind, WISH_NONE);
    keys("Ctrl+Enter");
    struct wish w = wished();
    assert_int_equal(w.command.kind, SIM_CMD_LEARN);
    assert_int_equal(w.command.learn.on, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(enter_leads_through_and_the_pattern_waits_for_a_key, close_page),
        cmocka_unit_test_teardown(one_key_a_line_marks_for_a_table, close_page),
        cmocka_unit_test_teardown(the_log_is_silent_until_all_tables_have_marked, close_page),
        cmocka_unit_test_teardown(disputes_are_settled_one_by_one, close_page),
        cmocka_unit_test_teardown(digits_pick_and_take_back_up_to_three, close_page),
        cmocka_unit_test_teardown(hands_are_counted_one_after_the_other, close_page),
        cmocka_unit_test_teardown(a_stale_count_is_cleared_first, close_page),
        cmocka_unit_test_teardown(own_words_say_who_looks_after_it_and_how_it_is_checked, close_page),
        cmocka_unit_test_teardown(time_runs_down_stands_and_is_given, close_page),
        cmocka_unit_test_teardown(the_replay_runs_once_and_shows_evidence_as_it_comes, close_page),
        cmocka_unit_test_teardown(a_stop_in_the_round_is_short_and_leads_back_to_play, close_page)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
