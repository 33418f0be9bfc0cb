#ifndef DRAW_MARK_H
#define DRAW_MARK_H
/*
 * Small signs that tell a state by shape as well as by colour. Triangle (down),
 * square (degraded), circle (running) and diamond (project) are shapes, crisp
 * at any size; every other icon is set from the icon font.
 *
 *   draw_state_mark(list, ICON_DOWN, r, theme_color(theme, THEME_BAD));
 *
 * The sign is centred in r and fills its shorter side; about 0.8 times the
 * size of the text beside it looks right.
 */
#include "draw/list.h"
#include "draw/theme.h"

void draw_state_mark(struct draw_list *l, enum icon kind, struct rect r, uint32_t color);
#endif
