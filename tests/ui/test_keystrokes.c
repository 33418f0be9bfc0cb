/*
 * How many keys a facilitator presses. A scripted round of the large pack is
 * recorded through the real program; each act says which keys it takes and
 * which command must come of them. Choosing the incident and the customer is
 * counted as well: what the team does takes four keys at most.
 */
#include "hands.h"
#include "sim/making.h"

enum { ROUND_MORNING = 1, ROUND_AFTERNOON = 2, MOST = 4 };

static int strokes[200], recorded;
static const char *hardest;          /* the keys of the act that takes most */

/* Keys apart by spaces. */
static void press_all(const char *keys)
{
    char one[16];
    while (*keys) {
        size_t length = strcspn(keys, " ");
        snprintf(one, sizeof one, "%.*s", (int)length, keys);
        press(one);
        keys += length;
        keys += *keys == ' ';
    }
}

static const struct session_entry *newest(void)
{
    const struct session_entry *last = NULL;
    for (int32_t i = 0; i < session_entry_count(app->session); i++) {
        const struct session_entry *e = session_entry_at(app->session, i);
        if (e->act > 0 && (!last || e->act >= last->act)) last = e;
    }
    return last;
}

static void submit(enum sim_command_kind kind, int32_t value)
{
    struct sim_command command = sim_command_make(kind);
    command.v[0] = value;
    app_submit(app, &command, NULL);
}

/* minute: of the round; kind: what must be recorded; customer: to whom, -1: whoever reported it. */
struct deed { int32_t minute; const char *keys; enum sim_command_kind kind; int32_t customer; };

static const struct deed morning[] = {
    {5, "A", SIM_CMD_ACKNOWLEDGE, -1},
    {6, "Q 1", SIM_CMD_ASK, -1},
    {7, "W 1", SIM_CMD_WORK, -1},
    {8, "U 1 N Enter", SIM_CMD_UPDATE, -1},
    {16, "2 A", SIM_CMD_ACKNOWLEDGE, -1},
    {17, "2 Q 1", SIM_CMD_ASK, -1},
    {18, "2 W 1", SIM_CMD_WORK, -1},
    {19, "2 U N Alt+5", SIM_CMD_UPDATE, -1},
    {20, "2 P 2", SIM_CMD_PROMISE, -1},
    {21, "K 2 4", SIM_CMD_RENEGOTIATE, -1},
    {22, "2 F1 Q 3", SIM_CMD_ASK, 0},
    {23, "2 F2 U Alt+1", SIM_CMD_UPDATE, 1},
    {30, "1 U 1 Enter", SIM_CMD_UPDATE, -1},
    {31, "1 Q 5", SIM_CMD_ASK, -1},
    {32, "1 E", SIM_CMD_PROACTIVE, -1},
    {33, "1 B 3", SIM_CMD_BLAME, -1},
    {34, "1 J", SIM_CMD_APOLOGISE, -1},
    {35, "1 L 2", SIM_CMD_LOG_COMPLAINT, -1},
    {36, "1 L R", SIM_CMD_RESOLVE_COMPLAINT, -1},
    {37, "1 X 1", SIM_CMD_REFUSE, -1},
    {38, "2 V", SIM_CMD_VERIFY, -1},
    {39, "2 C", SIM_CMD_CLOSE, -1},
    {72, "3 M", SIM_CMD_AGREE_CONDITIONS, -1},
    {95, "3 M", SIM_CMD_RETEST_CONDITIONS, -1},
};

static void play(const struct deed *acts, int count, round_id round)
{
    int32_t from = session_scenario(app->session)->rounds[round].from;
    struct submit_result result;
    for (int i = 0; i < count; i++) {
        if (session_state(app->session)->now < from + acts[i].minute * 60) session_advance(app->session, from + acts[i].minute * 60, &result);
        app_input(app, WINDOW_CONSOLE, &(struct ui_input){.kind = UI_INPUT_NONE});
        int32_t before = session_state(app->session)->acts;
        pressed = 0;
        press_all(acts[i].keys);
        const struct session_entry *e = newest();
        if (session_state(app->session)->acts <= before || !e || e->command.kind != (int32_t)acts[i].kind)
            fail_msg("minute %d: %s gives %s (%s)", (int)acts[i].minute, acts[i].keys, e ? sim_command_word(e->command.kind) : "nothing", app->console.toast);
        if (acts[i].customer >= 0) assert_int_equal(e->command.v[1], acts[i].customer);
        assert_int_equal(app->console.panel, PANEL_NONE);
        int most = 0;
        for (int k = 0; k < recorded; k++) most = strokes[k] > most ? strokes[k] : most;
        if (pressed > most) hardest = acts[i].keys;
        strokes[recorded++] = pressed;
    }
}

/* What competes is fired by hand before, and handed to who decides. */
static const struct deed afternoon[] = {
    {6, "1 A", SIM_CMD_ACKNOWLEDGE, -1},
    {46, "3 T 1", SIM_CMD_HAND_PRIORITY, -1},
};

static int by_size(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }

static void report(const char *what)
{
    qsort(strokes, (size_t)recorded, sizeof strokes[0], by_size);
    printf("%s: %d acts, keystrokes median %d, most %d (%s)\n", what, recorded, strokes[recorded / 2], strokes[recorded - 1], hardest);
    assert_true(strokes[recorded - 1] <= MOST);
}

static int begin(void **state)
{
    (void)state;
    hands_begin("keys");
    hands_set_up();
    app->setup_memory.preset = PRESET_WHOLE;
    assert_int_equal(app_create_session(app), ERR_NONE);
    submit(SIM_CMD_START_ROUND, 0);
    submit(SIM_CMD_END_ROUND, 1);
    submit(SIM_CMD_START_ROUND, ROUND_MORNING);
    recorded = 0;
    return 0;
}

static int end(void **state)
{
    (void)state;
    return hands_end();
}

static void an_act_takes_four_keys_at_most(void **state)
{
    (void)state;
    play(morning, (int)(sizeof morning / sizeof morning[0]), ROUND_MORNING);
    submit(SIM_CMD_END_ROUND, 1);
    submit(SIM_CMD_START_ROUND, ROUND_AFTERNOON);
    play(afternoon, 1, ROUND_AFTERNOON);
    session_advance(app->session, session_scenario(app->session)->rounds[ROUND_AFTERNOON].from + 45 * 60, &(struct submit_result){0});
    hands_settle();
    click(UI_ROW, "Two requests, one engineer");
    click(UI_BUTTON, "Fire");
    play(afternoon + 1, 1, ROUND_AFTERNOON);
    report("two scripted rounds");
}

/* 3.3 characters a second is a slow typist; a key that is looked for takes one second. */
static void something_typed_happens_within_ten_seconds(void **state)
{
    static const char title[] = "The printer eats paper";
    (void)state;
    session_advance(app->session, session_scenario(app->session)->rounds[ROUND_MORNING].from + 60, &(struct submit_result){0});
    int32_t before = session_state(app->session)->incident_count;
    pressed = 0;
    press_all("I 1");
    type(title);
    press("Enter");
    assert_int_equal(session_state(app->session)->incident_count, before + 1);
    int typed = (int)strlen(title), keys = pressed;
    printf("a typed event: %d keys and %d letters, %d tenths of a second\n", keys, typed, keys * 10 + typed * 3);
    assert_int_equal(keys, 3);
    assert_true(keys * 10 + typed * 3 < 100);
}

static const char *newest_words(void)
{
    return session_text(app->session, newest()->command.text);
}

static void a_note_takes_two_keys(void **state)
{
    (void)state;
    session_advance(app->session, session_scenario(app->session)->rounds[ROUND_MORNING].from + 600, &(struct submit_result){0});
    pressed = 0;
    press_all("N Enter");
    assert_int_equal(pressed, 2);
    assert_int_equal(newest()->command.kind, SIM_CMD_NOTE);
    assert_int_equal(newest()->command.said, session_scenario(app->session)->rounds[ROUND_MORNING].from + 600);
    assert_true(newest_words()[0] != '\0');
    press("N");
    type("Tom: who uses this?");
    press("Enter");
    assert_string_equal(newest_words(), "Tom: who uses this?");
}

/* The last deed for the customer who gives it is the one it is for, unless F2 to F4 choose another; the stage shows its story at once. */
static void a_voucher_is_quick_and_on_the_stage_at_once(void **state)
{
    (void)state;
    play(morning, 4, ROUND_MORNING);
    int32_t deed = newest()->act;
    pressed = 0;
    press("G");
    type("She named the hour");
    press("Enter");
    assert_int_equal(newest()->command.kind, SIM_CMD_VOUCHER);
    assert_int_equal(newest()->command.voucher.act, deed);
    assert_true(stage_says("She named the hour"));
    press("G");
    type("They called first");
    press("F4");
    press("Enter");
    assert_int_not_equal(newest()->command.voucher.act, deed);
    assert_true(newest()->command.voucher.act > 0);
    assert_true(stage_says("They called first"));
    assert_false(stage_says("She named the hour"));
    press("G");
    type("For being there");
    press("F5");
    press("Enter");
    assert_int_equal(newest()->command.voucher.act, 0);
}

static int observed(int32_t marker, int32_t member)
{
    int found = 0;
    for (int32_t i = 0; i < session_event_count(app->session); i++) {
        const struct sim_event *e = session_event_at(app->session, i);
        found += e->kind == SIM_EV_OBSERVED && e->observed.marker == marker && e->observed.member == member;
    }
    return found;
}

static void sheets_are_entered_at_the_end_of_a_round(void **state)
{
    (void)state;
    submit(SIM_CMD_END_ROUND, 1);
    app_input(app, WINDOW_CONSOLE, &(struct ui_input){.kind = UI_INPUT_NONE});
    press("S");
    type("2");
    press("Tab");
    press("Tab");
    type("12");
    press("Enter");
    assert_int_equal(observed(0, 0), 2);
    assert_int_equal(observed(1, 0), 0);
    assert_int_equal(observed(2, 0), 12);
    type("99");                    /* nobody saw it that often */
    press("Enter");
    assert_int_equal(observed(0, 1), 0);
    press("Escape");
    press("S");
    type("x");
    press("Enter");
    assert_int_equal(observed(0, 0), 2);
    press("Escape");
    assert_int_equal(app->sheets.memory.open, 0);
}

/* The first open incident that is neither theirs nor concerns them, and their own newest one. */
static int find_two(incident_id *other, incident_id *own)
{
    const struct sim_state *s = session_state(app->session);
    for (*own = s->incident_count - 1; *own >= 0; --*own)
        for (*other = 0; *other < *own; ++*other)
            if (s->incidents[*own].open == 1 && s->incidents[*other].open == 1 && s->incidents[*other].reporter != s->incidents[*own].reporter &&
                !incident_concerns(session_scenario(app->session), *other, s->incidents[*own].reporter))
                return 1;
    return 0;
}

static int evidence_says(const char *words)
{
    const struct ui *ui = app->sides[WINDOW_CONSOLE].ui;
    for (int i = 0; i < ui_item_count(ui); i++)
        if (ui_item_at(ui, i)->role == UI_ROW && strstr(ui_item_at(ui, i)->label, "somebody has it") && strstr(ui_item_at(ui, i)->label, words)) return 1;
    return 0;
}

static void whoever_is_turned_to_is_answered_about_what_is_theirs(void **state)
{
    static const char *const keys[] = {"F1", "F2", "F3", "F4", "F5", "F7"};
    const struct scenario *sc = session_scenario(app->session);
    incident_id other = NOBODY, own = NOBODY;
    (void)state;
    for (int minute = 1; minute < 60 && !find_two(&other, &own); minute++)
        session_advance(app->session, sc->rounds[ROUND_MORNING].from + minute * 60, &(struct submit_result){0});
    assert_true(own > other && other >= 0);
    hands_settle();
    click(UI_ROW, sc->incidents[other].title);
    customer_id who = session_state(app->session)->incidents[own].reporter;
    char calling[80];
    snprintf(calling, sizeof calling, "%s ", keys[who]);
    const struct ui_item *told = ui_item_find(app->sides[WINDOW_CONSOLE].ui, UI_TEXT, calling);
    assert_non_null(told);
    assert_non_null(strstr(told->label, "is calling"));
    press(keys[who]);
    press("A");
    assert_int_equal(newest()->command.kind, SIM_CMD_ACKNOWLEDGE);
    assert_int_equal(newest()->command.acknowledge.customer, who);
    assert_int_equal(newest()->command.acknowledge.incident, own);
    assert_true(evidence_says(sc->incidents[own].title));
}

static int fired(void)
{
    int found = 0;
    for (int32_t i = 0; i < session_entry_count(app->session); i++) found += session_entry_at(app->session, i)->command.kind == SIM_CMD_FIRE;
    return found;
}

/* The first row of the sheet that waits: the last row of all that has this title stands there, as it is not open yet. */
static void enter_fires_only_the_row_that_was_gone_to(void **state)
{
    (void)state;
    session_advance(app->session, session_scenario(app->session)->rounds[ROUND_MORNING].from + 5 * 60, &(struct submit_result){0});
    hands_settle();
    press_all("Q 1 Enter Enter");
    assert_int_equal(fired(), 0);
    const char *title = NULL;
    for (incident_id i = 0; i < session_scenario(app->session)->incident_count && !title; i++)
        if (session_scenario(app->session)->incidents[i].round == ROUND_MORNING && !session_state(app->session)->incidents[i].open)
            title = session_scenario(app->session)->incidents[i].title;
    assert_non_null(title);
    click(UI_ROW, title);
    press_all("Q 1 Enter Enter");
    assert_int_equal(fired(), 0);          /* an act since then: the row is left */
    click(UI_ROW, title);
    press_all("Enter Enter");
    assert_int_equal(fired(), 1);          /* and not the one that takes its place */
    press("F");
    assert_int_equal(fired(), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_act_takes_four_keys_at_most, begin, end),
        cmocka_unit_test_setup_teardown(something_typed_happens_within_ten_seconds, begin, end),
        cmocka_unit_test_setup_teardown(whoever_is_turned_to_is_answered_about_what_is_theirs, begin, end),
        cmocka_unit_test_setup_teardown(enter_fires_only_the_row_that_was_gone_to, begin, end),
        cmocka_unit_test_setup_teardown(a_note_takes_two_keys, begin, end),
        cmocka_unit_test_setup_teardown(a_voucher_is_quick_and_on_the_stage_at_once, begin, end),
        cmocka_unit_test_setup_teardown(sheets_are_entered_at_the_end_of_a_round, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
