#include "ui/core.h"
#include "base/hash.h"
#include "base/memory.h"

#include <string.h>

uint64_t ui_id(const struct ui *ui, enum ui_role role, const char *label)
{
    uint64_t scope = ui->scope_count > 0 ? ui->scopes[ui->scope_count - 1] : 0;
    uint64_t id = hash_mix(hash_mix(scope, (uint64_t)role + 1), hash_text(label));
    return id == 0 ? 1 : id;
}

struct ui_frame *ui_frame_now(struct ui *ui)
{
    return &ui->frames[ui->frame];
}

const struct ui_frame *ui_frame_done(const struct ui *ui)
{
    return &ui->frames[ui->running ? !ui->frame : ui->frame];
}

int ui_frame_index(const struct ui_frame *frame, uint64_t id)
{
    for (int i = 0; id != 0 && i < frame->count; i++)
        if (frame->items[i].id == id)
            return i;
    return -1;
}

void ui_frame_grow(struct ui_frame *frame)
{
    if (frame->count < frame->room)
        return;
    frame->room = frame->room == 0 ? 128 : frame->room * 2;
    frame->items = memory_resize(frame->items, (size_t)frame->room * sizeof *frame->items);
    frame->places = memory_resize(frame->places, (size_t)frame->room * sizeof *frame->places);
}

/* Texts may repeat and are never aimed at by id; what can be used must not share an id. */
static uint64_t item_id(const struct ui *ui, const struct ui_frame *frame, const struct ui_spec *spec)
{
    uint64_t id = ui_id(ui, spec->role, spec->label);
    if (spec->role != UI_TEXT)
        while (ui_frame_index(frame, id) >= 0)
            id = hash_mix(id, 1);
    return id;
}

struct ui_state ui_enter(struct ui *ui, struct rect r, const struct ui_spec *spec)
{
    struct ui_frame *frame = ui_frame_now(ui);
    struct ui_state state = {.id = item_id(ui, frame, spec), .enabled = spec->enabled, .index = frame->count};
    state.reachable = ui_is_reachable(ui);
    int live = state.enabled && state.reachable;
    state.hot = live && spec->hit && ui->hot == state.id;
    state.held = state.hot && ui->pressed == state.id;
    state.focused = live && ui->focus == state.id;
    ui_frame_grow(frame);
    frame->items[frame->count] =
        (struct ui_item){.role = spec->role,
                         .label = arena_dup(&frame->arena, spec->label),
                         .key = arena_dup(&frame->arena, spec->key == NULL ? "" : spec->key),
                         .value = arena_dup(&frame->arena, spec->value == NULL ? "" : spec->value),
                         .box = r,
                         .id = state.id,
                         .enabled = spec->enabled,
                         .focusable = live && spec->takes_focus,
                         .clipped = spec->clipped,
                         .reachable = state.reachable};
    frame->places[frame->count] =
        (struct ui_place){.visible = ui_rect_meet(r, ui_clip_now(ui)),
                          .modal = ui->inside_count > 0 ? ui->inside[ui->inside_count - 1].id : 0,
                          .pane = ui->pane,
                          .hit = spec->hit,
                          .takes_focus = spec->takes_focus};
    frame->count++;
    return state;
}

struct ui_state ui_enter_usable(struct ui *ui, struct rect r, enum ui_role role, const char *label, const char *key,
                                const char *value, int flags)
{
    struct ui_spec spec = {.role = role, .label = label, .key = key, .value = value};
    spec.enabled = !(flags & UI_DISABLED);
    spec.hit = spec.takes_focus = 1;
    return ui_enter(ui, r, &spec);
}

void ui_item_clipped(struct ui *ui, int index, int clipped)
{
    if (clipped)
        ui_frame_now(ui)->items[index].clipped = 1;
}

int ui_item_count(const struct ui *ui)
{
    return ui_frame_done(ui)->count;
}

const struct ui_item *ui_item_at(const struct ui *ui, int index)
{
    const struct ui_frame *frame = ui_frame_done(ui);
    return index >= 0 && index < frame->count ? &frame->items[index] : NULL;
}

/* Of equal matches the one that can be used now comes first. */
static int item_rank(const struct ui_item *item, enum ui_role role, const char *label)
{
    if (item->role != role || strncmp(item->label, label, strlen(label)) != 0)
        return 0;
    return 1 + (item->enabled && item->reachable) + 2 * (strcmp(item->label, label) == 0);
}

static const struct ui_item *item_find(const struct ui_frame *frame, enum ui_role role, const char *label)
{
    const struct ui_item *best = NULL;
    int best_rank = 0;
    for (int i = 0; i < frame->count; i++) {
        int rank = item_rank(&frame->items[i], role, label);
        if (rank > best_rank) {
            best_rank = rank;
            best = &frame->items[i];
        }
    }
    return best;
}

const struct ui_item *ui_item_find(const struct ui *ui, enum ui_role role, const char *label)
{
    return item_find(ui_frame_done(ui), role, label);
}

const struct ui_item *ui_focused(const struct ui *ui)
{
    const struct ui_frame *frame = ui_frame_done(ui);
    int index = ui_frame_index(frame, ui->focus);
    return index >= 0 && frame->items[index].focusable ? &frame->items[index] : NULL;
}
