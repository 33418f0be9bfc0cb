/* What happened in a round, without a word on whether it was well done. */
#include "learning_parts.h"

enum { LANES_MOST = 64 };

static struct learning_lane *lane_begin(struct learning_build *b, int32_t incident, int32_t at)
{
    struct learning_timeline *t = &b->out->timeline;
    const struct sim_incident *i = &b->state->incidents[incident];
    if (t->lane_count >= LANES_MOST)
        return NULL;
    struct learning_lane *lane = &t->lanes[t->lane_count++];
    *lane = (struct learning_lane){.incident = incident,
                                   .title = wording_incident(&b->words, incident),
                                   .customer = wording_first_name(&b->words, i->reporter),
                                   .from = at,
                                   .to = t->now,
                                   .restored = -1};
    return lane;
}

int learning_lane_of(const struct learning_build *b, int32_t incident)
{
    for (int k = 0; k < b->out->timeline.lane_count; k++)
        if (b->out->timeline.lanes[k].incident == incident)
            return k;
    return -1;
}

/* What goes on from an earlier round, a project, stands from the beginning of this one once something happens to it. What
 * was over before is no part of this round, though somebody may have spoken of it. */
static struct learning_lane *lane_for(struct learning_build *b, int32_t incident)
{
    int k = learning_lane_of(b, incident);
    if (k >= 0)
        return &b->out->timeline.lanes[k];
    if (incident < 0 || incident >= b->state->incident_count || !b->live[incident])
        return NULL;
    return lane_begin(b, incident, b->out->timeline.from);
}

static int is_end(int32_t mark)
{
    return mark == MARK_CONFIRMED || mark == MARK_CLOSED || mark == MARK_LAPSED || mark == MARK_LEFT;
}

/* Which incidents were open as the round began. */
static void live_before(struct learning_build *b)
{
    b->live = arena_array(b->arena, SIM_INCIDENTS, sizeof *b->live);
    for (int32_t i = 0; i < b->first; i++) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_INCIDENT_OPENED)
            b->live[e->incident_opened.incident] = 1;
        else if (e->kind == SIM_EV_INCIDENT_STAGE && (is_end(e->incident_stage.mark) || e->incident_stage.mark == MARK_REOPENED))
            b->live[e->incident_stage.incident] = e->incident_stage.mark == MARK_REOPENED;
    }
}

static void stage(struct learning_build *b, const struct sim_event *e)
{
    int32_t mark = e->incident_stage.mark;
    struct learning_lane *lane = lane_for(b, e->incident_stage.incident);
    if (!lane)
        return;
    if (mark == MARK_RESTORED)
        lane->restored = e->at;
    if (mark == MARK_FELL_BACK || mark == MARK_REOPENED) {
        lane->restored = -1;
        lane->to = b->out->timeline.now;
    }
    if (is_end(mark))
        lane->to = e->at;
}

static void put(struct learning_build *b, int32_t incident, struct learning_mark mark, int room)
{
    struct learning_lane *lane = lane_for(b, incident);
    if (!lane)
        return;
    if (!lane->marks)
        lane->marks = arena_array(b->arena, (size_t)room, sizeof *lane->marks);
    if (lane->mark_count < room)
        lane->marks[lane->mark_count++] = mark;
}

/* A conversation in which something was said is shown as what was said. */
static int has_claim_at(const struct learning_lane *lane, int32_t at)
{
    for (int k = 0; k < lane->mark_count; k++)
        if (lane->marks[k].sign == SIGN_CLAIM && lane->marks[k].at == at)
            return 1;
    return 0;
}

static void contacts_thin(struct learning_lane *lane)
{
    int kept = 0;
    int32_t last = -1;
    for (int k = 0; k < lane->mark_count; k++) {
        struct learning_mark mark = lane->marks[k];
        int again = mark.sign == SIGN_CONTACT && (mark.at == last || has_claim_at(lane, mark.at));
        if (mark.sign == SIGN_CONTACT)
            last = mark.at;
        if (!again)
            lane->marks[kept++] = mark;
    }
    lane->mark_count = kept;
}

static void event(struct learning_build *b, const struct sim_event *e, int room)
{
    switch (e->kind) {
    case SIM_EV_INCIDENT_OPENED:
        if (learning_lane_of(b, e->incident_opened.incident) < 0)
            lane_begin(b, e->incident_opened.incident, e->at);
        break;
    case SIM_EV_INCIDENT_STAGE: stage(b, e); break;
    case SIM_EV_CONTACT:
        if (e->contact.weight != CONTACT_MADE_GOOD)
            put(b, e->contact.incident, (struct learning_mark){SIGN_CONTACT, e->at, e->at}, room);
        break;
    case SIM_EV_CLAIM: put(b, e->claim.incident, (struct learning_mark){SIGN_CLAIM, e->at, e->at}, room); break;
    case SIM_EV_PROMISE: put(b, e->promise.incident, (struct learning_mark){SIGN_PROMISE, e->promise.due, e->at}, room); break;
    case SIM_EV_WORK_STARTED: put(b, e->work_started.incident, (struct learning_mark){SIGN_WORK, e->at, e->at}, room); break;
    default: break;
    }
}

static int is_mark(int32_t kind)
{
    return kind == SIM_EV_CONTACT || kind == SIM_EV_CLAIM || kind == SIM_EV_PROMISE || kind == SIM_EV_WORK_STARTED;
}

void learning_timeline(struct learning_build *b)
{
    struct learning_timeline *t = &b->out->timeline;
    const struct round *r = &b->sc->rounds[b->round];
    int room = 1;
    t->from = r->from;
    t->to = r->to;
    t->now = b->out->in_round ? b->state->now : r->to;
    t->lanes = arena_array(b->arena, LANES_MOST, sizeof *t->lanes);
    live_before(b);
    for (int32_t i = b->first; i < b->last; i++)
        room += is_mark(session_event_at(b->session, i)->kind);
    for (int32_t i = b->first; i < b->last; i++)
        event(b, session_event_at(b->session, i), room);
    for (int k = 0; k < t->lane_count; k++)
        contacts_thin(&t->lanes[k]);
}
