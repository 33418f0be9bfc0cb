/* Who speaks for whom; and complaints with their owners. */
#include "improve_parts.h"

static const float ROW = 76, FACE = 26;

/* --- ambassadors --- */

static void name_them(struct improve_desk *d, const struct improve_customer *c, int32_t member)
{
    struct sim_command command = sim_command_make(SIM_CMD_AMBASSADOR);
    if (member == c->ambassador)
        return;
    command.ambassador.customer = c->customer;
    command.ambassador.member = member;
    wish_command(d->wishes, &command, NULL, NULL);
}

static void customer_row(struct improve_desk *d, int i, struct rect r)
{
    struct ui *ui = d->ui;
    const struct improve_customer *c = &d->view->customers[i];
    const char *key = improve_n(d, i + 1);
    if (ui_card(ui, r, c->name, key, i == d->m->customer ? UI_SELECTED : 0))
        d->m->customer = i;
    r = rect_inset(r, ui_px(ui, 14), ui_px(ui, 8));
    struct rect cap = rect_cut_left(&r, ui_px(ui, 28));
    ui_keycap(ui, rect_inset(cap, 0, (cap.h - ui_px(ui, 24)) / 2), key);
    struct rect face = rect_cut_left(&r, ui_px(ui, FACE * 2 + 26));
    page_portrait(ui, c->portrait, (int)c->mood, 1, face.x + face.w / 2, face.y + face.h / 2, ui_px(ui, FACE));
    struct rect top = rect_cut_top(&r, r.h / 2);
    ui_text(ui, top, 16, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, c->name);
    ui_text(ui, r, 15, WEIGHT_MEDIUM, c->speaks[0] ? THEME_TEAM : THEME_TEXT_DIM, ALIGN_LEFT, 0,
            c->speaks[0] ? c->speaks : text("improve.speak-nobody"));
}

static float rows_height(struct improve_desk *d, float width)
{
    (void)width;
    return (ui_px(d->ui, ROW) + ui_px(d->ui, 10)) * (float)d->view->customer_count;
}

static void rows_draw(struct improve_desk *d, struct rect *r)
{
    for (int i = 0; i < d->view->customer_count; i++) {
        customer_row(d, i, rect_cut_top(r, ui_px(d->ui, ROW)));
        page_gap(d->ui, r, 10);
    }
}

static const char *speak_words(const struct improve_desk *d)
{
    const struct view_improve *v = d->view;
    if (v->ambassadors_work)
        return text("improve.speak-how");
    return v->ambassadors[0] ? text_fill(ui_arena(d->ui), "improve.speak-locked", "title", v->ambassadors, NULL)
                             : text("improve.speak-not-in-pack");
}

static int member_columns(struct improve_desk *d, float width)
{
    int columns = (int)(width / ui_px(d->ui, 210));
    return columns < 1 ? 1 : columns > 4 ? 4 : columns;
}

static float members_height(struct improve_desk *d, float width)
{
    int columns = member_columns(d, width - ui_px(d->ui, 40));
    float inner = width - ui_px(d->ui, 40);
    const char *who =
        text_fill(ui_arena(d->ui), "improve.speak-who", "customer", d->view->customers[d->m->customer].first, NULL);
    return ui_px(d->ui, 40 + 18 + 14 + 40 + 14) + page_words_height(d->ui, inner, 18, WEIGHT_SEMIBOLD, 3, who) +
           ui_px(d->ui, 46) * (float)((d->view->member_count + columns - 1) / columns) +
           page_words_height(d->ui, inner, 14, WEIGHT_REGULAR, 6, speak_words(d));
}

/* - and + go through all of them, past nobody. */
static void step_line(struct improve_desk *d, const struct improve_customer *c, struct rect *r)
{
    struct ui *ui = d->ui;
    struct rect line = rect_cut_top(r, ui_px(ui, 40));
    float width = line.w < ui_px(ui, 300) ? line.w : ui_px(ui, 300);
    int all = d->view->member_count + 1;
    int step = ui_stepper(ui, rect_cut_left(&line, width), text("improve.part.speak"),
                          c->speaks[0] ? c->speaks : text("improve.speak-off"), "-", "+",
                          d->view->ambassadors_work ? 0 : UI_DISABLED);
    if (step != 0)
        name_them(d, c, (c->ambassador + 1 + step + all) % all - 1);
}

static void members_draw(struct improve_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    const struct improve_customer *c = &d->view->customers[d->m->customer];
    struct rect inner = page_panel(ui, rect_cut_top(r, members_height(d, r->w)), THEME_PANEL, 20);
    int columns = member_columns(d, inner.w), locked = !d->view->ambassadors_work;
    page_words(ui, &inner, 18, WEIGHT_SEMIBOLD, THEME_TEXT, 3,
               text_fill(ui_arena(ui), "improve.speak-who", "customer", c->first, NULL));
    page_gap(ui, &inner, 14);
    step_line(d, c, &inner);
    page_gap(ui, &inner, 14);
    for (int i = 0; i < d->view->member_count; i++) {
        struct rect line = {inner.x, inner.y + ui_px(ui, 46) * (float)(i / columns), inner.w, ui_px(ui, 40)};
        ui_scope_push(ui, improve_n(d, i));
        if (ui_choice(ui, rect_column(line, i % columns, columns, ui_px(ui, 8)), d->view->members[i].name, "",
                      (i == c->ambassador ? UI_SELECTED : 0) | (locked ? UI_DISABLED : 0)))
            name_them(d, c, i == c->ambassador ? NOBODY : i);
        ui_scope_pop(ui);
    }
    rect_cut_top(&inner, ui_px(ui, 46) * (float)((d->view->member_count + columns - 1) / columns));
    page_gap(ui, &inner, 4);
    page_words(ui, &inner, 14, WEIGHT_REGULAR, locked ? THEME_WARN : THEME_TEXT_DIM, 6, speak_words(d));
}

static float speak_height(struct improve_desk *d, float width)
{
    return rows_height(d, width) + members_height(d, width);
}

static void speak_draw(struct improve_desk *d, struct rect *r)
{
    rows_draw(d, r);
    members_draw(d, r);
}

static void speak_beside(struct improve_desk *d, struct rect r)
{
    static const struct improve_side rows = {"customers", rows_height, rows_draw},
                                     members = {"members", members_height, members_draw};
    improve_beside(d, r, 0.42f, &rows, &members);
}

const struct improve_page improve_speak = {speak_height, speak_draw, speak_beside};

/* --- complaints --- */

static float complaint_height(struct improve_desk *d, const struct improve_complaint *c, float width)
{
    float inner = width - ui_px(d->ui, 36);
    return ui_px(d->ui, 28 + 26 + 12 + 26) +
           page_words_height(d->ui, inner, 16, WEIGHT_MEDIUM, 6, c->words[0] ? c->words : c->about) +
           (c->words[0] ? page_words_height(d->ui, inner, 14, WEIGHT_REGULAR, 2, c->about) : 0);
}

static void complaint_draw(struct improve_desk *d, const struct improve_complaint *c, struct rect r)
{
    struct ui *ui = d->ui;
    struct arena *a = ui_arena(ui);
    struct rect inner = page_panel(ui, r, THEME_PANEL, 18);
    inner = (struct rect){inner.x, r.y + ui_px(ui, 14), inner.w, r.h - ui_px(ui, 28)};
    struct rect top = rect_cut_top(&inner, ui_px(ui, 26));
    float width = ui_pill_width(ui, 13, c->state);
    struct rect pill = rect_cut_right(&top, width);
    ui_pill(ui, pill.x, pill.y, 13, page_tone(c->tone), page_tone_panel(c->tone), c->state);
    rect_cut_right(&top, ui_px(ui, 10));
    ui_text(ui, top, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0,
            text_fill(a, "improve.ledger-logged", "time", c->logged, "customer", c->customer, NULL));
    page_gap(ui, &inner, 4);
    page_words(ui, &inner, 16, WEIGHT_MEDIUM, THEME_TEXT, 6, c->words[0] ? c->words : c->about);
    if (c->words[0])
        page_words(ui, &inner, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 2, c->about);
    page_gap(ui, &inner, 6);
    struct rect low = rect_cut_top(&inner, ui_px(ui, 26));
    const char *due = text_fill(a, "improve.ledger-due", "due", c->due, NULL);
    ui_text(ui, rect_cut_right(&low, ui_text_width(ui, 15, WEIGHT_SEMIBOLD, due) + ui_px(ui, 4)), 15, WEIGHT_SEMIBOLD,
            THEME_TEXT, ALIGN_RIGHT, 0, due);
    rect_cut_right(&low, ui_px(ui, 10));
    ui_text(ui, low, 15, WEIGHT_SEMIBOLD, c->owned ? THEME_TEAM : THEME_WARN, ALIGN_LEFT, 0,
            c->owned ? text_fill(a, "improve.ledger-owner", "owner", c->owner, NULL) : text("improve.ledger-unowned"));
}

static float ledger_height(struct improve_desk *d, float width)
{
    float height = 0;
    for (int i = 0; i < d->view->complaint_count; i++)
        height += complaint_height(d, &d->view->complaints[i], width) + ui_px(d->ui, 10);
    if (d->view->complaint_count == 0)
        height = page_words_height(d->ui, width, 22, WEIGHT_BOLD, 3, text("improve.ledger-none")) + ui_px(d->ui, 10) +
                 page_words_height(d->ui, width, 16, WEIGHT_REGULAR, 6, text("improve.ledger-none-how"));
    return height;
}

static void ledger_draw(struct improve_desk *d, struct rect *r)
{
    if (d->view->complaint_count == 0) {
        page_words(d->ui, r, 22, WEIGHT_BOLD, THEME_TEXT, 3, text("improve.ledger-none"));
        page_gap(d->ui, r, 10);
        page_words(d->ui, r, 16, WEIGHT_REGULAR, THEME_TEXT_DIM, 6, text("improve.ledger-none-how"));
    }
    for (int i = 0; i < d->view->complaint_count; i++) {
        ui_scope_push(d->ui, improve_n(d, i));
        complaint_draw(d, &d->view->complaints[i], rect_cut_top(r, complaint_height(d, &d->view->complaints[i], r->w)));
        ui_scope_pop(d->ui);
        page_gap(d->ui, r, 10);
    }
}

/* What to do with the list: beside it where there is room. */
static const char *const ledger_asks[] = {"improve.ledger-ask-1", "improve.ledger-ask-2", "improve.ledger-ask-3"};

static float ledger_ask_height(struct improve_desk *d, float width)
{
    float height = ui_px(d->ui, 2 * 18 + 30);
    for (int i = 0; i < 3; i++) height += page_words_height(d->ui, width - ui_px(d->ui, 36), 16, WEIGHT_MEDIUM, 6, text(ledger_asks[i])) + ui_px(d->ui, 12);
    return height;
}

static void ledger_ask_draw(struct improve_desk *d, struct rect *r)
{
    struct rect inner = page_panel(d->ui, rect_cut_top(r, ledger_ask_height(d, r->w)), THEME_LEARN_PANEL, 18);
    page_heading(d->ui, &inner, text("improve.ledger-ask"));
    for (int i = 0; i < 3; i++) {
        page_words(d->ui, &inner, 16, WEIGHT_MEDIUM, THEME_TEXT, 6, text(ledger_asks[i]));
        page_gap(d->ui, &inner, 12);
    }
}

static void ledger_beside(struct improve_desk *d, struct rect r)
{
    static const struct improve_side list = {"complaints", ledger_height, ledger_draw}, ask = {"ask", ledger_ask_height, ledger_ask_draw};
    improve_beside(d, r, 0.6f, &list, &ask);
}

const struct improve_page improve_ledger = {ledger_height, ledger_draw, ledger_beside};
