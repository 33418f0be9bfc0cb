/*
 * Any bytes as a pack: never a crash, a hang or a leak. The input is files one
 * after the other, each as a line with its name and then its bytes up to the
 * line "==="; what has no such line is pack.json alone.
 *
 *   cmake -B build/fuzz -DCMAKE_C_COMPILER=clang -DMOMENT_FUZZ=ON && cmake --build build/fuzz --target fuzz_pack
 *   mkdir corpus && for p in tests/packs/good/small tests/packs/base; do
 *     (cd $p && for f in $(find . -name '*.json' | cut -c3-); do echo $f; cat $f; printf '\n===\n'; done) >
 * corpus/$(basename $p) done build/fuzz/tests/fuzz_pack -max_len=65536 -timeout=10 corpus
 */
#include "base/memory.h"
#include "pack/pack.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const char mark[] = "\n===\n";

/* The end of a file's bytes: the next mark, or the end of all. */
static const char *find_mark(const char *at, const char *end)
{
    for (; end - at >= 5; at++)
        if (memcmp(at, mark, 5) == 0)
            return at;
    return end;
}

static void add_files(struct pack_source *source, const char *at, const char *end)
{
    char name[64];
    while (at < end) {
        const char *line = memchr(at, '\n', (size_t)(end - at));
        if (line == NULL || line - at >= (ptrdiff_t)sizeof name)
            return;
        memcpy(name, at, (size_t)(line - at));
        name[line - at] = '\0';
        const char *stop = find_mark(line, end);
        const char *body = stop > line ? line + 1 : line;
        enum err err = pack_source_add(source, name, body, (size_t)(stop - body));
        at = stop + 5 < end && err == ERR_NONE ? stop + 5 : end;
    }
}

static void read_pack(const struct pack_source *source, struct diag_list *found)
{
    struct arena a = {0};
    struct scenario *scenario = NULL;
    enum err err = pack_read(&a, source, &scenario, found);
    if ((err == ERR_NONE) != (found->errors == 0))
        abort();
    if (err == ERR_NONE)
        err = pack_check(scenario, source, found);
    found->errors = 0;
    if (err == ERR_NONE)
        (void)!pack_read_language(&a, source, "de", &scenario, found);
    arena_release(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena a = {0};
    struct pack_source *source = memory_want(sizeof *source);
    struct diag_list *found = memory_want(sizeof *found);
    const char *text = (const char *)bytes;
    found->arena = &a;
    pack_source_begin(source, &a);
    add_files(source, text, text + length);
    if (source->count == 0)
        (void)!pack_source_add(source, "pack.json", bytes, length);
    read_pack(source, found);
    struct str out = {0};
    diag_write(&out, found);
    diag_write_json(&out, found);
    str_release(&out);
    free(found);
    free(source);
    arena_release(&a);
    return 0;
}
