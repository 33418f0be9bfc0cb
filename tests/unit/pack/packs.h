#ifndef TESTS_PACK_PACKS_H
#define TESTS_PACK_PACKS_H
/* What the tests of packs share: the catalogue, a source from a folder, edits to it. Include after cmocka. */
#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "pack/catalogue.h"
#include "pack/pack.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct packs {
    struct arena arena;
    struct diag_list *found;
    struct pack_source *source;
    struct scenario *scenario;
};

static inline const char *packs_root(void)
{
    const char *root = getenv("MOMENT_SOURCE");
    return root != NULL ? root : ".";
}

/* MOMENT_UPDATE=1: expected files are written anew. */
static inline int packs_is_update(void)
{
    const char *update = getenv("MOMENT_UPDATE");
    return update != NULL && strcmp(update, "1") == 0;
}

static inline char *packs_path(struct arena *a, const char *name)
{
    return file_join(a, packs_root(), name);
}

static inline void packs_begin(struct packs *p)
{
    *p = (struct packs){.found = memory_want(sizeof *p->found), .source = memory_want(sizeof *p->source)};
    p->found->arena = &p->arena;
    pack_source_begin(p->source, &p->arena);
    assert_int_equal(text_load_folder(packs_root(), "en"), ERR_NONE);
}

static inline void packs_end(struct packs *p)
{
    free(p->found);
    free(p->source);
    arena_release(&p->arena);
    text_release();
}

static inline void packs_load(struct packs *p, const char *name)
{
    assert_int_equal(pack_source_load(&p->arena, packs_path(&p->arena, name), p->source, p->found), ERR_NONE);
}

/* A file takes the place of one with the same name. */
static inline void packs_put(struct packs *p, const char *name, const char *bytes, size_t length)
{
    struct pack_source *copy = memory_want(sizeof *copy);
    pack_source_begin(copy, &p->arena);
    for (int i = 0; i < p->source->count; i++)
        if (strcmp(p->source->files[i].name, name) != 0)
            assert_int_equal(
                pack_source_add(copy, p->source->files[i].name, p->source->files[i].bytes, p->source->files[i].length),
                ERR_NONE);
    if (bytes != NULL)
        assert_int_equal(pack_source_add(copy, name, bytes, length), ERR_NONE);
    free(p->source);
    p->source = copy;
}

/* Replaces the one place where `find` stands in a file. */
static inline void packs_edit(struct packs *p, const char *name, const char *find, const char *put)
{
    const struct pack_file *file = pack_source_find(p->source, name);
    assert_non_null(file);
    const char *at = strstr(file->bytes, find);
    if (at == NULL || strstr(at + 1, find) != NULL)
        fail_msg("%s: \"%s\" must stand there once", name, find);
    struct str bytes = {0};
    str_append_bytes(&bytes, file->bytes, (size_t)(at - file->bytes));
    str_append(&bytes, put);
    str_append(&bytes, at + strlen(find));
    packs_put(p, name, str_text(&bytes), bytes.length);
    str_release(&bytes);
}

static inline enum err packs_read(struct packs *p)
{
    return pack_read(&p->arena, p->source, &p->scenario, p->found);
}

/* The finding with this code, NULL. */
static inline const struct diag *packs_found(const struct packs *p, const char *code)
{
    for (int i = 0; i < p->found->count; i++)
        if (strcmp(p->found->items[i].code, code) == 0)
            return &p->found->items[i];
    return NULL;
}

static inline void packs_print(const struct packs *p)
{
    struct str out = {0};
    diag_write(&out, p->found);
    fputs(str_text(&out), stderr);
    str_release(&out);
}
#endif
