#include "view/wording_pattern.h"
#include "base/text.h"

enum { TIMES_NAMED = 6, ORDINAL_MOST = 6 };

static const char *keyed(const struct wording *w, int32_t pattern, const char *part)
{
    return arena_printf(w->arena, "pattern.%s.%s", pattern_word(pattern), part);
}

const char *wording_pattern_name(int32_t pattern)
{
    static const char *const keys[PATTERN_COUNT] = {
#define NAME_KEY(number, NAME, word) [number] = "pattern." word ".name",
        PATTERNS(NAME_KEY)
#undef NAME_KEY
    };
    return pattern >= 0 && pattern < PATTERN_COUNT ? text(keys[pattern]) : "";
}

static const char *filled(const struct wording *w, const struct pattern_found *found, const char *part)
{
    if (!pattern_rule(found->pattern))
        return "";
    return text_fill(w->arena, keyed(w, found->pattern, part), "customer", wording_first_name(w, found->customer), NULL);
}

const char *wording_pattern_says(const struct wording *w, const struct pattern_found *found)
{
    return filled(w, found, "says");
}

const char *wording_pattern_ask(const struct wording *w, const struct pattern_found *found)
{
    return filled(w, found, "ask");
}

const char *wording_pattern_count(const struct wording *w, const struct pattern_found *found)
{
    const char *when = text(found->round == NOBODY ? "pattern.when.session" : "pattern.when.round");
    const char *n = arena_printf(w->arena, "%d", (int)found->count);
    const char *key = arena_printf(w->arena, "pattern.times.%s", n);
    if (found->count > ORDINAL_MOST || !text_has(key))
        key = "pattern.times.many";
    return text_fill(w->arena, key, "n", n, "when", when, NULL);
}

const char *wording_pattern_times(const struct wording *w, const struct pattern_found *found)
{
    struct str out = {0};
    int32_t first = found->shown > TIMES_NAMED ? found->shown - TIMES_NAMED : 0;
    for (int32_t k = first; k < found->shown; k++) {
        if (k > first)
            str_append(&out, text(k == found->shown - 1 ? "pattern.and" : "pattern.comma"));
        str_append(&out, wording_clock(w, found->sightings[k]->at));
    }
    const char *times = arena_dup(w->arena, str_text(&out));
    str_release(&out);
    return times;
}

/* What the log has no line for, or one that says less: a promise as it was given, an answer that never came. */
static const char *plain_line(const struct wording *w, const struct sim_event *e, const struct pattern_sighting *sighting)
{
    const char *customer = wording_first_name(w, sighting->customer), *incident = wording_incident(w, sighting->incident);
    switch (e->kind) {
    case SIM_EV_PROMISE: return wording_act(w, e->promise.act);
    case SIM_EV_WORK_STARTED: return wording_work(w, e->work_started.instance);
    case SIM_EV_SILENCE: return text_fill(w->arena, "pattern.sighting.silence", "customer", customer, "incident", incident, NULL);
    case SIM_EV_TRUST: return text_fill(w->arena, "pattern.sighting.question", "customer", customer, "incident", incident, NULL);
    case SIM_EV_DECISION: return incident;
    default: return "";
    }
}

static const char *line_of(const struct wording *w, int32_t event, const struct pattern_sighting *sighting)
{
    struct wording_line line;
    if (event < 0 || event >= session_event_count(w->session))
        return "";
    const struct sim_event *e = session_event_at(w->session, event);
    const char *plain = plain_line(w, e, sighting);
    if (plain[0] || !wording_event(w, e, &line))
        return plain;
    if (e->kind != SIM_EV_PROMISE_SETTLED || !line.note[0])
        return line.text;
    return text_fill(w->arena, "pattern.sighting.promise", "promise", line.text, "state", line.note, NULL);
}

const char *wording_pattern_sighting(const struct wording *w, const struct pattern_sighting *sighting)
{
    const char *shows = line_of(w, sighting->event, sighting), *because = line_of(w, sighting->because, sighting);
    if (!shows[0] || !because[0])
        return shows[0] ? shows : because;
    int32_t before = session_event_at(w->session, sighting->because)->at;
    const char *key = before / 60 == sighting->at / 60 ? "pattern.sighting.by" : "pattern.sighting.because";
    return text_fill(w->arena, key, "event", shows, "because", because, "time", wording_clock(w, before), NULL);
}

struct wording wording_nameless(const struct wording *w)
{
    struct wording out = *w;
    int32_t count = session_setup(w->session)->member_count;
    const char **names = arena_array(w->arena, (size_t)count + 1, sizeof *names);
    for (int32_t i = 0; i < count; i++)
        names[i] = text("wording.the-team");
    out.members = names;
    return out;
}
