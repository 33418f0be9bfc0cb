#include "fake.h"

/* At scale one and size 15 every character of the fake is 7.5 pixels wide, a line of text 20 high. */
static const float CHARACTER = 7.5f;

struct state {
    struct ui_edit one, many;
    int entered, changed;
};

static void screen(struct ui *ui, struct fake *f)
{
    struct state *s = f->state;
    int result = ui_field(ui, (struct rect){0, 0, 172, 36}, "Name", &s->one, "Who", 0);
    s->entered += result == 2;
    s->changed += result == 1;
    s->many.multiline = 1;
    s->changed += ui_field(ui, (struct rect){0, 50, 172, 100}, "Note", &s->many, "", 0) == 1;
    ui_button(ui, (struct rect){0, 160, 100, 30}, "Send", "Enter", 0);
}

static void open(struct fake *f, struct state *s)
{
    memset(s, 0, sizeof *s);
    fake_open(f, screen, s);
    fake_key(f, "Tab");
}

static void done(struct fake *f, struct state *s)
{
    ui_edit_release(&s->one);
    ui_edit_release(&s->many);
    fake_close(f);
}

static void type(struct fake *f, const char *text)
{
    for (; *text != '\0'; text++) {
        char one[2] = {*text, '\0'};
        fake_press_key(f, one);
    }
}

static void test_typing_shows_in_the_item(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    type(&f, "Mara L");
    assert_string_equal(fake_item(&f, UI_FIELD, "Name")->value, "Mara L");
    assert_int_equal(s.changed, 6);
    fake_key(&f, "Enter");
    assert_int_equal(s.entered, 1);
    assert_int_equal(ui_animating(f.ui), 500);
    done(&f, &s);
}

static void test_clipboard(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    type(&f, "one two");
    fake_key(&f, "Ctrl+Shift+Left");
    fake_key(&f, "Ctrl+X");
    assert_string_equal(f.clipboard, "two");
    assert_string_equal(ui_edit_text(&s.one), "one ");
    fake_key(&f, "Home");
    fake_key(&f, "Ctrl+V");
    assert_string_equal(ui_edit_text(&s.one), "twoone ");
    fake_key(&f, "Ctrl+Z");
    assert_string_equal(ui_edit_text(&s.one), "one ");
    fake_key(&f, "Ctrl+Y");
    assert_string_equal(ui_edit_text(&s.one), "twoone ");
    fake_key(&f, "Ctrl+A");
    fake_key(&f, "Ctrl+C");
    assert_string_equal(f.clipboard, "twoone ");
    fake_key(&f, "Ctrl+C");
    fake_key(&f, "Delete");
    assert_string_equal(ui_edit_text(&s.one), "");
    done(&f, &s);
}

static void test_a_large_paste_is_quick_and_bounded(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    f.clipboard = malloc(10001);
    memset(f.clipboard, 'w', 10000);
    f.clipboard[10000] = '\0';
    fake_key(&f, "Ctrl+V");
    assert_int_equal(s.one.text.length, 2000);
    for (int i = 0; i < f.list.count; i++)
        if (f.list.ops[i].kind == DRAW_TEXT && f.list.ops[i].text[0] == 'w')
            assert_true(strlen(f.list.ops[i].text) < 40);
    fake_key(&f, "Tab");
    fake_key(&f, "Ctrl+V");
    assert_int_equal(s.many.text.length, 2000);
    done(&f, &s);
}

static void test_the_caret_stays_in_sight(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    for (int i = 0; i < 10; i++)
        type(&f, "abcdef ");
    struct rect box = fake_item(&f, UI_FIELD, "Name")->box;
    const struct draw_op *caret = &f.list.ops[f.list.count - 1];
    for (int i = 0; i < f.list.count; i++)
        if (f.list.ops[i].kind == DRAW_RECT && f.list.ops[i].color == theme_color(THEME_DARK, THEME_TEAM))
            caret = &f.list.ops[i];
    assert_int_equal(caret->kind, DRAW_RECT);
    assert_true(caret->box.x > box.x + box.w / 2 && caret->box.x < box.x + box.w);
    assert_true(s.one.scroll > 0);
    fake_key(&f, "Home");
    assert_true(s.one.scroll == 0);
    done(&f, &s);
}

static void test_lines_are_broken_between_words(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_key(&f, "Tab");
    f.clipboard = strdup("twenty characters or so make a line\nsecond");
    fake_key(&f, "Ctrl+V");
    const char *shown[] = {"twenty characters or ", "so make a line", "second"};
    int found = 0;
    for (int i = 0; i < f.list.count && found < 3; i++)
        if (f.list.ops[i].kind == DRAW_TEXT && strcmp(f.list.ops[i].text, shown[found]) == 0)
            found++;
    assert_int_equal(found, 3);
    fake_key(&f, "Up");
    fake_key(&f, "Home");
    assert_int_equal(s.many.caret, 21);
    fake_key(&f, "Up");
    fake_key(&f, "End");
    assert_int_equal(s.many.caret, 20);
    fake_key(&f, "Ctrl+End");
    fake_key(&f, "Enter");
    assert_int_equal(s.many.text.length, 43);
    done(&f, &s);
}

static void test_up_and_down_keep_their_column(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    ui_edit_set(&s.many, "longer line\nab\nlonger again");
    fake_key(&f, "Tab");
    fake_key(&f, "Ctrl+Home");
    for (int i = 0; i < 7; i++)
        fake_key(&f, "Right");
    fake_key(&f, "Down");
    assert_int_equal(s.many.caret, 14);
    fake_key(&f, "Down");
    assert_int_equal(s.many.caret, 15 + 7);
    fake_key(&f, "Down");
    assert_int_equal(s.many.caret, s.many.text.length);
    done(&f, &s);
}

static void test_the_mouse_sets_the_caret_and_selects(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    ui_edit_set(&s.one, "Mara Lind");
    float x = 11;
    fake_pointer(&f, UI_INPUT_PRESS, x + 2 * CHARACTER, 18, 1);
    assert_int_equal(s.one.caret, 2);
    fake_pointer(&f, UI_INPUT_MOVE, x + 4 * CHARACTER, 18, 0);
    fake_pointer(&f, UI_INPUT_RELEASE, x + 4 * CHARACTER, 18, 1);
    fake_pointer(&f, UI_INPUT_MOVE, x + 8 * CHARACTER, 18, 0);
    fake_key(&f, "Ctrl+C");
    assert_string_equal(f.clipboard, "ra");
    fake_pointer(&f, UI_INPUT_PRESS, x + 7 * CHARACTER, 18, 2);
    fake_key(&f, "Ctrl+C");
    assert_string_equal(f.clipboard, "Lind");
    done(&f, &s);
}

static void test_a_narrow_field_does_not_hang(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    ui_edit_set(&s.many, "👩‍🚀👩‍🚀 unbreakable\n\n\nx");
    ui_set_scale(f.ui, 2);
    fake_key(&f, "Tab");
    for (int i = 0; i < 30; i++)
        fake_key(&f, i % 2 ? "Up" : "Left");
    assert_int_equal(s.many.caret, 0);
    done(&f, &s);
}

static void test_tab_leaves_a_field(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_key(&f, "Tab");
    fake_key(&f, "Tab");
    assert_string_equal(fake_focus(&f), "Send");
    assert_false(ui_typing(f.ui));
    fake_key(&f, "Up");
    assert_string_equal(fake_focus(&f), "Note");
    done(&f, &s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_typing_shows_in_the_item),
        cmocka_unit_test(test_clipboard),
        cmocka_unit_test(test_a_large_paste_is_quick_and_bounded),
        cmocka_unit_test(test_the_caret_stays_in_sight),
        cmocka_unit_test(test_lines_are_broken_between_words),
        cmocka_unit_test(test_up_and_down_keep_their_column),
        cmocka_unit_test(test_the_mouse_sets_the_caret_and_selects),
        cmocka_unit_test(test_a_narrow_field_does_not_hang),
        cmocka_unit_test(test_tab_leaves_a_field),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
