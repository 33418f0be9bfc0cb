#include "gfx_help.h"

#include "../../../game/gfx/runs.h"
#include "../../../game/gfx/typeset.h"

#include "base/utf8.h"

static struct gfx *g;
static struct fonts *fonts;
static struct typesetter typesetter;
static struct arena arena;

static const struct draw_font regular = {.size = 18, .weight = WEIGHT_REGULAR};

static int setup(void **state)
{
    (void)state;
    const struct font_source *missing = NULL;
    assert_int_equal(fonts_open(&fonts, NULL, font_folders, &missing), ERR_NONE);
    typeset_begin(&typesetter, fonts);
    g = help_open(1);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    gfx_close(g);
    typeset_end(&typesetter);
    fonts_close(fonts);
    arena_release(&arena);
    return 0;
}

static float width_of(const struct draw_font *font, const char *text)
{
    struct draw_metrics m = gfx_metrics(g);
    return m.width(m.context, font, text);
}

static const char *const samples[] = {
    "Check-in hall B frozen", "“My desks are frozen. Is anyone on it?”", "jfly AVA To 14:32", "WWWWWWWWWW", "Åse Ñandú Żółć é",
    "日本語の案内です。次の便は遅れます。", "שלום עולם, 123 ימים", "مرحبا بالعالم", "नमस्ते दुनिया", "สวัสดีชาวโลก", "Привет, Ελλάδα",
    "mixed 日本 שלום 😀 é end", "Donaudampfschifffahrtsgesellschaftskapitän",
};
enum { SAMPLES = sizeof samples / sizeof *samples };

static void what_is_painted_is_as_wide_as_measured(void **state)
{
    (void)state;
    struct gfx_surface *s = help_window(g, 700, 80, 0);
    for (int i = 0; i < SAMPLES; i++)
        for (int weight = 0; weight < 4; weight++) {
            struct draw_font font = {.size = 22, .weight = (enum draw_weight)weight};
            struct draw_list l = {.arena = &arena};
            float width = width_of(&font, samples[i]);
            draw_text(&l, (struct rect){40, 0, width, 80}, &font, 0xffffffff, ALIGN_LEFT, samples[i]);
            gfx_paint(s, &l, 0xff);
            cairo_surface_t *p = help_pixels(s);
            struct rect ink = help_ink(p, 0);
            cairo_surface_destroy(p);
            assert_true(width > 40);
            assert_true(ink.w <= width + 3 && ink.w > width - 22);   /* a full stop of Japanese is half empty */
            assert_true(ink.x >= 38 && ink.x <= 46);
            assert_true(ink.y > 15 && ink.y + ink.h < 65);
        }
}

/* A letter that leans out to the left does not push the others to the right, and counts for no width. */
static void leaning_letters_move_nothing(void **state)
{
    (void)state;
    struct gfx_surface *s = help_window(g, 400, 120, 0);
    struct draw_font font = {.size = 72, .weight = WEIGHT_REGULAR};
    float right[2], width[2];
    static const char *const texts[2] = {"H", "jH"};
    for (int i = 0; i < 2; i++) {
        struct draw_list l = {.arena = &arena};
        draw_text(&l, (struct rect){100, 0, 300, 120}, &font, 0xffffffff, ALIGN_LEFT, texts[i]);
        gfx_paint(s, &l, 0xff);
        cairo_surface_t *p = help_pixels(s);
        struct rect ink = help_ink(p, 0);
        right[i] = ink.x + ink.w;
        width[i] = width_of(&font, texts[i]);
        cairo_surface_destroy(p);
        assert_true(i == 0 ? ink.x > 100 : ink.x < 100);
    }
    assert_float_equal(right[1] - right[0], width[1] - width[0], 1.1f);
    font.size = 500;
    float h = width_of(&font, "H");
    assert_float_equal(width_of(&font, "jH") - h, width_of(&font, "HjH") - 2 * h, 2.1f);
}

static void alignment_moves_the_text(void **state)
{
    (void)state;
    struct gfx_surface *s = help_window(g, 400, 40, 0);
    float width = width_of(&regular, "HIH"), left[3];
    for (int align = 0; align < 3; align++) {
        struct draw_list l = {.arena = &arena};
        draw_text(&l, (struct rect){100, 0, 200, 40}, &regular, 0xffffffff, (enum draw_align)align, "HIH");
        gfx_paint(s, &l, 0xff);
        cairo_surface_t *p = help_pixels(s);
        left[align] = help_ink(p, 0).x;
        cairo_surface_destroy(p);
    }
    assert_float_equal(left[1] - left[0], (200 - width) / 2, 1);
    assert_float_equal(left[2] - left[0], 200 - width, 1);
}

static void capitals_stand_in_the_middle_of_the_box(void **state)
{
    (void)state;
    struct gfx_surface *s = help_window(g, 200, 100, 0);
    static const float sizes[] = {13, 18, 32, 72};
    for (int i = 0; i < 4; i++) {
        struct draw_list l = {.arena = &arena};
        draw_text(&l, (struct rect){0, 0, 200, 100}, &(struct draw_font){.size = sizes[i], .weight = WEIGHT_BOLD}, 0xffffffff, ALIGN_LEFT, "HEH");
        gfx_paint(s, &l, 0xff);
        cairo_surface_t *p = help_pixels(s);
        struct rect ink = help_ink(p, 0);
        cairo_surface_destroy(p);
        assert_float_equal(ink.y + ink.h / 2, 50, 1.1f);
        assert_float_equal(ink.h, sizes[i] * 0.727f, 1.6f);
    }
}

static void wrapped_text_never_leaves_its_box(void **state)
{
    (void)state;
    struct gfx_surface *s = help_window(g, 500, 400, 0);
    for (int i = 0; i < SAMPLES; i++)
        for (float width = 25; width < 420; width += 31) {
            struct draw_list l = {.arena = &arena};
            struct rect box = {40, 40, width, 78};
            draw_wrapped(&l, box, &regular, 0xffffffff, ALIGN_LEFT, 26, 9, samples[i]);
            gfx_paint(s, &l, 0xff);
            cairo_surface_t *p = help_pixels(s);
            struct rect ink = help_ink(p, 0);
            cairo_surface_destroy(p);
            assert_true(ink.w > 0);
            /* two pixels for letters that lean out of their width */
            assert_true(ink.x >= box.x - 2 && ink.x + ink.w <= box.x + box.w + 2);
            assert_true(ink.y >= box.y - 4 && ink.y + ink.h <= box.y + box.h + 4);
            arena_reset(&arena);
        }
}

static void lines_are_full_and_fit(void **state)
{
    (void)state;
    static const char text[] = "Work started before anyone asked what it means for the business: three times today, and nobody noticed. "
                               "A well-known pattern/habit that one can break.";
    for (float width = 90; width < 600; width += 17) {
        const struct block *block = typeset_block(&typesetter, &regular, width, 1000, text);
        assert_false(block->cut);
        size_t at = 0;
        for (int i = 0; i < block->count; i++) {
            const char *line = block->lines[i];
            assert_true(typeset_width(&typesetter, &regular, line) <= width + 0.51f);
            /* Nothing is lost, and only spaces are dropped. */
            size_t before = at;
            while (text[at] == ' ')
                at++;
            /* A line ends after a word or within one that has a good place for it. */
            assert_true(i == 0 || at > before || text[at - 1] == '-' || text[at - 1] == '/');
            assert_memory_equal(text + at, line, strlen(line));
            at += strlen(line);
            /* The next word would not have fitted. */
            if (i + 1 == block->count || text[at] != ' ')
                continue;
            char longer[200];
            int word = (int)strcspn(text + at + 1, " -/") + 1;
            word += text[at + (size_t)word] == '-' || text[at + (size_t)word] == '/';
            snprintf(longer, sizeof longer, "%s%.*s", line, word, text + at);
            assert_true(typeset_width(&typesetter, &regular, longer) > width);
        }
        assert_int_equal(at, strlen(text));
        struct draw_metrics m = gfx_metrics(g);
        assert_int_equal(m.lines(m.context, &regular, width, text), block->count);
    }
}

static void line_breaks_and_empty_lines_count(void **state)
{
    (void)state;
    struct draw_metrics m = gfx_metrics(g);
    assert_int_equal(m.lines(m.context, &regular, 500, "one\ntwo\r\n\nfour"), 4);
    assert_int_equal(m.lines(m.context, &regular, 500, ""), 1);
    const struct block *block = typeset_block(&typesetter, &regular, 500, 9, "one\ntwo\r\n\nfour");
    assert_int_equal(block->count, 4);
    assert_string_equal(block->lines[1], "two");
    assert_string_equal(block->lines[2], "");
    assert_string_equal(block->lines[3], "four");
}

static void what_does_not_fit_ends_in_an_ellipsis(void **state)
{
    (void)state;
    const char *name = "Wolfeschlegelsteinhausenbergerdorff the Elder of the North";
    for (float width = 20; width < 500; width += 13) {
        const struct block *block = typeset_block(&typesetter, &regular, width, 0, name);
        assert_int_equal(block->count, 1);
        size_t length = strlen(block->lines[0]);
        assert_true(typeset_width(&typesetter, &regular, block->lines[0]) <= width + 0.51f);
        if (!block->cut) {
            assert_string_equal(block->lines[0], name);
            continue;
        }
        assert_true(length >= 3);
        assert_string_equal(block->lines[0] + length - 3, "…");
        assert_memory_equal(block->lines[0], name, length - 3);
    }
    const struct block *block = typeset_block(&typesetter, &regular, 120, 2, "one two three four five six seven eight nine ten");
    assert_int_equal(block->count, 2);
    assert_true(block->cut);
    assert_non_null(strstr(block->lines[1], "…"));
    block = typeset_block(&typesetter, &regular, 300, 1, "first\nsecond");
    assert_string_equal(block->lines[0], "first…");
    block = typeset_block(&typesetter, &regular, 300, 0, "first\nsecond");
    assert_string_equal(block->lines[0], "first second");
}

static void cutting_leaves_characters_whole(void **state)
{
    (void)state;
    for (int i = 0; i < SAMPLES; i++)
        for (float width = 1; width < 300; width += 7) {
            const struct block *block = typeset_block(&typesetter, &regular, width, i % 3, samples[i]);
            for (int k = 0; k < block->count; k++)
                assert_int_equal(utf8_check(block->lines[k], strlen(block->lines[k])), strlen(block->lines[k]));
        }
}

static void many_scripts_have_a_width_and_a_font(void **state)
{
    (void)state;
    static const char text[] = "日本 שלום 😀 é";
    assert_true(width_of(&regular, text) > 100);
    static const uint32_t letters[] = {0x65E5, 0x5E9, 0xE9, 0x915, 0xE2A, 0x645, 0x416, 0x3A9, 0x10D0, 0x1200, 0xB95};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        assert_true(fonts_has(fonts, fonts_choose(fonts, WEIGHT_REGULAR, letters[i]), letters[i]));
    assert_int_equal(fonts_choose(fonts, WEIGHT_BOLD, 'A'), fonts_primary(WEIGHT_BOLD));
    assert_int_equal(fonts_choose(fonts, WEIGHT_REGULAR, 0x5E9), 2 * FONT_HEBREW);
    assert_int_equal(fonts_choose(fonts, WEIGHT_BOLD, 0x5E9), 2 * FONT_HEBREW + 1);
}

static void assert_runs(const char *text, const char *const *expected)
{
    struct run *runs = NULL;
    int count = runs_split(fonts, &arena, &regular, text, (int)strlen(text), &runs), i = 0;
    for (; expected[i] != NULL; i++) {
        assert_true(i < count);
        assert_int_equal(runs[i].length, strlen(expected[i]));
        assert_memory_equal(runs[i].text, expected[i], strlen(expected[i]));
    }
    assert_int_equal(i, count);
}

static void right_to_left_runs_stand_in_order(void **state)
{
    (void)state;
    assert_runs("room שלום now", (const char *[]){"room ", "שלום", " now", NULL});
    /* Two words of one direction keep together, a number between them keeps its own order. */
    assert_runs("a אב גד b", (const char *[]){"a ", "אב גד", " b", NULL});
    assert_runs("a אב 12 גד b", (const char *[]){"a ", " גד", "12", "אב ", " b", NULL});
    /* A line that begins so runs so. */
    assert_runs("שלום room", (const char *[]){"room", "שלום ", NULL});
    struct run *runs = NULL;
    assert_int_equal(runs_split(fonts, &arena, &regular, "אב", 4, &runs), 1);
    assert_true(runs[0].right_to_left);
    assert_string_equal(runs[0].script, "Hebr");
}

static void tabular_digits_are_all_of_one_width(void **state)
{
    (void)state;
    for (float size = 12; size < 80; size += 5.5f)
        for (int weight = 0; weight < 4; weight++) {
            struct draw_font font = {.size = size, .weight = (enum draw_weight)weight, .tabular = 1};
            float ones = width_of(&font, "11:11"), eights = width_of(&font, "08:48");
            assert_float_equal(ones, eights, 0.01f);
            assert_float_equal(width_of(&font, "1111") * 2, width_of(&font, "20394857"), 0.01f);
        }
    struct draw_font loose = {.size = 40, .weight = WEIGHT_BOLD};
    assert_true(width_of(&loose, "11111") < width_of(&loose, "00000") - 10);
}

static void a_click_finds_its_caret_stop(void **state)
{
    (void)state;
    struct draw_metrics m = gfx_metrics(g);
    const char *text = "Åse fliegt héute";
    for (size_t at = 0; at <= strlen(text); at = at == strlen(text) ? at + 1 : utf8_next(text, at)) {
        char prefix[40] = "";
        memcpy(prefix, text, at);
        assert_int_equal(m.at(m.context, &regular, text, width_of(&regular, prefix)), at);
    }
    assert_int_equal(m.at(m.context, &regular, text, -50), 0);
    assert_int_equal(m.at(m.context, &regular, text, 5000), strlen(text));
    assert_int_equal(m.at(m.context, &regular, "", 10), 0);
}

static void bad_bytes_and_controls_are_shown_safely(void **state)
{
    (void)state;
    struct gfx_surface *s = help_window(g, 300, 60, 0);
    static const char *const bad[] = {"a\xff\xfe z", "\xe2\x82", "tab\tand\x01\x7f", "\xed\xa0\x80", "zero\xe2\x80\x8bwidth", "\xcc\x81"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct draw_list l = {.arena = &arena};
        draw_wrapped(&l, (struct rect){0, 0, 60, 60}, &regular, 0xffffffff, ALIGN_CENTER, 20, 3, bad[i]);
        draw_text(&l, (struct rect){100, 0, 200, 60}, &regular, 0xffffffff, ALIGN_RIGHT, bad[i]);
        gfx_paint(s, &l, 0xff);
        assert_true(width_of(&regular, bad[i]) >= 0);
    }
    char *clean = typeset_clean(&arena, "a\xff\tb\nc\r\nd", 1);
    assert_string_equal(clean, "a\xef\xbf\xbd b\nc\nd");
}

static int released;

static void count_release(void *value)
{
    released++;
    free(value);
}

static void a_cache_forgets_what_was_not_used_longest(void **state)
{
    (void)state;
    struct cache c = {.most_count = 100, .most_bytes = 1 << 20, .release = count_release};
    released = 0;
    for (int i = 0; i < 1000; i++) {
        struct cache_key key = {&i, sizeof i, "text", 4}, first = {&(int){0}, sizeof i, "text", 4};
        assert_null(cache_find(&c, &key));
        cache_add(&c, &key, malloc(1), 10);
        assert_non_null(cache_find(&c, &key));
        assert_non_null(cache_find(&c, &first));
    }
    assert_int_equal(c.count, 100);
    assert_int_equal(released, 900);
    struct cache_key gone = {&(int){500}, sizeof(int), "text", 4}, kept = {&(int){999}, sizeof(int), "text", 4};
    assert_null(cache_find(&c, &gone));
    assert_non_null(cache_find(&c, &kept));
    cache_charge(&c, 1 << 20);
    assert_int_equal(c.count, 1);
    assert_non_null(cache_find(&c, &kept));
    cache_release(&c);
    assert_int_equal(released, 1000);
    assert_int_equal(c.bytes, 0);
}

static void a_missing_font_is_named(void **state)
{
    (void)state;
    static const char *const nowhere[] = {"/nowhere", NULL};
    struct fonts *none = NULL;
    const struct font_source *missing = NULL;
    assert_int_equal(fonts_open(&none, NULL, nowhere, &missing), ERR_MISSING);
    assert_null(none);
    assert_string_equal(missing->package, "fonts-inter");
    static const char *const only_inter[] = {"/usr/share/fonts/opentype/inter", NULL};
    assert_int_equal(fonts_open(&none, NULL, only_inter, &missing), ERR_MISSING);
    assert_string_equal(missing->package, "fonts-material-design-icons-iconfont");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_painted_is_as_wide_as_measured, setup, teardown),
        cmocka_unit_test_setup_teardown(leaning_letters_move_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(alignment_moves_the_text, setup, teardown),
        cmocka_unit_test_setup_teardown(capitals_stand_in_the_middle_of_the_box, setup, teardown),
        cmocka_unit_test_setup_teardown(wrapped_text_never_leaves_its_box, setup, teardown),
        cmocka_unit_test_setup_teardown(lines_are_full_and_fit, setup, teardown),
        cmocka_unit_test_setup_teardown(line_breaks_and_empty_lines_count, setup, teardown),
        cmocka_unit_test_setup_teardown(what_does_not_fit_ends_in_an_ellipsis, setup, teardown),
        cmocka_unit_test_setup_teardown(cutting_leaves_characters_whole, setup, teardown),
        cmocka_unit_test_setup_teardown(many_scripts_have_a_width_and_a_font, setup, teardown),
        cmocka_unit_test_setup_teardown(right_to_left_runs_stand_in_order, setup, teardown),
        cmocka_unit_test_setup_teardown(tabular_digits_are_all_of_one_width, setup, teardown),
        cmocka_unit_test_setup_teardown(a_click_finds_its_caret_stop, setup, teardown),
        cmocka_unit_test_setup_teardown(bad_bytes_and_controls_are_shown_safely, setup, teardown),
        cmocka_unit_test(a_cache_forgets_what_was_not_used_longest),
        cmocka_unit_test(a_missing_font_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
