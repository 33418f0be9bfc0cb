/* Figures in full behind those of the first pages: scores, spokes, answers, gates; and what each sentence rests on. */
#include "report/inside.h"

/* --- scores --- */

static const char *counted(struct compose *c, const char *key, int n) { return text_fill(c->a, key, "n", compose_number(c, n), NULL); }

static void score_cell(struct compose *c, const struct report_count *n)
{
    paper_cell(c->d);
    paper_say(c->d, PAPER_BODY, NULL, n->counted > 0 ? compose_of(c, n->met, n->counted) : text("report.scores.none"));
    if (n->partly > 0) compose_small(c, counted(c, "report.scores.partly", n->partly));
    if (n->broken > 0) compose_small(c, counted(c, "report.scores.broken", n->broken));
    if (n->overruled > 0 && n->percent >= 0 && n->percent_by_rule >= 0)
        compose_small(c, text_fill(c->a, "report.scores.by-rule", "n", compose_number(c, n->percent_by_rule), "now",
                                   compose_number(c, n->percent), NULL));
    if (n->counted > 0 && n->percent < 0) compose_small(c, text("report.scores.few"));
    compose_end(c);
}

static void score_rows(struct compose *c)
{
    static const char *const keys[REPORT_SCORES] = {"score.involving", "score.honest", "score.follow-through"};
    for (int i = 0; i < REPORT_SCORES; i++) {
        compose_row(c, keys[i], text(keys[i]), "");
        for (int r = 0; r < c->v->round_count; r++) score_cell(c, &c->v->rounds[r].scores[i]);
        compose_end(c);
    }
}

/* Figures that stand beside the scores, one row each; a row says nothing where there was nothing. */
static const char *beside_of(struct compose *c, const struct report_round *r, int row)
{
    int value = r->value_possible > 0 ? (int)(((int64_t)r->value_possible - r->value_lost) * 100 / r->value_possible) : -1;
    switch (row) {
    case 0: return r->promises > 0 ? compose_of(c, r->kept, r->promises) : text("report.scores.none-made");
    case 1: return r->targets > 0 ? compose_of(c, r->targets_met, r->targets) : "";
    case 2: return value >= 0 ? counted(c, "report.scores.percent", value) : "";
    case 3: return counted(c, "report.scores.felt.of", r->perceived);
    default: return r->acts > 0 ? compose_of(c, r->visible, r->acts) : "";
    }
}

static void beside_rows(struct compose *c)
{
    static const char *const keys[] = {"report.scores.made", "report.scores.targets", "report.scores.value", "report.scores.felt",
                                       "report.scores.visible"};
    for (int row = 0; row < 5; row++) {
        compose_row(c, arena_printf(c->a, "beside.%d", row + 1), text(keys[row]), "");
        for (int r = 0; r < c->v->round_count; r++) paper_cell_say(c->d, beside_of(c, &c->v->rounds[r], row));
        compose_end(c);
    }
}

static void spoke_cell(struct compose *c, const struct report_value *v)
{
    paper_cell(c->d);
    paper_say(c->d, PAPER_BODY, NULL, v->of[0] ? v->of : v->value);
    compose_small(c, v->rest);
    compose_small(c, v->by_rule);
    if (v->of[0] && v->percent < 0) compose_small(c, v->value);
    compose_end(c);
}

static void spoke_rows(struct compose *c)
{
    paper_group_row(c->d, text("report.section.spokes"));
    for (int i = 0; i < REPORT_SPOKES; i++) {
        compose_row(c, arena_printf(c->a, "spoke.%d", i + 1), c->v->spokes[i].name, c->v->spokes[i].about);
        for (int r = 0; r < c->v->round_count; r++) spoke_cell(c, &c->v->spokes[i].rounds[r]);
        compose_end(c);
    }
}

static void scores(struct compose *c)
{
    compose_section(c, 3, "figures", "report.section.scores");
    compose_round_table(c, PAPER_FIGURES, "report.scores.caption", 2);
    score_rows(c);
    beside_rows(c);
    spoke_rows(c);
    compose_end(c);
    compose_note(c, "figures.note", "report.scores.note");
    compose_end(c);
}

static void sides(struct compose *c)
{
    compose_section(c, 3, "sides", "report.section.sides");
    compose_round_table(c, PAPER_FIGURES, "report.sides.head", 2);
    for (int i = 0; i < REPORT_SIDES; i++) {
        compose_row(c, arena_printf(c->a, "side.%d", i + 1), c->v->sides[i].name, c->v->sides[i].about);
        for (int r = 0; r < c->v->round_count; r++) {
            paper_cell(c->d);
            paper_say(c->d, PAPER_BODY, NULL, c->v->sides[i].rounds[r].value);
            compose_small(c, c->v->sides[i].rounds[r].of);
            compose_small(c, c->v->sides[i].rounds[r].rest);
            compose_small(c, c->v->sides[i].rounds[r].by_rule);
            compose_end(c);
        }
        compose_end(c);
    }
    compose_end(c);
    compose_note(c, "sides.note", "report.sides.note");
    compose_end(c);
}

/* --- what the customers answered --- */

/* "3 delighted, 4 calm": the moods that the answers are taken from. */
static const char *spelled(struct compose *c, const struct report_survey *s)
{
    static const char *const moods[5] = {"mood.furious", "mood.annoyed", "mood.worried", "mood.calm", "mood.delighted"};
    struct str out = {0};
    for (int i = 4; i >= 0; i--)
        if (s->answers[i] > 0) {
            if (out.length > 0) str_append(&out, text("report.survey.and"));
            text_format(&out, "report.survey.answer", "n", compose_number(c, s->answers[i]), "mood", text(moods[i]), NULL);
        }
    const char *words = arena_dup(c->a, str_text(&out));
    str_release(&out);
    return words;
}

static void survey_rows(struct compose *c, const char *title_key, int from, int count)
{
    if (count == 0) return;
    paper_group_row(c->d, text(title_key));
    for (int i = from; i < from + count; i++) {
        const struct report_survey *s = &c->v->surveys[i];
        compose_row(c, arena_printf(c->a, "survey.%d", i + 1), s->name, "");
        paper_cell_say(c->d, s->counts);
        paper_cell_say(c->d, spelled(c, s));
        compose_pill(c, s->tone, s->band, "");
        compose_end(c);
    }
}

static void surveys(struct compose *c)
{
    static const struct compose_column columns[] = {{"report.survey.who", 6, ALIGN_LEFT},
                                                    {"report.survey.share", 5, ALIGN_LEFT},
                                                    {"report.survey.answers", 8, ALIGN_LEFT},
                                                    {"report.survey.band", 4, ALIGN_LEFT}};
    const struct view_report *v = c->v;
    if (v->survey_count == 0) return;
    compose_headed(c, 3, "surveys", REPORT_HEAD_SURVEYS);
    compose_table(c, PAPER_STACKED, "", columns, 4);
    survey_rows(c, "report.survey.rounds", 0, v->survey_rounds);
    survey_rows(c, "report.survey.customers", v->survey_rounds, v->survey_customers);
    survey_rows(c, "report.survey.room", v->survey_rounds + v->survey_customers, v->survey_count - v->survey_rounds - v->survey_customers);
    compose_end(c);
    compose_note(c, "surveys.note", "report.survey.note");
    compose_end(c);
}

/* --- gates --- */

static void gate_row(struct compose *c, const struct report_gate *g, const char *id, int first)
{
    paper_row(c->d, id);
    paper_cell(c->d);
    if (first) {
        paper_paragraph(c->d, PAPER_BODY, NULL);
        paper_add(c->d, PAPER_STRONG, text_fill(c->a, "maturity.level", "n", compose_number(c, g->number), "word", g->level, NULL));
    }
    compose_end(c);
    paper_cell_say(c->d, g->name);
    paper_cell_say(c->d, g->bound);
    paper_cell_say(c->d, g->value);
    compose_pill(c, g->held ? TONE_GOOD : TONE_WARN, text(g->held ? "maturity.held" : "maturity.not-held"), "");
    compose_end(c);
}

void compose_gates(struct compose *c, const char *id, int level)
{
    static const struct compose_column columns[] = {{"report.maturity.level", 4, ALIGN_LEFT},
                                                    {"report.maturity.gate", 9, ALIGN_LEFT},
                                                    {"report.maturity.bound", 4, ALIGN_LEFT},
                                                    {"report.maturity.was", 5, ALIGN_LEFT},
                                                    {"report.table.outcome", 3, ALIGN_LEFT}};
    const struct report_maturity *m = &c->v->maturity;
    int last = 0;
    for (int i = 0; i < m->gate_count; i++) {
        const struct report_gate *g = &m->gates[i];
        if (level > 0 && g->number != level) continue;
        if (last == 0) compose_table(c, PAPER_STACKED, "", columns, 5);
        gate_row(c, g, arena_printf(c->a, "%s.gate.%d", id, i + 1), g->number != last);
        last = g->number;
    }
    if (last > 0) compose_end(c);
}

static void gates(struct compose *c)
{
    compose_section(c, 3, "maturity.gates", "report.section.gates");
    compose_gates(c, "all", 0);
    compose_end(c);
}

void compose_annex_figures(struct compose *c)
{
    if (c->v->round_count == 0) return;
    scores(c);
    sides(c);
    surveys(c);
    gates(c);
}

/* --- what sentences rest on --- */

static void rests_row(struct compose *c, const char *key, const char *words, const struct report_rests *rests, int *any)
{
    static const struct compose_column columns[] = {{"report.rests.sentence", 2, ALIGN_LEFT}, {"report.rests.rows", 5, ALIGN_LEFT}};
    if (rests->count == 0) return;
    if (!*any) {
        compose_section(c, 3, "rests", "report.section.rests");
        compose_table(c, PAPER_STACKED, "", columns, 2);
    }
    *any = 1;
    paper_row(c->d, arena_printf(c->a, "rests.%s", key));
    paper_cell_say(c->d, words);
    paper_cell(c->d);
    paper_paragraph(c->d, PAPER_BODY, NULL);
    for (int i = 0; i < rests->count; i++) paper_refer(c->d, rests->ids[i], compose_rest_label(c, rests->ids[i]));
    compose_end(c);
    compose_end(c);
}

void compose_annex_rests(struct compose *c)
{
    const struct view_report *v = c->v;
    int any = 0;
    rests_row(c, "finding", v->finding, &v->finding_rests, &any);
    for (int i = 0; i < v->summary_count; i++) rests_row(c, arena_printf(c->a, "summary.%d", i + 1), v->summary[i], &v->summary_rests[i], &any);
    for (int i = 0; i < REPORT_HEAD_COUNT; i++)
        if (v->heads[i].text) rests_row(c, arena_printf(c->a, "head.%s", v->heads[i].id), v->heads[i].text, &v->heads[i].rests, &any);
    if (!any) return;
    compose_end(c);
    compose_end(c);
}
