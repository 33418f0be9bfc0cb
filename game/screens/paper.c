#include "paper_page.h"

#include <string.h>

struct paper_desk {
    struct ui *ui;
    const struct view_paper *view;
    struct paper_memory *m;
    struct wishes *wishes;
};

/* Pixels of the design on the console: newsprint of 17 at scale one. */
static const float UNIT = 0.5f, SHARE = 0.84f;

void paper_memory_begin(struct paper_memory *m)
{
    memset(m, 0, sizeof *m);
}

static void top_draw(struct paper_desk *d, struct rect *page, int wide)
{
    struct ui *ui = d->ui;
    struct rect bar = page_top(ui, page);
    if (d->view->printed && d->view->piece_count > 0 &&
        page_button(ui, &bar, text(d->m->whole ? "paper.lead-only" : "paper.rest"), "Enter",
                    d->m->whole ? 0 : UI_PRIMARY))
        d->m->whole = !d->m->whole;
    if (wide)
        page_stage_buttons(ui, &bar, d->m->stage_blank, d->m->one_display, d->wishes);
    if (page_button(ui, &bar, text("round.to-start"), "Esc", UI_QUIET))
        wish(d->wishes, WISH_BACK);
    page_title(ui, bar, text("paper.title"), d->view->round);
}

/* --- what to ask --- */

static float asks_height(struct paper_desk *d, float width)
{
    struct ui *ui = d->ui;
    float inner = width - ui_px(ui, 44), height = ui_px(ui, 44 + 22);
    for (int i = 0; i < d->view->ask_count; i++)
        height += page_words_height(ui, inner, 17, i == 0 ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR, 8, d->view->asks[i]) +
                  ui_px(ui, 14);
    return height + page_words_height(ui, inner, 14, WEIGHT_REGULAR, 8, text("paper.how"));
}

static void asks_draw(struct paper_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    struct rect inner = page_panel(ui, rect_cut_top(&r, asks_height(d, r.w)), THEME_PANEL, 22);
    page_heading(ui, &inner, text("paper.asks"));
    for (int i = 0; i < d->view->ask_count; i++) {
        page_words(ui, &inner, 17, i == 0 ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR, THEME_TEXT, 8, d->view->asks[i]);
        page_gap(ui, &inner, 14);
    }
    if (d->view->printed)
        page_words(ui, &inner, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 8, text("paper.how"));
}

/* --- the page, or why there is none --- */

static float sheet_height(struct paper_desk *d, const struct stage_page *s, float width)
{
    struct ui *ui = d->ui;
    if (d->view->printed)
        return paper_page_height(s, width, SHARE, d->view, 1);
    return ui_px(ui, 60) +
           page_words_height(ui, width, 26, WEIGHT_SERIF_BOLD, 4,
                             text(d->view->over ? "paper.none" : "paper.not-over")) +
           page_words_height(ui, width, 17, WEIGHT_REGULAR, 6,
                             text(d->view->over ? "paper.none-how" : "paper.not-over-how"));
}

/* The console always has the whole page; the facilitator reads ahead. */
static void sheet_draw(struct paper_desk *d, const struct stage_page *s, struct rect r)
{
    struct ui *ui = d->ui;
    if (d->view->printed) {
        paper_page_draw(s, r, SHARE, d->view, 1);
        return;
    }
    page_gap(ui, &r, 20);
    page_words(ui, &r, 26, WEIGHT_SERIF_BOLD, THEME_TEXT, 4, text(d->view->over ? "paper.none" : "paper.not-over"));
    page_gap(ui, &r, 12);
    page_words(ui, &r, 17, WEIGHT_REGULAR, THEME_TEXT_DIM, 6,
               text(d->view->over ? "paper.none-how" : "paper.not-over-how"));
}

/* A little air, but no empty sheet. */
static float sheet_taken(struct paper_desk *d, float height, float room)
{
    float airy = height * 1.2f < room ? height * 1.2f : room;
    return !d->view->printed || height > room ? height : airy;
}

static void wide_page(struct paper_desk *d, const struct stage_page *s, struct rect r)
{
    struct ui *ui = d->ui;
    float bar = ui_px(ui, 18);
    struct rect right = rect_cut_right(&r, r.w * 0.32f);
    rect_cut_right(&r, ui_px(ui, 22));
    float height = sheet_height(d, s, r.w - bar);
    struct rect sheet = ui_scroll_begin(ui, "sheet", r, height);
    sheet.w = r.w - bar;
    sheet.h = sheet_taken(d, height, r.h - ui_px(ui, 14));
    sheet_draw(d, s, sheet);
    ui_scroll_end(ui);
    struct rect asks = ui_scroll_begin(ui, "asks", right, asks_height(d, right.w - bar));
    asks.w = right.w - bar;
    asks_draw(d, asks);
    ui_scroll_end(ui);
}

static void narrow_page(struct paper_desk *d, const struct stage_page *s, struct rect r)
{
    struct ui *ui = d->ui;
    float width = r.w - ui_px(ui, 18), asks = asks_height(d, width), sheet = sheet_height(d, s, width);
    struct rect inner = ui_scroll_begin(ui, "page", r, page_stage_height(ui) + asks + sheet + ui_px(ui, 40));
    inner.w = width;
    page_stage_line(ui, &inner, d->m->stage_blank, d->m->one_display, d->wishes);
    sheet_draw(d, s, rect_cut_top(&inner, sheet));
    page_gap(ui, &inner, 20);
    asks_draw(d, inner);
    ui_scroll_end(ui);
}

void paper_screen(struct ui *ui, const struct view_paper *view, struct paper_memory *m, struct wishes *wishes)
{
    struct paper_desk d = {ui, view, m, wishes};
    struct rect page = page_begin(ui);
    struct stage_page s = stage_page_of(ui, UNIT * ui_scale(ui));
    int wide = page_width(ui) >= 1000 && page_height(ui) >= 520;
    top_draw(&d, &page, wide);
    page = rect_inset(page, ui_px(ui, wide ? 32 : 20), ui_px(ui, 22));
    page.h += ui_px(ui, 14);
    if (wide)
        wide_page(&d, &s, page);
    else
        narrow_page(&d, &s, page);
}
