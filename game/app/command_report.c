/* `moment report FILE --out DIR [--names]`: a session as one page. */
#include "app/commands.h"
#include "app/write_report.h"
#include "base/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct asked {
    const char *file, *out;
    int names;
};

static void say(const char *key, const char *name, const char *value, const char *name2, const char *value2)
{
    struct str s = {0};
    text_format(&s, key, name, value, name2, value2, NULL);
    fprintf(stderr, "%s\n", str_text(&s));
    str_release(&s);
}

static int usage(const char *word)
{
    say("report.unknown-word", "word", word, "", "");
    fputs(text("report.usage"), stderr);
    return 2;
}

static int read_words(struct asked *asked, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--names") == 0) asked->names = 1;
        else if (strcmp(argv[i], "--out") == 0 && i + 1 < argc && argv[i + 1][0]) asked->out = argv[++i];
        else if (argv[i][0] == '-' || asked->file) return usage(argv[i]);
        else asked->file = argv[i];
    }
    return asked->file && asked->out ? 0 : usage(asked->file ? "--out" : "FILE");
}

/* What cannot be opened is bad input when it is no session, else something that could not be read. */
static int not_opened(const char *file, enum err err, const struct diag_list *found)
{
    struct str s = {0};
    say("report.no-session", "file", file, "why", text(err_text_key(err)));
    diag_write(&s, found);
    fputs(str_text(&s), stderr);
    str_release(&s);
    return err == ERR_FORMAT || err == ERR_NEWER ? 2 : 3;
}

static void tell_damage(const char *file, const struct store_report *report)
{
    char sound[24];
    snprintf(sound, sizeof sound, "%lld", (long long)report->records);
    if (report->damaged_at || report->damaged_parts) say("report.only-sound", "file", file, "sound", sound);
    if (report->dropped_last) say("report.dropped-last", "file", file, "", "");
}

static int write_out(const struct session *session, const struct store_report *report, const struct asked *asked)
{
    char *path = NULL;
    enum err err = report_write_found(session, report, asked->out, asked->names, &path);
    if (err != ERR_NONE) {
        say("report.not-written", "dir", asked->out, "why", text(err_text_key(err)));
        return 3;
    }
    printf("%s\n", path);
    free(path);
    return 0;
}

int command_report(int argc, char **argv)
{
    struct asked asked = {0};
    struct arena a = {0};
    struct diag_list *found = arena_alloc(&a, sizeof *found);
    struct store_report report = {0};
    struct session *session = NULL;
    int status = argc > 1 && strcmp(argv[1], "--help") == 0 ? -1 : read_words(&asked, argc, argv);
    found->arena = &a;
    if (status < 0) fputs(text("report.usage"), stdout);
    if (status == 0) {
        enum err err = session_open(&session, asked.file, STORE_READ, &report, found);
        if (err == ERR_NONE) tell_damage(asked.file, &report);
        status = err == ERR_NONE ? write_out(session, &report, &asked) : not_opened(asked.file, err, found);
    }
    session_close(session);
    arena_release(&a);
    return status < 0 ? 0 : status;
}
