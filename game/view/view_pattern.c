#include "view/view_pattern.h"
#include "view/told.h"
#include "view/wording_pattern.h"

#include <string.h>

const struct pattern_watch *view_pattern_watch(struct arena *arena, const struct session *session)
{
    return &told_of(arena, session)->patterns;
}

static void evidence_build(const struct wording *w, const struct pattern_found *found, struct view_pattern *out)
{
    for (int32_t k = 0; k < found->shown; k++) {
        const struct pattern_sighting *sighting = found->sightings[k];
        out->evidence[out->evidence_count++] = (struct view_pattern_evidence){
            .time = wording_clock(w, sighting->at), .text = wording_pattern_sighting(w, sighting),
            .incident = wording_incident(w, sighting->incident), .event = sighting->event, .because = sighting->because};
    }
}

static void pattern_build(const struct wording *w, const struct pattern_found *found, struct view_pattern *out)
{
    const struct pattern_rule *rule = pattern_rule(found->pattern);
    *out = (struct view_pattern){.pattern = found->pattern,
                                 .good = rule->good,
                                 .count = found->count,
                                 .against = found->against,
                                 .incidents = found->incidents,
                                 .word = rule->word,
                                 .name = wording_pattern_name(found->pattern),
                                 .says = wording_pattern_says(w, found),
                                 .count_text = wording_pattern_count(w, found),
                                 .times = wording_pattern_times(w, found),
                                 .ask = wording_pattern_ask(w, found),
                                 .idea = rule->idea};
    evidence_build(w, found, out);
}

void view_patterns_build(struct arena *arena, const struct session *session, int32_t round, struct view_patterns *out)
{
    struct wording named = wording_of(arena, session), w = wording_nameless(&named);
    struct pattern_found found[PATTERN_COUNT];
    const struct pattern_watch *watch = view_pattern_watch(arena, session);
    memset(out, 0, sizeof *out);
    out->count = pattern_list(watch, session_scenario(session), session_state(session), round, found);
    for (int32_t k = 0; k < out->count; k++)
        pattern_build(&w, &found[k], &out->items[k]);
}
