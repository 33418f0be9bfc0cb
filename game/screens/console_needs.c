/* What the customer in focus needs. The facilitator plays them: what nobody has found yet stands there too, marked. */
#include "console_parts.h"

enum { SIGN = 20, NEED_LINES = 3 };

static const char *need_words(struct console *c, const struct view_need *n)
{
    return text_fill(ui_arena(c->ui), "need.row", "kind", n->word, "need", n->text, NULL);
}

static float row_height(struct console *c, const struct view_need *n, float width, int hints)
{
    float words = width - px(c, SIGN);
    float height = ui_text_height(c->ui, 13, WEIGHT_MEDIUM, words, need_words(c, n), NEED_LINES) + px(c, 4);
    return hints ? height + ui_text_height(c->ui, 13, WEIGHT_REGULAR, words, n->how, NEED_LINES) : height;
}

static const char *heading(struct console *c)
{
    const char *first = "";
    for (int i = 0; i < c->view->customer_count; i++)
        if (c->view->customers[i].id == c->view->customer) first = c->view->customers[i].first;
    return text_fill(ui_arena(c->ui), "need.heading", "customer", first, NULL);
}

float console_needs_height(struct console *c, float width, int hints)
{
    const struct view_needs *needs = &c->view->needs;
    float height = ui_text_height(c->ui, 13, WEIGHT_MEDIUM, width, heading(c), 1) + px(c, 4);
    int shown = 0;
    for (int i = 0; i < needs->count; i++)
        if (hints || !needs->items[i].found) height += row_height(c, &needs->items[i], width, hints), shown++;
    return shown > 0 ? height : 0;
}

static void row_draw(struct console *c, struct rect r, const struct view_need *n, int hints)
{
    struct draw_font sign = {.size = pt(c, 15), .weight = WEIGHT_ICON};
    struct rect mark = rect_cut_left(&r, px(c, SIGN));
    mark.h = ui_leading(c->ui, 13);
    draw_text(ui_list(c->ui), mark, &sign, shade(c, n->found ? THEME_GOOD : THEME_WARN), ALIGN_LEFT, icon_text(n->found ? ICON_CHECK : ICON_QUESTION));
    struct rect words = rect_cut_top(&r, ui_text_height(c->ui, 13, WEIGHT_MEDIUM, r.w, need_words(c, n), NEED_LINES));
    ui_text(c->ui, words, 13, WEIGHT_MEDIUM, n->found ? THEME_TEXT_DIM : THEME_TEXT, ALIGN_LEFT, NEED_LINES, need_words(c, n));
    if (hints) ui_text(c->ui, r, 13, WEIGHT_REGULAR, n->found ? THEME_TEXT_DIM : THEME_WARN, ALIGN_LEFT, NEED_LINES, n->how);
}

void console_needs(struct console *c, struct rect *r, int hints)
{
    const struct view_needs *needs = &c->view->needs;
    if (console_needs_height(c, r->w, hints) <= 0) return;
    struct rect head = rect_cut_top(r, ui_text_height(c->ui, 13, WEIGHT_MEDIUM, r->w, heading(c), 1) + px(c, 4));
    ui_text(c->ui, head, 13, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 1, heading(c));
    for (int i = 0; i < needs->count; i++) {
        if (!hints && needs->items[i].found) continue;
        float height = row_height(c, &needs->items[i], r->w, hints);
        row_draw(c, rect_cut_top(r, height), &needs->items[i], hints);
    }
}
