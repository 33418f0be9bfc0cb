#ifndef SCREENS_COMPARE_PARTS_H
#define SCREENS_COMPARE_PARTS_H
/* What is found of one team: as high as it says, drawn from the top of a box. */
#include "page_parts.h"
#include "view/view_compare.h"

float compare_team_height(struct ui *ui, const struct view_compare *v, float width);
void compare_team_draw(struct ui *ui, const struct view_compare *v, struct rect r);
#endif
