#include "view/report_inside.h"
#include "assess/matrix.h"
#include "assess/spokes.h"
#include "base/text.h"
#include "view/wording_between.h"

static struct report_value value_of(struct report_build *b, int32_t measure, round_id round)
{
    struct figure_words v = wording_figure_value(&b->w, b->reading, measure, round);
    return (struct report_value){v.value, v.of, v.rest, v.by_rule, v.percent};
}

struct report_row report_row_of(struct report_build *b, int32_t measure)
{
    struct report_row row = {.name = wording_figure(measure), .about = ""};
    for (int place = 0; place < b->out->round_count; place++) row.rounds[place] = value_of(b, measure, b->rounds[place]);
    row.all = value_of(b, measure, NOBODY);
    return row;
}

/* --- the account --- */

static const int32_t account_value[] = {MEASURE_VALUE_POSSIBLE, MEASURE_VALUE_KEPT, MEASURE_VALUE_LOST};
static const int32_t account_outcomes[] = {MEASURE_RESTORED_IN_TIME, MEASURE_RESTORED_LATE, MEASURE_USER_CONFIRMED, MEASURE_SERVED,
                                           MEASURE_LAPSED, MEASURE_LEFT, MEASURE_REFUSED, MEASURE_ELSEWHERE, MEASURE_PREVENTED};
static const int32_t account_costs[] = {MEASURE_DOWN, MEASURE_DEGRADED, MEASURE_WORK, MEASURE_WORK_WASTED, MEASURE_WORK_REPEATED,
                                        MEASURE_CONVERSATION, MEASURE_TARGETS_MISSED};
static const int32_t account_risks[] = {MEASURE_CHANGES_UNASKED, MEASURE_HARMS, MEASURE_CLAIMS_AHEAD, MEASURE_FELL_BACK};
static const int32_t account_open[] = {MEASURE_UNFIXED, MEASURE_UNCONFIRMED, MEASURE_CLAIMS_OPEN, MEASURE_PROMISES_OPEN,
                                       MEASURE_WILL_FALL_BACK};
#define PART(key, list) {key, list, sizeof(list) / sizeof(list)[0]}
static const struct { const char *key; const int32_t *measures; size_t count; } account_parts[REPORT_ACCOUNT] = {
    PART("report.account.value", account_value), PART("report.account.outcomes", account_outcomes),
    PART("report.account.costs", account_costs), PART("report.account.risks", account_risks),
    PART("report.account.open", account_open)};
#undef PART

static int is_anywhere(const struct report_build *b, int32_t measure)
{
    return measure_read(b->reading, measure, NOBODY).value > 0;
}

/* What never happened in any round takes no line, but for what was at stake. */
static void account_build(struct report_build *b)
{
    for (int part = 0; part < REPORT_ACCOUNT; part++) {
        struct report_group *group = &b->out->account[part];
        group->name = text(account_parts[part].key);
        group->rows = arena_array(b->arena, account_parts[part].count, sizeof *group->rows);
        for (size_t i = 0; i < account_parts[part].count; i++)
            if (part == 0 || is_anywhere(b, account_parts[part].measures[i]))
                group->rows[group->row_count++] = report_row_of(b, account_parts[part].measures[i]);
    }
}

/* --- four sides, six spokes --- */

static const char *about(struct report_build *b, int32_t measure)
{
    return text(arena_printf(b->arena, "figure.%s.about", measure_word(measure)));
}

static void sides_build(struct report_build *b)
{
    static const int32_t measures[REPORT_SIDES] = {MEASURE_SPEED, MEASURE_QUALITY, MEASURE_SATISFACTION, MEASURE_RISK};
    for (int i = 0; i < REPORT_SIDES; i++) {
        b->out->sides[i] = report_row_of(b, measures[i]);
        b->out->sides[i].about = about(b, measures[i]);
    }
}

static void spokes_build(struct report_build *b)
{
    _Static_assert((int)REPORT_SPOKES == (int)SPOKE_COUNT, "one row for each spoke");
    for (int i = 0; i < REPORT_SPOKES; i++) {
        b->out->spokes[i] = report_row_of(b, spoke_measure(i));
        b->out->spokes[i].about = about(b, spoke_measure(i));
    }
}

/* --- the value matrix --- */

static void matrix_build(struct report_build *b)
{
    _Static_assert((int)REPORT_MATRIX == (int)PLACE_COUNT, "one cell for each place");
    struct report_matrix *out = &b->out->matrix;
    struct value_matrix all;
    matrix_read(b->reading, NOBODY, &all);
    *out = (struct report_matrix){.acts = (int)all.acts,
                                  .seen = (int)all.seen_acts,
                                  .time = wording_span(b->arena, all.seconds),
                                  .seen_time = wording_span(b->arena, all.seen_seconds)};
    for (int i = 0; i < REPORT_MATRIX; i++)
        out->places[i] = (struct report_place){.name = text(arena_printf(b->arena, "figure.%s", matrix_place_word(i))),
                                               .acts = (int)all.cells[i].acts,
                                               .share = all.acts > 0 ? (int)(all.cells[i].acts * 100 / all.acts) : 0,
                                               .time = wording_span(b->arena, all.cells[i].seconds)};
    for (int place = 0; place < b->out->round_count; place++) {
        struct value_matrix round;
        matrix_read(b->reading, b->rounds[place], &round);
        for (int i = 0; i < REPORT_MATRIX; i++) out->places[i].rounds[place] = (int)round.cells[i].acts;
    }
}

/* --- load, news, hands --- */

/* Works that somebody began, by who did: sorted, so that nobody is named. */
static void hands_build(struct report_build *b)
{
    int by[LIMIT_MEMBERS] = {0}, count = (int)b->state->member_count;
    round_id round = NOBODY;
    for (int32_t i = 0; i < session_event_count(b->session); i++) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_ROUND_STARTED) round = e->round_started.round;
        if (e->kind != SIM_EV_WORK_STARTED || e->work_started.member < 0 || e->work_started.member >= count) continue;
        if (!report_is_within(b, round, report_whole(b))) continue;
        by[e->work_started.member]++;
        b->out->works++;
    }
    for (int place = 0; place < count && place < REPORT_HANDS && b->out->works > 0; place++) {
        int most = 0;
        for (int k = 1; k < count; k++) most = by[k] > by[most] ? k : most;
        b->out->hands[b->out->hand_count++] = by[most];
        by[most] = -1;
    }
}

/* How the updates came that each customer was due. */
static void silence_build(struct report_build *b)
{
    for (int32_t k = 0; k < b->state->moment_count; k++) {
        const struct sim_moment *m = &b->state->moments[k];
        int32_t outcome = (int32_t)score_outcome(m);
        if (m->source != MOMENT_UPDATE_WINDOW || !report_moment_shows(b, m) || m->customer < 0 || m->customer >= b->out->customer_count) continue;
        struct report_silence *s = &b->out->customers[m->customer].silence;
        s->came += outcome == OUTCOME_MET;
        s->late += outcome == OUTCOME_PARTLY || outcome == OUTCOME_BROKEN;
        s->none += outcome == OUTCOME_MISSED;
    }
}

void report_measures_build(struct report_build *b)
{
    b->out->kept = report_row_of(b, MEASURE_COMMITMENTS_KEPT);
    b->out->quiet = value_of(b, MEASURE_IN_QUIET, NOBODY);
    b->out->load = value_of(b, MEASURE_UNDER_LOAD, NOBODY);
    b->out->told = value_of(b, MEASURE_BAD_NEWS_SPEED, NOBODY);
    if (measure_read(b->reading, MEASURE_BAD_NEWS_SPEED, NOBODY).value < 0) b->out->told.value = "";
    hands_build(b);
    silence_build(b);
    account_build(b);
    sides_build(b);
    spokes_build(b);
    matrix_build(b);
}
