#include "gfx/place.h"
#include "gfx_help.h"

struct fake { int count; struct rect bounds[4]; };

static int fake_count(void *context)
{
    return ((struct fake *)context)->count;
}

static void fake_bounds(void *context, int index, struct rect *out)
{
    *out = ((struct fake *)context)->bounds[index];
}

static struct gfx_displays fake_displays(struct fake *f)
{
    return (struct gfx_displays){f, fake_count, fake_bounds};
}

static void a_full_window_fills_its_display(void **state)
{
    (void)state;
    struct fake f = {2, {{0, 0, 1366, 768}, {1366, 0, 1920, 1080}}};
    struct gfx_displays d = fake_displays(&f);
    struct gfx_place p = gfx_place_window(&d, 1, 1, 800, 600);
    assert_int_equal(p.display, 1);
    assert_true(p.full);
    assert_false(p.moved);
    assert_float_equal(p.box.x, 1366, 0.1f);
    assert_float_equal(p.box.w, 1920, 0.1f);
    assert_float_equal(p.box.h, 1080, 0.1f);
}

static void without_its_display_it_stands_small_on_the_first(void **state)
{
    (void)state;
    struct fake f = {1, {{100, 50, 1366, 768}}};
    struct gfx_displays d = fake_displays(&f);
    struct gfx_place p = gfx_place_window(&d, 1, 1, 1920, 1080);
    assert_int_equal(p.display, 0);
    assert_false(p.full);
    assert_true(p.moved);
    assert_true(p.box.w < 1366 * 0.7f && p.box.h < 768 * 0.7f);
    assert_true(p.box.x >= 100 && p.box.x + p.box.w <= 1466);
    assert_true(p.box.y >= 50 && p.box.y + p.box.h <= 818);
    assert_false(gfx_place_is_lost(&d, p.box));
}

static void a_window_larger_than_its_display_is_made_to_fit(void **state)
{
    (void)state;
    struct fake f = {2, {{0, 0, 1366, 768}, {-1280, 0, 1280, 720}}};
    struct gfx_displays d = fake_displays(&f);
    for (int display = 0; display < 2; display++) {
        struct gfx_place p = gfx_place_window(&d, display, 0, 1920, 1080);
        assert_float_equal(p.box.x, f.bounds[display].x, 0.1f);
        assert_float_equal(p.box.w, f.bounds[display].w, 0.1f);
        assert_float_equal(p.box.h, f.bounds[display].h, 0.1f);
    }
    struct gfx_place small = gfx_place_window(&d, 0, 0, 366, 168);
    assert_float_equal(small.box.x, 500, 0.1f);
    assert_float_equal(small.box.y, 300, 0.1f);
}

static void no_display_at_all_is_survived(void **state)
{
    (void)state;
    struct fake f = {0, {{0, 0, 0, 0}}};
    struct gfx_displays d = fake_displays(&f);
    struct gfx_place p = gfx_place_window(&d, 0, 1, 640, 480);
    assert_float_equal(p.box.w, 640, 0.1f);
    assert_false(p.full);
    assert_true(gfx_place_is_lost(&d, p.box));
}

static void a_window_out_of_reach_is_lost(void **state)
{
    (void)state;
    struct fake f = {2, {{0, 0, 1000, 800}, {1000, 0, 1000, 800}}};
    struct gfx_displays d = fake_displays(&f);
    assert_false(gfx_place_is_lost(&d, (struct rect){900, 100, 400, 300}));
    assert_false(gfx_place_is_lost(&d, (struct rect){1900, 700, 400, 300}));
    assert_true(gfx_place_is_lost(&d, (struct rect){1990, 100, 400, 300}));
    assert_true(gfx_place_is_lost(&d, (struct rect){100, 795, 400, 300}));
    assert_true(gfx_place_is_lost(&d, (struct rect){100, -200, 400, 300}));
    f.count = 1;
    assert_true(gfx_place_is_lost(&d, (struct rect){1400, 100, 400, 300}));
}

/* The windows themselves, with displays that come and go under them. */
static void windows_follow_their_displays(void **state)
{
    (void)state;
    struct gfx *g = help_open(0);
    struct fake f = {2, {{0, 0, 1000, 800}, {1000, 0, 1280, 720}}};
    gfx_displays_set(g, fake_displays(&f));
    struct gfx_surface *console = help_window(g, 900, 700, 0), *stage = help_window(g, 1280, 720, 1);
    struct gfx_event e;
    int width = 0, height = 0, changes = 0;
    gfx_size(stage, &width, &height);
    assert_int_equal(width, 1280);
    f.count = 1;
    gfx_displays_set(g, fake_displays(&f));
    gfx_size(stage, &width, &height);
    assert_int_equal(width, 660);
    gfx_size(console, &width, &height);
    assert_int_equal(width, 900);
    f.count = 2;
    gfx_displays_set(g, fake_displays(&f));
    gfx_size(stage, &width, &height);
    assert_int_equal(width, 1280);
    assert_int_equal(height, 720);
    while (gfx_wait(g, 0, &e))
        changes += e.kind == GFX_DISPLAYS;
    assert_int_equal(changes, 3);
    /* Sent to where the console stands, it does not cover it; sent back, it is whole again. */
    gfx_window_full(stage, 0, 0);
    gfx_size(stage, &width, &height);
    assert_int_equal(width, 660);
    gfx_window_full(stage, 0, 0);
    gfx_size(stage, &width, &height);
    assert_int_equal(width, 660);
    gfx_window_full(stage, 0, 1);
    gfx_size(stage, &width, &height);
    assert_int_equal(width, 1280);
    gfx_close(g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_full_window_fills_its_display),
        cmocka_unit_test(without_its_display_it_stands_small_on_the_first),
        cmocka_unit_test(a_window_larger_than_its_display_is_made_to_fit),
        cmocka_unit_test(no_display_at_all_is_survived),
        cmocka_unit_test(a_window_out_of_reach_is_lost),
        cmocka_unit_test(windows_follow_their_displays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
