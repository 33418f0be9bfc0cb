/* Where the effort went, how mature that was, what came again. */
#include "report/inside.h"
#include "draw/chart.h"

enum { MATRIX_H = 118, SIGHTINGS = 2 };
static const float MATRIX_UNIT = 0.62f;

/* --- the value matrix --- */

static const char *by_round(struct compose *c, const struct report_place *place)
{
    struct str out = {0};
    for (int r = 0; r < c->v->round_count; r++) str_printf(&out, "%s%d", r > 0 ? " → " : "", place->rounds[r]);
    const char *words = arena_dup(c->a, str_text(&out));
    str_release(&out);
    return c->v->round_count > 1 ? words : "";
}

static struct chart_place place(struct compose *c, const struct report_place *m, int seen)
{
    const char *took = m->acts > 0 ? text_fill(c->a, "report.matrix.took", "time", m->time, NULL) : "", *rounds = by_round(c, m);
    return (struct chart_place){m->acts, seen ? CHART_FILLED : CHART_HATCHED, text_count(c->a, "report.matrix.acts", m->acts),
                                rounds[0] ? rounds : took};
}

static const char *matrix_told(struct compose *c)
{
    struct str out = {0};
    for (int i = 0; i < REPORT_MATRIX; i++)
        text_format(&out, "report.matrix.alt", "name", c->v->matrix.places[i].name, "acts",
                    text_count(c->a, "report.matrix.acts", c->v->matrix.places[i].acts), NULL);
    const char *words = arena_dup(c->a, str_text(&out));
    str_release(&out);
    return words;
}

static void matrix_picture(struct compose *c)
{
    const char *const columns[CHART_MATRIX_COLUMNS] = {text("report.matrix.routine"), text("report.matrix.developmental"), text("report.matrix.unique")};
    const char *const rows[CHART_MATRIX_ROWS] = {text("report.matrix.seen"), text("report.matrix.unseen")};
    struct chart_place places[CHART_MATRIX_ROWS][CHART_MATRIX_COLUMNS];
    struct draw_list list = compose_list(c);
    for (int row = 0; row < CHART_MATRIX_ROWS; row++)
        for (int kind = 0; kind < CHART_MATRIX_COLUMNS; kind++)
            places[row][kind] = place(c, &c->v->matrix.places[CHART_MATRIX_COLUMNS * (1 - row) + kind], row == 0);
    chart_matrix(&list, THEME_LIGHT, (struct rect){0, 0, COMPOSE_WIDTH, MATRIX_H}, MATRIX_UNIT, columns, rows, (const struct chart_place(*)[CHART_MATRIX_COLUMNS])places);
    compose_picture(c, "matrix.picture", &list, COMPOSE_WIDTH, MATRIX_H, matrix_told(c));
}

void compose_matrix(struct compose *c)
{
    const struct report_matrix *m = &c->v->matrix;
    if (c->v->round_count == 0 || m->acts == 0) return;
    compose_headed(c, 3, "matrix", REPORT_HEAD_MATRIX);
    matrix_picture(c);
    paper_say(c->d, PAPER_BODY, "matrix.sum",
              text_fill(c->a, "report.matrix.sum", "seen", compose_number(c, m->seen), "acts", compose_number(c, m->acts), "seen-time",
                        m->seen_time, "time", m->time, NULL));
    compose_note(c, "matrix.note", "report.matrix.note");
    compose_end(c);
}

/* --- maturity --- */

static void steps(struct compose *c)
{
    if (c->v->round_count < 2) return;
    paper_paragraph(c->d, PAPER_ASIDE, "maturity.rounds");
    for (int r = 0; r < c->v->round_count; r++)
        paper_add(c->d, PAPER_TEXT,
                  text_fill(c->a, r > 0 ? "report.maturity.then" : "report.maturity.first", "round", c->v->rounds[r].label, "level",
                            c->v->maturity.rounds[r], NULL));
}

void compose_maturity(struct compose *c)
{
    const struct report_maturity *m = &c->v->maturity;
    if (c->v->round_count == 0) return;
    compose_headed(c, 2, "maturity", REPORT_HEAD_MATURITY);
    paper_say(c->d, PAPER_BODY, "maturity.about", m->about);
    paper_say(c->d, PAPER_BODY, "maturity.stopped", m->stopped);
    steps(c);
    compose_gates(c, "maturity.next", m->level + 1);
    compose_note(c, "maturity.note", "report.maturity.note");
    compose_end(c);
}

/* --- patterns --- */

static void sightings(struct compose *c, const struct report_pattern *found)
{
    paper_list(c->d, PAPER_PLAIN);
    for (int i = found->evidence_count > SIGHTINGS ? found->evidence_count - SIGHTINGS : 0; i < found->evidence_count; i++) {
        const struct report_evidence *e = &found->evidence[i];
        paper_item(c->d);
        paper_paragraph(c->d, PAPER_BODY, NULL);
        paper_add(c->d, PAPER_DIM, e->when);
        paper_add(c->d, PAPER_TEXT, " ");
        paper_add(c->d, PAPER_TEXT, e->text[0] ? e->text : e->about);
        compose_end(c);
    }
    compose_end(c);
}

static void pattern(struct compose *c, const struct report_pattern *found)
{
    paper_box(c->d, PAPER_PATTERN, found->id);
    paper_paragraph(c->d, PAPER_LABEL, NULL);
    paper_add(c->d, PAPER_TEXT, found->name);
    paper_add(c->d, PAPER_TEXT, " ");
    paper_pill(c->d, found->good ? TONE_GOOD : TONE_WARN, found->count);
    paper_say(c->d, PAPER_BODY, NULL, found->says);
    if (found->good) {
        compose_end(c);
        return;
    }
    int told = found->evidence_count < SIGHTINGS ? found->evidence_count : SIGHTINGS;
    if (told < found->seen)
        paper_say(c->d, PAPER_ASIDE, NULL, text_fill(c->a, "report.patterns.newest", "n", compose_number(c, told), NULL));
    if (told > 0) sightings(c, found);
    compose_end(c);
}

void compose_patterns(struct compose *c)
{
    if (c->v->pattern_count == 0) return;
    compose_headed(c, 2, "patterns", REPORT_HEAD_PATTERNS);
    for (int i = 0; i < c->v->pattern_count; i++) pattern(c, &c->v->patterns[i]);
    compose_note(c, "patterns.note", "report.patterns.note");
    compose_end(c);
}
