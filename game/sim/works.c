#include "sim/incident.h"

#include "base/chance.h"
#include "base/number.h"
#include "sim/claim.h"
#include "sim/feelings.h"
#include "sim/figures.h"
#include "sim/improve.h"
#include "sim/moments.h"

void fact_reveal(struct sim_making *m, fact_id f, int32_t by, customer_id c)
{
    if (m->s->facts[f].known_at >= 0)
        return;
    making_add(m, &(struct sim_event){.kind = SIM_EV_FACT_KNOWN, .fact_known = {f, by, c, m->act}});
    moment_bad_news(m, f);
}

void facts_tell(struct sim_making *m, incident_id i, customer_id to, uint32_t told)
{
    const struct incident *pack = incident_pack(m->sc, i);
    for (int32_t k = 0; pack != NULL && k < pack->fact_count; k++)
        if (told >> k & 1 && !((uint32_t)m->s->facts[pack->first_fact + k].told >> to & 1))
            making_add(m, &(struct sim_event){.kind = SIM_EV_FACT_TOLD, .fact_told = {pack->first_fact + k, to, 0}});
}

int32_t work_ordinal(const struct scenario *sc, work_id w)
{
    return number_min(30, w - sc->incidents[sc->works[w].incident].first_work);
}

static int32_t times_started(const struct sim_state *s, work_id w)
{
    int32_t times = 0;
    for (int32_t k = 0; k < s->work_count; k++)
        times += s->works[k].work == w;
    return times;
}

/* Second ordinal of a draw about work: which of the incident's, and the how-manieth time. */
static int32_t draw_ordinal(const struct scenario *sc, work_id w, int32_t repetition)
{
    return (w - sc->incidents[sc->works[w].incident].first_work) * 64 + repetition;
}

enum refusal sim_work_possible(const struct sim_state *s, const struct scenario *sc, work_id w, int32_t member)
{
    if (w < 0 || w >= sc->work_count || member < NOBODY || member >= s->member_count)
        return REFUSAL_NO_SUCH;
    const struct work *work = &sc->works[w];
    if (!incident_is_open(s, work->incident))
        return REFUSAL_NOT_OPEN;
    if ((work->needs & ~sim_facts_known(s, sc, work->incident)) != 0)
        return REFUSAL_NOT_KNOWN;
    for (int32_t k = 0; k < s->work_count; k++) {
        const struct sim_work *instance = &s->works[k];
        if (instance->work != w)
            continue;
        if (instance->ended < 0)
            return REFUSAL_ALREADY_RUNNING;
        if (instance->how == WORK_DONE && instance->falls_back_at != SIM_FELL_BACK)
            return REFUSAL_ALREADY_DONE;
    }
    if (member == NOBODY)
        return sim_work_who(s, sc, w) == NOBODY ? REFUSAL_NO_MEMBER : REFUSAL_NONE;
    if (s->members[member].work != NOBODY)
        return REFUSAL_BUSY;
    return member_can(s, sc, w, member) ? REFUSAL_NONE : REFUSAL_WRONG_ROLE;
}

int32_t sim_work_who(const struct sim_state *s, const struct scenario *sc, work_id w)
{
    int32_t best = NOBODY, least = 0;
    role_id role = w >= 0 && w < sc->work_count ? sc->works[w].role : NOBODY;
    for (int32_t k = 0; k < s->member_count; k++) {
        const struct sim_member *member = &s->members[k];
        if (member->work != NOBODY || (role != NOBODY && !member_can(s, sc, w, k)))
            continue;
        /* somebody made for it before somebody who can do anything, and that one before somebody of another role */
        int32_t step = role == NOBODY || member->role == role ? 0 : member->role == NOBODY ? 1 : 2;
        int32_t used = member->used + step * SIM_WORKS;
        if (best == NOBODY || used < least) {
            best = k;
            least = used;
        }
    }
    return best;
}

static int asked_go_ahead(const struct sim_state *s, const struct scenario *sc, work_id w)
{
    return s->incidents[sc->works[w].incident].go_ahead >> work_ordinal(sc, w) & 1;
}

static void work_begun(struct sim_making *m, incident_id i, work_id w, int go_ahead)
{
    moments_work_started(m, i, w, go_ahead);
    claims_review(m, i);
    claims_moved(m, i);
}

/* The second so many seconds from now, of which that share in percent is needed; always ahead. */
static int32_t after(const struct sim_making *m, int32_t seconds, int32_t share)
{
    return m->s->now + number_max(1, (int32_t)((int64_t)seconds * share / 100));
}

void work_start(struct sim_making *m, work_id w, int32_t member)
{
    const struct work *work = &m->sc->works[w];
    incident_id i = work->incident;
    int32_t low = number_max(1, work->minutes_low), high = number_max(low, work->minutes_high);
    int32_t length = chance_between(making_seed(m->s), DRAW_WORK_LENGTH, i, draw_ordinal(m->sc, w, times_started(m->s, w)), low, high);
    int32_t share = work_share(m->s, m->sc, w, member);
    int go_ahead = asked_go_ahead(m->s, m->sc, w);
    making_add(m, &(struct sim_event){.kind = SIM_EV_WORK_STARTED, .work_started = {
        m->s->work_count, w, i, member, after(m, length, share), after(m, low, share), after(m, high, share), 0,
        work->sets, -1, m->s->incidents[i].impact_asked >= 0, go_ahead}});
    work_begun(m, i, w, go_ahead);
}

void work_improvise(struct sim_making *m)
{
    const struct sim_command *c = m->command;
    incident_id i = c->improvise_work.incident;
    int32_t ends = m->s->now + c->improvise_work.seconds;
    making_add(m, &(struct sim_event){.kind = SIM_EV_WORK_STARTED, .work_started = {
        m->s->work_count, NOBODY, i, c->improvise_work.member, ends, ends, ends, c->text,
        c->improvise_work.sets, c->improvise_work.reveals, m->s->incidents[i].impact_asked >= 0, 1}});
    work_begun(m, i, NOBODY, 1);
}

static void end_event(struct sim_making *m, int32_t instance, int32_t how, int32_t falls_back_at)
{
    making_add(m, &(struct sim_event){.kind = SIM_EV_WORK_ENDED, .work_ended = {instance, how, falls_back_at}});
}

static void reveal_by_work(struct sim_making *m, const struct work *work)
{
    const struct incident *pack = &m->sc->incidents[work->incident];
    for (int32_t k = 0; k < pack->fact_count; k++)
        if (work->reveals >> k & 1)
            fact_reveal(m, pack->first_fact + k, KNOWN_BY_WORK, NOBODY);
}

/* A change without the go-ahead is found out when it takes effect: by the harm it does, else as decided over the head of
 * whom it should have been asked of. */
static void found_unasked(struct sim_making *m, const struct sim_work *instance, int32_t ordinal)
{
    const struct work *work = &m->sc->works[instance->work];
    if (work->consult < 0 || instance->asked_go_ahead)
        return;
    if (!chance_hit(making_seed(m->s), DRAW_HARM, work->incident, ordinal, work->harm_chance)) {
        trust_fall(m, work->consult, FALL_OVER_HEAD, REASON_OVER_THEIR_HEAD, work->incident);
        return;
    }
    making_add(m, &(struct sim_event){.kind = SIM_EV_HARM, .harm = {work->incident, work->consult, instance->work}});
    trust_fall(m, work->consult, FALL_HARM, REASON_HARM, work->incident);
    satisfaction_move(m, work->consult, MOOD_HARM, REASON_HARM, work->incident);
}

static void pack_work_ends(struct sim_making *m, int32_t index)
{
    const struct sim_work instance = m->s->works[index];
    const struct work *work = &m->sc->works[instance.work];
    int32_t ordinal = draw_ordinal(m->sc, instance.work, times_started(m->s, instance.work) - 1);
    int falls = work->falls_back_after > 0
        && chance_hit(making_seed(m->s), DRAW_FALLS_BACK, work->incident, ordinal, work->falls_back_chance);
    end_event(m, index, WORK_DONE, falls ? m->s->now + number_max(FIGURE_REPAIR_PAUSE, work->falls_back_after) : -1);
    reveal_by_work(m, work);
    if (work->sets >= 0)
        incident_set_level(m, work->incident, work->sets, index);
    found_unasked(m, &instance, ordinal);
    claims_review(m, work->incident);
}

static void improvised_work_ends(struct sim_making *m, int32_t index)
{
    const struct sim_work instance = m->s->works[index];
    end_event(m, index, WORK_DONE, -1);
    if (instance.reveals >= 0 && m->s->improvised_count < SIM_IMPROVISED)
        making_add(m, &(struct sim_event){.kind = SIM_EV_IMPROVISED_FACT, .improvised_fact = {
            instance.incident, instance.reveals, NOBODY, instance.title, 0}});
    if (instance.sets >= 0)
        incident_set_level(m, instance.incident, instance.sets, index);
    claims_review(m, instance.incident);
}

void work_ends(struct sim_making *m, int32_t instance)
{
    if (m->s->works[instance].work >= 0)
        pack_work_ends(m, instance);
    else
        improvised_work_ends(m, instance);
}

void work_stop(struct sim_making *m, int32_t instance, int32_t how)
{
    end_event(m, instance, how, -1);
}

void works_stop(struct sim_making *m, incident_id i, int32_t how)
{
    for (int32_t k = m->s->open_work; k < m->s->work_count; k++)
        if (m->s->works[k].ended < 0 && (i < 0 || m->s->works[k].incident == i))
            work_stop(m, k, how);
}
