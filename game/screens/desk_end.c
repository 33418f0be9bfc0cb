/* One page about a practice, and the way back to any moment of it. */
#include "draw/chart.h"
#include "page_parts.h"
#include "screens/desk.h"

struct ending_page {
    struct ui *ui;
    const struct view_desk_end *v;
    struct desk_end_memory *m;
    struct wishes *wishes;
    float chart;                     /* height of the curves, pixels */
};
#define TALL 1000000.0f

static const char *number(struct ending_page *e, int n) { return arena_printf(ui_arena(e->ui), "%d", n); }

/* --- scores --- */

static int is_figure(const struct desk_score *s) { return s->percent[0] >= '0' && s->percent[0] <= '9'; }

static float score_height(struct ending_page *e, float width)
{
    struct ui *ui = e->ui;
    float most = 0;
    for (int k = 0; k < SCORE_COUNT; k++) {
        const struct desk_score *s = &e->v->scores[k];
        float inner = width - ui_px(ui, 32);
        float height = page_words_height(ui, inner, 14, WEIGHT_MEDIUM, 2, s->name) + page_words_height(ui, inner, 15, WEIGHT_SEMIBOLD, 3, s->counts) +
                       page_words_height(ui, inner, is_figure(s) ? 26 : 15, WEIGHT_BOLD, 2, s->percent) + page_words_height(ui, inner, 13, WEIGHT_REGULAR, 3, s->before);
        most = height > most ? height : most;
    }
    return most + ui_px(ui, 32 + 4);
}

static void score_draw(struct ending_page *e, const struct desk_score *s, struct rect r)
{
    struct ui *ui = e->ui;
    int figure = is_figure(s);
    struct rect in = page_panel(ui, r, THEME_PANEL, 16);
    page_words(ui, &in, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, s->name);
    page_gap(ui, &in, 4);
    page_words(ui, &in, figure ? 26 : 15, WEIGHT_BOLD, figure ? page_tone(s->tone) : THEME_TEXT_DIM, 2, s->percent);
    page_words(ui, &in, 15, WEIGHT_SEMIBOLD, THEME_TEXT, 3, s->counts);
    page_words(ui, &in, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, s->before);
}

static float scores_walk(struct ending_page *e, struct rect r, int paint)
{
    struct ui *ui = e->ui;
    int columns = r.w >= ui_px(ui, 540) ? SCORE_COUNT : 1;
    float gap = ui_px(ui, 12), width = (r.w - gap * (float)(columns - 1)) / (float)columns, row = score_height(e, width);
    for (int k = 0; k < SCORE_COUNT && paint; k++)
        score_draw(e, &e->v->scores[k], (struct rect){r.x + (width + gap) * (float)(k % columns), r.y + (row + gap) * (float)(k / columns), width, row});
    return (row + gap) * (float)(SCORE_COUNT / columns) - gap;
}

/* --- trust --- */

static const enum theme_token colors[LIMIT_CUSTOMERS] = {THEME_TEAM, THEME_CUSTOMER, THEME_LEARN, THEME_GOOD, THEME_BAD, THEME_TEXT_DIM};

/* Until one is chosen: whoever felt the difference most. */
static int shown_customer(const struct ending_page *e)
{
    int most = 0, best = 0;
    if (e->m->customer >= 0 && e->m->customer < e->v->curve_count)
        return e->m->customer;
    for (int c = 0; c < e->v->curve_count; c++) {
        int sum = 0;
        for (int k = 0; k < DESK_SAMPLES; k++) {
            int now = e->v->curves[c].trust[k], before = e->v->curves[c].before[k];
            sum += now < 0 || before < 0 ? 0 : now > before ? now - before : before - now;
        }
        best = sum > most ? c : best;
        most = sum > most ? sum : most;
    }
    return best;
}

static int series_of(struct ending_page *e, struct chart_series series[LIMIT_CUSTOMERS])
{
    const struct view_desk_end *v = e->v;
    struct arena *a = ui_arena(e->ui);
    int n = 0;
    if (v->compared) {
        const struct desk_curve *c = &v->curves[shown_customer(e)];
        series[n++] = (struct chart_series){text_fill(a, "desk.end.trust.first", "customer", c->name, NULL), c->before, DESK_SAMPLES, page_color(e->ui, THEME_TEXT_DIM)};
        series[n++] = (struct chart_series){text_fill(a, "desk.end.trust.now", "customer", c->name, NULL), c->trust, DESK_SAMPLES, page_color(e->ui, THEME_TEAM)};
        return n;
    }
    for (; n < v->curve_count; n++) {
        const struct desk_curve *c = &v->curves[n];
        series[n] = (struct chart_series){text_fill(a, "desk.end.trust.of", "customer", c->name, "from", number(e, c->was), "to", number(e, c->now), NULL), c->trust,
                                          DESK_SAMPLES, page_color(e->ui, colors[n])};
    }
    return n;
}

/* Names in as many lines as they need: what the chart's own legend has one line for. */
static float legend_walk(struct ending_page *e, struct rect r, const struct chart_series *series, int count, int paint)
{
    struct ui *ui = e->ui;
    float x = r.x, y = r.y, line = ui_leading(ui, 14) + ui_px(ui, 2), dot = ui_px(ui, 10);
    for (int k = 0; k < count; k++) {
        float width = dot + ui_px(ui, 7) + ui_text_width(ui, 14, WEIGHT_MEDIUM, series[k].label) + ui_px(ui, 2);
        if (x > r.x && x + width > r.x + r.w) {
            x = r.x;
            y += line;
        }
        if (paint) {
            draw_rect(ui_list(ui), (struct rect){x, y + (line - dot) / 2, dot, dot}, dot / 4, series[k].color);
            ui_text(ui, (struct rect){x + dot + ui_px(ui, 7), y, width - dot - ui_px(ui, 7), line}, 14, WEIGHT_MEDIUM, THEME_TEXT, ALIGN_LEFT, 0, series[k].label);
        }
        x += width + ui_px(ui, 18);
    }
    return y + line - r.y;
}

static void plot(struct ending_page *e, struct rect r, struct chart_series *series, int count)
{
    struct ui *ui = e->ui;
    struct rect ends = {r.x + ui_px(ui, 48), r.y + r.h - ui_px(ui, 24), r.w - ui_px(ui, 48), ui_leading(ui, 13)};
    for (int k = 0; k < count; k++)
        series[k].label = NULL;
    chart_lines(ui_list(ui), ui_theme(ui), r, ui_scale(ui), series, count, 100, NULL, 0);
    ui_text(ui, ends, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, e->v->from);
    ui_text(ui, ends, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_RIGHT, 0, e->v->to);
}

static float customers_walk(struct ending_page *e, struct rect r, int paint)
{
    struct ui *ui = e->ui;
    float x = r.x, y = r.y, height = ui_px(ui, 32), gap = ui_px(ui, 6);
    if (!e->v->compared)
        return 0;
    ui_scope_push(ui, "curves");
    for (int k = 0; k < e->v->curve_count; k++) {
        const char *key = arena_printf(ui_arena(ui), "%d", k + 1);
        float width = ui_choice_width(ui, e->v->curves[k].name, key, UI_SMALL);
        if (x > r.x && x + width > r.x + r.w) {
            x = r.x;
            y += height + gap;
        }
        if (paint && ui_choice(ui, (struct rect){x, y, width, height}, e->v->curves[k].name, key, UI_SMALL | (k == shown_customer(e) ? UI_SELECTED : 0)))
            e->m->customer = k;
        x += width + gap;
    }
    ui_scope_pop(ui);
    return y + height - r.y + ui_px(ui, 8);
}

static float trust_walk(struct ending_page *e, struct rect r, int paint)
{
    struct ui *ui = e->ui;
    struct chart_series series[LIMIT_CUSTOMERS];
    float top = r.y;
    if (e->v->curve_count == 0)
        return 0;
    int count = series_of(e, series);
    if (paint)
        page_words(ui, &(struct rect){r.x, r.y, r.w, TALL}, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 1, text("desk.end.trust"));
    rect_cut_top(&r, ui_leading(ui, 14) + ui_px(ui, 6));
    rect_cut_top(&r, customers_walk(e, r, paint));
    rect_cut_top(&r, legend_walk(e, r, series, count, paint) + ui_px(ui, 6));
    struct rect box = rect_cut_top(&r, e->chart);
    if (paint)
        plot(e, box, series, count);
    return r.y - top;
}

/* --- what differed --- */

static float difference_walk(struct ending_page *e, struct rect r, const struct desk_difference *d, int paint)
{
    struct ui *ui = e->ui;
    float time = ui_px(ui, 54), gap = ui_px(ui, 14), width = (r.w - time - gap) / 2;
    const char *const words[2] = {d->first[0] ? d->first : text("desk.end.nothing-done"), d->second[0] ? d->second : text("desk.end.nothing-done")};
    float most = 0;
    for (int k = 0; k < 2; k++) {
        float height = ui_text_height(ui, 14, WEIGHT_REGULAR, width, words[k], 4);
        most = height > most ? height : most;
        int empty = !(k ? d->second : d->first)[0];
        if (paint)
            ui_text(ui, (struct rect){r.x + time + (width + gap) * (float)k, r.y, width, 0}, 14, WEIGHT_REGULAR, empty ? THEME_TEXT_FAINT : THEME_TEXT, ALIGN_LEFT, 4, words[k]);
    }
    if (paint)
        ui_text(ui, (struct rect){r.x, r.y, time, ui_leading(ui, 14)}, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0, d->time);
    return most + ui_px(ui, 8);
}

static float differences_walk(struct ending_page *e, struct rect r, int paint)
{
    struct ui *ui = e->ui;
    const struct view_desk_end *v = e->v;
    float top = r.y, time = ui_px(ui, 54), gap = ui_px(ui, 14), width = (r.w - time - gap) / 2;
    if (!v->compared)
        return 0;
    if (paint)
        page_words(ui, &(struct rect){r.x, r.y, r.w, TALL}, 18, WEIGHT_BOLD, THEME_TEXT, 1, text("desk.end.differs"));
    rect_cut_top(&r, ui_leading(ui, 18) + ui_px(ui, 6));
    const char *const heads[2] = {text("desk.end.first"), text("desk.end.now")};
    for (int k = 0; k < 2 && paint; k++)
        ui_text(ui, (struct rect){r.x + time + (width + gap) * (float)k, r.y, width, ui_leading(ui, 14)}, 14, WEIGHT_MEDIUM, k ? THEME_TEAM : THEME_TEXT_DIM, ALIGN_LEFT, 0, heads[k]);
    rect_cut_top(&r, ui_leading(ui, 14) + ui_px(ui, 4));
    if (v->difference_count == 0) {
        if (paint)
            page_words(ui, &(struct rect){r.x, r.y, r.w, TALL}, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 2, text("desk.end.same"));
        rect_cut_top(&r, page_words_height(ui, r.w, 15, WEIGHT_REGULAR, 2, text("desk.end.same")));
    }
    for (int k = 0; k < v->difference_count; k++)
        rect_cut_top(&r, difference_walk(e, r, &v->differences[k], paint));
    return r.y - top;
}

/* --- lessons --- */

static float words_walk(struct ending_page *e, struct rect *r, float size, enum draw_weight weight, enum theme_token color, int lines, const char *words, int paint)
{
    float height = page_words_height(e->ui, r->w, size, weight, lines, words);
    struct rect box = rect_cut_top(r, height);
    if (paint && words[0])
        ui_text(e->ui, box, size, weight, color, ALIGN_LEFT, lines, words);
    return height;
}

static float good_walk(struct ending_page *e, struct rect r, int paint)
{
    struct ui *ui = e->ui;
    const struct view_desk_end *v = e->v;
    float top = r.y, indent = ui_px(ui, 28);
    words_walk(e, &r, 18, WEIGHT_BOLD, THEME_TEXT, 2, text("desk.end.good"), paint);
    rect_cut_top(&r, ui_px(ui, 6));
    if (v->good_count == 0)
        words_walk(e, &r, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, text("desk.end.good.none"), paint);
    for (int k = 0; k < v->good_count; k++) {
        struct rect in = {r.x + indent, r.y, r.w - indent, TALL};
        struct draw_font font = {.size = ui_px(ui, 17), .weight = WEIGHT_ICON};
        if (paint)
            draw_text(ui_list(ui), (struct rect){r.x, r.y, indent, ui_leading(ui, 16)}, &font, page_color(ui, THEME_GOOD), ALIGN_LEFT, icon_text(ICON_CHECK));
        float height = words_walk(e, &in, 16, WEIGHT_SEMIBOLD, THEME_TEXT, 3, v->good[k].sentence, paint);
        if (v->good[k].count > 1)
            height += words_walk(e, &in, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, 1, text_count(ui_arena(ui), "desk.end.times", v->good[k].count), paint);
        rect_cut_top(&r, height + ui_px(ui, 8));
    }
    return r.y - top;
}

static float try_inside(struct ending_page *e, struct rect r, int paint)
{
    struct ui *ui = e->ui;
    const struct desk_lesson *t = &e->v->try;
    float top = r.y;
    words_walk(e, &r, 18, WEIGHT_BOLD, THEME_LEARN, 2, text("desk.end.try"), paint);
    rect_cut_top(&r, ui_px(ui, 6));
    if (!t->sentence[0]) {
        words_walk(e, &r, 15, WEIGHT_REGULAR, THEME_TEXT, 3, text("desk.end.try.none"), paint);
        return r.y - top;
    }
    words_walk(e, &r, 17, WEIGHT_SEMIBOLD, THEME_TEXT, 4, t->sentence, paint);
    rect_cut_top(&r, ui_px(ui, 4));
    words_walk(e, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, text_fill(ui_arena(ui), "desk.end.try.why", "time", t->time, "why", t->why, NULL), paint);
    rect_cut_top(&r, ui_px(ui, 10));
    const char *label = text_fill(ui_arena(ui), "desk.end.try.again", "time", t->back.time, NULL);
    struct rect line = rect_cut_top(&r, ui_px(ui, 40));
    if (paint && ui_button(ui, rect_cut_left(&line, ui_button_width(ui, label, "T", UI_LEARN)), label, "T", UI_LEARN))
        wish_number(e->wishes, WISH_TRY_AGAIN, DESK_TRY_LESSON);
    return r.y - top;
}

static float try_walk(struct ending_page *e, struct rect r, int paint)
{
    float margin = ui_px(e->ui, 18);
    struct rect in = {r.x + margin, r.y + margin, r.w - 2 * margin, TALL};
    float height = try_inside(e, in, 0) + 2 * margin;
    if (!paint)
        return height;
    draw_rect(ui_list(e->ui), (struct rect){r.x, r.y, r.w, height}, ui_px(e->ui, 12), page_color(e->ui, THEME_LEARN_PANEL));
    try_inside(e, in, 1);
    return height;
}

/* --- moments --- */

static float moment_height(struct ending_page *e, const struct desk_moment *m, float width)
{
    return ui_text_height(e->ui, 14, WEIGHT_REGULAR, width - ui_px(e->ui, 10 + 54 + 10), m->text, 3) + (m->note[0] ? ui_leading(e->ui, 13) : 0) + ui_px(e->ui, 14);
}

static void moment_draw(struct ending_page *e, int index, struct rect line)
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
        ui_text(ui, rect_cut_top(&line, ui_leading(ui, 13)), 13, WEIGHT_SEMIBOLD, page_tone(m->tone), ALIGN_LEFT, 0, m->note);
}

/* The button stands under the row that is chosen. */
static float moments_walk(struct ending_page *e, struct rect r, int paint)
{
    struct ui *ui = e->ui;
    const struct view_desk_end *v = e->v;
    float top = r.y;
    words_walk(e, &r, 18, WEIGHT_BOLD, THEME_TEXT, 2, text("desk.end.moments"), paint);
    rect_cut_top(&r, ui_px(ui, 4));
    words_walk(e, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 5, text(v->moment_count ? "desk.end.moments.what" : "desk.end.moments.none"), paint);
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
        button = (struct rect){button.x + ui_px(ui, 64), button.y + ui_px(ui, 2), ui_button_width(ui, text("desk.end.go-back"), "A", UI_PRIMARY), ui_px(ui, 36)};
        if (paint && ui_button(ui, button, text("desk.end.go-back"), "A", UI_PRIMARY))
            wish_number(e->wishes, WISH_TRY_AGAIN, i);
    }
    ui_scope_pop(ui);
    return r.y - top;
}

/* --- the page --- */

static float decided_walk(struct ending_page *e, struct rect r, int paint)
{
    float top = r.y;
    if (!e->v->ending_title[0])
        return 0;
    words_walk(e, &r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, text("desk.end.ending"), paint);
    words_walk(e, &r, 22, WEIGHT_BOLD, THEME_CUSTOMER, 3, e->v->ending_title, paint);
    words_walk(e, &r, 15, WEIGHT_REGULAR, THEME_TEXT, 10, e->v->ending_text, paint);
    return r.y - top;
}

static float compared_walk(struct ending_page *e, struct rect r, int paint)
{
    float top = r.y;
    if (!e->v->compared)
        return 0;
    words_walk(e, &r, 22, WEIGHT_BOLD, THEME_LEARN, 2, e->v->compared_words, paint);
    return r.y - top;
}

typedef float part(struct ending_page *e, struct rect r, int paint);

static float column(struct ending_page *e, struct rect r, part *const *parts, int count, int paint)
{
    float top = r.y;
    r.h = TALL;
    for (int k = 0; k < count; k++) {
        float height = parts[k](e, r, paint);
        if (height > 0)
            rect_cut_top(&r, height + ui_px(e->ui, 22));
    }
    return r.y - top;
}

static void scrolled(struct ending_page *e, const char *name, struct rect r, part *const *parts, int count)
{
    float width = r.w - ui_px(e->ui, 18);
    struct rect inner = ui_scroll_begin(e->ui, name, r, column(e, (struct rect){r.x, r.y, width, 0}, parts, count, 0));
    inner.w = width;
    column(e, inner, parts, count, 1);
    ui_scroll_end(e->ui);
}

/* The curves take what room is left beside them. */
static void wide_page(struct ending_page *e, struct rect page)
{
    static part *const own[] = {decided_walk, scores_walk, trust_walk, good_walk}, *const compared[] = {compared_walk, scores_walk, trust_walk, differences_walk};
    static part *const own_side[] = {try_walk, moments_walk}, *const compared_side[] = {good_walk, try_walk, moments_walk};
    struct ui *ui = e->ui;
    int both = e->v->compared;
    struct rect left = rect_cut_left(&page, page.w * 0.54f);
    rect_cut_left(&page, ui_px(ui, 24));
    float spare = left.h - column(e, (struct rect){left.x, left.y, left.w - ui_px(ui, 18), 0}, both ? compared : own, 4, 0), most = ui_px(ui, 150);
    e->chart += spare <= 0 ? 0 : spare > most ? most : spare;
    scrolled(e, "result", left, both ? compared : own, 4);
    scrolled(e, "moments", page, both ? compared_side : own_side, both ? 3 : 2);
}

void desk_end_screen(struct ui *ui, const struct view_desk_end *view, struct desk_end_memory *m, struct wishes *wishes)
{
    static part *const parts[] = {compared_walk, decided_walk, scores_walk, trust_walk, differences_walk, good_walk, try_walk, moments_walk};
    struct ending_page e = {ui, view, m, wishes, ui_px(ui, 190)};
    struct rect page = page_begin(ui), top = page_top(ui, &page);
    int wide = page_width(ui) >= 1000;
    if (m->chosen >= view->moment_count)
        m->chosen = -1;
    if (page_button(ui, &top, text("desk.end.start"), "Esc", 0))
        wish(wishes, WISH_BACK);
    if (view->next[0] && page_button(ui, &top, text_fill(ui_arena(ui), "desk.end.next", "round", view->next, NULL), "Enter", UI_PRIMARY))
        wish(wishes, WISH_NEXT_ROUND);
    page_title(ui, top, view->title, view->subtitle);
    page = rect_inset(page, ui_px(ui, wide ? 36 : 18), ui_px(ui, 22));
    if (wide)
        wide_page(&e, page);
    else
        scrolled(&e, "result", page, parts, 8);
}
