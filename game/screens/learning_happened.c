/* What happened, without a verdict, and what the tables say became of their own words. */
#include "learning_page.h"

enum { MARKS = 4 };
static const int mark_outcomes[MARKS] = {1, 2, 3, 5};   /* met, partly, missed, none: numbers of enum outcome */
static const char *const mark_words[MARKS + 1] = {"", "learning.mark.kept", "learning.mark.partly", "learning.mark.not", "learning.mark.none"};

static int mark_at(int outcome)
{
    for (int k = 0; k < MARKS; k++)
        if (mark_outcomes[k] == outcome)
            return k + 1;
    return 0;
}

/* --- the timeline --- */

/* Few lanes spread over the room there is. */
static float lane_for(const struct learning *l)
{
    float each = l->view->timeline.lane_count > 0 ? l->room / ui_px(l->ui, 14) / (float)l->view->timeline.lane_count : 0;
    return each < 2.7f ? 2.7f : each > 3.6f ? 3.6f : each;
}

static void timeline_block(struct learning *l, struct rect *r)
{
    struct timeline_look look = learning_look(l, r->w);
    look.lane = lane_for(l);
    float height = learning_timeline_height(l->ui, &l->view->timeline, &look, r->w);
    learning_text(l, r, 22, WEIGHT_BOLD, THEME_TEXT, 3, text("learning.question"));
    learning_space(l, r, 12);
    if (l->view->timeline.lane_count == 0)
        learning_text(l, r, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, text("learning.no-lanes"));
    if (l->view->timeline.lane_count == 0)
        return;
    struct rect box = rect_cut_top(r, height);
    if (l->paint)
        learning_timeline_draw(l->ui, &l->view->timeline, &look, box);
    learning_space(l, r, 8);
    rect_cut_top(r, learning_legend(l->ui, &look, *r, l->paint));
}

/* --- marking --- */

static const struct learning_table *table_now(const struct learning *l)
{
    int count = l->view->table_count;
    return &l->view->tables[l->m->table < count ? l->m->table : 0];
}

static int pledge_now(const struct learning *l)
{
    return l->m->pledge < l->view->pledge_count ? l->m->pledge : 0;
}

static int table_index(const struct learning *l)
{
    return l->m->table < l->view->table_count ? l->m->table : 0;
}

/* On to the next line; past the last, to the next table. */
static void advance(struct learning *l)
{
    if (pledge_now(l) + 1 < l->view->pledge_count) {
        l->m->pledge = pledge_now(l) + 1;
        return;
    }
    if (table_index(l) + 1 < l->view->table_count) {
        l->m->table = table_index(l) + 1;
        l->m->pledge = 0;
    }
}

static void mark(struct learning *l, int outcome)
{
    const struct learning_pledge *p = &l->view->pledges[pledge_now(l)];
    struct sim_command c = sim_command_make(SIM_CMD_MARK);
    c.mark.what = p->what;
    c.mark.slot = p->slot;
    c.mark.member = table_now(l)->member;
    c.mark.round = l->view->round;
    c.mark.outcome = outcome;
    if (p->marks[table_index(l)] != outcome)
        wish_command(l->wishes, &c, NULL, NULL);
    advance(l);
}

static const char *counts_words(struct learning *l, const struct learning_pledge *p)
{
    struct arena *a = ui_arena(l->ui);
    return p->marked == 0 ? "" : text_fill(a, "learning.marked", "kept", learning_words_of(l, p->kept), "partly", learning_words_of(l, p->partly), "not",
                                           learning_words_of(l, p->not_kept), "n", learning_words_of(l, p->marked), "all",
                                           learning_words_of(l, l->view->table_count), NULL);
}

/* What the log says comes after the tables have spoken: it would answer for them. */
static const char *seen_words(const struct learning *l, const struct learning_pledge *p)
{
    return p->marked >= l->view->table_count ? p->seen : "";
}

static void pledge_block(struct learning *l, struct rect *r)
{
    const struct learning_pledge *p = &l->view->pledges[l->index];
    int chosen = mark_at(p->marks[table_index(l)]);
    struct rect line = *r, right = rect_cut_right(&line, ui_px(l->ui, 132));
    learning_text(l, &line, 15, WEIGHT_MEDIUM, THEME_TEXT, 4, p->text);
    learning_text(l, &line, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, 2, p->kind);
    learning_text(l, &line, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, 2, counts_words(l, p));
    learning_text(l, &line, 13, WEIGHT_REGULAR, THEME_LEARN, 3, seen_words(l, p));
    if (l->paint && chosen > 0)
        ui_pill(l->ui, right.x + ui_px(l->ui, 8), right.y, 13, THEME_LEARN, THEME_LEARN_PANEL, text(mark_words[chosen]));
    rect_cut_top(r, line.y - r->y);
}

static void pledge_rows(struct learning *l, struct rect *r)
{
    int before = pledge_now(l), picked = before;
    if (l->paint)
        ui_scope_push(l->ui, "pledges");
    for (int k = 0; k < l->view->pledge_count; k++) {
        l->index = k;
        if (learning_row(l, r, l->view->pledges[k].text, "", k == before, pledge_block, 8) && (k != before || picked == before))
            picked = k;
        learning_space(l, r, 2);
    }
    if (l->paint) {
        l->m->pledge = picked;
        ui_scope_pop(l->ui);
    }
}

static void mark_buttons(struct learning *l, struct rect *r)
{
    static const char *const keys[MARKS] = {"1", "2", "3", "4"};
    struct learning_button buttons[MARKS];
    int chosen = mark_at(l->view->pledges[pledge_now(l)].marks[table_index(l)]);
    for (int k = 0; k < MARKS; k++)
        buttons[k] = (struct learning_button){text(mark_words[k + 1]), keys[k], chosen == k + 1 ? UI_SELECTED : 0, 1};
    int used = learning_buttons(l, r, buttons, MARKS);
    if (used >= 0)
        mark(l, mark_outcomes[used]);
}

static void table_line(struct learning *l, struct rect *r)
{
    const struct learning_button next[] = {{text("learning.next-table"), "T", l->view->table_count < 2 ? UI_DISABLED : 0, 0},
                                           {text(l->m->charter_on_stage ? "learning.charter-off" : "learning.charter-on"), "C", 0, 0}};
    const char *who = text_fill(ui_arena(l->ui), "learning.table-marks", "table", table_now(l)->name, NULL);
    learning_text(l, r, 17, WEIGHT_BOLD, THEME_LEARN, 2, who);
    learning_space(l, r, 8);
    int used = learning_buttons(l, r, next, 2);
    if (used == 0) {
        l->m->table = (table_index(l) + 1) % l->view->table_count;
        l->m->pledge = 0;
    }
    if (used == 1)
        l->m->charter_on_stage = !l->m->charter_on_stage;
    learning_space(l, r, 10);
}

static void marks_block(struct learning *l, struct rect *r)
{
    learning_heading(l, r, text("learning.pledges"));
    if (l->view->pledge_count == 0) {
        learning_text(l, r, 15, WEIGHT_REGULAR, THEME_TEXT, 4, text("learning.no-pledges"));
        return;
    }
    table_line(l, r);
    mark_buttons(l, r);
    learning_space(l, r, 10);
    pledge_rows(l, r);
}

/* --- the part --- */

static void left_block(struct learning *l, struct rect *r)
{
    learning_boxed(l, r, THEME_PANEL, timeline_block);
    if (l->view->ask_count > 0)
        learning_boxed(l, r, THEME_LEARN_PANEL, learning_asks_block);
}

static void right_block(struct learning *l, struct rect *r)
{
    if (!l->view->in_round)
        learning_boxed(l, r, THEME_PANEL, marks_block);
}

static void whole_block(struct learning *l, struct rect *r)
{
    left_block(l, r);
    right_block(l, r);
    learning_tail(l, r);
}

void learning_happened(struct learning *l, struct rect r, int wide)
{
    if (!wide) {
        learning_column(l, "happened", r, whole_block);
        return;
    }
    float asks = learning_measure(l, learning_asks_block, r.w * 0.5f);
    l->room = r.h - asks - ui_px(l->ui, 190);
    if (l->view->in_round) {
        learning_column(l, "happened", r, left_block);
        return;
    }
    struct rect left = rect_cut_left(&r, r.w * 0.62f);
    rect_cut_left(&r, ui_px(l->ui, 12));
    learning_column(l, "happened", left, left_block);
    learning_column(l, "marks", r, right_block);
}
