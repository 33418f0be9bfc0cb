#include "ui/core.h"

#include <math.h>
#include <string.h>

/* How a button is painted: the panel, its words, and the key cap on it. */
struct button_look {
    uint32_t panel, color, cap, cap_color;
};

static float label_size(int flags)
{
    return flags & UI_LARGE ? 18 : flags & UI_SMALL ? 13 : 15;
}

static struct draw_font label_font(const struct ui *ui, int flags)
{
    return (struct draw_font){.size = label_size(flags) * ui->scale, .weight = WEIGHT_SEMIBOLD};
}

static float padding(const struct ui *ui, int flags)
{
    return ui_px(ui, flags & UI_SMALL ? 8 : flags & UI_LARGE ? 16 : 11);
}

static float key_gap(const struct ui *ui, int flags)
{
    return ui_px(ui, flags & UI_SMALL ? 6 : 9);
}

static struct button_look filled(const struct ui *ui, enum theme_token panel, enum theme_token on)
{
    uint32_t back = ui_color(ui, panel), front = ui_color(ui, on);
    return (struct button_look){back, front, theme_mix(back, front, 0.16f), front};
}

static struct button_look look_of(const struct ui *ui, int flags)
{
    if (flags & UI_LEARN)
        return filled(ui, THEME_LEARN, THEME_ON_LEARN);
    if (flags & (UI_PRIMARY | UI_SELECTED))
        return filled(ui, THEME_TEAM, THEME_ON_TEAM);
    if (flags & UI_DANGER)
        return filled(ui, THEME_BAD_PANEL, THEME_BAD);
    struct button_look look = {ui_color(ui, THEME_RAISED), ui_color(ui, THEME_TEXT), ui_color(ui, THEME_KEYCAP),
                               ui_color(ui, THEME_TEXT)};
    if (flags & UI_QUIET)
        look.panel = theme_fade(look.panel, 0);
    return look;
}

/* Hover comes nearer to the text's colour, a held button goes back behind it. */
static struct button_look look_now(const struct ui *ui, int flags, const struct ui_state *state)
{
    struct button_look look = look_of(ui, flags);
    int plain = !(flags & (UI_LEARN | UI_PRIMARY | UI_SELECTED | UI_DANGER));
    if (!state->enabled) {
        uint32_t ground = ui_color(ui, THEME_BACKGROUND);
        look = (struct button_look){theme_fade(ui_color(ui, THEME_RAISED), flags & UI_QUIET ? 0 : 0.45f),
                                    theme_mix(ui_color(ui, THEME_TEXT_FAINT), ground, 0.35f), 0, 0};
        look.cap = theme_fade(ui_color(ui, THEME_KEYCAP), 0.4f);
        look.cap_color = look.color;
    } else if (state->held) {
        look.panel =
            plain ? ui_color(ui, THEME_SELECTED) : theme_mix(look.panel, ui_color(ui, THEME_BACKGROUND), 0.25f);
    } else if (state->hot) {
        look.panel = plain ? ui_color(ui, THEME_RAISED_HOVER) : theme_mix(look.panel, look.color, 0.1f);
    }
    return look;
}

/* A box too narrow for its label gives up to half of the space around it before the label is made smaller. */
static float squeeze(struct ui *ui, struct rect r, const char *label, const char *key, int flags)
{
    float missing = ui_button_width(ui, label, key, flags) - r.w;
    float spare = padding(ui, flags) + (key == NULL || key[0] == '\0' ? 0 : key_gap(ui, flags) / 2);
    return missing <= 0 ? 1 : missing < spare ? 1 - missing / spare / 2 : 0.5f;
}

/* Takes the key cap off the left of the box; where cap and label do not both fit, the label keeps half of it. */
static void draw_cap(struct ui *ui, struct rect *r, const char *label, const char *key, float gap,
                     const struct button_look *look, float size)
{
    if (key == NULL || key[0] == '\0' || r->w <= 0)
        return;
    float h = ui_keycap_height(ui), w = ui_keycap_width(ui, key);
    float spare = r->w - gap - ui_text_width(ui, size, WEIGHT_SEMIBOLD, label) * 0.85f;
    float most = spare > r->w / 2 ? spare : floorf(r->w / 2);
    struct rect cap = rect_cut_left(r, w < most ? w : most);
    float high = h < cap.h ? h : cap.h;
    cap.y += floorf((cap.h - high) / 2);
    cap.h = high;
    ui_keycap_draw(ui, cap, key, look->cap, look->cap_color);
    rect_cut_left(r, gap);
}

static struct rect content_box(struct ui *ui, struct rect r, const char *label, const char *key, int flags)
{
    float pad = floorf(padding(ui, flags) * squeeze(ui, r, label, key, flags));
    struct rect inner = rect_inset(r, pad < r.w / 4 ? pad : r.w / 4, 0);
    if (!(flags & UI_CENTERED))
        return inner;
    float spare = r.w - ui_button_width(ui, label, key, flags);
    return spare > 0 ? rect_inset(inner, floorf(spare / 2), 0) : inner;
}

float ui_button_width(struct ui *ui, const char *label, const char *key, int flags)
{
    float w = 2 * padding(ui, flags) + ui_text_width(ui, label_size(flags), WEIGHT_SEMIBOLD, label) + 1;
    return key == NULL || key[0] == '\0' ? w : w + ui_keycap_width(ui, key) + key_gap(ui, flags);
}

static void draw_button(struct ui *ui, struct rect r, const char *label, const char *key, int flags,
                        const struct ui_state *state)
{
    struct button_look look = look_now(ui, flags, state);
    struct rect inner = content_box(ui, r, label, key, flags);
    float gap = key_gap(ui, flags) * squeeze(ui, r, label, key, flags);
    draw_rect(ui->list, r, ui_px(ui, 8), look.panel);
    draw_cap(ui, &inner, label, key, gap, &look, label_size(flags));
    ui_item_clipped(ui, state->index, ui_fit_text(ui, inner, label_font(ui, flags), look.color, ALIGN_LEFT, label));
}

int ui_button(struct ui *ui, struct rect r, const char *label, const char *key, int flags)
{
    struct ui_state state = ui_enter_usable(ui, r, UI_BUTTON, label, key, "", flags);
    draw_button(ui, r, label, key, flags, &state);
    return ui_was_used(ui, &state, key);
}

/* A tick, as a line, so that it needs no font and keeps its place at any size. */
static void draw_tick(struct ui *ui, struct rect r, uint32_t color)
{
    struct path_step steps[3] = {
        {.verb = PATH_MOVE, .p = {{r.x + r.w * 0.12f, r.y + r.h * 0.55f}}},
        {.verb = PATH_LINE, .p = {{r.x + r.w * 0.4f, r.y + r.h * 0.82f}}},
        {.verb = PATH_LINE, .p = {{r.x + r.w * 0.9f, r.y + r.h * 0.2f}}},
    };
    draw_path(ui->list, steps, 3, r.w / 6, color);
}

static float tick_size(const struct ui *ui, int flags)
{
    return ui_px(ui, flags & UI_SMALL ? 10 : 12);
}

float ui_choice_width(struct ui *ui, const char *label, const char *key, int flags)
{
    return ui_button_width(ui, label, key, flags) + tick_size(ui, flags) + key_gap(ui, flags);
}

/* The chosen one is told by a tick as well as by its colour, wherever that leaves the label whole. */
int ui_choice(struct ui *ui, struct rect r, const char *label, const char *key, int flags)
{
    int on = (flags & UI_SELECTED) != 0;
    struct ui_state state = ui_enter_usable(ui, r, UI_CHOICE, label, key, on ? "on" : "off", flags);
    draw_button(ui, r, label, key, flags, &state);
    if (on && r.w >= ui_choice_width(ui, label, key, flags)) {
        float size = tick_size(ui, flags), x = r.x + r.w - padding(ui, flags) - size;
        draw_tick(ui, (struct rect){x, r.y + floorf((r.h - size) / 2), size, size}, look_now(ui, flags, &state).color);
    }
    return ui_was_used(ui, &state, key);
}

/* The tab of the pane in sight stands on a line of the team's colour; the others are quiet. */
int ui_tab(struct ui *ui, struct rect r, const char *label, const char *key, int flags)
{
    int on = (flags & UI_SELECTED) != 0, look = (flags & ~UI_SELECTED) | UI_QUIET | UI_CENTERED;
    struct ui_state state = ui_enter_usable(ui, r, UI_TAB, label, key, on ? "on" : "off", flags);
    draw_button(ui, r, label, key, on ? look & ~UI_QUIET : look, &state);
    if (on)
        draw_rect(ui->list, rect_cut_bottom(&r, ui_px(ui, 3)), ui_px(ui, 1.5f), ui_color(ui, THEME_TEAM));
    return ui_was_used(ui, &state, key);
}

static void draw_checkbox(struct ui *ui, struct rect r, int on, const struct ui_state *state)
{
    float radius = ui_px(ui, 5);
    uint32_t line = ui_color(ui, state->enabled ? THEME_TEXT_DIM : THEME_TEXT_FAINT);
    if (on) {
        draw_rect(ui->list, r, radius, ui_color(ui, state->enabled ? THEME_TEAM : THEME_KEYCAP));
        draw_tick(ui, rect_inset(r, ui_px(ui, 4), ui_px(ui, 4)),
                  ui_color(ui, state->enabled ? THEME_ON_TEAM : THEME_TEXT_DIM));
        return;
    }
    draw_rect(ui->list, r, radius, ui_color(ui, state->hot ? THEME_RAISED_HOVER : THEME_RAISED));
    draw_frame(ui->list, r, radius, ui_px(ui, 1.5f), line);
}

int ui_check(struct ui *ui, struct rect r, const char *label, const char *key, int *on, int flags)
{
    struct ui_state state = ui_enter_usable(ui, r, UI_CHECK, label, key, *on ? "on" : "off", flags);
    struct button_look look = look_now(ui, flags | UI_QUIET, &state);
    draw_rect(ui->list, r, ui_px(ui, 8), look.panel);
    struct rect inner = rect_inset(r, ui_px(ui, 6), 0);
    float side = ui_px(ui, 20) < r.h ? ui_px(ui, 20) : r.h;
    struct rect box = rect_cut_left(&inner, side);
    draw_checkbox(ui, (struct rect){box.x, r.y + floorf((r.h - side) / 2), box.w, side}, *on, &state);
    rect_cut_left(&inner, ui_px(ui, 9));
    draw_cap(ui, &inner, label, key, key_gap(ui, flags), &look, label_size(flags));
    ui_item_clipped(ui, state.index, ui_fit_text(ui, inner, label_font(ui, flags), look.color, ALIGN_LEFT, label));
    if (!ui_was_used(ui, &state, key))
        return 0;
    *on = !*on;
    return 1;
}
