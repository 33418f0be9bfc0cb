/* What the tables picked, the gap, and what may stand in a charter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../screens/cards_play.h"
#include "../texts.h"

static struct cards_play play;

static int begin(void **state)
{
    (void)state;
    return cards_play_begin(&play, 1, 3) ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    assert_int_equal(play.refused, 0);
    cards_play_end(&play);
    return 0;
}

/* --- the deck --- */

static void a_third_of_the_deck_is_of_each_kind(void **state)
{
    (void)state;
    int count[ASPECT_COUNT] = {0};
    assert_int_equal(play.scenario->card_count, 36);
    for (int i = 0; i < play.cards.count; i++) {
        const struct card *c = &play.scenario->cards[i];
        count[c->aspect]++;
        assert_in_range(strlen(c->title), 3, 32);
        assert_in_range(strlen(c->line), 3, 64);
        for (int k = 0; k < i; k++) assert_string_not_equal(c->title, play.scenario->cards[k].title);
    }
    for (int a = 0; a < ASPECT_COUNT; a++) assert_int_equal(count[a], 12);
}

/* --- what is typed --- */

static struct cards_typed typed_as(const char *line)
{
    struct cards_typed typed;
    cards_read(&play.cards, line, &typed);
    return typed;
}

static void numbers_are_read_however_they_are_set_apart(void **state)
{
    (void)state;
    static const char *const lines[] = {"3 17 22", " 3,17 , 22 ", "3/17-22", "3.17.22.", "nr 3 and 17, 022"};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct cards_typed typed = typed_as(lines[i]);
        assert_int_equal(typed.fault, CARDS_FINE);
        assert_int_equal(typed.count, 3);
        assert_int_equal(typed.cards[0], 2);
        assert_int_equal(typed.cards[2], 21);
    }
}

static void what_is_wrong_with_numbers_is_told(void **state)
{
    (void)state;
    assert_int_equal(typed_as("").fault, CARDS_FEW);
    assert_int_equal(typed_as("4 5").fault, CARDS_FEW);
    assert_int_equal(typed_as("4 5").count, 2);
    assert_int_equal(typed_as("0").fault, CARDS_NO_SUCH);
    assert_int_equal(typed_as("36 37 1").fault, CARDS_NO_SUCH);
    assert_int_equal(typed_as("36 37 1").number, 37);
    assert_int_equal(typed_as("99999999999999999999").fault, CARDS_NO_SUCH);
    assert_int_equal(typed_as("7 7 8").fault, CARDS_TWICE);
    assert_int_equal(typed_as("1 2 3 4").fault, CARDS_TOO_MANY);
    assert_int_equal(typed_as("1 2 3 4").number, 4);
}

/* --- hands --- */

static void a_table_is_in_with_three_and_all_are_in_with_the_last(void **state)
{
    (void)state;
    assert_string_equal(play.cards.in_figure[CARDS_USERS], "0 / 3");
    cards_play_pick(&play, CARDS_USERS, 0, 12, 15, 24);
    assert_int_equal(play.cards.in[CARDS_USERS], 1);
    assert_int_equal(play.cards.in[CARDS_OURS], 0);
    assert_string_equal(play.cards.tables[0].numbers[CARDS_USERS], "13 16 25");
    assert_string_equal(play.cards.tables[0].name, "Table 1");
    cards_play_pick(&play, CARDS_USERS, 1, 12, 3, 24);
    assert_false(play.cards.all_in[CARDS_USERS]);
    cards_play_pick(&play, CARDS_USERS, 2, 12, 0, 1);
    assert_true(play.cards.all_in[CARDS_USERS]);
    assert_int_equal(play.cards.top, 12);
    assert_int_equal(play.cards.ranked_count[CARDS_USERS], 6);
    assert_int_equal(play.cards.ranked[CARDS_USERS][1], 24);   /* two hands */
    assert_int_equal(play.cards.ranked[CARDS_USERS][2], 0);    /* of one hand the first of the deck */
    assert_int_equal(play.cards.most, 3);
}

static void the_gap_knows_who_sees_more(void **state)
{
    (void)state;
    assert_string_equal(play.cards.gap_says, "");
    for (int t = 0; t < 3; t++) cards_play_pick(&play, CARDS_USERS, t, 12, 15, 20 + t);
    assert_string_equal(play.cards.gap_says, "");
    for (int t = 0; t < 3; t++) cards_play_pick(&play, CARDS_OURS, t, 15, t, 30);
    assert_int_equal(play.cards.gap_count, 9);
    assert_int_equal(play.cards.gaps[0], 12);   /* 3 to 0; card 30 too, but later in the deck */
    assert_int_equal(play.cards.gaps[1], 30);
    assert_int_equal(play.cards.gaps[8], 15);   /* 3 to 3: nothing lies between */
    assert_non_null(strstr(play.cards.gap_says, play.scenario->cards[12].title));
    assert_non_null(strstr(play.cards.gap_says, "3 to 0"));
}

static void sheets_and_hands_of_nobody_in_particular_are_kept(void **state)
{
    (void)state;
    struct sim_command c = sim_command_make(SIM_CMD_CARD_SHEET);
    c.card_sheet.card = 12;
    c.card_sheet.part = 3;
    cards_play_do(&play, &c, "Nobody believes the next time");
    c = sim_command_make(SIM_CMD_TALLY);
    c.tally.what = TALLY_CARD_USERS;
    c.tally.subject = 5;
    c.tally.by = NOBODY;
    c.tally.count = 4;
    cards_play_do(&play, &c, NULL);
    assert_string_equal(play.cards.cards[12].sheet[3], "Nobody believes the next time");
    assert_string_equal(play.cards.cards[12].sheet[0], "");
    assert_int_equal(play.cards.cards[12].noted, 1);
    assert_int_equal(play.cards.cards[5].hands[CARDS_USERS], 4);
    assert_int_equal(play.cards.in[CARDS_USERS], 0);
    assert_int_equal(play.cards.top, 5);
}

/* --- the charter --- */

static enum charter_sight look(const char *line, const char **word)
{
    static struct arena a;
    arena_reset(&a);
    enum charter_sight sight = charter_look(&a, line, word);
    static char kept[64];
    snprintf(kept, sizeof kept, "%s", *word);
    *word = kept;
    arena_release(&a);
    return sight;
}

static void slogans_are_met_with_a_question(void **state)
{
    (void)state;
    static const char *const unseen[] = {"Be customer-focused", "Quality first", "We put quality first", "We listen", "WE LISTEN!", "“We respect users.”",
                                         "The customer is king", "Teamwork and trust", "We strive for excellence", "High standards", "...", "42"};
    static const struct { const char *line, *word; } abstract[] = {
        {"We show respect", "respect"}, {"We give great service", "great"}, {"We write quality documents", "quality"}, {"We go the extra mile", "extra"}};
    const char *word;
    for (size_t i = 0; i < sizeof unseen / sizeof unseen[0]; i++) {
        if (look(unseen[i], &word) != CHARTER_UNSEEN) fail_msg("“%s” is taken for something to see", unseen[i]);
        assert_string_equal(word, "");
    }
    for (size_t i = 0; i < sizeof abstract / sizeof abstract[0]; i++) {
        if (look(abstract[i].line, &word) != CHARTER_ABSTRACT) fail_msg("“%s” is taken for something to see", abstract[i].line);
        assert_string_equal(word, abstract[i].word);
    }
}

static void what_can_be_seen_is_not_asked_about(void **state)
{
    (void)state;
    static const char *const seen[] = {"We call back within 30 minutes", "We ask what quality means before we start", "Mara hears it from us, not from the gate",
                                       "Two of us walk to the shop floor each Monday", "We say “I do not know yet” and when we call next",
                                       "The board shows every promise", "We laugh with them at least once"};
    const char *word;
    for (size_t i = 0; i < sizeof seen / sizeof seen[0]; i++)
        if (look(seen[i], &word) != CHARTER_SEEN) fail_msg("“%s” is taken for a slogan", seen[i]);
    for (int b = 0; b < BEHAVIOUR_COUNT; b++)
        if (look(play.charter.behaviours[b].see, &word) != CHARTER_SEEN) fail_msg("our own “%s” is taken for a slogan", play.charter.behaviours[b].see);
}

static void a_charter_knows_its_lines_and_its_room(void **state)
{
    (void)state;
    assert_int_equal(play.charter.free_slot, 0);
    assert_string_equal(play.charter.date, "22 November 2026");
    cards_play_line(&play, 0, BEHAVIOUR_KEEP_THE_CALL, "At twenty past, it is twenty past");
    cards_play_line(&play, 1, NOBODY, "We laugh with them at least once");
    assert_int_equal(play.charter.count, 2);
    assert_int_equal(play.charter.free_slot, 2);
    assert_int_equal(play.charter.behaviours[BEHAVIOUR_KEEP_THE_CALL].slot, 0);
    assert_non_null(strstr(play.charter.lines[0].checked, play.charter.behaviours[BEHAVIOUR_KEEP_THE_CALL].checks));
    assert_string_equal(play.charter.lines[1].checked, text("charter.by-hand"));
    cards_play_line(&play, 0, NOBODY, NULL);
    assert_int_equal(play.charter.count, 1);
    assert_int_equal(play.charter.lines[0].slot, 1);
    assert_int_equal(play.charter.free_slot, 0);
    assert_int_equal(play.charter.behaviours[BEHAVIOUR_KEEP_THE_CALL].slot, NOBODY);
    for (int32_t slot = 2; slot < CHARTER_LINES; slot++) cards_play_line(&play, slot, slot, play.charter.behaviours[slot].see);
    cards_play_line(&play, 0, BEHAVIOUR_OWN_IT, "A name on every complaint");
    assert_int_equal(play.charter.free_slot, NOBODY);
    assert_int_equal(play.charter.count, CHARTER_LINES);
}

#define CARDS_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
int main(void)
{
    const struct CMUnitTest tests[] = {CARDS_TEST(a_third_of_the_deck_is_of_each_kind),
                                       CARDS_TEST(numbers_are_read_however_they_are_set_apart),
                                       CARDS_TEST(what_is_wrong_with_numbers_is_told),
                                       CARDS_TEST(a_table_is_in_with_three_and_all_are_in_with_the_last),
                                       CARDS_TEST(the_gap_knows_who_sees_more),
                                       CARDS_TEST(sheets_and_hands_of_nobody_in_particular_are_kept),
                                       CARDS_TEST(slogans_are_met_with_a_question),
                                       CARDS_TEST(what_can_be_seen_is_not_asked_about),
                                       CARDS_TEST(a_charter_knows_its_lines_and_its_room)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
