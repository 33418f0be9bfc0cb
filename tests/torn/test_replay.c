/* `moment replay` as it is called: what it prints, where, and its exit status. */
#include "../unit/texts.h"
#include "../unit/session/session_help.h"

#include "app/commands.h"

#include <cjson/cJSON.h>
#include <fcntl.h>
#include <sys/wait.h>

static char *said, *complained;

static char *contents(const char *name)
{
    char *bytes = NULL;
    size_t length = 0;
    assert_int_equal(file_read(&arena, file_join(&arena, folder, name), 1u << 24, &bytes, &length), ERR_NONE);
    return bytes;
}

static void redirect(int to, const char *name)
{
    int file = open(file_join(&arena, folder, name), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || dup2(file, to) < 0)
        _exit(99);
    close(file);
}

/* Runs it with words that NULL ends; what it said lies in `said` and `complained`. */
static int replay(const char *first, ...)
{
    char *words[12] = {arena_dup(&arena, "replay"), arena_dup(&arena, first)};
    int count = 2;
    va_list more;
    va_start(more, first);
    for (const char *word; (word = va_arg(more, const char *)) != NULL;)
        words[count++] = arena_dup(&arena, word);
    va_end(more);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        redirect(1, "out");
        redirect(2, "err");
        int status = command_replay(count, words);
        fflush(NULL);
        _exit(status);
    }
    int status = 0;
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status));
    said = contents("out");
    complained = contents("err");
    return WEXITSTATUS(status);
}

static uint64_t make(void)
{
    struct session *s = create(path);
    play(s);
    note(s, "the last words");
    uint64_t digest = session_digest(s);
    session_close(s);
    return digest;
}

static void expect_said(const char *words)
{
    if (strstr(said, words) == NULL)
        fail_msg("\"%s\" is not in:\n%s", words, said);
}

static void test_sound_session(void **state)
{
    (void)state;
    uint64_t digest = make();
    assert_int_equal(replay(path, "--verify", NULL), 0);
    expect_said(arena_printf(&arena, "%016llx", (unsigned long long)digest));
    expect_said("Corner bakery");
    expect_said("None differs");
    expect_said("recorded 08:16:40");
    expect_said("the last words");
    assert_string_equal(complained, "");
}

static const cJSON *member(const cJSON *object, const char *name)
{
    const cJSON *found = cJSON_GetObjectItemCaseSensitive(object, name);
    if (found == NULL)
        fail_msg("no %s", name);
    return found;
}

static void test_json(void **state)
{
    (void)state;
    char wanted[20];
    snprintf(wanted, sizeof wanted, "%016llx", (unsigned long long)make());
    assert_int_equal(replay(path, "--json", "--verify", NULL), 0);
    cJSON *root = cJSON_Parse(said);
    assert_non_null(root);
    assert_string_equal(member(root, "digest")->valuestring, wanted);
    assert_string_equal(member(root, "team")->valuestring, "Blue");
    assert_int_equal(member(member(root, "verified"), "differing")->valueint, 0);
    assert_int_equal(cJSON_GetArraySize(member(root, "rounds")), 1);
    assert_int_equal(member(member(root, "promises"), "kept")->valueint, 1);
    assert_true(cJSON_GetArraySize(member(root, "course")) > 10);
    cJSON_Delete(root);
}

static void test_until(void **state)
{
    (void)state;
    uint64_t digest = make();
    assert_int_equal(replay(path, "--until", "1 08:07", NULL), 0);
    expect_said("08:07:00");
    assert_null(strstr(said, "the last words"));
    assert_int_equal(replay(path, "--until", "morning 08:20:11", NULL), 0);
    expect_said(arena_printf(&arena, "%016llx", (unsigned long long)digest));
    static const char *const wrong[] = {"", "1", "1 8:07", "7 08:07", "1 08:61", "1 08:07x", "0 07:40", "1 07:00"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(replay(path, "--until", wrong[i], NULL), 2);
        assert_true(complained[0] != '\0');
        assert_string_equal(said, "");
    }
}

static void test_wrong_usage(void **state)
{
    (void)state;
    make();
    assert_int_equal(replay("--verify", NULL), 2);
    assert_int_equal(replay(path, "--nonsense", NULL), 2);
    assert_true(strstr(complained, "--nonsense") != NULL);
    assert_int_equal(replay(path, "another", NULL), 2);
    assert_int_equal(replay(path, "--salvage", NULL), 2);
    assert_int_equal(replay("--help", NULL), 0);
    expect_said("--salvage OUT");
    assert_int_equal(replay(file_join(&arena, folder, "none.moment"), NULL), 3);
    assert_int_equal(replay(folder, NULL), 3);
}

static void test_damage_and_salvage(void **state)
{
    (void)state;
    make();
    const char *saved = file_join(&arena, folder, "saved.moment");
    meddle(path, "UPDATE record SET time = 1 WHERE seq = 9");
    assert_int_equal(replay(path, "--verify", "--salvage", saved, NULL), 1);
    expect_said("DAMAGED from record 9 on");
    assert_true(strstr(complained, "8 sound records") != NULL);
    assert_int_equal(replay(path, "--salvage", saved, NULL), 3);
    assert_int_equal(replay(saved, "--verify", NULL), 0);
    expect_said("8 sound records");
}

/* Stored events that today's rules would not give: found, and said which. */
static void test_differences(void **state)
{
    (void)state;
    struct store *store = NULL;
    struct store_report report;
    struct session *s = create(path);
    play(s);
    int32_t tills = incident(s, "tills-stuck");
    struct sim_command c = two(SIM_CMD_ACKNOWLEDGE, tills, 0);
    c.said = session_state(s)->now;
    uint64_t digest = session_digest(s);
    session_close(s);
    uint8_t piece[SIM_CODEC_COMMAND_MAX];
    struct str body = {0};
    int32_t length = sim_encode_command(piece, &c);
    str_append_bytes(&body, "\x01\x00\x01\x00\x00\x00\x00", 7);   /* one entry without an event */
    str_append_char(&body, (char)length);
    str_append_bytes(&body, piece, (size_t)length);
    assert_int_equal(store_open(&store, path, STORE_WRITE, &report), ERR_NONE);
    struct store_record record = {.kind = RECORD_COMMAND, .rules = SIM_RULES_VERSION, .digest = digest,
                                  .body = (const uint8_t *)body.text, .body_length = body.length};
    assert_int_equal(store_append(store, &record, NULL, 0), ERR_NONE);
    store_close(store);
    str_release(&body);
    assert_int_equal(replay(path, NULL), 0);
    assert_int_equal(replay(path, "--verify", NULL), 1);
    expect_said(arena_printf(&arena, "first in record %d", (int)record.seq));
}

static int begin(void **state)
{
    return load_pack(state) != 0 || texts_load(state) != 0;
}

static int end(void **state)
{
    return drop_pack(state) != 0 || texts_forget(state) != 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T(test_sound_session),      T(test_json),        T(test_until), T(test_wrong_usage),
        T(test_damage_and_salvage), T(test_differences),
#undef T
    };
    return cmocka_run_group_tests(tests, begin, end);
}
