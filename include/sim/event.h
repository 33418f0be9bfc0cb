#ifndef SIM_EVENT_H
#define SIM_EVENT_H
/*
 * What happened. Events are the whole truth of a session: apply() moves the
 * state by them and nothing else, so they carry results (the new figure, the
 * outcome), never a rule to be applied again. Numbers and field order stand
 * in session files: append fields, never change or reuse; an event of an
 * older version reads with its missing fields 0.
 *
 * Trust and satisfaction are in thousandths of a point (0 to 100000).
 *
 * EVENT(number, NAME, field, field count)
 */
#include "sim/command.h"

enum { SIM_EVENT_FIELDS = 16, SIM_EVENTS_PER_DECISION = 4096 };

#define SIM_EVENTS(EVENT) \
    EVENT(1, ROUND_STARTED, round_started, 2) \
    EVENT(2, ROUND_ENDED, round_ended, 2) \
    EVENT(3, TIME, time_passed, 1) \
    EVENT(4, MINUTE, minute, 14) \
    EVENT(5, INCIDENT_OPENED, incident_opened, 10) \
    EVENT(6, INCIDENT_LEVEL, incident_level, 3) \
    EVENT(7, INCIDENT_STAGE, incident_stage, 4) \
    EVENT(8, SHEET, sheet, 3) \
    EVENT(9, FACT_KNOWN, fact_known, 4) \
    EVENT(10, FACT_TOLD, fact_told, 3) \
    EVENT(11, IMPROVISED_FACT, improvised_fact, 5) \
    EVENT(12, WORK_STARTED, work_started, 12) \
    EVENT(13, WORK_ENDED, work_ended, 3) \
    EVENT(14, HARM, harm, 3) \
    EVENT(15, CONTACT, contact, 4) \
    EVENT(16, SAID, said, 5) \
    EVENT(17, ASKED, asked, 6) \
    EVENT(18, CLAIM, claim, 16) \
    EVENT(19, CLAIM_SETTLED, claim_settled, 5) \
    EVENT(20, PROMISE, promise, 11) \
    EVENT(21, PROMISE_SETTLED, promise_settled, 5) \
    EVENT(22, MOMENT_OPENED, moment_opened, 9) \
    EVENT(23, MOMENT_SETTLED, moment_settled, 6) \
    EVENT(24, TRUST, trust, 6) \
    EVENT(25, SATISFACTION, satisfaction, 6) \
    EVENT(26, ACT, act, 8) \
    EVENT(27, OBSERVED, observed, 4) \
    EVENT(28, VOUCHER, voucher, 6) \
    EVENT(29, NOTE, note, 3) \
    EVENT(30, VERDICT_MARK, verdict_mark, 8) \
    EVENT(31, PAUSED, paused, 1) \
    EVENT(32, SERVICE, service, 3) \
    EVENT(33, COMPLAINT, complaint, 6) \
    EVENT(34, DECISION, decision, 5) \
    EVENT(35, CONDITIONS, conditions, 4) \
    EVENT(36, FINISHED, finished, 1) \
    EVENT(37, HAPPENED, happened, 2) \
    EVENT(38, MOMENT_DUE, moment_due, 5) \
    EVENT(39, SILENCE, silence, 3) \
    EVENT(40, VALUE, value, 4) \
    EVENT(41, LEARNING, learning, 3) \
    EVENT(42, COMMITTED, committed, 5) \
    EVENT(43, CHARTERED, chartered, 3) \
    EVENT(44, MARKED, marked, 5) \
    EVENT(45, IMPROVED, improved, 5) \
    EVENT(46, AMBASSADOR, ambassador, 2) \
    EVENT(47, TALLIED, tallied, 4) \
    EVENT(48, CARD_NOTED, card_noted, 3) \
    EVENT(49, MONDAY, monday, 6) \
    EVENT(50, FOLLOWED_UP, followed_up, 4) \
    EVENT(51, AROUND, around, 3) \
    EVENT(52, PREVENTED, prevented, 2) \
    EVENT(53, SURVEYED, surveyed, 4) \
    EVENT(54, STEPPED, stepped, 2) \
    EVENT(55, REPORT_EDITED, report_edited, 4)

enum sim_event_kind {
#define SIM_EVENT_ENUM(number, NAME, field, count) SIM_EV_##NAME = number,
    SIM_EVENTS(SIM_EVENT_ENUM)
#undef SIM_EVENT_ENUM
    SIM_EV_COUNT = 56
};

enum incident_stage_mark { MARK_ACKNOWLEDGED, MARK_RESTORED, MARK_CONFIRMED, MARK_CLOSED, MARK_LAPSED, MARK_LEFT, MARK_FELL_BACK, MARK_REFUSED, MARK_REOPENED, MARK_AROUND, MARK_PREVENTED };
enum work_end { WORK_DONE, WORK_STOPPED, WORK_OVERTAKEN };
enum known_by { KNOWN_AT_OPENING, KNOWN_BY_ASKING, KNOWN_BY_WORK, KNOWN_BY_EVENT, KNOWN_IMPROVISED };
/* How a claim stands: see the table of claims in sim/claim.h. */
enum claim_verdict { VERDICT_HONEST, VERDICT_HONEST_MISTAKE, VERDICT_LUCKY, VERDICT_AHEAD, VERDICT_COUNT };
enum claim_flag { CLAIM_FLAG_EMPTY = 1, CLAIM_FLAG_WITHHELD = 2, CLAIM_FLAG_UNDERSTATED = 4, CLAIM_FLAG_CORRECTS = 8, CLAIM_FLAG_FIX_BY = 16, CLAIM_FLAG_FIX_AHEAD = 32, CLAIM_FLAG_DUE = 64, CLAIM_FLAG_HOLLOW = 128, CLAIM_FLAG_FAR = 256 };
/* MADE_GOOD: counts, but is no conversation of its own: an update that was answered only and counts after all, or one
 * that reached somebody else too. FOR_NOTHING: see sim/feelings.h. */
enum contact_weight { CONTACT_FOR_NOTHING = -1, CONTACT_ANSWERED, CONTACT_COUNTS, CONTACT_MADE_GOOD };
enum claim_settling { CLAIM_OPEN, CLAIM_FOUND_OUT, CLAIM_HELD, CLAIM_CORRECTED };
enum promise_kind { PROMISE_NEXT_CALL, PROMISE_FIX_BY, PROMISE_OTHER };
enum promise_state { PROMISE_OPEN, PROMISE_KEPT, PROMISE_RENEGOTIATED, PROMISE_LATE, PROMISE_DROPPED, PROMISE_VOID };

/* Where a moment comes from; with subject, customer and nth it names the moment for good. */
enum moment_source {
    MOMENT_SCRIPTED,         /* subject: scripted moment */
    /* involving: subject is the incident */
    MOMENT_ACKNOWLEDGED, MOMENT_IMPACT_ASKED, MOMENT_GO_AHEAD /* nth: work */, MOMENT_CONTENTION,
    MOMENT_CONDITIONS, MOMENT_RETEST /* nth: milestone */, MOMENT_CONFIRMED, MOMENT_NO_SILENCE,
    /* honest: subject is the incident; nth the patience window, fact or act */
    MOMENT_UPDATE_WINDOW, MOMENT_BAD_NEWS, MOMENT_CORRECTION,
    /* follow-through */
    MOMENT_COMMITMENT, MOMENT_PROMISE_WINDOW, MOMENT_MILESTONE, MOMENT_COMPLAINT,
    MOMENT_SOURCE_COUNT
};

/* Why trust or satisfaction moved: text keys "reason.<word>". */
enum reason {
    REASON_NONE, REASON_KEPT, REASON_BAD_NEWS_TOLD, REASON_CONSULTED, REASON_CONFIRMED, REASON_CORRECTED, REASON_APOLOGY,
    REASON_LATE, REASON_DROPPED, REASON_WITHHELD, REASON_OVER_THEIR_HEAD, REASON_REFUSED, REASON_CLOSED_UNASKED, REASON_HARM,
    REASON_QUESTION_IGNORED, REASON_OVERDUE_WORK, REASON_FOUND_OUT, REASON_BLAMED, REASON_EVENT,
    REASON_ASKED, REASON_TOLD, REASON_STRONG_CLAIM, REASON_DO_NOT_KNOW, REASON_RELIEF, REASON_SERVED, REASON_HELPED, REASON_MISSED_CHANCE,
    REASON_FOR_NOTHING, REASON_LEFT_UNASKED, REASON_MOVED,
    REASON_COUNT
};
const char *reason_word(int32_t reason);
const char *moment_source_word(int32_t source);
const char *outcome_word(int32_t outcome);
enum score moment_source_score(int32_t source);   /* not for MOMENT_SCRIPTED */

struct sim_event {
    int32_t kind;   /* enum sim_event_kind */
    int32_t at;     /* absolute fictional second */
    union {
        int32_t v[SIM_EVENT_FIELDS];
        struct { int32_t round, from; } round_started;
        struct { int32_t round, early; } round_ended;
        struct { int32_t to; } time_passed;
        struct { int32_t satisfaction[LIMIT_CUSTOMERS], lost[LIMIT_SERVICES]; } minute;  /* changes; lost in the pack's unit */
        struct { int32_t incident, reporter, service, kind, level, major, restore_by, title, says, patience; } incident_opened;  /* title, says: text numbers, 0: the pack's */
        struct { int32_t incident, level, work; } incident_level;
        struct { int32_t incident, mark, customer, instance; } incident_stage;   /* instance: the work that fell back, NOBODY */
        struct { int32_t sheet, item, status; } sheet;
        struct { int32_t fact, by, customer, act; } fact_known;
        struct { int32_t fact, customer, improvised; } fact_told;                /* fact NOBODY: index in state.improvised plus 1 */
        struct { int32_t incident, kind, customer, text, told; } improvised_fact;
        /* instance: index in state.works; work NOBODY: improvised (title text, sets, reveals as in the command) */
        struct { int32_t instance, work, incident, member, ends, earliest, latest, title, sets, reveals, asked_impact, asked_go_ahead; } work_started;
        struct { int32_t instance, how, falls_back_at; } work_ended;             /* falls_back_at -1: holds */
        struct { int32_t incident, customer, work; } harm;
        struct { int32_t customer, incident, act, weight; } contact;        /* act: enum act; weight: enum contact_weight */
        /* what a customer said: source 0 incident opening, 1 scripted moment, 2 event, 3 mood line (item mood, nth line), 4 answer (item fact), 5 typed (nth text) , 6 go-ahead given, 7 confirmation given, 8 not yet, 9 it fell back (item: work) */
        struct { int32_t customer, source, item, nth, incident; } said;
        struct { int32_t incident, customer, question, fact, work, act; } asked;     /* fact learned, NOBODY: nothing new */
        /* act: number of the command; verdict: enum claim_verdict */
        struct { int32_t act, incident, customer, claim, verdict, flags, told, fix_by, next_call, corrects, supported_by, member, due, moment, text, settled; } claim;   /* supported_by: enum claim_lack; due: when it will be found out, -1; moment: index in state.moments it counts in, NOBODY; settled: enum claim_settling */
        struct { int32_t act, how, by, stake, verdict; } claim_settled;          /* stake in thousandths of trust; verdict as it turned out */
        struct { int32_t act, part, incident, customer, kind, due, far, member, text, renegotiates, moment; } promise;
        struct { int32_t act, part, state, by, counts; } promise_settled;   /* by: act number that settled it, 0: time; counts: enum outcome it gives its moment */
        struct { int32_t source, subject, customer, nth, score, incident, due, scored, says; } moment_opened;
        struct { int32_t source, subject, customer, nth, outcome, act; } moment_settled;   /* act: number of the act that settled it, 0: time */
        struct { int32_t customer, delta, now, reason, incident, act; } trust;
        struct { int32_t customer, delta, now, reason, incident, act; } satisfaction;
        /* one per act of the team: visible and kind place it in the value matrix */
        struct { int32_t act, number, incident, customer, member, visible, matrix, text; } act;
        struct { int32_t marker, member, customer, text; } observed;
        struct { int32_t customer, member, incident, act, text, named; } voucher;
        struct { int32_t incident, customer, text; } note;
        struct { int32_t aim, source, subject, customer, nth, disputed, outcome, reason; } verdict_mark;  /* outcome -1: the rule's */
        struct { int32_t on; } paused;
        struct { int32_t service, level, base; } service;                   /* base 1: what an event does to it; incidents come on top */
        struct { int32_t act, customer, incident, owner, due, state; } complaint;   /* state: 0 logged 1 resolved 2 late */
        struct { int32_t incident, customer, option, how, decider; } decision;      /* how: 0 handed, 1 ourselves, 2 refused */
        struct { int32_t incident, customer, milestone, how; } conditions;          /* how: 0 agreed, 1 re-tested */
        struct { int32_t round; } finished;
        struct { int32_t event, offer; } happened;
        struct { int32_t source, subject, customer, nth, due; } moment_due;
        struct { int32_t incident, customer, count; } silence;              /* the reporter has waited beyond patience, for the count-th time */
        struct { int32_t incident, service, stake, lost; } value;           /* changes, in the pack's unit; service NOBODY: of the incident itself */
        struct { int32_t round, on, pattern; } learning;
        struct { int32_t round, slot, behaviour, member, text; } committed;  /* round: in which it is checked */
        struct { int32_t slot, behaviour, text; } chartered;
        struct { int32_t what, slot, member, round, outcome; } marked;
        struct { int32_t improvement, on, incident, spine, works; } improved;/* works 0: the wrong spine, the effort is wasted */
        struct { int32_t customer, member; } ambassador;
        struct { int32_t what, subject, by, count; } tallied;
        struct { int32_t card, part, text; } card_noted;
        struct { int32_t slot, member, days, when, will, named; } monday;
        struct { int32_t slot, days, outcome, text; } followed_up;
        struct { int32_t incident, customer, lost; } around;                /* a customer under the gate takes it elsewhere; lost: its value, in the pack's unit */
        struct { int32_t incident, improvement; } prevented;                /* an incident that did not come again */
        struct { int32_t incident, customer, answer, round; } surveyed;     /* incident NOBODY: about the round; answer 1 (furious) to 5 (delighted) */
        struct { int32_t step, minutes; } stepped;                          /* minutes: beyond the plan, altogether */
        struct { int32_t part, edit, text, title; } report_edited;
    };
};

const char *sim_event_word(int32_t kind);
int32_t sim_event_field_count(int32_t kind);   /* -1 when unknown */
#endif
