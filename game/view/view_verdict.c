#include "view/view_verdict.h"
#include "assess/maturity.h"
#include "assess/perception.h"
#include "base/text.h"
#include "view/wording_between.h"
#include "view/chosen.h"
#include "view/wording_figure.h"

#include <string.h>

enum { HALF = 50 };   /* percent: where both are below it, their distance tells nothing */

struct build {
    struct wording w;
    const struct assess_reading *reading;
    const struct scenario *sc;
    const struct sim_state *state;
    struct view_verdict *out;
};

static const char *number(struct build *b, int32_t n)
{
    return arena_printf(b->w.arena, "%d", (int)n);
}

/* --- what each would say --- */

/* The same line whenever it is looked at, another one in another session. */
static const char *line_of(struct build *b, customer_id c, enum mood mood)
{
    const struct texts *lines = &b->sc->customers[c].lines[mood];
    uint64_t seed = session_setup(b->w.session)->seed;
    if (lines->count == 0)
        return "";
    struct wording_about about = {c, NOBODY, -1, -1};
    return wording_fill(&b->w, lines->items[(seed + (uint64_t)c) % (uint64_t)lines->count], about);
}

static void customers_build(struct build *b)
{
    for (customer_id c = 0; c < b->sc->customer_count; c++) {
        enum mood mood = sim_mood(b->state, b->sc, c);
        b->out->customers[b->out->customer_count++] =
            (struct verdict_customer){.name = b->sc->customers[c].name,
                                      .first = wording_first_name(&b->w, c),
                                      .role = b->sc->customers[c].role,
                                      .line = line_of(b, c, mood),
                                      .mood_word = wording_mood(mood),
                                      .mood = mood,
                                      .portrait = &b->sc->customers[c].portrait};
    }
}

/* --- the decision --- */

static void ending_build(struct build *b)
{
    static const enum tone tones[BUSINESS_COUNT] = {TONE_GOOD, TONE_TEAM, TONE_WARN, TONE_BAD};
    int32_t ending = sim_ending(b->state, b->sc);
    if (ending < 0)
        return;
    struct wording_ending words = wording_ending(&b->w, ending);
    b->out->title = words.title;
    b->out->text = words.text;
    b->out->word = words.word;
    b->out->means = strcmp(words.text, words.means) == 0 ? "" : words.means;
    b->out->tone = tones[words.verdict];
}

/* --- delivered beside perceived --- */

const char *view_verdict_gap(int delivered, int perceived)
{
    if (delivered < 0 || perceived < 0)
        return text("verdict.gap.unknown");
    if (delivered < HALF && perceived < HALF)
        return text("verdict.gap.low");
    if (perception_is_watermelon(delivered, perceived))
        return text("verdict.gap.watermelon");
    if (perceived - delivered >= WATERMELON_GAP)
        return text("verdict.gap.forgiven");
    return text("verdict.gap.even");
}

static void gap_build(struct build *b)
{
    struct view_verdict *v = b->out;
    for (round_id r = 0; r < b->sc->round_count; r++) {
        struct perception p;
        if (b->sc->rounds[r].warm_up || !assess_has_round(b->reading, r))
            continue;
        perception_read(b->reading, r, &p);
        v->rounds[v->round_count] = text_fill(b->w.arena, "round.number", "n", number(b, chosen_place(b->sc, r)), NULL);
        v->delivered[v->round_count] = (int)p.delivered;
        v->perceived[v->round_count++] = (int)p.perceived;
    }
    int last = v->round_count - 1;
    v->gap = last < 0 ? view_verdict_gap(-1, -1) : view_verdict_gap(v->delivered[last], v->perceived[last]);
}

/* --- maturity --- */

static const char *level_words(struct build *b, int32_t level, const char *part)
{
    return text(arena_printf(b->w.arena, "maturity.%s%s", maturity_word(level), part));
}

static const char *stopped_words(struct build *b, const struct maturity_gate *g)
{
    struct figure_words v = wording_figure_value(&b->w, b->reading, g->measure, NOBODY);
    const char *bound = measure_unit(g->measure) == UNIT_SHARE ? "maturity.from.share" : "maturity.from";
    const char *value = v.percent >= 0 && v.of[0] ? v.of : v.value;
    return text_fill(b->w.arena, "maturity.stopped", "level", level_words(b, g->level, ""), "gate",
                     wording_figure(g->measure), "bound", text_fill(b->w.arena, bound, "n", number(b, g->bound), NULL),
                     "value", value, NULL);
}

static void maturity_build(struct build *b)
{
    struct maturity m;
    maturity_read(b->reading, NOBODY, &m);
    b->out->level = (int)m.level;
    b->out->level_word = level_words(b, m.level, "");
    b->out->level_about = level_words(b, m.level, ".about");
    if (m.stopped >= 0)
        b->out->stopped = stopped_words(b, &m.gates[m.stopped]);
}

void view_verdict_build(struct arena *arena, const struct session *session, struct view_verdict *out)
{
    struct build b = {wording_of(arena, session), reading_of(arena, session), session_scenario(session),
                      session_state(session), out};
    *out = (struct view_verdict){.title = "",
                                 .text = "",
                                 .word = "",
                                 .means = "",
                                 .gap = "",
                                 .level_word = "",
                                 .level_about = "",
                                 .stopped = ""};
    out->pack = b.sc->title;
    out->team = wording_team(&b.w);
    out->organisation = b.sc->organisation;
    out->decided = b.state->phase == PHASE_FINISHED && b.state->rounds_scored > 0;
    customers_build(&b);
    if (!out->decided)
        return;
    ending_build(&b);
    gap_build(&b);
    maturity_build(&b);
}
