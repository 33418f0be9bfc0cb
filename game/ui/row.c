#include "ui/core.h"

static struct ui_state enter(struct ui *ui, enum ui_role role, struct rect r, const char *label, const char *key, int flags)
{
    struct ui_spec spec = {.role = role, .label = label, .key = key, .value = flags & UI_SELECTED ? "on" : "",
                           .enabled = !(flags & UI_DISABLED), .hit = 1, .takes_focus = 1};
    return ui_enter(ui, r, &spec);
}

int ui_row(struct ui *ui, struct rect r, const char *label, const char *key, int flags)
{
    struct ui_state state = enter(ui, UI_ROW, r, label, key, flags);
    uint32_t selected = ui_color(ui, THEME_SELECTED);
    if (flags & UI_SELECTED)
        draw_rect(ui->list, r, ui_px(ui, 8), selected);
    else if (state.hot)
        draw_rect(ui->list, r, ui_px(ui, 8), theme_fade(ui_color(ui, THEME_RAISED), state.held ? 1 : 0.6f));
    return ui_was_used(ui, &state, key);
}

int ui_card(struct ui *ui, struct rect r, const char *label, const char *key, int flags)
{
    struct ui_state state = enter(ui, UI_CARD, r, label, key, flags);
    float radius = ui_px(ui, 12);
    uint32_t panel = ui_color(ui, flags & UI_LEARN ? THEME_LEARN_PANEL : THEME_PANEL);
    if (!state.enabled)
        panel = theme_fade(panel, 0.6f);
    else if (state.hot)
        panel = theme_mix(panel, ui_color(ui, THEME_RAISED_HOVER), state.held ? 1 : 0.5f);
    draw_rect(ui->list, r, radius, panel);
    if (flags & UI_SELECTED)
        draw_frame(ui->list, r, radius, ui_px(ui, 2), ui_color(ui, THEME_TEAM));
    else
        draw_frame(ui->list, r, radius, 1, ui_color(ui, THEME_LINE));
    return ui_was_used(ui, &state, key);
}
