/* Cards of one size in a grid, with marks where to cut. */
#include "pdf_parts.h"

static const float CARD_PAD = 12, PAGE_EDGE = 14, MARK_LENGTH = 9, MARK_GAP = 3, SMALLEST = 0.55f;

static struct pdf_flow lay_card(struct pdf *p, const struct paper_block *card, float width, float scale)
{
    const struct pdf_set set = {.size = 9.2f * scale, .leading = 12.6f * scale, .scale = scale, .is_columns = 1};
    struct pdf_flow f = {.width = width};
    pdf_lay_children(p, &f, card, &set);
    return f;
}

/* Smaller type where a text is longer than its card. */
static struct pdf_flow fit_card(struct pdf *p, const struct paper_block *card, float width, float height)
{
    struct pdf_flow f = lay_card(p, card, width, 1);
    for (float scale = 0.95f; pdf_flow_height(&f) > height && scale >= SMALLEST; scale -= 0.05f) f = lay_card(p, card, width, scale);
    return f;
}

static int how_many(float room, float size)
{
    int n = (int)((room - 2 * PAGE_EDGE) / size);
    return n > 0 ? n : 1;
}

static struct pdf_sheet *new_sheet(struct pdf *p, const struct paper_block *b)
{
    struct pdf_sheet *s = arena_alloc(&p->arena, sizeof *s);
    s->width = b->width;
    s->height = b->height;
    s->columns = how_many(p->width, b->width);
    s->rows = how_many(p->height, b->height);
    s->cards = arena_array(&p->arena, (size_t)(s->columns * s->rows), sizeof *s->cards);
    return s;
}

void pdf_lay_sheet(struct pdf *p, struct pdf_flow *f, const struct paper_block *b)
{
    struct pdf_sheet *sheet = NULL;
    for (const struct paper_block *k = b->first; k; k = k->next) {
        if (k->hidden) continue;
        if (!sheet || sheet->count == sheet->columns * sheet->rows) {
            sheet = new_sheet(p, b);
            pdf_strip(p, f, STRIP_SHEET, p->text_height)->sheet = sheet;
        }
        pdf_name_begins(p, k);
        pdf_tag_push(p, "Sect");
        sheet->cards[sheet->count++] = fit_card(p, k, b->width - 2 * CARD_PAD, b->height - 2 * CARD_PAD);
        pdf_tag_pop(p);
    }
}

static void line(struct pdf *p, float x0, float y0, float x1, float y1)
{
    cairo_move_to(p->cr, (double)x0, (double)y0);
    cairo_line_to(p->cr, (double)x1, (double)y1);
    cairo_stroke(p->cr);
}

/* Outside the cards only, so that a cut a little off shows no line. */
static void draw_marks(struct pdf *p, const struct pdf_sheet *s, float left, float top)
{
    float right = left + s->width * (float)s->columns, bottom = top + s->height * (float)s->rows;
    pdf_color(p->cr, pdf_ink(INK_DIM));
    cairo_set_line_width(p->cr, 0.5);
    for (int i = 0; i <= s->columns; i++) {
        float x = left + s->width * (float)i;
        line(p, x, top - MARK_GAP - MARK_LENGTH, x, top - MARK_GAP);
        line(p, x, bottom + MARK_GAP, x, bottom + MARK_GAP + MARK_LENGTH);
    }
    for (int i = 0; i <= s->rows; i++) {
        float y = top + s->height * (float)i;
        line(p, left - MARK_GAP - MARK_LENGTH, y, left - MARK_GAP, y);
        line(p, right + MARK_GAP, y, right + MARK_GAP + MARK_LENGTH, y);
    }
}

/* Faint lines between cards show what belongs together until they are cut. */
static void draw_edges(struct pdf *p, const struct pdf_sheet *s, float left, float top)
{
    static const double dashes[] = {0.6, 2.6};
    pdf_color(p->cr, pdf_ink(INK_STRONG_LINE));
    cairo_set_line_width(p->cr, 0.4);
    cairo_set_dash(p->cr, dashes, 2, 0);
    for (int i = 0; i <= s->columns; i++) {
        float x = left + s->width * (float)i;
        line(p, x, top, x, top + s->height * (float)s->rows);
    }
    for (int i = 0; i <= s->rows; i++) {
        float y = top + s->height * (float)i;
        line(p, left, y, left + s->width * (float)s->columns, y);
    }
    cairo_set_dash(p->cr, NULL, 0, 0);
}

void pdf_draw_sheet(struct pdf *p, const struct pdf_sheet *s)
{
    float left = (p->width - s->width * (float)s->columns) / 2, top = (p->height - s->height * (float)s->rows) / 2;
    for (int i = 0; i < s->count; i++) {
        float x = left + s->width * (float)(i % s->columns), y = top + s->height * (float)(i / s->columns);
        cairo_save(p->cr);
        cairo_rectangle(p->cr, (double)x, (double)y, (double)s->width, (double)s->height);
        cairo_clip(p->cr);
        pdf_draw_flow(p, &s->cards[i], x + CARD_PAD, y + CARD_PAD);
        cairo_restore(p->cr);
    }
    draw_edges(p, s, left, top);
    draw_marks(p, s, left, top);
}
