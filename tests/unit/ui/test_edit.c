#include "fake.h"
#include "ui/edit.h"

static void type(struct ui_edit *e, const char *text)
{
    for (size_t at = 0; text[at] != '\0';) {
        char one[64] = "";
        size_t next = utf8_next(text, at);
        memcpy(one, text + at, next - at);
        ui_edit_insert(e, one, 1);
        at = next;
    }
}

static void backspace(struct ui_edit *e)
{
    ui_edit_erase(e, (int)utf8_previous(ui_edit_text(e), (size_t)e->caret));
}

static void test_marks_and_joined_emoji_go_whole(void **state)
{
    (void)state;
    struct ui_edit e = {0};
    ui_edit_set(&e, "a"
                    "e\xCC\x81"
                    "👩‍🚀"
                    "🇳🇱");
    backspace(&e);
    assert_string_equal(ui_edit_text(&e), "a"
                                          "e\xCC\x81"
                                          "👩‍🚀");
    backspace(&e);
    assert_string_equal(ui_edit_text(&e), "a"
                                          "e\xCC\x81");
    backspace(&e);
    assert_string_equal(ui_edit_text(&e), "a");
    ui_edit_release(&e);
}

static void test_right_to_left_keeps_its_order(void **state)
{
    (void)state;
    struct ui_edit e = {0};
    type(&e, "שלום");
    assert_string_equal(ui_edit_text(&e), "שלום");
    ui_edit_move(&e, 2, 0);
    type(&e, "ב");
    assert_string_equal(ui_edit_text(&e), "שבלום");
    ui_edit_move(&e, 3, 0);
    assert_int_equal(e.caret, 2);
    ui_edit_release(&e);
}

static void test_what_may_not_stand_in_a_text_is_refused(void **state)
{
    (void)state;
    struct ui_edit e = {0};
    assert_false(ui_edit_insert(&e, "\x01\x1B\x7F\xC2\x85", 0));
    assert_true(ui_edit_insert(&e,
                               "a\tb\r\nc\xFF"
                               "d\xE2\x80\xAE"
                               "e",
                               0));
    assert_string_equal(ui_edit_text(&e), "a b cde");
    e.multiline = 1;
    ui_edit_set(&e, "one\r\ntwo\rthree");
    assert_string_equal(ui_edit_text(&e), "one\ntwo\nthree");
    assert_int_equal(utf8_check(e.text.text, e.text.length), e.text.length);
    ui_edit_release(&e);
}

static void test_the_limit_counts_characters_and_cuts_none_in_two(void **state)
{
    (void)state;
    struct ui_edit e = {.limit = 5};
    ui_edit_insert(&e, "äöüßéè", 0);
    assert_string_equal(ui_edit_text(&e), "äöüßé");
    assert_false(ui_edit_insert(&e, "x", 1));
    ui_edit_select_all(&e);
    ui_edit_insert(&e,
                   "abc"
                   "e\xCC\x81\xCC\x82",
                   0);
    assert_string_equal(ui_edit_text(&e), "abc");
    ui_edit_release(&e);
}

static void test_ten_thousand_pasted_characters_are_cut_to_the_limit(void **state)
{
    (void)state;
    struct ui_edit e = {0};
    struct str big = {0};
    for (int i = 0; i < 10000; i++)
        str_append(&big, i % 10 == 9 ? " " : "ü");
    ui_edit_insert(&e, "before ", 0);
    assert_true(ui_edit_insert(&e, str_text(&big), 0));
    assert_int_equal(utf8_count(ui_edit_text(&e)), UI_EDIT_LIMIT);
    assert_int_equal(e.caret, e.text.length);
    ui_edit_undo(&e);
    assert_string_equal(ui_edit_text(&e), "before ");
    str_release(&big);
    ui_edit_release(&e);
}

static void test_a_selection_is_replaced(void **state)
{
    (void)state;
    struct ui_edit e = {0};
    ui_edit_set(&e, "one two three");
    ui_edit_move(&e, 4, 0);
    ui_edit_move(&e, 7, 1);
    char *selected = ui_edit_selection_dup(&e);
    assert_string_equal(selected, "two");
    free(selected);
    type(&e, "2");
    assert_string_equal(ui_edit_text(&e), "one 2 three");
    assert_int_equal(e.caret, 5);
    ui_edit_undo(&e);
    assert_string_equal(ui_edit_text(&e), "one two three");
    ui_edit_release(&e);
}

static void test_words_are_walked(void **state)
{
    (void)state;
    struct ui_edit e = {0};
    ui_edit_set(&e, "Hall B: zwölf  Türen");
    int at = 0;
    const int right[] = {5, 6, 8, 16, 22, 22};
    for (int i = 0; i < 6; i++)
        assert_int_equal(at = ui_edit_word_right(&e, at), right[i]);
    const int left[] = {16, 8, 6, 5, 0, 0};
    for (int i = 0; i < 6; i++)
        assert_int_equal(at = ui_edit_word_left(&e, at), left[i]);
    ui_edit_select_word(&e, 10);
    char *word = ui_edit_selection_dup(&e);
    assert_string_equal(word, "zwölf");
    free(word);
    ui_edit_release(&e);
}

static void test_a_typed_word_is_one_step_back(void **state)
{
    (void)state;
    struct ui_edit e = {0};
    type(&e, "one two");
    assert_true(ui_edit_undo(&e));
    assert_string_equal(ui_edit_text(&e), "one ");
    assert_true(ui_edit_undo(&e));
    assert_string_equal(ui_edit_text(&e), "");
    assert_false(ui_edit_undo(&e));
    assert_true(ui_edit_redo(&e));
    assert_true(ui_edit_redo(&e));
    assert_string_equal(ui_edit_text(&e), "one two");
    assert_false(ui_edit_redo(&e));
    ui_edit_release(&e);
}

static void test_undo_puts_the_caret_where_it_changed(void **state)
{
    (void)state;
    struct ui_edit e = {0};
    ui_edit_set(&e, "one three");
    ui_edit_move(&e, 4, 0);
    ui_edit_insert(&e, "two ", 0);
    ui_edit_move(&e, 0, 0);
    ui_edit_undo(&e);
    assert_int_equal(e.caret, 4);
    ui_edit_redo(&e);
    assert_int_equal(e.caret, 8);
    ui_edit_release(&e);
}

static void test_a_new_change_forgets_what_was_undone(void **state)
{
    (void)state;
    struct ui_edit e = {0};
    ui_edit_insert(&e, "a", 0);
    ui_edit_insert(&e, "b", 0);
    ui_edit_undo(&e);
    ui_edit_insert(&e, "c", 0);
    assert_false(ui_edit_redo(&e));
    assert_string_equal(ui_edit_text(&e), "ac");
    ui_edit_undo(&e);
    assert_string_equal(ui_edit_text(&e), "a");
    ui_edit_release(&e);
}

static void test_more_changes_than_can_be_remembered(void **state)
{
    (void)state;
    struct ui_edit e = {0};
    for (int i = 0; i < 100; i++)
        ui_edit_insert(&e, "x", 0);
    int undone = 0;
    while (ui_edit_undo(&e))
        undone++;
    assert_int_equal(undone, 31);
    assert_int_equal(e.text.length, 69);
    while (ui_edit_redo(&e))
        undone--;
    assert_int_equal(undone, 0);
    assert_int_equal(e.text.length, 100);
    ui_edit_release(&e);
}

static void test_an_owner_may_change_the_text(void **state)
{
    (void)state;
    struct ui_edit e = {0};
    ui_edit_insert(&e, "long enough", 0);
    str_clear(&e.text);
    str_append(&e.text, "ü");
    ui_edit_settle(&e);
    assert_int_equal(e.caret, 2);
    assert_false(ui_edit_undo(&e));
    ui_edit_insert(&e, "!", 1);
    assert_true(ui_edit_undo(&e));
    assert_string_equal(ui_edit_text(&e), "ü");
    ui_edit_release(&e);
}

static void assert_sound(const struct ui_edit *e)
{
    const char *words = ui_edit_text(e);
    size_t stop = 0, length = strlen(words);
    int caret = e->caret == 0, anchor = e->anchor == 0;
    while (stop < length) {
        stop = utf8_next(words, stop);
        caret |= stop == (size_t)e->caret;
        anchor |= stop == (size_t)e->anchor;
    }
    assert_true(caret && anchor);
    assert_int_equal(utf8_check(words, length), length);
    assert_true(utf8_count(words) <= 40);
}

static void do_anything(struct ui_edit *e, unsigned dice)
{
    static const char *const pieces[] = {"a",        " ",           "é",    "e\xCC\x81",
                                         "\xCC\x88", "👩‍🚀", "🇳🇱",   "\xE2\x80\x8D",
                                         "שלום",     "\n",          "日本", "\xF0\x9F\x8F\xBD"};
    int to = (int)(dice / 16 % (e->text.length + 3)) - 1;
    switch (dice % 9) {
    case 0: ui_edit_erase(e, (int)utf8_previous(ui_edit_text(e), (size_t)e->caret)); break;
    case 1: ui_edit_erase(e, (int)utf8_next(ui_edit_text(e), (size_t)e->caret)); break;
    case 2: ui_edit_move(e, to, dice / 8192 % 2); break;
    case 3: ui_edit_undo(e); break;
    case 4: ui_edit_redo(e); break;
    case 5: ui_edit_move(e, ui_edit_word_left(e, e->caret), 0); break;
    case 6: ui_edit_move(e, ui_edit_word_right(e, e->caret), 1); break;
    default: ui_edit_insert(e, pieces[dice / 16 % 12], dice / 4096 % 2); break;
    }
}

static void test_nothing_leaves_half_a_character(void **state)
{
    (void)state;
    struct ui_edit e = {.limit = 40, .multiline = 1};
    uint32_t dice = 12345;
    for (int i = 0; i < 20000; i++) {
        dice = dice * 1664525u + 1013904223u;
        do_anything(&e, dice >> 8);
        assert_sound(&e);
    }
    ui_edit_release(&e);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_and_joined_emoji_go_whole),
        cmocka_unit_test(test_right_to_left_keeps_its_order),
        cmocka_unit_test(test_what_may_not_stand_in_a_text_is_refused),
        cmocka_unit_test(test_the_limit_counts_characters_and_cuts_none_in_two),
        cmocka_unit_test(test_ten_thousand_pasted_characters_are_cut_to_the_limit),
        cmocka_unit_test(test_a_selection_is_replaced),
        cmocka_unit_test(test_words_are_walked),
        cmocka_unit_test(test_a_typed_word_is_one_step_back),
        cmocka_unit_test(test_undo_puts_the_caret_where_it_changed),
        cmocka_unit_test(test_a_new_change_forgets_what_was_undone),
        cmocka_unit_test(test_more_changes_than_can_be_remembered),
        cmocka_unit_test(test_an_owner_may_change_the_text),
        cmocka_unit_test(test_nothing_leaves_half_a_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
