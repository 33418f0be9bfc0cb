/* Editing a report by keyboard alone and by mouse: what is wished for, what is kept, and what is chosen. */
#include "../ui/fake.h"

#include "../texts.h"
#include "screens/editing.h"

static struct fake fake;
static struct editing_memory memory;
static struct view_editing view;
static struct wishes wishes;
static struct editing_part parts[5];
static struct editing_lost lost[1];
static struct editing_evidence evidence[1] = {{"3", "07:40", "Asked Mara before work began"}};

enum { FINDING, SECTION, SENTENCE, NOTE, GROUP, ALL, KEY = 100, WORD_KEY = 900 };

static void run(struct ui *ui, struct fake *f)
{
    (void)f;
    editing_screen(ui, &view, &memory, &wishes);
}

static struct editing_part part(int index, enum editing_kind kind, const char *words)
{
    return (struct editing_part){.key = KEY + index, .kind = kind, .words = words, .told = words, .section = kind == EDITING_TITLE ? "" : "Promises",
                                 .depth = kind > EDITING_LEAD, .can_change = 1, .can_hide = kind != EDITING_TITLE, .can_add = 1};
}

static void open_page(void)
{
    parts[FINDING] = part(FINDING, EDITING_TITLE, "You asked first.");
    parts[SECTION] = part(SECTION, EDITING_SECTION, "Promises");
    parts[SENTENCE] = part(SENTENCE, EDITING_TEXT, "Five of fourteen ran out.");
    parts[SENTENCE].evidence = evidence;
    parts[SENTENCE].evidence_count = 1;
    parts[NOTE] = part(NOTE, EDITING_NOTE, "A promise counts when it names a time.");
    parts[GROUP] = part(GROUP, EDITING_GROUP, "07:40 · Nobody called.");
    parts[GROUP].can_change = 0;
    lost[0] = (struct editing_lost){7, REPORT_EDIT_CHANGE, "What was said once."};
    view = (struct view_editing){.parts = parts, .part_count = ALL, .lost = lost, .lost_count = 1, .newest = -1, .word = "", .word_key = WORD_KEY};
    editing_begin(&memory);
    memory.team = "Blue";
    fake_open(&fake, run, NULL);
    fake.width = 1280;
    fake.height = 800;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    wishes.count = 0;
}

static int close_page(void **state)
{
    (void)state;
    fake_close(&fake);
    editing_end(&memory);
    return 0;
}

static struct wish wished(void)
{
    struct wish none = {.kind = WISH_NONE}, last = wishes.count ? wishes.items[wishes.count - 1] : none;
    assert_true(wishes.count <= 1);
    wishes.count = 0;
    return last;
}

static void wishes_for(const char *key, enum wish_kind kind)
{
    fake_key(&fake, key);
    assert_int_equal(wished().kind, kind);
}

static void type(const char *words)
{
    struct ui_input input = {.kind = UI_INPUT_TEXT};
    snprintf(input.text, sizeof input.text, "%s", words);
    fake_run(&fake, &input);
}

static void is_edit(struct wish w, int32_t part_key, enum report_edit what, const char *words, const char *title)
{
    assert_int_equal(w.kind, WISH_COMMAND);
    assert_int_equal(w.command.kind, SIM_CMD_EDIT_REPORT);
    assert_int_equal(w.command.edit_report.part, part_key);
    assert_int_equal(w.command.edit_report.edit, what);
    assert_int_equal(w.has_words[0], words != NULL);
    assert_string_equal(w.words[0], words ? words : "");
    assert_int_equal(w.has_words[1], title != NULL);
    assert_string_equal(w.words[1], title ? title : "");
}

static int shows(const char *words) { return ui_item_find(fake.ui, UI_TEXT, words) != NULL; }

static void arrows_choose_and_enter_changes(void **state)
{
    (void)state;
    open_page();
    assert_int_equal(memory.chosen, FINDING);
    fake_key(&fake, "Down");
    fake_key(&fake, "Down");
    assert_int_equal(memory.chosen, SENTENCE);
    assert_true(shows("Asked Mara before work began"));
    fake_key(&fake, "Enter");
    assert_int_equal(memory.form, EDITING_CHANGE);
    assert_string_equal(ui_edit_text(&memory.words), "Five of fourteen ran out.");
    assert_true(shows("Asked Mara before work began"));
    type(" One was moved.");
    fake_key(&fake, "Enter");
    is_edit(wished(), KEY + SENTENCE, REPORT_EDIT_CHANGE, "Five of fourteen ran out. One was moved.", NULL);
    assert_int_equal(memory.form, EDITING_NO_FORM);
    assert_int_equal(memory.chosen, SENTENCE);
}

static void words_that_stay_are_no_edit(void **state)
{
    (void)state;
    open_page();
    fake_press_key(&fake, "c");
    fake_key(&fake, "Enter");
    assert_int_equal(wished().kind, WISH_NONE);
    assert_int_equal(memory.form, EDITING_NO_FORM);
    fake_press_key(&fake, "a");
    fake_key(&fake, "Enter");
    assert_int_equal(wished().kind, WISH_NONE);
    assert_int_equal(memory.form, EDITING_ADD);
}

static void hiding_and_restoring(void **state)
{
    (void)state;
    open_page();
    wishes_for("h", WISH_NONE);
    fake_key(&fake, "Down");
    fake_press_key(&fake, "h");
    is_edit(wished(), KEY + SECTION, REPORT_EDIT_HIDE, NULL, NULL);
    wishes_for("r", WISH_NONE);
    parts[SECTION].hidden = 1;
    view.edits = 1;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    assert_true(shows(text("editing.is-hidden")));
    fake_press_key(&fake, "h");
    is_edit(wished(), KEY + SECTION, REPORT_EDIT_SHOW, NULL, NULL);
    fake_press_key(&fake, "r");
    is_edit(wished(), KEY + SECTION, REPORT_EDIT_RESTORE, NULL, NULL);
}

static void a_section_needs_a_heading(void **state)
{
    (void)state;
    open_page();
    fake_press_key(&fake, "s");
    assert_int_equal(memory.form, EDITING_ADD_SECTION);
    type("What I saw");
    fake_key(&fake, "Ctrl+Enter");
    assert_int_equal(wished().kind, WISH_NONE);
    fake_key(&fake, "Enter");
    type("One.");
    fake_key(&fake, "Enter");
    type("Two.");
    fake_key(&fake, "Ctrl+Enter");
    is_edit(wished(), KEY + FINDING, REPORT_EDIT_SECTION, "One.\nTwo.", "What I saw");
}

static void the_word_is_written_and_taken_back(void **state)
{
    (void)state;
    open_page();
    fake_press_key(&fake, "w");
    assert_int_equal(memory.form, EDITING_WRITE_WORD);
    type("Thank you.");
    fake_key(&fake, "Ctrl+Enter");
    is_edit(wished(), WORD_KEY, REPORT_EDIT_WORD, "Thank you.", NULL);
    view.word = "Thank you.";
    view.edits = 1;
    fake_press_key(&fake, "w");
    assert_string_equal(ui_edit_text(&memory.words), "Thank you.");
    fake_key(&fake, "Ctrl+A");
    fake_key(&fake, "Backspace");
    fake_key(&fake, "Ctrl+Enter");
    is_edit(wished(), WORD_KEY, REPORT_EDIT_WORD, NULL, NULL);
}

static void what_was_typed_is_not_lost_by_escape(void **state)
{
    (void)state;
    open_page();
    fake_press_key(&fake, "a");
    type("Not yet whole");
    fake_key(&fake, "Escape");
    assert_int_equal(wished().kind, WISH_NONE);
    assert_int_equal(memory.form, EDITING_NO_FORM);
    fake_press_key(&fake, "a");
    assert_string_equal(ui_edit_text(&memory.words), "Not yet whole");
    fake_key(&fake, "Escape");
    fake_key(&fake, "Down");
    fake_press_key(&fake, "a");
    assert_string_equal(ui_edit_text(&memory.words), "");
    fake_key(&fake, "Escape");
    fake_key(&fake, "Escape");
    struct wish w = wished();
    assert_int_equal(w.kind, WISH_EDIT_REPORT);
    assert_int_equal(w.number, 0);
}

static void keys_of_the_page_are_letters_in_a_field(void **state)
{
    (void)state;
    open_page();
    fake_press_key(&fake, "a");
    for (const char *key = "chaswrupbn"; *key; key++) {
        fake_press_key(&fake, (const char[]){*key, '\0'});
        assert_int_equal(wished().kind, WISH_NONE);
    }
    assert_int_equal(memory.form, EDITING_ADD);
    assert_string_equal(ui_edit_text(&memory.words), "chaswrupbn");
}

static void pasted_lines_are_one_sentence(void **state)
{
    (void)state;
    open_page();
    fake_press_key(&fake, "a");
    ui_edit_set(&memory.words, "One.\nTwo.\nThree.");
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    assert_string_equal(ui_edit_text(&memory.words), "One. Two. Three.");
    assert_int_equal(wished().kind, WISH_NONE);
}

static void what_was_added_is_chosen_by_itself(void **state)
{
    (void)state;
    open_page();
    view.edits = 1;
    view.newest = NOTE;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    assert_int_equal(memory.chosen, NOTE);
    view.edits = 2;
    view.newest = -1;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    assert_int_equal(memory.chosen, NOTE);
}

/* Parts come before it: the chosen one stays chosen. */
static void the_chosen_part_stays_chosen(void **state)
{
    (void)state;
    open_page();
    fake_key(&fake, "Down");
    fake_key(&fake, "Down");
    struct editing_part moved[3] = {parts[FINDING], parts[NOTE], parts[SENTENCE]};
    view.parts = moved;
    view.part_count = 3;
    parts[NOTE].key = moved[1].key = 555;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    assert_int_equal(memory.key, KEY + SENTENCE);
    assert_int_equal(memory.chosen, 2);
}

static void what_is_told_no_more_can_be_read(void **state)
{
    (void)state;
    open_page();
    fake_press_key(&fake, "n");
    assert_int_equal(memory.chosen, SECTION);
    fake_press_key(&fake, "b");
    assert_int_equal(memory.chosen, FINDING);
    for (int i = 0; i < ALL; i++) fake_key(&fake, "Down");
    assert_int_equal(memory.chosen, ALL);
    assert_true(shows("What was said once."));
    assert_true(shows(text("editing.lost-how")));
    wishes_for("h", WISH_NONE);
    wishes_for("c", WISH_NONE);
    assert_int_equal(memory.form, EDITING_NO_FORM);
}

static void undo_preview_and_a_group(void **state)
{
    (void)state;
    open_page();
    wishes_for("u", WISH_NONE);
    memory.can_undo = 1;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    wishes_for("u", WISH_UNDO);
    wishes_for("p", WISH_REPORT);
    for (int i = 0; i < GROUP; i++) fake_key(&fake, "Down");
    assert_int_equal(memory.chosen, GROUP);
    fake_key(&fake, "Enter");
    assert_int_equal(memory.form, EDITING_NO_FORM);
    fake_press_key(&fake, "h");
    is_edit(wished(), KEY + GROUP, REPORT_EDIT_HIDE, NULL, NULL);
}

#define EDITING_TEST(name) cmocka_unit_test_teardown(name, close_page)
int main(void)
{
    const struct CMUnitTest tests[] = {EDITING_TEST(arrows_choose_and_enter_changes),       EDITING_TEST(words_that_stay_are_no_edit),
                                       EDITING_TEST(hiding_and_restoring),                  EDITING_TEST(a_section_needs_a_heading),
                                       EDITING_TEST(the_word_is_written_and_taken_back),    EDITING_TEST(what_was_typed_is_not_lost_by_escape),
                                       EDITING_TEST(keys_of_the_page_are_letters_in_a_field), EDITING_TEST(pasted_lines_are_one_sentence),
                                       EDITING_TEST(what_was_added_is_chosen_by_itself),    EDITING_TEST(the_chosen_part_stays_chosen),
                                       EDITING_TEST(what_is_told_no_more_can_be_read),      EDITING_TEST(undo_preview_and_a_group)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
