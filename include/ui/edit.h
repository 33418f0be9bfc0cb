#ifndef UI_EDIT_H
#define UI_EDIT_H
/*
 * Changing the text of a struct ui_edit (declared in ui/ui.h) without a
 * screen: what ui_field does with keys. Offsets are bytes and always at caret
 * stops, so a combining mark or a joined emoji is entered and erased whole.
 *
 * What is refused: control characters, marks that turn the direction of all
 * that follows, bytes that are no UTF-8, and what goes beyond the limit. A
 * line end becomes a space in a single line, a tab always does.
 *
 * Every change can be undone, at most 31 of them; letters typed one after the
 * other are one change up to the end of the word.
 */
#include "ui/ui.h"

enum { UI_EDIT_LIMIT = 2000 };

/* Puts caret and anchor back to caret stops, should the owner have changed the text. */
void ui_edit_settle(struct ui_edit *e);
int ui_edit_has_selection(const struct ui_edit *e);
int ui_edit_from(const struct ui_edit *e);       /* start and end of the selection, both the caret when there is none */
int ui_edit_to(const struct ui_edit *e);
/* Replaces the selection. typed: one key's text, to be undone with its neighbours. Returns 1 when the text changed. */
int ui_edit_insert(struct ui_edit *e, const char *text, int typed);
/* Erases the selection, else what lies between caret and `to`. Returns 1 when the text changed. */
int ui_edit_erase(struct ui_edit *e, int to);
/* Moves the caret; selecting keeps the anchor. */
void ui_edit_move(struct ui_edit *e, int to, int selecting);
void ui_edit_select_all(struct ui_edit *e);
/* Selects the word around a byte offset. */
void ui_edit_select_word(struct ui_edit *e, int at);
int ui_edit_word_left(const struct ui_edit *e, int at);
int ui_edit_word_right(const struct ui_edit *e, int at);
/* Return 1 when the text changed. */
int ui_edit_undo(struct ui_edit *e);
int ui_edit_redo(struct ui_edit *e);
char *ui_edit_selection_dup(const struct ui_edit *e);   /* caller frees */

/* For edit.c: remembers the state before and after a change. group 0: a change of its own. */
enum ui_edit_group { UI_EDIT_ALONE, UI_EDIT_TYPING, UI_EDIT_ERASING };
void ui_edit_history_before(struct ui_edit *e);
void ui_edit_history_after(struct ui_edit *e, enum ui_edit_group group, int caret_before);
void ui_edit_history_release(struct ui_edit *e);
#endif
