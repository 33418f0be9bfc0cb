/* The pages around a round by keyboard alone and by mouse alone: what is wished for, and what is held back. */
#include "../ui/fake.h"

#include "../texts.h"
#include "page_fixtures.h"

struct desk {
    struct scenario sc;
    struct view_start start;
    struct start_memory start_memory;
    struct setup_memory setup;
    struct view_round round;
    struct round_memory round_memory;
    struct session_end end;
    struct problem problem;
    struct wishes wishes;
};
static struct desk desk;
static struct fake fake;

static void run_start(struct ui *ui, struct fake *f)
{
    struct desk *d = f->state;
    start_screen(ui, &d->start, &d->start_memory, &d->wishes);
}
static void run_setup(struct ui *ui, struct fake *f)
{
    struct desk *d = f->state;
    setup_screen(ui, &d->sc, &d->setup, &d->wishes);
}
static void run_round(struct ui *ui, struct fake *f)
{
    struct desk *d = f->state;
    round_screen(ui, &d->round, &d->round_memory, &d->wishes);
}
static void run_problem(struct ui *ui, struct fake *f)
{
    struct desk *d = f->state;
    problem_screen(ui, &d->problem, &d->wishes);
}
static void run_end(struct ui *ui, struct fake *f)
{
    struct desk *d = f->state;
    session_end_screen(ui, &d->round, &d->end, &d->wishes);
}

static void open_page(void (*page)(struct ui *, struct fake *))
{
    memset(&desk, 0, sizeof desk);
    scenario_fill(&desk.sc, 0);
    start_fill(&desk.start, &desk.sc, 3, 4, 0);
    round_fill(&desk.round, 1, 1, 0);
    round_memory_begin(&desk.round_memory);
    setup_begin(&desk.setup, &desk.sc, THEME_DARK);
    desk.problem = (struct problem){PROBLEM_BUSY, "/tmp/x.moment", "", ""};
    desk.start_memory.scale = 100;
    desk.end = (struct session_end){"/tmp/x.moment", "", "", 0, "", 1};
    fake_open(&fake, page, &desk);
    fake.width = 1280;
    fake.height = 2000;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    desk.wishes.count = 0;
}

static int close_page(void **state)
{
    (void)state;
    fake_close(&fake);
    setup_end(&desk.setup);
    round_memory_end(&desk.round_memory);
    return 0;
}

/* What was wished since the last look. */
static struct wish wished(void)
{
    struct wish none = {.kind = WISH_NONE}, last = desk.wishes.count ? desk.wishes.items[desk.wishes.count - 1] : none;
    assert_true(desk.wishes.count <= 1);
    desk.wishes.count = 0;
    return last;
}

static void wishes_for(const char *key, enum wish_kind kind)
{
    fake_key(&fake, key);
    assert_int_equal(wished().kind, kind);
}

static void type(const char *words)
{
    struct ui_input input = {.kind = UI_INPUT_TEXT};
    snprintf(input.text, sizeof input.text, "%s", words);
    fake_run(&fake, &input);
}

static void click(enum ui_role role, const char *label)
{
    const struct ui_item *item = ui_item_find(fake.ui, role, label);
    assert_non_null(item);
    struct ui_input input = {
        .kind = UI_INPUT_MOVE, .x = item->box.x + item->box.w / 2, .y = item->box.y + item->box.h / 2, .clicks = 1};
    fake_run(&fake, &input);
    input.kind = UI_INPUT_PRESS;
    fake_run(&fake, &input);
    input.kind = UI_INPUT_RELEASE;
    fake_run(&fake, &input);
}

static int shows(const char *words)
{
    return ui_item_find(fake.ui, UI_TEXT, words) != NULL;
}

static void start_answers_to_its_keys(void **state)
{
    (void)state;
    open_page(run_start);
    wishes_for("Enter", WISH_OPEN);
    wishes_for("1", WISH_NEW);
    wishes_for("3", WISH_NONE);
    wishes_for("s", WISH_MUTE);
    wishes_for("m", WISH_MOTION);
    wishes_for("q", WISH_QUIT);
    fake_key(&fake, "l");
    struct wish theme = wished();
    assert_int_equal(theme.kind, WISH_THEME);
    assert_int_equal(theme.number, THEME_LIGHT);
    fake_key(&fake, "+");
    assert_int_equal(wished().number, 110);
    wishes_for("-", WISH_NONE);
}

static void start_works_by_mouse(void **state)
{
    (void)state;
    open_page(run_start);
    click(UI_CARD, "Corner bakery");
    assert_int_equal(wished().kind, WISH_NEW);
    click(UI_ROW, "Service crew");
    assert_int_equal(wished().kind, WISH_OPEN);
    click(UI_BUTTON, "Quit");
    assert_int_equal(wished().kind, WISH_QUIT);
}

static void a_broken_pack_says_why_and_cannot_be_chosen(void **state)
{
    (void)state;
    open_page(run_start);
    assert_null(ui_item_find(fake.ui, UI_CARD, "The night move"));
    assert_true(shows("incidents/02-belts.json:14:9"));
}

static void an_empty_start_says_what_to_do(void **state)
{
    (void)state;
    open_page(run_start);
    desk.start.pack_count = desk.start.session_count = 0;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    assert_true(shows("A story is a folder with a pack.json in it."));
    assert_true(shows("Nothing was played yet."));
    wishes_for("Enter", WISH_NONE);
}

static void a_team_is_set_up_by_keyboard_alone(void **state)
{
    (void)state;
    open_page(run_setup);
    type("Data centre team");
    fake_key(&fake, "Enter");
    type("Sanne");
    fake_key(&fake, "Enter");
    type("Tom, Aisha; Lars");
    fake_key(&fake, "Enter");
    assert_int_equal(desk.setup.row_count, 4);
    wishes_for("Ctrl+Enter", WISH_CREATE);
    struct setup_draft draft;
    setup_draft_of(&desk.setup, &draft);
    assert_string_equal(draft.team, "Data centre team");
    assert_int_equal(draft.member_count, 4);
    assert_string_equal(draft.members[2].name, "Aisha");
    for (int i = 0; i < 4; i++)
        assert_int_equal(draft.members[i].role, i);
    assert_int_equal(draft.pace, 60);
}

static void a_team_is_set_up_by_mouse(void **state)
{
    (void)state;
    open_page(run_setup);
    type("Crew");
    click(UI_FIELD, "Add a name");
    type("Sanne");
    click(UI_BUTTON, "Add");
    assert_int_equal(desk.setup.row_count, 1);
    click(UI_CHOICE, "Tables");
    assert_int_equal(desk.setup.tables, 1);
    click(UI_TAB, "The room");
    click(UI_CHECK, "Show the promises");
    assert_int_equal(desk.setup.show_promises, 1);
    click(UI_CHECK, "accidents");
    assert_int_equal(desk.setup.left_out, 2);
    click(UI_TAB, "Who plays");
    click(UI_BUTTON, "Service desk");
    assert_int_equal(desk.setup.picking, 0);
    click(UI_CHOICE, "Applications");
    assert_int_equal(desk.setup.rows[0].role, 3);
    assert_int_equal(desk.setup.picking, -1);
    click(UI_BUTTON, "Remove");
    assert_int_equal(desk.setup.row_count, 0);
}

static void nothing_starts_before_it_is_complete(void **state)
{
    (void)state;
    open_page(run_setup);
    assert_true(shows("Give the team a name."));
    wishes_for("Ctrl+Enter", WISH_NONE);
    type("Crew");
    assert_true(shows("Add at least one name"));
    wishes_for("Ctrl+Enter", WISH_NONE);
    fake_key(&fake, "Enter");
    type("   ");
    fake_key(&fake, "Enter");
    assert_int_equal(desk.setup.row_count, 0);
    type("Sanne");
    fake_key(&fake, "Enter");
    assert_true(shows("Network engineer lacks 1."));
    wishes_for("Ctrl+Enter", WISH_CREATE);
}

static void roles_fill_what_lacks_first(void **state)
{
    (void)state;
    open_page(run_setup);
    assert_int_equal(setup_members_add(&desk.setup, &desk.sc, "a,b,c,d,e,f,g"), 7);
    int taken[LIMIT_ROLES] = {0};
    for (int i = 0; i < 7; i++)
        taken[desk.setup.rows[i].role]++;
    for (int r = 0; r < 6; r++)
        assert_true(taken[r] >= 1 && taken[r] <= desk.sc.roles[r].seats_high);
    for (int i = 0; i < 7; i++)
        desk.setup.rows[i].role = 0;
    setup_roles_spread(&desk.setup, &desk.sc);
    for (int i = 0; i < 4; i++)
        assert_int_equal(desk.setup.rows[i].role, i);
}

static void how_long_and_the_room_are_set_up_by_keyboard(void **state)
{
    (void)state;
    open_page(run_setup);
    type("Crew");
    fake_key(&fake, "Enter");
    type("Sanne");
    fake_key(&fake, "Enter");
    assert_int_equal(desk.setup.preset, PRESET_180);
    fake_key(&fake, "Ctrl+2");
    assert_int_equal(desk.setup.tab, SETUP_WORKSHOP);
    static const enum preset by_key[] = {PRESET_40, PRESET_90, PRESET_180, PRESET_240, PRESET_DAY, PRESET_WHOLE};
    for (int i = 0; i < 6; i++) {
        char key[2] = {(char)('1' + i), '\0'};
        fake_key(&fake, key);
        assert_int_equal(desk.setup.preset, by_key[i]);
    }
    fake_key(&fake, "Ctrl+3");
    assert_int_equal(desk.setup.tab, SETUP_ROOM);
    click(UI_FIELD, "Where managers sit");
    type("At the back. ");
    wishes_for("Ctrl+Enter", WISH_CREATE);
    struct setup_draft draft;
    setup_draft_of(&desk.setup, &draft);
    assert_int_equal(draft.preset, PRESET_WHOLE);
    assert_non_null(strstr(agreement_words(&fake.arena, &desk.setup.agreement, 2), "At the back."));
    wishes_for("F8", WISH_NONE);
    desk.setup.one_display = 1;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    wishes_for("F8", WISH_STAGE_PANE);
}

static void the_end_of_the_day_follows_the_length(void **state)
{
    (void)state;
    open_page(run_setup);
    desk.setup.minute = 23 * 60;
    fake_key(&fake, "Ctrl+2");
    fake_key(&fake, "Tab");
    assert_true(shows("If you begin now, you end at 0"));
    desk.setup.minute = -1;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    assert_false(shows("If you begin now"));
}

static void no_more_than_forty_find_room(void **state)
{
    (void)state;
    open_page(run_setup);
    for (int i = 0; i < 45; i++)
        setup_members_add(&desk.setup, &desk.sc, "Somebody");
    assert_int_equal(desk.setup.row_count, LIMIT_MEMBERS);
    assert_int_equal(setup_members_add(&desk.setup, &desk.sc, "One more"), 0);
    setup_member_remove(&desk.setup, 3);
    assert_int_equal(setup_members_add(&desk.setup, &desk.sc, "One more"), 1);
}

static void names_are_trimmed_and_cut_between_characters(void **state)
{
    (void)state;
    open_page(run_setup);
    char name[400] = "  ";
    for (int i = 0; i < 70; i++)
        memcpy(name + 2 + 3 * i, "\xE6\x9D\x8E", 4);
    setup_members_add(&desk.setup, &desk.sc, name);
    assert_int_equal(utf8_count(ui_edit_text(&desk.setup.rows[0].name)), LIMIT_NAME);
    assert_int_equal(utf8_check(ui_edit_text(&desk.setup.rows[0].name), strlen(ui_edit_text(&desk.setup.rows[0].name))),
                     strlen(ui_edit_text(&desk.setup.rows[0].name)));
}

static void leaving_asks_once_something_was_typed(void **state)
{
    (void)state;
    open_page(run_setup);
    wishes_for("Esc", WISH_BACK);
    type("Crew");
    wishes_for("Esc", WISH_NONE);
    assert_true(desk.setup.leaving);
    fake_key(&fake, "Esc");
    assert_false(desk.setup.leaving);
    wishes_for("Esc", WISH_NONE);
    click(UI_BUTTON, "Leave");
    assert_int_equal(wished().kind, WISH_BACK);
}

static void moments_are_disputed_and_overruled_by_keyboard(void **state)
{
    (void)state;
    open_page(run_round);
    for (int i = 0; i < 40 && desk.round_memory.selected < 1; i++)
        fake_key(&fake, "Tab");
    assert_int_equal(desk.round_memory.selected, 1);
    fake_key(&fake, "d");
    struct wish dispute = wished();
    assert_int_equal(dispute.command.kind, SIM_CMD_DISPUTE);
    assert_int_equal(dispute.command.dispute.subject, 1);
    assert_int_equal(dispute.command.dispute.on, 1);
    fake_key(&fake, "o");
    assert_true(desk.round_memory.overruling);
    wishes_for("Ctrl+Enter", WISH_NONE);
    fake_key(&fake, "1");
    wishes_for("Ctrl+Enter", WISH_NONE);
    type("She was called from the corridor.");
    fake_key(&fake, "Enter");
    struct wish overrule = wished();
    assert_int_equal(overrule.command.kind, SIM_CMD_OVERRULE);
    assert_int_equal(overrule.command.overrule.subject, 1);
    assert_int_equal(overrule.command.overrule.outcome, ROUND_MET);
    assert_string_equal(overrule.words[0], "She was called from the corridor.");
    assert_false(desk.round_memory.overruling);
}

static void a_score_filters_the_list(void **state)
{
    (void)state;
    open_page(run_round);
    assert_true(shows("Mara was asked what it means"));
    click(UI_CARD, "Follow-through");
    assert_int_equal(desk.round_memory.filter, SCORE_FOLLOW);
    int rows = 0, wanted = 0;
    for (int i = 0; i < ui_item_count(fake.ui); i++)
        rows += ui_item_at(fake.ui, i)->role == UI_ROW;
    for (int i = 0; i < desk.round.end.moment_count; i++)
        wanted += desk.round.end.moments[i].score == SCORE_FOLLOW;
    assert_int_equal(rows, wanted);
    fake_key(&fake, "3");
    assert_int_equal(desk.round_memory.filter, -1);
}

static void the_round_leads_to_its_briefing_and_the_briefing_to_the_round(void **state)
{
    (void)state;
    open_page(run_round);
    assert_false(round_is_briefing(&desk.round, &desk.round_memory));
    wishes_for("Enter", WISH_NONE);
    assert_true(round_is_briefing(&desk.round, &desk.round_memory));
    assert_true(shows("Hall B opens at half past two"));
    wishes_for("Esc", WISH_NONE);
    assert_false(round_is_briefing(&desk.round, &desk.round_memory));
    fake_key(&fake, "Enter");
    wishes_for("Enter", WISH_NEXT_ROUND);
    desk.round.round_count++;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    assert_false(round_is_briefing(&desk.round, &desk.round_memory));
}

static void finishing_early_asks(void **state)
{
    (void)state;
    open_page(run_round);
    click(UI_BUTTON, "Finish the session");
    assert_int_equal(wished().kind, WISH_NONE);
    assert_true(shows("The rounds that are left are not played."));
    fake_key(&fake, "Esc");
    assert_false(desk.round_memory.finishing);
    desk.round.has_next = 0;
    wishes_for("Enter", WISH_FINISH);
}

static void the_stage_is_at_hand_between_rounds(void **state)
{
    (void)state;
    open_page(run_round);
    wishes_for("F6", WISH_BLANK);
    click(UI_BUTTON, "Blank stage");
    assert_int_equal(wished().kind, WISH_BLANK);
    wishes_for("F8", WISH_NONE);
    desk.round_memory.one_display = 1;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    wishes_for("F8", WISH_STAGE_PANE);
    fake.width = 700;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    click(UI_BUTTON, "Stage");
    assert_int_equal(wished().kind, WISH_STAGE_PANE);
}

static void problems_offer_their_way_out(void **state)
{
    (void)state;
    open_page(run_problem);
    static const enum wish_kind first[PROBLEM_COUNT] = {WISH_RETRY, WISH_SALVAGE, WISH_OPEN, WISH_OPEN, WISH_NONE, WISH_OPEN};
    for (int i = 0; i < PROBLEM_COUNT; i++) {
        desk.problem = (struct problem){(enum problem_kind)i, "/tmp/x.moment", "detail", ""};
        fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
        wishes_for("Enter", first[i]);
        wishes_for("Esc", i == PROBLEM_NOT_STORED ? WISH_NONE : WISH_BACK);
        for (int k = 0; k < ui_item_count(fake.ui); k++)
            assert_null(strstr(ui_item_at(fake.ui, k)->label, "problem."));
    }
}

static void the_end_writes_the_report_and_goes_back(void **state)
{
    (void)state;
    open_page(run_end);
    wishes_for("r", WISH_REPORT);
    wishes_for("e", WISH_EDIT_REPORT);
    desk.end.editable = 0;
    wishes_for("e", WISH_NONE);
    wishes_for("Esc", WISH_BACK);
    desk.end.report_path = "/tmp/report.html";
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    assert_true(shows("/tmp/report.html"));
}

#define PAGE_TEST(name) cmocka_unit_test_teardown(name, close_page)
int main(void)
{
    const struct CMUnitTest tests[] = {PAGE_TEST(start_answers_to_its_keys),
                                       PAGE_TEST(start_works_by_mouse),
                                       PAGE_TEST(a_broken_pack_says_why_and_cannot_be_chosen),
                                       PAGE_TEST(an_empty_start_says_what_to_do),
                                       PAGE_TEST(a_team_is_set_up_by_keyboard_alone),
                                       PAGE_TEST(a_team_is_set_up_by_mouse),
                                       PAGE_TEST(nothing_starts_before_it_is_complete),
                                       PAGE_TEST(roles_fill_what_lacks_first),
                                       PAGE_TEST(how_long_and_the_room_are_set_up_by_keyboard),
                                       PAGE_TEST(the_end_of_the_day_follows_the_length),
                                       PAGE_TEST(no_more_than_forty_find_room),
                                       PAGE_TEST(names_are_trimmed_and_cut_between_characters),
                                       PAGE_TEST(leaving_asks_once_something_was_typed),
                                       PAGE_TEST(moments_are_disputed_and_overruled_by_keyboard),
                                       PAGE_TEST(a_score_filters_the_list),
                                       PAGE_TEST(the_round_leads_to_its_briefing_and_the_briefing_to_the_round),
                                       PAGE_TEST(finishing_early_asks),
                                       PAGE_TEST(the_stage_is_at_hand_between_rounds),
                                       PAGE_TEST(problems_offer_their_way_out),
                                       PAGE_TEST(the_end_writes_the_report_and_goes_back)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
