#include "draw/portrait.h"
#include "gfx_help.h"

static struct gfx *g;
static struct arena arena;

static int setup(void **state)
{
    (void)state;
    g = help_open(1);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    gfx_close(g);
    arena_release(&arena);
    return 0;
}

static void shapes_lie_where_they_should(void **state)
{
    (void)state;
    struct gfx_surface *s = help_window(g, 200, 120, 0);
    struct draw_list l = {.arena = &arena};
    draw_rect(&l, (struct rect){10, 10, 40, 30}, 0, 0xff0000ff);
    draw_rect(&l, (struct rect){60, 10, 40, 30}, 15, 0x00ff00ff);
    draw_frame(&l, (struct rect){110, 10, 40, 30}, 0, 2, 0x0000ffff);
    draw_circle(&l, 30, 80, 20, 0xffff00ff);
    draw_ring(&l, 80, 80, 20, 4, 0x00ffffff);
    draw_line(&l, 110, 80, 190, 80, 1, 0xff00ffff);
    draw_rect(&l, (struct rect){160, 10, 20, 30}, 0, 0xffffff80);
    gfx_paint(s, &l, 0x000000ff);
    cairo_surface_t *p = help_pixels(s);
    assert_int_equal(help_pixel(p, 10, 10), 0xff0000);
    assert_int_equal(help_pixel(p, 49, 39), 0xff0000);
    assert_int_equal(help_pixel(p, 50, 40), 0);
    assert_int_equal(help_pixel(p, 9, 10), 0);
    assert_int_equal(help_pixel(p, 60, 10), 0);
    assert_int_equal(help_pixel(p, 80, 10), 0x00ff00);
    assert_int_equal(help_pixel(p, 61, 25), 0x00ff00);
    assert_int_equal(help_pixel(p, 110, 10), 0x0000ff);
    assert_int_equal(help_pixel(p, 111, 11), 0x0000ff);
    assert_int_equal(help_pixel(p, 112, 12), 0);
    assert_int_equal(help_pixel(p, 149, 39), 0x0000ff);
    assert_int_equal(help_pixel(p, 30, 80), 0xffff00);
    assert_int_equal(help_pixel(p, 12, 62), 0);
    assert_int_equal(help_pixel(p, 80, 80), 0);
    assert_int_equal(help_pixel(p, 62, 80), 0x00ffff);
    assert_int_equal(help_pixel(p, 81, 97), 0x00ffff);
    /* A line of one pixel is one pixel wide, not two half ones. */
    int strong = 0, weak = 0, black = 0;
    for (int y = 76; y < 85; y++)
        *(help_pixel(p, 150, y) == 0xff00ff ? &strong : help_pixel(p, 150, y) == 0 ? &black : &weak) += 1;
    assert_int_equal(strong, 1);
    assert_int_equal(weak, 0);
    assert_int_equal(help_pixel(p, 170, 20), 0x808080);
    cairo_surface_destroy(p);
}

/* However thin and wherever it lies, a thing that is not empty shows, in full colour. */
static void hairlines_are_never_lost(void **state)
{
    (void)state;
    struct gfx_surface *s = help_window(g, 50, 400, 0);
    struct draw_list l = {.arena = &arena};
    for (int i = 0; i < 20; i++) {
        float y = 10 * (float)i + 0.05f * (float)i;
        draw_rect(&l, (struct rect){0, y, 20, 0.4f}, 0, 0xffffffff);
        draw_line(&l, 25, y, 45, y, 0.3f, 0xffffffff);
    }
    gfx_paint(s, &l, 0xff);
    cairo_surface_t *p = help_pixels(s);
    int rects = 0, lines = 0;
    for (int y = 0; y < 400; y++) {
        rects += help_pixel(p, 5, y) == 0xffffff;
        lines += help_pixel(p, 30, y) == 0xffffff;
    }
    assert_int_equal(rects, 20);
    assert_in_range(lines, 19, 20);   /* the first lies half above the surface */
    cairo_surface_destroy(p);
}

static void clips_nest_and_end(void **state)
{
    (void)state;
    struct gfx_surface *s = help_window(g, 100, 100, 0);
    struct draw_list l = {.arena = &arena};
    draw_clip(&l, (struct rect){10, 10, 50, 50});
    draw_clip(&l, (struct rect){30, 30, 60, 60});
    draw_rect(&l, (struct rect){0, 0, 100, 100}, 0, 0xff0000ff);
    draw_clip(&l, (struct rect){80, 80, 10, 10});
    draw_rect(&l, (struct rect){0, 0, 100, 100}, 0, 0x0000ffff);
    draw_unclip(&l);
    draw_unclip(&l);
    draw_rect(&l, (struct rect){0, 0, 20, 20}, 0, 0x00ff00ff);
    draw_unclip(&l);
    draw_rect(&l, (struct rect){90, 90, 20, 20}, 0, 0xffffffff);
    gfx_paint(s, &l, 0x000000ff);
    cairo_surface_t *p = help_pixels(s);
    assert_int_equal(help_pixel(p, 30, 30), 0xff0000);
    assert_int_equal(help_pixel(p, 59, 59), 0xff0000);
    assert_int_equal(help_pixel(p, 60, 60), 0);
    assert_int_equal(help_pixel(p, 29, 35), 0);
    assert_int_equal(help_pixel(p, 10, 10), 0x00ff00);
    assert_int_equal(help_pixel(p, 9, 9), 0);
    assert_int_equal(help_pixel(p, 85, 85), 0);
    assert_int_equal(help_pixel(p, 95, 95), 0xffffff);
    cairo_surface_destroy(p);
}

static void a_glow_fades_without_bands(void **state)
{
    (void)state;
    struct gfx_surface *s = help_window(g, 600, 600, 0);
    struct draw_list l = {.arena = &arena};
    draw_glow(&l, 300, 300, 280, 0xffc26270);
    gfx_paint(s, &l, 0x0e1420ff);
    cairo_surface_t *p = help_pixels(s);
    assert_int_equal(help_pixel(p, 5, 5), 0x0e1420);
    assert_int_equal(help_pixel(p, 300, 18), 0x0e1420);
    int middle = (int)(help_pixel(p, 300, 300) >> 16), half = (int)(help_pixel(p, 440, 300) >> 16);
    assert_in_range(middle, 0x0e + 95, 0x0e + 115);
    assert_in_range(half, 0x0e + 50, middle - 20);
    /* Without noise neighbours on a slow slope are equal over long stretches; with it they change every few pixels. */
    int longest = 0, run = 0;
    for (int y = 100; y < 500; y++) {
        run = help_pixel(p, 480, y) == help_pixel(p, 480, y - 1) ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    assert_in_range(longest, 0, 12);
    cairo_surface_destroy(p);
}

/* Something like a stage, with a clock that can be changed. */
static struct draw_list busy(const char *clock, float light)
{
    struct draw_list l = {.arena = &arena};
    struct portrait_look look = {.skin = 0xe0b090, .hair = 0x402010, .clothes = 0x306090, .style = 5, .light = light, .ring = 0xff7b7bff};
    portrait_halo(&l, THEME_DARK, 250, 260, 90, light);
    portrait_draw(&l, THEME_DARK, &look, 250, 260, 90);
    draw_text(&l, (struct rect){480, 10, 200, 60}, &(struct draw_font){48, WEIGHT_BOLD, 1}, 0xf0f4faff, ALIGN_CENTER, clock);
    for (int i = 0; i < 3; i++) {
        struct rect card = {20 + 250 * (float)i, 420, 240, 160};
        draw_rect(&l, card, 14, 0x171f31ff);
        draw_wrapped(&l, rect_inset(card, 20, 16), &(struct draw_font){.size = 18}, 0xf0f4faff, ALIGN_LEFT, 26, 4,
                     "Desks hang at the passport scan. A certificate expired, and nobody knows whose it was.");
    }
    draw_clip(&l, (struct rect){600, 100, 150, 200});
    draw_path(&l, (struct path_step[]){{PATH_MOVE, {{560, 60}, {0, 0}, {0, 0}}}, {PATH_CURVE, {{800, 100}, {500, 300}, {790, 330}}}}, 2, 9, 0x45d0c1ff);
    draw_unclip(&l);
    return l;
}

static void an_equal_list_paints_nothing(void **state)
{
    (void)state;
    struct gfx_surface *s = help_window(g, 800, 600, 0);
    struct draw_list l = busy("14:32", 1);
    assert_int_equal(gfx_paint(s, &l, 0x0e1420ff), 14 * 10);
    l = busy("14:32", 1);
    assert_int_equal(gfx_paint(s, &l, 0x0e1420ff), 0);
    assert_int_equal(gfx_paint(s, &l, 0x0e1421ff), 14 * 10);
    gfx_spoil(s);
    assert_int_equal(gfx_paint(s, &l, 0x0e1421ff), 14 * 10);
}

static void a_small_change_paints_few_cells(void **state)
{
    (void)state;
    struct gfx_surface *s = help_window(g, 800, 600, 0);
    struct draw_list l = busy("14:32", 1);
    gfx_paint(s, &l, 0x0e1420ff);
    l = busy("14:33", 1);
    assert_in_range(gfx_paint(s, &l, 0x0e1420ff), 1, 15);
}

static void changed_cells_look_as_if_all_was_painted(void **state)
{
    (void)state;
    struct gfx_surface *s = help_window(g, 800, 600, 0), *whole = help_window(g, 800, 600, 0);
    for (int i = 0; i < 6; i++) {
        char clock[16];
        snprintf(clock, sizeof clock, "14:%02d", 32 + i / 2);
        struct draw_list l = busy(clock, 1 - 0.17f * (float)i);
        gfx_paint(s, &l, 0x0e1420ff);
        gfx_spoil(whole);
        gfx_paint(whole, &l, 0x0e1420ff);
        cairo_surface_t *part = help_pixels(s), *all = help_pixels(whole);
        help_assert_same(part, all);
        cairo_surface_destroy(part);
        cairo_surface_destroy(all);
    }
    gfx_window_close(whole);
}

static void a_surface_can_get_another_size(void **state)
{
    (void)state;
    struct gfx_surface *s = help_window(g, 100, 100, 0);
    struct draw_list l = {.arena = &arena};
    int width = 0, height = 0;
    draw_rect(&l, (struct rect){0, 0, 500, 500}, 0, 0xff0000ff);
    gfx_paint(s, &l, 0xff);
    gfx_window_resize(s, 301, 7);
    gfx_size(s, &width, &height);
    assert_int_equal(width, 301);
    assert_int_equal(height, 7);
    assert_int_equal(gfx_paint(s, &l, 0xff), 6);
    cairo_surface_t *p = help_pixels(s);
    assert_int_equal(help_pixel(p, 300, 6), 0xff0000);
    cairo_surface_destroy(p);
}

static void strange_figures_do_no_harm(void **state)
{
    (void)state;
    struct gfx_surface *s = help_window(g, 100, 100, 0);
    struct draw_list l = {.arena = &arena};
    draw_rect(&l, (struct rect){-1e9f, -1e9f, 2e9f, 2e9f}, 1e9f, 0x102030ff);
    draw_rect(&l, (struct rect){50, 50, -10, 10}, 0, 0xff0000ff);
    draw_frame(&l, (struct rect){10, 10, 3, 3}, 9, 8, 0x00ff00ff);
    draw_circle(&l, 50, 50, 0, 0xff0000ff);
    draw_ring(&l, 50, 50, 1, 9, 0xff0000ff);
    draw_glow(&l, 50, 50, 0, 0xff0000ff);
    draw_path(&l, NULL, 0, 0, 0xff0000ff);
    draw_text(&l, (struct rect){50, 50, 0, 0}, &(struct draw_font){.size = 0}, 0xff0000ff, ALIGN_LEFT, "x");
    draw_wrapped(&l, (struct rect){50, 50, 1, 1}, &(struct draw_font){.size = 9000}, 0xff000000, ALIGN_LEFT, 0, 9, "x y z");
    assert_int_equal(gfx_paint(s, &l, 0xff), 4);
    cairo_surface_t *p = help_pixels(s);
    assert_int_equal(help_pixel(p, 99, 1), 0x102030);
    assert_int_equal(help_pixel(p, 11, 11), 0x00ff00);
    cairo_surface_destroy(p);
}

static void a_picture_that_cannot_be_written_says_so(void **state)
{
    (void)state;
    struct gfx_surface *s = help_window(g, 10, 10, 0);
    assert_int_not_equal(gfx_shot(s, "no/such/folder/x.png"), ERR_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(shapes_lie_where_they_should, setup, teardown),
        cmocka_unit_test_setup_teardown(hairlines_are_never_lost, setup, teardown),
        cmocka_unit_test_setup_teardown(clips_nest_and_end, setup, teardown),
        cmocka_unit_test_setup_teardown(a_glow_fades_without_bands, setup, teardown),
        cmocka_unit_test_setup_teardown(an_equal_list_paints_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(a_small_change_paints_few_cells, setup, teardown),
        cmocka_unit_test_setup_teardown(changed_cells_look_as_if_all_was_painted, setup, teardown),
        cmocka_unit_test_setup_teardown(a_surface_can_get_another_size, setup, teardown),
        cmocka_unit_test_setup_teardown(strange_figures_do_no_harm, setup, teardown),
        cmocka_unit_test_setup_teardown(a_picture_that_cannot_be_written_says_so, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
