#include "ui/field.h"
#include "base/utf8.h"

#include <string.h>

/* No more is looked at for one line: at least four bytes to the pixel would be needed to fill it. */
enum { LINE_BYTES = 1024 };

static const char *piece(const struct field *f, int start, int end)
{
    return arena_dup_bytes(ui_arena(f->ui), ui_edit_text(f->edit) + start, (size_t)(end - start));
}

static float width_of(const struct field *f, int start, int end)
{
    return end > start ? ui_measure(f->ui, &f->font, piece(f, start, end)) : 0;
}

static int at_of(const struct field *f, int start, int end, float x)
{
    const struct draw_metrics *m = &f->ui->metrics;
    return end > start ? start + m->at(m->context, &f->font, piece(f, start, end), x) : start;
}

static void add_line(struct field *f, int start, int end)
{
    if (f->count == f->room) {
        int room = f->room == 0 ? 16 : f->room * 2;
        struct field_line *grown = arena_array(ui_arena(f->ui), (size_t)room, sizeof *grown);
        if (f->count > 0)
            memcpy(grown, f->lines, (size_t)f->count * sizeof *grown);
        f->lines = grown;
        f->room = room;
    }
    f->lines[f->count++] = (struct field_line){start, end};
}

/* How far a line that starts here may go without its paragraph's end: behind the last space, else as far as it fits. */
static int break_at(const struct field *f, int start, int end)
{
    const char *text = ui_edit_text(f->edit);
    int at = at_of(f, start, end, f->inner.w);
    while (at > start && width_of(f, start, at) > f->inner.w)
        at = (int)utf8_previous(text, (size_t)at);
    for (int space = at; space > start; space--)
        if (text[space - 1] == ' ' || (text[space] == ' ' && space < end))
            return text[space - 1] == ' ' ? space : space + 1;
    int least = (int)utf8_next(text, (size_t)start);
    return at > start ? at : least;
}

static void add_paragraph(struct field *f, int start, int end)
{
    int whole = f->edit->multiline;
    while (whole && end > start) {
        int looked = end - start > LINE_BYTES ? start + LINE_BYTES : end;
        while (looked < end && (ui_edit_text(f->edit)[looked] & 0xC0) == 0x80)
            looked--;
        if (looked == end && width_of(f, start, end) <= f->inner.w)
            break;
        int at = break_at(f, start, looked);
        if (at >= end)
            break;
        add_line(f, start, at);
        start = at;
    }
    add_line(f, start, end);
}

struct field field_layout(struct ui *ui, struct ui_edit *edit, struct rect inner, const struct draw_font *font)
{
    struct field f = {.ui = ui, .edit = edit, .inner = inner, .font = *font};
    f.leading = (float)(int)(font->size * 1.35f + 0.5f);
    if (f.inner.w < 1)
        f.inner.w = 1;
    const char *text = ui_edit_text(edit);
    int start = 0;
    for (const char *newline; (newline = strchr(text + start, '\n')) != NULL; start = (int)(newline - text) + 1)
        add_paragraph(&f, start, (int)(newline - text));
    add_paragraph(&f, start, (int)edit->text.length);
    return f;
}

int field_line_of(const struct field *f, int offset)
{
    int line = 0;
    while (line + 1 < f->count && f->lines[line + 1].start <= offset)
        line++;
    return line;
}

float field_x(const struct field *f, int line, int offset)
{
    return width_of(f, f->lines[line].start, offset);
}

int field_at(const struct field *f, int line, float x)
{
    int start = f->lines[line].start, end = f->lines[line].end;
    int at = x <= 0 ? start : at_of(f, start, end, x);
    /* The end of a line that was broken by width is the start of the next one. */
    if (at == end && at > start && line + 1 < f->count && f->lines[line + 1].start == end)
        at = (int)utf8_previous(ui_edit_text(f->edit), (size_t)at);
    return at;
}

int field_at_point(const struct field *f, float x, float y)
{
    if (!f->edit->multiline)
        return field_at(f, 0, x - f->inner.x + f->edit->scroll);
    int line = (int)((y - f->inner.y + f->edit->scroll) / f->leading);
    line = y - f->inner.y + f->edit->scroll < 0 ? 0 : line >= f->count ? f->count - 1 : line;
    return field_at(f, line, x - f->inner.x);
}

static float held(float value, float most)
{
    return value < 0 || most < 0 ? 0 : value > most ? most : value;
}

static void reveal_across(struct field *f)
{
    float x = field_x(f, 0, f->edit->caret), room = f->inner.w - ui_px(f->ui, 2), scroll = f->edit->scroll;
    if (x - scroll > room)
        scroll = x - room;
    else if (x - scroll < 0)
        scroll = x - f->inner.w / 4;
    f->edit->scroll = held(scroll, width_of(f, 0, (int)f->edit->text.length) - room);
}

static void reveal_down(struct field *f)
{
    float top = (float)field_line_of(f, f->edit->caret) * f->leading, scroll = f->edit->scroll;
    if (top < scroll)
        scroll = top;
    else if (top + f->leading > scroll + f->inner.h)
        scroll = top + f->leading - f->inner.h;
    f->edit->scroll = scroll;
}

void field_reveal(struct field *f, int focused)
{
    enum ui_input_kind kind = f->ui->input.kind;
    if (!f->edit->multiline) {
        f->edit->scroll = focused ? f->edit->scroll : 0;
        if (focused)
            reveal_across(f);
        return;
    }
    if (focused && kind != UI_INPUT_NONE && kind != UI_INPUT_WHEEL && kind != UI_INPUT_LEAVE &&
        (kind != UI_INPUT_MOVE || f->ui->pressed != 0))
        reveal_down(f);
    f->edit->scroll = held(f->edit->scroll, (float)f->count * f->leading - f->inner.h);
}
