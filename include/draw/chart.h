#ifndef DRAW_CHART_H
#define DRAW_CHART_H
/* Small charts, drawn once for screen and paper. Sizes scale with `unit` (pixels of 1 text point, 1.0 = 16 px text). */
#include "draw/list.h"
#include "draw/theme.h"

/* Two bars, one over the other: trust above satisfaction, 0 to 100. */
void chart_pair(struct draw_list *l, enum theme theme, struct rect r, int first, int second, uint32_t color);
/* One bar of `value` out of `full`. */
void chart_bar(struct draw_list *l, enum theme theme, struct rect r, int value, int full, uint32_t color);

enum promise_mark { PROMISE_MARK_OPEN, PROMISE_MARK_KEPT, PROMISE_MARK_LATE, PROMISE_MARK_DROPPED, PROMISE_MARK_MOVED };
struct chart_promise { int from, due, settled; enum promise_mark mark; const char *label; };   /* seconds on one axis; settled -1: never */
/* The promise ledger as a picture: bar from promise to due, dot when kept (amber late), cross never, hollow moved. Shape as well as colour. */
void chart_promises(struct draw_list *l, enum theme theme, struct rect r, float unit, const struct chart_promise *items, int count, int from, int to);

struct chart_series { const char *label; const int *values; int count; uint32_t color; };      /* 0 to 100, -1: gap */
/* Names of the series beside their colours, in a row. */
void chart_legend(struct draw_list *l, enum theme theme, struct rect r, float unit, const struct chart_series *series, int count);
/* Delivered beside perceived: grouped columns per round with their figures written. */
void chart_columns(struct draw_list *l, enum theme theme, struct rect r, float unit, const char *const *groups, const struct chart_series *series, int series_count);

/* Colours of up to three lines that differ in lightness too, so that they are told apart in grey. */
uint32_t chart_line_color(enum theme theme, int line);
/* Where the axis of chart_lines() is broken: something new begins with the value at that index. */
struct chart_break { int at; const char *label; };
/* Values over time as lines, 0 to `full` (written as 0 to 100): only the part of the scale that is used is drawn, by steps
 * of ten. A line is interrupted at a break and at a gap. Labels NULL: the names stand elsewhere. */
void chart_lines(struct draw_list *l, enum theme theme, struct rect r, float unit, const struct chart_series *series, int series_count,
                 int full, const struct chart_break *breaks, int break_count);

/* A spoke of a spider: 0 to 100, -1 open (too little behind it); before: the same earlier, -1 where there is nothing to compare. */
struct chart_spoke { const char *label; int value, before; };
/* Spokes from the top clockwise, three or more. What was before is a thin line, what is now a filled shape that stays
 * open where a spoke is; an open spoke is dashed, ends in a hollow dot and its label is faint. Labels of up to 14 letters
 * have room beside it from 300 wide on; 420 by 236 is a good size. */
void chart_spider(struct draw_list *l, enum theme theme, struct rect r, float unit, const struct chart_spoke *spokes, int count, uint32_t color);

/* The middle half of many as a bar with their median, and one among them: a ring where it began, a dot where it is now.
 * 0 to 100; low -1: too few others; began, now -1: none. Rows take CHART_RANGE_ROW each, the axis below CHART_RANGE_AXIS. */
struct chart_range { const char *label; int low, median, high, began, now; };
enum { CHART_RANGE_ROW = 34, CHART_RANGE_AXIS = 26 };
void chart_ranges(struct draw_list *l, enum theme theme, struct rect r, float unit, const struct chart_range *items, int count);
/* What its bar, line, ring and dot stand for, in a row; words: four of them, "" leaves a mark out. */
void chart_range_legend(struct draw_list *l, enum theme theme, struct rect r, float unit, const char *const words[4]);

/* Marks told apart by shape as well as by colour: as it was, less than it was, more than it was, not judged. */
enum chart_shape { CHART_DOT, CHART_RING, CHART_TRIANGLE, CHART_CROSS };
enum { CHART_SHAPES = 4 };
void chart_mark(struct draw_list *l, enum theme theme, enum chart_shape shape, float x, float y, float size);
struct chart_at { int at; enum chart_shape shape; };                   /* second */
struct chart_lane { const char *label; const struct chart_at *marks; int count; };
/* Marks over a clock from `from` to `to`, a lane for each label. */
void chart_lanes(struct draw_list *l, enum theme theme, struct rect r, float unit, const struct chart_lane *lanes, int lane_count, int from, int to);
void chart_mark_legend(struct draw_list *l, enum theme theme, struct rect r, float unit, const char *const words[CHART_SHAPES]);

/* Areas told apart in grey: full, slanted lines, an empty frame. */
enum chart_fill { CHART_FILLED, CHART_HATCHED, CHART_HOLLOW };
enum { CHART_FILLS = 3 };
void chart_part(struct draw_list *l, enum theme theme, enum chart_fill fill, struct rect r, float unit);
/* A bar in parts, one in each fill, on the scale of the longest; words: behind it. */
struct chart_bars { const char *label, *words; int parts[CHART_FILLS]; };
void chart_bars(struct draw_list *l, enum theme theme, struct rect r, float unit, const struct chart_bars *rows, int count);
void chart_bar_legend(struct draw_list *l, enum theme theme, struct rect r, float unit, const char *const words[CHART_FILLS]); /* "": left out */

/* Two rows of three places; a square's area is its value. */
enum { CHART_MATRIX_COLUMNS = 3, CHART_MATRIX_ROWS = 2 };
struct chart_place { int value; enum chart_fill fill; const char *words, *below; };
void chart_matrix(struct draw_list *l, enum theme theme, struct rect r, float unit, const char *const columns[CHART_MATRIX_COLUMNS],
                  const char *const rows[CHART_MATRIX_ROWS], const struct chart_place places[CHART_MATRIX_ROWS][CHART_MATRIX_COLUMNS]);
#endif
