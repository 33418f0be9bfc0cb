/* What stands beside the scores: four sides of the round, what was agreed, what was changed. */
#include "draw/chart.h"
#include "round_parts.h"

static const float LINE_GAP = 12, SIDE = 46;

/* --- lines with a word in front --- */

static float line_height(struct between *b, const struct round_line *line, float width)
{
    struct ui *ui = b->ui;
    return (line->pill[0] ? ui_pill_height(ui, 13) + ui_px(ui, 4) : 0) +
           page_words_height(ui, width, 15, WEIGHT_MEDIUM, 6, line->text) +
           page_words_height(ui, width, 13, WEIGHT_REGULAR, 4, line->note) + ui_px(ui, LINE_GAP);
}

static void line_draw(struct between *b, const struct round_line *line, struct rect *r)
{
    struct ui *ui = b->ui;
    if (line->pill[0]) {
        ui_pill(ui, r->x, r->y, 13, page_tone(line->tone), page_tone_panel(line->tone), line->pill);
        rect_cut_top(r, ui_pill_height(ui, 13));
        page_gap(ui, r, 4);
    }
    page_words(ui, r, 15, WEIGHT_MEDIUM, THEME_TEXT, 6, line->text);
    page_words(ui, r, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, line->note);
    page_gap(ui, r, LINE_GAP);
}

float round_lines_height(struct between *b, const char *heading, const struct round_line *lines, int count, float width)
{
    float height = page_words_height(b->ui, width, 14, WEIGHT_MEDIUM, 2, heading) + ui_px(b->ui, 8 + 10);
    for (int i = 0; i < count; i++)
        height += line_height(b, &lines[i], width);
    return count == 0 ? 0 : height;
}

void round_lines_draw(struct between *b, const char *heading, const struct round_line *lines, int count, struct rect *r)
{
    if (count == 0)
        return;
    page_heading(b->ui, r, heading);
    ui_scope_push(b->ui, heading);
    for (int i = 0; i < count; i++)
        line_draw(b, &lines[i], r);
    ui_scope_pop(b->ui);
    page_gap(b->ui, r, 10);
}

/* --- speed, quality, satisfaction and risk --- */

static void side_draw(struct between *b, const struct round_side *side, struct rect r)
{
    struct ui *ui = b->ui;
    struct rect line = rect_cut_top(&r, ui_px(ui, 20));
    const char *figure = side->percent < 0 ? text("round.none") : between_number(b, side->percent);
    float width = ui_text_width(ui, 15, WEIGHT_SEMIBOLD, figure) + ui_px(ui, 4);
    ui_text(ui, rect_cut_right(&line, width), 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_RIGHT, 0, figure);
    width = ui_text_width(ui, 14, WEIGHT_MEDIUM, side->name) + ui_px(ui, 10);
    ui_text(ui, rect_cut_left(&line, width < line.w ? width : line.w), 14, WEIGHT_MEDIUM, THEME_TEXT, ALIGN_LEFT, 0, side->name);
    ui_text(ui, line, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, side->counts);
    rect_cut_top(&r, ui_px(ui, 4));
    if (side->percent >= 0)
        chart_bar(ui_list(ui), ui_theme(ui), rect_cut_top(&r, ui_px(ui, 6)), side->percent, 100, page_color(ui, THEME_TEAM));
}

static const char *survey_words(struct between *b)
{
    const struct round_survey *after = &b->view->end.after_incidents, *end = &b->view->end.at_end;
    if (after->answers > 0 && end->answers > 0)
        return text_fill(ui_arena(b->ui), "round.survey.both", "after", after->words, "end", end->words, NULL);
    return after->answers > 0 || end->answers > 0 ? text_fill(ui_arena(b->ui), "round.survey", "words",
                                                              end->answers > 0 ? end->words : after->words, NULL)
                                                  : "";
}

float round_sides_height(struct between *b, float width)
{
    struct ui *ui = b->ui;
    const struct round_end *end = &b->view->end;
    float inner = width - ui_px(ui, 40);
    if (end->side_count == 0)
        return 0;
    return ui_px(ui, 40 + 6) + page_words_height(ui, inner, 14, WEIGHT_MEDIUM, 2, text("round.sides")) +
           ui_px(ui, 8 + SIDE * (float)end->side_count) +
           page_words_height(ui, inner, 14, WEIGHT_REGULAR, 4, survey_words(b)) + ui_px(ui, 16);
}

void round_sides_draw(struct between *b, struct rect *r)
{
    struct ui *ui = b->ui;
    const struct round_end *end = &b->view->end;
    if (end->side_count == 0)
        return;
    struct rect inner = page_panel(ui, rect_cut_top(r, round_sides_height(b, r->w) - ui_px(ui, 16)), THEME_PANEL, 20);
    page_heading(ui, &inner, text("round.sides"));
    for (int i = 0; i < end->side_count; i++)
        side_draw(b, &end->sides[i], rect_cut_top(&inner, ui_px(ui, SIDE)));
    page_gap(ui, &inner, 6);
    page_words(ui, &inner, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, survey_words(b));
    page_gap(ui, r, 16);
}
