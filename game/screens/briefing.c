#include "round_parts.h"

static const float FACE = 24;

/* --- console --- */

static float lines_height(struct between *b, float width)
{
    struct ui *ui = b->ui;
    const struct texts *lines = &b->view->next.briefing;
    float inner = width - ui_px(ui, 56), height = ui_px(ui, 48);
    for (int32_t i = 0; i < lines->count; i++)
        height += page_words_height(ui, inner, 22, WEIGHT_MEDIUM, 8, lines->items[i]) + (i > 0 ? ui_px(ui, 12) : 0);
    return height;
}

static void lines_draw(struct between *b, struct rect *r)
{
    struct ui *ui = b->ui;
    const struct texts *lines = &b->view->next.briefing;
    if (lines->count == 0)
        return;
    page_heading(ui, r, text("round.read-aloud"));
    struct rect inner = page_panel(ui, rect_cut_top(r, lines_height(b, r->w)), THEME_SPEECH, 24);
    inner = rect_inset(inner, ui_px(ui, 4), 0);
    for (int32_t i = 0; i < lines->count; i++) {
        if (i > 0)
            page_gap(ui, &inner, 12);
        page_words(ui, &inner, 22, WEIGHT_MEDIUM, THEME_ON_SPEECH, 8, lines->items[i]);
    }
    page_gap(ui, r, 24);
}

static float agreed_height(struct between *b, float width)
{
    const struct round_next *next = &b->view->next;
    return round_lines_height(b, text("round.next.pledges"), next->pledges, next->pledge_count, width) +
           round_lines_height(b, text("round.next.changes"), next->changes, next->change_count, width);
}

static void agreed_draw(struct between *b, struct rect *r)
{
    const struct round_next *next = &b->view->next;
    round_lines_draw(b, text("round.next.pledges"), next->pledges, next->pledge_count, r);
    round_lines_draw(b, text("round.next.changes"), next->changes, next->change_count, r);
}

static const char *start_words(struct between *b)
{
    return text(b->view->next.warm_up ? "round.start-warm-up" : "round.start-means");
}

static void start_draw(struct between *b, struct rect *r)
{
    struct ui *ui = b->ui;
    struct rect line = rect_cut_top(r, ui_px(ui, 52));
    const char *label = text("round.start");
    struct rect button = rect_cut_left(&line, ui_button_width(ui, label, "Enter", UI_LARGE | UI_PRIMARY));
    if (ui_button(ui, button, label, "Enter", UI_LARGE | UI_PRIMARY))
        wish(b->wishes, WISH_NEXT_ROUND);
    page_gap(ui, r, 10);
    page_words(ui, r, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, start_words(b));
}

static void left_draw(struct between *b, struct rect *r)
{
    struct ui *ui = b->ui;
    const struct round_next *next = &b->view->next;
    const char *const pills[] = {next->when, next->lasts};
    page_words(ui, r, 16, WEIGHT_MEDIUM, THEME_TEAM, 1, next->label);
    page_words(ui, r, 40, WEIGHT_BOLD, THEME_TEXT, 3, next->title);
    page_gap(ui, r, 6);
    page_pills(ui, r, pills, 2);
    page_gap(ui, r, 26);
    lines_draw(b, r);
    start_draw(b, r);
    page_gap(ui, r, 26);
    agreed_draw(b, r);
}

static float left_height(struct between *b, float width)
{
    struct ui *ui = b->ui;
    const struct round_next *next = &b->view->next;
    const char *const pills[] = {next->when, next->lasts};
    float lines = next->briefing.count ? page_words_height(ui, width, 14, WEIGHT_MEDIUM, 2, text("round.read-aloud")) +
                                             ui_px(ui, 8 + 24) + lines_height(b, width)
                                       : 0;
    return page_words_height(ui, width, 16, WEIGHT_MEDIUM, 1, next->label) +
           page_words_height(ui, width, 40, WEIGHT_BOLD, 3, next->title) + ui_px(ui, 6 + 26 + 52 + 10 + 4) +
           page_pills_height(ui, width, pills, 2) + lines +
           page_words_height(ui, width, 15, WEIGHT_REGULAR, 3, start_words(b)) + ui_px(ui, 26) + agreed_height(b, width);
}

static float role_height(struct between *b, const struct round_role *role, float width)
{
    struct ui *ui = b->ui;
    return page_words_height(ui, width, 15, WEIGHT_SEMIBOLD, 2, role->name) +
           page_words_height(ui, width, 15, WEIGHT_REGULAR, 8, role->people) +
           page_words_height(ui, width, 13, WEIGHT_REGULAR, 3, role->about) + ui_px(ui, 12);
}

/* Which kind, what it is, and for whoever plays them that nobody has found it. */
static const char *need_words(struct between *b, const struct view_need *n)
{
    return text_fill(ui_arena(b->ui), n->found ? "need.row" : "need.row-hidden", "kind", n->word, "need", n->text, NULL);
}

static float needs_height(struct between *b, const struct view_needs *needs, float width)
{
    float height = needs->count > 0 ? ui_px(b->ui, 6) : 0;
    for (int i = 0; i < needs->count; i++)
        height += page_words_height(b->ui, width, 14, WEIGHT_MEDIUM, 3, need_words(b, &needs->items[i]));
    return height;
}

static void needs_draw(struct between *b, const struct view_needs *needs, struct rect *r)
{
    if (needs->count > 0)
        page_gap(b->ui, r, 6);
    for (int i = 0; i < needs->count; i++)
        page_words(b->ui, r, 14, WEIGHT_MEDIUM, needs->items[i].found ? THEME_TEXT_DIM : THEME_TEXT, 3, need_words(b, &needs->items[i]));
}

static float customer_height(struct between *b, const struct round_customer *c, float width)
{
    struct ui *ui = b->ui;
    float inner = width - ui_px(ui, 2 * FACE + 14);
    float words = page_words_height(ui, inner, 16, WEIGHT_SEMIBOLD, 2, c->name) +
                  page_words_height(ui, inner, 14, WEIGHT_REGULAR, 2, c->role) +
                  page_words_height(ui, inner, 14, WEIGHT_REGULAR, 6, c->about) + needs_height(b, &c->needs, inner);
    float face = ui_px(ui, 2 * FACE + 8);
    return (words > face ? words : face) + ui_px(ui, 14);
}

static float right_height(struct between *b, float width)
{
    struct ui *ui = b->ui;
    float height = 2 * (ui_leading(ui, 14) + ui_px(ui, 8)) + ui_px(ui, 20);
    for (int i = 0; i < b->view->role_count; i++)
        height += role_height(b, &b->view->roles[i], width);
    for (int i = 0; i < b->view->customer_count; i++)
        height += customer_height(b, &b->view->customers[i], width);
    return height;
}

static void customer_draw(struct between *b, const struct round_customer *c, struct rect r)
{
    struct ui *ui = b->ui;
    float radius = ui_px(ui, FACE);
    struct rect face = rect_cut_left(&r, 2 * radius);
    page_portrait(ui, c->portrait, (int)c->mood, 1, face.x + radius, face.y + radius, radius);
    rect_cut_left(&r, ui_px(ui, 14));
    page_words(ui, &r, 16, WEIGHT_SEMIBOLD, THEME_TEXT, 2, c->name);
    page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_CUSTOMER, 2, c->role);
    page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 6, c->about);
    needs_draw(b, &c->needs, &r);
}

static void right_draw(struct between *b, struct rect *r)
{
    struct ui *ui = b->ui;
    page_heading(ui, r, text("round.you-play"));
    ui_scope_push(ui, "customers");
    for (int i = 0; i < b->view->customer_count; i++)
        customer_draw(b, &b->view->customers[i], rect_cut_top(r, customer_height(b, &b->view->customers[i], r->w)));
    ui_scope_pop(ui);
    page_gap(ui, r, 10);
    page_heading(ui, r, text("round.who-plays"));
    ui_scope_push(ui, "roles");
    for (int i = 0; i < b->view->role_count; i++) {
        const struct round_role *role = &b->view->roles[i];
        page_words(ui, r, 15, WEIGHT_SEMIBOLD, THEME_TEXT, 2, role->name);
        page_words(ui, r, 15, WEIGHT_REGULAR, THEME_TEAM, 8, role->people);
        page_words(ui, r, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, role->about);
        page_gap(ui, r, 12);
    }
    ui_scope_pop(ui);
}

static void wide_page(struct between *b, struct rect r)
{
    struct ui *ui = b->ui;
    float bar = ui_px(ui, 18);
    struct rect right = rect_cut_right(&r, r.w * 0.37f);
    rect_cut_right(&r, ui_px(ui, 40));
    struct rect left = ui_scroll_begin(ui, "briefing", r, left_height(b, r.w - bar));
    left.w = r.w - bar;
    left_draw(b, &left);
    ui_scroll_end(ui);
    struct rect inner = ui_scroll_begin(ui, "people", right, right_height(b, right.w - bar));
    inner.w = right.w - bar;
    right_draw(b, &inner);
    ui_scroll_end(ui);
}

static void narrow_page(struct between *b, struct rect r)
{
    struct ui *ui = b->ui;
    float width = r.w - ui_px(ui, 18);
    struct rect inner = ui_scroll_begin(
        ui, "briefing", r, round_stage_height(b) + left_height(b, width) + right_height(b, width) + ui_px(ui, 28));
    inner.w = width;
    left_draw(b, &inner);
    page_gap(ui, &inner, 20);
    round_stage_line(b, &inner);
    page_gap(ui, &inner, 8);
    right_draw(b, &inner);
    ui_scroll_end(ui);
}

void briefing_draw(struct between *b)
{
    struct ui *ui = b->ui;
    struct rect page = page_begin(ui);
    int wide = page_width(ui) >= 1000 && page_height(ui) >= 520;
    struct rect bar = page_top(ui, &page);
    int to_end = b->view->has_end && !b->m->by_agenda;
    const char *back = text(to_end ? "round.back-to-end" : "round.to-start");
    if (page_button(ui, &bar, back, "Esc", 0)) {
        if (to_end)
            b->m->briefing = 0;
        else
            wish(b->wishes, WISH_BACK);
    }
    if (wide)
        round_stage_buttons(b, &bar);
    page_title(ui, bar, b->view->pack, b->view->team);
    page = rect_inset(page, ui_px(ui, wide ? 40 : 20), ui_px(ui, wide ? 34 : 22));
    if (wide)
        wide_page(b, page);
    else
        narrow_page(b, page);
}
