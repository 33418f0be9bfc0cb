#include "view/wording_figure.h"
#include "assess/perception.h"
#include "base/text.h"
#include "view/wording_between.h"

static const struct sim_event *event_at(const void *context, int32_t index)
{
    return session_event_at(context, index);
}

const struct assess_reading *reading_of(struct arena *arena, const struct session *session)
{
    struct assess_reading *r = arena_alloc(arena, sizeof *r);
    struct assess_log log = {.scenario = session_scenario(session), .count = session_event_count(session), .at = event_at, .context = session};
    session_sim_setup(session_setup(session), &log.setup);
    assess_read(r, &log);
    return r;
}

const char *wording_figure(int32_t measure)
{
    static const char *const keys[MEASURE_COUNT] = {
#define FIGURE_KEY(NAME, word, GROUP, UNIT, idea) "figure." word,
        MEASURES(FIGURE_KEY)
#undef FIGURE_KEY
    };
    return measure >= 0 && measure < MEASURE_COUNT ? text(keys[measure]) : "";
}

static const char *number(struct arena *a, int32_t n)
{
    return arena_printf(a, "%d", (int)n);
}

const char *wording_span(struct arena *arena, int32_t seconds)
{
    int32_t minutes = (seconds + 30) / 60;
    if (minutes < 60)
        return text_fill(arena, "figure.minutes", "n", number(arena, minutes), NULL);
    return text_fill(arena, "figure.hours", "h", number(arena, minutes / 60), "m", number(arena, minutes % 60), NULL);
}

static const char *in_unit(const struct wording *w, enum measure_unit unit, int32_t value)
{
    if (value < 0)
        return text(unit == UNIT_SHARE ? "figure.few" : "figure.nothing");
    switch (unit) {
    case UNIT_SHARE: return text_fill(w->arena, "figure.percent", "n", number(w->arena, value), NULL);
    case UNIT_VALUE: return wording_value(w, value);
    case UNIT_SECONDS: return wording_span(w->arena, value);
    case UNIT_COUNT:
    case UNIT_POINTS:
    case UNIT_LEVEL: break;
    }
    return number(w->arena, value);
}

static void count_whole(void *context, const struct assess_item *item)
{
    struct figure_tally *t = context;
    if (item->disputed || item->possible <= 0)
        return;
    t->items++;
    t->whole += item->points >= item->possible;
    t->partly += item->points > 0 && item->points < item->possible;
    t->broken += item->points < 0;
}

struct figure_tally figure_tally(const struct assess_reading *r, int32_t measure, round_id round)
{
    struct figure_tally t = {.items = 0};
    measure_visit(r, measure, round, count_whole, &t);
    return t;
}

static const char *of_words(const struct wording *w, const struct figure_tally *t)
{
    return text_fill(w->arena, "figure.of", "met", number(w->arena, t->whole), "all", number(w->arena, t->items), NULL);
}

/* What is neither whole nor nothing: with it anybody can reckon a share again. */
static const char *rest_words(const struct wording *w, const struct figure_tally *t)
{
    const char *partly = t->partly == 0 ? "" : text_fill(w->arena, "figure.partly", "n", number(w->arena, t->partly), NULL);
    const char *broken = t->broken == 0 ? "" : text_fill(w->arena, "figure.broken", "n", number(w->arena, t->broken), NULL);
    return !partly[0] ? broken : !broken[0] ? partly : text_fill(w->arena, "figure.and", "one", partly, "two", broken, NULL);
}

struct figure_words wording_figure_value(const struct wording *w, const struct assess_reading *r, int32_t measure, round_id round)
{
    enum measure_unit unit = measure_unit(measure);
    struct measure_value v = measure_read(r, measure, round);
    struct figure_tally t = {.items = 0};
    if (unit == UNIT_SHARE)
        t = figure_tally(r, measure, round);
    const char *of = t.items == 0 ? "" : of_words(w, &t), *rest = rest_words(w, &t);
    return (struct figure_words){
        .value = in_unit(w, unit, v.value),
        .counts = rest[0] ? text_fill(w->arena, "figure.and", "one", of, "two", rest, NULL) : of,
        .of = of,
        .rest = rest,
        .by_rule = v.by_rule == v.value ? ""
                                        : text_fill(w->arena, "figure.by-rule", "value", in_unit(w, unit, v.by_rule), NULL),
        .percent = unit == UNIT_SHARE || unit == UNIT_POINTS ? (int)v.value : -1,
        .whole = t.whole,
        .items = t.items,
        .disputed = (int)v.disputed};
}

/* --- what was new --- */

const char *wording_novelty(const struct wording *w, const struct assess_reading *r, round_id round)
{
    struct perception p;
    if (round < 0 || !r->rounds[round].begun)
        return "";
    perception_read(r, round, &p);
    if (p.fade >= 100 || p.fade < 0)
        return "";
    if (p.gains == 0)
        return text_fill(w->arena, "novelty.none", "fade", number(w->arena, p.fade), NULL);
    return text_fill(w->arena, p.gains == 1 ? "novelty.one" : "novelty.many", "n", number(w->arena, p.gains), "percent",
                     number(w->arena, p.novelty < 0 ? p.fade : p.novelty), NULL);
}

const char *wording_novelty_public(const struct assess_reading *r, round_id round)
{
    struct perception p;
    if (round < 0 || !r->rounds[round].begun)
        return "";
    perception_read(r, round, &p);
    return p.fade >= 0 && p.fade < 100 && p.gains > 0 ? text("novelty.public") : "";
}
