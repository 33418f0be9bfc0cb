/* How the figures came about, and what they cannot tell. */
#include "report/inside.h"

/* "Person A (Duty lead), Person B (Service desk)" */
static const char *people(struct compose *c)
{
    struct str out = {0};
    for (int i = 0; i < c->v->member_count; i++) {
        if (i > 0) str_append(&out, text("report.method.and"));
        text_format(&out, c->v->members[i].role[0] ? "report.method.person" : "report.method.nameless", "name", c->v->members[i].name, "role",
                    c->v->members[i].role, NULL);
    }
    const char *words = arena_dup(c->a, str_text(&out));
    str_release(&out);
    return words;
}

void compose_method(struct compose *c)
{
    static const char *const parts[] = {"limits", "counts", "knowledge", "recorded"};
    const struct view_report *v = c->v;
    compose_section(c, 2, "method", "report.section.method");
    for (int i = 0; i < 4; i++)
        paper_say(c->d, PAPER_BODY, arena_printf(c->a, "method.%s", parts[i]), text(arena_printf(c->a, "report.method.%s", parts[i])));
    paper_say(c->d, PAPER_BODY, "method.names", text(v->names ? "report.method.names" : "report.method.pseudonyms"));
    if (v->member_count > 0)
        paper_say(c->d, PAPER_BODY, "method.people", text_fill(c->a, "report.method.room", "people", people(c), NULL));
    paper_say(c->d, PAPER_ASIDE, "method.facts",
              text_fill(c->a, "report.method.facts", "pack", v->pack, "author", v->pack_author, "rules", v->rules, "seed", v->seed, "acts",
                        compose_number(c, v->acts), "digest", v->digest, NULL));
    paper_say(c->d, PAPER_ASIDE, "method.made", text_fill(c->a, "report.method.made", "organisation", v->organisation, NULL));
    compose_end(c);
}
