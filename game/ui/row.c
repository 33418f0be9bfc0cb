#include "ui/core.h"

int ui_row(struct ui *ui, struct rect r, const char *label, const char *key, int flags)
{
    struct ui_state state = ui_enter_usable(ui, r, UI_ROW, label, key, flags & UI_SELECTED ? "on" : "", flags);
    uint32_t selected = ui_color(ui, THEME_SELECTED);
    if (flags & UI_SELECTED)
        draw_rect(ui->list, r, ui_px(ui, 8), selected);
    else if (state.hot)
        draw_rect(ui->list, r, ui_px(ui, 8), theme_fade(ui_color(ui, THEME_RAISED), state.held ? 1 : 0.6f));
    return ui_was_used(ui, &state, key);
}

int ui_card(struct ui *ui, struct rect r, const char *label, const char *key, int flags)
{
    struct ui_state state = ui_enter_usable(ui, r, UI_CARD, label, key, flags & UI_SELECTED ? "on" : "", flags);
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
