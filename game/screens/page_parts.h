#ifndef SCREENS_PAGE_PARTS_H
#define SCREENS_PAGE_PARTS_H
/*
 * What the pages around a round share: start, set-up, briefing, round's end,
 * session's end and notices. Sizes of texts are at scale one, boxes in pixels.
 */
#include "base/text.h"
#include "draw/portrait.h"
#include "screens/wish.h"
#include "ui/ui.h"
#include "base/tone.h"

/* Paints the ground and returns the room for the page (ui_room). */
struct rect page_begin(struct ui *ui);
uint32_t page_color(const struct ui *ui, enum theme_token token);
/* Width at scale one: what layouts decide by. */
float page_width(const struct ui *ui);
float page_height(const struct ui *ui);

/* A bar over the whole width: first buttons from the right, then the title in the room that is left. */
struct rect page_top(struct ui *ui, struct rect *page);
void page_title(struct ui *ui, struct rect bar, const char *title, const char *beside);
struct rect page_foot(struct ui *ui, struct rect *page);
/* A button as wide as its words at the right end of the bar. */
int page_button(struct ui *ui, struct rect *bar, const char *label, const char *key, int flags);

/* F6 and F8, which every page has: in the bar, from the right, where there is room; else as a line that takes its height
 * off r. one_display: the stage has no window of its own. */
void page_stage_buttons(struct ui *ui, struct rect *bar, int blank, int one_display, struct wishes *wishes);
void page_stage_line(struct ui *ui, struct rect *r, int blank, int one_display, struct wishes *wishes);
float page_stage_height(const struct ui *ui);

/* A small heading; takes its height off r. */
void page_heading(struct ui *ui, struct rect *r, const char *label);
/* Wrapped words at the top of r; takes off the height that they use and returns it. */
float page_words(struct ui *ui, struct rect *r, float size, enum draw_weight weight, enum theme_token color, int lines,
                 const char *words);
float page_words_height(struct ui *ui, float width, float size, enum draw_weight weight, int lines, const char *words);
void page_gap(struct ui *ui, struct rect *r, float at_scale_one);
/* A field for a count: what is no digit is not taken, and no more than four are. Returns as ui_field. */
int page_count(struct ui *ui, struct rect r, const char *label, struct ui_edit *edit);
/* A panel with a margin; returns the room inside. */
struct rect page_panel(struct ui *ui, struct rect r, enum theme_token panel, float margin);
void page_line(struct ui *ui, struct rect *r);
/* A state word in its colours. */
enum theme_token page_tone(enum tone tone);
enum theme_token page_tone_panel(enum tone tone);
/* Room for a portrait with its mood; light 0 to 1. */
void page_portrait(struct ui *ui, const struct portrait *look, int face, float light, float x, float y, float radius);
/* Pills in a row that wrap; takes off their height. */
void page_pills(struct ui *ui, struct rect *r, const char *const *words, int count);
float page_pills_height(struct ui *ui, float width, const char *const *words, int count);
#endif
