#ifndef UI_FIELD_H
#define UI_FIELD_H
/*
 * The inside of ui_field: how the text of an edit falls into lines, and what
 * keys and pointer do to it. Only files of this layer include it.
 *
 *   struct field f = field_layout(ui, edit, inner, &font);
 *   changed = field_input(&f, &state);    f is laid out anew when the text changed
 *   field_draw(&f, &state);
 */
#include "ui/core.h"
#include "ui/edit.h"

struct field_line {
    int start, end;             /* bytes; a line end itself belongs to no line */
};

struct field {
    struct ui *ui;
    struct ui_edit *edit;
    struct rect inner;
    struct draw_font font;
    float leading;
    struct field_line *lines;   /* in the frame's arena, at least one */
    int count, room;
};

struct field field_layout(struct ui *ui, struct ui_edit *edit, struct rect inner, const struct draw_font *font);
int field_line_of(const struct field *f, int offset);
/* x of an offset, from the start of its line. */
float field_x(const struct field *f, int line, int offset);
/* The caret stop of a line nearest to x. */
int field_at(const struct field *f, int line, float x);
/* Where the caret would go for a point in the window. */
int field_at_point(const struct field *f, float x, float y);
/* Scrolls so that the caret is in sight; without focus a single line shows its start. */
void field_reveal(struct field *f, int focused);
/* 0, 1 the text changed, 2 Enter in a single line. */
int field_input(struct field *f, const struct ui_state *state);
void field_draw(const struct field *f, const struct ui_state *state);
#endif
