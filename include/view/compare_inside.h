#ifndef VIEW_COMPARE_INSIDE_H
#define VIEW_COMPARE_INSIDE_H
/* The pieces of view_compare_build(): columns and rows, what turned, the others, and the words. */
#include "assess/measure.h"
#include "view/view_compare.h"

struct compare_build {
    struct arena *arena;
    const struct compare_session *all; size_t all_count;
    const struct compare_session **own; int own_count;   /* of the team, the earliest first */
    int first, last;            /* the columns that are held against each other */
    struct view_compare *out;
};

/* NULL when it was not kept. */
const struct kept_figure *compare_figure(const struct compare_session *s, int32_t figure, int32_t round);
int compare_round_count(const struct compare_session *s);
/* By day, then by file. */
int compare_order(const struct compare_session *a, const struct compare_session *b);
/* For sorting pointers to sessions: by team, then in order. */
int compare_by_team(const void *a, const void *b);
enum compare_turn compare_turn_of(const struct kept_figure *was, const struct kept_figure *is);
const char *compare_number(struct compare_build *b, int32_t n);

/* --- compare_others.c --- */
void compare_others_build(struct compare_build *b);
/* --- compare_words.c --- */
void compare_words_build(struct compare_build *b);
/* How long after the first: "First session", "30 days later". */
const char *compare_after(struct compare_build *b, const struct compare_session *s, int index);
extern const int32_t compare_rows[COMPARE_ROWS]; /* enum measure, the scores first */
#endif
