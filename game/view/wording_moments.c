#include "view/wording.h"
#include "base/text.h"
#include "sim/claim.h"
#include "sim/moments.h"
#include <string.h>

static const char *line_at(const struct texts *lines, int32_t index)
{
    return index >= 0 && index < lines->count ? lines->items[index] : "";
}

static const char *said_in_mood(const struct wording *w, const struct sim_event *e)
{
    const struct scenario *sc = session_scenario(w->session);
    int32_t customer = e->said.customer, mood = e->said.item;
    if (customer < 0 || customer >= sc->customer_count || mood < 0 || mood >= MOOD_COUNT)
        return "";
    return line_at(&sc->customers[customer].lines[mood], e->said.nth);
}

/* Sources as SAID in sim/event.h numbers them. */
const char *wording_said(const struct wording *w, const struct sim_event *e)
{
    const struct scenario *sc = session_scenario(w->session);
    struct wording_about about = {e->said.customer, e->said.incident, e->at, -1};
    int32_t item = e->said.item;
    switch (e->said.source) {
    case 0: return wording_incident_says(w, e->said.incident);
    case 1: return item >= 0 && item < sc->moment_count ? wording_fill(w, sc->moments[item].says, about) : "";
    case 2: return item >= 0 && item < sc->event_count ? wording_fill(w, sc->events[item].says, about) : "";
    case 3: return wording_fill(w, said_in_mood(w, e), about);
    case 4: return item >= 0 && item < sc->fact_count ? wording_fill(w, sc->facts[item].answer, about) : "";
    case 5: return wording_typed(w, e->said.nth);
    case 6: return text("said.go-ahead");
    case 7: return text("said.confirmed");
    case 8: return text("said.not-yet");
    default: return "";
    }
}

static int32_t claim_standing(const struct sim_claim *claim)
{
    int ahead = claim->flags & CLAIM_FLAG_FIX_AHEAD;
    return ahead && claim->verdict == VERDICT_HONEST ? VERDICT_AHEAD : claim->verdict;
}

static const char *claim_flag_key(const struct sim_claim *claim)
{
    if (claim_standing(claim) >= VERDICT_LUCKY)
        return NULL;
    if (claim->flags & CLAIM_FLAG_WITHHELD)
        return "verdict.withheld";
    if (claim->flags & CLAIM_FLAG_UNDERSTATED)
        return "verdict.understated";
    if (claim->flags & CLAIM_FLAG_EMPTY)
        return "verdict.empty";
    if (claim->flags & CLAIM_FLAG_HOLLOW) return "verdict.hollow";
    if (claim->flags & CLAIM_FLAG_FAR)
        return "verdict.far";
    if (claim->flags & CLAIM_FLAG_CORRECTS)
        return "verdict.corrects";
    return NULL;
}

const char *wording_claim(const struct wording *w, const struct sim_claim *claim)
{
    const char *words = wording_typed(w, claim->text);
    const char *flag = claim_flag_key(claim);
    return text_fill(w->arena, "wording.claim", "words", words[0] ? words : wording_claim_kind(claim->claim),
                     "customer", wording_first_name(w, claim->customer), "verdict",
                     flag ? text(flag) : wording_verdict(claim_standing(claim)), NULL);
}

const char *wording_promise(const struct wording *w, const struct sim_promise *promise)
{
    static const char *const keys[] = {"promise.next-call", "promise.fix-by", "promise.other"};
    const char *words = promise->kind == PROMISE_OTHER ? wording_typed(w, promise->text) : "";
    if (promise->kind < 0 || promise->kind > PROMISE_OTHER)
        return "";
    return text_fill(w->arena, words[0] ? "promise.words" : keys[promise->kind], "customer",
                     wording_first_name(w, promise->customer), "incident", wording_incident(w, promise->incident),
                     "words", words, "time", wording_clock(w, promise->due), NULL);
}

int32_t wording_moment_outcome(const struct sim_moment *m)
{
    return m->overruled >= 0 && m->overruled < OUTCOME_COUNT ? m->overruled : m->outcome;
}

static const struct moment *scripted(const struct wording *w, const struct sim_moment *m)
{
    const struct scenario *sc = session_scenario(w->session);
    int of_pack = m->source == MOMENT_SCRIPTED && m->subject >= 0 && m->subject < sc->moment_count;
    return of_pack ? &sc->moments[m->subject] : NULL;
}

static const char *moment_milestone(const struct wording *w, const struct sim_moment *m)
{
    const struct scenario *sc = session_scenario(w->session);
    if (m->incident < 0 || m->incident >= sc->incident_count)
        return "";
    const struct incident *incident = &sc->incidents[m->incident];
    return m->nth >= 0 && m->nth < incident->milestone_count ? incident->milestones[m->nth].title : "";
}

/* What `nth` of the key stands for depends on the source: see enum moment_source. */
static const char *moment_thing(const struct wording *w, const struct sim_moment *m)
{
    const struct scenario *sc = session_scenario(w->session);
    switch (m->source) {
    case MOMENT_GO_AHEAD: return m->nth >= 0 && m->nth < sc->work_count ? sc->works[m->nth].title : "";
    case MOMENT_BAD_NEWS: return wording_fact(w, m->nth);
    case MOMENT_RETEST:
    case MOMENT_MILESTONE: return moment_milestone(w, m);
    default: return wording_incident(w, m->incident);
    }
}

static const char *rule_sentence(const struct wording *w, const struct sim_moment *m, const char *word)
{
    int32_t incident = m->incident;
    struct wording_about about = {m->customer, incident, m->due, -1};
    const char *customer = wording_fill(w, "{customer}", about);
    const char *key = arena_printf(w->arena, "moment.%s.%s", moment_source_word(m->source), word);
    return text_fill(w->arena, key, "customer", customer, "incident", wording_incident(w, incident), "thing",
                     moment_thing(w, m), "time", wording_clock(w, m->due), NULL);
}

static const char *pack_sentence(const struct moment *moment, int32_t outcome)
{
    switch (outcome) {
    case OUTCOME_MET: return moment->met;
    case OUTCOME_PARTLY: return moment->partly_text[0] ? moment->partly_text : moment->met;
    case OUTCOME_MISSED: return moment->missed;
    case OUTCOME_BROKEN: return moment->broken_text[0] ? moment->broken_text : moment->missed;
    default: return "";
    }
}

/* Broken by a plain no, not by closing or choosing for the customer. */
static int is_refused(const struct wording *w, const struct sim_moment *m, int32_t outcome)
{
    const struct session_entry *entry = m->act > 0 ? wording_entry(w, m->act) : NULL;
    int by_rule = m->source == MOMENT_CONFIRMED || m->source == MOMENT_CONTENTION;
    return by_rule && outcome == OUTCOME_BROKEN && entry != NULL && entry->command.kind == SIM_CMD_REFUSE;
}

/* --- why it came out so, where one outcome has several reasons --- */

static int32_t index_of(const struct wording *w, const struct sim_moment *m)
{
    struct moment_key key = {m->source, m->subject, m->customer, m->nth};
    return moment_find(session_state(w->session), session_scenario(w->session), &key);
}

static const char *silence_word(const struct sim_incident *incident, const struct sim_moment *m)
{
    if (m->outcome == OUTCOME_PARTLY && incident->silences == 0)
        return m->spoiled ? "spoiled" : "no-time";
    return m->outcome == OUTCOME_MISSED && incident->first_contact < 0 ? "never" : NULL;
}

static const char *update_word(const struct wording *w, const struct sim_moment *m)
{
    const struct sim_state *s = session_state(w->session);
    int32_t index = index_of(w, m), flags = 0;
    for (int32_t k = 0; k < s->claim_count; k++)
        if (s->claims[k].moment == index && claim_outcome(&s->claims[k]) == OUTCOME_PARTLY)
            flags |= s->claims[k].flags;
    if (flags & (CLAIM_FLAG_WITHHELD | CLAIM_FLAG_UNDERSTATED))
        return NULL;
    if (flags & CLAIM_FLAG_EMPTY)
        return "empty";
    if (flags & CLAIM_FLAG_HOLLOW)
        return "hollow";
    if (flags & CLAIM_FLAG_FAR)
        return "far";
    return m->spoiled ? "spoiled" : NULL;
}

/* Every promise in it was kept in time, by calls that brought nothing. */
static const char *promises_word(const struct wording *w, const struct sim_moment *m)
{
    const struct sim_state *s = session_state(w->session);
    int32_t index = index_of(w, m), weak = 0;
    for (int32_t k = 0; k < s->promise_count; k++) {
        const struct sim_promise *p = &s->promises[k];
        if (p->moment != index || p->counts != OUTCOME_PARTLY)
            continue;
        if (p->state != PROMISE_KEPT || p->far)
            return NULL;
        weak = 1;
    }
    return weak ? "hollow" : NULL;
}

/* Part of the key of its sentence; a reason is told only where the rule's own outcome stands. */
static const char *outcome_key(const struct wording *w, const struct sim_moment *m, int32_t outcome)
{
    const struct sim_state *s = session_state(w->session);
    const char *why = NULL;
    if (outcome != m->outcome || m->incident < 0 || m->incident >= s->incident_count)
        return outcome_word(outcome);
    const struct sim_incident *incident = &s->incidents[m->incident];
    if (m->source == MOMENT_NO_SILENCE)
        why = silence_word(incident, m);
    else if (m->source == MOMENT_CONFIRMED && outcome == OUTCOME_MISSED && incident->restored < 0)
        why = "not-running";
    else if (m->source == MOMENT_UPDATE_WINDOW && outcome == OUTCOME_PARTLY)
        why = update_word(w, m);
    else if ((m->source == MOMENT_PROMISE_WINDOW || m->source == MOMENT_COMMITMENT) && outcome == OUTCOME_PARTLY)
        why = promises_word(w, m);
    return why ? why : outcome_word(outcome);
}

/* An open moment is worded as what it calls for. */
const char *wording_moment(const struct wording *w, const struct sim_moment *m)
{
    int32_t outcome = wording_moment_outcome(m);
    const struct moment *of_pack = scripted(w, m);
    struct wording_about about = {m->customer, m->incident, m->due, -1};
    if (outcome == OUTCOME_OPEN)
        return wording_moment_duty(w, m);
    if (outcome == OUTCOME_NONE)
        return rule_sentence(w, m, "none");
    const char *sentence = of_pack ? pack_sentence(of_pack, outcome) : "";
    if (is_refused(w, m, outcome))
        return rule_sentence(w, m, "refused");
    return sentence[0] ? wording_fill(w, sentence, about) : rule_sentence(w, m, outcome_key(w, m, outcome));
}

const char *wording_moment_duty(const struct wording *w, const struct sim_moment *m)
{
    const struct moment *of_pack = scripted(w, m);
    if (of_pack && of_pack->says[0]) {
        struct wording_about about = {of_pack->speaker, m->incident, m->opened, -1};
        return text_fill(w->arena, "wording.answer", "customer", wording_first_name(w, of_pack->speaker), "words",
                         wording_fill(w, of_pack->says, about), NULL);
    }
    return rule_sentence(w, m, "duty");
}

static const char *scripted_question(const struct wording *w, const struct sim_moment *m, const struct moment *of_pack)
{
    struct wording_about about = {of_pack->speaker, m->incident, m->opened, -1};
    if (!of_pack->says[0])
        return "";
    return text_fill(w->arena, "evidence.said", "time", wording_clock(w, m->opened), "customer",
                     wording_first_name(w, of_pack->speaker), "words", wording_fill(w, of_pack->says, about), NULL);
}

/* The worst claim that counted in the window. */
static int32_t claim_behind(const struct wording *w, const struct sim_moment *m)
{
    const struct sim_state *s = session_state(w->session);
    const struct sim_claim *worst = NULL;
    int32_t index = index_of(w, m);
    for (int32_t i = 0; i < s->claim_count; i++) {
        const struct sim_claim *claim = &s->claims[i];
        if (claim->moment == index && (!worst || outcome_worst(claim_outcome(worst), claim_outcome(claim)) != claim_outcome(worst)))
            worst = claim;
    }
    return worst ? worst->act : 0;
}

/* The promise that came out worst, or else the first that was made. */
static int32_t promise_behind(const struct wording *w, const struct sim_moment *m)
{
    const struct sim_state *s = session_state(w->session);
    const struct sim_promise *found = NULL;
    int32_t index = index_of(w, m);
    for (int32_t i = 0; i < s->promise_count; i++) {
        const struct sim_promise *promise = &s->promises[i];
        if (promise->moment == index && (!found || outcome_worst(found->counts, promise->counts) != found->counts))
            found = promise;
    }
    return found ? found->act : 0;
}

/* What time settled may still rest on something that was said. */
static int32_t act_behind(const struct wording *w, const struct sim_moment *m)
{
    if (m->act > 0)
        return m->act;
    if (m->source == MOMENT_UPDATE_WINDOW)
        return claim_behind(w, m);
    return m->source == MOMENT_COMMITMENT || m->source == MOMENT_PROMISE_WINDOW ? promise_behind(w, m) : 0;
}

static const char *evidence_time(const struct wording *w, const struct sim_moment *m)
{
    const struct sim_state *s = session_state(w->session);
    if (m->source == MOMENT_NO_SILENCE && m->incident >= 0 && m->incident < s->incident_count) {
        int32_t silences = s->incidents[m->incident].silences;
        return silences > 0 ? text_count(w->arena, "evidence.silences", (int)silences) : "";
    }
    const char *key = m->outcome == OUTCOME_MISSED ? "evidence.nothing" : "evidence.settled";
    return text_fill(w->arena, key, "from", wording_clock(w, m->opened), "time", wording_clock(w, m->settled), NULL);
}

/* The act that it rests on with its own time (the moment may have waited longer), or until when nothing came. */
static const char *evidence_act(const struct wording *w, const struct sim_moment *m)
{
    int32_t act = act_behind(w, m);
    const struct session_entry *entry = wording_entry(w, act);
    const char *sentence = entry ? wording_act(w, act) : "";
    if (sentence[0]) {
        int32_t at = entry->event_count > 0 ? session_event_at(w->session, entry->first_event)->at : m->settled;
        return text_fill(w->arena, "evidence.act", "time", wording_clock(w, at), "act", sentence, NULL);
    }
    return m->outcome == OUTCOME_OPEN || m->settled < 0 ? "" : evidence_time(w, m);
}

const char *wording_moment_evidence(const struct wording *w, const struct sim_moment *m)
{
    const struct moment *of_pack = scripted(w, m);
    const char *question = of_pack ? scripted_question(w, m, of_pack) : "";
    const char *act = evidence_act(w, m);
    if (!question[0] || !act[0])
        return question[0] ? question : act;
    return arena_printf(w->arena, "%s %s", question, act);
}
