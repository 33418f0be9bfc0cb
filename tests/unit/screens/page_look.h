#ifndef PAGE_LOOK_H
#define PAGE_LOOK_H
/*
 * A page painted with the real fonts, without a display, and what is wrong
 * with it: words that are cut, texts over each other or beside the window, and
 * on the stage what the last row cannot read.
 *
 *   struct page_look l;
 *   page_look_open(&l, 1280, 800, THEME_DARK, 1.5f);
 *   page_look_run(&l, draw, context);          runs until it has settled
 *   faults += page_look_faults(&l, "name", cut_is_fine);
 *   page_look_shot(&l, "name");                where MOMENT_GALLERY says
 *   page_look_close(&l);
 */
#include "base/err.h"
#include "gfx/gfx.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

struct page_look {
    struct gfx *gfx;
    struct gfx_surface *surface;
    struct ui *ui;
    struct arena frame;
    struct draw_list list;
    int width, height;
};

static inline void page_look_open(struct page_look *l, int width, int height, enum theme theme, float scale)
{
    const char *message = "";
    char data[1024];
    struct gfx_options options = {.data = data, .headless = 1, .silent = 1};
    snprintf(data, sizeof data, "%s/assets", getenv("MOMENT_SOURCE") ? getenv("MOMENT_SOURCE") : ".");
    memset(l, 0, sizeof *l);
    l->width = width;
    l->height = height;
    assert_int_equal(gfx_open(&l->gfx, &options, &message), ERR_NONE);
    assert_int_equal(gfx_window(l->gfx, &l->surface, "page", width, height, 0, 0), ERR_NONE);
    struct draw_metrics metrics = gfx_metrics(l->gfx);
    l->ui = ui_create(&metrics, NULL);
    ui_set_theme(l->ui, theme);
    ui_set_scale(l->ui, scale);
}

static inline void page_look_close(struct page_look *l)
{
    ui_destroy(l->ui);
    gfx_window_close(l->surface);
    gfx_close(l->gfx);
    arena_release(&l->frame);
}

static inline void page_look_run(struct page_look *l, void (*draw)(struct ui *ui, void *context), void *context)
{
    static const struct ui_input none;
    for (int i = 0; i < 4; i++) {
        arena_reset(&l->frame);
        l->list = (struct draw_list){.arena = &l->frame};
        ui_begin(l->ui, &l->list, (float)l->width, (float)l->height, &none);
        draw(l->ui, context);
        ui_end(l->ui);
    }
}

static inline void page_look_shot(struct page_look *l, const char *name)
{
    char path[1024];
    const char *folder = getenv("MOMENT_GALLERY");
    if (!folder)
        return;
    snprintf(path, sizeof path, "%s/%s.png", folder, name);
    gfx_paint(l->surface, &l->list, theme_color(ui_theme(l->ui), THEME_BACKGROUND));
    assert_int_equal(gfx_shot(l->surface, path), ERR_NONE);
}

static inline struct rect page_look_common(struct rect a, struct rect b)
{
    float x = a.x > b.x ? a.x : b.x, y = a.y > b.y ? a.y : b.y;
    float right = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w, low = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    return (struct rect){x, y, right > x ? right - x : 0, low > y ? low - y : 0};
}

/* What the letters of a text take of its box: one line stands in the middle of the height. */
static inline struct rect page_look_ink(struct page_look *l, const struct draw_op *op)
{
    struct draw_metrics metrics = gfx_metrics(l->gfx);
    struct rect r = op->box;
    float width = metrics.width(metrics.context, &op->font, op->text);
    if (op->lines > 0)
        return rect_inset(r, 0, 3);
    float high = op->font.size * 0.8f, room = r.w - width > 0 ? r.w - width : 0;
    r.x += op->align == ALIGN_LEFT ? 0 : op->align == ALIGN_CENTER ? room / 2 : room;
    return (struct rect){r.x, r.y + (r.h - high) / 2, r.w - room, high};
}

static inline int page_look_overlaps(struct page_look *l, const char *where)
{
    struct rect clips[32] = {{0, 0, (float)l->width, (float)l->height}}, *seen = calloc((size_t)l->list.count + 1, sizeof *seen);
    const char **words = calloc((size_t)l->list.count + 1, sizeof *words);
    int depth = 0, count = 0, found = 0;
    for (int i = 0; i < l->list.count && seen && words; i++) {
        const struct draw_op *op = &l->list.ops[i];
        if (op->kind == DRAW_CLIP && depth < 31)
            clips[depth + 1] = page_look_common(clips[depth], op->box), depth++;
        if (op->kind == DRAW_UNCLIP && depth > 0)
            depth--;
        if (op->kind != DRAW_TEXT || op->font.weight == WEIGHT_ICON)
            continue;
        struct rect mine = page_look_common(page_look_ink(l, op), clips[depth]);
        if (mine.w < 3 || mine.h < 3)
            continue;
        for (int k = 0; k < count; k++) {
            struct rect common = page_look_common(mine, seen[k]);
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

static inline int page_look_is_dialog(struct page_look *l)
{
    for (int i = 0; i < ui_item_count(l->ui); i++)
        if (ui_item_at(l->ui, i)->role == UI_DIALOG)
            return 1;
    return 0;
}

static inline int page_look_faults(struct page_look *l, const char *where, int cut_is_fine)
{
    int found = page_look_is_dialog(l) ? 0 : page_look_overlaps(l, where);
    for (int i = 0; i < ui_item_count(l->ui); i++) {
        const struct ui_item *item = ui_item_at(l->ui, i);
        if (item->clipped && !cut_is_fine)
            found++, printf("%s: cut: %s\n", where, item->label);
        if (item->box.x < -0.5f || item->box.x + item->box.w > (float)l->width + 0.5f)
            found++, printf("%s: beside the window: %s\n", where, item->label);
    }
    return found;
}

/* For the stage: sizes as on 1080 lines. */
static inline int page_look_stage_faults(struct page_look *l, const char *where, int words_most)
{
    int found = 0, words = 0;
    for (int i = 0; i < l->list.count; i++) {
        const struct draw_op *op = &l->list.ops[i];
        if (op->kind != DRAW_TEXT || op->font.weight == WEIGHT_ICON || !op->text[0])
            continue;
        for (const char *at = op->text; *at; at++)
            words += *at != ' ' && (at == op->text || at[-1] == ' ');
        if (op->font.size * 1080 < 31.99f * (float)l->height)
            found++, printf("%s: too small: %s\n", where, op->text);
        if (op->box.y + op->box.h > (float)l->height + 1 || op->box.y < -1)
            found++, printf("%s: below the stage: %s\n", where, op->text);
    }
    if (words > words_most)
        found++, printf("%s: %d words\n", where, words);
    return found;
}
#endif
