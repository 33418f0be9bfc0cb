#ifndef MODEL_SCENARIO_H
#define MODEL_SCENARIO_H
/*
 * A scenario: what a pack says, read and checked, never changed afterwards.
 * Member names are the keys of the pack format; where a key holds a list of
 * things with ids, the things lie flat in one array of the scenario and their
 * owner has `first_…` and `…_count`. A reference is the ordinal in that
 * array; NOBODY (-1) where there is none.
 *
 * Times are seconds since midnight of the scenario's first day; a round that
 * starts earlier on the clock than the one before it ended is the next day.
 * Spans are seconds. Trust and satisfaction are 0 to 100.
 * All strings are never NULL ("" when absent) and belong to the scenario's arena.
 */
#include "base/arena.h"
#include "model/limits.h"
#include <stdint.h>

enum { NOBODY = -1 };

typedef int32_t customer_id;
typedef int32_t service_id;
typedef int32_t role_id;
typedef int32_t round_id;
typedef int32_t incident_id;   /* from incident_count on: injected by the facilitator */
typedef int32_t fact_id;
typedef int32_t work_id;
typedef int32_t moment_id;     /* a scripted moment */
typedef int32_t event_id;
typedef int32_t condition_id;

enum score { SCORE_INVOLVING, SCORE_HONEST, SCORE_FOLLOW, SCORE_COUNT };   /* "involving", "honest", "follow-through" */
enum mood { MOOD_DELIGHTED, MOOD_CALM, MOOD_WORRIED, MOOD_ANNOYED, MOOD_FURIOUS, MOOD_COUNT };
enum need_kind { NEED_BASIC, NEED_SATISFIER, NEED_DELIGHTER, NEED_COUNT };
enum incident_kind { INCIDENT_FAILURE, INCIDENT_REQUEST, INCIDENT_PROJECT, INCIDENT_OPPORTUNITY, INCIDENT_CONTENTION, INCIDENT_KIND_COUNT };
/* How badly a service (or, for an incident, its service) does. For requests and the like: DOWN and DEGRADED do not occur, WAITING until served. */
enum level { LEVEL_RUNNING, LEVEL_DEGRADED, LEVEL_DOWN, LEVEL_WAITING, LEVEL_COUNT };  /* "running","degraded","down","waiting" */
enum fact_kind { FACT_SYMPTOM, FACT_IMPACT, FACT_CAUSE, FACT_WORKAROUND, FACT_CONSTRAINT, FACT_EXPECTATION, FACT_PRIORITY, FACT_BAD_NEWS, FACT_KIND_COUNT };
enum work_kind { WORK_INVESTIGATE, WORK_WORKAROUND, WORK_CHANGE, WORK_VERIFY, WORK_KIND_COUNT };
/* What is asked. A fact with `ask` answers the question of its kind unless it says another in `question`:
 * impact: impact · priority: urgency · expectation, constraint: expectation · workaround, cause, symptom, bad-news: ideas. */
enum question { ASK_IMPACT, ASK_URGENCY, ASK_EXPECTATION, ASK_IDEAS, ASK_GO_AHEAD, ASK_CONFIRMATION, ASK_FEEDBACK, ASK_COUNT };
/* From weakest to strongest as customers hear it. */
enum claim { CLAIM_DO_NOT_KNOW, CLAIM_FINDING_OUT, CLAIM_KNOW_WHY, CLAIM_WAY_AROUND, CLAIM_UNDER_CONTROL, CLAIM_FIXED, CLAIM_CONFIRMED, CLAIM_COUNT };
enum fix_times { FIX_TIMES_WELCOME, FIX_TIMES_DISCOURAGED };
enum pack_level { PACK_STARTER, PACK_REGULAR, PACK_ADVANCED };

enum condition_op {
    COND_AT,            /* value: time of day, absolute seconds */
    COND_AFTER,         /* value: seconds since the owner (incident opened, round begun for events) */
    COND_ALL, COND_ANY, /* children */
    COND_NOT,           /* one child */
    COND_FACT,          /* ref: fact known */
    COND_WORK,          /* ref: work; value: enum work_stage */
    COND_SERVICE,       /* ref: service; value: enum level */
    COND_TRUST,         /* ref: customer; side and value: "below": 30 or "from": 70 */
    COND_SATISFACTION,  /* as COND_TRUST */
    COND_SILENT,        /* ref: customer; value: seconds without contact, 0: the customer's patience */
    COND_PROMISE,       /* ref: customer; value: enum promise_stage */
    COND_INCIDENT,      /* ref: incident; value: enum incident_stage */
    COND_IMPROVEMENT,   /* ref: improvement chosen */
    COND_CHANCE,        /* value: percent, drawn once per owner by the seed */
    COND_COUNT_MOMENTS, /* {"count": "missed", "score": "honest", "from": 3}: ref: enum outcome_word, extra: score or NOBODY, value: at least */
    COND_OP_COUNT
};
enum condition_side { SIDE_NONE, SIDE_BELOW, SIDE_FROM };
enum work_stage { STAGE_STARTED, STAGE_ENDED };
enum promise_stage { STAGE_OPEN, STAGE_KEPT, STAGE_LATE, STAGE_DROPPED };
enum incident_stage { INCIDENT_OPEN, INCIDENT_UNTOUCHED, INCIDENT_RESTORED, INCIDENT_CONFIRMED, INCIDENT_CLOSED };
enum outcome_word { OUTCOME_WORD_MET, OUTCOME_WORD_PARTLY, OUTCOME_WORD_MISSED, OUTCOME_WORD_BROKEN };

struct condition {
    enum condition_op op;
    enum condition_side side;
    int32_t ref, extra, value;
    condition_id first_child;   /* children are linked by next */
    condition_id next;
};

struct texts { const char *const *items; int32_t count; };

struct need { enum need_kind kind; const char *id, *text; };

struct portrait {
    uint32_t skin, hair, clothes;   /* 0xRRGGBB */
    int32_t style;                  /* enum portrait_style */
    int32_t glasses, beard;         /* 0 or 1 */
};
enum portrait_style { HAIR_BALD, HAIR_SHORT, HAIR_LONG, HAIR_BOB, HAIR_BUN, HAIR_CURLY, HAIR_SWEPT, HAIR_SCARF, HAIR_STYLE_COUNT };

struct customer {
    const char *id, *name, *role, *segment, *about;  /* about: for the facilitator's ear: how to play them */
    int32_t weight;                     /* 1 to 5 in the mean of trust and satisfaction */
    int32_t trust, satisfaction;        /* at the start */
    int32_t patience;                   /* seconds of acceptable silence */
    struct portrait portrait;
    struct need needs[LIMIT_NEEDS];
    int32_t need_count;
    struct texts lines[MOOD_COUNT];     /* what they say in each mood, on no particular incident */
};

struct service {
    const char *id, *name;
    int32_t value;                      /* of the organisation's unit, per minute */
    int32_t respond, restore;           /* targets, seconds */
    const char *loss_degraded, *loss_down;   /* what the business loses, in words */
};

struct role { const char *id, *name, *about; int32_t seats_low, seats_high; };

struct fact {
    const char *id, *text;
    enum fact_kind kind;
    incident_id incident;
    int32_t known;                      /* 1: from the opening */
    customer_id ask;                    /* who answers it, NOBODY when it is worked for */
    enum question question;
    const char *answer;                 /* what that customer says */
    uint32_t matters;                   /* bit per customer to whom it must be told */
    uint32_t needs;                     /* bit per fact of the incident that must be known before */
    int32_t deadline;                   /* absolute seconds when the fact is a deadline, else -1 ("deadline": "15:12") */
};

struct work {
    const char *id, *title;
    enum work_kind kind;
    incident_id incident;
    role_id role;                       /* who can do it, NOBODY: anyone */
    int32_t minutes_low, minutes_high;  /* SECONDS; the truth lies inside */
    uint32_t needs;                     /* bit per fact of the incident */
    uint32_t reveals;                   /* bit per fact of the incident, known when it ends */
    customer_id consult;                /* to be asked for the go-ahead first */
    int32_t harm_chance;                /* percent, when started without the go-ahead */
    const char *harm_text;
    int32_t falls_back_chance, falls_back_after;   /* percent, seconds after the end; 0: holds */
    const char *falls_back_text;
    int32_t sets;                       /* enum level after it ended, or -1: changes nothing */
};

struct milestone { const char *id, *title; int32_t at; };

struct option { const char *id, *text, *consequence; incident_id first; };

struct expectation {
    uint32_t acts;                      /* bit per enum act (model/acts.h) that counts */
    customer_id to;                     /* NOBODY: anybody */
    uint32_t questions;                 /* bit per question, 0: any */
    uint32_t claims;                    /* bit per claim, 0: any */
    work_id work;                       /* NOBODY: any */
    uint32_t facts;                     /* bit per fact of the incident that must be told, 0: any */
};

/* A scripted moment of truth. */
struct moment {
    const char *id;
    incident_id incident;
    condition_id when;                  /* opens it; NOBODY: with the incident */
    enum score score;
    customer_id speaker;                /* who says it; the incident's reporter by default */
    const char *says;                   /* "" when nobody speaks */
    struct expectation expects, partly, broken;   /* acts == 0: not used */
    int32_t within;                     /* seconds */
    const char *met, *partly_text, *missed, *broken_text;
    const char *idea;                   /* the source idea, a key of the idea list */
    const char *teaches;                /* one line for the facilitator: what to ask the room */
};

enum effect_kind { EFFECT_SERVICE, EFFECT_TRUST, EFFECT_SATISFACTION, EFFECT_FACT, EFFECT_INCIDENT, EFFECT_OFFER, EFFECT_KIND_COUNT };
struct effect { enum effect_kind kind; int32_t ref, value; };

/* Something that happens without being an incident: somebody walks in, the board calls. */
struct event {
    const char *id, *title, *says;
    round_id round;
    condition_id when;
    customer_id speaker;                /* NOBODY: only a title on the stage */
    uint32_t tags;
    struct effect effects[4];
    int32_t effect_count;
};

enum spine { SPINE_PROCESS, SPINE_PEOPLE, SPINE_TECHNOLOGY, SPINE_POLICY, SPINE_COUNT };
struct root_cause { struct texts spines[SPINE_COUNT]; int32_t answer; incident_id prevents; };

struct incident {
    const char *id, *title, *says, *stage;   /* stage: a neutral line for the card, "" : the symptom */
    enum incident_kind kind;
    customer_id reporter;
    service_id service;                 /* NOBODY for some requests */
    enum level impact;                  /* state it puts its service in */
    int32_t major;
    round_id round;
    int32_t at;                         /* absolute seconds, -1: only by condition */
    condition_id opens;                 /* NOBODY: at `at` */
    int32_t lapses;                     /* seconds after which an unserved request or opportunity goes away, 0: never */
    int32_t restore;                    /* target in seconds, from the service unless said */
    int32_t value;                      /* gained when an opportunity or request is served, in the unit, 0: none */
    uint32_t tags;
    fact_id first_fact;      int32_t fact_count;
    work_id first_work;      int32_t work_count;
    moment_id first_moment;  int32_t moment_count;
    struct milestone milestones[LIMIT_MILESTONES]; int32_t milestone_count;
    struct texts conditions;            /* of satisfaction, for projects and major incidents */
    incident_id between[2];             /* of a contention */
    customer_id decider;
    struct option options[LIMIT_OPTIONS]; int32_t option_count;
    struct root_cause root_cause;       /* answer -1: none */
    incident_id recurs;                 /* the incident this one repeats unless prevented, NOBODY */
    const char *lesson;                 /* one line for the facilitator: why this incident is here */
};

/* Something for the local paper, which knows what the town saw. when NOBODY: it always fits. */
struct story { const char *id, *title, *text; condition_id when; };
/* The round seen from outside: of each list what holds first, at the round's end (sim_paper). paper "": there is none. */
struct front_page {
    const char *paper, *edition, *ask;  /* ask: what to ask the room about it */
    struct story headlines[LIMIT_STORIES]; int32_t headline_count;
    struct story pieces[LIMIT_STORIES];    int32_t piece_count;
};

struct round {
    const char *id, *title;
    int32_t from, to;                   /* absolute seconds */
    int32_t warm_up;                    /* 1: played, never scored */
    struct texts briefing, reflect;
    struct front_page front_page;
};

enum improvement_effect {
    IMPROVE_CALLBACK, IMPROVE_AMBASSADOR, IMPROVE_PROMISE_BOARD, IMPROVE_PRIORITY_RULES, IMPROVE_CONDITIONS,
    IMPROVE_ONE_VOICE, IMPROVE_ROOT_CAUSE, IMPROVE_KNOWN_ERRORS, IMPROVE_DAY_IN_BUSINESS, IMPROVE_CROSS_TRAINING, IMPROVE_COUNT
};
struct improvement { const char *id, *title, *text; enum improvement_effect effect; };
struct survey_question { const char *id, *text; };
/* What the business decides, best first. In a captive market a customer cannot leave; its executives can. */
enum business_verdict { BUSINESS_TRUSTS, BUSINESS_KEEPS, BUSINESS_NOTICE, BUSINESS_LEAVES, BUSINESS_COUNT };   /* "trusts","keeps","on-notice","leaves" */
struct ending { const char *id, *title, *text; condition_id when; enum business_verdict verdict; uint32_t tags; };
enum aspect { ASPECT_ATTITUDE, ASPECT_BEHAVIOUR, ASPECT_CULTURE, ASPECT_COUNT };
struct card { const char *id, *title, *line; enum aspect aspect; };
struct marker { const char *id, *text; enum score score; int32_t good; };  /* observation keys: what the facilitator may see */

struct scenario_rules {
    enum fix_times fix_times;
    int32_t bad_news_within, withhold_within;   /* seconds */
    int32_t trust_gate;
    int32_t conversation;               /* seconds a recorded conversation costs, default 120 */
    int32_t pace;                       /* real tenths of a second per fictional minute, default 60 */
    int32_t fixed_holds;                /* seconds a fix must hold to count as fixed, default 1200 */
    int32_t commitment_within;          /* seconds to answer "when will I hear from you?", default 300 */
};

/* What the pack wants of a workshop of one length: its own choice of rounds, and what stays out. */
struct preset_plan {
    int32_t preset;                     /* enum preset, model/agenda.h */
    uint32_t rounds;                    /* bit per round, the warm-up not among them; 0: as many as fit, from the first */
    uint32_t leave_out;                 /* bit per word of words_phase */
};

struct scenario {
    struct arena *arena;
    int32_t format;
    const char *id, *title, *language, *summary, *author;
    enum pack_level level;
    int32_t players_low, players_high;
    const char *organisation;
    struct texts story;
    const char *value_unit;
    struct scenario_rules rules;
    const char *tags[32]; int32_t tag_count;

    struct customer customers[LIMIT_CUSTOMERS]; int32_t customer_count;
    struct service services[LIMIT_SERVICES];    int32_t service_count;
    struct role roles[LIMIT_ROLES];             int32_t role_count;
    struct round rounds[LIMIT_ROUNDS];          int32_t round_count;
    struct incident *incidents;   int32_t incident_count;
    struct fact *facts;           int32_t fact_count;
    struct work *works;           int32_t work_count;
    struct moment *moments;       int32_t moment_count;
    struct event *events;         int32_t event_count;
    struct condition *conditions; int32_t condition_count;
    struct improvement *improvements;  int32_t improvement_count;
    struct survey_question *survey;    int32_t survey_count;
    struct ending *endings;       int32_t ending_count;
    struct card *cards;           int32_t card_count;
    struct preset_plan presets[LIMIT_PRESETS];  int32_t preset_count;
    struct marker *markers;       int32_t marker_count;   /* the built-in seven unless the pack says others */
};

/* The word for an enum value in packs, scripts and exports; "" out of range. */
const char *score_word(enum score s);
const char *mood_word(enum mood m);
const char *incident_kind_word(enum incident_kind k);
const char *level_word(enum level l);
const char *fact_kind_word(enum fact_kind k);
const char *work_kind_word(enum work_kind k);
const char *question_word(enum question q);
const char *claim_word(enum claim c);
const char *need_kind_word(enum need_kind k);
const char *hair_word(enum portrait_style s);
const char *effect_kind_word(enum effect_kind k);
const char *improvement_word(enum improvement_effect e);
const char *spine_word(enum spine s);
const char *aspect_word(enum aspect a);
const char *business_verdict_word(enum business_verdict v);

/* The claims that say more than "finding out" (from KNOW_WHY on). */
int claim_is_strong(enum claim c);
/* The question that a fact of this kind answers unless the pack says another. */
enum question fact_kind_question(enum fact_kind k);
#endif
