#include "screens/problem.h"
#include "page_parts.h"

struct problem_look {
    const char *word;
    enum theme_token color;
};

static const struct problem_look looks[PROBLEM_COUNT] = {{"not-stored", THEME_BAD},
                                                         {"damaged", THEME_BAD},
                                                         {"busy", THEME_WARN},
                                                         {"unreadable", THEME_BAD},
                                                         {"newer", THEME_WARN},
                                                         {"read-only", THEME_WARN}};

static const char *words(struct ui *ui, const struct problem *p, const char *part)
{
    return text(arena_printf(ui_arena(ui), "problem.%s.%s", looks[p->kind].word, part));
}

static void section(struct ui *ui, struct rect *r, const char *heading, const char *body)
{
    if (!body[0])
        return;
    page_gap(ui, r, 22);
    page_words(ui, r, 15, WEIGHT_MEDIUM, THEME_TEXT_DIM, 1, heading);
    page_gap(ui, r, 4);
    page_words(ui, r, 18, WEIGHT_REGULAR, THEME_TEXT, 8, body);
}

static void body_draw(struct ui *ui, const struct problem *p, struct rect r)
{
    struct draw_font icon = {.size = 52 * ui_scale(ui), .weight = WEIGHT_ICON};
    draw_text(ui_list(ui), rect_cut_top(&r, ui_px(ui, 60)), &icon, page_color(ui, looks[p->kind].color), ALIGN_LEFT,
              icon_text(ICON_WARNING));
    page_gap(ui, &r, 14);
    page_words(ui, &r, 34, WEIGHT_BOLD, THEME_TEXT, 3, words(ui, p, "title"));
    section(ui, &r, text("problem.what"), words(ui, p, "what"));
    section(ui, &r, text("problem.detail"), p->detail);
    section(ui, &r, text("problem.do"), words(ui, p, "do"));
    section(ui, &r, text("problem.file"), p->path);
    if (!p->done[0])
        return;
    page_gap(ui, &r, 22);
    page_words(ui, &r, 18, WEIGHT_SEMIBOLD, THEME_GOOD, 4, p->done);
}

static float section_height(struct ui *ui, float width, const char *body)
{
    return body[0] ? ui_px(ui, 26) + ui_leading(ui, 15) + page_words_height(ui, width, 18, WEIGHT_REGULAR, 8, body) : 0;
}

static float body_height(struct ui *ui, const struct problem *p, float width)
{
    return ui_px(ui, 74) + page_words_height(ui, width, 34, WEIGHT_BOLD, 3, words(ui, p, "title")) +
           section_height(ui, width, words(ui, p, "what")) + section_height(ui, width, p->detail) +
           section_height(ui, width, words(ui, p, "do")) + section_height(ui, width, p->path) +
           (p->done[0] ? ui_px(ui, 22) + page_words_height(ui, width, 18, WEIGHT_SEMIBOLD, 4, p->done) : 0);
}

static int button(struct ui *ui, struct rect *line, const char *label, const char *key, int flags)
{
    struct rect r = rect_cut_left(line, ui_button_width(ui, label, key, flags));
    rect_cut_left(line, ui_px(ui, 12));
    return ui_button(ui, r, label, key, flags);
}

/* The first button is the way on; it has the Enter key. */
static void buttons_draw(struct ui *ui, const struct problem *p, struct rect line, struct wishes *wishes)
{
    const int first = UI_LARGE | UI_PRIMARY;
    if (p->kind == PROBLEM_NOT_STORED) {
        if (button(ui, &line, text("problem.retry"), "Enter", first))
            wish(wishes, WISH_RETRY);
        if (button(ui, &line, text("problem.quit"), "Ctrl+Q", UI_LARGE))
            wish(wishes, WISH_QUIT);
        return;
    }
    if (p->kind == PROBLEM_DAMAGED) {
        if (button(ui, &line, text("problem.salvage"), "Enter", first))
            wish_text(wishes, WISH_SALVAGE, p->path);
    } else if (p->kind != PROBLEM_NEWER) {
        if (button(ui, &line, text("problem.again"), "Enter", first))
            wish_text(wishes, WISH_OPEN, p->path);
    }
    if (button(ui, &line, text("problem.back"), "Esc", UI_LARGE))
        wish(wishes, WISH_BACK);
}

void problem_screen(struct ui *ui, const struct problem *p, struct wishes *wishes)
{
    struct rect page = page_begin(ui);
    float most = ui_px(ui, 780), width = page.w - ui_px(ui, 48), foot = ui_px(ui, 48 + 32);
    if (width > most)
        width = most;
    float height = body_height(ui, p, width - ui_px(ui, 18)) + ui_px(ui, 8),
          spare = page.h - height - foot - ui_px(ui, 48);
    struct rect r = {page.x + (page.w - width) / 2, page.y + ui_px(ui, 24) + (spare > 0 ? spare * 0.42f : 0), width,
                     spare > 0 ? height : page.h - foot - ui_px(ui, 48)};
    struct rect inner = ui_scroll_begin(ui, "problem", r, height);
    body_draw(ui, p, inner);
    ui_scroll_end(ui);
    buttons_draw(ui, p, (struct rect){r.x, r.y + r.h + ui_px(ui, 28), r.w, ui_px(ui, 48)}, wishes);
}
