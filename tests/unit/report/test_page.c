#include "report_help.h"
#include <locale.h>

/* A view in which every text is the same hostile one. */
static struct report_promise promises[2];
static struct report_moment moments[1];
static struct report_incident incidents[1];
static struct report_claim claims[1];
static struct report_voucher vouchers[1];
static struct report_note notes[1];
static struct report_seen seen[1];
static struct report_correction corrections[1];
static struct report_member members[1];
static struct report_row rows[1];
static struct report_survey surveys[3];
static struct report_statement statements[1];
static struct report_gate gates[2];
static struct report_evidence evidence[1];
static struct report_pattern patterns[1];
static struct report_commitment commitments[1];
static struct report_charter charter[1];
static struct report_improvement improvements[1];
static struct report_action actions[1];
static struct report_card cards[1];

static void fill_measures(struct view_report *v, const char *t)
{
    struct report_value value = {t, t, t, t, 40};
    struct report_row row = {t, t, {value}, value};
    rows[0] = row;
    for (int i = 0; i < REPORT_SIDES; i++) v->sides[i] = row;
    for (int i = 0; i < REPORT_SPOKES; i++) v->spokes[i] = row;
    v->spokes[2].rounds[0].percent = -1;
    for (int i = 0; i < REPORT_ACCOUNT; i++) v->account[i] = (struct report_group){t, rows, 1};
    v->matrix = (struct report_matrix){.acts = 3, .seen = 2, .seen_time = t, .time = t};
    for (int i = 0; i < REPORT_MATRIX; i++) v->matrix.places[i] = (struct report_place){t, 1, {1}, 30, t};
    for (int i = 0; i < 3; i++) surveys[i] = (struct report_survey){.name = t, .counts = t, .band = t, .answers = {1, 0, 1, 2, 3}, .count = 7, .percent = 71, .tone = TONE_WARN};
    v->surveys = surveys;
    v->survey_count = 3;
    v->survey_rounds = v->survey_customers = 1;
    statements[0] = (struct report_statement){t, t, t, TONE_GOOD};
    for (int i = 0; i < REPORT_ASPECTS; i++) v->aspects[i] = (struct report_aspect){t, t, statements, 1};
    gates[0] = (struct report_gate){t, t, t, t, 2, 1};
    gates[1] = (struct report_gate){t, t, t, t, 3, 0};
    v->maturity = (struct report_maturity){2, t, t, t, {t}, gates, 2};
    evidence[0] = (struct report_evidence){t, t, t};
    patterns[0] = (struct report_pattern){t, t, t, 0, 4, evidence, 1, "pattern.x"};
    v->patterns = patterns;
    v->pattern_count = 1;
}

static void fill_agreed(struct view_report *v, const char *t)
{
    struct report_standing standing = {t, t, TONE_GOOD};
    commitments[0] = (struct report_commitment){t, t, t, t, standing};
    charter[0] = (struct report_charter){t, t, {standing}};
    improvements[0] = (struct report_improvement){t, t, t, t, TONE_GOOD};
    actions[0] = (struct report_action){t, t, t, t, t, standing};
    cards[0] = (struct report_card){t, t, 3, 1, {t, t, t, t}, 4};
    v->commitments = commitments;
    v->charter = charter;
    v->improvements = improvements;
    v->actions = actions;
    v->cards = cards;
    v->commitment_count = v->charter_count = v->improvement_count = v->action_count = v->card_count = 1;
}

static void fill_round(struct report_round *r, const char *t)
{
    struct report_effect effect = {.points = -8, .from = 41, .to = 33, .why = t, .sentence = t};
    promises[0] = (struct report_promise){.made = 100,
                                          .due = 900,
                                          .settled = 1200,
                                          .mark = REPORT_LATE,
                                          .made_at = t,
                                          .due_at = t,
                                          .settled_at = t,
                                          .what = t,
                                          .to = t,
                                          .by = t,
                                          .about = t,
                                          .state = t,
                                          .tone = TONE_WARN,
                                          .id = "p1"};
    promises[1] = promises[0];
    promises[1].mark = REPORT_DROPPED;
    promises[1].settled = -1;
    promises[1].id = "p1-1";
    moments[0] = (struct report_moment){.time = t,
                                        .sentence = t,
                                        .score = t,
                                        .outcome = t,
                                        .evidence = t,
                                        .tone = TONE_BAD,
                                        .overruled = 1,
                                        .effect = effect,
                                        .id = "m1"};
    incidents[0] = (struct report_incident){t, t, t, t, moments, 1, "i1"};
    claims[0] = (struct report_claim){
        .time = t, .by = t, .to = t, .words = t, .kind = t, .verdict = t, .later = t, .about = t, .disputed = 1,
        .id = "c1"};
    *r = (struct report_round){.label = t,
                               .inside = t,
                               .title = t,
                               .when = t,
                               .from = 0,
                               .to = 3600,
                               .scores = {{3, 1, 1, 2, 1, 7, 43, 1, 36}, {1, 0, 0, 0, 0, 1, -1, 0, -1}},
                               .delivered = 80,
                               .perceived = 40,
                               .targets_met = 2,
                               .targets = 3,
                               .value_lost = 10,
                               .value_possible = 100,
                               .acts = 9,
                               .visible = 3,
                               .promises = 2,
                               .late = 1,
                               .dropped = 1,
                               .promise_list = promises,
                               .promise_count = 2,
                               .incidents = incidents,
                               .incident_count = 1,
                               .claims = claims,
                               .claim_count = 1};
}

static void fill(struct view_report *v, const char *t)
{
    struct report_effect effect = {.points = 3, .from = 41, .to = 44, .why = t, .sentence = t};
    memset(v, 0, sizeof *v);
    vouchers[0] = (struct report_voucher){t, t, t, t, t, "voucher.1"};
    notes[0] = (struct report_note){t, t, t, "note.1"};
    seen[0] = (struct report_seen){t, t, 1, 2};
    corrections[0] = (struct report_correction){t, t, t, t, t, t, "x1"};
    members[0] = (struct report_member){t, t};
    v->pack = v->organisation = v->date = v->team = v->people = v->rounds_text = v->language = v->finding = v->unit = t;
    v->summary[0] = v->ending_title = v->ending_text = v->state = v->damage = v->rules = v->digest = v->seed =
        v->pack_author = t;
    v->summary_count = v->round_count = v->customer_count = v->turn_count = v->question_count = 1;
    fill_round(&v->rounds[0], t);
    fill_measures(v, t);
    fill_agreed(v, t);
    v->customers[0] = (struct report_customer){.name = t,
                                               .first = t,
                                               .role = t,
                                               .segment = t,
                                               .mood_word = t,
                                               .trust_start = 50,
                                               .trust = {60},
                                               .best = effect,
                                               .worst = effect,
                                               .best_when = t,
                                               .worst_when = t};
    v->turns[0] = (struct report_turn){
        .when = t, .done = t, .lived = t, .words = t, .tone = TONE_BAD, .id = "turn.1", .knew = t, .who = t, .from = 41, .to = 33, .shown = 1};
    for (int i = 0; i < REPORT_HEAD_COUNT; i++) v->heads[i] = (struct report_sentence){.id = "scores", .text = t};
    v->kept = v->spokes[0];
    v->quiet = v->load = v->told = (struct report_value){t, t, t, t, 40};
    v->hands[0] = v->works = 3;
    v->hand_count = 3;
    v->questions[0] = (struct report_question){t, t, "question.m1"};
    v->vouchers = vouchers;
    v->notes = notes;
    v->seen = seen;
    v->corrections = corrections;
    v->members = members;
    v->voucher_count = v->note_count = v->seen_count = v->correction_count = v->member_count = 1;
}

static char *page_of(const char *t)
{
    struct view_report v;
    struct str out = {0};
    fill(&v, t);
    report_html(&out, &v);
    return str_detach(&out);
}

/* What no report may hold, whatever was typed: everything that runs or reaches outside. */
static void is_harmless(const char *page)
{
    static const char *const never[] = {"<script",     "<img",  "<iframe", "<link",          "<object", "http",
                                        "javascript:", " src=", "@import", "<foreignObject", " onload", " onerror="};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (has(page, never[i])) fail_msg("the page holds %s", never[i]);
    for (const char *at = page; (at = strstr(at, "url(")) != NULL; at++) assert_int_equal(at[4], '#');
    for (const char *at = page; (at = strstr(at, "href=\"")) != NULL; at++) assert_int_equal(at[6], '#');
    const char *wrong = unbalanced(page);
    if (wrong) fail_msg("tags do not close: %.60s", wrong);
}

static void test_hostile_texts_stay_text(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "<script>alert(1)</script>",
        "\" onerror=\"alert(1)",
        "'><img src=x onerror=alert(1)>",
        "</td></table></style><script>",
        "&lt;b&gt; &amp; <b>",
        "]]>--><!-- <svg onload=alert(1)>",
        "url(javascript:1)",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char *page = page_of(texts[i]);
        assert_false(has(page, "<script") || has(page, "<img") || has(page, "<svg onload") ||
                     has(page, "\" onerror=") || has(page, "<!--"));
        const char *wrong = unbalanced(page);
        if (wrong) fail_msg("%s: tags do not close: %.60s", texts[i], wrong);
        free(page);
    }
}

static void test_ordinary_page_is_harmless(void **state)
{
    (void)state;
    char *page = page_of("Mara & Joseph");
    is_harmless(page);
    assert_true(has(page, "Mara &amp; Joseph"));
    free(page);
}

static void test_odd_characters(void **state)
{
    (void)state;
    char *page = page_of("bell \x07 esc \x1B[31m bad \xFF\xC3 end");
    for (const char *at = page; *at; at++) assert_true((unsigned char)*at >= 0x20 || *at == '\n');
    assert_true(has(page, "\xEF\xBF\xBD"));
    assert_false(has(page, "\xFF"));
    free(page);
    page = page_of("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xF0\x9F\x8E\x89");
    assert_true(has(page, "dir=\"auto\">\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xF0\x9F\x8E\x89"));
    assert_null(unbalanced(page));
    free(page);
}

static void test_ten_thousand_characters(void **state)
{
    (void)state;
    char *long_text = calloc(1, 10001);
    memset(long_text, 'w', 10000);
    char *page = page_of(long_text);
    is_harmless(page);
    assert_true(has(page, long_text));
    free(page);
    free(long_text);
}

static void test_same_bytes_twice(void **state)
{
    (void)state;
    char *first = page_of("Zürich, 50 %");
    setlocale(LC_ALL, "");
    setlocale(LC_ALL, "de_DE.UTF-8");
    char *second = page_of("Zürich, 50 %");
    setlocale(LC_ALL, "C");
    assert_string_equal(first, second);
    free(first);
    free(second);
}

static void test_reads_aloud(void **state)
{
    (void)state;
    char *page = page_of("x");
    assert_true(has(page, "<html lang=\"x\">") && has(page, "<main id=\"content\"") && has(page, "<header>") &&
                has(page, "<title>"));
    assert_int_equal(times(page, "<h1"), 1);
    assert_int_equal(times(page, "<svg"),
                     times(page, "role=\"img\" aria-labelledby=") + times(page, "aria-hidden=\"true\""));
    assert_int_equal(times(page, "role=\"img\""), times(page, "<title id="));
    assert_int_equal(times(page, "<th>"), 0);
    assert_true(times(page, "<th scope=\"") == times(page, "<th "));
    /* A landmark has a name of its own; what lies within one is none. */
    for (const char *at = page; (at = strstr(at, "<section")) != NULL; at++) {
        const char *end = strchr(at, '>'), *name = strstr(at, "aria-label");
        assert_int_equal(strncmp(end, ">\n<h2", 5) == 0, name != NULL && name < end);
    }
    free(page);
}

static void test_counts_are_shown_and_broken_is_named(void **state)
{
    (void)state;
    char *page = page_of("x");
    assert_true(has(page, "3 of 7") && has(page, "1 partly") && has(page, "2 broken"));
    assert_true(has(page, "1 of 1") && has(page, "too few to tell"));
    assert_true(has(page, "no moments"));
    assert_true(has(page, "90 %") && has(page, "2 of 3") && has(page, "0 of 2") && has(page, "3 of 9"));
    free(page);
}

static void test_nothing_played(void **state)
{
    (void)state;
    struct view_report v = {.pack = "P",
                            .organisation = "",
                            .date = "",
                            .team = "T",
                            .people = "",
                            .rounds_text = "",
                            .language = "en",
                            .finding = "F",
                            .unit = "",
                            .ending_title = "",
                            .ending_text = "",
                            .state = "",
                            .damage = "",
                            .rules = "1",
                            .digest = "d",
                            .seed = "1",
                            .pack_author = ""};
    struct str out = {0};
    report_html(&out, &v);
    is_harmless(str_text(&out));
    assert_true(has(str_text(&out), "<h1 id=\"finding\" dir=\"auto\">F</h1>"));
    assert_false(has(str_text(&out), "<table"));
    str_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hostile_texts_stay_text),
        cmocka_unit_test(test_ordinary_page_is_harmless),
        cmocka_unit_test(test_odd_characters),
        cmocka_unit_test(test_ten_thousand_characters),
        cmocka_unit_test(test_same_bytes_twice),
        cmocka_unit_test(test_reads_aloud),
        cmocka_unit_test(test_counts_are_shown_and_broken_is_named),
        cmocka_unit_test(test_nothing_played),
    };
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
