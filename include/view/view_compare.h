#ifndef VIEW_VIEW_COMPARE_H
#define VIEW_VIEW_COMPARE_H
/*
 * One team over time: its rounds side by side, or, once it has played more
 * than once, its sessions (the first, and those about 30, 60 and 90 days
 * later); and beside them the other teams of the folder, never singly.
 *
 *   struct view_compare v;
 *   view_compare_build(&arena, sessions, count, "Night shift", &v);
 *
 * Who is a team: sessions under the same team name are of one team, whatever
 * its spaces and the case of A to Z; a set-up says nothing else that lasts, and
 * people come and go. Two teams that share a name have to be told apart by it.
 * A session without a team's name is compared with nobody, and is nobody's.
 *
 * What may be said follows from the counts. "Rose" and "fell" need
 * COMPARE_FEWEST items on both sides, a difference of at least COMPARE_POINT_GAP
 * points, and one that chance alone would bring less than one time in twenty
 * (two proportions, pooled). All else is "no difference to tell" or "too few to tell". Figures that are no
 * shares (trust and satisfaction, maturity) are shown and not judged.
 *
 * Others are the first session of every other team that played the same story;
 * fewer than COMPARE_OTHERS of them are not told of at all, and from there on
 * only their median and the quartiles are, from those for whom there is a
 * figure, rounded to whole points. A team with several sessions counts once.
 *
 * Strings are never NULL and belong to the arena, the sessions or the catalogue.
 */
#include "base/arena.h"
#include "base/tone.h"
#include "view/kept_figures.h"

#include <stddef.h>

struct compare_session {
    const char *key;                       /* its file: sorts what is of the same day, and stands for nobody */
    const char *team, *pack_id, *pack;     /* pack: title */
    const char *date;                      /* 2026-11-22, "" unknown */
    const struct kept_figure *figures; int figure_count;
};
struct compare_team {
    const char *name;                      /* as written in its latest session */
    const char *when;                      /* "2 sessions, the last 22 November 2026" */
    const char *last;                      /* 2026-11-22, "" unknown */
    int sessions;
};

enum { COMPARE_COLUMNS = 6, COMPARE_ROWS = 12, COMPARE_SCORES = 3, COMPARE_POINTS = 48, COMPARE_BREAKS = 12, COMPARE_SENTENCES = 5,
       COMPARE_FEWEST = 5, COMPARE_POINT_GAP = 10, COMPARE_OTHERS = 5 };
enum compare_turn { TURN_NOTHING, TURN_TOO_FEW, TURN_SAME, TURN_ROSE, TURN_FELL };

struct compare_column { const char *label, *when, *story; }; /* "First session", "22 November 2026"; story: where it is another one, "" */
struct compare_cell { int percent; const char *words, *counts; }; /* "78 %", "7 of 9"; percent -1: none, words say why or are "" */
struct compare_range { int teams, low, median, high; };      /* teams 0: not told */
struct compare_row {
    int figure;                            /* enum measure */
    const char *name;
    int percent;                           /* 1: values are 0 to 100 */
    struct compare_cell cells[COMPARE_COLUMNS];
    enum compare_turn turn;
    const char *turned; enum tone tone;    /* the turn in words, "" for none */
    int first_percent; const char *first_words; /* of the first session, "" nothing to tell */
    struct compare_range others;
    const char *others_words;              /* "median 62 %, middle half 50 to 71 %", "" */
    const char *standing;                  /* of the first session: "above the middle half", "" */
};
struct compare_break { int at; const char *label; };
struct compare_follow { const char *session, *when, *actions, *hands; }; /* "30 days", "4 of 5 kept", "12 of 15 with 4 or 5"; "" not asked */

struct view_compare {
    const char *team, *pack, *subject;     /* subject: "3 sessions from ... to ...", "one session, 4 rounds" */
    const char *language;
    const char *finding;                   /* one sentence */
    const char *sentences[COMPARE_SENTENCES]; int sentence_count;
    int sessions, rounds;                  /* of the team, all of them */
    const char *left_out;                  /* how many sessions have no column, "" */
    struct compare_column columns[COMPARE_COLUMNS]; int column_count;
    struct compare_row rows[COMPARE_ROWS]; int row_count;
    const char *rounds_title;              /* what the rounds show, as a title */
    const char *score_names[COMPARE_SCORES];
    int points[COMPARE_SCORES][COMPARE_POINTS], point_count;   /* every round, the earliest first; -1 gap */
    struct compare_break breaks[COMPARE_BREAKS]; int break_count;
    int others;                            /* teams that may be told of, 0: fewer than COMPARE_OTHERS */
    const char *others_title, *others_note;
    struct compare_follow *follow; int follow_count;
    const char *method;
};

/* Every team with a name, the one that played last first. */
void view_compare_teams(struct arena *arena, const struct compare_session *sessions, size_t count, struct compare_team **teams,
                        size_t *team_count);
int view_compare_is_team(const char *a, const char *b);
/* team: as somebody wrote it. Without a session of that team there is a finding that says so, and nothing else. */
void view_compare_build(struct arena *arena, const struct compare_session *sessions, size_t count, const char *team,
                        struct view_compare *out);
#endif
