/*
 * The engine alone: sessions of two rounds a second on one core, one command
 * in nanoseconds, one digest, one copy. Two players look at nothing but what
 * a team sees: one talks as it should, one never speaks. Prints figures,
 * judges nothing.
 *
 *   bench_sim [SESSIONS, 2000]
 */
#include "sim/score.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "../unit/sim/policies.h"

#include <time.h>

static double seconds_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void report(const char *who, const struct player *b, int sessions, double seconds)
{
    printf("%-12s %7.0f sessions/s  %6.0f ns a command  (%lld commands, %lld events a session)", who, sessions / seconds,
           1e9 * seconds / (double)b->commands, (long long)b->commands / sessions, (long long)b->events / sessions);
    for (int k = 0; k < SCORE_COUNT; k++) {
        struct score_counts counts = score_of_state(&b->play->state, -1, (enum score)k);
        printf("  %s %d %%", score_word((enum score)k), score_percent(&counts));
    }
    struct round_figures f = score_figures(&b->play->state, b->play->sc, b->play->state.round);
    printf("  delivered %d perceived %d\n", f.delivered, f.perceived);
}

static void many(const struct policy *policy, int sessions)
{
    struct player b = {.policy = policy, .play = calloc(1, sizeof *b.play)};
    if (b.play == NULL)
        return;
    b.play->sc = fix();
    double start = seconds_now();
    for (int k = 0; k < sessions; k++)
        play_both(&b, (uint64_t)k);
    report(policy->name, &b, sessions, seconds_now() - start);
    enum { TIMES = 20000 };
    uint64_t digest = 0;
    start = seconds_now();
    for (int k = 0; k < TIMES; k++)
        digest += sim_digest(&b.play->state, b.play->sc);
    printf("%-12s %6.0f ns a digest (%016llx)", "", 1e9 * (seconds_now() - start) / TIMES, (unsigned long long)digest);
    start = seconds_now();
    for (int k = 0; k < TIMES; k++)
        sim_copy(&b.play->made.scratch, &b.play->state, b.play->sc);
    printf("  %6.0f ns a copy\n", 1e9 * (seconds_now() - start) / TIMES);
    free(b.play);
}

int main(int argc, char **argv)
{
    int sessions = argc > 1 ? atoi(argv[1]) : 2000;
    static const struct policy technician = {.name = "technician", .silent = 1, .claim = -1};
    many(&policy_cares, sessions < 1 ? 1 : sessions);
    many(&technician, sessions < 1 ? 1 : sessions);
    return 0;
}
