/* Tables: columns by their shares, heads that are repeated on paper, rows that fold on a phone. */
#include "html_parts.h"
#include <string.h>

static const char *align_word(enum draw_align align)
{
    return align == ALIGN_RIGHT ? "right" : align == ALIGN_CENTER ? "center" : NULL;
}

static void column_widths(struct html *h, const struct paper_block *t)
{
    float sum = 0;
    for (int i = 0; i < t->column_count; i++) sum += t->columns[i].share;
    html_raw(h, "<colgroup>");
    for (int i = 0; i < t->column_count; i++) {
        html_raw(h, "<col style=\"width:");
        html_number(h, sum > 0 ? t->columns[i].share / sum * 100 : 0);
        html_raw(h, "%\">");
    }
    html_raw(h, "</colgroup>\n");
}

static int has_heads(const struct paper_block *t)
{
    for (int i = 0; i < t->column_count; i++)
        if (t->columns[i].head[0]) return 1;
    return 0;
}

static void head(struct html *h, const struct paper_column *column)
{
    html_raw(h, column->head[0] ? "<th scope=\"col\"" : "<td");
    if (align_word(column->align)) str_printf(h->out, " class=\"%s\"", align_word(column->align));
    html_raw(h, " dir=\"auto\">");
    html_data(h, column->head);
    html_raw(h, column->head[0] ? "</th>" : "</td>");
}

static void heads(struct html *h, const struct paper_block *t)
{
    if (!has_heads(t)) return;
    html_raw(h, "<thead><tr>");
    for (int i = 0; i < t->column_count; i++) head(h, &t->columns[i]);
    html_raw(h, "</tr></thead>\n");
}

/* One short paragraph needs no element of its own. */
static int is_plain(const struct paper_block *cell)
{
    const struct paper_block *p = cell->first;
    if (!p || p->next || p->kind != PAPER_PARAGRAPH || p->style != PAPER_BODY || p->id || p->hidden) return 0;
    return p->author == PAPER_BY_PROGRAM && p->runs && !p->runs->next && p->runs->ink == PAPER_TEXT && !strchr(p->runs->text, '\n');
}

static void cell(struct html *h, const struct paper_block *t, const struct paper_block *b, int place)
{
    const struct paper_column *column = place < t->column_count ? &t->columns[place] : NULL;
    html_raw(h, b->level ? "<th scope=\"row\"" : "<td");
    if (column && align_word(column->align)) str_printf(h->out, " class=\"%s\"", align_word(column->align));
    if (t->look != PAPER_PLAIN && !b->level && place > 0 && column && column->head[0]) {
        html_raw(h, " data-label=\"");
        html_data(h, column->head);
        html_raw(h, "\"");
    }
    html_raw(h, " dir=\"auto\">");
    if (is_plain(b)) html_data(h, b->first->runs->text);
    else html_children(h, b);
    html_raw(h, b->level ? "</th>" : "</td>");
}

static void group(struct html *h, const struct paper_block *t, const struct paper_block *b)
{
    html_raw(h, "</tbody>\n<tbody>\n");
    html_open(h, "tr", "group", b->id);
    str_printf(h->out, "<th scope=\"rowgroup\" colspan=\"%d\" dir=\"auto\">", t->column_count);
    html_data(h, b->title);
    html_raw(h, "</th></tr>\n");
}

static void row(struct html *h, const struct paper_block *t, const struct paper_block *b)
{
    int place = 0;
    if (b->hidden) return;
    if (b->level) {
        group(h, t, b);
        return;
    }
    html_open(h, "tr", NULL, b->id);
    for (const struct paper_block *k = b->first; k; k = k->next, place++)
        if (!k->hidden) cell(h, t, k, place);
    html_raw(h, "</tr>\n");
}

static int has_rows(const struct paper_block *t)
{
    for (const struct paper_block *k = t->first; k; k = k->next)
        if (!k->hidden) return 1;
    return 0;
}

void html_table(struct html *h, const struct paper_block *t)
{
    if (!has_rows(t)) return;
    html_raw(h, t->look == PAPER_STACKED ? "<table class=\"stack\"" : t->look == PAPER_FIGURES ? "<table class=\"figures\"" : "<table");
    if (!t->title[0] && h->heading[0]) {
        html_raw(h, " aria-labelledby=\"");
        html_data(h, h->heading);
        html_raw(h, "\"");
    }
    html_raw(h, ">\n");
    if (t->title[0]) {
        html_raw(h, "<caption dir=\"auto\">");
        html_data(h, t->title);
        html_raw(h, "</caption>\n");
    }
    column_widths(h, t);
    heads(h, t);
    html_raw(h, "<tbody>\n");
    for (const struct paper_block *k = t->first; k; k = k->next) row(h, t, k);
    html_raw(h, "</tbody>\n</table>\n");
}
