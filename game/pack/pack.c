#include "pack/pack.h"
#include "base/memory.h"
#include "pack/names.h"
#include "pack/reading.h"
#include <stdlib.h>
#include <string.h>

/* The reading is large and short-lived: outside the arena, so that only the scenario stays. */
static struct reading *run(struct arena *a, const struct pack_source *source, struct diag_list *found)
{
    struct reading *r = memory_want(sizeof *r);
    reading_begin(r, a, source, found);
    reading_run(r);
    diag_sort(found);
    return r;
}

static void drop(struct reading *r)
{
    reading_release(r);
    free(r);
}

enum err pack_read(struct arena *a, const struct pack_source *source, struct scenario **out, struct diag_list *found)
{
    int before = found->errors;
    struct reading *r = run(a, source, found);
    int is_good = found->errors == before;
    if (is_good)
        *out = r->scenario;
    drop(r);
    return is_good ? ERR_NONE : ERR_FORMAT;
}

enum err pack_read_language(struct arena *a, const struct pack_source *source, const char *language,
                            struct scenario **out, struct diag_list *found)
{
    int before = found->errors;
    enum err err = ERR_NONE;
    struct reading *r = run(a, source, found);
    if (found->errors != before)
        err = ERR_FORMAT;
    else if (!language_apply(r, language) && strcmp(language, r->scenario->language) != 0)
        err = ERR_MISSING;
    if (err == ERR_NONE)
        *out = r->scenario;
    drop(r);
    return err;
}

/* The pack's own language stands in pack.json; the others are files. */
int pack_languages(const struct scenario *scenario, const struct pack_source *source, const char **languages, int room)
{
    int count = 0;
    if (room > 0)
        languages[count++] = scenario->language;
    for (int i = 0; i < source->count && count < room; i++) {
        const char *language = names_language(scenario->arena, source->files[i].name);
        if (language != NULL && strcmp(language, scenario->language) != 0)
            languages[count++] = language;
    }
    return count;
}
