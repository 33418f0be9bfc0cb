/* Front pages: what is never printed, and rounds of which too little may be. */
#include "pack/check.h"

static const struct value *list_of(const struct reading *r, round_id round, const char *key)
{
    const struct value *page = value_member(r->things[TARGET_ROUND].values[round], "front_page");
    return page != NULL ? value_member(page, key) : NULL;
}

/* A story is never printed when its condition cannot hold, or when enough before it always are. */
static void check_reached(struct reading *r, const struct reach *reach, round_id round, const struct value *list,
                          const struct story *stories, int32_t count, int32_t printed)
{
    const struct value *v = list->first;
    int32_t certain = 0;
    for (int32_t k = 0; k < count && v != NULL; k++, v = v->next) {
        if (certain >= printed || !reach_condition(reach, stories[k].when, NOBODY, round))
            check_warn(r, v, "check.story-unreachable");
        certain += stories[k].when == NOBODY;
    }
    if (certain < printed && count > 0)
        diag_add(r->found, DIAG_WARNING, value_place(r->found->arena, list), "check.stories-few", "least",
                 arena_printf(r->found->arena, "%d", printed), "count", arena_printf(r->found->arena, "%d", certain),
                 NULL);
}

void check_pages(struct reading *r, const struct reach *reach)
{
    for (round_id i = 0; i < r->scenario->round_count; i++) {
        const struct front_page *page = &r->scenario->rounds[i].front_page;
        const struct value *headlines = list_of(r, i, "headlines"), *pieces = list_of(r, i, "pieces");
        if (headlines != NULL)
            check_reached(r, reach, i, headlines, page->headlines, page->headline_count, 1);
        if (pieces != NULL)
            check_reached(r, reach, i, pieces, page->pieces, page->piece_count, LIMIT_PIECES);
    }
}
