#include "fake.h"
#include "app/script.h"
#include "model/agenda.h"
#include "sim/command.h"
#include "base/file.h"
#include "base/text.h"

static enum err read(struct arena *a, const char *text, struct script *script, struct diag_list *found)
{
    memset(found, 0, sizeof *found);
    found->arena = a;
    return script_read(a, script, "a.script", text, strlen(text), found);
}

static void test_every_statement_is_read(void **state)
{
    (void)state;
    struct arena a = {0};
    struct script s;
    struct diag_list found;
    const char *text = "# a comment\r\n"
                       "click button \"Call back\"   # and another\n"
                       "\n"
                       "  click stage row \"a # \\\"b\\\"\\n\"\n"
                       "key Ctrl+Shift+Z\n"
                       "key Page Down\n"
                       "type \"14:42\"\n"
                       "tick 30s\n"
                       "tick until \"14:30\"\n"
                       "tick until 9:05\n"
                       "expect stage \"Mara\"\n"
                       "expect-not row \"Mara\"\n"
                       "shot stage \"a b.png\"\n"
                       "size 1280x800\n"
                       "theme light\n"
                       "scale 150\n"
                       "window stage\n"
                       "kill\n"
                       "quit\n"
                       "record commit slot=2 member=Sanne \"We call\" # said by all\n"
                       "step round 2\n"
                       "step charter # the first";
    assert_int_equal(read(&a, text, &s, &found), ERR_NONE);
    assert_int_equal(s.count, 20);
    assert_int_equal(s.lines[0].number, 2);
    assert_string_equal(s.lines[0].source, "click button \"Call back\"");
    assert_int_equal(s.lines[0].role, UI_BUTTON);
    assert_int_equal(s.lines[0].window, SCRIPT_HERE);
    assert_int_equal(s.lines[1].window, SCRIPT_STAGE);
    assert_string_equal(s.lines[1].text, "a # \"b\"\n");
    assert_int_equal(s.lines[2].chord.modifiers, UI_CTRL | UI_SHIFT);
    assert_int_equal(s.lines[3].chord.key, UI_KEY_PAGE_DOWN);
    assert_int_equal(s.lines[5].milliseconds, 30000);
    assert_int_equal(s.lines[6].second, 14 * 3600 + 30 * 60);
    assert_int_equal(s.lines[7].second, 9 * 3600 + 5 * 60);
    assert_int_equal(s.lines[8].role, UI_ROLE_COUNT);
    assert_int_equal(s.lines[9].role, UI_ROW);
    assert_string_equal(s.lines[10].text, "a b.png");
    assert_int_equal(s.lines[11].width, 1280);
    assert_int_equal(s.lines[12].theme, THEME_LIGHT);
    assert_int_equal(s.lines[13].percent, 150);
    assert_int_equal(s.lines[14].window, SCRIPT_STAGE);
    assert_int_equal(s.lines[16].verb, SCRIPT_QUIT);
    assert_int_equal(s.lines[17].record.command, SIM_CMD_COMMIT);
    assert_string_equal(s.lines[17].record.values[0], "2");
    assert_null(s.lines[17].record.values[1]);
    assert_string_equal(s.lines[17].record.values[2], "Sanne");
    assert_string_equal(s.lines[17].record.words[0], "We call");
    assert_int_equal(s.lines[18].kind, AGENDA_ROUND);
    assert_int_equal(s.lines[18].nth, 2);
    assert_int_equal(s.lines[19].kind, AGENDA_CHARTER);
    assert_int_equal(s.lines[19].nth, 1);
    arena_release(&a);
}

static void test_each_mistake_is_told_with_its_place(void **state)
{
    (void)state;
    static const struct {
        const char *line, *code;
        int column;
    } cases[] = {
        {"clik button \"A\"", "script.verb", 1},
        {"\"click\"", "script.verb", 1},
        {"click \"A\"", "script.role", 7},
        {"click buton \"A\"", "script.role", 7},
        {"click button", "script.text", 13},
        {"click button A", "script.text", 14},
        {"click button \"\"", "script.empty", 16},
        {"click button \"A", "script.open-quote", 14},
        {"click button \"A\" \"B\"", "script.too-much", 18},
        {"key Hyper+A", "script.key", 5},
        {"key", "script.key", 4},
        {"tick 30", "script.span", 6},
        {"tick -3s", "script.span", 6},
        {"tick 25h", "script.span", 6},
        {"tick 99999999999999999999s", "script.span", 6},
        {"tick", "script.span", 5},
        {"tick until 24:00", "script.clock", 12},
        {"tick until \"14:60\"", "script.clock", 12},
        {"tick until soon", "script.clock", 12},
        {"shot stage", "script.file", 11},
        {"size 1280", "script.size", 6},
        {"size 10x10", "script.size", 6},
        {"size 1280x800x2", "script.size", 6},
        {"theme pink", "script.theme", 7},
        {"scale 50", "script.scale", 7},
        {"scale 150 %", "script.too-much", 11},
        {"window other", "script.window", 8},
        {"quit now", "script.too-much", 6},
        {"expect Mara", "script.role", 8},
        {"type é", "script.text", 6},
        {"record", "script.record", 7},
        {"record advance to=5", "script.record", 8},
        {"record commit slot=1 behavior=own-it", "script.field", 22},
        {"record commit slot", "script.field", 15},
        {"record commit slot= \"x\"", "script.field", 15},
        {"record monday slot=1 \"a\" \"b\" \"c\"", "script.field", 30},
        {"step", "script.step", 5},
        {"step chartr", "script.step", 6},
        {"step round two", "script.step-number", 12},
        {"step round 0", "script.step-number", 12},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena a = {0};
        struct script s;
        struct diag_list found;
        assert_int_equal(read(&a, cases[i].line, &s, &found), ERR_FORMAT);
        assert_int_equal(found.errors, 1);
        assert_string_equal(found.items[0].code, cases[i].code);
        assert_string_equal(found.items[0].place.file, "a.script");
        assert_int_equal(found.items[0].place.line, 1);
        assert_int_equal(found.items[0].place.column, cases[i].column);
        arena_release(&a);
    }
}

static void test_all_mistakes_are_told_at_once(void **state)
{
    (void)state;
    struct arena a = {0};
    struct script s = {.count = 77};
    struct diag_list found;
    assert_int_equal(read(&a, "clik\nkey A\n\nkey Q Q\nclick buton \"x\"\n", &s, &found), ERR_FORMAT);
    assert_int_equal(found.errors, 3);
    assert_int_equal(found.items[0].place.line, 1);
    assert_int_equal(found.items[1].place.line, 4);
    assert_int_equal(found.items[2].place.line, 5);
    assert_int_equal(s.count, 77);
    arena_release(&a);
}

static void test_near_misses_are_named(void **state)
{
    (void)state;
    struct arena a = {0};
    struct script s;
    struct diag_list found;
    text_set("script.did-you-mean", "Did you mean {name}?");
    assert_int_equal(read(&a, "clik\nclick buton \"x\"\nzzzzzz\n", &s, &found), ERR_FORMAT);
    assert_string_equal(found.items[0].hint, "Did you mean click?");
    assert_string_equal(found.items[1].hint, "Did you mean button?");
    assert_string_equal(found.items[2].hint, "");
    text_release();
    arena_release(&a);
}

static void test_bytes_that_are_no_text_are_refused(void **state)
{
    (void)state;
    struct arena a = {0};
    struct script s;
    struct diag_list found = {.arena = &a};
    assert_int_equal(script_read(&a, &s, "b", "quit\n\xFF", 6, &found), ERR_FORMAT);
    assert_int_equal(found.items[0].place.line, 2);
    assert_int_equal(script_read(&a, &s, "b", "quit\n\n\0quit", 11, &found), ERR_FORMAT);
    assert_int_equal(found.items[1].place.line, 3);
    assert_int_equal(script_read(&a, &s, "b", "", 0, &found), ERR_NONE);
    assert_int_equal(s.count, 0);
    arena_release(&a);
}

/* A code without a sentence would show as the code itself. */
static void test_every_code_has_its_sentence(void **state)
{
    (void)state;
    static const char *const codes[] = {"did-you-mean", "verb",      "role",     "text",     "empty",      "open-quote",
                                        "key",          "span",      "clock",    "file",     "size",       "theme",
                                        "scale",        "window",    "too-much", "bytes",    "on-console", "on-stage",
                                        "no-item",      "behind",    "disabled", "no-click", "covered",    "no-focus",
                                        "not-typing",   "not-there", "is-there", "no-shot",  "no-window",  "no-clock",
                                        "clock-stands", "has-ended", "there-is", "help",
                                        "record", "field", "no-session", "not-recorded", "step", "step-number", "step-none", "no-step"};
    struct arena a = {0};
    const char *source = getenv("MOMENT_SOURCE");
    char *path = file_join(&a, source == NULL ? "." : source, "assets/text/en/script.json"), *bytes = NULL;
    size_t length = 0;
    assert_int_equal(file_read(&a, path, 1 << 20, &bytes, &length), ERR_NONE);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        assert_non_null(strstr(bytes, arena_printf(&a, "\"script.%s\": \"", codes[i])));
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_statement_is_read),
        cmocka_unit_test(test_each_mistake_is_told_with_its_place),
        cmocka_unit_test(test_all_mistakes_are_told_at_once),
        cmocka_unit_test(test_near_misses_are_named),
        cmocka_unit_test(test_bytes_that_are_no_text_are_refused),
        cmocka_unit_test(test_every_code_has_its_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
