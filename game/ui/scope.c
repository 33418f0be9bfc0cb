#include "ui/core.h"
#include "base/hash.h"
#include "base/text.h"

#include <assert.h>

void ui_scope_push(struct ui *ui, const char *name)
{
    assert(ui->scope_count < UI_DEPTH);
    uint64_t outer = ui->scope_count > 0 ? ui->scopes[ui->scope_count - 1] : 0;
    ui->scopes[ui->scope_count++] = hash_mix(outer, hash_text(name));
}

void ui_scope_pop(struct ui *ui)
{
    assert(ui->scope_count > 0);
    ui->scope_count--;
}

static struct rect modal_box(const struct ui *ui, float width, float height)
{
    float margin = ui_px(ui, 16);
    float w = width < ui->width - 2 * margin ? width : ui->width - 2 * margin;
    float h = height < ui->height - 2 * margin ? height : ui->height - 2 * margin;
    return (struct rect){(float)(int)((ui->width - w) / 2), (float)(int)((ui->height - h) / 2), w, h};
}

static void modal_draw(struct ui *ui, struct rect box)
{
    float radius = ui_px(ui, 12);
    draw_rect(ui->list, (struct rect){0, 0, ui->width, ui->height}, 0, ui_color(ui, THEME_SHADE));
    draw_rect(ui->list, box, radius, ui_color(ui, THEME_PANEL));
    draw_frame(ui->list, box, radius, 1, ui_color(ui, THEME_LINE));
}

/* A press outside that is let go outside; one that began inside is a selection that slipped out. */
static int modal_clicked_away(struct ui *ui, uint64_t id, struct rect box)
{
    int outside = !rect_holds(box, ui->x, ui->y);
    if (ui->input.kind == UI_INPUT_PRESS && outside)
        ui->pressed = id;
    return ui->input.kind == UI_INPUT_RELEASE && outside && ui->released == id && !ui->used;
}

/* The button that closes stands in the title's line, where a mouse looks for it. */
static int modal_close_button(struct ui *ui, struct rect box)
{
    float pad = ui_px(ui, 16), h = ui_px(ui, 28);
    float w = ui_keycap_width(ui, "Esc") + ui_px(ui, 8);
    struct rect r = {box.x + box.w - pad - w, box.y + pad, w, h};
    struct ui_spec spec = {.role = UI_BUTTON, .label = text("ui.close"), .key = "Esc", .enabled = 1, .hit = 1};
    struct ui_state state = ui_enter(ui, r, &spec);
    ui_keycap_draw(ui, r, "Esc", ui_color(ui, state.hot ? THEME_RAISED_HOVER : THEME_KEYCAP), ui_color(ui, THEME_TEXT));
    return ui_was_used(ui, &state, "Esc");
}

struct rect ui_modal_begin(struct ui *ui, const char *title, float width, float height, int *escaped)
{
    assert(ui->inside_count < UI_DEPTH && ui->seen_count < UI_DEPTH && ui->clip_count == 0);
    struct rect box = modal_box(ui, width, height), inner = rect_inset(box, ui_px(ui, 20), ui_px(ui, 16));
    uint64_t id = ui_id(ui, UI_DIALOG, title);
    modal_draw(ui, box);
    ui->seen[ui->seen_count++] = id;
    ui->inside[ui->inside_count].id = id;
    ui->inside[ui->inside_count++].box = box;
    ui_scope_push(ui, title);
    ui_enter(ui, box, &(struct ui_spec){.role = UI_DIALOG, .label = title, .enabled = 1});
    struct rect line = rect_cut_top(&inner, ui_px(ui, 28));
    rect_cut_top(&inner, ui_px(ui, 12));
    if (escaped != NULL) {
        *escaped = ui_modal_top(ui) == id && modal_clicked_away(ui, id, box);
        if (*escaped)
            ui_use(ui);
        *escaped |= modal_close_button(ui, box);
        rect_cut_right(&line, ui_keycap_width(ui, "Esc") + ui_px(ui, 16));
    }
    ui_text(ui, line, 18, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, title);
    return inner;
}

void ui_modal_end(struct ui *ui)
{
    assert(ui->inside_count > 0);
    ui->inside_count--;
    ui_scope_pop(ui);
}

static int modal_was_seen(const struct ui *ui, uint64_t id)
{
    for (int i = 0; i < ui->seen_count; i++)
        if (ui->seen[i] == id)
            return 1;
    return 0;
}

static int modal_is_open(const struct ui *ui, uint64_t id)
{
    for (int i = 0; i < ui->open_count; i++)
        if (ui->open[i].id == id)
            return 1;
    return 0;
}

/* What was focused before the lowest dialog that closed gets the focus back. */
static void modals_close(struct ui *ui)
{
    for (int i = 0; i < ui->open_count; i++) {
        if (modal_was_seen(ui, ui->open[i].id))
            continue;
        ui_focus_take(ui, ui->open[i].focus_before, ui->open[i].shown_before);
        ui->focus_box = (struct rect){UI_OUT_OF_SIGHT, 0, 0, 0};
        ui->focus_label[0] = '\0';
        ui->focus_index = -1;
        ui->open_count = i;
        ui->rerun = 1;
    }
}

static void modals_open(struct ui *ui)
{
    for (int i = 0; i < ui->seen_count; i++) {
        if (modal_is_open(ui, ui->seen[i]) || ui->open_count == UI_DEPTH)
            continue;
        ui->open[ui->open_count++] = (struct ui_modal){ui->seen[i], ui->focus, ui->focus_shown};
        ui->focus = 0;
        ui->focus_index = -1;
        ui->rerun = 1;
    }
}

static void items_update(struct ui *ui, struct ui_frame *frame)
{
    uint64_t top = ui_modal_top(ui);
    for (int i = 0; i < frame->count; i++) {
        struct ui_item *item = &frame->items[i];
        item->reachable = frame->places[i].modal == top;
        item->focusable = item->reachable && item->enabled && frame->places[i].takes_focus;
    }
}

void ui_modals_end(struct ui *ui)
{
    uint64_t before = ui_modal_top(ui);
    struct ui_frame *frame = ui_frame_now(ui);
    modals_close(ui);
    modals_open(ui);
    items_update(ui, frame);
    /* Behind a dialog that closed nothing is picked: Enter would use what nobody chose. */
    if (ui_modal_top(ui) == 0 || ui_modal_top(ui) == before || ui->focus != 0)
        return;
    for (int i = 0; i < frame->count && ui->focus == 0; i++)
        if (frame->items[i].focusable)
            ui_focus_take(ui, frame->items[i].id, ui->by_key);
}
