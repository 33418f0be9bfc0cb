#include "screens/compare.h"
#include "compare_parts.h"

#include <string.h>

struct comparing {
    struct ui *ui;
    const struct compare_page_view *view;
    struct compare_memory *m;
    struct wishes *wishes;
};

static const float SIDE = 330, ROW = 58;

void compare_begin(struct compare_memory *m)
{
    memset(m, 0, sizeof *m);
    m->listed = COMPARE_LISTED;
    m->page = COMPARE_TEAM;
}

void compare_end(struct compare_memory *m) { ui_edit_release(&m->search); }

/* --- the teams --- */

static int is_listed(const struct comparing *c, size_t team)
{
    return str_holds(c->view->teams[team].name, ui_edit_text(&c->m->search));
}

static size_t matching(const struct comparing *c)
{
    size_t count = 0;
    for (size_t i = 0; i < c->view->team_count; i++)
        count += (size_t)is_listed(c, i);
    return count;
}

static float teams_height(struct comparing *c, float width)
{
    size_t found = matching(c), shown = found < c->m->listed ? found : c->m->listed;
    float height = ui_px(c->ui, ROW) * (float)shown + ui_px(c->ui, found > shown ? 56 : 0);
    if (found == 0)
        height += page_words_height(c->ui, width, 15, WEIGHT_REGULAR, 4, text(c->view->team_count ? "compare.no-match" : "compare.nobody"));
    return height + ui_px(c->ui, 8);
}

static void team_row(struct comparing *c, struct rect line, size_t index)
{
    struct ui *ui = c->ui;
    const struct compare_team *t = &c->view->teams[index];
    int chosen = c->view->team != NULL && view_compare_is_team(c->view->team->team, t->name);
    line.h -= ui_px(ui, 4);
    if (ui_row(ui, line, t->name, "", chosen ? UI_SELECTED : 0)) {
        wish_text(c->wishes, WISH_COMPARE, t->name);
        c->m->page = COMPARE_TEAM;
    }
    line = rect_inset(line, ui_px(ui, 12), ui_px(ui, 7));
    ui_text(ui, rect_cut_top(&line, line.h / 2), 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, t->name);
    ui_text(ui, line, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, t->when);
}

static void more_draw(struct comparing *c, struct rect *r, size_t left)
{
    struct ui *ui = c->ui;
    const char *label = text_fill(ui_arena(ui), "compare.more", "n", arena_printf(ui_arena(ui), "%d", (int)left), NULL);
    page_gap(ui, r, 8);
    struct rect line = rect_cut_top(r, ui_px(ui, 40));
    if (ui_button(ui, rect_cut_left(&line, ui_button_width(ui, label, "", UI_QUIET)), label, "", UI_QUIET))
        c->m->listed += COMPARE_LISTED;
}

static void teams_draw(struct comparing *c, struct rect r)
{
    size_t found = matching(c), shown = 0;
    ui_scope_push(c->ui, "teams");
    for (size_t i = 0; i < c->view->team_count && shown < c->m->listed; i++) {
        if (!is_listed(c, i))
            continue;
        team_row(c, rect_cut_top(&r, ui_px(c->ui, ROW)), i);
        shown++;
    }
    ui_scope_pop(c->ui);
    if (found > shown)
        more_draw(c, &r, found - shown);
    if (found == 0)
        page_words(c->ui, &r, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, text(c->view->team_count ? "compare.no-match" : "compare.nobody"));
}

/* Enter takes the first team that was found. */
static void choose_first(struct comparing *c)
{
    size_t at = 0;
    while (at < c->view->team_count && !is_listed(c, at))
        at++;
    if (at == c->view->team_count)
        return;
    wish_text(c->wishes, WISH_COMPARE, c->view->teams[at].name);
    c->m->page = COMPARE_TEAM;
    ui_focus_clear(c->ui);
}

static void search_draw(struct comparing *c, struct rect *r)
{
    struct ui *ui = c->ui;
    const char *label = text("compare.search");
    struct rect head = rect_cut_top(r, ui_px(ui, 28));
    ui_keycap(ui, rect_inset(rect_cut_right(&head, ui_keycap_width(ui, "F3")), 0, ui_px(ui, 3)), "F3");
    ui_text(ui, head, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0, label);
    if (ui_shortcut(ui, "F3"))
        ui_focus(ui, UI_FIELD, label);
    if (ui_field(ui, rect_cut_top(r, ui_px(ui, 42)), label, &c->m->search, text("compare.search.place"), 0) == 2)
        choose_first(c);
    page_gap(ui, r, 12);
}

static void side_draw(struct comparing *c, struct rect r)
{
    struct ui *ui = c->ui;
    search_draw(c, &r);
    struct rect inner = ui_scroll_begin(ui, "teams", r, teams_height(c, r.w - ui_px(ui, 18)));
    inner.w = r.w - ui_px(ui, 18);
    teams_draw(c, inner);
    ui_scroll_end(ui);
}

/* --- the one that was chosen --- */

static const char *reading_words(struct comparing *c)
{
    if (c->view->read >= c->view->all)
        return "";
    struct arena *a = ui_arena(c->ui);
    return text_fill(a, "compare.reading", "n", arena_printf(a, "%d", (int)c->view->read), "all", arena_printf(a, "%d", (int)c->view->all), NULL);
}

static void told_draw(struct comparing *c, struct rect *r)
{
    const char *reading = reading_words(c);
    struct { const char *words; enum theme_token color; } lines[] = {{reading, THEME_WARN}, {c->view->written, THEME_GOOD}, {c->view->problem, THEME_BAD}};
    for (int i = 0; i < 3; i++)
        if (lines[i].words[0]) {
            page_words(c->ui, r, 15, WEIGHT_MEDIUM, lines[i].color, 3, lines[i].words);
            page_gap(c->ui, r, 10);
        }
}

static void team_draw(struct comparing *c, struct rect r)
{
    struct ui *ui = c->ui;
    told_draw(c, &r);
    if (c->view->team == NULL) {
        if (c->view->read >= c->view->all)
            page_words(ui, &r, 18, WEIGHT_REGULAR, THEME_TEXT_DIM, 5, text("compare.nobody"));
        return;
    }
    float width = r.w - ui_px(ui, 18);
    struct rect inner = ui_scroll_begin(ui, "team", r, compare_team_height(ui, c->view->team, width));
    inner.w = width;
    compare_team_draw(ui, c->view->team, inner);
    ui_scroll_end(ui);
}

/* --- the page --- */

static void top_draw(struct comparing *c, struct rect *page)
{
    struct ui *ui = c->ui;
    struct rect bar = page_top(ui, page);
    if (ui_typing(ui) && ui_shortcut(ui, "Escape"))
        ui_focus_clear(ui);
    if (page_button(ui, &bar, text("compare.back"), "Esc", UI_QUIET))
        wish(c->wishes, WISH_COMPARE_LEAVE);
    if (page_button(ui, &bar, text("compare.write"), "Ctrl+S", c->view->team != NULL ? 0 : UI_DISABLED))
        wish(c->wishes, WISH_COMPARE_WRITE);
    page_title(ui, bar, text("compare.page"), "");
}

static void pages_draw(struct comparing *c, struct rect *page)
{
    static const char *const keys[] = {"F1", "F2"};
    const char *const labels[] = {text("compare.teams"), text("compare.one-team")};
    struct rect line = rect_cut_top(page, ui_px(c->ui, 40));
    for (int i = 0; i < 2; i++) {
        if (ui_choice(c->ui, rect_cut_left(&line, ui_choice_width(c->ui, labels[i], keys[i], 0)), labels[i], keys[i],
                      (int)c->m->page == i ? UI_SELECTED : 0))
            c->m->page = (enum compare_page)i;
        rect_cut_left(&line, ui_px(c->ui, 8));
    }
    page_gap(c->ui, page, 12);
}

void compare_screen(struct ui *ui, const struct compare_page_view *view, struct compare_memory *m, struct wishes *wishes)
{
    struct comparing c = {ui, view, m, wishes};
    struct rect page = page_begin(ui);
    int wide = page_width(ui) >= 1000 && page_height(ui) >= 520;
    top_draw(&c, &page);
    page = rect_inset(page, ui_px(ui, wide ? 32 : 20), ui_px(ui, wide ? 18 : 10));
    page.h += ui_px(ui, wide ? 18 : 10);
    if (!wide)
        pages_draw(&c, &page);
    if (wide) {
        side_draw(&c, rect_cut_left(&page, ui_px(ui, SIDE)));
        rect_cut_left(&page, ui_px(ui, 32));
    } else if (m->page == COMPARE_TEAMS) {
        side_draw(&c, page);
        return;
    }
    team_draw(&c, page);
}
