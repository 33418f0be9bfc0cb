/* What the customers lived: who they are, where their trust went, what moved it most. */
#include "report/inside.h"
#include "draw/portrait.h"

enum { FACE = 26, TREND_W = 104, TREND_H = 32 };

static float trend_y(struct rect r, int value) { return r.y + r.h - r.h * (float)value / 100; }

/* The line of the middle is drawn, so that high and low are seen without figures. */
void compose_draw_trust(struct draw_list *l, const struct view_report *v, const struct report_customer *customer, struct rect r)
{
    struct path_step steps[REPORT_ROUNDS + 1];
    float step = v->round_count > 0 ? r.w / (float)v->round_count : r.w;
    uint32_t color = theme_color(THEME_LIGHT, THEME_TEAM);
    draw_line(l, r.x, trend_y(r, 50), r.x + r.w, trend_y(r, 50), 0.75f, theme_color(THEME_LIGHT, THEME_LINE));
    for (int i = 0; i <= v->round_count; i++) {
        struct draw_point at = {r.x + step * (float)i, trend_y(r, i == 0 ? customer->trust_start : customer->trust[i - 1])};
        steps[i] = (struct path_step){i == 0 ? PATH_MOVE : PATH_LINE, {at, {0, 0}, {0, 0}}};
    }
    draw_path(l, steps, v->round_count + 1, 1.5f, color);
    for (int i = 0; i <= v->round_count; i++) draw_circle(l, steps[i].p[0].x, steps[i].p[0].y, 2.6f, color);
}

static void face(struct compose *c, const struct report_customer *customer)
{
    struct draw_list list = compose_list(c);
    struct portrait_look look = {.skin = customer->skin,
                                 .hair = customer->hair,
                                 .clothes = customer->clothes,
                                 .style = customer->style,
                                 .glasses = customer->glasses,
                                 .beard = customer->beard,
                                 .face = customer->mood >= 0 && customer->mood < FACE_COUNT ? (enum expression)customer->mood : FACE_CALM,
                                 .light = 1,
                                 .ring = 0xe0b25cff};
    portrait_draw(&list, THEME_LIGHT, &look, FACE / 2.0f, FACE / 2.0f, FACE / 2.0f - 1);
    paper_picture(c->d, &list, FACE, FACE,
                  text_fill(c->a, "report.customers.alt", "customer", customer->name, "mood", customer->mood_word, NULL));
}

static void feelings(struct compose *c, const char *name_key, int start, const int *values)
{
    struct str out = {0};
    str_printf(&out, " %d", start);
    for (int r = 0; r < c->v->round_count; r++) str_printf(&out, " → %d", values[r]);
    paper_paragraph(c->d, PAPER_BODY, NULL);
    paper_add(c->d, PAPER_STRONG, text(name_key));
    paper_add(c->d, PAPER_TEXT, arena_dup(c->a, str_text(&out)));
    str_release(&out);
}

static void trend(struct compose *c, const struct report_customer *customer)
{
    struct draw_list list = compose_list(c);
    compose_draw_trust(&list, c->v, customer, (struct rect){4, 4, TREND_W - 8, TREND_H - 8});
    paper_picture(c->d, &list, TREND_W, TREND_H, "");
    feelings(c, "report.customers.trust", customer->trust_start, customer->trust);
    feelings(c, "report.customers.satisfaction", customer->satisfaction_start, customer->satisfaction);
}

static void effect(struct compose *c, const struct report_effect *e, const char *when)
{
    paper_cell(c->d);
    paper_say(c->d, PAPER_BODY, NULL, e->points != 0 ? e->sentence : text("report.customers.nothing"));
    compose_small(c, when);
    compose_end(c);
}

static void who(struct compose *c, const struct report_customer *customer)
{
    paper_head_cell(c->d);
    face(c, customer);
    paper_paragraph(c->d, PAPER_BODY, NULL);
    paper_add(c->d, PAPER_STRONG, customer->name);
    compose_small(c, customer->role);
    compose_small(c, text_fill(c->a, "report.customers.moods", "mood", customer->mood_word, NULL));
    compose_end(c);
}

static void customer_row(struct compose *c, const struct report_customer *customer, int place)
{
    paper_row(c->d, arena_printf(c->a, "customer.%d", place + 1));
    who(c, customer);
    paper_cell(c->d);
    trend(c, customer);
    compose_end(c);
    effect(c, &customer->best, customer->best_when);
    effect(c, &customer->worst, customer->worst_when);
    compose_end(c);
}

void compose_customers(struct compose *c)
{
    static const struct compose_column columns[] = {{"report.customers.customer", 6, ALIGN_LEFT},
                                                    {"report.customers.trust", 7, ALIGN_LEFT},
                                                    {"report.customers.best", 6, ALIGN_LEFT},
                                                    {"report.customers.worst", 6, ALIGN_LEFT}};
    if (c->v->round_count == 0 || c->v->customer_count == 0) return;
    compose_headed(c, 3, "customers", REPORT_HEAD_CUSTOMERS);
    compose_table(c, PAPER_STACKED, "", columns, 4);
    for (int i = 0; i < c->v->customer_count; i++) customer_row(c, &c->v->customers[i], i);
    compose_end(c);
    compose_note(c, "customers.note", "report.customers.note");
    compose_end(c);
}
