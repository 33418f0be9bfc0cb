/*
 * Every page around a round, painted with the real fonts in the sizes, text
 * scales and themes it must stand: no word is cut where the texts are usual,
 * nothing lies beside the window, and no two texts lie over each other. With
 * MOMENT_GALLERY set to a folder the pictures are written there.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "gfx/gfx.h"
#include "page_fixtures.h"
#include "../texts.h"

enum page {
    PAGE_START,
    PAGE_START_FIRST,
    PAGE_START_FULL,
    PAGE_SETUP_EMPTY,
    PAGE_SETUP,
    PAGE_SETUP_FULL,
    PAGE_SETUP_ROLE,
    PAGE_SETUP_LEAVE,
    PAGE_BRIEFING,
    PAGE_BRIEFING_LONG,
    PAGE_ROUND,
    PAGE_ROUND_PICKED,
    PAGE_ROUND_LONG,
    PAGE_OVERRULE,
    PAGE_END,
    PAGE_END_WRITTEN,
    PAGE_END_LONG,
    PAGE_NOT_STORED,
    PAGE_DAMAGED,
    PAGE_BUSY,
    PAGE_STAGE_BRIEFING,
    PAGE_STAGE_BETWEEN,
    PAGE_STAGE_SCORES,
    PAGE_STAGE_LONG,
    PAGE_COUNT
};
static const char *const page_names[PAGE_COUNT] = {
    "start",         "start-first",  "start-full",    "setup-empty", "setup",        "setup-full", "setup-role",
    "setup-leave",   "briefing",     "briefing-long", "round",       "round-picked", "round-long", "overrule",
    "end",           "end-written",  "end-long",      "not-stored",  "damaged",      "busy",       "stage-briefing",
    "stage-between", "stage-scores", "stage-long"};

struct desk {
    struct gfx *gfx;
    struct gfx_surface *surface;
    struct ui *ui;
    struct arena frame;
    struct draw_list list;
    int width, height;
    struct scenario sc;
    struct view_start start;
    struct start_memory start_memory;
    struct setup_memory setup;
    struct view_round round;
    struct round_memory round_memory;
    struct session_end end;
    struct problem problem;
    struct wishes wishes;
};

static int is_long(enum page p)
{
    return p == PAGE_START_FULL || p == PAGE_SETUP_FULL || p == PAGE_BRIEFING_LONG || p == PAGE_ROUND_LONG ||
           p == PAGE_END_LONG || p == PAGE_STAGE_LONG;
}
static int is_setup(enum page p)
{
    return p >= PAGE_SETUP_EMPTY && p <= PAGE_SETUP_LEAVE;
}
static int is_stage(enum page p)
{
    return p >= PAGE_STAGE_BRIEFING;
}

static void desk_fill(struct desk *d, enum page p)
{
    static const char path[] = "/home/facilitator/Documents/Moment of Truth/2026-11-22 Data centre team.moment";
    int longest = is_long(p);
    scenario_fill(&d->sc, longest);
    start_fill(&d->start, &d->sc,
               p == PAGE_START_FIRST ? 0
               : longest             ? 12
                                     : 3,
               p == PAGE_START_FIRST ? 0
               : longest             ? 8
                                     : 4,
               longest);
    if (p == PAGE_START_FIRST)
        d->start.notice = "The session was put away. You can go on with it at any time.";
    d->start_memory = (struct start_memory){.motion = 1, .scale = (int)(ui_scale(d->ui) * 100 + 0.5f)};
    if (is_setup(p))
        setup_fill(&d->setup, &d->sc, p == PAGE_SETUP_EMPTY ? 0 : longest ? LIMIT_MEMBERS : 7, longest);
    d->setup.picking = p == PAGE_SETUP_ROLE ? 1 : -1;
    d->setup.leaving = p == PAGE_SETUP_LEAVE;
    int briefing = p == PAGE_BRIEFING || p == PAGE_BRIEFING_LONG || p == PAGE_STAGE_BRIEFING;
    round_fill(&d->round, !briefing, p < PAGE_END || p > PAGE_END_LONG, longest);
    d->round.show_scores = p == PAGE_STAGE_SCORES;
    round_memory_begin(&d->round_memory);
    d->round_memory.rounds = d->round.round_count;
    if (p == PAGE_ROUND_PICKED || p == PAGE_OVERRULE)
        d->round_memory.selected = 1;
    d->round_memory.overruling = p == PAGE_OVERRULE;
    d->round_memory.key = d->round.end.moments[1].key;
    d->end = (struct session_end){
        path,
        p == PAGE_END ? ""
                      : "/home/facilitator/Documents/Moment of Truth/2026-11-22 Data centre team report/report.html",
        p == PAGE_END_LONG ? "There is no room left. Make room and write the report again." : "", p == PAGE_END_LONG};
    d->problem = (struct problem){p == PAGE_DAMAGED ? PROBLEM_DAMAGED
                                  : p == PAGE_BUSY  ? PROBLEM_BUSY
                                                    : PROBLEM_NOT_STORED,
                                  path, p == PAGE_BUSY ? "" : "There is no room left on the disk.",
                                  p == PAGE_DAMAGED ? "Written to “Data centre team, saved.moment”." : ""};
}

static void desk_run(struct desk *d, enum page p, const struct ui_input *input)
{
    arena_reset(&d->frame);
    d->list = (struct draw_list){.arena = &d->frame};
    ui_begin(d->ui, &d->list, (float)d->width, (float)d->height, input);
    if (p <= PAGE_START_FULL)
        start_screen(d->ui, &d->start, &d->start_memory, &d->wishes);
    else if (is_setup(p))
        setup_screen(d->ui, &d->sc, &d->setup, &d->wishes);
    else if (p < PAGE_END)
        round_screen(d->ui, &d->round, &d->round_memory, &d->wishes);
    else if (p <= PAGE_END_LONG)
        session_end_screen(d->ui, &d->round, &d->end, &d->wishes);
    else if (p <= PAGE_BUSY)
        problem_screen(d->ui, &d->problem, &d->wishes);
    else
        stage_between(d->ui, &d->round, p == PAGE_STAGE_BRIEFING);
    ui_end(d->ui);
}

static void desk_settle(struct desk *d, enum page p)
{
    static const struct ui_input none;
    for (int i = 0; i < 4; i++)
        desk_run(d, p, &none);
}

static void desk_open(struct desk *d, int width, int height, enum theme theme, float scale)
{
    const char *message = "";
    char data[1024];
    struct gfx_options options = {.data = data, .headless = 1, .silent = 1};
    snprintf(data, sizeof data, "%s/assets", getenv("MOMENT_SOURCE") ? getenv("MOMENT_SOURCE") : ".");
    memset(d, 0, sizeof *d);
    d->width = width;
    d->height = height;
    assert_int_equal(gfx_open(&d->gfx, &options, &message), ERR_NONE);
    assert_int_equal(gfx_window(d->gfx, &d->surface, "page", width, height, 0, 0), ERR_NONE);
    struct draw_metrics metrics = gfx_metrics(d->gfx);
    d->ui = ui_create(&metrics, NULL);
    ui_set_theme(d->ui, theme);
    ui_set_scale(d->ui, scale);
}

static void desk_clear(struct desk *d)
{
    setup_end(&d->setup);
    memset(&d->setup, 0, sizeof d->setup);
    round_memory_end(&d->round_memory);
    d->wishes.count = 0;
}

static void desk_close(struct desk *d)
{
    ui_destroy(d->ui);
    gfx_window_close(d->surface);
    gfx_close(d->gfx);
    arena_release(&d->frame);
}

static struct rect both(struct rect a, struct rect b)
{
    float x = a.x > b.x ? a.x : b.x, y = a.y > b.y ? a.y : b.y;
    float right = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w, low = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    return (struct rect){x, y, right > x ? right - x : 0, low > y ? low - y : 0};
}

/* What the letters of a text take of its box: one line stands in the middle of the height. */
static struct rect ink(struct desk *d, const struct draw_op *op)
{
    struct draw_metrics metrics = gfx_metrics(d->gfx);
    struct rect r = op->box;
    float width = metrics.width(metrics.context, &op->font, op->text);
    if (op->lines > 0)
        return rect_inset(r, 0, 3);
    float high = op->font.size * 0.8f, free = r.w - width > 0 ? r.w - width : 0;
    r.x += op->align == ALIGN_LEFT ? 0 : op->align == ALIGN_CENTER ? free / 2 : free;
    return (struct rect){r.x, r.y + (r.h - high) / 2, r.w - free, high};
}

static int overlaps(struct desk *d, const char *where)
{
    struct rect clips[32] = {{0, 0, (float)d->width, (float)d->height}},
                *seen = calloc((size_t)d->list.count + 1, sizeof *seen);
    const char **words = calloc((size_t)d->list.count + 1, sizeof *words);
    int depth = 0, count = 0, found = 0;
    for (int i = 0; i < d->list.count; i++) {
        const struct draw_op *op = &d->list.ops[i];
        if (op->kind == DRAW_CLIP && depth < 31)
            clips[depth + 1] = both(clips[depth], op->box), depth++;
        if (op->kind == DRAW_UNCLIP && depth > 0)
            depth--;
        if (op->kind != DRAW_TEXT || op->font.weight == WEIGHT_ICON)
            continue;
        struct rect mine = both(ink(d, op), clips[depth]);
        if (mine.w < 3 || mine.h < 3)
            continue;
        for (int k = 0; k < count; k++) {
            struct rect common = both(mine, seen[k]);
            if (common.w > 2 && common.h > 2)
                found++, printf("%s: “%s” lies over “%s”\n", where, op->text, words[k]);
        }
        seen[count] = mine;
        words[count++] = op->text;
    }
    free(seen);
    free(words);
    return found;
}

static int is_dialog(struct desk *d)
{
    for (int i = 0; i < ui_item_count(d->ui); i++)
        if (ui_item_at(d->ui, i)->role == UI_DIALOG)
            return 1;
    return 0;
}

static int faults(struct desk *d, enum page p, const char *where)
{
    int found = is_dialog(d) ? 0 : overlaps(d, where);
    for (int i = 0; i < ui_item_count(d->ui); i++) {
        const struct ui_item *item = ui_item_at(d->ui, i);
        if (item->clipped && !is_long(p))
            found++, printf("%s: cut: %s\n", where, item->label);
        if (item->box.x < -0.5f || item->box.x + item->box.w > (float)d->width + 0.5f)
            found++, printf("%s: beside the window: %s\n", where, item->label);
    }
    return found;
}

static int page_check(struct desk *d, enum page p, enum theme theme, float scale)
{
    char where[256], path[1024];
    const char *folder = getenv("MOMENT_GALLERY");
    snprintf(where, sizeof where, "%s-%dx%d-%s-%d", page_names[p], d->width, d->height,
             theme == THEME_DARK ? "dark" : "light", (int)(scale * 100 + 0.5f));
    desk_fill(d, p);
    desk_settle(d, p);
    int found = faults(d, p, where);
    if (folder) {
        snprintf(path, sizeof path, "%s/%s.png", folder, where);
        gfx_paint(d->surface, &d->list, theme_color(theme, THEME_BACKGROUND));
        assert_int_equal(gfx_shot(d->surface, path), ERR_NONE);
    }
    desk_clear(d);
    return found;
}

/* MOMENT_PAGE narrows it down to pages whose name begins so. */
static int pages_check(int width, int height, enum theme theme, float scale)
{
    struct desk *d = calloc(1, sizeof *d);
    const char *only = getenv("MOMENT_PAGE");
    int found = 0;
    desk_open(d, width, height, theme, scale);
    for (enum page p = 0; p < PAGE_COUNT; p++) {
        if (is_stage(p) && scale > 1.01f)
            continue;
        if (only && strncmp(page_names[p], only, strlen(only)) != 0)
            continue;
        found += page_check(d, p, theme, scale);
    }
    desk_close(d);
    free(d);
    return found;
}

static void pages_stand_on_a_laptop(void **state)
{
    (void)state;
    assert_int_equal(pages_check(1280, 800, THEME_DARK, 1) + pages_check(1280, 800, THEME_LIGHT, 1.5f), 0);
}

static void pages_stand_on_a_large_display(void **state)
{
    (void)state;
    assert_int_equal(pages_check(1920, 1080, THEME_LIGHT, 1) + pages_check(1920, 1080, THEME_DARK, 1.5f), 0);
}

static void pages_stand_with_the_largest_text(void **state)
{
    (void)state;
    assert_int_equal(pages_check(1280, 800, THEME_DARK, 2) + pages_check(1920, 1080, THEME_LIGHT, 2), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(pages_stand_on_a_laptop),
                                       cmocka_unit_test(pages_stand_on_a_large_display),
                                       cmocka_unit_test(pages_stand_with_the_largest_text)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
