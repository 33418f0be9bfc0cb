/* What a facilitator changes, leaves out and adds: on a small document, and on the report of a session. */
#include "report_help.h"
#include "paper/html.h"
#include "report/compose.h"
#include "report/edit.h"

/* --- a small document --- */

struct small {
    struct arena arena;
    struct paper_document d;
    struct view_report_edit items[24];
    struct view_report_edits edits;
};

static struct small *small_new(void)
{
    static const struct paper_column columns[] = {{"When", 1, ALIGN_LEFT}, {"What", 3, ALIGN_LEFT}};
    struct small *s = calloc(1, sizeof *s);
    s->d.arena = &s->arena;
    struct paper_document *d = &s->d;
    paper_say(d, PAPER_TITLE, "finding", "You asked first.");
    paper_say(d, PAPER_LEAD, "summary.1", "Four of five times.");
    paper_refer(d, "m1", "1");
    paper_say(d, PAPER_ALARM, "damage", "Some of it is lost.");
    paper_section(d, 2, "turns", "Moments of truth");
    paper_table(d, PAPER_STACKED, "", columns, 2);
    paper_row(d, "turn.7");
    paper_cell_say(d, "14:05");
    paper_cell(d);
    paper_say(d, PAPER_BODY, NULL, "Nobody called.");
    paper_refer(d, "m1", "1");
    paper_say(d, PAPER_QUOTE, NULL, "“I waited.”");
    paper_end(d), paper_end(d), paper_end(d);
    paper_list(d, PAPER_NUMBERED);
    paper_item(d)->id = "question.1";
    paper_paragraph(d, PAPER_BODY, NULL);
    paper_add(d, PAPER_STRONG, "Who calls?");
    paper_end(d), paper_end(d), paper_end(d);
    paper_section(d, 2, "annex", "Evidence");
    d->open->look = PAPER_ANNEX;
    paper_table(d, PAPER_STACKED, "", columns, 2);
    paper_row(d, "m1");
    paper_cell_say(d, "06:10");
    paper_cell_say(d, "Asked Mara before work began");
    paper_end(d), paper_end(d), paper_end(d);
    return s;
}

static void small_free(struct small *s)
{
    arena_release(&s->arena);
    free(s);
}

static void edit(struct small *s, enum report_edit what, const char *id, const char *words)
{
    s->edits.items = s->items;
    s->items[s->edits.count++] = (struct view_report_edit){view_report_part(id), what, words, what == REPORT_EDIT_SECTION ? "A heading" : ""};
}

static const char *words_at(struct small *s, const char *id)
{
    const struct paper_block *b = paper_find(&s->d, id);
    return b ? paper_words(&s->arena, b) : "not there";
}

static int is_in_order(struct small *s)
{
    for (const struct paper_block *b = s->d.root; b; b = paper_next(b))
        for (const struct paper_block *k = b->first; k; k = k->next)
            if (k->parent != b || (!k->next && b->last != k)) return 0;
    return 1;
}

static void test_words_are_changed_and_keep_their_evidence(void **state)
{
    (void)state;
    struct small *s = small_new();
    edit(s, REPORT_EDIT_CHANGE, "summary.1", "Nearly every time.");
    edit(s, REPORT_EDIT_CHANGE, "finding", "You asked, and they noticed.");
    edit(s, REPORT_EDIT_CHANGE, "turns", "When it mattered");
    edit(s, REPORT_EDIT_CHANGE, "question.1", "Who calls next time?");
    edit(s, REPORT_EDIT_CHANGE, "turn.7.2", "Nobody called for an hour.");
    report_apply_edits(&s->d, &s->edits);
    const struct paper_block *b = paper_find(&s->d, "summary.1");
    assert_string_equal(words_at(s, "summary.1"), "Nearly every time.");
    assert_int_equal(b->author, PAPER_BY_FACILITATOR);
    assert_int_equal(b->last_run->ink, PAPER_REFERENCE);
    assert_string_equal(b->last_run->to, "m1");
    assert_string_equal(s->d.subject, "You asked, and they noticed.");
    assert_string_equal(paper_find(&s->d, "turns")->title, "When it mattered");
    const struct paper_block *question = paper_find(&s->d, "question.1")->first;
    assert_string_equal(paper_words(&s->arena, question), "Who calls next time?");
    assert_int_equal(question->runs->ink, PAPER_STRONG);
    struct str page = {0};
    paper_html(&page, &s->d);
    assert_true(has(str_text(&page), "Nobody called for an hour."));
    assert_true(has(str_text(&page), "I waited."));
    assert_int_equal(times(str_text(&page), "class=\"by\""), 5);
    assert_null(unbalanced(str_text(&page)));
    str_release(&page);
    small_free(s);
}

static void test_the_latest_edit_wins_and_everything_goes_back(void **state)
{
    (void)state;
    struct small *s = small_new();
    edit(s, REPORT_EDIT_CHANGE, "summary.1", "One.");
    edit(s, REPORT_EDIT_CHANGE, "summary.1", "Two.");
    edit(s, REPORT_EDIT_HIDE, "turns", "");
    edit(s, REPORT_EDIT_SHOW, "turns", "");
    edit(s, REPORT_EDIT_HIDE, "question.1", "");
    edit(s, REPORT_EDIT_CHANGE, "turn.7.1", "Later");
    edit(s, REPORT_EDIT_RESTORE, "turn.7.1", "");
    report_apply_edits(&s->d, &s->edits);
    assert_string_equal(words_at(s, "summary.1"), "Two.");
    assert_int_equal(paper_find(&s->d, "turns")->hidden, 0);
    assert_int_equal(paper_find(&s->d, "question.1")->hidden, 1);
    struct str page = {0};
    paper_html(&page, &s->d);
    assert_false(has(str_text(&page), "Who calls?"));
    assert_true(has(str_text(&page), "14:05"));
    assert_int_equal(times(str_text(&page), "class=\"by\""), 1);
    str_release(&page);
    small_free(s);
}

/* Whoever composes candidates hidden lets them be chosen. */
static void test_a_hidden_candidate_can_be_shown_and_restored(void **state)
{
    (void)state;
    struct small *s = small_new();
    paper_find(&s->d, "turn.7")->hidden = 1;
    edit(s, REPORT_EDIT_SHOW, "turn.7", "");
    report_apply_edits(&s->d, &s->edits);
    assert_int_equal(paper_find(&s->d, "turn.7")->hidden, 0);
    s->edits.count = 0;
    edit(s, REPORT_EDIT_SHOW, "turn.7", "");
    edit(s, REPORT_EDIT_RESTORE, "turn.7", "");
    paper_find(&s->d, "turn.7")->hidden = 1;
    report_apply_edits(&s->d, &s->edits);
    assert_int_equal(paper_find(&s->d, "turn.7")->hidden, 1);
    small_free(s);
}

static void test_what_must_stand_stands(void **state)
{
    (void)state;
    struct small *s = small_new();
    struct view_editing list;
    edit(s, REPORT_EDIT_HIDE, "finding", "");
    edit(s, REPORT_EDIT_HIDE, "damage", "");
    edit(s, REPORT_EDIT_CHANGE, "damage", "Nothing is lost.");
    edit(s, REPORT_EDIT_CHANGE, "m1", "Never asked");
    edit(s, REPORT_EDIT_HIDE, "m1", "");
    edit(s, REPORT_EDIT_CHANGE, "turn.7.3", "I was happy to wait.");
    edit(s, REPORT_EDIT_CHANGE, "summary.1", "");
    edit(s, REPORT_EDIT_CHANGE, "annex", "Nothing to see");
    report_edit_list(&s->d, &s->edits, &list);
    struct str page = {0};
    paper_html(&page, &s->d);
    assert_true(has(str_text(&page), "You asked first."));
    assert_true(has(str_text(&page), "Some of it is lost."));
    assert_true(has(str_text(&page), "Asked Mara before work began"));
    assert_true(has(str_text(&page), "I waited."));
    assert_true(has(str_text(&page), "Four of five times."));
    assert_true(has(str_text(&page), ">Evidence"));
    assert_int_equal(list.lost_count, 4);
    str_release(&page);
    small_free(s);
}

static void test_sentences_and_sections_stand_where_they_were_added(void **state)
{
    (void)state;
    struct small *s = small_new();
    edit(s, REPORT_EDIT_ADD, "summary.1", "First of mine.");
    edit(s, REPORT_EDIT_ADD, "summary.1", "Second of mine.");
    edit(s, REPORT_EDIT_ADD, "added.1", "Between them.");
    edit(s, REPORT_EDIT_ADD, "turn.7", "After the table.");
    edit(s, REPORT_EDIT_ADD, "question.1", "And a question of mine?");
    edit(s, REPORT_EDIT_ADD, "turns", "Under the heading.");
    edit(s, REPORT_EDIT_SECTION, "question.1", "One line.\nAnother line.");
    edit(s, REPORT_EDIT_SECTION, "summary.1", "At the front.");
    edit(s, REPORT_EDIT_SECTION, "annex", "Before the evidence.");
    edit(s, REPORT_EDIT_CHANGE, "added.7.2", "Another line, put better.");
    edit(s, REPORT_EDIT_HIDE, "added.1", "");
    report_apply_edits(&s->d, &s->edits);
    assert_true(is_in_order(s));
    static const char *const order[] = {"summary.1", "added.1", "added.3", "added.2", "damage", "added.8", "turns", "added.6", "turn.7",
                                        "added.4", "question.1", "added.5", "added.7", "added.7.1", "added.7.2", "added.9", "annex", "m1"};
    size_t at = 0;
    for (const struct paper_block *b = s->d.root; b; b = paper_next(b))
        if (b->id && at < sizeof order / sizeof *order && strcmp(b->id, order[at]) == 0) at++;
    assert_int_equal(at, sizeof order / sizeof *order);
    assert_int_equal(paper_find(&s->d, "added.5")->kind, PAPER_ITEM);
    assert_int_equal(paper_find(&s->d, "added.7")->author, PAPER_BY_FACILITATOR);
    assert_string_equal(words_at(s, "added.7.2"), "Another line, put better.");
    assert_int_equal(paper_find(&s->d, "added.1")->hidden, 1);
    small_free(s);
}

static void test_the_word_stands_in_front(void **state)
{
    (void)state;
    struct small *s = small_new();
    edit(s, REPORT_EDIT_WORD, "word", "A good day.");
    edit(s, REPORT_EDIT_WORD, "word", "A good day.\nThank you.");
    report_apply_edits(&s->d, &s->edits);
    const struct paper_block *word = paper_find(&s->d, "word");
    assert_non_null(word);
    assert_string_equal(word->next->id, "turns");
    assert_true(is_in_order(s));
    struct str page = {0};
    paper_html(&page, &s->d);
    assert_int_equal(times(str_text(&page), "A good day."), 1);
    assert_true(has(str_text(&page), "Thank you."));
    str_release(&page);
    small_free(s);
    s = small_new();
    edit(s, REPORT_EDIT_WORD, "word", "A good day.");
    edit(s, REPORT_EDIT_WORD, "word", "");
    report_apply_edits(&s->d, &s->edits);
    assert_int_equal(paper_find(&s->d, "word")->hidden, 1);
    small_free(s);
}

static void test_what_is_told_no_more_is_told_apart(void **state)
{
    (void)state;
    struct small *s = small_new();
    struct view_editing list;
    edit(s, REPORT_EDIT_CHANGE, "summary.2", "Was changed.");
    edit(s, REPORT_EDIT_CHANGE, "summary.2", "Was changed again.");
    edit(s, REPORT_EDIT_ADD, "summary.2", "Stood after it.");
    edit(s, REPORT_EDIT_HIDE, "summary.3", "");
    edit(s, REPORT_EDIT_SHOW, "summary.3", "");
    edit(s, REPORT_EDIT_ADD, "summary.1", "Is there.");
    report_edit_list(&s->d, &s->edits, &list);
    assert_int_equal(list.lost_count, 2);
    assert_string_equal(list.lost[0].words, "Was changed again.");
    assert_string_equal(list.lost[1].words, "Stood after it.");
    assert_null(paper_find(&s->d, "added.1"));
    assert_string_equal(words_at(s, "added.2"), "Is there.");
    small_free(s);
}

static const struct editing_part *listed(const struct view_editing *list, const char *id)
{
    for (int i = 0; i < list->part_count; i++)
        if (list->parts[i].key == view_report_part(id)) return &list->parts[i];
    return NULL;
}

static void test_the_list_tells_every_part_with_its_evidence(void **state)
{
    (void)state;
    struct small *s = small_new();
    struct view_editing list;
    edit(s, REPORT_EDIT_CHANGE, "summary.1", "Nearly every time.");
    edit(s, REPORT_EDIT_HIDE, "turns", "");
    edit(s, REPORT_EDIT_ADD, "finding", "Mine.");
    report_edit_list(&s->d, &s->edits, &list);
    const struct editing_part *summary = listed(&list, "summary.1"), *turn = listed(&list, "turn.7"), *mine = listed(&list, "added.1");
    assert_string_equal(summary->words, "Nearly every time.");
    assert_string_equal(summary->told, "Four of five times.");
    assert_int_equal(summary->changed, 1);
    assert_int_equal(summary->evidence_count, 1);
    assert_string_equal(summary->evidence[0].when, "06:10");
    assert_string_equal(summary->evidence[0].words, "Asked Mara before work began");
    assert_true(turn->within && !turn->hidden && !turn->can_change);
    assert_int_equal(turn[2].key, view_report_part("turn.7.2"));
    assert_true(turn[2].can_change && !turn[2].can_hide);
    assert_int_equal(turn[1].evidence_count, 1);
    assert_false(listed(&list, "turn.7.3")->can_change);
    assert_string_equal(turn[2].section, "Moments of truth");
    assert_true(mine->added && mine->told[0] == '\0');
    assert_int_equal(listed(&list, "finding")->can_hide, 0);
    assert_null(listed(&list, "m1"));
    assert_null(listed(&list, "damage"));
    assert_int_equal(list.edits, 3);
    small_free(s);
}

/* --- a session --- */

static void submit_edit(struct session *s, enum report_edit what, const char *id, const char *words, const char *title)
{
    struct sim_command c = sim_command_make(SIM_CMD_EDIT_REPORT);
    c.edit_report.part = view_report_part(id);
    c.edit_report.edit = (int32_t)what;
    assert_true(submit_words(s, &c, words, title));
}

static char *page_of(struct session *s)
{
    struct arena a = {0};
    struct view_report view;
    struct str page = {0};
    view_report_build(&a, s, &(struct report_wish){.names = 0}, &view);
    report_html(&page, &view);
    arena_release(&a);
    return str_detach(&page);
}

static void test_a_session_keeps_its_edits(void **state)
{
    (void)state;
    static const char *const names[] = {"Ada Lovelace", "Björn", "Chidi"};
    struct session *s = session_of(names, 3);
    play_all(s, BOT_MIXED);
    submit_edit(s, REPORT_EDIT_CHANGE, "finding", "You asked Ada Lovelace <b>twice</b>.", NULL);
    submit_edit(s, REPORT_EDIT_SECTION, "finding", "The room was ready.", "What I saw");
    submit_edit(s, REPORT_EDIT_WORD, "word", "Thank you.", NULL);
    submit_edit(s, REPORT_EDIT_HIDE, "method.people", NULL, NULL);
    char *page = page_of(s), *again = page_of(s);
    assert_string_equal(page, again);
    assert_true(has(page, "You asked <bdi>") || has(page, "You asked "));
    assert_false(has(page, "Lovelace"));
    assert_false(has(page, "<b>twice"));
    assert_true(has(page, "&lt;b&gt;twice"));
    assert_true(has(page, "What I saw"));
    assert_true(has(page, "The room was ready."));
    assert_true(has(page, text("editing.word")));
    assert_null(unbalanced(page));
    free(page);
    free(again);
    struct submit_result r;
    session_undo(s, 2, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    page = page_of(s);
    assert_false(has(page, text("editing.word")));
    assert_true(has(page, "What I saw"));
    free(page);
    session_close(s);
}

/* Every part there is, changed, left out, added to and put back: the page is the one of nobody's edits, but for what was added. */
static void test_every_part_goes_back(void **state)
{
    (void)state;
    static const char *const names[] = {"Ada", "Björn", "Chidi"};
    struct session *s = session_of(names, 3);
    struct arena a = {0};
    struct view_report view;
    struct view_editing list;
    play_all(s, BOT_MIXED);
    view_report_build(&a, s, &(struct report_wish){.names = 0}, &view);
    struct str plain = {0}, back = {0};
    report_html(&plain, &view);
    struct paper_document d = {.arena = &a};
    report_compose(&d, &view);
    report_edit_list(&d, &view.edits, &list);
    assert_true(list.part_count > 40);
    view.edits.items = arena_array(&a, (size_t)list.part_count * 3, sizeof *view.edits.items);
    int changeable = 0;
    for (int i = 0; i < list.part_count; i++) {
        struct view_report_edit *e = &view.edits.items[view.edits.count];
        changeable += list.parts[i].can_change;
        e[0] = (struct view_report_edit){list.parts[i].key, REPORT_EDIT_CHANGE, "Other words.", ""};
        e[1] = (struct view_report_edit){list.parts[i].key, REPORT_EDIT_HIDE, "", ""};
        e[2] = (struct view_report_edit){list.parts[i].key, REPORT_EDIT_RESTORE, "", ""};
        for (int k = 0; k < i; k++) assert_int_not_equal(list.parts[k].key, list.parts[i].key);
        view.edits.count += 3;
    }
    assert_true(changeable > 20);
    report_html(&back, &view);
    assert_string_equal(str_text(&back), str_text(&plain));
    str_release(&plain);
    str_release(&back);
    arena_release(&a);
    session_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_are_changed_and_keep_their_evidence),
        cmocka_unit_test(test_the_latest_edit_wins_and_everything_goes_back),
        cmocka_unit_test(test_a_hidden_candidate_can_be_shown_and_restored),
        cmocka_unit_test(test_what_must_stand_stands),
        cmocka_unit_test(test_sentences_and_sections_stand_where_they_were_added),
        cmocka_unit_test(test_the_word_stands_in_front),
        cmocka_unit_test(test_what_is_told_no_more_is_told_apart),
        cmocka_unit_test(test_the_list_tells_every_part_with_its_evidence),
        cmocka_unit_test(test_a_session_keeps_its_edits),
        cmocka_unit_test(test_every_part_goes_back),
    };
    return cmocka_run_group_tests(tests, load_all, drop_all);
}
