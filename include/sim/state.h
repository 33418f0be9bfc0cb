#ifndef SIM_STATE_H
#define SIM_STATE_H
/*
 * The state of a session. Only sim_apply() writes it. Every struct consists of
 * int32_t alone, so that the digest can read it as numbers and is the same on
 * every machine; fixed arrays, so that the state can be copied by assignment
 * (a preview, a bot) and the core never allocates.
 */
#include "model/agenda.h"
#include "sim/event.h"

enum {
    SIM_INCIDENTS = LIMIT_INCIDENTS + LIMIT_INJECTED,
    SIM_WORKS = 1024, SIM_CLAIMS = 1024, SIM_PROMISES = 1024, SIM_MOMENTS = 4096,
    SIM_IMPROVISED = 256, SIM_COMPLAINTS = 64, SIM_SHEET = LIMIT_INCIDENTS + LIMIT_EVENTS + LIMIT_MOMENTS,
    SIM_COMMITMENTS = 3 * LIMIT_ROUNDS, SIM_CHARTER = 8, SIM_MARKS = 512, SIM_TALLIES = 1024, SIM_ACTIONS = 64, SIM_LEARNINGS = 16, SIM_CARD_NOTES = 64,
    SIM_FELL_BACK = -2                        /* in sim_work.falls_back_at: it has */
};

enum session_phase { PHASE_BETWEEN, PHASE_ROUND, PHASE_FINISHED };

struct sim_customer {
    int32_t trust, satisfaction;              /* thousandths */
    int32_t last_contact;                     /* absolute second; round start until the first */
    int32_t last_gain[REASON_COUNT];          /* when a gain of this kind last counted, -1 */
    int32_t apologies, helped_round;          /* owed things apologised for; round of last unasked help, -1 */
    int32_t owed, last_fall, complained;      /* falls of trust so far; second of the last, -1; falls before the last complaint */
    int32_t ambassador;                       /* member, NOBODY */
    int32_t nothings, last_sorry;             /* calls for nothing this round; second of the last apology this round, -1 */
};
/* lost and stake: value of this round; base: what an event set, incidents come on top; worst: of this round */
struct sim_service { int32_t level, lost, stake, base, worst; };
struct sim_incident {
    int32_t open;                             /* 0 not yet, 1 open, 2 over */
    int32_t reporter, service, kind, level, major, patience, title, says;
    int32_t opened, restore_by, acknowledged, impact_asked, restored, confirmed, closed;   /* seconds, -1 not */
    int32_t how;                              /* enum incident_stage_mark it ended by, -1 */
    int32_t first_work;                       /* second the first work began, -1 */
    int32_t silences;                         /* times the reporter waited beyond patience while open */
    int32_t last_update, window;              /* last honest update to the reporter; patience window now open */
    int32_t conditions_agreed, retested;      /* second; bit per milestone */
    int32_t decided;                          /* 0 open, 1 handed, 2 ourselves, 3 refused */
    int32_t known, known_improvised;          /* bit per fact of the incident; how many improvised */
    int32_t round;
    int32_t window_from, silence_at;          /* second the present window began; of the last silence beyond patience, -1 */
    int32_t go_ahead, asked[LIMIT_CUSTOMERS]; /* bit per work of the incident; bit per question already put to the customer */
    /* The conversation in which the customer was last asked about it: when it began (0 never), bit per question in it; and
     * when the one before it began. */
    int32_t asked_at[LIMIT_CUSTOMERS], asked_now[LIMIT_CUSTOMERS], asked_earlier[LIMIT_CUSTOMERS];
    int32_t first_contact;                    /* with the reporter about it, -1 */
    int32_t refused;                          /* 1: the team said no; the customer still waits */
    int32_t stake, lost;                      /* its own value (requests, opportunities) */
    int32_t withheld;                         /* bit per customer whom bad news reached some other way */
    int32_t last_moment, last_claim, last_promise;   /* heads of chains through `next`, NOBODY */
    int32_t root_cause;                       /* round that counts (its place, from 1) from which it is known; negative: the wrong spine; 0 not looked for */
};
struct sim_fact { int32_t known_at, by, told; };                   /* known_at -1 unknown; told: bit per customer */
struct sim_improvised { int32_t incident, kind, customer, text, at, told; };
struct sim_work {
    int32_t work, incident, member, started, ends, earliest, latest, ended, how, title, sets, reveals;   /* ended -1 running */
    int32_t falls_back_at, asked_go_ahead;
};
struct sim_claim {
    int32_t act, round, at, incident, customer, claim, verdict, flags, fix_by, settled, settled_at, member, text, corrects;
    int32_t disputed, overruled;              /* overruled: enum outcome or -1 */
    int32_t told, supported_by, due, moment, next;          /* due: when it is found out by itself, -1; moment: index it counts in; next: earlier one of the incident */
};
struct sim_promise {
    int32_t act, part, round, at, incident, customer, kind, due, far, state, settled_at, settled_by, member, text, renegotiates;
    int32_t moment, counts, next;             /* counts: enum outcome once settled */
    int32_t spoiled;                          /* 1: the customer was called for nothing before it was kept */
};
struct sim_moment {
    int32_t source, subject, customer, nth;   /* the key */
    int32_t score, incident, round, scored;   /* scored 0 in the warm-up */
    int32_t opened, due, settled, outcome;    /* due -1: no time of its own */
    int32_t act;                              /* number of the act that settled it, 0 */
    int32_t disputed, overruled;              /* overruled: enum outcome or -1 */
    int32_t next;                             /* earlier moment of the incident, NOBODY */
    int32_t spoiled;                          /* 1: the customer was called for nothing while it was open */
};
struct sim_sheet { int32_t status, at; };     /* enum sheet_status */
struct sim_complaint { int32_t act, customer, incident, owner, due, state, at; };
struct sim_member { int32_t role, busy_until, work, used; };       /* work: instance or NOBODY; used: works begun */

/* improvement chosen before that round that counts (its place among them, from 1), 0 not; works 0: the effort was wasted */
struct sim_improvement { int32_t since, incident, spine, works; };
struct sim_commitment { int32_t round, slot, behaviour, member, text; };
struct sim_charter { int32_t behaviour, text; };                   /* text 0: none in this slot */
struct sim_mark { int32_t what, slot, member, round, outcome; };
struct sim_tally { int32_t what, subject, by, count; };
struct sim_card_note { int32_t card, part, text; };
struct sim_action { int32_t member, days, when, will, outcome, asked_after, note, named; };   /* when 0: none; outcome OPEN until asked */
struct sim_learning { int32_t round, at, pattern, until; };        /* until -1: under way */

struct sim_state {
    int32_t rules;                            /* version of the rules that decide */
    int32_t seed_low, seed_high;
    int32_t phase, round, now, acts, paused;  /* acts: number of the last command that was an act of the team or facilitator */
    int32_t last_talk_at, last_talk_customer, last_talk_incident;
    int32_t offer;
    int32_t member_count, incident_count, work_count, claim_count, promise_count, moment_count, improvised_count, complaint_count;
    int32_t rounds_scored;                    /* rounds begun that count */
    int32_t falling;                          /* works that are done and may fall back */
    int32_t open_work, open_claim, open_promise, open_moment;   /* everything before these is settled */
    int32_t commitment_count, mark_count, tally_count, card_note_count, action_count, learning_count;
    int32_t improved;                         /* bit per enum improvement_effect that works in the round to come or running */
    int32_t step;                             /* of the agenda (model/agenda.h) at which the workshop stands, NOBODY before it began */
    int32_t loose_moment;                     /* head of the chain of moments of no incident */
    int32_t trail_low, trail_high;            /* hash of the events so far but TIME; no part of the digest */
    struct sim_member members[LIMIT_MEMBERS];
    struct sim_customer customers[LIMIT_CUSTOMERS];
    struct sim_service services[LIMIT_SERVICES];
    struct sim_sheet sheet[SIM_SHEET];        /* incidents, then events, then scripted moments: sim_sheet_index() */
    struct sim_fact facts[LIMIT_FACTS];
    struct sim_incident incidents[SIM_INCIDENTS];
    struct sim_work works[SIM_WORKS];
    struct sim_claim claims[SIM_CLAIMS];
    struct sim_promise promises[SIM_PROMISES];
    struct sim_moment moments[SIM_MOMENTS];
    struct sim_improvised improvised[SIM_IMPROVISED];
    struct sim_complaint complaints[SIM_COMPLAINTS];
    struct sim_improvement improvements[LIMIT_IMPROVEMENTS];
    struct sim_commitment commitments[SIM_COMMITMENTS];
    struct sim_charter charter[SIM_CHARTER];
    struct sim_mark marks[SIM_MARKS];
    struct sim_tally tallies[SIM_TALLIES];
    struct sim_card_note card_notes[SIM_CARD_NOTES];
    struct sim_action actions[SIM_ACTIONS];
    struct sim_learning learnings[SIM_LEARNINGS];
    int32_t extended[AGENDA_STEPS];           /* minutes that each step of the agenda got beyond its plan */
};
#endif
