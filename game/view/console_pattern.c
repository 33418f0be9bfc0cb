/* The alert for a pattern that repeats. */
#include "console_parts.h"
#include "view/view_pattern.h"
#include "view/wording_pattern.h"

/* Within one round the room stops once. */
static int may_stop(const struct sim_state *s)
{
    for (int32_t k = 0; k < s->learning_count; k++)
        if (s->learnings[k].round == s->round) return 0;
    return s->phase == PHASE_ROUND;
}

void console_build_alert(struct console_build *b)
{
    const struct pattern_watch *watch = view_pattern_watch(b->arena, b->session);
    struct wording nameless = wording_nameless(&b->words);
    struct pattern_found found;
    int32_t pattern = pattern_alert(watch, b->scenario, b->state);
    b->out->alert_pattern = pattern;
    b->out->may_stop = may_stop(b->state);
    if (pattern == NOBODY) return;
    if (!pattern_find(watch, b->scenario, b->state, pattern, b->state->round, &found))
        pattern_find(watch, b->scenario, b->state, pattern, NOBODY, &found);
    b->out->alert = wording_pattern_count(&nameless, &found);
    b->out->alert_text = text_fill(b->arena, "pattern.alert", "says", wording_pattern_says(&nameless, &found), "times",
                                   wording_pattern_times(&nameless, &found), NULL);
}
