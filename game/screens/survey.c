#include "screens/survey.h"
#include "page_parts.h"

#include <string.h>

struct survey_desk {
    struct ui *ui;
    const struct view_survey *view;
    struct survey_memory *m;
    struct wishes *wishes;
};

static const float COUNT_FIELD = 52, ROW = 58;

void survey_begin(struct survey_memory *m)
{
    memset(m, 0, sizeof *m);
    m->filled = -1;
    for (int i = 0; i < SURVEY_STEPS; i++)
        m->hands[i].limit = SURVEY_DIGITS;
}

void survey_end(struct survey_memory *m)
{
    for (int i = 0; i < SURVEY_STEPS; i++)
        ui_edit_release(&m->hands[i]);
}

static int is_all(const struct survey_desk *d) { return d->m->question >= d->view->row_count; }

/* --- the five counts --- */

static const char *field_label(struct survey_desk *d, int step)
{
    return text_fill(ui_arena(d->ui), "survey.hands-for", "n", arena_printf(ui_arena(d->ui), "%d", step + 1), NULL);
}

/* The fields hold what was counted for the question that is shown. */
static void fill(struct survey_desk *d)
{
    if (d->m->filled == d->m->question || is_all(d))
        return;
    const struct survey_row *row = &d->view->rows[d->m->question];
    for (int i = 0; i < SURVEY_STEPS; i++)
        ui_edit_set(&d->m->hands[i], row->hands[i] > 0 ? arena_printf(ui_arena(d->ui), "%d", (int)row->hands[i]) : "");
    d->m->filled = d->m->question;
    ui_focus(d->ui, UI_FIELD, field_label(d, 0));
}

/* -1: no number. An empty field is none. */
static int32_t typed(const struct survey_memory *m, int step)
{
    int32_t sum = 0;
    for (const char *at = ui_edit_text(&m->hands[step]); *at; at++) {
        if (*at < '0' || *at > '9')
            return -1;
        sum = sum * 10 + (*at - '0');
    }
    return sum;
}

static int is_sound(const struct survey_memory *m)
{
    for (int i = 0; i < SURVEY_STEPS; i++)
        if (typed(m, i) < 0 || typed(m, i) > 200)
            return 0;
    return 1;
}

static void go_to(struct survey_desk *d, int question)
{
    d->m->question = question < 0 ? 0 : question > d->view->row_count ? d->view->row_count : question;
    d->m->filled = -1;
}

static void keep(struct survey_desk *d)
{
    const struct survey_row *row = &d->view->rows[d->m->question];
    for (int i = 0; i < SURVEY_STEPS; i++) {
        if (typed(d->m, i) == row->hands[i])
            continue;
        struct sim_command command = sim_command_make(SIM_CMD_TALLY);
        command.tally.what = row->what;
        command.tally.subject = row->subject;
        command.tally.by = i + 1;
        command.tally.count = typed(d->m, i);
        wish_command(d->wishes, &command, NULL, NULL);
    }
    go_to(d, d->m->question + 1);
}

static int fields_draw(struct survey_desk *d, struct rect line)
{
    struct ui *ui = d->ui;
    int entered = 0;
    for (int i = 0; i < SURVEY_STEPS; i++) {
        struct rect cell = rect_column(line, i, SURVEY_STEPS, ui_px(ui, 12)), name = rect_cut_top(&cell, ui_px(ui, 26));
        ui_text(ui, name, 15, WEIGHT_SEMIBOLD, THEME_TEXT_DIM, ALIGN_LEFT, 0, arena_printf(ui_arena(ui), "%d", i + 1));
        cell.h = ui_px(ui, COUNT_FIELD - 14);
        entered |= page_count(ui, cell, field_label(d, i), &d->m->hands[i]) == 2;
    }
    return entered;
}

static void scale_ends(struct ui *ui, struct rect *r)
{
    struct rect line = rect_cut_top(r, ui_px(ui, 22)), low = rect_cut_left(&line, line.w / 2);
    ui_text(ui, low, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, text("survey.low"));
    ui_text(ui, line, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_RIGHT, 0, text("survey.high"));
}

static const float ENTRY = 22 * 2 + 12 + 64 + 4 + 22 + 12 + 44;

static float entry_height(struct survey_desk *d, float width)
{
    float inner = width - ui_px(d->ui, 44);
    if (is_all(d))
        return ui_px(d->ui, 44 + 10) + page_words_height(d->ui, inner, 22, WEIGHT_BOLD, 3, d->view->counted ? d->view->sum : text("survey.none-yet")) +
               page_words_height(d->ui, inner, 15, WEIGHT_REGULAR, 6, text("survey.compare"));
    return ui_px(d->ui, ENTRY + 28) + page_words_height(d->ui, inner, 22, WEIGHT_BOLD, 4, d->view->rows[d->m->question].text);
}

static void all_draw(struct survey_desk *d, struct rect inner)
{
    page_words(d->ui, &inner, 22, WEIGHT_BOLD, THEME_TEXT, 3, d->view->counted ? d->view->sum : text("survey.none-yet"));
    page_gap(d->ui, &inner, 10);
    page_words(d->ui, &inner, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 6, text("survey.compare"));
}

static void entry_draw(struct survey_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    struct rect inner = page_panel(ui, r, THEME_PANEL, 22);
    if (is_all(d)) {
        all_draw(d, inner);
        return;
    }
    page_heading(ui, &inner, text_fill(ui_arena(ui), "survey.question", "n", arena_printf(ui_arena(ui), "%d", d->m->question + 1), "all",
                                       arena_printf(ui_arena(ui), "%d", d->view->row_count), NULL));
    page_words(ui, &inner, 22, WEIGHT_BOLD, THEME_TEXT, 4, d->view->rows[d->m->question].text);
    page_gap(ui, &inner, 12);
    int entered = fields_draw(d, rect_cut_top(&inner, ui_px(ui, 26 + COUNT_FIELD - 14)));
    page_gap(ui, &inner, 4);
    scale_ends(ui, &inner);
    page_gap(ui, &inner, 12);
    struct rect line = rect_cut_top(&inner, ui_px(ui, 44));
    const char *label = text(d->m->question + 1 < d->view->row_count ? "survey.keep-next" : "survey.keep");
    int sound = is_sound(d->m);
    int pressed = ui_button(ui, rect_cut_left(&line, ui_button_width(ui, label, "Enter", UI_PRIMARY)), label, "Enter", sound ? UI_PRIMARY : UI_DISABLED);
    if (sound && (entered || pressed))
        keep(d);
}

/* --- the questions with what was counted --- */

static void bar_draw(struct survey_desk *d, struct rect r, const struct survey_row *row)
{
    static const enum theme_token colors[SURVEY_STEPS] = {THEME_BAD, THEME_WARN, THEME_NEUTRAL, THEME_TEAM, THEME_GOOD};
    struct ui *ui = d->ui;
    draw_rect(ui_list(ui), r, r.h / 2, page_color(ui, THEME_RAISED));
    if (row->all <= 0)
        return;
    struct rect rest = r;
    for (int i = 0; i < SURVEY_STEPS; i++) {
        if (row->hands[i] <= 0)
            continue;
        struct rect part = rect_cut_left(&rest, r.w * (float)row->hands[i] / (float)row->all);
        part.w -= rest.w > 1 ? ui_px(ui, 2) : 0;
        draw_rect(ui_list(ui), part, ui_px(ui, 3), page_color(ui, colors[i]));
    }
}

static float row_height(struct survey_desk *d, const struct survey_row *row, float width)
{
    return page_words_height(d->ui, width - ui_px(d->ui, 28 + 30), 15, WEIGHT_MEDIUM, 3, row->text) + ui_px(d->ui, 14 + 30 + 12);
}

static const char *counted_words(struct survey_desk *d, const struct survey_row *row)
{
    struct arena *a = ui_arena(d->ui);
    if (row->all <= 0)
        return text("survey.not-counted");
    if (row->was_all <= 0)
        return text_fill(a, "survey.satisfied", "counts", row->counts, NULL);
    return text_fill(a, "survey.satisfied-was", "counts", row->counts, "n", arena_printf(a, "%d", (int)row->was), "all",
                     arena_printf(a, "%d", (int)row->was_all), NULL);
}

static void row_draw(struct survey_desk *d, struct rect box, int index)
{
    struct ui *ui = d->ui;
    const struct survey_row *row = &d->view->rows[index];
    if (ui_row(ui, box, row->text, "", index == d->m->question ? UI_SELECTED : 0))
        go_to(d, index);
    box = rect_inset(box, ui_px(ui, 14), ui_px(ui, 10));
    struct rect number = rect_cut_left(&box, ui_px(ui, 30));
    ui_text(ui, number, 15, WEIGHT_SEMIBOLD, THEME_TEXT_DIM, ALIGN_LEFT, 1, arena_printf(ui_arena(ui), "%d", index + 1));
    page_words(ui, &box, 15, WEIGHT_MEDIUM, THEME_TEXT, 3, row->text);
    page_gap(ui, &box, 6);
    struct rect line = rect_cut_top(&box, ui_px(ui, 22)), bar = rect_cut_left(&line, line.w * 0.42f);
    bar_draw(d, rect_inset(bar, 0, ui_px(ui, 5)), row);
    rect_cut_left(&line, ui_px(ui, 12));
    ui_text(ui, line, 14, WEIGHT_REGULAR, row->all > 0 ? THEME_TEXT : THEME_TEXT_DIM, ALIGN_LEFT, 0, counted_words(d, row));
}

static float rows_height(struct survey_desk *d, float width)
{
    float height = 0;
    for (int i = 0; i < d->view->row_count; i++)
        height += row_height(d, &d->view->rows[i], width) + ui_px(d->ui, 4);
    return height + ui_px(d->ui, ROW);
}

static void rows_draw(struct survey_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    ui_scope_push(ui, "questions");
    for (int i = 0; i < d->view->row_count; i++) {
        row_draw(d, rect_cut_top(&r, row_height(d, &d->view->rows[i], r.w)), i);
        page_gap(ui, &r, 4);
    }
    page_gap(ui, &r, 6);
    struct rect line = rect_cut_top(&r, ui_px(ui, 40));
    const char *label = text("survey.all");
    if (ui_choice(ui, rect_cut_left(&line, ui_choice_width(ui, label, "", 0)), label, "", is_all(d) ? UI_SELECTED : 0))
        go_to(d, d->view->row_count);
    ui_scope_pop(ui);
}

float survey_height(struct ui *ui, const struct view_survey *view, const struct survey_memory *m, float width)
{
    struct survey_memory copy = *m;
    struct survey_desk d = {ui, view, &copy, NULL};
    if (view->row_count == 0)
        return ui_px(ui, 120);
    return entry_height(&d, width) + ui_px(ui, 18) + rows_height(&d, width) +
           page_words_height(ui, width, 14, WEIGHT_REGULAR, 6, text("survey.how")) + ui_px(ui, 16);
}

static void none_draw(struct ui *ui, struct rect r)
{
    page_words(ui, &r, 22, WEIGHT_BOLD, THEME_TEXT, 3, text("survey.no-questions"));
    page_gap(ui, &r, 10);
    page_words(ui, &r, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, text("survey.no-questions-how"));
}

void survey_wide(struct ui *ui, const struct view_survey *view, struct survey_memory *m, struct rect r, struct wishes *wishes)
{
    struct survey_desk d = {ui, view, m, wishes};
    float bar = ui_px(ui, 18);
    if (view->row_count == 0) {
        none_draw(ui, r);
        return;
    }
    struct rect left = rect_cut_left(&r, r.w * 0.48f);
    rect_cut_left(&r, bar);
    fill(&d);
    float width = left.w - bar, entry = entry_height(&d, width), how = page_words_height(ui, width, 14, WEIGHT_REGULAR, 6, text("survey.how"));
    struct rect inner = ui_scroll_begin(ui, "counts", left, entry + how + ui_px(ui, 18));
    inner.w = width;
    entry_draw(&d, rect_cut_top(&inner, entry));
    page_gap(ui, &inner, 16);
    page_words(ui, &inner, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 6, text("survey.how"));
    ui_scroll_end(ui);
    inner = ui_scroll_begin(ui, "questions", r, rows_height(&d, r.w - bar));
    inner.w = r.w - bar;
    rows_draw(&d, inner);
    ui_scroll_end(ui);
}

void survey_part(struct ui *ui, const struct view_survey *view, struct survey_memory *m, struct rect r, struct wishes *wishes)
{
    struct survey_desk d = {ui, view, m, wishes};
    if (view->row_count == 0) {
        none_draw(ui, r);
        return;
    }
    fill(&d);
    entry_draw(&d, rect_cut_top(&r, entry_height(&d, r.w)));
    page_gap(ui, &r, 18);
    rows_draw(&d, rect_cut_top(&r, rows_height(&d, r.w)));
    page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 6, text("survey.how"));
}
