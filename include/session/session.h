#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H
/*
 * One workshop: a scenario, a state, and the file that keeps them.
 *
 *   session_create(&s, path, &source, &setup, &problem)
 *   session_open(&s, path, &report, &problem)
 *   session_submit(s, &command, words, &result)     decide, store durably, apply
 *   session_close(s)
 *
 * What session_submit has answered with SUBMIT_DONE is on the disk. When the
 * disk refuses, nothing is applied: the session stands (session_stopped), and
 * session_retry() goes on once it is fixed. All views read the const accessors.
 *
 * Acts recorded late: set command.said to the fictional second (at most
 * LIMIT_BACKDATE before now): the session judges it as of then and re-decides
 * what followed; where a later act would become impossible it is refused and
 * that act named. Undo takes back the last acts, likewise appended, never
 * erased. See session/timeline.h for how the effective list is kept.
 */
#include "base/arena.h"
#include "base/err.h"
#include "base/diag.h"
#include "pack/pack.h"
#include "sim/sim.h"
#include "sim/score.h"
#include "store/store.h"

struct session;

struct session_member { char name[256]; int32_t role; };
/* Somebody alone at a desk, without a facilitator: how much of the pack they practise. */
enum session_alone { ALONE_NOT, ALONE_INCIDENT, ALONE_ROUND, ALONE_PACK, ALONE_COUNT };
enum { SESSION_CONTRACT = 4 };
struct session_setup {
    char team[256];
    int32_t member_count;
    struct session_member members[LIMIT_MEMBERS];
    int32_t tables;                    /* 1: members are tables */
    int32_t pace;                      /* real tenths of a second per fictional minute; 0: the pack's */
    int32_t show_promises, show_scores;   /* what the stage shows */
    int32_t stage_theme;               /* enum theme */
    uint32_t left_out;                 /* tags */
    uint64_t seed;
    int32_t preset;                    /* enum preset */
    char contract[SESSION_CONTRACT][1024];   /* what was agreed before it began: what is kept, who receives it, where managers sit, what stays out; "" not said */
    char date[16];                     /* 2026-11-22, the day of the workshop; "" unknown */
    int32_t alone, alone_item;         /* enum session_alone; the incident or round that is practised, 0 for the pack */
};
enum session_record_kind { RECORD_SETUP = 1, RECORD_COMMAND, RECORD_REWRITE, RECORD_PREFERENCE };

enum submit_status { SUBMIT_DONE, SUBMIT_REFUSED, SUBMIT_CONFLICT, SUBMIT_NOT_STORED };
struct submit_result {
    enum submit_status status;
    enum refusal refusal;              /* REFUSED: why; CONFLICT: why the later act became impossible */
    int32_t conflict;                  /* CONFLICT: index in session_entry of the later act */
    enum err err;                      /* NOT_STORED */
    int32_t act;                       /* number of the act, when done */
    int32_t first_event, event_count;  /* in session_event, of what was just applied */
};

/*
 * A conversation costs fictional minutes: session_submit moves the clock on by
 * sim_conversation_cost in the same record, not past the round's end; acts
 * recorded late cost nothing more, nor does what is recorded while the clock is paused. Works, and what moves the clock
 * or the run sheet, cannot be put into the past: they count from now whatever `said` is.
 *
 * words: texts that the command names: words[0] becomes command.text, words[1] the says/what/author
 * field; NULL where none. Refused with NO_TEXT when they are no UTF-8 or hold control characters, FULL when longer than
 * LIMIT_TEXT.
 */
void session_submit(struct session *s, const struct sim_command *command, const char *const words[2],
                    struct submit_result *result);
/*
 * Moves time on to an absolute fictional second. Whatever happens is stored at once; idle seconds (at most a minute)
 * with the next record, so that a kill loses no more than those. Pace leaves no trace: sixty steps of a second give
 * the same digest as one of sixty.
 */
void session_advance(struct session *s, int32_t to, struct submit_result *result);
/*
 * Takes back the last `count` acts of the team or facilitator in this round, in the order they were recorded, with
 * what their conversations cost. Ending a round and finishing can be taken back too, beginning a round cannot.
 * REFUSED with NO_SUCH when there are not so many.
 */
void session_undo(struct session *s, int32_t count, struct submit_result *result);

/*
 * `path` comes into being whole or not at all. ERR_REFUSED: it is there already; ERR_BUSY: another program creates it;
 * ERR_FORMAT: see problems.
 */
enum err MUST_CHECK session_create(struct session **out, const char *path, const struct pack_source *pack,
                                   const struct session_setup *setup, struct diag_list *problems);
/*
 * Opens read-only when damaged, newer or not writable: session_read_only(); report (may be NULL) says why. A record
 * whose digest does not fit counts as damage too: the session then stands before it.
 */
enum err MUST_CHECK session_open(struct session **out, const char *path, enum store_mode mode,
                                 struct store_report *report, struct diag_list *problems);
/*
 * For reading thousands one after the other: the chain of the file is checked as ever, but the state is held against its
 * digest after the last record only. Reads, and writes nothing.
 */
enum err MUST_CHECK session_open_quickly(struct session **out, const char *path, struct store_report *report);
/* Without a file, for bots, previews and tests; nothing is stored. */
enum err MUST_CHECK session_scratch(struct session **out, const struct scenario *scenario,
                                    const struct session_setup *setup);
/* Stores the idle seconds that were not stored yet. NULL is fine. */
void session_close(struct session *s);
/* Tries again what could not be stored; ERR_NONE: the session goes on. */
enum err MUST_CHECK session_retry(struct session *s);

const struct scenario *session_scenario(const struct session *s);
const struct sim_state *session_state(const struct session *s);
const struct session_setup *session_setup(const struct session *s);
const char *session_text(const struct session *s, int32_t id);       /* "" when none or erased */
const char *session_path(const struct session *s);
int session_read_only(const struct session *s);
int session_stopped(const struct session *s, enum err *why);
/* What the system said when it stopped; "" when nothing. */
const char *session_detail(const struct session *s);
/* Takes a typed text out of the file for good; the record it stood in stays sound. */
enum err MUST_CHECK session_erase_text(struct session *s, int32_t id);
/* Writes the sound beginning into a new file. ERR_REFUSED when it is there, or for a session without a file. */
enum err MUST_CHECK session_salvage(struct session *s, const char *path);
/* Milliseconds since 1970, noted with what is stored from now on; shown, never computed with. 0 until told. */
void session_tell_time(struct session *s, int64_t wall);
/* What was told when the record of this number (session_entry.seq) was stored; 0 when nothing was. */
int64_t session_wall(const struct session *s, int64_t seq);
/* What the engine is given of a setup. */
void session_sim_setup(const struct session_setup *setup, struct sim_setup *out);
/* Version of the rules that decided its course; where several did, the oldest. */
int32_t session_rules(const struct session *s);
/* Digest of the state now. */
uint64_t session_digest(const struct session *s);

/* The effective course: what counts, in fictional order, undone acts left out. */
struct session_entry {
    struct sim_command command;        /* said: the second it counts from, never SIM_NOW */
    int32_t first_event, event_count;  /* in session_event */
    int32_t act;                       /* its number, 0 for what has none (the clock, pauses) */
    int64_t seq;                       /* number of the record that first brought it */
    int32_t recorded;                  /* second the clock showed then; later than said for acts recorded late */
    int32_t time;                      /* second at its end */
    int32_t cost;                      /* 1: the time that the conversation before it took */
};
int32_t session_entry_count(const struct session *s);
const struct session_entry *session_entry_at(const struct session *s, int32_t index);
int32_t session_event_count(const struct session *s);
const struct sim_event *session_event_at(const struct session *s, int32_t index);
/* Increases whenever the course changed other than by appending (undo, late act): lists built on it start over. */
int32_t session_course(const struct session *s);

/* Verify: store what is idle, then decide every command again where the rules version matches and compare events and
 * digests. */
struct session_verification {
    int64_t records, decided_again, differing;
    int64_t first_differing;
    uint64_t digest;
    int32_t round, time;
};
enum err MUST_CHECK session_verify(struct session *s, struct session_verification *out);
/* The state as it was at a fictional second of a round, for --until, with all that happened at that second; the
 * number of events up to it (may be NULL). ERR_MISSING: the round had not begun then. */
/* `out` is large: keep it on the heap. */
enum err MUST_CHECK session_until(const struct session *s, round_id round, int32_t time, struct sim_state *out,
                                  int32_t *event_count);
/* Preferences that belong to the session but to no score (pace, what the stage shows). Stored. */
enum err MUST_CHECK session_change_setup(struct session *s, const struct session_setup *setup);
#endif
