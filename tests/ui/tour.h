/*
 * A tour through everything that the program shows: every page, panel and
 * dialog of a busy session, every step of a workshop, practising alone. The
 * test that includes this says what is done at each place:
 *
 *   static void look_console(const char *name)   the console as it is now
 *   static void look_stage(const char *name)     the stage
 *
 * and calls tour(). The first arrangement_count of the arrangements are
 * looked at; what is looked at may not change the session.
 */
#ifndef TESTS_UI_TOUR_H
#define TESTS_UI_TOUR_H
#include "app/app.h"
#include "session/bot.h"
#include "ui/core.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct arrangement { int width, height, percent; enum theme theme; };

static const struct arrangement arrangements[] = {
    {1280, 800, 100, THEME_DARK},   {1280, 800, 150, THEME_DARK},   {1280, 800, 200, THEME_DARK},
    {1280, 800, 100, THEME_LIGHT},  {1280, 800, 150, THEME_LIGHT},  {1280, 800, 200, THEME_LIGHT},
    {1920, 1080, 100, THEME_DARK},  {1920, 1080, 150, THEME_DARK},  {1920, 1080, 200, THEME_DARK},
    {1920, 1080, 100, THEME_LIGHT}, {1920, 1080, 150, THEME_LIGHT}, {1920, 1080, 200, THEME_LIGHT},
};
enum { ARRANGEMENTS = sizeof arrangements / sizeof arrangements[0] };

static char folder[64];
static int priorities_looked_at;
static struct app *app;
static const struct arrangement *now;
static int arrangement_count = ARRANGEMENTS;
static char tour_pack[2048];            /* the pack that is played, "": the large one */

static void look_console(const char *name);
static void look_stage(const char *name);

static void settle(enum app_window window)
{
    struct ui_input none = {.kind = UI_INPUT_NONE};
    for (int i = 0; i < 3; i++) app_input(app, window, &none);
}
static void arrange(const struct arrangement *a)
{
    now = a;
    gfx_window_resize(app->sides[WINDOW_CONSOLE].surface, a->width, a->height);
    app->settings.scale = a->percent;
    ui_set_theme(app->sides[WINDOW_CONSOLE].ui, a->theme);
    app_drain(app);
}

static void look_everywhere(const char *name)
{
    for (int i = 0; i < arrangement_count; i++) {
        arrange(&arrangements[i]);
        look_console(name);
    }
    look_stage(name);
}

static void key(const char *chord)
{
    struct ui_input input = {.kind = UI_INPUT_KEY, .chord = ui_chord_parse(chord)};
    assert_int_not_equal(input.chord.key, UI_KEY_NONE);
    app_input(app, WINDOW_CONSOLE, &input);
    settle(WINDOW_CONSOLE);
}

/* A panel that is open in all arrangements; Escape leaves it. */
static void look_panel(const char *keys, const char *name)
{
    arrange(&arrangements[0]);
    for (char one[2] = {0}; *keys != '\0'; keys++) {
        one[0] = *keys;
        key(one);
    }
    if (app->console.panel == PANEL_NONE && strncmp(name, "priority", 8) == 0) return;   /* only where customers compete */
    if (app->console.panel == PANEL_NONE) fail_msg("%s does not open", name);
    priorities_looked_at += app->console.panel == PANEL_PRIORITY;
    for (int i = 0; i < arrangement_count; i++) {
        arrange(&arrangements[i]);
        look_console(name);
    }
    arrange(&arrangements[0]);
    while (app->console.panel != PANEL_NONE) key("Escape");
}

static void look_tabs(void)
{
    static const char *const names[] = {"round, tab team", "round, tab business", "round, tab run sheet", "round, tab evidence"};
    for (int i = 0; i < arrangement_count; i++)
        for (int tab = 0; tab < TAB_COUNT; tab++) {
            arrange(&arrangements[i]);
            app->console.tab = (enum console_tab)tab;
            look_console(names[tab]);
        }
    app->console.tab = TAB_TEAM;
}

static void look_round(void)
{
    static const struct { const char *keys, *name; } panels[] = {
        {"q", "ask"}, {"u", "status update"}, {"p", "promise"}, {"k", "move a promise"}, {"w", "work"}, {"t", "priority"}, {"x", "decide"},
        {"b", "blame"}, {"l", "complaint"}, {"i", "something of theirs"}, {"i1", "something happens"}, {"i2", "own work"}, {"i3", "own answer"},
        {"n", "note"}, {"g", "voucher"}, {"z", "overrule"}, {"?", "what to ask"}};
    arrange(&arrangements[0]);
    key("p");
    key("1");
    look_tabs();
    look_stage("round");
    for (size_t i = 0; i < sizeof panels / sizeof panels[0]; i++) look_panel(panels[i].keys, panels[i].name);
    const struct sim_state *s = session_state(app->session);
    for (incident_id i = 0; i < s->incident_count; i++) {
        if (s->incidents[i].open != 1) continue;
        app->console.focus.incident = i;
        app->console.focus.customer = NOBODY;
        look_panel("w", "work of another incident");
        look_panel("x", "decide on another incident");
        look_panel("t", "priority of another incident");
    }
    app->console.standing = 1;
    look_everywhere("large view");
    app->console.standing = 0;
}

static void submit(enum sim_command_kind kind, int32_t value)
{
    struct sim_command command = sim_command_make(kind);
    command.v[0] = value;
    app_submit(app, &command, NULL);
}

/* What competes is fired by hand, as nobody may bring it by themselves. */
static void look_priority(void)
{
    const struct scenario *sc = session_scenario(app->session);
    const struct sim_state *s = session_state(app->session);
    for (incident_id i = 0; i < sc->incident_count; i++) {
        if (sc->incidents[i].option_count == 0 || sc->incidents[i].round != s->round || s->incidents[i].open) continue;
        struct sim_command fire = sim_command_make(SIM_CMD_FIRE);
        fire.v[0] = (int32_t)SHEET_INCIDENT;
        fire.v[1] = i;
        app_submit(app, &fire, NULL);
        app->console.focus.incident = i;
        app->console.focus.customer = NOBODY;
        look_panel("t", "priority where wishes compete");
        look_panel("x", "decide where wishes compete");
    }
    assert_true(priorities_looked_at > 0);
}

/* An ordinary room plays to a time of the day; on the way the stage is looked at every few minutes. */
static void play_to(struct bot *bot, int32_t until)
{
    int32_t next = 0;
    while (session_state(app->session)->now < until && bot_step(bot, app->session)) {
        if (session_state(app->session)->now < next) continue;
        next = session_state(app->session)->now + 240;
        arrange(&arrangements[0]);
        look_stage("round");
    }
}

static void begin(void)
{
    struct app_options options = {.headless = 1, .silent = 1, .seed = 9, .date = "2026-11-22", .no_settings = 1,
                                  .data = getenv("MOMENT_SOURCE"), .sessions = folder, .stage_width = 1920, .stage_height = 1080,
                                  .wall = INT64_C(1795338000000)};
    struct str message = {0};
    assert_int_equal(app_open(&app, &options, &message), ERR_NONE);
    look_everywhere("start");
    struct wishes wishes = {.count = 0};
    wish_text(&wishes, WISH_NEW, tour_pack);
    app_wishes(app, &wishes);
    assert_int_equal(app->page, PAGE_SETUP);
    look_everywhere("set-up, empty");
    ui_edit_set(&app->setup_memory.team, "The night shift of the regional data centre, tables four to six");
    setup_members_add(&app->setup_memory, app->pack, "Sanne, Tom, Aisha, Lars, Noor, Jeroen, Maximiliane");
    look_everywhere("set-up");
    app->setup_memory.picking = 0;
    look_everywhere("set-up, roles");
    app->setup_memory.picking = -1;
    app->setup_memory.leaving = 1;
    look_everywhere("set-up, leaving");
    app->setup_memory.leaving = 0;
    for (int tab = SETUP_WORKSHOP; tab < SETUP_TABS; tab++) {
        app->setup_memory.tab = (enum setup_tab)tab;
        look_everywhere(tab == SETUP_WORKSHOP ? "set-up, how long" : "set-up, the room");
    }
    app->setup_memory.one_display = 1;
    look_everywhere("set-up, the room, one display");
    assert_int_equal(app_create_session(app), ERR_NONE);
}

static void between(const char *name)
{
    assert_int_equal(app->page, PAGE_BETWEEN);
    look_everywhere(name);
    app->round.filter = 0;
    app->round.selected = 0;
    look_everywhere("round over, one score");
    app->round.finishing = 1;
    look_everywhere("round over, finishing");
    app->round.finishing = 0;
    app->round.briefing = 1;
    look_everywhere("briefing");
}

static void wish_for(enum wish_kind kind, int32_t number, const char *words)
{
    struct wishes wishes = {.count = 0};
    wish_text(&wishes, kind, words)->number = number;
    app_wishes(app, &wishes);
}

static void look_agreement(void)
{
    assert_true(app->steps.agreeing);
    for (int i = 0; i < AGREEMENTS; i++)
        agreement_set(&app->steps.agreement, i, "What everybody in this room has agreed on today, in words as long as they may be, managers as well as others.");
    app_agreement_keep(app);   /* before the page does: keys are tried in copies of this program, which share its file */
    look_everywhere("agreement");
    wish_for(WISH_AGREED, 0, "");
}

/* Tables with their numbers, what came of it, and the sheet of the top card. */
static void look_cards(void)
{
    static const char *const pages[] = {"cards, users", "cards, we", "cards, gap", "cards, sheet"};
    struct sim_command c = sim_command_make(SIM_CMD_TALLY);
    key("1");
    look_everywhere("cards, typing");
    key("Escape");
    for (int side = 0; side < 2; side++)
        for (int t = 0; t < 7; t++)
            for (int k = 0; k < 3; k++) {
                c.tally.what = side ? TALLY_CARD_OURS : TALLY_CARD_USERS;
                c.tally.subject = (12 * k + t * (2 + side)) % 36;
                c.tally.by = t;
                c.tally.count = 1;
                app_submit(app, &c, NULL);
            }
    for (int p = 0; p < 4; p++) {
        app->steps.cards.page = p;
        look_everywhere(pages[p]);
    }
    app->steps.cards.page = 0;
    for (int d = 1; d <= ASPECT_COUNT; d++) {
        app->steps.cards.deck = d;
        look_stage("cards, deck");
    }
}

static void look_charter(void)
{
    arrange(&arrangements[0]);
    for (const char *keys = "12345678"; *keys; keys++) key((const char[]){*keys, '\0'});
    look_everywhere("charter, full");
    key("8");
    key("N");
    ui_edit_set(&app->steps.charter.words, "We show respect");
    key("Enter");
    look_everywhere("charter, asked");
    app->steps.charter.tying = 1;
    look_everywhere("charter, who will notice");
    arrange(&arrangements[0]);
    key("Escape");
    key("Escape");
}

static void tally(int32_t what, int32_t subject, int32_t by, int32_t count)
{
    struct sim_command c = sim_command_make(SIM_CMD_TALLY);
    c.tally.what = what;
    c.tally.subject = subject;
    c.tally.by = by;
    c.tally.count = count;
    app_submit(app, &c, NULL);
}

/* As long as the form allows; the last ones are usual, so that the stage shows several. */
static void write_actions(void)
{
    const char *const longest[2] = {"somebody from the other building writes for the third time and nobody has answered a thing",
                                    "walk over there, ask what it means for their day, and say when they will hear from me next"};
    const char *const usual[2] = {"I close a ticket", "ask whether it works"};
    for (int i = 0; i < 9; i++) {
        struct sim_command c = sim_command_make(SIM_CMD_MONDAY);
        c.monday.slot = i;
        c.monday.member = i % 7;
        c.monday.days = 90;
        c.monday.named = i % 2;
        app_submit(app, &c, i < 5 ? longest : usual);
        if (i == 0 || i == 4 || i == 5) look_stage("monday, growing");
    }
}

static void look_monday(void)
{
    struct monday_memory *m = &app->steps.monday_memory;
    int32_t questions = session_scenario(app->session)->survey_count;
    for (int32_t q = 0; q < questions; q++)
        for (int32_t by = 1; by <= 5; by++) tally(TALLY_SURVEY, q, by, by * 3);
    for (int q = 0; q <= questions; q++) {
        m->survey.question = q;
        m->survey.filled = -1;
        look_everywhere("monday, survey");
    }
    arrange(&arrangements[0]);
    key("F2");
    look_everywhere("monday, nothing yet");
    write_actions();
    look_everywhere("monday, actions");
    m->slot = 2;
    look_everywhere("monday, changing one");
    m->slot = NOBODY;
}

static void look_paper(void)
{
    key("Enter");
    look_everywhere("front page, whole");
    arrange(&arrangements[0]);
}

/* A spine is picked and two are chosen, so that each part has something to show. */
static void look_improve(void)
{
    static const char *const parts[PART_COUNT] = {"improve, choose", "improve, root cause", "improve, ambassadors", "improve, conditions",
                                                  "improve, complaints", "improve, board"};
    struct improve_memory *m = &app->steps.improve_memory;
    for (int i = 0; i < app->steps.improve->offer_count; i++) {
        tally(TALLY_IMPROVEMENT, app->steps.improve->offers[i].improvement, NOBODY, 9 * i);
        if (!app->steps.improve->offers[i].digs) key((const char[]){(char)('1' + i), '\0'});
    }
    for (int part = 0; part < PART_COUNT; part++) {
        m->part = (enum improve_part)part;
        m->spine = part % SPINE_COUNT;
        look_everywhere(parts[part]);
    }
    assert_true(app->steps.improve->feat_count > 0);
    m->celebrating = 1;
    look_everywhere("improve, celebrating");
    arrange(&arrangements[0]);
}

static void look_verdict(void)
{
    static const char *const parts[VERDICT_PARTS] = {"verdict, vote", "verdict, they say", "verdict, decision", "verdict, what we saw"};
    for (int part = 0; part < VERDICT_PARTS; part++) {
        app->steps.verdict_memory.part = (enum verdict_part)part;
        look_everywhere(parts[part]);
    }
    arrange(&arrangements[0]);
}

/* Over time, of the session that the follow-up is of. */
static void look_compare(void)
{
    arrange(&arrangements[0]);
    key("C");
    assert_int_equal(app->page, PAGE_COMPARE);
    look_everywhere("compare, from the follow-up");
    app->compare.memory.page = COMPARE_TEAMS;
    look_everywhere("compare, the teams");
    ui_edit_set(&app->compare.memory.search, "nobody is called so");
    look_everywhere("compare, nobody found");
    arrange(&arrangements[0]);
    key("Escape");
    assert_int_equal(app->page, PAGE_FOLLOW_UP);
}

static void look_follow_up(void)
{
    arrange(&arrangements[0]);
    wish_for(WISH_FOLLOW_UP, 0, "");
    assert_int_equal(app->page, PAGE_FOLLOW_UP);
    look_everywhere("follow-up");
    for (int i = 0; i < 9; i++) {
        ui_edit_set(&app->follow.memory.note, "Two calls, one the next day; the second one was easier than the first because they knew me by then.");
        key((const char[]){(char)('1' + i % 4), '\0'});
    }
    look_everywhere("follow-up, all asked");
    tally(TALLY_SURVEY_LATER, 0, 4, 12);
    for (int part = 1; part < FOLLOWUP_PAGES; part++) {
        app->follow.memory.page = (enum followup_page)part;
        look_everywhere(part == FOLLOWUP_SURVEY ? "follow-up, survey" : "follow-up, report");
    }
    app->follow.memory.survey.question = 99;
    app->follow.memory.page = FOLLOWUP_SURVEY;
    look_everywhere("follow-up, all questions");
    look_compare();
    arrange(&arrangements[0]);
}

static void edit_report(enum report_edit what, int part, const char *words, const char *title)
{
    struct sim_command c = sim_command_make(SIM_CMD_EDIT_REPORT);
    const struct view_editing *view = &app->editing.view;
    settle(WINDOW_CONSOLE); /* the parts are there once the page is */
    c.edit_report.part = what == REPORT_EDIT_WORD ? view->word_key : view->parts[part].key;
    c.edit_report.edit = (int32_t)what;
    app_submit(app, &c, (const char *const[]){words, title});
    settle(WINDOW_CONSOLE);
}

/* The part itself and each form, with words as long as anybody writes. */
static void look_editing(void)
{
    static const char longest[] = "Nobody in this room asked the gates what they needed until the third time that the screens went dark, and when one of you did ask, "
                                  "it took half a minute, changed what came first, and was remembered by everybody at the end of the day; keep that half minute.";
    static const char *const keys[] = {"C", "A", "S", "W"}, *const names[] = {"editing, change", "editing, add", "editing, section", "editing, word"};
    arrange(&arrangements[0]);
    wish_for(WISH_EDIT_REPORT, 1, "");
    assert_int_equal(app->page, PAGE_EDIT);
    look_everywhere("editing");
    edit_report(REPORT_EDIT_CHANGE, 1, longest, NULL);
    edit_report(REPORT_EDIT_ADD, 2, longest, NULL);
    edit_report(REPORT_EDIT_SECTION, 3, longest, "What one of the managers said when all was over, and what nobody answered");
    edit_report(REPORT_EDIT_WORD, 0, longest, NULL);
    edit_report(REPORT_EDIT_HIDE, 2, NULL, NULL);
    edit_report(REPORT_EDIT_CHANGE, 0, longest, NULL);
    for (int i = 0; i < app->editing.view.part_count; i += 1 + app->editing.view.part_count / 6) {
        app->editing.memory.chosen = i;
        app->editing.memory.key = app->editing.view.parts[i].key;
        look_everywhere("editing, a part");
    }
    for (int i = 0; i < 4; i++) {
        arrange(&arrangements[0]);
        app->editing.memory.chosen = 2;
        app->editing.memory.key = app->editing.view.parts[2].key;
        key(keys[i]);
        ui_edit_set(&app->editing.memory.words, longest);
        look_everywhere(names[i]);
        arrange(&arrangements[0]);
        key("Escape");
    }
    key("P");
    look_everywhere("editing, written");
    arrange(&arrangements[0]);
    key("Escape");
    assert_int_not_equal(app->page, PAGE_EDIT);
}

static void leave_dialog(const struct learning_memory *m)
{
    if (m->dialog != LEARNING_NO_DIALOG) key("Escape");
    assert_int_equal(m->dialog, LEARNING_NO_DIALOG);
}

/* So that there is something to celebrate between the rounds. */
static void give_voucher(void)
{
    struct sim_command c = sim_command_make(SIM_CMD_VOUCHER);
    c.voucher.customer = 0;
    app_submit(app, &c, (const char *const[2]){"They told me before I had to ask, and they told me again when it had changed.", NULL});
}

/* The way through by Enter, with what each part opens. */
static void look_learning(void)
{
    struct learning_memory *m = &app->steps.learning_memory;
    key("C");
    look_everywhere("learning, charter");
    arrange(&arrangements[0]);
    key("1");
    key("2");
    key("F2");
    key("A");
    key("D");
    look_everywhere("learning, disputed");
    arrange(&arrangements[0]);
    key("O");
    look_everywhere("learning, overruling");
    arrange(&arrangements[0]);
    leave_dialog(m);
    key("Enter");
    look_everywhere("learning, pattern");
    arrange(&arrangements[0]);
    key("Enter");
    m->replay = 3000;
    look_everywhere("learning, replay");
    m->replay = -1;
    for (int k = 0; k < app->steps.learning.pattern_count; k++) {
        m->pattern = k;
        look_stage("learning, pattern shown");
    }
    m->pattern = 0;
    arrange(&arrangements[0]);
    key("Enter");
    key("1");
    key("2");
    key("V");
    look_everywhere("learning, counting");
    arrange(&arrangements[0]);
    leave_dialog(m);
    key("W");
    look_everywhere("learning, own words");
    arrange(&arrangements[0]);
    leave_dialog(m);
    look_everywhere("learning, commitments");
}

/* Every step of a workshop with its page, as it is when it is come to. */
static void look_steps(struct bot *bot)
{
    wish_for(WISH_NEW, 0, tour_pack);
    ui_edit_set(&app->setup_memory.team, "The night shift of the regional data centre, tables four to six");
    setup_members_add(&app->setup_memory, app->pack, "Sanne, Tom, Aisha, Lars, Noor, Jeroen, Maximiliane");
    app->setup_memory.left_out = 7;
    wish_for(WISH_CREATE, 0, "");
    look_agreement();
    for (int32_t k = 0; k < app->steps.agenda.count; k++) {
        enum agenda_kind kind = app->steps.agenda.steps[k].kind;
        wish_for(WISH_STEP, k, "");
        assert_int_equal(session_state(app->session)->step, k);
        look_everywhere(agenda_word((int32_t)kind));
        arrange(&arrangements[0]);
        if (kind == AGENDA_CARDS) look_cards();
        if (kind == AGENDA_CHARTER) look_charter();
        if (kind == AGENDA_PAPER) look_paper();
        if (kind == AGENDA_IMPROVE) look_improve();
        if (kind == AGENDA_VERDICT) look_verdict();
        if (kind == AGENDA_LEARNING) look_learning();
        if (kind == AGENDA_MONDAY) look_monday();
        if (app->page == PAGE_ROUND) {
            play_to(bot, session_scenario(app->session)->rounds[session_state(app->session)->round].from + 50 * 60);
            give_voucher();
            wish_for(WISH_END_ROUND, 0, "");
            look_everywhere("round over, by the agenda");
            wish_for(WISH_SHEETS, 0, "");
            look_everywhere("observers' sheets");
            arrange(&arrangements[0]);
            key("Escape");
        }
        app->steps.strip.open = 1;
        look_everywhere("agenda");
        app->steps.strip.open = 0;
        app->steps.strip.leaving = 1;
        look_everywhere("leaving a step");
        app->steps.strip.leaving = 0;
    }
    app->settings_open = 1;
    look_everywhere("settings");
    app->settings_open = 0;
    app->leaving.open = 1;
    look_everywhere("leaving the workshop");
    app->leaving.open = 0;
    look_follow_up();
    wish_for(WISH_LEAVE, 0, "");
}

/* The clock runs out at once; a few waits bring several things open. */
static void let_time_pass(int times)
{
    for (int i = 0; i < times; i++) {
        key("Space");
        for (int k = 0; k < 100 && app_clock_runs(app); k++) app_pass(app, 500);
    }
}

static void look_desk(void)
{
    static const char *const acts[] = {"desk, an act", "desk, another act", "desk, a third act", "desk, a fourth act", "desk, a fifth act",
                                       "desk, a sixth act", "desk, a seventh act", "desk, an eighth act", "desk, a ninth act"};
    look_everywhere("desk, something open");
    key("2");
    key("F");
    key("N");
    key("A");
    look_everywhere("desk, a sentence");
    key("Enter");
    look_everywhere("desk, said");
    key("W");
    look_everywhere("desk, works");
    key("1");
    look_everywhere("desk, a work");
    key("Enter");
    key("E");
    for (int i = 0; i < 9; i++) {
        char digit[2] = {(char)('1' + i), '\0'};
        key(digit);
        key("A");
        look_everywhere(acts[i]);
    }
    key("T");
}

static void look_practice(void)
{
    wish_for(WISH_PRACTISE, 0, "");
    look_everywhere("practice, one incident");
    key("3");
    look_everywhere("practice, the whole story");
    key("2");
    look_everywhere("practice, one round");
    key("Enter");
    assert_int_equal(app->page, PAGE_PRACTICE);
    look_everywhere("desk, nothing open");
    let_time_pass(1);
    look_desk();
    let_time_pass(1);
    look_everywhere("desk, time stands");
    let_time_pass(5);
    look_everywhere("desk, somebody waits");
    look_desk();
    key("?");
    look_everywhere("desk, how it works");
    key("?");
    key("Escape");
    look_everywhere("desk, stopping");
    key("S");
    look_everywhere("practice, front page");
    key("Enter");
    look_everywhere("practice over");
    key("N");
    key("N");
    look_everywhere("practice over, a moment");
    key("T");
    look_everywhere("desk, another try");
    let_time_pass(2);
    key("1");
    key("Enter");
    key("Escape");
    key("S");
    key("Enter");
    look_everywhere("practice over, beside the first try");
    key("Escape");
    look_everywhere("start, with practice");
}

/* Between two rounds of a whole story. */
static void look_practice_between(void)
{
    static const char *const digits[] = {"1", "2", "3", "4", "5"};
    static const char *const offers[] = {"practice, improve", "practice, improve, a second", "practice, improve, a third", "practice, improve, a fourth", "practice, improve, a fifth"};
    wish_for(WISH_PRACTISE, 0, "");
    key("3");
    key("Enter");
    let_time_pass(8);
    key("Escape");
    key("S");
    key("Enter");
    look_everywhere("practice, a round is over");
    key("Enter");
    for (int i = 0; i < 5; i++) {
        key(digits[i]);
        look_everywhere(offers[i]);
    }
    key("Enter");
    look_everywhere("practice, the next round");
    key("Escape");
    key("L");
}

static void tour(void)
{
    struct bot bot;
    snprintf(folder, sizeof folder, "/tmp/moment-tour-XXXXXX");
    assert_non_null(mkdtemp(folder));
    if (tour_pack[0] == '\0') snprintf(tour_pack, sizeof tour_pack, "%s/scenarios/last-flight-out", getenv("MOMENT_SOURCE"));
    begin();
    bot_begin(&bot, BOT_MIXED, 3);
    look_everywhere("first briefing");
    submit(SIM_CMD_START_ROUND, 0);
    look_everywhere("warm-up begins");
    submit(SIM_CMD_END_ROUND, 1);
    between("warm-up over");
    submit(SIM_CMD_START_ROUND, 1);
    assert_int_equal(app->page, PAGE_ROUND);
    look_everywhere("round begins");
    play_to(&bot, 7 * 3600 + 45 * 60);
    look_round();
    play_to(&bot, 8 * 3600 + 30 * 60);
    submit(SIM_CMD_END_ROUND, 0);
    between("round over");
    submit(SIM_CMD_START_ROUND, 2);
    session_advance(app->session, 14 * 3600 + 12 * 60, &(struct submit_result){0});
    look_round();
    look_priority();
    submit(SIM_CMD_END_ROUND, 1);
    between("last round over");
    submit(SIM_CMD_FINISH, 0);
    look_everywhere("end");
    app_report(app);
    look_everywhere("end, report");
    look_editing();
    for (int kind = 0; kind < PROBLEM_COUNT; kind++) {
        app_problem(app, (enum problem_kind)kind, session_path(app->session), "The disk said something long about itself, and nobody listened.");
        look_everywhere("problem");
    }
    wish_for(WISH_LEAVE, 0, "");
    bot_begin(&bot, BOT_MIXED, 5);
    look_steps(&bot);
    look_practice();
    look_practice_between();
    app_close(app);
    char command[100];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    assert_int_equal(system(command), 0);
}
#endif
