/* How the figures came about, and what they cannot tell. */
#include "report/inside.h"

static void people(struct compose *c)
{
    if (c->v->member_count == 0) return;
    compose_section(c, 3, "people", "report.method.people");
    paper_list(c->d, PAPER_PLAIN);
    for (int i = 0; i < c->v->member_count; i++) {
        paper_item(c->d);
        paper_paragraph(c->d, PAPER_BODY, NULL);
        paper_add(c->d, PAPER_STRONG, c->v->members[i].name);
        if (c->v->members[i].role[0]) paper_add(c->d, PAPER_TEXT, " ");
        paper_add(c->d, PAPER_TEXT, c->v->members[i].role);
        compose_end(c);
    }
    compose_end(c);
    compose_end(c);
}

void compose_method(struct compose *c)
{
    static const char *const parts[] = {"limits", "counts", "knowledge", "recorded"};
    const struct view_report *v = c->v;
    compose_section(c, 2, "method", "report.section.method");
    for (int i = 0; i < 4; i++)
        paper_say(c->d, PAPER_BODY, arena_printf(c->a, "method.%s", parts[i]), text(arena_printf(c->a, "report.method.%s", parts[i])));
    paper_say(c->d, PAPER_BODY, "method.names", text(v->names ? "report.method.names" : "report.method.pseudonyms"));
    people(c);
    paper_say(c->d, PAPER_ASIDE, "method.facts",
              text_fill(c->a, "report.method.facts", "pack", v->pack, "author", v->pack_author, "rules", v->rules, "seed", v->seed, "acts",
                        compose_number(c, v->acts), "digest", v->digest, NULL));
    paper_say(c->d, PAPER_ASIDE, "method.made", text_fill(c->a, "report.method.made", "organisation", v->organisation, NULL));
    compose_end(c);
}
