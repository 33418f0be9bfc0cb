#ifndef VIEW_WORDING_PATTERN_H
#define VIEW_WORDING_PATTERN_H
/*
 * The words for named patterns, for the console's alert, the learning moment
 * and the report. Sentences stand in assets/text/<language>/pattern.json. A
 * pattern names nobody: pass a wording whose members are all the team.
 *
 *   wording_pattern_name(PATTERN_WORK_FIRST)      "Work before asking"
 *   wording_pattern_count(&w, &found)             "Third time in this round"
 *   wording_pattern_says(&w, &found)              "Work began before anyone asked what it means for the business"
 *   wording_pattern_times(&w, &found)             "14:05, 14:20 and 14:41"
 *
 * Everything returned is as in view/wording.h: never NULL, "" where there is
 * nothing to say.
 */
#include "assess/pattern.h"
#include "view/wording.h"

const char *wording_pattern_name(int32_t pattern);
const char *wording_pattern_says(const struct wording *w, const struct pattern_found *found);
/* A question for the room, once the pattern is on the wall. */
const char *wording_pattern_ask(const struct wording *w, const struct pattern_found *found);
const char *wording_pattern_count(const struct wording *w, const struct pattern_found *found);
/* The newest sightings that are named, oldest first. */
const char *wording_pattern_times(const struct wording *w, const struct pattern_found *found);
/* The line of the log that shows it, and what it rests on; "" when the log has no words for it. */
const char *wording_pattern_sighting(const struct wording *w, const struct pattern_sighting *sighting);
/* The same wording, with the team in the place of each name. */
struct wording wording_nameless(const struct wording *w);
#endif
