/* Cards to cut: seats of the team, customers, worst practices. Two sizes of paper hold them all. */
#include "handout_parts.h"
#include "draw/portrait.h"
#include "draw/theme.h"

enum { QUARTER_W = 270, QUARTER_H = 370, HALF_W = 540, HALF_H = 375, CARD_W = 181, CARD_H = 249, CARD_EDGE = 12, FACE = 58, LINES = 3 };

/* --- seats --- */

static void services(struct handout_sheet *h)
{
    if (h->sc->service_count == 0) return;
    paper_say(h->d, PAPER_LABEL, NULL, text("print.roles.services"));
    paper_list(h->d, PAPER_PLAIN);
    for (int32_t i = 0; i < h->sc->service_count; i++) {
        const struct service *s = &h->sc->services[i];
        paper_item(h->d);
        paper_paragraph(h->d, PAPER_EVIDENCE, NULL);
        paper_add(h->d, PAPER_TEXT, text_fill(h->a, "print.roles.target", "name", s->name, "respond", handout_span(h, s->respond),
                                              "restore", handout_span(h, s->restore), NULL));
        paper_end(h->d);
    }
    paper_end(h->d);
}

static void callers(struct handout_sheet *h)
{
    paper_say(h->d, PAPER_LABEL, NULL, text("print.roles.callers"));
    for (int32_t i = 0; i < h->sc->customer_count; i++) {
        const struct customer *c = &h->sc->customers[i];
        paper_paragraph(h->d, PAPER_EVIDENCE, NULL);
        paper_add(h->d, PAPER_TEXT, text_fill(h->a, "print.roles.caller", "name", c->name, "role", c->role, NULL));
    }
}

static void seat(struct handout_sheet *h, const struct role *role)
{
    paper_card(h->d);
    paper_say(h->d, PAPER_KICKER, NULL, h->sc->organisation);
    paper_say(h->d, PAPER_DECISION, NULL, role->name);
    paper_say(h->d, PAPER_BODY, NULL, role->about);
    paper_say(h->d, PAPER_LABEL, NULL, text("print.roles.may"));
    paper_say(h->d, PAPER_EVIDENCE, NULL, text("print.roles.may-what"));
    callers(h);
    services(h);
    paper_lines(h->d, text("print.roles.played-by"), 1, 16);
    paper_end(h->d);
}

void handout_roles(struct handout_sheet *h)
{
    paper_sheet(h->d, QUARTER_W, QUARTER_H);
    for (int32_t r = 0; r < h->sc->role_count; r++)
        for (int32_t n = 0; n < h->sc->roles[r].seats_high; n++) seat(h, &h->sc->roles[r]);
    paper_end(h->d);
}

/* --- customers --- */

static void face(struct handout_sheet *h, const struct customer *c)
{
    struct draw_list list = {.arena = h->a};
    const struct portrait_look look = {.skin = c->portrait.skin, .hair = c->portrait.hair, .clothes = c->portrait.clothes,
                                       .style = c->portrait.style, .glasses = c->portrait.glasses, .beard = c->portrait.beard,
                                       .face = FACE_CALM, .light = 1, .ring = theme_color(THEME_LIGHT, THEME_CUSTOMER)};
    portrait_draw(&list, THEME_LIGHT, &look, FACE / 2.0f, FACE / 2.0f, FACE / 2.0f - 1);
    paper_picture(h->d, &list, FACE, FACE, "");
}

static void needs(struct handout_sheet *h, const struct customer *c)
{
    for (int kind = 0; kind < NEED_COUNT; kind++) {
        int any = 0;
        for (int32_t i = 0; i < c->need_count; i++) {
            if ((int)c->needs[i].kind != kind) continue;
            if (!any++) paper_say(h->d, PAPER_LABEL, NULL, text(arena_printf(h->a, "print.need.%s", need_kind_word((enum need_kind)kind))));
            paper_say(h->d, PAPER_EVIDENCE, NULL, c->needs[i].text);
        }
    }
}

static void moods(struct handout_sheet *h, const struct customer *c)
{
    for (int m = 0; m < MOOD_COUNT; m++) {
        const char *word = mood_word((enum mood)m);
        paper_paragraph(h->d, PAPER_LABEL, NULL);
        paper_add(h->d, PAPER_TEXT, text(arena_printf(h->a, "print.mood.%s", word)));
        paper_add(h->d, PAPER_DIM, text(arena_printf(h->a, "print.play.%s", word)));
        for (int32_t i = 0; i < c->lines[m].count && i < LINES; i++)
            paper_say(h->d, PAPER_EVIDENCE, NULL, handout_quoted(h, c->lines[m].items[i]));
    }
}

static void customer(struct handout_sheet *h, const struct customer *c)
{
    paper_card(h->d);
    paper_columns(h->d, 2);
    paper_box(h->d, PAPER_PLAIN, NULL);
    face(h, c);
    paper_say(h->d, PAPER_DECISION, NULL, c->name);
    paper_say(h->d, PAPER_BYLINE, NULL, text_fill(h->a, "print.customer.role", "role", c->role, "segment", c->segment, NULL));
    paper_say(h->d, PAPER_BODY, NULL, c->about);
    paper_say(h->d, PAPER_BODY, NULL, text_fill(h->a, "print.customer.patience", "span", handout_span(h, c->patience), NULL));
    needs(h, c);
    paper_say(h->d, PAPER_ASIDE, NULL, text("print.customer.secret"));
    paper_end(h->d);
    paper_box(h->d, PAPER_PLAIN, NULL);
    moods(h, c);
    paper_end(h->d);
    paper_end(h->d);
    paper_end(h->d);
}

void handout_customers(struct handout_sheet *h)
{
    paper_sheet(h->d, HALF_W, HALF_H);
    for (int32_t i = 0; i < h->sc->customer_count; i++) customer(h, &h->sc->customers[i]);
    paper_end(h->d);
}

/* --- worst practices --- */

static void worst(struct handout_sheet *h, const struct card *card, int number)
{
    static const enum theme_token papers[] = {THEME_CARD_ATTITUDE, THEME_CARD_BEHAVIOUR, THEME_CARD_CULTURE};
    static const char *const names[] = {"cards.attitude", "cards.behaviour", "cards.culture"};
    const struct draw_font title = {.size = 17, .weight = WEIGHT_BOLD}, line = {.size = 11}, small = {.size = 8.5f, .weight = WEIGHT_MEDIUM},
                           digit = {.size = 20, .weight = WEIGHT_BOLD, .tabular = 1};
    struct draw_list list = {.arena = h->a};
    uint32_t ink = theme_color(THEME_LIGHT, THEME_ON_CARD), dim = theme_color(THEME_LIGHT, THEME_ON_CARD_DIM);
    struct rect whole = {0, 0, CARD_W - 2 * CARD_EDGE, CARD_H - 2 * CARD_EDGE}, in = rect_inset(whole, 13, 14);
    draw_rect(&list, whole, 10, theme_color(THEME_LIGHT, papers[card->aspect]));
    struct rect foot = rect_cut_bottom(&in, 22), top = rect_cut_top(&in, 92);
    draw_wrapped(&list, top, &title, ink, ALIGN_LEFT, 21.5f, 4, card->title);
    draw_wrapped(&list, in, &line, dim, ALIGN_LEFT, 15.5f, 5, card->line);
    draw_text(&list, foot, &digit, ink, ALIGN_LEFT, arena_printf(h->a, "%d", number));
    draw_text(&list, foot, &small, dim, ALIGN_RIGHT, text(names[card->aspect]));
    paper_card(h->d);
    paper_picture(h->d, &list, whole.w, whole.h, text_fill(h->a, "print.card", "title", card->title, "line", card->line, NULL));
    paper_end(h->d);
}

void handout_deck(struct handout_sheet *h)
{
    if (h->sc->card_count == 0) return;
    paper_sheet(h->d, CARD_W, CARD_H);
    for (int32_t i = 0; i < h->sc->card_count; i++) worst(h, &h->sc->cards[i], (int)i + 1);
    paper_end(h->d);
}
