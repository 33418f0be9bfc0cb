#include "paper/pdf.h"
#include "pdf_parts.h"
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

enum { TEXT_WIDTH = 504, TOP = 46, BOTTOM = 56 };

static const char *pdf_missing = "";

const char *paper_pdf_missing(void) { return pdf_missing; }

void paper_pdf_release(void) { pdf_fonts_close(); }

static cairo_status_t take(void *out, const unsigned char *bytes, unsigned length)
{
    str_append_bytes(out, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static void meta(struct pdf *p, cairo_pdf_metadata_t key, const char *words)
{
    struct str clean = {0};
    if (!words || !words[0]) return;
    pdf_clean(&clean, words);
    cairo_pdf_surface_set_metadata(p->surface, key, str_text(&clean));
    str_release(&clean);
}

/* Never today: the same document gives the same bytes. */
static void describe(struct pdf *p)
{
    const char *day = p->d->date && p->d->date[0] ? p->d->date : "2000-01-01";
    const char *date = arena_printf(&p->arena, "%sT00:00:00Z", day);
    meta(p, CAIRO_PDF_METADATA_TITLE, p->d->title);
    meta(p, CAIRO_PDF_METADATA_AUTHOR, p->d->author);
    meta(p, CAIRO_PDF_METADATA_SUBJECT, p->d->subject);
    meta(p, CAIRO_PDF_METADATA_CREATE_DATE, date);
    meta(p, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static void measure(struct pdf *p, enum paper_size size)
{
    static const float sizes[PAPER_SIZE_COUNT][2] = {{595.276f, 841.89f}, {612, 792}};
    p->width = sizes[size][0];
    p->height = sizes[size][1];
    p->text_width = TEXT_WIDTH;
    p->left = (p->width - TEXT_WIDTH) / 2;
    p->top = TOP;
    p->text_height = p->height - TOP - BOTTOM;
}

static void lay_document(struct pdf *p)
{
    const struct pdf_set set = {.size = 9.4f, .leading = 13.5f, .scale = 1};
    p->flow.width = p->text_width;
    pdf_ids_gather(p);
    pdf_tag_push(p, "Document");
    if (p->d->root) pdf_lay_children(p, &p->flow, p->d->root, &set);
    if (!p->flow.first || p->pending) pdf_strip(p, &p->flow, STRIP_EMPTY, 0);
    pdf_tag_pop(p);
    pdf_paginate(p);
}

/* There only where leaks are watched. */
__attribute__((weak)) void __lsan_disable(void);
__attribute__((weak)) void __lsan_enable(void);

/* cairo 1.16 cuts fonts down here, and never gives back an index of each that it cut. */
static void finish(cairo_surface_t *surface)
{
    int watched = __lsan_disable && __lsan_enable;
    if (watched) __lsan_disable();
    cairo_surface_finish(surface);
    if (watched) __lsan_enable();
}

static enum err draw(struct pdf *p, struct str *raw)
{
    p->surface = cairo_pdf_surface_create_for_stream(take, raw, (double)p->width, (double)p->height);
    p->cr = cairo_create(p->surface);
    describe(p);
    pdf_draw_pages(p);
    cairo_destroy(p->cr);
    finish(p->surface);
    cairo_status_t status = cairo_surface_status(p->surface);
    cairo_surface_destroy(p->surface);
    return status == CAIRO_STATUS_SUCCESS ? ERR_NONE : ERR_SYSTEM;
}

static void release(struct pdf *p)
{
    for (struct pdf_owned *o = p->owned; o; o = o->next) g_object_unref(o->layout);
    g_object_unref(p->context);
    arena_release(&p->arena);
}

enum err paper_pdf(struct str *out, const struct paper_document *d, enum paper_size size)
{
    struct pdf p = {.d = d};
    struct str raw = {0};
    pdf_missing = "";
    enum err err = pdf_fonts_open(&p.context, d->language, &pdf_missing);
    if (err != ERR_NONE) return err;
    measure(&p, size);
    lay_document(&p);
    err = draw(&p, &raw);
    if (err == ERR_NONE) err = pdf_finish(out, &raw, &p);
    release(&p);
    str_release(&raw);
    return err;
}
