/* Five offered, two chosen; hands are counted. */
#include "improve_parts.h"

#include <string.h>

static const float CARD = 92, GAP = 10;
enum { MANY = 5, MOST_HANDS = 200 };

/* --- what is done --- */

/* Hands of an earlier round may still stand in the session: the same number again would be no news to it. */
static void vote(struct improve_desk *d, const struct improve_offer *offer, int votes)
{
    struct sim_command c = sim_command_make(SIM_CMD_TALLY);
    votes = votes < 0 ? 0 : votes > MOST_HANDS ? MOST_HANDS : votes;
    if (votes == offer->votes)
        return;
    c.tally.what = TALLY_IMPROVEMENT;
    c.tally.subject = offer->improvement;
    c.tally.by = NOBODY;
    if (offer->stored == votes && votes > 0)
        wish_command(d->wishes, &c, NULL, NULL);
    c.tally.count = votes;
    wish_command(d->wishes, &c, NULL, NULL);
}

static void choose(struct improve_desk *d, const struct improve_offer *offer)
{
    if (offer->chosen)
        improve_wish(d, offer->improvement, 0, NOBODY, NOBODY);
    else if (offer->digs)
        improve_go(d->m, PART_CAUSE);
    else
        improve_wish(d, offer->improvement, 1, NOBODY, NOBODY);
}

static int is_full(const struct improve_desk *d, const struct improve_offer *offer)
{
    return (d->view->chosen_count >= d->view->most && !offer->chosen) || d->view->refusal[0] != '\0';
}

/* --- the list --- */

static float card_height(struct improve_desk *d, const struct improve_offer *offer, float width)
{
    float words = page_words_height(d->ui, width - ui_px(d->ui, 28 + 44 + 96), 18, WEIGHT_SEMIBOLD, 3, offer->title) +
                  page_words_height(d->ui, width - ui_px(d->ui, 28 + 44 + 96), 14, WEIGHT_REGULAR, 3, offer->why) +
                  ui_px(d->ui, 34);
    return words > ui_px(d->ui, CARD) ? words : ui_px(d->ui, CARD);
}

static void hands_draw(struct improve_desk *d, const struct improve_offer *offer, struct rect r)
{
    struct ui *ui = d->ui;
    struct rect low = rect_cut_bottom(&r, r.h / 2);
    ui_text(ui, r, 26, WEIGHT_BOLD, offer->votes > 0 ? THEME_LEARN : THEME_TEXT_FAINT, ALIGN_RIGHT, 0,
            improve_n(d, offer->votes));
    if (offer->chosen)
        ui_text(ui, low, 14, WEIGHT_SEMIBOLD, THEME_GOOD, ALIGN_RIGHT, 0, text("improve.fits-chosen"));
    else
        ui_text(ui, low, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_RIGHT, 0, text("improve.hands"));
}

/* Moving the focus along the cards picks the one whose hands are counted; its digit chooses it, or takes it back. */
static void card_used(struct improve_desk *d, int i, const char *key, struct rect r)
{
    struct ui *ui = d->ui;
    const struct improve_offer *offer = &d->view->offers[i];
    const struct ui_item *focused = ui_focused(ui);
    int used = ui_card(ui, r, offer->title, "", (i == d->m->offer ? UI_SELECTED : 0) | (offer->chosen ? UI_LEARN : 0));
    int digit = ui_shortcut(ui, key);
    if (used || digit || (focused && focused->role == UI_CARD && strcmp(focused->label, offer->title) == 0))
        d->m->offer = i;
    if (digit) {
        ui_focus_clear(ui);
        if (!is_full(d, offer))
            choose(d, offer);
    }
}

static void card_draw(struct improve_desk *d, int i, struct rect r)
{
    struct ui *ui = d->ui;
    const struct improve_offer *offer = &d->view->offers[i];
    const char *key = improve_n(d, i + 1);
    card_used(d, i, key, r);
    r = rect_inset(r, ui_px(ui, 14), ui_px(ui, 14));
    struct rect cap = rect_cut_left(&r, ui_px(ui, 30));
    cap.h = ui_px(ui, 24);
    ui_keycap(ui, cap, key);
    rect_cut_left(&r, ui_px(ui, 14));
    hands_draw(d, offer, rect_cut_right(&r, ui_px(ui, 86)));
    rect_cut_right(&r, ui_px(ui, 10));
    page_words(ui, &r, 18, WEIGHT_SEMIBOLD, THEME_TEXT, 3, offer->title);
    page_gap(ui, &r, 6);
    page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, offer->why);
}

static float list_height(struct improve_desk *d, float width)
{
    float height = 0;
    for (int i = 0; i < d->view->offer_count; i++)
        height += card_height(d, &d->view->offers[i], width) + ui_px(d->ui, GAP);
    return height;
}

static void list_draw(struct improve_desk *d, struct rect *r)
{
    for (int i = 0; i < d->view->offer_count; i++) {
        ui_scope_push(d->ui, improve_n(d, i));
        card_draw(d, i, rect_cut_top(r, card_height(d, &d->view->offers[i], r->w)));
        ui_scope_pop(d->ui);
        page_gap(d->ui, r, GAP);
    }
}

/* --- the one that is picked --- */

static const char *button_label(const struct improve_offer *offer)
{
    return text(offer->chosen ? "improve.choose-not" : offer->digs ? "improve.dig" : "improve.choose");
}

/* Those who speak for a customer are chosen, and nobody has a name yet. */
static int names_missing(const struct improve_desk *d)
{
    const struct view_improve *v = d->view;
    for (int i = 0; i < v->customer_count; i++)
        if (v->customers[i].ambassador != NOBODY)
            return 0;
    return v->ambassadors_work && v->customer_count > 0;
}

/* Enter is pressed by habit after a digit: it never takes back what is chosen, but leads to what the choice still lacks. */
static void enter_goes_on(struct improve_desk *d)
{
    if (names_missing(d) && ui_shortcut(d->ui, "Enter"))
        improve_go(d->m, PART_SPEAK);
}

static void choose_button(struct improve_desk *d, const struct improve_offer *offer, struct rect *r)
{
    struct ui *ui = d->ui;
    struct rect line = rect_cut_top(r, ui_px(ui, 48));
    int flags = UI_LARGE | (offer->chosen ? 0 : UI_PRIMARY) | (is_full(d, offer) ? UI_DISABLED : 0);
    const char *key = offer->chosen ? "" : "Enter";
    if (ui_button(ui, rect_cut_left(&line, ui_button_width(ui, button_label(offer), key, flags)),
                  button_label(offer), key, flags))
        choose(d, offer);
    if (offer->chosen)
        enter_goes_on(d);
}

/* The stepper has the keys; five at once for larger rooms. */
static void hands_line(struct improve_desk *d, const struct improve_offer *offer, struct rect *r)
{
    struct ui *ui = d->ui;
    struct rect line = rect_cut_top(r, ui_px(ui, 40));
    const char *hands = text_fill(ui_arena(ui), "improve.hands-n", "n", improve_n(d, offer->votes), NULL);
    int step = ui_stepper(ui, rect_cut_left(&line, ui_px(ui, 220)), text("improve.hands"), hands, "-", "+", 0);
    rect_cut_left(&line, ui_px(ui, 10));
    if (ui_button(ui, rect_cut_left(&line, ui_button_width(ui, text("improve.five-more"), ".", 0)),
                  text("improve.five-more"), ".", 0))
        step = MANY;
    if (step != 0)
        vote(d, offer, offer->votes + step);
}

static const char *status_words(struct improve_desk *d)
{
    const struct view_improve *v = d->view;
    if (v->refusal[0])
        return v->refusal;
    if (names_missing(d))
        return text_fill(ui_arena(d->ui), "improve.names-missing", "title", v->ambassadors, NULL);
    if (v->chosen_count >= v->most)
        return text("improve.enough");
    if (v->chosen_count > 0)
        return text("improve.one-more");
    return text("improve.vote-how");
}

static float picked_height(struct improve_desk *d, float width)
{
    struct ui *ui = d->ui;
    const struct improve_offer *offer = &d->view->offers[d->m->offer];
    float inner = width - ui_px(ui, 44);
    return ui_px(ui, 44 + 40 + 16 + 48 + 16 + 14 + 22 + 8 + 18 + 10) +
           page_words_height(ui, inner, 22, WEIGHT_BOLD, 3, offer->title) +
           page_words_height(ui, inner, 16, WEIGHT_REGULAR, 40, offer->text) +
           page_words_height(ui, inner, 14, WEIGHT_MEDIUM, 2, text("improve.what-changes")) +
           page_words_height(ui, inner, 16, WEIGHT_MEDIUM, 8, offer->changes) +
           page_words_height(ui, inner, 14, WEIGHT_REGULAR, 6, status_words(d));
}

static void picked_draw(struct improve_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    const struct improve_offer *offer = &d->view->offers[d->m->offer];
    struct rect inner = page_panel(ui, rect_cut_top(r, picked_height(d, r->w)), THEME_PANEL, 22);
    page_words(ui, &inner, 22, WEIGHT_BOLD, THEME_TEXT, 3, offer->title);
    page_gap(ui, &inner, 8);
    page_words(ui, &inner, 16, WEIGHT_REGULAR, THEME_TEXT, 40, offer->text);
    page_gap(ui, &inner, 18);
    page_heading(ui, &inner, text("improve.what-changes"));
    page_words(ui, &inner, 16, WEIGHT_MEDIUM, THEME_LEARN, 8, offer->changes);
    page_gap(ui, &inner, 22);
    hands_line(d, offer, &inner);
    page_gap(ui, &inner, 16);
    choose_button(d, offer, &inner);
    page_gap(ui, &inner, 16);
    int lacks = names_missing(d) || (d->view->chosen_count > 0 && d->view->chosen_count < d->view->most);
    page_words(ui, &inner, 14, WEIGHT_REGULAR, lacks ? THEME_WARN : THEME_TEXT_DIM, 6, status_words(d));
}

/* --- the part --- */

static const char *none_words(const struct improve_desk *d)
{
    return d->view->refusal[0] ? d->view->refusal : text("improve.none");
}

static float column_height(struct improve_desk *d, float width)
{
    if (d->view->offer_count == 0)
        return page_words_height(d->ui, width, 22, WEIGHT_BOLD, 4, none_words(d));
    return list_height(d, width) + picked_height(d, width);
}

static void column_draw(struct improve_desk *d, struct rect *r)
{
    if (d->view->offer_count == 0) {
        page_words(d->ui, r, 22, WEIGHT_BOLD, THEME_TEXT, 4, none_words(d));
        return;
    }
    list_draw(d, r);
    picked_draw(d, r);
}

static void beside(struct improve_desk *d, struct rect r)
{
    static const struct improve_side list = {"offers", list_height, list_draw},
                                     picked = {"picked", picked_height, picked_draw};
    if (d->view->offer_count == 0)
        column_draw(d, &r);
    else
        improve_beside(d, r, 0.52f, &list, &picked);
}

const struct improve_page improve_choose = {column_height, column_draw, beside};
