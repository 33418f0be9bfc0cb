#include "ui/core.h"
#include "base/hash.h"

#include <assert.h>

struct rect ui_rect_meet(struct rect a, struct rect b)
{
    float x0 = a.x > b.x ? a.x : b.x, y0 = a.y > b.y ? a.y : b.y;
    float x1 = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w, y1 = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    return (struct rect){x0, y0, x1 > x0 ? x1 - x0 : 0, y1 > y0 ? y1 - y0 : 0};
}

struct rect ui_clip_now(const struct ui *ui)
{
    return ui->clip_count > 0 ? ui->clips[ui->clip_count - 1] : (struct rect){0, 0, ui->width, ui->height};
}

void ui_clip_push(struct ui *ui, struct rect r)
{
    assert(ui->clip_count < UI_DEPTH);
    struct rect clip = ui_rect_meet(r, ui_clip_now(ui));
    ui->clips[ui->clip_count++] = clip;
    draw_clip(ui->list, clip);
}

void ui_clip_pop(struct ui *ui)
{
    assert(ui->clip_count > 0);
    ui->clip_count--;
    draw_unclip(ui->list);
}

/* Remembers the panes used last; the one unseen for longest makes room. */
static int memory_find(struct ui *ui, uint64_t id)
{
    int at = 0;
    for (int i = 0; i < ui->memory_count; i++) {
        if (ui->memories[i].id == id)
            return i;
        if (ui->memories[i].run < ui->memories[at].run)
            at = i;
    }
    if (ui->memory_count < (int)(sizeof ui->memories / sizeof *ui->memories))
        at = ui->memory_count++;
    ui->memories[at] = (struct ui_memory){.id = id};
    return at;
}

static float pane_most(const struct ui_pane *pane)
{
    return pane->content > pane->box.h ? pane->content - pane->box.h : 0;
}

/* Returns 1 when it moved. */
static int pane_move(struct ui *ui, const struct ui_pane *pane, float to)
{
    float *offset = &ui->memories[pane->memory].offset, most = pane_most(pane);
    to = to < 0 ? 0 : to > most ? most : (float)(int)(to + 0.5f);
    if (to == *offset)
        return 0;
    *offset = to;
    ui->rerun = 1;
    return 1;
}

static float bar_width(const struct ui *ui)
{
    return ui_px(ui, 12);
}

struct rect ui_scroll_begin(struct ui *ui, const char *name, struct rect r, float content_height)
{
    assert(ui->pane_count < UI_PANES);
    ui_scope_push(ui, name);
    struct ui_pane *pane = &ui->panes[ui->pane_count];
    *pane = (struct ui_pane){.id = hash_mix(ui->scopes[ui->scope_count - 1], 1),
                             .box = r,
                             .content = content_height,
                             .visible = ui_rect_meet(r, ui_clip_now(ui)),
                             .parent = ui->pane,
                             .modal = ui->inside_count > 0 ? ui->inside[ui->inside_count - 1].id : 0};
    pane->memory = memory_find(ui, pane->id);
    ui->memories[pane->memory].run = ui->run;
    pane_move(ui, pane, ui->memories[pane->memory].offset);
    ui->pane = ui->pane_count++;
    /* The focus ring of what lies at the pane's edge stands out a little. */
    ui_clip_push(ui, rect_inset(r, -ui_px(ui, 4), -ui_px(ui, 3)));
    float w = pane_most(pane) > 0 ? r.w - bar_width(ui) : r.w;
    return (struct rect){r.x, r.y - ui->memories[pane->memory].offset, w, content_height > r.h ? content_height : r.h};
}

static struct rect pane_track(const struct ui *ui, const struct ui_pane *pane)
{
    float w = bar_width(ui);
    return (struct rect){pane->box.x + pane->box.w - w + ui_px(ui, 4), pane->box.y, w - ui_px(ui, 4), pane->box.h};
}

static struct rect pane_thumb(const struct ui *ui, const struct ui_pane *pane)
{
    struct rect track = pane_track(ui, pane);
    float h = track.h * pane->box.h / pane->content, least = ui_px(ui, 24);
    if (h < least)
        h = least < track.h ? least : track.h;
    float y = (track.h - h) * ui->memories[pane->memory].offset / pane_most(pane);
    return (struct rect){track.x, track.y + y, track.w, h};
}

/* Holding the thumb drags it; a press beside it moves by a page. */
static void pane_press(struct ui *ui, const struct ui_pane *pane)
{
    struct rect thumb = pane_thumb(ui, pane);
    if (!rect_holds(pane_track(ui, pane), ui->x, ui->y) || ui->pressed != 0)
        return;
    ui->pressed = pane->id;
    ui->grip = ui->y - thumb.y;
    if (rect_holds(thumb, ui->x, ui->y))
        return;
    float page = pane->box.h * 0.9f;
    pane_move(ui, pane, ui->memories[pane->memory].offset + (ui->y < thumb.y ? -page : page));
    ui->grip = thumb.h / 2;
}

static void pane_drag(struct ui *ui, const struct ui_pane *pane)
{
    struct rect track = pane_track(ui, pane), thumb = pane_thumb(ui, pane);
    float way = track.h - thumb.h;
    if (way > 0)
        pane_move(ui, pane, (ui->y - ui->grip - track.y) / way * pane_most(pane));
}

static void pane_pointer(struct ui *ui, const struct ui_pane *pane)
{
    if (ui->used || pane->modal != ui_modal_top(ui))
        return;
    if (ui->input.kind == UI_INPUT_WHEEL && rect_holds(pane->visible, ui->x, ui->y)) {
        if (pane_move(ui, pane, ui->memories[pane->memory].offset - ui->input.wheel * ui_px(ui, 60)))
            ui_use(ui);
    } else if (ui->input.kind == UI_INPUT_PRESS) {
        pane_press(ui, pane);
    } else if (ui->input.kind == UI_INPUT_MOVE && ui->pressed == pane->id) {
        pane_drag(ui, pane);
    }
}

void ui_scroll_end(struct ui *ui)
{
    assert(ui->pane >= 0);
    const struct ui_pane *pane = &ui->panes[ui->pane];
    ui_clip_pop(ui);
    ui_scope_pop(ui);
    ui->pane = pane->parent;
    if (pane_most(pane) <= 0)
        return;
    pane_pointer(ui, pane);
    struct rect thumb = pane_thumb(ui, pane);
    int lively = ui->pressed == pane->id || rect_holds(pane_track(ui, pane), ui->x, ui->y);
    draw_rect(ui->list, rect_inset(thumb, ui_px(ui, 1), 0), ui_px(ui, 3),
              ui_color(ui, lively ? THEME_TEXT_FAINT : THEME_KEYCAP));
}

void ui_pane_reveal(struct ui *ui, int index)
{
    const struct ui_frame *frame = ui_frame_now(ui);
    struct rect box = frame->items[index].box;
    for (int at = frame->places[index].pane; at >= 0; at = ui->panes[at].parent) {
        const struct ui_pane *pane = &ui->panes[at];
        float offset = ui->memories[pane->memory].offset, margin = ui_px(ui, 6), move = 0;
        if (box.y - margin < pane->box.y)
            move = box.y - margin - pane->box.y;
        else if (box.y + box.h + margin > pane->box.y + pane->box.h)
            move = box.y + box.h + margin - pane->box.y - pane->box.h;
        pane_move(ui, pane, offset + move);
        box = pane->box;
    }
}

/* The pane that Page Up and Page Down mean: around the focus, else under the pointer, else the first that scrolls. */
static int pane_of_keys(const struct ui *ui)
{
    const struct ui_frame *frame = &ui->frames[ui->frame];
    int focused = ui_frame_index(frame, ui->focus), pointed = -1, first = -1;
    int at = focused >= 0 ? frame->places[focused].pane : -1;
    while (at >= 0 && pane_most(&ui->panes[at]) <= 0)
        at = ui->panes[at].parent;
    for (int i = 0; i < ui->pane_count; i++) {
        if (pane_most(&ui->panes[i]) <= 0 || ui->panes[i].modal != ui_modal_top(ui))
            continue;
        if (rect_holds(ui->panes[i].visible, ui->x, ui->y))
            pointed = i;
        if (first < 0)
            first = i;
    }
    return at >= 0 ? at : pointed >= 0 ? pointed : first;
}

void ui_panes_end(struct ui *ui)
{
    int key = ui->input.kind == UI_INPUT_KEY && !ui->used ? ui->input.chord.key : UI_KEY_NONE;
    if (key < UI_KEY_HOME || key > UI_KEY_PAGE_DOWN || ui->input.chord.modifiers != 0)
        return;
    int at = pane_of_keys(ui);
    if (at < 0)
        return;
    const struct ui_pane *pane = &ui->panes[at];
    float offset = ui->memories[pane->memory].offset, page = pane->box.h * 0.9f;
    pane_move(ui, pane,
              key == UI_KEY_HOME      ? 0
              : key == UI_KEY_END     ? pane_most(pane)
              : key == UI_KEY_PAGE_UP ? offset - page
                                      : offset + page);
}
