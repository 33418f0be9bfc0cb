#include "draw/list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void assert_rect(struct rect r, float x, float y, float w, float h)
{
    const float slip = 0.001f;
    assert_float_equal(r.x, x, slip);
    assert_float_equal(r.y, y, slip);
    assert_float_equal(r.w, w, slip);
    assert_float_equal(r.h, h, slip);
}

static void cutting_takes_strips_off(void **state)
{
    (void)state;
    struct rect r = {10, 20, 100, 80};
    assert_rect(rect_cut_left(&r, 30), 10, 20, 30, 80);
    assert_rect(rect_cut_right(&r, 20), 90, 20, 20, 80);
    assert_rect(rect_cut_top(&r, 10), 40, 20, 50, 10);
    assert_rect(rect_cut_bottom(&r, 25), 40, 75, 50, 25);
    assert_rect(r, 40, 30, 50, 45);
}

static void cutting_more_than_there_is_takes_all(void **state)
{
    (void)state;
    struct rect r = {0, 0, 10, 10};
    assert_rect(rect_cut_left(&r, 50), 0, 0, 10, 10);
    assert_rect(r, 10, 0, 0, 10);
    assert_rect(rect_cut_left(&r, 5), 10, 0, 0, 10);
    assert_rect(rect_cut_top(&r, -3), 10, 0, 0, 0);
    assert_rect(rect_cut_bottom(&r, 4), 10, 6, 0, 4);
}

static void insets_stop_in_the_middle(void **state)
{
    (void)state;
    assert_rect(rect_inset((struct rect){10, 10, 100, 50}, 5, 10), 15, 20, 90, 30);
    assert_rect(rect_inset((struct rect){0, 0, 8, 50}, 10, 10), 4, 10, 0, 30);
    assert_rect(rect_inset((struct rect){10, 10, 10, 10}, -2, -3), 8, 7, 14, 16);
}

static void columns_and_rows_fill_the_box(void **state)
{
    (void)state;
    struct rect r = {10, 0, 310, 100};
    assert_rect(rect_column(r, 0, 3, 20), 10, 0, 90, 100);
    assert_rect(rect_column(r, 2, 3, 20), 230, 0, 90, 100);
    assert_rect(rect_row(r, 1, 4, 0), 10, 25, 310, 25);
    assert_rect(rect_column((struct rect){0, 0, 10, 5}, 1, 3, 20), 20, 0, 0, 5);
}

static void edges_belong_to_one_box_only(void **state)
{
    (void)state;
    struct rect r = {10, 10, 20, 20};
    assert_true(rect_holds(r, 10, 10));
    assert_true(rect_holds(r, 29.9f, 29.9f));
    assert_false(rect_holds(r, 30, 15));
    assert_false(rect_holds(r, 15, 30));
    assert_false(rect_holds(r, 9.9f, 15));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cutting_takes_strips_off),      cmocka_unit_test(cutting_more_than_there_is_takes_all),
        cmocka_unit_test(insets_stop_in_the_middle),     cmocka_unit_test(columns_and_rows_fill_the_box),
        cmocka_unit_test(edges_belong_to_one_box_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
