/* Moments of truth, and the questions that what was missed leaves behind. */
#include "report/inside.h"

static void turn_row(struct compose *c, const struct report_turn *turn)
{
    struct paper_block *row = paper_row(c->d, turn->id);
    row->hidden = !turn->shown;
    paper_cell_say(c->d, turn->when);
    paper_cell_say(c->d, turn->knew);
    paper_cell(c->d);
    paper_say(c->d, PAPER_BODY, NULL, turn->done);
    compose_rests(c, turn->id, &turn->rests);
    compose_end(c);
    paper_cell(c->d);
    paper_say(c->d, PAPER_BODY, NULL, turn->lived);
    paper_say(c->d, PAPER_QUOTE, NULL, compose_quoted(c, turn->words));
    compose_end(c);
    paper_cell(c->d);
    paper_paragraph(c->d, PAPER_BODY, NULL);
    paper_add(c->d, PAPER_STRONG, arena_printf(c->a, "%d → %d", turn->from, turn->to));
    compose_end(c);
    compose_end(c);
}

void compose_turns(struct compose *c)
{
    static const struct compose_column columns[] = {{"report.turns.when", 6, ALIGN_LEFT},
                                                    {"report.turns.knew", 13, ALIGN_LEFT},
                                                    {"report.turns.done", 16, ALIGN_LEFT},
                                                    {"report.turns.lived", 18, ALIGN_LEFT},
                                                    {"report.turns.trust", 7, ALIGN_LEFT}};
    if (c->v->round_count == 0) return;
    compose_headed(c, 2, "turns", REPORT_HEAD_TURNS);
    if (c->v->turn_count > 0) {
        compose_table(c, PAPER_STACKED, "", columns, 5);
        for (int i = 0; i < c->v->turn_count; i++) turn_row(c, &c->v->turns[i]);
        compose_end(c);
    }
    compose_note(c, "turns.note", c->v->turn_count > 0 ? "report.turns.note" : "report.turns.none");
    compose_end(c);
}

void compose_questions(struct compose *c)
{
    if (c->v->question_count == 0) return;
    compose_section(c, 2, "questions", "report.section.questions");
    paper_list(c->d, PAPER_NUMBERED);
    for (int i = 0; i < c->v->question_count; i++) {
        const struct report_question *q = &c->v->questions[i];
        paper_item(c->d)->id = q->id;
        paper_paragraph(c->d, PAPER_BODY, NULL);
        paper_add(c->d, PAPER_STRONG, q->question);
        paper_say(c->d, PAPER_ASIDE, NULL, q->because);
        compose_end(c);
    }
    compose_end(c);
    compose_note(c, "questions.note", "report.questions.note");
    compose_end(c);
}
