/* How the events of a session become sightings of patterns. */
#include "assess/pattern.h"

#include "sim/claim.h"
#include "sim/moments.h"
#include "sim/promise.h"

#include <string.h>

enum { VOICES_MANY = 3, VOICES_WITHIN = 30 * 60 };

/* The event being folded. */
struct fold {
    struct pattern_watch *w;
    const struct scenario *sc;
    const struct sim_state *s;
    const struct sim_event *e;
    int32_t index;
};

void pattern_begin(struct pattern_watch *w)
{
    memset(w, 0, sizeof *w);
    w->round = NOBODY;
    w->act_event = NOBODY;
    for (int32_t i = 0; i < SIM_INCIDENTS; i++)
        w->work_event[i] = NOBODY;
}

static struct pattern_sighting sighting_of(const struct fold *f, int32_t pattern, incident_id i, customer_id c)
{
    return (struct pattern_sighting){.pattern = pattern, .event = f->index, .because = NOBODY, .round = f->w->round,
                                     .at = f->e->at, .incident = i, .customer = c, .member = NOBODY,
                                     .key = {NOBODY, NOBODY, NOBODY, NOBODY}};
}

static int is_same_moment(const struct moment_key *a, const struct moment_key *b)
{
    return a->source != NOBODY && a->source == b->source && a->subject == b->subject && a->customer == b->customer && a->nth == b->nth;
}

/* One slip seen twice is one: the same moment, or the same incident and customer within the pattern's window. */
static int is_seen(const struct pattern_watch *w, const struct pattern_sighting *new)
{
    const struct pattern_rule *rule = pattern_rule(new->pattern);
    for (int32_t k = w->count - 1; k >= 0 && w->sightings[k].round == new->round; k--) {
        const struct pattern_sighting *old = &w->sightings[k];
        if (old->pattern != new->pattern)
            continue;
        if (is_same_moment(&old->key, &new->key))
            return 1;
        int together = old->customer == new->customer && (rule->by == PATTERN_BY_CUSTOMER || old->incident == new->incident);
        if (together && rule->window > 0 && new->at - old->at < rule->window)
            return 1;
    }
    return 0;
}

static void add(const struct fold *f, const struct pattern_sighting *new)
{
    struct pattern_watch *w = f->w;
    if (w->round == NOBODY || is_seen(w, new))
        return;
    if (w->count == PATTERN_SIGHTINGS)
        w->dropped++;
    else
        w->sightings[w->count++] = *new;
}

/* --- work --- */

static void work_started(const struct fold *f)
{
    incident_id i = f->e->work_started.incident;
    struct pattern_sighting hero = sighting_of(f, PATTERN_ONE_HERO, i, NOBODY);
    struct pattern_sighting first = sighting_of(f, PATTERN_WORK_FIRST, i, f->s->incidents[i].reporter);
    hero.member = first.member = f->e->work_started.member;
    hero.because = first.because = f->w->act_event;
    add(f, &hero);
    first.key = (struct moment_key){MOMENT_IMPACT_ASKED, i, f->s->incidents[i].reporter, 0};
    if (!f->w->begun[i] && !f->e->work_started.asked_impact && moment_find(f->s, f->sc, &first.key) >= 0)
        add(f, &first);
    f->w->begun[i] = 1;
    f->w->running[i]++;
    f->w->work_event[i] = f->index;
}

static void work_ended(const struct fold *f)
{
    int32_t instance = f->e->work_ended.instance;
    if (instance >= 0 && instance < f->s->work_count && f->w->running[f->s->works[instance].incident] > 0)
        f->w->running[f->s->works[instance].incident]--;
}

/* Somebody works on it and the reporter hears nothing. */
static void silent_work(const struct fold *f, incident_id i, customer_id c, const struct moment_key *key)
{
    struct pattern_sighting new = sighting_of(f, PATTERN_SILENT_WORK, i, c);
    if (f->w->running[i] == 0)
        return;
    new.because = f->w->work_event[i];
    if (key != NULL)
        new.key = *key;
    add(f, &new);
}

static void silence(const struct fold *f)
{
    incident_id i = f->e->silence.incident;
    struct pattern_sighting forgotten = sighting_of(f, PATTERN_SAME_FORGOTTEN, i, f->e->silence.customer);
    silent_work(f, i, f->e->silence.customer, NULL);
    add(f, &forgotten);
}

/* --- talk --- */

static int is_ahead(const struct sim_event *e)
{
    return e->claim.verdict == VERDICT_AHEAD || e->claim.verdict == VERDICT_LUCKY || (e->claim.flags & CLAIM_FLAG_FIX_AHEAD);
}

static int voices(uint64_t bits)
{
    int count = 0;
    for (; bits != 0; bits &= bits - 1)
        count++;
    return count;
}

/* A colleague takes back nothing, but says less than was said before; or is one voice too many. */
static int is_other_voice(const struct pattern_talk *talk, const struct sim_event *e)
{
    int32_t member = e->claim.member;
    if (member < 0 || member >= LIMIT_MEMBERS || talk->voices == 0 || e->at - talk->at >= VOICES_WITHIN)
        return 0;
    int weaker = talk->member != member && e->claim.claim < talk->claim && e->claim.corrects == 0;
    int fresh = (talk->voices >> member & 1) == 0;
    return weaker || (fresh && voices(talk->voices) + 1 >= VOICES_MANY);
}

static void talk_note(struct pattern_talk *talk, const struct sim_event *e)
{
    if (e->claim.member < 0 || e->claim.member >= LIMIT_MEMBERS)
        return;
    if (e->at - talk->at >= VOICES_WITHIN)
        talk->voices = 0;
    talk->at = e->at;
    talk->member = e->claim.member;
    talk->claim = e->claim.claim;
    talk->voices |= UINT64_C(1) << e->claim.member;
}

static void claimed(const struct fold *f)
{
    incident_id i = f->e->claim.incident;
    customer_id c = f->e->claim.customer;
    struct pattern_sighting ahead = sighting_of(f, PATTERN_AHEAD, i, c), voice = sighting_of(f, PATTERN_MANY_VOICES, i, c);
    ahead.claim = voice.claim = f->e->claim.act;
    ahead.because = voice.because = f->w->act_event;
    ahead.member = voice.member = f->e->claim.member;
    if (is_ahead(f->e))
        add(f, &ahead);
    if (is_other_voice(&f->w->talk[i][c], f->e))
        add(f, &voice);
    talk_note(&f->w->talk[i][c], f->e);
}

static void act(const struct fold *f)
{
    f->w->act = f->e->act.number;
    f->w->act_event = f->index;
    f->w->act_kind = f->e->act.act;
    if (f->e->act.act != ACT_BLAME)
        return;
    struct pattern_sighting new = sighting_of(f, PATTERN_BLAME, f->e->act.incident, f->e->act.customer);
    new.member = f->e->act.member;
    add(f, &new);
}

static void decided(const struct fold *f)
{
    static const int32_t patterns[] = {PATTERN_BUSINESS_CHOSE, PATTERN_DECIDED_FOR_THEM, PATTERN_SAID_NO};
    int32_t how = f->e->decision.how;
    if (how < 0 || how > 2 || (how == 0 && f->e->decision.customer != f->e->decision.decider))
        return;
    customer_id c = how == 2 ? f->e->decision.customer : f->e->decision.decider;
    struct pattern_sighting new = sighting_of(f, patterns[how], f->e->decision.incident, c);
    new.because = f->w->act_event;
    if (how != 2)
        new.key = (struct moment_key){MOMENT_CONTENTION, f->e->decision.incident, f->e->decision.decider, 0};
    add(f, &new);
}

/* --- promises --- */

static void promised(const struct fold *f)
{
    if (f->w->promises < SIM_PROMISES)
        f->w->promise_event[f->w->promises++] = f->index;
}

static void promise_settled(const struct fold *f)
{
    int32_t k = promise_find(f->s, f->e->promise_settled.act, f->e->promise_settled.part), state = f->e->promise_settled.state;
    if (k < 0 || k >= f->w->promises || f->s->promises[k].kind == PROMISE_FIX_BY)
        return;
    const struct sim_promise *p = &f->s->promises[k];
    int forgot = state == PROMISE_LATE || state == PROMISE_DROPPED;
    if (!forgot && state != PROMISE_KEPT)
        return;
    struct pattern_sighting new = sighting_of(f, forgot ? PATTERN_PROMISED_FORGOT : PATTERN_CALLS_KEPT, p->incident, p->customer);
    new.because = f->w->promise_event[k];
    new.member = p->member;
    add(f, &new);
    new.pattern = PATTERN_SAME_FORGOTTEN;
    if (state == PROMISE_DROPPED)
        add(f, &new);
}

/* --- moments --- */

/* What a settled moment shows; NOBODY when it shows nothing. */
static int32_t moment_shows(const struct fold *f)
{
    int32_t outcome = f->e->moment_settled.outcome, act_done = f->e->moment_settled.act;
    int closed = f->w->act_kind == ACT_CLOSE && act_done != 0 && act_done == f->w->act;
    int met = outcome == OUTCOME_MET;
    switch (f->e->moment_settled.source) {
    case MOMENT_IMPACT_ASKED: return met ? PATTERN_ASKED_FIRST : NOBODY;
    case MOMENT_GO_AHEAD: return met ? PATTERN_BUSINESS_CHOSE : outcome == OUTCOME_BROKEN ? PATTERN_DECIDED_FOR_THEM : NOBODY;
    case MOMENT_CONTENTION: return outcome == OUTCOME_BROKEN && closed ? PATTERN_CLOSED_UNASKED : NOBODY;
    case MOMENT_CONFIRMED:
        if (outcome == OUTCOME_MISSED && f->w->runs[f->e->moment_settled.subject])
            return PATTERN_NOT_CONFIRMED;
        return met ? PATTERN_USER_CONFIRMED : outcome == OUTCOME_BROKEN && closed ? PATTERN_CLOSED_UNASKED : NOBODY;
    case MOMENT_ACKNOWLEDGED: return outcome == OUTCOME_MISSED ? PATTERN_FIRST_WORD_LATE : NOBODY;
    case MOMENT_UPDATE_WINDOW: return outcome == OUTCOME_MISSED ? PATTERN_UPDATES_MISSED : NOBODY;
    case MOMENT_BAD_NEWS: return met ? PATTERN_BAD_NEWS_TOLD : outcome == OUTCOME_NONE ? NOBODY : PATTERN_BAD_NEWS_KEPT;
    case MOMENT_CORRECTION: return met ? PATTERN_TOOK_BACK : NOBODY;
    default: return NOBODY;
    }
}

static void moment_settled(const struct fold *f)
{
    struct moment_key key = {f->e->moment_settled.source, f->e->moment_settled.subject, f->e->moment_settled.customer,
                             f->e->moment_settled.nth};
    int32_t at = moment_find(f->s, f->sc, &key), shows = moment_shows(f);
    if (at < 0 || f->s->moments[at].incident < 0)
        return;
    struct pattern_sighting new = sighting_of(f, shows, f->s->moments[at].incident, key.customer);
    new.key = key;
    if (f->e->moment_settled.act != 0 && f->e->moment_settled.act == f->w->act)
        new.because = f->w->act_event;
    if (shows != NOBODY)
        add(f, &new);
    if (shows == PATTERN_UPDATES_MISSED)
        silent_work(f, new.incident, key.customer, &key);
    new.pattern = PATTERN_SAME_FORGOTTEN;
    if (shows == PATTERN_FIRST_WORD_LATE)
        add(f, &new);
}

/* A question that was said aloud and that nobody answered. */
static void question_ignored(const struct fold *f)
{
    struct pattern_sighting new = sighting_of(f, PATTERN_SAME_FORGOTTEN, f->e->trust.incident, f->e->trust.customer);
    add(f, &new);
}

static void staged(const struct fold *f)
{
    int32_t mark = f->e->incident_stage.mark;
    if (mark == MARK_RESTORED || mark == MARK_FELL_BACK)
        f->w->runs[f->e->incident_stage.incident] = mark == MARK_RESTORED;
}

static void round_started(const struct fold *f)
{
    round_id r = f->e->round_started.round;
    f->w->round = r >= 0 && r < f->sc->round_count && !f->sc->rounds[r].warm_up ? r : NOBODY;
}

void pattern_fold(struct pattern_watch *w, const struct scenario *sc, const struct sim_state *s, int32_t index,
                  const struct sim_event *e)
{
    struct fold f = {w, sc, s, e, index};
    switch (e->kind) {
    case SIM_EV_ROUND_STARTED: round_started(&f); break;
    case SIM_EV_ROUND_ENDED: w->round = NOBODY; break;
    case SIM_EV_WORK_STARTED: work_started(&f); break;
    case SIM_EV_WORK_ENDED: work_ended(&f); break;
    case SIM_EV_INCIDENT_STAGE: staged(&f); break;
    case SIM_EV_SILENCE: silence(&f); break;
    case SIM_EV_ACT: act(&f); break;
    case SIM_EV_CLAIM: claimed(&f); break;
    case SIM_EV_DECISION: decided(&f); break;
    case SIM_EV_PROMISE: promised(&f); break;
    case SIM_EV_PROMISE_SETTLED: promise_settled(&f); break;
    case SIM_EV_MOMENT_SETTLED: moment_settled(&f); break;
    case SIM_EV_TRUST:
        if (e->trust.reason == REASON_QUESTION_IGNORED)
            question_ignored(&f);
        break;
    default: break;
    }
}
