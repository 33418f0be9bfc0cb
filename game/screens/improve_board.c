/* The board, and what there is to celebrate. */
#include "draw/chart.h"
#include "improve_parts.h"

/* The figures of one round need less room than those of several. */
enum { CHART = 230, CHART_ONE = 176, SPIDER = 236, SPIDER_WIDE = 440 };

static float columns_height(const struct improve_desk *d) { return ui_px(d->ui, d->view->round_count == 1 ? CHART_ONE : CHART); }

static float spider_height(struct improve_desk *d) { return d->view->spoke_count > 0 ? ui_px(d->ui, 16 + 26 + SPIDER) : 0; }

static float chart_height(struct improve_desk *d, float width)
{
    return ui_px(d->ui, 40 + 26 + 10) + columns_height(d) + spider_height(d) +
           page_words_height(d->ui, width - ui_px(d->ui, 40), 15, WEIGHT_REGULAR, 3, d->view->survey);
}

/* How they worked: six sides of the round, before a thin line of the one before. */
static void spider_draw(struct improve_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    struct chart_spoke spokes[IMPROVE_SPOKES];
    if (d->view->spoke_count == 0)
        return;
    for (int i = 0; i < d->view->spoke_count; i++)
        spokes[i] = (struct chart_spoke){d->view->spokes[i].name, d->view->spokes[i].value, d->view->spokes[i].before};
    page_gap(ui, r, 16);
    page_heading(ui, r, text("improve.spokes"));
    struct rect box = rect_cut_top(r, ui_px(ui, SPIDER));
    float most = ui_px(ui, SPIDER_WIDE);
    if (box.w > most)
        box = rect_inset(box, (box.w - most) / 2, 0);
    chart_spider(ui_list(ui), ui_theme(ui), box, ui_scale(ui), spokes, d->view->spoke_count, page_color(ui, THEME_TEAM));
}

static void chart_draw(struct improve_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    const struct view_improve *v = d->view;
    struct rect inner = page_panel(ui, rect_cut_top(r, chart_height(d, r->w)), THEME_PANEL, 20);
    struct chart_series series[3] = {
        {text("improve.board-targets"), v->targets, v->round_count, page_color(ui, THEME_TEAM)},
        {text("improve.board-trust"), v->trust, v->round_count, page_color(ui, THEME_CUSTOMER)},
        {text("improve.board-satisfaction"), v->satisfaction, v->round_count, page_color(ui, THEME_LEARN)}};
    page_heading(ui, &inner, text("improve.board-title"));
    struct rect chart = rect_cut_top(&inner, columns_height(d));
    if (v->round_count == 0)
        page_words(ui, &chart, 18, WEIGHT_SEMIBOLD, THEME_TEXT, 3, text("improve.board-none"));
    else
        chart_columns(ui_list(ui), ui_theme(ui), chart, ui_scale(ui), v->rounds, series, 3);
    page_gap(ui, &inner, 10);
    page_words(ui, &inner, 15, WEIGHT_REGULAR, THEME_TEXT, 3, v->survey);
    spider_draw(d, &inner);
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
    if (ui_card(ui, r, f->title, key, i == d->m->feat && !d->m->in_own_words ? UI_SELECTED : 0)) {
        d->m->feat = i;
        d->m->in_own_words = 0;
    }
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
    float height = ui_px(d->ui, 30 + 60 + 40 + 20);
    for (int i = 0; i < d->view->feat_count; i++)
        height += feat_height(d, &d->view->feats[i], width) + ui_px(d->ui, 10);
    return height + (d->view->feat_count == 0
                         ? page_words_height(d->ui, width, 16, WEIGHT_REGULAR, 5, text("improve.feats-none"))
                         : 0);
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

/* The room says it better than the program: Enter puts what was typed on the stage. */
static void own_draw(struct improve_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    const char *label = text("improve.own");
    struct rect line = rect_cut_top(r, ui_px(ui, 40)), cap = rect_cut_left(&line, ui_px(ui, 42));
    ui_keycap(ui, (struct rect){cap.x, cap.y + ui_px(ui, 8), ui_keycap_width(ui, "N"), ui_px(ui, 24)}, "N");
    if (ui_shortcut(ui, "N"))
        ui_focus(ui, UI_FIELD, label);
    if (ui_field(ui, line, label, &d->m->own, label, 0) != 2 || !ui_edit_text(&d->m->own)[0])
        return;
    d->m->in_own_words = d->m->celebrating = 1;
    d->m->started = 0;
    ui_focus_clear(ui);
}

static void feats_draw(struct improve_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    page_heading(ui, r, text("improve.feats"));
    if (d->view->feat_count == 0) {
        page_words(ui, r, 16, WEIGHT_REGULAR, THEME_TEXT_DIM, 5, text("improve.feats-none"));
        page_gap(ui, r, 10);
    }
    for (int i = 0; i < d->view->feat_count; i++) {
        ui_scope_push(ui, improve_n(d, i));
        feat_draw(d, i, rect_cut_top(r, feat_height(d, &d->view->feats[i], r->w)));
        ui_scope_pop(ui);
        page_gap(ui, r, 10);
    }
    own_draw(d, r);
    page_gap(ui, r, 14);
    if (improve_has_feat(d->view, d->m))
        celebrate_button(d, r);
}

static float column_height(struct improve_desk *d, float width)
{
    return chart_height(d, width) + ui_px(d->ui, 20) + feats_height(d, width);
}

static void column_draw(struct improve_desk *d, struct rect *r)
{
    chart_draw(d, r);
    page_gap(d->ui, r, 20);
    feats_draw(d, r);
}

static void beside(struct improve_desk *d, struct rect r)
{
    static const struct improve_side chart = {"chart", chart_height, chart_draw},
                                     feats = {"feats", feats_height, feats_draw};
    improve_beside(d, r, 0.5f, &chart, &feats);
}

const struct improve_page improve_board = {column_height, column_draw, beside};
