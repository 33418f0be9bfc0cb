#include "screens/settings.h"
#include "page_parts.h"

static const float ROW = 46;
enum { ROWS = 9 };

struct form {
    struct ui *ui;
    const struct settings_chosen *chosen;
    struct wishes *wishes;
};

static struct rect row_begin(struct form *f, struct rect *r, const char *label)
{
    struct rect line = rect_cut_top(r, ui_px(f->ui, ROW));
    line.h -= ui_px(f->ui, 6);
    struct rect right = rect_cut_right(&line, line.w * 0.56f);
    ui_text(f->ui, line, 15, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, 0, label);
    return right;
}

static void theme_row(struct form *f, struct rect *r, const char *label, const char *window, enum theme now)
{
    struct ui *ui = f->ui;
    struct rect right = row_begin(f, r, label), dark = rect_cut_left(&right, (right.w - ui_px(ui, 8)) / 2);
    rect_cut_left(&right, ui_px(ui, 8));
    ui_scope_push(ui, window);
    int use_dark = ui_choice(ui, dark, text("start.dark"), "", now == THEME_LIGHT ? 0 : UI_SELECTED);
    int use_light = ui_choice(ui, right, text("start.light"), "", now == THEME_LIGHT ? UI_SELECTED : 0);
    ui_scope_pop(ui);
    if (use_dark || use_light)
        wish_text(f->wishes, WISH_THEME, window)->number = use_dark ? THEME_DARK : THEME_LIGHT;
}

static void scale_row(struct form *f, struct rect *r)
{
    struct ui *ui = f->ui;
    struct rect right = row_begin(f, r, text("start.text-size"));
    const char *value = text_fill(ui_arena(ui), "start.percent", "n", arena_printf(ui_arena(ui), "%d", f->chosen->scale), NULL);
    int wanted = f->chosen->scale + ui_stepper(ui, right, text("start.text-size"), value, "-", "+", 0) * 10;
    if (wanted != f->chosen->scale && wanted >= 100 && wanted <= 200)
        wish_number(f->wishes, WISH_SCALE, wanted);
}

static void check_row(struct form *f, struct rect *r, const char *key, const char *cap, int on, enum wish_kind kind, int number)
{
    struct rect line = rect_cut_top(r, ui_px(f->ui, ROW));
    line.h -= ui_px(f->ui, 6);
    if (ui_check(f->ui, line, text(key), cap, &on, 0))
        wish_number(f->wishes, kind, number);
}

void settings_dialog(struct ui *ui, const struct settings_chosen *chosen, struct wishes *wishes)
{
    struct form f = {ui, chosen, wishes};
    int escaped = 0;
    float height = ui_px(ui, ROW) * (float)ROWS;
    struct rect r = ui_modal_begin(ui, text("settings.title"), ui_px(ui, 560), height + ui_px(ui, 138), &escaped);
    struct rect bar = rect_cut_bottom(&r, ui_px(ui, 48));
    if (page_button(ui, &bar, text("settings.close"), "", UI_PRIMARY) || escaped)
        wish(wishes, WISH_SETTINGS);
    struct rect inner = ui_scroll_begin(ui, "settings", r, height);
    inner.w = r.w - ui_px(ui, 18);
    theme_row(&f, &inner, text("settings.stage"), "stage", chosen->stage);
    theme_row(&f, &inner, text("settings.console"), "console", chosen->console);
    scale_row(&f, &inner);
    check_row(&f, &inner, "start.sound", "S", !chosen->muted, WISH_MUTE, 0);
    check_row(&f, &inner, "start.motion", "M", chosen->motion, WISH_MOTION, 0);
    check_row(&f, &inner, "settings.full", "F11", chosen->full, WISH_FULL, 0);
    check_row(&f, &inner, "setup.show-promises", "P", chosen->show_promises, WISH_SHOW, SHOW_PROMISES);
    check_row(&f, &inner, "setup.show-scores", "C", chosen->show_scores, WISH_SHOW, SHOW_SCORES);
    check_row(&f, &inner, "setup.names", "N", chosen->names, WISH_SHOW, SHOW_NAMES);
    ui_scroll_end(ui);
    ui_modal_end(ui);
}
