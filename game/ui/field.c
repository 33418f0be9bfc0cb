#include "ui/field.h"
#include "base/utf8.h"

#include <math.h>

static float line_top(const struct field *f, int line)
{
    if (!f->edit->multiline)
        return f->inner.y + floorf((f->inner.h - f->leading) / 2);
    return f->inner.y + (float)line * f->leading - f->edit->scroll;
}

static float left_of(const struct field *f)
{
    return f->inner.x - (f->edit->multiline ? 0 : f->edit->scroll);
}

static void draw_selection(const struct field *f, int line)
{
    const struct field_line *l = &f->lines[line];
    int from = ui_edit_from(f->edit), to = ui_edit_to(f->edit);
    int through = to > l->end && line + 1 < f->count;
    from = from < l->start ? l->start : from;
    to = to > l->end ? l->end : to;
    if (from > to || (from == to && !through))
        return;
    float x0 = field_x(f, line, from), x1 = field_x(f, line, to) + (through ? f->font.size / 4 : 0);
    struct rect r = {left_of(f) + x0, line_top(f, line), x1 - x0, f->leading};
    draw_rect(f->ui->list, r, 2, theme_fade(ui_color(f->ui, THEME_TEAM), 0.35f));
}

/* Only the part of a long single line that is in sight is set. */
static void draw_line_text(const struct field *f, int line, uint32_t color)
{
    struct field_line l = f->lines[line];
    const char *text = ui_edit_text(f->edit);
    float x = left_of(f), scroll = f->edit->multiline ? 0 : f->edit->scroll;
    if (scroll > 0) {
        int from = (int)utf8_previous(text, (size_t)field_at(f, line, scroll));
        x += field_x(f, line, from);
        l.start = from;
    }
    int last = field_at(f, line, scroll + f->inner.w);
    if (!f->edit->multiline && last < l.end)
        l.end = (int)utf8_next(text, (size_t)last);
    if (l.end <= l.start)
        return;
    const char *shown = arena_dup_bytes(ui_arena(f->ui), text + l.start, (size_t)(l.end - l.start));
    float w = ceilf(ui_measure(f->ui, &f->font, shown)) + f->font.size;
    draw_text(f->ui->list, (struct rect){x, line_top(f, line), w, f->leading}, &f->font, color, ALIGN_LEFT, shown);
}

static void draw_caret(const struct field *f)
{
    struct ui *ui = f->ui;
    if ((ui->clock - ui->clock_of_input) / 500 % 2 != 0)
        return;
    int line = field_line_of(f, f->edit->caret);
    float x = left_of(f) + field_x(f, line, f->edit->caret), w = ui_px(ui, 2), most = f->inner.x + f->inner.w - w;
    struct rect r = {x < most ? x : most, line_top(f, line) + ui_px(ui, 1), w, f->leading - ui_px(ui, 2)};
    draw_rect(ui->list, r, 0, ui_color(ui, THEME_TEAM));
}

/* How much of a long text is in sight. */
static void draw_extent(const struct field *f)
{
    float whole = (float)f->count * f->leading;
    if (!f->edit->multiline || whole <= f->inner.h)
        return;
    float h = f->inner.h * f->inner.h / whole, y = f->inner.y + f->edit->scroll / whole * f->inner.h,
          w = ui_px(f->ui, 4);
    struct rect r = {f->inner.x + f->inner.w + ui_px(f->ui, 3), y, w, h};
    draw_rect(f->ui->list, r, w / 2, ui_color(f->ui, THEME_KEYCAP));
}

void field_draw(const struct field *f, const struct ui_state *state)
{
    struct ui *ui = f->ui;
    uint32_t color = ui_color(ui, state->enabled ? THEME_TEXT : THEME_TEXT_FAINT);
    ui_clip_push(ui, rect_inset(f->inner, -ui_px(ui, 1), 0));
    for (int i = 0; i < f->count; i++) {
        if (line_top(f, i) + f->leading < f->inner.y || line_top(f, i) > f->inner.y + f->inner.h)
            continue;
        if (state->focused && ui_edit_has_selection(f->edit))
            draw_selection(f, i);
        draw_line_text(f, i, color);
    }
    if (state->focused)
        draw_caret(f);
    ui_clip_pop(ui);
    draw_extent(f);
}

static void draw_box(struct ui *ui, struct rect r, const struct ui_state *state)
{
    float radius = ui_px(ui, 8);
    uint32_t line = ui_color(ui, state->hot || state->focused ? THEME_TEXT_FAINT : THEME_LINE);
    draw_rect(ui->list, r, radius, theme_fade(ui_color(ui, THEME_BACKGROUND), state->enabled ? 1 : 0.5f));
    draw_frame(ui->list, r, radius, 1, line);
}

static void draw_placeholder(const struct field *f, const char *placeholder)
{
    struct rect r = {f->inner.x, line_top(f, 0), f->inner.w, f->leading};
    ui_clip_push(f->ui, f->inner);
    draw_text(f->ui->list, r, &f->font, ui_color(f->ui, THEME_TEXT_FAINT), ALIGN_LEFT, placeholder);
    ui_clip_pop(f->ui);
}

int ui_field(struct ui *ui, struct rect r, const char *label, struct ui_edit *edit, const char *placeholder, int flags)
{
    struct ui_state state = ui_enter_usable(ui, r, UI_FIELD, label, "", ui_edit_text(edit), flags);
    float size = flags & UI_LARGE ? 20 : flags & UI_SMALL ? 13 : 15;
    struct draw_font font = {.size = size * ui->scale, .weight = WEIGHT_REGULAR};
    struct rect inner = rect_inset(r, ui_px(ui, 11), edit->multiline ? ui_px(ui, 8) : ui_px(ui, 2));
    ui_edit_settle(edit);
    struct field f = field_layout(ui, edit, inner, &font);
    int result = field_input(&f, &state);
    field_reveal(&f, state.focused);
    draw_box(ui, r, &state);
    if (edit->text.length == 0 && placeholder != NULL)
        draw_placeholder(&f, placeholder);
    field_draw(&f, &state);
    if (result == 1)
        ui_frame_now(ui)->items[state.index].value = arena_dup(ui_arena(ui), ui_edit_text(edit));
    return result;
}
