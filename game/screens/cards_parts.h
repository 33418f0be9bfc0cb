#ifndef SCREENS_CARDS_PARTS_H
#define SCREENS_CARDS_PARTS_H
/* What the files of the cards' pages share. */
#include "page_parts.h"
#include "screens/cards.h"
#include "stage_parts.h"

struct cards_desk {
    struct ui *ui;
    const struct view_cards *view;
    struct cards_memory *m;
    struct wishes *wishes;
};

/* Console: the tables with what they picked, the deck to pick from, the gap, the sheet. Each takes the room it is given
 * and knows what it needs. */
void cards_tables_draw(struct cards_desk *d, struct rect r);
float cards_tables_height(struct cards_desk *d, float width);
void cards_deck_draw(struct cards_desk *d, struct rect r);
float cards_deck_height(struct cards_desk *d, float width);
void cards_gap_draw(struct cards_desk *d, struct rect r, int wide);
void cards_sheet_draw(struct cards_desk *d, struct rect r, int wide);
/* What stands in a field and was not kept yet is kept when the field is left. */
void cards_sheet_keep(struct cards_desk *d);
/* Opens a table's numbers for typing, -1 closes them. */
void cards_table_open(struct cards_desk *d, int table);
/* One card more for the open table, or one fewer. */
void cards_table_toggle(struct cards_desk *d, int card);

/* The paper of a card, and its sign: circle attitude, square behaviour, diamond culture. */
enum theme_token cards_paper(enum aspect aspect);
void cards_sign(struct ui *ui, struct rect r, enum aspect aspect, enum theme_token color);
/* Of the users, of us: on the window's ground, and on a card. */
enum theme_token cards_color(enum cards_side side);
enum theme_token cards_ink(enum cards_side side);
/* Names of the parts of a sheet, and what to ask for each. */
const char *cards_part_name(int part);
const char *cards_part_ask(int part);
/* The question of a side. */
const char *cards_question(enum cards_side side);
/* What to say and do now, what comes next, and after that: in columns, or in lines where they are too narrow. */
void cards_guide_draw(struct cards_desk *d, struct rect r);
float cards_guide_height(struct cards_desk *d, float width);
/* Stage. Who is in takes its room off the right of bar; aspects are bits, 1 << enum aspect. */
void cards_stage_figure(const struct stage_page *s, struct rect *bar, const struct view_cards *view, enum cards_side side);
void cards_stage_legend(const struct stage_page *s, struct rect r, const struct view_cards *view, int aspects);
void cards_stage_deck(const struct stage_page *s, struct rect r, const struct view_cards *view, enum cards_side side, int part);
void cards_stage_gap(const struct stage_page *s, struct rect r, const struct view_cards *view);
void cards_stage_sheet(const struct stage_page *s, struct rect r, const struct view_cards *view, int card);
#endif
