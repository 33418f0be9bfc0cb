#include "screens/leave.h"
#include "page_parts.h"

/* Where it is found again, and what becomes of a round that runs. */
static const char *kept_words(struct ui *ui, const struct leave_memory *m)
{
    const char *key = m->finished ? "leave.kept-finished" : m->running ? "leave.kept-round" : "leave.kept";
    return text_fill(ui_arena(ui), key, "team", m->team, "place", text(m->finished ? "start.recent" : "start.resume"), NULL);
}

/* A question, not a notice: it is left by an answer. */
void leave_ask(struct ui *ui, struct leave_memory *m, struct wishes *wishes)
{
    float width = ui_px(ui, 560);
    const char *words = kept_words(ui, m);
    float height = page_words_height(ui, width - ui_px(ui, 66), 16, WEIGHT_REGULAR, 10, words);
    struct rect r = ui_modal_begin(ui, text("leave.title"), width, height + ui_px(ui, 140), NULL);
    struct rect bar = rect_cut_bottom(&r, ui_px(ui, 48));
    if (page_button(ui, &bar, text("leave.go"), "Enter", UI_PRIMARY)) {
        m->open = 0;
        wish(wishes, WISH_LEAVE);
    }
    if (page_button(ui, &bar, text("leave.stay"), "Esc", 0))
        m->open = 0;
    struct rect inner = ui_scroll_begin(ui, "kept", r, height);
    page_words(ui, &inner, 16, WEIGHT_REGULAR, THEME_TEXT, 10, words);
    ui_scroll_end(ui);
    ui_modal_end(ui);
}
