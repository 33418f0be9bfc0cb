#include "draw/chart.h"
#include "draw/dump.h"
#include "draw/list.h"
#include "draw/mark.h"
#include "draw/portrait.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;

static int teardown(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static void assert_dump(const struct draw_list *l, const char *expected)
{
    struct str out = {0};
    draw_dump(&out, l);
    assert_string_equal(str_text(&out), expected);
    str_release(&out);
}

static void each_kind_says_what_it_is(void **state)
{
    (void)state;
    struct draw_list l = {.arena = &arena};
    draw_clip(&l, (struct rect){0, 0, 100, 50});
    draw_rect(&l, (struct rect){1, 2, 30, 40.5f}, 6, 0x112233ff);
    draw_frame(&l, (struct rect){1, 2, 30, 40}, 0, 2, 0x44556680);
    draw_circle(&l, 20, 30, 5, 0xff0000ff);
    draw_ring(&l, 20, 30, 5, 1.5f, 0xff0000ff);
    draw_glow(&l, 20, 30, 50, 0xffc26270);
    draw_line(&l, 0, 10, 40, 10, 1, 0x222222ff);
    draw_text(&l, (struct rect){0, 0, 50, 20}, &(struct draw_font){18, WEIGHT_BOLD, 1}, 0xffffffff, ALIGN_RIGHT, "14:32 \"now\"");
    draw_wrapped(&l, (struct rect){0, 0, 50, 60}, &(struct draw_font){16, WEIGHT_REGULAR, 0}, 0xffffffff, ALIGN_LEFT, 22, 3, "two\nlines");
    draw_unclip(&l);
    assert_dump(&l, "clip 0 0 100 50\n"
                    "rect 1 2 30 40.5 #112233ff round 6\n"
                    "frame 1 2 30 40 #44556680 wide 2\n"
                    "circle 15 25 10 10 #ff0000ff\n"
                    "ring 15 25 10 10 #ff0000ff wide 1.5\n"
                    "glow -30 -20 100 100 #ffc26270\n"
                    "line -0.5 9.5 41 1 #222222ff wide 1 M 0 10 L 40 10\n"
                    "text 0 0 50 20 #ffffffff 18 bold right tabular \"14:32 \\\"now\\\"\"\n"
                    "text 0 0 50 60 #ffffffff 16 regular left 3 x 22 \"two\\nlines\"\n"
                    "unclip\n");
}

static void what_is_given_is_copied(void **state)
{
    (void)state;
    struct draw_list l = {.arena = &arena};
    char words[] = "before";
    struct path_step steps[2] = {{PATH_MOVE, {{1, 1}, {9, 9}, {9, 9}}}, {PATH_CLOSE, {{7, 7}, {7, 7}, {7, 7}}}};
    draw_text(&l, (struct rect){0, 0, 9, 9}, &(struct draw_font){.size = 9}, 0xff, ALIGN_LEFT, words);
    draw_path(&l, steps, 2, 0, 0xff);
    strcpy(words, "after");
    steps[0].p[0].x = 5;
    assert_string_equal(l.ops[0].text, "before");
    assert_float_equal(l.ops[1].steps[0].p[0].x, 1, 0);
    /* What a step does not use is left out, so that equal pictures are equal bytes. */
    assert_float_equal(l.ops[1].steps[0].p[1].x, 0, 0);
    assert_float_equal(l.ops[1].steps[1].p[0].x, 0, 0);
}

static void many_ops_keep_their_order(void **state)
{
    (void)state;
    struct draw_list l = {.arena = &arena};
    for (int i = 0; i < 5000; i++)
        draw_rect(&l, (struct rect){(float)i, 0, 1, 1}, 0, (uint32_t)i);
    assert_int_equal(l.count, 5000);
    for (int i = 0; i < 5000; i++)
        assert_int_equal(l.ops[i].color, i);
}

static void no_text_is_an_empty_one(void **state)
{
    (void)state;
    struct draw_list l = {.arena = &arena};
    draw_text(&l, (struct rect){0, 0, 9, 9}, &(struct draw_font){.size = 9}, 0xff, ALIGN_LEFT, NULL);
    assert_string_equal(l.ops[0].text, "");
}

static void bounds_hold_the_whole_path(void **state)
{
    (void)state;
    struct draw_list l = {.arena = &arena};
    struct path_step steps[2] = {{PATH_MOVE, {{-5, 3}, {0, 0}, {0, 0}}}, {PATH_CURVE, {{20, -4}, {1, 8}, {2, 2}}}};
    draw_path(&l, steps, 2, 4, 0xff);
    struct rect b = l.ops[0].box;
    assert_float_equal(b.x, -7, 0.001f);
    assert_float_equal(b.y, -6, 0.001f);
    assert_float_equal(b.w, 29, 0.001f);
    assert_float_equal(b.h, 16, 0.001f);
}

static void states_differ_by_shape(void **state)
{
    (void)state;
    static const enum draw_kind kinds[4] = {DRAW_PATH, DRAW_RECT, DRAW_CIRCLE, DRAW_PATH};
    struct draw_list l = {.arena = &arena};
    for (int i = 0; i < 4; i++)
        draw_state_mark(&l, (enum icon)i, (struct rect){0, 0, 20, 20}, 0xffffffff);
    draw_state_mark(&l, ICON_CHECK, (struct rect){0, 0, 20, 20}, 0xffffffff);
    assert_int_equal(l.count, 5);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(l.ops[i].kind, kinds[i]);
        assert_true(l.ops[i].box.w <= 20 && l.ops[i].box.x >= 0);
    }
    assert_int_equal(l.ops[0].step_count, 7);
    assert_int_equal(l.ops[3].step_count, 9);
    assert_int_equal(l.ops[4].kind, DRAW_TEXT);
    assert_string_equal(l.ops[4].text, icon_text(ICON_CHECK));
}

static void assert_inside(const struct draw_list *l, float x, float y, float radius)
{
    for (int i = 0; i < l->count; i++) {
        struct rect b = l->ops[i].box;
        assert_true(b.x >= x - radius - 0.01f && b.y >= y - radius - 0.01f);
        assert_true(b.x + b.w <= x + radius + 0.01f && b.y + b.h <= y + radius + 0.01f);
    }
}

static void every_face_stays_in_its_ring_and_is_its_own(void **state)
{
    (void)state;
    struct str seen[FACE_COUNT * 8] = {{0}};
    int count = 0;
    for (int style = 0; style < 8; style++)
        for (int face = 0; face < FACE_COUNT; face++) {
            struct draw_list l = {.arena = &arena};
            struct portrait_look look = {.skin = 0xe0b090, .hair = 0x402010, .clothes = 0x306090, .style = style,
                                         .face = (enum expression)face, .light = 1, .ring = 0xff0000ff, .glasses = style % 2,
                                         .beard = face % 2};
            portrait_draw(&l, THEME_DARK, &look, 200, 150, 100);
            assert_inside(&l, 200, 150, 100);
            draw_dump(&seen[count], &l);
            for (int i = 0; i < count; i++)
                assert_string_not_equal(str_text(&seen[i]), str_text(&seen[count]));
            count++;
        }
    for (int i = 0; i < count; i++)
        str_release(&seen[i]);
}

static void without_light_there_is_no_halo_and_less_color(void **state)
{
    (void)state;
    struct draw_list l = {.arena = &arena}, lit = {.arena = &arena};
    portrait_halo(&l, THEME_DARK, 0, 0, 50, 0);
    assert_int_equal(l.count, 0);
    portrait_halo(&l, THEME_DARK, 0, 0, 50, 0.5f);
    portrait_halo(&l, THEME_DARK, 0, 0, 50, 1);
    assert_true(l.ops[1].radius > l.ops[0].radius);
    assert_true((l.ops[1].color & 255) > (l.ops[0].color & 255));
    struct draw_list dim = {.arena = &arena};
    struct portrait_look look = {.skin = 0xe0b090, .hair = 0x402010, .clothes = 0x306090, .style = 1};
    portrait_draw(&dim, THEME_DARK, &look, 0, 0, 50);
    look.light = 1;
    portrait_draw(&lit, THEME_DARK, &look, 0, 0, 50);
    assert_int_equal(dim.count, lit.count);
    /* The second op is the neck. */
    assert_int_equal(lit.ops[1].color, 0xe0b090ff);
    uint32_t ground = theme_color(THEME_DARK, THEME_BACKGROUND);
    assert_true(theme_contrast(dim.ops[1].color, ground) * 2 < theme_contrast(lit.ops[1].color, ground));
}

static void bars_are_as_long_as_their_value(void **state)
{
    (void)state;
    struct draw_list l = {.arena = &arena};
    chart_bar(&l, THEME_DARK, (struct rect){0, 0, 200, 10}, 30, 60, 0xffffffff);
    chart_bar(&l, THEME_DARK, (struct rect){0, 0, 200, 10}, 90, 60, 0xffffffff);
    chart_bar(&l, THEME_DARK, (struct rect){0, 0, 200, 10}, 0, 60, 0xffffffff);
    chart_bar(&l, THEME_DARK, (struct rect){0, 0, 200, 10}, 5, 0, 0xffffffff);
    assert_int_equal(l.count, 6);
    assert_float_equal(l.ops[1].box.w, 100, 0.01f);
    assert_float_equal(l.ops[3].box.w, 200, 0.01f);
}

/* What a promise became shows by shape: the kinds of ops differ, whatever their colours. */
static void promises_differ_by_shape(void **state)
{
    (void)state;
    struct str shapes[5] = {{0}};
    for (int mark = 0; mark < 5; mark++) {
        struct draw_list l = {.arena = &arena};
        struct chart_promise p = {3600, 4200, mark == 0 ? -1 : 4100, (enum promise_mark)mark, "Call back"};
        chart_promises(&l, THEME_LIGHT, (struct rect){0, 0, 800, 200}, 1, &p, 1, 3600, 7200);
        for (int i = 0; i < l.count; i++)
            str_printf(&shapes[mark], "%d.%d ", (int)l.ops[i].kind, (int)(l.ops[i].radius * 10));
        for (int other = 0; other < mark; other++)
            assert_string_not_equal(str_text(&shapes[mark]), str_text(&shapes[other]));
    }
    for (int i = 0; i < 5; i++)
        str_release(&shapes[i]);
}

static void a_gap_has_no_column(void **state)
{
    (void)state;
    static const int values[] = {50, -1, 0};
    static const char *const groups[] = {"one", "two", "three"};
    struct chart_series series = {"Targets met", values, 3, 0x00ff00ff};
    struct draw_list l = {.arena = &arena};
    chart_columns(&l, THEME_DARK, (struct rect){0, 0, 600, 300}, 1, groups, &series, 1);
    int columns = 0, figures = 0;
    for (int i = 0; i < l.count; i++) {
        columns += l.ops[i].kind == DRAW_RECT && l.ops[i].color == 0x00ff00ff && l.ops[i].box.w > 20;
        figures += l.ops[i].kind == DRAW_TEXT && (strcmp(l.ops[i].text, "50") == 0 || strcmp(l.ops[i].text, "0") == 0);
    }
    assert_int_equal(columns, 2);
    assert_int_equal(figures, 2);
}

static int lines_of(const struct draw_list *l, uint32_t color, int filled)
{
    int n = 0;
    for (int i = 0; i < l->count; i++)
        n += l->ops[i].kind == DRAW_PATH && l->ops[i].color == color && (l->ops[i].width > 0) != filled;
    return n;
}

/* Six known spokes close the shape; one that is open opens two of its sides, and its label has no figure. */
static void an_open_spoke_leaves_the_shape_open(void **state)
{
    (void)state;
    struct chart_spoke spokes[6];
    for (int i = 0; i < 6; i++)
        spokes[i] = (struct chart_spoke){i == 2 ? "respect" : "other", 40 + i, -1};
    struct draw_list whole = {.arena = &arena}, open = {.arena = &arena};
    chart_spider(&whole, THEME_LIGHT, (struct rect){0, 0, 360, 260}, 1, spokes, 6, 0x12345678);
    spokes[2].value = -1;
    chart_spider(&open, THEME_LIGHT, (struct rect){0, 0, 360, 260}, 1, spokes, 6, 0x12345678);
    assert_int_equal(lines_of(&whole, 0x12345678, 0), 6);
    assert_int_equal(lines_of(&open, 0x12345678, 0), 4);
    assert_int_equal(lines_of(&open, theme_fade(0x12345678, 0.16f), 1), 4);
    int named = 0, figured = 0;
    for (int i = 0; i < open.count; i++) {
        named += open.ops[i].kind == DRAW_TEXT && strcmp(open.ops[i].text, "respect") == 0;
        figured += open.ops[i].kind == DRAW_TEXT && strcmp(open.ops[i].text, "other 45") == 0;
    }
    assert_int_equal(named, 1);
    assert_int_equal(figured, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(each_kind_says_what_it_is, teardown),
        cmocka_unit_test_teardown(what_is_given_is_copied, teardown),
        cmocka_unit_test_teardown(many_ops_keep_their_order, teardown),
        cmocka_unit_test_teardown(no_text_is_an_empty_one, teardown),
        cmocka_unit_test_teardown(bounds_hold_the_whole_path, teardown),
        cmocka_unit_test_teardown(states_differ_by_shape, teardown),
        cmocka_unit_test_teardown(every_face_stays_in_its_ring_and_is_its_own, teardown),
        cmocka_unit_test_teardown(without_light_there_is_no_halo_and_less_color, teardown),
        cmocka_unit_test_teardown(bars_are_as_long_as_their_value, teardown),
        cmocka_unit_test_teardown(promises_differ_by_shape, teardown),
        cmocka_unit_test_teardown(a_gap_has_no_column, teardown),
        cmocka_unit_test_teardown(an_open_spoke_leaves_the_shape_open, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
