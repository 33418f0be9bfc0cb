#include "screens/setup.h"
#include "page_parts.h"

struct setup {
    struct ui *ui;
    const struct scenario *sc;
    struct setup_memory *m;
    struct wishes *wishes;
};

static const float ROW = 46, FIELD = 42, ROLE_ROW = 30;

static const char *number(struct setup *s, int n) { return arena_printf(ui_arena(s->ui), "%d", n); }

static const char *role_name(struct setup *s, role_id role)
{
    return role >= 0 && role < s->sc->role_count ? s->sc->roles[role].name : text("setup.any-role");
}

static int role_taken(struct setup *s, role_id role)
{
    int n = 0;
    for (int i = 0; i < s->m->row_count; i++) n += s->m->rows[i].role == role;
    return n;
}

/* --- who plays --- */

static void members_add(struct setup *s)
{
    setup_members_add(s->m, s->sc, ui_edit_text(&s->m->adding));
    ui_edit_set(&s->m->adding, "");
    ui_focus(s->ui, UI_FIELD, text("setup.add"));
}

static void member_row(struct setup *s, int index, struct rect r)
{
    struct ui *ui = s->ui;
    struct setup_row *row = &s->m->rows[index];
    struct rect number_box = rect_cut_left(&r, ui_px(ui, 30));
    ui_text(ui, number_box, 15, WEIGHT_REGULAR, THEME_TEXT_FAINT, ALIGN_LEFT, 0, number(s, index + 1));
    struct rect remove = rect_cut_right(&r, ui_button_width(ui, text("setup.remove"), "", UI_SMALL | UI_QUIET));
    rect_cut_right(&r, ui_px(ui, 8));
    struct rect role = rect_cut_right(&r, r.w * 0.44f);
    rect_cut_right(&r, ui_px(ui, 8));
    const char *n = number(s, index + 1);
    if (ui_field(ui, r, text_fill(ui_arena(ui), "setup.name-of", "n", n, NULL), &row->name, text("setup.name"), 0) == 2)
        ui_focus(ui, UI_FIELD, text("setup.add"));
    ui_scope_push(ui, n);
    if (ui_button(ui, role, role_name(s, row->role), "", 0)) s->m->picking = index;
    if (ui_button(ui, remove, text("setup.remove"), "", UI_SMALL | UI_QUIET)) {
        setup_member_remove(s->m, index);
        ui_focus(ui, UI_FIELD, text("setup.add"));
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
    int used = ui_field(ui, r, text("setup.add"), &s->m->adding, hint, full ? UI_DISABLED : 0);
    int typed = ui_edit_text(&s->m->adding)[0] != '\0';
    int pressed = ui_button(ui, add, label, "Enter", full || !typed ? UI_DISABLED : 0);
    if (!full && typed && (used == 2 || pressed)) members_add(s);
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
    if (ui_choice(ui, rect_inset(first, 0, ui_px(ui, 4)), persons, "", UI_SMALL | (s->m->tables ? 0 : UI_SELECTED))) s->m->tables = 0;
    if (ui_choice(ui, rect_inset(second, 0, ui_px(ui, 4)), tables, "", UI_SMALL | (s->m->tables ? UI_SELECTED : 0))) s->m->tables = 1;
}

static const char *members_advice(struct setup *s)
{
    if (s->m->tables) return text("setup.tables-how");
    if (s->m->row_count > SETUP_PERSONS) return text("setup.tables-better");
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
    if (ui_field(ui, rect_cut_top(r, ui_px(ui, FIELD + 4)), text("setup.team"), &s->m->team, text("setup.team-hint"), 0) == 2)
        ui_focus(ui, UI_FIELD, text("setup.add"));
    page_gap(ui, r, 22);
    page_heading(ui, r, text("setup.members"));
    members_head(s, r);
    page_gap(ui, r, 4);
    page_words(ui, r, 14, WEIGHT_REGULAR, !s->m->tables && s->m->row_count > SETUP_PERSONS ? THEME_WARN : THEME_TEXT_DIM, 3, members_advice(s));
    page_gap(ui, r, 12);
}

static float team_height(struct setup *s, float width)
{
    struct ui *ui = s->ui;
    return 2 * (page_words_height(ui, width, 14, WEIGHT_MEDIUM, 2, text("setup.team")) + ui_px(ui, 8)) + ui_px(ui, FIELD + 4 + 22 + 40 + 4 + 12) +
           page_words_height(ui, width, 14, WEIGHT_REGULAR, 3, members_advice(s));
}

static float rows_height(struct setup *s) { return ui_px(s->ui, ROW) * (float)s->m->row_count + (s->m->row_count ? 0 : ui_px(s->ui, 64)); }

static void rows_draw(struct setup *s, struct rect r)
{
    struct ui *ui = s->ui;
    if (s->m->row_count == 0) members_empty(s, r);
    for (int i = 0; i < s->m->row_count; i++) {
        struct rect line = rect_cut_top(&r, ui_px(ui, ROW));
        line.h = ui_px(ui, FIELD - 2);
        member_row(s, i, line);
    }
}

/* --- roles, pace, stage, topics, agreement --- */

static const char *seats_word(struct setup *s, role_id role)
{
    const struct role *r = &s->sc->roles[role];
    const char *low = number(s, r->seats_low), *high = number(s, r->seats_high), *taken = number(s, role_taken(s, role));
    const char *key = r->seats_low == r->seats_high ? "setup.seats-exact" : r->seats_low == 0 ? "setup.seats-free" : "setup.seats";
    return text_fill(ui_arena(s->ui), key, "taken", taken, "low", low, "high", high, NULL);
}

static enum tone seats_tone(struct setup *s, role_id role)
{
    int taken = role_taken(s, role);
    if (taken < s->sc->roles[role].seats_low) return s->m->row_count ? TONE_WARN : TONE_NEUTRAL;
    return taken > s->sc->roles[role].seats_high ? TONE_WARN : TONE_GOOD;
}

static void seats_row(struct setup *s, role_id role, struct rect line)
{
    struct ui *ui = s->ui;
    enum tone tone = seats_tone(s, role);
    const char *seats = seats_word(s, role);
    struct rect icon = rect_cut_left(&line, ui_px(ui, 26));
    struct draw_font font = {.size = 16 * ui_scale(ui), .weight = WEIGHT_ICON};
    draw_text(ui_list(ui), icon, &font, page_color(ui, page_tone(tone)), ALIGN_LEFT,
              icon_text(tone == TONE_GOOD ? ICON_CHECK : tone == TONE_WARN ? ICON_WARNING : ICON_QUESTION));
    float width = ui_text_width(ui, 14, WEIGHT_MEDIUM, seats);
    ui_text(ui, rect_cut_right(&line, width), 14, WEIGHT_MEDIUM, page_tone(tone), ALIGN_RIGHT, 0, seats);
    rect_cut_right(&line, ui_px(ui, 10));
    ui_text(ui, line, 15, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, 0, s->sc->roles[role].name);
}

static void roles_part(struct setup *s, struct rect *r)
{
    page_heading(s->ui, r, text("setup.roles"));
    for (role_id role = 0; role < s->sc->role_count; role++) seats_row(s, role, rect_cut_top(r, ui_px(s->ui, ROLE_ROW)));
    page_gap(s->ui, r, 22);
}

/* Real minutes of the longest round at this pace. */
static int longest_minutes(struct setup *s)
{
    int32_t most = 0;
    for (int i = 0; i < s->sc->round_count; i++) {
        int32_t span = s->sc->rounds[i].to - s->sc->rounds[i].from;
        if (span > most) most = span;
    }
    return (most / 60 * s->m->pace / 10 + 30) / 60;
}

static void pace_part(struct setup *s, struct rect *r)
{
    struct ui *ui = s->ui;
    page_heading(ui, r, text("setup.pace"));
    const char *value = text_fill(ui_arena(ui), "setup.pace-value", "n", number(s, s->m->pace / 10), NULL);
    int step = ui_stepper(ui, rect_cut_top(r, ui_px(ui, FIELD)), text("setup.pace"), value, "", "", 0);
    int wanted = s->m->pace / 10 * 10 + step * 10;
    if (step && wanted >= SETUP_PACE_LEAST && wanted <= SETUP_PACE_MOST) s->m->pace = wanted;
    page_gap(ui, r, 8);
    int minutes = longest_minutes(s);
    page_words(ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 2, text_count(ui_arena(ui), "setup.longest", minutes > 0 ? minutes : 1));
    page_gap(ui, r, 22);
}

static void stage_part(struct setup *s, struct rect *r)
{
    struct ui *ui = s->ui;
    page_heading(ui, r, text("setup.stage"));
    struct rect line = rect_cut_top(r, ui_px(ui, FIELD));
    struct rect dark = rect_cut_left(&line, (line.w - ui_px(ui, 8)) / 2);
    rect_cut_left(&line, ui_px(ui, 8));
    if (ui_choice(ui, dark, text("setup.dark"), "", s->m->stage_theme == THEME_LIGHT ? 0 : UI_SELECTED)) s->m->stage_theme = THEME_DARK;
    if (ui_choice(ui, line, text("setup.light"), "", s->m->stage_theme == THEME_LIGHT ? UI_SELECTED : 0)) s->m->stage_theme = THEME_LIGHT;
    page_gap(ui, r, 8);
    page_words(ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 2, text("setup.which-reads"));
    page_gap(ui, r, 8);
    ui_check(ui, rect_cut_top(r, ui_px(ui, 38)), text("setup.show-promises"), "", &s->m->show_promises, 0);
    ui_check(ui, rect_cut_top(r, ui_px(ui, 38)), text("setup.show-scores"), "", &s->m->show_scores, 0);
    page_words(ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, text("setup.show-why-not"));
    page_gap(ui, r, 22);
}

static void topics_part(struct setup *s, struct rect *r)
{
    struct ui *ui = s->ui;
    if (s->sc->tag_count == 0) return;
    page_heading(ui, r, text("setup.topics"));
    for (int i = 0; i < s->sc->tag_count; i++) {
        uint32_t bit = (uint32_t)1 << i;
        int out = (s->m->left_out & bit) != 0;
        if (ui_check(ui, rect_cut_top(r, ui_px(ui, 38)), s->sc->tags[i], "", &out, 0)) s->m->left_out ^= bit;
    }
    page_gap(ui, r, 22);
}

static const char *const agreement[] = {"setup.agree.kept", "setup.agree.report", "setup.agree.managers", "setup.agree.dispute"};
enum { AGREEMENTS = sizeof agreement / sizeof agreement[0] };

static float agreement_height(struct setup *s, float width)
{
    struct ui *ui = s->ui;
    float inner = width - ui_px(ui, 36), height = ui_px(ui, 36) + page_words_height(ui, inner, 15, WEIGHT_SEMIBOLD, 2, text("setup.agree"));
    for (int i = 0; i < AGREEMENTS; i++) height += ui_px(ui, 9) + page_words_height(ui, inner, 15, WEIGHT_REGULAR, 6, text(agreement[i]));
    return height;
}

static void agreement_part(struct setup *s, struct rect *r)
{
    struct ui *ui = s->ui;
    struct rect inner = page_panel(ui, rect_cut_top(r, agreement_height(s, r->w)), THEME_SPEECH, 18);
    page_words(ui, &inner, 15, WEIGHT_SEMIBOLD, THEME_ON_SPEECH, 2, text("setup.agree"));
    for (int i = 0; i < AGREEMENTS; i++) {
        page_gap(ui, &inner, 9);
        page_words(ui, &inner, 15, WEIGHT_REGULAR, THEME_ON_SPEECH, 6, text(agreement[i]));
    }
}

static float game_height(struct setup *s)
{
    struct ui *ui = s->ui;
    float heading = ui_leading(ui, 14) + ui_px(ui, 8);
    float height = heading + ui_px(ui, ROLE_ROW) * (float)s->sc->role_count + ui_px(ui, 22);
    height += heading + ui_px(ui, FIELD + 8 + 22) + ui_leading(ui, 14) * 2;
    return height + heading + ui_px(ui, FIELD + 8 + 8 + 38 + 38 + 22) + ui_leading(ui, 14) * 5;
}

static float room_height(struct setup *s, float width)
{
    struct ui *ui = s->ui;
    float topics = s->sc->tag_count ? page_words_height(ui, width, 14, WEIGHT_MEDIUM, 2, text("setup.topics")) + ui_px(ui, 8 + 22) : 0;
    return topics + ui_px(ui, 38) * (float)s->sc->tag_count + agreement_height(s, width);
}

static float side_height(struct setup *s, float width) { return game_height(s) + room_height(s, width); }

static void game_draw(struct setup *s, struct rect *r)
{
    roles_part(s, r);
    pace_part(s, r);
    stage_part(s, r);
}

static void room_draw(struct setup *s, struct rect *r)
{
    topics_part(s, r);
    agreement_part(s, r);
}

static void side_draw(struct setup *s, struct rect *r)
{
    game_draw(s, r);
    room_draw(s, r);
}

/* --- what is missing, and off we go --- */

static const char *role_worry(struct setup *s)
{
    for (role_id role = 0; role < s->sc->role_count; role++) {
        int lacks = s->sc->roles[role].seats_low - role_taken(s, role), over = role_taken(s, role) - s->sc->roles[role].seats_high;
        if (lacks > 0)
            return text_fill(ui_arena(s->ui), "setup.role-lacks", "role", s->sc->roles[role].name, "n", number(s, lacks), NULL);
        if (over > 0) return text_fill(ui_arena(s->ui), "setup.role-over", "role", s->sc->roles[role].name, "n", number(s, over), NULL);
    }
    return "";
}

static const char *missing(struct setup *s)
{
    struct setup_draft draft;
    setup_draft_of(s->m, &draft);
    if (!draft.team[0]) return text("setup.missing-team");
    if (draft.member_count == 0) return text("setup.missing-members");
    return draft.member_count < s->m->row_count ? text("setup.missing-name") : "";
}

static void foot_draw(struct setup *s, struct rect bar)
{
    struct ui *ui = s->ui;
    const char *lacks = missing(s), *worry = s->m->row_count ? role_worry(s) : "";
    int ready = setup_complete(s->m);
    if (page_button(ui, &bar, text("setup.start"), "Ctrl+Enter", UI_LARGE | UI_PRIMARY)) {
        s->m->tried = !ready;
        if (ready) wish(s->wishes, WISH_CREATE);
    }
    rect_cut_right(&bar, ui_px(ui, 12));
    const char *words = lacks[0] ? lacks : worry[0] ? worry : text("setup.ready");
    enum theme_token color = lacks[0] && s->m->tried ? THEME_BAD : lacks[0] || worry[0] ? THEME_WARN : THEME_GOOD;
    float height = ui_text_height(ui, 15, WEIGHT_MEDIUM, bar.w, words, 2);
    bar.y += (bar.h - height) / 2;
    bar.h = 0;
    ui_text(ui, bar, 15, WEIGHT_MEDIUM, color, ALIGN_LEFT, 2, words);
}

static int typed_anything(struct setup *s) { return s->m->row_count > 0 || ui_edit_text(&s->m->team)[0] || ui_edit_text(&s->m->adding)[0]; }

static void leaving_dialog(struct setup *s)
{
    struct ui *ui = s->ui;
    int escaped = 0;
    struct rect r = ui_modal_begin(ui, text("setup.leave"), ui_px(ui, 520), ui_px(ui, 172), &escaped);
    struct rect bar = rect_cut_bottom(&r, ui_px(ui, 48));
    page_words(ui, &r, 16, WEIGHT_REGULAR, THEME_TEXT, 4, text("setup.leave-means"));
    if (page_button(ui, &bar, text("setup.leave-stay"), "", UI_PRIMARY) || escaped) s->m->leaving = 0;
    if (page_button(ui, &bar, text("setup.leave-go"), "", UI_DANGER)) wish(s->wishes, WISH_BACK);
    ui_modal_end(ui);
}

static float seats_widest(struct setup *s)
{
    float most = 0;
    for (role_id role = 0; role < s->sc->role_count; role++) {
        float width = ui_text_width(s->ui, 14, WEIGHT_REGULAR, seats_word(s, role));
        if (width > most) most = width;
    }
    return most;
}

static void role_choice(struct setup *s, role_id role, struct rect r)
{
    struct ui *ui = s->ui;
    struct setup_row *row = &s->m->rows[s->m->picking];
    int ordinal = role == NOBODY ? s->sc->role_count + 1 : role + 1;
    const char *key = ordinal <= 9 ? number(s, ordinal) : "";
    const char *seats = role == NOBODY ? "" : seats_word(s, role);
    struct rect side = rect_cut_right(&r, seats_widest(s) + ui_px(ui, 4));
    rect_cut_right(&r, ui_px(ui, 12));
    ui_text(ui, side, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_RIGHT, 0, seats);
    if (!ui_choice(ui, r, role_name(s, role), key, row->role == role ? UI_SELECTED : 0)) return;
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
    if (escaped) s->m->picking = -1;
}

static void team_column(struct setup *s, struct rect r)
{
    struct ui *ui = s->ui;
    team_part(s, &r);
    struct rect last = rect_cut_bottom(&r, ui_px(ui, FIELD));
    rect_cut_bottom(&r, ui_px(ui, 12));
    float rows = rows_height(s);
    if (rows < r.h) last.y = r.y + rows + ui_px(ui, 4);
    ui_scope_push(ui, "members");
    rows_draw(s, ui_scroll_begin(ui, "members", r, rows));
    ui_scroll_end(ui);
    ui_scope_pop(ui);
    add_row(s, last);
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
    struct rect inner = column_begin(s, "settings", middle, three ? game_height(s) : side_height(s, middle.w - bar));
    if (three) game_draw(s, &inner);
    else side_draw(s, &inner);
    ui_scroll_end(ui);
    if (!three) return;
    inner = column_begin(s, "room", right, room_height(s, right.w - bar));
    room_draw(s, &inner);
    ui_scroll_end(ui);
}

static void narrow_page(struct setup *s, struct rect r)
{
    struct ui *ui = s->ui;
    float width = r.w - ui_px(ui, 18), rows = rows_height(s);
    float height = team_height(s, width) + rows + ui_px(ui, FIELD + 32) + side_height(s, width);
    struct rect inner = ui_scroll_begin(ui, "set-up", r, height);
    inner.w = width;
    team_part(s, &inner);
    rows_draw(s, rect_cut_top(&inner, rows));
    add_row(s, rect_cut_top(&inner, ui_px(ui, FIELD)));
    page_gap(ui, &inner, 32);
    side_draw(s, &inner);
    ui_scroll_end(ui);
}

void setup_screen(struct ui *ui, const struct scenario *sc, struct setup_memory *m, struct wishes *wishes)
{
    struct setup s = {ui, sc, m, wishes};
    struct rect page = page_begin(ui);
    int wide = page_width(ui) >= 1000 && page_height(ui) >= 620;
    if (m->fresh) ui_focus(ui, UI_FIELD, text("setup.team"));
    m->fresh = 0;
    struct rect top = page_top(ui, &page);
    if (page_button(ui, &top, text("setup.back"), "Esc", 0)) {
        m->leaving = typed_anything(&s);
        if (!m->leaving) wish(wishes, WISH_BACK);
    }
    page_title(ui, top, sc->title, sc->organisation);
    foot_draw(&s, page_foot(ui, &page));
    page = rect_inset(page, ui_px(ui, wide ? 40 : 20), ui_px(ui, 24));
    page.h += ui_px(ui, 12);
    if (wide) wide_page(&s, page);
    else narrow_page(&s, page);
    if (m->picking >= 0) role_dialog(&s);
    if (m->leaving) leaving_dialog(&s);
}
