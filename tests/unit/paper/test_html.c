/* A document as a page: what is data stays data, what is hidden stays away, and the page can be found one's way in. */
#include "../report/report_help.h"
#include "paper/html.h"

static struct arena pages;

static struct paper_document begun(const char *language)
{
    return (struct paper_document){.arena = &pages, .language = language, .title = "Title", .running = "Blue, The bakery"};
}

static char *written(const struct paper_document *d)
{
    struct str out = {0};
    paper_html(&out, d);
    const char *wrong = unbalanced(str_text(&out));
    if (wrong) fail_msg("tags do not close: %.80s", wrong);
    return str_detach(&out);
}

static int drop(void **state)
{
    (void)state;
    arena_reset(&pages);
    return 0;
}

static void test_landmarks_and_headings(void **state)
{
    (void)state;
    struct paper_document d = begun("en");
    paper_say(&d, PAPER_KICKER, NULL, "The bakery");
    paper_say(&d, PAPER_TITLE, "finding", "You asked");
    for (int i = 0; i < 3; i++) {
        paper_section(&d, 2, i == 0 ? "one" : i == 1 ? "two" : "three", "Part");
        paper_section(&d, 3, NULL, "Within");
        paper_say(&d, PAPER_BODY, NULL, "Words");
        paper_end(&d);
        paper_end(&d);
    }
    char *page = written(&d);
    assert_true(has(page, "<html lang=\"en\">") && has(page, "<title>Title</title>"));
    assert_int_equal(times(page, "<h1"), 1);
    assert_true(strstr(page, "<h1") < strstr(page, "</header>") && strstr(page, "</header>") < strstr(page, "<nav"));
    assert_true(strstr(page, "<nav") < strstr(page, "<main") && strstr(page, "</main>") < strstr(page, "<footer"));
    assert_true(has(page, "<a href=\"#two\" dir=\"auto\">Part</a>"));
    assert_true(has(page, "<section id=\"one\" aria-labelledby=\"one-title\">\n<h2 id=\"one-title\" dir=\"auto\">Part</h2>"));
    assert_int_equal(times(page, "<h3 id=\"section-"), 3);
    free(page);
}

static void test_hidden_is_left_out_and_not_linked(void **state)
{
    (void)state;
    struct paper_document d = begun("en");
    paper_section(&d, 2, "body", "Body");
    paper_say(&d, PAPER_BODY, "s1", "Seen.");
    paper_refer(&d, "m1", "1");
    paper_refer(&d, "m2", "2");
    paper_refer(&d, "nowhere", "3");
    paper_say(&d, PAPER_BODY, "s2", "Unseen.")->hidden = 1;
    const struct paper_column columns[] = {{"When", 1, ALIGN_LEFT}};
    paper_table(&d, PAPER_PLAIN, "Rows", columns, 1);
    paper_row(&d, "m1");
    paper_cell_say(&d, "first");
    paper_end(&d);
    paper_row(&d, "m2")->hidden = 1;
    paper_cell_say(&d, "second");
    paper_end(&d);
    paper_end(&d);
    paper_end(&d);
    char *page = written(&d);
    assert_true(has(page, "Seen. <a class=\"ref\" href=\"#m1\" aria-label=\"Evidence 1\">1</a></p>"));
    assert_true(has(page, "<tr id=\"m1\">") && has(page, "<caption dir=\"auto\">Rows</caption>"));
    assert_false(has(page, "Unseen") || has(page, "second") || has(page, "#m2") || has(page, "nowhere"));
    free(page);
}

static void test_facilitators_words_say_so(void **state)
{
    (void)state;
    struct paper_document d = begun("en");
    paper_section(&d, 2, "own", "Own")->author = PAPER_BY_FACILITATOR;
    paper_say(&d, PAPER_BODY, "a", "Changed.")->author = PAPER_BY_FACILITATOR;
    paper_say(&d, PAPER_BODY, "b", "Told.");
    paper_end(&d);
    char *page = written(&d);
    assert_int_equal(times(page, "<small class=\"by\">facilitator</small>"), 2);
    assert_true(has(page, "Changed. <small class=\"by\">facilitator</small></p>") && has(page, "Told.</p>"));
    free(page);
}

static void test_tables_fold_and_name_their_cells(void **state)
{
    (void)state;
    struct paper_document d = begun("en");
    const struct paper_column columns[] = {{"Who", 1, ALIGN_LEFT}, {"\"How\" <much>", 2, ALIGN_RIGHT}, {NULL, 1, ALIGN_CENTER}};
    paper_table(&d, PAPER_STACKED, "", columns, 3);
    paper_group_row(&d, "Group");
    paper_row(&d, NULL);
    paper_head_cell(&d);
    paper_say(&d, PAPER_BODY, NULL, "Mara");
    paper_end(&d);
    paper_cell_say(&d, "7");
    paper_cell(&d);
    paper_end(&d);
    paper_end(&d);
    paper_end(&d);
    char *page = written(&d);
    assert_true(has(page, "<th scope=\"rowgroup\" colspan=\"3\" dir=\"auto\">Group</th>"));
    assert_true(has(page, "<th scope=\"row\" dir=\"auto\">Mara</th>"));
    assert_true(has(page, "<td class=\"right\" data-label=\"&quot;How&quot; &lt;much&gt;\" dir=\"auto\">7</td>"));
    assert_true(has(page, "<td class=\"center\" dir=\"auto\"></td>"));
    assert_true(has(page, "<col style=\"width:25.0%\"><col style=\"width:50.0%\">"));
    free(page);
}

static void test_forms_and_cards(void **state)
{
    (void)state;
    struct paper_document d = begun("en");
    paper_lines(&d, "Name <b>", 3, 20);
    paper_sheet(&d, 180, 252.5f);
    paper_card(&d);
    paper_say(&d, PAPER_BODY, NULL, "Card");
    paper_end(&d);
    paper_end(&d);
    char *page = written(&d);
    assert_true(has(page, "Name &lt;b&gt;"));
    assert_int_equal(times(page, "class=\"line\""), 3);
    assert_true(has(page, "<div class=\"card\" style=\"width:180.0pt;min-height:252.5pt\">"));
    free(page);
}

static void test_pictures_are_named_or_decoration(void **state)
{
    (void)state;
    struct paper_document d = begun("en");
    struct draw_list list = {.arena = &pages};
    draw_rect(&list, (struct rect){0, 0, 10, 10}, 0, 0xff);
    paper_picture(&d, &list, 60, 30, "");
    paper_picture(&d, &list, 500, 30, "Promises & more");
    char *page = written(&d);
    assert_true(has(page, "viewBox=\"0 0 60 30\" width=\"80\" height=\"40\" class=\"picture\" aria-hidden=\"true\">"));
    assert_true(has(page, "<div tabindex=\"0\" role=\"group\" aria-label=\"Promises &amp; more\">"));
    assert_true(has(page, "<title id=\"picture-2\">Promises &amp; more</title>"));
    free(page);
}

/* Whatever is typed, the style sheet and every attribute hold. */
static void test_hostile_texts_are_data(void **state)
{
    (void)state;
    static const char *const hostile[] = {"</style><script>x</script>", "\"}body{display:none}", "' onload='x", "\\\"}*{color:red}\n@import",
                                          "\xF0\x9F\x8E\x89 \xD7\xA9\xD7\x9C", "\xFF\xFE bad \x01"};
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        const char *t = hostile[i];
        struct paper_document d = {.arena = &pages, .language = t, .title = t, .author = t, .subject = t, .running = t};
        paper_say(&d, PAPER_TITLE, NULL, t);
        paper_section(&d, 2, "s", t);
        paper_say(&d, PAPER_BODY, NULL, t);
        paper_pill(&d, TONE_BAD, t);
        paper_add(&d, PAPER_STRONG, t);
        paper_add(&d, PAPER_DIM, t);
        paper_refer(&d, "s", t);
        paper_end(&d);
        char *page = written(&d);
        const char *style = strstr(page, "<style>"), *end = strstr(page, "</style>");
        assert_int_equal(times(page, "</style>"), 1);
        assert_false(has(page, "<script") || has(page, "\xFF"));
        const char *foot = strstr(page, "@page{@bottom-left{content:\"");
        assert_true(foot > style && foot < end);
        foot += strlen("@page{@bottom-left{content:\"");
        assert_memory_equal(strchr(foot, '"'), "\"}}\n</style>", strlen("\"}}\n</style>"));
        assert_true(strspn(foot, "\\0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == (size_t)(strchr(foot, '"') - foot));
        free(page);
    }
}

static void test_empty_document(void **state)
{
    (void)state;
    struct paper_document d = {.arena = &pages};
    char *page = written(&d);
    assert_true(has(page, "<main") && !has(page, "<nav") && !has(page, "<footer"));
    free(page);
}

static int let_go(void **state)
{
    arena_release(&pages);
    return texts_forget(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_landmarks_and_headings, drop),
        cmocka_unit_test_teardown(test_hidden_is_left_out_and_not_linked, drop),
        cmocka_unit_test_teardown(test_facilitators_words_say_so, drop),
        cmocka_unit_test_teardown(test_tables_fold_and_name_their_cells, drop),
        cmocka_unit_test_teardown(test_forms_and_cards, drop),
        cmocka_unit_test_teardown(test_pictures_are_named_or_decoration, drop),
        cmocka_unit_test_teardown(test_hostile_texts_are_data, drop),
        cmocka_unit_test_teardown(test_empty_document, drop),
    };
    return cmocka_run_group_tests(tests, texts_load, let_go);
}
