#include "fake.h"

struct state {
    int on, steps, row, inner, twin[2];
    int flags;
};

static void screen(struct ui *ui, struct fake *f)
{
    struct state *s = f->state;
    ui_choice(ui, (struct rect){0, 0, 200, 30}, "Under control", "5", s->flags);
    ui_check(ui, (struct rect){0, 40, 200, 30}, "Show promises", "P", &s->on, 0);
    s->steps += ui_stepper(ui, (struct rect){0, 80, 200, 30}, "Pace", "1 min = 6 s", "-", "+", 0);
    s->row += ui_row(ui, (struct rect){0, 120, 200, 30}, "Row", "", UI_SELECTED);
    s->inner += ui_button(ui, (struct rect){150, 122, 40, 26}, "Hold", "", 0);
    ui_scope_push(ui, "left");
    s->twin[0] += ui_row(ui, (struct rect){0, 160, 90, 30}, "Mara", "", 0);
    ui_scope_pop(ui);
    ui_scope_push(ui, "right");
    s->twin[1] += ui_row(ui, (struct rect){100, 160, 90, 30}, "Mara", "", 0);
    ui_scope_pop(ui);
    ui_row(ui, (struct rect){0, 200, 90, 30}, "Same", "", 0);
    ui_row(ui, (struct rect){0, 240, 90, 30}, "Same", "", 0);
    ui_card(ui, (struct rect){300, 0, 90, 90}, "Card", "", 0);
    ui_text(ui, (struct rect){300, 100, 100, 0}, 20, WEIGHT_BOLD, THEME_TEXT, ALIGN_LEFT, 2,
            "thirty characters of some text");
    ui_pill(ui, 300, 200, 12, THEME_BAD, THEME_BAD_PANEL, "late");
}

static void open(struct fake *f, struct state *s)
{
    memset(s, 0, sizeof *s);
    fake_open(f, screen, s);
}

static void test_values_say_what_is_on(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    assert_string_equal(fake_item(&f, UI_CHOICE, "Under control")->value, "off");
    s.flags = UI_SELECTED;
    fake_run(&f, NULL);
    assert_string_equal(fake_item(&f, UI_CHOICE, "Under control")->value, "on");
    assert_string_equal(fake_item(&f, UI_CHOICE, "Under control")->key, "5");
    fake_key(&f, "P");
    assert_true(s.on);
    assert_string_equal(fake_item(&f, UI_CHECK, "Show promises")->value, "on");
    fake_click(&f, UI_CHECK, "Show promises");
    assert_false(s.on);
    fake_close(&f);
}

static void test_a_stepper_steps_by_key_mouse_and_arrows(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_key(&f, "+");
    fake_click(&f, UI_BUTTON, "Pace +");
    assert_int_equal(s.steps, 2);
    fake_key(&f, "-");
    fake_click(&f, UI_BUTTON, "Pace -");
    assert_int_equal(s.steps, 0);
    ui_focus(f.ui, UI_STEPPER, "Pace");
    fake_run(&f, NULL);
    fake_key(&f, "Right");
    assert_int_equal(s.steps, 1);
    fake_key(&f, "Left");
    assert_int_equal(s.steps, 0);
    assert_string_equal(fake_focus(&f), "Pace");
    assert_string_equal(ui_focused(f.ui)->value, "1 min = 6 s");
    fake_close(&f);
}

static void test_a_button_over_a_row_takes_the_click(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_click(&f, UI_BUTTON, "Hold");
    assert_int_equal(s.inner, 1);
    assert_int_equal(s.row, 0);
    fake_click(&f, UI_ROW, "Row");
    assert_int_equal(s.row, 1);
    fake_close(&f);
}

static void test_scopes_and_order_tell_equal_labels_apart(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    fake_pointer(&f, UI_INPUT_PRESS, 150, 170, 1);
    fake_pointer(&f, UI_INPUT_RELEASE, 150, 170, 1);
    assert_int_equal(s.twin[0], 0);
    assert_int_equal(s.twin[1], 1);
    for (int i = 0; i < ui_item_count(f.ui); i++)
        for (int j = 0; j < i; j++)
            assert_true(ui_item_at(f.ui, i)->id != ui_item_at(f.ui, j)->id);
    assert_null(ui_item_at(f.ui, ui_item_count(f.ui)));
    fake_close(&f);
}

static void test_items_are_found_by_role_and_label(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    assert_string_equal(fake_item(&f, UI_CHOICE, "Under")->label, "Under control");
    assert_null(ui_item_find(f.ui, UI_BUTTON, "Under control"));
    assert_null(ui_item_find(f.ui, UI_CHOICE, "control"));
    assert_string_equal(fake_item(&f, UI_TEXT, "late")->label, "late");
    assert_true(fake_item(&f, UI_TEXT, "thirty characters")->clipped);
    assert_true(fake_item(&f, UI_TEXT, "thirty characters")->box.h == 54);
    assert_string_equal(ui_role_word(fake_item(&f, UI_CARD, "Card")->role), "card");
    fake_close(&f);
}

static uint32_t panel_of(struct fake *f, struct rect r)
{
    for (int i = 0; i < f->list.count; i++)
        if (f->list.ops[i].kind == DRAW_RECT && memcmp(&f->list.ops[i].box, &r, sizeof r) == 0)
            return f->list.ops[i].color;
    fail();
    return 0;
}

static void test_hover_and_press_show(void **state)
{
    (void)state;
    struct fake f;
    struct state s;
    open(&f, &s);
    struct rect r = fake_item(&f, UI_BUTTON, "Hold")->box;
    uint32_t calm = panel_of(&f, r);
    fake_pointer(&f, UI_INPUT_MOVE, 160, 130, 0);
    uint32_t hover = panel_of(&f, r);
    fake_pointer(&f, UI_INPUT_PRESS, 160, 130, 1);
    uint32_t held = panel_of(&f, r);
    assert_true(calm != hover && hover != held && held != calm);
    fake_pointer(&f, UI_INPUT_RELEASE, 160, 130, 1);
    fake_run(&f, &(struct ui_input){.kind = UI_INPUT_LEAVE});
    assert_int_equal(panel_of(&f, r), calm);
    fake_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values_say_what_is_on),
        cmocka_unit_test(test_a_stepper_steps_by_key_mouse_and_arrows),
        cmocka_unit_test(test_a_button_over_a_row_takes_the_click),
        cmocka_unit_test(test_scopes_and_order_tell_equal_labels_apart),
        cmocka_unit_test(test_items_are_found_by_role_and_label),
        cmocka_unit_test(test_hover_and_press_show),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
