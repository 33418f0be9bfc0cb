/* Moments of truth, and the questions that what was missed leaves behind. */
#include "report/inside.h"

static void turn_row(struct page *p, const struct report_turn *turn)
{
    page_row_begin(p);
    page_cell(p, "", "when", turn->when);
    page_cell(p, "report.turns.done", "", turn->done);
    page_cell_begin(p, "report.turns.lived", turn->tone == TONE_BAD ? "fell" : "rose");
    page_text(p, turn->lived);
    page_element(p, "q", "said", turn->words);
    page_cell_end(p);
    page_row_end(p);
}

void page_turns(struct page *p)
{
    static const char *const heads[] = {"report.turns.when", "report.turns.done", "report.turns.lived", NULL};
    if (p->v->round_count == 0) return;
    page_section_begin(p, "turns", "report.section.turns");
    if (p->v->turn_count > 0) {
        page_table_begin(p, "turns stack", "", heads);
        for (int i = 0; i < p->v->turn_count; i++) turn_row(p, &p->v->turns[i]);
        page_table_end(p);
    }
    page_element(p, "p", "aside", text(p->v->turn_count > 0 ? "report.turns.note" : "report.turns.none"));
    page_section_end(p);
}

void page_questions(struct page *p)
{
    if (p->v->question_count == 0) return;
    page_section_begin(p, "questions", "report.section.questions");
    page_raw(p, "<ol class=\"questions\">\n");
    for (int i = 0; i < p->v->question_count; i++) {
        page_raw(p, "<li>");
        page_element(p, "p", "", p->v->questions[i].question);
        page_element(p, "p", "aside", p->v->questions[i].because);
        page_raw(p, "</li>\n");
    }
    page_raw(p, "</ol>\n");
    page_element(p, "p", "aside", text("report.questions.note"));
    page_section_end(p);
}
