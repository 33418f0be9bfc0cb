#include "setup_parts.h"

/* What the room agrees on, and what it sees. */

/* --- the stage --- */

static void themes_draw(struct setup *s, struct rect *r)
{
    struct ui *ui = s->ui;
    page_heading(ui, r, text("setup.stage"));
    page_words(ui, r, 16, WEIGHT_SEMIBOLD, THEME_TEXT, 2, text("setup.which-reads"));
    page_gap(ui, r, 6);
    page_words(ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, text("setup.sample-how"));
    page_gap(ui, r, 10);
    struct rect line = rect_cut_top(r, ui_px(ui, SETUP_FIELD));
    struct rect dark = rect_cut_left(&line, (line.w - ui_px(ui, 8)) / 2);
    rect_cut_left(&line, ui_px(ui, 8));
    if (ui_choice(ui, dark, text("setup.dark"), "", s->m->stage_theme == THEME_LIGHT ? 0 : UI_SELECTED))
        s->m->stage_theme = THEME_DARK;
    if (ui_choice(ui, line, text("setup.light"), "", s->m->stage_theme == THEME_LIGHT ? UI_SELECTED : 0))
        s->m->stage_theme = THEME_LIGHT;
    page_gap(ui, r, 10);
    if (s->m->one_display) {
        line = rect_cut_top(r, ui_px(ui, 40));
        const char *label = text("setup.sample");
        if (ui_button(ui, rect_cut_left(&line, ui_button_width(ui, label, "F8", 0)), label, "F8", 0))
            wish(s->wishes, WISH_STAGE_PANE);
        page_gap(ui, r, 10);
    }
}

static float themes_height(struct setup *s, float width)
{
    struct ui *ui = s->ui;
    return ui_leading(ui, 14) + ui_px(ui, 8 + 6 + 10 + SETUP_FIELD + 10 + (s->m->one_display ? 50 : 0)) +
           page_words_height(ui, width, 16, WEIGHT_SEMIBOLD, 2, text("setup.which-reads")) +
           page_words_height(ui, width, 14, WEIGHT_REGULAR, 3, text("setup.sample-how"));
}

static void shows_draw(struct setup *s, struct rect *r)
{
    struct ui *ui = s->ui;
    ui_check(ui, rect_cut_top(r, ui_px(ui, 38)), text("setup.show-promises"), "", &s->m->show_promises, 0);
    ui_check(ui, rect_cut_top(r, ui_px(ui, 38)), text("setup.show-scores"), "", &s->m->show_scores, 0);
    page_words(ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, text("setup.show-why-not"));
    page_gap(ui, r, 18);
    page_heading(ui, r, text("setup.report"));
    ui_check(ui, rect_cut_top(r, ui_px(ui, 38)), text("setup.names"), "", &s->m->names, 0);
    page_words(ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, text("setup.names-how"));
    page_gap(ui, r, 18);
}

static float shows_height(struct setup *s, float width)
{
    struct ui *ui = s->ui;
    return ui_px(ui, 38 * 3 + 18 + 8 + 18) + ui_leading(ui, 14) +
           page_words_height(ui, width, 14, WEIGHT_REGULAR, 4, text("setup.show-why-not")) +
           page_words_height(ui, width, 14, WEIGHT_REGULAR, 4, text("setup.names-how"));
}

/* --- on paper --- */

static const char *papers_words(const struct setup *s) { return s->m->papers[0] ? s->m->papers : text("setup.papers-how"); }

static void papers_draw(struct setup *s, struct rect *r)
{
    struct ui *ui = s->ui;
    const char *label = text("setup.papers-print");
    enum theme_token color = s->m->papers[0] ? s->m->papers_bad ? THEME_BAD : THEME_GOOD : THEME_TEXT_DIM;
    page_gap(ui, r, 18);
    page_heading(ui, r, text("setup.papers"));
    page_words(ui, r, 14, WEIGHT_REGULAR, color, 6, papers_words(s));
    page_gap(ui, r, 8);
    struct rect line = rect_cut_top(r, ui_px(ui, 40));
    if (ui_button(ui, rect_cut_left(&line, ui_button_width(ui, label, "", 0)), label, "", 0))
        wish(s->wishes, WISH_PRINT);
}

static float papers_height(struct setup *s, float width)
{
    struct ui *ui = s->ui;
    return ui_px(ui, 18 + 8 + 8 + 40 + 8) + ui_leading(ui, 14) + page_words_height(ui, width, 14, WEIGHT_REGULAR, 6, papers_words(s));
}

/* --- what is agreed --- */

static void topics_draw(struct setup *s, struct rect *r)
{
    struct ui *ui = s->ui;
    if (s->sc->tag_count == 0)
        return;
    page_heading(ui, r, text("setup.topics"));
    for (int i = 0; i < s->sc->tag_count; i++) {
        uint32_t bit = (uint32_t)1 << i;
        int out = (s->m->left_out & bit) != 0;
        if (ui_check(ui, rect_cut_top(r, ui_px(ui, 38)), agreement_topic(ui_arena(ui), s->sc->tags[i]), "", &out, 0))
            s->m->left_out ^= bit;
    }
}

static float topics_height(struct setup *s, float width)
{
    struct ui *ui = s->ui;
    if (s->sc->tag_count == 0)
        return 0;
    return page_words_height(ui, width, 14, WEIGHT_MEDIUM, 2, text("setup.topics")) + ui_px(ui, 8) + ui_px(ui, 38) * (float)s->sc->tag_count;
}

static void agreed_draw(struct setup *s, struct rect *r)
{
    struct ui *ui = s->ui;
    page_heading(ui, r, text("setup.agree"));
    page_words(ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, text("setup.agree-how"));
    page_gap(ui, r, 14);
    agreement_fields(ui, &s->m->agreement, r);
}

static float agreed_height(struct setup *s, float width)
{
    struct ui *ui = s->ui;
    return page_words_height(ui, width, 14, WEIGHT_MEDIUM, 2, text("setup.agree")) + ui_px(ui, 8 + 14) +
           page_words_height(ui, width, 14, WEIGHT_REGULAR, 3, text("setup.agree-how")) + agreement_fields_height(ui);
}

void setup_room_draw(struct setup *s, struct rect r, int wide)
{
    struct ui *ui = s->ui;
    struct rect side = r;
    if (wide) {
        side = rect_cut_right(&r, r.w * 0.38f);
        rect_cut_right(&r, ui_px(ui, 44));
    }
    float width = setup_column_width(s, r), beside = setup_column_width(s, side);
    float height = agreed_height(s, width) + (wide ? 0 : ui_px(ui, 20) + themes_height(s, width) + shows_height(s, width) + topics_height(s, width) + papers_height(s, width));
    struct rect inner = setup_column(s, "agreement", r, height);
    agreed_draw(s, &inner);
    if (wide) {
        ui_scroll_end(ui);
        inner = setup_column(s, "stage", side, themes_height(s, beside) + shows_height(s, beside) + topics_height(s, beside) +
                                                  papers_height(s, beside));
    } else {
        page_gap(ui, &inner, 20);
    }
    themes_draw(s, &inner);
    shows_draw(s, &inner);
    topics_draw(s, &inner);
    papers_draw(s, &inner);
    ui_scroll_end(ui);
}

/* --- the sample on the stage --- */

static void half_draw(struct ui *ui, enum theme theme, struct rect r, float scale, const char *letter)
{
    static const enum theme_token tokens[] = {THEME_GOOD, THEME_WARN, THEME_BAD};
    static const char *const keys[] = {"setup.sample.good", "setup.sample.warn", "setup.sample.bad"};
    enum theme before = ui_theme(ui);
    float one = scale / ui_scale(ui);
    ui_set_theme(ui, theme);
    draw_rect(ui_list(ui), r, 0, page_color(ui, THEME_BACKGROUND));
    r = rect_inset(r, 80 * scale, 190 * scale);
    page_words(ui, &r, 150 * one, WEIGHT_BOLD, THEME_TEAM, 1, letter);
    rect_cut_top(&r, 30 * scale);
    page_words(ui, &r, 42 * one, WEIGHT_MEDIUM, THEME_TEXT, 2, text("setup.sample.title"));
    rect_cut_top(&r, 14 * scale);
    page_words(ui, &r, 32 * one, WEIGHT_REGULAR, THEME_TEXT_DIM, 2, text("setup.sample.small"));
    rect_cut_top(&r, 36 * scale);
    for (int i = 0; i < 3; i++)
        page_words(ui, &r, 42 * one, WEIGHT_MEDIUM, tokens[i], 1, text(keys[i]));
    ui_set_theme(ui, before);
}

void stage_sample(struct ui *ui, const struct setup_memory *m)
{
    struct rect page = page_begin(ui), whole = page;
    float across = page.w / 1920, down = page.h / 1080, scale = across < down ? across : down;
    half_draw(ui, THEME_DARK, rect_cut_left(&page, page.w / 2), scale, text("setup.sample.a"));
    half_draw(ui, THEME_LIGHT, page, scale, text("setup.sample.b"));
    enum theme theme = m->stage_theme == THEME_LIGHT ? THEME_LIGHT : THEME_DARK;
    struct rect chosen = theme == THEME_LIGHT ? page : (struct rect){whole.x, whole.y, page.x - whole.x, whole.h};
    draw_frame(ui_list(ui), rect_inset(chosen, 12 * scale, 12 * scale), 16 * scale, 6 * scale, theme_color(theme, THEME_TEAM));
}
