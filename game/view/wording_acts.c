#include "view/wording_between.h"
#include "base/text.h"
#include <string.h>

/* The pieces that most sentences about acts are made of. */
struct pieces {
    const char *who, *customer, *incident, *words;
};

static struct pieces pieces_of(const struct wording *w, const struct sim_command *c, int32_t customer, int32_t incident)
{
    return (struct pieces){wording_member(w, c->member), wording_first_name(w, customer), wording_incident(w, incident),
                           wording_typed(w, c->text)};
}

static const char *fill(const struct wording *w, const char *key, struct pieces p)
{
    return text_fill(w->arena, key, "who", p.who, "customer", p.customer, "incident", p.incident, "words", p.words,
                     NULL);
}

static const char *quoted(const struct wording *w, const char *sentence, const char *words)
{
    if (!words[0])
        return sentence;
    return text_fill(w->arena, "wording.quoted", "sentence", sentence, "words", words, NULL);
}

static const char *asked(const struct wording *w, const struct sim_command *c)
{
    struct pieces p = pieces_of(w, c, c->ask.customer, c->ask.incident);
    const struct scenario *sc = session_scenario(w->session);
    int32_t question = c->ask.question;
    if (question < 0 || question >= ASK_COUNT)
        return "";
    if (question == ASK_GO_AHEAD && c->ask.work >= 0 && c->ask.work < sc->work_count)
        return text_fill(w->arena, "act.ask.go-ahead.work", "who", p.who, "customer", p.customer, "work",
                         sc->works[c->ask.work].title, NULL);
    return quoted(w, fill(w, arena_printf(w->arena, "act.ask.%s", question_word((enum question)question)), p), p.words);
}

/* Without typed words the claim speaks for itself; times that were given always show. */
static const char *updated(const struct wording *w, const struct sim_command *c)
{
    struct pieces p = pieces_of(w, c, c->update.customer, c->update.incident);
    struct str out = {0};
    if (!p.words[0])
        p.words = wording_claim_kind(c->update.claim);
    str_append(&out, fill(w, c->update.corrects > 0 ? "act.update.correction" : "act.update", p));
    if (c->update.fix_by >= 0)
        text_format(&out, "act.update.fix-by", "time", wording_clock(w, c->update.fix_by), NULL);
    if (c->update.next_call >= 0)
        text_format(&out, "act.update.next-call", "time", wording_clock(w, c->update.next_call), NULL);
    const char *sentence = arena_dup(w->arena, str_text(&out));
    str_release(&out);
    return sentence;
}

static const char *promised(const struct wording *w, const struct sim_command *c)
{
    struct pieces p = pieces_of(w, c, c->promise.customer, c->promise.incident);
    const char *what = wording_typed(w, c->promise.what);
    if (!what[0])
        what = p.words;
    return text_fill(w->arena, what[0] ? "act.promise.what" : "act.promise", "who", p.who, "customer", p.customer,
                     "what", what, "time", wording_clock(w, c->promise.due), NULL);
}

static const char *renegotiated(const struct wording *w, const struct sim_command *c)
{
    const struct sim_state *s = session_state(w->session);
    int32_t customer = NOBODY;
    for (int32_t i = 0; i < s->promise_count; i++)
        if (s->promises[i].act == c->renegotiate.act && s->promises[i].part == c->renegotiate.part)
            customer = s->promises[i].customer;
    return text_fill(w->arena, customer == NOBODY ? "act.renegotiate.gone" : "act.renegotiate", "who",
                     wording_member(w, c->member), "customer", wording_first_name(w, customer), "time",
                     wording_clock(w, c->renegotiate.due), NULL);
}

static const char *worked(const struct wording *w, const struct sim_command *c)
{
    const struct scenario *sc = session_scenario(w->session);
    int32_t member = c->work.member != NOBODY ? c->work.member : c->member;
    const char *title = c->work.work >= 0 && c->work.work < sc->work_count ? sc->works[c->work.work].title : "";
    return text_fill(w->arena, "act.work", "who", wording_member(w, member), "work", title, NULL);
}

static const char *decided(const struct wording *w, const struct sim_command *c)
{
    const struct scenario *sc = session_scenario(w->session);
    struct pieces p = pieces_of(w, c, NOBODY, c->decide_ourselves.incident);
    int32_t incident = c->decide_ourselves.incident, option = c->decide_ourselves.option;
    if (incident < 0 || incident >= sc->incident_count || option < 0 || option >= sc->incidents[incident].option_count)
        return fill(w, "act.decide-ourselves", p);
    p.words = sc->incidents[incident].options[option].text;
    return fill(w, "act.decide-ourselves.option", p);
}

static const char *complained(const struct wording *w, const struct sim_command *c)
{
    struct pieces p = pieces_of(w, c, c->log_complaint.customer, c->log_complaint.incident);
    return quoted(w,
                  text_fill(w->arena, c->log_complaint.owner == NOBODY ? "act.log-complaint.unowned" : "act.log-complaint", "who", p.who, "customer", p.customer, "owner",
                            wording_member(w, c->log_complaint.owner), "time", wording_clock(w, c->log_complaint.due),
                            NULL),
                  p.words);
}

static const char *blamed(const struct wording *w, const struct sim_command *c)
{
    static const char *const keys[] = {"act.blame.team", "act.blame.user", "act.blame.supplier"};
    struct pieces p = pieces_of(w, c, c->blame.customer, c->blame.incident);
    if (c->blame.target < 0 || c->blame.target > 2)
        return "";
    return quoted(w, fill(w, keys[c->blame.target], p), p.words);
}

/* Acts whose sentence needs no more than who, whom and about what. */
static const char *plain_act(const struct wording *w, const struct sim_command *c, const char *key, int32_t customer,
                             int32_t incident)
{
    struct pieces p = pieces_of(w, c, customer, incident);
    return quoted(w, fill(w, key, p), p.words);
}

static const char *stopped(const struct wording *w, const struct sim_command *c)
{
    return text_fill(w->arena, "act.stop-work", "who", wording_member(w, c->member), "work",
                     wording_work(w, c->stop_work.instance), NULL);
}

static const char *improvised(const struct wording *w, const struct sim_command *c)
{
    return text_fill(w->arena, "act.improvise-work", "who", wording_member(w, c->improvise_work.member), "work",
                     wording_typed(w, c->text), NULL);
}

const char *wording_command(const struct wording *w, const struct sim_command *c)
{
    switch (c->kind) {
    case SIM_CMD_ACKNOWLEDGE:
        return plain_act(w, c, "act.acknowledge", c->acknowledge.customer, c->acknowledge.incident);
    case SIM_CMD_ASK: return asked(w, c);
    case SIM_CMD_UPDATE: return updated(w, c);
    case SIM_CMD_PROMISE: return promised(w, c);
    case SIM_CMD_RENEGOTIATE: return renegotiated(w, c);
    case SIM_CMD_WORK: return worked(w, c);
    case SIM_CMD_STOP_WORK: return stopped(w, c);
    case SIM_CMD_HAND_PRIORITY:
        return plain_act(w, c, "act.hand-priority", c->hand_priority.customer, c->hand_priority.incident);
    case SIM_CMD_DECIDE_OURSELVES: return decided(w, c);
    case SIM_CMD_REFUSE:
        return plain_act(w, c, c->refuse.offer ? "act.refuse.offer" : "act.refuse", c->refuse.customer,
                         c->refuse.incident);
    case SIM_CMD_AGREE_CONDITIONS:
        return plain_act(w, c, "act.agree-conditions", c->agree_conditions.customer, c->agree_conditions.incident);
    case SIM_CMD_RETEST_CONDITIONS:
        return plain_act(w, c, "act.re-test-conditions", NOBODY, c->retest_conditions.incident);
    case SIM_CMD_LOG_COMPLAINT: return complained(w, c);
    case SIM_CMD_RESOLVE_COMPLAINT:
        return plain_act(w, c, c->resolve_complaint.resolved ? "act.resolve-complaint" : "act.resolve-complaint.not",
                         NOBODY, NOBODY);
    case SIM_CMD_VERIFY: return plain_act(w, c, "act.verify", c->verify.customer, c->verify.incident);
    case SIM_CMD_CLOSE: return plain_act(w, c, "act.close", NOBODY, c->close.incident);
    case SIM_CMD_APOLOGISE: return plain_act(w, c, "act.apologise", c->apologise.customer, c->apologise.incident);
    case SIM_CMD_BLAME: return blamed(w, c);
    case SIM_CMD_PROACTIVE: return plain_act(w, c, "act.proactive", c->proactive.customer, c->proactive.incident);
    case SIM_CMD_ESCALATE: return plain_act(w, c, "act.escalate", c->escalate.customer, c->escalate.incident);
    case SIM_CMD_IMPROVISE_WORK: return improvised(w, c);
    case SIM_CMD_IMPROVISE_FACT:
        return fill(w, "act.improvise-fact", pieces_of(w, c, c->improvise_fact.customer, c->improvise_fact.incident));
    default: return wording_between_command(w, c);
    }
}

const struct session_entry *wording_entry(const struct wording *w, int32_t act)
{
    for (int32_t i = session_entry_count(w->session) - 1; act > 0 && i >= 0; i--) {
        const struct session_entry *entry = session_entry_at(w->session, i);
        if (entry->act == act)
            return entry;
    }
    return NULL;
}

/* Work that named nobody was given to whoever was free: the events know whom. */
static int32_t entry_worker(const struct wording *w, const struct session_entry *entry)
{
    for (int32_t i = 0; i < entry->event_count; i++) {
        const struct sim_event *event = session_event_at(w->session, entry->first_event + i);
        if (event->kind == SIM_EV_WORK_STARTED)
            return event->work_started.member;
    }
    return NOBODY;
}

int32_t wording_act_member(const struct wording *w, int32_t act)
{
    const struct session_entry *entry = wording_entry(w, act);
    if (!entry)
        return NOBODY;
    if (entry->command.kind != SIM_CMD_WORK)
        return entry->command.member;
    int32_t member = entry->command.work.member != NOBODY ? entry->command.work.member : entry->command.member;
    return member != NOBODY ? member : entry_worker(w, entry);
}

const char *wording_act(const struct wording *w, int32_t act)
{
    const struct session_entry *entry = wording_entry(w, act);
    if (!entry)
        return "";
    struct sim_command command = entry->command;
    if (command.kind == SIM_CMD_WORK)
        command.work.member = wording_act_member(w, act);
    return wording_command(w, &command);
}
