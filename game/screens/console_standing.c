/*
 * The large view for a facilitator who stands away from the laptop: who
 * speaks, what they say, the answer if one was asked for, and what waits.
 */
#include "console_parts.h"

/* As large as it goes: a line that would not fit is set smaller, never cut. */
static float line_size(struct console *c, struct rect r, float most, enum draw_weight weight, const char *line)
{
    float size = most;
    while (size > 12 && ui_text_height(c->ui, size, weight, r.w, line, 0) > r.h) size -= 2;
    return size;
}

static void speaker(struct console *c, struct rect r, const struct view_customer *who)
{
    int low = r.h < px(c, 330);
    struct rect head = rect_cut_top(&r, px(c, low ? 34 : 58));
    ui_text(c->ui, head, line_size(c, head, low ? 22 : 40, WEIGHT_BOLD, who->name), WEIGHT_BOLD, THEME_TEXT, ALIGN_LEFT, 0, who->name);
    if (!low) ui_text(c->ui, rect_cut_top(&r, px(c, 34)), 22, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0,
            arena_printf(ui_arena(c->ui), "%s, %s", who->role, who->mood_word));
    rect_cut_top(&r, px(c, 10));
    ui_text(c->ui, rect_cut_bottom(&r, px(c, low ? 26 : 40)), low ? 14 : 20, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, who->line_note);
    const char *line = arena_printf(ui_arena(c->ui), "\xe2\x80\x9c%s\xe2\x80\x9d", who->line);
    struct rect inner = rect_inset(r, px(c, low ? 16 : 28), px(c, low ? 8 : 20));
    float size = line_size(c, inner, 46, WEIGHT_SEMIBOLD, line);
    float height = ui_text_height(c->ui, size, WEIGHT_SEMIBOLD, inner.w, line, 0);
    if (height < inner.h) r.h -= inner.h - height, inner.h = height;
    draw_rect(ui_list(c->ui), r, px(c, 16), shade(c, THEME_SPEECH));
    ui_text(c->ui, inner, size, WEIGHT_SEMIBOLD, THEME_ON_SPEECH, ALIGN_LEFT, 9, line);
}

void console_standing(struct console *c, struct rect r)
{
    ui_scope_push(c->ui, "standing");
    r = rect_inset(r, px(c, 40), px(c, 18));
    console_alert(c, &r);
    rect_cut_bottom(&r, px(c, 2));
    struct rect foot = rect_cut_bottom(&r, px(c, 48));
    rect_cut_bottom(&r, px(c, 10));
    struct rect keys = rect_cut_bottom(&r, px(c, 44));
    const struct view_customer *who = NULL;
    for (int i = 0; i < c->view->customer_count; i++)
        if (c->view->customers[i].id == c->view->customer) who = &c->view->customers[i];
    if (!who && c->view->customer_count) who = &c->view->customers[0];
    if (who) {
        speaker(c, r, who);
        if (ui_button(c->ui, rect_cut_left(&keys, px(c, 150)), text("console.said-it"), "Y", 0)) console_said_it(c, who);
        rect_cut_left(&keys, px(c, 10));
        if (ui_button(c->ui, rect_cut_left(&keys, px(c, 190)), text("console.another-line"), "R", 0)) console_another_line(c, who);
        rect_cut_left(&keys, px(c, 10));
        if (ui_button(c->ui, rect_cut_left(&keys, px(c, 260)), text("console.mark"), "PgDn", 0)) wish_number(c->wishes, WISH_MARK, who->id);
    }
    for (int i = 0; i < c->view->customer_count; i++) {
        const struct view_customer *one = &c->view->customers[i];
        struct rect box = rect_column(foot, i, c->view->customer_count, px(c, 10));
        box.h -= px(c, 8);
        if (ui_choice(c->ui, box, one->first, one->key, one == who ? UI_SELECTED : 0)) console_choose_customer(c, one);
    }
    ui_scope_pop(c->ui);
}
