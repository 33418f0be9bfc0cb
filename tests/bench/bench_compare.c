/*
 * Thousands of sessions in a folder: what listing and comparing them costs,
 * with the index of the folder and without. Makes PLAYED sessions by bots and
 * the rest as copies under other teams, days and ids; prints figures, judges
 * none.
 *   bench_compare [SESSIONS, 1000] [FOLDER, kept if it is there]
 */
#include "app/folder.h"
#include "base/file.h"
#include "session/bot.h"
#include "session/recent.h"
#include "base/memory.h"
#include "base/text.h"
#include "pack/catalogue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { PLAYED = 24, TEAM_SESSIONS = 4 };

static struct arena arena;

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void want(int good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "bench_compare: %s failed\n", what);
    exit(1);
}

static void play_rounds(struct session *s, struct bot *bot)
{
    struct submit_result r;
    for (int32_t i = 0; i < session_scenario(s)->round_count; i++) {
        while (bot_between(bot, s))
            continue;
        struct sim_command c = sim_command_make(SIM_CMD_START_ROUND);
        c.start_round.round = i;
        session_submit(s, &c, NULL, &r);
        while (session_state(s)->phase == PHASE_ROUND && bot_step(bot, s))
            continue;
        c = sim_command_make(SIM_CMD_END_ROUND);
        session_submit(s, &c, NULL, &r);
    }
    struct sim_command c = sim_command_make(SIM_CMD_FINISH);
    session_submit(s, &c, NULL, &r);
}

static void play(const struct pack_source *pack, const char *path, int n)
{
    struct session *s = NULL;
    struct bot *bot = memory_want(sizeof *bot);
    struct session_setup setup = {.team = "Played", .member_count = 6, .seed = (uint64_t)n + 1, .date = "2026-01-01"};
    for (int i = 0; i < 6; i++) {
        snprintf(setup.members[i].name, sizeof setup.members[i].name, "Member %d", i + 1);
        setup.members[i].role = i % 4;
    }
    want(session_create(&s, path, pack, &setup, NULL) == ERR_NONE, "creating");
    bot_begin(bot, (enum bot_kind)(n % BOT_KIND_COUNT), setup.seed);
    play_rounds(s, bot);
    session_close(s);
    free(bot);
}

static void copy(const char *from, const char *to, int n)
{
    struct arena a = {0};
    struct store *s = NULL;
    char *bytes = NULL;
    size_t length = 0;
    want(file_read(&a, from, 1u << 28, &bytes, &length) == ERR_NONE && file_write(to, bytes, length) == ERR_NONE, "copying");
    want(store_open(&s, to, STORE_WRITE, NULL) == ERR_NONE, "opening a copy");
    int day = n % TEAM_SESSIONS * 30;
    want(store_put_meta(s, "team", arena_printf(&a, "Team %d", n / TEAM_SESSIONS)) == ERR_NONE &&
             store_put_meta(s, "date", arena_printf(&a, "2026-%02d-%02d", 1 + day / 30, 1 + n / TEAM_SESSIONS % 28)) == ERR_NONE &&
             store_put_meta(s, "id", arena_printf(&a, "%032d", n)) == ERR_NONE,
         "naming a copy");
    store_close(s);
    arena_release(&a);
}

static void make(const char *folder, int sessions)
{
    struct pack_source *pack = arena_alloc(&arena, sizeof *pack);
    struct diag_list found = {.arena = &arena};
    char *source = file_join(&arena, getenv("MOMENT_SOURCE") ? getenv("MOMENT_SOURCE") : ".", "scenarios/last-flight-out");
    char *played = arena_printf(&arena, "%s-played", folder);
    want(pack_source_load(&arena, source, pack, &found) == ERR_NONE, "reading the pack");
    want(file_make_folder(folder) == ERR_NONE && file_make_folder(played) == ERR_NONE, "making folders");
    for (int i = 0; i < PLAYED; i++) {
        char *path = arena_printf(&arena, "%s/%02d.moment", played, i);
        if (!file_exists(path))
            play(pack, path, i);
    }
    for (int i = 0; i < sessions; i++) {
        char *path = arena_printf(&arena, "%s/%05d.moment", folder, i);
        if (!file_exists(path))
            copy(arena_printf(&arena, "%s/%02d.moment", played, i % PLAYED), path, i);
    }
}

static void bench_list(const char *what, const char *folder)
{
    struct arena a = {0};
    struct recent_session *items = NULL;
    size_t count = 0;
    double begun = seconds();
    want(recent_list(&a, folder, &items, &count) == ERR_NONE, "listing");
    printf("%-44s %8.1f ms for %zu sessions\n", what, (seconds() - begun) * 1e3, count);
    arena_release(&a);
}

static void bench_compare(const char *what, const char *folder)
{
    struct folder f = {0};
    struct arena a = {0};
    size_t count = 0;
    double begun = seconds();
    want(folder_add(&f, folder) == ERR_NONE, "adding");
    size_t left = folder_left(&f);
    while (folder_read(&f, 100))
        continue;
    double read = seconds();
    struct compare_session *sessions = folder_sessions(&f, &a, &count);
    struct view_compare *v = arena_alloc(&a, sizeof *v);
    struct compare_team *teams = NULL;
    size_t team_count = 0;
    view_compare_teams(&a, sessions, count, &teams, &team_count);
    want(team_count > 0, "teams");
    view_compare_build(&a, sessions, count, teams[0].name, v);
    printf("%-44s %8.1f ms for %zu sessions (%zu opened, %.1f ms; %zu teams, view %.1f ms)\n", what, (seconds() - begun) * 1e3, count,
           left, (read - begun) * 1e3, team_count, (seconds() - read) * 1e3);
    want(v->others > 0, "others");
    arena_release(&a);
    folder_release(&f);
}

int main(int argc, char **argv)
{
    int sessions = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 1000;
    const char *folder = argc > 2 ? argv[2] : "/tmp/moment-bench-compare";
    const char *source = getenv("MOMENT_SOURCE") ? getenv("MOMENT_SOURCE") : ".";
    struct rusage u;
    want(sessions > 0 && text_load_folder(source, "en") == ERR_NONE, "reading the texts");
    double begun = seconds();
    make(folder, sessions);
    printf("%-44s %8.1f s\n", "sessions made", seconds() - begun);
    unlink(file_join(&arena, folder, STORE_INDEX_NAME));
    bench_list("list, nothing known", folder);
    bench_list("list, all indexed", folder);
    bench_compare("compared, no figures known", folder);
    bench_compare("compared, all indexed", folder);
    getrusage(RUSAGE_SELF, &u);
    printf("%-44s %8.1f MB\n", "largest resident memory", (double)u.ru_maxrss / 1024);
    text_release();
    arena_release(&arena);
    return 0;
}
