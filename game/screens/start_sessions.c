#include "start_parts.h"

static const float ROW = 60;

/* What was finished can be asked about 30, 60 and 90 days later. */
static void session_follow_up(struct start *s, const struct view_session_card *card, struct rect *line)
{
    struct ui *ui = s->ui;
    const char *label = text("follow.open-page");
    ui_scope_push(ui, card->path);
    if (ui_button(ui, rect_cut_right(line, ui_button_width(ui, label, "", UI_SMALL)), label, "", UI_SMALL))
        wish_text(s->wishes, WISH_FOLLOW_UP, card->path);
    ui_scope_pop(ui);
    rect_cut_right(line, ui_px(ui, 10));
}

static void session_row(struct start *s, const struct view_session_card *card, struct rect r)
{
    struct ui *ui = s->ui;
    const char *label = arena_printf(ui_arena(ui), "%s, %s", card->team, card->when);
    if (ui_row(ui, r, label, "", card->usable ? 0 : UI_DISABLED))
        wish_text(s->wishes, WISH_OPEN, card->path);
    r = rect_inset(r, ui_px(ui, 10), ui_px(ui, 7));
    struct rect top = rect_cut_top(&r, r.h / 2);
    float when = ui_text_width(ui, 13, WEIGHT_REGULAR, card->when) + ui_px(ui, 2);
    ui_text(ui, rect_cut_right(&top, when), 13, WEIGHT_REGULAR, THEME_TEXT_FAINT, ALIGN_RIGHT, 0, card->when);
    rect_cut_right(&top, ui_px(ui, 10));
    ui_text(ui, top, 15, WEIGHT_SEMIBOLD, card->usable ? THEME_TEXT : THEME_TEXT_DIM, ALIGN_LEFT, 0, card->team);
    if (card->finished && card->usable && !card->alone)
        session_follow_up(s, card, &r);
    float where = ui_text_width(ui, 13, WEIGHT_MEDIUM, card->where) + ui_px(ui, 2), most = r.w * 0.6f;
    ui_text(ui, rect_cut_right(&r, where < most ? where : most), 13, WEIGHT_MEDIUM,
            card->finished ? THEME_GOOD
            : card->usable ? THEME_WARN
                           : THEME_BAD,
            ALIGN_RIGHT, 0, card->where);
    rect_cut_right(&r, ui_px(ui, 10));
    ui_text(ui, r, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, card->pack);
}

void start_end(struct start_memory *memory) { ui_edit_release(&memory->search); }

static int is_searched(const struct start *s) { return s->view->session_count >= START_SEARCH_FROM; }

static int is_listed(const struct start *s, const struct view_session_card *card)
{
    const char *part = ui_edit_text(&s->memory->search);
    return !is_searched(s) || str_holds(card->team, part) || str_holds(card->pack, part) || str_holds(card->when, part);
}

struct listed { int found, shown; };

static struct listed listed_of(const struct start *s)
{
    struct listed n = {0, 0};
    int most = START_LISTED + s->memory->listed;
    for (int i = 0; i < s->view->session_count; i++)
        n.found += is_listed(s, &s->view->sessions[i]);
    n.shown = n.found < most ? n.found : most;
    return n;
}

float start_sessions_height(struct start *s)
{
    struct listed n = listed_of(s);
    float search = is_searched(s) ? ui_px(s->ui, 50) : 0, more = n.found > n.shown ? ui_px(s->ui, 52) : 0;
    return ui_px(s->ui, 44) + search + more + (n.shown > 0 ? (float)n.shown * ui_px(s->ui, ROW) : ui_px(s->ui, 92));
}

/* The heading, and what can be made of many sessions. */
static void recent_head(struct start *s, struct rect *r)
{
    struct ui *ui = s->ui;
    struct rect line = rect_cut_top(r, ui_px(ui, 34));
    const char *label = text("compare.button");
    if (s->view->session_count > 0 &&
        ui_button(ui, rect_inset(rect_cut_right(&line, ui_button_width(ui, label, "C", UI_SMALL)), 0, ui_px(ui, 1)), label, "C", UI_SMALL))
        wish_text(s->wishes, WISH_COMPARE, "");
    ui_text(ui, line, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0, text("start.recent"));
    page_gap(ui, r, 10);
}

static void recent_search(struct start *s, struct rect *r)
{
    struct ui *ui = s->ui;
    const char *label = text("start.search");
    struct rect line = rect_cut_top(r, ui_px(ui, 40));
    struct rect cap = rect_cut_right(&line, ui_keycap_width(ui, "F3") + ui_px(ui, 8));
    rect_cut_left(&cap, ui_px(ui, 8));
    ui_keycap(ui, rect_inset(cap, 0, ui_px(ui, 9)), "F3");
    if (ui_shortcut(ui, "F3"))
        ui_focus(ui, UI_FIELD, label);
    if (ui_typing(ui) && ui_shortcut(ui, "Escape"))
        ui_focus_clear(ui);
    if (ui_field(ui, line, label, &s->memory->search, text("start.search.place"), 0) == 2)
        ui_focus_clear(ui);
    page_gap(ui, r, 10);
}

static void recent_more(struct start *s, struct rect *r, int left)
{
    struct ui *ui = s->ui;
    const char *label = text_fill(ui_arena(ui), "start.more", "n", arena_printf(ui_arena(ui), "%d", left), NULL);
    page_gap(ui, r, 8);
    struct rect line = rect_cut_top(r, ui_px(ui, 36));
    if (ui_button(ui, rect_cut_left(&line, ui_button_width(ui, label, "", UI_QUIET)), label, "", UI_QUIET))
        s->memory->listed += START_LISTED;
}

void start_sessions_draw(struct start *s, struct rect *r)
{
    struct ui *ui = s->ui;
    struct listed n = listed_of(s);
    int drawn = 0;
    recent_head(s, r);
    if (is_searched(s))
        recent_search(s, r);
    ui_scope_push(ui, "recent");
    for (int i = 0; i < s->view->session_count && drawn < n.shown; i++) {
        if (!is_listed(s, &s->view->sessions[i]))
            continue;
        session_row(s, &s->view->sessions[i], rect_cut_top(r, ui_px(ui, ROW) - 1));
        page_line(ui, r);
        drawn++;
    }
    ui_scope_pop(ui);
    if (n.found > n.shown)
        recent_more(s, r, n.found - n.shown);
    if (n.found == 0)
        page_words(ui, r, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, text(s->view->session_count == 0 ? "start.no-sessions" : "start.no-match"));
}
