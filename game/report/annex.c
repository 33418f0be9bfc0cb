/* The evidence, line by line. */
#include "report/inside.h"

/* --- moments --- */

static void moment_row(struct page *p, const struct report_moment *m)
{
    page_row_begin(p);
    page_cell(p, "", "when", m->time);
    page_cell_begin(p, "", "");
    page_pill(p, m->tone, m->outcome);
    if (m->overruled) page_element(p, "small", "dim", text("report.mark.overruled"));
    page_cell_end(p);
    page_cell_begin(p, "", "what");
    page_element(p, "p", "", m->sentence);
    page_element(p, "p", "evidence", m->evidence);
    page_cell_end(p);
    page_cell(p, "report.table.score", "dim", m->score);
    page_cell(p, m->effect.points ? "report.table.trust" : "", m->effect.points < 0 ? "fell" : "rose",
              m->effect.sentence);
    page_row_end(p);
}

static void incident(struct page *p, const struct report_incident *i)
{
    static const char *const heads[] = {"report.table.time",  "report.table.outcome", "report.table.moment",
                                        "report.table.score", "report.table.trust",   NULL};
    page_element(
        p, "h4", "",
        text_fill(&p->arena, "report.table.incident", "title", i->title, "who", i->who, "kind", i->kind, NULL));
    page_element(p, "p", "aside", i->course);
    page_table_begin(p, "moments stack", "", heads);
    for (int k = 0; k < i->moment_count; k++) moment_row(p, &i->moments[k]);
    page_table_end(p);
}

static void round_title(struct page *p, const struct report_round *r)
{
    page_raw(p, "<h3 dir=\"auto\">");
    page_text(p, r->label);
    page_raw(p, ": ");
    page_text(p, r->title);
    page_raw(p, " <small class=\"dim\">");
    page_text(p, r->when);
    page_raw(p, "</small></h3>\n");
}

static void moments(struct page *p)
{
    page_section_begin(p, "moments", "report.section.moments");
    for (int r = 0; r < p->v->round_count; r++) {
        round_title(p, &p->v->rounds[r]);
        for (int i = 0; i < p->v->rounds[r].incident_count; i++) incident(p, &p->v->rounds[r].incidents[i]);
    }
    page_section_end(p);
}

/* --- updates --- */

static void claim_row(struct page *p, const struct report_claim *c)
{
    page_row_begin(p);
    page_cell(p, "", "when", c->time);
    page_cell(p, "report.table.by", "", c->by);
    page_cell(p, "report.table.to", "", c->to);
    page_cell_begin(p, "", "what");
    page_element(p, "q", "", c->words[0] ? c->words : c->kind);
    page_element(p, "p", "evidence",
                 c->words[0] ? text_fill(&p->arena, "report.claim.about", "kind", c->kind, "about", c->about, NULL)
                             : c->about);
    page_cell_end(p);
    page_cell_begin(p, "report.table.knew", "");
    page_pill(p, c->tone, c->verdict);
    page_element(p, "small", "dim", c->later);
    if (c->disputed) page_element(p, "small", "dim", text("report.disputed"));
    if (c->overruled) page_element(p, "small", "dim", text("report.mark.overruled"));
    page_cell_end(p);
    page_row_end(p);
}

static void claims(struct page *p)
{
    static const char *const heads[] = {"report.table.time",  "report.table.by",   "report.table.to",
                                        "report.table.words", "report.table.knew", NULL};
    page_section_begin(p, "claims", "report.section.claims");
    for (int r = 0; r < p->v->round_count; r++) {
        const struct report_round *round = &p->v->rounds[r];
        round_title(p, round);
        if (round->claim_count == 0) page_element(p, "p", "aside", text("report.claims.none"));
        if (round->claim_count == 0) continue;
        page_table_begin(p, "claims stack", "", heads);
        for (int i = 0; i < round->claim_count; i++) claim_row(p, &round->claims[i]);
        page_table_end(p);
    }
    page_section_end(p);
}

/* --- promises --- */

static void promise_row(struct page *p, const struct report_promise *promise)
{
    page_row_begin(p);
    page_cell(p, "report.table.made", "when", promise->made_at);
    page_cell(p, "report.table.due", "when", promise->due_at);
    page_cell(p, promise->settled_at[0] ? "report.table.settled" : "", "when", promise->settled_at);
    page_cell_begin(p, "", "");
    page_pill(p, promise->tone, promise->state);
    page_cell_end(p);
    page_cell_begin(p, "", "what");
    page_element(p, "p", "", promise->what);
    page_element(p, "p", "evidence", promise->about);
    page_cell_end(p);
    page_cell(p, "report.table.to", "", promise->to);
    page_cell(p, "report.table.by", "", promise->by);
    page_row_end(p);
}

static void promises(struct page *p)
{
    static const char *const heads[] = {
        "report.table.made",    "report.table.due", "report.table.settled", "report.table.outcome",
        "report.table.promise", "report.table.to",  "report.table.by",      NULL};
    page_section_begin(p, "ledger", "report.section.ledger");
    for (int r = 0; r < p->v->round_count; r++) {
        const struct report_round *round = &p->v->rounds[r];
        round_title(p, round);
        if (round->promise_count == 0) page_element(p, "p", "aside", text("report.promises.none"));
        if (round->promise_count == 0) continue;
        page_table_begin(p, "ledger stack", "", heads);
        for (int i = 0; i < round->promise_count; i++) promise_row(p, &round->promise_list[i]);
        page_table_end(p);
    }
    page_section_end(p);
}

/* --- corrections --- */

static void correction_row(struct page *p, const struct report_correction *c)
{
    page_row_begin(p);
    page_cell(p, "", "when", c->when);
    page_cell(p, "", "what", c->what);
    page_cell(p, "report.table.was", "", c->was);
    page_cell(p, "report.table.now", "", c->now);
    page_cell(p, "report.table.reason", "", c->reason[0] ? c->reason : text("report.table.unsaid"));
    page_cell(p, "report.table.author", "", c->author);
    page_row_end(p);
}

static void corrections(struct page *p)
{
    static const char *const heads[] = {"report.table.time",
                                        "report.table.moment",
                                        "report.table.was",
                                        "report.table.now",
                                        "report.table.reason",
                                        "report.table.author",
                                        NULL};
    if (p->v->correction_count == 0) return;
    page_section_begin(p, "corrections", "report.section.corrections");
    page_element(p, "p", "aside", text("report.corrections.note"));
    page_table_begin(p, "corrections stack", "", heads);
    for (int i = 0; i < p->v->correction_count; i++) correction_row(p, &p->v->corrections[i]);
    page_table_end(p);
    page_section_end(p);
}

void page_annex(struct page *p)
{
    page_raw(p, "<div class=\"annex\">\n");
    page_element(p, "p", "kicker", text("report.section.annex"));
    corrections(p);
    if (p->v->round_count > 0) {
        moments(p);
        claims(p);
        promises(p);
    }
    page_raw(p, "</div>\n");
}
