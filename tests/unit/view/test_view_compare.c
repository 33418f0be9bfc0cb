/* What may be said of a team over time: no more than the counts allow, and nothing of others singly. */
#include "assess/measure.h"
#include "view/view_compare.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../texts.h"

enum { MOST = 64 };

static struct arena arena;
static struct compare_session sessions[MOST];
static size_t count;

static int set_up(void **state)
{
    (void)state;
    count = 0;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

/* One session of `rounds` rounds; each score has `whole` of `items` in each round. */
static struct compare_session *add(const char *team, const char *date, int rounds, int whole, int items)
{
    static const int32_t scores[] = {MEASURE_INVOLVING, MEASURE_HONEST, MEASURE_FOLLOW, MEASURE_PERCEIVED, MEASURE_MATURITY};
    struct compare_session *s = &sessions[count];
    struct kept_figure *list = arena_array(&arena, (size_t)(rounds + 1) * 5, sizeof *list);
    int n = 0;
    for (int r = FIGURES_ALL; r < rounds; r++)
        for (int k = 0; k < 5; k++) {
            int times = r == FIGURES_ALL ? rounds : 1, value = items * times < MEASURE_FEWEST ? -1 : whole * 100 / items;
            list[n++] = k < 3 ? (struct kept_figure){scores[k], r, value, whole * times, items * times, 2 * whole * times, 2 * items * times}
                              : (struct kept_figure){.figure = scores[k], .round = r, .value = k == 3 ? 50 : 3};
        }
    *s = (struct compare_session){.key = arena_printf(&arena, "/folder/%03d.moment", (int)count), .team = team, .pack_id = "pack",
                                  .pack = "The pack", .date = date, .figures = list, .figure_count = n};
    count++;
    return s;
}

static const struct view_compare *of(const char *team)
{
    struct view_compare *v = arena_alloc(&arena, sizeof *v);
    view_compare_build(&arena, sessions, count, team, v);
    return v;
}

static enum compare_turn turn_of(int was, int was_items, int is, int is_items)
{
    count = 0;
    add("Night", "2026-01-10", 1, was, was_items);
    add("Night", "2026-02-10", 1, is, is_items);
    return of("Night")->rows[0].turn;
}

static void test_no_more_than_the_counts_allow(void **state)
{
    (void)state;
    assert_int_equal(turn_of(1, 4, 4, 4), TURN_TOO_FEW);
    assert_int_equal(turn_of(4, 40, 4, 4), TURN_TOO_FEW);
    assert_int_equal(turn_of(2, 5, 4, 5), TURN_SAME);
    assert_int_equal(turn_of(5, 5, 5, 5), TURN_SAME);
    assert_int_equal(turn_of(0, 9, 0, 5), TURN_SAME);
    assert_int_equal(turn_of(1, 10, 8, 10), TURN_ROSE);
    assert_int_equal(turn_of(8, 10, 1, 10), TURN_FELL);
    assert_int_equal(turn_of(900, 1000, 950, 1000), TURN_SAME);
    assert_int_equal(turn_of(800, 1000, 950, 1000), TURN_ROSE);
}

/* Against the formula itself, in fractions, for every small count. */
static void test_two_proportions(void **state)
{
    (void)state;
    for (int n = 5; n <= 12; n++)
        for (int m = 5; m <= 12; m++)
            for (int a = 0; a <= n; a++)
                for (int b = 0; b <= m; b++) {
                    double x = (double)a / n, y = (double)b / m, p = (double)(a + b) / (n + m), d = y - x, far = d < 0 ? -d : d;
                    double chance = 3.842 * p * (1 - p) * (1.0 / n + 1.0 / m), gap = d * d - chance;
                    if (gap < 1e-9 && gap > -1e-9) continue;
                    enum compare_turn want = a * m == b * n || gap < 0 || far < 0.1 ? TURN_SAME : d > 0 ? TURN_ROSE : TURN_FELL;
                    assert_int_equal(turn_of(a, n, b, m), want);
                    arena_reset(&arena);
                }
}

static void test_findings(void **state)
{
    (void)state;
    assert_string_equal(of("Night")->finding, text("compare.finding.nobody"));
    add("Night", "2026-01-10", 1, 5, 10);
    assert_string_equal(of("Night")->finding, text("compare.finding.one"));
    add("Night", "2026-02-09", 1, 5, 10);
    assert_string_equal(of("Night")->finding, text("compare.finding.same"));
    count = 0;
    add("Night", "2026-01-10", 1, 1, 3);
    add("Night", "2026-02-09", 1, 3, 3);
    assert_string_equal(of("Night")->finding, text("compare.finding.too-few"));
    turn_of(1, 10, 9, 10);
    assert_non_null(strstr(of("Night")->finding, "rose"));
    assert_null(strstr(of("Night")->sentences[0], "{"));
}

/* A single session shows its rounds, several show themselves, and the days between them. */
static void test_columns(void **state)
{
    (void)state;
    add("Night", "2026-01-10", 4, 5, 10);
    const struct view_compare *v = of("Night");
    assert_int_equal(v->column_count, 4);
    assert_int_equal(v->point_count, 4);
    add("Night", "2026-04-10", 4, 5, 10);
    add("Night", "2026-02-08", 2, 5, 10);
    v = of("  night ");
    assert_int_equal(v->column_count, 3);
    assert_int_equal(v->rounds, 10);
    assert_string_equal(v->columns[1].label, "About 30 days");
    assert_string_equal(v->columns[2].label, "After 90 days");
    assert_int_equal(v->break_count, 3);
    assert_int_equal(v->breaks[2].at, 6);
    for (int i = 0; i < 9; i++) add("Night", arena_printf(&arena, "2026-06-%02d", i + 1), 4, i, 10);
    v = of("Night");
    assert_int_equal(v->column_count, COMPARE_COLUMNS);
    assert_string_equal(v->columns[0].when, "10 January 2026");
    assert_string_equal(v->columns[COMPARE_COLUMNS - 1].when, "9 June 2026");
    assert_string_equal(v->rows[0].cells[COMPARE_COLUMNS - 1].counts, "32 of 40");
    assert_string_not_equal(v->left_out, "");
    assert_true(v->point_count <= COMPARE_POINTS);
}

static void test_teams_by_name(void **state)
{
    (void)state;
    struct compare_team *teams = NULL;
    size_t team_count = 0;
    add("Night  shift", "2026-01-10", 1, 5, 10);
    add(" night shift", "2026-03-10", 1, 5, 10);
    add("Day", "2026-02-10", 1, 5, 10);
    add("", "2026-05-10", 1, 5, 10);
    add("  ", "2026-05-11", 1, 5, 10);
    view_compare_teams(&arena, sessions, count, &teams, &team_count);
    assert_int_equal(team_count, 2);
    assert_string_equal(teams[0].name, " night shift");
    assert_int_equal(teams[0].sessions, 2);
    assert_false(view_compare_is_team("", ""));
    assert_false(view_compare_is_team("Night", "Nights"));
    assert_int_equal(of("")->sessions, 0);
}

/* Four others are not told of, five are, by quartiles; a team counts once, another story not at all. */
static void test_others_from_five_on(void **state)
{
    (void)state;
    add("Own", "2026-01-10", 1, 50, 100);
    for (int i = 0; i < 4; i++) add(arena_printf(&arena, "Other %d", i), "2026-01-01", 1, 10 * (i + 1), 100);
    for (int i = 0; i < 9; i++) add("Other 0", arena_printf(&arena, "2026-02-%02d", i + 1), 1, 99, 100);
    for (int i = 0; i < 9; i++) add("", "2026-01-01", 1, 99, 100);
    add("Elsewhere", "2026-01-01", 1, 99, 100)->pack_id = "another";
    const struct view_compare *v = of("Own");
    assert_int_equal(v->others, 0);
    for (int i = 0; i < v->row_count; i++) assert_int_equal(v->rows[i].others.teams, 0);
    add("Other 4", "2026-01-01", 1, 48, 100);
    v = of("Own");
    assert_int_equal(v->others, 5);
    assert_int_equal(v->rows[0].others.teams, 5);
    assert_int_equal(v->rows[0].others.low, 20);
    assert_int_equal(v->rows[0].others.median, 30);
    assert_int_equal(v->rows[0].others.high, 40);
    assert_string_equal(v->rows[0].standing, text("compare.standing.above"));
    for (int i = 0; i < v->row_count; i++) assert_null(strstr(v->rows[i].others_words, "Other"));
}

/* In whatever order a folder is read. */
static void test_order_is_of_no_matter(void **state)
{
    (void)state;
    add("Own", "2026-01-10", 3, 3, 10);
    add("Own", "2026-04-10", 3, 8, 10);
    for (int i = 0; i < 7; i++) add(arena_printf(&arena, "T%d", i), "2026-01-01", 2, i, 10);
    const struct view_compare *one = of("Own");
    for (size_t i = 0; i < count / 2; i++) {
        struct compare_session s = sessions[i];
        sessions[i] = sessions[count - 1 - i];
        sessions[count - 1 - i] = s;
    }
    const struct view_compare *other = of("Own");
    assert_string_equal(one->finding, other->finding);
    for (int i = 0; i < one->row_count; i++) {
        assert_memory_equal(&one->rows[i].others, &other->rows[i].others, sizeof one->rows[i].others);
        assert_string_equal(one->rows[i].cells[1].counts, other->rows[i].cells[1].counts);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T(test_no_more_than_the_counts_allow), T(test_two_proportions), T(test_findings), T(test_columns), T(test_teams_by_name),
        T(test_others_from_five_on), T(test_order_is_of_no_matter)
#undef T
    };
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
