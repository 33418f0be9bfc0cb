/* The front page after a round, for one reader. */
#include "paper_page.h"
#include "screens/desk.h"

/* Pixels of the design: newsprint of 17 at scale one; no wider than a page is. */
static const float UNIT = 0.5f, WIDEST = 1080;

/* The largest print that fits; the last one scrolls. */
static const float SHARES[] = {1.3f, 1.2f, 1.1f, 1.0f, 0.92f, 0.84f};

static float below_height(struct ui *ui, float width, const struct view_paper *view)
{
    const char *ask = view->ask_count ? view->asks[0] : text("desk.paper.ask");
    return page_words_height(ui, width, 14, WEIGHT_MEDIUM, 1, text("desk.paper.think")) +
           page_words_height(ui, width, 18, WEIGHT_SEMIBOLD, 5, ask) + ui_px(ui, 26);
}

static void below_draw(struct ui *ui, struct rect r, const struct view_paper *view)
{
    page_gap(ui, &r, 20);
    page_words(ui, &r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 1, text("desk.paper.think"));
    page_gap(ui, &r, 4);
    page_words(ui, &r, 18, WEIGHT_SEMIBOLD, THEME_LEARN, 5, view->ask_count ? view->asks[0] : text("desk.paper.ask"));
}

static float share_of(const struct stage_page *s, float width, float room, const struct view_paper *view)
{
    int k = 0, last = (int)(sizeof SHARES / sizeof SHARES[0]) - 1;
    while (k < last && paper_page_height(s, width, SHARES[k], view, 1) > room)
        k++;
    return SHARES[k];
}

void desk_paper_screen(struct ui *ui, const struct view_paper *view, struct wishes *wishes)
{
    struct rect page = page_begin(ui), top = page_top(ui, &page);
    struct stage_page s = stage_page_of(ui, UNIT * ui_scale(ui));
    if (page_button(ui, &top, text("desk.end.start"), "Esc", 0))
        wish(wishes, WISH_BACK);
    if (page_button(ui, &top, text("desk.over.see"), "Enter", UI_PRIMARY))
        wish(wishes, WISH_RESULT);
    page_title(ui, top, text("paper.title"), view->round);
    page = rect_inset(page, ui_px(ui, page_width(ui) >= 1000 ? 36 : 18), ui_px(ui, 20));
    float width = page.w - ui_px(ui, 18), most = ui_px(ui, WIDEST);
    width = width < most ? width : most;
    float below = below_height(ui, width, view), room = page.h - below, share = share_of(&s, width, room, view);
    float sheet = paper_page_height(&s, width, share, view, 1);
    struct rect inner = ui_scroll_begin(ui, "paper", page, sheet + below);
    struct rect column = {inner.x + (page.w - ui_px(ui, 18) - width) / 2, inner.y, width, 0};
    column.h = sheet * 1.15f < room ? sheet * 1.15f : sheet < room ? room : sheet;
    paper_page_draw(&s, column, share, view, 1);
    below_draw(ui, (struct rect){column.x, column.y + column.h, width, below}, view);
    ui_scroll_end(ui);
}
