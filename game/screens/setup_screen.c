#include "setup_parts.h"

static const char *const tab_labels[SETUP_TABS] = {"setup.tab.people", "setup.tab.workshop", "setup.tab.room"};
static const char *const tab_keys[SETUP_TABS] = {"Ctrl+1", "Ctrl+2", "Ctrl+3"};

static const char *role_worry(struct setup *s)
{
    for (role_id role = 0; role < s->sc->role_count; role++) {
        int lacks = s->sc->roles[role].seats_low - setup_role_taken(s, role),
            over = setup_role_taken(s, role) - s->sc->roles[role].seats_high;
        if (lacks > 0)
            return text_fill(ui_arena(s->ui), "setup.role-lacks", "role", s->sc->roles[role].name, "n",
                             setup_number(s, lacks), NULL);
        if (over > 0)
            return text_fill(ui_arena(s->ui), "setup.role-over", "role", s->sc->roles[role].name, "n",
                             setup_number(s, over), NULL);
    }
    return "";
}

static const char *missing(struct setup *s)
{
    struct setup_draft draft;
    setup_draft_of(s->m, &draft);
    if (!draft.team[0])
        return text("setup.missing-team");
    if (draft.member_count == 0)
        return text("setup.missing-members");
    return draft.member_count < s->m->row_count ? text("setup.missing-name") : "";
}

static const char *next_label(struct setup *s)
{
    static const char *const labels[SETUP_TABS] = {"setup.to-workshop", "setup.to-room", "setup.to-room"};
    return text(labels[s->m->tab]);
}

static void foot_draw(struct setup *s, struct rect bar)
{
    struct ui *ui = s->ui;
    const char *lacks = missing(s), *worry = s->m->row_count ? role_worry(s) : "";
    int ready = setup_complete(s->m);
    int last = s->m->tab + 1 == SETUP_TABS;
    if (page_button(ui, &bar, text("setup.start"), "Ctrl+Enter", UI_LARGE | (last ? UI_PRIMARY : 0))) {
        s->m->tried = !ready;
        if (ready)
            wish(s->wishes, WISH_CREATE);
    }
    if (!last && page_button(ui, &bar, next_label(s), tab_keys[s->m->tab + 1], UI_LARGE | UI_PRIMARY))
        s->m->tab = (enum setup_tab)(s->m->tab + 1);
    rect_cut_right(&bar, ui_px(ui, 12));
    const char *words = lacks[0] ? lacks : worry[0] ? worry : text("setup.ready");
    enum theme_token color = lacks[0] && s->m->tried ? THEME_BAD : lacks[0] || worry[0] ? THEME_WARN : THEME_GOOD;
    float height = ui_text_height(ui, 15, WEIGHT_MEDIUM, bar.w, words, 2);
    bar.y += (bar.h - height) / 2;
    bar.h = 0;
    ui_text(ui, bar, 15, WEIGHT_MEDIUM, color, ALIGN_LEFT, 2, words);
}

static int typed_anything(struct setup *s)
{
    return s->m->row_count > 0 || ui_edit_text(&s->m->team)[0] || ui_edit_text(&s->m->adding)[0];
}

static void leaving_dialog(struct setup *s)
{
    struct ui *ui = s->ui;
    int escaped = 0;
    struct rect r = ui_modal_begin(ui, text("setup.leave"), ui_px(ui, 520), ui_px(ui, 172), &escaped);
    struct rect bar = rect_cut_bottom(&r, ui_px(ui, 48));
    page_words(ui, &r, 16, WEIGHT_REGULAR, THEME_TEXT, 4, text("setup.leave-means"));
    if (page_button(ui, &bar, text("setup.leave-stay"), "", UI_PRIMARY) || escaped)
        s->m->leaving = 0;
    if (page_button(ui, &bar, text("setup.leave-go"), "", UI_DANGER))
        wish(s->wishes, WISH_BACK);
    ui_modal_end(ui);
}

static float seats_widest(struct setup *s)
{
    float most = 0;
    for (role_id role = 0; role < s->sc->role_count; role++) {
        float width = ui_text_width(s->ui, 14, WEIGHT_REGULAR, setup_seats_word(s, role));
        if (width > most)
            most = width;
    }
    return most;
}

static void role_choice(struct setup *s, role_id role, struct rect r)
{
    struct ui *ui = s->ui;
    struct setup_row *row = &s->m->rows[s->m->picking];
    int ordinal = role == NOBODY ? s->sc->role_count + 1 : role + 1;
    const char *key = ordinal <= 9 ? setup_number(s, ordinal) : "";
    const char *seats = role == NOBODY ? "" : setup_seats_word(s, role);
    struct rect side = rect_cut_right(&r, seats_widest(s) + ui_px(ui, 4));
    rect_cut_right(&r, ui_px(ui, 12));
    ui_text(ui, side, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_RIGHT, 0, seats);
    if (!ui_choice(ui, r, setup_role_name(s, role), key, row->role == role ? UI_SELECTED : 0))
        return;
    row->role = role;
    s->m->picking = -1;
    ui_focus(ui, UI_FIELD, setup_add_label(s));
}

static void role_dialog(struct setup *s)
{
    struct ui *ui = s->ui;
    int escaped = 0, picking = s->m->picking;
    float row = ui_px(ui, 46), height = row * (float)(s->sc->role_count + 1);
    char *title = text_fill(ui_arena(ui), "setup.role-of", "name", ui_edit_text(&s->m->rows[picking].name), NULL);
    struct rect r = ui_modal_begin(ui, title, ui_px(ui, 560), height + ui_px(ui, 76), &escaped);
    struct rect list = ui_scroll_begin(ui, "roles", r, height);
    for (role_id role = 0; role <= s->sc->role_count && s->m->picking >= 0; role++) {
        struct rect line = rect_cut_top(&list, row);
        line.h -= ui_px(ui, 6);
        role_choice(s, role < s->sc->role_count ? role : NOBODY, line);
    }
    ui_scroll_end(ui);
    ui_modal_end(ui);
    if (escaped)
        s->m->picking = -1;
}

/* --- tabs --- */

float setup_column_width(const struct setup *s, struct rect r) { return r.w - ui_px(s->ui, 18); }

struct rect setup_column(struct setup *s, const char *name, struct rect r, float height)
{
    struct rect inner = ui_scroll_begin(s->ui, name, r, height);
    inner.w = setup_column_width(s, r);
    return inner;
}

static void tabs_draw(struct setup *s, struct rect r)
{
    struct ui *ui = s->ui;
    for (int i = 0; i < SETUP_TABS; i++) {
        struct rect box = rect_cut_left(&r, ui_choice_width(ui, text(tab_labels[i]), tab_keys[i], 0));
        rect_cut_left(&r, ui_px(ui, 10));
        if (ui_tab(ui, box, text(tab_labels[i]), tab_keys[i], (int)s->m->tab == i ? UI_SELECTED : 0))
            s->m->tab = (enum setup_tab)i;
    }
}

/* On a narrow page the tabs take equal shares of the line. */
static void tabs_narrow(struct setup *s, struct rect r)
{
    for (int i = 0; i < SETUP_TABS; i++)
        if (ui_tab(s->ui, rect_column(r, i, SETUP_TABS, ui_px(s->ui, 8)), text(tab_labels[i]), "", (int)s->m->tab == i ? UI_SELECTED : 0))
            s->m->tab = (enum setup_tab)i;
    for (int i = 0; i < SETUP_TABS; i++)
        if (ui_shortcut(s->ui, tab_keys[i]))
            s->m->tab = (enum setup_tab)i;
}

static void top_draw(struct setup *s, struct rect *page)
{
    struct ui *ui = s->ui;
    struct rect top = page_top(ui, page);
    if (page_button(ui, &top, text("setup.back"), "Esc", 0)) {
        s->m->leaving = typed_anything(s);
        if (!s->m->leaving)
            wish(s->wishes, WISH_BACK);
    }
    page_title(ui, top, s->sc->title, s->sc->organisation);
}

void setup_screen(struct ui *ui, const struct scenario *sc, struct setup_memory *m, struct wishes *wishes)
{
    static void (*const tabs[SETUP_TABS])(struct setup *, struct rect, int) = {setup_people_draw, setup_workshop_draw, setup_room_draw};
    struct setup s = {ui, sc, m, wishes};
    struct rect page = page_begin(ui);
    int wide = page_width(ui) >= 1000 && page_height(ui) >= 620;
    if (m->fresh)
        ui_focus(ui, UI_FIELD, text("setup.team"));
    m->fresh = 0;
    top_draw(&s, &page);
    foot_draw(&s, page_foot(ui, &page));
    page = rect_inset(page, ui_px(ui, wide ? 40 : 20), ui_px(ui, wide ? 22 : 14));
    struct rect line = rect_cut_top(&page, ui_px(ui, 40));
    if (wide)
        tabs_draw(&s, line);
    else
        tabs_narrow(&s, line);
    page_gap(ui, &page, wide ? 20 : 12);
    ui_scope_push(ui, text(tab_labels[m->tab]));
    tabs[m->tab](&s, page, wide);
    ui_scope_pop(ui);
    if (m->picking >= 0)
        role_dialog(&s);
    if (m->leaving)
        leaving_dialog(&s);
}
