#include "fake.h"

#include <stdio.h>

static const char SIXTY[] = "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW";

struct state {
    struct rect r;
    const char *label, *key;
    int kind, flags;
};

static void screen(struct ui *ui, struct fake *f)
{
    struct state *s = f->state;
    int on = 1;
    struct ui_edit edit = {0};
    switch (s->kind) {
    case 0: ui_button(ui, s->r, s->label, s->key, s->flags); break;
    case 1: ui_choice(ui, s->r, s->label, s->key, s->flags | UI_SELECTED); break;
    case 2: ui_check(ui, s->r, s->label, s->key, &on, s->flags); break;
    case 3: ui_stepper(ui, s->r, s->label, s->label, "", "", s->flags); break;
    case 4: ui_text(ui, s->r, 15, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, 3, s->label); break;
    case 5: ui_text(ui, s->r, 15, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, 0, s->label); break;
    default:
        ui_edit_set(&edit, s->label);
        ui_field(ui, s->r, "Field", &edit, s->label, s->flags);
        ui_edit_release(&edit);
    }
}

static int lies_in(struct rect inner, struct rect outer)
{
    return inner.x >= outer.x - 0.01f && inner.y >= outer.y - 0.01f && inner.x + inner.w <= outer.x + outer.w + 0.01f &&
           inner.y + inner.h <= outer.y + outer.h + 0.01f;
}

/* Drawn within the box, or clipped to something that lies in the box. */
static void assert_all_within(const struct fake *f, struct rect outer)
{
    int clipped = 0;
    for (int i = 0; i < f->list.count; i++) {
        const struct draw_op *op = &f->list.ops[i];
        if (op->kind == DRAW_CLIP)
            clipped++;
        if ((op->kind == DRAW_CLIP || clipped == 0) && op->kind != DRAW_UNCLIP)
            assert_true(lies_in(op->box, outer));
        if (op->kind == DRAW_UNCLIP)
            clipped--;
    }
    assert_int_equal(clipped, 0);
}

static void test_sixty_wide_characters_at_double_scale_stay_within(void **state)
{
    (void)state;
    static const float sizes[][2] = {{200, 40}, {200, 80}, {90, 30}, {30, 12}, {8, 8}, {700, 44}};
    struct fake f;
    struct state s = {{10, 10, 100, 30}, SIXTY, "Ctrl+Shift+F12", 0, 0};
    fake_open(&f, screen, &s);
    ui_set_scale(f.ui, 2);
    for (s.kind = 0; s.kind < 7; s.kind++)
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
            for (int flag = 0; flag < 3; flag++) {
                s.flags = flag == 0 ? 0 : flag == 1 ? UI_CENTERED | UI_LARGE : UI_SMALL;
                s.r = (struct rect){10, 10, sizes[i][0], sizes[i][1]};
                if ((s.kind == 4) && s.r.h < 2 * 15 * 1.35f)
                    continue;
                fake_run(&f, NULL);
                assert_all_within(&f, s.r);
                if (s.kind != 6)
                    assert_true(ui_item_at(f.ui, 0)->clipped);
            }
    fake_close(&f);
}

static const struct draw_op *text_op(const struct fake *f, const char *text)
{
    for (int i = 0; i < f->list.count; i++)
        if (f->list.ops[i].kind == DRAW_TEXT && strcmp(f->list.ops[i].text, text) == 0)
            return &f->list.ops[i];
    fail();
    return NULL;
}

/* 20 characters are 150 pixels wide at full size; the padding takes 22, where there is no room 10. */
static void test_a_label_shrinks_then_wraps_then_is_cut(void **state)
{
    (void)state;
    struct fake f;
    struct state s = {{0, 0, 172, 44}, "twenty characters ok", "", 0, 0};
    fake_open(&f, screen, &s);
    assert_true(text_op(&f, s.label)->font.size == 15);
    s.r.w = 160;
    fake_run(&f, NULL);
    assert_true(text_op(&f, s.label)->font.size == 15);
    s.r.w = 150;
    fake_run(&f, NULL);
    float size = text_op(&f, s.label)->font.size;
    assert_true(size < 15 && size > 15 * 0.85f);
    assert_int_equal(text_op(&f, s.label)->lines, 0);
    s.r.w = 122;
    fake_run(&f, NULL);
    assert_int_equal(text_op(&f, s.label)->lines, 2);
    assert_false(ui_item_at(f.ui, 0)->clipped);
    s.r.h = 24;
    fake_run(&f, NULL);
    assert_int_equal(text_op(&f, s.label)->lines, 0);
    assert_true(ui_item_at(f.ui, 0)->clipped);
    s.r = (struct rect){0, 0, 70, 44};
    fake_run(&f, NULL);
    assert_true(ui_item_at(f.ui, 0)->clipped);
    fake_close(&f);
}

static void test_a_word_is_not_broken(void **state)
{
    (void)state;
    struct fake f;
    struct state s = {{0, 0, 50, 60}, "Unbreakable", "", 0, 0};
    fake_open(&f, screen, &s);
    assert_int_equal(text_op(&f, s.label)->lines, 0);
    assert_true(ui_item_at(f.ui, 0)->clipped);
    s.label = "航空会社連絡先";
    fake_run(&f, NULL);
    assert_int_equal(text_op(&f, s.label)->lines, 2);
    fake_close(&f);
}

static void test_natural_widths_cut_nothing_at_any_scale(void **state)
{
    (void)state;
    struct fake f;
    struct state s = {{0, 0, 0, 40}, "Call back", "Space", 0, 0};
    fake_open(&f, screen, &s);
    for (int percent = 100; percent <= 200; percent += 25)
        for (s.kind = 0; s.kind < 2; s.kind++)
            for (int small = 0; small < 2; small++) {
                s.flags = small ? UI_SMALL : 0;
                ui_set_scale(f.ui, (float)percent / 100);
                s.r.w = s.kind ? ui_choice_width(f.ui, s.label, s.key, s.flags)
                               : ui_button_width(f.ui, s.label, s.key, s.flags);
                fake_run(&f, NULL);
                assert_false(ui_item_at(f.ui, 0)->clipped);
                assert_true(text_op(&f, s.label)->font.size == (small ? 13.0f : 15.0f) * (float)percent / 100);
            }
    fake_close(&f);
}

static void test_scale_is_held_to_its_range(void **state)
{
    (void)state;
    struct fake f;
    struct state s = {{0, 0, 100, 40}, "A", "", 0, 0};
    fake_open(&f, screen, &s);
    ui_set_scale(f.ui, 9);
    assert_true(ui_scale(f.ui) == 2 && ui_px(f.ui, 8) == 16);
    ui_set_scale(f.ui, 0.1f);
    assert_true(ui_scale(f.ui) == 1);
    fake_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sixty_wide_characters_at_double_scale_stay_within),
        cmocka_unit_test(test_a_label_shrinks_then_wraps_then_is_cut),
        cmocka_unit_test(test_a_word_is_not_broken),
        cmocka_unit_test(test_natural_widths_cut_nothing_at_any_scale),
        cmocka_unit_test(test_scale_is_held_to_its_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
