#include "ui/edit.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

static size_t limit_of(const struct ui_edit *e)
{
    return e->limit > 0 ? (size_t)e->limit : UI_EDIT_LIMIT;
}

const char *ui_edit_text(const struct ui_edit *e)
{
    return str_text(&e->text);
}

/* The last caret stop at or before an offset. */
static int stop_before(const char *text, int at)
{
    size_t stop = 0, length = strlen(text), want = at < 0 ? 0 : (size_t)at;
    if (want >= length)
        return (int)length;
    for (size_t next = 0; (next = utf8_next(text, stop)) <= want && next > stop;)
        stop = next;
    return (int)stop;
}

void ui_edit_settle(struct ui_edit *e)
{
    e->caret = stop_before(ui_edit_text(e), e->caret);
    e->anchor = stop_before(ui_edit_text(e), e->anchor);
}

int ui_edit_from(const struct ui_edit *e)
{
    return e->caret < e->anchor ? e->caret : e->anchor;
}

int ui_edit_to(const struct ui_edit *e)
{
    return e->caret > e->anchor ? e->caret : e->anchor;
}

int ui_edit_has_selection(const struct ui_edit *e)
{
    return e->caret != e->anchor;
}

/* Embeddings, overrides and isolates: unclosed, they turn the direction of everything that is printed after them. */
static int turns_direction(uint32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

static uint32_t as_typed(uint32_t c, uint32_t after, int multiline)
{
    if (c == '\r')
        return after == '\n' ? 0 : multiline ? '\n' : ' ';
    if (c == '\n' || c == 0x2028 || c == 0x2029)
        return multiline ? '\n' : ' ';
    if (c == '\t')
        return ' ';
    return utf8_is_control(c) || turns_direction(c) ? 0 : c;
}

/* Appends what may stand in a text, at most `room` characters, never half of a joined one. */
static void append_clean(struct str *out, const char *text, size_t room, int multiline)
{
    size_t at = 0, width = 0, count = 0;
    uint32_t c;
    while ((c = utf8_decode(text + at, &width)) != 0 && count <= room) {
        int broken = c == 0xFFFD && width == 1;
        c = broken ? 0 : as_typed(c, (unsigned char)text[at + width], multiline);
        at += width;
        if (c == 0)
            continue;
        char bytes[4];
        str_append_bytes(out, bytes, utf8_encode(bytes, c));
        count++;
    }
    if (count <= room)
        return;
    int end = stop_before(str_text(out), (int)utf8_prefix(str_text(out), room));
    out->length = (size_t)end;
    out->text[end] = '\0';
}

static void replace(struct ui_edit *e, int from, int to, const char *with)
{
    struct str whole = {0};
    const char *old = ui_edit_text(e);
    str_append_bytes(&whole, old, (size_t)from);
    str_append(&whole, with);
    e->caret = e->anchor = (int)whole.length;
    str_append(&whole, old + to);
    str_release(&e->text);
    e->text = whole;
    ui_edit_settle(e);
}

void ui_edit_set(struct ui_edit *e, const char *text)
{
    struct str clean = {0};
    append_clean(&clean, text, limit_of(e), e->multiline);
    ui_edit_history_release(e);
    str_release(&e->text);
    e->text = clean;
    e->caret = e->anchor = (int)clean.length;
    e->scroll = 0;
}

void ui_edit_release(struct ui_edit *e)
{
    ui_edit_history_release(e);
    str_release(&e->text);
    e->caret = e->anchor = 0;
    e->scroll = 0;
}

static size_t count_outside(const struct ui_edit *e)
{
    const char *text = ui_edit_text(e);
    size_t to = (size_t)ui_edit_to(e), count = 0, width = 0;
    for (size_t at = 0; utf8_decode(text + at, &width) != 0; at += width)
        count += at < (size_t)ui_edit_from(e) || at >= to;
    return count;
}

int ui_edit_insert(struct ui_edit *e, const char *text, int typed)
{
    struct str clean = {0};
    size_t outside = count_outside(e), limit = limit_of(e);
    append_clean(&clean, text, outside < limit ? limit - outside : 0, e->multiline);
    int changed = clean.length > 0;
    if (changed) {
        int alone = !typed || ui_edit_has_selection(e), before = e->caret;
        ui_edit_history_before(e);
        replace(e, ui_edit_from(e), ui_edit_to(e), str_text(&clean));
        ui_edit_history_after(e, alone ? UI_EDIT_ALONE : UI_EDIT_TYPING, before);
        if (clean.text[clean.length - 1] == ' ')
            e->grouping = UI_EDIT_ALONE;
    }
    str_release(&clean);
    return changed;
}

int ui_edit_erase(struct ui_edit *e, int to)
{
    int alone = ui_edit_has_selection(e), before = e->caret;
    if (!alone)
        e->anchor = stop_before(ui_edit_text(e), to);
    if (!ui_edit_has_selection(e))
        return 0;
    ui_edit_history_before(e);
    replace(e, ui_edit_from(e), ui_edit_to(e), "");
    ui_edit_history_after(e, alone ? UI_EDIT_ALONE : UI_EDIT_ERASING, before);
    return 1;
}

void ui_edit_move(struct ui_edit *e, int to, int selecting)
{
    e->caret = stop_before(ui_edit_text(e), to);
    if (!selecting)
        e->anchor = e->caret;
    e->grouping = UI_EDIT_ALONE;
}

void ui_edit_select_all(struct ui_edit *e)
{
    e->anchor = 0;
    e->caret = (int)e->text.length;
    e->grouping = UI_EDIT_ALONE;
}

char *ui_edit_selection_dup(const struct ui_edit *e)
{
    struct str out = {0};
    str_append_bytes(&out, ui_edit_text(e) + ui_edit_from(e), (size_t)(ui_edit_to(e) - ui_edit_from(e)));
    return str_detach(&out);
}
