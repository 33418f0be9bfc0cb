#include "setup_parts.h"
#include "view/view_agenda.h"

/* How long it takes, what that holds, and how fast the clock runs. */

static const float CARD = 62, CARD_GAP = 8, STEP_ROW = 27;
static const enum preset presets[] = {PRESET_40, PRESET_90, PRESET_180, PRESET_240, PRESET_DAY, PRESET_WHOLE};
enum { PRESETS = sizeof presets / sizeof presets[0] };

/* --- lengths --- */

static const char *length_name(struct setup *s, enum preset preset)
{
    return text(arena_printf(ui_arena(s->ui), "setup.length.%s", preset_word((int32_t)preset)));
}

/* "2 rounds, with cards, charter, improve": what tells the lengths apart. */
static const char *length_holds(struct setup *s, const struct agenda *agenda)
{
    static const enum agenda_kind told[] = {AGENDA_CARDS, AGENDA_CHARTER, AGENDA_LEARNING, AGENDA_IMPROVE, AGENDA_MONDAY};
    struct arena *a = ui_arena(s->ui);
    const char *rounds = text_count(a, "app.rounds", agenda->rounds), *list = "";
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
        if (agenda_find(agenda, told[i], NOBODY) != NOBODY)
            list = arena_printf(a, "%s, %s", list, text(arena_printf(a, "setup.holds.%s", agenda_word((int32_t)told[i]))));
    int32_t rest = agenda_find(agenda, AGENDA_BREAK, NOBODY);
    if (rest != NOBODY)
        list = arena_printf(a, "%s, %s", list, text_fill(a, "setup.holds.break", "n", setup_number(s, agenda->steps[rest].minutes), NULL));
    return arena_printf(a, "%s%s", rounds, list);
}

static void length_card(struct setup *s, int which, struct rect r)
{
    struct ui *ui = s->ui;
    struct agenda agenda;
    enum preset preset = presets[which];
    const char *name = length_name(s, preset), *key = setup_number(s, which + 1);
    int chosen = s->m->preset == (int)preset;
    agenda_build(&agenda, s->sc, preset);
    if (ui_card(ui, r, name, key, chosen ? UI_SELECTED : 0))
        s->m->preset = (int)preset;
    r = rect_inset(r, ui_px(ui, 16), ui_px(ui, 8));
    struct rect cap = rect_cut_right(&r, ui_px(ui, 22));
    ui_keycap(ui, (struct rect){cap.x, cap.y + (cap.h - ui_px(ui, 22)) / 2, ui_px(ui, 22), ui_px(ui, 22)}, key);
    rect_cut_right(&r, ui_px(ui, 14));
    const char *sum = text_fill(ui_arena(ui), "setup.sum", "n", setup_number(s, agenda_minutes(&agenda)), NULL);
    struct rect top = rect_cut_top(&r, r.h / 2);
    ui_text(ui, rect_cut_right(&top, ui_text_width(ui, 14, WEIGHT_MEDIUM, sum) + 2), 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_RIGHT, 0, sum);
    ui_text(ui, top, 17, WEIGHT_SEMIBOLD, chosen ? THEME_TEAM : THEME_TEXT, ALIGN_LEFT, 0, name);
    ui_text(ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, length_holds(s, &agenda));
}

static void lengths_draw(struct setup *s, struct rect *r)
{
    struct ui *ui = s->ui;
    page_heading(ui, r, text("setup.length"));
    for (int i = 0; i < PRESETS; i++) {
        length_card(s, i, rect_cut_top(r, ui_px(ui, CARD)));
        page_gap(ui, r, CARD_GAP);
    }
    page_gap(ui, r, 14);
}

static float lengths_height(struct setup *s)
{
    return ui_leading(s->ui, 14) + ui_px(s->ui, 8 + 14 + (CARD + CARD_GAP) * PRESETS);
}

/* --- pace --- */

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

static const char *pace_words(struct setup *s)
{
    int minutes = longest_minutes(s);
    return text_count(ui_arena(s->ui), "setup.longest", minutes > 0 ? minutes : 1);
}

static void pace_draw(struct setup *s, struct rect *r)
{
    struct ui *ui = s->ui;
    page_heading(ui, r, text("setup.pace"));
    const char *value = text_fill(ui_arena(ui), "setup.pace-value", "n", setup_number(s, s->m->pace / 10), NULL);
    int step = ui_stepper(ui, rect_cut_top(r, ui_px(ui, SETUP_FIELD)), text("setup.pace"), value, "", "", 0);
    int wanted = s->m->pace / 10 * 10 + step * 10;
    if (step && wanted >= SETUP_PACE_LEAST && wanted <= SETUP_PACE_MOST)
        s->m->pace = wanted;
    page_gap(ui, r, 8);
    page_words(ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 2, pace_words(s));
}

static float pace_height(struct setup *s, float width)
{
    return page_words_height(s->ui, width, 14, WEIGHT_MEDIUM, 2, text("setup.pace")) + ui_px(s->ui, 8 + SETUP_FIELD + 8) +
           page_words_height(s->ui, width, 14, WEIGHT_REGULAR, 2, pace_words(s));
}

/* --- what it holds --- */

static const char *ends_words(struct setup *s, const struct agenda *agenda)
{
    int end = (s->m->minute + agenda_minutes(agenda)) % (24 * 60);
    const char *clock = arena_printf(ui_arena(s->ui), "%02d:%02d", end / 60, end % 60);
    return s->m->minute < 0 ? "" : text_fill(ui_arena(s->ui), "setup.ends", "time", clock, NULL);
}

static void steps_draw(struct setup *s, struct rect *r)
{
    struct ui *ui = s->ui;
    struct agenda agenda;
    agenda_build(&agenda, s->sc, (enum preset)s->m->preset);
    page_heading(ui, r, text("setup.agenda"));
    for (int32_t k = 0; k < agenda.count; k++) {
        const struct agenda_step *step = &agenda.steps[k];
        struct rect line = rect_cut_top(r, ui_px(ui, STEP_ROW)), minutes = rect_cut_left(&line, ui_px(ui, 64));
        int round = step->kind == AGENDA_ROUND;
        ui_text(ui, minutes, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0,
                text_fill(ui_arena(ui), "agenda.minutes", "n", setup_number(s, step->minutes), NULL));
        ui_text(ui, line, 15, round ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR, round ? THEME_TEAM : THEME_TEXT, ALIGN_LEFT, 0,
                view_agenda_name(ui_arena(ui), s->sc, step));
    }
    page_gap(ui, r, 8);
    page_words(ui, r, 15, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, ends_words(s, &agenda));
}

static float steps_height(struct setup *s)
{
    struct agenda agenda;
    agenda_build(&agenda, s->sc, (enum preset)s->m->preset);
    return ui_leading(s->ui, 14) + ui_px(s->ui, 8 + 8 + 6) + ui_px(s->ui, STEP_ROW) * (float)agenda.count + ui_leading(s->ui, 15) * 2;
}

void setup_workshop_draw(struct setup *s, struct rect r, int wide)
{
    struct ui *ui = s->ui;
    float height = lengths_height(s);
    if (wide) {
        struct rect side = rect_cut_right(&r, r.w * 0.36f);
        rect_cut_right(&r, ui_px(ui, 44));
        struct rect inner = setup_column(s, "steps", side, steps_height(s));
        steps_draw(s, &inner);
        ui_scroll_end(ui);
    } else {
        height += ui_px(ui, 28) + steps_height(s);
    }
    height += pace_height(s, setup_column_width(s, r));
    struct rect inner = setup_column(s, "lengths", r, height);
    lengths_draw(s, &inner);
    pace_draw(s, &inner);
    if (!wide) {
        page_gap(ui, &inner, 28);
        steps_draw(s, &inner);
    }
    ui_scroll_end(ui);
}
