#include "fake.h"

struct state {
    int used[8], without_b, b_disabled, renamed, moved;
};

/* A B
 * C D, and E below: three rows of two columns. */
static void screen(struct ui *ui, struct fake *f)
{
    struct state *s = f->state;
    s->used[0] += ui_button(ui, (struct rect){0, 0, 100, 30}, s->renamed ? "Resume" : "A", "", 0);
    if (!s->without_b)
        s->used[1] += ui_button(ui, (struct rect){110, 0, 100, 30}, "B", "", s->b_disabled ? UI_DISABLED : 0);
    s->used[2] += ui_button(ui, (struct rect){0, 40, 100, 30}, "C", "", 0);
    ui_scope_push(ui, s->moved ? "elsewhere" : "here");
    s->used[3] += ui_button(ui, (struct rect){s->moved ? 500.0f : 110, 40, 100, 30}, "D", "", 0);
    ui_scope_pop(ui);
    s->used[4] += ui_button(ui, (struct rect){0, 80, 210, 30}, "E", "Space", 0);
    ui_text(ui, (struct rect){0, 120, 200, 20}, 15, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, 0, "no focus");
}

static void open(struct fake *f, struct state *s)
{
    memset(s, 0, sizeof *s);
    fake_open(f, screen, s);
}

static void test_tab_follows_the_items_and_comes_round(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    const char *order[] = {"A", "B", "C", "D", "E", "A"};
    for (int i = 0; i < 6; i++) {
        fake_key(&f, "Tab");
        assert_string_equal(fake_focus(&f), order[i]);
    }
    fake_key(&f, "Shift+Tab");
    assert_string_equal(fake_focus(&f), "E");
    fake_close(&f);
}

static void test_disabled_is_seen_but_not_focused_or_used(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    s.b_disabled = 1;
    fake_key(&f, "Tab");
    fake_key(&f, "Tab");
    assert_string_equal(fake_focus(&f), "C");
    const struct ui_item *b = fake_item(&f, UI_BUTTON, "B");
    assert_false(b->enabled);
    assert_false(b->focusable);
    fake_click(&f, UI_BUTTON, "B");
    assert_int_equal(s.used[1], 0);
    fake_close(&f);
}

static void test_arrows_go_to_the_nearest_that_way(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    const char *keys[] = {"Right", "Right", "Down", "Down", "Down", "Up", "Left", "Up", "Left"};
    const char *there[] = {"A", "B", "D", "E", "E", "C", "C", "A", "A"};
    for (int i = 0; i < 9; i++) {
        fake_key(&f, keys[i]);
        assert_string_equal(fake_focus(&f), there[i]);
    }
    fake_close(&f);
}

static void test_enter_and_space_use_what_shows_the_ring(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_key(&f, "Tab");
    fake_key(&f, "Enter");
    fake_key(&f, "Space");
    assert_int_equal(s.used[0], 2);
    assert_int_equal(s.used[4], 0);
    fake_close(&f);
}

/* A click leaves the focus where it was clicked, but Space goes on to pause the clock. */
static void test_after_a_click_space_is_the_shortcut_again(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_click(&f, UI_BUTTON, "C");
    assert_int_equal(s.used[2], 1);
    fake_key(&f, "Space");
    assert_int_equal(s.used[2], 1);
    assert_int_equal(s.used[4], 1);
    fake_key(&f, "Right");
    assert_string_equal(fake_focus(&f), "D");
    fake_close(&f);
}

static int rings(const struct fake *f)
{
    int count = 0;
    uint32_t color = theme_color(THEME_DARK, THEME_FOCUS);
    for (int i = 0; i < f->list.count; i++)
        count += f->list.ops[i].kind == DRAW_FRAME && f->list.ops[i].color == color;
    return count;
}

static void test_the_ring_shows_for_keys_only(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_click(&f, UI_BUTTON, "C");
    assert_int_equal(rings(&f), 0);
    fake_key(&f, "Tab");
    assert_int_equal(rings(&f), 1);
    fake_close(&f);
}

static void test_focus_stays_in_its_place_when_words_change_or_go(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_key(&f, "Tab");
    s.renamed = 1;
    fake_run(&f, NULL);
    assert_string_equal(fake_focus(&f), "Resume");
    fake_key(&f, "Tab");
    assert_string_equal(fake_focus(&f), "B");
    s.without_b = 1;
    fake_run(&f, NULL);
    assert_string_equal(fake_focus(&f), "");
    fake_key(&f, "Tab");
    assert_string_equal(fake_focus(&f), "C");
    fake_close(&f);
}

static void test_focus_follows_to_another_pane(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    ui_focus(f.ui, UI_BUTTON, "D");
    fake_run(&f, NULL);
    s.moved = 1;
    fake_run(&f, NULL);
    assert_string_equal(fake_focus(&f), "D");
    assert_true(ui_focused(f.ui)->box.x == 500);
    fake_close(&f);
}

static void test_focus_can_be_asked_for_before_it_is_there(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    ui_focus(f.ui, UI_BUTTON, "D");
    fake_run(&f, NULL);
    assert_string_equal(fake_focus(&f), "D");
    ui_focus(f.ui, UI_BUTTON, "no such");
    fake_run(&f, NULL);
    assert_string_equal(fake_focus(&f), "D");
    fake_close(&f);
}

static void test_a_press_let_go_elsewhere_does_nothing(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_pointer(&f, UI_INPUT_PRESS, 50, 15, 1);
    fake_pointer(&f, UI_INPUT_MOVE, 150, 15, 0);
    fake_pointer(&f, UI_INPUT_RELEASE, 150, 15, 1);
    assert_int_equal(s.used[0] + s.used[1], 0);
    fake_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tab_follows_the_items_and_comes_round),
        cmocka_unit_test(test_disabled_is_seen_but_not_focused_or_used),
        cmocka_unit_test(test_arrows_go_to_the_nearest_that_way),
        cmocka_unit_test(test_enter_and_space_use_what_shows_the_ring),
        cmocka_unit_test(test_after_a_click_space_is_the_shortcut_again),
        cmocka_unit_test(test_the_ring_shows_for_keys_only),
        cmocka_unit_test(test_focus_stays_in_its_place_when_words_change_or_go),
        cmocka_unit_test(test_focus_follows_to_another_pane),
        cmocka_unit_test(test_focus_can_be_asked_for_before_it_is_there),
        cmocka_unit_test(test_a_press_let_go_elsewhere_does_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
