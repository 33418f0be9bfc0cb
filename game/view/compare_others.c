#include "view/compare_inside.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static int by_value(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

/* The value a quarter, half, or three quarters of the way up; between two of them in proportion, rounded. */
static int quartile(const int *values, int count, int quarter)
{
    int at = (count - 1) * quarter, below = at / 4, part = at % 4;
    int above = below + 1 < count ? below + 1 : below;
    return (values[below] * (4 - part) + values[above] * part + 2) / 4;
}

/* --- the first session of every other team --- */

struct others { const struct compare_session **list; int count; };

static int may_count(const struct compare_build *b, const struct compare_session *s)
{
    return strcmp(s->pack_id, b->own[0]->pack_id) == 0 && view_compare_is_team(s->team, s->team) &&
           !view_compare_is_team(s->team, b->own[0]->team) && compare_figure(s, MEASURE_INVOLVING, FIGURES_ALL) != NULL;
}

static void others_find(struct compare_build *b, struct others *o)
{
    const struct compare_session **all = memory_want((b->all_count + 1) * sizeof *all);
    size_t count = 0;
    for (size_t i = 0; i < b->all_count; i++)
        if (may_count(b, &b->all[i]))
            all[count++] = &b->all[i];
    qsort(all, count, sizeof *all, compare_by_team);
    o->list = arena_array(b->arena, count + 1, sizeof *o->list);
    for (size_t i = 0; i < count; i++)
        if (o->count == 0 || !view_compare_is_team(o->list[o->count - 1]->team, all[i]->team))
            o->list[o->count++] = all[i];
    free(all);
}

/* --- median and quartiles of a figure --- */

static struct compare_range range_of(struct compare_build *b, const struct others *o, int32_t figure)
{
    int *values = arena_array(b->arena, (size_t)o->count + 1, sizeof *values), count = 0;
    for (int i = 0; i < o->count; i++) {
        const struct kept_figure *f = compare_figure(o->list[i], figure, FIGURES_ALL);
        if (f != NULL && f->value >= 0)
            values[count++] = f->value;
    }
    if (count < COMPARE_OTHERS)
        return (struct compare_range){.teams = 0};
    qsort(values, (size_t)count, sizeof *values, by_value);
    return (struct compare_range){count, quartile(values, count, 1), quartile(values, count, 2), quartile(values, count, 3)};
}

static const char *standing(int value, const struct compare_range *r)
{
    if (value < 0)
        return "";
    return text(value > r->high ? "compare.standing.above" : value < r->low ? "compare.standing.below" : "compare.standing.within");
}

static void row_take(struct compare_build *b, const struct others *o, struct compare_row *row, int32_t figure)
{
    const struct kept_figure *own = compare_figure(b->own[0], figure, FIGURES_ALL);
    row->others = range_of(b, o, figure);
    if (row->others.teams == 0)
        return;
    row->others_words = text_fill(b->arena, measure_unit(figure) == UNIT_SHARE ? "compare.range.percent" : "compare.range", "median",
                                  compare_number(b, row->others.median), "low", compare_number(b, row->others.low), "high",
                                  compare_number(b, row->others.high), NULL);
    row->standing = standing(own != NULL ? own->value : -1, &row->others);
}

/* How the three scores of the first session stand, as a title. */
static const char *title(struct compare_build *b)
{
    int above = 0, below = 0, told = 0;
    for (int i = 0; i < COMPARE_SCORES; i++) {
        const struct kept_figure *own = compare_figure(b->own[0], compare_rows[i], FIGURES_ALL);
        const struct compare_range *r = &b->out->rows[i].others;
        if (r->teams == 0 || own == NULL || own->value < 0)
            continue;
        told++;
        above += own->value > r->high;
        below += own->value < r->low;
    }
    const char *key = told == 0 ? "compare.others.few-figures" : above > 0 && below > 0 ? "compare.others.mixed" : above > 0 ? "compare.others.above"
                      : below > 0 ? "compare.others.below" : "compare.others.within";
    return text_fill(b->arena, key, "above", compare_number(b, above), "below", compare_number(b, below), "all", compare_number(b, told), NULL);
}

void compare_others_build(struct compare_build *b)
{
    struct others o = {.count = 0};
    others_find(b, &o);
    struct view_compare *v = b->out;
    if (o.count < COMPARE_OTHERS) {
        v->others_title = text("compare.others.none");
        v->others_note = text_fill(b->arena, "compare.others.too-few", "least", compare_number(b, COMPARE_OTHERS), "pack", v->pack, NULL);
        return;
    }
    v->others = o.count;
    for (int i = 0; i < v->row_count; i++)
        row_take(b, &o, &v->rows[i], v->rows[i].figure);
    v->others_title = title(b);
    v->others_note = text_fill(b->arena, "compare.others.note", "n", compare_number(b, o.count), "pack", v->pack, NULL);
}
