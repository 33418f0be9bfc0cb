/* One page about a practice, and the way back to any moment of it. */
#include "desk_end_parts.h"

/* --- lessons --- */

float desk_end_words(struct desk_end *e, struct rect *r, float size, enum draw_weight weight, enum theme_token color,
                     int lines, const char *words, int paint)
{
    float height = page_words_height(e->ui, r->w, size, weight, lines, words);
    struct rect box = rect_cut_top(r, height);
    if (paint && words[0])
        ui_text(e->ui, box, size, weight, color, ALIGN_LEFT, lines, words);
    return height;
}

static float good_walk(struct desk_end *e, struct rect r, int paint)
{
    struct ui *ui = e->ui;
    const struct view_desk_end *v = e->v;
    float top = r.y, indent = ui_px(ui, 28);
    desk_end_words(e, &r, 18, WEIGHT_BOLD, THEME_TEXT, 2, text("desk.end.good"), paint);
    rect_cut_top(&r, ui_px(ui, 6));
    if (v->good_count == 0)
        desk_end_words(e, &r, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, text("desk.end.good.none"), paint);
    for (int k = 0; k < v->good_count; k++) {
        struct rect in = {r.x + indent, r.y, r.w - indent, DESK_END_TALL};
        struct draw_font font = {.size = ui_px(ui, 17), .weight = WEIGHT_ICON};
        if (paint)
            draw_text(ui_list(ui), (struct rect){r.x, r.y, indent, ui_leading(ui, 16)}, &font,
                      page_color(ui, THEME_GOOD), ALIGN_LEFT, icon_text(ICON_CHECK));
        float height = desk_end_words(e, &in, 16, WEIGHT_SEMIBOLD, THEME_TEXT, 3, v->good[k].sentence, paint);
        if (v->good[k].count > 1)
            height += desk_end_words(e, &in, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, 1,
                                     text_count(ui_arena(ui), "desk.end.times", v->good[k].count), paint);
        rect_cut_top(&r, height + ui_px(ui, 8));
    }
    return r.y - top;
}

static const char *nothing_to_try(const struct view_desk_end *v)
{
    if (!v->something)
        return "desk.end.try.nothing";
    return v->open_count ? "desk.end.try.early" : "desk.end.try.none";
}

static float try_inside(struct desk_end *e, struct rect r, int paint)
{
    struct ui *ui = e->ui;
    const struct desk_lesson *t = &e->v->try;
    float top = r.y;
    desk_end_words(e, &r, 18, WEIGHT_BOLD, THEME_LEARN, 2, text("desk.end.try"), paint);
    rect_cut_top(&r, ui_px(ui, 6));
    if (!t->sentence[0]) {
        desk_end_words(e, &r, 15, WEIGHT_REGULAR, THEME_TEXT, 3, text(nothing_to_try(e->v)), paint);
        return r.y - top;
    }
    desk_end_words(e, &r, 17, WEIGHT_SEMIBOLD, THEME_TEXT, 4, t->sentence, paint);
    rect_cut_top(&r, ui_px(ui, 4));
    desk_end_words(e, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 4,
                   text_fill(ui_arena(ui), "desk.end.try.why", "time", t->time, "why", t->why, NULL), paint);
    rect_cut_top(&r, ui_px(ui, 10));
    const char *label = text_fill(ui_arena(ui), "desk.end.try.again", "time", t->back.time, NULL);
    struct rect line = rect_cut_top(&r, ui_px(ui, 40));
    if (paint && ui_button(ui, rect_cut_left(&line, ui_button_width(ui, label, "T", UI_LEARN)), label, "T", UI_LEARN))
        wish_number(e->wishes, WISH_TRY_AGAIN, DESK_TRY_LESSON);
    return r.y - top;
}

static float problem_walk(struct desk_end *e, struct rect r, int paint)
{
    float top = r.y;
    if (e->m->problem[0])
        desk_end_words(e, &r, 16, WEIGHT_SEMIBOLD, THEME_BAD, 4, e->m->problem, paint);
    return r.y - top;
}

static float try_walk(struct desk_end *e, struct rect r, int paint)
{
    float margin = ui_px(e->ui, 18);
    struct rect in = {r.x + margin, r.y + margin, r.w - 2 * margin, DESK_END_TALL};
    float height = try_inside(e, in, 0) + 2 * margin;
    if (!paint)
        return height;
    draw_rect(ui_list(e->ui), (struct rect){r.x, r.y, r.w, height}, ui_px(e->ui, 12),
              page_color(e->ui, THEME_LEARN_PANEL));
    try_inside(e, in, 1);
    return height;
}

/* --- moments --- */

static float moment_height(struct desk_end *e, const struct desk_moment *m, float width)
{
    return ui_text_height(e->ui, 14, WEIGHT_REGULAR, width - ui_px(e->ui, 10 + 54 + 10), m->text, 3) +
           (m->note[0] ? ui_leading(e->ui, 13) : 0) + ui_px(e->ui, 14);
}

static void moment_draw(struct desk_end *e, int index, struct rect line)
{
    struct ui *ui = e->ui;
    const struct desk_moment *m = &e->v->moments[index];
    const char *label = text_fill(ui_arena(ui), "desk.end.moment", "time", m->time, "what", m->text, NULL);
    if (ui_row(ui, line, label, "", e->m->chosen == index ? UI_SELECTED : 0))
        e->m->chosen = e->m->chosen == index ? -1 : index;
    line = rect_inset(line, ui_px(ui, 10), ui_px(ui, 6));
    struct rect time = rect_cut_left(&line, ui_px(ui, 54));
    time.h = ui_leading(ui, 14);
    ui_text(ui, time, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0, m->time);
    struct rect box = rect_cut_top(&line, ui_text_height(ui, 14, WEIGHT_REGULAR, line.w, m->text, 3));
    ui_text(ui, box, 14, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, 3, m->text);
    if (m->note[0])
        ui_text(ui, rect_cut_top(&line, ui_leading(ui, 13)), 13, WEIGHT_SEMIBOLD, page_tone(m->tone), ALIGN_LEFT, 0,
                m->note);
}

/* The button stands under the row that is chosen. */
static float moments_walk(struct desk_end *e, struct rect r, int paint)
{
    struct ui *ui = e->ui;
    const struct view_desk_end *v = e->v;
    float top = r.y;
    desk_end_words(e, &r, 18, WEIGHT_BOLD, THEME_TEXT, 2, text("desk.end.moments"), paint);
    rect_cut_top(&r, ui_px(ui, 4));
    desk_end_words(e, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 5,
                   text(v->moment_count ? "desk.end.moments.what" : "desk.end.moments.none"), paint);
    rect_cut_top(&r, ui_px(ui, 8));
    if (paint && ui_shortcut(ui, "N") && v->moment_count)
        e->m->chosen = (e->m->chosen + 1) % v->moment_count;
    ui_scope_push(ui, "moments");
    for (int i = 0; i < v->moment_count; i++) {
        struct rect line = rect_cut_top(&r, moment_height(e, &v->moments[i], r.w));
        if (paint)
            moment_draw(e, i, line);
        rect_cut_top(&r, ui_px(ui, 2));
        if (i != e->m->chosen)
            continue;
        struct rect button = rect_cut_top(&r, ui_px(ui, 44));
        button = (struct rect){button.x + ui_px(ui, 64), button.y + ui_px(ui, 2),
                               ui_button_width(ui, text("desk.end.go-back"), "A", UI_PRIMARY), ui_px(ui, 36)};
        if (paint && ui_button(ui, button, text("desk.end.go-back"), "A", UI_PRIMARY))
            wish_number(e->wishes, WISH_TRY_AGAIN, i);
    }
    ui_scope_pop(ui);
    return r.y - top;
}

/* --- the page --- */

static float decided_walk(struct desk_end *e, struct rect r, int paint)
{
    float top = r.y;
    if (!e->v->ending_title[0])
        return 0;
    desk_end_words(e, &r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, text("desk.end.ending"), paint);
    desk_end_words(e, &r, 22, WEIGHT_BOLD, THEME_CUSTOMER, 3, e->v->ending_title, paint);
    desk_end_words(e, &r, 15, WEIGHT_REGULAR, THEME_TEXT, 10, e->v->ending_text, paint);
    desk_end_words(e, &r, 14, WEIGHT_MEDIUM, THEME_WARN, 3, e->v->ending_note, paint);
    return r.y - top;
}

/* What was left when it was stopped: before any figure, for the figures are of what was done. */
static float open_inside(struct desk_end *e, struct rect r, int paint)
{
    struct ui *ui = e->ui;
    float top = r.y, indent = ui_px(ui, 28);
    desk_end_words(e, &r, 18, WEIGHT_BOLD, THEME_TEXT, 2, e->v->open_title, paint);
    rect_cut_top(&r, ui_px(ui, 4));
    for (int k = 0; k < e->v->open_count; k++) {
        const struct desk_line *line = &e->v->open[k];
        struct rect in = {r.x + indent, r.y, r.w - indent, DESK_END_TALL};
        struct draw_font font = {.size = ui_px(ui, 17), .weight = WEIGHT_ICON};
        if (paint)
            draw_text(ui_list(ui), (struct rect){r.x, r.y, indent, ui_leading(ui, 15)}, &font,
                      page_color(ui, page_tone(line->tone)), ALIGN_LEFT, icon_text(ICON_WARNING));
        rect_cut_top(&r, desk_end_words(e, &in, 15, WEIGHT_MEDIUM, THEME_TEXT, 3, line->text, paint) + ui_px(ui, 3));
    }
    return r.y - top;
}

static float open_walk(struct desk_end *e, struct rect r, int paint)
{
    float margin = ui_px(e->ui, 16);
    struct rect in = {r.x + margin, r.y + margin, r.w - 2 * margin, DESK_END_TALL};
    if (e->v->open_count == 0)
        return 0;
    float height = open_inside(e, in, 0) + 2 * margin;
    if (paint) {
        draw_rect(ui_list(e->ui), (struct rect){r.x, r.y, r.w, height}, ui_px(e->ui, 12),
                  page_color(e->ui, THEME_NEUTRAL_PANEL));
        open_inside(e, in, 1);
    }
    return height;
}

static float compared_walk(struct desk_end *e, struct rect r, int paint)
{
    float top = r.y;
    if (!e->v->compared)
        return 0;
    desk_end_words(e, &r, 22, WEIGHT_BOLD, THEME_LEARN, 2, e->v->compared_words, paint);
    return r.y - top;
}

/* Beside the first try there is more on the left, so that it stands on the right. */
static float good_left(struct desk_end *e, struct rect r, int paint)
{
    return e->v->compared ? 0 : good_walk(e, r, paint);
}

static float good_right(struct desk_end *e, struct rect r, int paint)
{
    return e->v->compared ? good_walk(e, r, paint) : 0;
}

typedef float part(struct desk_end *e, struct rect r, int paint);

/* Parts closed by NULL, one under the other. */
static part *const left_parts[] = {compared_walk, decided_walk, open_walk, desk_end_scores, desk_end_trust, desk_end_differences,
                                   good_left,     NULL};
static part *const right_parts[] = {problem_walk, good_right, try_walk, moments_walk, NULL};

static float column(struct desk_end *e, struct rect r, part *const *parts, int paint)
{
    float top = r.y;
    r.h = DESK_END_TALL;
    for (; *parts; parts++) {
        float height = (*parts)(e, r, paint);
        if (height > 0)
            rect_cut_top(&r, height + ui_px(e->ui, 22));
    }
    return r.y - top;
}

static void scrolled(struct desk_end *e, const char *name, struct rect r, part *const *parts)
{
    float width = r.w - ui_px(e->ui, 18);
    struct rect inner = ui_scroll_begin(e->ui, name, r, column(e, (struct rect){r.x, r.y, width, 0}, parts, 0));
    inner.w = width;
    column(e, inner, parts, 1);
    ui_scroll_end(e->ui);
}

/* The curves take what room is left beside them. */
static void wide_page(struct desk_end *e, struct rect page)
{
    struct ui *ui = e->ui;
    struct rect left = rect_cut_left(&page, page.w * 0.54f);
    struct rect measure = {left.x, left.y, left.w - ui_px(ui, 18), 0};
    rect_cut_left(&page, ui_px(ui, 24));
    float spare = left.h - column(e, measure, left_parts, 0), most = ui_px(ui, 150);
    e->chart += spare <= 0 ? 0 : spare > most ? most : spare;
    scrolled(e, "result", left, left_parts);
    scrolled(e, "moments", page, right_parts);
}

static void narrow_page(struct desk_end *e, struct rect page)
{
    float width = page.w - ui_px(e->ui, 18);
    float first = column(e, (struct rect){page.x, page.y, width, 0}, left_parts, 0);
    float second = column(e, (struct rect){page.x, page.y, width, 0}, right_parts, 0);
    struct rect inner = ui_scroll_begin(e->ui, "result", page, first + second);
    struct rect r = {inner.x, inner.y, width, 0};
    column(e, r, left_parts, 1);
    r.y += first;
    column(e, r, right_parts, 1);
    ui_scroll_end(e->ui);
}

void desk_end_screen(struct ui *ui, const struct view_desk_end *view, struct desk_end_memory *m, struct wishes *wishes)
{
    struct desk_end e = {ui, view, m, wishes, ui_px(ui, 190)};
    struct rect page = page_begin(ui), top = page_top(ui, &page);
    int wide = page_width(ui) >= 1000;
    if (m->chosen >= view->moment_count)
        m->chosen = -1;
    if (page_button(ui, &top, text("desk.end.start"), "Esc", 0))
        wish(wishes, WISH_BACK);
    if (view->next[0] &&
        page_button(ui, &top, text_fill(ui_arena(ui), "desk.end.next", "round", view->next, NULL), "Enter", UI_PRIMARY))
        wish(wishes, WISH_NEXT_ROUND);
    page_title(ui, top, view->title, view->subtitle);
    page = rect_inset(page, ui_px(ui, wide ? 36 : 18), ui_px(ui, 22));
    if (wide)
        wide_page(&e, page);
    else
        narrow_page(&e, page);
}
