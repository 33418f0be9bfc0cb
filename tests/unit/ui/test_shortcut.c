#include "fake.h"

struct state {
    int a, plus, f6, undo, enter, digit, noted, disabled, other;
    int note_open;
    struct ui_edit note;
};

static void screen(struct ui *ui, struct fake *f)
{
    struct state *s = f->state;
    struct rect r = {0, 0, 100, 30};
    s->a += ui_button(ui, r, "Call back", "A", 0);
    s->plus += ui_shortcut(ui, "+");
    s->f6 += ui_shortcut(ui, "F6");
    s->undo += ui_shortcut(ui, "Ctrl+Z");
    s->enter += ui_shortcut(ui, "Ctrl+Enter");
    s->digit += ui_shortcut(ui, "2");
    s->other += ui_shortcut(ui, "A");
    s->disabled += ui_button(ui, (struct rect){0, 40, 100, 30}, "Not now", "D", UI_DISABLED);
    if (ui_button(ui, (struct rect){0, 80, 100, 30}, "Note", "N", 0)) {
        s->note_open = 1;
        ui_focus(ui, UI_FIELD, "Note");
    }
    if (s->note_open)
        s->noted += ui_field(ui, (struct rect){0, 120, 200, 30}, "Note", &s->note, "", 0) == 2;
}

static void open(struct fake *f, struct state *s)
{
    memset(s, 0, sizeof *s);
    fake_open(f, screen, s);
}

static void done(struct fake *f, struct state *s)
{
    ui_edit_release(&s->note);
    fake_close(f);
}

static void test_chords_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        struct ui_chord chord;
    } cases[] = {
        {"A", {'a', 0}},
        {"a", {'a', 0}},
        {"Ctrl+Shift+Z", {'z', UI_CTRL | UI_SHIFT}},
        {"F6", {UI_KEY_F6, 0}},
        {"f12", {UI_KEY_F12, 0}},
        {"Space", {UI_KEY_SPACE, 0}},
        {"esc", {UI_KEY_ESCAPE, 0}},
        {"+", {'+', 0}},
        {"Ctrl++", {'+', UI_CTRL}},
        {"\"", {'"', 0}},
        {"Page Down", {UI_KEY_PAGE_DOWN, 0}},
        {"PgDn", {UI_KEY_PAGE_DOWN, 0}},
        {"[", {'[', 0}},
        {"é", {0xE9, 0}},
        {"Alt+Enter", {UI_KEY_ENTER, UI_ALT}},
        {"", {0, 0}},
        {"Ctrl+", {0, 0}},
        {"Hyper+A", {0, 0}},
        {"F0", {0, 0}},
        {"F13", {0, 0}},
        {"ж", {0, 0}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ui_chord chord = ui_chord_parse(cases[i].text);
        assert_int_equal(chord.key, cases[i].chord.key);
        assert_int_equal(chord.modifiers, cases[i].chord.modifiers);
    }
}

static void test_a_key_acts_once(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_press_key(&f, "a");
    assert_int_equal(s.a, 1);
    assert_int_equal(s.other, 0);
    fake_key(&f, "Ctrl+A");
    fake_key(&f, "Shift+A");
    fake_key(&f, "d");
    assert_int_equal(s.a, 1);
    assert_int_equal(s.disabled, 0);
    done(&f, &s);
}

/* US keyboards send = with Shift for +; French ones send & for 1, and only the text tells. */
static void test_signs_work_on_any_layout(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_key(&f, "Shift+=");
    fake_text(&f, "+");
    assert_int_equal(s.plus, 1);
    fake_key(&f, "+");
    assert_int_equal(s.plus, 2);
    fake_key(&f, "Shift+é");
    fake_text(&f, "2");
    assert_int_equal(s.digit, 1);
    fake_press_key(&f, "2");
    assert_int_equal(s.digit, 2);
    fake_key(&f, "Shift+2");
    assert_int_equal(s.digit, 2);
    done(&f, &s);
}

static void test_the_key_that_opens_a_field_is_not_typed_into_it(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_press_key(&f, "n");
    assert_true(ui_typing(f.ui));
    assert_string_equal(ui_edit_text(&s.note), "");
    fake_press_key(&f, "n");
    fake_press_key(&f, "a");
    assert_string_equal(ui_edit_text(&s.note), "na");
    assert_int_equal(s.a, 0);
    done(&f, &s);
}

/* An input method sends text without keys: only the one key's text is swallowed. */
static void test_text_without_a_key_is_typed(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_key(&f, "n");
    fake_pointer(&f, UI_INPUT_MOVE, 5, 5, 0);
    fake_text(&f, "日本");
    assert_string_equal(ui_edit_text(&s.note), "日本");
    done(&f, &s);
}

static void test_while_typing_only_unmistakable_keys_act(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_press_key(&f, "n");
    fake_press_key(&f, "x");
    fake_press_key(&f, "a");
    fake_press_key(&f, "2");
    fake_press_key(&f, "+");
    fake_key(&f, "Ctrl+Z");
    assert_int_equal(s.a + s.plus + s.digit + s.undo, 0);
    fake_key(&f, "F6");
    fake_key(&f, "Ctrl+Enter");
    assert_int_equal(s.f6, 1);
    assert_int_equal(s.enter, 1);
    fake_key(&f, "Enter");
    assert_int_equal(s.noted, 1);
    fake_key(&f, "Esc");
    assert_false(ui_typing(f.ui));
    fake_key(&f, "Ctrl+Z");
    assert_int_equal(s.undo, 1);
    done(&f, &s);
}

static void test_altgr_is_typing(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_press_key(&f, "n");
    fake_key(&f, "Ctrl+Alt+Enter");
    fake_text(&f, "€");
    assert_int_equal(s.enter, 0);
    assert_string_equal(ui_edit_text(&s.note), "€");
    done(&f, &s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chords_are_read),
        cmocka_unit_test(test_a_key_acts_once),
        cmocka_unit_test(test_signs_work_on_any_layout),
        cmocka_unit_test(test_the_key_that_opens_a_field_is_not_typed_into_it),
        cmocka_unit_test(test_text_without_a_key_is_typed),
        cmocka_unit_test(test_while_typing_only_unmistakable_keys_act),
        cmocka_unit_test(test_altgr_is_typing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
