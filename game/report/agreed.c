/* What the room agreed on and what became of it: cards, charter, commitments, improvements, Monday. */
#include "report/inside.h"
#include "draw/chart.h"

static void standing(struct compose *c, const struct report_standing *s) { compose_pill(c, s->tone, s->word, s->counts); }

/* --- the cards --- */

enum { CARDS_SHOWN = 6, CARD_W = 504, CARD_H = 15, CARD_LEGEND = 15 };
static const float CARD_UNIT = 0.62f;

/* Two bars for each card: how users would pick, how the team did. */
static void cards_picture(struct compose *c, int count)
{
    const char *const words[CHART_FILLS] = {text("report.cards.users"), "", text("report.cards.ours")};
    struct chart_bars rows[2 * CARDS_SHOWN];
    struct draw_list list = compose_list(c);
    float height = CARD_H * (float)count;
    for (int i = 0; i < count; i++) {
        const struct report_card *card = &c->v->cards[i];
        rows[2 * i] = (struct chart_bars){"", compose_number(c, card->users), {card->users, 0, 0}};
        rows[2 * i + 1] = (struct chart_bars){"", compose_number(c, card->ours), {0, 0, card->ours}};
    }
    chart_bars(&list, THEME_LIGHT, (struct rect){CARD_W / 2.0f - 50, 0, CARD_W / 2.0f + 50, height * 2 * 0.62f}, CARD_UNIT, rows, 2 * count);
    for (int i = 0; i < count; i++)
        draw_text(&list, (struct rect){0, CARD_H * 1.24f * (float)i, CARD_W / 2.0f, CARD_H * 1.24f},
                  &(struct draw_font){.size = 9, .weight = WEIGHT_MEDIUM}, theme_color(THEME_LIGHT, THEME_TEXT), ALIGN_LEFT, c->v->cards[i].title);
    height *= 1.24f;
    chart_bar_legend(&list, THEME_LIGHT, (struct rect){0, height, CARD_W, CARD_LEGEND}, CARD_UNIT, words);
    compose_picture(c, "cards.picture", &list, CARD_W, height + CARD_LEGEND, text("report.cards.alt"));
}

/* What a card costs, where the room wrote it down. */
static void card_row(struct compose *c, const struct report_card *card, int place)
{
    static const char *const parts[REPORT_CARD_PARTS] = {"report.cards.value", "report.cards.outcomes", "report.cards.costs",
                                                         "report.cards.risks"};
    paper_row(c->d, arena_printf(c->a, "card.%d", place + 1));
    paper_cell(c->d);
    paper_say(c->d, PAPER_BODY, NULL, card->title);
    paper_say(c->d, PAPER_EVIDENCE, NULL, card->line);
    for (int i = 0; i < REPORT_CARD_PARTS; i++)
        if (card->sheet[i][0]) paper_say(c->d, PAPER_BODY, NULL, text_fill(c->a, parts[i], "words", card->sheet[i], NULL));
    compose_end(c);
    paper_cell_say(c->d, c->v->few_cards ? "" : compose_number(c, card->users));
    paper_cell_say(c->d, c->v->few_cards ? "" : compose_number(c, card->ours));
    compose_end(c);
}

void compose_cards(struct compose *c)
{
    static const struct compose_column columns[] = {
        {"report.cards.card", 6, ALIGN_LEFT}, {"report.cards.users", 1, ALIGN_LEFT}, {"report.cards.ours", 1, ALIGN_LEFT}};
    int shown = 0, count = c->v->card_count < CARDS_SHOWN ? c->v->card_count : CARDS_SHOWN;
    if (c->v->card_count == 0 && !c->v->few_cards) return;
    compose_section(c, 3, "cards", "report.section.cards");
    if (c->v->few_cards) compose_note(c, "cards.few", "report.cards.few");
    else cards_picture(c, count);
    for (int i = 0; i < c->v->card_count; i++) {
        if (i > 0 && c->v->cards[i].noted == 0 && i < CARDS_SHOWN) continue;
        if (shown++ == 0) compose_table(c, PAPER_STACKED, "", columns, 3);
        card_row(c, &c->v->cards[i], i);
    }
    if (shown > 0) compose_end(c);
    if (!c->v->few_cards) compose_note(c, "cards.note", "report.cards.note");
    compose_end(c);
}

/* --- charter and commitments --- */

void compose_charter(struct compose *c)
{
    if (c->v->charter_count == 0) return;
    compose_section(c, 3, "charter", "report.agreed.charter");
    compose_round_table(c, PAPER_STACKED, "report.agreed.seen-as", 3);
    for (int i = 0; i < c->v->charter_count; i++) {
        paper_row(c->d, arena_printf(c->a, "charter.%d", i + 1));
        compose_words(c, c->v->charter[i].words, c->v->charter[i].checked);
        for (int r = 0; r < c->v->round_count; r++) standing(c, &c->v->charter[i].rounds[r]);
        compose_end(c);
    }
    compose_end(c);
    compose_end(c);
}

static void commitments(struct compose *c)
{
    static const struct compose_column columns[] = {{"report.agreed.round", 2, ALIGN_LEFT},
                                                    {"report.agreed.what", 8, ALIGN_LEFT},
                                                    {"report.agreed.became", 5, ALIGN_LEFT},
                                                    {"report.agreed.by", 3, ALIGN_LEFT}};
    if (c->v->commitment_count == 0) return;
    compose_headed(c, 3, "agreed", REPORT_HEAD_AGREED);
    compose_table(c, PAPER_STACKED, "", columns, 4);
    for (int i = 0; i < c->v->commitment_count; i++) {
        const struct report_commitment *made = &c->v->commitments[i];
        paper_row(c->d, arena_printf(c->a, "commitment.%d", i + 1));
        paper_cell_say(c->d, made->round);
        compose_words(c, made->words, made->checked);
        standing(c, &made->standing);
        paper_cell_say(c->d, made->by);
        compose_end(c);
    }
    compose_end(c);
    compose_note(c, "agreed.note", "report.agreed.note");
    compose_end(c);
}

/* --- improvements --- */

static void changed(struct compose *c)
{
    static const struct compose_column columns[] = {
        {"report.changed.what", 13, ALIGN_LEFT}, {"report.changed.from", 3, ALIGN_LEFT}};
    if (c->v->improvement_count == 0) return;
    compose_section(c, 3, "changed", "report.section.changed");
    compose_table(c, PAPER_STACKED, "", columns, 2);
    for (int i = 0; i < c->v->improvement_count; i++) {
        const struct report_improvement *made = &c->v->improvements[i];
        paper_row(c->d, arena_printf(c->a, "change.%d", i + 1));
        paper_cell(c->d);
        paper_paragraph(c->d, PAPER_BODY, NULL);
        paper_add(c->d, PAPER_STRONG, made->title);
        paper_add(c->d, PAPER_TEXT, " ");
        paper_add(c->d, PAPER_DIM, made->text);
        compose_small(c, made->came[0] ? made->came : text("report.changed.unknown"));
        compose_end(c);
        paper_cell_say(c->d, made->since);
        compose_end(c);
    }
    compose_end(c);
    compose_end(c);
}

/* --- Monday --- */

static void action(struct compose *c, const struct report_action *a, int place)
{
    paper_item(c->d)->id = arena_printf(c->a, "monday.%d", place + 1);
    paper_paragraph(c->d, PAPER_BODY, NULL);
    paper_add(c->d, PAPER_STRONG, text_fill(c->a, "report.monday.action", "when", a->when, "will", a->will, NULL));
    paper_paragraph(c->d, PAPER_ASIDE, NULL);
    paper_add(c->d, PAPER_TEXT, a->who);
    if (a->due[0]) paper_add(c->d, PAPER_TEXT, " · ");
    paper_add(c->d, PAPER_TEXT, a->due);
    if (a->follow.word[0]) {
        paper_add(c->d, PAPER_TEXT, " ");
        paper_pill(c->d, a->follow.tone, a->follow.word);
        paper_add(c->d, PAPER_TEXT, " ");
        paper_add(c->d, PAPER_TEXT, a->follow.counts);
    }
    paper_say(c->d, PAPER_ASIDE, NULL, a->note);
    compose_end(c);
}

void compose_monday(struct compose *c)
{
    if (c->v->action_count == 0) return;
    compose_section(c, 2, "monday", "report.section.monday");
    paper_list(c->d, PAPER_NUMBERED);
    for (int i = 0; i < c->v->action_count; i++) action(c, &c->v->actions[i], i);
    compose_end(c);
    compose_end(c);
}

void compose_agreed(struct compose *c)
{
    commitments(c);
    changed(c);
}
