/* A person taken out of a session: what is listed, what goes, what stays sound, and that no byte is left. */
#include "../texts.h"
#include "session_help.h"
#include "session/forget.h"

static int bytes_are_about(const char *word)
{
    return system(arena_printf(&arena, "grep -rqa '%s' '%s'", word, folder)) == 0;
}

enum { CHIDI = 2 };

/* Notes that mention Chidi in several ways, and some that do not. */
static struct session *played(void)
{
    struct session *s = create(path);
    play(s);
    note(s, "Chidi called Olga first");
    note(s, "thanks to CHIDI OKONKWO-VANTERPOOL it was told");
    note(s, "chidi's idea");
    note(s, "Chidinma is somebody else");
    note(s, "Okonkwo-Vanterpool, in one word");
    note(s, "nobody at all");
    struct submit_result r;
    note(s, "taken back: Chidi forgot");
    session_undo(s, 1, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    return s;
}

static struct session_mention *mentions_of(const struct session *s, int32_t member, int32_t count)
{
    struct session_mention *found = NULL;
    int32_t n = 0;
    assert_int_equal(session_mentions(&arena, s, member, &found, &n), ERR_NONE);
    assert_int_equal(n, count);
    return found;
}

static void expect_sound(struct session *s)
{
    struct session_verification v;
    assert_int_equal(session_verify(s, &v), ERR_NONE);
    assert_int_equal(v.differing, 0);
}

static void test_mentions(void **state)
{
    (void)state;
    struct session *s = played();
    struct session_mention *m = mentions_of(s, CHIDI, 5);
    assert_string_equal(m[0].words, "Chidi called Olga first");
    assert_string_equal(m[4].words, "taken back: Chidi forgot");
    for (int i = 0; i < 5; i++) {
        assert_int_equal(m[i].kind, SIM_CMD_NOTE);
        assert_true(m[i].seq > 1);
    }
    mentions_of(s, 0, 0);
    session_close(s);
}

static void test_all_of_it_goes(void **state)
{
    (void)state;
    struct session *s = played();
    struct session_mention *m = mentions_of(s, CHIDI, 5);
    int32_t all[5];
    for (int i = 0; i < 5; i++)
        all[i] = m[i].text;
    assert_true(bytes_are_about("Okonkwo-Vanterpool"));
    assert_int_equal(session_forget(s, CHIDI, all, 5), ERR_NONE);
    assert_false(bytes_are_about("Okonkwo-Vanterpool"));
    assert_false(bytes_are_about("OKONKWO"));
    assert_false(bytes_are_about("Chidi called"));
    assert_true(bytes_are_about("Chidinma"));
    assert_true(session_is_forgotten(s, CHIDI));
    assert_false(session_is_forgotten(s, 0));
    note(s, "it goes on");
    uint64_t digest = session_digest(s);
    session_close(s);
    struct store_report report;
    s = open_session(path, STORE_WRITE, &report);
    assert_false(session_read_only(s));
    assert_int_equal(report.damaged_parts, 0);
    assert_true(session_is_forgotten(s, CHIDI));
    assert_string_equal(session_setup(s)->members[0].name, "Ada");
    assert_true(session_digest(s) == digest);
    expect_sound(s);
    mentions_of(s, CHIDI, 0);
    session_close(s);
}

static void test_only_what_was_chosen_goes(void **state)
{
    (void)state;
    struct session *s = played();
    struct session_mention *m = mentions_of(s, CHIDI, 5);
    int32_t chosen = m[2].text;
    assert_int_equal(session_forget(s, CHIDI, &chosen, 1), ERR_NONE);
    assert_string_equal(session_text(s, chosen), "");
    assert_string_equal(session_text(s, m[0].text), "Chidi called Olga first");
    assert_string_equal(session_setup(s)->members[CHIDI].name, "");
    expect_sound(s);
    session_close(s);
}

/* A name that was mistyped and put right: both go; a name two people share stays the other's. */
static void test_every_name_they_had_goes(void **state)
{
    (void)state;
    struct session *s = create(path);
    struct session_setup setup = *session_setup(s);
    snprintf(setup.members[CHIDI].name, sizeof setup.members[CHIDI].name, "Chidi Vanderpool");
    snprintf(setup.team, sizeof setup.team, "Chidi and friends");
    snprintf(setup.contract[0], sizeof setup.contract[0], "Ask Chidi");
    assert_int_equal(session_change_setup(s, &setup), ERR_NONE);
    struct session_mention *m = mentions_of(s, CHIDI, 2);
    int32_t both[2] = {m[0].text, m[1].text};
    assert_int_equal(m[0].kind, 0);
    assert_int_equal(session_forget(s, CHIDI, both, 2), ERR_NONE);
    assert_string_equal(session_setup(s)->team, "");
    assert_string_equal(session_setup(s)->contract[0], "");
    assert_false(bytes_are_about("Chidi"));
    setup = *session_setup(s);
    setup.pace = 30;
    assert_int_equal(session_change_setup(s, &setup), ERR_NONE);
    assert_true(session_is_forgotten(s, CHIDI));
    session_close(s);
    s = open_session(path, STORE_READ, NULL);
    assert_string_equal(session_setup(s)->team, "");
    session_close(s);
}

static void test_refusals(void **state)
{
    (void)state;
    struct session *s = played();
    int32_t none = 9999;
    assert_int_equal(session_forget(s, 3, NULL, 0), ERR_MISSING);
    assert_int_equal(session_forget(s, NOBODY, NULL, 0), ERR_MISSING);
    assert_int_equal(session_forget(s, CHIDI, &none, 1), ERR_MISSING);
    assert_false(session_is_forgotten(s, CHIDI));
    session_close(s);
    s = open_session(path, STORE_READ, NULL);
    assert_int_equal(session_forget(s, CHIDI, NULL, 0), ERR_REFUSED);
    session_close(s);
    s = open_session(path, STORE_WRITE, NULL);
    assert_int_equal(session_forget(s, CHIDI, NULL, 0), ERR_NONE);
    assert_int_equal(session_forget(s, CHIDI, NULL, 0), ERR_NONE);
    session_close(s);
}

int main(void)
{
    texts_load(NULL);
#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {T(test_mentions), T(test_all_of_it_goes), T(test_only_what_was_chosen_goes),
                                       T(test_every_name_they_had_goes), T(test_refusals)};
    int failed = cmocka_run_group_tests(tests, load_pack, drop_pack);
    text_release();
    return failed;
}
