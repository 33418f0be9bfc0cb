#include "trial/trial.h"

#include "base/hash.h"
#include "base/memory.h"
#include "base/number.h"
#include "players/match.h"
#include "trial/gather.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

uint64_t trial_everybody(void)
{
    uint64_t all = ((uint64_t)1 << (PLAYER_KIND_COUNT - 1) << 1) - 1;
    return all & ~((uint64_t)1 << PLAYER_MIXED);
}

int trial_has(const struct trial_plan *plan, int32_t player)
{
    return (int)(plan->players >> player & 1);
}

uint64_t trial_seed(uint64_t seed, int32_t run)
{
    return hash_mix(hash_mix(0, seed), (uint64_t)run);
}

int trial_is_named(int32_t player)
{
    return player != PLAYER_MIXED && player != PLAYER_RANDOM && !player_is_graded(player) && !player_is_cheat(player);
}

int32_t trial_mean_of(const struct trial *t, int32_t player, enum trial_measure measure)
{
    return tally_mean(&t->players[player].measures[measure]);
}

int64_t trial_sessions(const struct trial *t)
{
    int64_t all = 0;
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        all += t->players[k].sessions;
    return all;
}

/* --- memory --- */

static struct trial *trial_new(const struct trial_plan *plan)
{
    struct trial *t = memory_want(sizeof *t);
    t->plan = *plan;
    curve_begin(&t->curve, plan->scenario);
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++) {
        t->players[k].satisfaction = memory_want((size_t)(t->curve.minutes + 1) * sizeof(int64_t));
        t->players[k].trust = memory_want((size_t)(t->curve.minutes + 1) * sizeof(int64_t));
    }
    t->coverage = coverage_new(plan->scenario);
    return t;
}

void trial_release(struct trial *t)
{
    if (t == NULL)
        return;
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++) {
        free(t->players[k].satisfaction);
        free(t->players[k].trust);
    }
    curve_release(&t->curve);
    coverage_release(t->coverage);
    free(t);
}

/* --- the threads --- */

/* What they share: who takes the next run, and whether there is one. */
struct turnstile {
    const struct trial_plan *plan;
    pthread_mutex_t lock;
    int32_t next, done, stop;
};

struct worker {
    struct turnstile *turnstile;
    pthread_t thread;
    int is_caller;
    struct trial *trial; /* its own counts */
    struct match *match;
    struct gathering *gathering; /* the run at hand */
};

static int32_t take_run(struct turnstile *t)
{
    pthread_mutex_lock(&t->lock);
    int32_t run = t->stop || t->next >= t->plan->runs ? -1 : t->plan->first_run + t->next++;
    pthread_mutex_unlock(&t->lock);
    return run;
}

static int32_t give_back(struct turnstile *t)
{
    pthread_mutex_lock(&t->lock);
    int32_t done = ++t->done;
    pthread_mutex_unlock(&t->lock);
    return done;
}

static void stop(struct turnstile *t)
{
    pthread_mutex_lock(&t->lock);
    t->stop = 1;
    pthread_mutex_unlock(&t->lock);
}

static void play(struct worker *w, int32_t player, const struct sim_setup *setup)
{
    const struct trial_plan *plan = w->turnstile->plan;
    struct gathering *g = w->gathering;
    struct outcome_watcher watcher;
    coverage_session(w->trial->coverage, player);
    outcome_begin(&watcher, plan->scenario, &g->outcomes[player], &g->curves[player], w->trial->coverage);
    w->match->watch = outcome_watch;
    w->match->context = &watcher;
    int64_t from = plan->clock == NULL ? 0 : plan->clock();
    match_play(w->match, plan->scenario, setup, (enum player_kind)player);
    outcome_end(&watcher, &w->match->state);
    struct trial_player *p = &w->trial->players[player];
    p->nanoseconds += plan->clock == NULL ? 0 : plan->clock() - from;
    p->sessions++;
    p->commands += w->match->commands;
    p->refused += w->match->refused;
    p->events += w->match->events;
}

static void play_run(struct worker *w, int32_t run)
{
    const struct trial_plan *plan = w->turnstile->plan;
    struct sim_setup setup;
    match_setup(plan->scenario, trial_seed(plan->seed, run), &setup);
    setup.left_out |= plan->left_out;
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        if (trial_has(plan, k))
            play(w, k, &setup);
    gather(w->trial, w->gathering, run);
}

static void *work(void *context)
{
    struct worker *w = context;
    const struct trial_plan *plan = w->turnstile->plan;
    for (int32_t run = take_run(w->turnstile); run >= 0; run = take_run(w->turnstile)) {
        play_run(w, run);
        int32_t done = give_back(w->turnstile);
        if (w->is_caller && plan->progress != NULL && plan->progress(plan->context, done, plan->runs))
            stop(w->turnstile);
    }
    return NULL;
}

static void worker_begin(struct worker *w, struct turnstile *t)
{
    w->turnstile = t;
    w->trial = trial_new(t->plan);
    w->match = memory_want(sizeof *w->match);
    w->gathering = gathering_new(t->plan->scenario);
}

static void worker_release(struct worker *w)
{
    trial_release(w->trial);
    free(w->match);
    gathering_release(w->gathering);
}

/* Returns how many run beside the caller: where the system gives fewer threads, fewer do all the work. */
static int32_t start_others(struct worker *workers, int32_t count)
{
    int32_t started = 0;
    while (started < count && pthread_create(&workers[started].thread, NULL, work, &workers[started]) == 0)
        started++;
    return started;
}

struct trial *trial_run(const struct trial_plan *plan)
{
    struct turnstile turnstile = {.plan = plan};
    int32_t count = number_clamp(plan->threads, 1, number_clamp(plan->runs, 1, TRIAL_THREADS_MOST));
    struct worker *workers = memory_want((size_t)count * sizeof *workers);
    struct trial *t = trial_new(plan);
    pthread_mutex_init(&turnstile.lock, NULL);
    for (int32_t k = 0; k < count; k++)
        worker_begin(&workers[k], &turnstile);
    workers[count - 1].is_caller = 1;
    int32_t others = start_others(workers, count - 1);
    work(&workers[count - 1]);
    for (int32_t k = 0; k < others; k++)
        pthread_join(workers[k].thread, NULL);
    for (int32_t k = 0; k < count; k++) {
        gather_merge(t, workers[k].trial);
        worker_release(&workers[k]);
    }
    pthread_mutex_destroy(&turnstile.lock);
    free(workers);
    t->runs = turnstile.done;
    t->stopped = t->runs < plan->runs;
    return t;
}
