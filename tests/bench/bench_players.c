/*
 * Whole sessions played in memory: sessions a second for each player, and
 * what they come to on average. Prints figures, judges nothing.
 *
 *   bench_players [PACK, scenarios/last-flight-out] [SESSIONS, 200] [PLAYER...]
 */
#include "pack/pack.h"
#include "players/match.h"
#include "sim/score.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double seconds_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double ratio(double part, double of)
{
    return of > 0 ? part / of : 0;
}

static double felt(const struct sim_state *s, const struct scenario *sc)
{
    double sum = 0, weights = 0;
    for (customer_id c = 0; c < sc->customer_count; c++) {
        sum += sc->customers[c].weight * (s->customers[c].trust + s->customers[c].satisfaction) / 2000.0;
        weights += sc->customers[c].weight;
    }
    return ratio(sum, weights);
}

struct sums { double score[SCORE_COUNT], delivered, felt, seconds; int64_t commands, refused, events; };

static void add(struct sums *sums, const struct match *m, const struct scenario *sc)
{
    double delivered = 0, rounds = 0;
    for (int k = 0; k < SCORE_COUNT; k++) {
        struct score_counts c = score_of_state(&m->state, -1, (enum score)k);
        sums->score[k] += 100 * ratio(c.points, c.possible);
    }
    for (round_id r = 0; r < sc->round_count; r++)
        if (!sc->rounds[r].warm_up) {
            delivered += score_figures(&m->state, sc, r).delivered;
            rounds++;
        }
    sums->delivered += ratio(delivered, rounds);
    sums->felt += felt(&m->state, sc);
    sums->commands += m->commands;
    sums->refused += m->refused;
    sums->events += m->events;
}

static void play(struct match *m, const struct scenario *sc, int32_t kind, int sessions)
{
    struct sums sums = {.seconds = 0};
    for (int n = 0; n < sessions; n++) {
        struct sim_setup setup;
        match_setup(sc, (uint64_t)n + 1, &setup);
        double start = seconds_now();
        match_play(m, sc, &setup, (enum player_kind)kind);
        sums.seconds += seconds_now() - start;
        add(&sums, m, sc);
    }
    printf("%-26s %7.0f sessions/s  %5.0f commands %4.1f refused %5.0f events  involving %5.1f honest %5.1f follow %5.1f"
           "  delivered %5.1f felt %5.1f\n",
           player_word(kind), sessions / sums.seconds, (double)sums.commands / sessions, (double)sums.refused / sessions,
           (double)sums.events / sessions, sums.score[0] / sessions, sums.score[1] / sessions, sums.score[2] / sessions,
           sums.delivered / sessions, sums.felt / sessions);
}

static int is_asked_for(int argc, char **argv, int32_t kind)
{
    for (int k = 3; k < argc; k++)
        if (strcmp(argv[k], player_word(kind)) == 0)
            return 1;
    return argc <= 3;
}

int main(int argc, char **argv)
{
    struct arena arena = {0};
    struct diag_list found = {.arena = &arena};
    struct pack_source source = {0};
    struct scenario *sc = NULL;
    int sessions = argc > 2 ? atoi(argv[2]) : 200;
    struct match *m = calloc(1, sizeof *m);
    if (m == NULL || pack_source_load(&arena, argc > 1 ? argv[1] : "scenarios/last-flight-out", &source, &found) != ERR_NONE ||
        pack_read(&arena, &source, &sc, &found) != ERR_NONE) {
        fprintf(stderr, "bench_players: cannot read the pack\n");
        return 2;
    }
    for (int32_t kind = 0; kind < PLAYER_KIND_COUNT; kind++)
        if (is_asked_for(argc, argv, kind))
            play(m, sc, kind, sessions < 1 ? 1 : sessions);
    free(m);
    arena_release(&arena);
    return 0;
}
