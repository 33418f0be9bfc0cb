/* One page about a practice: scores, what went well, what to try, how trust went, and where to go back to. */
#include "base/number.h"
#include "base/str.h"
#include "base/text.h"
#include "view/wording_between.h"
#include "desk_course.h"
#include "session/fork.h"
#include "sim/moments.h"
#include "sim/promise.h"
#include "sim/score.h"
#include "view/view_desk.h"
#include "view/view_feedback.h"
#include "view/wording.h"

#include <stdlib.h>
#include <string.h>

enum {
    BACK_BEFORE = 5 * 60,
    CALL_BEFORE = 2 * 60
}; /* a time that passed without a moment of its own: so long before it; before a promised call */

struct end_build {
    struct arena *arena;
    const struct session *session, *first;
    const struct scenario *scenario;
    const struct sim_state *state;
    struct desk_course *course, *other; /* other: of the first try, NULL */
    struct wording words;
    struct view_desk_end *out;
    round_id round;                     /* that is shown, NOBODY: all of it */
    int32_t from_event, from_entry;     /* where it begins */
};

/* After a round of several this page is about that round alone. */
static void find_part(struct end_build *b)
{
    b->round = NOBODY;
    if (session_setup(b->session)->alone != ALONE_PACK || b->state->phase == PHASE_FINISHED)
        return;
    b->round = b->state->round;
    for (int32_t i = 0; i < session_event_count(b->session); i++)
        if (session_event_at(b->session, i)->kind == SIM_EV_ROUND_STARTED)
            b->from_event = i;
    for (int32_t i = 0; i < session_entry_count(b->session); i++)
        if (session_entry_at(b->session, i)->command.kind == SIM_CMD_START_ROUND)
            b->from_entry = i;
}

/* --- what it was --- */

static int was_stopped_early(const struct end_build *b)
{
    for (int32_t i = 0; i < session_event_count(b->session); i++) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_ROUND_ENDED && e->round_ended.early)
            return 1;
    }
    return 0;
}


static const char *title_of(const struct end_build *b)
{
    const struct session_setup *setup = session_setup(b->session);
    if (setup->alone == ALONE_INCIDENT)
        return b->scenario->incidents[setup->alone_item].title;
    if (b->round != NOBODY)
        return b->scenario->rounds[b->round].title;
    return setup->alone == ALONE_ROUND ? b->scenario->rounds[setup->alone_item].title : b->scenario->title;
}

static void build_head(struct end_build *b)
{
    struct view_desk_end *v = b->out;
    const struct session_setup *setup = session_setup(b->session);
    int32_t next = b->state->round + 1, ending = NOBODY;
    v->title = title_of(b);
    v->from = wording_clock(&b->words, b->course->from);
    v->to = wording_clock(&b->words, b->course->to);
    v->subtitle = v->from[0] ? text_fill(b->arena, "desk.end.subtitle", "pack", b->scenario->title, "from", v->from,
                                         "to", v->to, NULL)
                             : b->scenario->title;
    if (setup->alone == ALONE_PACK && b->state->phase == PHASE_BETWEEN && next < b->scenario->round_count)
        v->next = b->scenario->rounds[next].title;
    if (setup->alone == ALONE_PACK && b->state->phase == PHASE_FINISHED)
        ending = sim_ending(b->state, b->scenario);
    if (ending != NOBODY) {
        struct wording_ending words = wording_ending(&b->words, ending);
        v->ending_title = words.title;
        v->ending_text = words.text;
        v->ending_note = was_stopped_early(b) ? text("desk.end.ending.early") : "";
    }
}

/* --- what was left --- */

static void left(struct end_build *b, const char *words, enum tone tone)
{
    struct view_desk_end *v = b->out;
    if (v->open_count < DESK_OPEN)
        v->open[v->open_count++] = (struct desk_line){.text = words, .note = "", .tone = tone};
}

static const char *left_key(const struct sim_incident *i)
{
    if (i->confirmed >= 0)
        return "desk.end.open.not-closed";
    if (i->restored >= 0)
        return "desk.end.open.not-confirmed";
    int chosen = i->kind == INCIDENT_OPPORTUNITY || i->kind == INCIDENT_CONTENTION;
    return chosen ? "desk.end.open.not-done" : "desk.end.open.not-fixed";
}

static int was_left(const struct sim_incident *i)
{
    return i->open == 1 || (i->open == 2 && i->how == MARK_LEFT);
}

static int is_shown_here(const struct end_build *b, int32_t round)
{
    return b->round == NOBODY || b->round == round;
}

static void build_left_incidents(struct end_build *b)
{
    for (incident_id k = 0; k < b->state->incident_count; k++) {
        const struct sim_incident *i = &b->state->incidents[k];
        if (was_left(i) && is_shown_here(b, i->round))
            left(b,
                 text_fill(b->arena, left_key(i), "incident", wording_incident(&b->words, k), "customer",
                           wording_first_name(&b->words, i->reporter), NULL),
                 i->restored >= 0 ? TONE_NEUTRAL : TONE_WARN);
    }
}

/* Given about something that was left, and neither kept nor moved. */
static int is_outstanding(const struct end_build *b, const struct sim_promise *p)
{
    int ended = p->state == PROMISE_OPEN || (p->settled_by == 0 && p->state != PROMISE_KEPT);
    return ended && p->state != PROMISE_RENEGOTIATED && was_left(&b->state->incidents[p->incident]);
}

static void build_left_promises(struct end_build *b)
{
    for (int32_t k = 0; k < b->state->promise_count; k++) {
        const struct sim_promise *p = &b->state->promises[k];
        const char *key = p->due > b->course->to ? "desk.end.open.promised" : "desk.end.open.not-kept";
        if (is_outstanding(b, p) && is_shown_here(b, p->round))
            left(b, text_fill(b->arena, key, "promise", wording_promise(&b->words, p), NULL), TONE_WARN);
    }
}

static void build_left(struct end_build *b)
{
    build_left_incidents(b);
    build_left_promises(b);
    if (b->out->open_count)
        b->out->open_title = text("desk.end.open");
}

/* --- scores --- */

static void count_more(const struct end_build *b, struct str *s, const char *key, int32_t n)
{
    if (n > 0)
        text_format(s, key, "n", arena_printf(b->arena, "%d", (int)n), NULL);
}

static const char *counts_words(const struct end_build *b, const struct score_counts *counts)
{
    struct str s = {0};
    int all = (int)score_moments(counts);
    if (all == 0)
        return text("desk.end.nothing");
    text_format(&s, "desk.end.counts", "met", arena_printf(b->arena, "%d", (int)counts->met), "all",
                arena_printf(b->arena, "%d", all), NULL);
    count_more(b, &s, "desk.end.counts.partly", counts->partly);
    count_more(b, &s, "desk.end.counts.broken", counts->broken);
    const char *words = arena_dup(b->arena, str_text(&s));
    str_release(&s);
    return words;
}

static void build_scores(struct end_build *b)
{
    for (int k = 0; k < SCORE_COUNT; k++) {
        struct score_counts counts = score_of_state(b->state, b->round, (enum score)k);
        int32_t percent = score_percent(&counts);
        struct desk_score *score = &b->out->scores[k];
        *score = (struct desk_score){
            .name = wording_score((enum score)k), .counts = counts_words(b, &counts), .before = "", .percent = ""};
        if (percent >= 0)
            score->percent =
                text_fill(b->arena, "desk.end.percent", "n", arena_printf(b->arena, "%d", (int)percent), NULL);
        else if (score_moments(&counts) > 0)
            score->percent = text("desk.end.few");
        score->tone = percent < 0 ? TONE_NEUTRAL : percent >= 75 ? TONE_GOOD : percent >= 40 ? TONE_WARN : TONE_BAD;
        if (!b->first)
            continue;
        struct score_counts before = score_of_state(session_state(b->first), b->round, (enum score)k);
        score->before = text_fill(b->arena, "desk.end.before", "counts", counts_words(b, &before), NULL);
    }
}

/* --- lessons --- */

struct tally {
    int32_t count, weight, last;
}; /* last: index of the note it is told by */

static void tally_notes(const struct end_build *b, int praise, struct tally tallies[LESSON_COUNT])
{
    memset(tallies, 0, sizeof(struct tally) * LESSON_COUNT);
    for (int32_t k = 0; k < b->course->note_count; k++) {
        const struct feedback_note *note = &b->course->notes[k];
        if ((note->outcome == OUTCOME_MET) != praise || note->event < b->from_event)
            continue;
        struct tally *t = &tallies[note->lesson];
        int worse = t->count == 0 || note->outcome > b->course->notes[t->last].outcome;
        t->count++;
        t->weight += praise ? 1 : note->outcome - OUTCOME_MET;
        if (praise || worse)
            t->last = k;
    }
}

static int32_t heaviest(struct tally tallies[LESSON_COUNT])
{
    int32_t best = NOBODY;
    for (int32_t k = 0; k < LESSON_COUNT; k++)
        if (tallies[k].count > 0 && (best == NOBODY || tallies[k].weight > tallies[best].weight))
            best = k;
    return best;
}

static int32_t entry_of(const struct session *s, int32_t act)
{
    for (int32_t i = session_entry_count(s) - 1; act > 0 && i >= 0; i--)
        if (session_entry_at(s, i)->act == act)
            return i;
    return NOBODY;
}

/* A call that was promised: in time to make it. -1: it is no promise. */
static int32_t before_call(const struct session *s, const struct feedback_note *note)
{
    const struct sim_event *e = session_event_at(s, note->event);
    int32_t k = e->kind == SIM_EV_PROMISE_SETTLED
                    ? promise_find(session_state(s), e->promise_settled.act, e->promise_settled.part)
                    : NOBODY;
    if (k < 0)
        return -1;
    const struct sim_promise *p = &session_state(s)->promises[k];
    return number_max(p->at + CALL_BEFORE, p->due - CALL_BEFORE);
}

struct desk_moment view_desk_back(struct arena *arena, const struct session *session, const struct feedback_note *note)
{
    const struct sim_state *s = session_state(session);
    struct wording w = wording_of(arena, session);
    struct desk_moment back = {
        .text = "", .note = "", .entry = entry_of(session, note->act), .at = number_max(0, note->at - BACK_BEFORE)};
    int32_t moment = note->key.source == NOBODY ? NOBODY : moment_find(s, session_scenario(session), &note->key);
    int32_t call = before_call(session, note);
    if (call >= 0) {
        back.entry = NOBODY;
        back.at = call;
    } else if (back.entry != NOBODY)
        back.at = session_entry_at(session, back.entry)->command.said;
    else if (moment >= 0)
        back.at = s->moments[moment].opened;
    back.time = wording_clock(&w, back.at);
    return back;
}

static struct desk_lesson lesson_of(struct end_build *b, const struct tally *t, int praise)
{
    struct feedback f = {.has_good = praise, .has_try = !praise};
    const struct feedback_note *note = &b->course->notes[t->last];
    *(praise ? &f.good : &f.try) = *note;
    f.at = note->at;
    struct view_feedback told = view_feedback_build(b->arena, b->session, &f);
    return (struct desk_lesson){.sentence = praise ? told.first : told.second,
                                .why = praise ? "" : told.first,
                                .time = wording_clock(&b->words, note->at),
                                .count = (int)t->count,
                                .back = view_desk_back(b->arena, b->session, note)};
}

static void build_lessons(struct end_build *b)
{
    struct view_desk_end *v = b->out;
    struct tally tallies[LESSON_COUNT];
    tally_notes(b, 1, tallies);
    for (int32_t best; v->good_count < DESK_GOOD && (best = heaviest(tallies)) != NOBODY; tallies[best].count = 0)
        v->good[v->good_count++] = lesson_of(b, &tallies[best], 1);
    tally_notes(b, 0, tallies);
    int32_t worst = heaviest(tallies);
    v->something = v->good_count > 0 || worst != NOBODY;
    v->try = (struct desk_lesson){.sentence = "", .why = "", .time = ""};
    if (worst != NOBODY)
        v->try = lesson_of(b, &tallies[worst], 0);
}

/* --- trust --- */

/* The last value is that of the end, wherever between two steps it lies. */
static void fill_curve(const struct desk_course *c, customer_id customer, int32_t length, int values[DESK_SAMPLES])
{
    for (int k = 0; k < DESK_SAMPLES; k++) {
        int32_t position = (int32_t)((int64_t)length * k / (DESK_SAMPLES - 1));
        int32_t next = (int32_t)((int64_t)length * (k + 1) / (DESK_SAMPLES - 1));
        values[k] =
            !c || position > c->length ? -1 : desk_course_trust(c, customer, next > c->length ? c->length : position);
    }
}

static int is_flat(const int values[DESK_SAMPLES])
{
    for (int k = 1; k < DESK_SAMPLES; k++)
        if (values[k] >= 0 && values[k] != values[0])
            return 0;
    return 1;
}

/* Somebody whom the one incident that was practised did not touch. */
static int is_untouched(const struct end_build *b, const struct desk_curve *curve)
{
    const struct session_setup *setup = session_setup(b->session);
    return setup->alone == ALONE_INCIDENT && curve->customer != b->scenario->incidents[setup->alone_item].reporter &&
           is_flat(curve->trust) && is_flat(curve->before);
}

static void build_curves(struct end_build *b)
{
    int32_t length = b->course->length;
    if (b->other && b->other->length > length)
        length = b->other->length;
    for (customer_id c = 0; c < b->scenario->customer_count && length > 0; c++) {
        struct desk_curve *curve = &b->out->curves[b->out->curve_count];
        curve->customer = c;
        curve->name = wording_first_name(&b->words, c);
        fill_curve(b->course, c, length, curve->trust);
        fill_curve(b->other, c, length, curve->before);
        curve->was = curve->trust[0];
        curve->now = desk_course_trust(b->course, c, b->course->length);
        b->out->curve_count += !is_untouched(b, curve);
    }
    b->out->flat = 1;
    for (int k = 0; k < b->out->curve_count; k++)
        b->out->flat &= is_flat(b->out->curves[k].trust) && is_flat(b->out->curves[k].before);
    if (b->other && b->other->length > b->course->length)
        b->out->to = wording_clock(&b->words, b->other->to);
}

/* --- moments to go back to --- */

static enum tone act_tone(const struct end_build *b, int32_t act, const char **note)
{
    int32_t worst = OUTCOME_OPEN;
    for (int32_t k = 0; k < b->state->moment_count; k++) {
        const struct sim_moment *m = &b->state->moments[k];
        if (m->act == act && m->outcome >= OUTCOME_MET && m->outcome <= OUTCOME_BROKEN && m->outcome > worst)
            worst = m->outcome;
    }
    *note = worst == OUTCOME_OPEN ? "" : wording_outcome(worst);
    return wording_outcome_tone(worst);
}

static void add_acts(struct end_build *b)
{
    struct view_desk_end *v = b->out;
    for (int32_t i = b->from_entry; i < session_entry_count(b->session); i++) {
        const struct session_entry *entry = session_entry_at(b->session, i);
        if (!sim_command_is_act(entry->command.kind))
            continue;
        struct desk_moment *m = &v->moments[v->moment_count++];
        *m = (struct desk_moment){.time = wording_clock(&b->words, entry->command.said),
                                  .text = wording_act(&b->words, entry->act),
                                  .at = entry->command.said,
                                  .entry = i};
        m->tone = act_tone(b, entry->act, &m->note);
    }
}

/* What passed while nothing was done about it. */
static void add_passed(struct end_build *b)
{
    struct view_desk_end *v = b->out;
    for (int32_t k = 0; k < b->state->moment_count; k++) {
        const struct sim_moment *moment = &b->state->moments[k];
        int earlier = b->round != NOBODY && moment->round != b->round;
        if (earlier || moment->act > 0 || (moment->outcome != OUTCOME_MISSED && moment->outcome != OUTCOME_BROKEN))
            continue;
        v->moments[v->moment_count++] = (struct desk_moment){.time = wording_clock(&b->words, moment->opened),
                                                             .text = wording_moment(&b->words, moment),
                                                             .at = moment->opened,
                                                             .entry = NOBODY,
                                                             .note = wording_outcome(moment->outcome),
                                                             .tone = wording_outcome_tone(moment->outcome)};
    }
}

static int moment_order(const void *left, const void *right)
{
    const struct desk_moment *a = left, *b = right;
    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    if (a->entry != b->entry)
        return a->entry < b->entry ? -1 : 1;
    return strcmp(a->text, b->text);
}

static void build_moments(struct end_build *b)
{
    size_t most = (size_t)session_entry_count(b->session) + (size_t)b->state->moment_count + 1;
    b->out->moments = arena_array(b->arena, most, sizeof *b->out->moments);
    add_acts(b);
    add_passed(b);
    qsort(b->out->moments, (size_t)b->out->moment_count, sizeof *b->out->moments, moment_order);
}

/* --- beside the first try --- */

/* The next act behind the records that both share. */
static int32_t next_act(const struct session *s, int32_t entry, int64_t shared)
{
    for (entry++; entry < session_entry_count(s); entry++)
        if (session_entry_at(s, entry)->seq > shared && sim_command_is_act(session_entry_at(s, entry)->command.kind))
            return entry;
    return NOBODY;
}

static int is_same_act(const struct session_entry *a, const struct session_entry *b)
{
    return a->command.kind == b->command.kind && memcmp(a->command.v, b->command.v, sizeof a->command.v) == 0;
}

static const char *done_words(const struct end_build *b, const struct session *s, const struct session_entry *entry)
{
    struct wording w = wording_of(b->arena, s);
    return wording_act(&w, entry->act);
}

static void difference(struct end_build *b, int32_t at, const char *first, const char *second)
{
    struct view_desk_end *v = b->out;
    if (v->difference_count < DESK_DIFFERENCES)
        v->differences[v->difference_count++] = (struct desk_difference){wording_clock(&b->words, at), first, second};
}

static void build_differences(struct end_build *b, int64_t shared)
{
    int32_t one = next_act(b->first, -1, shared), two = next_act(b->session, -1, shared);
    while (one != NOBODY || two != NOBODY) {
        const struct session_entry *a = one == NOBODY ? NULL : session_entry_at(b->first, one);
        const struct session_entry *c = two == NOBODY ? NULL : session_entry_at(b->session, two);
        int same = a && c && is_same_act(a, c);
        int take_first = a && (same || !c || a->command.said <= c->command.said);
        int take_second = c && (same || !take_first);
        if (!same)
            difference(b, take_first ? a->command.said : c->command.said, take_first ? done_words(b, b->first, a) : "",
                       take_second ? done_words(b, b->session, c) : "");
        if (take_first)
            one = next_act(b->first, one, shared);
        if (take_second)
            two = next_act(b->session, two, shared);
    }
}

/* The second from which the two go different ways. */
static int32_t parted_at(const struct session *s, int64_t shared)
{
    int32_t at = -1;
    for (int32_t i = 0; i < session_entry_count(s) && session_entry_at(s, i)->seq <= shared; i++)
        at = session_entry_at(s, i)->time;
    return at;
}

static void build_comparison(struct end_build *b)
{
    struct session_origin origin;
    if (!b->first || !session_origin(b->session, &origin))
        return;
    b->out->compared = 1;
    b->out->compared_words = text_fill(b->arena, "desk.end.compared", "time",
                                       wording_clock(&b->words, parted_at(b->session, origin.records)), NULL);
    build_differences(b, origin.records);
}

void view_desk_end_build(struct arena *arena, const struct session *session, const struct session *first,
                         struct view_desk_end *out)
{
    memset(out, 0, sizeof *out);
    struct end_build b = {.arena = arena,
                          .session = session,
                          .first = first,
                          .scenario = session_scenario(session),
                          .state = session_state(session),
                          .course = desk_course_read(arena, session),
                          .words = wording_of(arena, session),
                          .out = out};
    b.other = first ? desk_course_read(arena, first) : NULL;
    out->open_title = out->ending_note = out->next = out->ending_title = out->ending_text = out->compared_words = "";
    find_part(&b);
    build_head(&b);
    build_left(&b);
    build_scores(&b);
    build_lessons(&b);
    build_curves(&b);
    build_moments(&b);
    build_comparison(&b);
}
