#ifndef VIEW_VIEW_CONSOLE_H
#define VIEW_VIEW_CONSOLE_H
/*
 * What the facilitator's console shows: everything, secrets too. Built anew
 * for each run of the screen from the session; all strings live in the
 * given arena or in the session and its scenario.
 *
 *   struct view_console v;
 *   view_console_build(&arena, session, &focus, &v);
 *
 * `focus` says what the facilitator is looking at and composing, so that the
 * view can hold the facts, works and the preview of that.
 */
#include "base/arena.h"
#include "sim/command.h"
#include "base/tone.h"
#include "view/view_help.h"
#include "view/view_needs.h"

struct session;   /* session/session.h */

enum { VIEW_PILLS = 3, VIEW_EVIDENCE = 40, VIEW_OPEN = 24, VIEW_WORKS = 32, VIEW_PROMISES = 24 };

struct console_focus {
    incident_id incident;            /* NOBODY: the first open one is taken */
    customer_id customer;            /* NOBODY: the incident's reporter */
    int32_t said;                    /* second for acts recorded late, SIM_NOW */
    int composing;                   /* 1: draft is an update being composed */
    struct sim_command draft;
    int32_t line[LIMIT_CUSTOMERS];   /* which of the mood lines not heard yet is offered */
    int32_t heard[LIMIT_CUSTOMERS];  /* what the script lets them say counts from this event on: before, it was read aloud */
    int hide_secrets;                /* mirrored display: unlearned facts stay hidden */
    int32_t pace;                    /* real tenths of a second per fictional minute */
};

struct view_pill { enum tone tone; const char *text; };
struct view_sheet_row {
    enum sheet_kind kind; int32_t item;
    enum sheet_status status;
    int conditional, next, over;     /* over: happened, held or skipped; next: the one F fires */
    int32_t at;                      /* second, -1 when conditional */
    const char *time, *title;        /* time "" when conditional */
};
struct view_open_incident {
    incident_id id;
    enum incident_kind kind; enum level level;
    const char *title, *who;         /* who: "Mara, 20 min" */
    struct view_pill pills[VIEW_PILLS]; int pill_count;
    int selected, waiting_stage;     /* waiting_stage: not on the stage for lack of room */
};
enum view_fact_state { VIEW_FACT_KNOWN, VIEW_FACT_UNASKED, VIEW_FACT_UNKNOWN, VIEW_FACT_WORKING };
struct view_fact {
    enum view_fact_state state;
    fact_id fact;                    /* NOBODY: improvised or a running work */
    uint32_t bit;
    const char *kind, *text;         /* "Impact", "Never asked. Mara: two charters ..." */
    int told;                        /* to the customer in focus */
};
struct view_work {
    work_id work; int32_t instance;  /* instance: when running, else NOBODY */
    const char *title, *detail;      /* "Sanne, 20 to 40 min" / "until 14:44" / why it cannot start */
    int possible, running, consult;
    int32_t who;
    enum refusal why;
};
struct view_customer {
    customer_id id;
    const char *name, *first, *role, *mood_word, *about, *key, *speaks;   /* speaks: who of the team speaks for them, "" */
    incident_id own;                 /* their newest open incident, NOBODY */
    int concerned;                   /* the incident in focus is theirs, or concerns them */
    int calling;                     /* they called just now, and nobody has answered */
    enum mood mood;
    int trust, satisfaction;
    enum tone tone;
    int silence, silent_beyond;      /* seconds; 1 beyond patience with something open */
    const char *line, *line_note;    /* what to say now; why: "opens Bag belt 3", "answer", "furious" */
    struct sim_command line_react;   /* what "Said it" records; kind 0 when the line was said by the script */
    const struct portrait *portrait;
};
struct view_evidence {
    const char *time, *tag, *text, *note;
    enum tone tone;
    int disputable, disputed;
    struct sim_command dispute;      /* toggles the dispute */
    struct sim_command overrule;     /* outcome and words to be filled in */
};
struct view_complaint { int32_t act; const char *text; };
enum { VIEW_COMPLAINTS = 4 };
struct view_deed { int32_t act; const char *text; int32_t member; const char *who; };   /* what the team did, for a voucher; member NOBODY: all of them */
enum { VIEW_DEEDS = 4 };
struct view_promise { int32_t act, part; const char *text, *due; enum tone tone; };
struct view_member { const char *name, *role, *doing; int32_t id; int busy; };
struct view_score { const char *name, *now, *was; enum tone tone; };

struct view_console {
    const char *title, *team, *clock, *left, *pace;
    const char *left_time;           /* the same in short: "12:30 left"; "" when it is over */
    int running, paused, over, warm_up, round_number, rounds;
    int32_t now, to;
    int32_t events;                  /* of the session so far, for focus.heard */
    struct view_sheet_row *sheet; int sheet_count; int sheet_now;   /* sheet_now: index before which the now line stands */
    struct view_open_incident open[VIEW_OPEN]; int open_count;
    incident_id incident; customer_id customer;                     /* in focus, NOBODY when nothing is open */
    const char *incident_title, *lesson;
    struct view_fact facts[LIMIT_FACTS_INCIDENT + 16]; int fact_count;
    struct view_work works[VIEW_WORKS]; int work_count;
    struct view_customer customers[LIMIT_CUSTOMERS]; int customer_count;
    struct view_evidence evidence[VIEW_EVIDENCE]; int evidence_count;
    struct view_promise promises[VIEW_PROMISES]; int promise_count; /* open ones, soonest first */
    struct view_member members[LIMIT_MEMBERS]; int member_count;
    struct view_score scores[SCORE_COUNT + 1];                      /* the fourth: targets / trust */
    const char *preview; enum tone preview_tone; enum refusal preview_refusal;
    const char *preview_told, *preview_fix, *preview_call;
    uint32_t preview_facts;                                         /* bits of the incident's facts that the draft tells */
    int32_t last_claim; const char *last_claim_text;                /* act of the last update on this to this customer, 0; its words */
    int has_conditions;                                             /* conditions of satisfaction can be agreed on */
    int agreed; int32_t milestone;                                  /* conditions were agreed; next milestone to re-test them at */
    struct view_complaint complaints[VIEW_COMPLAINTS]; int complaint_count;   /* open ones of the customer in focus */
    const char *options[LIMIT_OPTIONS]; int option_count;           /* of the contention in focus, with what each means */
    const char *option_names[LIMIT_OPTIONS];                        /* without */
    const char *alert, *alert_text;                                 /* repeated pattern, "" none */
    int32_t alert_pattern;                                          /* enum pattern, NOBODY: what a learning moment now would be about */
    int may_stop;                                                   /* the room has not stopped to learn in this round */
    const char *markers[16]; int marker_count;
    struct view_help help;                                          /* what to ask now, who is idle */
    struct view_deed deeds[VIEW_DEEDS]; int deed_count;             /* the last of the team in this round, newest first */
    struct view_needs needs;                                        /* of the customer in focus: all of them */
    const char *ideas_hint;                                          /* what the moment now open teaches, "" */
};

void view_console_build(struct arena *a, const struct session *s, const struct console_focus *focus, struct view_console *out);
#endif
