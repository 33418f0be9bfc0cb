/*
 * Every widget in every state on one page, with the real fonts: nothing may be
 * cut or overlap at any theme and size of text. The pictures are left beside
 * the test programs as gallery-*.png, to be looked at.
 */
#include "fake.h"
#include "gfx/gfx.h"

#include <stdio.h>

struct gallery {
    struct ui *ui;
    struct ui_edit empty, name, note;
    int on, off;
};

static void buttons(struct ui *ui, struct rect r)
{
    static const struct {
        const char *label, *key;
        int flags;
    } all[] = {
        {"Call back", "A", 0},
        {"Ask the customer", "Q", UI_PRIMARY},
        {"Put someone on it", "W", 0},
        {"Close", "C", UI_DISABLED},
        {"Learning moment", "F8", UI_LEARN},
        {"End the session", "", UI_DANGER},
        {"Another line", "R", UI_QUIET},
        {"Start the round", "Enter", UI_PRIMARY | UI_CENTERED},
    };
    for (int i = 0; i < 8; i++) {
        struct rect row = rect_row(r, i / 2, 4, ui_px(ui, 8));
        ui_button(ui, rect_column(row, i % 2, 2, ui_px(ui, 8)), all[i].label, all[i].key, all[i].flags);
    }
}

static void fitted(struct ui *ui, struct rect r)
{
    float w = ui_button_width(ui, "Blank the stage", "F6", 0);
    float h = ui_px(ui, 37);
    ui_button(ui, (struct rect){r.x, r.y, w, h}, "Blank the stage", "F6", 0);
    ui_button(ui, (struct rect){r.x + w + ui_px(ui, 8), r.y, w * 0.9f, h}, "Blank the screen", "F6", 0);
    ui_button(ui, (struct rect){r.x, r.y + h + ui_px(ui, 8), w, ui_px(ui, 46)}, "Plays back what they have heard", "6",
              0);
    float large = ui_button_width(ui, "Resume", "Space", UI_LARGE);
    ui_button(ui, (struct rect){r.x + w + ui_px(ui, 8), r.y + h + ui_px(ui, 8), large, ui_px(ui, 46)}, "Resume",
              "Space", UI_LARGE);
}

static void choices(struct ui *ui, struct rect r)
{
    static const char *const labels[] = {"do not know", "finding out",   "know why",
                                         "way around",  "under control", "fixed"};
    float x = r.x, h = ui_px(ui, 30);
    for (int i = 0; i < 6; i++) {
        char key[2] = {(char)('1' + i), '\0'};
        float w = ui_choice_width(ui, labels[i], key, UI_SMALL);
        if (x + w > r.x + r.w) {
            x = r.x;
            r.y += h + ui_px(ui, 6);
        }
        int flags = UI_SMALL | (i == 4 ? UI_SELECTED : i == 5 ? UI_DISABLED : 0);
        ui_choice(ui, (struct rect){x, r.y, w, h}, labels[i], key, flags);
        x += w + ui_px(ui, 6);
    }
}

static void checks(struct ui *ui, struct rect r, struct gallery *g)
{
    ui_check(ui, rect_row(r, 0, 3, 0), "The promise board", "P", &g->on, 0);
    ui_check(ui, rect_row(r, 1, 3, 0), "Scores during the round", "", &g->off, 0);
    ui_check(ui, rect_row(r, 2, 3, 0), "Full screen", "F11", &g->on, UI_DISABLED);
}

static void rows(struct ui *ui, struct rect r)
{
    static const char *const names[] = {"Check-in hall B frozen", "Bag belt 3", "Stand change for gate C",
                                        "Payment terminals slow", "Press officer wants one line"};
    float h = ui_px(ui, 38);
    struct rect pane = ui_scroll_begin(ui, "incidents", r, 5 * h);
    for (int i = 0; i < 5; i++) {
        struct rect row = {pane.x, pane.y + (float)i * h, pane.w, h - 2};
        char key[2] = {(char)('1' + i), '\0'};
        ui_row(ui, row, names[i], key, i == 0 ? UI_SELECTED : 0);
        row = rect_inset(row, ui_px(ui, 10), 0);
        struct rect cap = rect_cut_left(&row, ui_keycap_width(ui, key));
        ui_keycap(ui, rect_inset(cap, 0, (cap.h - ui_px(ui, 22)) / 2), key);
        rect_cut_left(&row, ui_px(ui, 10));
        static const char *const pills[] = {"update overdue 4 min", "fix promised 14:35", "next update 14:45", "new",
                                            "done"};
        static const enum theme_token on[] = {THEME_BAD, THEME_WARN, THEME_NEUTRAL, THEME_NEUTRAL, THEME_GOOD};
        static const enum theme_token panel[] = {THEME_BAD_PANEL, THEME_WARN_PANEL, THEME_NEUTRAL_PANEL,
                                                 THEME_NEUTRAL_PANEL, THEME_GOOD_PANEL};
        struct rect pill = rect_cut_right(&row, ui_pill_width(ui, 12, pills[i]));
        ui_pill(ui, pill.x, pill.y + (pill.h - ui_pill_height(ui, 12)) / 2, 12, on[i], panel[i], pills[i]);
        ui_text(ui, row, 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, names[i]);
    }
    ui_scroll_end(ui);
}

static void cards(struct ui *ui, struct rect r)
{
    for (int i = 0; i < 3; i++) {
        struct rect c = rect_column(r, i, 3, ui_px(ui, 10));
        static const char *const titles[] = {"The last flight out", "A chosen pack", "Third time today"};
        ui_card(ui, c, titles[i], "", i == 1 ? UI_SELECTED : i == 2 ? UI_LEARN : 0);
        struct rect inner = rect_inset(c, ui_px(ui, 14), ui_px(ui, 12));
        ui_text(ui, rect_cut_top(&inner, ui_leading(ui, 15)), 15, WEIGHT_SEMIBOLD, i == 2 ? THEME_LEARN : THEME_TEXT,
                ALIGN_LEFT, 0, titles[i]);
        ui_text(ui, inner, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 3, "An airport in a storm. Two rounds.");
    }
}

static void tabs(struct ui *ui, struct rect r)
{
    static const char *const names[] = {"Run sheet", "Team", "Business", "Evidence"};
    for (int i = 0; i < 4; i++)
        ui_tab(ui, rect_column(r, i, 4, ui_px(ui, 4)), names[i], "", i == 1 ? UI_SELECTED : 0);
}

static void gallery(struct ui *ui, struct gallery *g, float width)
{
    struct rect r = rect_inset((struct rect){0, 0, width, ui_px(ui, 720)}, ui_px(ui, 24), ui_px(ui, 20));
    struct rect left = rect_cut_left(&r, ui_px(ui, 440));
    rect_cut_left(&r, ui_px(ui, 32));
    ui_text(ui, rect_cut_top(&left, ui_px(ui, 24)), 13, WEIGHT_SEMIBOLD, THEME_TEXT_DIM, ALIGN_LEFT, 0, "Team does");
    buttons(ui, rect_cut_top(&left, ui_px(ui, 37 * 4 + 24)));
    rect_cut_top(&left, ui_px(ui, 12));
    fitted(ui, rect_cut_top(&left, ui_px(ui, 94)));
    rect_cut_top(&left, ui_px(ui, 12));
    choices(ui, rect_cut_top(&left, ui_px(ui, 72)));
    rect_cut_top(&left, ui_px(ui, 12));
    checks(ui, rect_cut_top(&left, ui_px(ui, 100)), g);
    rect_cut_top(&left, ui_px(ui, 12));
    struct rect steps = rect_cut_top(&left, ui_px(ui, 36));
    ui_stepper(ui, rect_cut_left(&steps, ui_px(ui, 170)), "Pace", "1 min = 6 s", "-", "+", 0);
    rect_cut_left(&steps, ui_px(ui, 12));
    ui_stepper(ui, rect_cut_left(&steps, ui_px(ui, 120)), "Tables", "5", "", "", UI_DISABLED);
    ui_text(ui, rect_cut_top(&r, ui_px(ui, 24)), 13, WEIGHT_SEMIBOLD, THEME_TEXT_DIM, ALIGN_LEFT, 0, "Open incidents");
    rows(ui, rect_cut_top(&r, ui_px(ui, 150)));
    rect_cut_top(&r, ui_px(ui, 16));
    cards(ui, rect_cut_top(&r, ui_px(ui, 110)));
    rect_cut_top(&r, ui_px(ui, 16));
    ui_field(ui, rect_cut_top(&r, ui_px(ui, 38)), "Team", &g->empty, "Name of the team", 0);
    rect_cut_top(&r, ui_px(ui, 10));
    ui_field(ui, rect_cut_top(&r, ui_px(ui, 38)), "Name", &g->name, "", 0);
    rect_cut_top(&r, ui_px(ui, 10));
    g->note.multiline = 1;
    ui_field(ui, rect_cut_top(&r, ui_px(ui, 84)), "Note", &g->note, "", 0);
    rect_cut_top(&r, ui_px(ui, 16));
    tabs(ui, rect_cut_top(&r, ui_px(ui, 36)));
}

static void gallery_dialog(struct ui *ui)
{
    int escaped;
    struct rect r = ui_modal_begin(ui, "Close it without asking?", ui_px(ui, 460), ui_px(ui, 190), &escaped);
    rect_cut_top(&r, ui_text(ui, r, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 3,
                             "Nobody has asked Mara whether it works for her. The team may close it all the same.") +
                         ui_px(ui, 16));
    struct rect line = rect_cut_bottom(&r, ui_px(ui, 38));
    ui_button(ui, rect_cut_left(&line, ui_button_width(ui, "Close it", "Enter", UI_PRIMARY)), "Close it", "Enter",
              UI_PRIMARY);
    rect_cut_left(&line, ui_px(ui, 8));
    ui_button(ui, rect_cut_left(&line, ui_button_width(ui, "Ask first", "A", 0)), "Ask first", "A", 0);
    ui_modal_end(ui);
}

static void assert_whole_and_apart(const struct ui *ui, float width, float height)
{
    for (int i = 0; i < ui_item_count(ui); i++) {
        const struct ui_item *a = ui_item_at(ui, i);
        if (a->clipped)
            print_error("\"%s\" is cut\n", a->label);
        assert_false(a->clipped);
        assert_true(a->box.x >= 0 && a->box.x + a->box.w <= width && a->box.y >= 0 &&
                    a->box.y + a->box.h <= height * 2);
        for (int j = 0; a->focusable && j < i; j++) {
            const struct ui_item *b = ui_item_at(ui, j);
            struct rect meet = ui_rect_meet(a->box, b->box);
            assert_true(!b->focusable || meet.w <= 0.01f || meet.h <= 0.01f ||
                        (a->role == UI_ROW) != (b->role == UI_ROW));
        }
    }
}

static void show(struct gfx *gfx, struct gallery *g, float scale, enum theme theme, int dialog)
{
    struct draw_metrics metrics = gfx_metrics(gfx);
    struct gfx_surface *surface = NULL;
    struct arena arena = {0};
    int width = (int)(1080 * scale), height = (int)(720 * scale);
    g->ui = ui_create(&metrics, NULL);
    ui_set_scale(g->ui, scale);
    ui_set_theme(g->ui, theme);
    assert_int_equal(gfx_window(gfx, &surface, "gallery", width, height, 0, 0), ERR_NONE);
    struct draw_list list = {0};
    for (int run = 0; run < 4; run++) {
        list = (struct draw_list){.arena = &arena};
        struct ui_input move = {.kind = run == 1 ? UI_INPUT_MOVE : UI_INPUT_NONE, .x = 60 * scale, .y = 150 * scale};
        ui_begin(g->ui, &list, (float)width, (float)height, &move);
        gallery(g->ui, g, (float)width);
        if (dialog)
            gallery_dialog(g->ui);
        if (run == 0 && !dialog)
            ui_focus(g->ui, theme == THEME_DARK ? UI_BUTTON : UI_FIELD,
                     theme == THEME_DARK ? "Put someone on it" : "Name");
        ui_end(g->ui);
    }
    gfx_paint(surface, &list, theme_color(theme, THEME_BACKGROUND));
    char path[100];
    snprintf(path, sizeof path, "gallery-%s-%d%s.png",
             theme == THEME_DARK    ? "dark"
             : theme == THEME_LIGHT ? "light"
                                    : "learning",
             (int)(scale * 100), dialog ? "-dialog" : "");
    assert_int_equal(gfx_shot(surface, path), ERR_NONE);
    assert_whole_and_apart(g->ui, (float)width, (float)height);
    gfx_window_close(surface);
    ui_destroy(g->ui);
    arena_release(&arena);
}

static void test_all_widgets_in_all_themes_and_sizes(void **state)
{
    (void)state;
    struct gfx *gfx = NULL;
    const char *message = "", *source = getenv("MOMENT_SOURCE");
    char data[1000];
    snprintf(data, sizeof data, "%s/assets", source == NULL ? "." : source);
    assert_int_equal(gfx_open(&gfx, &(struct gfx_options){.data = data, .headless = 1, .silent = 1}, &message),
                     ERR_NONE);
    struct gallery g = {.on = 1};
    ui_edit_set(&g.name, "Mara Lindqvist, duty operations manager");
    ui_edit_set(&g.note, "Tom asked: who uses this, in fact? Nobody knew. That is worth a learning moment.");
    g.note.multiline = 1;
    g.name.anchor = 5;
    for (int theme = 0; theme < THEME_COUNT; theme++)
        for (int half = 2; half <= 4; half++) {
            show(gfx, &g, (float)half / 2, (enum theme)theme, 0);
            show(gfx, &g, (float)half / 2, (enum theme)theme, 1);
        }
    ui_edit_release(&g.empty);
    ui_edit_release(&g.name);
    ui_edit_release(&g.note);
    gfx_close(gfx);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_all_widgets_in_all_themes_and_sizes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
