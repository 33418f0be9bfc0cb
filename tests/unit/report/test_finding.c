#include "report_help.h"
#include "view/report_finding.h"

/* A good day; each test takes away what its rule looks for. */
static struct finding_figures good_day(void)
{
    return (struct finding_figures){.rounds = 2,
                                    .moments = 60,
                                    .met = 50,
                                    .first = {80, 82, 80},
                                    .last = {85, 84, 82},
                                    .all = {83, 83, 81},
                                    .delivered = 90,
                                    .perceived = 75,
                                    .perceived_start = 62,
                                    .perceived_first = 61,
                                    .targets_met = 7,
                                    .targets = 7,
                                    .promises = 20,
                                    .kept = 18,
                                    .broken_promises = 2,
                                    .ask_moments = 12,
                                    .update_moments = 20};
}

static void says(struct finding_figures f, const char *key)
{
    assert_string_equal(finding_headline(&f), key);
    assert_true(text_has(key));
}

static void set(int shares[FINDING_SCORES], int involving, int honest, int follow)
{
    shares[0] = involving;
    shares[1] = honest;
    shares[2] = follow;
}

static void test_partner(void **state)
{
    (void)state;
    says(good_day(), "finding.partner");
    struct finding_figures f = good_day();
    f.left_behind = 1;
    says(f, "finding.good");
    f = good_day();
    f.delivered = 55;
    says(f, "finding.in-the-light");
}

static void test_too_little_says_nothing_else(void **state)
{
    (void)state;
    struct finding_figures f = good_day();
    f.moments = 11;
    says(f, "finding.too-little");
    f = good_day();
    f.rounds = 0;
    says(f, "finding.too-little");
    f = good_day();
    set(f.all, -1, -1, -1);
    says(f, "finding.too-little");
}

static void test_watermelon(void **state)
{
    (void)state;
    struct finding_figures f = good_day();
    f.perceived = 54;
    f.delivered = 92;
    says(f, "finding.unnoticed");
    f.targets_met = 5;
    says(f, "finding.green-outside");
    f.targets_met = 7;
    f.silent = 16;
    says(f, "finding.told-nobody");
    f.silent = 15;
    says(f, "finding.unnoticed");
    f.perceived_start = 64;
    f.ahead = 1;
    says(f, "finding.cost-trust");
    f.delivered = 78;
    says(f, "finding.good");
}

static void test_change_must_be_felt_to_be_said(void **state)
{
    (void)state;
    struct finding_figures f = good_day();
    set(f.first, 50, 40, 55);
    set(f.last, 80, 75, 60);
    set(f.all, 65, 58, 57);
    says(f, "finding.turned-and-felt");
    f.left_behind = 1;
    says(f, "finding.turned-but-for-one");
    f.left_behind = 0;
    f.perceived = 63;
    says(f, "finding.turned-not-felt");
    f.last[2] = 30;
    assert_string_not_equal(finding_headline(&f), "finding.turned-not-felt");
    f.rounds = 1;
    assert_string_not_equal(finding_headline(&f), "finding.turned-not-felt");
}

static void test_slipped(void **state)
{
    (void)state;
    struct finding_figures f = good_day();
    set(f.first, 80, 80, 60);
    set(f.last, 50, 60, 62);
    set(f.all, 65, 70, 61);
    says(f, "finding.slipped");
}

static void test_one_vice_each(void **state)
{
    (void)state;
    struct finding_figures f = good_day();
    set(f.all, 65, 45, 62);
    set(f.first, 65, 45, 62);
    set(f.last, 65, 45, 62);
    f.silent = 10;
    says(f, "finding.quiet");
    f.silent = 0;
    f.ahead = 3;
    says(f, "finding.said-too-much");
    f.ahead = 2;
    f.not_asked = 6;
    says(f, "finding.did-not-ask");
    f.first[FINDING_INVOLVING] = 49;
    says(f, "finding.learned-to-ask");
    f.first[FINDING_INVOLVING] = 65;
    f.not_asked = 0;
    f.broken_promises = 10;
    says(f, "finding.word-not-kept");
    f.broken_promises = 2;
    says(f, "finding.honest-weak");
    set(f.all, 65, 62, 45);
    says(f, "finding.follow-weak");
    set(f.all, 45, 62, 65);
    says(f, "finding.involving-weak");
    set(f.all, 30, 35, 32);
    says(f, "finding.hard-day");
    set(f.all, 62, 64, 63);
    says(f, "finding.good");
    set(f.all, 55, 58, 57);
    says(f, "finding.mixed");
}

static void test_weakest_and_mover(void **state)
{
    (void)state;
    struct finding_figures f = good_day();
    assert_int_equal(finding_weakest(&f), -1);
    assert_int_equal(finding_mover(&f), -1);
    set(f.all, 80, -1, 60);
    assert_int_equal(finding_weakest(&f), FINDING_FOLLOW);
    set(f.first, 50, -1, 70);
    set(f.last, 61, 90, 55);
    assert_int_equal(finding_mover(&f), FINDING_FOLLOW);
    f.rounds = 1;
    assert_int_equal(finding_mover(&f), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_partner),           cmocka_unit_test(test_too_little_says_nothing_else),
        cmocka_unit_test(test_watermelon),        cmocka_unit_test(test_change_must_be_felt_to_be_said),
        cmocka_unit_test(test_slipped),           cmocka_unit_test(test_one_vice_each),
        cmocka_unit_test(test_weakest_and_mover),
    };
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
