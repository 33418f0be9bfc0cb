/* Tables and columns: cells are flows beside each other. */
#include "pdf_parts.h"
#include <string.h>

static const float GUTTER = 9, BETWEEN_COLUMNS = 24, SLICED_FROM = 300, SLICE = 70;

/* --- a strip of cells --- */

static float highest(const struct pdf_flow *cells, int count)
{
    float height = 0;
    for (int i = 0; i < count; i++) {
        float h = pdf_flow_height(&cells[i]);
        if (h > height) height = h;
    }
    return height;
}

static struct pdf_strip *put_cells(struct pdf *p, struct pdf_flow *f, struct pdf_flow *cells, int count, float pad)
{
    struct pdf_strip *s = pdf_strip(p, f, STRIP_CELLS, highest(cells, count) + 2 * pad);
    s->cells = cells;
    s->cell_count = count;
    s->pad = pad;
    return s;
}

static float lower(float a, float b) { return a > b ? a : b; }

/* The nearest height from `y` on at which no strip of the cell is parted. */
static float boundary_of(const struct pdf_flow *cell, float y)
{
    float at = cell->lead;
    for (const struct pdf_strip *s = cell->first; s && at < y; s = s->next) {
        if (at + s->height > y) return at + s->height;
        at += s->height + pdf_gap(s, s->next);
    }
    return y;
}

static float boundary(const struct pdf_flow *cells, int count, float y)
{
    for (float before = -1; before < y;) {
        before = y;
        for (int i = 0; i < count; i++) y = lower(y, boundary_of(&cells[i], y));
    }
    return y;
}

/* Takes what begins above `y` from the top of a cell; the rest keeps its distance from there. */
static struct pdf_flow cut(struct pdf_flow *cell, float y)
{
    struct pdf_flow top = *cell;
    struct pdf_strip *last = NULL, *s = cell->first;
    float at = cell->lead;
    for (; s && at < y; s = s->next) {
        at += s->height + pdf_gap(s, s->next);
        last = s;
    }
    if (last) last->next = NULL;
    else top.first = NULL;
    top.last = last;
    cell->first = s;
    cell->lead = s ? at - y : 0;
    return top;
}

static int is_left(const struct pdf_flow *cells, int count)
{
    for (int i = 0; i < count; i++)
        if (cells[i].first) return 1;
    return 0;
}

static struct pdf_strip *put_slices(struct pdf *p, struct pdf_flow *f, struct pdf_flow *cells, int count, float pad)
{
    struct pdf_strip *first = NULL;
    while (is_left(cells, count)) {
        struct pdf_flow *slice = arena_array(&p->arena, (size_t)count, sizeof *slice);
        float y = boundary(cells, count, SLICE);
        for (int i = 0; i < count; i++) slice[i] = cut(&cells[i], y);
        struct pdf_strip *s = put_cells(p, f, slice, count, 0);
        if (is_left(cells, count)) s->height = y;
        else s->height += pad;
        if (!first) s->before = pad;
        if (!first) first = s;
    }
    return first;
}

struct pdf_strip *pdf_lay_cells(struct pdf *p, struct pdf_flow *f, struct pdf_flow *cells, int count, float pad, float most)
{
    return highest(cells, count) > most ? put_slices(p, f, cells, count, pad) : put_cells(p, f, cells, count, pad);
}

/* --- tables --- */

struct table {
    struct pdf *p;
    struct pdf_flow *f;
    const struct paper_block *b;
    struct pdf_set set;
    struct pdf_tag *tag;
    struct pdf_strip *head;
    float pad, x[PAPER_COLUMNS_MOST], width[PAPER_COLUMNS_MOST];
};

static void measure_columns(struct table *t)
{
    int count = t->b->column_count;
    float sum = 0, x = 0;
    for (int i = 0; i < count; i++) sum += t->b->columns[i].share;
    for (int i = 0; i < count; i++) {
        float width = sum > 0 ? t->f->width * t->b->columns[i].share / sum : t->f->width / (float)count;
        t->x[i] = x;
        t->width[i] = width - (i + 1 < count ? GUTTER : 0);
        if (t->width[i] < 8) t->width[i] = 8;
        x += width;
    }
}

static struct pdf_flow *new_cells(struct table *t)
{
    struct pdf_flow *cells = arena_array(&t->p->arena, (size_t)t->b->column_count, sizeof *cells);
    for (int i = 0; i < t->b->column_count; i++) cells[i] = (struct pdf_flow){.x = t->x[i], .width = t->width[i]};
    return cells;
}

static void hang_on(struct table *t, struct pdf_strip *first)
{
    for (struct pdf_strip *s = first; s; s = s->next) s->head = t->head;
    t->f->last->rule = pdf_ink(INK_LINE);
}

static void heads(struct table *t)
{
    struct pdf_look look = {t->set.size * 0.91f, t->set.leading * 0.91f, 0, 0, WEIGHT_SEMIBOLD, 0, pdf_ink(INK_DIM), 0};
    struct pdf_flow *cells = new_cells(t);
    struct pdf *p = t->p;
    int any = 0;
    for (int i = 0; i < t->b->column_count; i++) any |= t->b->columns[i].head[0] != 0;
    if (!any) return;
    pdf_tag_push(p, "TR");
    for (int i = 0; i < t->b->column_count; i++) {
        pdf_tag_push(p, t->b->columns[i].head[0] ? "TH" : "TD");
        t->set.align = t->b->columns[i].align;
        if (!pdf_lay_words(p, &cells[i], t->b->columns[i].head, &look, &t->set, NULL)) pdf_strip(p, &cells[i], STRIP_EMPTY, 0);
        cells[i].at_bottom = 1;
        pdf_tag_pop(p);
    }
    pdf_tag_pop(p);
    struct pdf_strip *s = put_cells(p, t->f, cells, t->b->column_count, t->pad);
    s->keep = 1;
    t->head = s;
    s->rule = pdf_ink(INK_STRONG_LINE);
}

static void group_row(struct table *t, const struct paper_block *row)
{
    struct pdf_flow *cell = arena_alloc(&t->p->arena, sizeof *cell);
    struct pdf_look look = {t->set.size, t->set.leading, 0, 0, WEIGHT_SEMIBOLD, 0, pdf_ink(INK_TEXT), 0};
    cell->width = t->f->width;
    t->set.align = ALIGN_LEFT;
    pdf_tag_push(t->p, "TR");
    pdf_tag_push(t->p, "TH")->by_row = 1;
    pdf_lay_words(t->p, cell, row->title, &look, &t->set, row);
    pdf_tag_pop(t->p);
    pdf_tag_pop(t->p);
    struct pdf_strip *above = t->f->last, *s = put_cells(t->p, t->f, cell, 1, t->pad);
    if (above && above != t->head) s->before = 5;
    s->keep = 1;
    s->rule = pdf_ink(INK_STRONG_LINE);
    if (t->head) s->head = t->head;
}

static void cell(struct table *t, struct pdf_flow *flow, const struct paper_block *b, int column)
{
    struct pdf_tag *tag = pdf_tag_push(t->p, b->level ? "TH" : "TD");
    tag->by_row = 1;
    t->set.align = t->b->columns[column].align;
    pdf_name_begins(t->p, b);
    pdf_lay_children(t->p, flow, b, &t->set);
    if (!flow->first) pdf_strip(t->p, flow, STRIP_EMPTY, 0);
    pdf_tag_pop(t->p);
}

static void row(struct table *t, const struct paper_block *b)
{
    struct pdf_flow *cells = new_cells(t);
    int place = 0;
    pdf_name_begins(t->p, b);
    pdf_tag_push(t->p, "TR");
    for (const struct paper_block *k = b->first; k && place < t->b->column_count; k = k->next)
        if (!k->hidden) cell(t, &cells[place], k, place), place++;
    pdf_tag_pop(t->p);
    hang_on(t, pdf_lay_cells(t->p, t->f, cells, t->b->column_count, t->pad, SLICED_FROM));
}

static int shown_rows(const struct paper_block *b)
{
    int n = 0;
    for (const struct paper_block *k = b->first; k; k = k->next) n += !k->hidden;
    return n;
}

static void caption(struct table *t)
{
    struct pdf_look look = {t->set.size, t->set.leading, 4, 1, WEIGHT_REGULAR, 0, pdf_ink(INK_DIM), 0};
    if (!t->b->title[0]) return;
    pdf_tag_push(t->p, "Caption");
    t->set.align = ALIGN_LEFT;
    pdf_lay_words(t->p, t->f, t->b->title, &look, &t->set, NULL);
    pdf_tag_pop(t->p);
    t->f->last->keep = 1;
}

/* The last row takes the one before along, the head its first row. */
static void rows(struct table *t)
{
    int left = shown_rows(t->b);
    for (const struct paper_block *k = t->b->first; k; k = k->next) {
        if (k->hidden) continue;
        if (k->level) group_row(t, k);
        else row(t, k);
        if (--left == 1 && t->f->last->height < SLICED_FROM / 2) t->f->last->keep = 1;
    }
}

void pdf_lay_table(struct pdf *p, struct pdf_flow *f, const struct paper_block *b, const struct pdf_set *set)
{
    struct table t = {.p = p, .f = f, .b = b, .set = *set};
    if (shown_rows(b) == 0) return;
    if (!set->is_annex) {
        t.set.size *= 0.945f;
        t.set.leading *= 0.93f;
    }
    t.set.is_cell = 1;
    t.set.is_columns = 0;
    t.pad = set->is_annex ? 2.3f : b->look == PAPER_FIGURES ? 3.6f : 4.4f;
    measure_columns(&t);
    pdf_name_begins(p, b);
    pdf_tag_push(p, "Table");
    caption(&t);
    heads(&t);
    rows(&t);
    pdf_tag_pop(p);
    f->last->after = 8;
}

/* --- columns --- */

static void lay_column(struct pdf *p, struct pdf_flow *cell, const struct paper_block *b, const struct pdf_set *set)
{
    struct pdf_set inner = *set;
    inner.is_columns = 1;
    pdf_lay(p, cell, b, &inner);
}

void pdf_lay_columns(struct pdf *p, struct pdf_flow *f, const struct paper_block *b, const struct pdf_set *set)
{
    int count = b->count > 0 ? b->count : shown_rows(b), place = 0;
    const struct paper_block *k = b->first;
    if (count == 0) return;
    pdf_name_begins(p, b);
    float between = count > 2 ? BETWEEN_COLUMNS * 0.75f : BETWEEN_COLUMNS;
    float width = (f->width - between * (float)(count - 1)) / (float)count;
    while (k) {
        struct pdf_flow *cells = arena_array(&p->arena, (size_t)count, sizeof *cells);
        for (place = 0; k && place < count; k = k->next) {
            if (k->hidden) continue;
            cells[place] = (struct pdf_flow){.x = (width + between) * (float)place, .width = width};
            lay_column(p, &cells[place++], k, set);
        }
        if (!is_left(cells, place)) continue;
        struct pdf_strip *s = pdf_lay_cells(p, f, cells, place, 0, p->text_height * 0.7f);
        s->before = 6;
        f->last->after = 12;
    }
}

void pdf_lay_beside(struct pdf *p, struct pdf_flow *f, const struct paper_block *picture, const struct pdf_set *set)
{
    struct pdf_flow *cells = arena_array(&p->arena, 2, sizeof *cells);
    float taken = picture->width + 8;
    cells[0] = (struct pdf_flow){.width = picture->width};
    cells[1] = (struct pdf_flow){.x = taken, .width = f->width - taken};
    pdf_lay(p, &cells[0], picture, set);
    for (const struct paper_block *k = picture->next; k; k = k->next) pdf_lay(p, &cells[1], k, set);
    put_cells(p, f, cells, 2, 0);
}
