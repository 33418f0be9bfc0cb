/* What the console, the evidence and the public pages say of what customers need; who speaks for whom; what the business
 * decided where its topic was left out. */
#include "play.h"

#include "base/text.h"
#include "pack/catalogue.h"
#include "assess/needs.h"
#include "view/view_console.h"
#include "view/view_needs.h"
#include "view/wording_between.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static struct play p;

static int begin(void **state)
{
    (void)state;
    return text_load_folder(getenv("MOMENT_SOURCE"), "en") == ERR_NONE && play_begin(&p) ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    play_finish(&p);
    text_release();
    return 0;
}

static void help_unasked(customer_id c)
{
    struct sim_command command = sim_command_make(SIM_CMD_PROACTIVE);
    command.proactive.customer = c;
    assert_true(play_do(&p, command, NULL, NULL));
}

static void console_of(struct view_console *v, customer_id c)
{
    struct console_focus focus = {.incident = NOBODY, .customer = c, .said = SIM_NOW, .pace = 60};
    view_console_build(&p.arena, p.session, &focus, v);
}

static void what_nobody_found_is_for_the_console_alone(void **state)
{
    static struct view_console v;
    struct view_needs public_needs;
    struct wording w = wording_of(&p.arena, p.session);
    (void)state;
    play_start(&p, 0);
    console_of(&v, 0);
    assert_int_equal(v.needs.count, p.scenario->customers[0].need_count);
    assert_true(v.needs.hidden > 0);
    view_needs_public(&w, view_needs_watch(&p.arena, p.session), 0, 0, &public_needs);
    assert_int_equal(public_needs.count + public_needs.hidden, v.needs.count);
    for (int i = 0; i < public_needs.count; i++)
        assert_int_equal(public_needs.items[i].kind, NEED_BASIC);
}

static void finding_out_is_a_line_of_the_evidence(void **state)
{
    static struct view_console v;
    (void)state;
    play_start(&p, 0);
    help_unasked(0);
    console_of(&v, 0);
    assert_int_equal(v.needs.hidden, 0);
    int lines = 0;
    for (int i = 0; i < v.evidence_count; i++)
        lines += strcmp(v.evidence[i].tag, text("need.tag")) == 0;
    assert_int_equal(lines, p.scenario->customers[0].need_count - 1);   /* all but the basic one */
}

static void who_speaks_for_whom_is_said(void **state)
{
    static struct view_console v;
    struct wording w = wording_of(&p.arena, p.session);
    (void)state;
    assert_string_equal(wording_speaks(&w, 0), "");
    p.scenario->rounds[0].warm_up = 0;   /* the small pack has one round that counts: now it has two */
    play_start(&p, 0);
    play_end(&p);
    struct sim_command improve = sim_command_make(SIM_CMD_IMPROVE), name = sim_command_make(SIM_CMD_AMBASSADOR);
    p.scenario->improvements[0].effect = IMPROVE_AMBASSADOR;
    improve.improve.improvement = 0;
    improve.improve.on = 1;
    assert_true(play_do(&p, improve, NULL, NULL));
    name.ambassador.customer = 0;
    name.ambassador.member = 1;
    assert_true(play_do(&p, name, NULL, NULL));
    assert_non_null(strstr(wording_speaks(&w, 0), "Tom"));
    assert_string_equal(wording_speaks(&w, 1), "");
    console_of(&v, 0);
    assert_string_equal(v.customers[0].speaks, wording_speaks(&w, 0));
}

static void the_verdict_obeys_what_was_left_out(void **state)
{
    struct wording w = wording_of(&p.arena, p.session);
    struct session_setup setup = *session_setup(p.session);
    struct session *silent;
    (void)state;
    assert_true(p.scenario->ending_count > 0);
    p.scenario->endings[0].tags = 1;
    assert_string_equal(wording_ending(&w, 0).title, p.scenario->endings[0].title);   /* nobody left it out */
    assert_string_equal(wording_ending(&w, NOBODY).title, "");
    setup.left_out = 1;
    assert_int_equal(session_scratch(&silent, p.scenario, &setup), ERR_NONE);
    struct wording quiet = wording_of(&p.arena, silent);
    assert_string_equal(wording_ending(&quiet, 0).title, text("verdict.quiet.title"));
    assert_string_equal(wording_ending(&quiet, 1).title, p.scenario->endings[1].title);
    session_close(silent);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_nobody_found_is_for_the_console_alone, begin, end),
        cmocka_unit_test_setup_teardown(finding_out_is_a_line_of_the_evidence, begin, end),
        cmocka_unit_test_setup_teardown(who_speaks_for_whom_is_said, begin, end),
        cmocka_unit_test_setup_teardown(the_verdict_obeys_what_was_left_out, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
