#include "ui/core.h"
#include "base/memory.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct ui *ui_create(const struct draw_metrics *metrics, const struct ui_clipboard *clipboard)
{
    struct ui *ui = memory_want(sizeof *ui);
    ui->metrics = *metrics;
    if (clipboard != NULL)
        ui->clipboard = *clipboard;
    ui->scale = 1;
    ui->x = ui->y = UI_OUT_OF_SIGHT;
    ui->pane = -1;
    ui->focus_index = -1;
    return ui;
}

void ui_destroy(struct ui *ui)
{
    if (ui == NULL)
        return;
    for (int i = 0; i < 2; i++) {
        arena_release(&ui->frames[i].arena);
        free(ui->frames[i].items);
        free(ui->frames[i].places);
    }
    free(ui);
}

void ui_set_theme(struct ui *ui, enum theme theme)
{
    ui->theme = theme;
}

enum theme ui_theme(const struct ui *ui)
{
    return ui->theme;
}

void ui_set_scale(struct ui *ui, float scale)
{
    ui->scale = scale < 1 ? 1 : scale > 2 ? 2 : scale;
}

float ui_scale(const struct ui *ui)
{
    return ui->scale;
}

void ui_set_clock(struct ui *ui, uint64_t milliseconds)
{
    ui->clock = milliseconds;
}

int ui_animating(const struct ui *ui)
{
    return ui->typing ? 500 : 0;
}

void ui_begin(struct ui *ui, struct draw_list *list, float width, float height, const struct ui_input *input)
{
    assert(!ui->running);
    ui->run++;
    ui->list = list;
    ui->width = width;
    ui->height = height;
    ui->room = (struct rect){0, 0, width, height};
    memset(&ui->input, 0, sizeof ui->input);
    if (input != NULL)
        ui->input = *input;
    ui_input_begin(ui);
    ui->running = 1;
    ui->frame = !ui->frame;
    struct ui_frame *frame = ui_frame_now(ui);
    frame->count = 0;
    arena_reset(&frame->arena);
    ui->scope_count = ui->clip_count = ui->pane_count = ui->seen_count = ui->inside_count = 0;
    ui->pane = -1;
}

void ui_end(struct ui *ui)
{
    assert(ui->running && ui->scope_count == 0 && ui->clip_count == 0 && ui->inside_count == 0);
    ui_modals_end(ui);
    ui_focus_end(ui);
    ui_panes_end(ui);
    ui_input_end(ui);
    ui->running = 0;
}

int ui_wants_rerun(const struct ui *ui)
{
    return ui->rerun;
}

struct draw_list *ui_list(struct ui *ui)
{
    return ui->list;
}

struct arena *ui_arena(struct ui *ui)
{
    return &ui_frame_now(ui)->arena;
}

float ui_px(const struct ui *ui, float at_scale_one)
{
    return roundf(at_scale_one * ui->scale);
}

uint32_t ui_color(const struct ui *ui, enum theme_token token)
{
    return theme_color(ui->theme, token);
}

int ui_by_key(const struct ui *ui)
{
    return ui->by_key;
}

int ui_typing(const struct ui *ui)
{
    return ui->typing;
}

void ui_size(const struct ui *ui, float *width, float *height)
{
    *width = ui->width;
    *height = ui->height;
}

void ui_set_room(struct ui *ui, struct rect room) { ui->room = room; }

struct rect ui_room(const struct ui *ui) { return ui->room; }
