/* moment check PATH: what is wrong with a pack, and what should be looked at. */
#include "app/commands.h"
#include "base/arena.h"
#include "base/memory.h"
#include "base/text.h"
#include "pack/pack.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXIT_CLEAN = 0, EXIT_WARNINGS = 1, EXIT_ERRORS = 2, EXIT_UNREADABLE = 3 };

struct options {
    const char *path;
    int json, strict, schema, help;
};

/* 1 when the words make sense. */
static int read_options(int argc, char **argv, struct options *o)
{
    struct {
        const char *word;
        int *flag;
    } flags[] = {
        {"--json", &o->json},
        {"--strict", &o->strict},
        {"--schema", &o->schema},
        {"--help", &o->help},
    };
    for (int i = 1; i < argc; i++) {
        size_t f = 0;
        while (f < 4 && strcmp(argv[i], flags[f].word) != 0)
            f++;
        if (f < 4)
            *flags[f].flag = 1;
        else if (argv[i][0] == '-' || o->path != NULL)
            return 0;
        else
            o->path = argv[i];
    }
    return o->path != NULL || o->schema || o->help;
}

static int print(const struct str *out)
{
    return fputs(str_text(out), stdout) < 0 || fflush(stdout) != 0 ? EXIT_UNREADABLE : EXIT_CLEAN;
}

static int print_schema(void)
{
    struct str out = {0};
    pack_schema_append(&out);
    int status = print(&out);
    str_release(&out);
    return status;
}

static void append_summary(struct str *out, const struct diag_list *found)
{
    if (found->errors == 0 && found->warnings == 0) {
        str_printf(out, "%s\n", text("check.clean"));
        return;
    }
    char *errors = text_count(found->arena, "check.errors", found->errors);
    char *warnings = text_count(found->arena, "check.warnings", found->warnings);
    text_format(out, "check.summary", "errors", errors, "warnings", warnings, NULL);
    str_append_char(out, '\n');
}

static int print_found(const struct options *o, const struct diag_list *found)
{
    struct str out = {0};
    if (o->json) {
        diag_write_json(&out, found);
    } else {
        diag_write(&out, found);
        append_summary(&out, found);
    }
    int status = print(&out);
    str_release(&out);
    if (status != EXIT_CLEAN || found->errors > 0)
        return status != EXIT_CLEAN ? status : EXIT_ERRORS;
    return found->warnings > 0 && o->strict ? EXIT_WARNINGS : EXIT_CLEAN;
}

/* ERR_FORMAT when `found` says it all. */
static enum err check(const char *path, struct arena *a, struct diag_list *found)
{
    struct pack_source *source = arena_alloc(a, sizeof *source);
    struct scenario *scenario = NULL;
    enum err err = pack_source_load(a, path, source, found);
    if (err == ERR_NONE)
        err = pack_read(a, source, &scenario, found);
    if (err == ERR_NONE)
        err = pack_check(scenario, source, found);
    return err;
}

static int explain(const char *path, enum err err)
{
    struct str message = {0};
    text_format(&message, "check.unreadable-pack", "path", path, "why", text(err_text_key(err)), NULL);
    fprintf(stderr, "%s\n", str_text(&message));
    str_release(&message);
    return EXIT_UNREADABLE;
}

static int check_and_print(const struct options *o)
{
    struct arena a = {0};
    struct diag_list *found = memory_want(sizeof *found);
    found->arena = &a;
    enum err err = check(o->path, &a, found);
    int status =
        err == ERR_NONE || (err == ERR_FORMAT && found->errors > 0) ? print_found(o, found) : explain(o->path, err);
    free(found);
    arena_release(&a);
    return status;
}

int command_check(int argc, char **argv)
{
    struct options o = {0};
    if (!read_options(argc, argv, &o)) {
        fputs(text("check.usage"), stderr);
        return EXIT_ERRORS;
    }
    if (o.help)
        return fputs(text("check.usage"), stdout) < 0 ? EXIT_UNREADABLE : EXIT_CLEAN;
    return o.schema ? print_schema() : check_and_print(&o);
}
