/* What the rounds came to for the business: four sides at once, the account, what the customers answered. */
#include "report/inside.h"
#include "draw/chart.h"

enum { BAR_W = 96, BAR_H = 8, ANSWERS_W = 150, ANSWERS_H = 12 };

void page_round_heads(struct page *p, const char *css, const char *first_key)
{
    str_printf(p->out, "<table class=\"%s\">\n<thead><tr><th scope=\"col\">", css);
    page_text(p, text(first_key));
    page_raw(p, "</th>");
    for (int r = 0; r < p->v->round_count; r++) {
        page_raw(p, "<th scope=\"col\">");
        page_text(p, p->v->rounds[r].label);
        page_raw(p, "</th>");
    }
    page_raw(p, "</tr></thead>\n<tbody>\n");
}

void page_row_name(struct page *p, const char *name, const char *about)
{
    page_raw(p, "<tr><th scope=\"row\">");
    page_text(p, name);
    page_element(p, "small", "dim", about);
    page_raw(p, "</th>");
}

/* --- speed, quality, satisfaction, risk --- */

static void bar(struct page *p, int percent)
{
    struct draw_list list = page_list(p);
    chart_bar(&list, THEME_LIGHT, (struct rect){0, 0, BAR_W, BAR_H}, percent, 100, theme_color(THEME_LIGHT, THEME_TEAM));
    page_picture(p, &list, BAR_W, BAR_H, "bar", "");
}

static void side_cell(struct page *p, const struct report_value *v)
{
    page_raw(p, "<td>");
    if (v->percent >= 0) bar(p, v->percent);
    page_element(p, "b", "", v->value);
    page_element(p, "small", "dim", v->of);
    page_element(p, "small", "dim", v->rest);
    page_element(p, "small", "dim", v->by_rule);
    page_raw(p, "</td>");
}

static void sides(struct page *p)
{
    page_round_heads(p, "sides", "report.sides.head");
    for (int i = 0; i < REPORT_SIDES; i++) {
        page_row_name(p, p->v->sides[i].name, p->v->sides[i].about);
        for (int r = 0; r < p->v->round_count; r++) side_cell(p, &p->v->sides[i].rounds[r]);
        page_row_end(p);
    }
    page_table_end(p);
    page_element(p, "p", "aside", text("report.sides.note"));
}

/* --- value, outcomes, costs, risks --- */

static void account_group(struct page *p, const struct report_group *group)
{
    if (group->row_count == 0) return;
    str_printf(p->out, "<tbody><tr><th scope=\"rowgroup\" class=\"part\" colspan=\"%d\">", p->v->round_count + 1);
    page_text(p, group->name);
    page_raw(p, "</th></tr>\n");
    for (int i = 0; i < group->row_count; i++) {
        page_row_name(p, group->rows[i].name, "");
        for (int r = 0; r < p->v->round_count; r++) {
            page_raw(p, "<td>");
            page_text(p, group->rows[i].rounds[r].value);
            page_raw(p, "</td>");
        }
        page_row_end(p);
    }
    page_raw(p, "</tbody>\n");
}

static void account(struct page *p)
{
    page_element(p, "h3", "", text("report.account.title"));
    page_round_heads(p, "account", "report.account.head");
    page_raw(p, "</tbody>\n");
    for (int i = 0; i < REPORT_ACCOUNT; i++) account_group(p, &p->v->account[i]);
    page_raw(p, "</table>\n");
    page_element(p, "p", "aside", text("report.account.note"));
}

void page_account(struct page *p)
{
    if (p->v->round_count == 0) return;
    page_section_begin(p, "sides", "report.section.sides");
    sides(p);
    account(p);
    page_section_end(p);
}

/* --- surveys --- */

/* Five pieces of one bar, from furious to delighted: how many answered each. */
static void answers(struct page *p, const struct report_survey *s)
{
    static const enum theme_token tokens[5] = {THEME_BAD, THEME_WARN, THEME_NEUTRAL, THEME_GOOD, THEME_GOOD};
    struct draw_list list = page_list(p);
    float x = 0, width = ANSWERS_W;
    for (int i = 0; i < 5; i++) {
        float w = width * (float)s->answers[i] / (float)s->count;
        if (w <= 0) continue;
        uint32_t color = theme_color(THEME_LIGHT, tokens[i]);
        draw_rect(&list, (struct rect){x, 0, w > 2 ? w - 1.5f : w, ANSWERS_H}, 2, i == 3 ? theme_mix(color, 0xffffffff, 0.4f) : color);
        x += w;
    }
    page_picture(p, &list, width, ANSWERS_H, "bar", "");
}

/* "3 delighted, 4 calm": the moods that the answers are taken from. */
static const char *spelled(struct page *p, const struct report_survey *s)
{
    static const char *const moods[5] = {"mood.furious", "mood.annoyed", "mood.worried", "mood.calm", "mood.delighted"};
    struct str out = {0};
    for (int i = 4; i >= 0; i--)
        if (s->answers[i] > 0) {
            if (out.length > 0) str_append(&out, text("report.survey.and"));
            text_format(&out, "report.survey.answer", "n", page_number(p, s->answers[i]), "mood", text(moods[i]), NULL);
        }
    const char *words = arena_dup(&p->arena, str_text(&out));
    str_release(&out);
    return words;
}

static void survey_rows(struct page *p, const char *title_key, int from, int count)
{
    static const char *const keys[] = {"report.survey.share", "report.survey.answers", "report.survey.band"};
    if (count == 0) return;
    page_raw(p, "<table class=\"surveys stack\">\n<thead><tr><th scope=\"col\">");
    page_text(p, text(title_key));
    page_raw(p, "</th>");
    for (int i = 0; i < 3; i++) {
        page_raw(p, "<th scope=\"col\">");
        page_text(p, text(keys[i]));
        page_raw(p, "</th>");
    }
    page_raw(p, "</tr></thead>\n<tbody>\n");
    for (int i = from; i < from + count; i++) {
        const struct report_survey *s = &p->v->surveys[i];
        page_row_name(p, s->name, "");
        page_cell(p, "", "", s->counts);
        page_cell_begin(p, "", "");
        answers(p, s);
        page_raw(p, "<span class=\"dim\">");
        page_text(p, spelled(p, s));
        page_raw(p, "</span>");
        page_cell_end(p);
        page_cell_begin(p, "", "");
        page_pill(p, s->tone, s->band);
        page_cell_end(p);
        page_row_end(p);
    }
    page_table_end(p);
}

void page_surveys(struct page *p)
{
    const struct view_report *v = p->v;
    if (v->survey_count == 0) return;
    page_section_begin(p, "surveys", "report.section.surveys");
    survey_rows(p, "report.survey.rounds", 0, v->survey_rounds);
    survey_rows(p, "report.survey.customers", v->survey_rounds, v->survey_customers);
    survey_rows(p, "report.survey.room", v->survey_rounds + v->survey_customers,
                v->survey_count - v->survey_rounds - v->survey_customers);
    page_element(p, "p", "aside", text("report.survey.note"));
    page_section_end(p);
}
