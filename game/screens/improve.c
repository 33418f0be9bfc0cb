#include "improve_parts.h"

static const char *const labels[PART_COUNT] = {"improve.part.choose", "improve.part.cause",  "improve.part.speak",
                                               "improve.part.forms",  "improve.part.ledger", "improve.part.board"};
static const char *const keys[PART_COUNT] = {"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6"};

void improve_memory_begin(struct improve_memory *m)
{
    enum { OWN_LENGTH = 80 };   /* what a wall says in three large lines */
    *m = (struct improve_memory){.spine = -1, .motion = 1, .own.limit = OWN_LENGTH};
}

void improve_memory_end(struct improve_memory *m)
{
    ui_edit_release(&m->own);
}

int improve_has_feat(const struct view_improve *view, const struct improve_memory *m)
{
    return m->in_own_words ? ui_edit_text(&m->own)[0] != '\0' : m->feat < view->feat_count;
}

const char *improve_n(const struct improve_desk *d, int n)
{
    return arena_printf(ui_arena(d->ui), "%d", n);
}

void improve_go(struct improve_memory *m, enum improve_part part)
{
    m->part = part;
    m->celebrating = 0;
}

void improve_wish(struct improve_desk *d, int32_t improvement, int on, int32_t incident, int32_t spine)
{
    struct sim_command c = sim_command_make(SIM_CMD_IMPROVE);
    c.improve.improvement = improvement;
    c.improve.on = on;
    c.improve.incident = incident;
    c.improve.spine = spine;
    wish_command(d->wishes, &c, NULL, NULL);
}

/* What was picked may be gone with what has changed. */
static void memory_follow(struct improve_memory *m, const struct view_improve *v)
{
    if (m->offer >= v->offer_count)
        m->offer = 0;
    if (m->cause >= v->cause_count)
        m->cause = 0;
    if (m->customer >= v->customer_count)
        m->customer = 0;
    if (m->feat >= v->feat_count)
        m->feat = 0;
    m->celebrating &= improve_has_feat(v, m);
}

const char *const improve_spines[SPINE_COUNT] = {"improve.spine.process", "improve.spine.people",
                                                 "improve.spine.technology", "improve.spine.policy"};

/* --- the tabs --- */

static int tab_flags(const struct improve_desk *d)
{
    return d->wide ? UI_SMALL : 0;
}

static int tab_columns(struct improve_desk *d, float width)
{
    float widest = 0;
    for (int i = 0; i < PART_COUNT; i++) {
        float mine = ui_choice_width(d->ui, text(labels[i]), keys[i], tab_flags(d));
        widest = mine > widest ? mine : widest;
    }
    int columns = (int)((width + ui_px(d->ui, 8)) / (widest + ui_px(d->ui, 8)));
    return columns >= 6 ? 6 : columns >= 3 ? 3 : columns >= 2 ? 2 : 1;
}

static float tabs_height(struct improve_desk *d, float width)
{
    int columns = tab_columns(d, width);
    return ui_px(d->ui, 48) * (float)(PART_COUNT / columns) + ui_px(d->ui, 10);
}

static void tabs_draw(struct improve_desk *d, struct rect r)
{
    int columns = tab_columns(d, r.w);
    ui_scope_push(d->ui, "parts");
    for (int i = 0; i < PART_COUNT; i++) {
        struct rect row = {r.x, r.y + ui_px(d->ui, 48) * (float)(i / columns), r.w, ui_px(d->ui, 40)};
        if (ui_choice(d->ui, rect_column(row, i % columns, columns, ui_px(d->ui, 8)), text(labels[i]), keys[i],
                      tab_flags(d) | ((int)d->m->part == i ? UI_SELECTED : 0)))
            improve_go(d->m, (enum improve_part)i);
    }
    ui_scope_pop(d->ui);
}

/* --- layouts --- */

static void side_draw(struct improve_desk *d, struct rect r, const struct improve_side *side)
{
    float width = r.w - ui_px(d->ui, 18);
    struct rect inner = ui_scroll_begin(d->ui, side->name, r, side->height(d, width));
    inner.w = width;
    side->draw(d, &inner);
    ui_scroll_end(d->ui);
}

void improve_beside(struct improve_desk *d, struct rect r, float share, const struct improve_side *first,
                    const struct improve_side *second)
{
    side_draw(d, rect_cut_left(&r, r.w * share), first);
    rect_cut_left(&r, ui_px(d->ui, 18));
    side_draw(d, r, second);
}

static void wide_page(struct improve_desk *d, struct rect r, const struct improve_page *part)
{
    tabs_draw(d, rect_cut_top(&r, tabs_height(d, r.w)));
    ui_scope_push(d->ui, labels[d->m->part]);
    if (part->beside)
        part->beside(d, r);
    else
        side_draw(d, r, &(struct improve_side){"part", part->height, part->column});
    ui_scope_pop(d->ui);
}

static void narrow_page(struct improve_desk *d, struct rect r, const struct improve_page *part)
{
    struct ui *ui = d->ui;
    float width = r.w - ui_px(ui, 18),
          height = page_stage_height(ui) + tabs_height(d, width) + part->height(d, width) + ui_px(ui, 20);
    struct rect inner = ui_scroll_begin(ui, "part", r, height);
    inner.w = width;
    page_stage_line(ui, &inner, d->m->stage_blank, d->m->one_display, d->wishes);
    tabs_draw(d, rect_cut_top(&inner, tabs_height(d, width)));
    ui_scope_push(ui, labels[d->m->part]);
    part->column(d, &inner);
    ui_scope_pop(ui);
    ui_scroll_end(ui);
}

static void top_draw(struct improve_desk *d, struct rect *page)
{
    struct ui *ui = d->ui;
    struct rect bar = page_top(ui, page);
    if (d->wide)
        page_stage_buttons(ui, &bar, d->m->stage_blank, d->m->one_display, d->wishes);
    if (page_button(ui, &bar, text("round.to-start"), "Esc", UI_QUIET))
        wish(d->wishes, WISH_BACK);
    page_title(ui, bar, text("improve.title"), d->view->next);
}

void improve_screen(struct ui *ui, const struct view_improve *view, struct improve_memory *m, struct wishes *wishes)
{
    static const struct improve_page *const pages[PART_COUNT] = {&improve_choose, &improve_cause,  &improve_speak,
                                                                 &improve_forms,  &improve_ledger, &improve_board};
    struct improve_desk d = {ui, view, m, wishes, 0};
    struct rect page = page_begin(ui);
    d.wide = page_width(ui) >= 1000 && page_height(ui) >= 480;
    memory_follow(m, view);
    top_draw(&d, &page);
    page = rect_inset(page, ui_px(ui, d.wide ? 32 : 20), ui_px(ui, d.wide ? 20 : 14));
    page.h += ui_px(ui, 12);
    if (d.wide)
        wide_page(&d, page, pages[m->part]);
    else
        narrow_page(&d, page, pages[m->part]);
}
