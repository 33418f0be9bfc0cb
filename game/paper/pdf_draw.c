/* A display list on paper: the same shapes as paper/svg.h draws, text set by pango. */
#include "pdf_parts.h"
#include "draw/theme.h"
#include <pango/pangocairo.h>

/* --- colours --- */

static uint32_t light(enum theme_token token) { return theme_color(THEME_LIGHT, token); }

uint32_t pdf_ink(enum pdf_ink ink)
{
    const uint32_t paper = 0xffffffff;
    switch (ink) {
    case INK_TEXT: return light(THEME_TEXT);
    case INK_DIM: return light(THEME_TEXT_DIM);
    case INK_LINE: return theme_mix(light(THEME_TEXT_DIM), paper, 0.83f);
    case INK_STRONG_LINE: return theme_mix(light(THEME_TEXT_DIM), paper, 0.55f);
    case INK_TEAM: return light(THEME_TEAM);
    case INK_MARK: return theme_mix(light(THEME_TEXT_DIM), paper, 0.5f);
    case INK_VOUCHER: return theme_mix(light(THEME_CUSTOMER), light(THEME_SPEECH), 0.35f);
    }
    return light(THEME_TEXT);
}

uint32_t pdf_tone(enum tone tone)
{
    static const enum theme_token tokens[] = {THEME_NEUTRAL, THEME_GOOD, THEME_WARN, THEME_BAD, THEME_TEAM, THEME_LEARN};
    return light(tokens[tone]);
}

uint32_t pdf_tone_panel(enum tone tone)
{
    static const enum theme_token tokens[] = {THEME_NEUTRAL_PANEL, THEME_GOOD_PANEL,    THEME_WARN_PANEL,
                                              THEME_BAD_PANEL,     THEME_NEUTRAL_PANEL, THEME_LEARN_PANEL};
    return light(tokens[tone]);
}

static double part(uint32_t color, int shift) { return (double)(color >> shift & 0xff) / 255; }

void pdf_color(cairo_t *cr, uint32_t color)
{
    cairo_set_source_rgba(cr, part(color, 24), part(color, 16), part(color, 8), part(color, 0));
}

/* --- shapes --- */

void pdf_rounded(cairo_t *cr, float x, float y, float w, float h, float radius)
{
    const double right = 1.5707963267948966;
    float most = w < h ? w / 2 : h / 2;
    double r = radius < most ? radius : most;
    cairo_new_path(cr);
    if (r <= 0) {
        cairo_rectangle(cr, x, y, w > 0 ? w : 0, h > 0 ? h : 0);
        return;
    }
    cairo_arc(cr, x + w - r, y + r, r, -right, 0);
    cairo_arc(cr, x + w - r, y + h - r, r, 0, right);
    cairo_arc(cr, x + r, y + h - r, r, right, 2 * right);
    cairo_arc(cr, x + r, y + r, r, 2 * right, 3 * right);
    cairo_close_path(cr);
}

static void circle(cairo_t *cr, const struct draw_op *op, float radius)
{
    cairo_new_path(cr);
    cairo_arc(cr, (double)(op->box.x + op->box.w / 2), (double)(op->box.y + op->box.h / 2), radius > 0 ? (double)radius : 0, 0,
              6.283185307179586);
}

static void stroke(cairo_t *cr, const struct draw_op *op)
{
    pdf_color(cr, op->color);
    cairo_set_line_width(cr, op->width);
    cairo_stroke(cr);
}

static void fill(cairo_t *cr, const struct draw_op *op)
{
    pdf_color(cr, op->color);
    cairo_fill(cr);
}

static void frame(cairo_t *cr, const struct draw_op *op)
{
    struct rect r = rect_inset(op->box, op->width / 2, op->width / 2);
    pdf_rounded(cr, r.x, r.y, r.w, r.h, op->radius - op->width / 2);
    stroke(cr, op);
}

static void glow(cairo_t *cr, const struct draw_op *op)
{
    double x = op->box.x + op->box.w / 2, y = op->box.y + op->box.h / 2;
    cairo_pattern_t *light_of = cairo_pattern_create_radial(x, y, 0, x, y, op->radius);
    for (int i = 0; i < 2; i++)
        cairo_pattern_add_color_stop_rgba(light_of, i, part(op->color, 24), part(op->color, 16), part(op->color, 8),
                                          i ? 0 : part(op->color, 0));
    circle(cr, op, op->radius);
    cairo_set_source(cr, light_of);
    cairo_fill(cr);
    cairo_pattern_destroy(light_of);
}

static void path(cairo_t *cr, const struct draw_op *op)
{
    cairo_new_path(cr);
    for (int i = 0; i < op->step_count; i++) {
        const struct draw_point *at = op->steps[i].p;
        switch (op->steps[i].verb) {
        case PATH_MOVE: cairo_move_to(cr, at[0].x, at[0].y); break;
        case PATH_LINE: cairo_line_to(cr, at[0].x, at[0].y); break;
        case PATH_CURVE: cairo_curve_to(cr, at[0].x, at[0].y, at[1].x, at[1].y, at[2].x, at[2].y); break;
        case PATH_CLOSE: cairo_close_path(cr); break;
        }
    }
    cairo_set_line_cap(cr, op->kind == DRAW_PATH ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cr, op->kind == DRAW_PATH ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    if (op->width > 0) stroke(cr, op);
    else fill(cr, op);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_MITER);
}

/* --- text --- */

static PangoLayout *layout_of(struct pdf *p, const struct draw_op *op)
{
    static const PangoAlignment alignments[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT};
    PangoLayout *layout = pdf_layout(p);
    PangoFontDescription *font = pdf_font(op->font.size, op->font.weight, 0);
    struct str words = {0};
    pdf_clean(&words, op->text);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_alignment(layout, alignments[op->align]);
    pango_layout_set_auto_dir(layout, TRUE);
    if (op->lines == 0) pango_layout_set_single_paragraph_mode(layout, TRUE);
    if (op->box.w > 0) {
        pango_layout_set_width(layout, (int)(op->box.w * PANGO_SCALE));
        pango_layout_set_height(layout, op->lines > 0 ? -op->lines : -1);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    if (op->font.tabular) {
        PangoAttrList *list = pango_attr_list_new();
        pango_attr_list_insert(list, pango_attr_font_features_new("tnum=1"));
        pango_layout_set_attributes(layout, list);
        pango_attr_list_unref(list);
    }
    pango_layout_set_text(layout, str_text(&words), (int)words.length);
    pango_font_description_free(font);
    str_release(&words);
    return layout;
}

/* Where a box has no width, the text hangs at its edge by its own. */
static float hang(const struct draw_op *op, PangoLayoutLine *line)
{
    PangoRectangle logical;
    if (op->box.w > 0 || op->align == ALIGN_LEFT) return 0;
    pango_layout_line_get_extents(line, NULL, &logical);
    return -(float)logical.width / PANGO_SCALE / (op->align == ALIGN_CENTER ? 2 : 1);
}

static void words(struct pdf *p, const struct draw_op *op)
{
    if (!op->text || !op->text[0] || op->font.weight == WEIGHT_ICON) return;
    PangoLayout *layout = layout_of(p, op);
    PangoLayoutIter *at = pango_layout_get_iter(layout);
    float leading = op->leading > 0 ? op->leading : op->font.size * 1.3f;
    float y = op->lines > 0 ? op->box.y + leading / 2 : op->box.y + op->box.h / 2;
    pdf_color(p->cr, op->color);
    for (int i = 0; i == 0 || i < op->lines; i++, y += leading) {
        PangoRectangle logical;
        PangoLayoutLine *line = pango_layout_iter_get_line_readonly(at);
        pango_layout_iter_get_line_extents(at, NULL, &logical);
        float shift = op->box.w > 0 ? (float)logical.x / PANGO_SCALE : hang(op, line);
        cairo_move_to(p->cr, (double)(op->box.x + shift), (double)(y + op->font.size * 0.364f));
        pango_cairo_show_layout_line(p->cr, line);
        if (!pango_layout_iter_next_line(at)) break;
    }
    pango_layout_iter_free(at);
}

/* --- the list --- */

static int draw_clip_op(cairo_t *cr, const struct draw_op *op, int clips)
{
    if (op->kind == DRAW_CLIP) {
        cairo_save(cr);
        cairo_rectangle(cr, op->box.x, op->box.y, op->box.w, op->box.h);
        cairo_clip(cr);
        return clips + 1;
    }
    if (clips == 0) return 0;
    cairo_restore(cr);
    return clips - 1;
}

static void draw_op(struct pdf *p, const struct draw_op *op)
{
    cairo_t *cr = p->cr;
    switch (op->kind) {
    case DRAW_RECT:
        pdf_rounded(cr, op->box.x, op->box.y, op->box.w, op->box.h, op->radius);
        fill(cr, op);
        break;
    case DRAW_FRAME: frame(cr, op); break;
    case DRAW_CIRCLE:
        circle(cr, op, op->radius);
        fill(cr, op);
        break;
    case DRAW_RING:
        circle(cr, op, op->radius - op->width / 2);
        stroke(cr, op);
        break;
    case DRAW_GLOW: glow(cr, op); break;
    case DRAW_PATH:
    case DRAW_LINE: path(cr, op); break;
    case DRAW_TEXT: words(p, op); break;
    case DRAW_CLIP:
    case DRAW_UNCLIP: break;
    }
}

void pdf_draw_list(struct pdf *p, const struct draw_list *list)
{
    int clips = 0;
    for (int i = 0; i < list->count; i++) {
        const struct draw_op *op = &list->ops[i];
        if (op->kind == DRAW_CLIP || op->kind == DRAW_UNCLIP) clips = draw_clip_op(p->cr, op, clips);
        else draw_op(p, op);
    }
    while (clips-- > 0) cairo_restore(p->cr);
}
