#include "pack/check.h"
#include "base/memory.h"
#include "base/text.h"
#include "pack/tokens.h"
#include <stdlib.h>
#include <string.h>

/* ---- how lines read ---- */

static void check_spoken(struct reading *r, const struct text_slot *slot)
{
    struct arena *a = r->found->arena;
    int words, lix = tokens_lix(*slot->slot, &words);
    if (words >= CHECK_LIX_WORDS && lix > CHECK_LIX)
        diag_add(r->found, DIAG_WARNING, value_place(a, slot->value), "check.hard-to-read", "lix",
                 arena_printf(a, "%d", lix), "most", arena_printf(a, "%d", CHECK_LIX), NULL);
    if (tokens_longest(*slot->slot) > CHECK_LONGEST_WORD)
        check_warn(r, slot->value, "check.word-long");
}

/* The briefing stands on the stage as a whole. */
static void check_briefing(struct reading *r, round_id i)
{
    struct arena *a = r->found->arena;
    const struct texts *briefing = &r->scenario->rounds[i].briefing;
    const struct value *v = value_member(r->things[TARGET_ROUND].values[i], "briefing");
    int total = 0;
    for (int32_t k = 0; k < briefing->count; k++) {
        int words;
        (void)tokens_lix(briefing->items[k], &words);
        total += words;
    }
    if (total > CHECK_BRIEFING_WORDS)
        diag_add(r->found, DIAG_WARNING, value_place(a, v), "check.briefing-long", "count",
                 arena_printf(a, "%d", total), "most", arena_printf(a, "%d", CHECK_BRIEFING_WORDS), NULL);
}

void check_lines(struct reading *r)
{
    for (int32_t i = 0; i < r->slot_count; i++)
        if (r->slots[i].field->flags & FIELD_SPOKEN)
            check_spoken(r, &r->slots[i]);
    for (int32_t i = 0; i < r->scenario->round_count; i++)
        check_briefing(r, i);
}

/* ---- all of it ---- */

static void run_checks(struct reading *r)
{
    struct reach reach;
    reach_find(&reach, r->arena, r->scenario);
    check_secrets(r);
    check_reach(r, &reach);
    check_moments(r, &reach);
    check_scores(r, &reach);
    check_contacts(r);
    check_pages(r, &reach);
    check_people(r, &reach);
    check_lines(r);
    check_translations(r);
}

/*
 * A scenario remembers no lines, so the source is read again, into memory that
 * is given back: what is reported belongs to `found`.
 */
enum err pack_check(const struct scenario *scenario, const struct pack_source *source, struct diag_list *found)
{
    struct arena scratch = {0};
    struct reading *r = memory_want(sizeof *r);
    int before = found->errors;
    (void)scenario;
    reading_begin(r, &scratch, source, found);
    reading_run(r);
    if (found->errors == before)
        run_checks(r);
    diag_sort(found);
    reading_release(r);
    free(r);
    arena_release(&scratch);
    return found->errors == before ? ERR_NONE : ERR_FORMAT;
}
