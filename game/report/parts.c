#include "report/inside.h"
#include <string.h>

void compose_section(struct compose *c, int level, const char *id, const char *title_key)
{
    paper_section(c->d, level, id, text(title_key));
}

void compose_end(struct compose *c) { paper_end(c->d); }

void compose_note(struct compose *c, const char *id, const char *key) { paper_say(c->d, PAPER_ASIDE, id, text(key)); }

void compose_table(struct compose *c, enum paper_look look, const char *caption, const struct compose_column *columns, int count)
{
    struct paper_column set[PAPER_COLUMNS_MOST];
    for (int i = 0; i < count && i < PAPER_COLUMNS_MOST; i++)
        set[i] = (struct paper_column){columns[i].head[0] ? text(columns[i].head) : "", columns[i].share, columns[i].align};
    paper_table(c->d, look, caption, set, count);
}

void compose_round_table(struct compose *c, enum paper_look look, const char *first_key, float first)
{
    struct paper_column set[REPORT_ROUNDS + 1] = {{text(first_key), first, ALIGN_LEFT}};
    for (int r = 0; r < c->v->round_count; r++) set[r + 1] = (struct paper_column){c->v->rounds[r].label, 1, ALIGN_LEFT};
    paper_table(c->d, look, "", set, c->v->round_count + 1);
}

void compose_small(struct compose *c, const char *words)
{
    if (!words[0]) return;
    if (c->d->latest && c->d->latest->runs) paper_add(c->d, PAPER_NEWLINE, "");
    if (!c->d->latest) paper_paragraph(c->d, PAPER_BODY, NULL);
    paper_add(c->d, PAPER_DIM, words);
}

void compose_row(struct compose *c, const char *id, const char *name, const char *about)
{
    paper_row(c->d, id);
    paper_head_cell(c->d);
    paper_say(c->d, PAPER_BODY, NULL, name);
    compose_small(c, about);
    compose_end(c);
}

void compose_words(struct compose *c, const char *words, const char *evidence)
{
    paper_cell(c->d);
    paper_say(c->d, PAPER_BODY, NULL, words);
    paper_say(c->d, PAPER_EVIDENCE, NULL, evidence);
    compose_end(c);
}

void compose_pill(struct compose *c, enum tone tone, const char *word, const char *counts)
{
    paper_cell(c->d);
    if (word[0]) {
        paper_paragraph(c->d, PAPER_BODY, NULL);
        paper_pill(c->d, tone, word);
    }
    compose_small(c, counts);
    compose_end(c);
}

const char *compose_number(struct compose *c, int n) { return arena_printf(c->a, "%d", n); }

const char *compose_quoted(struct compose *c, const char *words)
{
    return words[0] ? text_fill(c->a, "report.quoted", "words", words, NULL) : "";
}

struct draw_list compose_list(struct compose *c) { return (struct draw_list){.arena = c->a}; }

const char *compose_of(struct compose *c, int part, int all)
{
    return text_fill(c->a, "report.scores.of", "met", compose_number(c, part), "all", compose_number(c, all), NULL);
}

void compose_picture(struct compose *c, const char *id, const struct draw_list *list, float width, float height, const char *told)
{
    paper_picture(c->d, list, width, height, told)->id = id;
}

/* --- what a sentence rests on --- */

enum { RESTS_SHOWN = 5 };

/* The number that is all that follows the prefix, 0. */
static int number_after(const char *id, const char *prefix)
{
    size_t n = strlen(prefix);
    int number = 0;
    if (strncmp(id, prefix, n) != 0) return 0;
    for (const char *at = id + n; *at >= '0' && *at <= '9' && number < 1000; at++) number = number * 10 + (*at - '0');
    return number;
}

/* A row's own number; a customer's name; "table" where the row has none. */
const char *compose_rest_label(struct compose *c, const char *id)
{
    static const char *const parts[] = {"moments.round.", "claims.round.", "ledger.round."};
    int customer = number_after(id, "customer.");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        int round = number_after(id, parts[i]);
        if (round > 0 && round <= c->v->round_count) return c->v->rounds[round - 1].label;
    }
    if (customer > 0 && customer <= c->v->customer_count) return c->v->customers[customer - 1].first;
    return strchr(id, '.') ? text("report.rests.table") : id;
}

void compose_rests(struct compose *c, const char *key, const struct report_rests *rests)
{
    int shown = rests->count > RESTS_SHOWN + 1 ? RESTS_SHOWN : rests->count;
    const char *before = "";
    for (int i = 0; i < shown; i++) {
        const char *label = compose_rest_label(c, rests->ids[i]);
        /* Rows of one table without numbers of their own: it is named once. */
        if (strcmp(label, before) != 0) paper_refer(c->d, rests->ids[i], label);
        before = label;
    }
    if (rests->count > shown)
        paper_refer(c->d, arena_printf(c->a, "rests.%s", key), text_fill(c->a, "report.rests.more", "n", compose_number(c, rests->count - shown), NULL));
}

const char *compose_head_text(struct compose *c, enum report_head head)
{
    static const char *const words[REPORT_HEAD_COUNT] = {
#define HEAD_WORD(NAME, word) word,
        REPORT_HEADS(HEAD_WORD)
#undef HEAD_WORD
    };
    const char *said = c->v->heads[head].text;
    return said && said[0] ? said : text(arena_printf(c->a, "head.%s", words[head]));
}

void compose_headed(struct compose *c, int level, const char *id, enum report_head head)
{
    const struct report_sentence *said = &c->v->heads[head];
    paper_section(c->d, level, id, compose_head_text(c, head));
    if (said->rests.count == 0) return;
    paper_say(c->d, PAPER_ASIDE, arena_printf(c->a, "%s.rests", id), text("report.rests"));
    compose_rests(c, arena_printf(c->a, "head.%s", said->id), &said->rests);
}
