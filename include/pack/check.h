#ifndef PACK_CHECK_H
#define PACK_CHECK_H
/*
 * What `moment check` says beyond errors of form. pack_check() (pack/pack.h)
 * runs all of this over a pack that reads without fault.
 *
 * Reachability is judged generously: something is reported only when no
 * course of play could bring it about (check_reach.c). Chance, trust,
 * satisfaction, silence and promises are taken to go either way.
 *
 * Contacts: each opening at a fixed time is one contact asked of the team, and
 * so is each moment that opens at a fixed time and expects somebody to speak
 * with a customer; a moment that opens with its incident belongs to that
 * contact. More than CHECK_CONTACTS of them within one real minute at the
 * pack's pace (60 s / pace, in fictional minutes) is too many for a facilitator.
 *
 * Giving away (the one error here): a line that a customer says or that the
 * stage shows, against every fact that must still be asked or worked for in
 * the same incident (for lines that belong to no incident: against every such
 * fact of the pack). Words are compared in small letters without endings,
 * without stop words, and without what is open from the start: the known
 * facts, the names of customers, services, roles and the organisation. A line
 * gives a fact away when
 *   - both name the same time of day or the same number of three or more digits, or
 *   - they share at least three such words (all, when the fact has only two)
 *     and these are at least half of the fact's words.
 * Left alone: a moment that opens only once the fact is known, a work that
 * needs the fact, and lines in which the incident's title says it too (the
 * title is compared by itself).
 *
 * A front page is printed when its round is over: the same rule holds for
 * facts of incidents of that round and of later ones.
 *
 * Reading level: LIX (Bjornsson 1968), words per sentence plus the percentage
 * of words of more than six letters; it needs no dictionary and holds for most
 * European languages. Above CHECK_LIX a spoken line of eight words or more is hard
 * to take in at a glance.
 */
#include "pack/reading.h"

enum {
    CHECK_CONTACTS = 2,
    CHECK_LIX = 60, CHECK_LIX_WORDS = 8,
    CHECK_BRIEFING_WORDS = 90,
    CHECK_LONGEST_WORD = 24,
    CHECK_MOMENTS = 3
};

/* What some course of play can bring about: 1 or 0 by ordinal. */
struct reach {
    const struct scenario *scenario;
    char *incidents, *facts, *works, *events, *moments, *endings;
};
void reach_find(struct reach *reach, struct arena *a, const struct scenario *s);
/* 1 when the condition can hold for something of this incident (or NOBODY) in this round (or NOBODY: at the end). */
int reach_condition(const struct reach *reach, condition_id id, incident_id incident, round_id round);
/* The round that runs at this second, NOBODY. */
round_id reach_round_at(const struct scenario *s, int32_t at);
/* Absolute second at which the condition comes true whatever is done, -1 when that depends on play. */
int32_t reach_fixed_time(const struct scenario *s, condition_id id, incident_id incident);

void check_reach(struct reading *r, const struct reach *reach);
void check_moments(struct reading *r, const struct reach *reach);
void check_scores(struct reading *r, const struct reach *reach);
void check_contacts(struct reading *r);
void check_pages(struct reading *r, const struct reach *reach);
void check_people(struct reading *r, const struct reach *reach);
void check_lines(struct reading *r);
void check_secrets(struct reading *r);
void check_translations(struct reading *r);

void check_warn(struct reading *r, const struct value *v, const char *code);
#endif
