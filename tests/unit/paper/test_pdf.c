/* Pages of a printer, read back with the tools of poppler. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../texts.h"
#include "base/file.h"
#include "draw/theme.h"
#include "paper/pdf.h"

enum { LONG_WORD = 10000, MANY_ROWS = 90 };

static const char HEBREW[] = "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", CHINESE[] = "\xE5\xB9\xB8\xE8\xBF\x90", ARABIC[] = "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85";
static char long_word[LONG_WORD + 1];

/* --- documents --- */

static void rows(struct paper_document *d, int count)
{
    static const struct paper_column columns[] = {{"Time", 1, ALIGN_LEFT}, {"What it came to", 4, ALIGN_LEFT}, {"Points", 1, ALIGN_RIGHT}};
    paper_table(d, PAPER_PLAIN, "All of them", columns, 3);
    paper_group_row(d, "Morning");
    for (int i = 0; i < count; i++) {
        paper_row(d, arena_printf(d->arena, "m%d", i));
        paper_head_cell(d);
        paper_say(d, PAPER_BODY, NULL, arena_printf(d->arena, "row-%d", i));
        paper_end(d);
        paper_cell_say(d, "Piet was told what you knew.");
        paper_cell(d);
        paper_paragraph(d, PAPER_BODY, NULL);
        paper_pill(d, TONE_GOOD, "met");
        paper_end(d);
        paper_end(d);
    }
    paper_end(d);
}

static void picture(struct paper_document *d)
{
    struct draw_list list = {.arena = d->arena};
    uint32_t team = theme_color(THEME_LIGHT, THEME_TEAM);
    draw_rect(&list, (struct rect){0, 0, 200, 40}, 6, team);
    draw_glow(&list, 40, 20, 18, theme_color(THEME_LIGHT, THEME_GLOW));
    draw_ring(&list, 100, 20, 12, 2, team);
    draw_text(&list, (struct rect){10, 45, 180, 12}, &(struct draw_font){.size = 9}, team, ALIGN_LEFT, "inside the picture");
    draw_clip(&list, (struct rect){0, 0, 100, 40});
    draw_circle(&list, 100, 20, 30, team);
    paper_picture(d, &list, 200, 60, "Five of fourteen ran out");
    paper_picture(d, &list, 200, 60, "");
}

static void begin(struct paper_document *d, struct arena *a)
{
    *d = (struct paper_document){.arena = a, .language = "en", .title = "Report of the Blue team", .author = "Moment", .subject = "A finding",
                                 .running = "Blue team, The last flight out", .date = "2026-11-22"};
}

/* Everything a document may hold, and everything that people type. */
static void whole(struct paper_document *d, struct arena *a)
{
    begin(d, a);
    paper_say(d, PAPER_KICKER, NULL, "The last flight out");
    paper_say(d, PAPER_TITLE, "finding", "You fixed almost everything. Your customers hardly noticed.");
    paper_say(d, PAPER_LEAD, "summary.1", "Promises are still the weak spot.");
    paper_refer(d, "m7", "1");
    paper_refer(d, "hidden-one", "2");
    paper_section(d, 2, "promises", "Five of fourteen promises ran out");
    paper_say(d, PAPER_BODY, NULL, "<b>markup</b> & 'quotes' \\ (brackets) ' %s");
    paper_say(d, PAPER_BODY, NULL, arena_printf(a, "Hebrew %s Arabic %s Chinese %s", HEBREW, ARABIC, CHINESE));
    paper_say(d, PAPER_QUOTE, NULL, "a\x01" "b\x07" "c\x1b[31m \xC2\x9B bad \xFF byte \xE2\x80\xAE override");
    paper_say(d, PAPER_BODY, NULL, long_word);
    picture(d);
    paper_end(d);
    paper_section(d, 2, "table", "Every moment");
    rows(d, MANY_ROWS);
    struct paper_block *hidden = paper_say(d, PAPER_BODY, "hidden-one", "Nobody reads this sentence");
    hidden->hidden = 1;
    paper_box(d, PAPER_NOTE, "note.1");
    paper_say(d, PAPER_BODY, NULL, "The facilitator's word.");
    paper_end(d);
    d->root->last->last->author = PAPER_BY_FACILITATOR;
    paper_section(d, 3, "below", "A part of it");
    paper_list(d, PAPER_NUMBERED);
    paper_item(d);
    paper_say(d, PAPER_BODY, NULL, "First of all.");
    paper_end(d);
    paper_end(d);
    paper_lines(d, "Write here", 3, 24);
    paper_end(d);
    paper_end(d);
}

/* --- reading back --- */

static char folder[] = "/tmp/moment-pdf-XXXXXX";

static char *path_of(const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static struct str written(const struct paper_document *d, enum paper_size size)
{
    struct str out = {0};
    assert_int_equal(paper_pdf(&out, d, size), ERR_NONE);
    assert_int_equal(file_write(path_of("a.pdf"), str_text(&out), out.length), ERR_NONE);
    return out;
}

static struct str run(const char *format, const char *arguments)
{
    struct str out = {0};
    char command[512], bytes[4096];
    snprintf(command, sizeof command, "%s %s %s/a.pdf %s", format, arguments, folder, strcmp(format, "pdftotext") == 0 ? "-" : "");
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, pipe)) > 0;) str_append_bytes(&out, bytes, n);
    assert_int_equal(pclose(pipe), 0);
    return out;
}

static int has(const struct str *s, const char *words) { return strstr(str_text(s), words) != NULL; }

static int times(const char *text, const char *words)
{
    int n = 0;
    for (; (text = strstr(text, words)) != NULL; text += strlen(words)) n++;
    return n;
}

static void want(const struct str *s, const char *words)
{
    if (!has(s, words)) fail_msg("'%s' is not in:\n%s", words, str_text(s));
}

/* --- tests --- */

static void the_same_document_gives_the_same_bytes(void **state)
{
    struct arena a = {0}, b = {0};
    struct paper_document d, e;
    (void)state;
    whole(&d, &a);
    whole(&e, &b);
    struct str first = written(&d, PAPER_A4), second = written(&e, PAPER_A4);
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.text, second.text, first.length);
    str_release(&first);
    str_release(&second);
    arena_release(&a);
    arena_release(&b);
}

static void both_papers_have_their_size(void **state)
{
    static const char *const sizes[] = {"595.276 x 841.89", "612 x 792"};
    (void)state;
    for (int size = 0; size < PAPER_SIZE_COUNT; size++) {
        struct arena a = {0};
        struct paper_document d;
        whole(&d, &a);
        struct str file = written(&d, (enum paper_size)size), info = run("pdfinfo", "");
        want(&info, sizes[size]);
        want(&info, "Title:           Report of the Blue team");
        want(&info, "Author:          Moment");
        want(&info, "Tagged:          yes");
        want(&info, "Nov 22");
        str_release(&info);
        str_release(&file);
        arena_release(&a);
    }
}

static void fonts_are_within_the_file(void **state)
{
    struct arena a = {0};
    struct paper_document d;
    (void)state;
    whole(&d, &a);
    struct str file = written(&d, PAPER_A4), fonts = run("pdffonts", "");
    int lines = times(str_text(&fonts), "\n") - 2;
    assert_true(lines >= 4);
    assert_int_equal(times(str_text(&fonts), "yes yes yes"), lines);
    want(&fonts, "Inter-Bold");
    want(&fonts, "NotoSansHebrew");
    str_release(&fonts);
    str_release(&file);
    arena_release(&a);
}

static int letters(const struct str *s, char letter)
{
    int n = 0;
    for (size_t i = 0; i < s->length; i++) n += s->text[i] == letter;
    return n;
}

static void typed_texts_can_be_read_back(void **state)
{
    struct arena a = {0};
    struct paper_document d;
    (void)state;
    whole(&d, &a);
    struct str file = written(&d, PAPER_A4), words = run("pdftotext", "-layout");
    want(&words, "<b>markup</b> & 'quotes' \\ (brackets) ' %s");
    want(&words, HEBREW);
    want(&words, CHINESE);
    want(&words, "abc[31m");
    want(&words, "facilitator");
    want(&words, "inside the picture");
    assert_true(letters(&words, 'W') >= LONG_WORD);
    assert_false(has(&words, "Nobody reads this"));
    assert_false(has(&words, "\x1b"));
    str_release(&words);
    str_release(&file);
    arena_release(&a);
}

static void a_table_repeats_its_heads_and_a_heading_stays_with_it(void **state)
{
    struct arena a = {0};
    struct paper_document d;
    int heads = 0, pages = 0, last = 0;
    (void)state;
    whole(&d, &a);
    struct str file = written(&d, PAPER_A4), words = run("pdftotext", "-layout");
    for (char *page = strtok(words.text, "\f"); page && page[0] != '\n'; page = strtok(NULL, "\f")) {
        char number[32];
        snprintf(number, sizeof number, "Page %d of", ++pages);
        assert_non_null(strstr(page, number));
        assert_non_null(strstr(page, "Blue team, The last flight out"));
        if (times(page, "row-") > 0) heads += times(page, "What it came to");
        if (times(page, "row-") > 0) last = pages, assert_true(times(page, "row-") >= 2);
        if (strstr(page, "Every moment")) assert_true(times(page, "row-") >= 1);
    }
    assert_true(last >= 3);
    assert_true(heads >= 2);
    str_release(&words);
    str_release(&file);
    arena_release(&a);
}

static void sections_and_evidence_can_be_reached(void **state)
{
    struct arena a = {0};
    struct paper_document d;
    (void)state;
    whole(&d, &a);
    struct str file = written(&d, PAPER_A4), names = run("pdfinfo", "-dests"), tree = run("pdfinfo", "-struct-text");
    want(&names, "\"m7\"");
    want(&names, "\"promises\"");
    want(&names, "\"below\"");
    assert_false(has(&names, "hidden-one"));
    want(&tree, "H1");
    want(&tree, "H2");
    want(&tree, "TH");
    want(&tree, "Link");
    want(&tree, "Caption");
    want(&tree, "Figure");
    assert_int_equal(times(str_text(&tree), "Figure"), 1);
    assert_int_equal(times(str_text(&tree), "\"Piet was told what you knew.\""), MANY_ROWS);
    str_release(&names);
    str_release(&tree);
    str_release(&file);
    arena_release(&a);
}

static void an_empty_document_is_a_page(void **state)
{
    struct arena a = {0};
    struct paper_document d = {.arena = &a};
    (void)state;
    struct str file = written(&d, PAPER_LETTER), info = run("pdfinfo", "");
    want(&info, "Pages:           1");
    str_release(&info);
    str_release(&file);
    arena_release(&a);
}

static void cards(struct paper_document *d, int count, const char *words)
{
    paper_sheet(d, 181, 249);
    for (int i = 0; i < count; i++) {
        paper_card(d);
        paper_say(d, PAPER_LABEL, NULL, arena_printf(d->arena, "card-%d", i));
        paper_say(d, PAPER_BODY, NULL, words);
        paper_end(d);
    }
    paper_end(d);
}

static void cards_fill_pages_and_long_ones_are_set_smaller(void **state)
{
    struct arena a = {0};
    struct paper_document d;
    struct str words = {0};
    (void)state;
    begin(&d, &a);
    for (int i = 0; i < 90; i++) str_append(&words, "more words ");
    str_append(&words, "the-end");
    cards(&d, 10, str_text(&words));
    struct str file = written(&d, PAPER_A4), info = run("pdfinfo", ""), read = run("pdftotext", "-raw");
    want(&info, "Pages:           2");
    assert_int_equal(times(str_text(&read), "card-"), 10);
    assert_int_equal(times(str_text(&read), "the-end"), 10);
    str_release(&words);
    str_release(&file);
    str_release(&info);
    str_release(&read);
    arena_release(&a);
}

static int set_up(void **state)
{
    memset(long_word, 'W', LONG_WORD);
    if (!mkdtemp(folder)) return -1;
    return texts_load(state);
}

static int tear_down(void **state)
{
    unlink(path_of("a.pdf"));
    rmdir(folder);
    paper_pdf_release();
    return texts_forget(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_document_gives_the_same_bytes),
        cmocka_unit_test(both_papers_have_their_size),
        cmocka_unit_test(fonts_are_within_the_file),
        cmocka_unit_test(typed_texts_can_be_read_back),
        cmocka_unit_test(a_table_repeats_its_heads_and_a_heading_stays_with_it),
        cmocka_unit_test(sections_and_evidence_can_be_reached),
        cmocka_unit_test(an_empty_document_is_a_page),
        cmocka_unit_test(cards_fill_pages_and_long_ones_are_set_smaller),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
