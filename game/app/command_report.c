/* `moment report FILE --out DIR`: a session as page, PDF and data; --schema: what its data are. */
#include "app/commands.h"
#include "app/formats.h"
#include "app/write_report.h"
#include "base/text.h"
#include "report/data.h"
#include <stdio.h>
#include <string.h>

struct asked {
    const char *file, *out;
    struct report_wanted wanted;
    int schema;
};

static int usage(const char *word)
{
    command_say("report.unknown-word", "word", word, "", "");
    fputs(text("report.usage"), stderr);
    return 2;
}

static int read_value(struct asked *asked, const char *word, const char *value)
{
    static const char *const formats[REPORT_FORMAT_COUNT] = {[REPORT_PDF] = "pdf", [REPORT_HTML] = "html", [REPORT_CSV] = "csv", [REPORT_JSON] = "json"};
    if (strcmp(word, "--format") == 0) return formats_read(value, formats, REPORT_FORMAT_COUNT, &asked->wanted.formats);
    if (strcmp(word, "--paper") == 0) return formats_read_paper(value, &asked->wanted.paper);
    if (strcmp(word, "--out") != 0 || !value[0]) return 0;
    asked->out = value;
    return 1;
}

static int read_words(struct asked *asked, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--names") == 0) asked->wanted.names = 1;
        else if (strcmp(argv[i], "--schema") == 0) asked->schema = 1;
        else if (argv[i][0] == '-') {
            if (i + 1 >= argc || !read_value(asked, argv[i], argv[i + 1])) return usage(argv[i]);
            i++;
        } else if (asked->file) return usage(argv[i]);
        else asked->file = argv[i];
    }
    if (asked->schema) return 0;
    return asked->file && asked->out ? 0 : usage(asked->file ? "--out" : "FILE");
}

/* What cannot be opened is bad input when it is no session, else something that could not be read. */
static int not_opened(const char *file, enum err err, const struct diag_list *found)
{
    struct str s = {0};
    command_say("report.no-session", "file", file, "why", text(err_text_key(err)));
    diag_write(&s, found);
    fputs(str_text(&s), stderr);
    str_release(&s);
    return err == ERR_FORMAT || err == ERR_NEWER ? 2 : 3;
}

static void tell_damage(const char *file, const struct store_report *report)
{
    char sound[24];
    snprintf(sound, sizeof sound, "%lld", (long long)report->records);
    if (report->damaged_at || report->damaged_parts) command_say("report.only-sound", "file", file, "sound", sound);
    if (report->dropped_last) command_say("report.dropped-last", "file", file, "", "");
}

static int write_out(const struct session *session, const struct store_report *report, const struct asked *asked)
{
    enum err err = report_write(session, report, asked->out, &asked->wanted);
    if (err != ERR_NONE) {
        int font = err == ERR_MISSING && paper_pdf_missing()[0];
        command_say(font ? "report.no-font" : "report.not-written", "dir", asked->out, font ? "font" : "why", font ? paper_pdf_missing() : text(err_text_key(err)));
        return 3;
    }
    report_list_written(asked->out, &asked->wanted);
    return 0;
}

static int print_schema(void)
{
    struct str out = {0};
    report_json_schema(&out);
    int status = fputs(str_text(&out), stdout) < 0 || fflush(stdout) != 0 ? 3 : 0;
    str_release(&out);
    return status;
}

static int open_and_write(const struct asked *asked)
{
    struct arena a = {0};
    struct diag_list *found = arena_alloc(&a, sizeof *found);
    struct store_report report = {0};
    struct session *session = NULL;
    found->arena = &a;
    enum err err = session_open(&session, asked->file, STORE_READ, &report, found);
    if (err == ERR_NONE) tell_damage(asked->file, &report);
    int status = err == ERR_NONE ? write_out(session, &report, asked) : not_opened(asked->file, err, found);
    session_close(session);
    arena_release(&a);
    paper_pdf_release();
    return status;
}

int command_report(int argc, char **argv)
{
    struct asked asked = {.wanted = {.formats = 1u << REPORT_PDF | 1u << REPORT_HTML}};
    if (argc > 1 && strcmp(argv[1], "--help") == 0) return fputs(text("report.usage"), stdout) < 0 ? 3 : 0;
    int status = read_words(&asked, argc, argv);
    if (status != 0) return status;
    return asked.schema ? print_schema() : open_and_write(&asked);
}
