#ifndef REPORT_HELP_H
#define REPORT_HELP_H
/* Pages to look at: found words, balanced tags, and whole sessions for the view. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../texts.h"
#include "base/file.h"
#include "report/report.h"
#include "session/bot.h"

#define HELP_UNUSED __attribute__((unused))

static HELP_UNUSED int has(const char *page, const char *words) { return strstr(page, words) != NULL; }

static HELP_UNUSED int times(const char *page, const char *words)
{
    int n = 0;
    for (const char *at = page; (at = strstr(at, words)) != NULL; at += strlen(words)) n++;
    return n;
}

static HELP_UNUSED int is_void(const char *name)
{
    return strcmp(name, "meta") == 0 || strcmp(name, "br") == 0 || strcmp(name, "col") == 0 || strcmp(name, "!DOCTYPE") == 0;
}

/* NULL when every tag is closed in its place, else where it goes wrong. The style sheet is skipped. */
static HELP_UNUSED const char *unbalanced(const char *page)
{
    static char open[64][24];
    int depth = 0;
    for (const char *at = page; (at = strchr(at, '<')) != NULL;) {
        char name[24] = {0};
        int closing = at[1] == '/';
        size_t n = strcspn(at + 1 + closing, " />\n");
        if (n == 0 || n >= sizeof name) return at;
        memcpy(name, at + 1 + closing, n);
        const char *end = at;
        for (int quoted = 0; *end && (quoted || *end != '>'); end++)
            if (*end == '"') quoted = !quoted;
        if (!*end) return at;
        if (closing) {
            if (depth == 0 || strcmp(open[--depth], name) != 0) return at;
        } else if (end[-1] != '/' && !is_void(name)) {
            if (depth == 64) return at;
            memcpy(open[depth++], name, sizeof name);
        }
        at = strcmp(name, "style") == 0 && !closing ? strstr(end, "</style>") : end + 1;
        if (!at) return end;
    }
    return depth == 0 ? NULL : page;
}

static HELP_UNUSED int comes_after(const char *page, const char *at, const char *before)
{
    size_t n = strlen(before);
    return (size_t)(at - page) >= n && memcmp(at - n, before, n) == 0;
}

/* Where a key of the catalogue stands for its text, NULL; ids and links to them may look like keys. */
static HELP_UNUSED const char *missing_text(const char *page, const char *prefix)
{
    for (const char *at = page; (at = strstr(at, prefix)) != NULL; at++) {
        char after = at[strlen(prefix)];
        int is_id = comes_after(page, at, " id=\"") || comes_after(page, at, "href=\"#") || comes_after(page, at, "labelledby=\"");
        if (after >= 'a' && after <= 'z' && !is_id) return at;
    }
    return NULL;
}

/* --- sessions --- */

static struct arena forever;
static const struct scenario *bakery;

static HELP_UNUSED int load_all(void **state)
{
    struct diag_list found = {.arena = &forever};
    struct pack_source *source = arena_alloc(&forever, sizeof *source);
    struct scenario *scenario = NULL;
    const char *root = getenv("MOMENT_SOURCE");
    if (texts_load(state) != 0) return -1;
    if (pack_source_load(&forever, file_join(&forever, root ? root : ".", "tests/packs/good/small"), source, &found) !=
        ERR_NONE)
        return -1;
    if (pack_read(&forever, source, &scenario, &found) != ERR_NONE) return -1;
    bakery = scenario;
    return 0;
}

static HELP_UNUSED int drop_all(void **state)
{
    arena_release(&forever);
    return texts_forget(state);
}

static HELP_UNUSED struct session *session_of(const char *const names[], int count)
{
    struct session *s = NULL;
    struct session_setup setup = {.team = "Blue", .member_count = count, .seed = 42, .date = "2026-11-22"};
    for (int i = 0; i < count; i++) {
        snprintf(setup.members[i].name, sizeof setup.members[i].name, "%s", names[i]);
        setup.members[i].role = i % 2;
    }
    assert_int_equal(session_scratch(&s, bakery, &setup), ERR_NONE);
    return s;
}

static HELP_UNUSED int submit_words(struct session *s, const struct sim_command *c, const char *first,
                                    const char *second)
{
    const char *words[2] = {first, second};
    struct submit_result r;
    session_submit(s, c, words, &r);
    return r.status == SUBMIT_DONE;
}

static HELP_UNUSED void start_round(struct session *s, int32_t round)
{
    struct sim_command c = sim_command_make(SIM_CMD_START_ROUND);
    c.start_round.round = round;
    assert_true(submit_words(s, &c, NULL, NULL));
}

static HELP_UNUSED void end_round(struct session *s)
{
    struct sim_command c = sim_command_make(SIM_CMD_END_ROUND);
    assert_true(submit_words(s, &c, NULL, NULL));
}

/* Both rounds, played by a team of this kind. */
static HELP_UNUSED void play_all(struct session *s, enum bot_kind kind)
{
    struct bot bot;
    bot_begin(&bot, kind, 42);
    for (int32_t round = 0; round < bakery->round_count; round++) {
        start_round(s, round);
        while (bot_step(&bot, s)) continue;
        end_round(s);
    }
    struct sim_command finish = sim_command_make(SIM_CMD_FINISH);
    assert_true(submit_words(s, &finish, NULL, NULL));
}
#endif
