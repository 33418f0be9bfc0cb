/* What customers need: what was found out, what nobody ever asked, and what they got used to. */
#include "report/inside.h"

static int count(const struct compose *c, int found)
{
    int n = 0;
    for (int i = 0; i < c->v->need_count; i++) n += c->v->needs[i].found == found;
    return n;
}

static void list(struct compose *c, int found, const char *id, const char *title)
{
    static const struct compose_column columns[] = {{"report.needs.need", 6, ALIGN_LEFT}, {"report.needs.kind", 2, ALIGN_LEFT}, {"report.needs.how", 4, ALIGN_LEFT}};
    if (count(c, found) == 0) return;
    paper_say(c->d, PAPER_BODY, arena_printf(c->a, "%s.title", id), text(title));
    compose_table(c, PAPER_PLAIN, "", columns, found ? 3 : 2);
    for (int i = 0, place = 0; i < c->v->need_count; i++) {
        const struct report_need *n = &c->v->needs[i];
        if (n->found != found) continue;
        compose_row(c, arena_printf(c->a, "%s.%d", id, ++place), n->text, "");
        compose_pill(c, found ? TONE_GOOD : TONE_WARN, n->kind, "");
        if (found) paper_cell_say(c->d, n->how);
        compose_end(c);
    }
    compose_end(c);
}

/* A row of one figure through the rounds, and what it means. */
static void novelty(struct compose *c)
{
    const struct view_report *v = c->v;
    if (!v->novelty_words[0]) return;
    paper_say(c->d, PAPER_BODY, "novelty", v->novelty_words);
    compose_round_table(c, PAPER_PLAIN, "report.needs.novelty", 3);
    compose_row(c, "novelty.rounds", text("report.needs.worth"), "");
    for (int r = 0; r < v->round_count; r++) paper_cell_say(c->d, v->novelty.rounds[r].value);
    compose_end(c);
    compose_end(c);
}

void compose_needs(struct compose *c)
{
    if (c->v->round_count == 0 || !c->v->needs_counts || !c->v->needs_counts[0]) return;
    compose_section(c, 3, "needs", "report.section.needs");
    paper_say(c->d, PAPER_BODY, "needs.counts", c->v->needs_counts);
    list(c, 1, "needs.found", "report.needs.found");
    list(c, 0, "needs.missed", "report.needs.missed");
    novelty(c);
    compose_end(c);
}
