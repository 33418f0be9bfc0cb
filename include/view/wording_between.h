#ifndef VIEW_WORDING_BETWEEN_H
#define VIEW_WORDING_BETWEEN_H
/*
 * The words for what a room does between its rounds (commitments, charter,
 * improvements, hands that are counted, Monday) and for what that changes in
 * a round. wording_command() and wording_event() come here by themselves for
 * these kinds; sentences stand in assets/text/<language>/between.json.
 *
 *   wording_behaviour(BEHAVIOUR_KEEP_THE_CALL)       "Make that call in time"
 *   wording_pledge(&w, behaviour, words)             the words typed, else those of the behaviour
 *
 * Everything returned is as in view/wording.h: never NULL, "" where there is
 * nothing to say.
 */
#include "assess/pledge.h"
#include "view/wording.h"

/* What would be seen; enum behaviour. "" for NOBODY, which is observed by hand. */
const char *wording_behaviour(int32_t behaviour);
/* A commitment or a line of the charter. */
const char *wording_pledge(const struct wording *w, int32_t behaviour, int32_t words);
/* By slot, as the session stands: a commitment of that round (round NOBODY: of any), or a line of the charter. */
const char *wording_pledge_in(const struct wording *w, int32_t what, int32_t slot, int32_t round);
/* How it stands in a word, enum pledge_standing; and what that rests on: "seen 5 of 6 times; marked by 3 tables: ...". */
const char *wording_standing(int32_t standing);
enum tone wording_standing_tone(int32_t standing);
const char *wording_pledge_found(const struct wording *w, const struct pledge_found *found);
/* "Harbour speaks for Mara", where an ambassador is named; "" */
const char *wording_speaks(const struct wording *w, customer_id customer);
/* What became of an action of Monday, at each time somebody asked: "kept after 30 days, not kept after 60 days"; "" until then. */
const char *wording_followed(const struct wording *w, int32_t slot);
/* What the business decided, by the ordinal of the ending (sim_ending); where it is about a topic that the room left out,
 * the verdict stands in neutral words. All "" for NOBODY. */
struct wording_ending { const char *title, *text, *word, *means; int32_t verdict; };
struct wording_ending wording_ending(const struct wording *w, int32_t ending);
/* Ordinals of the scenario. */
const char *wording_improvement(const struct wording *w, int32_t improvement);
const char *wording_card(const struct wording *w, int32_t card);
const char *wording_spine(int32_t spine);
/* Whose action it is: a name only where its owner agreed to be named. */
const char *wording_action_who(const struct wording *w, int32_t member, int32_t named);
/* An answer of a survey: 1 furious to 5 delighted. */
const char *wording_answer(int32_t answer);
/* Money and the like, in the pack's unit: "14 200 euros", with narrow spaces between thousands. */
const char *wording_value(const struct wording *w, int32_t amount);
/* The unit of value by itself: the figure alone. */
const char *wording_amount(struct arena *arena, int32_t amount);

/* For wording_command() and wording_event(). */
const char *wording_between_command(const struct wording *w, const struct sim_command *command);
int wording_between_event(const struct wording *w, const struct sim_event *event, struct wording_line *line);
/* What hands were counted for: enum tally_kind, and its subject. "" where there is none. */
const char *wording_tallied(const struct wording *w, int32_t what, int32_t subject);
#endif
