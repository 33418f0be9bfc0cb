#include "setup_parts.h"

static const float ROW = 46, ROLE_ROW = 30;

const char *setup_number(struct setup *s, int n)
{
    return arena_printf(ui_arena(s->ui), "%d", n);
}

const char *setup_role_name(struct setup *s, role_id role)
{
    return role >= 0 && role < s->sc->role_count ? s->sc->roles[role].name : text("setup.any-role");
}

const char *setup_add_label(const struct setup *s)
{
    return text(s->m->tables ? "setup.add-table" : "setup.add");
}

int setup_role_taken(struct setup *s, role_id role)
{
    int n = 0;
    for (int i = 0; i < s->m->row_count; i++)
        n += s->m->rows[i].role == role;
    return n;
}

const char *setup_seats_word(struct setup *s, role_id role)
{
    const struct role *r = &s->sc->roles[role];
    const char *low = setup_number(s, r->seats_low), *high = setup_number(s, r->seats_high),
               *taken = setup_number(s, setup_role_taken(s, role));
    const char *key = r->seats_low == r->seats_high ? "setup.seats-exact"
                      : r->seats_low == 0           ? "setup.seats-free"
                                                    : "setup.seats";
    return text_fill(ui_arena(s->ui), key, "taken", taken, "low", low, "high", high, NULL);
}

static enum tone seats_tone(struct setup *s, role_id role)
{
    int taken = setup_role_taken(s, role);
    if (taken < s->sc->roles[role].seats_low)
        return s->m->row_count ? TONE_WARN : TONE_NEUTRAL;
    return taken > s->sc->roles[role].seats_high ? TONE_WARN : TONE_GOOD;
}

static void seats_row(struct setup *s, role_id role, struct rect line)
{
    struct ui *ui = s->ui;
    enum tone tone = seats_tone(s, role);
    const char *seats = setup_seats_word(s, role);
    struct rect icon = rect_cut_left(&line, ui_px(ui, 26));
    struct draw_font font = {.size = 16 * ui_scale(ui), .weight = WEIGHT_ICON};
    draw_text(ui_list(ui), icon, &font, page_color(ui, page_tone(tone)), ALIGN_LEFT,
              icon_text(tone == TONE_GOOD   ? ICON_CHECK
                        : tone == TONE_WARN ? ICON_WARNING
                                            : ICON_QUESTION));
    float width = ui_text_width(ui, 14, WEIGHT_MEDIUM, seats);
    ui_text(ui, rect_cut_right(&line, width), 14, WEIGHT_MEDIUM, page_tone(tone), ALIGN_RIGHT, 0, seats);
    rect_cut_right(&line, ui_px(ui, 10));
    ui_text(ui, line, 15, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, 0, s->sc->roles[role].name);
}

static void roles_part(struct setup *s, struct rect *r)
{
    page_heading(s->ui, r, text("setup.roles"));
    for (role_id role = 0; role < s->sc->role_count; role++)
        seats_row(s, role, rect_cut_top(r, ui_px(s->ui, ROLE_ROW)));
    page_gap(s->ui, r, 22);
}

/* --- members --- */

static void members_add(struct setup *s)
{
    setup_members_add(s->m, s->sc, ui_edit_text(&s->m->adding));
    ui_edit_set(&s->m->adding, "");
    ui_focus(s->ui, UI_FIELD, setup_add_label(s));
}

static void member_row(struct setup *s, int index, struct rect r)
{
    struct ui *ui = s->ui;
    struct setup_row *row = &s->m->rows[index];
    struct rect number_box = rect_cut_left(&r, ui_px(ui, 30));
    ui_text(ui, number_box, 15, WEIGHT_REGULAR, THEME_TEXT_FAINT, ALIGN_LEFT, 0, setup_number(s, index + 1));
    struct rect remove = rect_cut_right(&r, ui_button_width(ui, text("setup.remove"), "", UI_SMALL | UI_QUIET));
    rect_cut_right(&r, ui_px(ui, 8));
    struct rect role = rect_cut_right(&r, r.w * 0.44f);
    rect_cut_right(&r, ui_px(ui, 8));
    const char *n = setup_number(s, index + 1);
    if (ui_field(ui, r, text_fill(ui_arena(ui), s->m->tables ? "setup.table-of" : "setup.name-of", "n", n, NULL),
                 &row->name, text(s->m->tables ? "setup.table" : "setup.name"), 0) == 2)
        ui_focus(ui, UI_FIELD, setup_add_label(s));
    ui_scope_push(ui, n);
    if (ui_button(ui, role, setup_role_name(s, row->role), "", 0))
        s->m->picking = index;
    if (ui_button(ui, remove, text("setup.remove"), "", UI_SMALL | UI_QUIET)) {
        setup_member_remove(s->m, index);
        ui_focus(ui, UI_FIELD, setup_add_label(s));
    }
    ui_scope_pop(ui);
}

static void add_row(struct setup *s, struct rect r)
{
    struct ui *ui = s->ui;
    int full = s->m->row_count >= LIMIT_MEMBERS;
    const char *label = text("setup.add-button");
    rect_cut_left(&r, ui_px(ui, 30));
    struct rect add = rect_cut_right(&r, ui_button_width(ui, label, "Enter", 0));
    rect_cut_right(&r, ui_px(ui, 8));
    const char *hint = full ? text("setup.full") : text(s->m->tables ? "setup.add-table-hint" : "setup.add-hint");
    int used = ui_field(ui, r, setup_add_label(s), &s->m->adding, hint, full ? UI_DISABLED : 0);
    int typed = ui_edit_text(&s->m->adding)[0] != '\0';
    int pressed = ui_button(ui, add, label, "Enter", full || !typed ? UI_DISABLED : 0);
    if (!full && typed && (used == 2 || pressed))
        members_add(s);
}

static void members_head(struct setup *s, struct rect *r)
{
    struct ui *ui = s->ui;
    struct rect line = rect_cut_top(r, ui_px(ui, 40));
    const char *spread = text("setup.spread"), *tables = text("setup.tables"), *persons = text("setup.persons");
    struct rect button = rect_cut_right(&line, ui_button_width(ui, spread, "", UI_SMALL));
    if (ui_button(ui, rect_inset(button, 0, ui_px(ui, 4)), spread, "", UI_SMALL | (s->m->row_count ? 0 : UI_DISABLED)))
        setup_roles_spread(s->m, s->sc);
    struct rect first = rect_cut_left(&line, ui_choice_width(ui, persons, "", UI_SMALL));
    rect_cut_left(&line, ui_px(ui, 6));
    struct rect second = rect_cut_left(&line, ui_choice_width(ui, tables, "", UI_SMALL));
    if (ui_choice(ui, rect_inset(first, 0, ui_px(ui, 4)), persons, "", UI_SMALL | (s->m->tables ? 0 : UI_SELECTED)))
        s->m->tables = 0;
    if (ui_choice(ui, rect_inset(second, 0, ui_px(ui, 4)), tables, "", UI_SMALL | (s->m->tables ? UI_SELECTED : 0)))
        s->m->tables = 1;
}

static const char *members_advice(struct setup *s)
{
    if (s->m->tables)
        return text("setup.tables-how");
    if (s->m->row_count > SETUP_PERSONS)
        return text("setup.tables-better");
    return text("setup.persons-how");
}

static void members_empty(struct setup *s, struct rect r)
{
    rect_cut_left(&r, ui_px(s->ui, 30));
    page_gap(s->ui, &r, 6);
    page_words(s->ui, &r, 15, WEIGHT_REGULAR, THEME_TEXT_FAINT, 4, text("setup.nobody"));
}

static void team_part(struct setup *s, struct rect *r)
{
    struct ui *ui = s->ui;
    page_heading(ui, r, text("setup.team"));
    if (ui_field(ui, rect_cut_top(r, ui_px(ui, SETUP_FIELD + 4)), text("setup.team"), &s->m->team,
                 text("setup.team-hint"), 0) == 2)
        ui_focus(ui, UI_FIELD, setup_add_label(s));
    page_gap(ui, r, 22);
    page_heading(ui, r, text("setup.members"));
    members_head(s, r);
    page_gap(ui, r, 4);
    page_words(ui, r, 14, WEIGHT_REGULAR,
               !s->m->tables && s->m->row_count > SETUP_PERSONS ? THEME_WARN : THEME_TEXT_DIM, 3, members_advice(s));
    page_gap(ui, r, 12);
}

static float team_height(struct setup *s, float width)
{
    struct ui *ui = s->ui;
    return 2 * (page_words_height(ui, width, 14, WEIGHT_MEDIUM, 2, text("setup.team")) + ui_px(ui, 8)) +
           ui_px(ui, SETUP_FIELD + 4 + 22 + 40 + 4 + 12) +
           page_words_height(ui, width, 14, WEIGHT_REGULAR, 3, members_advice(s));
}

static float rows_height(struct setup *s)
{
    return ui_px(s->ui, ROW) * (float)s->m->row_count + (s->m->row_count ? 0 : ui_px(s->ui, 64));
}

static void rows_draw(struct setup *s, struct rect r)
{
    struct ui *ui = s->ui;
    if (s->m->row_count == 0)
        members_empty(s, r);
    for (int i = 0; i < s->m->row_count; i++) {
        struct rect line = rect_cut_top(&r, ui_px(ui, ROW));
        line.h = ui_px(ui, SETUP_FIELD - 2);
        member_row(s, i, line);
    }
}

/* --- the tab --- */

static float roles_height(struct setup *s)
{
    return ui_leading(s->ui, 14) + ui_px(s->ui, 8 + 22) + ui_px(s->ui, ROLE_ROW) * (float)s->sc->role_count;
}

static float chairs_height(struct setup *s, float width)
{
    return page_words_height(s->ui, width, 14, WEIGHT_MEDIUM, 2, text("setup.chairs")) + ui_px(s->ui, 8) +
           page_words_height(s->ui, width, 15, WEIGHT_REGULAR, 12, text("setup.chairs-how"));
}

static void side_draw(struct setup *s, struct rect *r)
{
    roles_part(s, r);
    page_heading(s->ui, r, text("setup.chairs"));
    page_words(s->ui, r, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 12, text("setup.chairs-how"));
}

static void team_column(struct setup *s, struct rect r)
{
    struct ui *ui = s->ui;
    team_part(s, &r);
    struct rect last = rect_cut_bottom(&r, ui_px(ui, SETUP_FIELD));
    rect_cut_bottom(&r, ui_px(ui, 12));
    float rows = rows_height(s);
    if (rows < r.h)
        last.y = r.y + rows + ui_px(ui, 4);
    ui_scope_push(ui, "members");
    rows_draw(s, ui_scroll_begin(ui, "members", r, rows));
    ui_scroll_end(ui);
    ui_scope_pop(ui);
    add_row(s, last);
}

void setup_people_draw(struct setup *s, struct rect r, int wide)
{
    struct ui *ui = s->ui;
    float width = setup_column_width(s, r), rows = rows_height(s);
    if (wide) {
        struct rect side = rect_cut_right(&r, r.w * 0.36f);
        rect_cut_right(&r, ui_px(ui, 44));
        team_column(s, r);
        width = setup_column_width(s, side);
        struct rect inner = setup_column(s, "roles", side, roles_height(s) + chairs_height(s, width));
        side_draw(s, &inner);
        ui_scroll_end(ui);
        return;
    }
    float height = team_height(s, width) + rows + ui_px(ui, SETUP_FIELD + 32) + roles_height(s) + chairs_height(s, width);
    struct rect inner = setup_column(s, "people", r, height);
    team_part(s, &inner);
    rows_draw(s, rect_cut_top(&inner, rows));
    add_row(s, rect_cut_top(&inner, ui_px(ui, SETUP_FIELD)));
    page_gap(ui, &inner, 32);
    side_draw(s, &inner);
    ui_scroll_end(ui);
}
