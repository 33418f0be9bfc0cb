#ifndef ASSESS_PATTERN_H
#define ASSESS_PATTERN_H
/*
 * Named patterns: what a room does again and again without noticing, found in
 * the log of a session with the events that show it. A pattern is a fact about
 * the team; it is never a figure, changes no score and names nobody.
 *
 *   struct pattern_watch w;                       big: keep it on the heap or in an arena
 *   pattern_begin(&w);
 *   for each event of the session, in order:
 *       pattern_fold(&w, scenario, state, index, event)
 *   pattern_find(&w, scenario, state, PATTERN_WORK_FIRST, round, &found)
 *   pattern_alert(&w, scenario, state)            what the facilitator should know now
 *
 * `state` is that of the session after the event or at any later time: only
 * what never changes in it is read by the fold. What was disputed, or overruled
 * to be well done, is left out when a question is asked, so that an overrule
 * needs no new fold. The same events give the same sightings; after an undo
 * begin again. The warm-up is not looked at.
 *
 * A sighting is one event that shows the pattern. Two sightings of one pattern
 * closer than its window (seconds), of the same incident and customer, are
 * one. A pattern stands from `from` sightings on, in a round or in the session:
 * the third time is the first that is no accident. Where it is counted for each
 * customer or member apart, the greatest count is what stands; one member
 * carries the round when theirs is also at least PATTERN_HERO_SHARE percent of
 * all works of a team of PATTERN_HERO_TEAM or more.
 * A good one counts since its opposite was last seen.
 *
 * pattern          a sighting is                                              source idea
 * ---------------  ---------------------------------------------------------  ----------------------
 * work-first       first work of an incident begins, impact never asked       involve-the-customer
 * promised-forgot  the second of a promised call passes without it            follow-through
 * silent-work      patience or an update window passes while somebody works   perceived-value
 * ahead            a claim or fix time ahead of what the team knew            honest-status
 * bad-news-kept    bad news is told late or not                               bad-news-early
 * decided-for-them a choice of the business, or a change, without asking it   business-sets-priority
 * one-hero         a work begins (counted for each member)                    desired-behaviour
 * many-voices      another member says less than a colleague said, or is the  desired-behaviour
 *                  third to speak to a customer about one incident
 * same-forgotten   a customer is not answered, not called or left waiting     stakeholder-needs
 *                  (counted for each customer)
 * not-confirmed    it worked again and nobody asked the user                  moment-of-truth
 * closed-unasked   closed without asking the user                             moment-of-truth
 * blame            somebody else is blamed before a customer                  worst-practices
 * first-word-late  no first word within the response target                   service-levels
 * updates-missed   an update window passes without a word                     honest-status
 * said-no          a customer is refused                                      from-no-to-go
 * asked-first      the impact is asked before work begins                     involve-the-customer
 * calls-kept       a promised call is made in time                            follow-through
 * business-chose   the business decides, or gives its go-ahead first          business-sets-priority
 * bad-news-told    bad news is told in time                                   bad-news-early
 * user-confirmed   the user says that it works                                moment-of-truth
 * took-back        what was wrong is corrected unasked                        honest-status
 *
 * Numbers stand in session files (a learning moment names its pattern): never
 * reuse or renumber one.
 */
#include "sim/sim.h"

/* PATTERN(number, NAME, "word") - text keys "pattern.<word>..." */
#define PATTERNS(PATTERN) \
    PATTERN(0, WORK_FIRST, "work-first") \
    PATTERN(1, PROMISED_FORGOT, "promised-forgot") \
    PATTERN(2, SILENT_WORK, "silent-work") \
    PATTERN(3, AHEAD, "ahead") \
    PATTERN(4, BAD_NEWS_KEPT, "bad-news-kept") \
    PATTERN(5, DECIDED_FOR_THEM, "decided-for-them") \
    PATTERN(6, ONE_HERO, "one-hero") \
    PATTERN(7, MANY_VOICES, "many-voices") \
    PATTERN(8, SAME_FORGOTTEN, "same-forgotten") \
    PATTERN(9, NOT_CONFIRMED, "not-confirmed") \
    PATTERN(10, CLOSED_UNASKED, "closed-unasked") \
    PATTERN(11, BLAME, "blame") \
    PATTERN(12, FIRST_WORD_LATE, "first-word-late") \
    PATTERN(13, UPDATES_MISSED, "updates-missed") \
    PATTERN(14, SAID_NO, "said-no") \
    PATTERN(15, ASKED_FIRST, "asked-first") \
    PATTERN(16, CALLS_KEPT, "calls-kept") \
    PATTERN(17, BUSINESS_CHOSE, "business-chose") \
    PATTERN(18, BAD_NEWS_TOLD, "bad-news-told") \
    PATTERN(19, USER_CONFIRMED, "user-confirmed") \
    PATTERN(20, TOOK_BACK, "took-back")

enum pattern {
#define PATTERN_ENUM(number, NAME, word) PATTERN_##NAME = number,
    PATTERNS(PATTERN_ENUM)
#undef PATTERN_ENUM
    PATTERN_COUNT = 21
};

enum {
    PATTERN_SIGHTINGS = 1536,      /* kept; more are dropped, which `dropped` counts */
    PATTERN_SHOWN = 12,            /* sightings named by a finding, the newest */
    PATTERN_HERO_SHARE = 60, PATTERN_HERO_TEAM = 3,
    PATTERN_ALERT_SECONDS = 20 * 60   /* fictional seconds for which an alert stays */
};

enum pattern_by { PATTERN_BY_TEAM, PATTERN_BY_CUSTOMER, PATTERN_BY_MEMBER };

/* What is so about a pattern, whoever plays. */
struct pattern_rule {
    const char *word, *idea;       /* idea: of words_idea */
    int32_t good, from, window;    /* good 1: worth naming because it is well done; window in seconds */
    int32_t opposite;              /* enum pattern, NOBODY */
    enum pattern_by by;
};
const struct pattern_rule *pattern_rule(int32_t pattern);   /* NULL out of range */
const char *pattern_word(int32_t pattern);                  /* "" out of range */
int32_t pattern_from_word(const char *word);                /* -1 when the word is none */

/* event: index of the event that shows it; because: index of an earlier event that it rests on (the act, the promise,
 * the work that runs), NOBODY. key.source NOBODY: no moment; claim: act number of the claim, 0: none. */
struct pattern_sighting {
    int32_t pattern, event, because, round, at, incident, customer, member, claim;
    struct moment_key key;
};

struct pattern_talk { int32_t at, member, claim; uint64_t voices; };   /* the last claim; bit per member who claimed */

struct pattern_watch {
    int32_t count, dropped;
    int32_t round;                                 /* that counts and runs, NOBODY */
    int32_t act, act_event, act_kind;              /* the act under way: number, event, enum act */
    int32_t promises;
    int32_t promise_event[SIM_PROMISES];
    int32_t running[SIM_INCIDENTS], work_event[SIM_INCIDENTS], begun[SIM_INCIDENTS];   /* works running; the newest */
    int32_t runs[SIM_INCIDENTS];                   /* 1: it works again */
    struct pattern_talk talk[SIM_INCIDENTS][LIMIT_CUSTOMERS];
    struct pattern_sighting sightings[PATTERN_SIGHTINGS];
};

void pattern_begin(struct pattern_watch *w);
void pattern_fold(struct pattern_watch *w, const struct scenario *sc, const struct sim_state *s, int32_t index,
                  const struct sim_event *e);

/* Does it count as things stand: not disputed, and not overruled to the contrary? */
int pattern_counts(const struct scenario *sc, const struct sim_state *s, const struct pattern_sighting *sighting);

struct pattern_found {
    int32_t pattern, round;                        /* round NOBODY: the session */
    int32_t stands;                                /* 1: often enough, see above */
    int32_t count, against;                        /* sightings; those of its opposite */
    int32_t all;                                   /* sightings before they were counted apart by customer or member */
    int32_t customer, member;                      /* of the greatest count; NOBODY where it is not counted apart */
    int32_t incidents;                             /* different incidents among `count` */
    int32_t first, last;                           /* seconds, -1 when none */
    int32_t shown;
    const struct pattern_sighting *sightings[PATTERN_SHOWN];   /* the newest, oldest first; they live in the watch */
};
/* round NOBODY: all rounds. Returns `stands`. */
int pattern_find(const struct pattern_watch *w, const struct scenario *sc, const struct sim_state *s, int32_t pattern,
                 int32_t round, struct pattern_found *out);
/*
 * What the facilitator should know now: the pattern that was raised last in the round that runs, not good, not yet
 * answered by a learning moment called for it in this round, and raised no longer than PATTERN_ALERT_SECONDS ago.
 * It is raised once a round, by the sighting with which it stands in the session. NOBODY when there is none.
 */
int32_t pattern_alert(const struct pattern_watch *w, const struct scenario *sc, const struct sim_state *s);
/*
 * For a learning moment: what stands in the round (NOBODY: in the session), what costs most sightings first, then by
 * number; the good ones behind. Returns how many, at most PATTERN_COUNT.
 */
int32_t pattern_list(const struct pattern_watch *w, const struct scenario *sc, const struct sim_state *s, int32_t round,
                     struct pattern_found out[PATTERN_COUNT]);
#endif
