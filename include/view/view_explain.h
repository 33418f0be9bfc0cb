#ifndef VIEW_VIEW_EXPLAIN_H
#define VIEW_VIEW_EXPLAIN_H
/*
 * A figure walked down to the lines of the log: what it is made of, by which
 * rule, after which source idea, and what people overruled, with the rule's
 * own figure beside it.
 *
 *   struct view_explain v;
 *   view_explain_build(&arena, session, MEASURE_INVOLVING, round, &v);   round NOBODY: all that count
 *   v.items[k].text, .rule, .points of .possible
 *   v.items[k].would                                                     "An update to Mara between 14:08 and 14:20 …"
 *   v.items[k].lines[n].event, .time, .text                              the events it rests on, oldest first
 *
 * A window (updates, promises, silence) shows every claim, promise, wait and word in it; a claim that went too far also
 * what the team knew then, what it lacked, and when that showed.
 *
 * Everything lives in the arena, the session or the catalogue; strings are
 * never NULL, "" where there is nothing to say. Sentences stand in
 * assets/text/<language>/explain.json.
 */
#include "assess/measure.h"
#include "base/arena.h"

struct session;   /* session/session.h */

enum { EXPLAIN_LINES = 24 };
/* event: index among the session's events; act: number of the act it belongs to, 0 none; word: kind of the event. */
struct explain_line { int32_t event, at, act; const char *word, *time, *text; };
struct explain_overrule { int32_t event; const char *time, *reason, *author; };
struct explain_item {
    struct assess_item item;
    const char *time, *text, *incident, *customer;
    const char *rule;                              /* why it counts, in words */
    const char *key;                               /* "impact-asked/frozen/mara/0": names the moment for good; "" none */
    const char *outcome, *rule_outcome;            /* as it counts, and by the rule; "" where it has none */
    const char *would;                             /* what would have met a moment that came out otherwise; "" none */
    int overruled;
    struct explain_overrule mark;                  /* when overruled */
    struct explain_line lines[EXPLAIN_LINES]; int line_count;
    int lines_left;                                /* more that there was no room for */
};
struct view_explain {
    int32_t measure, round;
    int32_t rules, rules_now;                      /* version of the rules the session was played by, and this program's */
    struct measure_value value;
    const char *name, *word, *group, *how, *idea, *idea_word;
    const char *value_text, *counts_text, *by_rule_text;   /* by_rule_text "" where nobody overruled anything */
    struct explain_item *items; int item_count;
};
void view_explain_build(struct arena *arena, const struct session *session, int32_t measure, int32_t round, struct view_explain *out);

/* Every figure with its value, in the order of enum measure. */
struct explain_figure { int32_t measure; struct measure_value value; const char *word, *name, *value_text, *counts_text, *by_rule_text, *idea_word; };
struct explain_figures { struct explain_figure items[MEASURE_COUNT]; };
void view_figures_build(struct arena *arena, const struct session *session, int32_t round, struct explain_figures *out);

/* Words for the groups of figures, for ideas (a word of words_idea) and for what a figure is made of; "" when unknown. */
const char *explain_group(int32_t group);
const char *explain_idea(struct arena *arena, const char *word);
const char *explain_how(struct arena *arena, int32_t measure);
/* Why an item counts, in words: the rule of its moment, the reason why trust moved, or the rule of its group. */
const char *explain_rule(struct arena *arena, enum rule_kind kind, const char *rule);
#endif
