/*
 * Every page around a round, painted with the real fonts in the sizes, text
 * scales and themes it must stand: no word is cut where the texts are usual,
 * nothing lies beside the window, and no two texts lie over each other. With
 * MOMENT_GALLERY set to a folder the pictures are written there.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "page_fixtures.h"
#include "page_look.h"
#include "../texts.h"

enum page {
    PAGE_START,
    PAGE_START_FIRST,
    PAGE_START_FULL,
    PAGE_SETUP_EMPTY,
    PAGE_SETUP,
    PAGE_SETUP_FULL,
    PAGE_SETUP_ROLE,
    PAGE_SETUP_LEAVE,
    PAGE_BRIEFING,
    PAGE_BRIEFING_LONG,
    PAGE_ROUND,
    PAGE_ROUND_PICKED,
    PAGE_ROUND_LONG,
    PAGE_OVERRULE,
    PAGE_END,
    PAGE_END_WRITTEN,
    PAGE_END_LONG,
    PAGE_NOT_STORED,
    PAGE_DAMAGED,
    PAGE_BUSY,
    PAGE_STAGE_BRIEFING,
    PAGE_STAGE_BETWEEN,
    PAGE_STAGE_SCORES,
    PAGE_STAGE_LONG,
    PAGE_COUNT
};
static const char *const page_names[PAGE_COUNT] = {
    "start",         "start-first",  "start-full",    "setup-empty", "setup",        "setup-full", "setup-role",
    "setup-leave",   "briefing",     "briefing-long", "round",       "round-picked", "round-long", "overrule",
    "end",           "end-written",  "end-long",      "not-stored",  "damaged",      "busy",       "stage-briefing",
    "stage-between", "stage-scores", "stage-long"};

struct desk {
    struct page_look look;
    struct scenario sc;
    struct view_start start;
    struct start_memory start_memory;
    struct setup_memory setup;
    struct view_round round;
    struct round_memory round_memory;
    struct session_end end;
    struct problem problem;
    struct wishes wishes;
};

static int is_long(enum page p)
{
    return p == PAGE_START_FULL || p == PAGE_SETUP_FULL || p == PAGE_BRIEFING_LONG || p == PAGE_ROUND_LONG ||
           p == PAGE_END_LONG || p == PAGE_STAGE_LONG;
}
static int is_setup(enum page p)
{
    return p >= PAGE_SETUP_EMPTY && p <= PAGE_SETUP_LEAVE;
}
static int is_stage(enum page p)
{
    return p >= PAGE_STAGE_BRIEFING;
}

/* More than there is room for beside the roles of the customers. */
static const char *const long_briefing[] = {
    "Six o\xe2\x80\x99\x63lock. The first travellers are at the doors; fourteen flights leave before half past eight.",
    "Frost on the wings, snow on the island, and no seat left on any flight.",
    "Mara runs the day, Ines the halls, Joseph the ramp, Piet the money. They can all reach you.",
    "Each of you can do one thing at a time. Choose as you would on any busy day."};

static void desk_fill(struct desk *d, enum page p)
{
    static const char path[] = "/home/facilitator/Documents/Moment of Truth/2026-11-22 Data centre team.moment";
    int longest = is_long(p);
    scenario_fill(&d->sc, longest);
    start_fill(&d->start, &d->sc,
               p == PAGE_START_FIRST ? 0
               : longest             ? 12
                                     : 3,
               p == PAGE_START_FIRST ? 0
               : longest             ? 8
                                     : 4,
               longest);
    if (p == PAGE_START_FIRST)
        d->start.notice = "The session was put away. You can go on with it at any time.";
    d->start_memory = (struct start_memory){.motion = 1, .scale = (int)(ui_scale(d->look.ui) * 100 + 0.5f)};
    if (is_setup(p))
        setup_fill(&d->setup, &d->sc, p == PAGE_SETUP_EMPTY ? 0 : longest ? LIMIT_MEMBERS : 7, longest);
    d->setup.picking = p == PAGE_SETUP_ROLE ? 1 : -1;
    d->setup.leaving = p == PAGE_SETUP_LEAVE;
    int briefing = p == PAGE_BRIEFING || p == PAGE_BRIEFING_LONG || p == PAGE_STAGE_BRIEFING;
    round_fill(&d->round, !briefing, p < PAGE_END || p > PAGE_END_LONG, longest);
    if (p == PAGE_STAGE_BRIEFING) d->round.next.briefing = (struct texts){long_briefing, 4};
    d->round.show_scores = p == PAGE_STAGE_SCORES;
    round_memory_begin(&d->round_memory);
    d->round_memory.rounds = d->round.round_count;
    if (p == PAGE_ROUND_PICKED || p == PAGE_OVERRULE)
        d->round_memory.selected = 1;
    d->round_memory.overruling = p == PAGE_OVERRULE;
    d->round_memory.key = d->round.end.moments[1].key;
    d->end = (struct session_end){
        path,
        p == PAGE_END ? ""
                      : "/home/facilitator/Documents/Moment of Truth/2026-11-22 Data centre team report/report.html",
        p == PAGE_END_LONG ? "There is no room left. Make room and write the report again." : "", p == PAGE_END_LONG,
        p == PAGE_END ? "" : "Written again at 14:05:07, 12 times in all.", p != PAGE_END_WRITTEN};
    d->problem = (struct problem){p == PAGE_DAMAGED ? PROBLEM_DAMAGED
                                  : p == PAGE_BUSY  ? PROBLEM_BUSY
                                                    : PROBLEM_NOT_STORED,
                                  path, p == PAGE_BUSY ? "" : "There is no room left on the disk.",
                                  p == PAGE_DAMAGED ? "Written to “Data centre team, saved.moment”." : ""};
}

static void desk_run(struct desk *d, enum page p, const struct ui_input *input)
{
    arena_reset(&d->look.frame);
    d->look.list = (struct draw_list){.arena = &d->look.frame};
    ui_begin(d->look.ui, &d->look.list, (float)d->look.width, (float)d->look.height, input);
    if (p <= PAGE_START_FULL)
        start_screen(d->look.ui, &d->start, &d->start_memory, &d->wishes);
    else if (is_setup(p))
        setup_screen(d->look.ui, &d->sc, &d->setup, &d->wishes);
    else if (p < PAGE_END)
        round_screen(d->look.ui, &d->round, &d->round_memory, &d->wishes);
    else if (p <= PAGE_END_LONG)
        session_end_screen(d->look.ui, &d->round, &d->end, &d->wishes);
    else if (p <= PAGE_BUSY)
        problem_screen(d->look.ui, &d->problem, &d->wishes);
    else
        stage_between(d->look.ui, &d->round, p == PAGE_STAGE_BRIEFING);
    ui_end(d->look.ui);
}

static void desk_settle(struct desk *d, enum page p)
{
    static const struct ui_input none;
    for (int i = 0; i < 4; i++)
        desk_run(d, p, &none);
}

static void desk_clear(struct desk *d)
{
    setup_end(&d->setup);
    memset(&d->setup, 0, sizeof d->setup);
    round_memory_end(&d->round_memory);
    d->wishes.count = 0;
}

/* A briefing is on the stage to its last word, in the order it is read out. */
static int briefing_faults(struct desk *d, const char *where)
{
    const struct texts *lines = &d->round.next.briefing;
    char whole[8000] = "";
    for (int i = 0; i < d->look.list.count; i++) {
        const struct draw_op *op = &d->look.list.ops[i];
        size_t said = strlen(whole);
        if (op->kind == DRAW_TEXT) snprintf(whole + said, sizeof whole - said, "%s ", op->text);
    }
    int found = 0;
    for (int32_t i = 0; i < lines->count; i++)
        if (!strstr(whole, lines->items[i])) found++, printf("%s: not on the stage: %s\n", where, lines->items[i]);
    return found;
}

static int page_check(struct desk *d, enum page p, enum theme theme, float scale)
{
    char where[256];
    snprintf(where, sizeof where, "%s-%dx%d-%s-%d", page_names[p], d->look.width, d->look.height,
             theme == THEME_DARK ? "dark" : "light", (int)(scale * 100 + 0.5f));
    desk_fill(d, p);
    desk_settle(d, p);
    int found = page_look_faults(&d->look, where, is_long(p));
    if (p == PAGE_STAGE_BRIEFING) found += briefing_faults(d, where);
    page_look_shot(&d->look, where);
    desk_clear(d);
    return found;
}

/* MOMENT_PAGE narrows it down to pages whose name begins so. */
static int pages_check(int width, int height, enum theme theme, float scale)
{
    struct desk *d = calloc(1, sizeof *d);
    const char *only = getenv("MOMENT_PAGE");
    int found = 0;
    page_look_open(&d->look, width, height, theme, scale);
    for (enum page p = 0; p < PAGE_COUNT; p++) {
        if (is_stage(p) && scale > 1.01f)
            continue;
        if (only && strncmp(page_names[p], only, strlen(only)) != 0)
            continue;
        found += page_check(d, p, theme, scale);
    }
    page_look_close(&d->look);
    free(d);
    return found;
}

static void pages_stand_on_a_laptop(void **state)
{
    (void)state;
    assert_int_equal(pages_check(1280, 800, THEME_DARK, 1) + pages_check(1280, 800, THEME_LIGHT, 1.5f), 0);
}

static void pages_stand_on_a_large_display(void **state)
{
    (void)state;
    assert_int_equal(pages_check(1920, 1080, THEME_LIGHT, 1) + pages_check(1920, 1080, THEME_DARK, 1.5f), 0);
}

static void pages_stand_with_the_largest_text(void **state)
{
    (void)state;
    assert_int_equal(pages_check(1280, 800, THEME_DARK, 2) + pages_check(1920, 1080, THEME_LIGHT, 2), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(pages_stand_on_a_laptop),
                                       cmocka_unit_test(pages_stand_on_a_large_display),
                                       cmocka_unit_test(pages_stand_with_the_largest_text)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
