#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static void test_memory_is_zeroed_after_reset(void **state)
{
    (void)state;
    struct arena a = {0};
    char *first = arena_alloc(&a, 100);
    memset(first, 'x', 100);
    arena_reset(&a);
    char *second = arena_alloc(&a, 100);
    assert_ptr_equal(first, second);
    for (int i = 0; i < 100; i++)
        assert_int_equal(second[i], 0);
    arena_release(&a);
}

static void test_every_piece_is_aligned_and_apart(void **state)
{
    (void)state;
    struct arena a = {0};
    char *previous = arena_alloc(&a, 1);
    for (size_t bytes = 0; bytes < 200; bytes++) {
        char *piece = arena_alloc(&a, bytes);
        assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
        assert_ptr_not_equal(piece, previous);
        memset(piece, (int)(bytes & 0x7F), bytes);
        previous = piece;
    }
    arena_release(&a);
}

static void test_large_pieces_and_many_blocks_keep_their_contents(void **state)
{
    (void)state;
    struct arena a = {0};
    unsigned char *pieces[64];
    for (int i = 0; i < 64; i++) {
        size_t bytes = i % 5 == 0 ? 200000 : 9000;
        pieces[i] = arena_alloc(&a, bytes);
        memset(pieces[i], i + 1, bytes);
    }
    for (int i = 0; i < 64; i++) {
        size_t last = (i % 5 == 0 ? 200000u : 9000u) - 1;
        assert_int_equal(pieces[i][0], i + 1);
        assert_int_equal(pieces[i][last], i + 1);
    }
    arena_release(&a);
    assert_null(a.first);
}

static void test_reset_reuses_the_blocks(void **state)
{
    (void)state;
    struct arena a = {0};
    void *first[8];
    for (int i = 0; i < 8; i++)
        first[i] = arena_alloc(&a, 40000);
    arena_reset(&a);
    for (int i = 0; i < 8; i++)
        assert_ptr_equal(arena_alloc(&a, 40000), first[i]);
    arena_release(&a);
}

static void test_texts(void **state)
{
    (void)state;
    struct arena a = {0};
    char source[] = "halo";
    char *copy = arena_dup(&a, source);
    source[0] = 'x';
    assert_string_equal(copy, "halo");
    assert_string_equal(arena_dup_bytes(&a, "abcdef", 3), "abc");
    assert_string_equal(arena_dup_bytes(&a, NULL, 0), "");
    assert_string_equal(arena_printf(&a, "%d of %s", 3, "four"), "3 of four");
    int32_t *numbers = arena_array(&a, 10, sizeof *numbers);
    assert_int_equal(numbers[9], 0);
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory_is_zeroed_after_reset),
        cmocka_unit_test(test_every_piece_is_aligned_and_apart),
        cmocka_unit_test(test_large_pieces_and_many_blocks_keep_their_contents),
        cmocka_unit_test(test_reset_reuses_the_blocks),
        cmocka_unit_test(test_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
