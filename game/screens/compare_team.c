#include "compare_parts.h"
#include "draw/chart.h"

/* Everything is set twice in the same order: once for its height, once on the page. */
struct team_page { struct ui *ui; const struct view_compare *v; struct rect r; int drawn; };

enum { CHART = 190, NARROW = 620 };

static void words(struct team_page *p, float size, enum draw_weight weight, enum theme_token color, int lines, const char *said, float below)
{
    if (!said[0])
        return;
    if (p->drawn)
        page_words(p->ui, &p->r, size, weight, color, lines, said);
    else
        rect_cut_top(&p->r, page_words_height(p->ui, p->r.w, size, weight, lines, said));
    rect_cut_top(&p->r, ui_px(p->ui, below));
}

static void head(struct team_page *p)
{
    const struct view_compare *v = p->v;
    words(p, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 3, arena_printf(ui_arena(p->ui), "%s. %s", v->team, v->subject), 4);
    words(p, 28, WEIGHT_BOLD, THEME_TEXT, 4, v->finding, 10);
    for (int i = 0; i < v->sentence_count; i++)
        words(p, 16, WEIGHT_REGULAR, THEME_TEXT, 4, v->sentences[i], 3);
    rect_cut_top(&p->r, ui_px(p->ui, 18));
}

/* --- side by side --- */

struct columns { float name, cell, turn; int first, count; };

/* Where not all columns have room, the first and the latest do. */
static struct columns columns_of(const struct team_page *p)
{
    struct columns c = {.count = p->v->column_count};
    float least = ui_px(p->ui, 116), wanted = ui_px(p->ui, 150);
    c.turn = p->v->column_count > 1 ? ui_px(p->ui, 140) : 0;
    c.name = p->r.w * 0.26f;
    while (c.count > 2 && (p->r.w - c.name - c.turn) / (float)c.count < least)
        c.count--;
    c.cell = (p->r.w - c.name - c.turn) / (float)c.count;
    c.cell = c.cell > wanted ? wanted : c.cell;
    c.first = p->v->column_count - c.count;
    return c;
}

static int column_at(const struct columns *c, int place) { return place == 0 ? 0 : c->first + place; }

static void names_draw(struct team_page *p, const struct columns *c, struct rect line)
{
    struct ui *ui = p->ui;
    rect_cut_left(&line, c->name);
    for (int i = 0; i < c->count; i++) {
        const struct compare_column *column = &p->v->columns[column_at(c, i)];
        struct rect box = rect_cut_left(&line, c->cell);
        box.w -= ui_px(ui, 10);
        ui_text(ui, rect_cut_top(&box, ui_px(ui, 20)), 14, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, column->label);
        ui_text(ui, rect_cut_top(&box, ui_px(ui, 18)), 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, column->when);
    }
    if (c->turn > 0)
        ui_text(ui, rect_cut_top(&line, ui_px(ui, 20)), 14, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, text("compare.head.change"));
}

static void cell_draw(struct team_page *p, struct rect box, const struct compare_cell *cell)
{
    struct ui *ui = p->ui;
    int both = cell->counts[0] && cell->words[0];
    const char *first = cell->counts[0] ? cell->counts : cell->words;
    box.w -= ui_px(ui, 10);
    ui_text(ui, rect_cut_top(&box, both ? box.h / 2 : box.h), 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, first);
    if (both)
        ui_text(ui, box, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, cell->words);
}

static void turn_draw(struct team_page *p, struct rect box, const struct compare_row *row)
{
    struct ui *ui = p->ui;
    if (row->turn == TURN_ROSE || row->turn == TURN_FELL)
        ui_pill(ui, box.x, box.y + (box.h - ui_pill_height(ui, 14)) / 2, 14, page_tone(row->tone), page_tone_panel(row->tone), row->turned);
    else
        ui_text(ui, box, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, row->turned);
}

static void row_draw(struct team_page *p, const struct columns *c, struct rect line, const struct compare_row *row)
{
    struct ui *ui = p->ui;
    draw_line(ui_list(ui), line.x, line.y, line.x + line.w, line.y, 1, page_color(ui, THEME_LINE));
    line = rect_inset(line, 0, ui_px(ui, 4));
    struct rect name = rect_cut_left(&line, c->name);
    name.w -= ui_px(ui, 12);
    float high = page_words_height(ui, name.w, 15, WEIGHT_REGULAR, 2, row->name);
    rect_cut_top(&name, (name.h - high) / 2);
    page_words(ui, &name, 15, WEIGHT_REGULAR, THEME_TEXT, 2, row->name);
    for (int i = 0; i < c->count; i++)
        cell_draw(p, rect_cut_left(&line, c->cell), &row->cells[column_at(c, i)]);
    if (c->turn > 0)
        turn_draw(p, line, row);
}

static void table(struct team_page *p)
{
    struct columns c = columns_of(p);
    struct rect line = rect_cut_top(&p->r, ui_px(p->ui, 44));
    if (p->drawn)
        names_draw(p, &c, line);
    for (int i = 0; i < p->v->row_count; i++) {
        line = rect_cut_top(&p->r, ui_px(p->ui, 46));
        if (p->drawn)
            row_draw(p, &c, line, &p->v->rows[i]);
    }
    rect_cut_top(&p->r, ui_px(p->ui, 8));
    if (c.first > 0)
        words(p, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, 2, text_count(ui_arena(p->ui), "compare.no-room", c.first), 2);
    words(p, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, 2, p->v->left_out, 0);
    rect_cut_top(&p->r, ui_px(p->ui, 24));
}

/* --- pictures --- */

static void title(struct team_page *p, const char *said) { words(p, 20, WEIGHT_BOLD, THEME_TEXT, 3, said, 10); }

static void rounds(struct team_page *p)
{
    const struct view_compare *v = p->v;
    struct chart_series series[COMPARE_SCORES];
    struct chart_break breaks[COMPARE_BREAKS];
    if (v->point_count < 2)
        return;
    title(p, v->rounds_title);
    struct rect box = rect_cut_top(&p->r, ui_px(p->ui, CHART));
    for (int i = 0; i < COMPARE_SCORES; i++)
        series[i] = (struct chart_series){v->score_names[i], v->points[i], v->point_count, chart_line_color(ui_theme(p->ui), i)};
    for (int i = 0; i < v->break_count; i++)
        breaks[i] = (struct chart_break){v->breaks[i].at, v->breaks[i].label};
    if (p->drawn)
        chart_lines(ui_list(p->ui), ui_theme(p->ui), box, ui_scale(p->ui), series, COMPARE_SCORES, 100, breaks,
                    v->sessions > 1 ? v->break_count : 0);
    rect_cut_top(&p->r, ui_px(p->ui, 26));
}

static int ranges_of(const struct view_compare *v, struct chart_range items[COMPARE_ROWS])
{
    int n = 0;
    for (int i = 0; i < v->row_count; i++)
        if (v->rows[i].others.teams > 0 && v->rows[i].percent)
            items[n++] = (struct chart_range){v->rows[i].name, v->rows[i].others.low, v->rows[i].others.median, v->rows[i].others.high,
                                              v->rows[i].first_percent, v->sessions > 1 ? v->rows[i].cells[v->column_count - 1].percent : -1};
    return n;
}

/* Two and two where four in a row have no room. */
static void legend(struct team_page *p)
{
    const char *const all[4] = {text("compare.legend.others"), text("compare.legend.median"), text("compare.legend.you"),
                                p->v->sessions > 1 ? text("compare.legend.now") : ""};
    int lines = p->r.w / ui_scale(p->ui) < NARROW + 260 ? 2 : 1;
    for (int i = 0; i < lines; i++) {
        struct rect line = rect_cut_top(&p->r, ui_px(p->ui, 24));
        const char *const half[4] = {i == 0 ? all[0] : "", i == 0 ? all[1] : "", i == 1 ? all[2] : "", i == 1 ? all[3] : ""};
        if (lines == 2) {
            line.w *= 2;
            line.x -= i == 1 ? line.w / 2 : 0;
        }
        if (p->drawn)
            chart_range_legend(ui_list(p->ui), ui_theme(p->ui), line, ui_scale(p->ui), lines == 2 ? half : all);
    }
    rect_cut_top(&p->r, ui_px(p->ui, 6));
}

static void others(struct team_page *p)
{
    struct chart_range items[COMPARE_ROWS];
    int count = ranges_of(p->v, items);
    title(p, p->v->others_title);
    if (count > 0) {
        legend(p);
        struct rect box = rect_cut_top(&p->r, ui_px(p->ui, (float)(count * CHART_RANGE_ROW + CHART_RANGE_AXIS)));
        if (p->drawn)
            chart_ranges(ui_list(p->ui), ui_theme(p->ui), box, ui_scale(p->ui), items, count);
        rect_cut_top(&p->r, ui_px(p->ui, 8));
    }
    words(p, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 5, p->v->others_note, 22);
}

static void follow(struct team_page *p)
{
    if (p->v->follow_count == 0)
        return;
    title(p, text("compare.heading.follow"));
    for (int i = 0; i < p->v->follow_count; i++) {
        const struct compare_follow *f = &p->v->follow[i];
        const char *key = f->actions[0] && f->hands[0] ? "compare.follow-line" : f->actions[0] ? "compare.follow-actions" : "compare.follow-hands";
        words(p, 15, WEIGHT_REGULAR, THEME_TEXT, 3,
              text_fill(ui_arena(p->ui), key, "session", f->session, "when", f->when, "actions", f->actions, "hands", f->hands, NULL), 4);
    }
    rect_cut_top(&p->r, ui_px(p->ui, 20));
}

static void all(struct team_page *p)
{
    head(p);
    if (p->v->sessions == 0)
        return;
    table(p);
    rounds(p);
    others(p);
    follow(p);
    words(p, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, 9, p->v->method, 24);
}

float compare_team_height(struct ui *ui, const struct view_compare *v, float width)
{
    struct team_page p = {ui, v, {0, 0, width, 1e6f}, 0};
    all(&p);
    return p.r.y;
}

void compare_team_draw(struct ui *ui, const struct view_compare *v, struct rect r)
{
    struct team_page p = {ui, v, {r.x, r.y, r.w, 1e6f}, 1};
    all(&p);
}
