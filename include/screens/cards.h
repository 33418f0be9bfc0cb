#ifndef SCREENS_CARDS_H
#define SCREENS_CARDS_H
/*
 * The cards: numbers that the tables hold up are typed in on the console,
 * first for their users, then for themselves; the gap; and the sheet of the
 * card that costs most.
 *
 *   cards_memory_begin(&m);
 *   cards_memory_follow(&m, &view);      whenever the view is new
 *   cards_tick(&m, &view, milliseconds);   before either is run; of a clock that never stands at 0
 *   cards_screen(ui, &view, &m, &wishes);
 *   stage_cards(ui, &view, &m);
 *   cards_memory_end(&m);
 *
 * It opens with the deck on the stage, a part at a time: D turns to the next,
 * and cards_tick() does so by itself, slowly while the room sees the deck for
 * the first time, faster afterwards; T shows which tables are in instead. What
 * was picked is covered until all are in, unless the facilitator reveals it
 * earlier (R). A line says what to do now, next and after. A digit opens a
 * table, Enter keeps its numbers and opens the next that is still to come.
 * Wishes COMMAND (tally, card-sheet), BACK, BLANK and STAGE_PANE.
 */
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_cards.h"

enum cards_page { CARDS_PAGE_USERS, CARDS_PAGE_OURS, CARDS_PAGE_GAP, CARDS_PAGE_SHEET, CARDS_PAGE_COUNT };
enum cards_show { CARDS_SHOW_WHEN_IN, CARDS_SHOW_NOW, CARDS_SHOW_NOT };

struct cards_memory {
    int page;                               /* enum cards_page, -1: not chosen yet */
    enum cards_show show[CARDS_SIDES];
    int deck;                               /* part of the deck on the stage, from 1; 0: who is in, or what was picked */
    int deck_seen;                          /* the room has seen all of it once */
    int64_t deck_stood;                     /* milliseconds that the part is on the stage */
    uint64_t clock;                         /* of the last tick, 0 none */
    int was_in[CARDS_SIDES];                /* all were in when the view was looked at last */
    int table;                              /* whose numbers are typed, -1 */
    int told;                               /* Enter was pressed on what cannot be kept */
    struct ui_edit numbers;
    int card;                               /* whose sheet it is, -1: the users' top card */
    int writing;                            /* card whose texts stand in the fields, -1 */
    int part;                               /* field that had the focus last, -1 */
    struct ui_edit parts[CARDS_PARTS];
    int stage_blank, one_display;           /* set by the app, shown on the buttons */
};
void cards_memory_begin(struct cards_memory *m);
void cards_memory_end(struct cards_memory *m);
/* Chooses the page a session is opened at: the first that is still to do. Takes the deck away when the last table is in. */
void cards_memory_follow(struct cards_memory *m, const struct view_cards *view);
/* Lets time pass: the deck turns by itself. */
void cards_tick(struct cards_memory *m, const struct view_cards *view, uint64_t clock_ms);
/* The card whose sheet is shown, -1 without cards. */
int cards_sheet_card(const struct cards_memory *m, const struct view_cards *view);
/* Parts that the deck has on the stage, each with as many cards as can be read at a time; cards [from, to) of one, counted from 0. */
struct cards_deck_part { int from, to; };
int cards_deck_parts(const struct view_cards *view, enum cards_side side);
struct cards_deck_part cards_deck_part(const struct view_cards *view, enum cards_side side, int part);
/* Does the stage show what was picked? */
int cards_are_shown(const struct cards_memory *m, const struct view_cards *view, enum cards_side side);

void cards_screen(struct ui *ui, const struct view_cards *view, struct cards_memory *m, struct wishes *wishes);
void stage_cards(struct ui *ui, const struct view_cards *view, const struct cards_memory *m);
#endif
