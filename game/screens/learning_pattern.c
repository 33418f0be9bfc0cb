/* What repeated itself: the facilitator looks first, the room when it is shown. */
#include "learning_page.h"

#include <string.h>

enum { OFFERED = 9 };

/* --- which one --- */

static void pattern_row_block(struct learning *l, struct rect *r)
{
    const struct learning_pattern *p = &l->view->patterns[l->index];
    struct rect line = *r, key = rect_cut_left(&line, ui_px(l->ui, 34));
    struct rect well = rect_cut_right(&line, p->good ? ui_pill_width(l->ui, 13, text("learning.went-well")) : 0);
    learning_text(l, &line, 15, WEIGHT_SEMIBOLD, THEME_TEXT, 2, p->name);
    if (l->paint && p->good)
        ui_pill(l->ui, well.x, well.y, 13, THEME_GOOD, THEME_GOOD_PANEL, text("learning.went-well"));
    if (l->paint)
        ui_keycap(l->ui, (struct rect){key.x, key.y, ui_px(l->ui, 22), ui_px(l->ui, 22)}, learning_words_of(l, l->index + 1));
    rect_cut_top(r, line.y - r->y);
}

static void choose(struct learning *l, int k)
{
    if (l->m->pattern == k)
        return;
    l->m->pattern = k;
    l->m->highlight = -1;
    l->m->replay = -1;
}

static void choices_block(struct learning *l, struct rect *r)
{
    learning_heading(l, r, text("learning.which"));
    if (l->paint)
        ui_scope_push(l->ui, "patterns");
    for (int k = 0; k < l->view->pattern_count && k < OFFERED; k++) {
        l->index = k;
        if (learning_row(l, r, l->view->patterns[k].name, learning_words_of(l, k + 1), k == l->m->pattern, pattern_row_block, 7))
            choose(l, k);
        learning_space(l, r, 2);
    }
    if (l->paint)
        ui_scope_pop(l->ui);
}

/* --- the evidence --- */

static void badge(struct learning *l, struct rect r, int number, int strong)
{
    struct ui *ui = l->ui;
    draw_rect(ui_list(ui), r, r.h / 2, page_color(ui, strong ? THEME_LEARN : THEME_LEARN_PANEL));
    ui_text(ui, r, 14, WEIGHT_BOLD, strong ? THEME_ON_LEARN : THEME_LEARN, ALIGN_CENTER, 0, learning_words_of(l, number));
}

static void evidence_block(struct learning *l, struct rect *r)
{
    const struct learning_evidence *e = &learning_shown(l)->evidence[l->index];
    struct rect line = *r, number = rect_cut_left(&line, ui_px(l->ui, 38)), time = rect_cut_left(&line, ui_px(l->ui, 60));
    int strong = l->index == l->m->highlight;
    time.h = ui_leading(l->ui, 16);
    number.w = number.h = ui_px(l->ui, 26);
    if (l->paint) {
        badge(l, number, l->index + 1, strong);
        ui_text(l->ui, time, 16, WEIGHT_SEMIBOLD, THEME_LEARN, ALIGN_LEFT, 0, e->time);
    }
    learning_text(l, &line, 16, WEIGHT_MEDIUM, THEME_TEXT, 4, e->text);
    learning_text(l, &line, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, e->note);
    if (strong && strcmp(e->full, e->text) != 0)
        learning_text(l, &line, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 6, e->full);
    if (line.y < number.y + number.h)
        line.y = number.y + number.h;
    rect_cut_top(r, line.y - r->y);
}

static void evidence_rows(struct learning *l, struct rect *r)
{
    const struct learning_pattern *p = learning_shown(l);
    int before = l->m->highlight, now = before;
    if (l->paint)
        ui_scope_push(l->ui, "evidence");
    for (int k = 0; k < p->evidence_count; k++) {
        l->index = k;
        const char *label = arena_printf(ui_arena(l->ui), "%d %s %s", k + 1, p->evidence[k].time, p->evidence[k].text);
        if (learning_row(l, r, label, "", k == before, evidence_block, 8) && (k != before || now == before))
            now = k;
    }
    if (!l->paint)
        return;
    l->m->highlight = now;
    ui_scope_pop(l->ui);
}

static void pattern_block(struct learning *l, struct rect *r)
{
    const struct learning_pattern *p = learning_shown(l);
    struct arena *a = ui_arena(l->ui);
    learning_text(l, r, 14, WEIGHT_MEDIUM, THEME_LEARN, 1, text(l->m->revealed ? "learning.room-sees" : "learning.room-waits"));
    learning_space(l, r, 6);
    learning_text(l, r, 26, WEIGHT_BOLD, THEME_TEXT, 4, p->headline);
    learning_space(l, r, 12);
    evidence_rows(l, r);
    if (p->more > 0)
        learning_text(l, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 1, text_count(a, "learning.more-evidence", p->more));
}

static void later_block(struct learning *l, struct rect *r)
{
    const struct learning_pattern *p = learning_shown(l);
    learning_text(l, r, 14, WEIGHT_SEMIBOLD, THEME_TEXT_DIM, 2, text("learning.later"));
    for (int k = 0; k < p->later_count; k++) {
        learning_space(l, r, 6);
        learning_text(l, r, 14, WEIGHT_REGULAR, THEME_TEXT, 3,
                      text_fill(ui_arena(l->ui), "learning.later-line", "time", p->later[k].time, "words", p->later[k].text, NULL));
    }
}

/* --- beside it --- */

static void replay_block(struct learning *l, struct rect *r)
{
    const struct learning_button replay = {text(l->m->replay >= 0 ? "learning.replay-stop" : "learning.replay"), "R", 0, 0};
    const struct learning_pattern *p = learning_shown(l);
    struct timeline_look look = learning_look(l, r->w);
    look.names = 96;
    look.first_names = 1;
    look.lane = 3;
    look.until = learning_until(l->view, l->m);
    look.pattern = p;
    look.rings = learning_rings(p, look.until);
    look.highlight = l->m->highlight;
    struct rect box = rect_cut_top(r, learning_timeline_height(l->ui, &l->view->timeline, &look, r->w));
    if (l->paint)
        learning_timeline_draw(l->ui, &l->view->timeline, &look, box);
    learning_space(l, r, 8);
    if (learning_buttons(l, r, &replay, 1) != 0)
        return;
    if (l->m->motion)
        l->m->replay = l->m->replay >= 0 ? -1 : 0;
    else
        l->m->highlight = (l->m->highlight + 1) % (p->evidence_count ? p->evidence_count : 1);
}

static void pair(struct learning *l, struct rect *r, const char *label, const char *value, enum theme_token color)
{
    struct rect line = rect_cut_top(r, ui_leading(l->ui, 18));
    float wide = ui_text_width(l->ui, 16, WEIGHT_MEDIUM, label) + ui_px(l->ui, 8);
    if (!l->paint)
        return;
    ui_text(l->ui, rect_cut_left(&line, wide < line.w ? wide : line.w), 16, WEIGHT_MEDIUM, THEME_TEXT, ALIGN_LEFT, 0, label);
    ui_text(l->ui, line, 18, WEIGHT_BOLD, color, ALIGN_LEFT, 0, value);
}

static void figures_block(struct learning *l, struct rect *r)
{
    const struct learning_figures *f = &l->view->figures;
    pair(l, r, text("learning.targets"), f->targets, THEME_TEAM);
    pair(l, r, text("learning.feelings"), f->feelings, THEME_CUSTOMER);
    learning_text(l, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 2, f->unseen);
    learning_text(l, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, f->needs);
}

static void pattern_asks_block(struct learning *l, struct rect *r)
{
    learning_text(l, r, 14, WEIGHT_SEMIBOLD, THEME_LEARN, 2, text("learning.ask-now"));
    learning_space(l, r, 8);
    learning_text(l, r, 16, WEIGHT_SEMIBOLD, THEME_TEXT, 4, learning_shown(l)->ask);
    for (int k = 0; k < l->view->ask_count && k < 2; k++) {
        learning_space(l, r, 8);
        learning_text(l, r, 15, WEIGHT_MEDIUM, THEME_TEXT, 6, l->view->asks[k]);
    }
}

static void left_block(struct learning *l, struct rect *r)
{
    learning_boxed(l, r, THEME_PANEL, pattern_block);
    learning_boxed(l, r, THEME_LEARN_PANEL, pattern_asks_block);
    if (learning_shown(l)->later_count > 0)
        learning_boxed(l, r, THEME_PANEL, later_block);
}

static void right_block(struct learning *l, struct rect *r)
{
    if (l->view->timeline.lane_count > 0)
        learning_boxed(l, r, THEME_PANEL, replay_block);
    if (l->view->pattern_count > 1)
        learning_boxed(l, r, THEME_PANEL, choices_block);
    learning_boxed(l, r, THEME_PANEL, figures_block);
}

static void whole_block(struct learning *l, struct rect *r)
{
    left_block(l, r);
    right_block(l, r);
    learning_tail(l, r);
}

void learning_patterns(struct learning *l, struct rect r, int wide)
{
    if (!learning_shown(l))
        return;
    if (!wide) {
        learning_column(l, "pattern", r, whole_block);
        return;
    }
    struct rect left = rect_cut_left(&r, r.w * 0.54f);
    rect_cut_left(&r, ui_px(l->ui, 12));
    learning_column(l, "pattern", left, left_block);
    learning_column(l, "beside", r, right_block);
}
