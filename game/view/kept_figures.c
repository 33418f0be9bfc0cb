#include "view/kept_figures.h"
#include "assess/survey.h"
#include "view/hands.h"
#include "base/hash.h"
#include "view/view_monday.h"
#include "view/wording_figure.h"

/* Kept by figure, so that the list may grow without a change of the index. */
static const int32_t kept[] = {MEASURE_INVOLVING, MEASURE_HONEST, MEASURE_FOLLOW, MEASURE_TARGETS_MET, MEASURE_SPEED, MEASURE_QUALITY,
                               MEASURE_SATISFACTION, MEASURE_RISK, MEASURE_DELIVERED, MEASURE_PERCEIVED, MEASURE_SURVEY_INCIDENTS,
                               MEASURE_SURVEY_ROUND, MEASURE_SURVEY_ROOM, MEASURE_SPOKE_INVOLVING, MEASURE_SPOKE_HONESTY,
                               MEASURE_SPOKE_FOLLOW, MEASURE_SPOKE_OWNERSHIP, MEASURE_SPOKE_RESPECT, MEASURE_SPOKE_LEARNING,
                               MEASURE_COMMITMENTS_KEPT, MEASURE_VALUE_POSSIBLE, MEASURE_VALUE_KEPT, MEASURE_MATURITY};
enum { KEPT = sizeof kept / sizeof kept[0], FORM = 1 };

struct figures {
    const struct session *session;
    const struct assess_reading *reading;
    struct kept_figure *list;
    int count;
};

int64_t kept_figures_version(void)
{
    uint64_t state = hash_mix(FORM, SIM_RULES_VERSION);
    for (int i = 0; i < KEPT; i++)
        state = hash_mix(hash_mix(state, hash_text(measure_word(kept[i]))), (uint64_t)kept[i]);
    return (int64_t)(state >> 1) | 1;
}

static void take(struct figures *f, int32_t measure, round_id round, int32_t as)
{
    struct measure_value v = measure_read(f->reading, measure, round);
    struct figure_tally t = figure_tally(f->reading, measure, round);
    struct kept_figure *out = &f->list[f->count++];
    *out = (struct kept_figure){measure, as, v.value, t.whole, t.items, v.points, v.possible};
    if (measure != MEASURE_SURVEY_ROOM)
        return;
    /* An item is a count of hands: the hands are what is told of. */
    out->whole = v.points;
    out->items = v.possible;
    if (v.possible < FIGURES_HANDS || hands_of_few(f->session, TALLY_SURVEY))
        *out = (struct kept_figure){.figure = measure, .round = as, .value = -1};
}

static void take_rounds(struct figures *f)
{
    int32_t place = 0;
    for (round_id r = 0; r < f->reading->scenario->round_count; r++) {
        if (!assess_has_round(f->reading, r) || f->reading->rounds[r].ended == NOBODY)
            continue;
        for (int i = 0; i < KEPT; i++)
            take(f, kept[i], r, place);
        place++;
    }
    for (int i = 0; place > 0 && i < KEPT; i++)
        take(f, kept[i], NOBODY, FIGURES_ALL);
}

/* What was promised for Monday and has been asked about, by how long after. */
static void take_actions(struct figures *f, int32_t part)
{
    struct kept_figure out = {.figure = FIGURES_ACTIONS, .round = part, .value = -1};
    const struct sim_state *s = &f->reading->state;
    for (int32_t i = 0; i < s->action_count; i++) {
        const struct sim_action *a = &s->actions[i];
        if (a->when == 0 || a->asked_after != view_monday_days(part) || a->outcome == OUTCOME_OPEN || a->outcome == OUTCOME_NONE)
            continue;
        out.items++;
        out.whole += a->outcome == OUTCOME_MET;
    }
    if (out.items > 0)
        f->list[f->count++] = out;
}

static void take_later(struct figures *f, const struct survey *survey, int32_t part)
{
    const struct survey_count *c = &survey->later[part];
    if (c->count >= FIGURES_HANDS && !hands_of_few(f->session, TALLY_SURVEY_LATER))
        f->list[f->count++] = (struct kept_figure){.figure = FIGURES_LATER, .round = part, .value = c->percent, .whole = c->satisfied,
                                                   .items = c->count, .points = c->satisfied, .possible = c->count};
}

void kept_figures_build(struct arena *arena, const struct session *session, struct kept_figure **figures, int *count)
{
    struct arena own = {0};
    struct figures f = {.session = session, .reading = reading_of(&own, session)};
    struct survey *survey = arena_alloc(&own, sizeof *survey);
    f.list = arena_array(arena, KEPT * (LIMIT_ROUNDS + 1) + 2 * BETWEEN_FOLLOW_UPS, sizeof *f.list);
    take_rounds(&f);
    survey_read(f.reading, NOBODY, survey);
    for (int32_t part = 0; part < BETWEEN_FOLLOW_UPS; part++) {
        take_actions(&f, part);
        take_later(&f, survey, part);
    }
    *figures = f.list;
    *count = f.count;
    arena_release(&own);
}
