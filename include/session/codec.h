#ifndef SESSION_CODEC_H
#define SESSION_CODEC_H
/*
 * Bytes of the records of a session, the same on every machine.
 *
 * RECORD_COMMAND, RECORD_REWRITE, body: version, entries kept (COMMAND: all,
 * written as 0), entries, then for each: flags, second recorded, record that
 * first brought it (0: this one), its events, length and bytes of the command.
 * events: those of all entries, one behind the other.
 *
 * RECORD_SETUP, RECORD_PREFERENCE, body: version, figures, date, then names as
 * numbers of texts.
 *
 * Numbers are varints (7 bits a byte, lowest first), signed ones zigzag.
 * A record of a later version, or with a command or event unknown here, reads
 * as ERR_NEWER; one that ends too early or goes on too long as ERR_DAMAGED.
 */
#include "session/session.h"
#include "base/str.h"

enum { CODEC_VERSION = 1, CODEC_FLAG_COST = 1 };

struct codec_course {
    int32_t keep;                       /* of a REWRITE */
    struct session_entry *entries;      /* command, recorded, cost, seq (0: this record), first_event, event_count */
    int32_t entry_count;
    struct sim_event *events;
    int32_t event_count;
};

struct codec_names { int32_t team, members[LIMIT_MEMBERS], contract[SESSION_CONTRACT]; };   /* numbers of texts, 0: empty */

/* Entries [first, count) of a course; their events follow one another in `events`. `seq` of this record reads as 0. */
void codec_write_course(struct str *body, struct str *bytes, int32_t keep, const struct session_entry *entries,
                        int32_t count, const struct sim_event *events);
/* Into the arena. */
enum err MUST_CHECK codec_read_course(struct arena *a, const struct store_record *record, struct codec_course *out);

void codec_write_setup(struct str *body, const struct session_setup *setup, const struct codec_names *names);
/* Names of the setup stay empty. */
enum err MUST_CHECK codec_read_setup(const struct store_record *record, struct session_setup *setup,
                                     struct codec_names *names);
#endif
