/* How the figures came about, and what they cannot tell. */
#include "report/inside.h"

static void people(struct page *p)
{
    if (p->v->member_count == 0) return;
    page_element(p, "h3", "", text("report.method.people"));
    page_raw(p, "<ul class=\"people\">\n");
    for (int i = 0; i < p->v->member_count; i++) {
        page_raw(p, "<li dir=\"auto\"><b>");
        page_text(p, p->v->members[i].name);
        page_raw(p, "</b> ");
        page_text(p, p->v->members[i].role);
        page_raw(p, "</li>\n");
    }
    page_raw(p, "</ul>\n");
}

void page_method(struct page *p)
{
    static const char *const keys[] = {"report.method.limits", "report.method.counts", "report.method.knowledge",
                                       "report.method.recorded"};
    const struct view_report *v = p->v;
    page_raw(p, "<footer class=\"method\">\n<h2>");
    page_text(p, text("report.section.method"));
    page_raw(p, "</h2>\n");
    for (int i = 0; i < 4; i++) page_element(p, "p", "", text(keys[i]));
    page_element(p, "p", "", text(v->names ? "report.method.names" : "report.method.pseudonyms"));
    people(p);
    page_element(p, "p", "aside",
                 text_fill(&p->arena, "report.method.facts", "pack", v->pack, "author", v->pack_author, "rules",
                           v->rules, "seed", v->seed, "acts", page_number(p, v->acts), "digest", v->digest, NULL));
    page_element(p, "p", "aside", text_fill(&p->arena, "report.method.made", "organisation", v->organisation, NULL));
    page_raw(p, "</footer>\n");
}
