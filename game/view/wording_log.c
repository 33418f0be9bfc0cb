#include "view/wording_between.h"
#include "base/text.h"
#include <string.h>

/*
 * Lines of the evidence log. Each event that a reader cares for becomes one;
 * where two events tell the same (an act and the contact it made) only the
 * one with more to say does.
 */

static void line_set(struct wording_line *line, const char *tag_key, const char *words, enum tone tone)
{
    line->tag = text(tag_key);
    line->text = words;
    line->tone = tone;
}

static const struct sim_moment *moment_by_key(const struct sim_state *s, int32_t source, int32_t subject,
                                              int32_t customer, int32_t nth)
{
    for (int32_t i = s->moment_count - 1; i >= 0; i--) {
        const struct sim_moment *m = &s->moments[i];
        if (m->source == source && m->subject == subject && m->customer == customer && m->nth == nth)
            return m;
    }
    return NULL;
}

static const struct sim_claim *claim_by_act(const struct sim_state *s, int32_t act)
{
    for (int32_t i = s->claim_count - 1; i >= 0; i--)
        if (s->claims[i].act == act)
            return &s->claims[i];
    return NULL;
}

static const struct sim_promise *promise_by_act(const struct sim_state *s, int32_t act, int32_t part)
{
    for (int32_t i = s->promise_count - 1; i >= 0; i--)
        if (s->promises[i].act == act && s->promises[i].part == part)
            return &s->promises[i];
    return NULL;
}

static const char *act_tag(int32_t act)
{
    if (act == ACT_WORK || act == ACT_STOP_WORK)
        return "log.work";
    if (act == ACT_PROMISE || act == ACT_RENEGOTIATE || act == ACT_LOG_COMPLAINT || act == ACT_RESOLVE_COMPLAINT)
        return "log.promise";
    if (act == ACT_UPDATE)
        return "log.update";
    return "log.act";
}

/* What a room decides between its acts has events of its own, and each of them a line. */
static int is_decided_in_the_room(int32_t act) { return act >= SIM_CMD_LEARN && act <= SIM_CMD_EDIT_REPORT; }

static int line_act(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    if (is_decided_in_the_room(e->act.act))
        return 0;
    static const char *const matrix[] = {"matrix.routine", "matrix.developmental", "matrix.unique"};
    int32_t kind = e->act.matrix;
    line->act = e->act.number;
    line_set(line, act_tag(e->act.act), wording_act(w, e->act.number), TONE_NEUTRAL);
    line->note = text_fill(w->arena, e->act.visible ? "matrix.visible" : "matrix.invisible", "kind",
                           kind >= 0 && kind < 3 ? text(matrix[kind]) : "", NULL);
    return line->text[0] != '\0';
}

/* The stored outcome, not the present one: the log tells what was judged then. */
static int line_moment(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    static const char *const tags[SCORE_COUNT] = {"log.involving", "log.honest", "log.follow"};
    const struct sim_moment *found =
        moment_by_key(session_state(w->session), e->moment_settled.source, e->moment_settled.subject,
                      e->moment_settled.customer, e->moment_settled.nth);
    int32_t outcome = e->moment_settled.outcome;
    if (!found || outcome == OUTCOME_NONE || found->score < 0 || found->score >= SCORE_COUNT)
        return 0;
    struct sim_moment then = *found;
    then.outcome = outcome;
    then.overruled = NOBODY;
    line->act = found->act;
    line_set(line, tags[found->score], wording_moment(w, &then), wording_outcome_tone(outcome));
    line->note = wording_outcome(outcome);
    return 1;
}

static int line_claim(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    const struct sim_claim *claim = claim_by_act(session_state(w->session), e->claim.act);
    int ahead = e->claim.verdict == VERDICT_AHEAD || e->claim.verdict == VERDICT_LUCKY ||
                (e->claim.flags & CLAIM_FLAG_FIX_AHEAD);
    if (!claim || !ahead)
        return 0;
    line->act = e->claim.act;
    line_set(line, "log.honest", wording_claim(w, claim), TONE_BAD);
    return 1;
}

static int line_claim_settled(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    const struct sim_claim *claim = claim_by_act(session_state(w->session), e->claim_settled.act);
    if (!claim || e->claim_settled.how != CLAIM_FOUND_OUT)
        return 0;
    line->act = e->claim_settled.act;
    line_set(line, "log.honest",
             text_fill(w->arena, "log.found-out", "customer", wording_first_name(w, claim->customer), "claim",
                       wording_claim_kind(claim->claim), "time", wording_clock(w, claim->at), NULL),
             TONE_BAD);
    return 1;
}

static int line_promise(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    const struct sim_promise *promise =
        promise_by_act(session_state(w->session), e->promise_settled.act, e->promise_settled.part);
    int32_t state = e->promise_settled.state;
    if (!promise || state == PROMISE_VOID)
        return 0;
    enum tone tone = state == PROMISE_KEPT || state == PROMISE_RENEGOTIATED ? TONE_GOOD
                     : state == PROMISE_LATE                                ? TONE_WARN
                                                                            : TONE_BAD;
    line->act = e->promise_settled.act;
    line_set(line, "log.follow", wording_promise(w, promise), tone);
    line->note = wording_promise_state(state);
    return 1;
}

static int line_incident(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    static const char *const keys[] = {"",           "log.restored", "log.confirmed", "log.closed",
                                       "log.lapsed", "log.left",     "log.fell-back", "log.refused"};
    static const enum tone tones[] = {TONE_NEUTRAL, TONE_GOOD, TONE_GOOD, TONE_NEUTRAL,
                                      TONE_WARN,    TONE_WARN, TONE_BAD,  TONE_WARN};
    int32_t mark = e->incident_stage.mark;
    if (mark == MARK_REOPENED) {
        line_set(line, "log.incident",
                 text_fill(w->arena, "log.reopened", "customer", wording_first_name(w, e->incident_stage.customer), "incident",
                           wording_incident(w, e->incident_stage.incident), NULL),
                 TONE_BAD);
        return 1;
    }
    if (mark <= MARK_ACKNOWLEDGED || mark > MARK_REFUSED)
        return 0;
    line_set(line, "log.incident",
             text_fill(w->arena, keys[mark], "incident", wording_incident(w, e->incident_stage.incident), NULL),
             tones[mark]);
    return 1;
}

static int line_opened(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    line_set(line, "log.incident",
             text_fill(w->arena, "log.opened", "customer", wording_first_name(w, e->incident_opened.reporter),
                       "incident", wording_incident(w, e->incident_opened.incident), NULL),
             TONE_NEUTRAL);
    return 1;
}

/* Small drifts are no news; what an event of its own caused is. */
static int line_trust(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    int32_t points = e->trust.delta / 1000;
    if (points == 0 || e->trust.reason == REASON_NONE)
        return 0;
    line->act = e->trust.act;
    line_set(line, "log.trust",
             text_fill(w->arena, points > 0 ? "log.trust-up" : "log.trust-down", "customer",
                       wording_first_name(w, e->trust.customer), "n",
                       arena_printf(w->arena, "%d", (int)(points > 0 ? points : -points)), "now",
                       arena_printf(w->arena, "%d", (int)(e->trust.now / 1000)), NULL),
             points > 0 ? TONE_GOOD : TONE_BAD);
    line->note = wording_reason(e->trust.reason);
    return 1;
}

static int line_fact(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    if (e->fact_known.by == KNOWN_AT_OPENING)
        return 0;
    line->act = e->fact_known.act;
    line_set(line, "log.fact", wording_fact(w, e->fact_known.fact), TONE_NEUTRAL);
    return 1;
}

static int line_work_ended(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    static const char *const keys[] = {"log.work-done", "log.work-stopped", "log.work-overtaken"};
    int32_t how = e->work_ended.how;
    if (how < 0 || how > WORK_OVERTAKEN)
        return 0;
    line_set(line, "log.work", text_fill(w->arena, keys[how], "work", wording_work(w, e->work_ended.instance), NULL),
             TONE_NEUTRAL);
    return 1;
}

static int line_harm(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    const struct scenario *sc = session_scenario(w->session);
    struct wording_about about = {e->harm.customer, e->harm.incident, e->at, -1};
    int32_t work = e->harm.work;
    if (work < 0 || work >= sc->work_count)
        return 0;
    line_set(line, "log.work", wording_fill(w, sc->works[work].harm_text, about), TONE_BAD);
    line->note = text("log.harm");
    return 1;
}

static int line_observed(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    const struct scenario *sc = session_scenario(w->session);
    const char *words = wording_typed(w, e->observed.text);
    int32_t marker = e->observed.marker;
    const char *what = marker >= 0 && marker < sc->marker_count ? sc->markers[marker].text : words;
    line_set(line, "log.seen",
             text_fill(w->arena, "log.observed", "who", wording_member(w, e->observed.member), "what", what, NULL),
             marker >= 0 && marker < sc->marker_count && sc->markers[marker].good ? TONE_GOOD : TONE_WARN);
    line->note = what == words ? "" : words;
    return what[0] != '\0';
}

static int line_voucher(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    line->act = e->voucher.act;
    line_set(line, "log.voucher",
             text_fill(w->arena, "log.voucher-given", "customer", wording_first_name(w, e->voucher.customer), "who",
                       wording_member(w, e->voucher.member), NULL),
             TONE_GOOD);
    const char *deed = e->voucher.act > 0 ? wording_act(w, e->voucher.act) : "";
    if (deed[0])
        line->text = text_fill(w->arena, "log.voucher-for", "thanks", line->text, "deed", deed, NULL);
    line->note = wording_typed(w, e->voucher.text);
    return 1;
}

static int line_note(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    line_set(line, "log.note", wording_typed(w, e->note.text), TONE_NEUTRAL);
    return line->text[0] != '\0';
}

static int line_mark(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    const struct sim_state *s = session_state(w->session);
    const struct sim_moment *m = e->verdict_mark.aim == 0
                                     ? moment_by_key(s, e->verdict_mark.source, e->verdict_mark.subject,
                                                     e->verdict_mark.customer, e->verdict_mark.nth)
                                     : NULL;
    const struct sim_claim *claim = e->verdict_mark.aim == 1 ? claim_by_act(s, e->verdict_mark.subject) : NULL;
    const char *what = m ? wording_moment(w, m) : claim ? wording_claim(w, claim) : "";
    const char *reason = wording_typed(w, e->verdict_mark.reason);
    const char *key = e->verdict_mark.disputed       ? "log.disputed"
                      : e->verdict_mark.outcome >= 0 ? "log.overruled"
                                                     : "log.mark-withdrawn";
    line_set(line, key, what, TONE_NEUTRAL);
    line->note = reason;
    return what[0] != '\0';
}

static int line_happened(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    const struct scenario *sc = session_scenario(w->session);
    int32_t event = e->happened.event;
    if (event < 0 || event >= sc->event_count)
        return 0;
    line_set(line, "log.event", sc->events[event].title, TONE_NEUTRAL);
    return 1;
}

int wording_event(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    *line = (struct wording_line){.at = e->at, .tag = "", .text = "", .note = ""};
    switch (e->kind) {
    case SIM_EV_ACT: return line_act(w, e, line);
    case SIM_EV_MOMENT_SETTLED: return line_moment(w, e, line);
    case SIM_EV_CLAIM: return line_claim(w, e, line);
    case SIM_EV_CLAIM_SETTLED: return line_claim_settled(w, e, line);
    case SIM_EV_PROMISE_SETTLED: return line_promise(w, e, line);
    case SIM_EV_INCIDENT_STAGE: return line_incident(w, e, line);
    case SIM_EV_INCIDENT_OPENED: return line_opened(w, e, line);
    case SIM_EV_TRUST: return line_trust(w, e, line);
    case SIM_EV_FACT_KNOWN: return line_fact(w, e, line);
    case SIM_EV_WORK_ENDED: return line_work_ended(w, e, line);
    case SIM_EV_HARM: return line_harm(w, e, line);
    case SIM_EV_OBSERVED: return line_observed(w, e, line);
    case SIM_EV_VOUCHER: return line_voucher(w, e, line);
    case SIM_EV_NOTE: return line_note(w, e, line);
    case SIM_EV_VERDICT_MARK: return line_mark(w, e, line);
    case SIM_EV_HAPPENED: return line_happened(w, e, line);
    default: return wording_between_event(w, e, line);
    }
}
