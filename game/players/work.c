/* Working: who starts what, and whom one asks before. */
#include "players/policy.h"
#include "players/player.h"

static int is_careful(const struct turn *t, incident_id i)
{
    return policy_does(t, HABIT_ASK_MORE, i, 1);
}

/* Something of this incident cannot start for want of knowledge, and somebody was not asked yet. */
static int knowledge_may_come(const struct turn *t, incident_id i, int32_t more_than)
{
    int blocked = 0;
    for (int32_t k = 0; k < see_works(t, i) && !blocked; k++) {
        work_id w = see_work_id(t, i, k);
        struct seen_work work = see_work(t, w);
        blocked = work.kind != WORK_INVESTIGATE && work.uses > more_than && see_work_possible(t, w, NOBODY) == REFUSAL_NOT_KNOWN;
    }
    for (customer_id c = 0; blocked && c < see_customers(t); c++)
        for (int q = ASK_IMPACT; q <= ASK_IDEAS; q++)
            if (!see_has_asked(t, i, c, (enum question)q))
                return 1;
    return 0;
}

int policy_is_looking(const struct turn *t, incident_id i)
{
    for (int32_t k = 0; k < see_works(t, i); k++) {
        work_id w = see_work_id(t, i, k);
        if (see_work(t, w).kind != WORK_INVESTIGATE)
            continue;
        enum refusal why = see_work_possible(t, w, NOBODY);
        if (why == REFUSAL_NONE || why == REFUSAL_ALREADY_RUNNING || why == REFUSAL_NO_MEMBER)
            return 1;
    }
    return 0;
}

int policy_is_stuck(const struct turn *t, incident_id i)
{
    if (see_is_worked_on(t, i) || policy_is_looking(t, i))
        return 0;
    for (int32_t k = 0; k < see_works(t, i); k++)
        if (see_work_possible(t, see_work_id(t, i, k), NOBODY) == REFUSAL_NOT_KNOWN)
            return 1;
    return 0;
}

/* Looking, then a way around, then the change; among equals what uses most of what was learned, or what is quickest. */
static int32_t worth(const struct seen_work *w, int careful)
{
    static const int32_t kinds[WORK_KIND_COUNT] = {4000, 3000, 2000, 0};
    return kinds[w->kind] + (careful ? w->uses * 100 : 0) - w->low / 60;
}

/* A hero does it himself, and everything else waits; only what his hands cannot do is left to others. */
static int32_t hand_for(const struct turn *t, work_id w)
{
    return see_kind(t) == PLAYER_HERO && see_work_possible(t, w, 0) != REFUSAL_WRONG_ROLE ? 0 : NOBODY;
}

static int is_sensible(const struct turn *t, incident_id i, work_id w, const struct seen_work *work, int careful)
{
    if (work->kind == WORK_VERIFY || see_works_on(t, i, (enum work_kind)work->kind))
        return 0;
    if (work->kind != WORK_INVESTIGATE && see_works_on(t, i, WORK_CHANGE))
        return 0;
    if (work->kind == WORK_WORKAROUND && see_incident(t, i)->level == LEVEL_RUNNING)
        return 0;
    if (see_work_possible(t, w, hand_for(t, w)) != REFUSAL_NONE)
        return 0;
    return work->kind == WORK_INVESTIGATE || !careful || work->go_ahead || !knowledge_may_come(t, i, work->uses);
}

work_id policy_best_work(const struct turn *t, incident_id i, int careful)
{
    work_id best = NOBODY;
    int32_t most = 0;
    for (int32_t k = 0; k < see_works(t, i); k++) {
        work_id w = see_work_id(t, i, k);
        struct seen_work work = see_work(t, w);
        int32_t value = worth(&work, careful);
        if ((best >= 0 && value <= most) || !is_sensible(t, i, w, &work, careful))
            continue;
        best = w;
        most = value;
    }
    return best;
}

static int waits_for_go_ahead(const struct turn *t, incident_id i, work_id w)
{
    struct seen_work work = see_work(t, w);
    return work.consult >= 0 && !work.go_ahead && policy_does(t, HABIT_GO_AHEAD, i, w);
}

/* Work waits for the question what it is for, and for what good looks like. */
static int may_begin(const struct turn *t, incident_id i)
{
    const struct sim_incident *seen = see_incident(t, i);
    if (see_is_running(t, i) || seen->kind == INCIDENT_CONTENTION || see_is_injected(t, i) || !policy_does(t, HABIT_WORK, i, 0))
        return 0;
    if (seen->impact_asked < 0 && !see_has_asked(t, i, seen->reporter, ASK_IMPACT) && policy_does(t, HABIT_IMPACT, i, 0))
        return 0;
    return !see_has_conditions(t, i) || seen->conditions_agreed >= 0 || !policy_does(t, HABIT_CONDITIONS, i, 0);
}

static int32_t urgency(const struct turn *t, incident_id i)
{
    static const int32_t levels[LEVEL_COUNT] = {0, 2, 3, 2};
    const struct sim_incident *seen = see_incident(t, i);
    return levels[seen->level] + (seen->major ? 4 : 0);
}

static work_id best_noted(struct turn *t, incident_id i)
{
    work_id best = see_note(t, i);
    if (best != SEE_BLANK)
        return best;
    best = may_begin(t, i) ? policy_best_work(t, i, is_careful(t, i)) : NOBODY;
    see_take_note(t, i, best);
    return best;
}

/* The most urgent work that can start; asking: only what waits for a go-ahead. */
static work_id most_urgent(struct turn *t, int asking, customer_id with, incident_id *of)
{
    work_id best = NOBODY;
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        if (best >= 0 && urgency(t, i) <= urgency(t, *of))
            continue;
        work_id w = best_noted(t, i);
        if (w < 0 || waits_for_go_ahead(t, i, w) != asking || (asking && !policy_is_with(with, see_work(t, w).consult)))
            continue;
        best = w;
        *of = i;
    }
    return best;
}

int policy_works(struct turn *t, customer_id with)
{
    incident_id i = NOBODY;
    work_id w = most_urgent(t, 0, with, &i);
    struct sim_command work = sim_command_make(SIM_CMD_WORK);
    work.work.work = w;
    work.work.member = w >= 0 ? hand_for(t, w) : NOBODY;
    return w >= 0 && policy_wish(t, &work, NULL, -1);
}

int policy_asks_first(struct turn *t, customer_id with)
{
    incident_id i = NOBODY;
    work_id w = most_urgent(t, 1, with, &i);
    return w >= 0 && policy_ask(t, i, see_work(t, w).consult, ASK_GO_AHEAD, w);
}

/* Nobody is on it, and the next step waits for the word of somebody who is on the line. */
int policy_asks_go_ahead_now(struct turn *t, incident_id i, customer_id c)
{
    if (see_is_worked_on(t, i) || !may_begin(t, i))
        return 0;
    work_id careful = policy_best_work(t, i, is_careful(t, i)), w = careful >= 0 ? careful : policy_best_work(t, i, 0);
    return w >= 0 && waits_for_go_ahead(t, i, w) && see_work(t, w).consult == c && policy_ask(t, i, c, ASK_GO_AHEAD, w);
}
