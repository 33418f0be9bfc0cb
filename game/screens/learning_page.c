#include "learning_page.h"

#include <string.h>

/* --- blocks --- */

float learning_measure(struct learning *l, learning_block *block, float width)
{
    struct rect r = {0, 0, width, 1e7f};
    int paint = l->paint;
    l->paint = 0;
    block(l, &r);
    l->paint = paint;
    return r.y;
}

void learning_column(struct learning *l, const char *name, struct rect r, learning_block *block)
{
    struct ui *ui = l->ui;
    float width = r.w - ui_px(ui, 16);
    struct rect inner = ui_scroll_begin(ui, name, r, learning_measure(l, block, width));
    inner.w = width;
    l->paint = 1;
    block(l, &inner);
    ui_scroll_end(ui);
}

void learning_boxed(struct learning *l, struct rect *r, enum theme_token panel, learning_block *block)
{
    float margin = ui_px(l->ui, 18);
    float height = learning_measure(l, block, r->w - margin * 2) + margin * 2;
    struct rect box = rect_cut_top(r, height), inner = rect_inset(box, margin, margin);
    if (l->paint) {
        draw_rect(ui_list(l->ui), box, ui_px(l->ui, 12), page_color(l->ui, panel));
        block(l, &inner);
    }
    rect_cut_top(r, ui_px(l->ui, 14));
}

void learning_text(struct learning *l, struct rect *r, float size, enum draw_weight weight, enum theme_token color, int lines, const char *words)
{
    if (l->paint)
        page_words(l->ui, r, size, weight, color, lines, words);
    else
        rect_cut_top(r, page_words_height(l->ui, r->w, size, weight, lines, words));
}

void learning_space(struct learning *l, struct rect *r, float at_scale_one)
{
    rect_cut_top(r, ui_px(l->ui, at_scale_one));
}

void learning_heading(struct learning *l, struct rect *r, const char *label)
{
    learning_text(l, r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, label);
    learning_space(l, r, 8);
}

/* --- buttons and rows --- */

static float button_width(struct learning *l, const struct learning_button *b)
{
    return b->choice ? ui_choice_width(l->ui, b->label, b->key, b->flags) : ui_button_width(l->ui, b->label, b->key, b->flags);
}

static int button_run(struct learning *l, struct rect r, const struct learning_button *b)
{
    if (b->choice)
        return ui_choice(l->ui, r, b->label, b->key, b->flags);
    int used = ui_button(l->ui, r, b->label, b->key, b->flags);
    if (!(b->flags & (UI_PRIMARY | UI_LEARN)))
        draw_frame(ui_list(l->ui), r, ui_px(l->ui, 8), 1, page_color(l->ui, THEME_TEXT_FAINT));
    return used;
}

int learning_buttons(struct learning *l, struct rect *r, const struct learning_button *buttons, int count)
{
    float high = ui_px(l->ui, 36), gap = ui_px(l->ui, 8), x = r->x, y = r->y;
    int used = -1;
    for (int i = 0; i < count; i++) {
        float wide = button_width(l, &buttons[i]);
        if (x > r->x && x + wide > r->x + r->w) {
            x = r->x;
            y += high + gap;
        }
        if (l->paint && button_run(l, (struct rect){x, y, wide < r->w ? wide : r->w, high}, &buttons[i]))
            used = i;
        x += wide + gap;
    }
    rect_cut_top(r, y + high - r->y);
    return used;
}

int learning_row(struct learning *l, struct rect *r, const char *label, const char *key, int selected, learning_block *block, float margin)
{
    float pad = ui_px(l->ui, margin);
    struct rect box = rect_cut_top(r, learning_measure(l, block, r->w - pad * 2) + pad * 2), inner = rect_inset(box, pad, pad);
    if (!l->paint)
        return 0;
    const struct ui_item *focused = ui_focused(l->ui);
    int used = ui_row(l->ui, box, label, key, selected ? UI_SELECTED : 0);
    block(l, &inner);
    return used || (focused && focused->role == UI_ROW && strcmp(focused->label, label) == 0);
}

const char *learning_words_of(struct learning *l, int n)
{
    return arena_printf(ui_arena(l->ui), "%d", n);
}

/* --- what several parts show --- */

const struct learning_pattern *learning_shown(const struct learning *l)
{
    const struct view_learning *v = l->view;
    if (v->pattern_count == 0)
        return NULL;
    return &v->patterns[l->m->pattern >= 0 && l->m->pattern < v->pattern_count ? l->m->pattern : 0];
}

struct timeline_look learning_look(struct learning *l, float width)
{
    float unit = ui_scale(l->ui);
    int roomy = width / unit >= 560;
    return (struct timeline_look){.unit = unit, .size = 14, .names = roomy ? 216 : 0, .most = 64, .until = -1, .highlight = -1};
}

void learning_asks_block(struct learning *l, struct rect *r)
{
    learning_text(l, r, 14, WEIGHT_SEMIBOLD, THEME_LEARN, 2, text("learning.ask-now"));
    for (int k = 0; k < l->view->ask_count; k++) {
        learning_space(l, r, 8);
        learning_text(l, r, 15, WEIGHT_MEDIUM, THEME_TEXT, 6, l->view->asks[k]);
    }
}
