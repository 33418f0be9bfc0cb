#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "pack/document.h"
#include "base/memory.h"
#include <stdlib.h>
#include <string.h>

struct read {
    struct arena arena;
    struct diag_list *found;
    const struct value *root;
};

static struct read read_bytes(const char *bytes, size_t length)
{
    struct read r = {.found = memory_want(sizeof *r.found)};
    char *copy = memory_want(length + 1);
    memcpy(copy, bytes, length);
    /* The list needs an arena that stays where it is. */
    r.found->arena = memory_want(sizeof(struct arena));
    struct scan_source source = {"x.json", copy, length};
    r.root = document_read(&r.arena, &source, r.found);
    free(copy);
    return r;
}

static struct read read_text(const char *text)
{
    return read_bytes(text, strlen(text));
}

static void forget(struct read *r)
{
    arena_release(&r->arena);
    arena_release(r->found->arena);
    free(r->found->arena);
    free(r->found);
}

static void stands_at(const struct value *v, int line, int column)
{
    assert_non_null(v);
    assert_int_equal(v->at.line, line);
    assert_int_equal(v->at.column, column);
}

static void values_know_where_they_stand(void **state)
{
    (void)state;
    struct read r = read_text("{\n  \"é€\": [1, {\"k\": \"v\"}],\r\n\t\"b\" : true }\n");
    assert_non_null(r.root);
    stands_at(r.root, 1, 1);
    const struct value *list = value_member(r.root, "é€"), *b = value_member(r.root, "b");
    stands_at(list, 2, 9);
    stands_at(list->first, 2, 10);
    stands_at(list->first->next, 2, 13);
    const struct value *k = value_member(list->first->next, "k");
    stands_at(k, 2, 19);
    assert_int_equal(k->at.key_column, 14);
    stands_at(b, 3, 8);
    assert_int_equal(b->at.key_line, 3);
    assert_int_equal(b->at.key_column, 2);
    assert_string_equal(value_path(&r.arena, k), "é€[1].k");
    assert_string_equal(value_path(&r.arena, r.root), "");
    assert_int_equal(list->count, 2);
    forget(&r);
}

static void a_byte_order_mark_is_skipped(void **state)
{
    (void)state;
    struct read r = read_text("\xEF\xBB\xBF{\"a\": 1}");
    assert_non_null(r.root);
    stands_at(value_member(r.root, "a"), 1, 7);
    forget(&r);
}

static void escapes_are_decoded(void **state)
{
    (void)state;
    struct read r = read_text("[\"\\ud83d\\ude00\\n\\t\\u00e9\\/\\\\\\\"\"]");
    assert_non_null(r.root);
    assert_string_equal(r.root->first->text, "\xF0\x9F\x98\x80\n\t\xC3\xA9/\\\"");
    forget(&r);
}

/* Each text, the fault it must give first, and where. */
static void faults_have_their_place(void **state)
{
    (void)state;
    static const struct {
        const char *text, *code;
        int line, column;
    } cases[] = {
        {"", "check.empty-file", 1, 1},
        {" \n ", "check.empty-file", 2, 2},
        {"{", "check.unclosed", 1, 2},
        {"[1,\n2", "check.unclosed", 2, 2},
        {"[1,]", "check.trailing-comma", 1, 3},
        {"[,1]", "check.expected-value", 1, 2},
        {"{\"a\":1,}", "check.trailing-comma", 1, 7},
        {"{\"a\" 1}", "check.expected-colon", 1, 6},
        {"{a:1}", "check.expected-key", 1, 2},
        {"{\"a\":1 \"b\":2}", "check.expected-comma-object", 1, 8},
        {"[1 2]", "check.expected-comma-list", 1, 4},
        {"[1] x", "check.after-end", 1, 5},
        {"[tru]", "check.expected-value", 1, 2},
        {"[truee]", "check.expected-value", 1, 6},
        {"[01]", "check.number-zero", 1, 2},
        {"[-01]", "check.number-zero", 1, 2},
        {"[1e400]", "check.number-exponent", 1, 2},
        {"[1.]", "check.number-form", 1, 2},
        {"[-]", "check.number-form", 1, 2},
        {"[+1]", "check.expected-value", 1, 2},
        {"[.5]", "check.expected-value", 1, 2},
        {"[1x]", "check.number-form", 1, 2},
        {"[1234567890123456]", "check.number-large", 1, 2},
        {"[NaN]", "check.expected-value", 1, 2},
        {"[\"é\\x\"]", "check.escape", 1, 4},
        {"[\"\\u12g4\"]", "check.escape-form", 1, 3},
        {"[\"\\u0000\"]", "check.escape-nul", 1, 3},
        {"[\"\\ud800\"]", "check.surrogate", 1, 3},
        {"[\"\\ud800\\u0041\"]", "check.surrogate", 1, 3},
        {"[\"\\udc00\"]", "check.surrogate", 1, 3},
        {"[\"\\u0007\"]", "check.escape-control", 1, 3},
        {"[\"\\b\"]", "check.escape-control", 1, 3},
        {"[\"a\tb\"]", "check.control", 1, 4},
        {"[\"a\x01\"]", "check.control", 1, 4},
        {"[\"\x7f\"]", "check.control", 1, 3},
        {"[\"\xff\"]", "check.utf8", 1, 3},
        {"[\"\xc0\x80\"]", "check.utf8", 1, 3},
        {"[\"\xed\xa0\x80\"]", "check.utf8", 1, 3},
        {"[\"\xf4\x90\x80\x80\"]", "check.utf8", 1, 3},
        {"[\"\xc3\"]", "check.utf8", 1, 3},
        {"[\"a\n\"]", "check.unclosed-text", 1, 2},
        {"[\"a", "check.unclosed-text", 1, 2},
        {"[\"a\\", "check.escape", 1, 4},
        {"// x\n1", "check.comment", 1, 1},
        {"[1, # x\n2]", "check.comment", 1, 5},
        {"['a']", "check.single-quote", 1, 2},
        {"\xff", "check.expected-value", 1, 1},
        {"{\"a\":1,\"\\u0061\":2}", "check.duplicate-key", 1, 8},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct read r = read_text(cases[i].text);
        if (r.root != NULL || r.found->count == 0)
            fail_msg("%s: nothing found", cases[i].text);
        assert_string_equal(r.found->items[0].code, cases[i].code);
        if (r.found->items[0].place.line != cases[i].line || r.found->items[0].place.column != cases[i].column)
            fail_msg("%s: %s at %d:%d", cases[i].text, cases[i].code, r.found->items[0].place.line,
                     r.found->items[0].place.column);
        forget(&r);
    }
}

static void a_raw_nul_is_found_inside_and_outside_texts(void **state)
{
    (void)state;
    static const char inside[] = "[\"a\0b\"]", outside[] = "[1,\0 2]", after[] = "[1]\0";
    struct read r = read_bytes(inside, sizeof inside - 1);
    assert_string_equal(r.found->items[0].code, "check.control");
    forget(&r);
    r = read_bytes(outside, sizeof outside - 1);
    assert_string_equal(r.found->items[0].code, "check.expected-value");
    forget(&r);
    r = read_bytes(after, sizeof after - 1);
    assert_string_equal(r.found->items[0].code, "check.after-end");
    forget(&r);
}

static void faults_in_texts_are_all_listed(void **state)
{
    (void)state;
    struct read r = read_text("{\"a\": \"\\q\", \"b\": 007, \"c\": [\"\xff\"]}");
    assert_null(r.root);
    assert_int_equal(r.found->errors, 3);
    assert_string_equal(r.found->items[0].place.path, "a");
    assert_string_equal(r.found->items[1].place.path, "b");
    assert_string_equal(r.found->items[2].place.path, "c[0]");
    forget(&r);
}

static void repeat(struct str *s, const char *piece, size_t count)
{
    for (size_t i = 0; i < count; i++)
        str_append(s, piece);
}

static void depth_is_limited(void **state)
{
    (void)state;
    struct str fits = {0}, deep = {0};
    repeat(&fits, "[", 32);
    repeat(&fits, "]", 32);
    repeat(&deep, "[", 33);
    repeat(&deep, "]", 33);
    struct read r = read_text(str_text(&fits));
    assert_non_null(r.root);
    forget(&r);
    r = read_text(str_text(&deep));
    assert_string_equal(r.found->items[0].code, "check.too-deep");
    assert_int_equal(r.found->items[0].place.column, 33);
    forget(&r);
    str_release(&fits);
    str_release(&deep);
}

/* Megabytes of the worst: found quickly, few findings, no crash. */
static void huge_nonsense_ends_quickly(void **state)
{
    (void)state;
    static const char *const pieces[] = {"[", "{\"a\":", "\xff", "\"", "1", "[1],", "\\u0000", "\n", "{", "-"};
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        struct str s = {0};
        repeat(&s, pieces[i], 4 * 1024 * 1024 / strlen(pieces[i]));
        struct read r = read_bytes(str_text(&s), s.length);
        assert_null(r.root);
        assert_in_range(r.found->errors, 1, 21);
        forget(&r);
        str_release(&s);
    }
}

static void bad_bytes_in_one_text_stop_at_the_limit(void **state)
{
    (void)state;
    struct str s = {0};
    str_append(&s, "[\"");
    repeat(&s, "\xff", 1000000);
    str_append(&s, "\"]");
    struct read r = read_bytes(str_text(&s), s.length);
    assert_int_equal(r.found->errors, SCAN_FAULTS);
    forget(&r);
    str_release(&s);
}

static void too_many_values_are_refused(void **state)
{
    (void)state;
    struct str s = {0};
    str_append(&s, "[1");
    repeat(&s, ",1", SCAN_VALUES);
    str_append(&s, "]");
    struct read r = read_bytes(str_text(&s), s.length);
    assert_string_equal(r.found->items[0].code, "check.too-many-values");
    forget(&r);
    str_release(&s);
}

/* Every beginning of a document is an error and never more than that. */
static void a_document_cut_anywhere_is_only_an_error(void **state)
{
    (void)state;
    static const char whole[] =
        "{\"a\": [1, -2.5, true, null, \"x\\u00e9\\ud83d\\ude00\"], \"b\": {\"c\": \"\xC3\xA9\"}}";
    for (size_t length = 0; length + 1 < sizeof whole - 1; length++) {
        struct read r = read_bytes(whole, length);
        assert_null(r.root);
        assert_true(r.found->errors > 0);
        forget(&r);
    }
    struct read r = read_bytes(whole, sizeof whole - 1);
    assert_non_null(r.root);
    forget(&r);
}

/* Each byte changed to each of some: nothing is read that has findings, nothing unread has none. */
static void a_document_with_any_byte_changed_is_read_or_reported(void **state)
{
    (void)state;
    static const char whole[] = "{\"a\": [1, \"x\\u00e9\"], \"b\": {\"c\": null}}";
    static const char changes[] = {'\0', '"', '\\', '[',  '}',        ',',        ':',
                                   '0',  'e', ' ',  '\n', (char)0xff, (char)0xc3, '\x1f'};
    for (size_t at = 0; at < sizeof whole - 1; at++)
        for (size_t c = 0; c < sizeof changes; c++) {
            char copy[sizeof whole];
            memcpy(copy, whole, sizeof whole);
            copy[at] = changes[c];
            struct read r = read_bytes(copy, sizeof whole - 1);
            assert_int_equal(r.root == NULL, r.found->errors > 0);
            forget(&r);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_know_where_they_stand),
        cmocka_unit_test(a_byte_order_mark_is_skipped),
        cmocka_unit_test(escapes_are_decoded),
        cmocka_unit_test(faults_have_their_place),
        cmocka_unit_test(a_raw_nul_is_found_inside_and_outside_texts),
        cmocka_unit_test(faults_in_texts_are_all_listed),
        cmocka_unit_test(depth_is_limited),
        cmocka_unit_test(huge_nonsense_ends_quickly),
        cmocka_unit_test(bad_bytes_in_one_text_stop_at_the_limit),
        cmocka_unit_test(too_many_values_are_refused),
        cmocka_unit_test(a_document_cut_anywhere_is_only_an_error),
        cmocka_unit_test(a_document_with_any_byte_changed_is_read_or_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
