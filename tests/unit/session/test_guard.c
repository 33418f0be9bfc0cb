/*
 * What the engine makes is always let through; what somebody made up never
 * reaches beyond the state. A monkey that tries every command makes courses
 * with events of every kind; then single figures in them are changed.
 */
#include "../sim/fixture.h"

#include "session/guard.h"
#include "session/session.h"

enum { STEPS = 1500, COURSES = 8, CHANGES = 4000 };

static uint32_t draw_state;
static int32_t draw(int32_t below)
{
    draw_state = draw_state * 1664525u + 1013904223u;
    return (int32_t)((draw_state >> 8) % (uint32_t)below);
}

/* A figure that is often meaningful: an ordinal, a time soon, or nobody. */
static int32_t any_figure(const struct sim_state *s)
{
    switch (draw(8)) {
    case 0: return NOBODY;
    case 1: return s->now + draw(1800);
    case 2: return s->acts - draw(12);
    case 3: return draw(40);
    default: return draw(5);
    }
}

static incident_id open_incident(const struct sim_state *s)
{
    incident_id i = draw(s->incident_count);
    for (int n = 0; n < s->incident_count && s->incidents[i].open != 1; n++)
        i = (i + 1) % s->incident_count;
    return i;
}

/* Mostly to somebody whom it concerns, about something that is open. */
static void make_sense(struct sim_command *c, const struct sim_state *s)
{
    incident_id i = open_incident(s);
    customer_id who = s->incidents[i].reporter;
    switch (c->kind) {
    case SIM_CMD_UPDATE:
        c->update.facts = c->update.improvised = SIM_FACTS_DEFAULT;
        c->update.fix_by = draw(4) == 0 ? s->now + 900 : -1;
        c->update.next_call = draw(2) == 0 ? s->now + 300 : -1;
        c->update.corrects = 0;
        break;
    case SIM_CMD_PROMISE:
        c->promise.due = s->now + 60 + draw(900);
        break;
    case SIM_CMD_LOG_COMPLAINT:
        c->log_complaint.customer = who, c->log_complaint.incident = i;
        c->log_complaint.owner = draw(4), c->log_complaint.due = s->now + 600;
        return;
    case SIM_CMD_DISPUTE:
    case SIM_CMD_OVERRULE:
        if (s->moment_count > 0)
            memcpy(&c->v[1], &s->moments[draw(s->moment_count)], 4 * sizeof c->v[1]);
        c->dispute.aim = 0;
        return;
    case SIM_CMD_WORK:
        c->work.work = draw(FIX_WORKS), c->work.member = NOBODY;
        return;
    case SIM_CMD_START_ROUND:
        c->start_round.round = s->round + 1;
        return;
    default:
        break;
    }
    if (sim_command_is_act(c->kind))
        c->v[0] = i, c->v[1] = who;
}

static struct session *monkey(uint32_t seed)
{
    struct session *s = NULL;
    struct session_setup setup = {.member_count = 4, .seed = seed,
        .members = {{"a", FIX_DESK}, {"b", FIX_NETWORK}, {"c", FIX_NETWORK}, {"d", NOBODY}}};
    const char *const words[2] = {"a word", "another"};
    draw_state = seed * 2654435761u;
    assert_int_equal(session_scratch(&s, fix(), &setup), ERR_NONE);
    for (int step = 0; step < STEPS; step++) {
        struct submit_result r;
        const struct sim_state *state = session_state(s);
        struct sim_command c = sim_command_make((enum sim_command_kind)(1 + draw(SIM_CMD_COUNT - 1)));
        for (int f = 0; f < SIM_COMMAND_FIELDS; f++)
            c.v[f] = any_figure(state);
        if (draw(4) > 0)
            make_sense(&c, state);
        if (c.kind == SIM_CMD_ADVANCE)
            c.advance.to = state->now + draw(300);
        if (c.kind == SIM_CMD_LEARN)
            c.learn.on = draw(8) == 0;   /* who stops to learn goes on soon */
        if ((c.kind == SIM_CMD_END_ROUND || c.kind == SIM_CMD_FINISH) && step < STEPS - 60)
            continue;
        session_submit(s, &c, words, &r);
        assert_int_not_equal(r.status, SUBMIT_NOT_STORED);
    }
    return s;
}

/* A team that works without asking and speaks to nobody: silences, and the harm of a blind change. */
static struct session *silent(void)
{
    struct session *s = NULL;
    struct session_setup setup = {.member_count = 2, .seed = 1, .members = {{"a", FIX_NETWORK}, {"b", FIX_DESK}}};
    struct submit_result r;
    struct sim_command begin = sim_command_make(SIM_CMD_START_ROUND), work = sim_command_make(SIM_CMD_WORK);
    assert_int_equal(session_scratch(&s, fix(), &setup), ERR_NONE);
    begin.start_round.round = FIX_MORNING;
    session_submit(s, &begin, NULL, &r);
    for (int32_t t = FIX_TIME(9, 6); t < FIX_TIME(11, 0); t += 600) {
        session_advance(s, t, &r);
        work.work.member = NOBODY;
        work.work.work = t < FIX_TIME(9, 20) ? FIX_FROZEN_LOOK : FIX_FROZEN_RENEW;
        session_submit(s, &work, NULL, &r);
    }
    return s;
}

static void give(struct session *s, enum sim_command_kind kind, int32_t first, int32_t second, int32_t third, int32_t fourth)
{
    struct submit_result r;
    const char *const words[2] = {"a word", "another"};
    struct sim_command c = sim_command_make(kind);
    const int32_t v[] = {first, second, third, fourth};
    for (int k = 0; k < sim_command_field_count(c.kind) && k < 4; k++)
        c.v[k] = v[k];
    session_submit(s, &c, words, &r);
    if (r.status != SUBMIT_DONE)
        fail_msg("%s: status %d, %s", sim_command_word(c.kind), r.status, refusal_word(r.refusal));
}

static void play_morning(struct session *s)
{
    struct submit_result r;
    give(s, SIM_CMD_START_ROUND, FIX_MORNING, 0, 0, 0);
    for (int k = 0; k < 3; k++)
        give(s, SIM_CMD_BLAME, FIX_OLOF, NOBODY, 1, 0);   /* he takes his badges elsewhere */
    session_advance(s, FIX_TIME(9, 30), &r);
    give(s, SIM_CMD_AGREE_CONDITIONS, FIX_MOVE, FIX_INES, 0, 0);
    give(s, SIM_CMD_LEARN, 1, NOBODY, 0, 0);
    give(s, SIM_CMD_COMMIT, 0, 3, NOBODY, 0);
    give(s, SIM_CMD_LEARN, 0, NOBODY, 0, 0);
    session_advance(s, FIX_TIME(11, 0), &r);
    give(s, SIM_CMD_END_ROUND, 0, 0, 0, 0);
}

/* A room that uses the time between the rounds, and in which trust is lost and a cause is found. */
static struct session *workshop(void)
{
    struct session *s = NULL;
    struct session_setup setup = {.member_count = 2, .seed = 2, .members = {{"a", FIX_NETWORK}, {"b", FIX_DESK}}};
    struct submit_result r;
    struct sim_command mark = sim_command_make(SIM_CMD_MARK);
    assert_int_equal(session_scratch(&s, fix(), &setup), ERR_NONE);
    give(s, SIM_CMD_CHARTER, 2, 5, 0, 0);
    play_morning(s);
    mark.mark.what = PLEDGE_CHARTER, mark.mark.slot = 2, mark.mark.outcome = OUTCOME_PARTLY;
    session_submit(s, &mark, NULL, &r);
    give(s, SIM_CMD_IMPROVE, IMPROVE_ROOT_CAUSE, 1, FIX_FROZEN, SPINE_PROCESS);
    give(s, SIM_CMD_IMPROVE, IMPROVE_AMBASSADOR, 1, NOBODY, NOBODY);
    give(s, SIM_CMD_AMBASSADOR, FIX_MARA, 1, 0, 0);
    give(s, SIM_CMD_TALLY, TALLY_SURVEY, 0, 4, 7);
    give(s, SIM_CMD_CARD_SHEET, 1, 3, 0, 0);
    give(s, SIM_CMD_MONDAY, 1, 0, 30, 0);
    give(s, SIM_CMD_FOLLOW_UP, 1, 30, OUTCOME_PARTLY, 0);
    give(s, SIM_CMD_START_ROUND, FIX_AFTERNOON, 0, 0, 0);
    session_advance(s, FIX_TIME(13, 30), &r);
    return s;
}

static struct sim_state *fresh(const struct session *s)
{
    struct sim_state *state = calloc(1, sizeof *state);
    struct sim_setup setup;
    session_sim_setup(session_setup(s), &setup);
    sim_begin(state, fix(), &setup);
    return state;
}

static void test_the_engine_is_let_through(void **state)
{
    (void)state;
    int seen[SIM_EV_COUNT] = {0}, kinds = 0;
    for (uint32_t seed = 0; seed <= COURSES; seed++) {
        struct session *s = seed == 0 ? silent() : seed == 1 ? workshop() : monkey(seed);
        struct sim_state *now = fresh(s);
        for (int32_t i = 0; i < session_event_count(s); i++) {
            const struct sim_event *e = session_event_at(s, i);
            if (!guard_event(now, fix(), e))
                fail_msg("event %d of course %u, %s %d %d %d %d %d %d, was not let through", i, seed,
                         sim_event_word(e->kind), e->v[0], e->v[1], e->v[2], e->v[3], e->v[4], e->v[5]);
            sim_apply(now, fix(), e);
            seen[e->kind]++;
        }
        assert_true(sim_digest(now, fix()) == session_digest(s));
        free(now);
        session_close(s);
    }
    for (int k = 1; k < SIM_EV_COUNT; k++)
        kinds += seen[k] > 0;
    for (int k = 1; k < SIM_EV_COUNT; k++)
        if (seen[k] == 0)
            print_message("no %s among the events\n", sim_event_word(k));
    assert_int_equal(kinds, SIM_EV_COUNT - 1);
}

static int32_t wild(void)
{
    static const int32_t figures[] = {-1, -2, INT32_MIN, INT32_MAX, 65536, 4096, 1024, 464, 7, 6, 5, 4, 3, 1000000};
    return draw(3) == 0 ? draw(100) - 50 : figures[draw((int32_t)(sizeof figures / sizeof *figures))];
}

/* One figure changed: refused, or harmless, which the sanitizers judge. The state stays such that it can be counted. */
static void test_changed_figures_do_no_harm(void **state)
{
    (void)state;
    int refused = 0, applied = 0;
    struct session *s = monkey(3);
    struct sim_state *at = fresh(s), *now = calloc(1, sizeof *now);
    int32_t position = 0;
    for (int n = 0; n < CHANGES; n++) {
        int32_t target = (int32_t)((int64_t)session_event_count(s) * n / CHANGES);
        for (; position < target; position++)
            sim_apply(at, fix(), session_event_at(s, position));
        struct sim_event e = *session_event_at(s, target);
        e.v[draw(sim_event_field_count(e.kind))] = wild();
        if (draw(10) == 0)
            e.at = wild();
        if (!guard_event(at, fix(), &e)) {
            refused++;
            continue;
        }
        sim_copy(now, at, fix());
        sim_apply(now, fix(), &e);
        for (int32_t i = target + 1;
             i < session_event_count(s) && i < target + 30 && guard_event(now, fix(), session_event_at(s, i)); i++)
            sim_apply(now, fix(), session_event_at(s, i));
        assert_true(sim_digest(now, fix()) != 0);
        applied++;
    }
    assert_true(refused > CHANGES / 10 && applied > CHANGES / 10);
    free(at);
    free(now);
    session_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_the_engine_is_let_through),
                                       cmocka_unit_test(test_changed_figures_do_no_harm)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
