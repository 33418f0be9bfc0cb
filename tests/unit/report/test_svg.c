#include "report_help.h"
#include "paper/svg.h"
#include "draw/theme.h"

struct drawn {
    struct arena arena;
    struct draw_list list;
    struct str out;
};

static struct drawn *begin(void)
{
    static struct drawn d;
    d = (struct drawn){0};
    d.list.arena = &d.arena;
    return &d;
}

static const char *svg(struct drawn *d, const char *title)
{
    paper_svg(&d->out, &d->list, &(struct paper_svg){.width = 100, .height = 40.5f, .id = "f7", .title = title});
    return str_text(&d->out);
}

static void end(struct drawn *d)
{
    str_release(&d->out);
    arena_release(&d->arena);
}

static void test_numbers_have_no_locale(void **state)
{
    (void)state;
    struct drawn *d = begin();
    draw_rect(&d->list, (struct rect){-0.25f, 1.5f, 10, 3.333f}, 0, 0x10203080);
    const char *out = svg(d, "");
    assert_true(has(out, "viewBox=\"0 0 100 40.5\""));
    assert_true(
        has(out, "<rect x=\"-0.25\" y=\"1.5\" width=\"10\" height=\"3.33\" fill=\"#102030\" fill-opacity=\"0.5\"/>"));
    end(d);
}

static void test_text_is_data(void **state)
{
    (void)state;
    struct drawn *d = begin();
    struct draw_font font = {.size = 10, .weight = WEIGHT_BOLD};
    draw_text(&d->list, (struct rect){0, 0, 400, 20}, &font, 0x000000ff, ALIGN_CENTER, "<b>\"Tom\" & Co");
    const char *out = svg(d, "A \"title\" <i>");
    assert_true(has(out, "&lt;b&gt;&quot;Tom&quot; &amp; Co</text>"));
    assert_true(has(out, "text-anchor=\"middle\"") && has(out, "font-weight=\"700\"") && has(out, "x=\"200\""));
    assert_true(has(out, "role=\"img\"") && has(out, "<title id=\"f7\">A &quot;title&quot; &lt;i&gt;</title>"));
    assert_false(has(out, "<b>"));
    assert_null(unbalanced(out));
    end(d);
}

static void test_long_text_is_cut(void **state)
{
    (void)state;
    struct drawn *d = begin();
    struct draw_font font = {.size = 10};
    draw_text(&d->list, (struct rect){0, 0, 60, 20}, &font, 0xff, ALIGN_LEFT, "a line that is much too long");
    draw_text(&d->list, (struct rect){0, 0, 60, 20}, &font, 0xff, ALIGN_LEFT, "short");
    const char *out = svg(d, "");
    assert_int_equal(times(out, "\xE2\x80\xA6"), 1);
    assert_false(has(out, "too long"));
    assert_true(has(out, ">short</text>"));
    end(d);
}

static void test_wrapped_text_breaks_between_words(void **state)
{
    (void)state;
    struct drawn *d = begin();
    struct draw_font font = {.size = 10};
    draw_wrapped(&d->list, (struct rect){0, 0, 70, 60}, &font, 0xff, ALIGN_LEFT, 12, 3,
                 "one two three four five six seven eight nine");
    const char *out = svg(d, "");
    assert_int_equal(times(out, "<text"), 3);
    assert_true(has(out, ">one two three</text>") || has(out, ">one two</text>"));
    assert_int_equal(times(out, "\xE2\x80\xA6"), 1);
    end(d);
}

static void test_ids_are_its_own_and_clips_close(void **state)
{
    (void)state;
    struct drawn *d = begin();
    draw_glow(&d->list, 10, 10, 8, 0xffc26270);
    draw_glow(&d->list, 30, 10, 8, 0xffc26270);
    draw_clip(&d->list, (struct rect){0, 0, 5, 5});
    draw_circle(&d->list, 3, 3, 2, 0xff);
    const char *out = svg(d, "");
    assert_true(has(out, "id=\"f7-1\"") && has(out, "id=\"f7-2\"") && has(out, "id=\"f7-3\""));
    assert_true(has(out, "fill=\"url(#f7-2)\"") && has(out, "clip-path=\"url(#f7-3)\""));
    assert_null(unbalanced(out));
    end(d);
}

static void test_shapes(void **state)
{
    (void)state;
    struct drawn *d = begin();
    struct path_step steps[] = {{PATH_MOVE, {{0, 0}}}, {PATH_CURVE, {{1, 1}, {2, 2}, {3, 3}}}, {PATH_CLOSE, {{0, 0}}}};
    draw_path(&d->list, steps, 3, 0, 0xff0000ff);
    draw_line(&d->list, 0, 0, 9, 9, 2, 0x00ff00ff);
    draw_ring(&d->list, 10, 10, 6, 2, 0x0000ffff);
    draw_frame(&d->list, (struct rect){0, 0, 10, 10}, 3, 2, 0xff);
    draw_text(&d->list, (struct rect){0, 0, 20, 20}, &(struct draw_font){.size = 12, .weight = WEIGHT_ICON}, 0xff,
              ALIGN_LEFT, "\xEE\x80\x80");
    const char *out = svg(d, "");
    assert_true(has(out, "<path d=\"M0 0C1 1 2 2 3 3Z\" fill=\"#ff0000\"/>"));
    assert_true(has(out, "<path d=\"M0 0L9 9\" fill=\"none\" stroke=\"#00ff00\" stroke-width=\"2\"/>"));
    assert_true(has(out, "r=\"5\" fill=\"none\" stroke=\"#0000ff\""));
    assert_true(has(out, "<rect x=\"1\" y=\"1\" width=\"8\" height=\"8\" rx=\"2\""));
    assert_false(has(out, "<text"));
    end(d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_have_no_locale),
        cmocka_unit_test(test_text_is_data),
        cmocka_unit_test(test_long_text_is_cut),
        cmocka_unit_test(test_wrapped_text_breaks_between_words),
        cmocka_unit_test(test_ids_are_its_own_and_clips_close),
        cmocka_unit_test(test_shapes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
