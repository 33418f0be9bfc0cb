#include "ui/core.h"

#include <stdio.h>
#include <string.h>

enum { WANTED_RUNS = 3 };

void ui_focus_take(struct ui *ui, uint64_t id, int shown)
{
    if (ui->focus != id || ui->focus_shown != shown)
        ui->rerun = 1;
    ui->focus_moved |= ui->focus != id;
    ui->focus = id;
    ui->focus_shown = shown;
}

static void focus_want(struct ui *ui, enum ui_role role, const char *label, uint64_t id)
{
    snprintf(ui->wanted_label, sizeof ui->wanted_label, "%s", label);
    ui->wanted_role = role;
    ui->wanted_id = id;
    ui->wanted_runs = WANTED_RUNS;
    ui->rerun = 1;
}

void ui_focus(struct ui *ui, enum ui_role role, const char *label)
{
    focus_want(ui, role, label, 0);
}

void ui_focus_item(struct ui *ui, uint64_t id)
{
    focus_want(ui, UI_BUTTON, "", id);
}

static int is_wanted(const struct ui *ui, const struct ui_item *item, size_t length)
{
    if (ui->wanted_id != 0)
        return item->id == ui->wanted_id;
    return item->role == ui->wanted_role && strncmp(item->label, ui->wanted_label, length) == 0;
}

/* Exactly that label, else one that starts so. */
static int wanted_index(const struct ui *ui, const struct ui_frame *frame)
{
    int found = -1;
    size_t length = strlen(ui->wanted_label);
    for (int i = 0; i < frame->count; i++) {
        if (!frame->items[i].focusable || !is_wanted(ui, &frame->items[i], length))
            continue;
        if (ui->wanted_id != 0 || strcmp(frame->items[i].label, ui->wanted_label) == 0)
            return i;
        if (found < 0)
            found = i;
    }
    return found;
}

/* The screen may show what is wanted only in its next run. */
static void focus_wanted(struct ui *ui, const struct ui_frame *frame)
{
    if (ui->wanted_runs == 0)
        return;
    ui->wanted_runs--;
    int index = wanted_index(ui, frame);
    if (index < 0) {
        ui->rerun |= ui->wanted_runs > 0;
        return;
    }
    ui_focus_take(ui, frame->items[index].id, 1);
    ui->focus_moved = 1;
    ui->wanted_runs = 0;
}

/* What was focused may have changed its words (Pause, Resume): whatever of its kind is in its place takes over. */
static uint64_t heir_in_place(const struct ui *ui, const struct ui_frame *frame)
{
    float x = ui->focus_box.x + ui->focus_box.w / 2, y = ui->focus_box.y + ui->focus_box.h / 2;
    uint64_t heir = 0;
    for (int i = 0; i < frame->count; i++)
        if (frame->items[i].focusable && frame->items[i].role == ui->focus_role &&
            rect_holds(frame->items[i].box, x, y))
            heir = frame->items[i].id;
    return heir;
}

/* It may have moved to another pane, as when a larger text makes one column of two; several of that name are none. */
static uint64_t heir_by_name(const struct ui *ui, const struct ui_frame *frame)
{
    uint64_t heir = 0;
    for (int i = 0; i < frame->count; i++) {
        const struct ui_item *item = &frame->items[i];
        if (!item->focusable || item->role != ui->focus_role || strcmp(item->label, ui->focus_label) != 0)
            continue;
        if (heir != 0)
            return 0;
        heir = item->id;
    }
    return heir;
}

static void focus_recover(struct ui *ui, const struct ui_frame *frame)
{
    int index = ui_frame_index(frame, ui->focus);
    if (ui->focus == 0 || (index >= 0 && frame->items[index].focusable))
        return;
    uint64_t heir = index >= 0 ? 0 : heir_by_name(ui, frame);
    if (heir == 0 && index < 0)
        heir = heir_in_place(ui, frame);
    ui_focus_take(ui, heir, ui->focus_shown && heir != 0);
}

static void focus_go(struct ui *ui, const struct ui_frame *frame, int index)
{
    if (index < 0)
        return;
    ui_focus_take(ui, frame->items[index].id, 1);
    ui_use(ui);
}

static void focus_keys(struct ui *ui, const struct ui_frame *frame)
{
    if (ui->input.kind != UI_INPUT_KEY || ui->used)
        return;
    struct ui_chord chord = ui->input.chord;
    int has_focus = ui_frame_index(frame, ui->focus) >= 0;
    if (chord.key == UI_KEY_TAB && (chord.modifiers & ~UI_SHIFT) == 0)
        focus_go(ui, frame, ui_focus_next(ui, frame, chord.modifiers & UI_SHIFT ? -1 : 1));
    else if (chord.modifiers != 0)
        return;
    else if (chord.key == UI_KEY_ESCAPE && ui->typing)
        ui_focus_take(ui, 0, 0);
    else if (chord.key == UI_KEY_ENTER || chord.key == UI_KEY_SPACE)
        ui_focus_take(ui, ui->focus, has_focus);
    else if (chord.key >= UI_KEY_LEFT && chord.key <= UI_KEY_DOWN && has_focus)
        focus_go(ui, frame, ui_focus_nearest(ui, frame, chord.key));
    else if (chord.key >= UI_KEY_LEFT && chord.key <= UI_KEY_DOWN)
        focus_go(ui, frame, ui_focus_next(ui, frame, 1));
}

static void focus_ring(struct ui *ui, const struct ui_frame *frame, int index)
{
    float out = ui_px(ui, 2), width = ui_px(ui, 2);
    struct rect box = frame->items[index].box;
    struct rect visible = frame->places[index].visible;
    if (visible.w <= 0 || visible.h <= 0)
        return;
    draw_clip(ui->list, rect_inset(visible, -2 * out, -2 * out));
    draw_frame(ui->list, rect_inset(box, -out, -out), ui_px(ui, 8) + out, width, ui_color(ui, THEME_FOCUS));
    draw_unclip(ui->list);
}

void ui_focus_end(struct ui *ui)
{
    const struct ui_frame *frame = ui_frame_now(ui);
    focus_wanted(ui, frame);
    focus_recover(ui, frame);
    focus_keys(ui, frame);
    int index = ui_frame_index(frame, ui->focus);
    if (index < 0)
        return;
    if (ui->focus_moved)
        ui_pane_reveal(ui, index);
    ui->focus_index = index;
    ui->focus_box = frame->items[index].box;
    ui->focus_role = frame->items[index].role;
    snprintf(ui->focus_label, sizeof ui->focus_label, "%s", frame->items[index].label);
    if (ui->focus_shown || ui->focus_role == UI_FIELD)
        focus_ring(ui, frame, index);
}

void ui_focus_clear(struct ui *ui)
{
    ui_focus_take(ui, 0, 0);
    ui->focus_box = (struct rect){UI_OUT_OF_SIGHT, 0, 0, 0};
    ui->focus_label[0] = '\0';
    ui->focus_index = -1;
}
