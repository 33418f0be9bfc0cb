/* `moment explain FILE [FIGURE] [--round ROUND] [--json]`. */
#include "app/commands.h"
#include "app/explain.h"
#include "app/replay.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FINE = 0, USAGE = 2, FAILED = 3 };

static int complain(int status, const char *key, const char *name, const char *value, const char *why)
{
    struct str s = {0};
    text_format(&s, key, name, value, "why", why, NULL);
    fprintf(stderr, "%s\n", str_text(&s));
    str_release(&s);
    return status;
}

static int read_words(struct explain *e, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--json") == 0)
            e->json = 1;
        else if (strcmp(argv[i], "--round") == 0 && i + 1 < argc)
            e->round_word = argv[++i];
        else if (argv[i][0] != '-' && e->file == NULL)
            e->file = argv[i];
        else if (argv[i][0] != '-' && e->figure == NULL)
            e->figure = argv[i];
        else
            return complain(USAGE, "explain.usage", "word", argv[i], "");
    }
    return e->file != NULL ? FINE : complain(USAGE, "explain.no-file", "word", "", "");
}

static int find_round(struct explain *e)
{
    const struct scenario *sc = session_scenario(e->session);
    e->round = NOBODY;
    if (e->round_word == NULL)
        return FINE;
    e->round = replay_round_called(sc, e->round_word, strlen(e->round_word));
    if (e->round == NOBODY || sc->rounds[e->round].warm_up)
        return complain(USAGE, "explain.no-round", "word", e->round_word, "");
    return FINE;
}

typedef void explain_write(struct str *out, struct explain *e);

/* What is no figure: written as one. */
static explain_write *writer_of(const struct explain *e)
{
    if (e->figure == NULL)
        return e->json ? explain_json_figures : explain_print_figures;
    if (strcmp(e->figure, "patterns") == 0)
        return e->json ? explain_json_patterns : explain_print_patterns;
    if (strcmp(e->figure, "pledges") == 0)
        return e->json ? explain_json_pledges : explain_print_pledges;
    return NULL;
}

static int write_out(struct explain *e)
{
    struct str out = {0};
    explain_write *writer = writer_of(e);
    int32_t measure = writer == NULL ? measure_from_word(e->figure) : NOBODY;
    if (writer == NULL && measure == NOBODY)
        return complain(USAGE, "explain.no-figure", "word", e->figure, "");
    if (writer != NULL)
        writer(&out, e);
    else if (e->json)
        explain_json_figure(&out, e, measure);
    else
        explain_print_figure(&out, e, measure);
    fputs(str_text(&out), stdout);
    str_release(&out);
    return FINE;
}

static int explain(struct explain *e)
{
    struct store_report report;
    struct diag_list problems = {.arena = &e->arena};
    enum err err = session_open(&e->session, e->file, STORE_READ, &report, &problems);
    int status = err == ERR_NONE ? find_round(e) : complain(FAILED, "explain.cannot-open", "file", e->file, text(err_text_key(err)));
    if (err == ERR_NONE && status == FINE)
        status = write_out(e);
    session_close(e->session);
    arena_release(&e->arena);
    return status;
}

int command_explain(int argc, char **argv)
{
    struct explain e = {.round = NOBODY};
    if (argc > 1 && strcmp(argv[1], "--help") == 0) {
        fputs(text("explain.help"), stdout);
        return FINE;
    }
    int status = read_words(&e, argc, argv);
    return status == FINE ? explain(&e) : status;
}
