#ifndef SIM_COMMAND_H
#define SIM_COMMAND_H
/*
 * What people ask of the engine. A command arrives complete: nothing asks
 * back. Fields are whole numbers; a text that somebody typed is stored apart
 * (it can be erased) and named by its number, 0 for none.
 *
 *   struct sim_command c = sim_command_make(SIM_CMD_ASK);
 *   c.ask.incident = 2; c.ask.customer = 0; c.ask.question = ASK_IMPACT;
 *
 * Every command has `said`: the fictional second it was said or done at, or
 * SIM_NOW. The session handles acts recorded late; decide() takes the state
 * to be at that second and refuses only what was said later than it stands. `member` is who did it, NOBODY for the whole team.
 * Numbers of commands and the order of their fields stand in session files:
 * append fields, never change or reuse.
 *
 * COMMAND(number, NAME, field, "word", field count)
 */
#include "model/acts.h"
#include "model/scenario.h"
#include <stdint.h>

enum { SIM_NOW = -1, SIM_COMMAND_FIELDS = 12, SIM_FACTS_DEFAULT = -1 };

#define SIM_COMMANDS(COMMAND) \
    /* acts of the team: the number is that of enum act */ \
    COMMAND(1, ACKNOWLEDGE, acknowledge, "acknowledge", 2) \
    COMMAND(2, ASK, ask, "ask", 4) \
    COMMAND(3, UPDATE, update, "update", 8) \
    COMMAND(4, PROMISE, promise, "promise", 4) \
    COMMAND(5, RENEGOTIATE, renegotiate, "renegotiate", 3) \
    COMMAND(6, WORK, work, "work", 2) \
    COMMAND(7, STOP_WORK, stop_work, "stop-work", 1) \
    COMMAND(8, HAND_PRIORITY, hand_priority, "hand-priority", 3) \
    COMMAND(9, DECIDE_OURSELVES, decide_ourselves, "decide-ourselves", 2) \
    COMMAND(10, REFUSE, refuse, "refuse", 3) \
    COMMAND(11, AGREE_CONDITIONS, agree_conditions, "agree-conditions", 2) \
    COMMAND(12, RETEST_CONDITIONS, retest_conditions, "re-test-conditions", 2) \
    COMMAND(13, LOG_COMPLAINT, log_complaint, "log-complaint", 4) \
    COMMAND(14, RESOLVE_COMPLAINT, resolve_complaint, "resolve-complaint", 2) \
    COMMAND(15, VERIFY, verify, "verify", 2) \
    COMMAND(16, CLOSE, close, "close", 1) \
    COMMAND(17, APOLOGISE, apologise, "apologise", 3) \
    COMMAND(18, BLAME, blame, "blame", 3) \
    COMMAND(19, PROACTIVE, proactive, "proactive", 3) \
    COMMAND(20, ESCALATE, escalate, "escalate", 2) \
    /* the clock and the facilitator */ \
    COMMAND(40, START_ROUND, start_round, "start-round", 1) \
    COMMAND(41, ADVANCE, advance, "advance", 1) \
    COMMAND(42, END_ROUND, end_round, "end-round", 1) \
    COMMAND(43, FIRE, fire, "fire", 2) \
    COMMAND(44, HOLD, hold, "hold", 2) \
    COMMAND(45, SKIP, skip, "skip", 2) \
    COMMAND(46, INJECT, inject, "inject", 7) \
    COMMAND(47, IMPROVISE_WORK, improvise_work, "improvise-work", 5) \
    COMMAND(48, IMPROVISE_FACT, improvise_fact, "improvise-fact", 4) \
    COMMAND(49, OBSERVE, observe, "observe", 3) \
    COMMAND(50, VOUCHER, voucher, "voucher", 5) \
    COMMAND(51, REACT, react, "react", 4) \
    COMMAND(52, DISPUTE, dispute, "dispute", 6) \
    COMMAND(53, OVERRULE, overrule, "overrule", 7) \
    COMMAND(54, PAUSE, pause, "pause", 1) \
    COMMAND(55, NOTE, note, "note", 2) \
    COMMAND(56, FINISH, finish, "finish", 0) \
    /* between rounds, and when the room learns: none of it is an act of the team towards a customer */ \
    COMMAND(57, LEARN, learn, "learning-moment", 2) \
    COMMAND(58, COMMIT, commit, "commit", 3) \
    COMMAND(59, CHARTER, charter, "charter", 2) \
    COMMAND(60, MARK, mark, "mark", 5) \
    COMMAND(61, IMPROVE, improve, "improve", 4) \
    COMMAND(62, AMBASSADOR, ambassador, "ambassador", 2) \
    COMMAND(63, TALLY, tally, "tally", 4) \
    COMMAND(64, CARD_SHEET, card_sheet, "card-sheet", 2) \
    COMMAND(65, MONDAY, monday, "monday", 5) \
    COMMAND(66, FOLLOW_UP, follow_up, "follow-up", 3) \
    COMMAND(67, STEP, step, "step", 2) \
    COMMAND(68, EDIT_REPORT, edit_report, "edit-report", 3)

enum sim_command_kind {
#define SIM_COMMAND_ENUM(number, NAME, field, word, count) SIM_CMD_##NAME = number,
    SIM_COMMANDS(SIM_COMMAND_ENUM)
#undef SIM_COMMAND_ENUM
    SIM_CMD_COUNT = 69
};

/* What the run sheet holds; `item` is an incident, an event or a scripted moment. */
enum sheet_kind { SHEET_INCIDENT, SHEET_EVENT, SHEET_MOMENT, SHEET_KIND_COUNT };
enum sheet_status { SHEET_WAITING, SHEET_FIRED, SHEET_HELD, SHEET_SKIPPED };

enum pledge_kind { PLEDGE_COMMITMENT, PLEDGE_CHARTER, PLEDGE_KIND_COUNT };
/* Hands that are counted: cards as the users would pick, as the team would; votes; answers of the room's survey.
 * SURVEY_LATER: the same questions at a follow-up, the question plus the pack's number of them for each follow-up before (30, 60, 90 days).
 * Subjects: a card, a behaviour to commit to (BEHAVIOUR_COUNT + slot for one in own words), a slot of the charter, an improvement, a survey question. */
enum tally_kind { TALLY_CARD_USERS, TALLY_CARD_OURS, TALLY_COMMITMENT, TALLY_CHARTER, TALLY_IMPROVEMENT, TALLY_SURVEY, TALLY_SURVEY_LATER, TALLY_KIND_COUNT };

/* What a facilitator does to a part of the report: its words changed, left out, shown again, a sentence or a section
 * written after it, the facilitator's own word at the front, or the part as the program tells it. */
enum report_edit { REPORT_EDIT_CHANGE, REPORT_EDIT_HIDE, REPORT_EDIT_SHOW, REPORT_EDIT_ADD, REPORT_EDIT_SECTION, REPORT_EDIT_WORD, REPORT_EDIT_RESTORE, REPORT_EDIT_COUNT };

/* Names one moment for good, whatever happens around it: see struct sim_moment. */
struct moment_key { int32_t source, subject, customer, nth; };

struct sim_command {
    int32_t kind;     /* enum sim_command_kind */
    int32_t said;     /* absolute fictional second, SIM_NOW */
    int32_t member;   /* NOBODY: the team */
    int32_t text;     /* words as quoted, title, reason or note; 0 none */
    union {
        int32_t v[SIM_COMMAND_FIELDS];
        struct { int32_t incident, customer; } acknowledge;
        struct { int32_t incident, customer, question, work; } ask;        /* work: for the go-ahead, NOBODY: any of the incident */
        /* facts: bits of the incident's facts told, SIM_FACTS_DEFAULT: all known that matter to this customer;
         * corrects: act number of the claim it takes back, 0; fix_by, next_call: absolute seconds, -1 none;
         * improvised: bits of the incident's improvised facts told (same default) */
        struct { int32_t incident, customer, claim, facts, corrects, fix_by, next_call, improvised; } update;
        struct { int32_t incident, customer, due, what; } promise;         /* what: text number */
        struct { int32_t act, part, due; } renegotiate;                    /* names the promise */
        struct { int32_t work, member; } work;
        struct { int32_t instance; } stop_work;                            /* index in state.works */
        struct { int32_t incident, customer, option; } hand_priority;      /* option chosen by the customer, NOBODY: the pack's decider chooses */
        struct { int32_t incident, option; } decide_ourselves;
        struct { int32_t incident, customer, offer; } refuse;              /* offer: 1 when an alternative was offered */
        struct { int32_t incident, customer; } agree_conditions;
        struct { int32_t incident, milestone; } retest_conditions;
        struct { int32_t customer, incident, owner, due; } log_complaint;  /* owner: member */
        struct { int32_t act, resolved; } resolve_complaint;
        struct { int32_t incident, customer; } verify;
        struct { int32_t incident; } close;
        struct { int32_t customer, incident, act; } apologise;             /* act: what it is owed for, 0 unsaid */
        struct { int32_t customer, incident, target; } blame;              /* target: 0 another team, 1 the user, 2 a supplier */
        struct { int32_t customer, incident, unasked; } proactive;
        struct { int32_t incident, customer; } escalate;
        struct { int32_t round; } start_round;
        struct { int32_t to; } advance;
        struct { int32_t early; } end_round;                               /* 1: before its time */
        struct { int32_t sheet, item; } fire;
        struct { int32_t sheet, item; } hold;                              /* again: let go, and it comes at once if its time has passed */
        struct { int32_t sheet, item; } skip;
        struct { int32_t customer, kind, service, impact, says, patience, major; } inject;   /* text: title; says: text number */
        struct { int32_t incident, member, seconds, sets, reveals; } improvise_work;         /* text: title; sets: level or -1; reveals: fact_kind learned, or -1 */
        struct { int32_t incident, customer, kind, known; } improvise_fact;                  /* text: the answer; kind: fact_kind; known 0: the customer was asked just now, 1: somebody states it */
        struct { int32_t marker, member, customer; } observe;
        struct { int32_t customer, member, incident, act, named; } voucher;       /* text: the story; named as in monday */
        struct { int32_t customer, mood, line, incident; } react;          /* a line of that mood (-1: text typed) was said */
        struct { int32_t aim, source, subject, customer, nth, on; } dispute;          /* aim: 0 moment (key), 1 claim (subject: act number); on: 0 withdraws */
        struct { int32_t aim, source, subject, customer, nth, outcome, author; } overrule;  /* outcome: enum outcome, or -1: back to the rule's; author: text number */
        struct { int32_t on; } pause;
        struct { int32_t incident, customer; } note;
        struct { int32_t on, pattern; } learn;                             /* pattern: enum pattern that called for it, NOBODY; within a round once, and the clock stands meanwhile */
        struct { int32_t slot, behaviour, member; } commit;                /* for the next round that counts; text: the words, 0: taken back; behaviour NOBODY: observed by hand */
        struct { int32_t slot, behaviour; } charter;                       /* text as in commit */
        struct { int32_t what, slot, member, round, outcome; } mark;       /* what: enum pledge_kind; a table marks a pledge by hand: enum outcome */
        struct { int32_t improvement, on, incident, spine; } improve;      /* on 0: chosen no more; incident and spine: for the root cause */
        struct { int32_t customer, member; } ambassador;                   /* member NOBODY: nobody any more */
        struct { int32_t what, subject, by, count; } tally;                /* what: enum tally_kind; by: table, or the answer 1 to 5 */
        struct { int32_t card, part; } card_sheet;                         /* part: 0 value 1 outcomes 2 costs 3 risks; text */
        struct { int32_t slot, member, days, will, named; } monday;      /* text: "when X"; will: text number "I will Y"; days until then; both texts 0: taken back; named 1: they agreed that the report says whose it is */
        struct { int32_t slot, days, outcome; } follow_up;                 /* what became of it after so many days; text: a note */
        struct { int32_t step, minutes; } step;                            /* the workshop stands at this step of its agenda (model/agenda.h); minutes: that it gets beyond the plan altogether, -1 to take one off */
        struct { int32_t part, edit, title; } edit_report;                 /* part: hash of the part's id (report/edit.h), 0 for WORD; edit: enum report_edit; text: the words; title: text number, of a section */
    };
};

struct sim_command sim_command_make(enum sim_command_kind kind);   /* said SIM_NOW, everything else NOBODY or 0 as fits */
const char *sim_command_word(int32_t kind);                        /* "" when unknown */
int32_t sim_command_field_count(int32_t kind);                     /* -1 when unknown */
/* 1 for what the team does, 0 for clock and facilitator. */
int sim_command_is_act(int32_t kind);
/* The text numbers a command names (text and those in fields): writes at most 3, returns how many. */
int32_t sim_command_texts(const struct sim_command *c, int32_t texts[3]);

/* How a thing judged came out. */
enum outcome { OUTCOME_OPEN, OUTCOME_MET, OUTCOME_PARTLY, OUTCOME_MISSED, OUTCOME_BROKEN, OUTCOME_NONE, OUTCOME_COUNT };   /* NONE: not applicable, not counted */

/* Why a command is impossible: text keys "refusal.<word>". */
#define REFUSALS(R) \
    R(NONE, "none") R(UNKNOWN, "unknown") R(NO_ROUND, "no-round") R(ROUND_RUNNING, "round-running") R(FINISHED, "finished") \
    R(NO_SUCH, "no-such") R(NOT_OPEN, "not-open") R(ALREADY_OVER, "already-over") R(NO_MEMBER, "no-member") R(BUSY, "busy") \
    R(WRONG_ROLE, "wrong-role") R(NOT_KNOWN, "not-known") R(ALREADY_RUNNING, "already-running") R(ALREADY_DONE, "already-done") \
    R(NOT_RUNNING, "not-running") R(TIME_BACKWARDS, "time-backwards") R(TIME_PAST, "time-past") R(AFTER_ROUND, "after-round") \
    R(NOT_FIXED, "not-fixed") R(NOT_CONTENTION, "not-contention") R(NO_CONDITIONS, "no-conditions") R(NO_PROMISE, "no-promise") \
    R(RENEGOTIATED_ONCE, "renegotiated-once") R(NOTHING_TOLD, "nothing-told") R(NO_TEXT, "no-text") R(NO_REASON, "no-reason") \
    R(TOO_LATE, "too-late") R(FULL, "full") R(PAUSED, "paused") R(FACT_UNKNOWN, "fact-unknown") R(SAME, "same") \
    R(LEARNING, "learning") R(TOO_EARLY, "too-early") R(ENOUGH, "enough") R(NOT_CHOSEN, "not-chosen") R(NO_ROOT_CAUSE, "no-root-cause")
enum refusal {
#define REFUSAL_ENUM(NAME, word) REFUSAL_##NAME,
    REFUSALS(REFUSAL_ENUM)
#undef REFUSAL_ENUM
    REFUSAL_COUNT
};
const char *refusal_word(enum refusal r);
#endif
