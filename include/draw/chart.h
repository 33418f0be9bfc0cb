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
/* Delivered beside perceived: grouped columns per round with their figures written. */
void chart_columns(struct draw_list *l, enum theme theme, struct rect r, float unit, const char *const *groups, const struct chart_series *series, int series_count);
#endif
