/* The alert for a pattern that repeats. */
#include "console_parts.h"
#include "view/view_pattern.h"
#include "view/wording_pattern.h"

void console_build_alert(struct console_build *b)
{
    const struct pattern_watch *watch = view_pattern_watch(b->arena, b->session);
    struct wording nameless = wording_nameless(&b->words);
    struct pattern_found found;
    int32_t pattern = pattern_alert(watch, b->scenario, b->state);
    b->out->alert_pattern = pattern;
    if (pattern == NOBODY) return;
    if (!pattern_find(watch, b->scenario, b->state, pattern, b->state->round, &found))
        pattern_find(watch, b->scenario, b->state, pattern, NOBODY, &found);
    b->out->alert = wording_pattern_count(&nameless, &found);
    b->out->alert_text = text_fill(b->arena, "pattern.alert", "says", wording_pattern_says(&nameless, &found), "times",
                                   wording_pattern_times(&nameless, &found), NULL);
}
