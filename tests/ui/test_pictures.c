/*
 * What a person looks at, kept as small pictures: one of each step and of the
 * rest, console and stage, compared with tolerance, so that another rendering
 * of letters is nothing and another layout is seen. After a change that is
 * meant:
 *
 *   MOMENT_RECORD=1 ctest -R ui/pictures
 *
 * writes tests/ui/pictures anew; look at them before they are kept. What
 * differs is written to the folder of the test programs as seen-*.png.
 */
#include "tour.h"

#include <cairo.h>

enum { SHRINK = 6, SHRINK_CONSOLE = 4, CELL = 10, TOLERANCE = 12, PER_THOUSAND = 15, TAKEN_MOST = 200 };

static const char *const kept[] = {
    "start", "set-up", "set-up, roles", "set-up, how long", "set-up, the room", "agreement", "warm-up", "cards", "cards, gap", "cards, sheet", "cards, deck",
    "charter", "charter, full", "charter, asked", "briefing", "round", "round, tab team", "promise", "status update", "overrule", "voucher", "what to ask",
    "something happens", "large view", "round over, by the agenda", "observers' sheets", "agenda", "leaving the workshop", "paper", "front page, whole",
    "learning", "learning, charter", "learning, disputed", "learning, pattern", "learning, counting", "learning, commitments", "improve", "improve, root cause",
    "improve, ambassadors", "improve, conditions", "improve, complaints", "improve, board", "improve, celebrating", "break", "verdict", "verdict, they say",
    "verdict, decision", "verdict, what we saw", "monday, survey", "monday, nothing yet", "monday, actions", "report", "settings", "follow-up",
    "follow-up, all asked", "follow-up, survey", "follow-up, report", "problem", "practice, one incident", "desk, something open", "practice over",
    "practice over, beside the first try"};
/* One of each phase in the other theme too. */
static const char *const in_light[] = {
    "start", "set-up", "agreement", "warm-up", "cards", "cards, gap", "charter, full", "briefing", "round", "round, tab team", "paper", "learning",
    "learning, pattern", "learning, commitments", "improve", "improve, board", "break", "verdict", "verdict, decision", "monday, survey", "monday, actions",
    "report", "settings", "follow-up", "desk, something open", "practice over"};

static char taken[TAKEN_MOST][80];
static int taken_count, different;
static struct gfx_surface *papers[WINDOW_COUNT];

/* The mean of so many pixels each way is one. */
static cairo_surface_t *shrunk(cairo_surface_t *from, int by)
{
    int w = cairo_image_surface_get_width(from) / by, h = cairo_image_surface_get_height(from) / by;
    cairo_surface_t *to = cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h);
    const unsigned char *in = cairo_image_surface_get_data(from);
    unsigned char *out = cairo_image_surface_get_data(to);
    int in_row = cairo_image_surface_get_stride(from), out_row = cairo_image_surface_get_stride(to);
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++)
            for (int c = 0; c < 3; c++) {
                int sum = 0;
                for (int k = 0; k < by * by; k++) sum += in[(y * by + k / by) * in_row + (x * by + k % by) * 4 + c];
                out[y * out_row + x * 4 + c] = (unsigned char)(sum / (by * by));
            }
    cairo_surface_mark_dirty(to);
    return to;
}

static int cell_mean(cairo_surface_t *s, int x, int y, int channel)
{
    const unsigned char *data = cairo_image_surface_get_data(s);
    int row = cairo_image_surface_get_stride(s), sum = 0;
    for (int k = 0; k < CELL * CELL; k++) sum += data[(y * CELL + k / CELL) * row + (x * CELL + k % CELL) * 4 + channel];
    return sum / (CELL * CELL);
}

/* Cells in a thousand that differ, 1000 when the sizes do. */
static int difference(cairo_surface_t *a, cairo_surface_t *b)
{
    int w = cairo_image_surface_get_width(a), h = cairo_image_surface_get_height(a), cells = 0, bad = 0;
    if (w != cairo_image_surface_get_width(b) || h != cairo_image_surface_get_height(b)) return 1000;
    for (int y = 0; y < h / CELL; y++)
        for (int x = 0; x < w / CELL; x++) {
            int most = 0;
            for (int c = 0; c < 3; c++) {
                int here = abs(cell_mean(a, x, y, c) - cell_mean(b, x, y, c));
                most = here > most ? here : most;
            }
            cells++;
            bad += most > TOLERANCE;
        }
    return bad * 1000 / cells;
}

static cairo_surface_t *picture(enum app_window window)
{
    static const int width[WINDOW_COUNT] = {1280, 1920}, height[WINDOW_COUNT] = {800, 1080};
    const struct app_side *side = &app->sides[window];
    if (!papers[window]) assert_int_equal(gfx_window(app->gfx, &papers[window], "", width[window], height[window], 0, 0), ERR_NONE);
    gfx_paint(papers[window], &side->list, theme_color(ui_theme(side->ui), THEME_BACKGROUND));
    assert_int_equal(gfx_shot(papers[window], "shot.png"), ERR_NONE);
    cairo_surface_t *whole = cairo_image_surface_create_from_png("shot.png");
    assert_int_equal(cairo_surface_status(whole), CAIRO_STATUS_SUCCESS);
    cairo_surface_t *small = shrunk(whole, window == WINDOW_STAGE ? SHRINK : SHRINK_CONSOLE);
    cairo_surface_destroy(whole);
    remove("shot.png");
    return small;
}

static void compare(enum app_window window, const char *name)
{
    char path[2048], seen[160];
    snprintf(path, sizeof path, "%.1800s/tests/ui/pictures/%s.png", getenv("MOMENT_SOURCE"), name);
    cairo_surface_t *now_seen = picture(window);
    if (getenv("MOMENT_RECORD")) assert_int_equal(cairo_surface_write_to_png(now_seen, path), CAIRO_STATUS_SUCCESS);
    cairo_surface_t *golden = cairo_image_surface_create_from_png(path);
    int differs = cairo_surface_status(golden) == CAIRO_STATUS_SUCCESS ? difference(now_seen, golden) : 1000;
    if (differs > PER_THOUSAND) {
        snprintf(seen, sizeof seen, "seen-%s.png", name);
        cairo_surface_write_to_png(now_seen, seen);
        fprintf(stderr, "%s: %d in a thousand cells differ; see %s\n", name, differs, seen);
        different++;
    }
    cairo_surface_destroy(golden);
    cairo_surface_destroy(now_seen);
}

static int is_among(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0) return 1;
    return 0;
}

static void file_name(char file[80], const char *name, enum app_window window, enum theme theme)
{
    snprintf(file, 80, "%.50s-%s%s", name, window == WINDOW_STAGE ? "stage" : "console", theme == THEME_LIGHT ? "-light" : "");
    for (char *c = file; *c; c++)
        if (strchr(" ,'", *c)) *c = '_';
}

/* The first look at each that is kept. */
static void look_in(enum app_window window, const char *name, enum theme theme)
{
    char file[80];
    enum theme before = ui_theme(app->sides[window].ui);
    file_name(file, name, window, theme);
    for (int i = 0; i < taken_count; i++)
        if (strcmp(taken[i], file) == 0) return;
    assert_true(taken_count < TAKEN_MOST);
    snprintf(taken[taken_count++], sizeof taken[0], "%s", file);
    ui_set_theme(app->sides[window].ui, theme);
    settle(window);
    compare(window, file);
    ui_set_theme(app->sides[window].ui, before);
}

static void look(enum app_window window, const char *name)
{
    if (!is_among(kept, sizeof kept / sizeof *kept, name)) return;
    look_in(window, name, THEME_DARK);
    if (is_among(in_light, sizeof in_light / sizeof *in_light, name)) look_in(window, name, THEME_LIGHT);
}

static void look_console(const char *name) { look(WINDOW_CONSOLE, name); }

static void look_stage(const char *name)
{
    if (app->page == PAGE_ROUND || app->page == PAGE_STEP || app->page == PAGE_FOLLOW_UP) look(WINDOW_STAGE, name);
}

static void picture_of_one_colour(cairo_surface_t *s, int from, int to)
{
    cairo_t *cr = cairo_create(s);
    cairo_set_source_rgb(cr, 0.2, 0.2, 0.2);
    cairo_paint(cr);
    cairo_set_source_rgb(cr, 0.9, 0.9, 0.9);
    cairo_rectangle(cr, 0, from, 320, to - from);
    cairo_fill(cr);
    cairo_destroy(cr);
    cairo_surface_flush(s);
}

static void a_bar_that_moves_is_seen_and_a_hair_is_not(void **state)
{
    cairo_surface_t *a = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 320, 200), *b = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 320, 200);
    (void)state;
    picture_of_one_colour(a, 0, 20);
    picture_of_one_colour(b, 0, 20);
    assert_int_equal(difference(a, b), 0);
    picture_of_one_colour(b, 40, 60);
    assert_int_equal(difference(a, b), 200);
    picture_of_one_colour(a, 40, 40);
    picture_of_one_colour(b, 40, 40);
    cairo_t *cr = cairo_create(b);
    cairo_rectangle(cr, 11, 11, 3, 1);
    cairo_fill(cr);
    cairo_destroy(cr);
    assert_int_equal(difference(a, b), 0);
    cairo_surface_destroy(a);
    cairo_surface_destroy(b);
}

/* Of the console, or where only the stage is looked at, of that. */
static int was_taken(const char *name)
{
    char console[80], stage[80];
    file_name(console, name, WINDOW_CONSOLE, THEME_DARK);
    file_name(stage, name, WINDOW_STAGE, THEME_DARK);
    for (int i = 0; i < taken_count; i++)
        if (strcmp(taken[i], console) == 0 || strcmp(taken[i], stage) == 0) return 1;
    fprintf(stderr, "nobody came to \"%s\"\n", name);
    return 0;
}

static void it_looks_as_it_did(void **state)
{
    (void)state;
    arrangement_count = 1;
    tour();
    printf("%d pictures, %d differ\n", taken_count, different);
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) assert_true(was_taken(kept[i]));
    assert_int_equal(different, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_bar_that_moves_is_seen_and_a_hair_is_not), cmocka_unit_test(it_looks_as_it_did)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
