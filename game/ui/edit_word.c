#include "ui/edit.h"
#include "base/utf8.h"

enum word_kind { WORD_SPACE, WORD_SIGN, WORD_LETTER };

/* Beyond ASCII all but the general punctuation and the signs of CJK counts as letters. */
static enum word_kind kind_of(uint32_t c)
{
    if (c == ' ' || c == '\n' || c == 0xA0 || c == 0x3000)
        return WORD_SPACE;
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_')
        return WORD_LETTER;
    int sign = c < 0x80 || (c >= 0xA1 && c <= 0xBF) || (c >= 0x2010 && c <= 0x206F) || (c >= 0x3001 && c <= 0x301F);
    return sign ? WORD_SIGN : WORD_LETTER;
}

static enum word_kind kind_at(const char *text, size_t at)
{
    size_t width = 0;
    return kind_of(utf8_decode(text + at, &width));
}

int ui_edit_word_left(const struct ui_edit *e, int at)
{
    const char *text = ui_edit_text(e);
    size_t word = 0, stop = 0;
    /* Walks forward, as caret stops are only found that way: the start of the last run of one kind before `at`. */
    for (enum word_kind before = WORD_SPACE; stop < (size_t)at; stop = utf8_next(text, stop)) {
        enum word_kind kind = kind_at(text, stop);
        if (kind != WORD_SPACE && kind != before)
            word = stop;
        before = kind;
    }
    return (int)word;
}

int ui_edit_word_right(const struct ui_edit *e, int at)
{
    const char *text = ui_edit_text(e);
    size_t stop = (size_t)at, length = e->text.length;
    if (stop >= length)
        return (int)length;
    enum word_kind kind = kind_at(text, stop);
    while (stop < length && kind != WORD_SPACE && kind_at(text, stop) == kind)
        stop = utf8_next(text, stop);
    while (stop < length && kind_at(text, stop) == WORD_SPACE)
        stop = utf8_next(text, stop);
    return (int)stop;
}

void ui_edit_select_word(struct ui_edit *e, int at)
{
    const char *text = ui_edit_text(e);
    size_t length = e->text.length, end = (size_t)at < length ? (size_t)at : length;
    if (length == 0)
        return;
    if (end == length)
        end = utf8_previous(text, length);
    enum word_kind kind = kind_at(text, end);
    size_t start = 0;
    enum word_kind before = WORD_LETTER;
    for (size_t stop = 0; stop <= end; stop = utf8_next(text, stop)) {
        enum word_kind here = kind_at(text, stop);
        if (stop > 0 && here != before)
            start = stop;
        before = here;
    }
    while (end < length && kind_at(text, end) == kind)
        end = utf8_next(text, end);
    e->anchor = (int)start;
    e->caret = (int)end;
    e->grouping = UI_EDIT_ALONE;
}
