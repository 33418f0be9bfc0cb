/* A paragraph and its runs. */
#include "html_parts.h"
#include "base/text.h"
#include <string.h>

static const char *tone_word(enum tone tone)
{
    static const char *const words[] = {"neutral", "good", "warn", "bad", "neutral", "neutral"};
    return words[tone];
}

static void wrapped(struct html *h, const char *tag, const char *css, const char *data)
{
    str_printf(h->out, "<%s", tag);
    if (css[0]) str_printf(h->out, " class=\"%s\"", css);
    html_raw(h, " dir=\"auto\">");
    html_data(h, data);
    str_printf(h->out, "</%s>", tag);
}

/* Hidden itself, or within something hidden. */
static int is_hidden(const struct paper_block *b)
{
    for (; b; b = b->parent)
        if (b->hidden) return 1;
    return 0;
}

static void reference(struct html *h, const struct paper_run *run)
{
    const struct paper_block *to = run->to ? paper_find(h->d, run->to) : NULL;
    if (!to || is_hidden(to)) return;
    struct str name = {0};
    text_format(&name, "document.evidence", "number", run->text, NULL);
    html_raw(h, " <a class=\"ref\" href=\"#");
    html_data(h, run->to);
    html_raw(h, "\" aria-label=\"");
    html_data(h, str_text(&name));
    html_raw(h, "\">");
    html_data(h, run->text);
    html_raw(h, "</a>");
    str_release(&name);
}

static void put_run(struct html *h, const struct paper_run *run)
{
    switch (run->ink) {
    case PAPER_TEXT: html_data(h, run->text); break;
    case PAPER_STRONG: wrapped(h, "b", run->tone == TONE_NEUTRAL ? "" : tone_word(run->tone), run->text); break;
    case PAPER_DIM: wrapped(h, "small", "", run->text); break;
    case PAPER_PILL:
        html_raw(h, "<span class=\"pill ");
        html_raw(h, tone_word(run->tone));
        html_raw(h, "\" dir=\"auto\">");
        html_data(h, run->text);
        html_raw(h, "</span>");
        break;
    case PAPER_REFERENCE: reference(h, run); break;
    case PAPER_NEWLINE: html_raw(h, "<br>"); break;
    }
}

static const char *class_of(enum paper_style style)
{
    static const char *const classes[PAPER_STYLE_COUNT] = {NULL,       NULL,       "kicker", "lead",   "aside", "evidence",
                                                           "decision", "alarm",    "quote",  "byline", "label"};
    return classes[style];
}

void html_runs(struct html *h, const struct paper_block *b)
{
    const char *tag = b->style == PAPER_TITLE ? "h1" : "p";
    if (!b->runs) return;
    str_printf(h->out, "<%s", tag);
    if (b->id) {
        html_raw(h, " id=\"");
        html_data(h, b->id);
        html_raw(h, "\"");
    }
    if (class_of(b->style)) str_printf(h->out, " class=\"%s\"", class_of(b->style));
    html_raw(h, " dir=\"auto\">");
    for (const struct paper_run *run = b->runs; run; run = run->next) put_run(h, run);
    html_mark(h, b);
    str_printf(h->out, "</%s>\n", tag);
}
