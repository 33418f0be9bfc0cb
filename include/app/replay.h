#ifndef APP_REPLAY_H
#define APP_REPLAY_H
/*
 * `moment replay`: what a session file holds, for people and as JSON. Figures
 * are folded from the stored events, up to the second that was asked for.
 */
#include "session/session.h"
#include "base/str.h"

struct replay {
    const char *file, *until, *salvage;
    int verify, json;
    struct session *session;
    struct store_report report;
    struct session_verification verification;
    struct sim_state *state;            /* where it stands, or stood */
    int32_t event_count;                /* events up to there */
    struct score_sheet *sheet;
};

/* Number of promises in each state, enum promise_state. */
enum { REPLAY_PROMISE_STATES = PROMISE_VOID + 1 };
void replay_count_promises(const struct replay *r, int32_t counts[REPLAY_PROMISE_STATES]);
/* "open", "kept" ...: keys of the catalogue behind "replay.promise.". */
const char *replay_promise_word(int32_t state);
/* 1 when the entry lies within what was asked for. */
int replay_has_entry(const struct replay *r, const struct session_entry *entry);
/* 1 when the round had begun by then. */
int replay_has_round(const struct replay *r, round_id round);
/* A round by its number, the warm-up not counted and called 0, or by its id; NOBODY when there is none. */
round_id replay_round_called(const struct scenario *sc, const char *word, size_t length);
/* 1 when something is amiss: damage, or a decision that came out differently. */
int replay_found(const struct replay *r);

void replay_print(struct str *out, const struct replay *r);
void replay_print_json(struct str *out, const struct replay *r);
#endif
