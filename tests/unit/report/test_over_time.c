/* A team over time, from played sessions to the page: true to the sessions, silent about everybody else. */
#include "report_help.h"
#include "assess/measure.h"
#include "paper/html.h"
#include "report/over_time.h"
#include "view/wording_figure.h"

#include <ctype.h>

enum { OTHERS = 6 };

struct over_time {
    struct arena arena;
    struct compare_session sessions[OTHERS + 2];
    struct view_compare view;
    struct paper_document d;
    struct str page;
};

static struct compare_session of_session(struct over_time *o, const char *team, const char *date, enum bot_kind kind)
{
    static const char *const names[] = {"Ada Lovelace", "Björn", "Chidi"};
    struct session *s = session_of(names, 3);
    struct kept_figure *figures = NULL;
    int count = 0;
    play_all(s, kind);
    kept_figures_build(&o->arena, s, &figures, &count);
    session_close(s);
    return (struct compare_session){.key = arena_printf(&o->arena, "/secret-folder/%s-%s.moment", team, date), .team = team, .pack_id = "bakery",
                                    .pack = "Corner <bakery>", .date = date, .figures = figures, .figure_count = count};
}

static struct over_time *begun(int others)
{
    struct over_time *o = calloc(1, sizeof *o);
    o->sessions[0] = of_session(o, "Own & <b>bold</b>", "2026-01-10", BOT_TECHNICIAN);
    o->sessions[1] = of_session(o, "own & <b>bold</b>", "2026-04-10", BOT_CUSTOMER_FOCUSED);
    for (int i = 0; i < others; i++) {
        o->sessions[2 + i] = o->sessions[i % 2];
        o->sessions[2 + i].team = arena_printf(&o->arena, "Rival %d", i);
        o->sessions[2 + i].key = arena_printf(&o->arena, "/secret-folder/rival-%d.moment", i);
    }
    view_compare_build(&o->arena, o->sessions, (size_t)(2 + others), "Own & <b>bold</b>", &o->view);
    o->d = (struct paper_document){.arena = &o->arena};
    report_over_time(&o->d, &o->view);
    paper_html(&o->page, &o->d);
    return o;
}

static void ended(struct over_time *o)
{
    str_release(&o->page);
    arena_release(&o->arena);
    free(o);
}

static void test_a_page_of_two_sessions(void **state)
{
    (void)state;
    struct over_time *o = begun(OTHERS);
    const char *page = str_text(&o->page);
    assert_null(unbalanced(page));
    assert_true(has(page, "rose"));
    assert_true(has(page, "After 90 days"));
    assert_false(has(page, "<b>bold"));
    assert_false(has(page, "compare."));
    assert_int_equal(o->view.others, OTHERS);
    ended(o);
}

static void test_nobody_else_is_named(void **state)
{
    (void)state;
    struct over_time *o = begun(OTHERS);
    static const char *const never[] = {"Rival", "rival", "secret-folder", ".moment", "Ada", "Björn", "Chidi"};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++) assert_false(has(str_text(&o->page), never[i]));
    ended(o);
    o = begun(4);
    assert_int_equal(o->view.others, 0);
    assert_false(has(str_text(&o->page), text("compare.head.standing")));
    ended(o);
}

static void test_ids_and_bytes(void **state)
{
    (void)state;
    struct over_time *o = begun(OTHERS), *again = begun(OTHERS);
    assert_string_equal(str_text(&o->page), str_text(&again->page));
    assert_ptr_equal(o->d.open, o->d.root);
    for (const struct paper_block *b = o->d.root; b; b = paper_next(b)) {
        if (b->kind == PAPER_PICTURE) assert_true(b->title[0] != '\0');
        for (const char *at = b->id; at && *at; at++) assert_true(isalnum((unsigned char)*at) || *at == '.' || *at == '-');
        if (b->id) assert_ptr_equal(paper_find(&o->d, b->id), b);
    }
    ended(o);
    ended(again);
}

/* What is kept of a session is what its report would say. */
static void test_figures_are_those_of_the_session(void **state)
{
    (void)state;
    static const char *const names[] = {"Ada", "Björn"};
    struct arena a = {0};
    struct kept_figure *figures = NULL;
    int count = 0, seen = 0;
    struct session *s = session_of(names, 2);
    play_all(s, BOT_MIXED);
    kept_figures_build(&a, s, &figures, &count);
    const struct assess_reading *r = reading_of(&a, s);
    struct wording w = wording_of(&a, s);
    for (int i = 0; i < count; i++) {
        if (figures[i].round != FIGURES_ALL || figures[i].figure == MEASURE_SURVEY_ROOM) continue;
        struct figure_words said = wording_figure_value(&w, r, figures[i].figure, NOBODY);
        assert_int_equal(figures[i].value, measure_read(r, figures[i].figure, NOBODY).value);
        assert_int_equal(figures[i].items, figure_tally(r, figures[i].figure, NOBODY).items);
        if (said.of[0]) assert_int_equal(figures[i].whole, said.whole);
        seen++;
    }
    assert_true(seen > 15);
    session_close(s);
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_a_page_of_two_sessions), cmocka_unit_test(test_nobody_else_is_named),
                                       cmocka_unit_test(test_ids_and_bytes), cmocka_unit_test(test_figures_are_those_of_the_session)};
    return cmocka_run_group_tests(tests, load_all, drop_all);
}
