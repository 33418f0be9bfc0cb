/*
 * The report of a whole workshop, from the session to the files: time of the
 * view, the page and the PDF, its pages' bytes, and the most memory that was
 * in use. Prints figures, judges nothing.
 *
 *   bench_report [PACK, scenarios/last-flight-out]
 */
#include "../unit/texts.h"
#include "report/report.h"
#include "session/bot.h"

#include <sys/resource.h>
#include <time.h>

static double seconds_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static long most_memory(void)
{
    struct rusage use;
    getrusage(RUSAGE_SELF, &use);
    return use.ru_maxrss / 1024;
}

static void submit(struct session *s, enum sim_command_kind kind, int32_t round)
{
    struct sim_command c = sim_command_make(kind);
    struct submit_result result;
    const char *words[2] = {NULL, NULL};
    if (kind == SIM_CMD_START_ROUND) c.start_round.round = round;
    session_submit(s, &c, words, &result);
}

static void play(struct session *s, enum bot_kind kind)
{
    static struct bot bot;
    bot_begin(&bot, kind, 42);
    for (int32_t round = 0; round < session_scenario(s)->round_count; round++) {
        while (bot_between(&bot, s)) continue;
        submit(s, SIM_CMD_START_ROUND, round);
        while (bot_step(&bot, s)) continue;
        submit(s, SIM_CMD_END_ROUND, 0);
    }
    submit(s, SIM_CMD_FINISH, 0);
}

static void measure(struct session *s, const char *name)
{
    struct arena arena = {0};
    struct view_report *view = arena_alloc(&arena, sizeof *view);
    struct str page = {0}, file = {0};
    double start = seconds_now();
    view_report_build(&arena, s, &(struct report_wish){.names = 0}, view);
    double viewed = seconds_now();
    report_html(&page, view);
    double written = seconds_now();
    enum err err = report_pdf(&file, view, PAPER_A4);
    double printed = seconds_now();
    printf("%-18s view %6.1f ms  html %6.1f ms %5zu kB  pdf %6.1f ms %5zu kB  %s  most memory %ld MB\n", name, 1e3 * (viewed - start),
           1e3 * (written - viewed), page.length / 1024, 1e3 * (printed - written), file.length / 1024, err == ERR_NONE ? "ok" : "FAILED",
           most_memory());
    str_release(&page);
    str_release(&file);
    arena_release(&arena);
}

static void team(struct session_setup *setup, const struct scenario *sc)
{
    snprintf(setup->team, sizeof setup->team, "Blue");
    snprintf(setup->date, sizeof setup->date, "2026-11-22");
    setup->seed = 42;
    for (int32_t role = 0; role < sc->role_count; role++)
        for (int32_t seat = 0; seat < sc->roles[role].seats_low || seat == 0; seat++)
            setup->members[setup->member_count++] = (struct session_member){"Somebody", role};
}

int main(int argc, char **argv)
{
    struct arena arena = {0};
    struct diag_list found = {.arena = &arena};
    struct pack_source source = {0};
    struct scenario *sc = NULL;
    const char *root = getenv("MOMENT_SOURCE");
    const char *pack = argc > 1 ? argv[1] : arena_printf(&arena, "%s/scenarios/last-flight-out", root ? root : ".");
    static struct session_setup setup;
    if (texts_load(NULL) != 0 || pack_source_load(&arena, pack, &source, &found) != ERR_NONE ||
        pack_read(&arena, &source, &sc, &found) != ERR_NONE)
        return 1;
    team(&setup, sc);
    for (int kind = 0; kind < BOT_KIND_COUNT; kind++) {
        struct session *s = NULL;
        if (session_scratch(&s, sc, &setup) != ERR_NONE) return 1;
        play(s, (enum bot_kind)kind);
        measure(s, bot_word((enum bot_kind)kind));
        session_close(s);
    }
    paper_pdf_release();
    arena_release(&arena);
    text_release();
    return 0;
}
