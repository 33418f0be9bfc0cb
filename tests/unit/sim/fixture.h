#ifndef TEST_SIM_FIXTURE_H
#define TEST_SIM_FIXTURE_H
/*
 * A small scenario built in C, so that the engine is tested without the pack
 * reader, and short hands for driving it. A warm-up at 08:00, a morning from
 * 09:00 and an afternoon from 13:00, one incident of every kind.
 *
 * A test includes this once; what it does not use costs nothing.
 */
#include "sim/score.h"
#include "sim/sim.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define FIX_UNUSED __attribute__((unused))
#define FIX_TIME(hour, minute) ((hour) * 3600 + (minute) * 60)
#define FIX_BIT(k) (UINT32_C(1) << (k))

enum { FIX_MARA, FIX_INES, FIX_OLOF, FIX_CUSTOMERS };
enum { FIX_CHECK_IN, FIX_BAGS, FIX_SERVICES };
enum { FIX_DESK, FIX_NETWORK, FIX_ROLES };
enum { FIX_WARM_UP, FIX_MORNING, FIX_AFTERNOON, FIX_ROUNDS };
enum {
    FIX_HELLO, FIX_FROZEN, FIX_BADGES, FIX_WHO_FIRST, FIX_KIOSK, FIX_MOVE, FIX_BELT,   /* request, failure, request, contention, opportunity, project, failure */
    FIX_AGAIN, FIX_LIST, FIX_SCALE, FIX_INCIDENTS
};
enum {   /* facts */
    FIX_FROZEN_SYMPTOM, FIX_FROZEN_IMPACT, FIX_FROZEN_CAUSE, FIX_FROZEN_HALL_A, FIX_FROZEN_SLIPS,
    FIX_BADGES_IMPACT, FIX_BELT_IMPACT, FIX_BELT_CAUSE, FIX_AGAIN_IMPACT, FIX_AGAIN_CAUSE, FIX_SCALE_IMPACT, FIX_SCALE_CAUSE, FIX_FACTS
};
enum {   /* works */
    FIX_HELLO_SERVE, FIX_FROZEN_LOOK, FIX_FROZEN_RENEW, FIX_FROZEN_OPEN_A, FIX_BADGES_PRINT, FIX_KIOSK_SHOW, FIX_MOVE_BUILD,
    FIX_BELT_LOOK, FIX_BELT_FIX, FIX_BELT_REPLACE, FIX_AGAIN_LOOK, FIX_AGAIN_FIX, FIX_LIST_MAKE, FIX_SCALE_LOOK, FIX_SCALE_FIX, FIX_WORKS
};
enum { FIX_CALLS, FIX_EVENING, FIX_MOMENTS };
enum { FIX_BOARD, FIX_OUTAGE, FIX_EVENTS };

static const char *const fix_conditions[] = {"Nobody queues twice", "Signs are up before the first flight"};

static FIX_UNUSED struct customer fix_customer(const char *id, int32_t weight, int32_t patience)
{
    struct customer c = {.id = id, .name = id, .role = "", .segment = "", .about = "", .weight = weight,
        .trust = 60, .satisfaction = 65, .patience = patience};
    static const char *const lines[] = {"Well."};
    for (int k = 0; k < MOOD_COUNT; k++)
        c.lines[k] = (struct texts){lines, 1};
    return c;
}

static struct incident fix_incidents[FIX_INCIDENTS];
static struct fact fix_facts[FIX_FACTS];
static struct work fix_works[FIX_WORKS];
static struct moment fix_moments[FIX_MOMENTS];
static struct event fix_events[FIX_EVENTS];
static struct condition fix_condition_list[16];
static struct marker fix_markers[2];
static struct improvement fix_improvements[IMPROVE_COUNT];   /* one for each effect, in their order */
static struct card fix_cards[2];
static struct survey_question fix_questions[1];
static struct scenario fix_scenario;

static FIX_UNUSED void fix_incident(int32_t i, enum incident_kind kind, customer_id reporter, service_id service, enum level impact, round_id round, int32_t at)
{
    fix_incidents[i] = (struct incident){.id = "incident", .title = "", .says = "Something is up.", .stage = "", .lesson = "",
        .kind = kind, .reporter = reporter, .service = service, .impact = impact, .round = round, .at = at, .opens = NOBODY,
        .between = {NOBODY, NOBODY}, .decider = NOBODY, .recurs = NOBODY, .root_cause = {.answer = -1, .prevents = NOBODY},
        .restore = service == NOBODY ? 0 : 3600};
}

static FIX_UNUSED void fix_fact(int32_t f, incident_id i, enum fact_kind kind, customer_id ask, uint32_t needs, uint32_t matters)
{
    fix_facts[f] = (struct fact){.id = "fact", .text = "", .answer = "Yes.", .kind = kind, .incident = i, .ask = ask,
        .question = kind == FACT_IMPACT ? ASK_IMPACT : ASK_IDEAS, .matters = matters, .needs = needs, .deadline = -1};
    if (fix_incidents[i].fact_count++ == 0)
        fix_incidents[i].first_fact = f;
}

static FIX_UNUSED void fix_work(int32_t w, incident_id i, enum work_kind kind, role_id role, int32_t low, int32_t high, int32_t sets)
{
    fix_works[w] = (struct work){.id = "work", .title = "", .kind = kind, .incident = i, .role = role, .minutes_low = low * 60,
        .minutes_high = high * 60, .consult = NOBODY, .harm_text = "", .falls_back_text = "", .sets = sets};
    if (fix_incidents[i].work_count++ == 0)
        fix_incidents[i].first_work = w;
}

static FIX_UNUSED void fix_build_frozen(void)
{
    fix_incident(FIX_FROZEN, INCIDENT_FAILURE, FIX_MARA, FIX_CHECK_IN, LEVEL_DOWN, FIX_MORNING, FIX_TIME(9, 5));
    fix_incidents[FIX_FROZEN].major = 1;
    fix_fact(FIX_FROZEN_SYMPTOM, FIX_FROZEN, FACT_SYMPTOM, NOBODY, 0, FIX_BIT(FIX_MARA));
    fix_facts[FIX_FROZEN_SYMPTOM].known = 1;
    fix_fact(FIX_FROZEN_IMPACT, FIX_FROZEN, FACT_IMPACT, FIX_MARA, 0, FIX_BIT(FIX_MARA));
    fix_fact(FIX_FROZEN_CAUSE, FIX_FROZEN, FACT_CAUSE, NOBODY, 0, FIX_BIT(FIX_MARA));
    fix_fact(FIX_FROZEN_HALL_A, FIX_FROZEN, FACT_WORKAROUND, FIX_INES, FIX_BIT(1), FIX_BIT(FIX_MARA));
    fix_fact(FIX_FROZEN_SLIPS, FIX_FROZEN, FACT_BAD_NEWS, NOBODY, 0, FIX_BIT(FIX_MARA) | FIX_BIT(FIX_INES));
    fix_work(FIX_FROZEN_LOOK, FIX_FROZEN, WORK_INVESTIGATE, FIX_NETWORK, 6, 12, -1);
    fix_works[FIX_FROZEN_LOOK].reveals = FIX_BIT(2) | FIX_BIT(4);
    fix_work(FIX_FROZEN_RENEW, FIX_FROZEN, WORK_CHANGE, FIX_NETWORK, 20, 30, LEVEL_RUNNING);
    fix_works[FIX_FROZEN_RENEW].needs = FIX_BIT(2);
    fix_works[FIX_FROZEN_RENEW].consult = FIX_MARA;
    fix_works[FIX_FROZEN_RENEW].harm_chance = 100;
    fix_work(FIX_FROZEN_OPEN_A, FIX_FROZEN, WORK_WORKAROUND, FIX_DESK, 4, 4, LEVEL_DEGRADED);
    fix_works[FIX_FROZEN_OPEN_A].needs = FIX_BIT(3);
    fix_condition_list[0] = (struct condition){.op = COND_ALL, .ref = NOBODY, .first_child = 1, .next = NOBODY};
    fix_condition_list[1] = (struct condition){.op = COND_AFTER, .ref = NOBODY, .value = 8 * 60, .first_child = NOBODY, .next = 2};
    fix_condition_list[2] = (struct condition){.op = COND_SILENT, .ref = FIX_MARA, .first_child = NOBODY, .next = NOBODY};
    fix_moments[FIX_CALLS] = (struct moment){.id = "mara-calls", .incident = FIX_FROZEN, .when = 0, .score = SCORE_INVOLVING,
        .speaker = NOBODY, .says = "Is anyone on it?", .within = 180, .met = "", .partly_text = "", .missed = "", .broken_text = "",
        .idea = "", .teaches = "",
        .expects = {.acts = FIX_BIT(ACT_UPDATE) | FIX_BIT(ACT_ASK), .to = FIX_MARA, .work = NOBODY},
        .partly = {.acts = FIX_BIT(ACT_ACKNOWLEDGE), .to = FIX_MARA, .work = NOBODY},
        .broken = {.acts = FIX_BIT(ACT_BLAME), .to = NOBODY, .work = NOBODY}};
    fix_incidents[FIX_FROZEN].first_moment = FIX_CALLS;
    fix_incidents[FIX_FROZEN].moment_count = 1;
}

static FIX_UNUSED void fix_build_morning(void)
{
    fix_incident(FIX_BADGES, INCIDENT_REQUEST, FIX_OLOF, NOBODY, LEVEL_WAITING, FIX_MORNING, FIX_TIME(9, 20));
    fix_incidents[FIX_BADGES].value = 500;
    fix_incidents[FIX_BADGES].lapses = 5400;
    fix_fact(FIX_BADGES_IMPACT, FIX_BADGES, FACT_IMPACT, FIX_OLOF, 0, FIX_BIT(FIX_OLOF));
    fix_work(FIX_BADGES_PRINT, FIX_BADGES, WORK_CHANGE, FIX_DESK, 8, 12, LEVEL_RUNNING);
    fix_incident(FIX_WHO_FIRST, INCIDENT_CONTENTION, FIX_MARA, NOBODY, LEVEL_WAITING, FIX_MORNING, FIX_TIME(9, 40));
    fix_incidents[FIX_WHO_FIRST].between[0] = FIX_FROZEN;
    fix_incidents[FIX_WHO_FIRST].between[1] = FIX_BADGES;
    fix_incidents[FIX_WHO_FIRST].decider = FIX_INES;
    fix_incidents[FIX_WHO_FIRST].option_count = 2;
    fix_incidents[FIX_WHO_FIRST].options[0] = (struct option){"hall", "The hall first", "Badges wait", FIX_FROZEN};
    fix_incidents[FIX_WHO_FIRST].options[1] = (struct option){"badges", "Badges first", "The hall waits", FIX_BADGES};
    fix_incident(FIX_KIOSK, INCIDENT_OPPORTUNITY, FIX_INES, NOBODY, LEVEL_WAITING, FIX_MORNING, FIX_TIME(10, 10));
    fix_incidents[FIX_KIOSK].lapses = 1800;
    fix_incidents[FIX_KIOSK].value = 1000;
    fix_work(FIX_KIOSK_SHOW, FIX_KIOSK, WORK_CHANGE, NOBODY, 8, 8, LEVEL_RUNNING);
    fix_incident(FIX_MOVE, INCIDENT_PROJECT, FIX_INES, NOBODY, LEVEL_WAITING, FIX_MORNING, FIX_TIME(9, 10));
    fix_incidents[FIX_MOVE].milestone_count = 3;
    fix_incidents[FIX_MOVE].milestones[0] = (struct milestone){"plan", "Plan", FIX_TIME(10, 0)};
    fix_incidents[FIX_MOVE].milestones[1] = (struct milestone){"signs", "Signs", FIX_TIME(10, 40)};
    fix_incidents[FIX_MOVE].milestones[2] = (struct milestone){"open", "Open", FIX_TIME(13, 30)};
    fix_incidents[FIX_MOVE].conditions = (struct texts){fix_conditions, 2};
    fix_work(FIX_MOVE_BUILD, FIX_MOVE, WORK_CHANGE, FIX_DESK, 25, 35, LEVEL_RUNNING);
    fix_works[FIX_MOVE_BUILD].consult = FIX_INES;
    fix_incident(FIX_BELT, INCIDENT_FAILURE, FIX_OLOF, FIX_BAGS, LEVEL_DEGRADED, FIX_MORNING, FIX_TIME(10, 0));
    fix_fact(FIX_BELT_IMPACT, FIX_BELT, FACT_IMPACT, FIX_OLOF, 0, FIX_BIT(FIX_OLOF));
    fix_fact(FIX_BELT_CAUSE, FIX_BELT, FACT_CAUSE, NOBODY, 0, 0);
    fix_work(FIX_BELT_LOOK, FIX_BELT, WORK_INVESTIGATE, NOBODY, 3, 5, -1);
    fix_works[FIX_BELT_LOOK].reveals = FIX_BIT(1);
    fix_work(FIX_BELT_FIX, FIX_BELT, WORK_CHANGE, NOBODY, 5, 6, LEVEL_RUNNING);
    fix_works[FIX_BELT_FIX].falls_back_chance = 100;
    fix_works[FIX_BELT_FIX].falls_back_after = 600;
    fix_work(FIX_BELT_REPLACE, FIX_BELT, WORK_CHANGE, NOBODY, 12, 14, LEVEL_RUNNING);
    fix_works[FIX_BELT_REPLACE].needs = FIX_BIT(1);
    fix_condition_list[6] = (struct condition){.op = COND_AFTER, .ref = NOBODY, .value = 600, .first_child = NOBODY, .next = NOBODY};
    fix_moments[FIX_EVENING] = (struct moment){.id = "evening", .incident = FIX_BELT, .when = 6, .score = SCORE_HONEST,
        .speaker = FIX_OLOF, .says = "Will it hold tonight?", .within = 300, .met = "", .partly_text = "", .missed = "", .broken_text = "",
        .idea = "", .teaches = "", .expects = {.acts = FIX_BIT(ACT_UPDATE), .to = FIX_OLOF, .work = NOBODY},
        .partly = {.to = NOBODY, .work = NOBODY}, .broken = {.to = NOBODY, .work = NOBODY}};
    fix_incidents[FIX_BELT].first_moment = FIX_EVENING;
    fix_incidents[FIX_BELT].moment_count = 1;
}

static FIX_UNUSED void fix_build_afternoon(void)
{
    fix_incident(FIX_AGAIN, INCIDENT_FAILURE, FIX_MARA, FIX_CHECK_IN, LEVEL_DOWN, FIX_AFTERNOON, FIX_TIME(13, 5));
    fix_fact(FIX_AGAIN_IMPACT, FIX_AGAIN, FACT_IMPACT, FIX_MARA, 0, FIX_BIT(FIX_MARA));
    fix_fact(FIX_AGAIN_CAUSE, FIX_AGAIN, FACT_CAUSE, NOBODY, 0, FIX_BIT(FIX_MARA));
    fix_work(FIX_AGAIN_LOOK, FIX_AGAIN, WORK_INVESTIGATE, FIX_NETWORK, 5, 10, -1);
    fix_works[FIX_AGAIN_LOOK].reveals = FIX_BIT(1);
    fix_work(FIX_AGAIN_FIX, FIX_AGAIN, WORK_CHANGE, FIX_NETWORK, 10, 20, LEVEL_RUNNING);
    fix_works[FIX_AGAIN_FIX].needs = FIX_BIT(1);
    fix_works[FIX_AGAIN_FIX].consult = FIX_MARA;
    fix_works[FIX_AGAIN_FIX].harm_chance = 30;
    fix_incident(FIX_LIST, INCIDENT_REQUEST, FIX_INES, NOBODY, LEVEL_WAITING, FIX_AFTERNOON, FIX_TIME(13, 20));
    fix_work(FIX_LIST_MAKE, FIX_LIST, WORK_CHANGE, FIX_DESK, 10, 15, LEVEL_RUNNING);
    fix_incident(FIX_SCALE, INCIDENT_FAILURE, FIX_OLOF, FIX_BAGS, LEVEL_DEGRADED, FIX_AFTERNOON, FIX_TIME(13, 40));
    fix_fact(FIX_SCALE_IMPACT, FIX_SCALE, FACT_IMPACT, FIX_OLOF, 0, FIX_BIT(FIX_OLOF));
    fix_fact(FIX_SCALE_CAUSE, FIX_SCALE, FACT_CAUSE, NOBODY, 0, FIX_BIT(FIX_OLOF));
    fix_work(FIX_SCALE_LOOK, FIX_SCALE, WORK_INVESTIGATE, FIX_NETWORK, 5, 8, -1);
    fix_works[FIX_SCALE_LOOK].reveals = FIX_BIT(1);
    fix_work(FIX_SCALE_FIX, FIX_SCALE, WORK_CHANGE, FIX_NETWORK, 10, 15, LEVEL_RUNNING);
    fix_works[FIX_SCALE_FIX].needs = FIX_BIT(1);
}

static FIX_UNUSED void fix_build_events(void)
{
    fix_condition_list[7] = (struct condition){.op = COND_AT, .ref = NOBODY, .value = FIX_TIME(10, 30), .first_child = NOBODY, .next = NOBODY};
    fix_events[FIX_BOARD] = (struct event){.id = "board", .title = "The board calls", .says = "What is going on?", .round = FIX_MORNING,
        .when = 7, .speaker = FIX_INES, .tags = 1, .effects = {{EFFECT_TRUST, FIX_INES, -2}, {EFFECT_OFFER, 0, 1}}, .effect_count = 2};
    fix_condition_list[8] = (struct condition){.op = COND_AT, .ref = NOBODY, .value = FIX_TIME(14, 0), .first_child = NOBODY, .next = NOBODY};
    fix_events[FIX_OUTAGE] = (struct event){.id = "outage", .title = "Rain", .says = "", .round = FIX_AFTERNOON, .when = 8,
        .speaker = NOBODY, .effects = {{EFFECT_SERVICE, FIX_BAGS, LEVEL_DOWN}}, .effect_count = 1};
}

/* What stands between the rounds: the frozen hall comes again in the afternoon unless its root cause is found. */
static FIX_UNUSED void fix_build_between(struct scenario *sc)
{
    for (int32_t k = 0; k < IMPROVE_COUNT; k++)
        fix_improvements[k] = (struct improvement){"improvement", "", "", (enum improvement_effect)k};
    fix_incidents[FIX_FROZEN].root_cause.answer = SPINE_PROCESS;
    fix_incidents[FIX_FROZEN].root_cause.prevents = FIX_AGAIN;
    fix_incidents[FIX_AGAIN].recurs = FIX_FROZEN;
    sc->improvements = fix_improvements, sc->improvement_count = IMPROVE_COUNT;
    sc->cards = fix_cards, sc->card_count = 2;
    sc->survey = fix_questions, sc->survey_count = 1;
}

/* The scenario, built once. */
static FIX_UNUSED const struct scenario *fix(void)
{
    struct scenario *sc = &fix_scenario;
    if (sc->incidents != NULL)
        return sc;
    *sc = (struct scenario){.format = 1, .id = "fixture", .title = "Fixture", .language = "en", .value_unit = "EUR",
        .rules = {.fix_times = FIX_TIMES_WELCOME, .bad_news_within = 300, .withhold_within = 900, .trust_gate = 70,
                  .conversation = 120, .pace = 60, .fixed_holds = 1200, .commitment_within = 300}};
    sc->customers[FIX_MARA] = fix_customer("mara", 3, 480);
    sc->customers[FIX_INES] = fix_customer("ines", 2, 600);
    sc->customers[FIX_OLOF] = fix_customer("olof", 1, 900);
    sc->customer_count = FIX_CUSTOMERS;
    sc->services[FIX_CHECK_IN] = (struct service){"check-in", "Check-in", 900, 300, 3600, "", ""};
    sc->services[FIX_BAGS] = (struct service){"bags", "Bags", 100, 600, 3600, "", ""};
    sc->service_count = FIX_SERVICES;
    sc->roles[FIX_DESK] = (struct role){"desk", "Desk", "", 1, 2};
    sc->roles[FIX_NETWORK] = (struct role){"network", "Network", "", 1, 2};
    sc->role_count = FIX_ROLES;
    sc->rounds[FIX_WARM_UP] = (struct round){.id = "warm", .title = "", .from = FIX_TIME(8, 0), .to = FIX_TIME(8, 10), .warm_up = 1};
    sc->rounds[FIX_MORNING] = (struct round){.id = "morning", .title = "", .from = FIX_TIME(9, 0), .to = FIX_TIME(11, 0)};
    sc->rounds[FIX_AFTERNOON] = (struct round){.id = "afternoon", .title = "", .from = FIX_TIME(13, 0), .to = FIX_TIME(15, 0)};
    sc->round_count = FIX_ROUNDS;
    fix_incident(FIX_HELLO, INCIDENT_REQUEST, FIX_MARA, NOBODY, LEVEL_WAITING, FIX_WARM_UP, FIX_TIME(8, 1));
    fix_work(FIX_HELLO_SERVE, FIX_HELLO, WORK_CHANGE, NOBODY, 2, 2, LEVEL_RUNNING);
    fix_build_frozen();
    fix_build_morning();
    fix_build_afternoon();
    fix_build_events();
    fix_markers[0] = (struct marker){"looks-up", "Looks at the customer", SCORE_INVOLVING, 1};
    fix_markers[1] = (struct marker){"looks-down", "Looks at the card", SCORE_INVOLVING, 0};
    sc->incidents = fix_incidents, sc->incident_count = FIX_INCIDENTS;
    sc->facts = fix_facts, sc->fact_count = FIX_FACTS;
    sc->works = fix_works, sc->work_count = FIX_WORKS;
    sc->moments = fix_moments, sc->moment_count = FIX_MOMENTS;
    sc->events = fix_events, sc->event_count = FIX_EVENTS;
    sc->conditions = fix_condition_list, sc->condition_count = 9;
    sc->markers = fix_markers, sc->marker_count = 2;
    fix_build_between(sc);
    return sc;
}

static FIX_UNUSED struct sim_setup fix_setup(uint64_t seed)
{
    struct sim_setup setup = {.seed = seed, .member_count = 4, .roles = {FIX_DESK, FIX_NETWORK, FIX_NETWORK, NOBODY}};
    return setup;
}

/* --- playing --- */

struct play {
    const struct scenario *sc;
    struct sim_state state;
    struct sim_events made;        /* events of the last command */
    FILE *listing;                 /* NULL: quiet */
};

/* Mara calls at that time whether she was spoken to or not; without it only when nobody spoke with her. 0: as ever. */
static FIX_UNUSED void fix_calls_anyway(int32_t at)
{
    fix_moments[FIX_CALLS].when = at > 0 ? 3 : 0;
    fix_condition_list[3] = (struct condition){.op = COND_AT, .ref = NOBODY, .value = at, .first_child = NOBODY, .next = NOBODY};
}

static FIX_UNUSED struct play *play_new(uint64_t seed)
{
    struct play *p = calloc(1, sizeof *p);
    struct sim_setup setup = fix_setup(seed);
    assert_non_null(p);
    p->sc = fix();
    fix_calls_anyway(0);
    sim_begin(&p->state, p->sc, &setup);
    return p;
}

static FIX_UNUSED void play_list(const struct play *p)
{
    for (int32_t k = 0; p->listing != NULL && k < p->made.count; k++) {
        const struct sim_event *e = &p->made.items[k];
        if (e->kind == SIM_EV_TIME || e->kind == SIM_EV_MINUTE)
            continue;
        fprintf(p->listing, "%02d:%02d:%02d %s", e->at / 3600, e->at / 60 % 60, e->at % 60, sim_event_word(e->kind));
        if (e->kind == SIM_EV_MOMENT_OPENED || e->kind == SIM_EV_MOMENT_SETTLED)
            fprintf(p->listing, " %s", moment_source_word(e->v[0]));
        if (e->kind == SIM_EV_MOMENT_SETTLED)
            fprintf(p->listing, " %s", outcome_word(e->moment_settled.outcome));
        if (e->kind == SIM_EV_TRUST || e->kind == SIM_EV_SATISFACTION)
            fprintf(p->listing, " %s", reason_word(e->trust.reason));
        for (int32_t f = 0; f < sim_event_field_count(e->kind); f++)
            fprintf(p->listing, " %d", e->v[f]);
        fputc('\n', p->listing);
    }
}

static FIX_UNUSED enum refusal play_try(struct play *p, const struct sim_command *c)
{
    enum refusal why = sim_decide(&p->state, p->sc, c, &p->made);
    for (int32_t k = 0; why == REFUSAL_NONE && k < p->made.count; k++)
        sim_apply(&p->state, p->sc, &p->made.items[k]);
    play_list(p);
    return why;
}

static FIX_UNUSED void play_do(struct play *p, const struct sim_command *c)
{
    assert_string_equal(refusal_word(play_try(p, c)), "none");
}

static FIX_UNUSED void play_start(struct play *p, round_id round)
{
    struct sim_command c = sim_command_make(SIM_CMD_START_ROUND);
    c.start_round.round = round;
    play_do(p, &c);
}

static FIX_UNUSED void play_to(struct play *p, int32_t to)
{
    struct sim_command c = sim_command_make(SIM_CMD_ADVANCE);
    c.advance.to = to;
    if (to > p->state.now)
        play_do(p, &c);
}

static FIX_UNUSED void play_end(struct play *p)
{
    play_to(p, p->sc->rounds[p->state.round].to);
    struct sim_command c = sim_command_make(SIM_CMD_END_ROUND);
    play_do(p, &c);
}

static FIX_UNUSED struct sim_command cmd_ask(incident_id i, customer_id c, enum question q)
{
    struct sim_command x = sim_command_make(SIM_CMD_ASK);
    x.ask.incident = i, x.ask.customer = c, x.ask.question = (int32_t)q;
    return x;
}

static FIX_UNUSED struct sim_command cmd_update(incident_id i, customer_id c, enum claim claim)
{
    struct sim_command x = sim_command_make(SIM_CMD_UPDATE);
    x.update.incident = i, x.update.customer = c, x.update.claim = (int32_t)claim;
    return x;
}

static FIX_UNUSED void play_ask(struct play *p, incident_id i, customer_id c, enum question q)
{
    struct sim_command x = cmd_ask(i, c, q);
    play_do(p, &x);
}

/* next_call: seconds, -1 none. */
static FIX_UNUSED int32_t play_update(struct play *p, incident_id i, customer_id c, enum claim claim, int32_t next_call)
{
    struct sim_command x = cmd_update(i, c, claim);
    x.update.next_call = next_call;
    play_do(p, &x);
    return p->state.acts;
}

static FIX_UNUSED enum refusal play_work(struct play *p, work_id w)
{
    struct sim_command x = sim_command_make(SIM_CMD_WORK);
    x.work.work = w;
    return play_try(p, &x);
}

/* Commands with one field. */
static FIX_UNUSED enum refusal play_one(struct play *p, enum sim_command_kind kind, int32_t field)
{
    struct sim_command x = sim_command_make(kind);
    x.v[0] = field;
    return play_try(p, &x);
}

static FIX_UNUSED int32_t play_promise(struct play *p, incident_id i, customer_id c, int32_t due)
{
    struct sim_command x = sim_command_make(SIM_CMD_PROMISE);
    x.promise.incident = i, x.promise.customer = c, x.promise.due = due;
    play_do(p, &x);
    return p->state.acts;
}

static FIX_UNUSED enum refusal play_two(struct play *p, enum sim_command_kind kind, int32_t first, int32_t second)
{
    struct sim_command x = sim_command_make(kind);
    x.v[0] = first, x.v[1] = second;
    return play_try(p, &x);
}

/* --- looking --- */

/* Outcome of the first such moment, -1 when it does not exist. customer and nth NOBODY: any. */
static FIX_UNUSED int32_t seen_outcome(const struct play *p, int32_t source, int32_t subject, int32_t customer, int32_t nth)
{
    for (int32_t k = 0; k < p->state.moment_count; k++) {
        const struct sim_moment *m = &p->state.moments[k];
        if (m->source == source && m->subject == subject && (customer < 0 || m->customer == customer) && (nth < 0 || m->nth == nth))
            return m->outcome;
    }
    return -1;
}

static FIX_UNUSED int32_t seen_moments(const struct play *p, int32_t source, int32_t subject)
{
    int32_t count = 0;
    for (int32_t k = 0; k < p->state.moment_count; k++)
        count += p->state.moments[k].source == source && p->state.moments[k].subject == subject;
    return count;
}

/* Events of that kind in the last decision. */
static FIX_UNUSED int32_t made_count(const struct play *p, int32_t kind)
{
    int32_t count = 0;
    for (int32_t k = 0; k < p->made.count; k++)
        count += p->made.items[k].kind == kind;
    return count;
}

/* Change of the customer's trust by that reason in the last decision, thousandths. */
static FIX_UNUSED int32_t made_trust(const struct play *p, customer_id c, int32_t reason)
{
    int32_t sum = 0;
    for (int32_t k = 0; k < p->made.count; k++)
        if (p->made.items[k].kind == SIM_EV_TRUST && p->made.items[k].trust.customer == c && p->made.items[k].trust.reason == reason)
            sum += p->made.items[k].trust.delta;
    return sum;
}
#endif
