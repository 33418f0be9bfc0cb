/* Lines that give a fact away before it is asked or worked for; the rule stands in pack/check.h. */
#include "pack/check.h"
#include "pack/tokens.h"

struct secret {
    struct token_set text, answer;
};

struct hunt {
    struct reading *r;
    struct arena scratch;
    struct secret *secrets; /* by fact */
    struct token_set names; /* open everywhere */
};

/* A line, and what is open when it is heard. */
struct line {
    const struct value *value;
    condition_id when;    /* what holds then, NOBODY */
    uint32_t skipped;     /* facts of its incident that are known then */
    incident_id incident; /* NOBODY: all facts count */
};

/* ---- what is known when a condition holds ---- */

/* The facts without which this one cannot be known, with itself. */
static uint32_t with_needs(const struct scenario *s, const struct incident *i, uint32_t facts)
{
    for (int32_t round = 0; round < i->fact_count; round++)
        for (int32_t k = 0; k < i->fact_count; k++)
            if (facts & UINT32_C(1) << k)
                facts |= s->facts[i->first_fact + k].needs;
    return facts;
}

static uint32_t known_with(const struct scenario *s, condition_id id, incident_id incident);

static uint32_t known_with_list(const struct scenario *s, const struct condition *list, incident_id incident)
{
    uint32_t known = list->op == COND_ALL ? 0 : UINT32_MAX;
    for (condition_id c = list->first_child; c != NOBODY; c = s->conditions[c].next) {
        uint32_t one = known_with(s, c, incident);
        known = list->op == COND_ALL ? known | one : known & one;
    }
    return list->first_child == NOBODY ? 0 : known;
}

/* Bits of the incident's facts that are known for certain when the condition holds. */
static uint32_t known_with(const struct scenario *s, condition_id id, incident_id incident)
{
    if (id == NOBODY)
        return 0;
    const struct condition *c = &s->conditions[id];
    const struct incident *i = &s->incidents[incident];
    if (c->op == COND_ALL || c->op == COND_ANY)
        return known_with_list(s, c, incident);
    if (c->op == COND_FACT && s->facts[c->ref].incident == incident)
        return with_needs(s, i, UINT32_C(1) << (c->ref - i->first_fact));
    if (c->op == COND_WORK && s->works[c->ref].incident == incident)
        return with_needs(s, i, s->works[c->ref].needs | (c->value == STAGE_ENDED ? s->works[c->ref].reveals : 0));
    return 0;
}

/* ---- comparing ---- */

struct match {
    int shared, strong, total;
    struct str words;
};

static void compare(const struct token_set *line, const struct token_set *secret, const struct token_set *open,
                    struct match *m)
{
    for (int i = 0; i < secret->count; i++) {
        const struct token *t = &secret->items[i];
        if (tokens_has(open, t->hash))
            continue;
        m->total++;
        if (!tokens_has(line, t->hash))
            continue;
        m->shared++;
        m->strong += t->is_strong;
        str_printf(&m->words, "%s%s", m->words.length > 0 ? ", " : "", t->text);
    }
}

/* A line of no incident may share a time by chance: it must share a word too. */
static int gives_away(const struct match *m, int is_general)
{
    if (m->strong > 0 && (!is_general || m->shared > m->strong))
        return 1;
    return (m->shared >= 3 || (m->shared == 2 && m->total == 2)) && m->shared * 2 >= m->total;
}

static void fault_secret(struct hunt *h, const struct line *line, fact_id f, const struct match *m)
{
    const struct scenario *s = h->r->scenario;
    struct arena *a = h->r->found->arena;
    char *id = arena_printf(a, "%s/%s", s->incidents[s->facts[f].incident].id, s->facts[f].id);
    diag_add(h->r->found, DIAG_ERROR, value_place(a, line->value), "check.gives-away", "fact", id, "text",
             s->facts[f].text, "words", str_text(&m->words), NULL);
}

/* 1 when the line says what this text of the fact says. */
static int try_secret(struct hunt *h, const struct line *line, const struct token_set *words,
                      const struct token_set *secret, const struct token_set *open, fact_id f)
{
    struct match m = {.shared = 0};
    compare(words, secret, open, &m);
    int found = gives_away(&m, line->incident == NOBODY);
    if (found)
        fault_secret(h, line, f, &m);
    str_release(&m.words);
    return found;
}

static void check_facts(struct hunt *h, const struct line *line, const struct token_set *words,
                        const struct token_set *open, incident_id incident)
{
    const struct scenario *s = h->r->scenario;
    const struct incident *i = &s->incidents[incident];
    uint32_t known = known_with(s, line->when, incident) | (line->incident == incident ? line->skipped : 0);
    for (int32_t k = 0; k < i->fact_count; k++) {
        fact_id f = i->first_fact + k;
        if (s->facts[f].known || (known & UINT32_C(1) << k))
            continue;
        if (!try_secret(h, line, words, &h->secrets[f].text, open, f))
            (void)try_secret(h, line, words, &h->secrets[f].answer, open, f);
    }
}

/* What the room sees from the start of an incident. */
static void open_known(struct hunt *h, struct token_set *open, const struct incident *i)
{
    const struct scenario *s = h->r->scenario;
    for (int32_t f = i->first_fact; f < i->first_fact + i->fact_count; f++)
        if (s->facts[f].known)
            tokens_add(open, &h->scratch, s->facts[f].text);
}

static void check_line(struct hunt *h, const struct line *line, const char *text, struct token_set *open)
{
    struct token_set words = {.count = 0};
    if (text[0] == '\0')
        return;
    tokens_add(&words, &h->scratch, text);
    if (line->incident != NOBODY) {
        check_facts(h, line, &words, open, line->incident);
        return;
    }
    for (int32_t i = 0; i < h->r->scenario->incident_count; i++)
        check_facts(h, line, &words, open, i);
}

/* ---- which lines ---- */

static const struct value *member(const struct reading *r, enum target target, int32_t ordinal, const char *key)
{
    const struct value *v = value_member(r->things[target].values[ordinal], key);
    return v != NULL ? v : r->things[target].values[ordinal];
}

/* Title first: what it says is open for the lines that follow, and so on. */
static void check_opening(struct hunt *h, incident_id i, struct token_set *open)
{
    const struct incident *incident = &h->r->scenario->incidents[i];
    const struct {
        const char *key, *text;
    } lines[] = {{"title", incident->title}, {"says", incident->says}, {"stage", incident->stage}};
    for (int k = 0; k < 3; k++) {
        struct line line = {member(h->r, TARGET_INCIDENT, i, lines[k].key), NOBODY, 0, i};
        check_line(h, &line, lines[k].text, open);
        tokens_add(open, &h->scratch, lines[k].text);
    }
}

static void check_incident(struct hunt *h, incident_id i)
{
    const struct scenario *s = h->r->scenario;
    const struct incident *incident = &s->incidents[i];
    struct token_set open = h->names;
    open_known(h, &open, incident);
    check_opening(h, i, &open);
    for (int32_t m = incident->first_moment; m < incident->first_moment + incident->moment_count; m++) {
        struct line line = {member(h->r, TARGET_MOMENT, m, "says"), s->moments[m].when, 0, i};
        check_line(h, &line, s->moments[m].says, &open);
    }
    for (int32_t w = incident->first_work; w < incident->first_work + incident->work_count; w++) {
        struct line line = {member(h->r, TARGET_WORK, w, "title"), NOBODY, with_needs(s, incident, s->works[w].needs),
                            i};
        check_line(h, &line, s->works[w].title, &open);
    }
}

static void check_moods(struct hunt *h, customer_id c)
{
    const struct customer *customer = &h->r->scenario->customers[c];
    const struct value *lines = member(h->r, TARGET_CUSTOMER, c, "lines");
    for (int mood = 0; mood < MOOD_COUNT; mood++) {
        const struct value *list = value_member(lines, mood_word((enum mood)mood));
        const struct value *v = list != NULL ? list->first : NULL;
        for (int32_t k = 0; k < customer->lines[mood].count && v != NULL; k++, v = v->next) {
            struct line line = {v, NOBODY, 0, NOBODY};
            check_line(h, &line, customer->lines[mood].items[k], &h->names);
        }
    }
}

static void check_event(struct hunt *h, event_id e)
{
    const struct event *event = &h->r->scenario->events[e];
    struct line title = {member(h->r, TARGET_EVENT, e, "title"), event->when, 0, NOBODY};
    struct line says = {member(h->r, TARGET_EVENT, e, "says"), event->when, 0, NOBODY};
    check_line(h, &title, event->title, &h->names);
    check_line(h, &says, event->says, &h->names);
}

/* The paper is out when the round is over: what it says must still be asked for then. */
static void check_story(struct hunt *h, round_id round, const struct value *v, const struct story *story)
{
    const char *texts[] = {story->title, story->text};
    for (int k = 0; k < 2; k++) {
        struct line line = {v, story->when, 0, NOBODY};
        struct token_set words = {.count = 0};
        tokens_add(&words, &h->scratch, texts[k]);
        for (int32_t i = 0; i < h->r->scenario->incident_count; i++)
            if (h->r->scenario->incidents[i].round >= round)
                check_facts(h, &line, &words, &h->names, i);
    }
}

static void check_stories(struct hunt *h, round_id round, const char *key, const struct story *stories, int32_t count)
{
    const struct value *page = value_member(h->r->things[TARGET_ROUND].values[round], "front_page");
    const struct value *list = page != NULL ? value_member(page, key) : NULL;
    const struct value *v = list != NULL ? list->first : NULL;
    for (int32_t k = 0; k < count && v != NULL; k++, v = v->next)
        check_story(h, round, v, &stories[k]);
}

static void check_page(struct hunt *h, round_id round)
{
    const struct front_page *page = &h->r->scenario->rounds[round].front_page;
    check_stories(h, round, "headlines", page->headlines, page->headline_count);
    check_stories(h, round, "pieces", page->pieces, page->piece_count);
}

static void gather_names(struct hunt *h)
{
    const struct scenario *s = h->r->scenario;
    tokens_add(&h->names, &h->scratch, s->organisation);
    for (int32_t c = 0; c < s->customer_count; c++)
        tokens_add(&h->names, &h->scratch, s->customers[c].name);
    for (int32_t v = 0; v < s->service_count; v++)
        tokens_add(&h->names, &h->scratch, s->services[v].name);
    for (int32_t i = 0; i < s->role_count; i++)
        tokens_add(&h->names, &h->scratch, s->roles[i].name);
}

void check_secrets(struct reading *r)
{
    const struct scenario *s = r->scenario;
    struct hunt h = {.r = r};
    h.secrets = arena_array(&h.scratch, (size_t)s->fact_count + 1, sizeof *h.secrets);
    for (int32_t f = 0; f < s->fact_count; f++) {
        tokens_add(&h.secrets[f].text, &h.scratch, s->facts[f].text);
        tokens_add(&h.secrets[f].answer, &h.scratch, s->facts[f].answer);
    }
    gather_names(&h);
    for (int32_t i = 0; i < s->incident_count; i++)
        check_incident(&h, i);
    for (int32_t c = 0; c < s->customer_count; c++)
        check_moods(&h, c);
    for (int32_t e = 0; e < s->event_count; e++)
        check_event(&h, e);
    for (int32_t i = 0; i < s->round_count; i++)
        check_page(&h, i);
    arena_release(&h.scratch);
}
