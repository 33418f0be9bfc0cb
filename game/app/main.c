#include "app/commands.h"
#include "app/data.h"
#include "base/text.h"
#include <stdio.h>
#include <string.h>



struct command { const char *name; int (*run)(int argc, char **argv); };
static const struct command commands[] = {{"check", command_check},   {"replay", command_replay}, {"report", command_report}, {"print", command_print},
                                          {"play", command_play},     {"demo", command_demo},
                                          {"explain", command_explain},
                                          {"simulate", command_simulate},
                                          {"practise", command_practise},
                                          {"compare", command_compare},
                                          {"forget", command_forget}};

/* --data may stand anywhere; it is taken out before a command reads its own. */
static const char *take_data(int *argc, char **argv)
{
    for (int i = 1; i + 1 < *argc; i++) {
        if (strcmp(argv[i], "--data") != 0) continue;
        const char *data = argv[i + 1];
        memmove(argv + i, argv + i + 2, sizeof *argv * (size_t)(*argc - i - 1));
        *argc -= 2;
        return data;
    }
    return NULL;
}

/* Without its texts the program has no words: the one sentence that stands in code. */
static int load_texts(const char *data)
{
    struct arena a = {0};
    struct data_places places;
    const char *tried = "";
    enum err err = data_find(&places, data, &a, &tried);
    if (err == ERR_NONE) err = data_load_texts(&places);
    if (err != ERR_NONE) fprintf(stderr, "moment: no assets/text/en in: %s. Use --data DIR or install again.\n", tried);
    arena_release(&a);
    return err == ERR_NONE ? 0 : 3;
}

static int is_one_of(const char *word, const char *a, const char *b) { return strcmp(word, a) == 0 || strcmp(word, b) == 0; }

static int run(int argc, char **argv)
{
    if (argc > 1 && is_one_of(argv[1], "--help", "help")) {
        fputs(text("app.help"), stdout);
        return 0;
    }
    if (argc > 1 && is_one_of(argv[1], "--version", "version")) {
        puts("moment " MOMENT_VERSION);
        return 0;
    }
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        if (argc > 1 && strcmp(argv[1], commands[i].name) == 0) return commands[i].run(argc - 1, argv + 1);
    return command_start(argc, argv);
}

int main(int argc, char **argv)
{
    command_data = take_data(&argc, argv);
    int status = load_texts(command_data);
    if (status == 0) status = run(argc, argv);
    text_release();
    return status;
}
