#include "app/simulate.h"
#include "base/text.h"

/* Fewer sessions than one in so many is rare. */
enum { RARE = 200 };

struct covering {
    struct str *out;
    const struct simulate *s;
    const struct coverage *coverage;
    struct arena arena;
};

static const char *number(struct covering *p, int64_t n)
{
    return arena_printf(&p->arena, "%lld", (long long)n);
}

static int by_a_named_player(uint64_t players)
{
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        if (trial_is_named(k) && players >> k & 1)
            return 1;
    return 0;
}

enum reached { NEVER, RARELY, BY_CHEATS, OFTEN };

static enum reached reached(const struct covering *p, int32_t cover, int32_t item)
{
    int64_t hits = coverage_hits(p->coverage, cover, item);
    if (hits == 0)
        return NEVER;
    if (!by_a_named_player(coverage_players(p->coverage, cover, item)))
        return BY_CHEATS;
    return hits * RARE < trial_sessions(p->s->trial) ? RARELY : OFTEN;
}

static const char *cover_words(struct covering *p, int32_t cover)
{
    return text(arena_printf(&p->arena, "simulate.cover.%s", cover_word(cover)));
}

static void print_item(struct covering *p, int32_t cover, int32_t item)
{
    static const char *const keys[] = {"simulate.item.never", "simulate.item", "simulate.item.cheats", "simulate.item"};
    struct str name = {0};
    coverage_name(&name, p->coverage, cover, item);
    int64_t hits = coverage_hits(p->coverage, cover, item);
    str_printf(p->out, "%s\n",
               text_fill(&p->arena, keys[reached(p, cover, item)], "kind", cover_words(p, cover), "name",
                         str_text(&name), "n", number(p, hits), "all", number(p, trial_sessions(p->s->trial)), NULL));
    str_release(&name);
}

static int32_t print_items(struct covering *p, enum reached which)
{
    int32_t printed = 0;
    for (int32_t k = 0; k < COVER_COUNT; k++)
        for (int32_t n = 0; n < coverage_items(p->coverage, k); n++)
            if (coverage_has(p->coverage, k, n) && cover_is_owed(k) && reached(p, k, n) == which) {
                print_item(p, k, n);
                printed++;
            }
    return printed;
}

static void print_kinds(struct covering *p)
{
    for (int32_t k = 0; k < COVER_COUNT; k++) {
        int32_t count = coverage_count(p->coverage, k);
        if (count == 0)
            continue;
        str_printf(p->out, "%s\n",
                   text_fill(&p->arena, "simulate.kind", "kind", cover_words(p, k), "reached",
                             number(p, count - coverage_missing(p->coverage, k)), "count", number(p, count), NULL));
    }
}

static void print_everything(struct covering *p)
{
    str_printf(p->out, "\n%s\n", text("simulate.everything"));
    for (int32_t k = 0; k < COVER_COUNT; k++)
        for (int32_t n = 0; n < coverage_items(p->coverage, k); n++)
            if (coverage_has(p->coverage, k, n))
                print_item(p, k, n);
}

void simulate_print_coverage(struct str *out, const struct simulate *s)
{
    struct covering p = {.out = out, .s = s, .coverage = s->trial->coverage};
    str_printf(out, "\n%s\n", text("simulate.coverage"));
    print_kinds(&p);
    str_printf(out, "\n%s\n", text("simulate.uncovered"));
    int32_t printed = print_items(&p, NEVER) + print_items(&p, BY_CHEATS) + print_items(&p, RARELY);
    if (printed == 0)
        str_printf(out, "%s\n", text("simulate.covered"));
    if (s->all)
        print_everything(&p);
    arena_release(&p.arena);
}
