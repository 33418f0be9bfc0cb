/*
 * A recorded session and the report that it must give, byte for byte: opening
 * applies what was stored, so a change of the engine's rules leaves it alone;
 * a change of words or layout shows as a diff of bakery.html.
 *
 * MOMENT_RECORD=1 plays the session anew and writes both files; look at the
 * diff before it is kept.
 */
#include "../unit/texts.h"
#include "base/file.h"
#include "report/report.h"
#include "session/bot.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

enum { GOLDEN_MOST = 4 * 1024 * 1024 };

static struct arena arena;

static const char *at(const char *name)
{
    const char *root = getenv("MOMENT_SOURCE");
    return file_join(&arena, root ? root : ".", name);
}

static void submit(struct session *s, struct sim_command c, const char *first, const char *second)
{
    const char *words[2] = {first, second};
    struct submit_result r;
    session_submit(s, &c, words, &r);
    if (r.status != SUBMIT_DONE) fail_msg("%s: %d %s", sim_command_word(c.kind), r.status, refusal_word(r.refusal));
}

/* The first moment that was missed is overruled, so that the page has a correction. */
static void overrule_one(struct session *s)
{
    const struct sim_state *state = session_state(s);
    int32_t k = 0;
    while (k < state->moment_count && !(state->moments[k].scored && state->moments[k].outcome == OUTCOME_MISSED)) k++;
    assert_true(k < state->moment_count);
    struct sim_command c = sim_command_make(SIM_CMD_OVERRULE);
    c.overrule.aim = 0;
    c.overrule.source = state->moments[k].source;
    c.overrule.subject = state->moments[k].subject;
    c.overrule.customer = state->moments[k].customer;
    c.overrule.nth = state->moments[k].nth;
    c.overrule.outcome = OUTCOME_PARTLY;
    submit(s, c, "Chidi had called her from the shop", "Fritz");
}

static void play(struct session *s)
{
    struct bot bot;
    bot_begin(&bot, BOT_MIXED, 42);
    for (int32_t round = 0; round < session_scenario(s)->round_count; round++) {
        struct sim_command start = sim_command_make(SIM_CMD_START_ROUND), voucher = sim_command_make(SIM_CMD_VOUCHER);
        start.start_round.round = round;
        submit(s, start, NULL, NULL);
        submit(s, sim_command_make(SIM_CMD_NOTE), "Björn & Ada <both> asked first", NULL);
        while (bot_step(&bot, s)) continue;
        voucher.voucher.customer = 0;
        voucher.voucher.member = 1;
        submit(s, voucher, "For the call that Björn made with nothing to say", NULL);
        submit(s, sim_command_make(SIM_CMD_END_ROUND), NULL, NULL);
    }
    overrule_one(s);
    submit(s, sim_command_make(SIM_CMD_FINISH), NULL, NULL);
}

static void record(const char *file)
{
    static const char *const names[] = {"Ada", "Björn", "Chidi Okonkwo"};
    struct diag_list found = {.arena = &arena};
    struct pack_source *pack = arena_alloc(&arena, sizeof *pack);
    struct session_setup setup = {.team = "Blue", .member_count = 3, .seed = 42, .date = "2026-11-22"};
    struct session *s = NULL;
    for (int i = 0; i < 3; i++) {
        snprintf(setup.members[i].name, sizeof setup.members[i].name, "%s", names[i]);
        setup.members[i].role = i % 2;
    }
    remove(file);
    assert_int_equal(pack_source_load(&arena, at("tests/packs/good/small"), pack, &found), ERR_NONE);
    assert_int_equal(session_create(&s, file, pack, &setup, &found), ERR_NONE);
    play(s);
    session_close(s);
}

static char *page_of(const char *file)
{
    struct diag_list found = {.arena = &arena};
    struct store_report report;
    struct session *s = NULL;
    struct str page = {0};
    struct view_report *view = arena_alloc(&arena, sizeof *view);
    assert_int_equal(session_open(&s, file, STORE_READ, &report, &found), ERR_NONE);
    assert_int_equal(report.damaged_at, 0);
    assert_int_equal(report.damaged_parts, 0);
    view_report_build(&arena, s, &(struct report_wish){.names = 0}, view);
    report_html(&page, view);
    session_close(s);
    return str_detach(&page);
}

static int line_of(const char *text, size_t offset)
{
    int line = 1;
    for (size_t i = 0; i < offset; i++) line += text[i] == '\n';
    return line;
}

static void is_golden(const char *page, const char *golden_path)
{
    char *golden;
    size_t length, same = 0;
    assert_int_equal(file_read(&arena, golden_path, GOLDEN_MOST, &golden, &length), ERR_NONE);
    while (page[same] && page[same] == golden[same]) same++;
    if (strcmp(page, golden) != 0)
        fail_msg("bakery.html differs in line %d:\n  now  %.120s\n  was  %.120s", line_of(golden, same),
                 page + same, golden + same);
}

static void test_recorded_session_gives_the_same_report(void **state)
{
    (void)state;
    const char *file = at("tests/replay/bakery.moment"), *golden = at("tests/replay/bakery.html");
    int anew = getenv("MOMENT_RECORD") != NULL;
    if (anew) record(file);
    char *page = page_of(file);
    if (anew) assert_int_equal(file_write(golden, page, strlen(page)), ERR_NONE);
    is_golden(page, golden);
    assert_true(strstr(page, "Person B") && !strstr(page, "Björn") && strstr(page, "Fritz") == NULL);
    free(page);
}

static int drop(void **state)
{
    arena_release(&arena);
    return texts_forget(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_recorded_session_gives_the_same_report)};
    return cmocka_run_group_tests(tests, texts_load, drop);
}
