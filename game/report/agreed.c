/* What the room agreed on and what became of it: cards, charter, commitments, improvements, Monday. */
#include "report/inside.h"

static void standing(struct page *p, const char *label_key, const struct report_standing *s)
{
    page_cell_begin(p, label_key, "");
    page_pill(p, s->tone, s->word);
    page_element(p, "small", "dim", s->counts);
    page_cell_end(p);
}

static void words_cell(struct page *p, const char *words, const char *aside)
{
    page_cell_begin(p, "", "what");
    page_element(p, "p", "", words);
    page_element(p, "p", "evidence", aside);
    page_cell_end(p);
}

/* --- the cards --- */

static void card_row(struct page *p, const struct report_card *c)
{
    static const char *const parts[REPORT_CARD_PARTS] = {"report.cards.value", "report.cards.outcomes", "report.cards.costs",
                                                         "report.cards.risks"};
    page_row_begin(p);
    page_cell_begin(p, "", "what");
    page_element(p, "p", "", c->title);
    page_element(p, "p", "evidence", c->line);
    for (int i = 0; i < REPORT_CARD_PARTS; i++)
        if (c->sheet[i][0]) page_element(p, "p", "", text_fill(&p->arena, parts[i], "words", c->sheet[i], NULL));
    page_cell_end(p);
    page_cell(p, "report.cards.users", "count", page_number(p, c->users));
    page_cell(p, "report.cards.ours", "count", page_number(p, c->ours));
    page_row_end(p);
}

static void cards(struct page *p)
{
    static const char *const heads[] = {"report.cards.card", "report.cards.users", "report.cards.ours", NULL};
    if (p->v->card_count == 0) return;
    page_section_begin(p, "cards", "report.section.cards");
    page_table_begin(p, "cards stack", "", heads);
    for (int i = 0; i < p->v->card_count; i++) card_row(p, &p->v->cards[i]);
    page_table_end(p);
    page_element(p, "p", "aside", text("report.cards.note"));
    page_section_end(p);
}

/* --- charter and commitments --- */

static void charter(struct page *p)
{
    if (p->v->charter_count == 0) return;
    page_element(p, "h3", "", text("report.agreed.charter"));
    page_raw(p, "<table class=\"charter stack\">\n<thead><tr><th scope=\"col\">");
    page_text(p, text("report.agreed.seen-as"));
    page_raw(p, "</th>");
    for (int r = 0; r < p->v->round_count; r++) {
        page_raw(p, "<th scope=\"col\">");
        page_text(p, p->v->rounds[r].label);
        page_raw(p, "</th>");
    }
    page_raw(p, "</tr></thead>\n<tbody>\n");
    for (int i = 0; i < p->v->charter_count; i++) {
        page_row_begin(p);
        words_cell(p, p->v->charter[i].words, p->v->charter[i].checked);
        for (int r = 0; r < p->v->round_count; r++) standing(p, "", &p->v->charter[i].rounds[r]);
        page_row_end(p);
    }
    page_table_end(p);
}

static void commitments(struct page *p)
{
    static const char *const heads[] = {"report.agreed.round", "report.agreed.what", "report.agreed.became", "report.agreed.by", NULL};
    if (p->v->commitment_count == 0) return;
    page_element(p, "h3", "", text("report.agreed.commitments"));
    page_table_begin(p, "commitments stack", "", heads);
    for (int i = 0; i < p->v->commitment_count; i++) {
        const struct report_commitment *c = &p->v->commitments[i];
        page_row_begin(p);
        page_cell(p, "", "when", c->round);
        words_cell(p, c->words, c->checked);
        standing(p, "", &c->standing);
        page_cell(p, c->by[0] ? "report.agreed.by" : "", "", c->by);
        page_row_end(p);
    }
    page_table_end(p);
}

static void agreed(struct page *p)
{
    if (p->v->charter_count + p->v->commitment_count == 0) return;
    page_section_begin(p, "agreed", "report.section.agreed");
    charter(p);
    commitments(p);
    page_element(p, "p", "aside", text("report.agreed.note"));
    page_section_end(p);
}

/* --- improvements --- */

static void changed(struct page *p)
{
    static const char *const heads[] = {"report.changed.what", "report.changed.from", "report.changed.came", NULL};
    if (p->v->improvement_count == 0) return;
    page_section_begin(p, "changed", "report.section.changed");
    page_table_begin(p, "changed stack", "", heads);
    for (int i = 0; i < p->v->improvement_count; i++) {
        const struct report_improvement *c = &p->v->improvements[i];
        page_row_begin(p);
        words_cell(p, c->title, c->text);
        page_cell(p, "", "when", c->since);
        page_cell(p, "", c->tone == TONE_GOOD ? "rose" : c->tone == TONE_WARN ? "fell" : "dim", c->came);
        page_row_end(p);
    }
    page_table_end(p);
    page_section_end(p);
}

/* --- Monday --- */

static void action(struct page *p, const struct report_action *a)
{
    page_raw(p, "<li>");
    page_element(p, "p", "", text_fill(&p->arena, "report.monday.action", "when", a->when, "will", a->will, NULL));
    page_raw(p, "<p class=\"aside\">");
    page_text(p, a->who);
    if (a->due[0]) page_raw(p, " · ");
    page_text(p, a->due);
    if (a->follow.word[0]) {
        page_raw(p, " ");
        page_pill(p, a->follow.tone, a->follow.word);
        page_raw(p, " ");
        page_text(p, a->follow.counts);
    }
    page_raw(p, "</p>");
    page_element(p, "p", "aside", a->note);
    page_raw(p, "</li>\n");
}

void page_monday(struct page *p)
{
    if (p->v->action_count == 0) return;
    page_section_begin(p, "monday", "report.section.monday");
    page_raw(p, "<ol class=\"questions\">\n");
    for (int i = 0; i < p->v->action_count; i++) action(p, &p->v->actions[i]);
    page_raw(p, "</ol>\n");
    page_section_end(p);
}

void page_agreed(struct page *p)
{
    cards(p);
    agreed(p);
    changed(p);
}
