#ifndef STORE_HELP_H
#define STORE_HELP_H
/* What the tests of the store share: a folder of their own, records with known contents, and looks at what is there. */
#include "store/store.h"
#include "base/file.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <sqlite3.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena arena;
static char folder[64];
static const char *path;

static int set_up(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/moment-store-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return -1;
    path = file_join(&arena, folder, "one.moment");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    int failed = system(arena_printf(&arena, "chmod -R u+w '%s'; rm -rf '%s'", folder, folder));
    arena_release(&arena);
    return failed;
}

static inline struct store_record record_make(int number)
{
    static char body[64], events[96];
    snprintf(body, sizeof body, "body of %d", number);
    snprintf(events, sizeof events, "events of %d, which are a little longer", number);
    return (struct store_record){.kind = 2,
                                 .time = number * 60,
                                 .round = 1,
                                 .rules = 1,
                                 .wall = 1000 + number,
                                 .body = (const uint8_t *)body,
                                 .body_length = strlen(body),
                                 .events = (const uint8_t *)events,
                                 .events_length = strlen(events),
                                 .digest = (uint64_t)number * 0x9e3779b97f4a7c15u};
}

/* Record `number` with one text, whose id is the number. */
static inline enum err append(struct store *s, int number)
{
    char words[64];
    struct store_record record = record_make(number);
    snprintf(words, sizeof words, "words of %d", number);
    struct store_text text = {number, words};
    return store_append(s, &record, &text, 1);
}

static inline struct store *open_ok(const char *name, enum store_mode mode, struct store_report *report)
{
    struct store *s = NULL;
    struct store_report unused;
    assert_int_equal(store_open(&s, name, mode, report != NULL ? report : &unused), ERR_NONE);
    return s;
}

/* A published session with a blob and `count` records, still open. */
static inline struct store *make(const char *name, int count)
{
    struct store *s = NULL;
    assert_int_equal(store_create(&s, name), ERR_NONE);
    assert_int_equal(store_put_blob(s, "pack.json", "{\"the\": \"pack\"}", 15), ERR_NONE);
    for (int i = 1; i <= count; i++)
        assert_int_equal(append(s, i), ERR_NONE);
    assert_int_equal(store_publish(s), ERR_NONE);
    return s;
}

struct seen { int count, stop_at; };

/* Records come in order, each as record_make made it. */
static inline int see_record(void *context, const struct store_record *r)
{
    struct seen *seen = context;
    struct store_record want = record_make(++seen->count);
    assert_int_equal(r->seq, seen->count);
    assert_int_equal(r->kind, want.kind);
    assert_int_equal(r->time, want.time);
    assert_int_equal(r->round, want.round);
    assert_int_equal(r->rules, want.rules);
    assert_int_equal(r->wall, want.wall);
    assert_true(r->digest == want.digest);
    assert_int_equal(r->body_length, want.body_length);
    assert_memory_equal(r->body, want.body, want.body_length);
    assert_int_equal(r->events_length, want.events_length);
    assert_memory_equal(r->events, want.events, want.events_length);
    return seen->count == seen->stop_at;
}

static inline int see_text(void *context, const struct store_text *t)
{
    char want[64];
    snprintf(want, sizeof want, "words of %d", t->id);
    assert_string_equal(t->text, want);
    ++*(int *)context;
    return 0;
}

static inline void expect_records(struct store *s, int count)
{
    struct seen seen = {0};
    enum err err = store_each(s, see_record, &seen);
    if (err != ERR_NONE || seen.count != count)
        fail_msg("error %d after %d of %d records: %s", err, seen.count, count, store_detail(s));
}

static inline void expect_texts(struct store *s, int count)
{
    int seen = 0;
    assert_int_equal(store_each_text(s, see_text, &seen), ERR_NONE);
    assert_int_equal(seen, count);
}

/* The file opens for writing without a word and holds exactly this. */
static inline void expect_sound(const char *name, int count)
{
    struct store_report report;
    struct store *s = open_ok(name, STORE_WRITE, &report);
    assert_int_equal(report.records, count);
    assert_int_equal(report.damaged_at, 0);
    assert_int_equal(report.damaged_parts, 0);
    assert_false(report.dropped_last);
    assert_false(report.read_only);
    expect_records(s, count);
    expect_texts(s, count);
    store_close(s);
}

static inline void copy_file(const char *from, const char *to)
{
    char *bytes;
    size_t length;
    assert_int_equal(file_read(&arena, from, 1u << 28, &bytes, &length), ERR_NONE);
    assert_int_equal(file_write(to, bytes, length), ERR_NONE);
}

/* Changes a file behind the back of the store, as damage would. */
static inline void meddle(const char *name, const char *sql)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(name, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}
#endif
