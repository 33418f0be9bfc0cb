#include "app/simulate.h"
#include "base/text.h"
#include "draw/chart.h"
#include "paper/svg.h"

enum { CURVE_LINES = 6, CURVE_W = 1400, CURVE_H = 380, CURVE_GAP = 24, CURVE_TITLE = 30, CURVE_MARGIN = 28 };

/* --- a table --- */

static void csv_head(struct str *out, const struct trial *t)
{
    str_append(out, "round,time");
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        if (trial_has(&t->plan, k))
            str_printf(out, ",%s %s,%s %s", player_word(k), trial_measure_word(TRIAL_SATISFACTION), player_word(k),
                       trial_measure_word(TRIAL_TRUST));
    str_append_char(out, '\n');
}

static void csv_minute(struct str *out, const struct trial *t, round_id round, int32_t minute)
{
    const struct round *r = &t->plan.scenario->rounds[round];
    struct arena a = {0};
    str_printf(out, "%s,", r->id);
    str_append_clock(out, r->from + 60 * (minute - t->curve.first[round]));
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        if (trial_has(&t->plan, k))
            str_printf(out, ",%s,%s",
                       simulate_decimal(&a, t->players[k].satisfaction[minute] / t->players[k].sessions, 2),
                       simulate_decimal(&a, t->players[k].trust[minute] / t->players[k].sessions, 2));
    str_append_char(out, '\n');
    arena_release(&a);
}

void simulate_curve_csv(struct str *out, const struct simulate *s)
{
    const struct trial *t = s->trial;
    csv_head(out, t);
    for (round_id r = 0; t->runs > 0 && r < t->plan.scenario->round_count; r++)
        for (int32_t minute = t->curve.first[r]; minute < t->curve.first[r + 1]; minute++)
            csv_minute(out, t, r, minute);
}

/* --- a picture --- */

/* All when they are few; else those whose curves tell the story. */
static int is_drawn(const struct trial *t, int32_t player)
{
    int32_t count = 0;
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        count += trial_has(&t->plan, k);
    int tells = player == PLAYER_CUSTOMER_FOCUSED || player == PLAYER_PLEASER || player == PLAYER_TECHNICIAN ||
                player == PLAYER_LEARNER;
    return trial_has(&t->plan, player) && (count <= CURVE_LINES || tells);
}

/* Tenths of a point. */
static struct chart_series series_of(struct arena *a, const struct trial *t, int32_t player, const int64_t *sums,
                                     uint32_t color)
{
    int *values = arena_array(a, (size_t)t->curve.minutes + 1, sizeof *values);
    for (int32_t k = 0; k < t->curve.minutes; k++)
        values[k] = (int)(sums[k] / t->players[player].sessions / 100);
    return (struct chart_series){
        .label = player_word(player), .values = values, .count = t->curve.minutes, .color = color};
}

static void draw_curves(struct draw_list *l, const struct trial *t, struct rect r, enum trial_measure measure)
{
    static const enum theme_token tokens[CURVE_LINES] = {THEME_TEAM, THEME_NEUTRAL, THEME_BAD,
                                                         THEME_WARN, THEME_LEARN,   THEME_GOOD};
    struct chart_series series[CURVE_LINES];
    struct chart_break breaks[LIMIT_ROUNDS];
    struct draw_font font = {.size = 18, .weight = WEIGHT_SEMIBOLD};
    int count = 0;
    for (int32_t k = 0; k < PLAYER_KIND_COUNT && count < CURVE_LINES; k++)
        if (is_drawn(t, k)) {
            const int64_t *sums = measure == TRIAL_TRUST ? t->players[k].trust : t->players[k].satisfaction;
            series[count] = series_of(l->arena, t, k, sums, theme_color(THEME_LIGHT, tokens[count]));
            count++;
        }
    for (round_id k = 0; k < t->plan.scenario->round_count; k++)
        breaks[k] = (struct chart_break){t->curve.first[k], t->plan.scenario->rounds[k].title};
    draw_text(l, rect_cut_top(&r, CURVE_TITLE), &font, theme_color(THEME_LIGHT, THEME_TEXT), ALIGN_LEFT,
              text(arena_printf(l->arena, "simulate.curve.%s", trial_measure_word((int32_t)measure))));
    chart_lines(l, THEME_LIGHT, r, 1, series, count, 1000, breaks, t->plan.scenario->round_count);
}

void simulate_curve_svg(struct str *out, const struct simulate *s)
{
    struct arena a = {0};
    struct draw_list list = {.arena = &a};
    struct rect page = {0, 0, CURVE_W, 2 * CURVE_H + CURVE_GAP + 2 * CURVE_MARGIN},
                r = rect_inset(page, CURVE_MARGIN, CURVE_MARGIN);
    draw_rect(&list, page, 0, theme_color(THEME_LIGHT, THEME_BACKGROUND));
    if (s->trial->runs > 0 && s->trial->curve.minutes > 1) {
        draw_curves(&list, s->trial, rect_cut_top(&r, CURVE_H), TRIAL_SATISFACTION);
        rect_cut_top(&r, CURVE_GAP);
        draw_curves(&list, s->trial, r, TRIAL_TRUST);
    }
    struct paper_svg picture = {
        .width = page.w, .height = page.h, .id = "curve", .title = s->trial->plan.scenario->title};
    /* A file of its own needs what a page would say of it. */
    struct str drawn = {0};
    paper_svg(&drawn, &list, &picture);
    str_printf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" font-family=\"Inter, sans-serif\"%s\n",
               str_text(&drawn) + sizeof "<svg" - 1);
    str_release(&drawn);
    arena_release(&a);
}
