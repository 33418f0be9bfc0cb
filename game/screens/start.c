#include "screens/start.h"
#include "start_parts.h"

#include <string.h>

enum { DIGIT_KEYS = 9, SUMMARY_LINES = 5 };
static const float CARD_MARGIN = 20, CARD_GAP = 16, PORTRAIT = 21;

static const struct view_session_card *unfinished(const struct view_start *view)
{
    for (int i = 0; i < view->session_count; i++)
        if (!view->sessions[i].finished && view->sessions[i].usable)
            return &view->sessions[i];
    return NULL;
}

/* --- packs --- */

static float card_words(struct start *s, const struct view_pack_card *pack, float width)
{
    struct ui *ui = s->ui;
    return page_words_height(ui, width, 20 * s->grow, WEIGHT_BOLD, 2, pack->title) + ui_px(ui, 2) +
           page_words_height(ui, width, 15 * s->grow, WEIGHT_MEDIUM, 2, pack->organisation) + ui_px(ui, 10) +
           page_words_height(ui, width, 15 * s->grow, WEIGHT_REGULAR, SUMMARY_LINES, pack->summary);
}

static float card_foot(struct start *s, const struct view_pack_card *pack, float width)
{
    const char *const pills[] = {pack->level, pack->players, pack->rounds};
    return ui_px(s->ui, 2 * PORTRAIT * s->grow + 14) + page_pills_height(s->ui, width, pills, 3);
}

static float broken_height(struct start *s, const struct view_pack_card *pack, float width)
{
    struct ui *ui = s->ui;
    return page_words_height(ui, width, 20 * s->grow, WEIGHT_BOLD, 2, pack->title) + ui_px(ui, 8) +
           ui_pill_height(ui, 13) + ui_px(ui, 10) +
           page_words_height(ui, width, 15 * s->grow, WEIGHT_REGULAR, 6, pack->problem) + ui_px(ui, 10) +
           page_words_height(ui, width, 15 * s->grow, WEIGHT_MEDIUM, 4, text("start.broken-what-to-do"));
}

static float card_height(struct start *s, const struct view_pack_card *pack, float width)
{
    float inner = width - 2 * ui_px(s->ui, CARD_MARGIN), margins = 2 * ui_px(s->ui, CARD_MARGIN);
    if (pack->problem[0])
        return margins + broken_height(s, pack, inner);
    return margins + card_words(s, pack, inner - ui_px(s->ui, 30)) + ui_px(s->ui, 16) + card_foot(s, pack, inner);
}

static void card_faces(struct start *s, const struct scenario *scenario, struct rect r)
{
    float radius = ui_px(s->ui, PORTRAIT * s->grow), x = r.x + radius;
    int count = scenario ? scenario->customer_count : 0;
    for (int i = 0; i < count && x + radius <= r.x + r.w; i++, x += 2 * radius + ui_px(s->ui, 10))
        page_portrait(s->ui, &scenario->customers[i].portrait, FACE_CALM, 1, x, r.y + radius, radius);
}

static void card_content(struct start *s, const struct view_pack_card *pack, struct rect r, const char *key)
{
    struct ui *ui = s->ui;
    const char *const pills[] = {pack->level, pack->players, pack->rounds};
    struct rect inner = rect_inset(r, ui_px(ui, CARD_MARGIN), ui_px(ui, CARD_MARGIN));
    struct rect foot = rect_cut_bottom(&inner, card_foot(s, pack, inner.w));
    struct rect cap = rect_cut_right(&inner, ui_px(ui, 30));
    if (key[0])
        ui_keycap(ui, (struct rect){cap.x + cap.w - ui_px(ui, 22), cap.y + ui_px(ui, 2), ui_px(ui, 22), ui_px(ui, 22)},
                  key);
    page_words(ui, &inner, 20 * s->grow, WEIGHT_BOLD, THEME_TEXT, 2, pack->title);
    page_gap(ui, &inner, 2);
    page_words(ui, &inner, 15 * s->grow, WEIGHT_MEDIUM, THEME_CUSTOMER, 2, pack->organisation);
    page_gap(ui, &inner, 10);
    page_words(ui, &inner, 15 * s->grow, WEIGHT_REGULAR, THEME_TEXT_DIM, SUMMARY_LINES, pack->summary);
    card_faces(s, pack->scenario, rect_cut_top(&foot, ui_px(ui, 2 * PORTRAIT * s->grow)));
    page_gap(ui, &foot, 14);
    page_pills(ui, &foot, pills, 3);
}

static void card_broken(struct start *s, const struct view_pack_card *pack, struct rect r)
{
    struct ui *ui = s->ui;
    draw_rect(ui_list(ui), r, ui_px(ui, 12), page_color(ui, THEME_PANEL));
    draw_frame(ui_list(ui), r, ui_px(ui, 12), 1, page_color(ui, THEME_BAD));
    struct rect inner = rect_inset(r, ui_px(ui, CARD_MARGIN), ui_px(ui, CARD_MARGIN));
    page_words(ui, &inner, 20 * s->grow, WEIGHT_BOLD, THEME_TEXT, 2, pack->title);
    page_gap(ui, &inner, 8);
    ui_pill(ui, inner.x, inner.y, 13, THEME_BAD, THEME_BAD_PANEL, text("start.broken"));
    rect_cut_top(&inner, ui_pill_height(ui, 13) + ui_px(ui, 10));
    page_words(ui, &inner, 15 * s->grow, WEIGHT_REGULAR, THEME_TEXT, 6, pack->problem);
    page_gap(ui, &inner, 10);
    page_words(ui, &inner, 15 * s->grow, WEIGHT_MEDIUM, THEME_TEXT_DIM, 4, text("start.broken-what-to-do"));
}

static int card_columns(struct start *s, float width)
{
    int fit = (int)((width + ui_px(s->ui, CARD_GAP)) / ui_px(s->ui, 300 * s->grow));
    int most = s->view->pack_count < 3 ? s->view->pack_count : 3;
    return fit < 1 || most < 1 ? 1 : fit > most ? most : fit;
}

static float card_width(struct start *s, float width, int columns)
{
    return (width - ui_px(s->ui, CARD_GAP) * (float)(columns - 1)) / (float)columns;
}

/* Cards of one line are as high as the highest of them. */
static float line_height(struct start *s, int first, int columns, float width)
{
    float most = 0;
    for (int i = first; i < first + columns && i < s->view->pack_count; i++) {
        float height = card_height(s, &s->view->packs[i], width);
        if (height > most)
            most = height;
    }
    return most;
}

static const char *empty_words(struct start *s)
{
    return text_fill(ui_arena(s->ui), "start.no-packs-what-to-do", "folder", s->view->packs_folder, NULL);
}

static float empty_height(struct start *s, float width)
{
    struct ui *ui = s->ui;
    float inner = width - 2 * ui_px(ui, CARD_MARGIN);
    return 2 * ui_px(ui, CARD_MARGIN) + ui_px(ui, 8) +
           page_words_height(ui, inner, 18, WEIGHT_SEMIBOLD, 2, text("start.no-packs")) +
           page_words_height(ui, inner, 15, WEIGHT_REGULAR, 6, empty_words(s));
}

static float packs_height(struct start *s, float width)
{
    int columns = card_columns(s, width);
    float height = page_words_height(s->ui, width, 24, WEIGHT_BOLD, 2, text("start.choose")) + ui_px(s->ui, 14);
    if (s->view->pack_count == 0)
        return height + empty_height(s, width);
    for (int i = 0; i < s->view->pack_count; i += columns)
        height += line_height(s, i, columns, card_width(s, width, columns)) + ui_px(s->ui, CARD_GAP);
    return height;
}

static void pack_draw(struct start *s, int index, struct rect box)
{
    const struct view_pack_card *pack = &s->view->packs[index];
    const char *key = index < DIGIT_KEYS ? arena_printf(ui_arena(s->ui), "%d", index + 1) : "";
    if (pack->problem[0]) {
        card_broken(s, pack, box);
        return;
    }
    if (ui_card(s->ui, box, pack->title, key, 0))
        wish_text(s->wishes, WISH_NEW, pack->path);
    card_content(s, pack, box, key);
}

static void packs_empty(struct start *s, struct rect r)
{
    struct ui *ui = s->ui;
    struct rect inner = page_panel(ui, rect_cut_top(&r, empty_height(s, r.w)), THEME_PANEL, CARD_MARGIN);
    page_words(ui, &inner, 18, WEIGHT_SEMIBOLD, THEME_TEXT, 2, text("start.no-packs"));
    page_gap(ui, &inner, 8);
    page_words(ui, &inner, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 6, empty_words(s));
}

static void packs_draw(struct start *s, struct rect *r)
{
    int columns = card_columns(s, r->w);
    float width = card_width(s, r->w, columns), gap = ui_px(s->ui, CARD_GAP);
    page_words(s->ui, r, 24, WEIGHT_BOLD, THEME_TEXT, 2, text("start.choose"));
    page_gap(s->ui, r, 14);
    if (s->view->pack_count == 0) {
        packs_empty(s, *r);
        rect_cut_top(r, empty_height(s, r->w));
    }
    ui_scope_push(s->ui, "packs");
    for (int i = 0; i < s->view->pack_count; i += columns) {
        struct rect line = rect_cut_top(r, line_height(s, i, columns, width));
        for (int k = 0; k < columns && i + k < s->view->pack_count; k++)
            pack_draw(s, i + k, (struct rect){line.x + (width + gap) * (float)k, line.y, width, line.h});
        rect_cut_top(r, gap);
    }
    ui_scope_pop(s->ui);
}

/* --- going on --- */

static const char *resume_where(struct start *s, const struct view_session_card *card)
{
    return text_fill(ui_arena(s->ui), "start.resume-where", "pack", card->pack, "where", card->where, "when",
                     card->when, NULL);
}

static float go_on_width(struct start *s)
{
    return ui_button_width(s->ui, text("start.go-on"), "Enter", UI_LARGE | UI_PRIMARY);
}

/* Of the words alone; in a tight box the button stands beside them. */
static float resume_words_height(struct start *s, const struct view_session_card *card, float width)
{
    struct ui *ui = s->ui;
    float inner = s->tight ? width - ui_px(ui, 40 + 20) - go_on_width(s) : width - ui_px(ui, 48);
    return ui_px(ui, s->tight ? 2 : 8) + page_words_height(ui, inner, 14, WEIGHT_MEDIUM, 1, text("start.resume")) +
           page_words_height(ui, inner, s->tight ? 20 : 30, WEIGHT_BOLD, 2, card->team) +
           page_words_height(ui, inner, s->tight ? 15 : 17, WEIGHT_REGULAR, 3, resume_where(s, card));
}

static float resume_height(struct start *s, float width)
{
    const struct view_session_card *card = unfinished(s->view);
    if (!card)
        return 0;
    float words = resume_words_height(s, card, width);
    if (!s->tight)
        return words + ui_px(s->ui, 48 + 14 + 48);
    return (words < ui_px(s->ui, 48) ? ui_px(s->ui, 48) : words) + ui_px(s->ui, 28);
}

static const struct scenario *resume_story(const struct view_start *view, const struct view_session_card *card)
{
    for (int i = 0; i < view->pack_count; i++)
        if (strcmp(view->packs[i].title, card->pack) == 0)
            return view->packs[i].scenario;
    return NULL;
}

/* The people who wait, right of the team's name; left out where that leaves them too small. */
static void resume_faces(struct start *s, const struct view_session_card *card, struct rect box)
{
    struct ui *ui = s->ui;
    const struct scenario *story = resume_story(s->view, card);
    float gap = ui_px(ui, 18), most = (ui_leading(ui, 14) + ui_leading(ui, 30)) / 2;
    float room = box.w - ui_px(ui, 24 + 56) - ui_text_width(ui, 30, WEIGHT_BOLD, card->team);
    if (!story || story->customer_count == 0)
        return;
    float radius = (room / (float)story->customer_count - gap) / 2;
    radius = radius > most ? most : radius;
    if (radius < ui_px(ui, 20))
        return;
    float x = box.x + box.w - ui_px(ui, 28) - radius, y = box.y + ui_px(ui, 22) + radius;
    for (int i = story->customer_count - 1; i >= 0; i--, x -= 2 * radius + gap) {
        portrait_halo(ui_list(ui), ui_theme(ui), x, y, radius, 0.3f);
        page_portrait(ui, &story->customers[i].portrait, FACE_CALM, 1, x, y, radius);
    }
}

static void resume_words(struct start *s, const struct view_session_card *card, struct rect *r)
{
    struct ui *ui = s->ui;
    float gap = s->tight ? 1 : 4;
    page_words(ui, r, 14, WEIGHT_MEDIUM, THEME_TEAM, 1, text("start.resume"));
    page_gap(ui, r, gap);
    page_words(ui, r, s->tight ? 20 : 30, WEIGHT_BOLD, THEME_TEXT, 2, card->team);
    page_gap(ui, r, gap);
    page_words(ui, r, s->tight ? 15 : 17, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, resume_where(s, card));
}

/* Cuts the button's box off the words' one: right of them, or below. */
static struct rect resume_split(struct start *s, const struct view_session_card *card, struct rect *words, float width)
{
    struct ui *ui = s->ui;
    float high = ui_px(ui, 48), button = go_on_width(s);
    if (!s->tight)
        return (struct rect){words->x, words->y + resume_words_height(s, card, width) + ui_px(ui, 14), button, high};
    struct rect right = rect_cut_right(words, button);
    rect_cut_right(words, ui_px(ui, 20));
    return (struct rect){right.x, right.y + (right.h - high) / 2, right.w, high};
}

static void resume_draw(struct start *s, struct rect *r)
{
    struct ui *ui = s->ui;
    const struct view_session_card *card = unfinished(s->view);
    if (!card)
        return;
    struct rect box = rect_cut_top(r, resume_height(s, r->w));
    draw_rect(ui_list(ui), box, ui_px(ui, 12), page_color(ui, THEME_SELECTED));
    if (!s->tight)
        resume_faces(s, card, box);
    struct rect inner = rect_inset(box, ui_px(ui, s->tight ? 20 : 24), ui_px(ui, s->tight ? 14 : 24));
    struct rect button = resume_split(s, card, &inner, box.w);
    resume_words(s, card, &inner);
    if (ui_button(ui, button, text("start.go-on"), "Enter", UI_LARGE | UI_PRIMARY))
        wish_text(s->wishes, WISH_OPEN, card->path);
    page_gap(ui, r, s->tight ? 18 : 28);
}

/* --- alone --- */

static float alone_height(struct start *s, float width)
{
    struct ui *ui = s->ui;
    float words = width - ui_px(ui, 48) - ui_button_width(ui, text("desk.start.go"), "P", 0) - ui_px(ui, 24);
    float height = page_words_height(ui, words, 18, WEIGHT_BOLD, 2, text("desk.start.heading")) +
                   page_words_height(ui, words, 15, WEIGHT_REGULAR, 4, text("desk.start.what"));
    float least = ui_px(ui, 44);
    return (height < least ? least : height) + ui_px(ui, 36);
}

static void alone_button(struct start *s, struct rect *box)
{
    struct ui *ui = s->ui;
    struct rect button = rect_cut_right(box, ui_button_width(ui, text("desk.start.go"), "P", 0));
    rect_cut_right(box, ui_px(ui, 24));
    button = (struct rect){button.x, button.y + (button.h - ui_px(ui, 44)) / 2, button.w, ui_px(ui, 44)};
    if (ui_button(ui, button, text("desk.start.go"), "P", 0))
        wish_text(s->wishes, WISH_PRACTISE, "");
}

/* Without a facilitator, from the same stories. It keeps its place at the foot, however much stands above. */
static void alone_draw(struct start *s, struct rect r)
{
    struct ui *ui = s->ui;
    struct rect box = page_panel(ui, r, THEME_PANEL, 0);
    box = rect_inset(box, ui_px(ui, 24), ui_px(ui, 18));
    alone_button(s, &box);
    page_words(ui, &box, 18, WEIGHT_BOLD, THEME_TEXT, 2, text("desk.start.heading"));
    page_words(ui, &box, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, text("desk.start.what"));
}

/* A line where there is no room for more. */
static const float ALONE_LINE = 56;

static void alone_line(struct start *s, struct rect r)
{
    struct ui *ui = s->ui;
    page_line(ui, &r);
    alone_button(s, &r);
    if (ui_text_width(ui, 16, WEIGHT_SEMIBOLD, text("desk.start.heading")) <= r.w)
        ui_text(ui, r, 16, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, text("desk.start.heading"));
}

/* --- settings --- */

static float settings_height(struct start *s)
{
    return ui_px(s->ui, 2 * 16 + 8 + 40 + 12 + 40 + 8 + 40 + 40) + ui_leading(s->ui, 14);
}

static void setting_theme(struct start *s, struct rect row)
{
    struct ui *ui = s->ui;
    enum theme now = ui_theme(ui);
    float gap = ui_px(ui, 8);
    struct rect dark = rect_cut_left(&row, (row.w - gap) / 2);
    rect_cut_left(&row, gap);
    int use_dark = ui_choice(ui, dark, text("start.dark"), "D", now == THEME_LIGHT ? 0 : UI_SELECTED);
    int use_light = ui_choice(ui, row, text("start.light"), "L", now == THEME_LIGHT ? UI_SELECTED : 0);
    if (use_dark || use_light)
        wish_text(s->wishes, WISH_THEME, "console")->number = use_dark ? THEME_DARK : THEME_LIGHT;
}

static void setting_scale(struct start *s, struct rect row)
{
    struct ui *ui = s->ui;
    int percent = s->memory->scale;
    const char *value = text_fill(ui_arena(ui), "start.percent", "n", arena_printf(ui_arena(ui), "%d", percent), NULL);
    int step = ui_stepper(ui, rect_cut_right(&row, row.w * 0.56f), text("start.text-size"), value, "-", "+", 0);
    ui_text(ui, row, 15, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, 0, text("start.text-size"));
    int wanted = percent + step * 10;
    if (step && wanted >= 100 && wanted <= 200)
        wish_number(s->wishes, WISH_SCALE, wanted);
}

static void settings_draw(struct start *s, struct rect r)
{
    struct ui *ui = s->ui;
    struct rect inner = page_panel(ui, r, THEME_PANEL, 16);
    page_heading(ui, &inner, text("start.settings"));
    setting_theme(s, rect_cut_top(&inner, ui_px(ui, 40)));
    page_gap(ui, &inner, 12);
    setting_scale(s, rect_cut_top(&inner, ui_px(ui, 40)));
    page_gap(ui, &inner, 8);
    int sound = !s->memory->muted, motion = s->memory->motion;
    if (ui_check(ui, rect_cut_top(&inner, ui_px(ui, 40)), text("start.sound"), "S", &sound, 0))
        wish(s->wishes, WISH_MUTE);
    if (ui_check(ui, rect_cut_top(&inner, ui_px(ui, 40)), text("start.motion"), "M", &motion, 0))
        wish(s->wishes, WISH_MOTION);
}

/* --- the page --- */

static void header_draw(struct start *s, struct rect *page)
{
    struct ui *ui = s->ui;
    struct rect title = rect_cut_top(page, ui_px(ui, 56));
    float quit = ui_button_width(ui, text("start.quit"), "Q", 0);
    struct rect button = rect_cut_right(&title, quit);
    if (ui_button(ui, rect_inset(button, 0, (button.h - ui_px(ui, 40)) / 2), text("start.quit"), "Q", 0))
        wish(s->wishes, WISH_QUIT);
    rect_cut_right(&title, ui_px(ui, 16));
    ui_text(ui, title, 40, WEIGHT_BOLD, THEME_TEXT, ALIGN_LEFT, 0, text("start.title"));
    if (page_height(ui) >= 480)
        page_words(ui, page, 17, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, text("start.tagline"));
    page_gap(ui, page, page_height(ui) >= 480 ? 22 : 10);
}

static void notice_draw(struct start *s, struct rect *page)
{
    struct ui *ui = s->ui;
    const char *words = s->view->notice;
    if (!words[0])
        return;
    float height = page_words_height(ui, page->w - ui_px(ui, 36), 16, WEIGHT_MEDIUM, 4, words) + ui_px(ui, 24);
    struct rect box = rect_cut_top(page, height);
    draw_rect(ui_list(ui), box, ui_px(ui, 10),
              page_color(ui, s->view->notice_bad ? THEME_BAD_PANEL : THEME_GOOD_PANEL));
    struct rect inner = rect_inset(box, ui_px(ui, 18), ui_px(ui, 12));
    page_words(ui, &inner, 16, WEIGHT_MEDIUM, s->view->notice_bad ? THEME_BAD : THEME_GOOD, 4, words);
    page_gap(ui, page, 20);
}

static void main_column(struct start *s, struct rect *r)
{
    resume_draw(s, r);
    packs_draw(s, r);
}

static float main_height(struct start *s, float width)
{
    float resume = resume_height(s, width);
    return (resume > 0 ? resume + ui_px(s->ui, s->tight ? 18 : 28) : 0) + packs_height(s, width);
}

static void narrow_page(struct start *s, struct rect r)
{
    float bar = ui_px(s->ui, 18), width = r.w - bar;
    s->tight = 1;
    struct rect foot = rect_cut_bottom(&r, ui_px(s->ui, ALONE_LINE));
    rect_cut_bottom(&r, ui_px(s->ui, 6));
    float height = main_height(s, width) + ui_px(s->ui, 24 + 20) + start_sessions_height(s) + settings_height(s);
    struct rect inner = ui_scroll_begin(s->ui, "start", r, height);
    inner.w = inner.w < width ? inner.w : width;
    main_column(s, &inner);
    page_gap(s->ui, &inner, 24);
    start_sessions_draw(s, &inner);
    page_gap(s->ui, &inner, 20);
    settings_draw(s, rect_cut_top(&inner, settings_height(s)));
    ui_scroll_end(s->ui);
    alone_line(s, foot);
}

static void wide_page(struct start *s, struct rect r)
{
    struct ui *ui = s->ui;
    float side = r.w * 0.29f, least = ui_px(ui, 330), bar = ui_px(ui, 18);
    struct rect right = rect_cut_right(&r, side < least ? least : side);
    rect_cut_right(&r, ui_px(ui, 40 - 18));
    float width = r.w - bar;
    struct rect foot = rect_cut_bottom(&r, alone_height(s, width));
    foot.w = width;
    rect_cut_bottom(&r, ui_px(ui, 16));
    s->tight = main_height(s, width) > r.h;
    struct rect left = ui_scroll_begin(ui, "stories", r, main_height(s, width));
    left.w = width;
    main_column(s, &left);
    ui_scroll_end(ui);
    alone_draw(s, foot);
    settings_draw(s, rect_cut_bottom(&right, settings_height(s)));
    rect_cut_bottom(&right, ui_px(ui, 20));
    struct rect list = ui_scroll_begin(ui, "sessions", right, start_sessions_height(s));
    start_sessions_draw(s, &list);
    ui_scroll_end(ui);
}

void start_screen(struct ui *ui, const struct view_start *view, struct start_memory *memory, struct wishes *wishes)
{
    struct start s = {ui, view, memory, wishes, page_width(ui) >= 1500 ? 1.25f : 1, 0};
    if (view->pack_count == 1 && page_width(ui) >= 1000)
        s.grow = 1.4f;
    struct rect page = page_begin(ui);
    int wide = page_width(ui) >= 1000 && page_height(ui) >= 560;
    page = rect_inset(page, ui_px(ui, wide ? 44 : 20), ui_px(ui, wide ? 34 : 16));
    header_draw(&s, &page);
    notice_draw(&s, &page);
    if (wide)
        wide_page(&s, page);
    else
        narrow_page(&s, page);
}
