/* Conditions of a pack in words, for the run sheet. */
#include "handout_parts.h"
#include <stdio.h>

enum { DEEPEST = 4 };

static const char *in_words(struct handout_sheet *h, condition_id id, int depth);

static const char *joined(struct handout_sheet *h, const struct condition *c, const char *key, int depth)
{
    struct str s = {0};
    for (condition_id k = c->first_child; k >= 0; k = h->sc->conditions[k].next) {
        if (s.length > 0) str_append(&s, text(key));
        str_append(&s, in_words(h, k, depth + 1));
    }
    const char *words = arena_dup(h->a, str_text(&s));
    str_release(&s);
    return words;
}

static const char *number(struct handout_sheet *h, int32_t n) { return arena_printf(h->a, "%d", (int)n); }

static const char *stage(struct handout_sheet *h, const char *prefix, const char *name, int32_t value)
{
    return text_fill(h->a, arena_printf(h->a, "%s.%d", prefix, (int)value), "name", name, NULL);
}

static const char *of_customer(struct handout_sheet *h, const struct condition *c)
{
    const char *name = handout_customer(h, c->ref);
    switch ((int)c->op) {
    case COND_SILENT:
        return c->value > 0 ? text_fill(h->a, "print.when.silent", "name", name, "span", handout_span(h, c->value), NULL)
                            : text_fill(h->a, "print.when.patience", "name", name, NULL);
    case COND_PROMISE: return stage(h, "print.when.promise", name, c->value);
    default: {
        const char *key = c->op == COND_TRUST ? c->side == SIDE_BELOW ? "print.when.trust-below" : "print.when.trust-from"
                          : c->side == SIDE_BELOW ? "print.when.satisfaction-below" : "print.when.satisfaction-from";
        return text_fill(h->a, key, "name", name, "n", number(h, c->value), NULL);
    }
    }
}

static const char *in_words(struct handout_sheet *h, condition_id id, int depth)
{
    const struct scenario *sc = h->sc;
    const struct condition *c = &sc->conditions[id];
    if (depth > DEEPEST) return text("print.when.deeper");
    switch (c->op) {
    case COND_AT: return text_fill(h->a, "print.when.at", "time", handout_clock(h, c->value), NULL);
    case COND_AFTER: return text_fill(h->a, "print.when.after", "span", handout_span(h, c->value), NULL);
    case COND_ALL: return joined(h, c, "print.when.and", depth);
    case COND_ANY: return joined(h, c, "print.when.or", depth);
    case COND_NOT: return text_fill(h->a, "print.when.not", "what", in_words(h, c->first_child, depth + 1), NULL);
    case COND_FACT: return text_fill(h->a, "print.when.fact", "name", sc->facts[c->ref].text, NULL);
    case COND_WORK: return stage(h, "print.when.work", sc->works[c->ref].title, c->value);
    case COND_SERVICE:
        return text_fill(h->a, "print.when.service", "name", sc->services[c->ref].name, "level",
                         text(arena_printf(h->a, "level.%s", level_word((enum level)c->value))), NULL);
    case COND_TRUST:
    case COND_SATISFACTION:
    case COND_SILENT:
    case COND_PROMISE: return of_customer(h, c);
    case COND_INCIDENT: return stage(h, "print.when.incident", sc->incidents[c->ref].title, c->value);
    case COND_IMPROVEMENT: return text_fill(h->a, "print.when.improvement", "name", sc->improvements[c->ref].title, NULL);
    case COND_CHANCE: return text_fill(h->a, "print.when.chance", "n", number(h, c->value), NULL);
    case COND_COUNT_MOMENTS: return text_fill(h->a, "print.when.moments", "n", number(h, c->value), NULL);
    case COND_OP_COUNT: break;
    }
    return "";
}

const char *handout_when(struct handout_sheet *h, condition_id id) { return id < 0 ? "" : in_words(h, id, 0); }
