/* What somebody alone improves before the next round: a number chooses, the sheet beside it tells what it changes. */
#include "improve_parts.h"
#include "screens/desk.h"

struct improving {
    struct ui *ui;
    const struct view_improve *v;
    struct desk_improve_memory *m;
    struct wishes *wishes;
    int within;                      /* one column: the sheet stands under the offer that is picked */
};

static float sheet(struct improving *d, struct rect r, int paint);

static int is_full(const struct improving *d)
{
    return d->v->chosen_count >= d->v->most;
}

static void choose(struct improving *d, int32_t improvement, int on, int32_t incident, int32_t spine)
{
    struct sim_command c = sim_command_make(SIM_CMD_IMPROVE);
    c.improve.improvement = improvement;
    c.improve.on = on;
    c.improve.incident = incident;
    c.improve.spine = spine;
    wish_command(d->wishes, &c, NULL, NULL);
}

/* A number picks, and chooses where nothing more is to be said. */
static void pick(struct improving *d, int i)
{
    const struct improve_offer *offer = &d->v->offers[i];
    d->m->offer = i;
    if (offer->chosen)
        choose(d, offer->improvement, 0, NOBODY, NOBODY);
    else if (!offer->digs && !is_full(d))
        choose(d, offer->improvement, 1, NOBODY, NOBODY);
}

/* --- the offers --- */

static float offer_height(struct improving *d, const struct improve_offer *offer, float width)
{
    float inner = width - ui_px(d->ui, 32 + 40 + 100);
    return page_words_height(d->ui, inner, 18, WEIGHT_SEMIBOLD, 3, offer->title) +
           page_words_height(d->ui, inner, 14, WEIGHT_REGULAR, 3, offer->why) + ui_px(d->ui, 34);
}

static void offer_draw(struct improving *d, int i, struct rect r)
{
    struct ui *ui = d->ui;
    const struct improve_offer *offer = &d->v->offers[i];
    const char *key = arena_printf(ui_arena(ui), "%d", i + 1);
    if (ui_card(ui, r, offer->title, key, (i == d->m->offer ? UI_SELECTED : 0) | (offer->chosen ? UI_LEARN : 0)))
        pick(d, i);
    r = rect_inset(r, ui_px(ui, 16), ui_px(ui, 14));
    struct rect cap = rect_cut_left(&r, ui_px(ui, 40)), mark = rect_cut_right(&r, ui_px(ui, 96));
    ui_keycap(ui, (struct rect){cap.x, cap.y, ui_px(ui, 24), ui_px(ui, 24)}, key);
    if (offer->chosen)
        ui_text(ui, mark, 14, WEIGHT_SEMIBOLD, THEME_GOOD, ALIGN_RIGHT, 2, text("improve.fits-chosen"));
    page_words(ui, &r, 18, WEIGHT_SEMIBOLD, THEME_TEXT, 3, offer->title);
    page_gap(ui, &r, 6);
    page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, offer->why);
}

static const char *status_words(struct improving *d)
{
    const char *n = arena_printf(ui_arena(d->ui), "%d", d->v->chosen_count),
               *all = arena_printf(ui_arena(d->ui), "%d", d->v->most);
    return text_fill(ui_arena(d->ui), is_full(d) ? "desk.improve.full" : "desk.improve.chosen", "n", n, "all", all, NULL);
}

static float list_height(struct improving *d, float width)
{
    float height = page_words_height(d->ui, width, 22, WEIGHT_BOLD, 3, text("desk.improve.question")) +
                   page_words_height(d->ui, width, 15, WEIGHT_REGULAR, 3, status_words(d)) + ui_px(d->ui, 20);
    for (int i = 0; i < d->v->offer_count; i++)
        height += offer_height(d, &d->v->offers[i], width) + ui_px(d->ui, 10);
    if (d->within)
        height += sheet(d, (struct rect){0, 0, width, 0}, 0) + ui_px(d->ui, 10);
    return height;
}

static void list_draw(struct improving *d, struct rect r)
{
    page_words(d->ui, &r, 22, WEIGHT_BOLD, THEME_TEXT, 3, text("desk.improve.question"));
    page_gap(d->ui, &r, 4);
    page_words(d->ui, &r, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, status_words(d));
    page_gap(d->ui, &r, 16);
    for (int i = 0; i < d->v->offer_count; i++) {
        offer_draw(d, i, rect_cut_top(&r, offer_height(d, &d->v->offers[i], r.w)));
        page_gap(d->ui, &r, 10);
        if (d->within && i == d->m->offer)
            rect_cut_top(&r, sheet(d, r, 1) + ui_px(d->ui, 10));
    }
}

/* --- the sheet of the one that is picked --- */

static float words(struct improving *d, struct rect *r, float size, enum draw_weight weight, enum theme_token color,
                   int lines, const char *what, float gap, int paint)
{
    float height = page_words_height(d->ui, r->w, size, weight, lines, what);
    struct rect box = rect_cut_top(r, height);
    if (paint && what[0])
        ui_text(d->ui, box, size, weight, color, ALIGN_LEFT, lines, what);
    rect_cut_top(r, ui_px(d->ui, gap));
    return height;
}

static float spine_height(struct improving *d, const struct texts *texts, float width)
{
    float height = ui_px(d->ui, 24 + 24);
    for (int32_t k = 0; k < texts->count; k++)
        height += page_words_height(d->ui, width - ui_px(d->ui, 32), 14, WEIGHT_REGULAR, 6, texts->items[k]) +
                  ui_px(d->ui, 4);
    return height;
}

static void spine_draw(struct improving *d, const struct improve_offer *offer, const struct improve_cause *cause,
                       int spine, struct rect r)
{
    struct ui *ui = d->ui;
    const char *key = arena_printf(ui_arena(ui), "%c", 'A' + spine);
    int flags = (cause->spine == spine ? UI_SELECTED | UI_LEARN : 0) | (is_full(d) && !offer->chosen ? UI_DISABLED : 0);
    if (ui_card(ui, r, text(improve_spines[spine]), key, flags)) {
        if (offer->chosen)
            choose(d, offer->improvement, 0, NOBODY, NOBODY);
        if (cause->spine != spine)
            choose(d, offer->improvement, 1, cause->incident, spine);
    }
    r = rect_inset(r, ui_px(ui, 16), ui_px(ui, 12));
    struct rect line = rect_cut_top(&r, ui_px(ui, 24)), cap = rect_cut_left(&line, ui_px(ui, 24));
    ui_keycap(ui, cap, key);
    rect_cut_left(&line, ui_px(ui, 10));
    ui_text(ui, line, 16, WEIGHT_SEMIBOLD, cause->spine == spine ? THEME_LEARN : THEME_TEXT, ALIGN_LEFT, 0,
            text(improve_spines[spine]));
    for (int32_t k = 0; k < cause->spines[spine].count; k++) {
        page_gap(ui, &r, 4);
        page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_TEXT, 6, cause->spines[spine].items[k]);
    }
}

/* Two beside each other where their words have room. */
static void spines_draw(struct improving *d, struct rect *r, const struct improve_offer *offer,
                        const struct improve_cause *cause, int paint)
{
    int columns = r->w >= ui_px(d->ui, 460) ? 2 : 1;
    float gap = ui_px(d->ui, 8), width = rect_column(*r, 0, columns, gap).w;
    for (int first = 0; first < SPINE_COUNT; first += columns) {
        float height = 0;
        for (int k = first; k < first + columns && k < SPINE_COUNT; k++) {
            float mine = spine_height(d, &cause->spines[k], width);
            height = mine > height ? mine : height;
        }
        struct rect row = rect_cut_top(r, height);
        for (int k = first; k < first + columns && k < SPINE_COUNT && paint; k++)
            spine_draw(d, offer, cause, k, rect_column(row, k - first, columns, gap));
        rect_cut_top(r, gap);
    }
}

/* Which incident, and where it came from. */
static void cause_draw(struct improving *d, struct rect *r, const struct improve_offer *offer, int paint)
{
    struct ui *ui = d->ui;
    if (d->v->cause_count == 0) {
        words(d, r, 16, WEIGHT_REGULAR, THEME_TEXT_DIM, 6, text("improve.cause-none"), 0, paint);
        return;
    }
    const struct improve_cause *cause = &d->v->causes[d->m->cause];
    words(d, r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, text("desk.improve.cause"), 6, paint);
    struct rect line = rect_cut_top(r, ui_px(ui, 40));
    const char *title = text_fill(ui_arena(ui), "improve.cause-line", "title", cause->title, "customer", cause->customer,
                                  "when", cause->when, NULL);
    if (paint && ui_choice(ui, line, title, d->v->cause_count > 1 ? "N" : "", UI_SELECTED))
        d->m->cause = (d->m->cause + 1) % d->v->cause_count;
    rect_cut_top(r, ui_px(ui, 12));
    words(d, r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, text("improve.cause-spine"), 6, paint);
    spines_draw(d, r, offer, cause, paint);
}

static float sheet(struct improving *d, struct rect r, int paint)
{
    const struct improve_offer *offer = &d->v->offers[d->m->offer];
    float top = r.y;
    r.h = 1000000;
    words(d, &r, 22, WEIGHT_BOLD, THEME_TEXT, 3, offer->title, 8, paint);
    words(d, &r, 16, WEIGHT_REGULAR, THEME_TEXT, 40, offer->text, 16, paint);
    words(d, &r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, text("improve.what-changes"), 4, paint);
    words(d, &r, 16, WEIGHT_MEDIUM, THEME_LEARN, 8, offer->changes, 16, paint);
    if (offer->digs)
        cause_draw(d, &r, offer, paint);
    return r.y - top;
}

/* --- the page --- */

static void wide_page(struct improving *d, struct rect page)
{
    struct ui *ui = d->ui;
    struct rect left = rect_cut_left(&page, page.w * 0.5f);
    float width = left.w - ui_px(ui, 24);
    struct rect inner = ui_scroll_begin(ui, "offers", left, list_height(d, width));
    inner.w = width;
    list_draw(d, inner);
    ui_scroll_end(ui);
    float taken = sheet(d, (struct rect){0, 0, page.w - ui_px(ui, 44 + 16), 0}, 0) + ui_px(ui, 44);
    page.h = taken < page.h ? taken : page.h;
    struct rect in = page_panel(ui, page, THEME_PANEL, 22);
    width = in.w - ui_px(ui, 16);
    inner = ui_scroll_begin(ui, "sheet", in, sheet(d, (struct rect){in.x, in.y, width, 0}, 0));
    sheet(d, (struct rect){inner.x, inner.y, width, 0}, 1);
    ui_scroll_end(ui);
}

static void narrow_page(struct improving *d, struct rect page)
{
    struct ui *ui = d->ui;
    float width = page.w - ui_px(ui, 18);
    d->within = 1;
    struct rect inner = ui_scroll_begin(ui, "improve", page, list_height(d, width));
    inner.w = width;
    list_draw(d, inner);
    ui_scroll_end(ui);
}

void desk_improve_screen(struct ui *ui, const struct view_improve *view, struct desk_improve_memory *m,
                         struct wishes *wishes)
{
    struct improving d = {ui, view, m, wishes, 0};
    struct rect page = page_begin(ui), top = page_top(ui, &page);
    int wide = page_width(ui) >= 1000;
    m->offer = m->offer < view->offer_count ? m->offer : 0;
    m->cause = m->cause < view->cause_count ? m->cause : 0;
    if (page_button(ui, &top, text("desk.end.start"), "Esc", 0))
        wish(wishes, WISH_BACK);
    if (page_button(ui, &top, text("desk.improve.go"), "Enter", UI_PRIMARY))
        wish(wishes, WISH_NEXT_ROUND);
    page_title(ui, top, text("improve.title"), view->next);
    page = rect_inset(page, ui_px(ui, wide ? 36 : 18), ui_px(ui, 22));
    if (view->offer_count == 0)
        page_words(ui, &page, 22, WEIGHT_BOLD, THEME_TEXT, 4, text("improve.none"));
    else if (wide)
        wide_page(&d, page);
    else
        narrow_page(&d, page);
}
