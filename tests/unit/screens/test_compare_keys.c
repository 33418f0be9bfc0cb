/* Teams over time, and the sessions of the start page, by keyboard: thousands are found by typing. */
#include "../ui/fake.h"

#include "../texts.h"
#include "screens/compare.h"
#include "screens/start.h"

enum { TEAMS = 3000 };

struct desk {
    struct compare_page_view view;
    struct compare_memory memory;
    struct compare_team teams[TEAMS];
    char names[TEAMS][24];
    struct view_start start;
    struct view_session_card sessions[TEAMS];
    struct start_memory start_memory;
    struct wishes wishes;
};
static struct desk desk;
static struct fake fake;

static void run_compare(struct ui *ui, struct fake *f)
{
    (void)f;
    compare_screen(ui, &desk.view, &desk.memory, &desk.wishes);
}

static void run_start(struct ui *ui, struct fake *f)
{
    (void)f;
    start_screen(ui, &desk.start, &desk.start_memory, &desk.wishes);
}

static void open_page(void (*page)(struct ui *, struct fake *), float width)
{
    memset(&desk, 0, sizeof desk);
    compare_begin(&desk.memory);
    for (int i = 0; i < TEAMS; i++) {
        snprintf(desk.names[i], sizeof desk.names[i], "Team %04d", i);
        desk.teams[i] = (struct compare_team){desk.names[i], "2 sessions", "2026-01-01", 2};
        desk.sessions[i] = (struct view_session_card){desk.names[i], desk.names[i], "Pack", "2026-01-01", "finished", 1, 1, 0};
    }
    desk.view = (struct compare_page_view){desk.teams, TEAMS, NULL, 10, 10, "", ""};
    desk.start = (struct view_start){.sessions = desk.sessions, .session_count = TEAMS, .notice = "", .packs_folder = ""};
    desk.start_memory.scale = 100;
    fake_open(&fake, page, &desk);
    fake.width = width;
    fake.height = 800;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    desk.wishes.count = 0;
}

static int close_page(void **state)
{
    (void)state;
    fake_close(&fake);
    compare_end(&desk.memory);
    start_end(&desk.start_memory);
    return 0;
}

static struct wish wished(void)
{
    struct wish none = {.kind = WISH_NONE}, last = desk.wishes.count ? desk.wishes.items[0] : none;
    assert_true(desk.wishes.count <= 1);
    desk.wishes.count = 0;
    return last;
}

static void type(const char *words)
{
    struct ui_input input = {.kind = UI_INPUT_TEXT};
    snprintf(input.text, sizeof input.text, "%s", words);
    fake_run(&fake, &input);
}

static int rows(void)
{
    int count = 0;
    for (int i = 0; i < ui_item_count(fake.ui); i++) count += ui_item_at(fake.ui, i)->role == UI_ROW;
    return count;
}

static void a_team_is_found_by_typing(void **state)
{
    (void)state;
    open_page(run_compare, 1280);
    assert_int_equal(rows(), COMPARE_LISTED);
    fake_key(&fake, "F3");
    type("TEAM 29");
    assert_int_equal(rows(), COMPARE_LISTED);
    type("77");
    assert_int_equal(rows(), 1);
    fake_key(&fake, "Enter");
    struct wish found = wished();
    assert_int_equal(found.kind, WISH_COMPARE);
    assert_string_equal(found.text, "Team 2977");
    fake_key(&fake, "F3");
    type("x");
    fake_key(&fake, "Enter");
    assert_int_equal(wished().kind, WISH_NONE);
    assert_non_null(ui_item_find(fake.ui, UI_TEXT, text("compare.no-match")));
    fake_key(&fake, "Escape");
    assert_int_equal(wished().kind, WISH_NONE);
    fake_key(&fake, "Escape");
    assert_int_equal(wished().kind, WISH_COMPARE_LEAVE);
}

static void nothing_is_written_before_a_team_is_chosen(void **state)
{
    (void)state;
    static struct view_compare team;
    open_page(run_compare, 1280);
    fake_key(&fake, "Ctrl+S");
    assert_int_equal(wished().kind, WISH_NONE);
    memset(&team, 0, sizeof team);
    team.team = "Team 0001";
    team.finding = "Something";
    team.subject = team.left_out = team.rounds_title = team.others_title = team.others_note = team.method = "";
    desk.view.team = &team;
    fake_key(&fake, "Ctrl+S");
    assert_int_equal(wished().kind, WISH_COMPARE_WRITE);
}

static void without_room_there_are_two_pages(void **state)
{
    (void)state;
    open_page(run_compare, 700);
    assert_int_equal(rows(), 0);
    fake_key(&fake, "F1");
    assert_int_equal(rows(), COMPARE_LISTED);
    fake_key(&fake, "F2");
    assert_int_equal(rows(), 0);
}

static void sessions_are_found_by_typing(void **state)
{
    (void)state;
    open_page(run_start, 1280);
    assert_int_equal(rows(), START_LISTED);
    fake_key(&fake, "c");
    assert_int_equal(wished().kind, WISH_COMPARE);
    fake_key(&fake, "F3");
    type("c 0");
    assert_int_equal(wished().kind, WISH_NONE);
    assert_int_equal(rows(), 0);
    assert_non_null(ui_item_find(fake.ui, UI_TEXT, text("start.no-match")));
    for (int i = 0; i < 3; i++) fake_key(&fake, "Backspace");
    type("0042");
    assert_int_equal(rows(), 1);
    fake_key(&fake, "Escape");
    fake_key(&fake, "c");
    assert_int_equal(wished().kind, WISH_COMPARE);
}

static void more_are_listed_on_asking(void **state)
{
    (void)state;
    open_page(run_start, 1280);
    const char *label = ui_item_find(fake.ui, UI_BUTTON, "2950")->label;
    ui_focus(fake.ui, UI_BUTTON, label);
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    fake_key(&fake, "Tab");
    fake_key(&fake, "Shift+Tab");
    fake_key(&fake, "Enter");
    assert_int_equal(rows(), 2 * START_LISTED);
}

#define PAGE_TEST(name) cmocka_unit_test_teardown(name, close_page)
int main(void)
{
    const struct CMUnitTest tests[] = {PAGE_TEST(a_team_is_found_by_typing), PAGE_TEST(nothing_is_written_before_a_team_is_chosen),
                                       PAGE_TEST(without_room_there_are_two_pages), PAGE_TEST(sessions_are_found_by_typing),
                                       PAGE_TEST(more_are_listed_on_asking)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
