/* Paints everything that game/draw can draw in every theme, to be looked at: bench_gallery FOLDER writes PNG files.
 * Without a folder it only says how long it took. */
#include "draw/chart.h"
#include "draw/list.h"
#include "draw/mark.h"
#include "draw/portrait.h"
#include "draw/theme.h"
#include "gfx/gfx.h"

#include <stdio.h>
#include <string.h>

static struct gfx *gfx;
static struct arena frame;
static const char *folder;
static int pictures;

static const struct portrait_look looks[] = {
    {.skin = 0xe9bf9a, .hair = 0x5a3a26, .clothes = 0xb9503a, .style = 2},
    {.skin = 0x8a5a3b, .hair = 0x17130f, .clothes = 0x2f7396, .style = 1, .beard = 1},
    {.skin = 0xd9a47a, .hair = 0x1f222c, .clothes = 0x7d5fa6, .style = 4},
    {.skin = 0xf0cdb2, .hair = 0x9c9488, .clothes = 0x4a5568, .style = 0, .glasses = 1},
    {.skin = 0xc68a5e, .hair = 0x2b1d14, .clothes = 0x3f7d5a, .style = 5, .glasses = 1},
    {.skin = 0xf2d2b6, .hair = 0xc8963e, .clothes = 0x2d6a8a, .style = 3},
    {.skin = 0xe0ac83, .hair = 0x6b4a2f, .clothes = 0x333f55, .style = 6, .beard = 1, .glasses = 1},
    {.skin = 0x7a4a2e, .hair = 0x2a7f78, .clothes = 0x2b3a55, .style = 7},
    {.skin = 0x4e2f20, .hair = 0x0f0c0b, .clothes = 0xd08a2e, .style = 1},
};
enum { LOOKS = sizeof looks / sizeof *looks };

static void text_at(struct draw_list *l, enum theme theme, float x, float y, float w, float size, enum draw_weight weight,
                    enum theme_token token, const char *words)
{
    struct draw_font font = {.size = size, .weight = weight};
    draw_text(l, (struct rect){x, y, w, size * 1.4f}, &font, theme_color(theme, token), ALIGN_LEFT, words);
}

static int save(struct draw_list *l, enum theme theme, int width, int height, const char *name)
{
    static const char *const themes[] = {"dark", "light", "learning"};
    struct gfx_surface *s = NULL;
    char path[400];
    snprintf(path, sizeof path, "%s/%s-%s.png", folder == NULL ? "." : folder, name, themes[theme]);
    if (gfx_window(gfx, &s, name, width, height, 0, 0) != ERR_NONE)
        return 1;
    gfx_paint(s, l, theme_color(theme, THEME_BACKGROUND));
    int failed = folder != NULL && gfx_shot(s, path) != ERR_NONE;
    pictures++;
    gfx_window_close(s);
    arena_reset(&frame);
    if (failed)
        fprintf(stderr, "%s could not be written\n", path);
    return failed;
}

static uint32_t ring_of(enum theme theme, enum expression face)
{
    static const enum theme_token tokens[FACE_COUNT] = {THEME_GOOD, THEME_GOOD, THEME_WARN, THEME_WARN, THEME_BAD};
    return theme_color(theme, tokens[face]);
}

static int portraits(enum theme theme, float radius, const char *name)
{
    struct draw_list l = {.arena = &frame};
    float step = radius * 2.3f;
    for (int look = 0; look < LOOKS; look++)
        for (int face = 0; face < FACE_COUNT; face++) {
            struct portrait_look p = looks[look];
            p.face = (enum expression)face;
            p.light = 1;
            p.ring = ring_of(theme, p.face);
            portrait_draw(&l, theme, &p, step * ((float)look + 0.5f), step * ((float)face + 0.5f), radius);
        }
    return save(&l, theme, (int)(step * LOOKS), (int)(step * FACE_COUNT), name);
}

/* The customers of a stage, from full light to none. */
static int lights(enum theme theme)
{
    struct draw_list l = {.arena = &frame};
    static const float light[4] = {0.35f, 1, 0.62f, 0};
    static const enum expression faces[4] = {FACE_FURIOUS, FACE_DELIGHTED, FACE_WORRIED, FACE_ANNOYED};
    for (int i = 0; i < 4; i++)
        portrait_halo(&l, theme, 270 + 460 * (float)i, 330, 83 + 38 * light[i], light[i]);
    for (int i = 0; i < 4; i++) {
        struct portrait_look p = looks[i];
        p.face = faces[i];
        p.light = light[i];
        p.ring = light[i] > 0 ? ring_of(theme, p.face) : theme_color(theme, THEME_LINE);
        portrait_draw(&l, theme, &p, 270 + 460 * (float)i, 330, 83 + 38 * light[i]);
    }
    return save(&l, theme, 1920, 700, "light");
}

static void paint_marks(struct draw_list *l, enum theme theme)
{
    static const enum theme_token tokens[4] = {THEME_BAD, THEME_WARN, THEME_GOOD, THEME_TEAM};
    for (int i = 0; i < ICON_COUNT; i++) {
        float x = 40 + 70 * (float)(i % 12), y = 40 + 70 * (float)(i / 12);
        draw_state_mark(l, (enum icon)i, (struct rect){x, y, 32, 32}, theme_color(theme, i < 4 ? tokens[i] : THEME_TEXT));
        draw_state_mark(l, (enum icon)i, (struct rect){x + 38, y + 16, 14, 14}, theme_color(theme, i < 4 ? tokens[i] : THEME_TEXT_DIM));
    }
}

static void paint_type(struct draw_list *l, enum theme theme)
{
    static const float sizes[] = {12, 13, 14, 16, 18, 22, 28, 32, 40, 56, 72};
    static const char *const samples[] = {"Regular Check-in hall B frozen", "Medium Check-in hall B", "Semibold Check-in", "Bold 14:32"};
    float y = 200;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        for (int w = 0; w < 4; w++)
            text_at(l, theme, 40 + 460 * (float)w, y, 440, sizes[i], (enum draw_weight)w, w == 1 ? THEME_TEXT_DIM : w == 2 ? THEME_TEXT_FAINT : THEME_TEXT, samples[w]);
        y += sizes[i] * 1.5f;
    }
    struct draw_font tab = {.size = 28, .weight = WEIGHT_BOLD, .tabular = 1};
    draw_text(l, (struct rect){1300, 40, 300, 40}, &tab, theme_color(theme, THEME_TEXT), ALIGN_LEFT, "11:11 of 14:32");
    draw_text(l, (struct rect){1300, 76, 300, 40}, &tab, theme_color(theme, THEME_TEXT), ALIGN_LEFT, "08:08 of 10:10");
    text_at(l, theme, 1300, 116, 580, 28, WEIGHT_BOLD, THEME_TEXT, "11:11 of 14:32 proportional");
    static const char *const scripts = "日本語と한국어 שלום 123 עולם, مرحبا بالعالم नमस्ते สวัสดี 😀👩‍💻🇳🇱❤️ Ελλάδα Привет é ñ ß ‘quotes’ – dash";
    text_at(l, theme, 40, y, 1800, 26, WEIGHT_REGULAR, THEME_TEXT, scripts);
    text_at(l, theme, 40, y + 40, 1800, 26, WEIGHT_BOLD, THEME_TEXT, scripts);
}

static void paint_tokens(struct draw_list *l, enum theme theme)
{
    static const struct { enum theme_token panel, color; const char *words; } pills[] = {
        {THEME_BAD_PANEL, THEME_BAD, "update overdue"}, {THEME_WARN_PANEL, THEME_WARN, "fix promised 14:35"},
        {THEME_GOOD_PANEL, THEME_GOOD, "Involving"}, {THEME_NEUTRAL_PANEL, THEME_NEUTRAL, "next update 14:45"},
        {THEME_LEARN_PANEL, THEME_LEARN, "Third time today"}, {THEME_TEAM, THEME_ON_TEAM, "Ask the customer"},
        {THEME_LEARN, THEME_ON_LEARN, "Learning moment"}, {THEME_SPEECH, THEME_ON_SPEECH, "Is anyone on it?"},
        {THEME_RAISED, THEME_TEXT, "Call back"}, {THEME_RAISED_HOVER, THEME_TEXT, "Call back, hover"},
        {THEME_SELECTED, THEME_TEXT, "Selected row"}, {THEME_KEYCAP, THEME_TEXT_DIM, "Esc"},
        {THEME_PANEL, THEME_TEAM, "Sanne, until 14:44"}, {THEME_PANEL, THEME_CUSTOMER, "Customer"},
    };
    for (size_t i = 0; i < sizeof pills / sizeof *pills; i++) {
        struct rect r = {40 + 230 * (float)(i % 8), 40 + 60 * (float)(i / 8), 210, 44};
        struct draw_font font = {.size = 18, .weight = WEIGHT_SEMIBOLD};
        draw_rect(l, r, 10, theme_color(theme, pills[i].panel));
        draw_text(l, r, &font, theme_color(theme, pills[i].color), ALIGN_CENTER, pills[i].words);
    }
}

static int types(enum theme theme)
{
    struct draw_list l = {.arena = &frame};
    paint_marks(&l, theme);
    paint_type(&l, theme);
    return save(&l, theme, 1920, 980, "type");
}

static int charts(enum theme theme)
{
    struct draw_list l = {.arena = &frame};
    paint_tokens(&l, theme);
    static const struct chart_promise promises[] = {
        {50400, 50700, 50650, PROMISE_MARK_KEPT, "Call Mara back"}, {50500, 51000, 51400, PROMISE_MARK_LATE, "Update to Ines"},
        {50900, 52200, -1, PROMISE_MARK_DROPPED, "Fix by 14:30, check-in hall B"}, {51500, 52800, 52000, PROMISE_MARK_MOVED, "Belt 3 running again"},
        {52400, 53700, -1, PROMISE_MARK_OPEN, "Next update to Joseph"}};
    struct rect panel = {40, 180, 900, 300};
    draw_rect(&l, panel, 16, theme_color(theme, THEME_PANEL));
    chart_promises(&l, theme, rect_inset(panel, 24, 20), 1.2f, promises, 5, 50400, 54000);
    static const int delivered[] = {71, 82, -1, 100}, perceived[] = {48, 52, 60, 0};
    static const char *const groups[] = {"Warm-up", "Morning", "Afternoon", "Evening"};
    struct chart_series series[2] = {{"Targets met", delivered, 4, theme_color(theme, THEME_TEAM)},
                                     {"Trust and satisfaction", perceived, 4, theme_color(theme, THEME_CUSTOMER)}};
    panel = (struct rect){980, 180, 900, 300};
    draw_rect(&l, panel, 16, theme_color(theme, THEME_PANEL));
    chart_columns(&l, theme, rect_inset(panel, 24, 20), 1.2f, groups, series, 2);
    for (int i = 0; i < 5; i++) {
        struct rect r = {40, 510 + 26 * (float)i, 200, 16};
        chart_pair(&l, theme, r, 25 * i, 100 - 24 * i, theme_color(theme, i % 2 ? THEME_GOOD : THEME_BAD));
        chart_bar(&l, theme, (struct rect){280, 514 + 26 * (float)i, 300, 8}, i, 4, theme_color(theme, THEME_TEAM));
    }
    struct rect box = {980, 510, 300, 120};
    draw_frame(&l, box, 12, 2, theme_color(theme, THEME_FOCUS));
    draw_wrapped(&l, rect_inset(box, 14, 10), &(struct draw_font){.size = 18}, theme_color(theme, THEME_TEXT), ALIGN_LEFT, 26, 4,
                 "Duty operations manager, wants to know before the wave and not during it; Donaudampfschifffahrtsgesellschaft, and much more that does not fit");
    return save(&l, theme, 1920, 680, "chart");
}

int main(int argc, char **argv)
{
    const char *message = "";
    folder = argc > 1 ? argv[1] : NULL;
    if (gfx_open(&gfx, &(struct gfx_options){.headless = 1}, &message) != ERR_NONE) {
        fprintf(stderr, "%s\n", message);
        return 1;
    }
    int failed = 0;
    uint64_t begun = gfx_milliseconds(gfx);
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        failed |= portraits((enum theme)theme, 45, "faces90") || portraits((enum theme)theme, 100, "faces200");
        failed |= lights((enum theme)theme) || types((enum theme)theme) || charts((enum theme)theme);
    }
    printf("%d pictures in %d ms\n", pictures, (int)(gfx_milliseconds(gfx) - begun));
    gfx_close(gfx);
    arena_release(&frame);
    return failed;
}
