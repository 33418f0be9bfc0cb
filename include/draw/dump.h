#ifndef DRAW_DUMP_H
#define DRAW_DUMP_H
/*
 * A display list as text, one op a line, for goldens that a person can review:
 *
 *   rect 10 20 300 40 #171f31ff round 12
 *   text 20 24 280 16 #f0f4faff 18 bold left "Pause"
 *
 * Numbers are x, y, width, height in pixels, to a tenth.
 */
#include "base/str.h"
#include "draw/list.h"

void draw_dump(struct str *out, const struct draw_list *list);
#endif
