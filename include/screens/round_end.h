#ifndef SCREENS_ROUND_END_H
#define SCREENS_ROUND_END_H
/*
 * Between rounds: what the last round came to, then the briefing of the next.
 *
 *   round_memory_begin(&m);
 *   round_screen(ui, &view, &m, &wishes);            console, each run
 *   stage_between(ui, &view, round_is_briefing(&view, &m));   stage
 *   round_memory_end(&m);
 *
 * A new round in the view turns the page back to its end by itself. Wishes
 * COMMAND (dispute, overrule with its reason as first text), NEXT_ROUND,
 * FINISH, BACK, BLANK and STAGE_PANE. When the session is finished, session_end_screen() follows.
 *
 * The stage takes boxes of any size: its texts are 32 pixels and more on
 * 1920x1080 and keep that proportion elsewhere. It shows no verdict and, but
 * where the set-up says so, no score.
 */
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_round.h"

struct round_memory {
    int rounds;                     /* those of the view when last run: a new one shows its end first */
    int briefing;                   /* the briefing of the next round is open */
    int filter;                     /* enum score, -1: all moments */
    int selected;                   /* moment picked in the list, -1 */
    int overruling, outcome;        /* the form is open; enum round_outcome chosen, -1: none yet */
    int by_agenda;                  /* set by the app: the strip of the agenda leads on, not this page */
    int finishing;                  /* asked whether to finish before the last round */
    struct ui_edit reason;
    struct moment_key key;          /* of the moment being overruled */
    int stage_blank, one_display;   /* set by the app, shown on the buttons */
};
void round_memory_begin(struct round_memory *m);
void round_memory_end(struct round_memory *m);
/* 1 when the briefing is what is shown: before the first round, or once it was asked for. */
int round_is_briefing(const struct view_round *view, const struct round_memory *m);

void round_screen(struct ui *ui, const struct view_round *view, struct round_memory *m, struct wishes *wishes);
void stage_between(struct ui *ui, const struct view_round *view, int briefing);

/* The end of the session: rounds side by side, where the report and the session lie. */
struct session_end {
    const char *session_path;
    const char *report_path;        /* "" while there is none */
    const char *problem;            /* why there is none, "" */
    int names;                      /* it shows who is who */
    const char *written;            /* when it was written, and how often; "" not known */
    int editable;                   /* it can be edited in the program */
};
void session_end_screen(struct ui *ui, const struct view_round *view, const struct session_end *end, struct wishes *wishes);
#endif
