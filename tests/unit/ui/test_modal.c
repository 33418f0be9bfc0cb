#include "fake.h"

struct state {
    int open, inner_open, behind, inside, deepest, escaped, no_escape;
};

static void dialogs(struct ui *ui, struct state *s)
{
    int escaped = 0;
    struct rect r = ui_modal_begin(ui, "Close it?", 400, 300, s->no_escape ? NULL : &escaped);
    s->inside += ui_button(ui, (struct rect){r.x, r.y, 100, 30}, "Yes", "Y", 0);
    if (ui_button(ui, (struct rect){r.x, r.y + 40, 100, 30}, "More", "", 0))
        s->inner_open = 1;
    ui_modal_end(ui);
    if (escaped) {
        s->escaped++;
        s->open = 0;
    }
    if (!s->inner_open)
        return;
    r = ui_modal_begin(ui, "Really?", 200, 150, &escaped);
    s->deepest += ui_button(ui, (struct rect){r.x, r.y, 100, 30}, "Deep", "", 0);
    ui_modal_end(ui);
    s->inner_open = !escaped;
}

static void screen(struct ui *ui, struct fake *f)
{
    struct state *s = f->state;
    s->open |= ui_button(ui, (struct rect){0, 0, 100, 30}, "Other", "O", 0);
    s->behind += ui_button(ui, (struct rect){0, 40, 100, 30}, "Yes", "Y", 0);
    s->behind += ui_shortcut(ui, "B");
    if (s->open)
        dialogs(ui, s);
}

static void open(struct fake *f, struct state *s)
{
    memset(s, 0, sizeof *s);
    fake_open(f, screen, s);
    fake_key(f, "Tab");
    fake_key(f, "Enter");
    assert_true(s->open);
}

static void test_focus_goes_in_and_comes_back(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    assert_string_equal(fake_focus(&f), "Yes");
    fake_key(&f, "Tab");
    assert_string_equal(fake_focus(&f), "More");
    fake_key(&f, "Tab");
    assert_string_equal(fake_focus(&f), "Yes");
    fake_key(&f, "Esc");
    assert_int_equal(s.escaped, 1);
    assert_string_equal(fake_focus(&f), "Other");
    fake_close(&f);
}

static void test_nothing_behind_it_acts(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_key(&f, "Y");
    fake_key(&f, "B");
    assert_int_equal(s.behind, 0);
    assert_int_equal(s.inside, 1);
    const struct ui_item *other = fake_item(&f, UI_BUTTON, "Other");
    assert_false(other->reachable);
    assert_false(other->focusable);
    s.no_escape = 1;
    fake_click(&f, UI_BUTTON, "Other");
    assert_int_equal(s.escaped, 0);
    assert_true(s.open);
    fake_close(&f);
}

static void test_equal_labels_mean_the_one_in_front(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    assert_true(fake_item(&f, UI_BUTTON, "Yes")->reachable);
    fake_click(&f, UI_BUTTON, "Yes");
    assert_int_equal(s.inside, 1);
    assert_int_equal(s.behind, 0);
    fake_close(&f);
}

static void test_a_click_outside_and_the_close_button_leave(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_pointer(&f, UI_INPUT_PRESS, 5, 500, 1);
    fake_pointer(&f, UI_INPUT_RELEASE, 5, 500, 1);
    assert_int_equal(s.escaped, 1);
    assert_null(ui_item_find(f.ui, UI_DIALOG, "Close it?"));
    fake_key(&f, "O");
    assert_non_null(ui_item_find(f.ui, UI_DIALOG, "Close it?"));
    fake_click(&f, UI_BUTTON, "ui.close");
    assert_int_equal(s.escaped, 2);
    fake_close(&f);
}

/* Somebody who selects text in a field and lets go beside the dialog does not want to leave. */
static void test_a_press_inside_let_go_outside_stays(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_pointer(&f, UI_INPUT_PRESS, 500, 300, 1);
    fake_pointer(&f, UI_INPUT_RELEASE, 5, 500, 1);
    assert_int_equal(s.escaped, 0);
    fake_close(&f);
}

static void test_dialogs_nest(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_key(&f, "Tab");
    fake_key(&f, "Space");
    assert_string_equal(fake_focus(&f), "Deep");
    fake_key(&f, "Y");
    assert_int_equal(s.inside + s.behind, 0);
    fake_key(&f, "Enter");
    assert_int_equal(s.deepest, 1);
    fake_key(&f, "Esc");
    assert_false(s.inner_open);
    assert_true(s.open);
    assert_string_equal(fake_focus(&f), "More");
    fake_key(&f, "Esc");
    assert_false(s.open);
    assert_string_equal(fake_focus(&f), "Other");
    fake_close(&f);
}

static void test_it_stays_within_a_small_window(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    f.width = 300;
    f.height = 200;
    fake_run(&f, NULL);
    struct rect r = fake_item(&f, UI_DIALOG, "Close it?")->box;
    assert_true(r.x >= 0 && r.y >= 0 && r.x + r.w <= 300 && r.y + r.h <= 200);
    fake_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_focus_goes_in_and_comes_back),
        cmocka_unit_test(test_nothing_behind_it_acts),
        cmocka_unit_test(test_equal_labels_mean_the_one_in_front),
        cmocka_unit_test(test_a_click_outside_and_the_close_button_leave),
        cmocka_unit_test(test_a_press_inside_let_go_outside_stays),
        cmocka_unit_test(test_dialogs_nest),
        cmocka_unit_test(test_it_stays_within_a_small_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
