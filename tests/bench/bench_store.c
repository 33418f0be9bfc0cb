/*
 * What the session file costs: an act made durable, a session opened and
 * decided again, a list of two hundred sessions. Prints figures, judges none.
 *   bench_store [FOLDER]     where the files go; the current folder otherwise
 */
#include "session/recent.h"
#include "session/session.h"
#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { ACTS = 2000, FILES = 200 };

static struct arena arena;

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int order(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void print_times(const char *what, double *times, int count)
{
    qsort(times, (size_t)count, sizeof *times, order);
    printf("%-34s p50 %.2f ms  p99 %.2f ms  most %.2f ms  (%d)\n", what, times[count / 2] * 1e3,
           times[count * 99 / 100] * 1e3, times[count - 1] * 1e3, count);
}

static void want(int good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "bench_store: %s failed\n", what);
    exit(1);
}

static struct session *create(const struct pack_source *pack, const char *path)
{
    struct session *s = NULL;
    struct session_setup setup = {.team = "Bench", .member_count = 2, .seed = 1, .members = {{"A", NOBODY}, {"B", NOBODY}}};
    unlink(path);
    want(session_create(&s, path, pack, &setup, NULL) == ERR_NONE, "creating");
    return s;
}

/* Something said to a customer, or a note when there is nobody to say it to. */
static struct sim_command any_act(const struct session *s, int n)
{
    const struct sim_state *state = session_state(s);
    struct sim_command c = sim_command_make(SIM_CMD_NOTE);
    for (int32_t i = 0; i < state->incident_count && n % 3 != 0; i++) {
        if (state->incidents[i].open != 1)
            continue;
        c = sim_command_make(SIM_CMD_UPDATE);
        c.update.incident = i, c.update.customer = state->incidents[i].reporter, c.update.claim = CLAIM_FINDING_OUT;
        return c;
    }
    return c;
}

static void next_round(struct session *s)
{
    const struct sim_state *state = session_state(s);
    struct submit_result r;
    struct sim_command c = sim_command_make(SIM_CMD_END_ROUND);
    if (state->phase == PHASE_ROUND)
        session_submit(s, &c, NULL, &r);
    c = sim_command_make(SIM_CMD_START_ROUND);
    c.start_round.round = state->round + 1;
    session_submit(s, &c, NULL, &r);
}

/* Acts and seconds as a facilitator's evening would have them, but without the evening. */
static int play(struct session *s, double *times)
{
    static const char *const words[2] = {"We are still finding out and will call you at ten past, as we said.", NULL};
    const struct scenario *sc = session_scenario(s);
    int count = 0;
    next_round(s);
    for (int n = 0; n < ACTS; n++) {
        struct submit_result r;
        struct sim_command c = any_act(s, n);
        double begun = seconds();
        session_submit(s, &c, words, &r);
        want(r.status != SUBMIT_NOT_STORED, "storing");
        if (r.status == SUBMIT_DONE)
            times[count++] = seconds() - begun;
        const struct sim_state *state = session_state(s);
        if (state->now + 1 < sc->rounds[state->round].to)
            session_advance(s, state->now + 1, &r);
        else if (state->round + 1 < sc->round_count)
            next_round(s);
    }
    return count;
}

static void bench_opening(const char *path, int acts)
{
    struct session *s = NULL;
    struct session_verification v;
    double begun = seconds();
    want(session_open(&s, path, STORE_WRITE, NULL, NULL) == ERR_NONE, "opening");
    double opened = seconds();
    want(session_verify(s, &v) == ERR_NONE && v.differing == 0, "verifying");
    double verified = seconds();
    printf("%-34s %.0f ms for %lld records, %d acts, %d events\n", "session opened, chain checked", (opened - begun) * 1e3,
           (long long)v.records, acts, session_event_count(s));
    printf("%-34s %.0f ms, %.0f commands a second\n", "every command decided again", (verified - opened) * 1e3,
           (double)v.decided_again / (verified - opened));
    struct submit_result r;
    double times[50];
    for (int i = 0; i < 50; i++) {
        begun = seconds();
        session_undo(s, 1, &r);
        times[i] = seconds() - begun;
        want(r.status == SUBMIT_DONE, "taking back");
    }
    print_times("act taken back", times, 50);
    session_close(s);
}

static void bench_list(const char *folder, const char *path)
{
    char *many = file_join(&arena, folder, "bench-many"), *bytes = NULL;
    size_t length = 0, count = 0;
    struct recent_session *items = NULL;
    want(file_make_folder(many) == ERR_NONE && file_read(&arena, path, 1u << 28, &bytes, &length) == ERR_NONE, "reading");
    for (int i = 0; i < FILES; i++)
        want(file_write(arena_printf(&arena, "%s/%03d.moment", many, i), bytes, length) == ERR_NONE, "copying");
    double begun = seconds();
    want(recent_list(&arena, many, &items, &count) == ERR_NONE && count == FILES, "listing");
    printf("%-34s %.0f ms for %zu files of %zu KB\n", "list of sessions", (seconds() - begun) * 1e3, count, length / 1024);
    for (int i = 0; i < FILES; i++)
        unlink(arena_printf(&arena, "%s/%03d.moment", many, i));
    rmdir(many);
}

int main(int argc, char **argv)
{
    const char *folder = argc > 1 ? argv[1] : ".", *source = getenv("MOMENT_SOURCE");
    struct pack_source *pack = arena_alloc(&arena, sizeof *pack);
    struct diag_list found = {.arena = &arena};
    char *where = file_join(&arena, source != NULL ? source : ".", "tests/packs/good/small");
    char *path = file_join(&arena, folder, "bench.moment");
    static double times[ACTS];
    want(pack_source_load(&arena, where, pack, &found) == ERR_NONE, "reading the pack");
    struct session *s = create(pack, path);
    int acts = play(s, times);
    print_times("act made durable", times, acts);
    session_close(s);
    bench_opening(path, acts);
    bench_list(folder, path);
    unlink(path);
    arena_release(&arena);
    return 0;
}
