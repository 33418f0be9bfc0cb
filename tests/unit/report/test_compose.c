/* The report as a document: ids that are its own, references that lead somewhere, headings in order. */
#include "report_help.h"
#include "report/compose.h"
#include <ctype.h>

struct composed {
    struct arena arena;
    struct session *session;
    struct view_report view;
    struct paper_document d;
};

static struct composed *begun(enum bot_kind kind)
{
    static const char *const names[] = {"Ada", "Björn", "Chidi"};
    struct composed *c = calloc(1, sizeof *c);
    c->session = session_of(names, 3);
    play_all(c->session, kind);
    view_report_build(&c->arena, c->session, &(struct report_wish){.names = 0}, &c->view);
    c->d = (struct paper_document){.arena = &c->arena};
    report_compose(&c->d, &c->view);
    return c;
}

static void ended(struct composed *c)
{
    arena_release(&c->arena);
    session_close(c->session);
    free(c);
}

static int is_well_made(const char *id)
{
    for (; *id; id++)
        if (!isalnum((unsigned char)*id) && *id != '.' && *id != '-') return 0;
    return 1;
}

static void test_ids_are_their_own(void **state)
{
    (void)state;
    for (int kind = BOT_CUSTOMER_FOCUSED; kind <= BOT_MIXED; kind++) {
        struct composed *c = begun((enum bot_kind)kind);
        int count = 0;
        for (const struct paper_block *b = c->d.root; b; b = paper_next(b)) {
            if (!b->id) continue;
            count++;
            if (!b->id[0] || !is_well_made(b->id)) fail_msg("an id is odd: %s", b->id);
            if (paper_find(&c->d, b->id) != b) fail_msg("an id is given twice: %s", b->id);
        }
        assert_true(count > 40);
        assert_non_null(paper_find(&c->d, "finding"));
        assert_non_null(paper_find(&c->d, "method"));
        ended(c);
    }
}

static void test_references_lead_somewhere(void **state)
{
    (void)state;
    struct composed *c = begun(BOT_MIXED);
    for (const struct paper_block *b = c->d.root; b; b = paper_next(b))
        for (const struct paper_run *r = b->runs; r; r = r->next)
            if (r->ink == PAPER_REFERENCE && (!r->to || !paper_find(&c->d, r->to))) fail_msg("leads nowhere: %s", r->to ? r->to : "");
    assert_ptr_equal(c->d.open, c->d.root);
    ended(c);
}

static int level_around(const struct paper_block *b)
{
    for (b = b->parent; b; b = b->parent)
        if (b->kind == PAPER_SECTION) return b->level;
    return 1;
}

static void test_headings_are_in_order(void **state)
{
    (void)state;
    struct composed *c = begun(BOT_MIXED);
    int titles = 0, sections = 0;
    for (const struct paper_block *b = c->d.root; b; b = paper_next(b)) {
        titles += b->kind == PAPER_PARAGRAPH && b->style == PAPER_TITLE;
        if (b->kind != PAPER_SECTION) continue;
        sections++;
        assert_non_null(b->id);
        assert_true(b->title[0] != '\0');
        assert_int_equal(b->level, level_around(b) + 1);
    }
    assert_int_equal(titles, 1);
    assert_true(sections > 12);
    ended(c);
}

static void test_every_row_of_the_annex_has_an_id(void **state)
{
    (void)state;
    struct composed *c = begun(BOT_MIXED);
    const struct paper_block *annex = paper_find(&c->d, "annex");
    int rows = 0;
    assert_non_null(annex);
    assert_int_equal(annex->look, PAPER_ANNEX);
    assert_null(annex->next);
    for (const struct paper_block *b = annex; b; b = paper_next(b)) {
        if (b->kind != PAPER_ROW || b->level) continue;
        rows++;
        assert_non_null(b->id);
    }
    assert_true(rows > 20);
    ended(c);
}

static void test_the_same_session_gives_the_same_ids(void **state)
{
    (void)state;
    struct composed *c = begun(BOT_MIXED), *again = begun(BOT_MIXED);
    const struct paper_block *a = c->d.root, *b = again->d.root;
    for (; a && b; a = paper_next(a), b = paper_next(b)) {
        assert_int_equal(a->kind, b->kind);
        assert_string_equal(a->id ? a->id : "", b->id ? b->id : "");
    }
    assert_true(!a && !b);
    assert_string_equal(c->d.date, "2026-11-22");
    ended(c);
    ended(again);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ids_are_their_own),
        cmocka_unit_test(test_references_lead_somewhere),
        cmocka_unit_test(test_headings_are_in_order),
        cmocka_unit_test(test_every_row_of_the_annex_has_an_id),
        cmocka_unit_test(test_the_same_session_gives_the_same_ids),
    };
    return cmocka_run_group_tests(tests, load_all, drop_all);
}
