/* Blocks become strips. */
#include "pdf_parts.h"
#include <stdio.h>
#include <string.h>

enum { INDENT = 13, WHOLE_HIGHEST = 330 };

/* --- strips --- */

struct pdf_strip *pdf_strip(struct pdf *p, struct pdf_flow *f, enum pdf_kind kind, float height)
{
    struct pdf_strip *s = arena_alloc(&p->arena, sizeof *s);
    *s = (struct pdf_strip){.kind = kind, .height = height, .width = f->width, .tag = p->tag, .names = p->pending};
    for (struct pdf_name *n = p->pending; n; n = n->next) pdf_id_find(p, n->block->id)->is_laid = 1;
    p->pending = NULL;
    if (f->last) f->last->next = s;
    else f->first = s;
    f->last = s;
    return s;
}

float pdf_gap(const struct pdf_strip *above, const struct pdf_strip *below)
{
    if (!above || !below) return 0;
    return above->after > below->before ? above->after : below->before;
}

float pdf_flow_height(const struct pdf_flow *f)
{
    float height = f->lead;
    for (const struct pdf_strip *s = f->first; s; s = s->next) height += s->height + pdf_gap(s, s->next);
    return height;
}

void pdf_keep_together(struct pdf_strip *first)
{
    for (struct pdf_strip *s = first; s && s->next; s = s->next) s->keep = 1;
}

/* What was laid after `last`; the flow's first when there was nothing. */
static struct pdf_strip *since(const struct pdf_flow *f, struct pdf_strip *last) { return last ? last->next : f->first; }

/* Keeps strips on one page, unless they would leave much of the page before empty. */
static void keep_if_low(struct pdf_strip *first)
{
    const struct pdf_flow part = {.first = first};
    if (first && pdf_flow_height(&part) <= WHOLE_HIGHEST) pdf_keep_together(first);
}

/* --- sections --- */

static struct pdf_look heading_look(const struct pdf_set *set, int level, int is_first)
{
    uint32_t ink = pdf_ink(INK_TEXT);
    const struct pdf_look looks[] = {{13.6f, 17.6f, is_first ? 0 : 24, 6, WEIGHT_BOLD, 0, ink, -0.008f},
                                     {10.6f, 14.4f, 15, 3.5f, WEIGHT_SEMIBOLD, 0, ink, 0},
                                     {9.4f, 13, 11, 2, WEIGHT_SEMIBOLD, 0, ink, 0}};
    struct pdf_look look = looks[level - 2];
    if (set->is_columns) look.before = 0;
    return look;
}

static void heading(struct pdf *p, struct pdf_flow *f, const struct paper_block *b, const struct pdf_set *set)
{
    static const char *const tags[] = {"H2", "H3", "H4"};
    const struct pdf_look look = heading_look(set, b->level, f->last && f->last->kind == STRIP_BREAK);
    pdf_tag_push(p, tags[b->level - 2]);
    struct pdf_strip *first = pdf_lay_words(p, f, b->title, &look, set, b);
    pdf_tag_pop(p);
    if (!first) return;
    first->block = b;
    pdf_keep_together(first);
    f->last->keep = 1;
}

static void section(struct pdf *p, struct pdf_flow *f, const struct paper_block *b, const struct pdf_set *set)
{
    struct pdf_set inner = *set;
    if (b->look == PAPER_ANNEX) {
        inner.is_annex = 1;
        inner.size = 7.6f;
        inner.leading = 10.4f;
        if (f->last && f->last->kind != STRIP_BREAK) pdf_strip(p, f, STRIP_BREAK, 0);
    }
    pdf_name_begins(p, b);
    pdf_tag_push(p, "Sect");
    heading(p, f, b, set);
    pdf_lay_children(p, f, b, &inner);
    pdf_tag_pop(p);
}

/* --- lists --- */

static void marker(struct pdf *p, struct pdf_strip *first, const struct paper_block *item, const struct pdf_set *set, int number)
{
    struct pdf_flow f = {.width = INDENT};
    struct pdf_look look = {first->text->size, first->text->leading, 0, 0, WEIGHT_REGULAR, 0, pdf_ink(INK_DIM), 0};
    struct pdf_set plain = *set;
    char words[16] = "\xE2\x80\xA2";
    plain.align = ALIGN_LEFT;
    if (item->parent->look == PAPER_NUMBERED) snprintf(words, sizeof words, "%d.", number);
    struct pdf_tag *body = p->tag;
    p->tag = body->parent;
    pdf_tag_push(p, "Lbl");
    first->marker = pdf_lay_words(p, &f, words, &look, &plain, NULL);
    p->tag = body;
}

static void item(struct pdf *p, struct pdf_flow *f, const struct paper_block *b, const struct pdf_set *set, int number)
{
    int is_bare = set->is_columns && b->parent->look == PAPER_PLAIN, is_marked = !is_bare;
    struct pdf_flow inner = {.width = f->width - (is_bare ? 0 : INDENT)};
    pdf_name_begins(p, b);
    pdf_tag_push(p, "LI");
    pdf_tag_push(p, "LBody");
    pdf_lay_children(p, &inner, b, set);
    if (inner.first && is_marked && inner.first->kind == STRIP_LINE) marker(p, inner.first, b, set, number);
    pdf_tag_pop(p);
    pdf_tag_pop(p);
    if (!inner.first) return;
    for (struct pdf_strip *s = inner.first; s; s = s->next) s->x += is_bare ? 0 : INDENT;
    inner.last->after = is_bare ? 9 : set->is_cell ? 1 : 4;
    if (is_bare) inner.last->rule = pdf_ink(INK_LINE);
    keep_if_low(inner.first);
    if (f->last) f->last->next = inner.first;
    else f->first = inner.first;
    f->last = inner.last;
}

static void list(struct pdf *p, struct pdf_flow *f, const struct paper_block *b, const struct pdf_set *set)
{
    int number = 0;
    struct pdf_strip *last = f->last;
    pdf_name_begins(p, b);
    pdf_tag_push(p, "L");
    for (const struct paper_block *k = b->first; k; k = k->next)
        if (!k->hidden) item(p, f, k, set, ++number);
    pdf_tag_pop(p);
    if (f->last != last && !set->is_cell) f->last->after = 8;
}

/* --- boxes --- */

static const struct pdf_backing *backing_of(struct pdf *p, enum paper_look look, float width)
{
    struct pdf_backing *backing = arena_alloc(&p->arena, sizeof *backing);
    *backing = (struct pdf_backing){.width = width, .bar = look == PAPER_VOUCHER ? pdf_ink(INK_VOUCHER) : pdf_ink(INK_STRONG_LINE)};
    return backing;
}

static void box(struct pdf *p, struct pdf_flow *f, const struct paper_block *b, const struct pdf_set *set)
{
    int is_barred = b->look == PAPER_VOUCHER || b->look == PAPER_NOTE;
    struct pdf_flow inner = {.width = f->width - (is_barred ? INDENT : 0)};
    pdf_name_begins(p, b);
    pdf_tag_push(p, is_barred ? "BlockQuote" : "Div");
    pdf_lay_children(p, &inner, b, set);
    if (b->author == PAPER_BY_FACILITATOR) {
        const struct pdf_look none = {set->size, set->leading, 0, 0, WEIGHT_REGULAR, 0, pdf_ink(INK_DIM), 0};
        pdf_tag_push(p, "P");
        pdf_lay_words(p, &inner, "", &none, set, b);
        pdf_tag_pop(p);
    }
    pdf_tag_pop(p);
    if (!inner.first) return;
    const struct pdf_backing *backing = is_barred ? backing_of(p, b->look, inner.width) : NULL;
    for (struct pdf_strip *s = inner.first; backing && s; s = s->next) {
        s->backing = backing;
        s->x += INDENT;
    }
    inner.last->after = 10;
    keep_if_low(inner.first);
    if (f->last) f->last->next = inner.first;
    else f->first = inner.first;
    f->last = inner.last;
}

/* --- pictures and lines to write on --- */

static void picture(struct pdf *p, struct pdf_flow *f, const struct paper_block *b, const struct pdf_set *set)
{
    float scale = b->width > f->width ? f->width / b->width : 1;
    pdf_name_begins(p, b);
    if (b->title[0]) pdf_tag_push(p, "Figure")->alt = b->title;
    struct pdf_strip *s = pdf_strip(p, f, STRIP_PICTURE, b->height * scale);
    if (b->title[0]) pdf_tag_pop(p);
    s->block = b;
    s->width = b->width * scale;
    if (set->align == ALIGN_RIGHT) s->x = f->width - s->width;
    s->before = set->is_cell ? 1 : 3;
    s->after = set->is_cell ? 1 : 5;
}

static void lines(struct pdf *p, struct pdf_flow *f, const struct paper_block *b, const struct pdf_set *set)
{
    struct pdf_strip *last = f->last;
    const struct pdf_look look = {set->size * set->scale, set->leading * set->scale, 8, 0, WEIGHT_SEMIBOLD, 0, pdf_ink(INK_TEXT), 0};
    pdf_name_begins(p, b);
    pdf_tag_push(p, "P");
    if (b->title[0]) pdf_lay_words(p, f, b->title, &look, set, b);
    for (int i = 0; i < b->count; i++) pdf_strip(p, f, STRIP_RULED, b->height)->rule = pdf_ink(INK_STRONG_LINE);
    pdf_tag_pop(p);
    if (f->last == last) return;
    f->last->after = 8;
    keep_if_low(since(f, last));
}

/* --- any block --- */

void pdf_lay(struct pdf *p, struct pdf_flow *f, const struct paper_block *b, const struct pdf_set *set)
{
    if (b->hidden) return;
    switch (b->kind) {
    case PAPER_SECTION: section(p, f, b, set); break;
    case PAPER_PARAGRAPH: pdf_lay_paragraph(p, f, b, set); break;
    case PAPER_LIST: list(p, f, b, set); break;
    case PAPER_TABLE: pdf_lay_table(p, f, b, set); break;
    case PAPER_PICTURE: picture(p, f, b, set); break;
    case PAPER_COLUMNS: pdf_lay_columns(p, f, b, set); break;
    case PAPER_BOX: box(p, f, b, set); break;
    case PAPER_BREAK: pdf_strip(p, f, STRIP_BREAK, 0); break;
    case PAPER_LINES: lines(p, f, b, set); break;
    case PAPER_SHEET: pdf_lay_sheet(p, f, b); break;
    case PAPER_ITEM:
    case PAPER_CARD:
    case PAPER_ROOT:
    case PAPER_ROW:
    case PAPER_CELL:
    case PAPER_KIND_COUNT: pdf_lay_children(p, f, b, set); break;
    }
}

/* A small picture and what follows it in the head of a row stand beside each other: a face and a name. */
static int is_beside(const struct paper_block *b, float width)
{
    int heads = b->parent->kind == PAPER_CELL && b->parent->level == 1;
    return heads && b->kind == PAPER_PICTURE && !b->hidden && b->width <= width / 2 && b->next;
}

static int is_exhibit(const struct paper_block *b)
{
    return b && (b->kind == PAPER_TABLE || b->kind == PAPER_PICTURE || b->kind == PAPER_COLUMNS || b->kind == PAPER_LIST);
}

static const struct paper_block *shown_next(const struct paper_block *b)
{
    for (b = b->next; b && b->hidden; b = b->next) continue;
    return b;
}

/* A note stays with the table or picture above it; one short paragraph between a heading and such goes with both. */
static void keep_paragraph(struct pdf_strip *last, const struct paper_block *b)
{
    enum { SHORT = 4 };
    int lines = 0;
    for (const struct pdf_strip *s = last->next; s; s = s->next) lines++;
    if (lines > SHORT) return;
    if (b->style == PAPER_ASIDE && (last->kind == STRIP_CELLS || last->kind == STRIP_PICTURE)) {
        last->keep = 1;
        pdf_keep_together(last->next);
    }
    if (!last->keep || !is_exhibit(shown_next(b))) return;
    for (struct pdf_strip *s = last->next; s; s = s->next) s->keep = 1;
}

void pdf_lay_children(struct pdf *p, struct pdf_flow *f, const struct paper_block *b, const struct pdf_set *set)
{
    const struct paper_block *k = b->first;
    if (k && is_beside(k, f->width)) {
        pdf_lay_beside(p, f, k, set);
        return;
    }
    for (; k; k = k->next) {
        struct pdf_strip *last = f->last;
        pdf_lay(p, f, k, set);
        if (last && last != f->last && !k->hidden && k->kind == PAPER_PARAGRAPH) keep_paragraph(last, k);
    }
}
