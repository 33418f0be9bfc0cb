/* `moment compare FILE...|DIR`: one team over time, and beside the others. */
#include "app/commands.h"
#include "app/folder.h"
#include "app/formats.h"
#include "app/write_compare.h"
#include "base/text.h"
#include "paper/pdf.h"

#include <stdio.h>
#include <string.h>

enum { PATHS = 4096, FORMAT_TEXT = 1, FORMAT_HTML = 2, FORMAT_PDF = 4, FORMATS = 3 };

struct asked {
    const char *paths[PATHS]; int path_count;
    const char *team, *out;
    unsigned formats;
    enum paper_size paper;
    int only_teams;
};

static int usage(const char *word)
{
    command_say("compare.unknown", "word", word, "", "");
    fputs(text("compare.usage"), stderr);
    return 2;
}

static int read_value(struct asked *a, const char *word, const char *value)
{
    static const char *const formats[FORMATS] = {"text", "html", "pdf"};
    if (strcmp(word, "--team") == 0) a->team = value;
    else if (strcmp(word, "--out") == 0) a->out = value;
    else if (strcmp(word, "--format") == 0) return formats_read(value, formats, FORMATS, &a->formats);
    else if (strcmp(word, "--paper") == 0) return formats_read_paper(value, &a->paper);
    else return 0;
    return value[0] != '\0';
}

static int read_words(struct asked *a, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--teams") == 0) a->only_teams = 1;
        else if (argv[i][0] == '-') {
            if (i + 1 >= argc || !read_value(a, argv[i], argv[i + 1])) return usage(argv[i]);
            i++;
        } else if (a->path_count == PATHS) return usage(argv[i]);
        else a->paths[a->path_count++] = argv[i];
    }
    if (!a->formats) a->formats = a->out ? FORMAT_HTML : FORMAT_TEXT;
    if (!a->path_count) return usage("FILE");
    return a->formats & ~(unsigned)FORMAT_TEXT && !a->out ? usage("--out") : 0;
}

static int read_paths(const struct asked *a, struct folder *f)
{
    for (int i = 0; i < a->path_count; i++) {
        enum err err = folder_add(f, a->paths[i]);
        if (err == ERR_NONE) continue;
        command_say("compare.unread", "path", a->paths[i], "why", text(err_text_key(err)));
        return err == ERR_FORMAT || err == ERR_NEWER ? 2 : 3;
    }
    while (folder_read(f, 100)) continue;
    return 0;
}

/* The team that is meant: as asked, that of the first file, or the one that played last. */
static const char *which_team(const struct asked *a, const struct folder *f, const struct compare_team *teams, size_t count)
{
    if (a->team) return a->team;
    for (size_t i = 0; i < f->count; i++)
        if (f->items[i].place < 0 && view_compare_is_team(f->items[i].head.team, f->items[i].head.team)) return f->items[i].head.team;
    return count > 0 ? teams[0].name : "";
}

static void print_teams(FILE *to, const struct compare_team *teams, size_t count)
{
    struct str s = {0};
    for (size_t i = 0; i < count; i++) {
        text_format(&s, "compare.team-line", "name", teams[i].name, "when", teams[i].when, NULL);
        str_append(&s, "\n");
    }
    fputs(str_text(&s), to);
    str_release(&s);
}

static int write_out(const struct asked *a, const struct view_compare *v)
{
    struct str s = {0};
    int status = 0;
    if (a->formats & FORMAT_TEXT) {
        compare_text(&s, v);
        fputs(str_text(&s), stdout);
    }
    str_release(&s);
    if (a->formats & FORMAT_HTML) status = compare_write_told(v, a->out, COMPARE_HTML, a->paper == PAPER_LETTER);
    if (status == 0 && a->formats & FORMAT_PDF) status = compare_write_told(v, a->out, COMPARE_PDF, a->paper == PAPER_LETTER);
    return status;
}

static int compare(const struct asked *a, struct folder *f, struct arena *arena)
{
    struct compare_team *teams = NULL;
    size_t count = 0, team_count = 0;
    const struct compare_session *sessions = folder_sessions(f, arena, &count);
    struct view_compare *v = arena_alloc(arena, sizeof *v);
    view_compare_teams(arena, sessions, count, &teams, &team_count);
    if (a->only_teams) {
        print_teams(stdout, teams, team_count);
        return 0;
    }
    if (team_count == 0) {
        fprintf(stderr, "%s\n", text("compare.nothing"));
        return 1;
    }
    view_compare_build(arena, sessions, count, which_team(a, f, teams, team_count), v);
    if (v->sessions > 0) return write_out(a, v);
    command_say("compare.no-team", "team", v->team, "", "");
    print_teams(stderr, teams, team_count);
    return 1;
}

int command_compare(int argc, char **argv)
{
    struct asked asked = {.path_count = 0};
    struct folder f = {0};
    struct arena arena = {0};
    if (argc > 1 && strcmp(argv[1], "--help") == 0) {
        fputs(text("compare.usage"), stdout);
        return 0;
    }
    int status = read_words(&asked, argc, argv);
    if (status == 0) status = read_paths(&asked, &f);
    if (status == 0) status = compare(&asked, &f, &arena);
    paper_pdf_release();
    folder_release(&f);
    arena_release(&arena);
    return status;
}
