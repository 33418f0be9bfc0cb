/* The facilitator's run sheet: what happens when, round by round. */
#include "handout_parts.h"

static const char *number(struct handout_sheet *h, int n) { return arena_printf(h->a, "%d", n); }

static int incidents_of(const struct scenario *sc, round_id r)
{
    int n = 0;
    for (incident_id i = 0; i < sc->incident_count; i++) n += sc->incidents[i].round == r;
    return n;
}

/* --- the day --- */

static const char *round_name(struct handout_sheet *h, round_id r)
{
    int n = 0;
    if (h->sc->rounds[r].warm_up) return text("print.warm-up");
    for (round_id k = 0; k <= r; k++) n += !h->sc->rounds[k].warm_up;
    return text_fill(h->a, "print.round", "n", number(h, n), NULL);
}

static void rounds(struct handout_sheet *h)
{
    static const char *const heads[] = {"print.run.round", "print.run.title", "print.run.clock", "print.run.lasts", "print.run.incidents"};
    static const float shares[] = {1.4f, 3, 1.7f, 1.5f, 1.2f};
    handout_table(h, heads, shares, 5);
    for (round_id r = 0; r < h->sc->round_count; r++) {
        const struct round *round = &h->sc->rounds[r];
        paper_row(h->d, NULL);
        handout_cell(h, round_name(h, r));
        handout_cell(h, round->title);
        handout_cell(h, text_fill(h->a, "print.run.from-to", "from", handout_clock(h, round->from), "to", handout_clock(h, round->to), NULL));
        handout_cell(h, handout_span(h, round->to - round->from));
        handout_cell(h, number(h, incidents_of(h->sc, r)));
        paper_end(h->d);
    }
    paper_end(h->d);
}

static void customers(struct handout_sheet *h)
{
    static const char *const heads[] = {"print.run.customer", "print.run.role", "print.run.patience", "print.run.trust", "print.run.satisfaction"};
    static const float shares[] = {2.2f, 3.2f, 1.4f, 1, 1.4f};
    paper_section(h->d, 2, "customers", text("print.run.customers"));
    handout_table(h, heads, shares, 5);
    for (int32_t i = 0; i < h->sc->customer_count; i++) {
        const struct customer *c = &h->sc->customers[i];
        paper_row(h->d, NULL);
        handout_cell(h, c->name);
        handout_cell(h, c->role);
        handout_cell(h, handout_span(h, c->patience));
        handout_cell(h, number(h, (int)c->trust));
        handout_cell(h, number(h, (int)c->satisfaction));
        paper_end(h->d);
    }
    paper_end(h->d);
    paper_end(h->d);
}

static void day(struct handout_sheet *h)
{
    const struct scenario_rules *rules = &h->sc->rules;
    paper_say(h->d, PAPER_KICKER, NULL, h->sc->title);
    paper_say(h->d, PAPER_TITLE, NULL, text("print.title.runsheet"));
    paper_say(h->d, PAPER_LEAD, NULL, h->sc->summary);
    paper_say(h->d, PAPER_ALARM, NULL, text("print.run.secret"));
    rounds(h);
    paper_say(h->d, PAPER_ASIDE, NULL,
              text_fill(h->a, "print.run.rules", "talk", handout_span(h, rules->conversation), "news", handout_span(h, rules->bad_news_within),
                        "call", handout_span(h, rules->commitment_within), NULL));
    paper_section(h->d, 2, "story", h->sc->organisation);
    for (int32_t i = 0; i < h->sc->story.count; i++) paper_say(h->d, PAPER_BODY, NULL, h->sc->story.items[i]);
    paper_end(h->d);
    customers(h);
}

/* --- a round --- */

struct happening { int32_t at; int is_event; int32_t id; };

static int later(const struct happening *a, const struct happening *b)
{
    int32_t x = a->at < 0 ? INT32_MAX : a->at, y = b->at < 0 ? INT32_MAX : b->at;
    return x != y ? x > y : a->is_event != b->is_event ? a->is_event > b->is_event : a->id > b->id;
}

static void put_in_order(struct happening *list, int count, struct happening one)
{
    for (; count > 0 && later(&list[count - 1], &one); count--) list[count] = list[count - 1];
    list[count] = one;
}

/* The time in a condition that must hold, -1 for none: where it may happen at the earliest. */
static int32_t time_in(const struct scenario *sc, condition_id id)
{
    if (id < 0) return -1;
    const struct condition *c = &sc->conditions[id];
    if (c->op == COND_AT) return c->value;
    for (condition_id k = c->op == COND_ALL ? c->first_child : -1; k >= 0; k = sc->conditions[k].next)
        if (sc->conditions[k].op == COND_AT) return sc->conditions[k].value;
    return -1;
}

static int32_t incident_time(const struct scenario *sc, const struct incident *i) { return i->at >= 0 ? i->at : time_in(sc, i->opens); }

static int is_certain(const struct scenario *sc, const struct happening *one)
{
    condition_id when = one->is_event ? sc->events[one->id].when : sc->incidents[one->id].opens;
    if (!one->is_event && sc->incidents[one->id].at >= 0) return 1;
    return when < 0 || sc->conditions[when].op == COND_AT;
}

static int gather(struct handout_sheet *h, round_id r, struct happening **list)
{
    const struct scenario *sc = h->sc;
    int count = 0;
    *list = arena_array(h->a, (size_t)(sc->incident_count + sc->event_count) + 1, sizeof **list);
    for (incident_id i = 0; i < sc->incident_count; i++)
        if (sc->incidents[i].round == r) put_in_order(*list, count, (struct happening){incident_time(sc, &sc->incidents[i]), 0, i}), count++;
    for (event_id e = 0; e < sc->event_count; e++)
        if (sc->events[e].round == r) put_in_order(*list, count, (struct happening){time_in(sc, sc->events[e].when), 1, e}), count++;
    return count;
}

static void happens(struct handout_sheet *h, const struct happening *one)
{
    const struct incident *incident = one->is_event ? NULL : &h->sc->incidents[one->id];
    const struct event *event = one->is_event ? &h->sc->events[one->id] : NULL;
    condition_id when = event ? event->when : incident->opens;
    const char *kind = event ? text("print.run.event") : text(arena_printf(h->a, "kind.%s", incident_kind_word(incident->kind)));
    paper_row(h->d, NULL);
    handout_cell(h, one->at >= 0 ? handout_clock(h, one->at) : text("print.run.if"));
    paper_cell(h->d);
    paper_paragraph(h->d, PAPER_BODY, NULL);
    paper_add(h->d, PAPER_STRONG, event ? event->title : incident->title);
    if (incident && incident->major) paper_pill(h->d, TONE_WARN, text("print.run.major"));
    paper_add(h->d, PAPER_NEWLINE, "");
    paper_add(h->d, PAPER_DIM, is_certain(h->sc, one) ? kind : text_fill(h->a, "print.run.kind-if", "kind", kind, "when", handout_when(h, when), NULL));
    paper_end(h->d);
    handout_cell(h, handout_customer(h, event ? event->speaker : incident->reporter));
    handout_cell(h, handout_quoted(h, event ? event->says : incident->says));
    paper_end(h->d);
}

static void course(struct handout_sheet *h, const struct happening *list, int count)
{
    static const char *const heads[] = {"print.run.when", "print.run.what", "print.run.who", "print.run.says"};
    static const float shares[] = {1, 4, 1.7f, 4};
    if (count == 0) return;
    handout_table(h, heads, shares, 4);
    for (int i = 0; i < count; i++) happens(h, &list[i]);
    paper_end(h->d);
}

static void sentences(struct handout_sheet *h, const char *key, const struct texts *list)
{
    if (list->count == 0) return;
    paper_say(h->d, PAPER_LABEL, NULL, text(key));
    paper_list(h->d, PAPER_PLAIN);
    for (int32_t i = 0; i < list->count; i++) {
        paper_item(h->d);
        paper_say(h->d, PAPER_BODY, NULL, list->items[i]);
        paper_end(h->d);
    }
    paper_end(h->d);
}

/* What to look up while it runs, in small type. */
static void behind(struct handout_sheet *h, round_id r, const struct happening *list, int count)
{
    if (incidents_of(h->sc, r) == 0) return;
    paper_section(h->d, 3, arena_printf(h->a, "behind-%d", (int)r), text_fill(h->a, "print.run.behind", "round", round_name(h, r), NULL))->look = PAPER_ANNEX;
    for (int i = 0; i < count; i++)
        if (!list[i].is_event) handout_incident(h, list[i].id);
    paper_end(h->d);
}

static void one_round(struct handout_sheet *h, round_id r)
{
    const struct round *round = &h->sc->rounds[r];
    struct happening *list;
    int count = gather(h, r, &list);
    paper_break(h->d);
    paper_section(h->d, 2, arena_printf(h->a, "round-%d", (int)r),
                  text_fill(h->a, "print.run.round-title", "round", round_name(h, r), "title", round->title, "from",
                            handout_clock(h, round->from), "to", handout_clock(h, round->to), NULL));
    sentences(h, "print.run.briefing", &round->briefing);
    course(h, list, count);
    sentences(h, "print.run.reflect", &round->reflect);
    behind(h, r, list, count);
    paper_end(h->d);
}

void handout_runsheet(struct handout_sheet *h)
{
    day(h);
    for (round_id r = 0; r < h->sc->round_count; r++) one_round(h, r);
}
