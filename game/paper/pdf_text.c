/* Paragraphs: runs become one layout of pango, its lines become strips of a fixed height, however tall a fallback font is. */
#include "pdf_parts.h"
#include "base/text.h"
#include <pango/pangocairo.h>
#include <string.h>

static const uint32_t NO_COLOR = 0;

struct setting {
    struct pdf *p;
    struct pdf_text *text;
    struct str words;
    PangoAttrList *attributes;
    const struct pdf_look *look;
};

static void attribute(struct setting *s, PangoAttribute *a, const struct pdf_span *span)
{
    a->start_index = (guint)span->from;
    a->end_index = (guint)span->to;
    pango_attr_list_insert(s->attributes, a);
}

static struct pdf_span *span_new(struct setting *s)
{
    struct pdf_span *span = arena_alloc(&s->p->arena, sizeof *span);
    *span = (struct pdf_span){.from = (int)s->words.length, .color = s->look->color, .size = s->look->size};
    if (s->text->last) s->text->last->next = span;
    else s->text->spans = span;
    s->text->last = span;
    return span;
}

/* An isolate keeps what a text does to the direction of writing within itself. */
static void put_words(struct setting *s, struct pdf_span *span, const char *words)
{
    struct str clean = {0};
    int turned = pdf_clean(&clean, words);
    if (turned) str_append(&s->words, "\xE2\x81\xA8");
    str_append(&s->words, str_text(&clean));
    if (turned) str_append(&s->words, "\xE2\x81\xA9");
    span->to = (int)s->words.length;
    str_release(&clean);
}

static void look_of_span(struct setting *s, const struct pdf_span *span, enum draw_weight weight)
{
    PangoFontDescription *font = pdf_font(span->size, weight, s->look->italic);
    attribute(s, pango_attr_font_desc_new(font), span);
    pango_font_description_free(font);
}

static void put_dim(struct setting *s, const struct paper_run *run)
{
    struct pdf_span *span = span_new(s);
    span->size = s->look->size * 0.88f;
    span->color = pdf_ink(INK_DIM);
    put_words(s, span, run->text);
    look_of_span(s, span, WEIGHT_REGULAR);
}

static void put_strong(struct setting *s, const struct paper_run *run)
{
    struct pdf_span *span = span_new(s);
    if (run->tone != TONE_NEUTRAL) span->color = pdf_tone(run->tone);
    put_words(s, span, run->text);
    look_of_span(s, span, WEIGHT_SEMIBOLD);
}

/* The shape needs room at both ends of its word: a space that does not break. */
static void put_shaped(struct setting *s, const char *words, enum pdf_shape shape, uint32_t color, uint32_t panel)
{
    struct pdf_span *span = span_new(s);
    span->shape = shape;
    span->color = color;
    span->panel = panel;
    span->size = s->look->size * (shape == SHAPE_PILL ? 0.9f : 0.8f);
    str_append(&s->words, "\xC2\xA0");
    put_words(s, span, words);
    str_append(&s->words, "\xC2\xA0");
    span->to = (int)s->words.length;
    look_of_span(s, span, shape == SHAPE_PILL ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR);
}

/* Raised behind a sentence; in a line of its own that lists what something rests on, like its words. */
static void put_reference(struct setting *s, const struct paper_run *run)
{
    const float largest = 7.2f;
    struct pdf_id *id = run->to ? pdf_id_find(s->p, run->to) : NULL;
    int is_quiet = s->look->color == pdf_ink(INK_DIM);
    float size = s->look->size * (is_quiet ? 0.94f : 0.72f);
    if (!id) return;
    id->is_wanted = 1;
    str_append(&s->words, is_quiet ? "  " : " ");
    struct pdf_span *span = span_new(s);
    span->size = size < largest || is_quiet ? size : largest;
    span->rise = is_quiet ? 0 : s->look->size * 0.3f;
    span->color = pdf_ink(INK_TEAM);
    span->tag = pdf_tag_new(s->p, "Link", s->text->tag);
    span->tag->to = run->to;
    s->text->is_split = 1;
    put_words(s, span, run->text);
    look_of_span(s, span, WEIGHT_MEDIUM);
}

static void put_run(struct setting *s, const struct paper_run *run)
{
    switch (run->ink) {
    case PAPER_TEXT: put_words(s, span_new(s), run->text); break;
    case PAPER_STRONG: put_strong(s, run); break;
    case PAPER_DIM: put_dim(s, run); break;
    case PAPER_PILL:
        put_shaped(s, run->text, SHAPE_PILL, pdf_tone(run->tone), pdf_tone_panel(run->tone));
        break;
    case PAPER_REFERENCE: put_reference(s, run); break;
    case PAPER_NEWLINE: str_append_char(&s->words, '\n'); break;
    }
}

static void put_mark(struct setting *s, const struct paper_block *marked)
{
    if (!marked || marked->author != PAPER_BY_FACILITATOR) return;
    str_append_char(&s->words, ' ');
    put_shaped(s, text("document.by-facilitator"), SHAPE_MARK, pdf_ink(INK_DIM), pdf_ink(INK_MARK));
}

/* --- the layout --- */

static void whole_text(struct setting *s, const struct pdf_set *set)
{
    struct pdf_span all = {.from = 0, .to = (int)s->words.length};
    attribute(s, pango_attr_insert_hyphens_new(FALSE), &all); /* what was typed has no more signs than that */
    if (set->is_cell) attribute(s, pango_attr_font_features_new("tnum=1"), &all);
    if (s->look->tracking < 0 || s->look->tracking > 0)
        attribute(s, pango_attr_letter_spacing_new((int)(s->look->tracking * s->look->size * PANGO_SCALE)), &all);
}

static void fill_layout(struct setting *s, float width, const struct pdf_set *set)
{
    static const PangoAlignment alignments[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT};
    PangoFontDescription *font = pdf_font(s->look->size, s->look->weight, s->look->italic);
    PangoLayout *layout = pdf_layout(s->p);
    whole_text(s, set);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_attributes(layout, s->attributes);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    pango_layout_set_alignment(layout, alignments[set->align]);
    pango_layout_set_text(layout, str_text(&s->words), (int)s->words.length);
    pango_font_description_free(font);
    s->text->layout = layout;
}

/* Lines of a heading of about the same length: the narrowest setting that takes no more of them. */
static void balance(struct pdf_text *text, float width)
{
    int lines = pango_layout_get_line_count(text->layout);
    float low = width / 2, high = width;
    if (lines < 2 || lines > 4 || pango_layout_get_direction(text->layout, 0) == PANGO_DIRECTION_RTL) return;
    for (int i = 0; i < 7; i++) {
        float middle = (low + high) / 2;
        pango_layout_set_width(text->layout, (int)(middle * PANGO_SCALE));
        if (pango_layout_get_line_count(text->layout) > lines) low = middle;
        else high = middle;
    }
    pango_layout_set_width(text->layout, (int)(high * PANGO_SCALE));
}

/* No first or last line of a paragraph stands alone on a page. */
static void put_lines(struct pdf *p, struct pdf_flow *f, struct pdf_text *text, const struct pdf_look *look)
{
    PangoLayoutIter *at = pango_layout_get_iter(text->layout);
    int count = pango_layout_get_line_count(text->layout), i = 0;
    do {
        PangoRectangle logical;
        struct pdf_strip *s = pdf_strip(p, f, STRIP_LINE, text->leading);
        pango_layout_iter_get_line_extents(at, NULL, &logical);
        s->text = text;
        s->line = pango_layout_iter_get_line_readonly(at);
        s->shift = (float)logical.x / PANGO_SCALE;
        s->keep = i + 1 < count && (i == 0 || i == count - 2);
        if (i == 0) s->before = look->before;
        if (++i == count) s->after = look->after;
    } while (pango_layout_iter_next_line(at));
    pango_layout_iter_free(at);
}

/* Text between links has a node of its own, as a node that holds others cannot hold words itself. */
static void split_tags(struct pdf *p, struct pdf_text *text)
{
    if (!text->is_split) return;
    for (struct pdf_span *s = text->spans; s; s = s->next)
        if (!s->tag) s->tag = pdf_tag_new(p, "Span", text->tag);
}

static struct pdf_strip *put_text(struct setting *s, struct pdf_flow *f, const struct pdf_set *set, int is_balanced)
{
    struct pdf_strip *before = f->last;
    if (s->words.length > 0) {
        s->text->size = s->look->size;
        s->text->leading = s->look->leading;
        fill_layout(s, f->width, set);
        if (is_balanced) balance(s->text, f->width);
        split_tags(s->p, s->text);
        put_lines(s->p, f, s->text, s->look);
    }
    pango_attr_list_unref(s->attributes);
    str_release(&s->words);
    return before == f->last ? NULL : before ? before->next : f->first;
}

static struct setting begin(struct pdf *p, const struct pdf_look *look)
{
    struct setting s = {.p = p, .look = look, .attributes = pango_attr_list_new()};
    s.text = arena_alloc(&p->arena, sizeof *s.text);
    s.text->tag = p->tag;
    return s;
}

struct pdf_strip *pdf_lay_words(struct pdf *p, struct pdf_flow *f, const char *words, const struct pdf_look *look,
                                const struct pdf_set *set, const struct paper_block *marked)
{
    struct setting s = begin(p, look);
    if (words[0]) put_words(&s, span_new(&s), words);
    put_mark(&s, marked);
    return put_text(&s, f, set, look->size > 12);
}

/* --- styles of paragraphs --- */

static struct pdf_look look_of(enum paper_style style, const struct pdf_set *set)
{
    uint32_t ink = pdf_ink(INK_TEXT), dim = pdf_ink(INK_DIM);
    float size = set->size, leading = set->leading, quiet = size > 8.2f ? size * 0.9f : size;
    const struct pdf_look looks[PAPER_STYLE_COUNT] = {
        [PAPER_BODY] = {size, leading, 0, set->is_cell ? 1 : 6, WEIGHT_REGULAR, 0, ink, 0},
        [PAPER_TITLE] = {24, 28.5f, 0, 12, WEIGHT_BOLD, 0, ink, -0.018f},
        [PAPER_KICKER] = {9.4f, 13, 0, 7, WEIGHT_SEMIBOLD, 0, dim, 0},
        [PAPER_LEAD] = {11.2f, 16.6f, 0, 6, WEIGHT_REGULAR, 0, ink, -0.003f},
        [PAPER_ASIDE] = {quiet, quiet * 1.42f, 2, 7, WEIGHT_REGULAR, 0, dim, 0},
        [PAPER_EVIDENCE] = {size * 0.96f, leading * 0.97f, 0, set->is_cell ? 0 : 5, WEIGHT_REGULAR, 0, dim, 0},
        [PAPER_DECISION] = {12.4f, 17.2f, 3, 3, WEIGHT_SEMIBOLD, 0, ink, -0.005f},
        [PAPER_ALARM] = {size, leading, 3, 3, WEIGHT_MEDIUM, 0, pdf_tone(TONE_BAD), 0},
        [PAPER_QUOTE] = {size, leading, 1, set->is_cell ? 0 : 3, WEIGHT_REGULAR, 1, ink, 0},
        [PAPER_BYLINE] = {quiet, quiet * 1.4f, 1, 4, WEIGHT_REGULAR, 0, dim, 0},
        [PAPER_LABEL] = {size, leading, set->is_cell ? 0 : 8, 2, WEIGHT_SEMIBOLD, 0, ink, 0},
    };
    struct pdf_look look = looks[style];
    look.size *= set->scale;
    look.leading *= set->scale;
    look.before *= set->scale;
    look.after *= set->scale;
    return look;
}

static const char *tag_of(enum paper_style style)
{
    return style == PAPER_TITLE ? "H1" : style == PAPER_QUOTE ? "BlockQuote" : "P";
}

/* The only paragraph of a cell is the cell. */
static int is_cell_itself(const struct pdf *p, const struct paper_block *b)
{
    return b->parent && b->parent->kind == PAPER_CELL && b->parent->first == b && !b->next && p->tag && p->tag->name[0] == 'T';
}

static void put_backing(struct pdf *p, struct pdf_strip *first, float width)
{
    struct pdf_backing *backing = arena_alloc(&p->arena, sizeof *backing);
    *backing = (struct pdf_backing){-10, width + 20, 5, pdf_tone(TONE_BAD), pdf_tone_panel(TONE_BAD)};
    for (struct pdf_strip *s = first; s; s = s->next) s->backing = backing;
}

void pdf_lay_paragraph(struct pdf *p, struct pdf_flow *f, const struct paper_block *b, const struct pdf_set *set)
{
    struct pdf_look look = look_of(b->style, set);
    int alone = is_cell_itself(p, b), is_heading = b->style == PAPER_LABEL || b->style == PAPER_KICKER || b->style == PAPER_TITLE || b->style == PAPER_DECISION;
    if (!b->runs) return;
    pdf_name_begins(p, b);
    if (!alone) pdf_tag_push(p, tag_of(b->style));
    struct setting s = begin(p, &look);
    for (const struct paper_run *run = b->runs; run; run = run->next) put_run(&s, run);
    put_mark(&s, b);
    struct pdf_strip *first = put_text(&s, f, set, b->style == PAPER_TITLE);
    if (!alone) pdf_tag_pop(p);
    if (first && b->style == PAPER_ALARM) put_backing(p, first, f->width);
    if (first && is_heading) pdf_keep_together(first);
    if (first && is_heading) f->last->keep = 1;
}

/* --- drawing --- */

static const struct pdf_span *span_at(const struct pdf_text *text, int at)
{
    for (const struct pdf_span *s = text->spans; s; s = s->next)
        if (at >= s->from && at < s->to) return s;
    return text->spans;
}

static float width_of(const PangoLayoutRun *run)
{
    return (float)pango_glyph_string_get_width(run->glyphs) / PANGO_SCALE;
}

/* Behind the whole of a span on this line, though pango may have cut it into several runs. */
static void draw_shape(struct pdf *p, const struct pdf_span *span, float x, float width, float baseline)
{
    float size = span->size, top = baseline - size * 1.02f, height = size * 1.36f;
    if (span->shape == SHAPE_NONE) return;
    pdf_rounded(p->cr, x + size * 0.02f, top, width - size * 0.04f, height, span->shape == SHAPE_PILL ? height / 2 : 2);
    pdf_color(p->cr, span->panel);
    if (span->shape == SHAPE_PILL) {
        cairo_fill(p->cr);
        return;
    }
    cairo_set_line_width(p->cr, 0.6);
    cairo_stroke(p->cr);
}

static void draw_shapes(struct pdf *p, const struct pdf_strip *s, float x, float baseline)
{
    const struct pdf_span *open = NULL;
    float from = x;
    for (GSList *at = s->line->runs; at; at = at->next) {
        const PangoLayoutRun *run = at->data;
        const struct pdf_span *span = span_at(s->text, run->item->offset);
        if (span != open) {
            if (open) draw_shape(p, open, from, x - from, baseline);
            open = span;
            from = x;
        }
        x += width_of(run);
    }
    if (open) draw_shape(p, open, from, x - from, baseline);
}

/* A character that no font has is the font's own empty box: pango's would have its number written as text. */
static void box_unknown(PangoGlyphString *glyphs)
{
    for (int i = 0; i < glyphs->num_glyphs; i++)
        if (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) glyphs->glyphs[i].glyph = 0;
}

void pdf_draw_line(struct pdf *p, const struct pdf_strip *s, float x, float y)
{
    const char *words = pango_layout_get_text(s->text->layout);
    float baseline = y + s->text->leading / 2 + s->text->size * 0.364f;
    x += s->shift;
    if (!s->text->is_split) pdf_tags_go(p, s->text->tag);
    draw_shapes(p, s, x, baseline);
    for (GSList *at = s->line->runs; at; at = at->next) {
        PangoLayoutRun *run = at->data;
        const struct pdf_span *span = span_at(s->text, run->item->offset);
        if (s->text->is_split) pdf_tags_go(p, span->tag);
        pdf_color(p->cr, span ? span->color : NO_COLOR);
        cairo_move_to(p->cr, x, baseline - (span ? span->rise : 0));
        box_unknown(run->glyphs);
        pango_cairo_show_glyph_item(p->cr, words, run);
        x += width_of(run);
    }
}
