#ifndef VIEW_VIEW_CARDS_H
#define VIEW_VIEW_CARDS_H
/*
 * The cards: what each table picked as its users would pick it, and for
 * itself, the gap between the two, and the sheet of the card that costs most.
 * Source ideas: worst-practice cards, self view against user view, impact as
 * value, outcomes, costs and risks.
 *
 *   struct view_cards v;
 *   view_cards_build(&arena, session, &v);
 *   cards_read(&v, "3 17 22", &typed)          what a facilitator typed for a table
 *
 * A table is in with three hands on cards (fewer only where the deck has not
 * so many). Hands that were counted for no table in particular count in the
 * totals. Cards are numbered from 1 as they lie in the deck, which is what is
 * printed on them. Everything lives in the arena, the session or its scenario;
 * strings are never NULL.
 */
#include "base/arena.h"
#include "model/limits.h"
#include "model/scenario.h"

struct session;   /* session/session.h */

enum cards_side { CARDS_USERS, CARDS_OURS, CARDS_SIDES };
enum { CARDS_PICKS = 3, CARDS_PARTS = 4, CARDS_MOST = 64 };

struct view_card {
    int32_t card;                          /* ordinal of the scenario */
    const char *number, *title, *line, *aspect_word;
    enum aspect aspect;
    int hands[CARDS_SIDES];                /* of all tables */
    const char *sheet[CARDS_PARTS];        /* value, outcomes, costs, risks as typed, "" */
    int noted;                             /* parts that are filled in */
};
struct view_cards_table {
    int32_t member;                        /* NOBODY: the room as a whole, where the set-up names nobody */
    const char *name;
    int hands[CARDS_SIDES][CARDS_MOST];    /* by card */
    int count[CARDS_SIDES], in[CARDS_SIDES];
    const char *numbers[CARDS_SIDES];      /* "3 17 22", as one would type them */
    const char *titles[CARDS_SIDES];       /* "Closed, Nearly done, Ask Henk" */
};
struct view_cards {
    const struct view_card *cards; int count;
    const struct view_cards_table *tables; int table_count;
    int tables_not_persons;
    int wanted;                            /* hands that a table has */
    int in[CARDS_SIDES], all_in[CARDS_SIDES], any[CARDS_SIDES];
    const char *in_figure[CARDS_SIDES];    /* "4 / 6" */
    const char *in_words;                  /* "tables in" */
    const int *ranked[CARDS_SIDES]; int ranked_count[CARDS_SIDES];   /* cards with a hand, most first */
    const int *gaps; int gap_count;        /* cards with a hand from either side, greatest difference first */
    int most;                              /* hands of the card with most, on either side; at least 1 */
    int top;                               /* the card that users would pick most; -1 without a hand */
    const char *gap_says;                  /* what the difference says, in a sentence; "" without one */
    const char *aspects[ASPECT_COUNT];
};
void view_cards_build(struct arena *arena, const struct session *session, struct view_cards *out);

/* What was typed for a table: numbers of cards, with anything but digits between them. */
enum cards_fault { CARDS_FINE, CARDS_FEW, CARDS_NO_SUCH, CARDS_TWICE, CARDS_TOO_MANY };   /* FEW: fewer than wanted, which may be right so far */
struct cards_typed { int cards[CARDS_PICKS], count; enum cards_fault fault; int number; };   /* number: that is at fault */
void cards_read(const struct view_cards *v, const char *typed, struct cards_typed *out);
#endif
