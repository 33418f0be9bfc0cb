/* The sheet for a root cause: which incident, which of four spines. */
#include "improve_parts.h"

/* What is chosen already is shown until something else is picked. */
static int picked_of(const struct improve_desk *d, const struct improve_cause *cause)
{
    return d->m->spine >= 0 ? d->m->spine : (int)cause->spine;
}

/* Another cause of the same improvement takes the place of the one that was chosen. */
static void look_here(struct improve_desk *d, const struct improve_cause *cause, int spine)
{
    for (int i = 0; i < d->view->cause_count; i++)
        if (d->view->causes[i].spine >= 0)
            improve_wish(d, d->view->digging, 0, NOBODY, NOBODY);
    improve_wish(d, d->view->digging, 1, cause->incident, spine);
    d->m->spine = -1;
}

static int is_full(const struct improve_desk *d)
{
    for (int i = 0; i < d->view->cause_count; i++)
        if (d->view->causes[i].spine >= 0)
            return 0;
    return d->view->chosen_count >= d->view->most;
}

/* --- which incident --- */

static const char *cause_line(const struct improve_desk *d, const struct improve_cause *cause)
{
    return text_fill(ui_arena(d->ui), "improve.cause-line", "title", cause->title, "customer", cause->customer, "when",
                     cause->when, NULL);
}

static float which_height(struct improve_desk *d)
{
    return ui_px(d->ui, 30) + ui_px(d->ui, 46) * (float)d->view->cause_count;
}

static void which_draw(struct improve_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    page_heading(ui, r, text("improve.cause-which"));
    for (int i = 0; i < d->view->cause_count; i++) {
        struct rect line = rect_cut_top(r, ui_px(ui, 46));
        line.h = ui_px(ui, 40);
        const char *key = d->view->cause_count > 1 && i == (d->m->cause + 1) % d->view->cause_count ? "N" : "";
        if (!ui_choice(ui, line, cause_line(d, &d->view->causes[i]), key, i == d->m->cause ? UI_SELECTED : 0))
            continue;
        d->m->cause = i;
        d->m->spine = -1;
    }
}

/* --- which spine --- */

static float spine_height(struct improve_desk *d, const struct texts *texts, float width)
{
    float height = ui_px(d->ui, 24 + 24 + 6);
    for (int32_t k = 0; k < texts->count; k++)
        height += page_words_height(d->ui, width - ui_px(d->ui, 32), 15, WEIGHT_REGULAR, 8, texts->items[k]) +
                  ui_px(d->ui, 6);
    return height;
}

static void spine_draw(struct improve_desk *d, const struct improve_cause *cause, int spine, struct rect r)
{
    struct ui *ui = d->ui;
    const char *key = improve_n(d, spine + 1);
    if (ui_card(ui, r, text(improve_spines[spine]), key, spine == picked_of(d, cause) ? UI_SELECTED | UI_LEARN : 0))
        d->m->spine = spine;
    r = rect_inset(r, ui_px(ui, 16), ui_px(ui, 12));
    struct rect line = rect_cut_top(&r, ui_px(ui, 24)), cap = rect_cut_left(&line, ui_px(ui, 28));
    ui_keycap(ui, cap, key);
    rect_cut_left(&line, ui_px(ui, 10));
    ui_text(ui, line, 16, WEIGHT_SEMIBOLD, spine == picked_of(d, cause) ? THEME_LEARN : THEME_TEXT, ALIGN_LEFT, 0,
            text(improve_spines[spine]));
    page_gap(ui, &r, 6);
    for (int32_t k = 0; k < cause->spines[spine].count; k++) {
        page_words(ui, &r, 15, WEIGHT_REGULAR, THEME_TEXT, 8, cause->spines[spine].items[k]);
        page_gap(ui, &r, 6);
    }
}

static float row_height(struct improve_desk *d, const struct improve_cause *cause, int row, int columns, float width)
{
    float most = 0;
    for (int i = row * columns; i < (row + 1) * columns && i < SPINE_COUNT; i++) {
        float height = spine_height(d, &cause->spines[i], width);
        most = height > most ? height : most;
    }
    return most;
}

static float spines_height(struct improve_desk *d, const struct improve_cause *cause, float width, int columns)
{
    float height = 0, column = rect_column((struct rect){0, 0, width, 0}, 0, columns, ui_px(d->ui, 12)).w;
    for (int row = 0; row < SPINE_COUNT / columns; row++)
        height += row_height(d, cause, row, columns, column) + ui_px(d->ui, 12);
    return height;
}

static void spines_draw(struct improve_desk *d, const struct improve_cause *cause, struct rect *r, int columns)
{
    float column = rect_column(*r, 0, columns, ui_px(d->ui, 12)).w;
    for (int row = 0; row < SPINE_COUNT / columns; row++) {
        struct rect line = rect_cut_top(r, row_height(d, cause, row, columns, column));
        page_gap(d->ui, r, 12);
        for (int i = 0; i < columns; i++)
            spine_draw(d, cause, row * columns + i, rect_column(line, i, columns, ui_px(d->ui, 12)));
    }
}

/* --- what to do --- */

static const char *state_words(const struct improve_desk *d, const struct improve_cause *cause)
{
    if (d->view->digging == NOBODY)
        return text("improve.cause-not-in-pack");
    if (d->view->refusal[0])
        return d->view->refusal;
    if (cause->spine >= 0 && picked_of(d, cause) == cause->spine)
        return text("improve.cause-unknown");
    return is_full(d) ? text("improve.enough") : text("improve.cause-spine");
}

static const char *look_label(const struct improve_desk *d, int spine, int chosen)
{
    if (spine < 0)
        return text("improve.cause-pick");
    return text_fill(ui_arena(d->ui), chosen ? "improve.cause-chosen" : "improve.cause-choose", "spine",
                     text(improve_spines[spine]), NULL);
}

static float act_height(struct improve_desk *d, const struct improve_cause *cause, float width)
{
    return ui_px(d->ui, 48 + 12 + 14) + page_words_height(d->ui, width, 14, WEIGHT_REGULAR, 4, state_words(d, cause));
}

static void act_draw(struct improve_desk *d, const struct improve_cause *cause, struct rect *r)
{
    struct ui *ui = d->ui;
    int spine = picked_of(d, cause), chosen = spine >= 0 && spine == cause->spine;
    int can = spine >= 0 && !chosen && !d->view->refusal[0] && !is_full(d);
    const char *label = look_label(d, spine, chosen);
    struct rect line = rect_cut_top(r, ui_px(ui, 48));
    int flags = UI_LARGE | UI_PRIMARY | (can ? 0 : UI_DISABLED);
    if (ui_button(ui, rect_cut_left(&line, ui_button_width(ui, label, "Enter", flags)), label, "Enter", flags))
        look_here(d, cause, spine);
    rect_cut_left(&line, ui_px(ui, 12));
    if (cause->spine >= 0 &&
        ui_button(ui, rect_cut_left(&line, ui_button_width(ui, text("improve.cause-take-back"), "Delete", UI_LARGE)),
                  text("improve.cause-take-back"), "Delete", UI_LARGE))
        improve_wish(d, d->view->digging, 0, NOBODY, NOBODY);
    page_gap(ui, r, 12);
    page_words(ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, state_words(d, cause));
}

/* --- the part --- */

static float column_height(struct improve_desk *d, float width)
{
    struct ui *ui = d->ui;
    if (d->view->cause_count == 0)
        return page_words_height(ui, width, 22, WEIGHT_BOLD, 3, text("improve.cause-none")) + ui_px(ui, 10) +
               page_words_height(ui, width, 16, WEIGHT_REGULAR, 6, text("improve.cause-none-how"));
    const struct improve_cause *cause = &d->view->causes[d->m->cause];
    return which_height(d) + ui_px(ui, 26) + spines_height(d, cause, width, d->wide ? 2 : 1) +
           act_height(d, cause, width);
}

static void column_draw(struct improve_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    if (d->view->cause_count == 0) {
        page_words(ui, r, 22, WEIGHT_BOLD, THEME_TEXT, 3, text("improve.cause-none"));
        page_gap(ui, r, 10);
        page_words(ui, r, 16, WEIGHT_REGULAR, THEME_TEXT_DIM, 6, text("improve.cause-none-how"));
        return;
    }
    const struct improve_cause *cause = &d->view->causes[d->m->cause];
    which_draw(d, r);
    page_gap(ui, r, 12);
    spines_draw(d, cause, r, d->wide ? 2 : 1);
    page_gap(ui, r, 8);
    act_draw(d, cause, r);
}

const struct improve_page improve_cause = {column_height, column_draw, NULL};
