#include "app/explain.h"

#include "base/json_write.h"
#include "model/behaviours.h"
#include "view/told.h"
#include "view/wording_between.h"

static void begin(struct str *out, const struct explain *e)
{
    const struct scenario *sc = session_scenario(e->session);
    str_append(out, "{");
    json_text(out, "file", e->file);
    json_text(out, "team", session_setup(e->session)->team);
    json_text(out, "pack", sc->id);
    json_number(out, "rules", session_rules(e->session));
    json_key(out, "round");
    if (e->round == NOBODY)
        str_append(out, "null");
    else
        str_append_json(out, sc->rounds[e->round].id);
}

static void list(struct str *out, const char *name)
{
    json_key(out, name);
    str_append(out, "[");
}

static void object(struct str *out, const char *name)
{
    json_key(out, name);
    str_append(out, "{");
}

static void row(struct str *out)
{
    json_item(out);
    str_append(out, "{");
}

static const char *unit_word(int32_t measure)
{
    static const char *const words[] = {"percent", "count", "value", "seconds", "points", "level"};
    return words[measure_unit(measure)];
}

static void value_members(struct str *out, int32_t measure, const struct measure_value *v)
{
    json_text(out, "unit", unit_word(measure));
    json_percent(out, "value", v->value);
    json_percent(out, "by_rule", v->by_rule);
    json_number(out, "points", v->points);
    json_number(out, "possible", v->possible);
    json_number(out, "items", v->items);
    json_number(out, "disputed", v->disputed);
    json_number(out, "overruled", v->overruled);
}

void explain_json_figures(struct str *out, struct explain *e)
{
    struct explain_figures *all = arena_alloc(&e->arena, sizeof *all);
    view_figures_build(&e->arena, e->session, e->round, all);
    begin(out, e);
    list(out, "figures");
    for (int32_t m = 0; m < MEASURE_COUNT; m++) {
        const struct explain_figure *f = &all->items[m];
        row(out);
        json_text(out, "figure", f->word);
        json_text(out, "name", f->name);
        json_text(out, "group", measure_group_word((int32_t)measure_group(m)));
        json_text(out, "idea", f->idea_word);
        value_members(out, m, &f->value);
        str_append(out, "}");
    }
    str_append(out, "]");
    str_append(out, "}\n");
}

static void lines_member(struct str *out, const struct explain_item *item)
{
    list(out, "log");
    for (int k = 0; k < item->line_count; k++) {
        row(out);
        json_number(out, "event", item->lines[k].event);
        json_number(out, "at", item->lines[k].at);
        json_text(out, "kind", item->lines[k].word);
        if (item->lines[k].act > 0)
            json_number(out, "act", item->lines[k].act);
        json_text(out, "words", item->lines[k].text);
        str_append(out, "}");
    }
    str_append(out, "]");
}

static void overruled_member(struct str *out, const struct explain_item *item)
{
    object(out, "overruled");
    json_number(out, "event", item->mark.event);
    json_text(out, "reason", item->mark.reason);
    json_text(out, "author", item->mark.author);
    str_append(out, "}");
}

static void item_json(struct str *out, const struct explain_item *item)
{
    static const char *const kinds[] = {"moment", "claim", "promise", "event", "figure"};
    const struct assess_item *i = &item->item;
    row(out);
    json_text(out, "kind", kinds[i->kind]);
    json_percent(out, "at", i->at);
    json_text(out, "words", item->text);
    if (item->key[0])
        json_text(out, "moment", item->key);
    if (i->kind == ITEM_MEASURE)
        json_text(out, "figure", measure_word(i->index));
    json_text(out, "rule", i->rule);
    json_text(out, "rule_words", item->rule);
    json_text(out, "idea", i->idea);
    if (item->outcome[0]) {
        json_text(out, "outcome", outcome_word(i->outcome));
        json_text(out, "rule_outcome", outcome_word(i->rule_outcome));
    }
    json_number(out, "points", i->points);
    json_number(out, "possible", i->possible);
    json_number(out, "rule_points", i->rule_points);
    json_number(out, "rule_possible", i->rule_possible);
    if (item->would[0])
        json_text(out, "would_have_met", item->would);
    json_flag(out, "disputed", i->disputed);
    if (item->overruled)
        overruled_member(out, item);
    lines_member(out, item);
    str_append(out, "}");
}

void explain_json_figure(struct str *out, struct explain *e, int32_t measure)
{
    struct view_explain v;
    view_explain_build(&e->arena, e->session, measure, e->round, &v);
    begin(out, e);
    json_text(out, "figure", v.word);
    json_text(out, "name", v.name);
    json_text(out, "how", v.how);
    json_text(out, "idea", v.idea_word);
    json_text(out, "idea_words", v.idea);
    value_members(out, measure, &v.value);
    list(out, "rests_on");
    for (int k = 0; k < v.item_count; k++) {
        item_json(out, &v.items[k]);
    }
    str_append(out, "]");
    str_append(out, "}\n");
}

static void pattern_json(struct str *out, const struct view_pattern *p)
{
    row(out);
    json_text(out, "pattern", p->word);
    json_text(out, "name", p->name);
    json_text(out, "says", p->says);
    json_flag(out, "good", p->good);
    json_number(out, "count", p->count);
    json_number(out, "against", p->against);
    json_number(out, "incidents", p->incidents);
    json_text(out, "idea", p->idea);
    list(out, "log");
    for (int k = 0; k < p->evidence_count; k++) {
        row(out);
        json_number(out, "event", p->evidence[k].event);
        json_percent(out, "because", p->evidence[k].because);
        json_text(out, "words", p->evidence[k].text);
        str_append(out, "}");
    }
    str_append(out, "]");
    str_append(out, "}");
}

void explain_json_patterns(struct str *out, struct explain *e)
{
    struct view_patterns *v = arena_alloc(&e->arena, sizeof *v);
    view_patterns_build(&e->arena, e->session, e->round, v);
    begin(out, e);
    list(out, "patterns");
    for (int k = 0; k < v->count; k++)
        pattern_json(out, &v->items[k]);
    str_append(out, "]");
    str_append(out, "}\n");
}

static void counts_member(struct str *out, const char *key, const struct pledge_counts *c)
{
    object(out, key);
    json_number(out, "met", c->met);
    json_number(out, "partly", c->partly);
    json_number(out, "missed", c->missed);
    json_number(out, "broken", c->broken);
    json_percent(out, "percent", c->percent);
    str_append(out, "}");
}

static void pledge_json(struct str *out, const struct explain *e, const struct wording *w, const struct pledge_found *p)
{
    row(out);
    json_text(out, "kind", p->kind == PLEDGE_CHARTER ? "charter" : "commitment");
    json_text(out, "round", session_scenario(e->session)->rounds[p->round].id);
    json_number(out, "slot", p->slot);
    json_text(out, "behaviour", behaviour_word(p->behaviour));
    json_text(out, "words", wording_pledge(w, p->behaviour, p->text));
    json_text(out, "standing", pledge_standing_word((int32_t)p->standing));
    counts_member(out, "log", &p->seen);
    counts_member(out, "tables", &p->marked);
    str_append(out, "}");
}

void explain_json_pledges(struct str *out, struct explain *e)
{
    const struct scenario *sc = session_scenario(e->session);
    const struct told *told = told_of(&e->arena, e->session);
    struct wording w = wording_of(&e->arena, e->session);
    struct pledge_found found[PLEDGES_A_ROUND];
    begin(out, e);
    list(out, "pledges");
    for (round_id r = 0; r < sc->round_count; r++) {
        int32_t count = e->round != NOBODY && e->round != r ? 0 : pledge_list(&told->pledges, session_state(e->session), r, found);
        for (int32_t k = 0; k < count; k++)
            pledge_json(out, e, &w, &found[k]);
    }
    str_append(out, "]");
    str_append(out, "}\n");
}
