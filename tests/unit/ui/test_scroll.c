#include "fake.h"

#include <stdio.h>

struct state {
    int used[40], outside;
    float content;
};

static void screen(struct ui *ui, struct fake *f)
{
    struct state *s = f->state;
    struct rect r = ui_scroll_begin(ui, "rows", (struct rect){0, 100, 300, 200}, s->content);
    for (int i = 0; i < (int)(s->content / 40); i++)
        s->used[i] += ui_row(ui, (struct rect){r.x, r.y + (float)i * 40, r.w, 36},
                             arena_printf(ui_arena(ui), "Row %d", i), "", 0);
    ui_scroll_end(ui);
    s->outside += ui_button(ui, (struct rect){0, 310, 100, 30}, "Below", "", 0);
}

static void open(struct fake *f, struct state *s)
{
    *s = (struct state){.content = 800};
    fake_open(f, screen, s);
}

static void wheel(struct fake *f, float x, float y, float by)
{
    fake_run(f, &(struct ui_input){.kind = UI_INPUT_WHEEL, .x = x, .y = y, .wheel = by});
}

static float top(struct fake *f, const char *row)
{
    return fake_item(f, UI_ROW, row)->box.y;
}

static void test_the_wheel_moves_and_stops_at_the_ends(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    assert_true(top(&f, "Row 0") == 100);
    wheel(&f, 50, 150, 1);
    assert_true(top(&f, "Row 0") == 100);
    wheel(&f, 50, 150, -1);
    assert_true(top(&f, "Row 0") == 40);
    wheel(&f, 50, 500, -1);
    assert_true(top(&f, "Row 0") == 40);
    for (int i = 0; i < 20; i++)
        wheel(&f, 50, 150, -1);
    assert_true(top(&f, "Row 0") == -500);
    s.content = 120;
    fake_run(&f, NULL);
    assert_true(top(&f, "Row 0") == 100);
    fake_close(&f);
}

static void test_what_is_out_of_sight_takes_no_click(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    assert_true(top(&f, "Row 5") == 300);
    fake_click(&f, UI_BUTTON, "Below");
    assert_int_equal(s.outside, 1);
    assert_int_equal(s.used[5], 0);
    fake_close(&f);
}

static void test_the_focus_is_kept_in_sight(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    for (int i = 0; i < 10; i++)
        fake_key(&f, i % 2 ? "Tab" : "Down");
    assert_string_equal(fake_focus(&f), "Row 9");
    struct rect r = ui_focused(f.ui)->box;
    assert_true(r.y >= 100 && r.y + r.h <= 300);
    ui_focus(f.ui, UI_ROW, "Row 0");
    fake_run(&f, NULL);
    assert_true(top(&f, "Row 0") == 100);
    ui_focus_item(f.ui, fake_item(&f, UI_ROW, "Row 19")->id);
    fake_run(&f, NULL);
    assert_true(top(&f, "Row 19") + 36 <= 300);
    fake_click(&f, UI_ROW, "Row 19");
    assert_int_equal(s.used[19], 1);
    fake_close(&f);
}

static void test_page_keys(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_key(&f, "Page Down");
    assert_true(top(&f, "Row 0") == 100 - 180);
    fake_key(&f, "End");
    assert_true(top(&f, "Row 0") == -500);
    fake_key(&f, "Page Up");
    assert_true(top(&f, "Row 0") == -320);
    fake_key(&f, "Home");
    assert_true(top(&f, "Row 0") == 100);
    fake_close(&f);
}

static void test_the_bar_is_dragged(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_pointer(&f, UI_INPUT_PRESS, 296, 110, 1);
    fake_pointer(&f, UI_INPUT_MOVE, 296, 185, 0);
    assert_true(top(&f, "Row 0") == 100 - 300);
    fake_pointer(&f, UI_INPUT_RELEASE, 296, 185, 1);
    fake_pointer(&f, UI_INPUT_MOVE, 296, 110, 0);
    assert_true(top(&f, "Row 0") == 100 - 300);
    fake_pointer(&f, UI_INPUT_PRESS, 296, 298, 1);
    assert_true(top(&f, "Row 0") == 100 - 480);
    fake_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_wheel_moves_and_stops_at_the_ends),
        cmocka_unit_test(test_what_is_out_of_sight_takes_no_click),
        cmocka_unit_test(test_the_focus_is_kept_in_sight),
        cmocka_unit_test(test_page_keys),
        cmocka_unit_test(test_the_bar_is_dragged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
