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

/* How close things stand: what a pane has no room for at ease it shows in smaller letters before it hides any of it. */
struct spacing { float face, line, row, gap; };
static const struct spacing spacings[] = {{26, 17, 30, 8}, {24, 15, 24, 6}, {20, 14, 20, 4}, {16, 13, 20, 2}};
enum { SPACINGS = sizeof spacings / sizeof spacings[0], LINE_ROWS = 6, NOTE_LINES = 3, BUTTONS = 34, HEADING = 28 };

static const char *role_and_mood(struct console *c, const struct view_customer *who)
{
    return arena_printf(ui_arena(c->ui), who->speaks[0] ? "%s, %s. %s" : "%s, %s", who->role, who->mood_word, who->speaks);
}

static float beside_face(struct console *c, const struct spacing *s, float width) { return width - px(c, s->face * 2 + 14); }

static float name_height(struct console *c, const struct spacing *s, const struct view_customer *who, float width)
{
    return ui_text_height(c->ui, s->line, WEIGHT_SEMIBOLD, beside_face(c, s, width), who->name, 3);
}

static float role_height(struct console *c, const struct spacing *s, const struct view_customer *who, float width)
{
    return ui_text_height(c->ui, 13, WEIGHT_REGULAR, beside_face(c, s, width), role_and_mood(c, who), 4);
}

static float person_height(struct console *c, const struct spacing *s, const struct view_customer *who, float width)
{
    float words = name_height(c, s, who, width) + role_height(c, s, who, width) + px(c, 4), face = px(c, s->face * 2 + 8);
    return words > face ? words : face;
}

static void person(struct console *c, struct rect *r, const struct spacing *s, const struct view_customer *who)
{
    float name = name_height(c, s, who, r->w), role = role_height(c, s, who, r->w), radius = px(c, s->face);
    struct rect head = rect_cut_top(r, person_height(c, s, who, r->w));
    struct portrait_look look = console_look(c, who);
    portrait_draw(ui_list(c->ui), ui_theme(c->ui), &look, head.x + radius, head.y + head.h / 2, radius);
    rect_cut_left(&head, px(c, s->face * 2 + 14));
    rect_cut_top(&head, (head.h - name - role) / 2);
    ui_text(c->ui, rect_cut_top(&head, name), s->line, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 3, who->name);
    ui_text(c->ui, rect_cut_top(&head, role), 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 4, role_and_mood(c, who));
}

static const char *quoted(struct console *c, const struct view_customer *who)
{
    return arena_printf(ui_arena(c->ui), "\xe2\x80\x9c%s\xe2\x80\x9d", who->line);
}

static float bubble_height(struct console *c, const struct spacing *s, const struct view_customer *who, float width)
{
    return ui_text_height(c->ui, s->line, WEIGHT_SEMIBOLD, width - px(c, 32), quoted(c, who), LINE_ROWS) + px(c, s->gap + 16);
}

static float note_height(struct console *c, const struct view_customer *who, float width)
{
    return who->line_note[0] ? ui_text_height(c->ui, 13, WEIGHT_REGULAR, width, who->line_note, NOTE_LINES) + px(c, 4) : 0;
}

static void speech(struct console *c, struct rect *r, const struct spacing *s, const struct view_customer *who)
{
    struct rect bubble = rect_cut_top(r, bubble_height(c, s, who, r->w));
    draw_rect(ui_list(c->ui), bubble, px(c, 10), shade(c, THEME_SPEECH));
    ui_text(c->ui, rect_inset(bubble, px(c, 16), px(c, (s->gap + 16) / 2)), s->line, WEIGHT_SEMIBOLD, THEME_ON_SPEECH, ALIGN_LEFT, LINE_ROWS, quoted(c, who));
    rect_cut_top(r, px(c, s->gap / 2));
    if (who->line_note[0]) ui_text(c->ui, rect_cut_top(r, note_height(c, who, r->w)), 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, NOTE_LINES, who->line_note);
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

/* Beside the heading, so that it takes no height from the people. */
static void business_head(struct console *c, struct rect *r)
{
    struct rect line = rect_cut_top(r, px(c, HEADING));
    int free = c->memory->panel == PANEL_NONE;
    const char *label = text("help.button");
    struct rect box = rect_cut_right(&line, ui_button_width(c->ui, label, "?", UI_SMALL));
    if (ui_button(c->ui, box, label, free ? "?" : "", UI_SMALL)) console_open(c, PANEL_QUESTIONS);
    ui_text(c->ui, line, 13, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0, text("console.business"));
    rect_cut_top(r, px(c, 4));
}

static void trust_row(struct console *c, struct rect r, const struct view_customer *who)
{
    static const enum theme_token tones[] = {THEME_NEUTRAL, THEME_GOOD, THEME_WARN, THEME_BAD, THEME_TEAM, THEME_LEARN};
    int chosen = who->id == c->view->customer;
    char *label = arena_printf(ui_arena(c->ui), "%s %d / %d", who->first, who->trust, who->satisfaction);
    if (ui_row(c->ui, r, label, "", (chosen ? UI_SELECTED : 0) | UI_QUIET)) console_choose_customer(c, who);
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

enum { ALERT_LINES = 5, ALERT_BUTTON = 34 };

static float alert_words_height(struct console *c, float width) { return ui_text_height(c->ui, 14, WEIGHT_REGULAR, width, c->view->alert_text, ALERT_LINES); }

static float alert_box_height(struct console *c, const struct spacing *s, float width)
{
    if (!c->view->alert[0] || c->narrow) return 0;
    return alert_words_height(c, width - px(c, 28)) + px(c, 24 + 2 * s->gap) + (c->view->may_stop ? px(c, ALERT_BUTTON + s->gap) : 0);
}

static void stop_button(struct console *c, struct rect foot)
{
    const char *label = text("learning.stop");
    float wide = ui_button_width(c->ui, label, "Ctrl+L", UI_LEARN);
    if (wide < foot.w) foot.w = wide;
    if (ui_button(c->ui, foot, label, "Ctrl+L", UI_LEARN)) stop_to_learn(c);
}

/* A pattern that repeats, and the one stop that a round may have for it. */
static void alert_box(struct console *c, const struct spacing *s, struct rect box)
{
    if (!c->view->alert[0] || c->narrow) return;
    draw_rect(ui_list(c->ui), box, px(c, 10), shade(c, THEME_LEARN_PANEL));
    box = rect_inset(box, px(c, 14), px(c, s->gap));
    ui_text(c->ui, rect_cut_top(&box, px(c, 24)), 14, WEIGHT_SEMIBOLD, THEME_LEARN, ALIGN_LEFT, 0, c->view->alert);
    if (c->view->may_stop) stop_button(c, rect_cut_bottom(&box, px(c, ALERT_BUTTON)));
    ui_text(c->ui, box, 14, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, ALERT_LINES, c->view->alert_text);
}

static float bar_button(struct console *c)
{
    return c->view->may_stop ? ui_button_width(c->ui, text("learning.stop"), "Ctrl+L", UI_LEARN) + px(c, 12) : 0;
}

/* Where height is dear its heading runs on into the words. */
static const char *alert_words(struct console *c)
{
    return c->stacked ? arena_printf(ui_arena(c->ui), "%s: %s", c->view->alert, c->view->alert_text) : c->view->alert_text;
}

float console_alert_height(struct console *c, float width)
{
    if (!c->view->alert[0]) return 0;
    float words = ui_text_height(c->ui, 14, WEIGHT_REGULAR, width - px(c, 28) - bar_button(c), alert_words(c), ALERT_LINES) + px(c, c->stacked ? 0 : 20);
    float least = px(c, ALERT_BUTTON), margins = px(c, c->stacked ? 12 : 16);
    return (words > least ? words : least) + margins + px(c, 6);
}

void console_alert(struct console *c, struct rect *r)
{
    if (!c->view->alert[0]) return;
    ui_scope_push(c->ui, "alert");
    struct rect box = rect_cut_top(r, console_alert_height(c, r->w));
    box.h -= px(c, 6);
    draw_rect(ui_list(c->ui), box, px(c, 10), shade(c, THEME_LEARN_PANEL));
    box = rect_inset(box, px(c, 14), px(c, c->stacked ? 6 : 8));
    struct rect stop = rect_cut_right(&box, bar_button(c));
    rect_cut_left(&stop, px(c, 12));
    stop = rect_inset(stop, 0, (stop.h - px(c, ALERT_BUTTON)) / 2);
    if (c->view->may_stop) stop_button(c, stop);
    if (!c->stacked) ui_text(c->ui, rect_cut_top(&box, px(c, 20)), 14, WEIGHT_SEMIBOLD, THEME_LEARN, ALIGN_LEFT, 0, c->view->alert);
    ui_text(c->ui, box, 14, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, ALERT_LINES, alert_words(c));
    ui_scope_pop(c->ui);
}

/* Everything but the hints at the foot, which show where there is room. */
static float pane_height(struct console *c, const struct spacing *s, const struct view_customer *who, float width)
{
    float height = px(c, HEADING + 4) + px(c, s->gap + HEADING) + px(c, s->row) * (float)c->view->customer_count;
    if (who) height += person_height(c, s, who, width) + px(c, 4 + s->gap / 2 + BUTTONS) + bubble_height(c, s, who, width) + note_height(c, who, width);
    float alert = alert_box_height(c, s, width);
    return alert > 0 ? height + alert + px(c, s->gap) : height;
}

float console_business_height(struct console *c, float width) { return pane_height(c, &spacings[SPACINGS - 1], in_focus(c), width) + px(c, 4); }

static const struct spacing *spacing_for(struct console *c, const struct view_customer *who, struct rect r)
{
    int i = 0;
    while (i < SPACINGS - 1 && pane_height(c, &spacings[i], who, r.w) > r.h) i++;
    return &spacings[i];
}

/* What is left over goes to the rows first. */
static float row_height(struct console *c, const struct spacing *s, float over)
{
    float row = px(c, s->row), most = px(c, spacings[0].row);
    if (over > 0 && c->view->customer_count > 0) row += over / (float)c->view->customer_count;
    return row < most ? row : most;
}

static void foot_hints(struct console *c, struct rect r, const struct view_customer *who)
{
    if (c->view->ideas_hint[0] && r.h > px(c, 70)) {
        rect_cut_top(&r, px(c, 10));
        ui_text(c->ui, r, 13, WEIGHT_REGULAR, THEME_LEARN, ALIGN_LEFT, 4, c->view->ideas_hint);
    }
    if (!who || c->view->alert[0]) return;
    rect_cut_top(&r, px(c, 12));
    float needs = console_needs_height(c, r.w, 0);
    if (needs > 0 && needs <= r.h) console_needs(c, &r, 0);
    rect_cut_top(&r, px(c, 10));
    float about = ui_text_height(c->ui, 13, WEIGHT_REGULAR, r.w, who->about, 8);
    if (about <= r.h) ui_text(c->ui, r, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 8, who->about);
}

void console_business(struct console *c, struct rect r)
{
    ui_scope_push(c->ui, "business");
    const struct view_customer *who = in_focus(c);
    const struct spacing *s = spacing_for(c, who, r);
    float row = row_height(c, s, r.h - pane_height(c, s, who, r.w));
    business_head(c, &r);
    if (who) {
        person(c, &r, s, who);
        rect_cut_top(&r, px(c, 4));
        speech(c, &r, s, who);
        line_buttons(c, rect_cut_top(&r, px(c, BUTTONS)), who);
    }
    rect_cut_top(&r, px(c, s->gap));
    struct rect box = rect_cut_bottom(&r, alert_box_height(c, s, r.w));
    console_heading(c, &r, text("console.trust"));
    for (int i = 0; i < c->view->customer_count; i++) trust_row(c, rect_cut_top(&r, row), &c->view->customers[i]);
    foot_hints(c, r, who);
    alert_box(c, s, box);
    ui_scope_pop(c->ui);
}
