#include "view/view_survey.h"
#include "assess/survey.h"
#include "base/text.h"
#include "session/session.h"
#include "sim/between.h"

struct survey_build {
    struct arena *arena;
    const struct scenario *sc;
    const struct sim_state *state;
    struct view_survey *out;
};

static const char *counts(struct survey_build *b, int32_t some, int32_t all)
{
    if (all <= 0)
        return "";
    return text_fill(b->arena, "survey.counts", "n", arena_printf(b->arena, "%d", (int)some), "all", arena_printf(b->arena, "%d", (int)all), NULL);
}

static void count_hands(const struct sim_state *s, int32_t what, int32_t subject, int32_t hands[SURVEY_STEPS])
{
    for (int32_t answer = 1; answer <= SURVEY_STEPS; answer++) {
        int32_t at = tally_find(s, what, subject, answer);
        hands[answer - 1] = at < 0 ? 0 : s->tallies[at].count;
    }
}

static int32_t hands_from(const int32_t hands[SURVEY_STEPS], int32_t answer)
{
    int32_t sum = 0;
    for (int32_t i = answer - 1; i < SURVEY_STEPS; i++)
        sum += hands[i];
    return sum;
}

static void row_take(struct survey_build *b, int32_t question, int32_t part)
{
    struct survey_row *row = &b->out->rows[b->out->row_count++];
    int32_t first[SURVEY_STEPS];
    row->text = b->sc->survey[question].text;
    row->what = part == SURVEY_NOW ? TALLY_SURVEY : TALLY_SURVEY_LATER;
    row->subject = part == SURVEY_NOW ? question : part * b->sc->survey_count + question;
    count_hands(b->state, row->what, row->subject, row->hands);
    row->all = hands_from(row->hands, 1);
    row->satisfied = hands_from(row->hands, 4);
    row->counts = counts(b, row->satisfied, row->all);
    if (part == SURVEY_NOW)
        return;
    count_hands(b->state, TALLY_SURVEY, question, first);
    row->was = hands_from(first, 4);
    row->was_all = hands_from(first, 1);
}

/* As the report judges it: too few hands say nothing. */
static void sum_up(struct survey_build *b)
{
    static const enum tone tones[] = {TONE_NEUTRAL, TONE_WARN, TONE_GOOD, TONE_GOOD};
    int32_t all = 0, satisfied = 0;
    for (int i = 0; i < b->out->row_count; i++) {
        all += b->out->rows[i].all;
        satisfied += b->out->rows[i].satisfied;
        b->out->counted += b->out->rows[i].all > 0;
    }
    if (all <= 0)
        return;
    enum survey_band band = survey_band_of(satisfied, all);
    b->out->word = text(arena_printf(b->arena, "survey.band.%s", survey_band_word((int32_t)band)));
    b->out->tone = tones[band];
    b->out->sum = text_fill(b->arena, "survey.sum", "n", arena_printf(b->arena, "%d", (int)satisfied), "all",
                            arena_printf(b->arena, "%d", (int)all), NULL);
}

void view_survey_build(struct arena *arena, const struct session *session, int32_t part, struct view_survey *out)
{
    struct survey_build b = {arena, session_scenario(session), session_state(session), out};
    *out = (struct view_survey){.pack = b.sc->title, .word = "", .sum = ""};
    out->rows = arena_array(arena, (size_t)b.sc->survey_count + 1, sizeof *out->rows);
    for (int32_t q = 0; q < b.sc->survey_count; q++)
        row_take(&b, q, part);
    sum_up(&b);
}
