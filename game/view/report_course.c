#include "view/report_inside.h"
#include "base/text.h"
#include <string.h>

int report_moment_shows(const struct report_build *b, const struct sim_moment *m)
{
    int counts = m->round >= 0 && m->round < LIMIT_ROUNDS && b->round_of[m->round] >= 0 && m->scored;
    int settled = m->settled >= 0 && m->outcome != OUTCOME_OPEN && (m->outcome != OUTCOME_NONE || m->overruled >= 0);
    return counts && settled && m->score >= 0 && m->score < SCORE_COUNT;
}

/* Under its incident a moment need not name it again. */
static const char *without_incident(struct report_build *b, const char *sentence, const char *incident)
{
    const char *tail = arena_printf(b->arena, ": %s", incident);
    size_t length = strlen(sentence), end = strlen(tail);
    if (!incident[0] || length <= end || strcmp(sentence + length - end, tail) != 0) return sentence;
    return arena_dup_bytes(b->arena, sentence, length - end);
}

const char *report_moment_id(struct report_build *b, int32_t index) { return arena_printf(b->arena, "m%d", (int)index + 1); }

static struct report_moment moment_of(struct report_build *b, int32_t index)
{
    const struct sim_moment *m = &b->state->moments[index];
    int32_t outcome = wording_moment_outcome(m);
    return (struct report_moment){
        .time = wording_clock(&b->w, m->settled),
        .sentence = without_incident(b, wording_moment(&b->w, m), wording_incident(&b->w, m->incident)),
        .score = wording_score_short((enum score)m->score),
        .outcome = m->disputed ? text("report.disputed") : wording_outcome(outcome),
        .evidence = wording_moment_evidence(&b->w, m),
        .tone = m->disputed ? TONE_NEUTRAL : wording_outcome_tone(outcome),
        .disputed = m->disputed,
        .overruled = m->overruled >= 0 && !m->disputed,
        .effect = report_effect_of(b, report_effect_of_moment(b, index)),
        .id = report_moment_id(b, index),
        .decided = report_decided(b, 0, &(struct moment_key){m->source, m->subject, m->customer, m->nth}, m->disputed, m->overruled)};
}

/* "Opened 06:03, works again 06:31, confirmed 06:40": each piece only when it came about. */
static void course_piece(struct report_build *b, struct str *out, const char *key, int32_t second)
{
    if (second < 0) return;
    if (out->length > 0) str_append(out, text("report.course.and"));
    text_format(out, key, "time", wording_clock(&b->w, second), NULL);
}

static const char *end_key(int32_t how)
{
    switch (how) {
    case MARK_LAPSED: return "report.course.lapsed";
    case MARK_LEFT: return "report.course.left";
    default: return NULL;
    }
}

static const char *course_of(struct report_build *b, const struct sim_incident *i)
{
    struct str out = {0};
    int served = i->kind != INCIDENT_FAILURE;
    course_piece(b, &out, "report.course.opened", i->opened);
    course_piece(b, &out, "report.course.first-contact", i->first_contact);
    course_piece(b, &out, "report.course.first-work", i->first_work);
    course_piece(b, &out, served ? "report.course.served" : "report.course.restored", i->restored);
    course_piece(b, &out, "report.course.target", i->restore_by);
    course_piece(b, &out, "report.course.confirmed", i->confirmed);
    if (i->how >= 0 && i->confirmed < 0)
        course_piece(b, &out, end_key(i->how) ? end_key(i->how) : "report.course.closed", i->closed);
    const char *course = arena_dup(b->arena, str_text(&out));
    str_release(&out);
    return course;
}

static int goes_before(const struct sim_moment *a, const struct sim_moment *c) { return a->settled < c->settled; }

/* By the second it was judged; at the same second as they were opened. */
static void moments_of(struct report_build *b, int place, int32_t incident, struct report_incident *out)
{
    int32_t *order = arena_array(b->arena, (size_t)b->state->moment_count + 1, sizeof *order);
    int32_t n = 0;
    for (int32_t k = 0; k < b->state->moment_count; k++) {
        const struct sim_moment *m = &b->state->moments[k];
        if (m->incident != incident || m->round != b->rounds[place] || !report_moment_shows(b, m)) continue;
        int32_t at = n++;
        for (; at > 0 && goes_before(m, &b->state->moments[order[at - 1]]); at--) order[at] = order[at - 1];
        order[at] = k;
    }
    out->moments = arena_array(b->arena, (size_t)n + 1, sizeof *out->moments);
    for (int32_t k = 0; k < n; k++) out->moments[k] = moment_of(b, order[k]);
    out->moment_count = n;
}

static int has_moments(const struct report_build *b, int place, int32_t incident)
{
    for (int32_t k = 0; k < b->state->moment_count; k++) {
        const struct sim_moment *m = &b->state->moments[k];
        if (m->incident == incident && m->round == b->rounds[place] && report_moment_shows(b, m)) return 1;
    }
    return 0;
}

/* Told in an earlier round already? */
static int is_told_before(const struct report_build *b, int place, int32_t incident)
{
    for (int earlier = 0; earlier < place; earlier++)
        if (has_moments(b, earlier, incident)) return 1;
    return 0;
}

static const char *row_id(struct report_build *b, int place, int32_t incident)
{
    const char *first = arena_printf(b->arena, "i%d", (int)incident + 1);
    return is_told_before(b, place, incident) ? arena_printf(b->arena, "%s-%d", first, place + 1) : first;
}

static struct report_incident incident_of(struct report_build *b, int32_t i)
{
    if (i == NOBODY) return (struct report_incident){.title = text("report.course.none"), .who = "", .kind = "", .course = ""};
    const struct sim_incident *s = &b->state->incidents[i];
    const char *kind = arena_printf(b->arena, "report.kind.%s", incident_kind_word((enum incident_kind)s->kind));
    return (struct report_incident){.title = wording_incident(&b->w, i),
                                    .who = wording_customer(&b->w, s->reporter),
                                    .kind = text(kind),
                                    .course = course_of(b, s)};
}

static void round_course(struct report_build *b, int place)
{
    struct report_round *r = &b->out->rounds[place];
    int32_t *order = arena_array(b->arena, (size_t)b->state->incident_count + 2, sizeof *order), n = 0;
    for (int32_t i = 0; i < b->state->incident_count; i++) {
        if (b->state->incidents[i].open == 0 || !has_moments(b, place, i)) continue;
        int32_t at = n++;
        for (; at > 0 && b->state->incidents[i].opened < b->state->incidents[order[at - 1]].opened; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    if (has_moments(b, place, NOBODY)) order[n++] = NOBODY;
    r->incidents = arena_array(b->arena, (size_t)n + 1, sizeof *r->incidents);
    for (int32_t k = 0; k < n; k++) {
        r->incidents[k] = incident_of(b, order[k]);
        r->incidents[k].id = row_id(b, place, order[k]);
        moments_of(b, place, order[k], &r->incidents[k]);
    }
    r->incident_count = n;
}

void report_course_build(struct report_build *b)
{
    for (int place = 0; place < b->out->round_count; place++) round_course(b, place);
}
