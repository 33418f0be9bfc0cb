#include "view/report_inside.h"
#include "assess/aspects.h"
#include "assess/maturity.h"
#include "assess/survey.h"
#include "base/text.h"
#include "view/view_pattern.h"
#include "view/wording_pattern.h"

/* --- surveys --- */

static enum tone band_tone(enum survey_band band)
{
    return band == SURVEY_BELOW ? TONE_WARN : band == SURVEY_TOO_FEW ? TONE_NEUTRAL : TONE_GOOD;
}

static void survey_add(struct report_build *b, const char *name, const struct survey_count *c)
{
    struct report_survey *out = &b->out->surveys[b->out->survey_count];
    if (c->count == 0) return;
    *out = (struct report_survey){.name = name,
                                  .counts = text_fill(b->arena, "survey.counts", "n", report_number(b, c->satisfied), "all",
                                                      report_number(b, c->count), NULL),
                                  .band = text(arena_printf(b->arena, "survey.band.%s", survey_band_word((int32_t)c->band))),
                                  .count = (int)c->count,
                                  .percent = (int)c->percent,
                                  .tone = band_tone(c->band)};
    for (int i = 0; i < SURVEY_ANSWERS; i++) out->answers[i] = (int)c->answers[i];
    b->out->survey_count++;
}

/* What people answered, where they were too few to be told apart from each other. */
static void survey_room(struct report_build *b, const char *name, const struct survey_count *c, int few)
{
    int before = b->out->survey_count;
    survey_add(b, name, c);
    if (!few || b->out->survey_count == before) return;
    b->out->surveys[before] = (struct report_survey){.name = name, .counts = text("report.few"), .band = text("survey.band.too-few"), .percent = -1, .few = 1};
}

static const char *survey_named(struct report_build *b, int place, const char *key)
{
    return text_fill(b->arena, key, "round", b->out->rounds[place].label, NULL);
}

/* What the room said at its follow-ups, all questions together, beside the workshop's where there is one to compare. */
static void surveys_later(struct report_build *b, const struct survey *s)
{
    int asked = 0;
    for (int k = 0; k < BETWEEN_FOLLOW_UPS; k++) asked += s->later[k].count > 0;
    if (asked == 0) return;
    survey_room(b, text("follow.report-then"), &s->room, report_too_few(b, TALLY_SURVEY));
    for (int k = 0; k < BETWEEN_FOLLOW_UPS; k++)
        survey_room(b, text_fill(b->arena, "follow.report-later", "n", report_number(b, 30 * (k + 1)), NULL), &s->later[k], report_too_few(b, TALLY_SURVEY_LATER));
}

static void surveys_build(struct report_build *b)
{
    struct survey *s = arena_alloc(b->arena, sizeof *s);
    b->out->surveys = arena_array(b->arena, 2 * REPORT_ROUNDS + LIMIT_CUSTOMERS + SURVEY_QUESTIONS + 1 + BETWEEN_FOLLOW_UPS, sizeof *b->out->surveys);
    for (int place = 0; place < b->out->round_count; place++) {
        survey_read(b->reading, b->rounds[place], s);
        survey_add(b, survey_named(b, place, "report.survey.incidents"), &s->incidents);
        survey_add(b, survey_named(b, place, "report.survey.end"), &s->round);
    }
    b->out->survey_rounds = b->out->survey_count;
    survey_read(b->reading, NOBODY, s);
    for (int32_t c = 0; c < b->sc->customer_count; c++) survey_add(b, wording_customer(&b->w, c), &s->of_customer[c]);
    b->out->survey_customers = b->out->survey_count - b->out->survey_rounds;
    for (int32_t q = 0; q < s->question_count; q++) survey_room(b, b->sc->survey[q].text, &s->questions[q], report_too_few(b, TALLY_SURVEY) || s->questions[q].count < REPORT_FEW);
    surveys_later(b, s);
}

/* --- attitude, behaviour, culture --- */

static enum tone often_tone(int32_t measure, enum often often)
{
    int counts_against = measure == MEASURE_BLAMES;
    switch (often) {
    case OFTEN_ALWAYS:
    case OFTEN_MOSTLY: return TONE_GOOD;
    case OFTEN_SOMETIMES: return TONE_WARN;
    case OFTEN_SELDOM:
    case OFTEN_NEVER: return TONE_BAD;
    case OFTEN_SOME: return counts_against ? TONE_BAD : TONE_GOOD;
    case OFTEN_NONE: return counts_against ? TONE_GOOD : TONE_NEUTRAL;
    case OFTEN_TOO_FEW: break;
    }
    return TONE_NEUTRAL;
}

/* What hands say of the room, where fewer than REPORT_FEW raised them. */
static int is_of_few(const struct report_build *b, int32_t measure)
{
    if (measure == MEASURE_SURVEY_ROOM) return report_too_few(b, TALLY_SURVEY);
    return measure == MEASURE_CARDS_SHARED && (report_too_few(b, TALLY_CARD_USERS) || report_too_few(b, TALLY_CARD_OURS));
}

/* Counts say it; a value in another unit stands for itself. */
static struct report_statement statement_of(struct report_build *b, const struct aspect_statement *s)
{
    struct figure_words v = wording_figure_value(&b->w, b->reading, s->measure, NOBODY);
    int share = measure_unit(s->measure) == UNIT_SHARE;
    if (is_of_few(b, s->measure))
        return (struct report_statement){.name = wording_figure(s->measure), .often = text("often.too-few"), .counts = text("report.few")};
    const char *word = text(arena_printf(b->arena, "often.%s", often_word((int32_t)s->often)));
    return (struct report_statement){.name = wording_figure(s->measure),
                                     .often = share || s->value.value <= 0 ? word : v.value,
                                     .counts = share ? v.counts : "",
                                     .tone = often_tone(s->measure, s->often)};
}

static void statement_add(struct report_aspect *a, const char *name, const char *often, const char *counts, enum tone tone)
{
    a->items[a->count++] = (struct report_statement){name, often, counts, tone};
}

/* One hero or everybody; the same under load or not: what the shares of the culture come to. */
static void culture_sums(struct report_build *b, struct report_aspect *a)
{
    static const enum tone spread_tones[] = {TONE_NEUTRAL, TONE_BAD, TONE_WARN, TONE_GOOD};
    enum spread spread = spread_of(b->reading, MEASURE_SHARED_WORK, NOBODY);
    int32_t gap = load_gap(b->reading, NOBODY);
    statement_add(a, text("report.culture.hands"), text(arena_printf(b->arena, "spread.%s", spread_word((int32_t)spread))), "",
                  spread_tones[spread]);
    if (gap != LOAD_UNKNOWN)
        statement_add(a, text("report.culture.load"), text(gap > 10 ? "load.less" : gap < -10 ? "load.more" : "load.same"), "",
                      gap > 10 ? TONE_WARN : TONE_GOOD);
}

static void aspect_build(struct report_build *b, enum aspect aspect)
{
    struct aspect_statement found[ASPECT_STATEMENTS];
    int32_t count = aspect_list(b->reading, aspect, NOBODY, found);
    struct report_aspect *a = &b->out->aspects[aspect];
    *a = (struct report_aspect){.name = text(arena_printf(b->arena, "aspect.%s", aspect_word(aspect))),
                                .about = text(arena_printf(b->arena, "aspect.%s.about", aspect_word(aspect))),
                                .items = arena_array(b->arena, ASPECT_STATEMENTS + 2, sizeof *a->items)};
    for (int32_t i = 0; i < count; i++) a->items[a->count++] = statement_of(b, &found[i]);
    if (aspect == ASPECT_CULTURE) culture_sums(b, a);
}

/* --- maturity --- */

static const char *level_word_of(struct report_build *b, int32_t level)
{
    return text(arena_printf(b->arena, "maturity.%s", maturity_word(level)));
}

static const char *bound_words(struct report_build *b, const struct maturity_gate *g)
{
    int share = measure_unit(g->measure) == UNIT_SHARE;
    return text_fill(b->arena, share ? "maturity.from.share" : "maturity.from", "n", report_number(b, (int)g->bound), NULL);
}

static struct report_gate gate_of(struct report_build *b, const struct maturity_gate *g)
{
    struct figure_words v = wording_figure_value(&b->w, b->reading, g->measure, NOBODY);
    const char *value = v.counts[0] && v.percent >= 0 ? arena_printf(b->arena, "%s, %s", v.value, v.counts) : v.value;
    return (struct report_gate){.level = level_word_of(b, g->level),
                                .number = (int)g->level,
                                .name = wording_figure(g->measure),
                                .bound = bound_words(b, g),
                                .value = value,
                                .held = g->held};
}

static void maturity_rounds(struct report_build *b)
{
    struct maturity m;
    for (int place = 0; place < b->out->round_count; place++) {
        maturity_read(b->reading, b->rounds[place], &m);
        b->out->maturity.rounds[place] = text_fill(b->arena, "maturity.level", "n", report_number(b, (int)m.level), "word",
                                                   level_word_of(b, m.level), NULL);
    }
}

static void maturity_build(struct report_build *b)
{
    struct report_maturity *out = &b->out->maturity;
    struct maturity m;
    maturity_read(b->reading, NOBODY, &m);
    *out = (struct report_maturity){.level = (int)m.level,
                                    .word = level_word_of(b, m.level),
                                    .about = text(arena_printf(b->arena, "maturity.%s.about", maturity_word(m.level))),
                                    .stopped = "",
                                    .gates = arena_array(b->arena, MATURITY_GATES, sizeof *out->gates)};
    for (int32_t i = 0; i < m.gate_count; i++) out->gates[out->gate_count++] = gate_of(b, &m.gates[i]);
    if (m.stopped >= 0) {
        const struct report_gate *g = &out->gates[m.stopped];
        out->stopped = text_fill(b->arena, "maturity.stopped", "level", g->level, "gate", g->name, "bound", g->bound, "value",
                                 g->value, NULL);
    }
    maturity_rounds(b);
}

/* --- patterns --- */

enum { EVIDENCE_MOST = 6, EVIDENCE_GOOD = 3 };   /* the newest; the annex has them all */

static void evidence_build(struct report_build *b, const struct wording *w, const struct pattern_found *found,
                           struct report_pattern *out)
{
    int32_t most = out->good ? EVIDENCE_GOOD : EVIDENCE_MOST;
    out->evidence = arena_array(b->arena, PATTERN_SHOWN, sizeof *out->evidence);
    for (int32_t i = found->shown > most ? found->shown - most : 0; i < found->shown; i++) {
        const struct pattern_sighting *s = found->sightings[i];
        out->evidence[out->evidence_count++] = (struct report_evidence){report_when(b, s->round, s->at), wording_pattern_sighting(w, s),
                                                                        wording_incident(w, s->incident)};
    }
}

/* A pattern names nobody, whatever the report does. */
static void patterns_build(struct report_build *b)
{
    struct pattern_found found[PATTERN_COUNT];
    struct wording w = wording_nameless(&b->w);
    int32_t count = pattern_list(view_pattern_watch(b->arena, b->session), b->sc, b->state, NOBODY, found);
    b->out->patterns = arena_array(b->arena, PATTERN_COUNT, sizeof *b->out->patterns);
    for (int32_t i = 0; i < count; i++) {
        struct report_pattern *out = &b->out->patterns[b->out->pattern_count++];
        *out = (struct report_pattern){.name = wording_pattern_name(found[i].pattern),
                                       .says = wording_pattern_says(&w, &found[i]),
                                       .count = wording_pattern_count(&w, &found[i]),
                                       .good = pattern_rule(found[i].pattern)->good,
                                       .seen = (int)found[i].count,
                                       .id = arena_printf(b->arena, "pattern.%s", pattern_word(found[i].pattern))};
        evidence_build(b, &w, &found[i], out);
    }
}

void report_culture_build(struct report_build *b)
{
    surveys_build(b);
    for (int i = 0; i < ASPECT_COUNT; i++) aspect_build(b, (enum aspect)i);
    maturity_build(b);
    patterns_build(b);
}
