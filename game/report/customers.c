/* What the customers lived: who they are, where their trust went, what moved it most. */
#include "report/inside.h"
#include "draw/portrait.h"

enum { FACE = 56, TREND_W = 150, TREND_H = 46 };

static float trend_y(struct rect r, int value) { return r.y + r.h - r.h * (float)value / 100; }

/* The line of the middle is drawn, so that high and low are seen without figures. */
void page_draw_trust(struct draw_list *l, const struct view_report *v, const struct report_customer *c, struct rect r)
{
    struct path_step steps[REPORT_ROUNDS + 1];
    float step = v->round_count > 0 ? r.w / (float)v->round_count : r.w;
    uint32_t color = theme_color(THEME_LIGHT, THEME_TEAM);
    draw_line(l, r.x, trend_y(r, 50), r.x + r.w, trend_y(r, 50), 1, theme_color(THEME_LIGHT, THEME_LINE));
    for (int i = 0; i <= v->round_count; i++) {
        struct draw_point at = {r.x + step * (float)i, trend_y(r, i == 0 ? c->trust_start : c->trust[i - 1])};
        steps[i] = (struct path_step){i == 0 ? PATH_MOVE : PATH_LINE, {at, {0, 0}, {0, 0}}};
    }
    draw_path(l, steps, v->round_count + 1, 2, color);
    for (int i = 0; i <= v->round_count; i++) draw_circle(l, steps[i].p[0].x, steps[i].p[0].y, 3.5f, color);
}

static void face(struct page *p, const struct report_customer *c)
{
    struct draw_list list = page_list(p);
    struct portrait_look look = {.skin = c->skin,
                                 .hair = c->hair,
                                 .clothes = c->clothes,
                                 .style = c->style,
                                 .glasses = c->glasses,
                                 .beard = c->beard,
                                 .face = c->mood >= 0 && c->mood < FACE_COUNT ? (enum expression)c->mood : FACE_CALM,
                                 .light = 1,
                                 .ring = 0xe0b25cff};
    portrait_draw(&list, THEME_LIGHT, &look, FACE / 2.0f, FACE / 2.0f, FACE / 2.0f - 1);
    page_picture(p, &list, FACE, FACE, "face",
                 text_fill(&p->arena, "report.customers.alt", "customer", c->name, "mood", c->mood_word, NULL));
}

static void feelings(struct page *p, const char *name_key, int start, const int *values)
{
    page_raw(p, "<p class=\"trend\"><b>");
    page_text(p, text(name_key));
    page_raw(p, "</b> ");
    page_text(p, page_number(p, start));
    for (int r = 0; r < p->v->round_count; r++) {
        page_raw(p, " → ");
        page_text(p, page_number(p, values[r]));
    }
    page_raw(p, "</p>\n");
}

static void trend(struct page *p, const struct report_customer *c)
{
    struct draw_list list = page_list(p);
    page_draw_trust(&list, p->v, c, (struct rect){5, 5, TREND_W - 10, TREND_H - 10});
    page_picture(p, &list, TREND_W, TREND_H, "line", "");
    feelings(p, "report.customers.trust", c->trust_start, c->trust);
    feelings(p, "report.customers.satisfaction", c->satisfaction_start, c->satisfaction);
}

static void effect(struct page *p, const char *label_key, const char *css, const struct report_effect *e,
                   const char *when)
{
    page_cell_begin(p, label_key, css);
    page_text(p, e->points != 0 ? e->sentence : text("report.customers.nothing"));
    page_element(p, "small", "dim", when);
    page_cell_end(p);
}

static void customer_row(struct page *p, const struct report_customer *c)
{
    page_raw(p, "<tr><th scope=\"row\" class=\"who\">");
    face(p, c);
    page_raw(p, "<div>");
    page_text(p, c->name);
    page_raw(p, "<small class=\"dim\">");
    page_text(p, c->role);
    page_raw(p, ", ");
    page_text(p, text_fill(&p->arena, "report.customers.moods", "mood", c->mood_word, NULL));
    page_raw(p, "</small></div></th>");
    page_cell_begin(p, "", "");
    trend(p, c);
    page_cell_end(p);
    effect(p, "report.customers.best", "", &c->best, c->best_when);
    effect(p, "report.customers.worst", "", &c->worst, c->worst_when);
    page_row_end(p);
}

void page_customers(struct page *p)
{
    static const char *const heads[] = {"report.customers.customer", "report.customers.trust", "report.customers.best",
                                        "report.customers.worst", NULL};
    if (p->v->round_count == 0 || p->v->customer_count == 0) return;
    page_section_begin(p, "customers", "report.section.customers");
    page_table_begin(p, "customers stack", "", heads);
    for (int c = 0; c < p->v->customer_count; c++) customer_row(p, &p->v->customers[c]);
    page_table_end(p);
    page_element(p, "p", "aside", text("report.customers.note"));
    page_section_end(p);
}
