#include "view/report_inside.h"
#include "base/text.h"
#include "sim/claim.h"

/* --- promises --- */

static enum report_mark mark_of(int32_t state)
{
    static const enum report_mark marks[] = {REPORT_OPEN, REPORT_KEPT,    REPORT_MOVED,
                                             REPORT_LATE, REPORT_DROPPED, REPORT_FELL_AWAY};
    return state >= 0 && state <= PROMISE_VOID ? marks[state] : REPORT_OPEN;
}

static enum tone tone_of(enum report_mark mark)
{
    static const enum tone tones[] = {TONE_NEUTRAL, TONE_GOOD, TONE_WARN, TONE_BAD, TONE_NEUTRAL, TONE_NEUTRAL};
    return tones[mark];
}

static const char *what_of(struct report_build *b, const struct sim_promise *p)
{
    static const char *const keys[] = {"report.promise.next-call", "report.promise.fix-by", "report.promise.other"};
    const char *words = p->kind == PROMISE_OTHER ? wording_typed(&b->w, p->text) : "";
    return words[0] ? words : text(keys[p->kind]);
}

/* An act may promise more than one thing. */
const char *report_promise_id(struct report_build *b, const struct sim_promise *p)
{
    return p->part > 0 ? arena_printf(b->arena, "p%d-%d", (int)p->act, (int)p->part) : arena_printf(b->arena, "p%d", (int)p->act);
}

static struct report_promise promise_of(struct report_build *b, const struct sim_promise *p)
{
    enum report_mark mark = mark_of(p->state);
    int32_t settled =
        p->state == PROMISE_KEPT || p->state == PROMISE_LATE || p->state == PROMISE_RENEGOTIATED ? p->settled_at : -1;
    return (struct report_promise){.made = p->at,
                                   .due = p->due,
                                   .settled = settled,
                                   .mark = mark,
                                   .customer = p->customer,
                                   .made_at = wording_clock(&b->w, p->at),
                                   .due_at = wording_clock(&b->w, p->due),
                                   .settled_at = wording_clock(&b->w, settled),
                                   .what = what_of(b, p),
                                   .to = wording_first_name(&b->w, p->customer),
                                   .by = wording_member(&b->w, p->member),
                                   .about = wording_incident(&b->w, p->incident),
                                   .state = wording_promise_state(p->state),
                                   .tone = tone_of(mark),
                                   .id = report_promise_id(b, p)};
}

static void promise_count(struct report_round *r, enum report_mark mark)
{
    r->promises += mark != REPORT_FELL_AWAY;
    r->kept += mark == REPORT_KEPT;
    r->moved += mark == REPORT_MOVED;
    r->late += mark == REPORT_LATE;
    r->dropped += mark == REPORT_DROPPED;
    r->open += mark == REPORT_OPEN;
    r->fell_away += mark == REPORT_FELL_AWAY;
}

static void promises_build(struct report_build *b, int place)
{
    struct report_round *r = &b->out->rounds[place];
    r->promise_list = arena_array(b->arena, (size_t)b->state->promise_count + 1, sizeof *r->promise_list);
    for (int32_t i = 0; i < b->state->promise_count; i++) {
        if (b->state->promises[i].round != b->rounds[place]) continue;
        r->promise_list[r->promise_count] = promise_of(b, &b->state->promises[i]);
        promise_count(r, r->promise_list[r->promise_count++].mark);
    }
}

/* --- claims --- */

static const char *claim_verdict(const struct sim_claim *c)
{
    int fix_ahead = (c->flags & CLAIM_FLAG_FIX_AHEAD) && !claim_is_ahead(c);
    if (claim_is_ahead(c) || fix_ahead) return wording_verdict(fix_ahead ? VERDICT_AHEAD : c->verdict);
    if (c->flags & CLAIM_FLAG_WITHHELD) return text("verdict.withheld");
    if (c->flags & CLAIM_FLAG_UNDERSTATED) return text("verdict.understated");
    if (c->flags & CLAIM_FLAG_EMPTY) return text("verdict.empty");
    if (c->flags & CLAIM_FLAG_HOLLOW) return text("verdict.hollow");
    if (c->flags & CLAIM_FLAG_FAR) return text("verdict.far");
    return wording_verdict(c->verdict);
}

static const char *claim_later(struct report_build *b, const struct sim_claim *c)
{
    const char *key = c->settled == CLAIM_CORRECTED ? "report.claim.corrected"
                      : c->settled == CLAIM_FOUND_OUT
                          ? claim_is_ahead(c) ? "report.claim.found-out" : "report.claim.mistaken"
                          : NULL;
    return key ? text_fill(b->arena, key, "time", wording_clock(&b->w, c->settled_at), NULL) : "";
}

static enum tone claim_tone(const struct sim_claim *c)
{
    if (c->disputed) return TONE_NEUTRAL;
    return wording_outcome_tone(claim_outcome(c));
}

static struct report_claim claim_of(struct report_build *b, const struct sim_claim *c)
{
    return (struct report_claim){.time = wording_clock(&b->w, c->at),
                                 .by = wording_member(&b->w, c->member),
                                 .to = wording_first_name(&b->w, c->customer),
                                 .words = wording_typed(&b->w, c->text),
                                 .kind = wording_claim_kind(c->claim),
                                 .verdict = claim_verdict(c),
                                 .later = claim_later(b, c),
                                 .about = wording_incident(&b->w, c->incident),
                                 .tone = claim_tone(c),
                                 .disputed = c->disputed,
                                 .overruled = c->overruled >= 0,
                                 .id = arena_printf(b->arena, "c%d", (int)c->act),
                                 .at = c->at,
                                 .customer = c->customer,
                                 .decided = report_decided(b, 1, &(struct moment_key){0, c->act, 0, 0}, c->disputed, c->overruled)};
}

static void claims_build(struct report_build *b, int place)
{
    struct report_round *r = &b->out->rounds[place];
    r->claims = arena_array(b->arena, (size_t)b->state->claim_count + 1, sizeof *r->claims);
    for (int32_t i = 0; i < b->state->claim_count; i++)
        if (b->state->claims[i].round == b->rounds[place])
            r->claims[r->claim_count++] = claim_of(b, &b->state->claims[i]);
}

void report_ledger_build(struct report_build *b)
{
    for (int place = 0; place < b->out->round_count; place++) {
        promises_build(b, place);
        claims_build(b, place);
    }
}
