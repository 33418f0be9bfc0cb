#include "paper/svg.h"
#include "base/utf8.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct svg {
    struct str *out;
    const struct paper_svg *picture;
    int ids, clips; /* ids given; clips not yet closed */
};

/* Hundredths without a locale: 12, 12.5, -0.25. */
static void put_number(struct str *out, float value)
{
    long hundredths = lroundf(value * 100), rest = labs(hundredths) % 100;
    if (hundredths < 0) str_append_char(out, '-');
    str_printf(out, "%ld", labs(hundredths) / 100);
    if (rest) str_printf(out, rest % 10 ? ".%02ld" : ".%ld", rest % 10 ? rest : rest / 10);
}

static void put(struct svg *s, const char *name, float value)
{
    str_printf(s->out, " %s=\"", name);
    put_number(s->out, value);
    str_append_char(s->out, '"');
}

static void put_color(struct svg *s, const char *name, uint32_t color)
{
    str_printf(s->out, " %s=\"#%06x\"", name, (unsigned)(color >> 8));
    if ((color & 0xff) != 0xff) {
        str_printf(s->out, " %s-opacity=\"", name);
        put_number(s->out, (float)(color & 0xff) / 255);
        str_append_char(s->out, '"');
    }
}

static void put_box(struct svg *s, struct rect r, float radius)
{
    put(s, "x", r.x);
    put(s, "y", r.y);
    put(s, "width", r.w > 0 ? r.w : 0);
    put(s, "height", r.h > 0 ? r.h : 0);
    if (radius > 0) put(s, "rx", radius < r.h / 2 ? radius : r.h / 2);
}

static void put_circle(struct svg *s, const struct draw_op *op, float radius)
{
    str_append(s->out, "<circle");
    put(s, "cx", op->box.x + op->box.w / 2);
    put(s, "cy", op->box.y + op->box.h / 2);
    put(s, "r", radius > 0 ? radius : 0);
}

static void put_stroke(struct svg *s, uint32_t color, float width)
{
    str_append(s->out, " fill=\"none\"");
    put_color(s, "stroke", color);
    put(s, "stroke-width", width);
}

static void svg_rect(struct svg *s, const struct draw_op *op)
{
    str_append(s->out, "<rect");
    put_box(s, op->box, op->radius);
    put_color(s, "fill", op->color);
    str_append(s->out, "/>");
}

/* A frame lies inside its box. */
static void svg_frame(struct svg *s, const struct draw_op *op)
{
    str_append(s->out, "<rect");
    put_box(s, rect_inset(op->box, op->width / 2, op->width / 2), op->radius - op->width / 2);
    put_stroke(s, op->color, op->width);
    str_append(s->out, "/>");
}

static void svg_ring(struct svg *s, const struct draw_op *op)
{
    put_circle(s, op, op->radius - op->width / 2);
    put_stroke(s, op->color, op->width);
    str_append(s->out, "/>");
}

static void svg_circle(struct svg *s, const struct draw_op *op)
{
    put_circle(s, op, op->radius);
    put_color(s, "fill", op->color);
    str_append(s->out, "/>");
}

static void svg_glow(struct svg *s, const struct draw_op *op)
{
    int id = ++s->ids;
    str_printf(s->out, "<radialGradient id=\"%s-%d\"><stop", s->picture->id, id);
    put_color(s, "stop-color", op->color | 0xff);
    put(s, "stop-opacity", (float)(op->color & 0xff) / 255);
    str_append(s->out, "/><stop offset=\"1\"");
    put_color(s, "stop-color", op->color | 0xff);
    str_append(s->out, " stop-opacity=\"0\"/></radialGradient>");
    put_circle(s, op, op->radius);
    str_printf(s->out, " fill=\"url(#%s-%d)\"/>", s->picture->id, id);
}

static void put_point(struct svg *s, struct draw_point p)
{
    put_number(s->out, p.x);
    str_append_char(s->out, ' ');
    put_number(s->out, p.y);
}

static void put_steps(struct svg *s, const struct draw_op *op)
{
    static const char verbs[] = "MLCZ";
    for (int i = 0; i < op->step_count; i++) {
        const struct path_step *step = &op->steps[i];
        int points = step->verb == PATH_CURVE ? 3 : step->verb == PATH_CLOSE ? 0 : 1;
        str_append_char(s->out, verbs[step->verb]);
        for (int k = 0; k < points; k++) {
            if (k > 0) str_append_char(s->out, ' ');
            put_point(s, step->p[k]);
        }
    }
}

static void svg_path(struct svg *s, const struct draw_op *op)
{
    str_append(s->out, "<path d=\"");
    put_steps(s, op);
    str_append_char(s->out, '"');
    if (op->width > 0) put_stroke(s, op->color, op->width);
    else put_color(s, "fill", op->color);
    if (op->width > 0 && op->kind == DRAW_PATH)
        str_append(s->out, " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    str_append(s->out, "/>");
}

/* --- text --- */

/* Widths in thousandths of the em, of a common sans serif rounded up; bold is a little wider. */
static int advance(uint32_t c)
{
    if (c < 0x80 && strchr("iljI.,:;'|!", (int)c)) return 290;
    if (c < 0x80 && strchr("frt()[]{}/\\-\" ", (int)c)) return 380;
    if (c >= '0' && c <= '9') return 620;
    if (c < 0x80 && strchr("mwMW@%", (int)c)) return 930;
    if (c >= 'A' && c <= 'Z') return 700;
    if (c < 0x80) return 580;
    if (utf8_is_control(c)) return 0;
    return c < 0x1100 ? 640 : 1050;
}

static int advance_of(const char *text, size_t length)
{
    size_t step;
    int sum = 0;
    for (const char *end = text + length; text < end; text += step) sum += advance(utf8_decode(text, &step));
    return sum;
}

static float scaled(const struct draw_font *font, int sum)
{
    return (float)sum / 1000 * font->size * (font->weight >= WEIGHT_SEMIBOLD ? 1.06f : 1);
}

float paper_svg_width(const struct draw_font *font, const char *text) { return scaled(font, advance_of(text, strlen(text))); }

/* The longest beginning that fits with an ellipsis behind it; all of it when that fits. It stops reading where the box
 * ends, as what was typed may be long. */
static size_t fitting(const struct draw_font *font, const char *text, float width, int *cut)
{
    size_t length = 0, next;
    float dots = font->size;
    int sum = 0;
    *cut = 0;
    for (size_t at = 0; text[at]; at = next) {
        next = utf8_next(text, at);
        sum += advance_of(text + at, next - at);
        if (width > 0 && scaled(font, sum) > width) {
            *cut = 1;
            return length;
        }
        if (width <= 0 || scaled(font, sum) + dots <= width) length = next;
    }
    return strlen(text);
}

static void put_line(struct svg *s, const struct draw_op *op, const char *text, size_t length, int cut, float baseline)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    static const char *const weights[] = {"400", "500", "600", "700", "400"};
    struct str line = {0};
    float x = op->align == ALIGN_LEFT     ? op->box.x
              : op->align == ALIGN_CENTER ? op->box.x + op->box.w / 2
                                          : op->box.x + op->box.w;
    str_append_bytes(&line, text, length);
    str_append(s->out, "<text");
    put(s, "x", x);
    put(s, "y", baseline);
    put(s, "font-size", op->font.size);
    str_printf(s->out, " font-weight=\"%s\" text-anchor=\"%s\"", weights[op->font.weight], anchors[op->align]);
    put_color(s, "fill", op->color);
    str_append_char(s->out, '>');
    str_append_html(s->out, str_text(&line));
    if (cut) str_append(s->out, "\xE2\x80\xA6");
    str_append(s->out, "</text>");
    str_release(&line);
}

/* Where the line must break: behind the last space that fits. */
static size_t line_end(const struct draw_font *font, const char *text, float width)
{
    int cut;
    size_t length = fitting(font, text, width, &cut), space = length;
    if (!cut) return length;
    while (space > 0 && text[space] != ' ') space--;
    return space > 0 ? space : length > 0 ? length : utf8_next(text, 0);
}

static void svg_wrapped(struct svg *s, const struct draw_op *op)
{
    const char *text = op->text;
    float leading = op->leading > 0 ? op->leading : op->font.size * 1.3f;
    for (int line = 0; line < op->lines && text[0]; line++) {
        int last = line + 1 == op->lines, cut = 0;
        size_t length = last ? fitting(&op->font, text, op->box.w, &cut) : line_end(&op->font, text, op->box.w);
        put_line(s, op, text, length, cut, op->box.y + leading * (float)line + leading / 2 + op->font.size * 0.35f);
        text += length;
        while (*text == ' ') text++;
    }
}

static void svg_text(struct svg *s, const struct draw_op *op)
{
    int cut;
    if (!op->text || op->font.weight == WEIGHT_ICON) return;
    if (op->lines > 0) {
        svg_wrapped(s, op);
        return;
    }
    size_t length = fitting(&op->font, op->text, op->box.w, &cut);
    put_line(s, op, op->text, length, cut, op->box.y + op->box.h / 2 + op->font.size * 0.35f);
}

static void svg_clip(struct svg *s, const struct draw_op *op)
{
    int id = ++s->ids;
    str_printf(s->out, "<clipPath id=\"%s-%d\"><rect", s->picture->id, id);
    put_box(s, op->box, 0);
    str_printf(s->out, "/></clipPath><g clip-path=\"url(#%s-%d)\">", s->picture->id, id);
    s->clips++;
}

static void svg_unclip(struct svg *s)
{
    if (s->clips == 0) return;
    str_append(s->out, "</g>");
    s->clips--;
}

static void svg_op(struct svg *s, const struct draw_op *op)
{
    switch (op->kind) {
    case DRAW_RECT: svg_rect(s, op); break;
    case DRAW_FRAME: svg_frame(s, op); break;
    case DRAW_CIRCLE: svg_circle(s, op); break;
    case DRAW_RING: svg_ring(s, op); break;
    case DRAW_GLOW: svg_glow(s, op); break;
    case DRAW_PATH:
    case DRAW_LINE: svg_path(s, op); break;
    case DRAW_TEXT: svg_text(s, op); break;
    case DRAW_CLIP: svg_clip(s, op); break;
    case DRAW_UNCLIP: svg_unclip(s); break;
    }
}

void paper_svg(struct str *out, const struct draw_list *list, const struct paper_svg *picture)
{
    struct svg s = {out, picture, 0, 0};
    str_append(out, "<svg viewBox=\"0 0 ");
    put_number(out, picture->width);
    str_append_char(out, ' ');
    put_number(out, picture->height);
    str_append_char(out, '"');
    put(&s, "width", picture->width * (picture->scale > 0 ? picture->scale : 1));
    put(&s, "height", picture->height * (picture->scale > 0 ? picture->scale : 1));
    if (picture->css) str_printf(out, " class=\"%s\"", picture->css);
    if (picture->title[0]) {
        str_printf(out, " role=\"img\" aria-labelledby=\"%s\"><title id=\"%s\">", picture->id, picture->id);
        str_append_html(out, picture->title);
        str_append(out, "</title>");
    } else {
        str_append(out, " aria-hidden=\"true\">");
    }
    for (int i = 0; i < list->count; i++) svg_op(&s, &list->ops[i]);
    while (s.clips > 0) svg_unclip(&s);
    str_append(out, "</svg>");
}
