/* Cards and charter by keyboard alone and by mouse alone, on a session that takes what they wish for. */
#include "../ui/fake.h"

#include "../texts.h"
#include "cards_play.h"
#include "screens/cards.h"
#include "screens/charter.h"

static struct cards_play play;
static struct fake fake;
static struct cards_memory cards;
static struct charter_memory charter;
static struct wishes wishes;

static void run_cards(struct ui *ui, struct fake *f)
{
    (void)f;
    cards_memory_follow(&cards, &play.cards);
    cards_screen(ui, &play.cards, &cards, &wishes);
}
static void run_charter(struct ui *ui, struct fake *f)
{
    (void)f;
    charter_screen(ui, &play.charter, &charter, &wishes);
}

static void settle(void)
{
    cards_play_wishes(&play, &wishes);
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    wishes.count = 0;
}

static void open_page(void (*page)(struct ui *, struct fake *), int tables)
{
    assert_true(cards_play_begin(&play, 1, tables));
    cards_memory_begin(&cards);
    charter_memory_begin(&charter);
    wishes.count = 0;
    fake_open(&fake, page, NULL);
    fake.width = 1280;
    fake.height = 2400;
    settle();
}
static void open_cards(void) { open_page(run_cards, 3); }
static void open_charter(void) { open_page(run_charter, 3); }

static int close_page(void **state)
{
    (void)state;
    assert_int_equal(play.refused, 0);
    fake_close(&fake);
    cards_memory_end(&cards);
    charter_memory_end(&charter);
    cards_play_end(&play);
    return 0;
}

/* Letters and digits as a keyboard gives them, each with what the app does in between. */
static void press(const char *keys)
{
    for (char one[2] = {0}; *keys; keys++) {
        one[0] = *keys;
        if (*keys == ' ') {
            fake_key(&fake, "Space");
            fake_text(&fake, " ");
        } else
            fake_press_key(&fake, one);
        settle();
    }
}
static void key(const char *chord)
{
    fake_key(&fake, chord);
    settle();
}
static void click(enum ui_role role, const char *label)
{
    fake_click(&fake, role, label);
    settle();
}
static int wished(enum wish_kind kind, const char *chord)
{
    fake_key(&fake, chord);
    int found = 0;
    for (int i = 0; i < wishes.count; i++) found += wishes.items[i].kind == kind;
    wishes.count = 0;
    return found;
}
static int shows(const char *words)
{
    for (int i = 0; i < ui_item_count(fake.ui); i++)
        if (strstr(ui_item_at(fake.ui, i)->label, words)) return 1;
    return 0;
}

/* --- cards --- */

static void three_tables_are_typed_in_without_a_mouse(void **state)
{
    (void)state;
    open_cards();
    press("1");
    assert_string_equal(fake_focus(&fake), "Cards of Table 1");
    press("13 17 25");
    key("Enter");
    assert_string_equal(fake_focus(&fake), "Cards of Table 2");   /* the next that is still to come */
    press("13 1 36");
    key("Enter");
    press("13 17 8");
    assert_false(cards_are_shown(&cards, &play.cards, CARDS_USERS));
    key("Enter");
    assert_string_equal(fake_focus(&fake), "");
    assert_true(play.cards.all_in[CARDS_USERS]);
    assert_true(cards_are_shown(&cards, &play.cards, CARDS_USERS));
    assert_int_equal(play.cards.cards[12].hands[CARDS_USERS], 3);
    assert_int_equal(play.cards.top, 12);
    key("w");
    press("2");
    press("1 2 3");
    key("Enter");
    assert_string_equal(play.cards.tables[1].numbers[CARDS_OURS], "1 2 3");
    assert_string_equal(fake_focus(&fake), "Cards of Table 3");
}

static void a_table_changes_its_mind(void **state)
{
    (void)state;
    open_cards();
    press("2");
    press("4 5 6");
    key("Enter");
    key("Escape");
    press("2");
    assert_string_equal(ui_edit_text(&cards.numbers), "4 5 6");
    key("Backspace");
    press("7");
    key("Enter");
    assert_string_equal(play.cards.tables[1].numbers[CARDS_USERS], "4 5 7");
    key("Escape");
    press("2");
    key("Ctrl+A");
    key("Backspace");
    key("Enter");
    assert_int_equal(play.cards.tables[1].count[CARDS_USERS], 0);
}

static void nothing_is_kept_that_cannot_be(void **state)
{
    (void)state;
    open_cards();
    press("1");
    press("4 5 37");
    key("Enter");
    assert_true(shows("There is no card 37"));
    assert_int_equal(play.cards.tables[0].count[CARDS_USERS], 0);
    assert_string_equal(fake_focus(&fake), "Cards of Table 1");
    key("Backspace");
    key("Backspace");
    key("Enter");
    assert_int_equal(play.cards.tables[0].count[CARDS_USERS], 2);   /* kept, and still to come */
    assert_int_equal(play.cards.in[CARDS_USERS], 0);
    assert_string_equal(fake_focus(&fake), "Cards of Table 1");
    assert_int_equal(wished(WISH_BACK, "Escape"), 0);   /* closes the table, not the page */
    assert_int_equal(wished(WISH_BACK, "Escape"), 1);
}

static void cards_are_picked_by_mouse(void **state)
{
    (void)state;
    open_cards();
    click(UI_ROW, "Table 2");
    click(UI_ROW, play.cards.cards[12].title);
    click(UI_ROW, play.cards.cards[0].title);
    click(UI_ROW, play.cards.cards[1].title);
    assert_string_equal(play.cards.tables[1].numbers[CARDS_USERS], "1 2 13");
    click(UI_ROW, play.cards.cards[30].title);   /* a fourth is one too many */
    assert_string_equal(play.cards.tables[1].numbers[CARDS_USERS], "1 2 13");
    click(UI_ROW, play.cards.cards[0].title);
    assert_string_equal(play.cards.tables[1].numbers[CARDS_USERS], "2 13");
    click(UI_TAB, "We would pick");
    assert_int_equal(cards.page, CARDS_PAGE_OURS);
}

static void the_stage_stays_covered_until_all_are_in_or_a_key_says_so(void **state)
{
    (void)state;
    open_cards();
    cards_play_pick(&play, CARDS_USERS, 0, 1, 2, 3);
    assert_false(cards_are_shown(&cards, &play.cards, CARDS_USERS));
    key("r");
    assert_true(cards_are_shown(&cards, &play.cards, CARDS_USERS));
    assert_false(cards_are_shown(&cards, &play.cards, CARDS_OURS));
    key("r");
    assert_false(cards_are_shown(&cards, &play.cards, CARDS_USERS));
    for (int t = 1; t < 3; t++) cards_play_pick(&play, CARDS_USERS, t, 1, 2, 3);
    assert_false(cards_are_shown(&cards, &play.cards, CARDS_USERS));   /* hidden by hand stays hidden */
}

/* The room sees the deck from the start, all of it, and finds what it looks for again. */
static void the_deck_is_on_the_stage_and_turns(void **state)
{
    (void)state;
    uint64_t clock = 1;
    open_cards();
    int parts = cards_deck_parts(&play.cards, CARDS_USERS), at = 0;
    assert_int_equal(cards.deck, 1);
    assert_true(shows("Read the cards aloud"));
    for (int i = 0; i < parts; i++) {
        struct cards_deck_part part = cards_deck_part(&play.cards, CARDS_USERS, i);
        assert_int_equal(part.from, at);
        assert_in_range(part.to - part.from, 1, 6);
        at = part.to;
    }
    assert_int_equal(at, play.cards.count);
    for (int i = 2; i <= parts; i++) {
        key("d");
        assert_int_equal(cards.deck, i);
    }
    cards_tick(&cards, &play.cards, clock);
    cards_tick(&cards, &play.cards, clock += 39999);
    assert_int_equal(cards.deck, parts);
    cards_tick(&cards, &play.cards, clock += 1);
    assert_int_equal(cards.deck, 1);
    cards_tick(&cards, &play.cards, clock += 15000);   /* it was seen once */
    assert_int_equal(cards.deck, 2);
    settle();
    assert_false(shows("Read the cards aloud"));
    key("t");
    assert_int_equal(cards.deck, 0);
    cards_tick(&cards, &play.cards, clock += 60000);
    assert_int_equal(cards.deck, 0);
    key("d");
    for (int t = 0; t < 3; t++) cards_play_pick(&play, CARDS_USERS, t, 1, 2, 3);
    settle();
    assert_int_equal(cards.deck, 0);   /* what was picked takes its place */
    assert_true(shows("Read out the first three"));
    key("d");
    key("r");
    assert_int_equal(cards.deck, 0);
    assert_true(cards_are_shown(&cards, &play.cards, CARDS_USERS));
    key("w");
    assert_int_equal(cards.deck, 1);
}

static void the_sheet_is_kept_as_its_fields_are_left(void **state)
{
    (void)state;
    open_cards();
    cards_play_pick(&play, CARDS_USERS, 0, 12, 2, 3);
    key("s");
    press("1");
    assert_string_equal(fake_focus(&fake), "Value");
    press("no call");
    key("Ctrl+Enter");
    assert_string_equal(play.cards.cards[2].sheet[0], "no call");   /* card 3 comes first: all have one hand */
    assert_string_equal(fake_focus(&fake), "Outcomes");
    press("late");
    key("Tab");
    assert_string_equal(play.cards.cards[2].sheet[1], "late");
    press("dear");
    click(UI_ROW, play.cards.cards[12].title);   /* another card: what was typed belongs to the first */
    assert_string_equal(play.cards.cards[2].sheet[2], "dear");
    assert_int_equal(cards_sheet_card(&cards, &play.cards), 12);
    assert_string_equal(ui_edit_text(&cards.parts[0]), "");
    click(UI_ROW, play.cards.cards[2].title);
    press("1");
    key("Ctrl+A");
    key("Backspace");
    key("Escape");
    assert_string_equal(play.cards.cards[2].sheet[0], "");
}

static void a_session_opens_at_what_is_still_to_do(void **state)
{
    (void)state;
    open_cards();
    assert_int_equal(cards.page, CARDS_PAGE_USERS);
    for (int t = 0; t < 3; t++) cards_play_pick(&play, CARDS_USERS, t, 1, 2, 3);
    cards.page = -1;
    settle();
    assert_int_equal(cards.page, CARDS_PAGE_OURS);
    for (int t = 0; t < 3; t++) cards_play_pick(&play, CARDS_OURS, t, 1, 2, 3);
    cards.page = -1;
    settle();
    assert_int_equal(cards.page, CARDS_PAGE_GAP);
}

/* --- charter --- */

static void behaviours_are_picked_and_put_back_by_key(void **state)
{
    (void)state;
    open_charter();
    press("2");
    press("c");
    assert_int_equal(play.charter.count, 2);
    assert_int_equal(play.charter.lines[0].behaviour, BEHAVIOUR_ASK_IMPACT);
    assert_int_equal(play.charter.lines[1].behaviour, BEHAVIOUR_OWN_IT);
    press("2");
    assert_int_equal(play.charter.count, 1);
    press("134567890");
    assert_int_equal(play.charter.count, CHARTER_LINES);   /* and no more */
    assert_int_equal(play.charter.free_slot, NOBODY);
    assert_int_equal(wished(WISH_BACK, "Escape"), 1);
}

static void a_slogan_is_asked_and_may_stay(void **state)
{
    (void)state;
    open_charter();
    press("n");
    press("quality first");
    key("Enter");
    assert_true(shows("What would I see you doing?"));
    assert_int_equal(play.charter.count, 0);
    assert_string_equal(fake_focus(&fake), "A line in our own words");
    key("Ctrl+A");
    press("we show respect");
    key("Enter");
    assert_true(shows("“respect”"));
    key("Ctrl+Enter");
    assert_true(charter.tying);
    press("h");
    assert_int_equal(play.charter.count, 1);
    assert_string_equal(play.charter.lines[0].words, "we show respect");
    assert_int_equal(play.charter.lines[0].behaviour, NOBODY);
    assert_string_equal(fake_focus(&fake), "");
    press("1");   /* a key again, and no letter of the field */
    assert_int_equal(play.charter.count, 2);
}

static void own_words_are_tied_to_what_the_game_checks(void **state)
{
    (void)state;
    open_charter();
    press("1");
    press("n");
    press("we call before lunch");
    key("Enter");
    assert_true(charter.tying);
    press("1");   /* another line has it */
    assert_true(charter.tying);
    key("Escape");
    assert_false(charter.tying);
    assert_string_equal(ui_edit_text(&charter.words), "we call before lunch");
    key("Enter");
    press("b");
    assert_int_equal(play.charter.lines[1].behaviour, BEHAVIOUR_KEEP_THE_CALL);
    assert_string_equal(play.charter.lines[1].words, "we call before lunch");
}

static void a_line_is_changed_and_taken_off(void **state)
{
    (void)state;
    open_charter();
    cards_play_line(&play, 0, BEHAVIOUR_KEEP_THE_CALL, "We call when we said");
    settle();
    click(UI_ROW, "We call when we said");
    key("End");
    press(" so");
    key("Enter");
    press("b");   /* it stays with what it was tied to */
    assert_string_equal(play.charter.lines[0].words, "We call when we said so");
    assert_int_equal(play.charter.count, 1);
    click(UI_ROW, "We call when we said so");
    assert_int_equal(wished(WISH_BACK, "Escape"), 0);
    settle();
    click(UI_ROW, "We call when we said so");
    key("Ctrl+D");
    assert_int_equal(play.charter.count, 0);
}

#define PAGE_TEST(name) cmocka_unit_test_teardown(name, close_page)
int main(void)
{
    const struct CMUnitTest tests[] = {PAGE_TEST(three_tables_are_typed_in_without_a_mouse),
                                       PAGE_TEST(a_table_changes_its_mind),
                                       PAGE_TEST(nothing_is_kept_that_cannot_be),
                                       PAGE_TEST(cards_are_picked_by_mouse),
                                       PAGE_TEST(the_stage_stays_covered_until_all_are_in_or_a_key_says_so),
                                       PAGE_TEST(the_deck_is_on_the_stage_and_turns),
                                       PAGE_TEST(the_sheet_is_kept_as_its_fields_are_left),
                                       PAGE_TEST(a_session_opens_at_what_is_still_to_do),
                                       PAGE_TEST(behaviours_are_picked_and_put_back_by_key),
                                       PAGE_TEST(a_slogan_is_asked_and_may_stay),
                                       PAGE_TEST(own_words_are_tied_to_what_the_game_checks),
                                       PAGE_TEST(a_line_is_changed_and_taken_off)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
