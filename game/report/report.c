#include "report/report.h"
#include "report/inside.h"

static void head(struct page *p)
{
    page_raw(p, "<!DOCTYPE html>\n<html lang=\"");
    page_text(p, p->v->language);
    page_raw(
        p,
        "\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light\">\n<title>");
    page_text(p, text_fill(&p->arena, "report.title", "team", p->v->team, "pack", p->v->pack, NULL));
    page_raw(p, "</title>\n<style>\n");
    for (int i = 0; page_style[i]; i++) page_raw(p, page_style[i]);
    page_raw(p, "</style>\n</head>\n");
}

static void body(struct page *p)
{
    page_raw(p, "<body>\n<a class=\"skip\" href=\"#findings\">");
    page_text(p, text("report.skip"));
    page_raw(p, "</a>\n");
    report_title(p);
    page_raw(p, "<main id=\"findings\">\n");
    page_scores(p);
    page_promises(p);
    page_turns(p);
    page_customers(p);
    page_ending(p);
    page_surveys(p);
    page_account(p);
    page_spokes(p);
    page_aspects(p);
    page_matrix(p);
    page_maturity(p);
    page_patterns(p);
    page_agreed(p);
    page_questions(p);
    page_room(p);
    page_monday(p);
    page_annex(p);
    page_raw(p, "</main>\n");
    page_method(p);
    page_raw(p, "</body>\n</html>\n");
}

void report_html(struct str *out, const struct view_report *view)
{
    struct page p = {.out = out, .v = view};
    head(&p);
    body(&p);
    arena_release(&p.arena);
}
