/* Conditions of satisfaction: what is under way, and what the next round brings. */
#include "improve_parts.h"

static const char *form_line(const struct improve_desk *d, const struct improve_form *f)
{
    return text_fill(ui_arena(d->ui), "improve.forms-line", "kind", f->kind, "customer", f->customer, "state", f->state,
                     NULL);
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
    height += page_words_height(ui, inner, 18, WEIGHT_SEMIBOLD, 2, f->title) +
              page_words_height(ui, inner, 14, WEIGHT_REGULAR, 3, form_line(d, f));
    for (int32_t k = 0; k < f->conditions.count; k++)
        height +=
            page_words_height(ui, inner - ui_px(ui, 22), 16, WEIGHT_REGULAR, 4, f->conditions.items[k]) + ui_px(ui, 6);
    return height + ui_px(ui, 28) * (float)f->milestone_count;
}

static void milestone_draw(struct improve_desk *d, const struct improve_milestone *m, struct rect line)
{
    struct ui *ui = d->ui;
    float word = ui_text_width(ui, 14, WEIGHT_SEMIBOLD, milestone_word(m)) + ui_px(ui, 4);
    ui_text(ui, rect_cut_left(&line, ui_px(ui, 64)), 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, m->time);
    ui_text(ui, rect_cut_right(&line, word), 14, WEIGHT_SEMIBOLD, milestone_color(m), ALIGN_RIGHT, 0,
            milestone_word(m));
    rect_cut_right(&line, ui_px(ui, 10));
    ui_text(ui, line, 15, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, 0, m->title);
}

static void form_draw(struct improve_desk *d, const struct improve_form *f, struct rect r)
{
    struct ui *ui = d->ui;
    struct rect inner = page_panel(ui, r, THEME_PANEL, 18);
    inner.w = r.w - ui_px(ui, 40);
    page_words(ui, &inner, 18, WEIGHT_SEMIBOLD, THEME_TEXT, 2, f->title);
    page_words(ui, &inner, 14, WEIGHT_REGULAR,
               f->agreed    ? THEME_GOOD
               : f->to_come ? THEME_LEARN
                            : THEME_WARN,
               3, form_line(d, f));
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
    return text_fill(ui_arena(d->ui), v->forms_work ? "improve.forms-free" : "improve.forms-costs", "title",
                     v->forms_by, NULL);
}

static float intro_height(struct improve_desk *d, float width)
{
    return page_words_height(d->ui, width, 17, WEIGHT_MEDIUM, 4, text("improve.forms-how")) + ui_px(d->ui, 6 + 16) +
           page_words_height(d->ui, width, 14, WEIGHT_REGULAR, 4, cost_words(d)) +
           (d->view->form_count == 0 ? page_words_height(d->ui, width, 20, WEIGHT_BOLD, 3, text("improve.forms-none"))
                                     : 0);
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

static float forms_height(struct improve_desk *d, float width)
{
    float height = intro_height(d, width);
    for (int i = 0; i < d->view->form_count; i++)
        height += form_height(d, &d->view->forms[i], width) + ui_px(d->ui, 12);
    return height;
}

static void forms_draw(struct improve_desk *d, struct rect *r)
{
    intro_draw(d, r);
    for (int i = 0; i < d->view->form_count; i++) {
        ui_scope_push(d->ui, improve_n(d, i));
        form_draw(d, &d->view->forms[i], rect_cut_top(r, form_height(d, &d->view->forms[i], r->w)));
        ui_scope_pop(d->ui);
        page_gap(d->ui, r, 12);
    }
}

const struct improve_page improve_forms = {forms_height, forms_draw, NULL};
