/* What the team knows of the incident, and what it does not know in kinds alone: never a fact that is to be found. */
#include "desk_parts.h"

static struct desk_known *add(struct desk_build *b, enum desk_knowledge state, const char *words, const char *note)
{
    struct view_desk *v = b->out;
    if (v->known_count == DESK_KNOWN)
        return NULL;
    struct desk_known *row = &v->known[v->known_count++];
    *row = (struct desk_known){.state = state, .text = words, .note = note};
    return row;
}

static int knows_kind(const struct desk_build *b, enum fact_kind kind)
{
    const struct incident *i = desk_pack(b);
    for (int32_t k = 0; i && k < i->fact_count; k++)
        if (b->scenario->facts[i->first_fact + k].kind == kind && sim_fact_known(b->state, i->first_fact + k))
            return 1;
    return 0;
}

/* Second of the last act, -1. */
static int32_t last_act(const struct desk_build *b)
{
    for (int32_t i = session_entry_count(b->session) - 1; i >= 0; i--)
        if (sim_command_is_act(session_entry_at(b->session, i)->command.kind))
            return session_entry_at(b->session, i)->command.said;
    return -1;
}

static void known_facts(struct desk_build *b)
{
    int32_t since = last_act(b);
    const struct incident *i = desk_pack(b);
    customer_id c = b->out->customer;
    for (int32_t k = 0; i && k < i->fact_count; k++) {
        fact_id f = i->first_fact + k;
        if (!sim_fact_known(b->state, f))
            continue;
        const struct fact *fact = &b->scenario->facts[f];
        int concerns = fact->matters >> c & 1, told = b->state->facts[f].told >> c & 1;
        int fresh = since >= 0 && b->state->facts[f].by != KNOWN_AT_OPENING && b->state->facts[f].known_at > since;
        const char *words = fresh ? text_fill(b->arena, "desk.known.new", "fact", fact->text, NULL) : fact->text;
        struct desk_known *row = add(b, DESK_KNOWN_FACT, words,
            !concerns || fact->ask == c ? "" : desk_fill(b, told ? "desk.known.told" : "desk.known.untold"));
        if (row)
            row->fresh = fresh;
    }
}

static void running(struct desk_build *b)
{
    for (int32_t k = 0; k < b->state->work_count; k++) {
        const struct sim_work *w = &b->state->works[k];
        if (w->incident != b->out->incident || w->ended >= 0)
            continue;
        add(b, DESK_UNDER_WAY, wording_work(&b->words, k),
            text_fill(b->arena, "desk.known.under-way", "who", wording_member(&b->words, w->member), "time",
                      wording_clock(&b->words, w->ends), NULL));
    }
}

static int works_on(const struct desk_build *b, enum work_kind kind)
{
    for (int32_t k = 0; k < b->state->work_count; k++) {
        const struct sim_work *w = &b->state->works[k];
        if (w->incident == b->out->incident && w->ended < 0 && w->work >= 0 && b->scenario->works[w->work].kind == kind)
            return 1;
    }
    return 0;
}

/* What anybody would want to know about anything that is broken. */
static void unknown(struct desk_build *b)
{
    const struct sim_incident *i = &b->state->incidents[b->out->incident];
    int impact_asked = i->asked[i->reporter] >> ASK_IMPACT & 1;
    if (!knows_kind(b, FACT_IMPACT))
        add(b, DESK_NOT_KNOWN,
            text_fill(b->arena, "desk.unknown.impact", "customer", wording_first_name(&b->words, i->reporter), NULL),
            text(impact_asked ? "desk.unknown.asked" : "desk.unknown.unasked"));
    if (i->kind != INCIDENT_FAILURE || i->restored >= 0)
        return;
    if (!knows_kind(b, FACT_CAUSE))
        add(b, DESK_NOT_KNOWN, text("desk.unknown.cause"),
            text(works_on(b, WORK_INVESTIGATE) ? "desk.unknown.looked-for" : "desk.unknown.not-looked-for"));
    if (!knows_kind(b, FACT_WORKAROUND))
        add(b, DESK_NOT_KNOWN, text("desk.unknown.workaround"),
            text(works_on(b, WORK_WORKAROUND) ? "desk.unknown.looked-for" : "desk.unknown.not-looked-for"));
}

void desk_build_known(struct desk_build *b)
{
    known_facts(b);
    running(b);
    unknown(b);
}
