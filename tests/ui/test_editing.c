/* The report edited by keyboard in the real program: what is kept, what the report says, and what comes back on another day. */
#include "hands.h"
#include "base/file.h"
#include "base/text.h"
#include "session/bot.h"

#include <unistd.h>

static struct ui *console(void) { return app->sides[WINDOW_CONSOLE].ui; }
static int shows(const char *words) { return ui_item_find(console(), UI_TEXT, words) != NULL; }
static const struct view_editing *view(void) { return &app->editing.view; }
static const struct editing_part *chosen(void) { return &view()->parts[app->editing.memory.chosen]; }

static void submit(enum sim_command_kind kind, int32_t value)
{
    struct sim_command command = sim_command_make(kind);
    command.v[0] = value;
    app_submit(app, &command, NULL);
}

/* One round of an ordinary team, and the end. */
static int begin(void **state)
{
    struct wishes wishes = {.count = 0};
    struct bot bot;
    (void)state;
    hands_begin("editing");
    hands_set_up();
    assert_int_equal(app_create_session(app), ERR_NONE);
    bot_begin(&bot, BOT_MIXED, 3);
    submit(SIM_CMD_START_ROUND, 1);
    while (bot_step(&bot, app->session)) continue;
    submit(SIM_CMD_END_ROUND, 1);
    wish(&wishes, WISH_FINISH);
    app_wishes(app, &wishes);
    assert_int_equal(app->page, PAGE_END);
    press("E");
    assert_int_equal(app->page, PAGE_EDIT);
    assert_true(view()->part_count > 20);
    return 0;
}

static int end(void **state)
{
    (void)state;
    return hands_end();
}

/* Is it on the page that is written now? */
static int report_says(const char *words)
{
    struct arena a = {0};
    char *page = NULL;
    size_t length = 0;
    press("P");
    assert_true(file_exists(app->report_path));
    assert_int_equal(file_read(&a, app->report_path, 64 * 1024 * 1024, &page, &length), ERR_NONE);
    int there = strstr(page, words) != NULL;
    arena_release(&a);
    return there;
}

static void reopen(void)
{
    char path[2048];
    snprintf(path, sizeof path, "%s", app->session_path);
    app_close_session(app);
    assert_int_equal(app_open_session(app, path), ERR_NONE);
    hands_settle();
}

static void choose_title(void)
{
    while (chosen()->kind != EDITING_TITLE) press("Down");
}

static void a_dozen_edits_take_a_dozen_keys_each_at_most(void **state)
{
    (void)state;
    pressed = 0;
    choose_title();
    press("Enter");
    press("Ctrl+A");
    type("You heard them late.");
    press("Enter");
    press("A");
    type("We all saw that.");
    press("Enter");
    for (int i = 0; i < 4; i++) {
        press("Down");
        press("H");
    }
    press("W");
    type("Thank you all.");
    press("Ctrl+Enter");
    for (int i = 0; i < 4; i++) {
        press("N");
        press("H");
    }
    press("S");
    type("What I saw");
    press("Enter");
    type("Quiet at first.");
    press("Ctrl+Enter");
    assert_int_equal(view()->edits, 12);
    assert_true(pressed < 40);
    assert_true(report_says("You heard them late."));
    assert_true(report_says("We all saw that."));
    assert_true(report_says("Quiet at first."));
    assert_true(report_says("Thank you all."));
    assert_true(shows(text("editing.title")));
}

static void an_edit_is_stored_before_it_shows(void **state)
{
    (void)state;
    choose_title();
    press("C");
    press("Ctrl+A");
    type("Kept for another day.");
    press("Enter");
    assert_string_equal(chosen()->words, "Kept for another day.");
    assert_true(chosen()->changed);
    reopen();
    assert_int_equal(app->page, PAGE_END);
    press("E");
    choose_title();
    assert_string_equal(chosen()->words, "Kept for another day.");
    press("R");
    assert_string_not_equal(chosen()->words, "Kept for another day.");
    assert_false(report_says("Kept for another day."));
}

/* The last edit and nothing else: what was done before editing stays. */
static void undo_takes_back_edits_alone(void **state)
{
    (void)state;
    int32_t entries = session_entry_count(app->session);
    press("U");
    assert_int_equal(session_entry_count(app->session), entries);
    press("Down");
    press("H");
    press("W");
    type("Mine.");
    press("Ctrl+Enter");
    assert_string_equal(view()->word, "Mine.");
    press("U");
    assert_string_equal(view()->word, "");
    press("U");
    assert_int_equal(view()->edits, 0);
    press("U");
    assert_int_equal(session_entry_count(app->session), entries);
    assert_int_equal(session_state(app->session)->phase, PHASE_FINISHED);
}

static void escape_leads_back_and_the_page_can_be_left(void **state)
{
    (void)state;
    press("A");
    type("Half a sen");
    press("Esc");
    assert_int_equal(app->page, PAGE_EDIT);
    press("Esc");
    assert_int_equal(app->page, PAGE_END);
    assert_int_equal(view()->edits, 0);
    press("E");
    press("A");
    assert_string_equal(ui_edit_text(&app->editing.memory.words), "Half a sen");
    press("Esc");
}

static void the_mouse_chooses_and_a_second_click_changes(void **state)
{
    (void)state;
    const struct ui_item *row = NULL;
    for (int i = 0; i < ui_item_count(console()) && !row; i++)
        if (ui_item_at(console(), i)->role == UI_ROW && strncmp(ui_item_at(console(), i)->label, "3. ", 3) == 0) row = ui_item_at(console(), i);
    assert_non_null(row);
    char label[300];
    snprintf(label, sizeof label, "%s", row->label);
    click(UI_ROW, label);
    assert_int_equal(app->editing.memory.chosen, 2);
    assert_int_equal(app->editing.memory.form, EDITING_NO_FORM);
    click(UI_BUTTON, "Leave out");
    assert_int_equal(view()->parts[2].hidden, 1);
    click(UI_ROW, label);
    assert_int_equal(app->editing.memory.form, EDITING_CHANGE);
    click(UI_BUTTON, "Not now");
    click(UI_BUTTON, "Show it");
    assert_int_equal(view()->parts[2].hidden, 0);
}

static void the_stage_shows_nothing_of_it(void **state)
{
    (void)state;
    press("W");
    type("Between us.");
    press("Ctrl+Enter");
    assert_false(stage_says("Between us."));
    assert_false(stage_says(text("editing.title")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(a_dozen_edits_take_a_dozen_keys_each_at_most, begin, end),
                                       cmocka_unit_test_setup_teardown(an_edit_is_stored_before_it_shows, begin, end),
                                       cmocka_unit_test_setup_teardown(undo_takes_back_edits_alone, begin, end),
                                       cmocka_unit_test_setup_teardown(escape_leads_back_and_the_page_can_be_left, begin, end),
                                       cmocka_unit_test_setup_teardown(the_mouse_chooses_and_a_second_click_changes, begin, end),
                                       cmocka_unit_test_setup_teardown(the_stage_shows_nothing_of_it, begin, end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
