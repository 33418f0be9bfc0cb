/* The page around the blocks: head, contents, landmarks, what stands at the foot of each printed page. */
#include "html_parts.h"
#include "base/text.h"
#include "base/utf8.h"

/* A string of a style sheet that no text can leave: everything but letters and digits by its number. */
static void put_css_string(struct html *h, const char *data)
{
    size_t step;
    html_raw(h, "\"");
    for (; *data; data += step) {
        uint32_t c = utf8_decode(data, &step);
        int plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (plain) str_append_char(h->out, (char)c);
        else if (!utf8_is_control(c)) str_printf(h->out, "\\%06x", (unsigned)c);
    }
    html_raw(h, "\"");
}

static const char *said(const char *words) { return words ? words : ""; }

static void foot(struct html *h)
{
    if (!said(h->d->running)[0]) return;
    html_raw(h, "@page{@bottom-left{content:");
    put_css_string(h, h->d->running);
    html_raw(h, "}}\n");
}

static void meta(struct html *h, const char *name, const char *content)
{
    if (!said(content)[0]) return;
    str_printf(h->out, "<meta name=\"%s\" content=\"", name);
    html_data(h, content);
    html_raw(h, "\">\n");
}

static void head(struct html *h)
{
    html_raw(h, "<!DOCTYPE html>\n<html lang=\"");
    html_data(h, said(h->d->language));
    html_raw(h, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta name=\"color-scheme\" content=\"light\">\n");
    meta(h, "author", h->d->author);
    meta(h, "description", h->d->subject);
    html_raw(h, "<title>");
    html_data(h, said(h->d->title));
    html_raw(h, "</title>\n<style>\n");
    for (int i = 0; html_style[i]; i++) html_raw(h, html_style[i]);
    foot(h);
    html_raw(h, "</style>\n</head>\n");
}

/* --- contents --- */

static void link_to(struct html *h, const struct paper_block *b)
{
    html_raw(h, "<li><a href=\"#");
    html_data(h, b->id);
    html_raw(h, "\" dir=\"auto\">");
    html_data(h, b->title);
    html_raw(h, "</a></li>\n");
}

static int is_listed(const struct paper_block *b) { return b->kind == PAPER_SECTION && b->id && !b->hidden && b->title[0]; }

/* The parts of an annex are looked up one by one, so each has its link. */
static void links(struct html *h, const struct paper_block *root)
{
    for (const struct paper_block *b = root->first; b; b = b->next) {
        if (!is_listed(b)) continue;
        link_to(h, b);
        for (const struct paper_block *k = b->look == PAPER_ANNEX ? b->first : NULL; k; k = k->next)
            if (is_listed(k)) link_to(h, k);
    }
}

static int listed(const struct paper_block *root)
{
    int n = 0;
    for (const struct paper_block *b = root->first; b; b = b->next) n += is_listed(b);
    return n;
}

static void contents(struct html *h)
{
    if (listed(h->d->root) < 3) return;
    html_raw(h, "<nav id=\"contents\" aria-labelledby=\"contents-title\">\n<p class=\"label\" id=\"contents-title\">");
    html_data(h, text("document.contents"));
    html_raw(h, "</p>\n<ul>\n");
    links(h, h->d->root);
    html_raw(h, "</ul>\n</nav>\n");
}

/* --- the page --- */

static void body(struct html *h)
{
    const struct paper_block *b = h->d->root ? h->d->root->first : NULL;
    html_raw(h, "<body>\n<a class=\"skip\" href=\"#content\">");
    html_data(h, text("document.skip"));
    html_raw(h, "</a>\n<header>\n");
    for (; b && b->kind != PAPER_SECTION; b = b->next) html_block(h, b);
    html_raw(h, "</header>\n");
    if (h->d->root) contents(h);
    html_raw(h, "<main id=\"content\" tabindex=\"-1\">\n");
    for (; b; b = b->next) html_block(h, b);
    html_raw(h, "</main>\n");
    if (said(h->d->running)[0]) {
        html_raw(h, "<footer dir=\"auto\">");
        html_data(h, h->d->running);
        html_raw(h, "</footer>\n");
    }
    html_raw(h, "</body>\n</html>\n");
}

void paper_html(struct str *out, const struct paper_document *d)
{
    struct html h = {.out = out, .d = d, .heading = ""};
    head(&h);
    body(&h);
}
