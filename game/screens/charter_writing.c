/* Writing a line of the charter: a slogan is asked what would be seen, and every line who will notice. */
#include "charter_parts.h"

#include <stdio.h>

static const char *field_label(struct charter_desk *d)
{
    if (d->m->slot == NOBODY) return text("charter.own");
    return text_fill(ui_arena(d->ui), "charter.edit", "n", arena_printf(ui_arena(d->ui), "%d", (int)d->m->slot + 1), NULL);
}

void charter_writing_begin(struct charter_desk *d, int32_t slot)
{
    const struct charter_line *line = charter_line_in(d, slot);
    d->m->slot = line ? slot : NOBODY;
    d->m->sight = CHARTER_SEEN;
    ui_edit_set(&d->m->words, line ? line->words : "");
    ui_focus(d->ui, UI_FIELD, field_label(d));
}

void charter_writing_end(struct charter_desk *d)
{
    d->m->slot = NOBODY;
    d->m->sight = CHARTER_SEEN;
    d->m->tying = 0;
    ui_edit_set(&d->m->words, "");
    ui_focus_clear(d->ui);
}

/* The field gives its focus away before the dialog does: it is not to come back to it with the next line's keys. */
static void tie_begin(struct charter_desk *d)
{
    d->m->sight = CHARTER_SEEN;
    d->m->tying = 1;
    ui_focus_clear(d->ui);
}

/* Nothing stands in the way of a line that can be seen. */
static void entered(struct charter_desk *d)
{
    const char *line = ui_edit_text(&d->m->words), *word;
    if (!line[0]) return;
    d->m->sight = charter_look(ui_arena(d->ui), line, &word);
    snprintf(d->m->word, sizeof d->m->word, "%s", word);
    if (d->m->sight == CHARTER_SEEN) tie_begin(d);
    else d->m->asked = 1;
}

/* --- the question --- */

static const char *question(struct charter_desk *d)
{
    return d->m->sight == CHARTER_ABSTRACT ? text_fill(ui_arena(d->ui), "charter.ask-abstract", "word", d->m->word, NULL) : text("charter.ask-unseen");
}

static float question_height(struct charter_desk *d, float width)
{
    if (d->m->sight == CHARTER_SEEN) return 0;
    float inner = width - ui_px(d->ui, 32);
    return page_words_height(d->ui, inner, 20, WEIGHT_BOLD, 3, question(d)) + page_words_height(d->ui, inner, 14, WEIGHT_REGULAR, 3, text("charter.ask-how")) +
           ui_px(d->ui, 14 + 4 + 10 + 38 + 14 + 10);
}

static void question_draw(struct charter_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    float height = question_height(d, r->w);
    if (height <= 0) return;
    struct rect box = rect_cut_top(r, height - ui_px(ui, 10));
    page_gap(ui, r, 10);
    draw_rect(ui_list(ui), box, ui_px(ui, 12), page_color(ui, THEME_LEARN_PANEL));
    box = rect_inset(box, ui_px(ui, 16), ui_px(ui, 14));
    page_words(ui, &box, 20, WEIGHT_BOLD, THEME_TEXT, 3, question(d));
    page_gap(ui, &box, 4);
    page_words(ui, &box, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, text("charter.ask-how"));
    page_gap(ui, &box, 10);
    struct rect line = rect_cut_top(&box, ui_px(ui, 38));
    if (ui_button(ui, rect_cut_left(&line, ui_button_width(ui, text("charter.keep"), "Ctrl+Enter", 0)), text("charter.keep"), "Ctrl+Enter", 0))
        tie_begin(d);
}

/* --- the field and its buttons --- */

struct choice { const char *label, *key; int flags; };

static int choices(struct charter_desk *d, struct choice out[3])
{
    int typed = ui_edit_text(&d->m->words)[0] != '\0', typing = ui_typing(d->ui), full = d->view->free_slot == NOBODY;
    if (d->m->slot == NOBODY) {
        out[0] = typed || typing ? (struct choice){text("charter.put"), "Enter", typed ? UI_PRIMARY : UI_DISABLED}
                                 : (struct choice){text("charter.write"), "N", full ? UI_DISABLED : 0};
        return 1;
    }
    out[0] = (struct choice){text("charter.put"), "Enter", typed ? UI_PRIMARY : UI_DISABLED};
    out[1] = (struct choice){text("charter.remove"), "Ctrl+D", UI_DANGER};
    out[2] = (struct choice){text("charter.leave"), "", 0};
    return 3;
}

static int buttons_lines(struct charter_desk *d, float width)
{
    struct choice all[3];
    int count = choices(d, all), lines = 1;
    float x = 0;
    for (int i = 0; i < count; i++) {
        float w = ui_button_width(d->ui, all[i].label, all[i].key, 0);
        lines += x > 0 && x + w > width;
        x = x > 0 && x + w > width ? w : x + w;
        x += ui_px(d->ui, 8);
    }
    return lines;
}

static void used(struct charter_desk *d, int which)
{
    if (d->m->slot == NOBODY && !ui_edit_text(&d->m->words)[0]) charter_writing_begin(d, NOBODY);
    else if (which == 0) entered(d);
    else {
        if (which == 1) charter_say(d, d->m->slot, NOBODY, "");
        charter_writing_end(d);
    }
}

static void buttons_draw(struct charter_desk *d, struct rect r)
{
    struct choice all[3];
    int count = choices(d, all), pressed = -1;
    struct rect line = rect_cut_top(&r, ui_px(d->ui, 38));
    for (int i = 0; i < count; i++) {
        float w = ui_button_width(d->ui, all[i].label, all[i].key, 0);
        if (i > 0 && w > line.w) {
            page_gap(d->ui, &r, 8);
            line = rect_cut_top(&r, ui_px(d->ui, 38));
        }
        if (ui_button(d->ui, rect_cut_left(&line, w), all[i].label, all[i].key, all[i].flags)) pressed = i;
        rect_cut_left(&line, ui_px(d->ui, 8));
    }
    if (pressed >= 0) used(d, pressed);
}

float charter_writing_height(struct charter_desk *d, float width)
{
    return question_height(d, width) + ui_px(d->ui, 40 + 8) + (float)buttons_lines(d, width) * ui_px(d->ui, 38 + 8);
}

void charter_writing_draw(struct charter_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    int full = d->view->free_slot == NOBODY && d->m->slot == NOBODY;
    question_draw(d, &r);
    if (d->m->asked) ui_focus(ui, UI_FIELD, field_label(d));   /* in sight again, now that the question stands above it */
    d->m->asked = 0;
    int result = ui_field(ui, rect_cut_top(&r, ui_px(ui, 40)), field_label(d), &d->m->words, text(full ? "charter.full" : "charter.own-hint"),
                          full ? UI_DISABLED : 0);
    page_gap(ui, &r, 8);
    buttons_draw(d, r);
    if (result == 2) entered(d);
}

/* --- who will notice --- */

static const float ROW = 40;

static void tied(struct charter_desk *d, int32_t behaviour)
{
    int32_t slot = d->m->slot != NOBODY ? d->m->slot : d->view->free_slot;
    if (slot != NOBODY) charter_say(d, slot, behaviour, ui_edit_text(&d->m->words));
    charter_writing_end(d);
}

static int tie_row(struct charter_desk *d, struct rect r, const char *key, const char *words, int flags)
{
    struct ui *ui = d->ui;
    int result = ui_row(ui, rect_inset(r, 0, ui_px(ui, 1)), words, key, flags);
    r = rect_inset(r, ui_px(ui, 10), 0);
    struct rect cap = rect_cut_left(&r, ui_px(ui, 36));
    cap.w = ui_keycap_width(ui, key);
    ui_keycap(ui, rect_inset(cap, 0, (cap.h - ui_px(ui, 22)) / 2), key);
    struct draw_font font = {.size = 15 * ui_scale(ui), .weight = flags & UI_SELECTED ? WEIGHT_BOLD : WEIGHT_REGULAR};
    draw_wrapped(ui_list(ui), rect_inset(r, 0, (r.h - ui_leading(ui, 15) * (ui_text_height(ui, 15, WEIGHT_REGULAR, r.w, words, 2) > ui_leading(ui, 15) * 1.5f ? 2 : 1)) / 2),
                 &font, page_color(ui, flags & UI_DISABLED ? THEME_TEXT_FAINT : THEME_TEXT), ALIGN_LEFT, ui_leading(ui, 15), 2, words);
    return result;
}

static float tie_row_height(struct charter_desk *d, const char *words, float width)
{
    float high = ui_text_height(d->ui, 15, WEIGHT_REGULAR, width - ui_px(d->ui, 56), words, 2) + ui_px(d->ui, 14);
    return high > ui_px(d->ui, ROW) ? high : ui_px(d->ui, ROW);
}

static float tie_height(struct charter_desk *d, float width)
{
    float height = ui_px(d->ui, ROW);
    for (int32_t b = 0; b < BEHAVIOUR_COUNT; b++) height += tie_row_height(d, d->view->behaviours[b].checks, width);
    return height;
}

/* Who watched the line so far stands out; another line's behaviour cannot be taken from it. */
static void tie_rows(struct charter_desk *d, struct rect r)
{
    const struct charter_line *line = charter_line_in(d, d->m->slot);
    int32_t chosen = line ? line->behaviour : NOBODY, picked = BEHAVIOUR_COUNT;
    if (tie_row(d, rect_cut_top(&r, ui_px(d->ui, ROW)), "H", text("charter.tie-hand"), chosen == NOBODY ? UI_SELECTED : 0)) picked = NOBODY;
    for (int32_t b = 0; b < BEHAVIOUR_COUNT; b++) {
        const struct charter_behaviour *each = &d->view->behaviours[b];
        int taken = each->slot != NOBODY && each->slot != d->m->slot;
        struct rect row = rect_cut_top(&r, tie_row_height(d, each->checks, r.w));
        if (tie_row(d, row, charter_key(d, b), each->checks, taken ? UI_DISABLED : b == chosen ? UI_SELECTED : 0)) picked = b;
    }
    if (picked != BEHAVIOUR_COUNT) tied(d, picked);
}

void charter_tie_draw(struct charter_desk *d)
{
    struct ui *ui = d->ui;
    int escaped = 0;
    float width = ui_px(ui, 640), rows = tie_height(d, width - ui_px(ui, 80));
    struct rect r = ui_modal_begin(ui, text("charter.tie"), width, rows + ui_px(ui, 146), &escaped);
    page_words(ui, &r, 16, WEIGHT_SEMIBOLD, THEME_TEXT, 3, ui_edit_text(&d->m->words));
    page_gap(ui, &r, 4);
    page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, text("charter.tie-how"));
    page_gap(ui, &r, 10);
    struct rect inner = ui_scroll_begin(ui, "ties", r, tie_height(d, r.w - ui_px(ui, 18)));
    inner.w = r.w - ui_px(ui, 18);
    tie_rows(d, inner);
    ui_scroll_end(ui);
    ui_modal_end(ui);
    if (escaped) {
        d->m->tying = 0;
        ui_focus(ui, UI_FIELD, field_label(d));
    }
}
