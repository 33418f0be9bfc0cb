#include "round_parts.h"

#include <string.h>

void round_memory_begin(struct round_memory *m)
{
    memset(m, 0, sizeof *m);
    m->rounds = m->filter = m->selected = m->outcome = -1;
    m->reason.limit = 400;
}

void round_memory_end(struct round_memory *m)
{
    ui_edit_release(&m->reason);
}

int round_is_briefing(const struct view_round *view, const struct round_memory *m)
{
    return view->has_next && (!view->has_end || (m->briefing && m->rounds == view->round_count));
}

const char *between_number(struct between *b, int n)
{
    return arena_printf(ui_arena(b->ui), "%d", n);
}

const char *between_of(struct between *b, int met, int all)
{
    if (all <= 0)
        return text("round.none");
    return text_fill(ui_arena(b->ui), "round.of", "met", between_number(b, met), "all", between_number(b, all), NULL);
}

void round_stage_buttons(struct between *b, struct rect *bar)
{
    page_stage_buttons(b->ui, bar, b->m->stage_blank, b->m->one_display, b->wishes);
}

float round_stage_height(struct between *b)
{
    return page_stage_height(b->ui);
}

void round_stage_line(struct between *b, struct rect *r)
{
    page_stage_line(b->ui, r, b->m->stage_blank, b->m->one_display, b->wishes);
}

static void finish_dialog(struct between *b)
{
    struct ui *ui = b->ui;
    int escaped = 0;
    struct rect r = ui_modal_begin(ui, text("round.finish-early"), ui_px(ui, 560), ui_px(ui, 230), &escaped);
    struct rect bar = rect_cut_bottom(&r, ui_px(ui, 48));
    page_words(ui, &r, 16, WEIGHT_REGULAR, THEME_TEXT, 5, text("round.finish-means"));
    if (page_button(ui, &bar, text("round.finish-not"), "", UI_PRIMARY) || escaped)
        b->m->finishing = 0;
    if (page_button(ui, &bar, text("round.finish"), "", UI_DANGER)) {
        b->m->finishing = 0;
        wish(b->wishes, WISH_FINISH);
    }
    ui_modal_end(ui);
}

static void top_draw(struct between *b, struct rect *page, int wide)
{
    struct ui *ui = b->ui;
    const struct round_end *end = &b->view->end;
    const char *over = text_fill(ui_arena(ui), "round.over", "round", end->label, NULL);
    const char *what = text_fill(ui_arena(ui), "round.title-when", "title", end->title, "when", end->when, NULL);
    struct rect bar = page_top(ui, page);
    if (b->m->by_agenda) {
        if (page_button(ui, &bar, text("round.to-start"), "Esc", 0))
            wish(b->wishes, WISH_BACK);
    } else if (b->view->has_next) {
        if (page_button(ui, &bar, text("round.to-briefing"), "Enter", UI_PRIMARY))
            b->m->briefing = 1;
        if (page_button(ui, &bar, text("round.finish"), "", UI_QUIET))
            b->m->finishing = 1;
    } else if (page_button(ui, &bar, text("round.finish"), "Enter", UI_PRIMARY)) {
        wish(b->wishes, WISH_FINISH);
    }
    if (wide)
        round_stage_buttons(b, &bar);
    if (wide && page_button(ui, &bar, text("help.sheets.button"), "S", UI_QUIET))
        wish(b->wishes, WISH_SHEETS);
    page_title(ui, bar, over, what);
}

static void wide_page(struct between *b, struct rect r)
{
    struct ui *ui = b->ui;
    float bar = ui_px(ui, 18);
    struct rect left = rect_cut_left(&r, r.w * 0.38f);
    rect_cut_left(&r, ui_px(ui, 18));
    struct rect inner = ui_scroll_begin(ui, "figures", left, round_figures_height(b, left.w - bar));
    inner.w = left.w - bar;
    round_figures_draw(b, inner);
    ui_scroll_end(ui);
    round_scores_draw(b, &r, SCORE_COUNT);
    page_gap(ui, &r, 14);
    struct rect list = ui_scroll_begin(ui, "moments", r, round_moments_height(b, r.w - bar));
    list.w = r.w - bar;
    round_moments_draw(b, list);
    ui_scroll_end(ui);
}

/* Where the bar has no room for it. */
static void sheets_line(struct between *b, struct rect *r)
{
    struct ui *ui = b->ui;
    struct rect line = rect_cut_top(r, ui_px(ui, 40));
    const char *label = text("help.sheets.button");
    if (ui_button(ui, rect_cut_left(&line, ui_button_width(ui, label, "S", 0)), label, "S", 0))
        wish(b->wishes, WISH_SHEETS);
    page_gap(ui, r, 20);
}

static void narrow_page(struct between *b, struct rect r)
{
    struct ui *ui = b->ui;
    float width = r.w - ui_px(ui, 18);
    int columns = page_width(ui) >= 700 ? SCORE_COUNT : 1;
    float scores = round_scores_height(b, width, columns), figures = round_figures_height(b, width);
    struct rect inner = ui_scroll_begin(
        ui, "round", r, scores + figures + ui_px(ui, 56) + 2 * round_stage_height(b) + round_moments_height(b, width));
    inner.w = width;
    round_stage_line(b, &inner);
    sheets_line(b, &inner);
    round_figures_draw(b, rect_cut_top(&inner, figures));
    page_gap(ui, &inner, 28);
    round_scores_draw(b, &inner, columns);
    page_gap(ui, &inner, 14);
    round_moments_draw(b, inner);
    ui_scroll_end(ui);
}

static void end_draw(struct between *b)
{
    struct ui *ui = b->ui;
    struct rect page = page_begin(ui);
    int wide = page_width(ui) >= 1000 && page_height(ui) >= 560;
    top_draw(b, &page, wide);
    page = rect_inset(page, ui_px(ui, wide ? 32 : 20), ui_px(ui, 22));
    page.h += ui_px(ui, 14);
    if (wide)
        wide_page(b, page);
    else
        narrow_page(b, page);
    if (b->m->overruling)
        round_overrule_draw(b);
    if (b->m->finishing)
        finish_dialog(b);
}

/* What was picked belongs to the round it was picked in. */
static void memory_follow(struct round_memory *m, const struct view_round *view)
{
    if (m->rounds == view->round_count)
        return;
    m->rounds = view->round_count;
    m->briefing = m->overruling = m->finishing = 0;
    m->filter = m->selected = -1;
}

void round_screen(struct ui *ui, const struct view_round *view, struct round_memory *m, struct wishes *wishes)
{
    struct between b = {ui, view, m, wishes};
    memory_follow(m, view);
    if (round_is_briefing(view, m))
        briefing_draw(&b);
    else if (view->has_end)
        end_draw(&b);
    else
        page_begin(ui);
}
