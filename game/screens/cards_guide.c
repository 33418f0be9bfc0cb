/* What a facilitator says and does now, what comes next, and after that. */
#include "cards_parts.h"

enum { STEPS = 3, LINES = 3 };
static const float MARGIN = 14, GAP = 24, LABEL = 20;

struct guide { const char *says[STEPS]; };   /* "" for none */

static struct guide picking(const struct cards_desk *d, int ours)
{
    const struct view_cards *v = d->view;
    const char *then = text(ours ? "cards.guide.compare" : "cards.guide.ourselves");
    if (v->all_in[ours]) return (struct guide){{text("cards.guide.look"), then, text(ours ? "cards.guide.cost" : "cards.guide.compare")}};
    const char *type = text(v->tables_not_persons ? "cards.guide.type" : "cards.guide.type-persons");
    const char *shows = text(v->tables_not_persons ? "cards.guide.shows" : "cards.guide.shows-persons");
    if (ours && d->m->deck > 0 && v->any[CARDS_USERS] && v->in[ours] == 0)
        return (struct guide){{text(v->tables_not_persons ? "cards.guide.again" : "cards.guide.again-persons"), type, shows}};
    if (d->m->deck > 0 && !d->m->deck_seen && v->in[ours] == 0) return (struct guide){{text("cards.guide.read"), type, shows}};
    return (struct guide){{type, shows, then}};
}

static struct guide guide_of(const struct cards_desk *d)
{
    const struct view_cards *v = d->view;
    const char *on = text("cards.guide.on");
    if (d->m->page <= CARDS_PAGE_OURS) return picking(d, d->m->page == CARDS_PAGE_OURS);
    if (d->m->page == CARDS_PAGE_SHEET) return (struct guide){{text("cards.guide.write"), on, ""}};
    if (!v->any[CARDS_USERS]) return (struct guide){{text("cards.guide.users-first"), text("cards.guide.ourselves"), text("cards.guide.compare")}};
    if (!v->any[CARDS_OURS]) return (struct guide){{text("cards.guide.ours-first"), text("cards.guide.compare"), text("cards.guide.cost")}};
    return (struct guide){{text("cards.guide.ask"), text("cards.guide.cost"), on}};
}

/* Where columns would be too narrow there is room for what to do now. */
static int columns(const struct cards_desk *d, const struct guide *g)
{
    if (page_width(d->ui) < 1000) return 1;
    return g->says[2][0] ? 3 : 2;
}

static float column_width(struct cards_desk *d, float width, int count)
{
    return (width - ui_px(d->ui, 2 * MARGIN) - ui_px(d->ui, GAP) * (float)(count - 1)) / (float)count;
}

float cards_guide_height(struct cards_desk *d, float width)
{
    struct guide g = guide_of(d);
    int count = columns(d, &g);
    float most = 0, column = column_width(d, width, count);
    for (int i = 0; i < count; i++) {
        float height = ui_text_height(d->ui, 15, WEIGHT_SEMIBOLD, column, g.says[i], LINES);
        most = height > most ? height : most;
    }
    return most + ui_px(d->ui, LABEL + 20);
}

void cards_guide_draw(struct cards_desk *d, struct rect r)
{
    static const char *const labels[STEPS] = {"cards.guide.now", "cards.guide.next", "cards.guide.after"};
    struct guide g = guide_of(d);
    struct ui *ui = d->ui;
    int count = columns(d, &g);
    float width = column_width(d, r.w, count);
    draw_rect(ui_list(ui), r, ui_px(ui, 10), page_color(ui, THEME_PANEL));
    r = rect_inset(r, ui_px(ui, MARGIN), ui_px(ui, 10));
    for (int i = 0; i < count; i++) {
        struct rect column = rect_cut_left(&r, width);
        rect_cut_left(&r, ui_px(ui, GAP));
        ui_text(ui, rect_cut_top(&column, ui_px(ui, LABEL)), 13, WEIGHT_SEMIBOLD, i == 0 ? THEME_TEAM : THEME_TEXT_FAINT, ALIGN_LEFT, 1, text(labels[i]));
        ui_text(ui, column, 15, i == 0 ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR, i == 0 ? THEME_TEXT : THEME_TEXT_DIM, ALIGN_LEFT, LINES, g.says[i]);
    }
}
