#ifndef SCREENS_PROBLEM_H
#define SCREENS_PROBLEM_H
/*
 * A whole page for what stops a session: what happened, what it means, what
 * to do. All sentences but `detail` and `path` come from the catalogue.
 *
 *   problem_screen(ui, &(struct problem){.kind = PROBLEM_NOT_STORED, ...}, &wishes);
 *
 * Wishes: NOT_STORED: RETRY. DAMAGED: SALVAGE, and OPEN (path) to look at what
 * is left. BUSY, UNREADABLE and READ_ONLY: OPEN (path) to try again. All: BACK; NOT_STORED: QUIT.
 */
#include "screens/wish.h"
#include "ui/ui.h"

enum problem_kind {
    PROBLEM_NOT_STORED,     /* the last act could not be written; the session stands */
    PROBLEM_DAMAGED,        /* opened read-only; detail says what is lost */
    PROBLEM_BUSY,           /* another program holds the file */
    PROBLEM_UNREADABLE,     /* no session file, or it cannot be read */
    PROBLEM_NEWER,          /* written by a later version */
    PROBLEM_READ_ONLY,      /* sound, but it may not be written */
    PROBLEM_COUNT
};
struct problem {
    enum problem_kind kind;
    const char *path;       /* of the session */
    const char *detail;     /* the reason, or what is lost; "" */
    const char *done;       /* what came of trying, "": "Written to …" */
};
void problem_screen(struct ui *ui, const struct problem *problem, struct wishes *wishes);
#endif
