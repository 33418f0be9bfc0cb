#include "draw/chart.h"
#include "round_parts.h"

struct finale {
    struct ui *ui;
    const struct view_round *view;
    const struct session_end *end;
    struct wishes *wishes;
    float chart; /* height of the columns, pixels */
};

static const float ROW = 58;

static const char *of_words(struct finale *f, int met, int counted)
{
    struct arena *a = ui_arena(f->ui);
    if (counted == 0)
        return text("round.none");
    return text_fill(a, "round.of", "met", arena_printf(a, "%d", met), "all", arena_printf(a, "%d", counted), NULL);
}

static void cell(struct finale *f, struct rect r, const char *words, enum theme_token color)
{
    ui_text(f->ui, r, 15, WEIGHT_SEMIBOLD, color, ALIGN_LEFT, 0, words);
}

enum { COLUMNS = 7, HEAD_LINES = 3 };

static void columns_of(struct rect line, struct rect column[COLUMNS])
{
    column[0] = rect_cut_left(&line, line.w * 0.24f);
    for (int i = 1; i < COLUMNS; i++)
        column[i] = rect_column(line, i - 1, COLUMNS - 1, 0);
}

static const char *const keys[COLUMNS] = {"round.table.round",          "score.short.involving", "score.short.honest",
                                          "score.short.follow-through", "round.table.targets",   "round.table.trust",
                                          "round.table.survey"};

static float head_height(struct finale *f, float width)
{
    struct rect column[COLUMNS];
    float most = 0;
    columns_of((struct rect){0, 0, width, 0}, column);
    for (int i = 0; i < COLUMNS; i++) {
        float height =
            ui_text_height(f->ui, 13, WEIGHT_MEDIUM, column[i].w - ui_px(f->ui, 8), text(keys[i]), HEAD_LINES);
        if (height > most)
            most = height;
    }
    return most + ui_px(f->ui, 6);
}

static void table_head(struct finale *f, struct rect line)
{
    struct rect column[COLUMNS];
    columns_of(line, column);
    for (int i = 0; i < COLUMNS; i++) {
        column[i].w -= ui_px(f->ui, 8);
        column[i].h = 0;
        ui_text(f->ui, column[i], 13, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, HEAD_LINES, text(keys[i]));
    }
}

static const char *figure(struct finale *f, int value, const char *key)
{
    if (value < 0)
        return text("round.none");
    return text_fill(ui_arena(f->ui), key, "n", arena_printf(ui_arena(f->ui), "%d", value), NULL);
}

static void table_row(struct finale *f, const struct round_past *past, struct rect line)
{
    struct rect column[COLUMNS];
    columns_of(line, column);
    column[0] = rect_inset(column[0], 0, ui_px(f->ui, 7));
    column[0].w -= ui_px(f->ui, 12);
    struct rect label = rect_cut_top(&column[0], line.h / 2);
    ui_text(f->ui, label, 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, past->label);
    ui_text(f->ui, column[0], 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, past->title);
    if (past->warm_up) {
        struct rect rest = column[1];
        rest.w = line.x + line.w - rest.x;
        ui_text(f->ui, rest, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, text("round.not-scored"));
        return;
    }
    for (int i = 0; i < SCORE_COUNT; i++)
        cell(f, column[i + 1], of_words(f, past->met[i], past->counted[i]), THEME_TEXT);
    cell(f, column[4], figure(f, past->delivered, "round.percent"), THEME_TEAM);
    cell(f, column[5], figure(f, past->perceived, "round.figure"), THEME_CUSTOMER);
    cell(f, column[6], of_words(f, past->survey.happy, past->survey.answers), THEME_TEXT);
}

static void table_draw(struct finale *f, struct rect *r)
{
    page_heading(f->ui, r, text("round.table"));
    table_head(f, rect_cut_top(r, head_height(f, r->w)));
    for (int i = 0; i < f->view->round_count; i++) {
        page_line(f->ui, r);
        table_row(f, &f->view->rounds[i], rect_cut_top(r, ui_px(f->ui, ROW)));
    }
    page_gap(f->ui, r, 8);
    page_words(f->ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, text("round.table-how"));
    page_gap(f->ui, r, 26);
}

/* Two columns a round: what was delivered, and what the customers felt. */
static void chart_draw(struct finale *f, struct rect *r)
{
    struct ui *ui = f->ui;
    struct arena *a = ui_arena(ui);
    int n = 0, *delivered = arena_array(a, LIMIT_ROUNDS, sizeof *delivered),
        *perceived = arena_array(a, LIMIT_ROUNDS, sizeof *perceived);
    const char **groups = arena_array(a, LIMIT_ROUNDS, sizeof *groups);
    for (int i = 0; i < f->view->round_count && n < LIMIT_ROUNDS; i++) {
        const struct round_past *past = &f->view->rounds[i];
        if (past->warm_up)
            continue;
        groups[n] = past->label;
        delivered[n] = past->delivered;
        perceived[n++] = past->perceived;
    }
    if (n == 0)
        return;
    page_heading(ui, r, text("round.beside"));
    const struct chart_series series[2] = {
        {text("round.targets-met"), delivered, n, page_color(ui, THEME_TEAM)},
        {text("round.trust-and-satisfaction"), perceived, n, page_color(ui, THEME_CUSTOMER)}};
    chart_columns(ui_list(ui), ui_theme(ui), rect_cut_top(r, f->chart), ui_scale(ui), groups, series, 2);
}

static float ending_height(struct finale *f, float width)
{
    struct ui *ui = f->ui;
    float inner = width - ui_px(ui, 40);
    if (!f->view->ending_title[0])
        return 0;
    return ui_px(ui, 40 + 8 + 6 + 26) + page_words_height(ui, inner, 14, WEIGHT_MEDIUM, 2, text("round.ending")) +
           page_words_height(ui, inner, 24, WEIGHT_BOLD, 3, f->view->ending_title) +
           page_words_height(ui, inner, 16, WEIGHT_REGULAR, 12, f->view->ending_text);
}

/* What the business decided is what the day was about: it stands first. */
static void ending_draw(struct finale *f, struct rect *r)
{
    struct ui *ui = f->ui;
    if (!f->view->ending_title[0])
        return;
    struct rect inner = page_panel(ui, rect_cut_top(r, ending_height(f, r->w) - ui_px(ui, 26)), THEME_PANEL, 20);
    page_heading(ui, &inner, text("round.ending"));
    page_words(ui, &inner, 24, WEIGHT_BOLD, THEME_CUSTOMER, 3, f->view->ending_title);
    page_gap(ui, &inner, 6);
    page_words(ui, &inner, 16, WEIGHT_REGULAR, THEME_TEXT, 12, f->view->ending_text);
    page_gap(ui, r, 26);
}

static const char *report_words(const struct session_end *end)
{
    static const char *const words[2][2] = {{"round.report-what", "round.report-what-names"}, {"round.report-open", "round.report-open-names"}};
    return text(words[end->report_path[0] != '\0'][end->names != 0]);
}

static float edit_height(struct finale *f, float width)
{
    if (!f->end->editable)
        return 0;
    return ui_px(f->ui, 14 + 48 + 8) + page_words_height(f->ui, width, 14, WEIGHT_REGULAR, 4, text("editing.open-how"));
}

static void edit_draw(struct finale *f, struct rect *r)
{
    struct ui *ui = f->ui;
    if (!f->end->editable)
        return;
    page_gap(ui, r, 14);
    struct rect line = rect_cut_top(r, ui_px(ui, 48));
    if (ui_button(ui, rect_cut_left(&line, ui_button_width(ui, text("editing.open"), "E", 0)), text("editing.open"), "E", 0))
        wish_number(f->wishes, WISH_EDIT_REPORT, 1);
    page_gap(ui, r, 8);
    page_words(ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, text("editing.open-how"));
}

static void report_panel(struct finale *f, struct rect *r)
{
    struct ui *ui = f->ui;
    int ready = f->end->report_path[0] != '\0';
    ending_draw(f, r);
    page_words(ui, r, 24, WEIGHT_BOLD, THEME_TEXT, 2, text(ready ? "round.report-ready" : "round.report-none"));
    page_gap(ui, r, 8);
    page_words(ui, r, 16, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, report_words(f->end));
    if (f->end->problem[0]) {
        page_gap(ui, r, 10);
        page_words(ui, r, 16, WEIGHT_MEDIUM, THEME_BAD, 5, f->end->problem);
    }
    page_gap(ui, r, 14);
    if (ready) {
        float height = page_words_height(ui, r->w - ui_px(ui, 32), 16, WEIGHT_SEMIBOLD, 5, f->end->report_path);
        struct rect box = page_panel(ui, rect_cut_top(r, height + ui_px(ui, 32)), THEME_SPEECH, 16);
        page_words(ui, &box, 16, WEIGHT_SEMIBOLD, THEME_ON_SPEECH, 5, f->end->report_path);
        page_gap(ui, r, 14);
        if (f->end->written[0] && !f->end->problem[0]) {
            page_words(ui, r, 15, WEIGHT_MEDIUM, THEME_GOOD, 2, f->end->written);
            page_gap(ui, r, 10);
        }
    }
    struct rect line = rect_cut_top(r, ui_px(ui, 48));
    const char *label = text(ready ? "round.report-again" : "round.report-write");
    int flags = ready ? 0 : UI_PRIMARY | UI_LARGE;
    struct rect button = rect_cut_left(&line, ui_button_width(ui, label, "R", flags));
    if (ui_button(ui, button, label, "R", flags))
        wish(f->wishes, WISH_REPORT);
    edit_draw(f, r);
    page_gap(ui, r, 26);
    page_heading(ui, r, text("round.session-file"));
    page_words(ui, r, 16, WEIGHT_REGULAR, THEME_TEXT, 5, f->end->session_path);
    page_gap(ui, r, 6);
    page_words(ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, text("round.session-file-what"));
    page_gap(ui, r, 26);
    struct between b = {ui, f->view, NULL, f->wishes};
    if (f->view->has_end)
        round_customers_draw(&b, r);
}

static float left_height(struct finale *f, float width)
{
    struct ui *ui = f->ui;
    return 2 * (ui_leading(ui, 14) + ui_px(ui, 8)) + head_height(f, width) + ui_px(ui, 34 + 4) + f->chart +
           (ui_px(ui, ROW) + 1) * (float)f->view->round_count +
           page_words_height(ui, width, 14, WEIGHT_REGULAR, 3, text("round.table-how"));
}

static float right_height(struct finale *f, float width)
{
    struct ui *ui = f->ui;
    struct between b = {ui, f->view, NULL, f->wishes};
    const struct session_end *end = f->end;
    int ready = end->report_path[0] != '\0';
    float height =
        page_words_height(ui, width, 24, WEIGHT_BOLD, 2, text(ready ? "round.report-ready" : "round.report-none")) +
        page_words_height(ui, width, 16, WEIGHT_REGULAR, 4, report_words(end)) +
        ui_px(ui, 8 + 14 + 48 + 26) + ending_height(f, width) + edit_height(f, width);
    if (end->problem[0])
        height += ui_px(ui, 10) + page_words_height(ui, width, 16, WEIGHT_MEDIUM, 5, end->problem);
    if (ready)
        height +=
            ui_px(ui, 32 + 14) + page_words_height(ui, width - ui_px(ui, 32), 16, WEIGHT_SEMIBOLD, 5, end->report_path);
    if (ready && end->written[0])
        height += ui_px(ui, 10) + page_words_height(ui, width, 15, WEIGHT_MEDIUM, 2, end->written);
    height += page_words_height(ui, width, 14, WEIGHT_MEDIUM, 2, text("round.session-file")) + ui_px(ui, 8 + 6 + 26) +
              page_words_height(ui, width, 16, WEIGHT_REGULAR, 5, end->session_path) +
              page_words_height(ui, width, 14, WEIGHT_REGULAR, 4, text("round.session-file-what"));
    return height + (f->view->has_end ? round_customers_height(&b) : 0);
}

static void wide_page(struct finale *f, struct rect r)
{
    struct ui *ui = f->ui;
    float bar = ui_px(ui, 18);
    struct rect right = rect_cut_right(&r, r.w * 0.38f);
    rect_cut_right(&r, ui_px(ui, 44));
    float spare = r.h - left_height(f, r.w - bar), most = ui_px(ui, 430);
    if (spare > 0)
        f->chart = f->chart + spare < most ? f->chart + spare : most;
    struct rect left = ui_scroll_begin(ui, "rounds", r, left_height(f, r.w - bar));
    table_draw(f, &left);
    chart_draw(f, &left);
    ui_scroll_end(ui);
    struct rect inner = ui_scroll_begin(ui, "report", right, right_height(f, right.w - bar));
    report_panel(f, &inner);
    ui_scroll_end(ui);
}

static void narrow_page(struct finale *f, struct rect r)
{
    struct ui *ui = f->ui;
    float width = r.w - ui_px(ui, 18);
    struct rect inner = ui_scroll_begin(ui, "end", r, right_height(f, width) + ui_px(ui, 30) + left_height(f, width));
    report_panel(f, &inner);
    page_gap(ui, &inner, 30);
    table_draw(f, &inner);
    chart_draw(f, &inner);
    ui_scroll_end(ui);
}

void session_end_screen(struct ui *ui, const struct view_round *view, const struct session_end *end,
                        struct wishes *wishes)
{
    struct finale f = {ui, view, end, wishes, ui_px(ui, 230)};
    struct rect page = page_begin(ui);
    int wide = page_width(ui) >= 1000;
    struct rect top = page_top(ui, &page);
    if (page_button(ui, &top, text("round.to-start"), "Esc", 0))
        wish(wishes, WISH_BACK);
    if (page_button(ui, &top, text("follow.open-page"), "F", 0))
        wish_text(wishes, WISH_FOLLOW_UP, "");
    page_title(ui, top, text("round.session-over"),
               text_fill(ui_arena(ui), "round.whose", "team", view->team, "pack", view->pack, NULL));
    page = rect_inset(page, ui_px(ui, wide ? 40 : 20), ui_px(ui, 28));
    if (wide)
        wide_page(&f, page);
    else
        narrow_page(&f, page);
}
