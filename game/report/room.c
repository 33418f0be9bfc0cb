/* What the facilitator wrote down: thanks with their stories, what was seen, notes. And what the business decided. */
#include "report/inside.h"

static void byline(struct page *p, const char *first, const char *second)
{
    page_raw(p, "<footer dir=\"auto\">");
    page_text(p, first);
    if (second[0]) page_raw(p, " · ");
    page_text(p, second);
    page_raw(p, "</footer>");
}

static void vouchers(struct page *p)
{
    if (p->v->voucher_count == 0) return;
    page_section_begin(p, "vouchers", "report.section.vouchers");
    for (int i = 0; i < p->v->voucher_count; i++) {
        const struct report_voucher *voucher = &p->v->vouchers[i];
        page_raw(p, "<blockquote class=\"voucher\">");
        page_element(p, "p", "", voucher->story);
        byline(p, text_fill(&p->arena, "report.vouchers.from", "customer", voucher->from, "member", voucher->to, NULL),
               voucher->when);
        page_raw(p, "</blockquote>\n");
    }
    page_section_end(p);
}

static void seen(struct page *p)
{
    if (p->v->seen_count == 0) return;
    page_raw(p, "<ul class=\"seen\">\n");
    for (int i = 0; i < p->v->seen_count; i++) {
        const struct report_seen *s = &p->v->seen[i];
        page_raw(p, "<li dir=\"auto\">");
        page_pill(p, s->good ? TONE_GOOD : TONE_WARN, s->what);
        page_raw(p, " ");
        page_text(p, s->count == 1 ? text("report.seen.once")
                                   : text_fill(&p->arena, "report.seen.times", "n", page_number(p, s->count), NULL));
        page_element(p, "span", "aside", s->notes);
        page_raw(p, "</li>\n");
    }
    page_raw(p, "</ul>\n");
}

static void notes(struct page *p)
{
    if (p->v->note_count + p->v->seen_count == 0) return;
    page_section_begin(p, "notes", "report.section.notes");
    seen(p);
    for (int i = 0; i < p->v->note_count; i++) {
        page_raw(p, "<blockquote>");
        page_element(p, "p", "", p->v->notes[i].words);
        byline(p, p->v->notes[i].when, p->v->notes[i].about);
        page_raw(p, "</blockquote>\n");
    }
    page_element(p, "p", "aside", text("report.seen.note"));
    page_section_end(p);
}

void page_ending(struct page *p)
{
    if (!p->v->ending_title[0]) return;
    page_section_begin(p, "ending", "report.section.ending");
    page_element(p, "p", "decision", p->v->ending_title);
    page_element(p, "p", "", p->v->ending_text);
    page_section_end(p);
}

void page_room(struct page *p)
{
    vouchers(p);
    notes(p);
}
