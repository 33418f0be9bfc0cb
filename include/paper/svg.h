#ifndef PAPER_SVG_H
#define PAPER_SVG_H
/*
 * A display list as an SVG picture inside an HTML page: the same list that a
 * window paints, on paper.
 *
 *   struct paper_svg picture = {.width = 640, .height = 200, .id = "f1", .title = "Promises of round 1"};
 *   paper_svg(&out, &list, &picture);
 *
 * `id` begins every id in the picture and must be its own on the page. `title`
 * is what is read aloud; "" makes it decoration. Text stays text, in the page's fonts; its width
 * is reckoned from a table of a common sans serif, so a line that would not
 * fit its box is cut with an ellipsis a little early rather than late. Icons
 * of the icon font are left out: a page has no such font.
 *
 * Numbers are written to a hundredth of a pixel without regard to the locale.
 */
#include "base/str.h"
#include "draw/list.h"

struct paper_svg {
    float width, height;
    const char *id, *title, *css;
    float scale;
}; /* css: class of the picture, NULL; scale: pixels on the page for one of the list, 0: 1 */

void paper_svg(struct str *out, const struct draw_list *list, const struct paper_svg *picture);
/* Reckoned width of one line, in pixels. */
float paper_svg_width(const struct draw_font *font, const char *text);
#endif
