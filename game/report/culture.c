/* What the log says of the team: six spokes, attitude, behaviour and culture, where the effort went, maturity, patterns. */
#include "report/inside.h"
#include "draw/chart.h"

enum { SPIDER_W = 420, SPIDER_H = 236, PLACE_BAR = 120 };

/* --- six spokes --- */

static const char *spider_alt(struct page *p, int round)
{
    struct str out = {0};
    str_append(&out, p->v->rounds[round].label);
    for (int i = 0; i < REPORT_SPOKES; i++)
        text_format(&out, "report.spokes.alt", "name", p->v->spokes[i].name, "value", p->v->spokes[i].rounds[round].value, NULL);
    const char *words = arena_dup(&p->arena, str_text(&out));
    str_release(&out);
    return words;
}

static void spider(struct page *p, int round)
{
    struct chart_spoke spokes[REPORT_SPOKES];
    struct draw_list list = page_list(p);
    for (int i = 0; i < REPORT_SPOKES; i++)
        spokes[i] = (struct chart_spoke){p->v->spokes[i].name, p->v->spokes[i].rounds[round].percent,
                                         round > 0 ? p->v->spokes[i].rounds[round - 1].percent : -1};
    chart_spider(&list, THEME_LIGHT, (struct rect){0, 0, SPIDER_W, SPIDER_H}, 1, spokes, REPORT_SPOKES,
                 theme_color(THEME_LIGHT, THEME_TEAM));
    page_raw(p, "<figure>\n");
    page_element(p, "p", "", p->v->rounds[round].label);
    page_picture(p, &list, SPIDER_W, SPIDER_H, "spider", spider_alt(p, round));
    page_raw(p, "</figure>\n");
}

static void spoke_rows(struct page *p)
{
    page_round_heads(p, "spokes", "report.spokes.head");
    for (int i = 0; i < REPORT_SPOKES; i++) {
        page_row_name(p, p->v->spokes[i].name, p->v->spokes[i].about);
        for (int r = 0; r < p->v->round_count; r++) {
            const struct report_value *v = &p->v->spokes[i].rounds[r];
            page_raw(p, "<td>");
            page_text(p, v->of[0] ? v->of : v->value);
            page_element(p, "small", "dim", v->rest);
            page_element(p, "small", "dim", v->by_rule);
            if (v->of[0] && v->percent < 0) page_element(p, "small", "dim", v->value);
            page_raw(p, "</td>");
        }
        page_row_end(p);
    }
    page_table_end(p);
}

void page_spokes(struct page *p)
{
    if (p->v->round_count == 0) return;
    page_section_begin(p, "spokes", "report.section.spokes");
    page_raw(p, "<div class=\"spiders\">\n");
    for (int r = 0; r < p->v->round_count; r++) spider(p, r);
    page_raw(p, "</div>\n");
    page_element(p, "p", "aside", text("report.spokes.note"));
    spoke_rows(p);
    page_section_end(p);
}

/* --- attitude, behaviour, culture --- */

static void statement(struct page *p, const struct report_statement *s)
{
    page_raw(p, "<li><span>");
    page_text(p, s->name);
    page_raw(p, "</span> ");
    page_pill(p, s->tone, s->often);
    if (s->counts[0]) {
        page_raw(p, " <small class=\"dim\">");
        page_text(p, s->counts);
        page_raw(p, "</small>");
    }
    page_raw(p, "</li>\n");
}

void page_aspects(struct page *p)
{
    if (p->v->round_count == 0) return;
    page_section_begin(p, "aspects", "report.section.aspects");
    page_raw(p, "<div class=\"three\">\n");
    for (int i = 0; i < REPORT_ASPECTS; i++) {
        const struct report_aspect *a = &p->v->aspects[i];
        page_raw(p, "<div>\n");
        page_element(p, "h3", "", a->name);
        page_element(p, "p", "aside", a->about);
        page_raw(p, "<ul class=\"statements\">\n");
        for (int k = 0; k < a->count; k++) statement(p, &a->items[k]);
        page_raw(p, "</ul>\n</div>\n");
    }
    page_raw(p, "</div>\n");
    page_element(p, "p", "aside", text("report.aspects.note"));
    page_section_end(p);
}

/* --- the value matrix --- */

static const char *by_round(struct page *p, const struct report_place *place)
{
    struct str out = {0};
    for (int r = 0; r < p->v->round_count; r++)
        str_printf(&out, "%s%d", r > 0 ? " → " : "", place->rounds[r]);
    const char *words = arena_dup(&p->arena, str_text(&out));
    str_release(&out);
    return p->v->round_count > 1 ? words : "";
}

static void place(struct page *p, const struct report_place *m)
{
    struct draw_list list = page_list(p);
    page_cell_begin(p, "", "");
    page_element(p, "b", "", text_count(&p->arena, "report.matrix.acts", m->acts));
    chart_bar(&list, THEME_LIGHT, (struct rect){0, 0, PLACE_BAR, 8}, m->share, 100, theme_color(THEME_LIGHT, THEME_TEAM));
    page_picture(p, &list, PLACE_BAR, 8, "bar", "");
    if (m->acts > 0)
        page_element(p, "small", "dim", text_fill(&p->arena, "report.matrix.took", "time", m->time, NULL));
    page_element(p, "small", "dim", by_round(p, m));
    page_cell_end(p);
}

void page_matrix(struct page *p)
{
    static const char *const heads[] = {"report.matrix.head", "report.matrix.routine", "report.matrix.developmental",
                                        "report.matrix.unique", NULL};
    const struct report_matrix *m = &p->v->matrix;
    if (p->v->round_count == 0 || m->acts == 0) return;
    page_section_begin(p, "matrix", "report.section.matrix");
    page_element(p, "p", "", text_fill(&p->arena, "report.matrix.sum", "seen", page_number(p, m->seen), "acts", page_number(p, m->acts),
                                       "seen-time", m->seen_time, "time", m->time, NULL));
    page_table_begin(p, "matrix", "", heads);
    for (int seen = 1; seen >= 0; seen--) {
        page_row_name(p, text(seen ? "report.matrix.seen" : "report.matrix.unseen"), "");
        for (int kind = 0; kind < 3; kind++) place(p, &m->places[3 * seen + kind]);
        page_row_end(p);
    }
    page_table_end(p);
    page_element(p, "p", "aside", text("report.matrix.note"));
    page_section_end(p);
}

/* --- maturity --- */

static void gate_row(struct page *p, const struct report_gate *g, int first)
{
    page_row_begin(p);
    page_cell(p, "", "level", first ? text_fill(&p->arena, "maturity.level", "n", page_number(p, g->number), "word", g->level, NULL) : "");
    page_cell(p, "", "", g->name);
    page_cell(p, "report.maturity.bound", "dim", g->bound);
    page_cell(p, "report.maturity.was", "", g->value);
    page_cell_begin(p, "", "");
    page_pill(p, g->held ? TONE_GOOD : TONE_WARN, text(g->held ? "maturity.held" : "maturity.not-held"));
    page_cell_end(p);
    page_row_end(p);
}

static void steps(struct page *p)
{
    if (p->v->round_count < 2) return;
    page_raw(p, "<p class=\"aside\">");
    for (int r = 0; r < p->v->round_count; r++)
        page_text(p, text_fill(&p->arena, r > 0 ? "report.maturity.then" : "report.maturity.first", "round", p->v->rounds[r].label, "level",
                               p->v->maturity.rounds[r], NULL));
    page_raw(p, "</p>\n");
}

void page_maturity(struct page *p)
{
    static const char *const heads[] = {"report.maturity.level", "report.maturity.gate", "report.maturity.bound", "report.maturity.was",
                                        "report.table.outcome", NULL};
    const struct report_maturity *m = &p->v->maturity;
    if (p->v->round_count == 0) return;
    page_section_begin(p, "maturity", "report.section.maturity");
    page_element(p, "p", "decision",
                 text_fill(&p->arena, "report.maturity.reached", "n", page_number(p, m->level), "word", m->word, NULL));
    page_element(p, "p", "", m->about);
    page_element(p, "p", "", m->stopped);
    steps(p);
    page_table_begin(p, "gates stack", "", heads);
    for (int i = 0; i < m->gate_count; i++) gate_row(p, &m->gates[i], i == 0 || m->gates[i].number != m->gates[i - 1].number);
    page_table_end(p);
    page_element(p, "p", "aside", text("report.maturity.note"));
    page_section_end(p);
}

/* --- patterns --- */

static void pattern(struct page *p, const struct report_pattern *found)
{
    page_raw(p, "<div class=\"pattern\">\n<h3 dir=\"auto\">");
    page_text(p, found->name);
    page_raw(p, " ");
    page_pill(p, found->good ? TONE_GOOD : TONE_WARN, found->count);
    page_raw(p, "</h3>\n");
    page_element(p, "p", "", found->says);
    if (found->evidence_count < found->seen)
        page_element(p, "p", "aside", text_fill(&p->arena, "report.patterns.newest", "n", page_number(p, found->evidence_count), NULL));
    page_raw(p, "<ul class=\"evidences\">\n");
    for (int i = 0; i < found->evidence_count; i++) {
        const struct report_evidence *e = &found->evidence[i];
        page_raw(p, "<li><small class=\"dim\">");
        page_text(p, e->when);
        page_raw(p, "</small> ");
        page_text(p, e->text[0] ? e->text : e->about);
        page_raw(p, "</li>\n");
    }
    page_raw(p, "</ul>\n</div>\n");
}

void page_patterns(struct page *p)
{
    if (p->v->pattern_count == 0) return;
    page_section_begin(p, "patterns", "report.section.patterns");
    for (int i = 0; i < p->v->pattern_count; i++) pattern(p, &p->v->patterns[i]);
    page_element(p, "p", "aside", text("report.patterns.note"));
    page_section_end(p);
}
