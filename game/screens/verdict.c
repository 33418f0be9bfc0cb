#include "draw/chart.h"
#include "page_parts.h"
#include "screens/verdict.h"

#include <string.h>

struct verdict_desk {
    struct ui *ui;
    const struct view_verdict *view;
    struct verdict_memory *m;
    struct wishes *wishes;
};

static const float FACE = 28, CUSTOMER = 86;

void verdict_memory_begin(struct verdict_memory *m)
{
    memset(m, 0, sizeof *m);
}

static void top_draw(struct verdict_desk *d, struct rect *page, int wide)
{
    static const char *const next[VERDICT_PARTS] = {"verdict.next.say", "verdict.next.decision", "verdict.next.saw",
                                                    ""};
    struct ui *ui = d->ui;
    struct rect bar = page_top(ui, page);
    if (d->view->decided && d->m->part + 1 < VERDICT_PARTS &&
        page_button(ui, &bar, text(next[d->m->part]), "Enter", UI_PRIMARY))
        d->m->part = (enum verdict_part)(d->m->part + 1);
    if (wide)
        page_stage_buttons(ui, &bar, d->m->stage_blank, d->m->one_display, d->wishes);
    if (page_button(ui, &bar, text("round.to-start"), "Esc", UI_QUIET))
        wish(d->wishes, WISH_BACK);
    page_title(ui, bar, text("verdict.title"), d->view->team);
}

/* --- what the stage shows --- */

static const char *const parts[VERDICT_PARTS] = {"verdict.part.vote", "verdict.part.say", "verdict.part.decision",
                                                 "verdict.part.saw"};

static float parts_height(struct verdict_desk *d, float width)
{
    return ui_px(d->ui, 40 + 22 + 4 * 46 + 8) +
           page_words_height(d->ui, width - ui_px(d->ui, 40), 14, WEIGHT_REGULAR, 8, text("verdict.how"));
}

static void parts_draw(struct verdict_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    struct rect inner = page_panel(ui, rect_cut_top(r, parts_height(d, r->w)), THEME_PANEL, 20);
    page_heading(ui, &inner, text("verdict.on-stage"));
    ui_scope_push(ui, "parts");
    for (int i = 0; i < VERDICT_PARTS; i++) {
        struct rect line = rect_cut_top(&inner, ui_px(ui, 46));
        line.h = ui_px(ui, 40);
        if (ui_choice(ui, line, text(parts[i]), arena_printf(ui_arena(ui), "%d", i + 1),
                      i == (int)d->m->part ? UI_SELECTED : 0))
            d->m->part = (enum verdict_part)i;
    }
    ui_scope_pop(ui);
    page_gap(ui, &inner, 8);
    page_words(ui, &inner, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 8, text("verdict.how"));
    page_gap(ui, r, 16);
}

/* --- what is said --- */

static const char *said(struct verdict_desk *d, const struct verdict_customer *c)
{
    return c->line[0] ? text_fill(ui_arena(d->ui), "verdict.quote", "line", c->line, NULL) : text("verdict.silent");
}

static float customer_height(struct verdict_desk *d, const struct verdict_customer *c, float width)
{
    float words = page_words_height(d->ui, width - ui_px(d->ui, 40 + FACE * 2 + 16), 17, WEIGHT_MEDIUM, 6, said(d, c)) +
                  ui_px(d->ui, 54);
    return words > ui_px(d->ui, CUSTOMER) ? words : ui_px(d->ui, CUSTOMER);
}

static void customer_draw(struct verdict_desk *d, const struct verdict_customer *c, struct rect *r)
{
    struct ui *ui = d->ui;
    struct rect box = rect_cut_top(r, customer_height(d, c, r->w));
    struct rect inner = page_panel(ui, box, THEME_PANEL, 12);
    struct rect left = rect_cut_left(&inner, ui_px(ui, FACE * 2));
    page_portrait(ui, c->portrait, (int)c->mood, 1, left.x + left.w / 2, left.y + left.h / 2, ui_px(ui, FACE));
    rect_cut_left(&inner, ui_px(ui, 16));
    struct rect name = rect_cut_top(&inner, ui_px(ui, 22));
    float width = ui_text_width(ui, 14, WEIGHT_MEDIUM, c->mood_word) + ui_px(ui, 2);
    ui_text(ui, rect_cut_right(&name, width), 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_RIGHT, 0, c->mood_word);
    rect_cut_right(&name, ui_px(ui, 10));
    ui_text(ui, name, 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, c->name);
    page_gap(ui, &inner, 4);
    page_words(ui, &inner, 17, WEIGHT_MEDIUM, THEME_TEXT, 6, said(d, c));
    page_gap(ui, r, 10);
}

static float customers_height(struct verdict_desk *d, float width)
{
    float height = ui_px(d->ui, 30);
    for (int i = 0; i < d->view->customer_count; i++)
        height += customer_height(d, &d->view->customers[i], width) + ui_px(d->ui, 10);
    return height;
}

static void customers_draw(struct verdict_desk *d, struct rect *r)
{
    page_heading(d->ui, r, text("verdict.part.say"));
    for (int i = 0; i < d->view->customer_count; i++) {
        ui_scope_push(d->ui, d->view->customers[i].name);
        customer_draw(d, &d->view->customers[i], r);
        ui_scope_pop(d->ui);
    }
}

/* --- the decision --- */

static float decision_height(struct verdict_desk *d, float width)
{
    struct ui *ui = d->ui;
    const struct view_verdict *v = d->view;
    float inner = width - ui_px(ui, 44);
    return ui_px(ui, 44 + 40 + 10 + 12) + page_words_height(ui, inner, 16, WEIGHT_SEMIBOLD, 2, v->word) +
           page_words_height(ui, inner, 28, WEIGHT_BOLD, 3, v->title) +
           page_words_height(ui, inner, 17, WEIGHT_REGULAR, 60, v->text) +
           page_words_height(ui, inner, 15, WEIGHT_MEDIUM, 4, v->means);
}

static void decision_draw(struct verdict_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    const struct view_verdict *v = d->view;
    struct rect inner = page_panel(ui, rect_cut_top(r, decision_height(d, r->w) - ui_px(ui, 16)), THEME_PANEL, 22);
    page_words(ui, &inner, 16, WEIGHT_SEMIBOLD, page_tone(v->tone), 2, v->word);
    page_gap(ui, &inner, 4);
    page_words(ui, &inner, 28, WEIGHT_BOLD, THEME_TEXT, 3, v->title);
    page_gap(ui, &inner, 10);
    page_words(ui, &inner, 17, WEIGHT_REGULAR, THEME_TEXT, 60, v->text);
    page_gap(ui, &inner, 12);
    page_words(ui, &inner, 15, WEIGHT_MEDIUM, THEME_TEXT_DIM, 4, v->means);
    page_gap(ui, r, 16);
}

/* --- what we saw --- */

static const char *level_words(struct verdict_desk *d)
{
    struct arena *a = ui_arena(d->ui);
    return text_fill(a, "verdict.level", "n", arena_printf(a, "%d", d->view->level), "word", d->view->level_word, NULL);
}

static float saw_height(struct verdict_desk *d, float width)
{
    struct ui *ui = d->ui;
    const struct view_verdict *v = d->view;
    float inner = width - ui_px(ui, 44);
    return ui_px(ui, 44 + 190 + 26 + 62) +
           page_words_height(ui, inner, 15, WEIGHT_SEMIBOLD, 2, text("verdict.gap-title")) +
           page_words_height(ui, inner, 15, WEIGHT_REGULAR, 4, v->gap) +
           page_words_height(ui, inner, 17, WEIGHT_SEMIBOLD, 2, level_words(d)) +
           page_words_height(ui, inner, 15, WEIGHT_REGULAR, 4, v->level_about) +
           page_words_height(ui, inner, 15, WEIGHT_REGULAR, 6, v->stopped) +
           page_words_height(ui, inner, 14, WEIGHT_REGULAR, 3, text("verdict.not-a-grade"));
}

static void saw_draw(struct verdict_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    const struct view_verdict *v = d->view;
    struct rect inner = page_panel(ui, rect_cut_top(r, saw_height(d, r->w)), THEME_PANEL, 22);
    struct chart_series series[2] = {
        {text("verdict.delivered"), v->delivered, v->round_count, page_color(ui, THEME_TEAM)},
        {text("verdict.perceived"), v->perceived, v->round_count, page_color(ui, THEME_CUSTOMER)}};
    page_words(ui, &inner, 15, WEIGHT_SEMIBOLD, THEME_TEXT, 2, text("verdict.gap-title"));
    page_gap(ui, &inner, 10);
    chart_columns(ui_list(ui), ui_theme(ui), rect_cut_top(&inner, ui_px(ui, 180)), ui_scale(ui), v->rounds, series, 2);
    page_gap(ui, &inner, 8);
    page_words(ui, &inner, 15, WEIGHT_REGULAR, THEME_TEXT, 4, v->gap);
    page_gap(ui, &inner, 22);
    page_words(ui, &inner, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 1, text("verdict.level-title"));
    page_words(ui, &inner, 17, WEIGHT_SEMIBOLD, THEME_TEXT, 2, level_words(d));
    page_gap(ui, &inner, 4);
    page_words(ui, &inner, 15, WEIGHT_REGULAR, THEME_TEXT, 4, v->level_about);
    page_gap(ui, &inner, 4);
    page_words(ui, &inner, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 6, v->stopped);
    page_gap(ui, &inner, 10);
    page_words(ui, &inner, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, text("verdict.not-a-grade"));
}

/* --- the page --- */

static void left_draw(struct verdict_desk *d, struct rect *r)
{
    parts_draw(d, r);
    decision_draw(d, r);
}

static void right_draw(struct verdict_desk *d, struct rect *r)
{
    customers_draw(d, r);
    page_gap(d->ui, r, 6);
    saw_draw(d, r);
}

static void wide_page(struct verdict_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    float bar = ui_px(ui, 18), gap = ui_px(ui, 20);
    struct rect left = rect_cut_left(&r, r.w * 0.42f);
    rect_cut_left(&r, gap);
    float width = left.w - bar;
    struct rect inner = ui_scroll_begin(ui, "decision", left, parts_height(d, width) + gap + decision_height(d, width));
    inner.w = width;
    left_draw(d, &inner);
    ui_scroll_end(ui);
    width = r.w - bar;
    inner = ui_scroll_begin(ui, "said", r, customers_height(d, width) + saw_height(d, width) + gap);
    inner.w = width;
    right_draw(d, &inner);
    ui_scroll_end(ui);
}

static void narrow_page(struct verdict_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    float width = r.w - ui_px(ui, 18);
    float height = page_stage_height(ui) + parts_height(d, width) + decision_height(d, width) +
                   customers_height(d, width) + saw_height(d, width);
    struct rect inner = ui_scroll_begin(ui, "verdict", r, height + ui_px(ui, 60));
    inner.w = width;
    page_stage_line(ui, &inner, d->m->stage_blank, d->m->one_display, d->wishes);
    left_draw(d, &inner);
    right_draw(d, &inner);
    ui_scroll_end(ui);
}

static void not_yet(struct verdict_desk *d, struct rect r)
{
    page_words(d->ui, &r, 26, WEIGHT_BOLD, THEME_TEXT, 4, text("verdict.not-yet"));
    page_gap(d->ui, &r, 12);
    page_words(d->ui, &r, 17, WEIGHT_REGULAR, THEME_TEXT_DIM, 6, text("verdict.not-yet-how"));
}

void verdict_screen(struct ui *ui, const struct view_verdict *view, struct verdict_memory *m, struct wishes *wishes)
{
    struct verdict_desk d = {ui, view, m, wishes};
    struct rect page = page_begin(ui);
    int wide = page_width(ui) >= 1000 && page_height(ui) >= 520;
    top_draw(&d, &page, wide);
    page = rect_inset(page, ui_px(ui, wide ? 32 : 20), ui_px(ui, 22));
    page.h += ui_px(ui, 14);
    if (!view->decided)
        not_yet(&d, page);
    else if (wide)
        wide_page(&d, page);
    else
        narrow_page(&d, page);
}
