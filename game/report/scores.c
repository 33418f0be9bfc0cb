/* The heading, six spokes, and the counts beside them. */
#include "report/inside.h"
#include "draw/chart.h"

enum { SPIDER_W = 236, SPIDER_H = 158 };
static const float SPIDER_UNIT = 0.56f;

void compose_title(struct compose *c)
{
    const struct view_report *v = c->v;
    paper_say(c->d, PAPER_KICKER, "heading",
              text_fill(c->a, v->date[0] ? "report.heading.date" : "report.heading", "pack", v->pack, "date", v->date, "team", v->team,
                        "people", v->people, "rounds", v->rounds_text, NULL));
    paper_say(c->d, PAPER_TITLE, "finding", v->finding);
    if (v->finding_rests.count > 0) {
        paper_say(c->d, PAPER_ASIDE, "finding.rests", text("report.rests"));
        compose_rests(c, "finding", &v->finding_rests);
    }
    for (int i = 0; i < v->summary_count; i++) {
        const char *id = arena_printf(c->a, "summary.%d", i + 1);
        if (paper_say(c->d, PAPER_LEAD, id, v->summary[i])) compose_rests(c, id, &v->summary_rests[i]);
    }
    paper_say(c->d, PAPER_ALARM, "damage", v->damage);
    paper_say(c->d, PAPER_ASIDE, "state", v->state);
}

/* --- the counts --- */

static void count_cell(struct compose *c, const char *words, int round)
{
    paper_cell(c->d);
    paper_paragraph(c->d, PAPER_BODY, NULL);
    paper_add(c->d, round == c->v->round_count - 1 ? PAPER_STRONG : PAPER_DIM, words);
    compose_end(c);
}

/* What stands in a row, "" where there was nothing of it in that round. */
static const char *cell_of(struct compose *c, int row, int round)
{
    const struct report_round *r = &c->v->rounds[round];
    int settled = r->promises - r->open;
    if (row < REPORT_SCORES) return r->scores[row].counted > 0 ? compose_of(c, r->scores[row].met, r->scores[row].counted) : "";
    switch (row - REPORT_SCORES) {
    case 0: return settled > 0 ? compose_of(c, r->kept, settled) : "";
    case 1: return c->v->kept.rounds[round].of ? c->v->kept.rounds[round].of : "";
    case 2: return r->targets > 0 ? compose_of(c, r->targets_met, r->targets) : "";
    default: return compose_number(c, r->perceived);
    }
}

static int is_anywhere(struct compose *c, int row)
{
    for (int r = 0; r < c->v->round_count; r++)
        if (cell_of(c, row, r)[0]) return 1;
    return row < REPORT_SCORES;
}

static void counts(struct compose *c)
{
    static const char *const keys[] = {"score.short.involving",  "score.short.honest", "score.short.follow-through", "report.scores.promises",
                                       "report.scores.kept", "report.scores.targets", "report.scores.felt"};
    struct paper_column set[REPORT_ROUNDS + 1] = {{text("report.scores.caption"), 2.1f, ALIGN_LEFT}};
    for (int r = 0; r < c->v->round_count; r++)
        set[r + 1] = (struct paper_column){r == 0 ? c->v->rounds[r].label : compose_number(c, r + 1), 1.2f, ALIGN_LEFT};
    paper_table(c->d, PAPER_FIGURES, "", set, c->v->round_count + 1);
    for (int row = 0; row < 7; row++) {
        if (!is_anywhere(c, row)) continue;
        compose_row(c, arena_printf(c->a, "count.%d", row + 1), text(keys[row]), "");
        for (int r = 0; r < c->v->round_count; r++) count_cell(c, cell_of(c, row, r), r);
        compose_end(c);
    }
    compose_end(c);
    compose_note(c, "scores.note", "report.scores.short");
    if (c->v->disputed > 0) paper_say(c->d, PAPER_ASIDE, "scores.disputed", text_count(c->a, "report.scores.disputed", c->v->disputed));
}

/* --- six spokes --- */

static const char *told(struct compose *c)
{
    struct str out = {0};
    for (int r = 0; r < c->v->round_count; r += c->v->round_count > 1 ? c->v->round_count - 1 : 1) {
        str_append(&out, c->v->rounds[r].label);
        for (int i = 0; i < REPORT_SPOKES; i++)
            text_format(&out, "report.spokes.alt", "name", c->v->spokes[i].name, "value", c->v->spokes[i].rounds[r].value, NULL);
        str_append(&out, ". ");
    }
    const char *words = arena_dup(c->a, str_text(&out));
    str_release(&out);
    return words;
}

static void spider(struct compose *c)
{
    struct chart_spoke spokes[REPORT_SPOKES];
    struct draw_list list = compose_list(c);
    int last = c->v->round_count - 1;
    for (int i = 0; i < REPORT_SPOKES; i++)
        spokes[i] = (struct chart_spoke){c->v->spokes[i].name, c->v->spokes[i].rounds[last].percent,
                                         last > 0 ? c->v->spokes[i].rounds[0].percent : -1};
    chart_spider(&list, THEME_LIGHT, (struct rect){0, 0, SPIDER_W, SPIDER_H}, SPIDER_UNIT, spokes, REPORT_SPOKES,
                 theme_color(THEME_LIGHT, THEME_TEAM));
    compose_picture(c, "spokes", &list, SPIDER_W, SPIDER_H, told(c));
    compose_note(c, "spokes.note", last > 0 ? "report.spokes.ends" : "report.spokes.one");
}

void compose_scores(struct compose *c)
{
    if (c->v->round_count == 0) return;
    compose_headed(c, 2, "scores", REPORT_HEAD_SCORES);
    paper_columns(c->d, 2);
    paper_box(c->d, PAPER_PLAIN, NULL);
    spider(c);
    compose_end(c);
    paper_box(c->d, PAPER_PLAIN, NULL);
    counts(c);
    compose_end(c);
    compose_end(c);
    compose_end(c);
}
