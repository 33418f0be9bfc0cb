#include "ui/field.h"
#include "base/utf8.h"

#include <stdlib.h>

static void copy(const struct field *f)
{
    const struct ui_clipboard *clipboard = &f->ui->clipboard;
    if (clipboard->set == NULL || !ui_edit_has_selection(f->edit))
        return;
    char *text = ui_edit_selection_dup(f->edit);
    clipboard->set(clipboard->context, text);
    free(text);
}

static int paste(const struct field *f)
{
    const struct ui_clipboard *clipboard = &f->ui->clipboard;
    char *text = clipboard->get == NULL ? NULL : clipboard->get(clipboard->context);
    int changed = text != NULL && ui_edit_insert(f->edit, text, 0);
    free(text);
    return changed;
}

static int cut(const struct field *f)
{
    copy(f);
    return ui_edit_has_selection(f->edit) && ui_edit_erase(f->edit, f->edit->caret);
}

/* Up, Down and pages keep to one x, however short the lines between are. */
static void move_lines(const struct field *f, int lines, int selecting)
{
    struct ui_edit *e = f->edit;
    int line = field_line_of(f, e->caret), to = line + lines;
    float x = e->goal > 0 ? e->goal - 1 : field_x(f, line, e->caret);
    int at = to < 0 ? 0 : to >= f->count ? (int)e->text.length : field_at(f, to, x);
    ui_edit_move(e, at, selecting);
    e->goal = x + 1;
}

/* Where a plain Left or Right goes: an end of the selection when there is one. */
static int beside(const struct ui_edit *e, int step, int selecting)
{
    if (ui_edit_has_selection(e) && !selecting)
        return step < 0 ? ui_edit_from(e) : ui_edit_to(e);
    const char *text = ui_edit_text(e);
    return (int)(step < 0 ? utf8_previous(text, (size_t)e->caret) : utf8_next(text, (size_t)e->caret));
}

static int line_end(const struct field *f)
{
    int line = field_line_of(f, f->edit->caret), end = f->lines[line].end;
    int broken = line + 1 < f->count && f->lines[line + 1].start == end;
    return broken ? (int)utf8_previous(ui_edit_text(f->edit), (size_t)end) : end;
}

/* Returns 1 when the key moves the caret in this field. */
static int move_key(const struct field *f, int key, int whole, int selecting)
{
    struct ui_edit *e = f->edit;
    float goal = 0;
    int page = (int)(f->inner.h / f->leading) > 1 ? (int)(f->inner.h / f->leading) - 1 : 1;
    int vertical = key == UI_KEY_UP || key == UI_KEY_DOWN || key == UI_KEY_PAGE_UP || key == UI_KEY_PAGE_DOWN;
    if (vertical && (!e->multiline || whole))
        return 0;
    if (vertical) {
        move_lines(f, key == UI_KEY_UP ? -1 : key == UI_KEY_DOWN ? 1 : key == UI_KEY_PAGE_UP ? -page : page, selecting);
        goal = e->goal;
    } else if (key == UI_KEY_LEFT) {
        ui_edit_move(e, whole ? ui_edit_word_left(e, e->caret) : beside(e, -1, selecting), selecting);
    } else if (key == UI_KEY_RIGHT) {
        ui_edit_move(e, whole ? ui_edit_word_right(e, e->caret) : beside(e, 1, selecting), selecting);
    } else if (key == UI_KEY_HOME) {
        ui_edit_move(e, whole ? 0 : f->lines[field_line_of(f, e->caret)].start, selecting);
    } else if (key == UI_KEY_END) {
        ui_edit_move(e, whole ? (int)e->text.length : line_end(f), selecting);
    } else {
        return 0;
    }
    e->goal = goal;
    return 1;
}

enum { NOT_MINE = -1 };

/* 1 when the text changed, 0 when the key was for the field and changed nothing. */
static int chord_key(const struct field *f, struct ui_chord chord)
{
    struct ui_edit *e = f->edit;
    int shifted = (chord.modifiers & UI_SHIFT) != 0;
    switch (chord.key) {
    case 'a': ui_edit_select_all(e); return 0;
    case 'c': copy(f); return 0;
    case 'x': return cut(f);
    case 'v': return paste(f);
    case 'z': return shifted ? ui_edit_redo(e) : ui_edit_undo(e);
    case 'y': return ui_edit_redo(e);
    case UI_KEY_BACKSPACE: return ui_edit_erase(e, ui_edit_word_left(e, e->caret));
    case UI_KEY_DELETE: return ui_edit_erase(e, ui_edit_word_right(e, e->caret));
    default: return move_key(f, chord.key, 1, shifted) ? 0 : NOT_MINE;
    }
}

static int plain_key(const struct field *f, struct ui_chord chord)
{
    struct ui_edit *e = f->edit;
    const char *text = ui_edit_text(e);
    int shifted = (chord.modifiers & UI_SHIFT) != 0;
    switch (chord.key) {
    case UI_KEY_BACKSPACE: return ui_edit_erase(e, (int)utf8_previous(text, (size_t)e->caret));
    case UI_KEY_DELETE: return ui_edit_erase(e, (int)utf8_next(text, (size_t)e->caret));
    case UI_KEY_ENTER: return e->multiline ? ui_edit_insert(e, "\n", 0) : shifted ? NOT_MINE : 2;
    default: return move_key(f, chord.key, 0, shifted) ? 0 : NOT_MINE;
    }
}

static int key_input(const struct field *f)
{
    struct ui_chord chord = f->ui->input.chord;
    if (chord.modifiers & UI_ALT)
        return 0;
    int result = chord.modifiers & UI_CTRL ? chord_key(f, chord) : plain_key(f, chord);
    if (result == NOT_MINE)
        return 0;
    ui_use(f->ui);
    return result;
}

static int text_input(const struct field *f)
{
    int changed = ui_edit_insert(f->edit, f->ui->input.text, 1);
    f->edit->goal = 0;
    ui_use(f->ui);
    return changed;
}

static void pointer_input(const struct field *f, const struct ui_state *state)
{
    const struct ui_input *input = &f->ui->input;
    int at = field_at_point(f, f->ui->x, f->ui->y);
    if (f->ui->pressed != state->id)
        return;
    f->edit->goal = 0;
    if (input->kind == UI_INPUT_MOVE)
        ui_edit_move(f->edit, at, 1);
    else if (input->kind == UI_INPUT_PRESS && input->clicks > 2)
        ui_edit_select_all(f->edit);
    else if (input->kind == UI_INPUT_PRESS && input->clicks == 2)
        ui_edit_select_word(f->edit, at);
    else if (input->kind == UI_INPUT_PRESS)
        ui_edit_move(f->edit, at, (input->chord.modifiers & UI_SHIFT) != 0);
}

/* Moves a text that has more lines than room; otherwise the pane around it scrolls. */
static void wheel_input(const struct field *f)
{
    float most = (float)f->count * f->leading - f->inner.h, before = f->edit->scroll;
    if (!f->edit->multiline || most <= 0)
        return;
    float to = before - f->ui->input.wheel * 3 * f->leading;
    f->edit->scroll = to < 0 ? 0 : to > most ? most : to;
    if (f->edit->scroll != before)
        ui_use(f->ui);
}

int field_input(struct field *f, const struct ui_state *state)
{
    struct ui *ui = f->ui;
    int result = 0;
    if (ui->used || !state->enabled || !state->reachable)
        return 0;
    if (ui->input.kind == UI_INPUT_WHEEL && state->hot)
        wheel_input(f);
    if (!state->focused)
        return 0;
    if (ui->input.kind == UI_INPUT_KEY && ui->activate == 0)
        result = key_input(f);
    else if (ui->input.kind == UI_INPUT_TEXT && ui->input.text[0] != '\0')
        result = text_input(f);
    else
        pointer_input(f, state);
    if (result == 1) {
        f->edit->goal = 0;
        *f = field_layout(ui, f->edit, f->inner, &f->font);
    }
    return result;
}
