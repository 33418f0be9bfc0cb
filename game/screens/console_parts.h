#ifndef SCREENS_CONSOLE_PARTS_H
#define SCREENS_CONSOLE_PARTS_H
/* What the files of the console share among themselves. */
#include "screens/console.h"
#include "base/text.h"
#include "draw/chart.h"
#include "draw/mark.h"
#include "draw/portrait.h"

struct console {
    struct ui *ui;
    const struct view_console *view;
    struct console_memory *memory;
    struct wishes *wishes;
    int narrow;          /* panes take turns behind tabs, and need no headings */
    int stacked;         /* so narrow that what stands side by side elsewhere stands one below the other */
};

enum theme_token tone_color(enum tone tone);
enum theme_token tone_panel(enum tone tone);
float px(const struct console *c, float at_scale_one);
/* A font's size: never rounded, so that what is measured is what is drawn. */
float pt(const struct console *c, float at_scale_one);
uint32_t shade(const struct console *c, enum theme_token token);
/* A pane's heading; takes its height off the rect. */
void console_heading(struct console *c, struct rect *r, const char *label);
/* The same, but only where panes stand side by side. */
void console_heading_wide(struct console *c, struct rect *r, const char *label);
void console_line(struct console *c, struct rect r);
/* In the middle of r: on one line as large as asked or a little smaller, else small on as many lines as r has room for. */
void console_fitted(struct console *c, struct rect r, float size, enum draw_weight weight, enum theme_token color, enum draw_align align, const char *words);

struct sim_command console_act(const struct console *c, enum sim_command_kind kind);   /* said, member filled in */
void console_send(struct console *c, const struct sim_command *command, const char *first, const char *second);
void console_open(struct console *c, enum console_panel panel);
void console_close(struct console *c);
int console_has_focus(const struct console *c);      /* an incident and a customer are in focus */

float console_room_width(const struct console *c);            /* at scale one */
float console_top_height(const struct console *c);
void console_top(struct console *c, struct rect bar);
void console_sheet(struct console *c, struct rect r);
/* No row is chosen any more, so that Enter fires nothing. */
void console_sheet_release(struct console *c);
void console_scores(struct console *c, struct rect r);
void console_incidents(struct console *c, struct rect *r);
void console_facts(struct console *c, struct rect r);
float console_facts_height(struct console *c, float width);   /* without heading */
void console_acts(struct console *c, struct rect r);
float console_acts_height(struct console *c, float width);
float console_incident_rows(struct console *c, int most);     /* height of so many of the open ones, and of what stands above */
void console_panel_draw(struct console *c, struct rect r);
float console_panel_height(struct console *c, float width);
void console_forms_draw(struct console *c, struct rect r);   /* improvise, inject, note, voucher, overrule */
int console_panel_is_open(const struct console *c);           /* one that stands among the acts */
int console_panel_is_form(enum console_panel panel);
const char *console_form_field(enum console_panel panel);     /* key of the field that a form begins with, NULL */
/* Whoever is turned to is spoken to about what is theirs: their newest incident, unless the one in focus concerns them or an
 * act on it is being completed. */
void console_choose_customer(struct console *c, const struct view_customer *who);
struct portrait_look console_look(struct console *c, const struct view_customer *who);
void console_another_line(struct console *c, const struct view_customer *who);
void console_said_it(struct console *c, const struct view_customer *who);
void console_business(struct console *c, struct rect r);
float console_business_height(struct console *c, float width);   /* the least in which nothing of it is hidden */
/* The pattern that repeats, across the top of whatever is shown where the business has no pane of its own. */
float console_alert_height(struct console *c, float width);
void console_alert(struct console *c, struct rect *r);
/* What the customer in focus needs; hints: all of it, with what brought it to light or would, else only what nobody has
 * found. 0 high when there is nothing to show. */
float console_needs_height(struct console *c, float width, int hints);
void console_needs(struct console *c, struct rect *r, int hints);
void console_evidence(struct console *c, struct rect r);
void console_observations(struct console *c, struct rect r);
void console_standing(struct console *c, struct rect r);
#endif
