#ifndef TESTS_UNIT_UI_FAKE_H
#define TESTS_UNIT_UI_FAKE_H
/*
 * A window without pixels for tests of widgets: every character is half an em
 * wide, combining marks nothing. A screen is a function; each input is run as
 * the app does it, until no further run is wanted.
 *
 *   struct fake f;
 *   fake_open(&f, screen, &state);
 *   fake_key(&f, "Tab");
 *   assert_string_equal(fake_focus(&f), "Pause");
 *   fake_close(&f);
 */
#include "base/memory.h"
#include "base/utf8.h"
#include "base/utf8_marks.h"
#include "ui/core.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

struct fake {
    struct ui *ui;
    struct arena arena;
    struct draw_list list;
    float width, height;
    void (*screen)(struct ui *ui, struct fake *f);
    void *state;
    char *clipboard;
};

static float fake_width(void *context, const struct draw_font *font, const char *text)
{
    size_t width = 0;
    float sum = 0;
    (void)context;
    for (size_t at = 0; text[at] != '\0'; at += width)
        sum += utf8_is_mark(utf8_decode(text + at, &width)) ? 0 : font->size / 2;
    return sum;
}

static int fake_lines(void *context, const struct draw_font *font, float width, const char *text)
{
    float all = fake_width(context, font, text);
    int lines = 1;
    while (all > width) {
        all -= width;
        lines++;
    }
    return lines;
}

static int fake_at(void *context, const struct draw_font *font, const char *text, float x)
{
    size_t at = 0, length = strlen(text);
    (void)context;
    for (float left = 0; at < length && x > left + font->size / 4; left += font->size / 2)
        at = utf8_next(text, at);
    return (int)at;
}

static char *fake_get(void *context)
{
    struct fake *f = context;
    return f->clipboard == NULL ? NULL : strdup(f->clipboard);
}

static void fake_set(void *context, const char *text)
{
    struct fake *f = context;
    char *copy = strdup(text);
    free(f->clipboard);
    f->clipboard = copy;
}

static inline void fake_run(struct fake *f, const struct ui_input *input)
{
    struct ui_input none = {UI_INPUT_NONE, {0, 0}, "", 0, 0, 0, 0};
    int runs = 0;
    do {
        arena_reset(&f->arena);
        f->list = (struct draw_list){.arena = &f->arena};
        ui_begin(f->ui, &f->list, f->width, f->height, runs == 0 ? input : &none);
        f->screen(f->ui, f);
        ui_end(f->ui);
        assert_true(++runs < 8);
    } while (ui_wants_rerun(f->ui));
}

static inline void fake_open(struct fake *f, void (*screen)(struct ui *, struct fake *), void *state)
{
    struct draw_metrics metrics = {NULL, fake_width, fake_lines, fake_at};
    struct ui_clipboard clipboard = {f, fake_get, fake_set};
    memset(f, 0, sizeof *f);
    f->width = 1000;
    f->height = 600;
    f->screen = screen;
    f->state = state;
    f->ui = ui_create(&metrics, &clipboard);
    fake_run(f, &(struct ui_input){.kind = UI_INPUT_NONE});
}

static inline void fake_close(struct fake *f)
{
    ui_destroy(f->ui);
    arena_release(&f->arena);
    free(f->clipboard);
}

static inline void fake_key(struct fake *f, const char *chord)
{
    struct ui_input input = {.kind = UI_INPUT_KEY, .chord = ui_chord_parse(chord)};
    assert_int_not_equal(input.chord.key, UI_KEY_NONE);
    fake_run(f, &input);
}

static inline void fake_text(struct fake *f, const char *text)
{
    struct ui_input input = {.kind = UI_INPUT_TEXT};
    assert_true(strlen(text) < sizeof input.text);
    memcpy(input.text, text, strlen(text));
    fake_run(f, &input);
}

/* As a keyboard does it: the key first, then the text it makes. */
static inline void fake_press_key(struct fake *f, const char *letter)
{
    fake_key(f, letter);
    fake_text(f, letter);
}

static inline void fake_pointer(struct fake *f, enum ui_input_kind kind, float x, float y, int clicks)
{
    fake_run(f, &(struct ui_input){.kind = kind, .x = x, .y = y, .clicks = clicks});
}

static inline const struct ui_item *fake_item(struct fake *f, enum ui_role role, const char *label)
{
    const struct ui_item *item = ui_item_find(f->ui, role, label);
    assert_non_null(item);
    return item;
}

static inline void fake_click(struct fake *f, enum ui_role role, const char *label)
{
    struct rect r = fake_item(f, role, label)->box;
    float x = r.x + r.w / 2, y = r.y + r.h / 2;
    fake_pointer(f, UI_INPUT_MOVE, x, y, 0);
    fake_pointer(f, UI_INPUT_PRESS, x, y, 1);
    fake_pointer(f, UI_INPUT_RELEASE, x, y, 1);
}

static inline const char *fake_focus(struct fake *f)
{
    const struct ui_item *item = ui_focused(f->ui);
    return item == NULL ? "" : item->label;
}
#endif
