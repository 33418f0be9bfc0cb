#ifndef SCREENS_CONSOLE_H
#define SCREENS_CONSOLE_H
/*
 * The facilitator's console during a round: run sheet, open incidents, what
 * the team knows, the acts with their keys, the business with its prompter,
 * the evidence and the observation keys. Everything works by keyboard alone
 * and by mouse alone; no act takes more than four keystrokes.
 *
 *   console_begin(&memory);                      once a session
 *   console_focus_of(&memory)                    what the view is built for
 *   console_screen(ui, &view, &memory, &wishes)  each run
 *   console_holds_clock(&memory)                 the clock stands while an act is being recorded
 *   console_done(&memory, accepted)              what came of the last act it wished
 *   console_end(&memory)
 */
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_console.h"

enum console_panel {
    PANEL_NONE, PANEL_ASK, PANEL_UPDATE, PANEL_PROMISE, PANEL_MOVE, PANEL_WORK, PANEL_PRIORITY, PANEL_DECIDE, PANEL_BLAME,
    PANEL_COMPLAINT, PANEL_IMPROVISE, PANEL_INJECT, PANEL_OWN_WORK, PANEL_OWN_ANSWER, PANEL_VOUCHER, PANEL_NOTE, PANEL_OVERRULE, PANEL_QUESTIONS, PANEL_END_ROUND
};
enum console_tab { TAB_TEAM, TAB_BUSINESS, TAB_SHEET, TAB_EVIDENCE, TAB_COUNT };
enum { CONSOLE_MARKS = 6, CONSOLE_STORY = 100 };   /* STORY: characters of a voucher's story */

struct console_mark { int32_t at; customer_id customer; };

struct console_memory {
    struct console_focus focus;
    enum console_panel panel;
    enum console_tab tab;
    int standing;                      /* the large view */
    int observing;                     /* O was pressed: digits mean observations */
    struct console_mark marks[CONSOLE_MARKS];
    int mark_count, filling;           /* filling: the mark that the next act answers, -1 */
    int sheet_kind, sheet_item;        /* row picked on the run sheet; item NOBODY: the next one */
    int evidence;                      /* line picked in the log */
    int32_t promise;                   /* index of the promise being moved, -1 */
    int32_t who;                       /* member chosen for work, NOBODY: whoever fits */
    int32_t choice[4];                 /* choices of the improvise forms */
    struct ui_edit words, title, says; /* typed texts */
    char toast[400]; enum tone toast_tone; int32_t toast_at;   /* toast_at: second it was first shown, -1: not yet */
    int stage_blank, muted, one_display;   /* set by the app, shown here */
    const char *agenda;                /* set by the app: label of the button that shows the agenda, NULL or "": none */
    customer_id seen_customer;         /* in focus when the console was shown last; a mark made elsewhere is about them */
    int recording;                     /* an act was wished and not answered yet */
};

void console_begin(struct console_memory *m);
void console_end(struct console_memory *m);
const struct console_focus *console_focus_of(const struct console_memory *m);
int console_holds_clock(const struct console_memory *m);
/* A new round: marks of the last one are gone, everything stands at now. */
void console_round_begins(struct console_memory *m);
/* A sentence at the foot of the acts until the next act: a refusal, or what was recorded. */
void console_tell(struct console_memory *m, enum tone tone, const char *sentence);
void console_done(struct console_memory *m, int accepted);
/* Marks "said something now"; the oldest goes when there are too many. */
void console_mark(struct console_memory *m, int32_t at, customer_id customer);
void console_screen(struct ui *ui, const struct view_console *view, struct console_memory *m, struct wishes *wishes);
#endif
