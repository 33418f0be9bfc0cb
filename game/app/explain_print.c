#include "app/explain.h"

#include "base/text.h"
#include "view/told.h"
#include "view/wording.h"
#include "view/wording_between.h"

enum { WORD_WIDTH = 20 };

static void line(struct str *out, const char *sentence)
{
    str_printf(out, "%s\n", sentence);
}

static const char *number(struct explain *e, int32_t n)
{
    return arena_printf(&e->arena, "%d", (int)n);
}

static void title(struct str *out, struct explain *e)
{
    int32_t rules = session_rules(e->session);
    const struct scenario *sc = session_scenario(e->session);
    line(out, text_fill(&e->arena, rules == SIM_RULES_VERSION ? "explain.title" : "explain.title.older", "team",
                        session_setup(e->session)->team, "pack", sc->title, "rules", number(e, rules), "now",
                        number(e, SIM_RULES_VERSION), NULL));
    line(out, e->round == NOBODY ? text("explain.scope.all")
                                 : text_fill(&e->arena, "explain.scope.round", "round", sc->rounds[e->round].title, NULL));
}

/* --- every figure --- */

static const char *padded(struct explain *e, const char *word)
{
    return arena_printf(&e->arena, "%-*s", WORD_WIDTH, word);
}

void explain_print_figures(struct str *out, struct explain *e)
{
    struct explain_figures *all = arena_alloc(&e->arena, sizeof *all);
    int32_t group = -1;
    view_figures_build(&e->arena, e->session, e->round, all);
    title(out, e);
    for (int32_t m = 0; m < MEASURE_COUNT; m++) {
        const struct explain_figure *f = &all->items[m];
        if ((int32_t)measure_group(m) != group) {
            group = (int32_t)measure_group(m);
            str_printf(out, "\n%s\n", explain_group(group));
        }
        line(out, text_fill(&e->arena, f->counts_text[0] ? "explain.row.counts" : "explain.row", "word", padded(e, f->word), "name",
                            f->name, "value", f->value_text, "counts", f->counts_text, NULL));
    }
}

/* --- one figure --- */

static void points_line(struct str *out, struct explain *e, const struct explain_item *item)
{
    const struct assess_item *i = &item->item;
    const char *key = i->disputed                ? "explain.item.disputed"
                      : item->outcome[0] != '\0' ? "explain.item.outcome"
                      : i->possible > 0          ? "explain.item.points"
                                                 : "explain.item.plain";
    line(out, text_fill(&e->arena, key, "outcome", i->disputed ? item->rule_outcome : item->outcome, "points",
                        number(e, i->disputed ? i->rule_points : i->points), "possible",
                        number(e, i->disputed ? i->rule_possible : i->possible), "rule", item->rule, NULL));
}

static void overrule_line(struct str *out, struct explain *e, const struct explain_item *item)
{
    const char *author = item->mark.author[0] ? item->mark.author : text("explain.item.nobody");
    line(out, text_fill(&e->arena, "explain.item.overruled", "time", item->mark.time, "author", author, "reason", item->mark.reason,
                        "outcome", item->rule_outcome, "points", number(e, item->item.rule_points), "possible",
                        number(e, item->item.rule_possible), NULL));
}

static void item_print(struct str *out, struct explain *e, const struct explain_item *item, int n, const char *idea)
{
    line(out, text_fill(&e->arena, item->time[0] ? "explain.item" : "explain.item.timeless", "n", arena_printf(&e->arena, "%3d", n), "time", item->time, "text", item->text, NULL));
    points_line(out, e, item);
    if (item->overruled)
        overrule_line(out, e, item);
    if (item->would[0])
        line(out, text_fill(&e->arena, "explain.item.would", "what", item->would, NULL));
    if (item->key[0])
        line(out, text_fill(&e->arena, "explain.item.key", "key", item->key, NULL));
    if (item->item.idea[0] && !str_is_same(item->item.idea, idea))
        line(out, text_fill(&e->arena, "explain.item.idea", "word", item->item.idea, NULL));
    if (item->item.kind == ITEM_MEASURE)
        line(out, text_fill(&e->arena, "explain.item.see", "file", e->file, "word", measure_word(item->item.index), NULL));
    for (int k = 0; k < item->line_count; k++)
        line(out, text_fill(&e->arena, "explain.line", "event", arena_printf(&e->arena, "%5d", (int)item->lines[k].event), "time",
                            item->lines[k].time, "word", arena_printf(&e->arena, "%-15s", item->lines[k].word), "text",
                            item->lines[k].text, NULL));
    if (item->lines_left > 0)
        line(out, text_fill(&e->arena, "explain.line.more", "n", number(e, item->lines_left), NULL));
}

static void head_print(struct str *out, struct explain *e, const struct view_explain *v)
{
    line(out, text_fill(&e->arena, v->counts_text[0] ? "explain.head.counts" : "explain.head", "name", v->name, "value", v->value_text,
                        "counts", v->counts_text, NULL));
    if (v->by_rule_text[0])
        line(out, text_fill(&e->arena, "explain.by-rule", "value", v->by_rule_text, NULL));
    if (v->value.disputed > 0)
        line(out, text_fill(&e->arena, "explain.disputed", "n", number(e, v->value.disputed), NULL));
    line(out, text_fill(&e->arena, "explain.how", "how", v->how, NULL));
    line(out, text_fill(&e->arena, "explain.idea", "idea", v->idea, "word", v->idea_word, NULL));
    const char *sum = measure_unit(v->measure) == UNIT_POINTS ? "explain.sum.items" : v->value.possible > 0 ? "explain.sum" : "explain.sum.plain";
    line(out, text_fill(&e->arena, sum, "points", number(e, v->value.points), "possible", number(e, v->value.possible), "n",
                        number(e, v->value.items), NULL));
}

/* What was looked at and gives nothing is left out where things are only counted; the JSON has it. */
static int adds(const struct view_explain *v, const struct assess_item *item)
{
    int counted = measure_unit(v->measure) == UNIT_COUNT;
    return !counted || item->points != 0 || item->rule_points != 0 || item->disputed;
}

void explain_print_figure(struct str *out, struct explain *e, int32_t measure)
{
    struct view_explain v;
    int shown = 0;
    view_explain_build(&e->arena, e->session, measure, e->round, &v);
    title(out, e);
    str_append_char(out, '\n');
    head_print(out, e, &v);
    if (v.item_count == 0)
        line(out, text("explain.none"));
    for (int k = 0; k < v.item_count; k++) {
        if (!adds(&v, &v.items[k].item))
            continue;
        str_append_char(out, '\n');
        item_print(out, e, &v.items[k], ++shown, v.idea_word);
    }
    if (shown < v.item_count)
        str_printf(out, "\n%s\n", text_count(&e->arena, "explain.rest", v.item_count - shown));
}

/* --- patterns and pledges --- */

static void pattern_print(struct str *out, struct explain *e, const struct view_pattern *p)
{
    struct wording w = wording_of(&e->arena, e->session);
    str_append_char(out, '\n');
    line(out, text_fill(&e->arena, "explain.pattern", "name", p->name, "count", p->count_text, "says", p->says, NULL));
    line(out, text_fill(&e->arena, "explain.idea", "idea", explain_idea(&e->arena, p->idea), "word", p->idea, NULL));
    for (int k = 0; k < p->evidence_count; k++)
        line(out, text_fill(&e->arena, "explain.pattern.evidence", "event",
                            arena_printf(&e->arena, "%5d", (int)p->evidence[k].event), "time",
                            wording_clock(&w, session_event_at(e->session, p->evidence[k].event)->at), "text", p->evidence[k].text, NULL));
}

void explain_print_patterns(struct str *out, struct explain *e)
{
    struct view_patterns *v = arena_alloc(&e->arena, sizeof *v);
    view_patterns_build(&e->arena, e->session, e->round, v);
    title(out, e);
    if (v->count == 0)
        line(out, text("explain.patterns.none"));
    for (int k = 0; k < v->count; k++)
        pattern_print(out, e, &v->items[k]);
}

static void pledge_print(struct str *out, struct explain *e, const struct pledge_found *p)
{
    struct wording w = wording_of(&e->arena, e->session);
    int charter = p->kind == PLEDGE_CHARTER;
    line(out, text_fill(&e->arena, charter ? "explain.pledge.charter" : "explain.pledge.commitment", "slot", number(e, p->slot + 1),
                        "words", wording_pledge(&w, p->behaviour, p->text), NULL));
    line(out, text_fill(&e->arena, p->seen.percent < 0 ? "explain.pledge.log.none" : "explain.pledge.log", "met", number(e, p->seen.met),
                        "partly", number(e, p->seen.partly), "missed", number(e, p->seen.missed), "broken", number(e, p->seen.broken),
                        "percent", number(e, p->seen.percent), NULL));
    if (p->marked.percent >= 0)
        line(out, text_fill(&e->arena, "explain.pledge.tables", "met", number(e, p->marked.met), "partly", number(e, p->marked.partly),
                            "missed", number(e, p->marked.missed), NULL));
    const char *standing = text(arena_printf(&e->arena, "explain.standing.%s", pledge_standing_word((int32_t)p->standing)));
    line(out, text_fill(&e->arena, "explain.pledge.standing", "standing", standing, NULL));
}

void explain_print_pledges(struct str *out, struct explain *e)
{
    const struct scenario *sc = session_scenario(e->session);
    const struct told *told = told_of(&e->arena, e->session);
    struct pledge_found found[PLEDGES_A_ROUND];
    int32_t all = 0;
    title(out, e);
    for (round_id r = 0; r < sc->round_count; r++) {
        int32_t count = e->round != NOBODY && e->round != r ? 0 : pledge_list(&told->pledges, session_state(e->session), r, found);
        if (count > 0)
            str_printf(out, "\n%s\n", sc->rounds[r].title);
        for (int32_t k = 0; k < count; k++)
            pledge_print(out, e, &found[k]);
        all += count;
    }
    if (all == 0)
        line(out, text("explain.pledges.none"));
}
