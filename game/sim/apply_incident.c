#include "sim/applying.h"

#include "sim/claim.h"

#include <string.h>

static void incident_clear(struct sim_incident *incident)
{
    int32_t known = incident->known;   /* something may have come to light before it came up */
    memset(incident, 0, sizeof *incident);
    incident->known = known;
    incident->reporter = incident->service = incident->how = NOBODY;
    incident->opened = incident->restore_by = incident->acknowledged = incident->impact_asked = -1;
    incident->restored = incident->confirmed = incident->closed = incident->first_work = -1;
    incident->last_update = incident->window = incident->window_from = incident->silence_at = -1;
    incident->conditions_agreed = incident->first_contact = -1;
    incident->last_moment = incident->last_claim = incident->last_promise = NOBODY;
}

void apply_incident_opened(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    if (e->incident_opened.incident == s->incident_count)
        s->incident_count++;
    struct sim_incident *incident = &s->incidents[e->incident_opened.incident];
    incident_clear(incident);
    incident->open = 1;
    incident->reporter = e->incident_opened.reporter;
    incident->service = e->incident_opened.service;
    incident->kind = e->incident_opened.kind;
    incident->level = e->incident_opened.level;
    incident->major = e->incident_opened.major;
    incident->patience = e->incident_opened.patience;
    incident->title = e->incident_opened.title;
    incident->says = e->incident_opened.says;
    incident->opened = e->at;
    incident->restore_by = e->incident_opened.restore_by;
    incident->round = s->round;
}

void apply_incident_level(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    s->incidents[e->incident_level.incident].level = e->incident_level.level;
}

static void over(struct sim_incident *incident, int32_t how)
{
    incident->open = 2;
    incident->how = how;
}

static void reopen(struct sim_incident *incident)
{
    incident->open = 1;
    incident->how = NOBODY;
    incident->restored = incident->confirmed = incident->closed = -1;
}

void apply_incident_stage(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    struct sim_incident *incident = &s->incidents[e->incident_stage.incident];
    switch ((enum incident_stage_mark)e->incident_stage.mark) {
    case MARK_ACKNOWLEDGED:
        incident->acknowledged = e->at;
        break;
    case MARK_RESTORED:
        incident->restored = e->at;
        break;
    case MARK_CONFIRMED:
        incident->confirmed = e->at;
        break;
    case MARK_CLOSED:
        incident->closed = e->at;
        over(incident, MARK_CLOSED);
        break;
    case MARK_LAPSED:
    case MARK_LEFT:
    case MARK_REFUSED:
        over(incident, e->incident_stage.mark);
        break;
    case MARK_AROUND:
    case MARK_PREVENTED:   /* it never came up, so it is not over either */
        incident->how = e->incident_stage.mark;
        incident->round = s->round;
        break;
    case MARK_FELL_BACK:
        reopen(incident);
        if (e->incident_stage.instance >= 0) {
            s->falling -= s->works[e->incident_stage.instance].falls_back_at >= 0;
            s->works[e->incident_stage.instance].falls_back_at = SIM_FELL_BACK;
        }
        break;
    case MARK_REOPENED:
        reopen(incident);
        break;
    }
}

void apply_work_started(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    int32_t instance = e->work_started.instance;
    s->works[instance] = (struct sim_work){
        e->work_started.work, e->work_started.incident, e->work_started.member, e->at, e->work_started.ends,
        e->work_started.earliest, e->work_started.latest, -1, WORK_DONE, e->work_started.title, e->work_started.sets,
        e->work_started.reveals, -1, e->work_started.asked_go_ahead};
    s->work_count = instance + 1;
    if (e->work_started.member >= 0) {
        struct sim_member *member = &s->members[e->work_started.member];
        member->work = instance;
        member->busy_until = e->work_started.latest;
        member->used++;
    }
    claims_followed(s, sc, e->work_started.incident, e->at);
    if (s->incidents[e->work_started.incident].first_work < 0)
        s->incidents[e->work_started.incident].first_work = e->at;
}

void apply_work_ended(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    struct sim_work *work = &s->works[e->work_ended.instance];
    work->ended = e->at;
    work->how = e->work_ended.how;
    work->falls_back_at = e->work_ended.falls_back_at;
    s->falling += work->falls_back_at >= 0;
    if (work->member >= 0) {
        s->members[work->member].work = NOBODY;
        s->members[work->member].busy_until = e->at;
    }
    while (s->open_work < s->work_count && s->works[s->open_work].ended >= 0)
        s->open_work++;
}
