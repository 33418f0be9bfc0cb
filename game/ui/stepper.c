#include "ui/core.h"

#include <math.h>
#include <string.h>

/* One end: a key cap with its sign; the mouse and its own key use it, the focus stays with the whole. */
static int stepper_end(struct ui *ui, struct rect r, const char *label, const char *sign, const char *key, int enabled)
{
    const char *name = arena_printf(ui_arena(ui), "%s %s", label, sign);
    struct ui_spec spec = {.role = UI_BUTTON, .label = name, .key = key, .enabled = enabled, .hit = 1};
    struct ui_state state = ui_enter(ui, r, &spec);
    float h = ui_keycap_height(ui) < r.h ? ui_keycap_height(ui) : r.h;
    struct rect cap = {r.x, r.y + floorf((r.h - h) / 2), r.w, h};
    enum theme_token panel = state.held ? THEME_SELECTED : state.hot ? THEME_RAISED_HOVER : THEME_KEYCAP;
    const char *written = key != NULL && key[0] != '\0' ? key : sign;
    written = strcmp(written, "-") == 0 ? "−" : written;
    ui_keycap_draw(ui, cap, written, ui_color(ui, panel), ui_color(ui, enabled ? THEME_TEXT : THEME_TEXT_FAINT));
    return ui_was_used(ui, &state, key);
}

static int stepper_arrows(struct ui *ui, const struct ui_state *state)
{
    int step = ui_is_key(ui, UI_KEY_RIGHT, 0) - ui_is_key(ui, UI_KEY_LEFT, 0);
    if (!state->focused || !ui->focus_shown || step == 0)
        return 0;
    ui_use(ui);
    return step;
}

int ui_stepper(struct ui *ui, struct rect r, const char *label, const char *value, const char *minus_key,
               const char *plus_key, int flags)
{
    int enabled = !(flags & UI_DISABLED);
    struct ui_spec spec = {.role = UI_STEPPER, .label = label, .value = value, .enabled = enabled, .takes_focus = 1};
    struct ui_state state = ui_enter(ui, r, &spec);
    draw_rect(ui->list, r, ui_px(ui, 8), ui_color(ui, THEME_RAISED));
    struct rect inner = rect_inset(r, ui_px(ui, 10), 0);
    float side = ui_px(ui, 24) < inner.w / 3 ? ui_px(ui, 24) : floorf(inner.w / 3);
    struct rect left = rect_cut_left(&inner, side), right = rect_cut_right(&inner, side);
    struct draw_font font = {.size = (flags & UI_SMALL ? 13 : 15) * ui->scale, .weight = WEIGHT_SEMIBOLD, .tabular = 1};
    struct rect middle = rect_inset(inner, ui_px(ui, 4) < inner.w / 2 ? ui_px(ui, 4) : 0, 0);
    uint32_t color = ui_color(ui, enabled ? THEME_TEXT : THEME_TEXT_FAINT);
    ui_item_clipped(ui, state.index, ui_fit_text(ui, middle, font, color, ALIGN_CENTER, value));
    int step = stepper_arrows(ui, &state);
    step -= stepper_end(ui, left, label, "-", minus_key, enabled);
    step += stepper_end(ui, right, label, "+", plus_key, enabled);
    return step;
}
