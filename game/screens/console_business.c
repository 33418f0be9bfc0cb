#include "console_parts.h"

static enum theme_token mood_token(enum mood mood)
{
    static const enum theme_token tokens[MOOD_COUNT] = {THEME_GOOD, THEME_GOOD, THEME_WARN, THEME_WARN, THEME_BAD};
    return tokens[mood];
}

static const struct view_customer *in_focus(const struct console *c)
{
    for (int i = 0; i < c->view->customer_count; i++)
        if (c->view->customers[i].id == c->view->customer) return &c->view->customers[i];
    return c->view->customer_count ? &c->view->customers[0] : NULL;
}

struct portrait_look console_look(struct console *c, const struct view_customer *who)
{
    const struct portrait *p = who->portrait;
    return (struct portrait_look){.skin = p->skin, .hair = p->hair, .clothes = p->clothes, .style = p->style, .glasses = p->glasses,
                                  .beard = p->beard, .face = (enum expression)who->mood, .light = 1,
                                  .ring = shade(c, mood_token(who->mood))};
}

static void person(struct console *c, struct rect *r, const struct view_customer *who)
{
    struct rect head = rect_cut_top(r, px(c, 62));
    struct portrait_look look = console_look(c, who);
    float radius = px(c, 26);
    portrait_draw(ui_list(c->ui), ui_theme(c->ui), &look, head.x + radius, head.y + head.h / 2, radius);
    rect_cut_left(&head, px(c, 66));
    struct rect name = rect_cut_top(&head, px(c, 26));
    ui_text(c->ui, name, 17, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, who->name);
    char *role = arena_printf(ui_arena(c->ui), "%s, %s", who->role, who->mood_word);
    ui_text(c->ui, head, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 2, role);
}

static void speech(struct console *c, struct rect *r, const struct view_customer *who)
{
    const char *line = arena_printf(ui_arena(c->ui), "\xe2\x80\x9c%s\xe2\x80\x9d", who->line);
    float height = ui_text_height(c->ui, 17, WEIGHT_SEMIBOLD, r->w - px(c, 32), line, 5) + px(c, 26);
    struct rect bubble = rect_cut_top(r, height);
    draw_rect(ui_list(c->ui), bubble, px(c, 10), shade(c, THEME_SPEECH));
    ui_text(c->ui, rect_inset(bubble, px(c, 16), px(c, 13)), 17, WEIGHT_SEMIBOLD, THEME_ON_SPEECH, ALIGN_LEFT, 5, line);
    rect_cut_top(r, px(c, 6));
    if (who->line_note[0]) ui_text(c->ui, rect_cut_top(r, px(c, 22)), 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, who->line_note);
}

/* From what the script lets them say to their mood's lines, and from one of those to the next. */
void console_another_line(struct console *c, const struct view_customer *who)
{
    struct console_focus *focus = &c->memory->focus;
    focus->line[who->id] = who->line_react.kind ? focus->line[who->id] + 1 : 0;
    focus->heard[who->id] = c->view->events;
}

/* What the script let them say is recorded already; a mood line is recorded when it was said, and is not offered again
 * while others were heard less often. */
void console_said_it(struct console *c, const struct view_customer *who)
{
    if (who->line_react.kind) wish_command(c->wishes, &who->line_react, NULL, NULL);
    c->memory->focus.line[who->id] = 0;
    c->memory->focus.heard[who->id] = c->view->events;
}

static void line_buttons(struct console *c, struct rect r, const struct view_customer *who)
{
    int free = c->memory->panel == PANEL_NONE;
    const char *said = text("console.said-it"), *other = text("console.another-line");
    struct rect left = rect_cut_left(&r, ui_button_width(c->ui, said, "Y", 0));
    if (ui_button(c->ui, left, said, free ? "Y" : "", 0)) console_said_it(c, who);
    rect_cut_left(&r, px(c, 8));
    float width = ui_button_width(c->ui, other, "R", 0);
    if (r.w > width) r.w = width;
    if (ui_button(c->ui, r, other, free ? "R" : "", 0)) console_another_line(c, who);
}

static void ask_button(struct console *c, struct rect r)
{
    int free = c->memory->panel == PANEL_NONE;
    float width = ui_button_width(c->ui, text("help.button"), "?", 0);
    if (width < r.w) r.w = width;
    if (ui_button(c->ui, r, text("help.button"), free ? "?" : "", 0)) console_open(c, PANEL_QUESTIONS);
}

static void trust_row(struct console *c, struct rect r, const struct view_customer *who)
{
    static const enum theme_token tones[] = {THEME_NEUTRAL, THEME_GOOD, THEME_WARN, THEME_BAD, THEME_TEAM, THEME_LEARN};
    int chosen = who->id == c->view->customer;
    char *label = arena_printf(ui_arena(c->ui), "%s %d / %d", who->first, who->trust, who->satisfaction);
    if (ui_row(c->ui, r, label, "", (chosen ? UI_SELECTED : 0) | UI_QUIET)) c->memory->focus.customer = who->id;
    r = rect_inset(r, px(c, 8), 0);
    struct draw_font font = {.size = pt(c, 14), .weight = chosen ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR, .tabular = 1};
    struct rect figures = rect_cut_right(&r, px(c, 72));
    draw_text(ui_list(c->ui), rect_cut_left(&r, px(c, 74)), &font, shade(c, THEME_TEXT), ALIGN_LEFT, who->first);
    draw_text(ui_list(c->ui), figures, &font, shade(c, who->silent_beyond ? THEME_WARN : THEME_TEXT), ALIGN_RIGHT,
              arena_printf(ui_arena(c->ui), "%d / %d", who->trust, who->satisfaction));
    rect_cut_right(&r, px(c, 6));
    r = rect_inset(r, 0, (r.h - px(c, 14)) / 2);
    chart_pair(ui_list(c->ui), ui_theme(c->ui), r, who->trust, who->satisfaction, shade(c, tones[who->tone]));
}

static void stop_to_learn(struct console *c)
{
    struct sim_command command = sim_command_make(SIM_CMD_LEARN);
    command.learn.on = 1;
    command.learn.pattern = c->view->alert_pattern;
    wish_command(c->wishes, &command, NULL, NULL);
}

static float alert_button(struct console *c) { return c->view->may_stop ? px(c, 44) : 0; }

static float alert_height(struct console *c, float width)
{
    if (!c->view->alert[0]) return 0;
    return ui_text_height(c->ui, 14, WEIGHT_REGULAR, width - px(c, 28), c->view->alert_text, 4) + px(c, 54) + alert_button(c);
}

/* A pattern that repeats, and the one stop that a round may have for it. The key works where the box has no room. */
static void alert(struct console *c, struct rect box, float height)
{
    if (!c->view->alert[0]) return;
    if (height > box.h + 1) {
        if (c->view->may_stop && ui_shortcut(c->ui, "Ctrl+L")) stop_to_learn(c);
        return;
    }
    draw_rect(ui_list(c->ui), box, px(c, 10), shade(c, THEME_LEARN_PANEL));
    box = rect_inset(box, px(c, 14), px(c, 10));
    struct rect foot = rect_cut_bottom(&box, alert_button(c));
    ui_text(c->ui, rect_cut_top(&box, px(c, 26)), 14, WEIGHT_SEMIBOLD, THEME_LEARN, ALIGN_LEFT, 0, c->view->alert);
    ui_text(c->ui, box, 14, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, 4, c->view->alert_text);
    const char *label = text("learning.stop");
    float wide = ui_button_width(c->ui, label, "Ctrl+L", UI_LEARN);
    foot = (struct rect){foot.x, foot.y + px(c, 8), wide < foot.w ? wide : foot.w, px(c, 36)};
    if (c->view->may_stop && ui_button(c->ui, foot, label, "Ctrl+L", UI_LEARN)) stop_to_learn(c);
}

void console_business(struct console *c, struct rect r)
{
    ui_scope_push(c->ui, "business");
    console_heading(c, &r, text("console.business"));
    const struct view_customer *who = in_focus(c);
    if (who) {
        person(c, &r, who);
        rect_cut_top(&r, px(c, 6));
        speech(c, &r, who);
        line_buttons(c, rect_cut_top(&r, px(c, 34)), who);
    }
    rect_cut_top(&r, px(c, 8));
    ask_button(c, rect_cut_top(&r, px(c, 34)));
    rect_cut_top(&r, px(c, 8));
    float high = alert_height(c, r.w);
    struct rect box = rect_cut_bottom(&r, high < r.h - px(c, 24 + 30 + 8) ? high : 0);   /* one row of trust stays */
    if (box.h > 0) rect_cut_bottom(&r, px(c, 8));
    console_heading(c, &r, text("console.trust"));
    float row = c->view->customer_count > 0 ? r.h / (float)c->view->customer_count : 0;
    row = row > px(c, 30) ? px(c, 30) : row < px(c, 20) ? px(c, 20) : row;
    for (int i = 0; i < c->view->customer_count && r.h >= row; i++) trust_row(c, rect_cut_top(&r, row), &c->view->customers[i]);
    rect_cut_top(&r, px(c, 12));
    alert(c, box, high);
    if (c->view->ideas_hint[0] && r.h > px(c, 70)) {
        rect_cut_top(&r, px(c, 10));
        ui_text(c->ui, r, 13, WEIGHT_REGULAR, THEME_LEARN, ALIGN_LEFT, 4, c->view->ideas_hint);
    }
    if (who && r.h > px(c, 130) && !c->view->alert[0]) {
        rect_cut_top(&r, px(c, 50));
        ui_text(c->ui, r, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 5, who->about);
    }
    ui_scope_pop(c->ui);
}
