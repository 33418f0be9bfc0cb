#include "fake.h"
#include "app/script.h"
#include "model/agenda.h"
#include "sim/command.h"

#include <stdio.h>

struct state {
    struct fake fake;
    struct ui_edit name;
    int called, undone, dialog, rows[30], closed, killed, shots, percent, width, stands, recorded, kind, nth;
    int64_t ticked;
    char shot[64];
    enum theme theme;
};

static void rows(struct ui *ui, struct state *s)
{
    struct rect r = ui_scroll_begin(ui, "rows", (struct rect){0, 100, 300, 120}, 30 * 40);
    for (int i = 0; i < 30; i++) {
        struct rect row = {r.x, r.y + (float)i * 40, r.w, 36};
        s->rows[i] += ui_row(ui, row, arena_printf(ui_arena(ui), "Incident %d", i), "", 0);
        ui_button(ui, (struct rect){row.x + row.w / 4, row.y, row.w / 2, row.h},
                  arena_printf(ui_arena(ui), "Fire %d", i), "", 0);
    }
    ui_scroll_end(ui);
}

static void screen(struct ui *ui, struct fake *f)
{
    struct state *s = f->state;
    s->called += ui_button(ui, (struct rect){0, 0, 200, 30}, "Call back", "A", 0);
    ui_button(ui, (struct rect){210, 0, 200, 30}, "Not now", "", UI_DISABLED);
    ui_field(ui, (struct rect){0, 40, 200, 30}, "Name", &s->name, "", 0);
    s->undone += ui_shortcut(ui, "Ctrl+Z");
    if (ui_button(ui, (struct rect){210, 40, 200, 30}, "Quit", "", 0))
        s->closed = 1;
    ui_stepper(ui, (struct rect){420, 0, 200, 30}, "Pace", "1 min = 6 s", "", "", 0);
    ui_text(ui, (struct rect){420, 40, 300, 30}, 15, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, 0,
            "Everything is under control");
    rows(ui, s);
    if (s->dialog) {
        ui_modal_begin(ui, "Sure?", 200, 100, NULL);
        ui_modal_end(ui);
    }
}

static struct ui *driver_ui(void *context, enum script_window window)
{
    struct state *s = context;
    return window == SCRIPT_CONSOLE ? s->fake.ui : NULL;
}

static void driver_input(void *context, enum script_window window, const struct ui_input *input)
{
    struct state *s = context;
    assert_int_equal(window, SCRIPT_CONSOLE);
    fake_run(&s->fake, input);
}

static void driver_tick(void *context, int64_t milliseconds)
{
    struct state *s = context;
    s->ticked += milliseconds;
}

/* One real second is one fictional minute, from 14:00. */
static int32_t driver_now(void *context)
{
    struct state *s = context;
    return s->stands ? 14 * 3600 : 14 * 3600 + (int32_t)(s->ticked * 60 / 1000);
}

static enum err driver_shot(void *context, enum script_window window, const char *path)
{
    struct state *s = context;
    (void)window;
    snprintf(s->shot, sizeof s->shot, "%s", path);
    return strchr(path, '/') != NULL ? ERR_WRITE : ERR_NONE;
}

static void driver_size(void *context, enum script_window window, int width, int height)
{
    struct state *s = context;
    (void)window;
    s->fake.width = (float)width;
    s->fake.height = (float)height;
}

static void driver_theme(void *context, enum script_window window, enum theme theme)
{
    struct state *s = context;
    (void)window;
    s->theme = theme;
}

static void driver_scale(void *context, int percent)
{
    struct state *s = context;
    s->percent = percent;
}

static void driver_kill(void *context)
{
    struct state *s = context;
    s->killed = 1;
}

static int driver_closed(void *context)
{
    const struct state *s = context;
    return s->closed;
}

static const char *driver_record(void *context, const struct script_record *record)
{
    struct state *s = context;
    s->recorded = record->command;
    return record->words[0] == NULL ? "no words" : NULL;
}

static const char *driver_step(void *context, int kind, int nth)
{
    struct state *s = context;
    s->kind = kind;
    s->nth = nth;
    return nth > 2 ? "no third" : NULL;
}

static void open(struct state *s)
{
    memset(s, 0, sizeof *s);
    fake_open(&s->fake, screen, s);
}

static void done(struct state *s)
{
    ui_edit_release(&s->name);
    fake_close(&s->fake);
}

/* Returns the line that failed; the message goes to `said`. */
static int play(struct state *s, const char *text, char said[1000])
{
    struct script_driver driver = {s,           driver_ui,    driver_input, driver_tick, driver_now,   driver_shot,
                                   driver_size, driver_theme, driver_scale, driver_kill, driver_closed, NULL, driver_record, driver_step};
    struct arena a = {0};
    struct diag_list found = {.arena = &a};
    struct script script;
    struct str message = {0};
    assert_int_equal(script_read(&a, &script, "t.script", text, strlen(text), &found), ERR_NONE);
    int line = script_run(&script, &driver, &message);
    snprintf(said, 1000, "%s", str_text(&message));
    assert_true((line != 0) == (message.length > 0));
    str_release(&message);
    arena_release(&a);
    return line;
}

static void test_it_does_what_a_person_would(void **state)
{
    (void)state;
    struct state s;
    char said[1000];
    open(&s);
    assert_int_equal(
        play(&s,
             "click button \"Call back\"\nkey A\nfocus button \"Call\"\nkey Enter\n"
             "click field \"Name\"\ntype \"Mära A. 👩‍🚀\"\nexpect field \"Mära A. 👩‍🚀\"\nkey "
             "Ctrl+Z\nkey "
             "a\n"
             "key Esc\nexpect \"under control\"\nexpect-not row \"under control\"\n"
             "tick 2s\ntick until 14:30\nsize 800x600\ntheme light\nscale 150\nshot a.png\nkill\nquit\n"
             "click row \"x\"",
             said),
        0);
    assert_int_equal(s.called, 3);
    assert_int_equal(s.undone, 0);
    assert_string_equal(ui_edit_text(&s.name), "Mära A. a");
    assert_int_equal(s.ticked, 30000);
    assert_true(s.fake.width == 800);
    assert_int_equal(s.theme, THEME_LIGHT);
    assert_int_equal(s.percent, 150);
    assert_string_equal(s.shot, "a.png");
    assert_true(s.killed);
    done(&s);
}

static void test_it_scrolls_and_goes_round_what_covers(void **state)
{
    (void)state;
    struct state s;
    char said[1000];
    open(&s);
    assert_int_equal(play(&s, "click row \"Incident 25\"\nclick row \"Incident 0\"", said), 0);
    assert_int_equal(s.rows[25], 1);
    assert_int_equal(s.rows[0], 1);
    done(&s);
}

static void test_failures_stop_and_say_why(void **state)
{
    (void)state;
    static const struct {
        const char *text, *code;
        int line;
    } cases[] = {
        {"key A\nclick button \"Call bakc\"\nkill", "script.no-item", 2},
        {"click button \"Not now\"\nkill", "script.disabled", 1},
        {"focus button \"Not now\"\nkill", "script.disabled", 1},
        {"type \"x\"\nkill", "script.not-typing", 1},
        {"expect \"out of control\"\nkill", "script.not-there", 1},
        {"\nexpect-not \"under control\"\nkill", "script.is-there", 2},
        {"click text \"Everything\"\nkill", "script.no-click", 1},
        {"click stepper \"Pace\"\nkill", "script.no-click", 1},
        {"focus text \"Everything\"\nkill", "script.no-focus", 1},
        {"click stage button \"Call back\"\nkill", "script.no-window", 1},
        {"window stage\nkill", "script.no-window", 1},
        {"shot no/such.png\nkill", "script.no-shot", 1},
        {"click button \"Quit\"\nkey A\nkill", "script.has-ended", 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct state s;
        char said[1000], place[40];
        open(&s);
        assert_int_equal(play(&s, cases[i].text, said), cases[i].line);
        assert_false(s.killed);
        assert_non_null(strstr(said, cases[i].code));
        snprintf(place, sizeof place, "t.script:%d: ", cases[i].line);
        assert_ptr_equal(strstr(said, place), said);
        done(&s);
    }
}

static void test_a_dialog_in_front_and_a_clock_that_stands(void **state)
{
    (void)state;
    struct state s;
    char said[1000];
    open(&s);
    s.dialog = s.stands = 1;
    fake_run(&s.fake, NULL);
    assert_int_equal(play(&s, "expect \"Call\"\nclick button \"Call back\"", said), 2);
    assert_non_null(strstr(said, "script.behind"));
    assert_int_equal(play(&s, "tick until 13:59\ntick until 14:01", said), 2);
    assert_non_null(strstr(said, "script.clock-stands"));
    assert_int_equal(s.called, 0);
    done(&s);
}

static void test_the_nearest_items_are_named(void **state)
{
    (void)state;
    struct state s;
    struct str out = {0};
    open(&s);
    script_nearest(&out, s.fake.ui, UI_BUTTON, "Call bakc");
    assert_ptr_equal(strstr(str_text(&out), "button \"Call back\""), str_text(&out));
    str_clear(&out);
    script_nearest(&out, s.fake.ui, UI_ROLE_COUNT, "is out of control");
    assert_ptr_equal(strstr(str_text(&out), "text \"Everything is under control\""), str_text(&out));
    str_clear(&out);
    script_nearest(&out, s.fake.ui, UI_STEPPER, "zz");
    assert_ptr_equal(strstr(str_text(&out), "stepper \"Pace\" (1 min = 6 s), button \"Call back\""), str_text(&out));
    str_release(&out);
    done(&s);
}

static void test_what_is_recorded_goes_to_the_session(void **state)
{
    (void)state;
    struct state s;
    char said[1000];
    open(&s);
    assert_int_equal(play(&s, "record charter slot=1 \"We ask\"\nrecord charter slot=2", said), 2);
    assert_int_equal(s.recorded, SIM_CMD_CHARTER);
    assert_non_null(strstr(said, "script.not-recorded"));
    assert_null(strstr(said, "script.there-is"));
    done(&s);
}

static void test_steps_are_gone_to(void **state)
{
    (void)state;
    struct state s;
    char said[1000];
    open(&s);
    assert_int_equal(play(&s, "step charter\nstep round 2\nstep round 3\nstep cards", said), 3);
    assert_int_equal(s.kind, AGENDA_ROUND);
    assert_int_equal(s.nth, 3);
    assert_non_null(strstr(said, "script.no-step"));
    done(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_does_what_a_person_would),
        cmocka_unit_test(test_it_scrolls_and_goes_round_what_covers),
        cmocka_unit_test(test_failures_stop_and_say_why),
        cmocka_unit_test(test_a_dialog_in_front_and_a_clock_that_stands),
        cmocka_unit_test(test_the_nearest_items_are_named),
        cmocka_unit_test(test_what_is_recorded_goes_to_the_session),
        cmocka_unit_test(test_steps_are_gone_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
