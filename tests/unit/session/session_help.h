#ifndef SESSION_HELP_H
#define SESSION_HELP_H
/* Sessions with a file, played on the small pack of the tests. */
#include "session/session.h"
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

#define HELP_UNUSED __attribute__((unused))
#define CLOCK(hour, minute) ((hour) * 3600 + (minute) * 60)

enum { WARM_UP, MORNING };

static struct arena arena;
static char folder[64];
static const char *path;
static struct pack_source *pack;

static HELP_UNUSED int load_pack(void **state)
{
    static struct arena forever;
    struct diag_list found = {.arena = &forever};
    const char *root = getenv("MOMENT_SOURCE");
    (void)state;
    pack = arena_alloc(&forever, sizeof *pack);
    char *where = file_join(&forever, root != NULL ? root : ".", "tests/packs/good/small");
    return pack_source_load(&forever, where, pack, &found) == ERR_NONE ? 0 : -1;
}

static HELP_UNUSED int drop_pack(void **state)
{
    (void)state;
    arena_release(pack->arena);
    return 0;
}

static HELP_UNUSED int set_up(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/moment-session-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return -1;
    path = file_join(&arena, folder, "one.moment");
    return 0;
}

static HELP_UNUSED int tear_down(void **state)
{
    (void)state;
    int failed = system(arena_printf(&arena, "rm -rf '%s'", folder));
    arena_release(&arena);
    return failed;
}

static HELP_UNUSED struct session_setup make_setup(void)
{
    struct session_setup setup = {.team = "Blue", .member_count = 3, .seed = 42, .pace = 60, .date = "2026-11-22"};
    static const char *const names[] = {"Ada", "Björn", "Chidi Okonkwo-Vanterpool"};
    static const int32_t roles[] = {0, 1, 0};
    for (int i = 0; i < 3; i++) {
        snprintf(setup.members[i].name, sizeof setup.members[i].name, "%s", names[i]);
        setup.members[i].role = roles[i];
    }
    return setup;
}

static HELP_UNUSED struct session *create(const char *where)
{
    struct session *s = NULL;
    struct diag_list problems = {.arena = &arena};
    struct session_setup setup = make_setup();
    enum err err = session_create(&s, where, pack, &setup, &problems);
    if (err != ERR_NONE)
        fail_msg("not created: %d, %s", err, problems.count > 0 ? problems.items[0].code : "");
    return s;
}

static HELP_UNUSED struct session *open_session(const char *where, enum store_mode mode, struct store_report *report)
{
    struct session *s = NULL;
    assert_int_equal(session_open(&s, where, mode, report, NULL), ERR_NONE);
    return s;
}

static HELP_UNUSED int32_t incident(const struct session *s, const char *id)
{
    const struct scenario *sc = session_scenario(s);
    for (int32_t i = 0; i < sc->incident_count; i++)
        if (strcmp(sc->incidents[i].id, id) == 0)
            return i;
    fail_msg("no incident %s", id);
    return -1;
}

static HELP_UNUSED int32_t work_called(const struct session *s, const char *id)
{
    const struct scenario *sc = session_scenario(s);
    for (int32_t i = 0; i < sc->work_count; i++)
        if (strcmp(sc->works[i].id, id) == 0)
            return i;
    fail_msg("no work %s", id);
    return -1;
}

static HELP_UNUSED struct submit_result try_words(struct session *s, struct sim_command c, const char *first,
                                                  const char *second)
{
    const char *words[2] = {first, second};
    struct submit_result r;
    session_submit(s, &c, words, &r);
    return r;
}

static HELP_UNUSED struct submit_result try_act(struct session *s, struct sim_command c)
{
    return try_words(s, c, NULL, NULL);
}

static HELP_UNUSED int32_t act(struct session *s, struct sim_command c)
{
    struct submit_result r = try_act(s, c);
    if (r.status != SUBMIT_DONE)
        fail_msg("%s: status %d, %s, error %d", sim_command_word(c.kind), r.status, refusal_word(r.refusal), r.err);
    return r.act;
}

static HELP_UNUSED void advance(struct session *s, int32_t to)
{
    struct submit_result r = {.status = SUBMIT_DONE};
    if (to > session_state(s)->now)
        session_advance(s, to, &r);
    if (r.status != SUBMIT_DONE)
        fail_msg("advance: status %d, %s, error %d", r.status, refusal_word(r.refusal), r.err);
}

static HELP_UNUSED struct sim_command one(enum sim_command_kind kind, int32_t a)
{
    struct sim_command c = sim_command_make(kind);
    c.v[0] = a;
    return c;
}

static HELP_UNUSED struct sim_command two(enum sim_command_kind kind, int32_t a, int32_t b)
{
    struct sim_command c = one(kind, a);
    c.v[1] = b;
    return c;
}

static HELP_UNUSED struct sim_command update(int32_t i, int32_t customer, enum claim claim, int32_t next_call)
{
    struct sim_command c = two(SIM_CMD_UPDATE, i, customer);
    c.update.claim = (int32_t)claim;
    c.update.next_call = next_call;
    return c;
}

static HELP_UNUSED void note(struct session *s, const char *words)
{
    struct submit_result r = try_words(s, sim_command_make(SIM_CMD_NOTE), words, NULL);
    assert_int_equal(r.status, SUBMIT_DONE);
}

/* A piece of a morning with acts of several kinds, one late, one undone, and typed words. */
static HELP_UNUSED void play(struct session *s)
{
    struct submit_result r;
    int32_t tills = incident(s, "tills-stuck");
    act(s, one(SIM_CMD_START_ROUND, MORNING));
    advance(s, CLOCK(8, 3));
    act(s, two(SIM_CMD_ACKNOWLEDGE, tills, 0));
    act(s, two(SIM_CMD_WORK, work_called(s, "trace"), NOBODY));
    note(s, "Olga was called by her first name");
    struct sim_command question = two(SIM_CMD_ASK, tills, 0);
    question.ask.question = ASK_IMPACT;
    advance(s, CLOCK(8, 7) + 17);
    act(s, question);
    act(s, update(tills, 0, CLAIM_FINDING_OUT, CLOCK(8, 15)));
    act(s, update(tills, 0, CLAIM_FIXED, -1));
    session_undo(s, 1, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    advance(s, CLOCK(8, 16) + 40);
    struct sim_command late = update(tills, 0, CLAIM_FINDING_OUT, CLOCK(8, 25));
    late.said = CLOCK(8, 14) + 30;
    r = try_words(s, late, "We are still looking, Olga", NULL);
    assert_int_equal(r.status, SUBMIT_DONE);
    advance(s, CLOCK(8, 20) + 11);
}

/* The same course, state, texts and setup. */
static HELP_UNUSED void expect_same(const struct session *a, const struct session *b)
{
    assert_true(session_digest(a) == session_digest(b));
    assert_int_equal(session_entry_count(a), session_entry_count(b));
    assert_int_equal(session_event_count(a), session_event_count(b));
    for (int32_t i = 0; i < session_entry_count(a); i++) {
        const struct session_entry *x = session_entry_at(a, i), *y = session_entry_at(b, i);
        assert_memory_equal(&x->command, &y->command, sizeof x->command);
        assert_int_equal(x->act, y->act);
        assert_int_equal(x->seq, y->seq);
        assert_int_equal(x->recorded, y->recorded);
        assert_int_equal(x->time, y->time);
        assert_int_equal(x->cost, y->cost);
        assert_string_equal(session_text(a, x->command.text), session_text(b, y->command.text));
    }
    for (int32_t i = 0; i < session_event_count(a); i++)
        assert_memory_equal(session_event_at(a, i), session_event_at(b, i), sizeof(struct sim_event));
    assert_memory_equal(session_setup(a), session_setup(b), sizeof(struct session_setup));
}

static HELP_UNUSED void expect_verified(struct session *s)
{
    struct session_verification v;
    assert_int_equal(session_verify(s, &v), ERR_NONE);
    assert_int_equal(v.differing, 0);
    assert_true(v.digest == session_digest(s));
}

static HELP_UNUSED void copy_file(const char *from, const char *to)
{
    char *bytes;
    size_t length;
    assert_int_equal(file_read(&arena, from, 1u << 28, &bytes, &length), ERR_NONE);
    assert_int_equal(file_write(to, bytes, length), ERR_NONE);
}

static HELP_UNUSED void meddle(const char *name, const char *sql)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(name, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}
#endif
