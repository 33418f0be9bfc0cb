#ifndef SESSION_INSIDE_H
#define SESSION_INSIDE_H
/*
 * What the files of the session share; nobody else includes it.
 *
 * Entries of the line before `saved` are in the file; those behind are being
 * decided and go into the next record. While `idle` is set the live state is
 * ahead of the file by time alone, and `base` is the state as stored: the
 * idle stretch is decided again from there, in one piece, when it is stored.
 */
#include "session/codec.h"
#include "session/timeline.h"

/* A record on its way to the disk; kept when the disk refused it. */
struct session_pending {
    int waits;
    struct store_record record;
    struct str body, events;
    struct store_text texts[LIMIT_MEMBERS + 1 + SESSION_CONTRACT];
    int text_count;
};

struct session {
    struct arena arena;                 /* pack, scenario, texts */
    struct scenario *scenario;
    const struct scenario *lent;        /* of a scratch session */
    struct session_setup setup;
    struct codec_names names;
    struct store *store;                /* NULL: scratch */
    int32_t older_rules;                /* the oldest version that decided a record of the file, 0: ours */
    struct timeline line;
    int32_t saved;
    int idle;
    int32_t idle_to;                    /* the second it is idle up to, while it is being decided again */
    struct sim_state base;
    struct sim_events decision;
    struct timeline spare;              /* the course as it becomes by an undo or a late act */
    const char **texts;                 /* by number, NULL where erased */
    int32_t text_count, text_room;      /* highest number, and how many fit */
    int32_t course;
    int64_t records;                    /* in the file */
    int64_t wall;                       /* as last told */
    int64_t *walls;                     /* of each record, by its number */
    int64_t wall_room;
    struct session_pending pending;
    int read_only;
    enum err stopped;                   /* ERR_NONE: it goes on */
    int32_t told_phase, told_round, told_step;     /* what the head of the file says for lists */
};

/* --- texts.c --- */
/* Takes a copy under this number; numbers may come in any order. */
void session_keep_text(struct session *s, int32_t id, const char *words);
/* UTF-8 without control characters other than newline and tab. */
int session_is_text(const char *words);
/* Gives back the numbers from `first` on. */
void session_drop_texts(struct session *s, int32_t first);
void session_fill_names(struct session *s, struct session_setup *setup, const struct codec_names *names);

/* --- record.c --- */
/* Makes the pending record of entries from `keep` on (of `line`), or of the setup. */
void session_prepare(struct session *s, enum session_record_kind kind, const struct timeline *line, int32_t keep);
void session_prepare_setup(struct session *s, enum session_record_kind kind, const struct session_setup *setup,
                           const struct codec_names *names);
/* Texts numbered from `first` on go with it. */
void session_prepare_texts(struct session *s, int32_t first);
/* Stores the pending record; what it says is not applied yet. */
enum err MUST_CHECK session_store_pending(struct session *s);
/* Keeps when a record was stored. */
void session_keep_wall(struct session *s, int64_t seq, int64_t wall);
/* Applies a stored record. ERR_DAMAGED, ERR_NEWER: it cannot be; `line` may stand in the middle of it then. */
enum err MUST_CHECK session_take_record(struct session *s, const struct store_record *record);
/* The entries of a stored COMMAND or REWRITE, on any line. */
enum err MUST_CHECK session_take_course(struct timeline *line, const struct store_record *record);

/* --- submit.c --- */
/* Stores the idle seconds that are not stored yet. */
void session_flush(struct session *s, struct submit_result *result);

/* --- create.c --- */
int session_is_possible(const struct scenario *sc, const struct session_setup *setup);
/* Reads the pack into the session's arena. problems may be NULL. */
enum err MUST_CHECK session_read_pack(struct session *s, const struct pack_source *pack, struct diag_list *problems);

/* --- session.c --- */
struct session *session_new(void);
void session_free(struct session *s);
/* Both lines at the beginning, by the setup. */
void session_begin_lines(struct session *s);
/* Numbers for the names of a setup; those that stand already keep theirs. */
void session_number_names(struct session *s, const struct session_setup *setup, struct codec_names *names);
/* What lists show of the session goes with the next record, when it has changed. */
void session_stage_head(struct session *s, const struct sim_state *state);
#endif
