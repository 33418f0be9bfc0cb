/* `moment print PACK --out DIR`: the papers of a workshop as PDF, one file for each. */
#include "app/commands.h"
#include "app/data.h"
#include "app/write_handouts.h"
#include "base/file.h"
#include "base/text.h"
#include <stdio.h>
#include <string.h>

struct asked {
    const char *pack, *out;
    enum paper_size size;
    int wanted[HANDOUT_COUNT], any;
};

/* --- words --- */

static int usage(const char *word)
{
    command_say("print.unknown-word", "word", word, "", "");
    fputs(text("print.usage"), stderr);
    return 2;
}

static int want(struct asked *asked, const char *word, size_t length)
{
    int found = 0;
    for (int w = 0; w < HANDOUT_COUNT; w++) {
        const char *name = handout_word((enum handout)w);
        int is = (strlen(name) == length && memcmp(name, word, length) == 0) || (length == 3 && memcmp(word, "all", 3) == 0);
        asked->wanted[w] |= is;
        found |= is;
    }
    return found;
}

static int read_what(struct asked *asked, const char *list)
{
    asked->any = 1;
    for (;;) {
        size_t length = strcspn(list, ",");
        if (!want(asked, list, length)) return usage(list);
        if (!list[length]) return 0;
        list += length + 1;
    }
}

static int read_paper(struct asked *asked, const char *word)
{
    if (strcmp(word, "a4") == 0) asked->size = PAPER_A4;
    else if (strcmp(word, "letter") == 0) asked->size = PAPER_LETTER;
    else return usage(word);
    return 0;
}

static int read_words(struct asked *asked, int argc, char **argv)
{
    int status = 0;
    for (int i = 1; i < argc && status == 0; i++) {
        const char *value = i + 1 < argc ? argv[i + 1] : "";
        if (strcmp(argv[i], "--out") == 0 && value[0]) asked->out = argv[++i];
        else if (strcmp(argv[i], "--paper") == 0) status = read_paper(asked, value), i++;
        else if (strcmp(argv[i], "--what") == 0) status = read_what(asked, value), i++;
        else if (argv[i][0] == '-' || asked->pack) status = usage(argv[i]);
        else asked->pack = argv[i];
    }
    if (status == 0 && (!asked->pack || !asked->out)) status = usage(asked->pack ? "--out" : "PACK");
    if (!asked->any) want(asked, "all", 3);
    return status;
}

/* --- the pack --- */

/* A pack without cards is printed with the program's own, as it is played with them. */
static enum err add_deck(struct arena *a, struct pack_source *source, struct scenario **sc, struct diag_list *found)
{
    struct data_places *places = arena_alloc(a, sizeof *places);
    const char *tried;
    if ((*sc)->card_count > 0) return ERR_NONE;
    enum err err = data_find(places, command_data, a, &tried);
    if (err == ERR_NONE) err = data_add_deck(places, (*sc)->language, source);
    return err == ERR_NONE ? pack_read(a, source, sc, found) : err;
}

static int not_opened(const char *path, enum err err, const struct diag_list *found)
{
    struct str s = {0};
    command_say("print.no-pack", "path", path, "why", text(err_text_key(err)));
    diag_write(&s, found);
    fputs(str_text(&s), stderr);
    str_release(&s);
    return err == ERR_FORMAT ? 2 : 3;
}

static int open_pack(const struct asked *asked, struct arena *a, struct scenario **sc)
{
    struct pack_source *source = arena_alloc(a, sizeof *source);
    struct diag_list *found = arena_alloc(a, sizeof *found);
    found->arena = a;
    enum err err = pack_source_load(a, asked->pack, source, found);
    if (err == ERR_NONE) err = pack_read(a, source, sc, found);
    if (err != ERR_NONE) return not_opened(asked->pack, err, found);
    if (add_deck(a, source, sc, found) != ERR_NONE) command_say("print.no-cards", "", "", "", "");
    return 0;
}

/* --- the papers --- */

static int not_written(const char *path, enum err err)
{
    struct arena a = {0};
    fprintf(stderr, "%s\n", handout_trouble(&a, err, path));
    arena_release(&a);
    return 3;
}

static int print_one(const struct asked *asked, const struct scenario *sc, enum handout what)
{
    struct str path = {0};
    enum err err = handout_write(sc, asked->out, asked->size, what, &path);
    if (err == ERR_NONE && path.length > 0) printf("%s\n", str_text(&path));
    int status = err == ERR_NONE ? 0 : not_written(str_text(&path), err);
    str_release(&path);
    return status;
}

static int print_all(const struct asked *asked, const struct scenario *sc)
{
    enum err err = file_make_folder(asked->out);
    int status = err == ERR_NONE ? 0 : not_written(asked->out, err);
    for (int w = 0; w < HANDOUT_COUNT && status == 0; w++)
        if (asked->wanted[w]) status = print_one(asked, sc, (enum handout)w);
    return status;
}

int command_print(int argc, char **argv)
{
    struct asked asked = {0};
    struct arena a = {0};
    struct scenario *sc = NULL;
    if (argc > 1 && strcmp(argv[1], "--help") == 0) {
        fputs(text("print.usage"), stdout);
        return 0;
    }
    int status = read_words(&asked, argc, argv);
    if (status == 0) status = open_pack(&asked, &a, &sc);
    if (status == 0) status = print_all(&asked, sc);
    arena_release(&a);
    paper_pdf_release();
    return status;
}
