#ifndef SCREENS_STAGE_PARTS_H
#define SCREENS_STAGE_PARTS_H
/*
 * What the stage's pages share. They are laid out for 1920x1080 and grow and
 * shrink with their window, whatever the text scale: `unit` is one of its
 * pixels, and every size is given in those.
 *
 *   struct stage_page s;
 *   struct rect r = stage_page_begin(ui, &s);            the room within the margins
 *   stage_top(&s, &r, THEME_LEARN, "Round 1", "09:40");
 *   stage_words(&s, &r, 72, WEIGHT_BOLD, THEME_TEXT, 2, headline);
 */
#include "page_parts.h"

enum { STAGE_WORDS = 90 };   /* that a page says at most: what a room reads at a glance or two */

struct stage_page {
    struct ui *ui;
    float unit;
    int first;        /* operation of the list that the page begins with */
};

/* A page, or a part of a console's, that begins here: what is painted from now on counts as said by it. */
struct stage_page stage_page_of(struct ui *ui, float unit);
/* The same for the whole window: paints the ground and returns the room within the margins. */
struct rect stage_page_begin(struct ui *ui, struct stage_page *s);
/* Pixels of a size of the design. */
float stage_px(const struct stage_page *s, float design);
/* Wrapped words at the top of r; takes off the height that they use and returns it. */
float stage_words(const struct stage_page *s, struct rect *r, float design, enum draw_weight weight, enum theme_token color, int lines,
                  const char *words);
/* The same, not only from the left. */
float stage_words_in(const struct stage_page *s, struct rect *r, float design, enum draw_weight weight, enum theme_token color,
                     enum draw_align align, int lines, const char *words);
float stage_words_height(const struct stage_page *s, float width, float design, enum draw_weight weight, int lines, const char *words);
/* Centred, its lines about as long as one another; takes off the height. */
void stage_balanced(const struct stage_page *s, struct rect *r, float design, enum draw_weight weight, enum theme_token color, int lines,
                    const char *words);
/* One line in the middle of r's height. */
void stage_line(const struct stage_page *s, struct rect r, float design, enum draw_weight weight, enum theme_token color,
                enum draw_align align, const char *words);
float stage_width(const struct stage_page *s, float design, enum draw_weight weight, const char *words);
void stage_gap(const struct stage_page *s, struct rect *r, float design);
/* The first of the sizes, largest first, at which the words take no more than so many lines; else the last. */
float stage_fit(const struct stage_page *s, const float *sizes, int count, float width, enum draw_weight weight, int lines,
                const char *words);
/* A size of the design for ui_text, which grows with the text scale; how much there is to read. */
float stage_size(const struct stage_page *s, float design);
int stage_count_words(const char *line);
/* How many words the page has said so far, and how many more it may say; below 0 where it said too much. */
int stage_said(const struct stage_page *s);
int stage_left(const struct stage_page *s);
/* The whole where it has no more than so many words, else its beginning with an ellipsis, which ends where a reader may
 * pause if that loses no more than half; "" for no word at all. Lives in the run's arena. */
const char *stage_beginning(const struct stage_page *s, const char *words, int most);
/* The line at the top: what is shown, and something at its right end. */
void stage_top(const struct stage_page *s, struct rect *r, enum theme_token color, const char *what, const char *beside);
#endif
