#include "setup_parts.h"

static const float ROLE_ROW = 30;

const char *setup_number(struct setup *s, int n)
{
    return arena_printf(ui_arena(s->ui), "%d", n);
}

const char *setup_role_name(struct setup *s, role_id role)
{
    return role >= 0 && role < s->sc->role_count ? s->sc->roles[role].name : text("setup.any-role");
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

/* Real minutes of the longest round at this pace. */
static int longest_minutes(struct setup *s)
{
    int32_t most = 0;
    for (int i = 0; i < s->sc->round_count; i++) {
        int32_t span = s->sc->rounds[i].to - s->sc->rounds[i].from;
        if (span > most)
            most = span;
    }
    return (most / 60 * s->m->pace / 10 + 30) / 60;
}

static void pace_part(struct setup *s, struct rect *r)
{
    struct ui *ui = s->ui;
    page_heading(ui, r, text("setup.pace"));
    const char *value = text_fill(ui_arena(ui), "setup.pace-value", "n", setup_number(s, s->m->pace / 10), NULL);
    int step = ui_stepper(ui, rect_cut_top(r, ui_px(ui, SETUP_FIELD)), text("setup.pace"), value, "", "", 0);
    int wanted = s->m->pace / 10 * 10 + step * 10;
    if (step && wanted >= SETUP_PACE_LEAST && wanted <= SETUP_PACE_MOST)
        s->m->pace = wanted;
    page_gap(ui, r, 8);
    int minutes = longest_minutes(s);
    page_words(ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 2,
               text_count(ui_arena(ui), "setup.longest", minutes > 0 ? minutes : 1));
    page_gap(ui, r, 22);
}

static void stage_part(struct setup *s, struct rect *r)
{
    struct ui *ui = s->ui;
    page_heading(ui, r, text("setup.stage"));
    struct rect line = rect_cut_top(r, ui_px(ui, SETUP_FIELD));
    struct rect dark = rect_cut_left(&line, (line.w - ui_px(ui, 8)) / 2);
    rect_cut_left(&line, ui_px(ui, 8));
    if (ui_choice(ui, dark, text("setup.dark"), "", s->m->stage_theme == THEME_LIGHT ? 0 : UI_SELECTED))
        s->m->stage_theme = THEME_DARK;
    if (ui_choice(ui, line, text("setup.light"), "", s->m->stage_theme == THEME_LIGHT ? UI_SELECTED : 0))
        s->m->stage_theme = THEME_LIGHT;
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
    if (s->sc->tag_count == 0)
        return;
    page_heading(ui, r, text("setup.topics"));
    for (int i = 0; i < s->sc->tag_count; i++) {
        uint32_t bit = (uint32_t)1 << i;
        int out = (s->m->left_out & bit) != 0;
        if (ui_check(ui, rect_cut_top(r, ui_px(ui, 38)), s->sc->tags[i], "", &out, 0))
            s->m->left_out ^= bit;
    }
    page_gap(ui, r, 22);
}

static const char *const agreement[] = {"setup.agree.kept", "setup.agree.report", "setup.agree.managers",
                                        "setup.agree.dispute"};
enum { AGREEMENTS = sizeof agreement / sizeof agreement[0] };

static float agreement_height(struct setup *s, float width)
{
    struct ui *ui = s->ui;
    float inner = width - ui_px(ui, 36),
          height = ui_px(ui, 36) + page_words_height(ui, inner, 15, WEIGHT_SEMIBOLD, 2, text("setup.agree"));
    for (int i = 0; i < AGREEMENTS; i++)
        height += ui_px(ui, 9) + page_words_height(ui, inner, 15, WEIGHT_REGULAR, 6, text(agreement[i]));
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

float setup_game_height(struct setup *s)
{
    struct ui *ui = s->ui;
    float heading = ui_leading(ui, 14) + ui_px(ui, 8);
    float height = heading + ui_px(ui, ROLE_ROW) * (float)s->sc->role_count + ui_px(ui, 22);
    height += heading + ui_px(ui, SETUP_FIELD + 8 + 22) + ui_leading(ui, 14) * 2;
    return height + heading + ui_px(ui, SETUP_FIELD + 8 + 8 + 38 + 38 + 22) + ui_leading(ui, 14) * 5;
}

float setup_room_height(struct setup *s, float width)
{
    struct ui *ui = s->ui;
    float topics = s->sc->tag_count
                       ? page_words_height(ui, width, 14, WEIGHT_MEDIUM, 2, text("setup.topics")) + ui_px(ui, 8 + 22)
                       : 0;
    return topics + ui_px(ui, 38) * (float)s->sc->tag_count + agreement_height(s, width);
}

void setup_game_draw(struct setup *s, struct rect *r)
{
    roles_part(s, r);
    pace_part(s, r);
    stage_part(s, r);
}

void setup_room_draw(struct setup *s, struct rect *r)
{
    topics_part(s, r);
    agreement_part(s, r);
}
