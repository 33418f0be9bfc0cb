/*
 * What a trial costs: sessions a second of each player on one core, of all of
 * them on one and on two threads, and the most memory as runs grow. Prints
 * figures, judges nothing.
 *
 *   bench_trial [RUNS, 100] [PACK, scenarios/last-flight-out]
 */
#include "base/file.h"
#include "base/memory.h"
#include "pack/pack.h"
#include "players/match.h"
#include "trial/proof.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int64_t nanoseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static struct scenario *load(struct arena *a, const char *path)
{
    struct pack_source *source = arena_alloc(a, sizeof *source);
    struct diag_list *found = arena_alloc(a, sizeof *found);
    struct scenario *sc = NULL;
    found->arena = a;
    if (pack_source_load(a, path, source, found) != ERR_NONE || pack_read(a, source, &sc, found) != ERR_NONE) {
        fprintf(stderr, "bench_trial: %s cannot be read\n", path);
        exit(1);
    }
    return sc;
}

static double seconds(const struct trial_plan *plan, int64_t *sessions)
{
    int64_t from = nanoseconds();
    struct trial *t = trial_run(plan);
    free(proof_of(t));
    double took = (double)(nanoseconds() - from) / 1e9;
    *sessions = trial_sessions(t);
    trial_release(t);
    return took;
}

/* The same sessions, and nobody counts. */
static void uncounted(const struct trial_plan *plan)
{
    struct match *m = memory_want(sizeof *m);
    struct sim_setup setup;
    int64_t from = nanoseconds();
    for (int32_t run = 0; run < plan->runs; run++) {
        match_setup(plan->scenario, trial_seed(plan->seed, run), &setup);
        match_play(m, plan->scenario, &setup, PLAYER_CUSTOMER_FOCUSED);
    }
    double took = (double)(nanoseconds() - from) / 1e9;
    printf("%-34s %7.0f sessions/s  %6.2f ms a session\n", "customer-focused, uncounted", plan->runs / took,
           1e3 * took / plan->runs);
    free(m);
}

static void each_player(struct trial_plan plan)
{
    int64_t sessions;
    plan.threads = 1;
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++) {
        if (k == PLAYER_MIXED)
            continue;
        plan.players = (uint64_t)1 << k;
        double took = seconds(&plan, &sessions);
        printf("%-34s %7.0f sessions/s  %6.2f ms a session\n", player_word(k), (double)sessions / took,
               1e3 * took / (double)sessions);
    }
}

static void threads(struct trial_plan plan)
{
    double one = 0;
    for (plan.threads = 1; plan.threads <= 2; plan.threads++) {
        int64_t sessions;
        double took = seconds(&plan, &sessions);
        one = plan.threads == 1 ? took : one;
        printf("everybody, %d thread(s) %22.0f sessions/s  %6.2f s, %.2f times one thread\n", plan.threads,
               (double)sessions / took, took, one / took);
    }
}

/* In a process of its own, as the most memory ever used cannot be taken back. */
static void memory(struct trial_plan plan, int32_t runs)
{
    struct rusage used;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        int64_t sessions;
        plan.runs = runs;
        seconds(&plan, &sessions);
        getrusage(RUSAGE_SELF, &used);
        printf("%5d runs, %d threads, two players %10ld KB at most\n", runs, plan.threads, used.ru_maxrss);
        fflush(stdout);
        _exit(0);
    }
    waitpid(child, NULL, 0);
}

int main(int argc, char **argv)
{
    struct arena a = {0};
    const char *source = getenv("MOMENT_SOURCE");
    long runs = argc > 1 ? strtol(argv[1], NULL, 10) : 100;
    const char *path = argc > 2 ? argv[2] : file_join(&a, source == NULL ? "." : source, "scenarios/last-flight-out");
    struct trial_plan plan = {.scenario = load(&a, path),
                              .seed = 1,
                              .runs = runs < 1 ? 1 : (int32_t)runs,
                              .threads = 2,
                              .players = trial_everybody()};
    uncounted(&plan);
    each_player(plan);
    threads(plan);
    plan.players = (uint64_t)1 << PLAYER_CUSTOMER_FOCUSED | (uint64_t)1 << PLAYER_TECHNICIAN;
    memory(plan, 100);
    memory(plan, 1000);
    memory(plan, 4000);
    arena_release(&a);
    return 0;
}
