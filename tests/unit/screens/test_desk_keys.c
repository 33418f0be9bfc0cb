/* The pages of practising alone: every key that is written on something does what a click on it does. */
#include "../ui/fake.h"

#include "../texts.h"
#include "../view/play.h"
#include "page_fixtures.h"
#include "screens/desk.h"

struct pages {
    struct play play;
    struct desk_memory desk;
    struct view_desk view;
    struct view_start start;
    struct desk_begin_memory begin;
    struct view_desk_end result;
    struct desk_end_memory end;
    struct desk_feedback feedback;
    struct desk_stood stood;
    customer_id waits;               /* somebody who waits beside those of the session; 0 nobody */
    struct view_paper paper;
    struct view_improve improve;
    struct desk_improve_memory improving;
    struct wishes wishes;
};
static struct pages pages;
static struct fake fake;

static void run_desk(struct ui *ui, struct fake *f)
{
    struct pages *p = f->state;
    view_desk_build(ui_arena(ui), p->play.session, &p->desk.draft, &p->view);
    p->desk.draft.customer = p->view.customer;
    for (int k = 0; k < p->view.customer_count; k++)
        p->view.customers[k].waits |= p->waits > 0 && p->view.customers[k].id == p->waits;
    desk_screen(ui, &p->view, &p->desk, &p->wishes);
}

static void run_begin(struct ui *ui, struct fake *f)
{
    struct pages *p = f->state;
    desk_begin_screen(ui, &p->start, &p->begin, &p->wishes);
}

static void run_end(struct ui *ui, struct fake *f)
{
    struct pages *p = f->state;
    desk_end_screen(ui, &p->result, &p->end, &p->wishes);
}

static void run_paper(struct ui *ui, struct fake *f)
{
    struct pages *p = f->state;
    desk_paper_screen(ui, &p->paper, &p->wishes);
}

static void run_improve(struct ui *ui, struct fake *f)
{
    struct pages *p = f->state;
    desk_improve_screen(ui, &p->improve, &p->improving, &p->wishes);
}

static void to_first_incident(struct play *play)
{
    play_start(play, 1);
    for (int minute = 0; minute < 100; minute++) {
        play_to(play, session_state(play->session)->now + 60);
        for (incident_id i = 0; i < play->scenario->incident_count; i++)
            if (session_state(play->session)->incidents[i].open == 1)
                return;
    }
}

static int begin(void **state)
{
    (void)state;
    memset(&pages, 0, sizeof pages);
    if (!play_begin(&pages.play))
        return -1;
    to_first_incident(&pages.play);
    pages.feedback =
        (struct desk_feedback){.first = "You asked first.", .second = "Next time: ask again.", .seen = "", .evidence = {"08:02 You asked Olga"}, .evidence_count = 1, .can_try = 1};
    return 0;
}

static int finish(void **state)
{
    (void)state;
    fake_close(&fake);
    play_finish(&pages.play);
    return 0;
}

static void open_page(void (*page)(struct ui *, struct fake *))
{
    fake_open(&fake, page, &pages);
    fake.width = 1280;
    fake.height = 1600;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
}

/* What the use of something may change. */
struct result {
    struct desk_draft draft;
    struct desk_begin_memory begin;
    struct desk_end_memory end;
    struct desk_improve_memory improving;
    int leaving, wish_count;
    enum wish_kind kinds[WISHES];
    int32_t numbers[WISHES];
};

static struct result effect_now(void)
{
    struct result e;
    memset(&e, 0, sizeof e);
    e.draft = pages.desk.draft;
    e.begin = pages.begin;
    e.end = pages.end;
    e.improving = pages.improving;
    e.leaving = pages.desk.leaving;
    e.wish_count = pages.wishes.count;
    for (int i = 0; i < pages.wishes.count; i++) {
        e.kinds[i] = pages.wishes.items[i].kind;
        e.numbers[i] = pages.wishes.items[i].number;
    }
    return e;
}

static int is_same(const struct result *a, const struct result *b)
{
    return memcmp(&a->draft, &b->draft, sizeof a->draft) == 0 && memcmp(&a->begin, &b->begin, sizeof a->begin) == 0 &&
           memcmp(&a->end, &b->end, sizeof a->end) == 0 &&
           memcmp(&a->improving, &b->improving, sizeof a->improving) == 0 && a->leaving == b->leaving && a->wish_count == b->wish_count &&
           memcmp(a->kinds, b->kinds, sizeof a->kinds) == 0 && memcmp(a->numbers, b->numbers, sizeof a->numbers) == 0;
}

static void back_to(const struct pages *before)
{
    pages.desk = before->desk;
    pages.begin = before->begin;
    pages.end = before->end;
    pages.improving = before->improving;
    pages.wishes.count = 0;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
}

/* Every item with a key, by its key and by the mouse, from the same state. Returns how many there were. */
static int keys_do_what_clicks_do(void)
{
    struct {
        char key[16], label[200];
        enum ui_role role;
    } found[80];
    int count = 0;
    struct pages before = pages;
    for (int i = 0; i < ui_item_count(fake.ui) && count < 80; i++) {
        const struct ui_item *item = ui_item_at(fake.ui, i);
        if (!item->key[0] || !item->enabled || !item->reachable)
            continue;
        snprintf(found[count].key, sizeof found[count].key, "%s", item->key);
        snprintf(found[count].label, sizeof found[count].label, "%s", item->label);
        found[count++].role = item->role;
    }
    for (int i = 0; i < count; i++) {
        back_to(&before);
        fake_key(&fake, found[i].key);
        struct result by_key = effect_now();
        back_to(&before);
        fake_click(&fake, found[i].role, found[i].label);
        struct result by_click = effect_now();
        if (!is_same(&by_key, &by_click))
            fail_msg("%s and a click on \"%s\" differ", found[i].key, found[i].label);
    }
    back_to(&before);
    return count;
}

static void the_desk(void **state)
{
    (void)state;
    desk_memory_begin(&pages.desk);
    pages.desk.feedback = &pages.feedback;
    open_page(run_desk);
    assert_true(keys_do_what_clicks_do() > 12);
    fake_key(&fake, "3");
    fake_key(&fake, "N");
    assert_true(keys_do_what_clicks_do() > 12);
    fake_key(&fake, "W");
    assert_int_equal(pages.desk.draft.mode, DESK_WORK);
    fake_key(&fake, "1");
    assert_true(keys_do_what_clicks_do() > 6);
    fake_key(&fake, "E");
    fake_key(&fake, "2");
    assert_true(keys_do_what_clicks_do() > 12);
}

/* Time stands for somebody who is not in front, and the feedback is about them too: one way there, with a key. */
static void the_way_to_whom_it_is_about(void **state)
{
    (void)state;
    desk_memory_begin(&pages.desk);
    open_page(run_desk);
    customer_id here = pages.view.customer, there = NOBODY;
    for (int k = 1; k < pages.view.customer_count; k++)
        if (pages.view.customers[k].id != here)
            there = pages.view.customers[k].id;
    assert_int_not_equal(there, NOBODY);
    pages.stood = (struct desk_stood){.lines = {{"08:00 You know now: why.", "Olga has not heard it yet", TONE_TEAM}},
                                      .count = 1, .incident = pages.view.incident, .customer = there, .urgent = 1};
    pages.feedback.customer = there;
    pages.feedback.incident = pages.view.incident;
    pages.waits = there;
    pages.desk.stood = &pages.stood;
    pages.desk.feedback = &pages.feedback;
    pages.desk.draft.mode = DESK_WORK;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    assert_true(keys_do_what_clicks_do() > 4);
    fake_key(&fake, "H");
    assert_int_equal(pages.desk.draft.customer, here);
    fake_key(&fake, "G");
    assert_int_equal(pages.desk.draft.customer, there);
    assert_int_equal(pages.desk.draft.mode, DESK_TELL);
    fake_key(&fake, "F1");
    pages.desk.stood = NULL;
    desk_turn_to(&pages.desk, pages.view.incident, here);
    fake_key(&fake, "G");
    assert_int_equal(pages.desk.draft.customer, there);
}

/* Letters that go through a group come back to where they began. */
static void a_group_goes_round(void **state)
{
    (void)state;
    static const char *const letters[] = {"F", "N", "A"};
    desk_memory_begin(&pages.desk);
    open_page(run_desk);
    fake_key(&fake, "2");
    for (int i = 0; i < 3; i++) {
        struct desk_draft start = pages.desk.draft;
        const int counts[] = {pages.view.fix_count, pages.view.call_count, pages.view.question_count};
        for (int k = 0; k < counts[i]; k++) {
            struct desk_draft last = pages.desk.draft;
            fake_key(&fake, letters[i]);
            assert_memory_not_equal(&pages.desk.draft, &last, sizeof last);
        }
        assert_memory_equal(&pages.desk.draft, &start, sizeof start);
    }
}

static void saying_it_wishes_for_what_the_view_has(void **state)
{
    (void)state;
    desk_memory_begin(&pages.desk);
    open_page(run_desk);
    fake_key(&fake, "Enter");
    assert_int_equal(pages.wishes.count, 0);
    fake_key(&fake, "2");
    fake_key(&fake, "A");
    struct view_desk before = pages.view;
    fake_key(&fake, "Enter");
    assert_int_equal(pages.wishes.count, before.command_count);
    for (int i = 0; i < before.command_count; i++) {
        assert_int_equal(pages.wishes.items[i].kind, WISH_COMMAND);
        assert_int_equal(pages.wishes.items[i].command.kind, before.commands[i].kind);
    }
}

static void stopping_asks_first(void **state)
{
    (void)state;
    desk_memory_begin(&pages.desk);
    open_page(run_desk);
    fake_key(&fake, "Escape");
    assert_true(pages.desk.leaving);
    fake_key(&fake, "Space"); /* belongs to what has the focus: to stay */
    assert_int_equal(pages.wishes.count, 0);
    assert_false(pages.desk.leaving);
    fake_key(&fake, "Escape");
    fake_key(&fake, "Escape");
    assert_false(pages.desk.leaving);
    fake_key(&fake, "Escape");
    fake_key(&fake, "L");
    assert_int_equal(pages.wishes.count, 1);
    assert_int_equal(pages.wishes.items[0].kind, WISH_BACK);
}

static void choosing_what_to_practise(void **state)
{
    (void)state;
    static struct view_pack_card card;
    card = (struct view_pack_card){.path = "x",
                                   .title = pages.play.scenario->title,
                                   .organisation = "",
                                   .summary = "",
                                   .level = "",
                                   .players = "",
                                   .rounds = "",
                                   .problem = "",
                                   .scenario = pages.play.scenario};
    pages.start = (struct view_start){.packs = &card, .pack_count = 1, .notice = "", .packs_folder = ""};
    pages.begin =
        (struct desk_begin_memory){.pack = 0, .length = DESK_ONE_INCIDENT, .incident = NOBODY, .round = NOBODY};
    int32_t first = desk_begin_item(&pages.start, &pages.begin);
    assert_true(first >= 0);
    assert_false(pages.play.scenario->rounds[pages.play.scenario->incidents[first].round].warm_up);
    open_page(run_begin);
    assert_true(keys_do_what_clicks_do() >= 5);
    fake_key(&fake, "2");
    assert_int_equal(pages.begin.length, DESK_ONE_ROUND);
    assert_false(pages.play.scenario->rounds[desk_begin_item(&pages.start, &pages.begin)].warm_up);
    fake_key(&fake, "3");
    assert_int_equal(desk_begin_item(&pages.start, &pages.begin), 0);
    pages.begin.pack = -1;
    assert_int_equal(desk_begin_item(&pages.start, &pages.begin), NOBODY);
}

static void the_result(void **state)
{
    (void)state;
    play_to(&pages.play, pages.play.scenario->rounds[1].to);
    play_end(&pages.play);
    view_desk_end_build(&pages.play.arena, pages.play.session, NULL, &pages.result);
    pages.end = (struct desk_end_memory){.chosen = -1, .customer = -1};
    open_page(run_end);
    assert_true(keys_do_what_clicks_do() >= 2);
    fake_key(&fake, "N");
    assert_int_equal(pages.end.chosen, 0);
    assert_true(keys_do_what_clicks_do() >= 3);
    fake_key(&fake, "A");
    assert_int_equal(pages.wishes.items[pages.wishes.count - 1].kind, WISH_TRY_AGAIN);
    assert_int_equal(pages.wishes.items[pages.wishes.count - 1].number, 0);
}

/* --- between two rounds --- */

static const struct texts clues = {(const char *const[]){"Nobody renews it.", "It is nobody’s task."}, 2};

/* Two offers, the second of which looks for a cause; `chosen` of them. */
static void offers_fill(const char *words, int chosen)
{
    struct view_improve *v = &pages.improve;
    memset(v, 0, sizeof *v);
    v->pack = v->round = v->next = words;
    v->refusal = v->ambassadors = v->forms_by = v->survey = "";
    v->most = 2;
    v->offer_count = 2;
    v->chosen_count = chosen;
    v->cause_count = 2;
    for (int k = 0; k < 2; k++) {
        v->offers[k] = (struct improve_offer){
            .improvement = k, .title = words, .text = words, .changes = words, .why = words, .digs = k == 1};
        v->causes[k] = (struct improve_cause){.incident = k, .spine = NOBODY, .title = words, .customer = words, .when = "09:00"};
        for (int n = 0; n < SPINE_COUNT; n++)
            v->causes[k].spines[n] = clues;
    }
    pages.improving = (struct desk_improve_memory){0, 0};
}

static void a_number_improves(void **state)
{
    (void)state;
    offers_fill("A voice in time", 0);
    pages.improve.offers[1].title = "Why did it happen?";
    open_page(run_improve);
    assert_true(keys_do_what_clicks_do() >= 4);
    fake_key(&fake, "1");
    assert_int_equal(pages.wishes.count, 1);
    assert_int_equal(pages.wishes.items[0].command.kind, SIM_CMD_IMPROVE);
    assert_int_equal(pages.wishes.items[0].command.improve.on, 1);
    fake_key(&fake, "2");
    assert_int_equal(pages.wishes.count, 1);
    assert_int_equal(pages.improving.offer, 1);
    assert_true(keys_do_what_clicks_do() >= 9);
    fake_key(&fake, "N");
    assert_int_equal(pages.improving.cause, 1);
    pages.wishes.count = 0;
    fake_key(&fake, "C");
    assert_int_equal(pages.wishes.count, 1);
    assert_int_equal(pages.wishes.items[0].command.improve.incident, 1);
    assert_int_equal(pages.wishes.items[0].command.improve.spine, 2);
}

static void no_third_is_chosen(void **state)
{
    (void)state;
    offers_fill("A voice in time", 2);
    open_page(run_improve);
    fake_key(&fake, "1");
    fake_key(&fake, "2");
    fake_key(&fake, "A");
    assert_int_equal(pages.wishes.count, 0);
    pages.improve.offers[0].chosen = 1;
    fake_key(&fake, "1");
    assert_int_equal(pages.wishes.count, 1);
    assert_int_equal(pages.wishes.items[0].command.improve.on, 0);
}

static void paper_fill(const char *words)
{
    pages.paper = (struct view_paper){.pack = words, .paper = words, .edition = words, .round = words, .when = words,
                                      .over = 1, .printed = 1, .lead = {words, words}, .piece_count = 3, .asks = {words},
                                      .ask_count = 1};
    for (int k = 0; k < 3; k++)
        pages.paper.pieces[k] = (struct paper_story){words, words};
}

static void the_front_page_leads_on(void **state)
{
    (void)state;
    paper_fill("Gates say no");
    open_page(run_paper);
    assert_true(keys_do_what_clicks_do() >= 2);
    fake_key(&fake, "Enter");
    assert_int_equal(pages.wishes.items[0].kind, WISH_RESULT);
}

/* --- the longest texts that a pack may have --- */

static void make_longest(struct scenario *sc)
{
    for (customer_id c = 0; c < sc->customer_count; c++)
        sc->customers[c].name = sc->customers[c].role = longest_name;
    for (incident_id i = 0; i < sc->incident_count; i++)
        sc->incidents[i].title = longest_name;
    for (work_id w = 0; w < sc->work_count; w++)
        sc->works[w].title = longest_name;
    for (round_id r = 0; r < sc->round_count; r++)
        sc->rounds[r].title = longest_name;
    sc->title = longest_name;
}

/* What can be used lies in the window and over nothing else that can be used, as far as both are in sight. */
static void expect_in_place(const char *page)
{
    const struct ui_frame *frame = ui_frame_done(fake.ui);
    for (int i = 0; i < frame->count; i++) {
        const struct ui_item *a = &frame->items[i];
        struct rect seen = frame->places[i].visible;
        if (!a->focusable || seen.w < 1 || seen.h < 1)
            continue;
        if (seen.x < -1 || seen.x + seen.w > fake.width + 1 || a->box.x + a->box.w > fake.width + 1)
            fail_msg("%s: \"%s\" lies outside at scale %.1f", page, a->label, (double)ui_scale(fake.ui));
        for (int k = i + 1; k < frame->count; k++) {
            const struct ui_item *b = &frame->items[k];
            struct rect other = frame->places[k].visible;
            int meet = seen.x + 2 < other.x + other.w && other.x + 2 < seen.x + seen.w &&
                       seen.y + 2 < other.y + other.h && other.y + 2 < seen.y + seen.h;
            if (b->focusable && other.w >= 1 && other.h >= 1 && meet)
                fail_msg("%s: \"%s\" and \"%s\" lie over each other", page, a->label, b->label);
        }
    }
}

static void in_all_sizes(const char *page)
{
    static const float sizes[][3] = {
        {1280, 800, 1}, {1280, 800, 1.5f}, {1280, 800, 2}, {1920, 1080, 1.2f}, {1920, 1080, 2}};
    for (int i = 0; i < 5; i++) {
        fake.width = sizes[i][0];
        fake.height = sizes[i][1];
        ui_set_scale(fake.ui, sizes[i][2]);
        fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
        expect_in_place(page);
    }
}

static void longest_texts_have_room(void **state)
{
    (void)state;
    static const char *const modes[] = {"T", "W", "E"};
    make_longest(pages.play.scenario);
    desk_memory_begin(&pages.desk);
    pages.desk.feedback = &pages.feedback;
    open_page(run_desk);
    for (int mode = 0; mode < 3; mode++) {
        fake_key(&fake, modes[mode]);
        fake_key(&fake, "1");
        in_all_sizes("desk");
    }
    pages.stood = (struct desk_stood){.lines = {{longest_name, longest_name, TONE_TEAM}, {longest_name, "", TONE_BAD}},
                                      .count = 2, .incident = pages.view.incident, .customer = pages.view.customer == 0};
    pages.waits = pages.stood.customer;
    pages.desk.stood = &pages.stood;
    pages.desk.guide = 1;
    in_all_sizes("desk where time stands");
    pages.desk.stood = NULL;
    desk_tell(&pages.desk, TONE_WARN, longest_name);
    in_all_sizes("desk with a notice");
    pages.desk.leaving = 1;
    fake_run(&fake, &(struct ui_input){.kind = UI_INPUT_NONE});
    fake_close(&fake);
    play_to(&pages.play, pages.play.scenario->rounds[1].to);
    play_end(&pages.play);
    view_desk_end_build(&pages.play.arena, pages.play.session, NULL, &pages.result);
    pages.end = (struct desk_end_memory){.chosen = 0, .customer = -1};
    open_page(run_end);
    in_all_sizes("result");
    pages.result.compared = 1;
    in_all_sizes("result beside the first try");
}

static void longest_between(void **state)
{
    (void)state;
    paper_fill(longest_name);
    open_page(run_paper);
    in_all_sizes("front page");
    fake_close(&fake);
    offers_fill(longest_name, 1);
    open_page(run_improve);
    in_all_sizes("improve");
    pages.improving.offer = 1;
    in_all_sizes("improve, a cause");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, finish)
    const struct CMUnitTest tests[] = {TEST(the_desk),
                                       TEST(the_way_to_whom_it_is_about),
                                       TEST(a_group_goes_round),
                                       TEST(saying_it_wishes_for_what_the_view_has),
                                       TEST(stopping_asks_first),
                                       TEST(choosing_what_to_practise),
                                       TEST(the_result),
                                       TEST(a_number_improves),
                                       TEST(no_third_is_chosen),
                                       TEST(the_front_page_leads_on),
                                       TEST(longest_between),
                                       TEST(longest_texts_have_room)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
