/* The run sheet and the scores beside it. */
#include "console_parts.h"
#include "sim/score.h"
#include <stdio.h>
#include <stdlib.h>

static int sheet_order(const void *left, const void *right)
{
    const struct view_sheet_row *a = left, *b = right;
    if (a->over != b->over) return b->over - a->over;
    if (a->conditional != b->conditional) return a->conditional - b->conditional;
    if (a->time[0] && b->time[0] && a->at != b->at) return a->at < b->at ? -1 : 1;
    if (a->kind != b->kind) return (int)a->kind - (int)b->kind;
    return a->item - b->item;
}

/* When it happened, or when it comes by itself; -1 for what waits for a condition. */
static int32_t row_time(const struct console_build *b, enum sheet_kind kind, int32_t item, const struct sim_sheet *mark)
{
    return mark->status == SHEET_FIRED && mark->at >= 0 ? mark->at : sim_sheet_at(b->scenario, kind, item);
}

static void sheet_add(struct console_build *b, enum sheet_kind kind, int32_t item, const char *title)
{
    const struct sim_sheet *mark = &b->state->sheet[sim_sheet_index(b->scenario, kind, item)];
    int32_t at = row_time(b, kind, item, mark);
    b->out->sheet[b->out->sheet_count++] = (struct view_sheet_row){
        .kind = kind, .item = item, .status = (enum sheet_status)mark->status, .over = mark->status == SHEET_FIRED || mark->status == SHEET_SKIPPED,
        .conditional = at < 0, .at = at, .title = title, .time = at < 0 ? "" : wording_clock(&b->words, at)};
}

/* Moments that speak are a line of their own: the customer calls. */
static void sheet_moments(struct console_build *b, const struct incident *incident)
{
    for (int32_t k = 0; k < incident->moment_count; k++) {
        moment_id m = incident->first_moment + k;
        const struct moment *moment = &b->scenario->moments[m];
        if (!moment->says[0]) continue;
        const struct sim_sheet *mark = &b->state->sheet[sim_sheet_index(b->scenario, SHEET_MOMENT, m)];
        if (mark->status == SHEET_WAITING && !b->state->incidents[moment->incident].open) continue;
        sheet_add(b, SHEET_MOMENT, m, text_fill(b->arena, "console.calls", "customer", wording_first_name(&b->words, moment->speaker),
                                                "incident", incident->title, NULL));
    }
}

void console_build_sheet(struct console_build *b)
{
    struct view_console *v = b->out;
    const struct scenario *sc = b->scenario;
    int32_t most = sc->incident_count + sc->event_count + sc->moment_count;
    v->sheet = arena_array(b->arena, (size_t)(most ? most : 1), sizeof *v->sheet);
    for (incident_id i = 0; i < sc->incident_count; i++) {
        if (sc->incidents[i].round != b->state->round) continue;
        sheet_add(b, SHEET_INCIDENT, i, sc->incidents[i].title);
        sheet_moments(b, &sc->incidents[i]);
    }
    for (event_id e = 0; e < sc->event_count; e++)
        if (sc->events[e].round == b->state->round) sheet_add(b, SHEET_EVENT, e, sc->events[e].title);
    qsort(v->sheet, (size_t)v->sheet_count, sizeof *v->sheet, sheet_order);
    while (v->sheet_now < v->sheet_count && v->sheet[v->sheet_now].over) v->sheet_now++;
    for (int i = v->sheet_now; i < v->sheet_count; i++) {
        if (v->sheet[i].status != SHEET_WAITING) continue;
        v->sheet[i].next = 1;
        break;
    }
}

static const char *counts_text(struct console_build *b, struct score_counts counts)
{
    int all = score_moments(&counts);
    if (!all) return "";
    return arena_printf(b->arena, "%d / %d", (int)counts.met, all);
}

static enum tone counts_tone(struct score_counts counts)
{
    int percent = score_percent(&counts);
    return percent < 0 ? TONE_NEUTRAL : percent >= 70 ? TONE_TEAM : percent >= 40 ? TONE_WARN : TONE_BAD;
}

static round_id round_before(const struct console_build *b)
{
    for (round_id r = b->state->round - 1; r >= 0; r--)
        if (!b->scenario->rounds[r].warm_up) return r;
    return NOBODY;
}

static void figures_row(struct console_build *b, struct view_score *row)
{
    struct round_figures figures = score_figures(b->state, b->scenario, b->state->round);
    row->name = text("console.targets-trust");
    row->was = "";
    row->now = figures.delivered < 0 ? arena_printf(b->arena, "- / %d", (int)figures.perceived)
                                     : arena_printf(b->arena, "%d %% / %d", (int)figures.delivered, (int)figures.perceived);
}

void console_build_scores(struct console_build *b)
{
    round_id before = round_before(b);
    for (int i = 0; i < SCORE_COUNT; i++) {
        struct view_score *row = &b->out->scores[i];
        struct score_counts now = score_of_state(b->state, b->state->round, (enum score)i);
        row->name = wording_score_short((enum score)i);
        row->now = counts_text(b, now);
        if (!row->now[0]) row->now = text("console.none-yet");
        row->tone = counts_tone(now);
        row->was = "";
        if (before == NOBODY) continue;
        struct score_counts was = score_of_state(b->state, before, (enum score)i);
        if (score_moments(&was)) row->was = text_fill(b->arena, "console.was", "score", counts_text(b, was), NULL);
    }
    figures_row(b, &b->out->scores[SCORE_COUNT]);
}
