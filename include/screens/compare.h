#ifndef SCREENS_COMPARE_H
#define SCREENS_COMPARE_H
/*
 * Teams over time: the teams of the folder on the left, and what is found of
 * the one that was chosen. Where there is no room for both they are two pages,
 * F1 and F2.
 *
 *   struct compare_memory m;
 *   compare_begin(&m);
 *   compare_screen(ui, &view, &m, &wishes);
 *   compare_end(&m);
 *
 * Of thousands of teams the first COMPARE_LISTED are listed, and more on asking;
 * typing finds the others. Wishes COMPARE (text: a team), COMPARE_WRITE and COMPARE_LEAVE.
 */
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_compare.h"

enum { COMPARE_LISTED = 50 };
enum compare_page { COMPARE_TEAMS, COMPARE_TEAM };

struct compare_page_view {
    const struct compare_team *teams; size_t team_count;
    const struct view_compare *team;    /* NULL: none is chosen yet */
    size_t read, all;                   /* sessions; read < all: still reading */
    const char *written, *problem;      /* where it was written to, or why not; "" */
};
struct compare_memory {
    struct ui_edit search;
    size_t listed;                      /* at most so many teams */
    enum compare_page page;             /* where there is no room for both */
};
void compare_begin(struct compare_memory *m);
void compare_end(struct compare_memory *m);
void compare_screen(struct ui *ui, const struct compare_page_view *view, struct compare_memory *m, struct wishes *wishes);
#endif
