#ifndef TEST_ASSESS_READING_H
#define TEST_ASSESS_READING_H
/* Readings of taped sessions, and of sessions that players played. */
#include "tape.h"

#include "assess/measure.h"

static FIX_UNUSED const struct sim_event *tape_at(const void *context, int32_t index)
{
    return &((const struct tape *)context)->events[index];
}

static FIX_UNUSED struct assess_reading *reading_new(void)
{
    struct assess_reading *r = calloc(1, sizeof *r);
    assert_non_null(r);
    return r;
}

/* The caller frees it. */
static FIX_UNUSED struct assess_reading *reading_of(const struct tape *t)
{
    struct assess_log log = {t->play->sc, fix_setup(1), t->count, tape_at, t};
    struct assess_reading *r = reading_new();
    assess_read(r, &log);
    assert_int_equal(r->state.now, t->play->state.now);
    return r;
}

static FIX_UNUSED int32_t value_of(const struct assess_reading *r, int32_t measure, round_id round)
{
    return measure_read(r, measure, round).value;
}

/* The first item, and how many there are. */
struct seen { struct assess_item items[64]; int32_t count; };

static FIX_UNUSED void see_item(void *context, const struct assess_item *item)
{
    struct seen *seen = context;
    if (seen->count < 64)
        seen->items[seen->count] = *item;
    seen->count++;
}

static FIX_UNUSED struct seen items_of(const struct assess_reading *r, int32_t measure, round_id round)
{
    struct seen seen = {.count = 0};
    measure_visit(r, measure, round, see_item, &seen);
    return seen;
}

/* The event that an item rests on. */
static FIX_UNUSED const struct sim_event *event_of(const struct tape *t, const struct assess_item *item)
{
    assert_in_range(item->event, 0, t->count - 1);
    return &t->events[item->event];
}
#endif
