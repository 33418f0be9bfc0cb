#ifndef SCREENS_PAPER_PAGE_H
#define SCREENS_PAPER_PAGE_H
/* A front page set in newsprint, at any size. */
#include "screens/paper.h"
#include "stage_parts.h"

/* What it takes in that width; share: of the design's sizes, 1 and less. */
float paper_page_height(const struct stage_page *s, float width, float share, const struct view_paper *view, int whole);
/* The sheet fills r; what is printed stands in it at the given share. */
void paper_page_draw(const struct stage_page *s, struct rect r, float share, const struct view_paper *view, int whole);
#endif
