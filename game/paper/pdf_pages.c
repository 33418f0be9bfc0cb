/* Strips are put on pages, and pages are drawn. */
#include "pdf_parts.h"
#include "base/text.h"
#include <assert.h>
#include <cairo-pdf.h>
#include <math.h>
#include <stdio.h>

/* --- pages --- */

static struct pdf_page *new_page(struct pdf *p)
{
    struct pdf_page *page = arena_alloc(&p->arena, sizeof *page);
    if (p->last_page) p->last_page->next = page;
    else p->pages = page;
    p->last_page = page;
    p->page_count++;
    return page;
}

static void place(struct pdf *p, const struct pdf_strip *s, float y, int repeated)
{
    struct pdf_place *at = arena_alloc(&p->arena, sizeof *at);
    struct pdf_page *page = p->last_page;
    *at = (struct pdf_place){s, y, repeated, NULL};
    if (page->last) page->last->next = at;
    else page->first = at;
    page->last = at;
}

struct paginating {
    struct pdf *p;
    float y;
    const struct pdf_strip *above; /* on this page, NULL at its top */
};

static void turn(struct paginating *g)
{
    new_page(g->p);
    g->y = 0;
    g->above = NULL;
}

/* The strips that stay on one page with `s`: up to the first that is not kept with its next. */
static const struct pdf_strip *chunk_end(const struct pdf_strip *s)
{
    while (s->keep && s->next && s->next->kind != STRIP_BREAK && s->next->kind != STRIP_SHEET) s = s->next;
    return s->next;
}

static float chunk_height(const struct pdf_strip *s, const struct pdf_strip *end)
{
    float height = 0;
    for (; s != end; s = s->next) height += s->height + (s->next != end ? pdf_gap(s, s->next) : 0);
    return height;
}

static float head_height(const struct paginating *g, const struct pdf_strip *s)
{
    return g->above || !s->head ? 0 : s->head->height;
}

static void put_strip(struct paginating *g, const struct pdf_strip *s)
{
    g->y += pdf_gap(g->above, s);
    if (head_height(g, s) > 0) {
        place(g->p, s->head, g->y, 1);
        g->y += s->head->height;
    }
    place(g->p, s, g->y, 0);
    g->y += s->height;
    g->above = s;
}

static int fits(const struct paginating *g, float gap, float height) { return g->y + gap + height <= g->p->text_height + 0.01f; }

static void put_chunk(struct paginating *g, const struct pdf_strip *s, const struct pdf_strip *end)
{
    float height = chunk_height(s, end);
    if (g->above && !fits(g, pdf_gap(g->above, s), height) && height <= g->p->text_height) turn(g);
    for (; s != end; s = s->next) {
        if (g->above && !fits(g, pdf_gap(g->above, s), s->height)) turn(g);
        put_strip(g, s);
    }
}

static void put_whole_page(struct paginating *g, const struct pdf_strip *s)
{
    if (g->above) turn(g);
    g->p->last_page->is_sheet = 1;
    place(g->p, s, 0, 0);
    g->above = s;
}

void pdf_paginate(struct pdf *p)
{
    struct paginating g = {.p = p};
    turn(&g);
    for (const struct pdf_strip *s = p->flow.first; s;) {
        const struct pdf_strip *end = s->next;
        if (g.above && (s->kind == STRIP_BREAK || g.above->kind == STRIP_SHEET)) turn(&g);
        if (s->kind == STRIP_SHEET) put_whole_page(&g, s);
        else if (s->kind != STRIP_BREAK) put_chunk(&g, s, end = chunk_end(s));
        s = end;
    }
}

/* --- what is drawn --- */

/* A destination has its place in hundredths, as a comma of the locale would spoil it. */
static void draw_names(struct pdf *p, const struct pdf_strip *s, float x, float y)
{
    for (const struct pdf_name *n = s->names; n; n = n->next) {
        struct pdf_id *id = pdf_id_find(p, n->block->id);
        if (!id->is_wanted || id->is_drawn || p->quiet) continue;
        cairo_tag_begin(p->cr, CAIRO_TAG_DEST, arena_printf(&p->arena, "name='%s' x=%d y=%d", id->id, (int)x, (int)y - 6));
        cairo_tag_end(p->cr, CAIRO_TAG_DEST);
        id->is_drawn = 1;
    }
}

static void draw_bookmark(struct pdf *p, const struct paper_block *b, float x, float y)
{
    struct str title = {0};
    int above = 0, level = b->level;
    if (p->quiet) return;
    for (int i = level - 1; i > 0 && above == 0; i--) above = p->outline[i];
    pdf_clean(&title, b->title);
    const char *place = arena_printf(&p->arena, "page=%d pos=[%d %d]", p->drawn_pages, (int)x, (int)y - 6);
    p->outline[level] = cairo_pdf_surface_add_outline(p->surface, above, str_text(&title), place,
                                                      level == 2 ? CAIRO_PDF_OUTLINE_FLAG_BOLD : 0);
    for (int i = level + 1; i < PDF_LEVELS; i++) p->outline[i] = 0;
    str_release(&title);
}

static void draw_rule(struct pdf *p, uint32_t color, float x, float y, float width)
{
    cairo_move_to(p->cr, (double)x, (double)y);
    cairo_line_to(p->cr, (double)(x + width), (double)y);
    pdf_color(p->cr, color);
    cairo_set_line_width(p->cr, 0.6);
    cairo_stroke(p->cr);
}

static void draw_picture(struct pdf *p, const struct pdf_strip *s, float x, float y)
{
    double scale = (double)(s->width / s->block->width);
    pdf_tags_go(p, s->tag);
    cairo_save(p->cr);
    cairo_translate(p->cr, (double)x, (double)y);
    cairo_scale(p->cr, scale, scale);
    pdf_draw_list(p, s->block->picture);
    cairo_restore(p->cr);
}

static void draw_cells(struct pdf *p, const struct pdf_strip *s, float x, float y)
{
    for (int i = 0; i < s->cell_count; i++) {
        const struct pdf_flow *cell = &s->cells[i];
        float lower = cell->at_bottom ? s->height - 2 * s->pad - pdf_flow_height(cell) : 0;
        pdf_draw_flow(p, cell, x + cell->x, y + s->pad + lower);
    }
}

void pdf_draw_strip(struct pdf *p, const struct pdf_strip *s, float x, float y)
{
    x += s->x;
    if (s->marker) pdf_draw_line(p, s->marker, x - s->marker->width, y);
    switch (s->kind) {
    case STRIP_LINE: pdf_draw_line(p, s, x, y); break;
    case STRIP_CELLS: draw_cells(p, s, x, y); break;
    case STRIP_PICTURE: draw_picture(p, s, x, y); break;
    case STRIP_SHEET: pdf_draw_sheet(p, s->sheet); break;
    case STRIP_EMPTY: pdf_tags_go(p, s->tag); break;
    case STRIP_RULED:
    case STRIP_BREAK: break;
    }
    draw_names(p, s, x, y);
    if (s->kind == STRIP_LINE && s->block) draw_bookmark(p, s->block, x, y);
    if (s->rule) draw_rule(p, s->rule, x, y + s->height + (s->kind == STRIP_LINE ? 4.5f : 0), s->width);
}

static void draw_backing(struct pdf *p, const struct pdf_backing *b, float x, float y, float height)
{
    if (b->panel) {
        pdf_color(p->cr, b->panel);
        cairo_rectangle(p->cr, (double)(x + b->x), (double)y, (double)b->width, (double)height);
        cairo_fill(p->cr);
    }
    pdf_color(p->cr, b->bar);
    cairo_rectangle(p->cr, (double)(x + b->x), (double)y, 2.6, (double)height);
    cairo_fill(p->cr);
}

/* The strips from `at` on that share its backing, and where the last of them ends. */
static void draw_backings(struct pdf *p, const struct pdf_place *from, float x, float y)
{
    const struct pdf_strip *above = NULL;
    for (const struct pdf_place *at = from; at; at = at->next) {
        const struct pdf_backing *b = at->strip->backing;
        if (b && above != at->strip && (!above || above->backing != b)) {
            const struct pdf_place *last = at;
            while (last->next && last->next->strip->backing == b) last = last->next;
            draw_backing(p, b, x, y + at->y - b->pad, last->y + last->strip->height - at->y + 2 * b->pad);
        }
        above = at->strip;
    }
}

void pdf_draw_flow(struct pdf *p, const struct pdf_flow *f, float x, float y)
{
    y += f->lead;
    for (const struct pdf_strip *s = f->first; s; s = s->next) {
        if (s->backing) {
            const struct pdf_place one = {.strip = s};
            draw_backings(p, &one, x, y);
        }
        pdf_draw_strip(p, s, x, y);
        y += s->height + pdf_gap(s, s->next);
    }
}

/* --- the foot --- */

static void foot_words(struct pdf *p, const char *words, enum draw_align align, float width)
{
    const struct pdf_look look = {7.8f, 11, 0, 0, WEIGHT_REGULAR, 0, pdf_ink(INK_DIM), 0};
    const struct pdf_set set = {.size = 7.8f, .leading = 11, .scale = 1, .is_cell = 1, .align = align};
    struct pdf_flow f = {.width = width};
    struct pdf_strip *s = pdf_lay_words(p, &f, words, &look, &set, NULL);
    float x = align == ALIGN_RIGHT ? p->left + p->text_width - width : p->left;
    if (s) pdf_draw_line(p, s, x, p->height - 33);
}

static void draw_foot(struct pdf *p, int number)
{
    char page[16], pages[16];
    snprintf(page, sizeof page, "%d", number);
    snprintf(pages, sizeof pages, "%d", p->page_count);
    /* Words of the foot belong to no block. */
    if (p->opened) pdf_tags_go(p, p->opened->parent);
    p->quiet = 1;
    if (p->d->running) foot_words(p, p->d->running, ALIGN_LEFT, p->text_width - 90);
    foot_words(p, text_fill(&p->arena, "document.page", "page", page, "pages", pages, NULL), ALIGN_RIGHT, 84);
    p->quiet = 0;
}

static void draw_page(struct pdf *p, const struct pdf_page *page)
{
    if (!page->is_sheet) draw_backings(p, page->first, p->left, p->top);
    for (const struct pdf_place *at = page->first; at; at = at->next) {
        if (at->repeated && p->opened) pdf_tags_go(p, p->opened->parent);
        p->quiet = at->repeated;
        pdf_draw_strip(p, at->strip, p->left, p->top + at->y);
        p->quiet = 0;
    }
    if (!page->is_sheet) draw_foot(p, p->drawn_pages);
    cairo_show_page(p->cr);
}

void pdf_draw_pages(struct pdf *p)
{
    for (const struct pdf_page *page = p->pages; page; page = page->next) {
        p->drawn_pages++;
        draw_page(p, page);
    }
    pdf_tags_go(p, NULL);
}
