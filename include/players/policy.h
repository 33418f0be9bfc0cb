#ifndef PLAYERS_POLICY_H
#define PLAYERS_POLICY_H
/*
 * The pieces of a policy. A finder looks for one thing to do and wishes it: 1;
 * 0 when there is nothing of its kind to do now. `with` narrows it to talk
 * with one customer (NOBODY: anybody), so that a conversation that goes on is
 * used up first. Who plays how stands in the table of policies.c: habits that
 * a player has or lacks, how it words claims and times, and its own tricks.
 */
#include "players/see.h"

/* What a team should do; each player does it always, never, or (an ordinary room) now and then. */
enum habit {
    HABIT_GREET,      /* says a first word in time */
    HABIT_IMPACT,     /* asks what it means before work begins */
    HABIT_ASK_MORE,   /* asks what is expected, how urgent it is, for ideas */
    HABIT_GO_AHEAD,   /* asks before a change with consequences */
    HABIT_COMMIT,     /* names the next call */
    HABIT_CALL,       /* calls when it said it would */
    HABIT_UPDATE,     /* breaks a silence */
    HABIT_TELL,       /* passes on what it has learned */
    HABIT_ANSWER,     /* answers a question */
    HABIT_CONFIRM,    /* lets the user try before it closes */
    HABIT_HAND,       /* lets the business choose */
    HABIT_CONDITIONS, /* agrees and re-tests what good looks like */
    HABIT_CLOSE,      /* closes tickets */
    HABIT_CORRECT,    /* takes back what was wrong before it is found out */
    HABIT_DECIDE,     /* where the business is not asked, chooses itself */
    HABIT_WORK,
    HABIT_MILESTONE,  /* prepares a milestone: goes through what was agreed, says how it stands */
    HABIT_SORRY,      /* says sorry for what went wrong, once */
    HABIT_HELP,       /* helps somebody who did not ask */
    HABIT_IMPROVE,    /* uses the time between rounds */
    HABIT_COUNT
};

typedef int policy_finder(struct turn *t, customer_id with);
/* What a player says when somebody is to hear how it stands: what it knows; what pleases; that it does not know; the
 * weakest that is so; more than it knows; nothing; that the user has confirmed. */
enum policy_claims { CLAIMS_KNOWN, CLAIMS_PLEASING, CLAIMS_DO_NOT_KNOW, CLAIMS_WEAKEST, CLAIMS_AHEAD, CLAIMS_NONE, CLAIMS_CONFIRMED };
/* When it calls again: in time; it does not say; far away; in a few minutes; only when it is as good as mended. */
enum policy_calls { CALLS_NEAR, CALLS_NONE, CALLS_FAR, CALLS_TINY, CALLS_CERTAIN };
/* When it will work: it does not say; soon, whatever is known; far beyond what the work takes. */
enum policy_fixes { FIXES_NONE, FIXES_AT_ONCE, FIXES_SANDBAG };

enum { POLICY_TRICKS = 3 };
struct policy {
    uint32_t never;                                  /* bit per habit it does not have */
    enum policy_claims claims;
    enum policy_calls calls;
    enum policy_fixes fixes;
    policy_finder *first[POLICY_TRICKS];             /* its own ways, before all that others do */
    policy_finder *last[POLICY_TRICKS];              /* and when there is nothing else to do */
};
/* The policy a player follows now, about that incident (NOBODY: in general). */
const struct policy *policy_of(const struct turn *t, incident_id i);
/* Is it one of the times the team does it? nth tells occasions of one incident apart. */
int policy_does(const struct turn *t, enum habit habit, incident_id i, int32_t nth);

/* Wishes it: 1, or 0 when that wish was refused already and the next one is looked for. */
int policy_wish(struct turn *t, const struct sim_command *command, const char *key, int32_t time);
/* A draw of this player's own: the same for the same seed, purpose and ordinals. */
int32_t policy_draw(const struct turn *t, int32_t purpose, int32_t first, int32_t second, int32_t low, int32_t high);
enum { DRAW_HABIT = 9000, DRAW_GRADE = 9050, DRAW_CHOICE = 9100, DRAW_ACT = 9110, DRAW_BETWEEN = 9120, DRAW_WAY = 9130 };

int policy_is_with(customer_id with, customer_id c);
int32_t policy_speaker(const struct turn *t, incident_id i);
/* Waiting for the business to choose is no matter for updates, nor is what the user has confirmed. */
int policy_is_talked_about(const struct turn *t, incident_id i);
enum claim policy_knows(const struct turn *t, incident_id i, customer_id c);   /* the strongest it can say by what it knows */
enum policy_commit { COMMIT_NOT, COMMIT_IN_ROUND, COMMIT_EVER };   /* names the next call, even when that is after the round */
/* A time for the next call the customer can live with, -1 when there is none. */
int32_t policy_next_call(const struct turn *t, incident_id i, customer_id c, enum policy_commit commit);
uint32_t policy_news(const struct turn *t, incident_id i, customer_id c);   /* bits of the facts it would pass on */
int policy_ask(struct turn *t, incident_id i, customer_id c, enum question q, work_id w);
int policy_say(struct turn *t, incident_id i, customer_id c, enum claim claim, enum policy_commit commit);
/* Says what this player says when somebody is to hear something; whether a next call is named, it decides itself. */
int policy_tell(struct turn *t, incident_id i, customer_id c);
int policy_tell_and_promise(struct turn *t, incident_id i, customer_id c);
int policy_word(struct turn *t, enum sim_command_kind kind, customer_id c, incident_id i, int32_t third);   /* sorry, help, blame */
int policy_verify(struct turn *t, incident_id i);
int policy_pair(struct turn *t, enum sim_command_kind kind, int32_t first, int32_t second, incident_id i, const char *key);
/* The next work of the incident this player would start, NOBODY; careful: it waits for what may still be learned. */
work_id policy_best_work(const struct turn *t, incident_id i, int careful);
/* There is a way out that nobody knows enough to take, nothing runs, and there is nothing left to look at. */
int policy_is_stuck(const struct turn *t, incident_id i);
int policy_is_looking(const struct turn *t, incident_id i);   /* somebody looks into it, or still may */
int policy_asks_go_ahead_now(struct turn *t, incident_id i, customer_id c);   /* for the best there is, from somebody on the line */

/* --- finders: what everybody who means well does --- */
policy_finder policy_calls_back, policy_greets, policy_answers, policy_commits, policy_asks_more, policy_tells, policy_breaks_silence,
    policy_confirms, policy_chooses, policy_agrees, policy_retests, policy_digs, policy_closes, policy_works, policy_asks_first,
    policy_corrects, policy_asks_back, policy_helps,
    policy_says_sorry, policy_tells_bad_news;
/* --- an ordinary room and its facilitator --- */
policy_finder policy_slips, policy_hosts;
/* --- tricks --- */
policy_finder policy_acts_at_random, policy_refuses, policy_refuses_all, policy_refuses_with_offer, policy_only_promises,
    policy_renegotiates, policy_asks_again, policy_begs, policy_says_sorry_first, policy_takes_back, policy_takes_back_late,
    policy_tells_bystanders, policy_asks_all_at_once, policy_hands_over_at_once, policy_complains, policy_verifies_again,
    policy_stops_work, policy_promises_again;
/* Between rounds. */
int policy_between(struct turn *t);
#endif
