#ifndef DRAW_LIST_H
#define DRAW_LIST_H
/*
 * A picture as data: a flat list of simple things to paint, in order. Screens
 * and charts write it; gfx paints it on a window, report on paper; tests read
 * it. Units are pixels of the target, y down. Colours are 0xRRGGBBAA.
 *
 *   struct draw_list list = { .arena = &frame };
 *   draw_rect(&list, r, 12, theme_color(theme, THEME_PANEL));
 *   draw_text(&list, r, &(struct draw_font){.size = 18, .weight = WEIGHT_BOLD}, color, ALIGN_LEFT, "Pause");
 *
 * Everything is copied into the arena; the list lives as long as that.
 *
 * A frame lies inside its box. Strokes of paths have round ends and corners,
 * lines have flat ends. Rectangles, frames, clips, text and upright lines are
 * set on whole pixels by whoever paints them, so that edges are crisp; circles
 * and paths are not. Clips nest: each narrows the one around it.
 * A text never leaves its box sideways; wrapped text paints only lines that
 * fit into a box that has a height.
 */
#include "base/arena.h"
#include <stdint.h>

struct rect { float x, y, w, h; };

enum draw_kind { DRAW_RECT, DRAW_FRAME, DRAW_CIRCLE, DRAW_RING, DRAW_GLOW, DRAW_PATH, DRAW_LINE, DRAW_TEXT, DRAW_CLIP, DRAW_UNCLIP };
enum draw_weight { WEIGHT_REGULAR, WEIGHT_MEDIUM, WEIGHT_SEMIBOLD, WEIGHT_BOLD, WEIGHT_ICON, WEIGHT_SERIF, WEIGHT_SERIF_BOLD };  /* ICON: the icon font; SERIF: newsprint */
enum draw_align { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

struct draw_font { float size; enum draw_weight weight; int tabular; };   /* size: pixels of the em; tabular: digits of one width */
struct draw_point { float x, y; };
/* A path: moves, lines, cubic curves; closed and filled, or stroked when width > 0. */
enum path_verb { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE };
struct path_step { enum path_verb verb; struct draw_point p[3]; };

struct draw_op {
    enum draw_kind kind;
    struct rect box;            /* bounds; for text: the box it is set in */
    float radius, width;        /* corner radius; stroke width */
    uint32_t color;
    struct draw_font font;
    enum draw_align align;
    float leading;              /* line height in pixels of wrapped text */
    int lines;                  /* most lines; the last ends in an ellipsis; 0: one line */
    const char *text;
    const struct path_step *steps;
    int step_count;
};

struct draw_list {
    struct arena *arena;
    struct draw_op *ops;
    int count, room;
};

void draw_rect(struct draw_list *l, struct rect r, float radius, uint32_t color);
void draw_frame(struct draw_list *l, struct rect r, float radius, float width, uint32_t color);
void draw_circle(struct draw_list *l, float x, float y, float radius, uint32_t color);
void draw_ring(struct draw_list *l, float x, float y, float radius, float width, uint32_t color);
/* A soft light: full colour in the middle, nothing at the radius. */
void draw_glow(struct draw_list *l, float x, float y, float radius, uint32_t color);
void draw_line(struct draw_list *l, float x0, float y0, float x1, float y1, float width, uint32_t color);
void draw_path(struct draw_list *l, const struct path_step *steps, int count, float width, uint32_t color);
/* One line, vertically centred in the box, cut with an ellipsis where too long. */
void draw_text(struct draw_list *l, struct rect r, const struct draw_font *font, uint32_t color, enum draw_align align, const char *text);
/* Wrapped from the top of the box, at most `lines` lines. */
void draw_wrapped(struct draw_list *l, struct rect r, const struct draw_font *font, uint32_t color, enum draw_align align, float leading, int lines, const char *text);
void draw_clip(struct draw_list *l, struct rect r);
void draw_unclip(struct draw_list *l);

/* Measuring is lent by whoever owns the fonts. */
struct draw_metrics {
    void *context;
    float (*width)(void *context, const struct draw_font *font, const char *text);
    /* Number of lines `text` takes in `width`. */
    int (*lines)(void *context, const struct draw_font *font, float width, const char *text);
    /* Byte offset of the caret stop nearest to x in a single line. */
    int (*at)(void *context, const struct draw_font *font, const char *text, float x);
};

/* Cutting a box into parts: each call takes a strip off *r and returns it. */
struct rect rect_cut_left(struct rect *r, float w);
struct rect rect_cut_right(struct rect *r, float w);
struct rect rect_cut_top(struct rect *r, float h);
struct rect rect_cut_bottom(struct rect *r, float h);
struct rect rect_inset(struct rect r, float x, float y);
struct rect rect_column(struct rect r, int index, int count, float gap);   /* one of equal columns */
struct rect rect_row(struct rect r, int index, int count, float gap);
int rect_holds(struct rect r, float x, float y);
#endif
