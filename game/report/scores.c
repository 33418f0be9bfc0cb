/* The heading, the three scores and what stands beside them. */
#include "report/inside.h"
#include "draw/chart.h"

/* More than two rounds need the whole width for their columns: the picture then lies above the table. */
enum { CHART_W = 400, CHART_H = 320, CHART_WIDE = 860, CHART_LOW = 230, BESIDE_ROUNDS = 2 };

void report_title(struct page *p)
{
    const struct view_report *v = p->v;
    page_raw(p, "<header>\n");
    page_element(p, "p", "kicker",
                 text_fill(&p->arena, v->date[0] ? "report.heading.date" : "report.heading", "pack", v->pack, "date",
                           v->date, "team", v->team, "people", v->people, "rounds", v->rounds_text, NULL));
    page_element(p, "h1", "", v->finding);
    page_raw(p, "<div class=\"lead\">\n");
    for (int i = 0; i < v->summary_count; i++) page_element(p, "p", "", v->summary[i]);
    page_raw(p, "</div>\n");
    page_element(p, "p", "alarm", v->damage);
    page_element(p, "p", "aside", v->state);
    page_raw(p, "</header>\n");
}

/* --- the table --- */

static void row_head(struct page *p, const char *name)
{
    page_raw(p, "<tr><th scope=\"row\">");
    page_text(p, name);
    page_raw(p, "</th>");
}

static const char *of(struct page *p, int met, int all)
{
    return text_fill(&p->arena, "report.scores.of", "met", page_number(p, met), "all", page_number(p, all), NULL);
}

static const char *counted(struct page *p, const char *key, int n)
{
    return text_fill(&p->arena, key, "n", page_number(p, n), NULL);
}

static void small(struct page *p, const char *css, const char *data)
{
    str_printf(p->out, " <small class=\"%s\">", css);
    page_text(p, data);
    page_raw(p, "</small>");
}

static void score_cell(struct page *p, const struct report_count *c)
{
    page_raw(p, "<td>");
    page_text(p, c->counted > 0 ? of(p, c->met, c->counted) : text("report.scores.none"));
    if (c->partly > 0) small(p, "dim", counted(p, "report.scores.partly", c->partly));
    if (c->broken > 0) small(p, "bad", counted(p, "report.scores.broken", c->broken));
    if (c->overruled > 0 && c->percent >= 0 && c->percent_by_rule >= 0)
        small(p, "dim", text_fill(&p->arena, "report.scores.by-rule", "n", page_number(p, c->percent_by_rule), "now",
                                  page_number(p, c->percent), NULL));
    if (c->counted > 0 && c->percent < 0) small(p, "dim", text("report.scores.few"));
    page_raw(p, "</td>");
}

static void score_rows(struct page *p)
{
    static const char *const keys[REPORT_SCORES] = {"score.involving", "score.honest", "score.follow-through"};
    for (int i = 0; i < REPORT_SCORES; i++) {
        row_head(p, text(keys[i]));
        for (int r = 0; r < p->v->round_count; r++) score_cell(p, &p->v->rounds[r].scores[i]);
        page_row_end(p);
    }
}

static void plain_cell(struct page *p, const char *data)
{
    page_raw(p, "<td>");
    page_text(p, data);
    page_raw(p, "</td>");
}

/* Figures that stand beside the scores, one row each; a row says nothing where there was nothing. */
static const char *beside_of(struct page *p, const struct report_round *r, int row)
{
    int value =
        r->value_possible > 0 ? (int)(((int64_t)r->value_possible - r->value_lost) * 100 / r->value_possible) : -1;
    switch (row) {
    case 0: return r->promises > 0 ? of(p, r->kept, r->promises) : text("report.scores.none-made");
    case 1: return r->targets > 0 ? of(p, r->targets_met, r->targets) : "";
    case 2: return value >= 0 ? counted(p, "report.scores.percent", value) : "";
    case 3: return counted(p, "report.scores.felt.of", r->perceived);
    default: return r->acts > 0 ? of(p, r->visible, r->acts) : "";
    }
}

static void beside_rows(struct page *p)
{
    static const char *const keys[] = {"report.scores.promises", "report.scores.targets", "report.scores.value",
                                       "report.scores.felt", "report.scores.visible"};
    for (int row = 0; row < 5; row++) {
        row_head(p, text(keys[row]));
        for (int r = 0; r < p->v->round_count; r++) plain_cell(p, beside_of(p, &p->v->rounds[r], row));
        page_row_end(p);
    }
}

static void note(struct page *p)
{
    page_raw(p, "<p class=\"aside\">");
    page_text(p, text("report.scores.note"));
    page_raw(p, " ");
    if (p->v->disputed > 0) {
        page_text(p, text_count(&p->arena, "report.scores.disputed", p->v->disputed));
        page_raw(p, " ");
    }
    page_text(p, text("report.scores.annex"));
    page_raw(p, "</p>\n");
}

static void table(struct page *p)
{
    page_raw(p, "<table class=\"scores\">\n<thead><tr><th scope=\"col\">");
    page_text(p, text("report.scores.caption"));
    page_raw(p, "</th>");
    for (int r = 0; r < p->v->round_count; r++) {
        page_raw(p, "<th scope=\"col\">");
        page_text(p, p->v->rounds[r].label);
        page_raw(p, "</th>");
    }
    page_raw(p, "</tr></thead>\n<tbody>\n");
    score_rows(p);
    page_raw(p, "</tbody>\n<tbody class=\"beside\">\n");
    beside_rows(p);
    page_table_end(p);
    note(p);
}

/* --- the picture --- */

static const char *told(struct page *p)
{
    struct str out = {0};
    for (int r = 0; r < p->v->round_count; r++) {
        const struct report_round *round = &p->v->rounds[r];
        text_format(&out, "report.beside.alt", "round", round->label, "delivered",
                    round->delivered >= 0 ? page_number(p, round->delivered) : text("report.beside.nothing"),
                    "perceived", page_number(p, round->perceived), NULL);
        str_append_char(&out, ' ');
    }
    const char *sentence = arena_dup(&p->arena, str_text(&out));
    str_release(&out);
    return sentence;
}

static void picture(struct page *p)
{
    const char *groups[REPORT_ROUNDS];
    int delivered[REPORT_ROUNDS], perceived[REPORT_ROUNDS], n = p->v->round_count;
    struct draw_list list = page_list(p);
    for (int r = 0; r < n; r++) {
        groups[r] = p->v->rounds[r].label;
        delivered[r] = p->v->rounds[r].delivered;
        perceived[r] = p->v->rounds[r].perceived;
    }
    const struct chart_series series[] = {
        {text("report.beside.delivered"), delivered, n, theme_color(THEME_LIGHT, THEME_TEAM)},
        {text("report.beside.perceived"), perceived, n, 0xd98a1fff}};
    int over = n > BESIDE_ROUNDS;
    struct rect r = {0, 0, over ? CHART_WIDE : CHART_W, over ? CHART_LOW : CHART_H};
    chart_columns(&list, THEME_LIGHT, r, 1, groups, series, 2);
    page_raw(p, "<figure>\n");
    page_picture(p, &list, r.w, r.h, "chart", told(p));
    page_element(p, "figcaption", "aside", text("report.beside.caption"));
    page_raw(p, "</figure>\n");
}

void page_scores(struct page *p)
{
    if (p->v->round_count == 0) return;
    page_raw(p, "<section id=\"scores\" aria-label=\"");
    page_text(p, text("report.section.scores"));
    page_raw(p, p->v->round_count > BESIDE_ROUNDS ? "\">\n<div class=\"pair over\">\n<div>\n" : "\">\n<div class=\"pair\">\n<div>\n");
    picture(p);
    page_raw(p, "</div>\n<div>\n");
    table(p);
    page_raw(p, "</div>\n</div>\n");
    page_section_end(p);
}
