/*
 * The pages after a round: front page, improvements, verdict. Painted with the real fonts, of
 * a session that was played and of the longest texts a pack may have, in the
 * sizes, text scales and themes they must stand: no word is cut, nothing lies
 * beside the window, no two texts lie over each other, and the stage keeps to
 * its sizes. With MOMENT_GALLERY set to a folder the pictures are written there.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../texts.h"
#include "after_play.h"
#include "page_look.h"
#include "screens/improve.h"
#include "screens/paper.h"
#include "screens/verdict.h"

enum { STAGE_WORDS = 90 };

enum page { PAGE_PAPER, PAGE_PAPER_LEAD, PAGE_PAPER_LONG, PAGE_PAPER_NONE, PAGE_VOTE, PAGE_SAY, PAGE_DECISION, PAGE_SAW, PAGE_VERDICT_LONG, PAGE_NO_VERDICT,
            PAGE_CHOOSE, PAGE_CAUSE, PAGE_SPEAK, PAGE_FORMS, PAGE_LEDGER, PAGE_BOARD, PAGE_CELEBRATE, PAGE_IMPROVE_LONG, PAGE_IMPROVE_EMPTY, PAGE_COUNT };
static const char *const names[PAGE_COUNT] = {"paper", "paper-lead", "paper-long", "paper-none", "vote", "say", "decision", "saw", "verdict-long", "no-verdict",
                                              "choose", "cause", "speak", "forms", "ledger", "board", "celebrate", "improve-long", "improve-empty"};

struct views {
    struct view_paper papers[4];
    struct view_verdict verdict;
    struct view_improve improve;
};
static struct views made;
static struct arena made_arena;

struct desk {
    struct page_look look;
    struct view_paper paper;
    struct paper_memory paper_memory;
    struct view_verdict verdict;
    struct verdict_memory verdict_memory;
    struct view_improve improve;
    struct improve_memory improve_memory;
    struct wishes wishes;
};

/* --- views --- */

/* A complaint with an owner, and what a room decides between two rounds. */
static void complain(struct after *a)
{
    struct sim_command c = sim_command_make(SIM_CMD_LOG_COMPLAINT);
    c.log_complaint.customer = 1;
    c.log_complaint.owner = 2;
    c.log_complaint.due = session_state(a->session)->now + 1800;
    assert_true(after_submit(a, &c, "Nobody told my crew which belt runs, and they carried ninety cases by hand."));
}

static void decide(struct after *a)
{
    int32_t ambassador = after_improvement(a, IMPROVE_AMBASSADOR), cause = after_improvement(a, IMPROVE_ROOT_CAUSE);
    assert_true(after_do(a, SIM_CMD_TALLY, TALLY_IMPROVEMENT, ambassador, NOBODY, 5));
    assert_true(after_do(a, SIM_CMD_TALLY, TALLY_IMPROVEMENT, cause, NOBODY, 11));
    assert_true(after_do(a, SIM_CMD_IMPROVE, ambassador, 1, NOBODY, NOBODY));
    assert_true(after_do(a, SIM_CMD_IMPROVE, cause, 1, after_incident(a, "stale-board"), SPINE_PEOPLE));
    for (int32_t c = 0; c < 3; c++)
        assert_true(after_do(a, SIM_CMD_AMBASSADOR, c, c + 1, 0, 0));
}

static int views_make(void **state)
{
    struct after *a = memory_want(sizeof *a);
    if (texts_load(state) != 0 || !after_begin(a, "scenarios/last-flight-out", BOT_MIXED))
        return -1;
    for (int r = 0; r < a->scenario->round_count; r++) {
        after_start(a);
        if (r == 2)
            complain(a);
        after_play(a);
        if (r == 2) {
            decide(a);
            view_improve_build(&made_arena, a->session, r, &made.improve);
        }
        if (r > 0)
            view_paper_build(&made_arena, a->session, r, &made.papers[r - 1]);
    }
    after_do(a, SIM_CMD_FINISH, 0, 0, 0, 0);
    view_verdict_build(&made_arena, a->session, &made.verdict);
    *state = a;
    return 0;
}

static int views_forget(void **state)
{
    struct after *a = *state;
    after_end(a);
    arena_release(&made_arena);
    free(a);
    return texts_forget(state);
}

/* Words of usual length up to so many characters. */
static const char *filled(int characters)
{
    static char texts[64][2001];
    static int turn;
    static const char *const words[] = {"aircraft", "nobody", "had", "told", "them", "before", "the", "queue", "moved", "again", "on", "holidays"};
    char *out = texts[turn = (turn + 1) % 64];
    int length = 0;
    for (int k = 0; length + 12 < characters; k++)
        length += snprintf(out + length, 2001 - (size_t)length, "%s%s", k ? " " : "", words[k * 5 % 12]);
    while (length < characters)
        out[length++] = 'n';
    out[length] = '\0';
    return out;
}

static void paper_longest(struct view_paper *v)
{
    *v = made.papers[0];
    v->paper = filled(LIMIT_NAME / 2);
    v->edition = filled(30);
    v->lead = (struct paper_story){filled(LIMIT_TITLE), filled(2 * LIMIT_STAGE_LINE)};
    v->piece_count = LIMIT_PIECES;
    for (int i = 0; i < LIMIT_PIECES; i++)
        v->pieces[i] = (struct paper_story){filled(LIMIT_TITLE / 2), filled(LIMIT_STAGE_LINE)};
    v->printed = v->over = 1;
}

static void verdict_longest(struct view_verdict *v)
{
    v->title = filled(LIMIT_TITLE);
    v->text = filled(500);
    v->customer_count = LIMIT_CUSTOMERS;
    for (int i = 0; i < LIMIT_CUSTOMERS; i++) {
        v->customers[i] = made.verdict.customers[i % made.verdict.customer_count];
        v->customers[i].name = filled(40);
        v->customers[i].first = "Maximiliane";
        v->customers[i].role = filled(30);
        v->customers[i].line = filled(LIMIT_STAGE_LINE);
    }
}

static void improve_longest(struct view_improve *v)
{
    static struct improve_complaint complaints[6];
    static const char *texts[6];
    for (int i = 0; i < 6; i++)
        texts[i] = filled(2 * LIMIT_STAGE_LINE);
    v->offer_count = IMPROVE_OFFERS;
    for (int i = 0; i < IMPROVE_OFFERS; i++) {
        v->offers[i] = made.improve.offers[i];
        v->offers[i].title = filled(LIMIT_TITLE);
        v->offers[i].text = filled(400);
        v->offers[i].votes = 188;
        v->offers[i].chosen = i < 2;
    }
    for (int i = 0; i < v->cause_count; i++) {
        v->causes[i].title = filled(LIMIT_TITLE);
        for (int k = 0; k < SPINE_COUNT; k++)
            v->causes[i].spines[k] = (struct texts){texts, 6};
    }
    v->customer_count = LIMIT_CUSTOMERS;
    for (int i = 0; i < LIMIT_CUSTOMERS; i++) {
        v->customers[i] = made.improve.customers[i % made.improve.customer_count];
        v->customers[i].name = filled(LIMIT_NAME);
        v->customers[i].first = "Maximiliane";
        v->customers[i].speaks = i % 2 ? "Oluwaseun-Maximiliane" : "Tom";
    }
    v->member_count = 40;
    for (int i = 0; i < 40; i++)
        v->members[i] = (struct improve_member){"Oluwaseun-Maximiliane", "Service desk"};
    for (int i = 0; i < v->form_count; i++) {
        v->forms[i].title = filled(LIMIT_TITLE);
        v->forms[i].conditions = (struct texts){texts, 6};
    }
    for (int i = 0; i < 6; i++)
        complaints[i] = (struct improve_complaint){filled(40), filled(LIMIT_TITLE), filled(300), "Oluwaseun-Maximiliane", "14:30", "13:50", "resolved late", TONE_BAD, i % 2};
    v->complaints = complaints;
    v->complaint_count = 6;
    v->feat_count = 1;
    v->feats[0] = (struct improve_feat){filled(120), filled(160)};
}

static void improve_emptied(struct view_improve *v)
{
    v->offer_count = v->cause_count = v->form_count = v->complaint_count = v->feat_count = v->round_count = v->chosen_count = 0;
    v->survey = "";
    v->refusal = text("improve.refused.last");
    v->ambassadors_work = 0;
}

static int is_long(enum page p) { return p == PAGE_PAPER_LONG || p == PAGE_VERDICT_LONG || p == PAGE_IMPROVE_LONG; }
static int is_verdict(enum page p) { return p >= PAGE_VOTE && p <= PAGE_NO_VERDICT; }
static int is_improve(enum page p) { return p >= PAGE_CHOOSE; }

static void desk_fill(struct desk *d, enum page p, int nth)
{
    d->paper = made.papers[nth % 4];
    d->verdict = made.verdict;
    paper_memory_begin(&d->paper_memory);
    verdict_memory_begin(&d->verdict_memory);
    d->paper_memory.whole = p != PAGE_PAPER_LEAD;
    d->paper_memory.one_display = d->verdict_memory.one_display = 1;
    if (p == PAGE_PAPER_LONG)
        paper_longest(&d->paper);
    if (p == PAGE_PAPER_NONE)
        d->paper.printed = 0;
    if (p == PAGE_VERDICT_LONG)
        verdict_longest(&d->verdict);
    if (p == PAGE_NO_VERDICT)
        d->verdict.decided = 0;
    if (p >= PAGE_VOTE && p <= PAGE_SAW)
        d->verdict_memory.part = (enum verdict_part)(p - PAGE_VOTE);
    d->improve = made.improve;
    improve_memory_end(&d->improve_memory);
    improve_memory_begin(&d->improve_memory);
    d->improve_memory.motion = 0;
    d->improve_memory.one_display = 1;
    d->improve_memory.offer = 1;
    d->improve_memory.part = (enum improve_part)(p == PAGE_CELEBRATE ? PART_BOARD : p >= PAGE_CHOOSE && p <= PAGE_BOARD ? (int)(p - PAGE_CHOOSE) : nth % PART_COUNT);
    d->improve_memory.celebrating = p == PAGE_CELEBRATE || nth == PART_COUNT;
    if (nth == PART_COUNT)
        d->improve_memory.part = PART_BOARD;
    if (p == PAGE_IMPROVE_LONG)
        improve_longest(&d->improve);
    if (p == PAGE_IMPROVE_EMPTY)
        improve_emptied(&d->improve);
    if (p == PAGE_VERDICT_LONG)
        d->verdict_memory.part = (enum verdict_part)(nth % VERDICT_PARTS);
}

static void desk_run(struct desk *d, enum page p, int stage)
{
    static const struct ui_input none;
    arena_reset(&d->look.frame);
    d->look.list = (struct draw_list){.arena = &d->look.frame};
    ui_begin(d->look.ui, &d->look.list, (float)d->look.width, (float)d->look.height, &none);
    if (stage && is_improve(p))
        stage_improve(d->look.ui, &d->improve, &d->improve_memory, 0);
    else if (is_improve(p))
        improve_screen(d->look.ui, &d->improve, &d->improve_memory, &d->wishes);
    else if (stage && is_verdict(p))
        stage_verdict(d->look.ui, &d->verdict, &d->verdict_memory);
    else if (stage)
        stage_paper(d->look.ui, &d->paper, &d->paper_memory);
    else if (is_verdict(p))
        verdict_screen(d->look.ui, &d->verdict, &d->verdict_memory, &d->wishes);
    else
        paper_screen(d->look.ui, &d->paper, &d->paper_memory, &d->wishes);
    ui_end(d->look.ui);
}

/* --- looking --- */

static int look(struct desk *d, enum page p, int stage, int nth, enum theme theme, float scale)
{
    char where[256];
    snprintf(where, sizeof where, "%s%s%d-%dx%d-%s-%d", stage ? "stage-" : "", names[p], nth, d->look.width, d->look.height,
             theme == THEME_LIGHT ? "light" : "dark", (int)(scale * 100 + 0.5f));
    desk_fill(d, p, nth);
    for (int i = 0; i < 3; i++)
        desk_run(d, p, stage);
    int found = page_look_faults(&d->look, where, is_long(p)) + (stage ? page_look_stage_faults(&d->look, where, STAGE_WORDS) : 0);
    page_look_shot(&d->look, where);
    return found;
}

/* MOMENT_PAGE narrows it down to pages whose name begins so. */
static int pages_check(int width, int height, int stage, enum theme theme, float scale)
{
    struct desk *d = calloc(1, sizeof *d);
    const char *only = getenv("MOMENT_PAGE");
    int found = 0;
    page_look_open(&d->look, width, height, theme, scale);
    for (enum page p = 0; p < PAGE_COUNT; p++) {
        if (only && strncmp(names[p], only, strlen(only)) != 0)
            continue;
        int times = p == PAGE_PAPER || p == PAGE_VERDICT_LONG ? 4 : p == PAGE_IMPROVE_LONG || p == PAGE_IMPROVE_EMPTY ? PART_COUNT + 1 : 1;
        for (int nth = 0; nth < times; nth++)
            found += look(d, p, stage, nth, theme, scale);
    }
    page_look_close(&d->look);
    improve_memory_end(&d->improve_memory);
    free(d);
    return found;
}

static void pages_stand_on_the_console(void **state)
{
    (void)state;
    assert_int_equal(pages_check(1280, 800, 0, THEME_DARK, 1) + pages_check(1280, 800, 0, THEME_LIGHT, 1.5f) +
                         pages_check(1280, 800, 0, THEME_DARK, 2) + pages_check(1920, 1080, 0, THEME_LIGHT, 1.23f) +
                         pages_check(1920, 1080, 0, THEME_DARK, 1.85f) + pages_check(1920, 1080, 0, THEME_LIGHT, 2.47f), 0);
}

static void pages_stand_on_the_stage(void **state)
{
    (void)state;
    assert_int_equal(pages_check(1920, 1080, 1, THEME_DARK, 1) + pages_check(1920, 1080, 1, THEME_LIGHT, 1) + pages_check(1280, 720, 1, THEME_DARK, 2), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(pages_stand_on_the_console), cmocka_unit_test(pages_stand_on_the_stage)};
    return cmocka_run_group_tests(tests, views_make, views_forget);
}
