#include "assess/feedback.h"

#include "sim/moments.h"
#include "sim/promise.h"

#include <string.h>

struct lesson_rule { const char *word; int32_t worth; };

static const struct lesson_rule rules[LESSON_COUNT] = {
#define LESSON_ROW(NAME, word, worth) [LESSON_##NAME] = {word, worth},
    LESSONS(LESSON_ROW)
#undef LESSON_ROW
};

const char *lesson_word(int32_t lesson)
{
    return lesson >= 0 && lesson < LESSON_COUNT ? rules[lesson].word : "";
}

void feedback_begin(struct feedback_watch *w)
{
    memset(w, 0, sizeof *w);
    w->taken_at = -1;
}

/* --- what happened --- */

static int is_same(const struct moment_key *a, const struct moment_key *b)
{
    return a->source != NOBODY && a->source == b->source && a->subject == b->subject && a->customer == b->customer && a->nth == b->nth;
}

static void forget(struct feedback_watch *w, int32_t k)
{
    w->count--;
    memmove(&w->notes[k], &w->notes[k + 1], (size_t)(w->count - k) * sizeof w->notes[0]);
}

/* A moment that settles again stands by its last outcome. The oldest gives way when there is no room. */
static void add(struct feedback_watch *w, const struct feedback_note *note)
{
    for (int32_t k = w->count - 1; k >= 0; k--)
        if (is_same(&w->notes[k].key, &note->key))
            forget(w, k);
    if (w->count == FEEDBACK_NOTES)
        forget(w, 0);
    w->notes[w->count++] = *note;
}

static struct feedback_note note_of(const struct sim_event *e, int32_t index, int32_t lesson, int32_t outcome)
{
    return (struct feedback_note){.lesson = lesson, .outcome = outcome, .event = index, .at = e->at, .incident = NOBODY,
                                  .customer = NOBODY, .key = {NOBODY, NOBODY, NOBODY, NOBODY}};
}

/* NOBODY where the claim or the promise behind the moment tells it better. */
static int32_t moment_lesson(int32_t source, int32_t outcome)
{
    switch (source) {
    case MOMENT_SCRIPTED: return LESSON_QUESTION;
    case MOMENT_ACKNOWLEDGED: return LESSON_FIRST_WORD;
    case MOMENT_IMPACT_ASKED: return LESSON_ASK_IMPACT;
    case MOMENT_GO_AHEAD: return LESSON_ASK_FIRST;
    case MOMENT_CONTENTION: return LESSON_LET_CHOOSE;
    case MOMENT_CONDITIONS: case MOMENT_RETEST: return LESSON_CONDITIONS;
    case MOMENT_CONFIRMED: return LESSON_CONFIRMED;
    case MOMENT_NO_SILENCE: return LESSON_SILENCE;
    case MOMENT_UPDATE_WINDOW: return outcome == OUTCOME_MET || outcome == OUTCOME_MISSED ? LESSON_UPDATE : NOBODY;
    case MOMENT_BAD_NEWS: return LESSON_BAD_NEWS;
    case MOMENT_CORRECTION: return LESSON_CORRECTION;
    case MOMENT_COMMITMENT: return outcome == OUTCOME_MET || outcome == OUTCOME_MISSED ? LESSON_COMMITMENT : NOBODY;
    case MOMENT_MILESTONE: return LESSON_MILESTONE;
    case MOMENT_COMPLAINT: return LESSON_COMPLAINT;
    default: return NOBODY;
    }
}

static void moment_settled(struct feedback_watch *w, const struct scenario *sc, const struct sim_state *s, int32_t index,
                           const struct sim_event *e)
{
    int32_t outcome = e->moment_settled.outcome, lesson = moment_lesson(e->moment_settled.source, outcome);
    struct feedback_note note = note_of(e, index, lesson, outcome);
    note.key = (struct moment_key){e->moment_settled.source, e->moment_settled.subject, e->moment_settled.customer, e->moment_settled.nth};
    int32_t at = moment_find(s, sc, &note.key);
    if (lesson == NOBODY || outcome < OUTCOME_MET || outcome > OUTCOME_BROKEN || at < 0)
        return;
    note.incident = s->moments[at].incident;
    note.customer = note.key.customer;
    note.act = e->moment_settled.act;
    add(w, &note);
}

/* The flag that says most about what to do otherwise. */
static int32_t claim_lesson(const struct sim_event *e, int32_t *outcome)
{
    int ahead = e->claim.verdict == VERDICT_AHEAD || e->claim.verdict == VERDICT_LUCKY || (e->claim.flags & CLAIM_FLAG_FIX_AHEAD);
    *outcome = ahead ? OUTCOME_BROKEN : OUTCOME_PARTLY;
    if (ahead)
        return LESSON_AHEAD;
    if (e->claim.flags & CLAIM_FLAG_WITHHELD)
        return LESSON_WITHHELD;
    if (e->claim.flags & CLAIM_FLAG_UNDERSTATED)
        return LESSON_UNDERSTATED;
    if (e->claim.flags & CLAIM_FLAG_EMPTY)
        return LESSON_EMPTY;
    if (e->claim.flags & CLAIM_FLAG_HOLLOW)
        return LESSON_HOLLOW;
    *outcome = OUTCOME_MET;
    return e->claim.claim == CLAIM_DO_NOT_KNOW ? LESSON_NOT_KNOWING : LESSON_STATUS;
}

static void claimed(struct feedback_watch *w, int32_t index, const struct sim_event *e)
{
    int32_t outcome, lesson = claim_lesson(e, &outcome);
    struct feedback_note note = note_of(e, index, lesson, outcome);
    note.act = e->claim.act;
    note.incident = e->claim.incident;
    note.customer = e->claim.customer;
    if (lesson != NOBODY)
        add(w, &note);
}

static int is_made_good(const struct sim_state *s, const struct sim_event *e)
{
    for (int32_t k = s->claim_count - 1; k >= 0; k--)
        if (s->claims[k].act == e->claim_settled.act)
            return e->claim_settled.verdict == VERDICT_HONEST && s->claims[k].supported_by == LACK_INVESTIGATION;
    return 0;
}

/* "We are finding out", and somebody was on it before the conversation was over: it was so after all. */
static void claim_settled(struct feedback_watch *w, const struct sim_state *s, int32_t index, const struct sim_event *e)
{
    if (!is_made_good(s, e))
        return;
    struct feedback_note note = note_of(e, index, LESSON_STATUS, OUTCOME_MET);
    note.act = e->claim_settled.act;
    for (int32_t k = w->count - 1; k >= 0; k--)
        if (w->notes[k].lesson == LESSON_AHEAD && w->notes[k].act == note.act)
            forget(w, k);
    for (int32_t k = 0; k < s->claim_count; k++)
        if (s->claims[k].act == note.act) {
            note.incident = s->claims[k].incident;
            note.customer = s->claims[k].customer;
        }
    add(w, &note);
}

static void promise_settled(struct feedback_watch *w, const struct sim_state *s, int32_t index, const struct sim_event *e)
{
    int32_t k = promise_find(s, e->promise_settled.act, e->promise_settled.part), counts = e->promise_settled.counts;
    if (k < 0 || counts < OUTCOME_MET || counts > OUTCOME_BROKEN)
        return;
    struct feedback_note note = note_of(e, index, LESSON_CALL, counts);
    note.act = e->promise_settled.by;
    note.incident = s->promises[k].incident;
    note.customer = s->promises[k].customer;
    add(w, &note);
}

static void acted(struct feedback_watch *w, int32_t index, const struct sim_event *e)
{
    if (e->act.act != ACT_BLAME && e->act.act != ACT_REFUSE)
        return;
    struct feedback_note note = note_of(e, index, e->act.act == ACT_BLAME ? LESSON_BLAME : LESSON_REFUSED, OUTCOME_BROKEN);
    note.act = e->act.number;
    note.incident = e->act.incident;
    note.customer = e->act.customer;
    add(w, &note);
}

static void round_started(struct feedback_watch *w)
{
    w->count = 0;
    w->taken_at = -1;
    memset(w->praised, 0, sizeof w->praised);
}

void feedback_fold(struct feedback_watch *w, const struct scenario *sc, const struct sim_state *s, int32_t index,
                   const struct sim_event *e)
{
    switch (e->kind) {
    case SIM_EV_ROUND_STARTED: round_started(w); break;
    case SIM_EV_ACT: acted(w, index, e); break;
    case SIM_EV_CLAIM: claimed(w, index, e); break;
    case SIM_EV_CLAIM_SETTLED: claim_settled(w, s, index, e); break;
    case SIM_EV_PROMISE_SETTLED: promise_settled(w, s, index, e); break;
    case SIM_EV_MOMENT_SETTLED: moment_settled(w, sc, s, index, e); break;
    default: break;
    }
}

/* --- what is said about it --- */

static int32_t weight(const struct feedback_note *note)
{
    return note->outcome == OUTCOME_MET ? rules[note->lesson].worth : note->outcome;
}

static int is_better(const struct feedback_watch *w, const struct feedback_note *a, const struct feedback_note *b)
{
    int praise = a->outcome == OUTCOME_MET;
    int32_t told = w->told[a->lesson][praise], other = w->told[b->lesson][praise];
    if (told != other)
        return told < other;
    return weight(a) != weight(b) ? weight(a) > weight(b) : a->event > b->event;
}

static int may_be_told(const struct feedback_watch *w, const struct feedback_note *note, int praise)
{
    return (note->outcome == OUTCOME_MET) == praise && (!praise || w->praised[note->lesson] < FEEDBACK_PRAISES);
}

static int32_t best_of(const struct feedback_watch *w, int praise)
{
    int32_t best = NOBODY;
    for (int32_t k = 0; k < w->count; k++)
        if (may_be_told(w, &w->notes[k], praise) && (best == NOBODY || is_better(w, &w->notes[k], &w->notes[best])))
            best = k;
    return best;
}

static int take(struct feedback_watch *w, int praise, struct feedback_note *out)
{
    int32_t best = best_of(w, praise);
    if (best == NOBODY)
        return 0;
    *out = w->notes[best];
    out->variant = w->told[out->lesson][praise]++;
    w->praised[out->lesson] += praise;
    forget(w, best);
    return 1;
}

int feedback_take(struct feedback_watch *w, int32_t now, struct feedback *out)
{
    while (w->count > 0 && now - w->notes[0].at > FEEDBACK_FRESH)
        forget(w, 0);
    if (w->count == 0 || (w->taken_at >= 0 && now - w->taken_at < FEEDBACK_PAUSE))
        return 0;
    memset(out, 0, sizeof *out);
    out->has_good = take(w, 1, &out->good);
    out->has_try = take(w, 0, &out->try);
    if (!out->has_good && !out->has_try)
        return 0;
    out->at = w->taken_at = now;
    return 1;
}
