#ifndef VIEW_WORDING_H
#define VIEW_WORDING_H
/*
 * The words for what happened, one place for all who show it: the console's
 * evidence log, round's end, the stage and the report. Sentences come from
 * the catalogue (assets/text/<language>/wording.json) and from the pack,
 * whose {customer}, {service}, {time} and {team} are filled in here.
 *
 *   struct wording w = wording_of(&frame, session);
 *   wording_moment(&w, &state->moments[i])        "Asked Mara before work began"
 *   wording_act(&w, number)                       "Sanne asked Mara what it means for the business"
 *
 * With names that must not be shown (a report with pseudonyms):
 *
 *   w.members = pseudonyms;                       one for each member of the set-up
 *   w.typed = hide_names; w.typed_context = &x;   what people typed goes through it before it is shown
 *
 * Everything returned belongs to the arena, the scenario or the catalogue; it
 * is never NULL, "" where there is nothing to say. Ids that do not exist give
 * "" too. Times are absolute fictional seconds.
 */
#include "base/arena.h"
#include "session/session.h"
#include "base/tone.h"

struct wording {
    struct arena *arena;
    const struct session *session;
    const char *const *members;     /* NULL: the names as typed */
    const char *(*typed)(const void *context, const char *text);   /* NULL: typed texts as they are */
    const void *typed_context;
};
struct wording wording_of(struct arena *arena, const struct session *session);

/* A text that somebody typed, by its number: "" when none or erased. */
const char *wording_typed(const struct wording *w, int32_t id);

/* Names. NOBODY as member is "The team"; who was forgotten (session/forget.h) has a pseudonym: by their place, so that it
 * stays theirs. */
const char *wording_team(const struct wording *w);
const char *wording_pseudonym(struct arena *arena, int32_t member, int tables);
const char *wording_member(const struct wording *w, int32_t member);
const char *wording_customer(const struct wording *w, customer_id customer);
const char *wording_first_name(const struct wording *w, customer_id customer);   /* "Mara"; whole when it starts with a title */
const char *wording_service(const struct wording *w, service_id service);
const char *wording_incident(const struct wording *w, incident_id incident);     /* the title, also of one typed by the facilitator */
const char *wording_incident_says(const struct wording *w, incident_id incident);
/* Why it is still open although it was asked about, or closed: "Mara: not yet, still down"; "" when that was not said, or
 * it runs again since. In public, and without how it stands: "Mara says: not yet". */
const char *wording_not_yet(const struct wording *w, incident_id incident);
const char *wording_not_yet_public(const struct wording *w, incident_id incident);
const char *wording_work(const struct wording *w, int32_t instance);             /* index in state.works */
const char *wording_fact(const struct wording *w, fact_id fact);

/* A text of the pack with its placeholders filled; NOBODY and -1 for what does not apply. */
struct wording_about { customer_id customer; incident_id incident; int32_t time, n; };
const char *wording_fill(const struct wording *w, const char *pack_text, struct wording_about about);
const char *wording_clock(const struct wording *w, int32_t second);              /* 14:05 */
/* "2026-11-22" as "22 November 2026"; what is no date stands as it is. */
const char *wording_date(struct arena *arena, const char *date);

/* One word or a few. */
const char *wording_score(enum score score);              /* "Involving the customer" */
const char *wording_score_short(enum score score);        /* "Involving" */
const char *wording_outcome(int32_t outcome);             /* enum outcome: "met" */
const char *wording_mood(enum mood mood);
const char *wording_claim_kind(int32_t claim);            /* enum claim, as said: "We do not know yet" */
const char *wording_verdict(int32_t verdict);             /* enum claim_verdict: "ahead of what you knew" */
const char *wording_promise_state(int32_t state);         /* enum promise_state */
const char *wording_reason(int32_t reason);               /* enum reason: why trust or satisfaction moved */
const char *wording_refusal(int32_t refusal);             /* enum refusal: why it is impossible, and what to do */
const char *wording_lack(int32_t lack);                   /* enum claim_lack: what is missing for a claim to be supported */

/* What somebody did: by the number of the act, or as a command. The quoted words, if any, come along. */
const char *wording_act(const struct wording *w, int32_t act);
int32_t wording_act_member(const struct wording *w, int32_t act);   /* who did it, NOBODY: the team */
const char *wording_command(const struct wording *w, const struct sim_command *command);
/* The entry of the course with this number, NULL when it was undone or is none. */
const struct session_entry *wording_entry(const struct wording *w, int32_t act);

/* What a customer said, from a SAID event, without quotation marks. */
const char *wording_said(const struct wording *w, const struct sim_event *said);

/* A claim with whom it was said to and how it stands: "“Under control” to Mara: ahead of what you knew". */
const char *wording_claim(const struct wording *w, const struct sim_claim *claim);
/* A promise: "Next call to Mara by 14:20". */
const char *wording_promise(const struct wording *w, const struct sim_promise *promise);

/* A moment: what it came to (as overruled, when it is), what was called for, and the record that it rests on. */
int32_t wording_moment_outcome(const struct sim_moment *moment);
const char *wording_moment(const struct wording *w, const struct sim_moment *moment);
const char *wording_moment_duty(const struct wording *w, const struct sim_moment *moment);
const char *wording_moment_evidence(const struct wording *w, const struct sim_moment *moment);

/* One line of the evidence log for an event. tone: how it may be coloured. */

struct wording_line { int32_t at; const char *tag, *text, *note; enum tone tone; int32_t act; };
/* 0 when the event is of no interest to a reader (time, figures, what another event tells better). */
int wording_event(const struct wording *w, const struct sim_event *event, struct wording_line *line);
enum tone wording_outcome_tone(int32_t outcome);
#endif
