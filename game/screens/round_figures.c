#include "round_parts.h"
#include "draw/chart.h"

static const float CUSTOMER = 54, FIGURES = 98, LANE = 22;

/* --- delivered beside perceived --- */

/* The figure large, what it is counted in small beside it. */
static void figure_draw(struct between *b, struct rect r, const char *name, int value, const char *unit,
                        enum theme_token color)
{
    struct ui *ui = b->ui;
    struct rect line = rect_cut_top(&r, ui_px(ui, 22));
    ui_text(ui, line, 15, WEIGHT_MEDIUM, THEME_TEXT, ALIGN_LEFT, 0, name);
    line = rect_cut_top(&r, ui_px(ui, 62));
    const char *figure = value < 0 ? text("round.none") : between_number(b, value);
    ui_text(ui, rect_cut_left(&line, ui_text_width(ui, 48, WEIGHT_BOLD, figure) + ui_px(ui, 8)), 48, WEIGHT_BOLD, color,
            ALIGN_LEFT, 0, figure);
    line = rect_inset(line, 0, ui_px(ui, 6));
    line.y += ui_px(ui, 9);
    if (value >= 0)
        ui_text(ui, line, 17, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0, unit);
    rect_cut_top(&r, ui_px(ui, 6));
    if (value >= 0)
        chart_bar(ui_list(ui), ui_theme(ui), rect_cut_top(&r, ui_px(ui, 8)), value, 100, page_color(ui, color));
}

/* The two figures are only ever shown together; what their distance may mean is said in words. */
static const char *gap_key(const struct round_end *end)
{
    int gap = end->delivered - end->perceived;
    if (end->delivered < 0 || end->perceived < 0)
        return "round.gap-unknown";
    if (end->targets < 2)
        return "round.gap-early";
    if (end->delivered < 50 && end->perceived < 50)
        return "round.gap-low";
    return gap >= 20 ? "round.gap-watermelon" : gap <= -20 ? "round.gap-forgiven" : "round.gap-even";
}

/* 14 200: narrow spaces between thousands, which hold the figure together in any language. */
static const char *grouped(struct between *b, int32_t n)
{
    if (n < 1000)
        return between_number(b, n);
    return arena_printf(ui_arena(b->ui), "%s\u202F%03d", grouped(b, n / 1000), (int)(n % 1000));
}

static void add_fact(struct str *out, const char *sentence)
{
    if (out->length > 0)
        str_append_char(out, ' ');
    str_append(out, sentence);
}

/* Only what there is something to say about. */
static const char *facts_words(struct between *b)
{
    struct arena *a = ui_arena(b->ui);
    const struct round_end *end = &b->view->end;
    struct str out = {0};
    if (end->targets > 0)
        add_fact(&out, text_fill(a, "round.facts.targets", "met", between_number(b, end->targets_met), "targets",
                                 between_number(b, end->targets), NULL));
    if (end->value_lost > 0)
        add_fact(&out, text_fill(a, "round.facts.lost", "lost", grouped(b, end->value_lost), "unit",
                                 b->view->value_unit, NULL));
    if (end->acts > 0)
        add_fact(&out, text_fill(a, "round.facts.visible", "visible", between_number(b, end->visible), "acts",
                                 between_number(b, end->acts), NULL));
    const char *words = arena_dup(a, out.length > 0 ? str_text(&out) : text("round.facts.none"));
    str_release(&out);
    return words;
}

static float beside_height(struct between *b, float width)
{
    struct ui *ui = b->ui;
    float inner = width - ui_px(ui, 40);
    return ui_px(ui, 40 + FIGURES + 14 + 6) +
           page_words_height(ui, inner, 16, WEIGHT_SEMIBOLD, 4, text(gap_key(&b->view->end))) +
           page_words_height(ui, inner, 14, WEIGHT_REGULAR, 4, facts_words(b));
}

/* The whole name where it has room, else the one word for it. */
static const char *perceived_name(struct between *b, float width)
{
    const char *name = text("round.trust-and-satisfaction");
    return ui_text_width(b->ui, 15, WEIGHT_MEDIUM, name) <= width ? name : text("round.perceived");
}

static void beside_draw(struct between *b, struct rect *r)
{
    struct ui *ui = b->ui;
    const struct round_end *end = &b->view->end;
    struct rect inner = page_panel(ui, rect_cut_top(r, beside_height(b, r->w)), THEME_PANEL, 20);
    struct rect figures = rect_cut_top(&inner, ui_px(ui, FIGURES));
    float gap = ui_px(ui, 24);
    figure_draw(b, rect_column(figures, 0, 2, gap), text("round.targets-met"), end->delivered,
                text("round.unit-percent"), THEME_TEAM);
    struct rect second = rect_column(figures, 1, 2, gap);
    figure_draw(b, second, perceived_name(b, second.w), end->perceived, text("round.unit-hundred"), THEME_CUSTOMER);
    page_gap(ui, &inner, 14);
    page_words(ui, &inner, 16, WEIGHT_SEMIBOLD, THEME_TEXT, 4, text(gap_key(end)));
    page_gap(ui, &inner, 6);
    page_words(ui, &inner, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, facts_words(b));
}

/* --- the customers --- */

static const char *change_words(struct between *b, int now, int before)
{
    struct arena *a = ui_arena(b->ui);
    const char *key = now > before ? "round.rose" : now < before ? "round.fell" : "round.same";
    return text_fill(a, key, "n", between_number(b, now), "before", between_number(b, before), NULL);
}

static void customer_draw(struct between *b, const struct round_customer *c, struct rect r)
{
    struct ui *ui = b->ui;
    float radius = ui_px(ui, 21);
    struct rect face = rect_cut_left(&r, radius * 2);
    page_portrait(ui, c->portrait, (int)c->mood, 1, face.x + radius, face.y + face.h / 2, radius);
    rect_cut_left(&r, ui_px(ui, 12));
    struct rect numbers = rect_cut_right(&r, ui_px(ui, 96)), bars = rect_cut_right(&r, r.w * 0.42f);
    rect_cut_right(&r, ui_px(ui, 10));
    rect_cut_right(&bars, ui_px(ui, 10));
    r = rect_inset(r, 0, ui_px(ui, 6));
    ui_text(ui, rect_cut_top(&r, r.h / 2), 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, c->name);
    ui_text(ui, r, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, c->mood_word);
    static const enum theme_token moods[MOOD_COUNT] = {THEME_GOOD, THEME_GOOD, THEME_WARN, THEME_WARN, THEME_BAD};
    bars.y += (bars.h - ui_px(ui, 20)) / 2;
    bars.h = ui_px(ui, 20);
    chart_pair(ui_list(ui), ui_theme(ui), bars, c->trust, c->satisfaction, page_color(ui, moods[c->mood]));
    numbers = rect_inset(numbers, 0, ui_px(ui, 6));
    ui_text(ui, rect_cut_top(&numbers, numbers.h / 2), 13, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_RIGHT, 0,
            change_words(b, c->trust, c->trust_before));
    ui_text(ui, numbers, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_RIGHT, 0,
            change_words(b, c->satisfaction, c->satisfaction_before));
}

static float heading_height(struct between *b)
{
    return ui_leading(b->ui, 14) + ui_px(b->ui, 8);
}

float round_customers_height(struct between *b)
{
    return heading_height(b) + ui_px(b->ui, CUSTOMER) * (float)b->view->customer_count;
}

void round_customers_draw(struct between *b, struct rect *r)
{
    page_heading(b->ui, r, text("round.customers"));
    ui_scope_push(b->ui, "customers");
    for (int i = 0; i < b->view->customer_count; i++)
        customer_draw(b, &b->view->customers[i], rect_cut_top(r, ui_px(b->ui, CUSTOMER)));
    ui_scope_pop(b->ui);
}

/* --- promises --- */

static int promise_words(struct between *b, const char *words[5])
{
    const struct round_promises *p = &b->view->end.promises;
    const int counts[] = {p->kept, p->moved, p->late, p->dropped, p->open};
    static const char *const keys[] = {"round.kept", "round.moved", "round.late", "round.dropped", "round.open"};
    int n = 0;
    for (int i = 0; i < 5; i++)
        if (counts[i] > 0 || i == 0)
            words[n++] = text_fill(ui_arena(b->ui), keys[i], "n", between_number(b, counts[i]), NULL);
    return n;
}

static enum promise_mark mark_of(int state)
{
    static const enum promise_mark marks[] = {PROMISE_MARK_OPEN, PROMISE_MARK_KEPT, PROMISE_MARK_MOVED,
                                              PROMISE_MARK_LATE, PROMISE_MARK_DROPPED};
    return state >= 0 && state < (int)(sizeof marks / sizeof marks[0]) ? marks[state] : PROMISE_MARK_OPEN;
}

static float picture_height(struct between *b)
{
    int n = b->view->end.promise_count;
    return n == 0 ? 0 : ui_px(b->ui, LANE) * (float)n + ui_px(b->ui, 28);
}

static void picture_draw(struct between *b, struct rect r)
{
    const struct round_end *end = &b->view->end;
    struct chart_promise *items = arena_array(ui_arena(b->ui), (size_t)end->promise_count + 1, sizeof *items);
    for (int i = 0; i < end->promise_count; i++) {
        const struct round_promise *p = &end->promise_list[i];
        items[i] = (struct chart_promise){p->from, p->due, p->settled, mark_of(p->state), p->label};
    }
    chart_promises(ui_list(b->ui), ui_theme(b->ui), r, ui_scale(b->ui), items, end->promise_count, end->from, end->to);
}

static float promises_height(struct between *b, float width)
{
    struct ui *ui = b->ui;
    const char *words[5];
    if (b->view->end.promises.made == 0)
        return heading_height(b) + page_words_height(ui, width, 15, WEIGHT_REGULAR, 3, text("round.no-promises"));
    int n = promise_words(b, words);
    return heading_height(b) + page_pills_height(ui, width, words, n) + ui_px(ui, 12) + picture_height(b) +
           page_words_height(ui, width, 13, WEIGHT_REGULAR, 3, text("round.promises-how"));
}

static void promises_draw(struct between *b, struct rect *r)
{
    struct ui *ui = b->ui;
    const char *words[5];
    page_heading(ui, r, text("round.promises"));
    if (b->view->end.promises.made == 0) {
        page_words(ui, r, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, text("round.no-promises"));
        return;
    }
    int n = promise_words(b, words);
    page_pills(ui, r, words, n);
    page_gap(ui, r, 12);
    picture_draw(b, rect_cut_top(r, picture_height(b)));
    page_words(ui, r, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, text("round.promises-how"));
}

/* --- the turns of trust, and what to ask the room --- */

static const char *turn_words(struct between *b, const struct round_turn *t)
{
    struct arena *a = ui_arena(b->ui);
    const char *points = between_number(b, t->points > 0 ? t->points : -t->points);
    return text_fill(a, t->points > 0 ? "round.turn-up" : "round.turn-down", "time", t->time, "what", t->what, "why",
                     t->why, "customer", t->customer, "n", points, NULL);
}

static float turn_height(struct between *b, const struct round_turn *t, const char *heading, float width)
{
    struct ui *ui = b->ui;
    if (t->points == 0)
        return 0;
    return ui_px(ui, 10) + page_words_height(ui, width, 14, WEIGHT_SEMIBOLD, 2, heading) +
           page_words_height(ui, width, 15, WEIGHT_REGULAR, 5, turn_words(b, t));
}

static void turn_draw(struct between *b, const struct round_turn *t, const char *heading, enum theme_token color,
                      struct rect *r)
{
    if (t->points == 0)
        return;
    page_words(b->ui, r, 14, WEIGHT_SEMIBOLD, color, 2, heading);
    page_words(b->ui, r, 15, WEIGHT_REGULAR, THEME_TEXT, 5, turn_words(b, t));
    page_gap(b->ui, r, 10);
}

static float questions_height(struct between *b, float width)
{
    struct ui *ui = b->ui;
    const struct texts *lines = &b->view->end.reflect;
    float inner = width - ui_px(ui, 40),
          height = ui_px(ui, 40) + page_words_height(ui, inner, 14, WEIGHT_SEMIBOLD, 2, text("round.reflect"));
    if (lines->count == 0)
        return 0;
    for (int32_t i = 0; i < lines->count; i++)
        height += ui_px(ui, 10) + page_words_height(ui, inner, 17, WEIGHT_MEDIUM, 6, lines->items[i]);
    return height;
}

static void questions_draw(struct between *b, struct rect *r)
{
    struct ui *ui = b->ui;
    const struct texts *lines = &b->view->end.reflect;
    if (lines->count == 0)
        return;
    struct rect inner = page_panel(ui, rect_cut_top(r, questions_height(b, r->w)), THEME_LEARN_PANEL, 20);
    page_words(ui, &inner, 14, WEIGHT_SEMIBOLD, THEME_LEARN, 2, text("round.reflect"));
    for (int32_t i = 0; i < lines->count; i++) {
        page_gap(ui, &inner, 10);
        page_words(ui, &inner, 17, WEIGHT_MEDIUM, THEME_TEXT, 6, lines->items[i]);
    }
}

float round_figures_height(struct between *b, float width)
{
    const struct round_end *end = &b->view->end;
    return beside_height(b, width) + round_sides_height(b, width) + questions_height(b, width) + round_customers_height(b) +
           round_lines_height(b, text("round.pledges"), end->pledges, end->pledge_count, width) +
           round_lines_height(b, text("round.changes"), end->changes, end->change_count, width) +
           round_lines_height(b, text("need.round"), end->needs, end->need_count, width) +
           promises_height(b, width) + turn_height(b, &end->best, text("round.best"), width) +
           turn_height(b, &end->worst, text("round.worst"), width) + ui_px(b->ui, 24 * 4);
}

void round_figures_draw(struct between *b, struct rect r)
{
    const struct round_end *end = &b->view->end;
    beside_draw(b, &r);
    page_gap(b->ui, &r, 16);
    round_sides_draw(b, &r);
    questions_draw(b, &r);
    page_gap(b->ui, &r, 22);
    round_lines_draw(b, text("round.pledges"), end->pledges, end->pledge_count, &r);
    round_lines_draw(b, text("round.changes"), end->changes, end->change_count, &r);
    round_lines_draw(b, text("need.round"), end->needs, end->need_count, &r);
    round_customers_draw(b, &r);
    page_gap(b->ui, &r, 16);
    turn_draw(b, &end->best, text("round.best"), THEME_GOOD, &r);
    turn_draw(b, &end->worst, text("round.worst"), THEME_BAD, &r);
    page_gap(b->ui, &r, 10);
    promises_draw(b, &r);
}
