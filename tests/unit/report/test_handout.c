/* The papers of a workshop: complete, and without what the team must find out. */
#include "report_help.h"
#include "report/handout.h"

static struct str plain(enum handout what)
{
    struct arena a = {0};
    struct paper_document d = {.arena = &a};
    struct str out = {0};
    handout_compose(&d, bakery, what);
    for (const struct paper_block *b = d.root; b; b = paper_next(b)) {
        if (b->title) str_append(&out, b->title);
        str_append_char(&out, '\n');
        if (b->kind == PAPER_PARAGRAPH) str_append(&out, paper_words(&a, b));
        str_append_char(&out, '\n');
        for (int i = 0; b->picture && i < b->picture->count; i++)
            if (b->picture->ops[i].text) str_append(&out, b->picture->ops[i].text);
    }
    arena_release(&a);
    return out;
}

static int blocks(enum handout what, enum paper_kind kind)
{
    struct arena a = {0};
    struct paper_document d = {.arena = &a};
    int n = 0;
    handout_compose(&d, bakery, what);
    for (const struct paper_block *b = d.root; b; b = paper_next(b)) n += b->kind == kind;
    arena_release(&a);
    return n;
}

static void every_paper_has_its_words(void **state)
{
    (void)state;
    for (int what = 0; what < HANDOUT_COUNT; what++) {
        struct str words = plain((enum handout)what);
        assert_true(handout_word((enum handout)what)[0]);
        assert_null(missing_text(str_text(&words), "print."));
        assert_null(missing_text(str_text(&words), "monday."));
        assert_null(missing_text(str_text(&words), "charter."));
        assert_null(missing_text(str_text(&words), "fact."));
        assert_null(missing_text(str_text(&words), "kind."));
        assert_null(missing_text(str_text(&words), "question."));
        str_release(&words);
    }
    assert_string_equal(handout_word(HANDOUT_COUNT), "");
}

/* Facts not known from the opening, with their answers. */
static void only_the_facilitator_reads_secrets(void **state)
{
    int secrets = 0;
    (void)state;
    for (int what = 0; what < HANDOUT_COUNT; what++) {
        struct str words = plain((enum handout)what);
        for (fact_id f = 0; f < bakery->fact_count; f++) {
            if (bakery->facts[f].known) continue;
            secrets++;
            assert_int_equal(has(str_text(&words), bakery->facts[f].text), what == HANDOUT_RUNSHEET);
            if (bakery->facts[f].answer[0]) assert_int_equal(has(str_text(&words), bakery->facts[f].answer), what == HANDOUT_RUNSHEET);
        }
        str_release(&words);
    }
    assert_true(secrets > 0);
}

static void the_run_sheet_leaves_nothing_out(void **state)
{
    struct str words = plain(HANDOUT_RUNSHEET);
    const char *all = str_text(&words);
    (void)state;
    for (round_id r = 0; r < bakery->round_count; r++) assert_true(has(all, bakery->rounds[r].title));
    for (incident_id i = 0; i < bakery->incident_count; i++) assert_true(has(all, bakery->incidents[i].title));
    for (event_id e = 0; e < bakery->event_count; e++) assert_true(has(all, bakery->events[e].title));
    for (work_id w = 0; w < bakery->work_count; w++) assert_true(has(all, bakery->works[w].title));
    for (moment_id m = 0; m < bakery->moment_count; m++) assert_true(has(all, bakery->moments[m].met));
    str_release(&words);
}

static void there_is_a_card_for_everybody(void **state)
{
    int seats = 0;
    (void)state;
    for (role_id r = 0; r < bakery->role_count; r++) seats += bakery->roles[r].seats_high;
    assert_int_equal(blocks(HANDOUT_ROLES, PAPER_CARD), seats);
    assert_int_equal(blocks(HANDOUT_CUSTOMERS, PAPER_CARD), bakery->customer_count);
    assert_int_equal(blocks(HANDOUT_CARDS, PAPER_CARD), bakery->card_count);
    struct str words = plain(HANDOUT_CUSTOMERS);
    for (customer_id c = 0; c < bakery->customer_count; c++) {
        assert_true(has(str_text(&words), bakery->customers[c].about));
        for (int32_t n = 0; n < bakery->customers[c].need_count; n++) assert_true(has(str_text(&words), bakery->customers[c].needs[n].text));
    }
    str_release(&words);
}

static void observers_count_the_rounds_that_count(void **state)
{
    struct str words = plain(HANDOUT_OBSERVERS);
    (void)state;
    for (int32_t m = 0; m < bakery->marker_count; m++) assert_true(has(str_text(&words), bakery->markers[m].text));
    str_release(&words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_paper_has_its_words),        cmocka_unit_test(only_the_facilitator_reads_secrets),
        cmocka_unit_test(the_run_sheet_leaves_nothing_out), cmocka_unit_test(there_is_a_card_for_everybody),
        cmocka_unit_test(observers_count_the_rounds_that_count),
    };
    return cmocka_run_group_tests(tests, load_all, drop_all);
}
