/* The result in figures: the three scores, trust over time, and what differed from the first try. */
#include "desk_end_parts.h"
#include "draw/chart.h"

static const char *number(struct desk_end *e, int n)
{
    return arena_printf(ui_arena(e->ui), "%d", n);
}

/* --- scores --- */

static int is_figure(const struct desk_score *s)
{
    return s->percent[0] >= '0' && s->percent[0] <= '9';
}

static float score_height(struct desk_end *e, float width)
{
    struct ui *ui = e->ui;
    float most = 0;
    for (int k = 0; k < SCORE_COUNT; k++) {
        const struct desk_score *s = &e->v->scores[k];
        float inner = width - ui_px(ui, 32);
        float height = page_words_height(ui, inner, 14, WEIGHT_MEDIUM, 2, s->name) +
                       page_words_height(ui, inner, 15, WEIGHT_SEMIBOLD, 3, s->counts) +
                       page_words_height(ui, inner, is_figure(s) ? 26 : 15, WEIGHT_BOLD, 2, s->percent) +
                       page_words_height(ui, inner, 13, WEIGHT_REGULAR, 3, s->before);
        most = height > most ? height : most;
    }
    return most + ui_px(ui, 32 + 4);
}

static void score_draw(struct desk_end *e, const struct desk_score *s, struct rect r)
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

float desk_end_scores(struct desk_end *e, struct rect r, int paint)
{
    struct ui *ui = e->ui;
    int columns = r.w >= ui_px(ui, 540) ? SCORE_COUNT : 1;
    float gap = ui_px(ui, 12), width = (r.w - gap * (float)(columns - 1)) / (float)columns,
          row = score_height(e, width);
    for (int k = 0; k < SCORE_COUNT && paint; k++)
        score_draw(e, &e->v->scores[k],
                   (struct rect){r.x + (width + gap) * (float)(k % columns), r.y + (row + gap) * (float)(k / columns),
                                 width, row});
    return (row + gap) * (float)(SCORE_COUNT / columns) - gap;
}

/* --- trust --- */

static const enum theme_token colors[LIMIT_CUSTOMERS] = {THEME_TEAM, THEME_CUSTOMER, THEME_LEARN,
                                                         THEME_TEXT, THEME_TEXT_DIM, THEME_BAD};

/* Until one is chosen: whoever felt the difference most. */
static int shown_customer(const struct desk_end *e)
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

static int series_of(struct desk_end *e, struct chart_series series[LIMIT_CUSTOMERS])
{
    const struct view_desk_end *v = e->v;
    struct arena *a = ui_arena(e->ui);
    int n = 0;
    if (v->compared) {
        const struct desk_curve *c = &v->curves[shown_customer(e)];
        series[n++] = (struct chart_series){text_fill(a, "desk.end.trust.first", "customer", c->name, NULL), c->before,
                                            DESK_SAMPLES, page_color(e->ui, THEME_TEXT_DIM)};
        series[n++] = (struct chart_series){text_fill(a, "desk.end.trust.now", "customer", c->name, NULL), c->trust,
                                            DESK_SAMPLES, page_color(e->ui, THEME_TEAM)};
        return n;
    }
    for (; n < v->curve_count; n++) {
        const struct desk_curve *c = &v->curves[n];
        series[n] = (struct chart_series){text_fill(a, "desk.end.trust.of", "customer", c->name, "from",
                                                    number(e, c->was), "to", number(e, c->now), NULL),
                                          c->trust, DESK_SAMPLES, page_color(e->ui, colors[n])};
    }
    return n;
}

/* Names in as many lines as they need: what the chart's own legend has one line for. */
static float legend_walk(struct desk_end *e, struct rect r, const struct chart_series *series, int count, int paint)
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
            ui_text(ui, (struct rect){x + dot + ui_px(ui, 7), y, width - dot - ui_px(ui, 7), line}, 14, WEIGHT_MEDIUM,
                    THEME_TEXT, ALIGN_LEFT, 0, series[k].label);
        }
        x += width + ui_px(ui, 18);
    }
    return y + line - r.y;
}

static void plot(struct desk_end *e, struct rect r, struct chart_series *series, int count)
{
    struct ui *ui = e->ui;
    struct rect ends = {r.x + ui_px(ui, 48), r.y + r.h - ui_px(ui, 24), r.w - ui_px(ui, 48), ui_leading(ui, 13)};
    for (int k = 0; k < count; k++)
        series[k].label = NULL;
    chart_lines(ui_list(ui), ui_theme(ui), r, ui_scale(ui), series, count, 100, NULL, 0);
    ui_text(ui, ends, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, e->v->from);
    ui_text(ui, ends, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_RIGHT, 0, e->v->to);
}

static float customers_walk(struct desk_end *e, struct rect r, int paint)
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
        if (paint && ui_choice(ui, (struct rect){x, y, width, height}, e->v->curves[k].name, key,
                               UI_SMALL | (k == shown_customer(e) ? UI_SELECTED : 0)))
            e->m->customer = k;
        x += width + gap;
    }
    ui_scope_pop(ui);
    return y + height - r.y + ui_px(ui, 8);
}

/* A line that nothing moved needs no picture. */
static float flat_walk(struct desk_end *e, struct rect r, int paint)
{
    const char *words = text("desk.end.flat");
    if (paint)
        page_words(e->ui, &(struct rect){r.x, r.y, r.w, DESK_END_TALL}, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, words);
    return page_words_height(e->ui, r.w, 15, WEIGHT_REGULAR, 3, words);
}

float desk_end_trust(struct desk_end *e, struct rect r, int paint)
{
    struct ui *ui = e->ui;
    struct chart_series series[LIMIT_CUSTOMERS];
    float top = r.y;
    if (e->v->curve_count == 0)
        return 0;
    int count = series_of(e, series);
    if (paint)
        page_words(ui, &(struct rect){r.x, r.y, r.w, DESK_END_TALL}, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 1,
                   text("desk.end.trust"));
    rect_cut_top(&r, ui_leading(ui, 14) + ui_px(ui, 6));
    rect_cut_top(&r, customers_walk(e, r, paint));
    rect_cut_top(&r, legend_walk(e, r, series, count, paint) + ui_px(ui, 6));
    if (e->v->flat)
        return r.y - top + flat_walk(e, r, paint);
    struct rect box = rect_cut_top(&r, e->chart);
    if (paint)
        plot(e, box, series, count);
    return r.y - top;
}

/* --- what differed --- */

static float difference_walk(struct desk_end *e, struct rect r, const struct desk_difference *d, int paint)
{
    struct ui *ui = e->ui;
    float time = ui_px(ui, 54), gap = ui_px(ui, 14), width = (r.w - time - gap) / 2;
    const char *const words[2] = {d->first[0] ? d->first : text("desk.end.nothing-done"),
                                  d->second[0] ? d->second : text("desk.end.nothing-done")};
    float most = 0;
    for (int k = 0; k < 2; k++) {
        float height = ui_text_height(ui, 14, WEIGHT_REGULAR, width, words[k], 4);
        most = height > most ? height : most;
        int empty = !(k ? d->second : d->first)[0];
        if (paint)
            ui_text(ui, (struct rect){r.x + time + (width + gap) * (float)k, r.y, width, 0}, 14, WEIGHT_REGULAR,
                    empty ? THEME_TEXT_FAINT : THEME_TEXT, ALIGN_LEFT, 4, words[k]);
    }
    if (paint)
        ui_text(ui, (struct rect){r.x, r.y, time, ui_leading(ui, 14)}, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0,
                d->time);
    return most + ui_px(ui, 8);
}

float desk_end_differences(struct desk_end *e, struct rect r, int paint)
{
    struct ui *ui = e->ui;
    const struct view_desk_end *v = e->v;
    float top = r.y, time = ui_px(ui, 54), gap = ui_px(ui, 14), width = (r.w - time - gap) / 2;
    if (!v->compared)
        return 0;
    if (paint)
        page_words(ui, &(struct rect){r.x, r.y, r.w, DESK_END_TALL}, 18, WEIGHT_BOLD, THEME_TEXT, 1,
                   text("desk.end.differs"));
    rect_cut_top(&r, ui_leading(ui, 18) + ui_px(ui, 6));
    const char *const heads[2] = {text("desk.end.first"), text("desk.end.now")};
    for (int k = 0; k < 2 && paint; k++)
        ui_text(ui, (struct rect){r.x + time + (width + gap) * (float)k, r.y, width, ui_leading(ui, 14)}, 14,
                WEIGHT_MEDIUM, k ? THEME_TEAM : THEME_TEXT_DIM, ALIGN_LEFT, 0, heads[k]);
    rect_cut_top(&r, ui_leading(ui, 14) + ui_px(ui, 4));
    if (v->difference_count == 0) {
        if (paint)
            page_words(ui, &(struct rect){r.x, r.y, r.w, DESK_END_TALL}, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 2,
                       text("desk.end.same"));
        rect_cut_top(&r, page_words_height(ui, r.w, 15, WEIGHT_REGULAR, 2, text("desk.end.same")));
    }
    for (int k = 0; k < v->difference_count; k++)
        rect_cut_top(&r, difference_walk(e, r, &v->differences[k], paint));
    return r.y - top;
}
