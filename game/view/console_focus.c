/* What is open, and about the incident in focus: facts, works, the preview of an update. */
#include "console_parts.h"
#include "base/number.h"
#include <stdio.h>

static void pill(struct view_open_incident *row, enum tone tone, const char *words)
{
    if (row->pill_count < VIEW_PILLS) row->pills[row->pill_count++] = (struct view_pill){.tone = tone, .text = words};
}

static const struct sim_promise *soonest_promise(const struct sim_state *s, incident_id i)
{
    const struct sim_promise *found = NULL;
    for (int k = 0; k < s->promise_count; k++) {
        const struct sim_promise *p = &s->promises[k];
        if (p->incident == i && p->state == PROMISE_OPEN && (!found || p->due < found->due)) found = p;
    }
    return found;
}

static void promise_pill(struct console_build *b, struct view_open_incident *row)
{
    const struct sim_promise *p = soonest_promise(b->state, row->id);
    if (!p) return;
    static const char *const keys[] = {"console.pill.next", "console.pill.fix", "console.pill.promised"};
    int32_t late = b->state->now - p->due;
    if (late > 0) {
        char minutes[12];
        snprintf(minutes, sizeof minutes, "%d", console_minutes(late));
        pill(row, TONE_BAD, text_fill(b->arena, "console.pill.overdue", "minutes", minutes, NULL));
        return;
    }
    pill(row, late > -180 ? TONE_WARN : TONE_NEUTRAL, text_fill(b->arena, keys[p->kind], "time", wording_clock(&b->words, p->due), NULL));
}

static void silence_pill(struct console_build *b, struct view_open_incident *row)
{
    const struct sim_incident *i = &b->state->incidents[row->id];
    if (i->confirmed >= 0) {
        pill(row, TONE_GOOD, text("console.pill.confirmed"));
        return;
    }
    if (i->restored >= 0) pill(row, TONE_GOOD, text("console.pill.running"));
    int32_t silence = number_min(sim_silence(b->state, i->reporter), b->state->now - i->opened);
    if (silence <= sim_patience(b->state, b->scenario, i->reporter)) return;
    char minutes[12];
    snprintf(minutes, sizeof minutes, "%d", console_minutes(silence));
    pill(row, TONE_BAD, text_fill(b->arena, "console.pill.silent", "minutes", minutes, NULL));
}

/* Why it is still open although it was asked about, or closed. */
static void not_yet_pill(struct console_build *b, struct view_open_incident *row)
{
    const char *words = wording_not_yet(&b->words, row->id);
    if (words[0]) pill(row, TONE_BAD, words);
}

static void open_row(struct console_build *b, incident_id id)
{
    struct view_console *v = b->out;
    const struct sim_incident *i = &b->state->incidents[id];
    struct view_open_incident *row = &v->open[v->open_count++];
    row->id = id;
    row->kind = (enum incident_kind)i->kind;
    row->level = (enum level)i->level;
    row->title = wording_incident(&b->words, id);
    row->selected = id == v->incident;
    struct str since = {0};
    if (b->state->now - i->opened < 60) str_append(&since, text("console.since-now"));
    else if (b->state->now - i->opened > 2 * 3600) text_format(&since, "console.since", "time", wording_clock(&b->words, i->opened), NULL);
    else str_append_span(&since, (b->state->now - i->opened) / 60 * 60);
    row->who = text_fill(b->arena, "console.open-since", "customer", wording_first_name(&b->words, i->reporter), "since", str_text(&since), NULL);
    str_release(&since);
    silence_pill(b, row);
    promise_pill(b, row);
    not_yet_pill(b, row);
    if (i->acknowledged < 0) pill(row, TONE_WARN, text("console.pill.new"));
}

void console_build_open(struct console_build *b)
{
    for (incident_id i = 0; i < b->state->incident_count && b->out->open_count < VIEW_OPEN; i++)
        if (b->state->incidents[i].open == 1) open_row(b, i);
}

static const char *hidden_text(struct console_build *b, const struct fact *f)
{
    if (b->focus->hide_secrets) return text(f->ask != NOBODY ? "console.fact.unasked-hidden" : "console.fact.unknown-hidden");
    if (f->ask == NOBODY) return text_fill(b->arena, "console.fact.unknown", "text", f->text, NULL);
    return text_fill(b->arena, "console.fact.unasked", "customer", wording_first_name(&b->words, f->ask), "text", f->text, NULL);
}

static struct view_fact *fact_slot(struct view_console *v)
{
    int most = (int)(sizeof v->facts / sizeof v->facts[0]);
    return v->fact_count < most ? &v->facts[v->fact_count++] : NULL;
}

static void fact_add(struct console_build *b, fact_id id, int known)
{
    const struct fact *f = &b->scenario->facts[id];
    struct view_fact *row = fact_slot(b->out);
    if (!row) return;
    int told = b->out->customer != NOBODY && (b->state->facts[id].told >> b->out->customer & 1);
    *row = (struct view_fact){.fact = id, .bit = 1u << (id - b->scenario->incidents[f->incident].first_fact), .kind = text(arena_printf(b->arena, "fact.%s", fact_kind_word(f->kind))),
                              .state = known ? VIEW_FACT_KNOWN : f->ask != NOBODY ? VIEW_FACT_UNASKED : VIEW_FACT_UNKNOWN,
                              .text = known ? f->text : hidden_text(b, f), .told = known && told};
}

static void pack_facts(struct console_build *b)
{
    const struct incident *i = &b->scenario->incidents[b->out->incident];
    for (int pass = 1; pass >= 0; pass--)
        for (int32_t k = 0; k < i->fact_count; k++)
            if (sim_fact_known(b->state, i->first_fact + k) == pass) fact_add(b, i->first_fact + k, pass);
}

static void improvised_facts(struct console_build *b)
{
    for (int32_t k = 0; k < b->state->improvised_count; k++) {
        const struct sim_improvised *f = &b->state->improvised[k];
        if (f->incident != b->out->incident) continue;
        struct view_fact *row = fact_slot(b->out);
        if (!row) return;
        *row = (struct view_fact){.fact = NOBODY, .state = VIEW_FACT_KNOWN, .text = session_text(b->session, f->text),
                                  .kind = text(arena_printf(b->arena, "fact.%s", fact_kind_word((enum fact_kind)f->kind)))};
    }
}

static void running_works(struct console_build *b)
{
    for (int32_t k = 0; k < b->state->work_count; k++) {
        const struct sim_work *w = &b->state->works[k];
        if (w->incident != b->out->incident || w->ended >= 0) continue;
        struct view_fact *row = fact_slot(b->out);
        if (!row) return;
        *row = (struct view_fact){.fact = NOBODY, .state = VIEW_FACT_WORKING, .kind = wording_work(&b->words, k),
                                  .text = text_fill(b->arena, "console.fact.working", "who", wording_member(&b->words, w->member), "time",
                                                    wording_clock(&b->words, w->ends), NULL)};
    }
}

void console_build_facts(struct console_build *b)
{
    if (b->out->incident == NOBODY) return;
    running_works(b);
    if (!sim_incident_is_injected(b->scenario, b->out->incident)) pack_facts(b);
    improvised_facts(b);
}

static const char *span_text(struct console_build *b, int32_t low, int32_t high)
{
    char first[12], second[12];
    snprintf(first, sizeof first, "%d", console_minutes(low));
    snprintf(second, sizeof second, "%d", console_minutes(high));
    if (low == high) return text_fill(b->arena, "console.work.minutes-one", "minutes", first, NULL);
    return text_fill(b->arena, "console.work.minutes", "low", first, "high", second, NULL);
}

static void running_work_rows(struct console_build *b)
{
    for (int32_t k = 0; k < b->state->work_count && b->out->work_count < VIEW_WORKS; k++) {
        const struct sim_work *w = &b->state->works[k];
        if (w->incident != b->out->incident || w->ended >= 0) continue;
        b->out->works[b->out->work_count++] = (struct view_work){
            .work = w->work, .instance = k, .running = 1, .who = w->member,
            .title = text_fill(b->arena, "console.work.stop", "work", wording_work(&b->words, k), NULL),
            .detail = text_fill(b->arena, "console.fact.working", "who", wording_member(&b->words, w->member), "time",
                                wording_clock(&b->words, w->ends), NULL)};
    }
}

static void possible_work(struct console_build *b, work_id id)
{
    const struct work *w = &b->scenario->works[id];
    enum refusal why = sim_work_possible(b->state, b->scenario, id, NOBODY);
    if (why == REFUSAL_ALREADY_DONE || why == REFUSAL_ALREADY_RUNNING || why == REFUSAL_NOT_KNOWN) return;
    int32_t who = sim_work_who(b->state, b->scenario, id);
    struct view_work *row = &b->out->works[b->out->work_count++];
    *row = (struct view_work){.work = id, .instance = NOBODY, .title = w->title, .possible = why == REFUSAL_NONE, .who = who, .why = why,
                              .consult = w->consult != NOBODY};
    row->detail = why == REFUSAL_NONE ? arena_printf(b->arena, "%s, %s", who == NOBODY ? "" : wording_member(&b->words, who), span_text(b, w->minutes_low, w->minutes_high))
                                      : text(arena_printf(b->arena, "refusal.%s.short", refusal_word(why)));
}

void console_build_works(struct console_build *b)
{
    incident_id id = b->out->incident;
    if (id == NOBODY) return;
    const struct incident *i = sim_incident_is_injected(b->scenario, id) ? NULL : &b->scenario->incidents[id];
    for (int32_t k = 0; i && k < i->work_count && b->out->work_count < VIEW_WORKS; k++) possible_work(b, i->first_work + k);
    running_work_rows(b);
}

static const char *told_text(struct console_build *b, const struct sim_preview *preview)
{
    incident_id id = b->out->incident;
    if (id == NOBODY || sim_incident_is_injected(b->scenario, id)) return text("console.told.nothing");
    const struct incident *i = &b->scenario->incidents[id];
    struct str s = {0};
    for (int32_t k = 0; k < i->fact_count; k++) {
        if (!(preview->told >> k & 1)) continue;
        if (s.length) str_append(&s, ", ");
        str_append(&s, text(arena_printf(b->arena, "fact.short.%s", fact_kind_word(b->scenario->facts[i->first_fact + k].kind))));
    }
    const char *told = s.length ? arena_dup(b->arena, str_text(&s)) : text("console.told.nothing");
    str_release(&s);
    return told;
}

/* The verdict as the room would hear it: first what is wrong, then what is owed. */
static void preview_words(struct console_build *b, const struct sim_preview *p)
{
    struct view_console *v = b->out;
    if (p->refusal != REFUSAL_NONE) {
        v->preview = text(arena_printf(b->arena, "refusal.%s", refusal_word(p->refusal)));
        v->preview_tone = TONE_BAD;
    } else if (p->verdict == VERDICT_AHEAD || p->verdict == VERDICT_LUCKY) {
        v->preview = text_fill(b->arena, "console.preview.ahead", "lack", wording_lack(p->lacks), NULL);
        v->preview_tone = TONE_BAD;
    } else if (p->flags & CLAIM_FLAG_FIX_AHEAD) {
        v->preview = text("console.preview.fix-ahead");
        v->preview_tone = TONE_BAD;
    } else if (p->flags & CLAIM_FLAG_WITHHELD) {
        v->preview = text("console.preview.withheld");
        v->preview_tone = TONE_WARN;
    } else if (p->flags & CLAIM_FLAG_UNDERSTATED) {
        v->preview = text("console.preview.understated");
        v->preview_tone = TONE_WARN;
    } else if (p->flags & CLAIM_FLAG_EMPTY) {
        v->preview = text("console.preview.empty");
        v->preview_tone = TONE_WARN;
    } else if (p->call_far || p->fix_far) {
        v->preview = text("console.preview.far");
        v->preview_tone = TONE_WARN;
    } else {
        v->preview = text("console.preview.honest");
        v->preview_tone = TONE_GOOD;
    }
}

void console_build_preview(struct console_build *b)
{
    struct view_console *v = b->out;
    if (!b->focus->composing || v->incident == NOBODY) return;
    struct sim_command draft = b->focus->draft;
    draft.update.incident = v->incident;
    draft.update.customer = v->customer;
    struct sim_preview p = sim_preview_update(b->state, b->scenario, &draft);
    v->preview_refusal = p.refusal;
    v->preview_facts = p.told;
    v->preview_told = told_text(b, &p);
    v->preview_fix = draft.update.fix_by < 0 ? text("console.fix.none") : wording_clock(&b->words, draft.update.fix_by);
    v->preview_call = draft.update.next_call < 0 ? text("console.call.none") : wording_clock(&b->words, draft.update.next_call);
    preview_words(b, &p);
}
