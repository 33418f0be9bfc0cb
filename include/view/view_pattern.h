#ifndef VIEW_VIEW_PATTERN_H
#define VIEW_VIEW_PATTERN_H
/*
 * Named patterns of a session, in words and with their evidence, for the
 * learning moment and the report: every item shown proves the headline's
 * words, and nobody is named.
 *
 *   struct view_patterns v;
 *   view_patterns_build(&arena, session, round, &v);      round NOBODY: the whole session
 *   v.items[0].name, .says, .count_text, .evidence[k].text ...
 *
 * What stands comes most frequent first, the good ones last (pattern_list).
 * All strings live in the arena, in the session or in its scenario.
 */
#include "assess/pattern.h"
#include "base/arena.h"

struct session;   /* session/session.h */

struct view_pattern_evidence {
    const char *time, *text, *incident;
    int32_t event, because;          /* indices among the session's events; because NOBODY where there is none */
};
struct view_pattern {
    int32_t pattern, good, count, against, incidents;
    const char *word, *name, *says, *count_text, *times, *ask, *idea;
    struct view_pattern_evidence evidence[PATTERN_SHOWN]; int32_t evidence_count;
};
struct view_patterns { struct view_pattern items[PATTERN_COUNT]; int32_t count; };

void view_patterns_build(struct arena *arena, const struct session *session, int32_t round, struct view_patterns *out);
/* The session's events folded; it lives in the arena. */
const struct pattern_watch *view_pattern_watch(struct arena *arena, const struct session *session);
#endif
