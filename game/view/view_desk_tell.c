/* What is told, asked and promised in one breath, and the sentence that it makes. */
#include "base/str.h"
#include "desk_parts.h"

static const int32_t fix_spans[] = {15 * 60, 30 * 60, 60 * 60}, call_spans[] = {5 * 60, 10 * 60, 20 * 60, 30 * 60};
static const enum question questions[] = {ASK_IMPACT, ASK_URGENCY, ASK_EXPECTATION, ASK_IDEAS};
enum {
    FIXES = sizeof fix_spans / sizeof fix_spans[0],
    CALLS = sizeof call_spans / sizeof call_spans[0],
    QUESTIONS = sizeof questions / sizeof questions[0]
};

/* --- what can be chosen --- */

static void chip(struct desk_chip *chips, int *count, const char *label, int32_t value, int32_t chosen)
{
    if (*count < DESK_CHIPS)
        chips[(*count)++] = (struct desk_chip){label, value, value == chosen};
}

static void claim_chips(struct desk_build *b)
{
    struct view_desk *v = b->out;
    const struct sim_incident *i = &b->state->incidents[v->incident];
    int first = i->acknowledged < 0 && i->reporter == v->customer;
    if (!first && b->draft.claim == DESK_FIRST_WORD)
        b->draft.claim = DESK_NO_CLAIM;
    if (first)
        chip(v->claims, &v->claim_count, text("desk.claim.first-word"), DESK_FIRST_WORD, b->draft.claim);
    for (int32_t claim = 0; claim < CLAIM_COUNT; claim++)
        chip(v->claims, &v->claim_count,
             claim == CLAIM_CONFIRMED ? text("desk.claim.confirmed") : wording_claim_kind(claim), claim, b->draft.claim);
    chip(v->claims, &v->claim_count, text("desk.claim.none"), DESK_NO_CLAIM, b->draft.claim);
}

static void none_chip(struct desk_chip *chips, int *count, const char *none, int32_t *chosen, int found)
{
    if (!found)
        *chosen = -1;
    chip(chips, count, none, -1, *chosen);
}

/* Times that would be the same on the next full five minutes stand once. */
static void call_chips(struct desk_build *b)
{
    struct view_desk *v = b->out;
    int32_t before = -1;
    int found = 0;
    for (int k = 0; k < CALLS; k++)
        found |= desk_spoken_time(b, call_spans[k]) == b->draft.next_call;
    none_chip(v->calls, &v->call_count, text("desk.call.none"), &b->draft.next_call, found);
    for (int k = 0; k < CALLS; k++) {
        int32_t at = desk_spoken_time(b, call_spans[k]);
        if (at != before)
            chip(v->calls, &v->call_count,
                 text_fill(b->arena, "desk.call.at", "time", wording_clock(&b->words, at), NULL), at,
                 b->draft.next_call);
        before = at;
    }
}

/* --- when it will be fixed --- */

enum { FIXES_MOST = FIXES + 4 };

static void fix_time(int32_t times[FIXES_MOST], int *count, int32_t at)
{
    int k = *count;
    for (int i = 0; i < *count; i++)
        if (times[i] == at)
            return;
    if (*count == FIXES_MOST)
        return;
    for ((*count)++; k > 0 && times[k - 1] > at; k--)
        times[k] = times[k - 1];
    times[k] = at;
}

static int is_deadline(const struct desk_build *b, fact_id f)
{
    return sim_fact_known(b->state, f) && b->scenario->facts[f].deadline > b->state->now;
}

static int is_needed_by(const struct desk_build *b, int32_t at)
{
    const struct incident *i = desk_pack(b);
    for (int32_t k = 0; i && k < i->fact_count; k++)
        if (is_deadline(b, i->first_fact + k) && b->scenario->facts[i->first_fact + k].deadline == at)
            return 1;
    return 0;
}

/* Spans from now on, and the deadlines of which they told; soonest first. */
static int fix_times(const struct desk_build *b, int32_t times[FIXES_MOST])
{
    const struct incident *i = desk_pack(b);
    int count = 0;
    for (int k = 0; k < FIXES; k++)
        fix_time(times, &count, desk_spoken_time(b, fix_spans[k]));
    for (int32_t k = 0; i && k < i->fact_count; k++)
        if (is_deadline(b, i->first_fact + k))
            fix_time(times, &count, b->scenario->facts[i->first_fact + k].deadline);
    return count;
}

static void fix_chips(struct desk_build *b)
{
    struct view_desk *v = b->out;
    int32_t times[FIXES_MOST];
    int count = fix_times(b, times), found = 0;
    for (int k = 0; k < count; k++)
        found |= times[k] == b->draft.fix_by;
    none_chip(v->fixes, &v->fix_count, text("desk.fix.none"), &b->draft.fix_by, found);
    for (int k = 0; k < count; k++)
        chip(v->fixes, &v->fix_count,
             text_fill(b->arena, is_needed_by(b, times[k]) ? "desk.fix.needed" : "desk.fix.by", "time",
                       wording_clock(&b->words, times[k]), NULL),
             times[k], b->draft.fix_by);
}

/* Whether hands are on it, and by when: what the desk shows beside, no judgement. */
static void build_hint(struct desk_build *b)
{
    int runs = 0, in_time = 0;
    int32_t fix = b->draft.fix_by;
    for (int32_t k = 0; k < b->state->work_count; k++) {
        const struct sim_work *w = &b->state->works[k];
        int own = w->incident == b->out->incident && w->ended < 0;
        runs |= own;
        in_time |= own && w->ends <= fix;
    }
    if ((fix >= 0 || b->draft.claim == CLAIM_FINDING_OUT) && !runs)
        b->out->hint = text("desk.hint.no-work");
    else if (fix >= 0 && !in_time)
        b->out->hint =
            text_fill(b->arena, "desk.hint.none-ends", "time", wording_clock(&b->words, fix), NULL);
}

static void question_chips(struct desk_build *b)
{
    struct view_desk *v = b->out;
    for (int k = 0; k < QUESTIONS; k++)
        chip(v->questions, &v->question_count, text(arena_printf(b->arena, "desk.ask.%s", question_word(questions[k]))),
             (int32_t)questions[k], b->draft.question);
    chip(v->questions, &v->question_count, text("desk.ask.nothing"), NOBODY, b->draft.question);
}

static int claims_something(const struct desk_build *b)
{
    return b->draft.claim >= 0 && b->draft.claim < CLAIM_COUNT;
}

/* --- what is told --- */

static uint32_t untold(const struct desk_build *b)
{
    return desk_pack(b) ? sim_facts_untold(b->state, b->scenario, b->out->incident, b->out->customer) : 0;
}

static void build_news(struct desk_build *b)
{
    const struct incident *i = desk_pack(b);
    uint32_t bits = untold(b);
    struct str s = {0};
    for (int32_t k = 0; i && k < i->fact_count; k++)
        if (bits >> k & 1)
            str_printf(&s, "%s%s", s.length ? ", " : "",
                       text(arena_printf(b->arena, "fact.short.%s",
                                         fact_kind_word(b->scenario->facts[i->first_fact + k].kind))));
    const char *kinds = desk_said(b, &s);
    if (kinds[0])
        b->out->news = text_fill(b->arena, "desk.news", "facts", kinds, "customer",
                                 wording_first_name(&b->words, b->out->customer), NULL);
}

/* What was said last to this customer about it and still stands. */
static const struct sim_claim *last_claim(const struct desk_build *b)
{
    for (int32_t at = b->state->incidents[b->out->incident].last_claim; at >= 0; at = b->state->claims[at].next) {
        const struct sim_claim *claim = &b->state->claims[at];
        if (claim->customer == b->out->customer)
            return claim->settled == CLAIM_CORRECTED || !claim_is_strong((enum claim)claim->claim) ? NULL : claim;
    }
    return NULL;
}

static void build_back(struct desk_build *b)
{
    const struct sim_claim *claim = last_claim(b);
    if (claim)
        b->out->back = text_fill(b->arena, "desk.back", "claim", wording_claim_kind(claim->claim), NULL);
}

/* --- the sentence --- */

/* Without the full stop that a pack may have written. */
static void say_facts(struct desk_build *b, struct str *s)
{
    const struct incident *i = desk_pack(b);
    uint32_t bits = b->draft.hold_back || !claims_something(b) ? 0 : untold(b);
    struct str facts = {0};
    for (int32_t k = 0; i && k < i->fact_count; k++)
        if (bits >> k & 1)
            str_printf(&facts, "%s%s", facts.length ? "; " : "", b->scenario->facts[i->first_fact + k].text);
    const char *words = desk_said(b, &facts);
    if (words[0])
        desk_say(s, text_fill(b->arena, "desk.say.facts", "facts", words, NULL));
}

/* Something of which people ask when it will be there again. */
static int is_to_be_mended(const struct sim_incident *i)
{
    return i->restored < 0 && i->kind != INCIDENT_OPPORTUNITY && i->kind != INCIDENT_CONTENTION;
}

static void say_times(struct desk_build *b, struct str *s)
{
    int running = b->draft.claim == CLAIM_FIXED || b->draft.claim == CLAIM_CONFIRMED;
    if (b->draft.fix_by >= 0)
        desk_say(s, text_fill(b->arena, "desk.say.fix-by", "time", wording_clock(&b->words, b->draft.fix_by), NULL));
    else if (claims_something(b) && !running && is_to_be_mended(&b->state->incidents[b->out->incident]))
        desk_say(s, text("desk.say.no-time"));
    if (b->draft.next_call >= 0)
        desk_say(s, text_fill(b->arena, running ? "desk.say.call-again" : "desk.say.call", "time",
                              wording_clock(&b->words, b->draft.next_call), NULL));
}

static const char *sentence(struct desk_build *b)
{
    struct str s = {0};
    const struct sim_claim *back = b->draft.takes_back && claims_something(b) ? last_claim(b) : NULL;
    if (back)
        desk_say(&s, text_fill(b->arena, "desk.say.back", "claim", wording_claim_kind(back->claim), NULL));
    if (b->draft.claim == DESK_FIRST_WORD)
        desk_say(&s, text("desk.say.first-word"));
    else if (claims_something(b))
        desk_say(&s, text(arena_printf(b->arena, "desk.say.claim.%s", claim_word((enum claim)b->draft.claim))));
    say_facts(b, &s);
    say_times(b, &s);
    if (b->draft.question != NOBODY)
        desk_say(&s, text(arena_printf(b->arena, "desk.say.ask.%s", question_word((enum question)b->draft.question))));
    return desk_said(b, &s);
}

/* --- the commands --- */

static void update(struct desk_build *b)
{
    struct sim_command *c = desk_command(b, SIM_CMD_UPDATE);
    const struct sim_claim *back = b->draft.takes_back ? last_claim(b) : NULL;
    c->update.incident = b->out->incident;
    c->update.customer = b->out->customer;
    c->update.claim = b->draft.claim;
    c->update.facts = b->draft.hold_back ? 0 : SIM_FACTS_DEFAULT;
    c->update.improvised = SIM_FACTS_DEFAULT;
    c->update.corrects = back ? back->act : 0;
    c->update.fix_by = b->draft.fix_by;
    c->update.next_call = b->draft.next_call;
    struct sim_preview preview = sim_preview_update(b->state, b->scenario, c);
    if (preview.refusal != REFUSAL_NONE)
        b->out->why_not = wording_refusal((int32_t)preview.refusal);
}

static void first_word(struct desk_build *b)
{
    struct sim_command *c = desk_command(b, SIM_CMD_ACKNOWLEDGE);
    c->acknowledge.incident = b->out->incident;
    c->acknowledge.customer = b->out->customer;
}

static void promise(struct desk_build *b)
{
    struct sim_command *c = desk_command(b, SIM_CMD_PROMISE);
    c->promise.incident = b->out->incident;
    c->promise.customer = b->out->customer;
    c->promise.due = b->draft.next_call;
    b->out->what[b->out->command_count - 1] = text("desk.call");
}

static void ask(struct desk_build *b)
{
    struct sim_command *c = desk_command(b, SIM_CMD_ASK);
    c->ask.incident = b->out->incident;
    c->ask.customer = b->out->customer;
    c->ask.question = b->draft.question;
    c->ask.work = NOBODY;
}

static void build_commands(struct desk_build *b)
{
    if (claims_something(b))
        update(b);
    else if (b->draft.claim == DESK_FIRST_WORD)
        first_word(b);
    if (!claims_something(b) && b->draft.next_call >= 0)
        promise(b);
    if (b->draft.question != NOBODY)
        ask(b);
}

void desk_build_tell(struct desk_build *b)
{
    struct view_desk *v = b->out;
    claim_chips(b);
    if (!claims_something(b))
        b->draft.fix_by = -1;
    fix_chips(b);
    call_chips(b);
    question_chips(b);
    build_news(b);
    build_back(b);
    build_hint(b);
    v->sentence = sentence(b);
    v->spoken = 1;
    build_commands(b);
    v->can_say = v->command_count > 0 && !v->why_not[0];
}
