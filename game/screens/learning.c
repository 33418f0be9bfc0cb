#include "learning_page.h"

#include <string.h>

enum { MINUTE = 60 * 1000, REPLAY = 9000 };   /* milliseconds */

void learning_begin(struct learning_memory *m, int minutes)
{
    memset(m, 0, sizeof *m);
    m->left = (int64_t)minutes * MINUTE;
    m->running = 1;
    m->replay = -1;
    m->highlight = m->verdict = m->outcome = -1;
    m->slot = m->behaviour = m->member = NOBODY;
    m->reason.limit = 400;
    m->words.limit = 120;
    m->hands.limit = 3;
}

void learning_end(struct learning_memory *m)
{
    ui_edit_release(&m->reason);
    ui_edit_release(&m->hands);
    ui_edit_release(&m->words);
}

/* The first tick only sets the clock. */
void learning_tick(struct learning_memory *m, uint64_t clock_ms)
{
    int64_t passed = m->clock && clock_ms > m->clock ? (int64_t)(clock_ms - m->clock) : 0;
    m->clock = clock_ms;
    if (m->running)
        m->left -= passed;
    if (m->replay >= 0 && (m->replay += passed) >= REPLAY)
        m->replay = -1;
}

int learning_moving(const struct learning_memory *m)
{
    return m->replay >= 0;
}

int32_t learning_until(const struct view_learning *view, const struct learning_memory *m)
{
    const struct learning_timeline *t = &view->timeline;
    if (m->replay < 0)
        return -1;
    return t->from + (int32_t)((int64_t)(t->now - t->from) * m->replay / REPLAY);
}

int learning_rings(const struct learning_pattern *p, int32_t until)
{
    int n = 0;
    while (p && n < p->evidence_count && (until < 0 || p->evidence[n].at <= until))
        n++;
    return n;
}

/* --- parts --- */

static int has_part(const struct learning *l, enum learning_part part)
{
    return part != LEARNING_DISPUTED || !l->view->in_round;
}

static void go(struct learning *l, enum learning_part part)
{
    l->m->part = part;
    l->m->charter_on_stage = 0;
    l->m->replay = -1;
    ui_focus_clear(l->ui);
}

static enum learning_part part_after(const struct learning *l)
{
    enum learning_part next = (enum learning_part)((int)l->m->part + 1);
    return next < LEARNING_PART_COUNT && !has_part(l, next) ? (enum learning_part)((int)next + 1) : next;
}

/* The log learns which pattern the room looked at. */
static void reveal(struct learning *l)
{
    const struct learning_pattern *p = learning_shown(l);
    l->m->revealed = 1;
    l->m->highlight = -1;
    if (l->m->motion)
        l->m->replay = 0;
    if (!p || l->view->runs)
        return;
    struct sim_command c = sim_command_make(SIM_CMD_LEARN);
    c.learn.on = 1;
    c.learn.pattern = p->pattern;
    wish_command(l->wishes, &c, NULL, NULL);
}

static void play_on(struct learning *l)
{
    struct sim_command c = sim_command_make(SIM_CMD_LEARN);
    c.learn.on = 0;
    c.learn.pattern = NOBODY;
    wish_command(l->wishes, &c, NULL, NULL);
}

/* What Enter does: one way through the whole, the reveal a step of its own. */
static const char *next_label(const struct learning *l)
{
    if (l->m->part == LEARNING_PATTERN && !l->m->revealed)
        return text("learning.reveal");
    static const char *const keys[LEARNING_PART_COUNT] = {"", "learning.to-disputed", "learning.to-pattern", "learning.to-commit"};
    enum learning_part next = part_after(l);
    return next < LEARNING_PART_COUNT ? text(keys[next]) : "";
}

static void next(struct learning *l)
{
    if (l->m->part == LEARNING_PATTERN && !l->m->revealed)
        reveal(l);
    else if (part_after(l) < LEARNING_PART_COUNT)
        go(l, part_after(l));
}

static const char *tab_label(struct learning *l, enum learning_part part)
{
    static const char *const keys[LEARNING_PART_COUNT] = {"learning.part.happened", "learning.part.disputed", "learning.part.pattern",
                                                          "learning.part.commit"};
    if (part != LEARNING_DISPUTED || l->view->disputed == 0)
        return text(keys[part]);
    return text_fill(ui_arena(l->ui), "learning.part.disputed-n", "n", learning_words_of(l, l->view->disputed), NULL);
}

static void tabs(struct learning *l, struct rect *r)
{
    static const char *const keys[LEARNING_PART_COUNT] = {"F1", "F2", "F3", "F4"};
    struct ui *ui = l->ui;
    float high = ui_px(ui, 40), x = r->x, y = r->y;
    for (int part = 0; part < LEARNING_PART_COUNT; part++) {
        const char *label = tab_label(l, (enum learning_part)part);
        float wide = ui_choice_width(ui, label, keys[part], 0);
        if (!has_part(l, (enum learning_part)part))
            continue;
        if (x > r->x && x + wide > r->x + r->w) {
            x = r->x;
            y += high + ui_px(ui, 6);
        }
        if (ui_tab(ui, (struct rect){x, y, wide, high}, label, keys[part], (int)l->m->part == part ? UI_SELECTED : 0))
            go(l, (enum learning_part)part);
        x += wide + ui_px(ui, 8);
    }
    rect_cut_top(r, y + high - r->y);
}

/* --- the discussion's time --- */

static const char *left_words(struct learning *l)
{
    int64_t left = l->m->left < 0 ? -l->m->left : l->m->left + 999;
    int seconds = (int)(left / 1000);
    return arena_printf(ui_arena(l->ui), "%s%02d:%02d", l->m->left < 0 ? "+" : "", seconds / 60, seconds % 60);
}

static const char *hold_label(const struct learning *l)
{
    return text(l->m->running ? "learning.hold" : "learning.run");
}

static float timer_width(struct learning *l)
{
    return ui_px(l->ui, 176 + 8) + ui_button_width(l->ui, hold_label(l), "Space", 0);
}

static void time_stepper(struct learning *l, struct rect r)
{
    int step = ui_stepper(l->ui, r, text("learning.time"), left_words(l), "-", "+", 0);
    l->m->left += (int64_t)step * MINUTE;
}

static void timer(struct learning *l, struct rect r)
{
    struct ui *ui = l->ui;
    time_stepper(l, rect_cut_left(&r, ui_px(ui, 176)));
    rect_cut_left(&r, ui_px(ui, 8));
    if (ui_button(ui, rect_cut_left(&r, ui_button_width(ui, hold_label(l), "Space", 0)), hold_label(l), "Space", 0))
        l->m->running = !l->m->running;
}

/* --- the page --- */

static void leave_buttons(struct learning *l, struct rect *bar)
{
    if (l->view->in_round) {
        if (page_button(l->ui, bar, text("learning.play-on"), "Ctrl+Enter", next_label(l)[0] ? 0 : UI_LEARN))
            play_on(l);
        return;
    }
    if (page_button(l->ui, bar, text("learning.to-start"), "Esc", UI_QUIET))
        wish(l->wishes, WISH_BACK);
}

static const char *blank_label(const struct learning *l)
{
    return text(l->m->stage_blank ? "learning.show-stage" : "learning.blank-stage");
}

static void stage_buttons(struct learning *l, struct rect *bar)
{
    if (page_button(l->ui, bar, blank_label(l), "F6", l->m->stage_blank ? UI_PRIMARY : 0))
        wish(l->wishes, WISH_BLANK);
    if (l->m->one_display && page_button(l->ui, bar, text("learning.stage"), "F8", 0))
        wish(l->wishes, WISH_STAGE_PANE);
}

static void top(struct learning *l, struct rect *page, int wide)
{
    struct rect bar = page_top(l->ui, page);
    const char *label = next_label(l);
    if (label[0] && l->view->played && page_button(l->ui, &bar, label, "Enter", UI_LEARN))
        next(l);
    if (wide)
        leave_buttons(l, &bar);
    if (wide)
        stage_buttons(l, &bar);
    int fits = ui_text_width(l->ui, 19, WEIGHT_BOLD, l->view->title) + ui_px(l->ui, 2) <= bar.w;
    page_title(l->ui, bar, fits ? l->view->title : text("learning.title-short"), "");
}

/* Small windows have no room in the bar: time and the way out stand below everything else. */
void learning_tail(struct learning *l, struct rect *r)
{
    enum { HOLD, BLANK, STAGE, LEAVE };
    const struct learning_button buttons[] = {
        {hold_label(l), "Space", 0, 0},
        {blank_label(l), "F6", l->m->stage_blank ? UI_PRIMARY : 0, 0},
        {text("learning.stage"), "F8", l->m->one_display ? 0 : UI_DISABLED, 0},
        {text(l->view->in_round ? "learning.play-on" : "learning.to-start"), l->view->in_round ? "Ctrl+Enter" : "Esc", 0, 0}};
    learning_space(l, r, 10);
    struct rect time = rect_cut_top(r, ui_px(l->ui, 40));
    time.w = ui_px(l->ui, 176);
    if (l->paint)
        time_stepper(l, time);
    learning_space(l, r, 10);
    switch (learning_buttons(l, r, buttons, 4)) {
    case HOLD: l->m->running = !l->m->running; break;
    case BLANK: wish(l->wishes, WISH_BLANK); break;
    case STAGE: wish(l->wishes, WISH_STAGE_PANE); break;
    case LEAVE:
        if (l->view->in_round)
            play_on(l);
        else
            wish(l->wishes, WISH_BACK);
        break;
    default: break;
    }
}

static void part_draw(struct learning *l, struct rect r, int wide)
{
    switch (l->m->part) {
    case LEARNING_HAPPENED: learning_happened(l, r, wide); break;
    case LEARNING_DISPUTED: learning_disputed(l, r, wide); break;
    case LEARNING_PATTERN: learning_patterns(l, r, wide); break;
    case LEARNING_COMMIT:
    case LEARNING_PART_COUNT: learning_commit(l, r, wide); break;
    }
}

static void dialogs(struct learning *l)
{
    switch (l->m->dialog) {
    case LEARNING_OVERRULING: learning_overrule_dialog(l); break;
    case LEARNING_COUNTING: learning_count_dialog(l); break;
    case LEARNING_WORDING: learning_words_dialog(l); break;
    case LEARNING_NO_DIALOG: break;
    }
}

static void head(struct learning *l, struct rect *r, int wide)
{
    struct rect line = *r;
    if (wide) {
        struct rect right = rect_cut_right(&line, timer_width(l));
        right.h = ui_px(l->ui, 40);
        timer(l, right);
        rect_cut_right(&line, ui_px(l->ui, 16));
    }
    tabs(l, &line);
    rect_cut_top(r, line.y - r->y);
    learning_space(l, r, wide ? 16 : 10);
}

/* What was picked belongs to what is shown. */
static void memory_follow(struct learning *l)
{
    struct learning_memory *m = l->m;
    if (m->part == LEARNING_DISPUTED && l->view->in_round)
        m->part = LEARNING_HAPPENED;
    if (m->pattern >= l->view->pattern_count)
        m->pattern = 0;
    if (m->verdict >= l->view->verdict_count)
        m->verdict = -1;
    if (m->candidate >= l->view->candidate_count)
        m->candidate = l->view->candidate_count - 1;
}

void learning_screen(struct ui *ui, const struct view_learning *view, struct learning_memory *m, struct wishes *wishes)
{
    struct learning l = {.ui = ui, .view = view, .m = m, .wishes = wishes, .paint = 1};
    struct rect page = page_begin(ui);
    int wide = page_width(ui) >= 1000 && page_height(ui) >= 520;
    memory_follow(&l);
    top(&l, &page, wide);
    page = rect_inset(page, ui_px(ui, wide ? 28 : 18), ui_px(ui, 16));
    if (!view->played) {
        page_words(ui, &page, 20, WEIGHT_MEDIUM, THEME_TEXT, 4, text("learning.not-played"));
        return;
    }
    head(&l, &page, wide);
    part_draw(&l, page, wide);
    dialogs(&l);
}
