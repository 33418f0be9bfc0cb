/*
 * The large view for a facilitator who stands away from the laptop: who
 * speaks, what they say, the answer if one was asked for, and what waits.
 */
#include "console_parts.h"

static void speaker(struct console *c, struct rect r, const struct view_customer *who)
{
    struct rect head = rect_cut_top(&r, px(c, 70));
    ui_text(c->ui, head, 44, WEIGHT_BOLD, THEME_TEXT, ALIGN_LEFT, 0, who->name);
    ui_text(c->ui, rect_cut_top(&r, px(c, 40)), 24, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0,
            arena_printf(ui_arena(c->ui), "%s, %s", who->role, who->mood_word));
    rect_cut_top(&r, px(c, 14));
    const char *line = arena_printf(ui_arena(c->ui), "\xe2\x80\x9c%s\xe2\x80\x9d", who->line);
    float height = ui_text_height(c->ui, 42, WEIGHT_SEMIBOLD, r.w - px(c, 60), line, 4) + px(c, 50);
    struct rect bubble = rect_cut_top(&r, height < r.h ? height : r.h);
    draw_rect(ui_list(c->ui), bubble, px(c, 16), shade(c, THEME_SPEECH));
    ui_text(c->ui, rect_inset(bubble, px(c, 30), px(c, 25)), 42, WEIGHT_SEMIBOLD, THEME_ON_SPEECH, ALIGN_LEFT, 4, line);
    rect_cut_top(&r, px(c, 14));
    ui_text(c->ui, rect_cut_top(&r, px(c, 40)), 24, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, who->line_note);
}

void console_standing(struct console *c, struct rect r)
{
    ui_scope_push(c->ui, "standing");
    r = rect_inset(r, px(c, 40), px(c, 24));
    struct rect foot = rect_cut_bottom(&r, px(c, 48));
    struct rect keys = rect_cut_bottom(&r, px(c, 46));
    const struct view_customer *who = NULL;
    for (int i = 0; i < c->view->customer_count; i++)
        if (c->view->customers[i].id == c->view->customer) who = &c->view->customers[i];
    if (!who && c->view->customer_count) who = &c->view->customers[0];
    if (who) {
        speaker(c, r, who);
        if (ui_button(c->ui, rect_cut_left(&keys, px(c, 150)), text("console.said-it"), "Y", 0)) console_said_it(c, who);
        rect_cut_left(&keys, px(c, 10));
        if (ui_button(c->ui, rect_cut_left(&keys, px(c, 190)), text("console.another-line"), "R", 0)) c->memory->focus.line[who->id]++;
        rect_cut_left(&keys, px(c, 10));
        if (ui_button(c->ui, rect_cut_left(&keys, px(c, 260)), text("console.mark"), "PgDn", 0)) wish_number(c->wishes, WISH_MARK, who->id);
    }
    for (int i = 0; i < c->view->customer_count; i++) {
        const struct view_customer *one = &c->view->customers[i];
        struct rect box = rect_column(foot, i, c->view->customer_count, px(c, 10));
        box.h -= px(c, 8);
        if (ui_choice(c->ui, box, one->first, one->key, one == who ? UI_SELECTED : 0)) c->memory->focus.customer = one->id;
    }
    ui_scope_pop(c->ui);
}
