#include "view/wording.h"
#include "base/text.h"
#include <assert.h>
#include <string.h>

struct wording wording_of(struct arena *arena, const struct session *session)
{
    assert(arena != NULL && session != NULL);
    return (struct wording){.arena = arena, .session = session};
}

const char *wording_typed(const struct wording *w, int32_t id)
{
    const char *typed = session_text(w->session, id);
    return w->typed && typed[0] ? w->typed(w->typed_context, typed) : typed;
}

const char *wording_team(const struct wording *w)
{
    return session_setup(w->session)->team;
}

/* Person A to Person Z, then Person AA. */
const char *wording_pseudonym(struct arena *arena, int32_t member, int tables)
{
    enum { LETTERS = 26 };
    char letters[3] = {0};
    if (member >= LETTERS)
        letters[0] = (char)('A' + member / LETTERS - 1);
    letters[strlen(letters)] = (char)('A' + member % LETTERS);
    if (tables)
        return text_fill(arena, "report.table", "n", arena_printf(arena, "%d", (int)member + 1), NULL);
    return text_fill(arena, "report.person", "letter", letters, NULL);
}

const char *wording_member(const struct wording *w, int32_t member)
{
    const struct session_setup *setup = session_setup(w->session);
    if (member == NOBODY)
        return text(session_setup(w->session)->alone != ALONE_NOT ? "desk.you" : "wording.the-team");
    if (member < 0 || member >= setup->member_count)
        return "";
    if (w->members)
        return w->members[member];
    return setup->members[member].name[0] ? setup->members[member].name : wording_pseudonym(w->arena, member, setup->tables);
}

const char *wording_customer(const struct wording *w, customer_id customer)
{
    const struct scenario *sc = session_scenario(w->session);
    return customer >= 0 && customer < sc->customer_count ? sc->customers[customer].name : "";
}

/* "Dr. Okafor" is nobody's first name: a word that ends in a full stop keeps the whole. */
const char *wording_first_name(const struct wording *w, customer_id customer)
{
    const char *name = wording_customer(w, customer);
    const char *space = strchr(name, ' ');
    if (!space || space == name || space[-1] == '.')
        return name;
    return arena_dup_bytes(w->arena, name, (size_t)(space - name));
}

const char *wording_service(const struct wording *w, service_id service)
{
    const struct scenario *sc = session_scenario(w->session);
    return service >= 0 && service < sc->service_count ? sc->services[service].name : "";
}

static const struct sim_incident *incident_state(const struct wording *w, incident_id incident)
{
    const struct sim_state *s = session_state(w->session);
    return incident >= 0 && incident < s->incident_count ? &s->incidents[incident] : NULL;
}

const char *wording_incident(const struct wording *w, incident_id incident)
{
    const struct scenario *sc = session_scenario(w->session);
    if (incident >= 0 && incident < sc->incident_count)
        return sc->incidents[incident].title;
    const struct sim_incident *state = incident_state(w, incident);
    return state ? wording_typed(w, state->title) : "";
}

const char *wording_incident_says(const struct wording *w, incident_id incident)
{
    const struct scenario *sc = session_scenario(w->session);
    if (incident >= 0 && incident < sc->incident_count) {
        struct wording_about about = {NOBODY, incident, -1, -1};
        return wording_fill(w, sc->incidents[incident].says, about);
    }
    const struct sim_incident *state = incident_state(w, incident);
    return state ? wording_typed(w, state->says) : "";
}

/* Said about it as it is open now, and it has not run since. */
static int said_not_yet(const struct wording *w, incident_id incident)
{
    enum { NOT_YET = 8 };   /* source of a SAID event */
    const struct sim_incident *state = incident_state(w, incident);
    if (!state || state->open != 1 || state->restored >= 0)
        return 0;
    for (int32_t i = session_event_count(w->session) - 1; i >= 0; i--) {
        const struct sim_event *e = session_event_at(w->session, i);
        if (e->at < state->opened)
            return 0;
        if (e->kind == SIM_EV_SAID && e->said.source == NOT_YET && e->said.incident == incident)
            return 1;
        if (e->kind == SIM_EV_INCIDENT_STAGE && e->incident_stage.mark == MARK_FELL_BACK && e->incident_stage.incident == incident)
            return 0;
    }
    return 0;
}

static const char *not_yet(const struct wording *w, incident_id incident, const char *key)
{
    if (!said_not_yet(w, incident))
        return "";
    return text_fill(w->arena, key, "customer", wording_first_name(w, incident_state(w, incident)->reporter), NULL);
}

const char *wording_not_yet(const struct wording *w, incident_id incident)
{
    static const char *const keys[LEVEL_COUNT] = {"not-yet.running", "not-yet.degraded", "not-yet.down", "not-yet.waiting"};
    const struct sim_incident *state = incident_state(w, incident);
    return state ? not_yet(w, incident, keys[state->level]) : "";
}

const char *wording_not_yet_public(const struct wording *w, incident_id incident)
{
    return not_yet(w, incident, "not-yet");
}

const char *wording_work(const struct wording *w, int32_t instance)
{
    const struct scenario *sc = session_scenario(w->session);
    const struct sim_state *s = session_state(w->session);
    if (instance < 0 || instance >= s->work_count)
        return "";
    const struct sim_work *work = &s->works[instance];
    if (work->work >= 0 && work->work < sc->work_count)
        return sc->works[work->work].title;
    return wording_typed(w, work->title);
}

const char *wording_fact(const struct wording *w, fact_id fact)
{
    const struct scenario *sc = session_scenario(w->session);
    return fact >= 0 && fact < sc->fact_count ? sc->facts[fact].text : "";
}

const char *wording_clock(const struct wording *w, int32_t second)
{
    struct str out = {0};
    if (second < 0)
        return "";
    str_append_clock(&out, second);
    const char *clock = arena_dup(w->arena, str_text(&out));
    str_release(&out);
    return clock;
}

/* The customer and service that a text is about follow from its incident where they are not given. */
static struct wording_about about_whole(const struct wording *w, struct wording_about about, service_id *service)
{
    const struct scenario *sc = session_scenario(w->session);
    const struct sim_incident *state = incident_state(w, about.incident);
    *service = NOBODY;
    if (about.incident >= 0 && about.incident < sc->incident_count) {
        *service = sc->incidents[about.incident].service;
        if (about.customer == NOBODY)
            about.customer = sc->incidents[about.incident].reporter;
    } else if (state) {
        *service = state->service;
        if (about.customer == NOBODY)
            about.customer = state->reporter;
    }
    return about;
}

static const char *placeholder(const struct wording *w, const char *name, size_t length, struct wording_about about)
{
    static const char *const names[] = {"customer", "service", "time", "team", "n"};
    service_id service;
    size_t which = 0;
    about = about_whole(w, about, &service);
    while (which < 5 && (strlen(names[which]) != length || memcmp(names[which], name, length) != 0))
        which++;
    switch (which) {
    case 0: return wording_first_name(w, about.customer);
    case 1: return wording_service(w, service);
    case 2: return wording_clock(w, about.time);
    case 3: return wording_team(w);
    case 4: return about.n < 0 ? "" : arena_printf(w->arena, "%d", (int)about.n);
    default: return NULL;
    }
}

/* What is filled in is never searched again: a team may be called "{team}". */
const char *wording_fill(const struct wording *w, const char *pack_text, struct wording_about about)
{
    struct str out = {0};
    const char *from = pack_text;
    if (!strchr(pack_text, '{'))
        return pack_text;
    for (const char *open; (open = strchr(from, '{')) != NULL;) {
        const char *close = strchr(open, '}');
        const char *value = close ? placeholder(w, open + 1, (size_t)(close - open) - 1, about) : NULL;
        const char *next = value ? close + 1 : open + 1;
        str_append_bytes(&out, from, (size_t)((value ? open : next) - from));
        if (value)
            str_append(&out, value);
        from = next;
    }
    str_append(&out, from);
    const char *filled = arena_dup(w->arena, str_text(&out));
    str_release(&out);
    return filled;
}

/* text(prefix + word), "" when the word is none. Catalogue keys are short. */
static const char *word_text(const char *prefix, const char *word)
{
    char key[96];
    size_t length = strlen(prefix), more = strlen(word);
    if (more == 0 || length + more >= sizeof key)
        return "";
    memcpy(key, prefix, length);
    memcpy(key + length, word, more + 1);
    return text_has(key) ? text(key) : "";
}

const char *wording_score(enum score score)
{
    return word_text("score.", score_word(score));
}
const char *wording_score_short(enum score score)
{
    return word_text("score.short.", score_word(score));
}
const char *wording_outcome(int32_t outcome)
{
    return word_text("outcome.", outcome_word(outcome));
}
const char *wording_mood(enum mood mood)
{
    return word_text("mood.", mood_word(mood));
}
const char *wording_reason(int32_t reason)
{
    return word_text("reason.", reason_word(reason));
}

const char *wording_refusal(int32_t refusal)
{
    return refusal >= 0 && refusal < REFUSAL_COUNT ? word_text("refusal.", refusal_word((enum refusal)refusal)) : "";
}

const char *wording_claim_kind(int32_t claim)
{
    return claim >= 0 && claim < CLAIM_COUNT ? word_text("claim.", claim_word((enum claim)claim)) : "";
}

const char *wording_verdict(int32_t verdict)
{
    static const char *const words[VERDICT_COUNT] = {"honest", "honest-mistake", "lucky", "ahead"};
    return verdict >= 0 && verdict < VERDICT_COUNT ? word_text("verdict.", words[verdict]) : "";
}

const char *wording_promise_state(int32_t state)
{
    static const char *const words[] = {"open", "kept", "renegotiated", "late", "dropped", "void"};
    return state >= 0 && state <= PROMISE_VOID ? word_text("promise.state.", words[state]) : "";
}

const char *wording_lack(int32_t lack)
{
    static const char *const words[LACK_COUNT] = {"nothing",   "investigation", "cause",        "workaround",  "impact",
                                                  "contained", "fix",           "confirmation", "running-work"};
    return lack >= 0 && lack < LACK_COUNT ? word_text("lack.", words[lack]) : "";
}

enum tone wording_outcome_tone(int32_t outcome)
{
    switch (outcome) {
    case OUTCOME_MET: return TONE_GOOD;
    case OUTCOME_PARTLY: return TONE_WARN;
    case OUTCOME_MISSED: return TONE_WARN;
    case OUTCOME_BROKEN: return TONE_BAD;
    default: return TONE_NEUTRAL;
    }
}

static int digits(const char *at, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++) {
        if (at[i] < '0' || at[i] > '9') return -1;
        value = value * 10 + (at[i] - '0');
    }
    return value;
}

const char *wording_date(struct arena *arena, const char *date)
{
    int dashed = strlen(date) == 10 && date[4] == '-' && date[7] == '-';
    int month = dashed ? digits(date + 5, 2) : -1, day = dashed ? digits(date + 8, 2) : -1,
        year = dashed ? digits(date, 4) : -1;
    if (year < 0 || month < 1 || month > 12 || day < 1) return date;
    return text_fill(arena, "report.date", "day", arena_printf(arena, "%d", day), "month", text(arena_printf(arena, "report.month.%d", month)), "year",
                     arena_printf(arena, "%d", year), NULL);
}
