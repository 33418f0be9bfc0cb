#include "setup_parts.h"

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

static void foot_draw(struct setup *s, struct rect bar)
{
    struct ui *ui = s->ui;
    const char *lacks = missing(s), *worry = s->m->row_count ? role_worry(s) : "";
    int ready = setup_complete(s->m);
    if (page_button(ui, &bar, text("setup.start"), "Ctrl+Enter", UI_LARGE | UI_PRIMARY)) {
        s->m->tried = !ready;
        if (ready)
            wish(s->wishes, WISH_CREATE);
    }
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
    ui_focus(ui, UI_FIELD, text("setup.add"));
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

static float side_height(struct setup *s, float width)
{
    return setup_game_height(s) + setup_room_height(s, width);
}

static void side_draw(struct setup *s, struct rect *r)
{
    setup_game_draw(s, r);
    setup_room_draw(s, r);
}

static void team_column(struct setup *s, struct rect r)
{
    struct ui *ui = s->ui;
    setup_team_part(s, &r);
    struct rect last = rect_cut_bottom(&r, ui_px(ui, SETUP_FIELD));
    rect_cut_bottom(&r, ui_px(ui, 12));
    float rows = setup_rows_height(s);
    if (rows < r.h)
        last.y = r.y + rows + ui_px(ui, 4);
    ui_scope_push(ui, "members");
    setup_rows_draw(s, ui_scroll_begin(ui, "members", r, rows));
    ui_scroll_end(ui);
    ui_scope_pop(ui);
    setup_add_row(s, last);
}

static struct rect column_begin(struct setup *s, const char *name, struct rect r, float height)
{
    struct rect inner = ui_scroll_begin(s->ui, name, r, height);
    inner.w = r.w - ui_px(s->ui, 18);
    return inner;
}

/* Two columns; three where there is room for them. */
static void wide_page(struct setup *s, struct rect r)
{
    struct ui *ui = s->ui;
    int three = page_width(ui) >= 1500;
    float bar = ui_px(ui, 18);
    struct rect right = rect_cut_right(&r, r.w * (three ? 0.29f : 0.36f)), middle = right;
    rect_cut_right(&r, ui_px(ui, 44) - (three ? bar : 0));
    if (three) {
        middle = rect_cut_right(&r, right.w);
        rect_cut_right(&r, ui_px(ui, 44));
    }
    team_column(s, r);
    struct rect inner =
        column_begin(s, "settings", middle, three ? setup_game_height(s) : side_height(s, middle.w - bar));
    if (three)
        setup_game_draw(s, &inner);
    else
        side_draw(s, &inner);
    ui_scroll_end(ui);
    if (!three)
        return;
    inner = column_begin(s, "room", right, setup_room_height(s, right.w - bar));
    setup_room_draw(s, &inner);
    ui_scroll_end(ui);
}

static void narrow_page(struct setup *s, struct rect r)
{
    struct ui *ui = s->ui;
    float width = r.w - ui_px(ui, 18), rows = setup_rows_height(s);
    float height = setup_team_height(s, width) + rows + ui_px(ui, SETUP_FIELD + 32) + side_height(s, width);
    struct rect inner = ui_scroll_begin(ui, "set-up", r, height);
    inner.w = width;
    setup_team_part(s, &inner);
    setup_rows_draw(s, rect_cut_top(&inner, rows));
    setup_add_row(s, rect_cut_top(&inner, ui_px(ui, SETUP_FIELD)));
    page_gap(ui, &inner, 32);
    side_draw(s, &inner);
    ui_scroll_end(ui);
}

void setup_screen(struct ui *ui, const struct scenario *sc, struct setup_memory *m, struct wishes *wishes)
{
    struct setup s = {ui, sc, m, wishes};
    struct rect page = page_begin(ui);
    int wide = page_width(ui) >= 1000 && page_height(ui) >= 620;
    if (m->fresh)
        ui_focus(ui, UI_FIELD, text("setup.team"));
    m->fresh = 0;
    struct rect top = page_top(ui, &page);
    if (page_button(ui, &top, text("setup.back"), "Esc", 0)) {
        m->leaving = typed_anything(&s);
        if (!m->leaving)
            wish(wishes, WISH_BACK);
    }
    page_title(ui, top, sc->title, sc->organisation);
    foot_draw(&s, page_foot(ui, &page));
    page = rect_inset(page, ui_px(ui, wide ? 40 : 20), ui_px(ui, 24));
    page.h += ui_px(ui, 12);
    if (wide)
        wide_page(&s, page);
    else
        narrow_page(&s, page);
    if (m->picking >= 0)
        role_dialog(&s);
    if (m->leaving)
        leaving_dialog(&s);
}
