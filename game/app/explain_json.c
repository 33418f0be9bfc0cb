#include "app/explain.h"

#include "model/behaviours.h"
#include "view/told.h"
#include "view/wording_between.h"

/* A member of the object under way: `first` is set until one was written. */
struct object { struct str *out; int first; };

static struct object begin(struct str *out, char bracket)
{
    str_append_char(out, bracket);
    return (struct object){out, 1};
}

static void next(struct object *o)
{
    if (!o->first)
        str_append_char(o->out, ',');
    o->first = 0;
}

static void name(struct object *o, const char *key)
{
    next(o);
    str_append_json(o->out, key);
    str_append_char(o->out, ':');
}

static void word(struct object *o, const char *key, const char *value)
{
    name(o, key);
    str_append_json(o->out, value);
}

static void whole(struct object *o, const char *key, int32_t value)
{
    name(o, key);
    str_printf(o->out, "%d", (int)value);
}

/* NOBODY and what cannot be told are null. */
static void whole_or_null(struct object *o, const char *key, int32_t value)
{
    if (value >= 0) {
        whole(o, key, value);
        return;
    }
    name(o, key);
    str_append(o->out, "null");
}

static void end(struct object *o, char bracket)
{
    str_append_char(o->out, bracket);
}

static struct object top(struct str *out, const struct explain *e)
{
    const struct scenario *sc = session_scenario(e->session);
    struct object o = begin(out, '{');
    word(&o, "file", e->file);
    word(&o, "team", session_setup(e->session)->team);
    word(&o, "pack", sc->id);
    whole(&o, "rules", session_state(e->session)->rules);
    name(&o, "round");
    if (e->round == NOBODY)
        str_append(out, "null");
    else
        str_append_json(out, sc->rounds[e->round].id);
    return o;
}

static void finish(struct object *o)
{
    end(o, '}');
    str_append_char(o->out, '\n');
}

static const char *unit_word(int32_t measure)
{
    static const char *const words[] = {"percent", "count", "value", "seconds", "points", "level"};
    return words[measure_unit(measure)];
}

static void value_members(struct object *o, int32_t measure, const struct measure_value *v)
{
    word(o, "unit", unit_word(measure));
    whole_or_null(o, "value", v->value);
    whole_or_null(o, "by_rule", v->by_rule);
    whole(o, "points", v->points);
    whole(o, "possible", v->possible);
    whole(o, "items", v->items);
    whole(o, "disputed", v->disputed);
    whole(o, "overruled", v->overruled);
}

void explain_json_figures(struct str *out, struct explain *e)
{
    struct explain_figures *all = arena_alloc(&e->arena, sizeof *all);
    view_figures_build(&e->arena, e->session, e->round, all);
    struct object o = top(out, e);
    name(&o, "figures");
    struct object list = begin(out, '[');
    for (int32_t m = 0; m < MEASURE_COUNT; m++) {
        const struct explain_figure *f = &all->items[m];
        next(&list);
        struct object row = begin(out, '{');
        word(&row, "figure", f->word);
        word(&row, "name", f->name);
        word(&row, "group", measure_group_word((int32_t)measure_group(m)));
        word(&row, "idea", f->idea_word);
        value_members(&row, m, &f->value);
        end(&row, '}');
    }
    end(&list, ']');
    finish(&o);
}

static void lines_member(struct object *o, const struct explain_item *item)
{
    name(o, "log");
    struct object list = begin(o->out, '[');
    for (int k = 0; k < item->line_count; k++) {
        next(&list);
        struct object row = begin(o->out, '{');
        whole(&row, "event", item->lines[k].event);
        whole(&row, "at", item->lines[k].at);
        word(&row, "kind", item->lines[k].word);
        if (item->lines[k].act > 0)
            whole(&row, "act", item->lines[k].act);
        word(&row, "words", item->lines[k].text);
        end(&row, '}');
    }
    end(&list, ']');
}

static void overruled_member(struct object *o, const struct explain_item *item)
{
    name(o, "overruled");
    struct object row = begin(o->out, '{');
    whole(&row, "event", item->mark.event);
    word(&row, "reason", item->mark.reason);
    word(&row, "author", item->mark.author);
    end(&row, '}');
}

static void item_json(struct str *out, const struct explain_item *item)
{
    static const char *const kinds[] = {"moment", "claim", "promise", "event", "figure"};
    const struct assess_item *i = &item->item;
    struct object o = begin(out, '{');
    word(&o, "kind", kinds[i->kind]);
    whole_or_null(&o, "at", i->at);
    word(&o, "words", item->text);
    if (item->key[0])
        word(&o, "moment", item->key);
    if (i->kind == ITEM_MEASURE)
        word(&o, "figure", measure_word(i->index));
    word(&o, "rule", i->rule);
    word(&o, "rule_words", item->rule);
    word(&o, "idea", i->idea);
    if (item->outcome[0]) {
        word(&o, "outcome", outcome_word(i->outcome));
        word(&o, "rule_outcome", outcome_word(i->rule_outcome));
    }
    whole(&o, "points", i->points);
    whole(&o, "possible", i->possible);
    whole(&o, "rule_points", i->rule_points);
    whole(&o, "rule_possible", i->rule_possible);
    whole(&o, "disputed", i->disputed != 0);
    if (item->overruled)
        overruled_member(&o, item);
    lines_member(&o, item);
    end(&o, '}');
}

void explain_json_figure(struct str *out, struct explain *e, int32_t measure)
{
    struct view_explain v;
    view_explain_build(&e->arena, e->session, measure, e->round, &v);
    struct object o = top(out, e);
    word(&o, "figure", v.word);
    word(&o, "name", v.name);
    word(&o, "how", v.how);
    word(&o, "idea", v.idea_word);
    word(&o, "idea_words", v.idea);
    value_members(&o, measure, &v.value);
    name(&o, "rests_on");
    struct object list = begin(out, '[');
    for (int k = 0; k < v.item_count; k++) {
        next(&list);
        item_json(out, &v.items[k]);
    }
    end(&list, ']');
    finish(&o);
}

static void pattern_json(struct object *list, const struct view_pattern *p)
{
    next(list);
    struct object row = begin(list->out, '{');
    word(&row, "pattern", p->word);
    word(&row, "name", p->name);
    word(&row, "says", p->says);
    whole(&row, "good", p->good);
    whole(&row, "count", p->count);
    whole(&row, "against", p->against);
    whole(&row, "incidents", p->incidents);
    word(&row, "idea", p->idea);
    name(&row, "log");
    struct object log = begin(list->out, '[');
    for (int k = 0; k < p->evidence_count; k++) {
        next(&log);
        struct object line = begin(list->out, '{');
        whole(&line, "event", p->evidence[k].event);
        whole_or_null(&line, "because", p->evidence[k].because);
        word(&line, "words", p->evidence[k].text);
        end(&line, '}');
    }
    end(&log, ']');
    end(&row, '}');
}

void explain_json_patterns(struct str *out, struct explain *e)
{
    struct view_patterns *v = arena_alloc(&e->arena, sizeof *v);
    view_patterns_build(&e->arena, e->session, e->round, v);
    struct object o = top(out, e);
    name(&o, "patterns");
    struct object list = begin(out, '[');
    for (int k = 0; k < v->count; k++)
        pattern_json(&list, &v->items[k]);
    end(&list, ']');
    finish(&o);
}

static void counts_member(struct object *o, const char *key, const struct pledge_counts *c)
{
    name(o, key);
    struct object row = begin(o->out, '{');
    whole(&row, "met", c->met);
    whole(&row, "partly", c->partly);
    whole(&row, "missed", c->missed);
    whole(&row, "broken", c->broken);
    whole_or_null(&row, "percent", c->percent);
    end(&row, '}');
}

static void pledge_json(struct object *list, const struct explain *e, const struct wording *w, const struct pledge_found *p)
{
    next(list);
    struct object row = begin(list->out, '{');
    word(&row, "kind", p->kind == PLEDGE_CHARTER ? "charter" : "commitment");
    word(&row, "round", session_scenario(e->session)->rounds[p->round].id);
    whole(&row, "slot", p->slot);
    word(&row, "behaviour", behaviour_word(p->behaviour));
    word(&row, "words", wording_pledge(w, p->behaviour, p->text));
    word(&row, "standing", pledge_standing_word((int32_t)p->standing));
    counts_member(&row, "log", &p->seen);
    counts_member(&row, "tables", &p->marked);
    end(&row, '}');
}

void explain_json_pledges(struct str *out, struct explain *e)
{
    const struct scenario *sc = session_scenario(e->session);
    const struct told *told = told_of(&e->arena, e->session);
    struct wording w = wording_of(&e->arena, e->session);
    struct pledge_found found[PLEDGES_A_ROUND];
    struct object o = top(out, e);
    name(&o, "pledges");
    struct object list = begin(out, '[');
    for (round_id r = 0; r < sc->round_count; r++) {
        int32_t count = e->round != NOBODY && e->round != r ? 0 : pledge_list(&told->pledges, session_state(e->session), r, found);
        for (int32_t k = 0; k < count; k++)
            pledge_json(&list, e, &w, &found[k]);
    }
    end(&list, ']');
    finish(&o);
}
