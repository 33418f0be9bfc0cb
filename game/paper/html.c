#include "paper/html.h"
#include "html_parts.h"
#include "base/text.h"
#include "paper/svg.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WIDE_PICTURE = 400 }; /* points; wider ones are scrolled on a phone */
static const float PIXELS = 96 / 72.0f; /* in a point */

void html_raw(struct html *h, const char *markup) { str_append(h->out, markup); }
void html_data(struct html *h, const char *data) { str_append_html(h->out, data); }

void html_number(struct html *h, float value)
{
    long tenths = lroundf(value * 10);
    str_printf(h->out, "%ld.%ld", tenths / 10, labs(tenths % 10));
}

static void attribute(struct html *h, const char *name, const char *value)
{
    if (!value || !value[0]) return;
    str_printf(h->out, " %s=\"", name);
    html_data(h, value);
    html_raw(h, "\"");
}

void html_open(struct html *h, const char *tag, const char *css, const char *id)
{
    str_printf(h->out, "<%s", tag);
    attribute(h, "id", id);
    attribute(h, "class", css);
    html_raw(h, ">");
}

static void close_tag(struct html *h, const char *tag) { str_printf(h->out, "</%s>\n", tag); }

/* --- sections --- */

static int is_facilitators(const struct paper_block *b) { return b->author == PAPER_BY_FACILITATOR; }

void html_mark(struct html *h, const struct paper_block *b)
{
    if (!is_facilitators(b)) return;
    html_raw(h, " <small class=\"by\">");
    html_data(h, text("document.by-facilitator"));
    html_raw(h, "</small>");
}

/* The id of a section's heading, from its own or counted; valid until the arena goes. */
static const char *heading_id(struct html *h, const struct paper_block *b)
{
    h->sections++;
    return b->id ? arena_printf(h->d->arena, "%s-title", b->id) : arena_printf(h->d->arena, "section-%d-title", h->sections);
}

static void section(struct html *h, const struct paper_block *b)
{
    const char *outer = h->heading, *id = heading_id(h, b);
    html_raw(h, "<section");
    attribute(h, "id", b->id);
    attribute(h, "class", b->look == PAPER_ANNEX ? "annex" : NULL);
    /* Only a section of its own is a landmark: inner ones share names ("Round 1"). */
    if (b->level == 2) attribute(h, "aria-labelledby", id);
    str_printf(h->out, ">\n<h%d", b->level);
    attribute(h, "id", id);
    html_raw(h, " dir=\"auto\">");
    html_data(h, b->title);
    html_mark(h, b);
    str_printf(h->out, "</h%d>\n", b->level);
    h->heading = id;
    html_children(h, b);
    h->heading = outer;
    close_tag(h, "section");
}

/* --- what holds blocks --- */

static void list(struct html *h, const struct paper_block *b)
{
    const char *tag = b->look == PAPER_NUMBERED ? "ol" : "ul";
    html_open(h, tag, NULL, b->id);
    html_raw(h, "\n");
    html_children(h, b);
    close_tag(h, tag);
}

static void item(struct html *h, const struct paper_block *b)
{
    html_raw(h, "<li");
    attribute(h, "id", b->id);
    html_raw(h, " dir=\"auto\">");
    html_children(h, b);
    html_mark(h, b);
    close_tag(h, "li");
}

static void columns(struct html *h, const struct paper_block *b)
{
    int count = b->count;
    if (count == 0)
        for (const struct paper_block *k = b->first; k; k = k->next) count += !k->hidden;
    html_open(h, "div", count == 1 ? NULL : count == 2 ? "columns" : count == 3 ? "columns three" : "columns many", b->id);
    html_raw(h, "\n");
    html_children(h, b);
    close_tag(h, "div");
}

static void box(struct html *h, const struct paper_block *b)
{
    int quoted = b->look == PAPER_VOUCHER || b->look == PAPER_NOTE;
    const char *tag = quoted ? "blockquote" : "div";
    html_open(h, tag, b->look == PAPER_VOUCHER ? "voucher" : b->look == PAPER_PATTERN ? "pattern" : quoted ? NULL : "box", b->id);
    html_raw(h, "\n");
    html_children(h, b);
    html_mark(h, b);
    close_tag(h, tag);
}

static void sized(struct html *h, const char *css, float width, float height)
{
    str_printf(h->out, "<div class=\"%s\" style=\"", css);
    if (width > 0) {
        html_raw(h, "width:");
        html_number(h, width);
        html_raw(h, "pt;");
    }
    html_raw(h, "min-height:");
    html_number(h, height);
    html_raw(h, "pt\">");
}

static void card(struct html *h, const struct paper_block *b)
{
    const struct paper_block *sheet = b->parent;
    sized(h, "card", sheet ? sheet->width : 0, sheet ? sheet->height : 0);
    html_children(h, b);
    close_tag(h, "div");
}

static void sheet(struct html *h, const struct paper_block *b)
{
    html_open(h, "div", "sheet", b->id);
    html_children(h, b);
    close_tag(h, "div");
}

static void lines(struct html *h, const struct paper_block *b)
{
    html_open(h, "div", "lines", b->id);
    if (b->title[0]) {
        html_raw(h, "<p class=\"label\" dir=\"auto\">");
        html_data(h, b->title);
        html_raw(h, "</p>");
    }
    for (int i = 0; i < b->count; i++) {
        sized(h, "line", 0, b->height);
        html_raw(h, "</div>");
    }
    close_tag(h, "div");
}

/* --- pictures --- */

static void picture(struct html *h, const struct paper_block *b)
{
    int wide = b->width >= WIDE_PICTURE;
    struct paper_svg svg = {.width = b->width, .height = b->height, .title = b->title, .css = "picture", .scale = PIXELS};
    svg.id = arena_printf(h->d->arena, "picture-%d", ++h->pictures);
    html_open(h, "figure", wide ? "scroll" : NULL, b->id);
    if (wide) {
        html_raw(h, "<div tabindex=\"0\" role=\"group\"");
        attribute(h, "aria-label", b->title[0] ? b->title : h->d->title);
        html_raw(h, ">");
    }
    paper_svg(h->out, b->picture, &svg);
    if (wide) html_raw(h, "</div>");
    close_tag(h, "figure");
}

/* --- any block --- */

void html_block(struct html *h, const struct paper_block *b)
{
    if (b->hidden) return;
    switch (b->kind) {
    case PAPER_SECTION: section(h, b); break;
    case PAPER_PARAGRAPH: html_runs(h, b); break;
    case PAPER_LIST: list(h, b); break;
    case PAPER_ITEM: item(h, b); break;
    case PAPER_TABLE: html_table(h, b); break;
    case PAPER_PICTURE: picture(h, b); break;
    case PAPER_COLUMNS: columns(h, b); break;
    case PAPER_BOX: box(h, b); break;
    case PAPER_BREAK: html_raw(h, "<div class=\"break\"></div>\n"); break;
    case PAPER_LINES: lines(h, b); break;
    case PAPER_SHEET: sheet(h, b); break;
    case PAPER_CARD: card(h, b); break;
    case PAPER_ROOT:
    case PAPER_ROW:
    case PAPER_CELL:
    case PAPER_KIND_COUNT: html_children(h, b); break;
    }
}

void html_children(struct html *h, const struct paper_block *b)
{
    for (const struct paper_block *k = b->first; k; k = k->next) html_block(h, k);
}
