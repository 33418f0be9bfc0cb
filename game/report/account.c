/* What the rounds came to: delivered beside felt, the account, four sides at once, what the customers answered. */
#include "report/inside.h"
#include "draw/chart.h"

enum { CHART_H = 112 };
static const float CHART_UNIT = 0.6f;

/* --- delivered beside felt --- */

static const char *told(struct compose *c)
{
    struct str out = {0};
    for (int r = 0; r < c->v->round_count; r++) {
        const struct report_round *round = &c->v->rounds[r];
        text_format(&out, "report.beside.alt", "round", round->label, "delivered",
                    round->delivered >= 0 ? compose_number(c, round->delivered) : text("report.beside.nothing"), "perceived",
                    compose_number(c, round->perceived), NULL);
        str_append_char(&out, ' ');
    }
    const char *sentence = arena_dup(c->a, str_text(&out));
    str_release(&out);
    return sentence;
}

static void beside(struct compose *c)
{
    const char *groups[REPORT_ROUNDS];
    int delivered[REPORT_ROUNDS], perceived[REPORT_ROUNDS], n = c->v->round_count;
    struct draw_list list = compose_list(c);
    for (int r = 0; r < n; r++) {
        groups[r] = c->v->rounds[r].label;
        delivered[r] = c->v->rounds[r].delivered;
        perceived[r] = c->v->rounds[r].perceived;
    }
    const struct chart_series series[] = {{text("report.beside.delivered"), delivered, n, theme_color(THEME_LIGHT, THEME_TEAM)},
                                          {text("report.beside.perceived"), perceived, n, 0xe0a54aff}};
    chart_columns(&list, THEME_LIGHT, (struct rect){0, 0, COMPOSE_WIDTH, CHART_H}, CHART_UNIT, groups, series, 2);
    compose_picture(c, "beside.picture", &list, COMPOSE_WIDTH, CHART_H, told(c));
    compose_note(c, "beside.note", "report.beside.caption");
}

void compose_results(struct compose *c)
{
    if (c->v->round_count == 0) return;
    compose_headed(c, 2, "results", REPORT_HEAD_RESULTS);
    beside(c);
    compose_customers(c);
    compose_needs(c);
    compose_matrix(c);
    compose_end(c);
}

/* --- value, outcomes, costs, risks --- */

static void account_group(struct compose *c, const struct report_group *group, int place)
{
    if (group->row_count == 0) return;
    paper_group_row(c->d, group->name);
    for (int i = 0; i < group->row_count; i++) {
        compose_row(c, arena_printf(c->a, "account.%d.%d", place + 1, i + 1), group->rows[i].name, "");
        for (int r = 0; r < c->v->round_count; r++) paper_cell_say(c->d, group->rows[i].rounds[r].value);
        compose_end(c);
    }
}

void compose_account(struct compose *c)
{
    if (c->v->round_count == 0) return;
    compose_headed(c, 2, "account", REPORT_HEAD_ACCOUNT);
    compose_round_table(c, PAPER_FIGURES, "report.account.head", 2);
    for (int i = 0; i < REPORT_ACCOUNT; i++) account_group(c, &c->v->account[i], i);
    compose_end(c);
    compose_note(c, "account.note", "report.account.note");
    compose_end(c);
}
