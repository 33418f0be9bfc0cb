/* moment simulate PATH: thousands of sessions of a pack, and whether its scores mean something. */
#include "app/commands.h"
#include "app/data.h"
#include "app/simulate.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "pack/pack.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { FINE = 0, NOT_PROVED = 1, USAGE = 2, FAILED = 3, CANCELLED = 130 };

/* --- the command line --- */

static int read_number(const char *value, uint64_t low, uint64_t high, uint64_t *out)
{
    char *end;
    if (value[0] < '0' || value[0] > '9' || strlen(value) > 19)
        return 0;
    *out = strtoull(value, &end, 10);
    return *end == '\0' && *out >= low && *out <= high;
}

static int read_whole(const char *value, int32_t low, int32_t high, int32_t *out)
{
    uint64_t n;
    if (!read_number(value, (uint64_t)low, (uint64_t)high, &n))
        return 0;
    *out = (int32_t)n;
    return 1;
}

/* Calls take for each word between commas; 0 as soon as one is not taken. */
static int each_word(const char *list, int (*take)(void *context, const char *word), void *context)
{
    char word[64];
    for (const char *at = list; *at != '\0';) {
        size_t length = strcspn(at, ",");
        if (length == 0 || length >= sizeof word)
            return 0;
        memcpy(word, at, length);
        word[length] = '\0';
        if (!take(context, word))
            return 0;
        at += length + (at[length] == ',');
    }
    return list[0] != '\0';
}

static int take_player(void *context, const char *word)
{
    uint64_t *players = context;
    int32_t kind = player_from_word(word);
    if (kind >= 0)
        *players |= (uint64_t)1 << kind;
    return kind >= 0;
}

static int read_value(struct simulate *s, const char *word, const char *value)
{
    if (strcmp(word, "--runs") == 0)
        return read_whole(value, 1, TRIAL_RUNS_MOST, &s->plan.runs);
    if (strcmp(word, "--seed") == 0)
        return read_number(value, 1, INT64_MAX, &s->plan.seed);
    if (strcmp(word, "--threads") == 0)
        return read_whole(value, 1, TRIAL_THREADS_MOST, &s->plan.threads);
    if (strcmp(word, "--run") == 0)
        return s->plan.runs = s->one_run = 1, read_whole(value, 0, TRIAL_RUNS_MOST - 1, &s->plan.first_run);
    if (strcmp(word, "--players") == 0)
        return s->plan.players = 0, each_word(value, take_player, &s->plan.players);
    if (strcmp(word, "--without") == 0)
        return s->without = value, value[0] != '\0';
    if (strcmp(word, "--curve") == 0)
        return s->curve = value, value[0] != '\0';
    return -1;
}

static int read_flag(struct simulate *s, const char *word)
{
    if (strcmp(word, "--json") == 0)
        return s->json = 1;
    if (strcmp(word, "--all") == 0)
        return s->all = 1;
    if (strcmp(word, "--help") == 0)
        return s->help = 1;
    return 0;
}

static int read_words(struct simulate *s, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        const char *value = i + 1 < argc ? argv[i + 1] : "";
        if (read_flag(s, argv[i]))
            continue;
        int known = read_value(s, argv[i], value);
        if (known == 0)
            return command_complain(USAGE, "simulate.value", "word", argv[i], "value", value, NULL);
        if (known == 1)
            i++;
        else if (argv[i][0] == '-' || s->pack_count == SIMULATE_PACKS)
            return command_complain(USAGE, "simulate.usage", "word", argv[i], NULL);
        else
            s->packs[s->pack_count++] = argv[i];
    }
    if (s->pack_count == 0 && !s->help)
        return command_complain(USAGE, "simulate.no-pack", NULL);
    return s->curve != NULL && s->pack_count > 1 ? command_complain(USAGE, "simulate.one-curve", NULL) : FINE;
}

/* --- the pack --- */

/* A folder or file as it stands; else the id of a pack that came with the program. */
static const char *find_pack(struct arena *a, const char *path)
{
    struct data_places places;
    const char *tried = "";
    if (file_exists(path) || data_find(&places, command_data, a, &tried) != ERR_NONE)
        return path;
    char *inside = file_join(a, file_join(a, places.root, "scenarios"), path);
    return file_exists(inside) ? inside : path;
}

static enum err read_pack(struct arena *a, const char *path, struct scenario **sc, struct diag_list *found)
{
    struct pack_source *source = arena_alloc(a, sizeof *source);
    enum err err = pack_source_load(a, path, source, found);
    if (err == ERR_NONE)
        err = pack_read(a, source, sc, found);
    return err == ERR_NONE ? pack_check(*sc, source, found) : err;
}

/* Errors only: what should be looked at besides says `moment check`. */
static int pack_failed(const char *path, enum err err, const struct diag_list *found)
{
    struct str out = {0};
    struct diag_list *errors = memory_want(sizeof *errors);
    if (found->errors == 0) {
        free(errors);
        return command_complain(FAILED, "check.unreadable-pack", "path", path, "why", text(err_text_key(err)), NULL);
    }
    errors->arena = found->arena;
    errors->dropped = found->dropped;
    for (int k = 0; k < found->count; k++)
        if (found->items[k].severity == DIAG_ERROR)
            errors->items[errors->count++] = found->items[k];
    errors->errors = found->errors;
    diag_write(&out, errors);
    fputs(str_text(&out), stderr);
    str_release(&out);
    free(errors);
    return command_complain(USAGE, "simulate.pack-errors", "path", path, NULL);
}

struct tags {
    const struct scenario *scenario;
    uint32_t bits;
};

static int take_tag(void *context, const char *word)
{
    struct tags *tags = context;
    for (int32_t k = 0; k < tags->scenario->tag_count; k++)
        if (strcmp(tags->scenario->tags[k], word) == 0)
            return tags->bits |= (uint32_t)1 << k, 1;
    return 0;
}

/* --- time, progress, cancelling --- */

static volatile sig_atomic_t interrupted;

static void interrupt(int signal)
{
    (void)signal;
    interrupted = 1;
}

static int64_t nanoseconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static int64_t thread_clock(void)
{
    return nanoseconds(CLOCK_THREAD_CPUTIME_ID);
}

struct progress {
    int64_t from, shown;
    int on;
};

static int show_progress(void *context, int32_t done, int32_t runs)
{
    struct progress *p = context;
    struct arena a = {0};
    int64_t now = nanoseconds(CLOCK_MONOTONIC);
    if (p->on && now - p->shown > 200000000) {
        int64_t left = (now - p->from) / done * (runs - done) / 1000000000;
        fprintf(stderr, "\r\033[K%s",
                text_fill(&a, "simulate.progress", "done", arena_printf(&a, "%d", done), "runs",
                          arena_printf(&a, "%d", runs), "left", arena_printf(&a, "%lld", (long long)left), NULL));
        fflush(stderr);
        p->shown = now;
    }
    arena_release(&a);
    return interrupted;
}

/* The first Ctrl-C ends the trial in good order, a second one the program. */
static void run_trial(struct simulate *s)
{
    struct progress progress = {.from = nanoseconds(CLOCK_MONOTONIC), .on = isatty(2)};
    progress.shown = progress.from;
    struct sigaction act = {.sa_handler = interrupt, .sa_flags = (int)SA_RESETHAND}, before;
    interrupted = 0;
    sigaction(SIGINT, &act, &before);
    s->plan.progress = show_progress;
    s->plan.context = &progress;
    s->plan.clock = thread_clock;
    s->trial = trial_run(&s->plan);
    s->nanoseconds = nanoseconds(CLOCK_MONOTONIC) - progress.from;
    sigaction(SIGINT, &before, NULL);
    if (progress.on && progress.shown > progress.from)
        fputs("\r\033[K", stderr);
    s->proof = proof_of(s->trial);
}

int64_t simulate_speed(const struct simulate *s)
{
    return s->nanoseconds <= 0 ? 0 : (int64_t)(1e12 * (double)trial_sessions(s->trial) / (double)s->nanoseconds);
}

/* --- what it comes to --- */

static int write_curve(const struct simulate *s)
{
    struct str out = {0};
    size_t length = strlen(s->curve);
    if (length > 4 && str_is_same(s->curve + length - 4, ".svg"))
        simulate_curve_svg(&out, s);
    else
        simulate_curve_csv(&out, s);
    enum err err = file_write(s->curve, str_text(&out), out.length);
    str_release(&out);
    return err == ERR_NONE
               ? FINE
               : command_complain(FAILED, "simulate.cannot-write", "file", s->curve, "why", text(err_text_key(err)), NULL);
}

static int print(const struct simulate *s)
{
    struct str out = {0};
    if (s->json)
        simulate_print_json(&out, s);
    else
        simulate_print(&out, s);
    int status = fputs(str_text(&out), stdout) < 0 || fflush(stdout) != 0 ? FAILED : FINE;
    str_release(&out);
    return status;
}

static int tell(const struct simulate *s)
{
    int status = print(s);
    if (status == FINE && s->curve != NULL)
        status = write_curve(s);
    if (status != FINE)
        return status;
    return s->trial->stopped ? CANCELLED : s->proof->holds ? FINE : NOT_PROVED;
}

static int simulate_pack(struct simulate *s, struct arena *a)
{
    struct scenario *sc = NULL;
    struct diag_list *found = arena_alloc(a, sizeof *found);
    found->arena = a;
    s->path = find_pack(a, s->path);
    enum err err = read_pack(a, s->path, &sc, found);
    if (err != ERR_NONE)
        return pack_failed(s->path, err, found);
    struct tags tags = {.scenario = sc};
    if (s->without != NULL && !each_word(s->without, take_tag, &tags))
        return command_complain(USAGE, "simulate.value", "word", "--without", "value", s->without, NULL);
    s->plan.scenario = sc;
    s->plan.left_out = tags.bits;
    run_trial(s);
    int status = tell(s);
    trial_release(s->trial);
    free(s->proof);
    return status;
}

/* The worst of all packs counts; one that was stopped is the last. */
static int simulate_all(struct simulate *s)
{
    int worst = FINE;
    if (s->json && s->pack_count > 1)
        fputs("[", stdout);
    for (int k = 0; k < s->pack_count && worst != CANCELLED; k++) {
        struct arena a = {0};
        s->path = s->packs[k];
        if (k > 0)
            fputs(s->json ? "," : "\n", stdout);
        int status = simulate_pack(s, &a);
        arena_release(&a);
        worst = status > worst ? status : worst;
    }
    if (s->json && s->pack_count > 1)
        fputs("]\n", stdout);
    return worst;
}

static int32_t processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > TRIAL_THREADS_MOST ? TRIAL_THREADS_MOST : (int32_t)count;
}

static int help(void)
{
    struct arena a = {0};
    struct str names = {0};
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        str_printf(&names, "%s%s", k == 0 ? "" : k % 5 == 0 ? ",\n                      " : ", ", player_word(k));
    int status = fputs(text_fill(&a, "simulate.help", "players", str_text(&names), NULL), stdout) < 0 ? FAILED : FINE;
    str_release(&names);
    arena_release(&a);
    return status;
}

int command_simulate(int argc, char **argv)
{
    struct simulate s = {
        .plan = {.seed = 1, .runs = SIMULATE_RUNS, .threads = processors(), .players = trial_everybody()}};
    int status = read_words(&s, argc, argv);
    if (status != FINE)
        return status;
    if (s.help)
        return help();
    return simulate_all(&s);
}
