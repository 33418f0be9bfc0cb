/* Conditions of satisfaction; and the board with what there is to celebrate. */
#include "draw/chart.h"
#include "improve_parts.h"

/* --- forms --- */

static const char *form_line(const struct improve_desk *d, const struct improve_form *f)
{
    return text_fill(ui_arena(d->ui), "improve.forms-line", "kind", f->kind, "customer", f->customer, "state", f->state, NULL);
}

static const char *milestone_word(const struct improve_milestone *m)
{
    return text(m->checked ? "improve.forms-checked" : m->past ? "improve.forms-missed" : "improve.forms-ahead");
}

static enum theme_token milestone_color(const struct improve_milestone *m)
{
    return m->checked ? THEME_GOOD : m->past ? THEME_BAD : THEME_TEXT_DIM;
}

static float form_height(struct improve_desk *d, const struct improve_form *f, float width)
{
    struct ui *ui = d->ui;
    float inner = width - ui_px(ui, 40), height = ui_px(ui, 36 + 10 + 8);
    height += page_words_height(ui, inner, 18, WEIGHT_SEMIBOLD, 2, f->title) + page_words_height(ui, inner, 14, WEIGHT_REGULAR, 3, form_line(d, f));
    for (int32_t k = 0; k < f->conditions.count; k++)
        height += page_words_height(ui, inner - ui_px(ui, 22), 16, WEIGHT_REGULAR, 4, f->conditions.items[k]) + ui_px(ui, 6);
    return height + ui_px(ui, 28) * (float)f->milestone_count;
}

static void milestone_draw(struct improve_desk *d, const struct improve_milestone *m, struct rect line)
{
    struct ui *ui = d->ui;
    float word = ui_text_width(ui, 14, WEIGHT_SEMIBOLD, milestone_word(m)) + ui_px(ui, 4);
    ui_text(ui, rect_cut_left(&line, ui_px(ui, 64)), 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, m->time);
    ui_text(ui, rect_cut_right(&line, word), 14, WEIGHT_SEMIBOLD, milestone_color(m), ALIGN_RIGHT, 0, milestone_word(m));
    rect_cut_right(&line, ui_px(ui, 10));
    ui_text(ui, line, 15, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, 0, m->title);
}

static void form_draw(struct improve_desk *d, const struct improve_form *f, struct rect r)
{
    struct ui *ui = d->ui;
    struct rect inner = page_panel(ui, r, THEME_PANEL, 18);
    inner.w = r.w - ui_px(ui, 40);
    page_words(ui, &inner, 18, WEIGHT_SEMIBOLD, THEME_TEXT, 2, f->title);
    page_words(ui, &inner, 14, WEIGHT_REGULAR, f->agreed ? THEME_GOOD : f->to_come ? THEME_LEARN : THEME_WARN, 3, form_line(d, f));
    page_gap(ui, &inner, 10);
    for (int32_t k = 0; k < f->conditions.count; k++) {
        struct rect line = inner;
        float dot = ui_px(ui, 3);
        draw_circle(ui_list(ui), line.x + dot, line.y + ui_leading(ui, 16) / 2, dot, page_color(ui, THEME_CUSTOMER));
        rect_cut_left(&line, ui_px(ui, 22));
        rect_cut_top(&inner, page_words(ui, &line, 16, WEIGHT_REGULAR, THEME_TEXT, 4, f->conditions.items[k]));
        page_gap(ui, &inner, 6);
    }
    for (int k = 0; k < f->milestone_count; k++) {
        ui_scope_push(ui, improve_n(d, k));
        milestone_draw(d, &f->milestones[k], rect_cut_top(&inner, ui_px(ui, 28)));
        ui_scope_pop(ui);
    }
}

static const char *cost_words(const struct improve_desk *d)
{
    const struct view_improve *v = d->view;
    if (!v->forms_by[0])
        return "";
    return text_fill(ui_arena(d->ui), v->forms_work ? "improve.forms-free" : "improve.forms-costs", "title", v->forms_by, NULL);
}

static float intro_height(struct improve_desk *d, float width)
{
    return page_words_height(d->ui, width, 17, WEIGHT_MEDIUM, 4, text("improve.forms-how")) + ui_px(d->ui, 6 + 16) +
           page_words_height(d->ui, width, 14, WEIGHT_REGULAR, 4, cost_words(d)) +
           (d->view->form_count == 0 ? page_words_height(d->ui, width, 20, WEIGHT_BOLD, 3, text("improve.forms-none")) : 0);
}

static void intro_draw(struct improve_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    page_words(ui, r, 17, WEIGHT_MEDIUM, THEME_TEXT, 4, text("improve.forms-how"));
    page_gap(ui, r, 6);
    page_words(ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, cost_words(d));
    page_gap(ui, r, 16);
    if (d->view->form_count == 0)
        page_words(ui, r, 20, WEIGHT_BOLD, THEME_TEXT, 3, text("improve.forms-none"));
}

void improve_forms(struct improve_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    float width = r.w - ui_px(ui, 18), height = intro_height(d, width);
    for (int i = 0; i < d->view->form_count; i++)
        height += form_height(d, &d->view->forms[i], width) + ui_px(ui, 12);
    struct rect inner = ui_scroll_begin(ui, "forms", r, height);
    inner.w = width;
    intro_draw(d, &inner);
    for (int i = 0; i < d->view->form_count; i++) {
        ui_scope_push(ui, improve_n(d, i));
        form_draw(d, &d->view->forms[i], rect_cut_top(&inner, form_height(d, &d->view->forms[i], width)));
        ui_scope_pop(ui);
        page_gap(ui, &inner, 12);
    }
    ui_scroll_end(ui);
}

/* --- the board --- */

static float chart_height(struct improve_desk *d, float width)
{
    return ui_px(d->ui, 40 + 26 + 230 + 10) + page_words_height(d->ui, width - ui_px(d->ui, 40), 15, WEIGHT_REGULAR, 3, d->view->survey);
}

static void chart_draw(struct improve_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    const struct view_improve *v = d->view;
    struct rect inner = page_panel(ui, rect_cut_top(r, chart_height(d, r->w)), THEME_PANEL, 20);
    struct chart_series series[3] = {{text("improve.board-targets"), v->targets, v->round_count, page_color(ui, THEME_TEAM)},
                                     {text("improve.board-trust"), v->trust, v->round_count, page_color(ui, THEME_CUSTOMER)},
                                     {text("improve.board-satisfaction"), v->satisfaction, v->round_count, page_color(ui, THEME_LEARN)}};
    page_heading(ui, &inner, text("improve.board-title"));
    struct rect chart = rect_cut_top(&inner, ui_px(ui, 230));
    if (v->round_count == 0)
        page_words(ui, &chart, 18, WEIGHT_SEMIBOLD, THEME_TEXT, 3, text("improve.board-none"));
    else
        chart_columns(ui_list(ui), ui_theme(ui), chart, ui_scale(ui), v->rounds, series, 3);
    page_gap(ui, &inner, 10);
    page_words(ui, &inner, 15, WEIGHT_REGULAR, THEME_TEXT, 3, v->survey);
}

static float feat_height(struct improve_desk *d, const struct improve_feat *f, float width)
{
    float inner = width - ui_px(d->ui, 28 + 42);
    return ui_px(d->ui, 28 + 4) + page_words_height(d->ui, inner, 16, WEIGHT_SEMIBOLD, 4, f->title) +
           page_words_height(d->ui, inner, 14, WEIGHT_REGULAR, 4, f->rests);
}

static void feat_draw(struct improve_desk *d, int i, struct rect r)
{
    struct ui *ui = d->ui;
    const struct improve_feat *f = &d->view->feats[i];
    const char *key = improve_n(d, i + 1);
    if (ui_card(ui, r, f->title, key, i == d->m->feat ? UI_SELECTED : 0))
        d->m->feat = i;
    r = rect_inset(r, ui_px(ui, 14), ui_px(ui, 14));
    struct rect cap = rect_cut_left(&r, ui_px(ui, 28));
    cap.h = ui_px(ui, 24);
    ui_keycap(ui, cap, key);
    rect_cut_left(&r, ui_px(ui, 14));
    page_words(ui, &r, 16, WEIGHT_SEMIBOLD, THEME_TEXT, 4, f->title);
    page_gap(ui, &r, 4);
    page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, f->rests);
}

static float feats_height(struct improve_desk *d, float width)
{
    float height = ui_px(d->ui, 30 + 60);
    for (int i = 0; i < d->view->feat_count; i++)
        height += feat_height(d, &d->view->feats[i], width) + ui_px(d->ui, 10);
    return height + (d->view->feat_count == 0 ? page_words_height(d->ui, width, 16, WEIGHT_REGULAR, 5, text("improve.feats-none")) : 0);
}

static void celebrate_button(struct improve_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    const char *label = text(d->m->celebrating ? "improve.celebrate-over" : "improve.celebrate");
    struct rect line = rect_cut_top(r, ui_px(ui, 48));
    int flags = UI_LARGE | (d->m->celebrating ? 0 : UI_PRIMARY);
    if (!ui_button(ui, rect_cut_left(&line, ui_button_width(ui, label, "Enter", flags)), label, "Enter", flags))
        return;
    d->m->celebrating = !d->m->celebrating;
    d->m->started = 0;
}

static void feats_draw(struct improve_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    page_heading(ui, r, text("improve.feats"));
    if (d->view->feat_count == 0) {
        page_words(ui, r, 16, WEIGHT_REGULAR, THEME_TEXT_DIM, 5, text("improve.feats-none"));
        return;
    }
    for (int i = 0; i < d->view->feat_count; i++) {
        ui_scope_push(ui, improve_n(d, i));
        feat_draw(d, i, rect_cut_top(r, feat_height(d, &d->view->feats[i], r->w)));
        ui_scope_pop(ui);
        page_gap(ui, r, 10);
    }
    page_gap(ui, r, 6);
    celebrate_button(d, r);
}

void improve_board(struct improve_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    float bar = ui_px(ui, 18);
    if (!d->wide) {
        float width = r.w - bar;
        struct rect inner = ui_scroll_begin(ui, "board", r, chart_height(d, width) + feats_height(d, width) + ui_px(ui, 24));
        inner.w = width;
        chart_draw(d, &inner);
        page_gap(ui, &inner, 20);
        feats_draw(d, &inner);
        ui_scroll_end(ui);
        return;
    }
    struct rect left = rect_cut_left(&r, r.w * 0.5f);
    rect_cut_left(&r, bar);
    struct rect inner = ui_scroll_begin(ui, "chart", left, chart_height(d, left.w - bar));
    inner.w = left.w - bar;
    chart_draw(d, &inner);
    ui_scroll_end(ui);
    inner = ui_scroll_begin(ui, "feats", r, feats_height(d, r.w - bar));
    inner.w = r.w - bar;
    feats_draw(d, &inner);
    ui_scroll_end(ui);
}
