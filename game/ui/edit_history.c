#include "ui/edit.h"

#include <string.h>

enum { HISTORY = sizeof((struct ui_edit *)0)->undo / sizeof(struct str) };

static void history_store(struct ui_edit *e, int at)
{
    str_clear(&e->undo[at]);
    str_append(&e->undo[at], ui_edit_text(e));
}

static void history_cut(struct ui_edit *e, int count)
{
    while (e->undo_count > count)
        str_release(&e->undo[--e->undo_count]);
}

void ui_edit_history_release(struct ui_edit *e)
{
    history_cut(e, 0);
    e->undo_at = 0;
    e->grouping = UI_EDIT_ALONE;
}

static int history_is_known(const struct ui_edit *e)
{
    return e->undo_count > 0 && strcmp(str_text(&e->undo[e->undo_at]), ui_edit_text(e)) == 0;
}

/* An owner who changed the text himself starts a new history. */
void ui_edit_history_before(struct ui_edit *e)
{
    if (history_is_known(e))
        return;
    ui_edit_history_release(e);
    history_store(e, 0);
    e->undo_count = 1;
}

static void history_shift(struct ui_edit *e)
{
    str_release(&e->undo[0]);
    memmove(e->undo, e->undo + 1, (HISTORY - 1) * sizeof *e->undo);
    memmove(e->undo_caret, e->undo_caret + 1, (HISTORY - 1) * sizeof *e->undo_caret);
    memset(&e->undo[HISTORY - 1], 0, sizeof *e->undo);
    e->undo_count--;
}

void ui_edit_history_after(struct ui_edit *e, enum ui_edit_group group, int caret_before)
{
    history_cut(e, e->undo_at + 1);
    int same = group != UI_EDIT_ALONE && (int)group == e->grouping && e->undo_at > 0;
    if (!same && e->undo_count == HISTORY)
        history_shift(e);
    if (!same) {
        e->undo_at = e->undo_count++;
        e->undo_caret[e->undo_at][0] = caret_before;
    }
    e->undo_caret[e->undo_at][1] = e->caret;
    history_store(e, e->undo_at);
    e->grouping = (int)group;
}

static int history_go(struct ui_edit *e, int to, int caret)
{
    str_clear(&e->text);
    str_append(&e->text, str_text(&e->undo[to]));
    e->undo_at = to;
    e->caret = e->anchor = caret;
    e->grouping = UI_EDIT_ALONE;
    ui_edit_settle(e);
    return 1;
}

int ui_edit_undo(struct ui_edit *e)
{
    return history_is_known(e) && e->undo_at > 0 && history_go(e, e->undo_at - 1, e->undo_caret[e->undo_at][0]);
}

int ui_edit_redo(struct ui_edit *e)
{
    int to = e->undo_at + 1;
    return history_is_known(e) && to < e->undo_count && history_go(e, to, e->undo_caret[to][1]);
}
