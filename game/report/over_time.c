#include "report/over_time.h"
#include "base/text.h"
#include "draw/chart.h"

enum { CHART_W = 504, LINES_H = 170, LEGEND_H = 20 };
static const float CHART_UNIT = 0.72f;

struct writing { struct paper_document *d; const struct view_compare *v; struct arena *a; };

static void describe(struct writing *w)
{
    w->d->language = w->v->language;
    w->d->title = text_fill(w->a, "compare.title", "team", w->v->team, NULL);
    w->d->author = text("report.author");
    w->d->subject = w->v->finding;
    w->d->running = text_fill(w->a, "compare.running", "team", w->v->team, NULL);
    w->d->date = "";
}

static void head(struct writing *w)
{
    paper_say(w->d, PAPER_KICKER, "heading", arena_printf(w->a, "%s. %s", w->v->team, w->v->subject));
    paper_say(w->d, PAPER_TITLE, "finding", w->v->finding);
    for (int i = 0; i < w->v->sentence_count; i++)
        paper_say(w->d, PAPER_LEAD, arena_printf(w->a, "summary.%d", i + 1), w->v->sentences[i]);
}

/* --- side by side --- */

static void small(struct writing *w, const char *words)
{
    paper_paragraph(w->d, PAPER_BODY, NULL);
    paper_add(w->d, PAPER_DIM, words);
}

static void head_cell(struct writing *w, const char *name)
{
    paper_head_cell(w->d);
    paper_say(w->d, PAPER_BODY, NULL, name);
    paper_end(w->d);
}

/* What was counted comes before its share. */
static void figure_cell(struct writing *w, const struct compare_cell *cell)
{
    paper_cell(w->d);
    paper_say(w->d, PAPER_BODY, NULL, cell->counts[0] ? cell->counts : cell->words);
    if (cell->counts[0] && cell->words[0])
        small(w, cell->words);
    paper_end(w->d);
}

static void turn_cell(struct writing *w, const struct compare_row *row)
{
    paper_cell(w->d);
    if (row->turn == TURN_ROSE || row->turn == TURN_FELL) {
        paper_paragraph(w->d, PAPER_BODY, NULL);
        paper_pill(w->d, row->tone, row->turned);
    } else if (row->turned[0])
        small(w, row->turned);
    paper_end(w->d);
}

static void columns(struct writing *w)
{
    const struct view_compare *v = w->v;
    struct paper_column list[COMPARE_COLUMNS + 2] = {{text("compare.head.figure"), 2.4f, ALIGN_LEFT}};
    int n = 1;
    for (int i = 0; i < v->column_count; i++)
        list[n++] = (struct paper_column){v->columns[i].label, 1.2f, ALIGN_LEFT};
    if (v->column_count > 1)
        list[n++] = (struct paper_column){text("compare.head.change"), 1.6f, ALIGN_LEFT};
    paper_section(w->d, 2, "columns", text("compare.heading.columns"));
    paper_table(w->d, PAPER_FIGURES, "", list, n);
    for (int i = 0; i < v->row_count; i++) {
        paper_row(w->d, NULL);
        head_cell(w, v->rows[i].name);
        for (int k = 0; k < v->column_count; k++)
            figure_cell(w, &v->rows[i].cells[k]);
        if (v->column_count > 1)
            turn_cell(w, &v->rows[i]);
        paper_end(w->d);
    }
    paper_end(w->d);
    paper_say(w->d, PAPER_ASIDE, "columns.left-out", v->left_out);
    paper_end(w->d);
}

/* --- round by round --- */

static void rounds(struct writing *w)
{
    const struct view_compare *v = w->v;
    struct chart_series series[COMPARE_SCORES];
    struct chart_break breaks[COMPARE_BREAKS];
    struct draw_list list = {.arena = w->a};
    if (v->point_count < 2)
        return;
    for (int i = 0; i < COMPARE_SCORES; i++)
        series[i] = (struct chart_series){v->score_names[i], v->points[i], v->point_count, chart_line_color(THEME_LIGHT, i)};
    for (int i = 0; i < v->break_count; i++)
        breaks[i] = (struct chart_break){v->breaks[i].at, v->breaks[i].label};
    chart_lines(&list, THEME_LIGHT, (struct rect){0, 0, CHART_W, LINES_H}, CHART_UNIT, series, COMPARE_SCORES, 100, breaks,
                v->sessions > 1 ? v->break_count : 0);
    paper_section(w->d, 2, "rounds", v->rounds_title);
    paper_picture(w->d, &list, CHART_W, LINES_H, text("compare.chart.rounds"));
    paper_say(w->d, PAPER_ASIDE, "rounds.note", text("compare.chart.rounds"));
    paper_end(w->d);
}

/* --- the others --- */

static int last_percent(const struct view_compare *v, const struct compare_row *row)
{
    return v->sessions > 1 ? row->cells[v->column_count - 1].percent : -1;
}

static void others_picture(struct writing *w)
{
    const struct view_compare *v = w->v;
    struct chart_range items[COMPARE_ROWS];
    struct draw_list list = {.arena = w->a};
    int n = 0;
    for (int i = 0; i < v->row_count; i++)
        if (v->rows[i].others.teams > 0 && v->rows[i].percent)
            items[n++] = (struct chart_range){v->rows[i].name, v->rows[i].others.low, v->rows[i].others.median, v->rows[i].others.high,
                                              v->rows[i].first_percent, last_percent(v, &v->rows[i])};
    const char *const legend[4] = {text("compare.legend.others"), text("compare.legend.median"), text("compare.legend.you"),
                                   v->sessions > 1 ? text("compare.legend.now") : ""};
    float height = LEGEND_H + CHART_UNIT * (float)(n * CHART_RANGE_ROW + CHART_RANGE_AXIS);
    chart_range_legend(&list, THEME_LIGHT, (struct rect){0, 0, CHART_W, LEGEND_H * CHART_UNIT}, CHART_UNIT, legend);
    chart_ranges(&list, THEME_LIGHT, (struct rect){0, LEGEND_H, CHART_W, height - LEGEND_H}, CHART_UNIT, items, n);
    paper_picture(w->d, &list, CHART_W, height, text("compare.chart.others"));
}

static void others_table(struct writing *w)
{
    const struct paper_column list[] = {{text("compare.head.figure"), 2.4f, ALIGN_LEFT}, {text("compare.head.you"), 1.2f, ALIGN_LEFT},
                                        {text("compare.head.others"), 2.4f, ALIGN_LEFT}, {text("compare.head.standing"), 2, ALIGN_LEFT}};
    paper_table(w->d, PAPER_FIGURES, "", list, 4);
    for (int i = 0; i < w->v->row_count; i++) {
        const struct compare_row *row = &w->v->rows[i];
        if (row->others.teams == 0)
            continue;
        paper_row(w->d, NULL);
        head_cell(w, row->name);
        paper_cell_say(w->d, row->first_words);
        paper_cell_say(w->d, row->others_words);
        paper_cell_say(w->d, row->standing);
        paper_end(w->d);
    }
    paper_end(w->d);
}

static void others(struct writing *w)
{
    paper_section(w->d, 2, "others", w->v->others_title);
    if (w->v->others > 0) {
        others_picture(w);
        others_table(w);
    }
    paper_say(w->d, PAPER_ASIDE, "others.note", w->v->others_note);
    paper_end(w->d);
}

/* --- Monday and method --- */

static void follow(struct writing *w)
{
    const struct paper_column list[] = {{text("compare.head.session"), 2, ALIGN_LEFT}, {text("compare.head.after"), 1, ALIGN_LEFT},
                                        {text("compare.head.actions"), 1, ALIGN_LEFT}, {text("compare.head.hands"), 1, ALIGN_LEFT}};
    if (w->v->follow_count == 0)
        return;
    paper_section(w->d, 2, "follow", text("compare.heading.follow"));
    paper_table(w->d, PAPER_FIGURES, "", list, 4);
    for (int i = 0; i < w->v->follow_count; i++) {
        const struct compare_follow *f = &w->v->follow[i];
        paper_row(w->d, NULL);
        head_cell(w, f->session);
        paper_cell_say(w->d, f->when);
        paper_cell_say(w->d, f->actions);
        paper_cell_say(w->d, f->hands);
        paper_end(w->d);
    }
    paper_end(w->d);
    paper_end(w->d);
}

static void method(struct writing *w)
{
    paper_section(w->d, 2, "method", text("compare.heading.method"));
    paper_say(w->d, PAPER_BODY, "method.text", w->v->method);
    paper_end(w->d);
}

void report_over_time(struct paper_document *d, const struct view_compare *v)
{
    struct writing w = {d, v, d->arena};
    describe(&w);
    head(&w);
    columns(&w);
    rounds(&w);
    others(&w);
    follow(&w);
    method(&w);
}
