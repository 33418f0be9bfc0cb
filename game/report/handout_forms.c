/* Forms to fill in. */
#include "handout_parts.h"

enum { HALF_W = 540, HALF_H = 375, CHARTER_LINES = 8, COPIES = 2 };

static void signatures(struct handout_sheet *h, const char *first_key, const char *second_key)
{
    paper_columns(h->d, 2);
    paper_lines(h->d, text(first_key), 1, 26);
    paper_lines(h->d, text(second_key), 1, 26);
    paper_end(h->d);
}

void handout_conditions(struct handout_sheet *h)
{
    static const char *const asked[] = {"print.conditions.have", "print.conditions.know", "print.conditions.when", "print.conditions.never"};
    static const char *const heads[] = {"print.conditions.time", "print.conditions.changed", "print.conditions.still"};
    static const float shares[] = {1, 4, 2};
    handout_head(h, "print.title.conditions", "print.conditions.how");
    paper_columns(h->d, 2);
    paper_lines(h->d, text("print.conditions.what"), 1, 26);
    paper_lines(h->d, text("print.conditions.customer"), 1, 26);
    paper_end(h->d);
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) paper_lines(h->d, text(asked[i]), 2, 26);
    signatures(h, "print.conditions.sign-customer", "print.conditions.sign-team");
    paper_say(h->d, PAPER_LABEL, NULL, text("print.conditions.again"));
    handout_table(h, heads, shares, 3);
    handout_blank_rows(h, 4, 3, 28);
    paper_end(h->d);
}

void handout_complaints(struct handout_sheet *h)
{
    static const char *const heads[] = {"print.complaints.time",  "print.complaints.who", "print.complaints.words",  "print.complaints.cost",
                                        "print.complaints.owner", "print.complaints.due", "print.complaints.settled"};
    static const float shares[] = {1, 1.4f, 3.2f, 2.6f, 1.5f, 1.1f, 1.4f};
    handout_head(h, "print.title.complaints", "print.complaints.how");
    handout_table(h, heads, shares, 7);
    handout_blank_rows(h, 11, 7, 42);
    paper_end(h->d);
}

void handout_charter(struct handout_sheet *h)
{
    static const char *const heads[] = {"", "print.charter.line", "print.charter.notice"};
    static const float shares[] = {0.35f, 5, 2};
    handout_head(h, "charter.sheet-title", "charter.question");
    paper_say(h->d, PAPER_ASIDE, NULL, text("charter.question-sub"));
    handout_table(h, heads, shares, 3);
    for (int i = 0; i < CHARTER_LINES; i++) {
        paper_row(h->d, NULL);
        paper_head_cell(h->d);
        paper_say(h->d, PAPER_DECISION, NULL, arena_printf(h->a, "%d", i + 1));
        paper_end(h->d);
        for (int k = 0; k < 2; k++) {
            const struct draw_list nothing = {.arena = h->a};
            paper_cell(h->d);
            paper_picture(h->d, &nothing, 1, 50, "");
            paper_end(h->d);
        }
        paper_end(h->d);
    }
    paper_end(h->d);
    signatures(h, "print.charter.signed", "print.charter.date");
}

static void choices(struct handout_sheet *h, const char *const *keys, int count)
{
    paper_paragraph(h->d, PAPER_BODY, NULL);
    for (int i = 0; i < count; i++) {
        if (i > 0) paper_add(h->d, PAPER_TEXT, "     ");
        paper_add(h->d, PAPER_TEXT, text_fill(h->a, "print.choice", "word", text(keys[i]), NULL));
    }
}

static void monday(struct handout_sheet *h)
{
    static const char *const named[] = {"print.monday.named"};
    static const char *const became[] = {"follow.kept", "follow.partly", "follow.not-kept", "follow.none"};
    paper_card(h->d);
    paper_say(h->d, PAPER_KICKER, NULL, text_fill(h->a, "print.monday.kicker", "pack", h->sc->title, NULL));
    paper_say(h->d, PAPER_DECISION, NULL, text("print.monday.ask"));
    paper_lines(h->d, text("monday.when"), 2, 28);
    paper_lines(h->d, text("monday.will"), 2, 28);
    signatures(h, "monday.who", "print.monday.due");
    choices(h, named, 1);
    paper_say(h->d, PAPER_LABEL, NULL, text("print.monday.later"));
    choices(h, became, 4);
    paper_end(h->d);
}

void handout_monday(struct handout_sheet *h)
{
    paper_sheet(h->d, HALF_W, HALF_H);
    for (int i = 0; i < COPIES; i++) monday(h);
    paper_end(h->d);
}

static void marker_row(struct handout_sheet *h, const struct marker *m, int rounds)
{
    const struct draw_list nothing = {.arena = h->a};
    paper_row(h->d, NULL);
    paper_head_cell(h->d);
    paper_say(h->d, PAPER_BODY, NULL, m->text);
    paper_end(h->d);
    paper_cell(h->d);
    paper_paragraph(h->d, PAPER_BODY, NULL);
    paper_pill(h->d, m->good ? TONE_GOOD : TONE_WARN, text(m->good ? "print.observers.good" : "print.observers.bad"));
    paper_end(h->d);
    for (int i = 0; i < rounds; i++) {
        paper_cell(h->d);
        paper_picture(h->d, &nothing, 1, 25, "");
        paper_end(h->d);
    }
    paper_end(h->d);
}

/* A column for each round that counts, as many as a sheet has room for. */
static int marker_columns(struct handout_sheet *h, struct paper_column *columns)
{
    int count = 0;
    for (int32_t r = 0; r < h->sc->round_count && count < 6; r++) {
        if (h->sc->rounds[r].warm_up) continue;
        const char *number = arena_printf(h->a, "%d", count + 1);
        columns[count++] = (struct paper_column){text_fill(h->a, "print.round", "n", number, NULL), 1.5f, ALIGN_LEFT};
    }
    return count;
}

void handout_observers(struct handout_sheet *h)
{
    static const char *const heads[] = {"print.observers.time", "print.observers.who", "print.observers.whom", "print.observers.words"};
    static const float shares[] = {1, 1.6f, 1.6f, 6};
    struct paper_column columns[8] = {{text("print.observers.what"), 3.2f, ALIGN_LEFT}, {"", 1.6f, ALIGN_LEFT}};
    int rounds = marker_columns(h, columns + 2);
    handout_head(h, "print.title.observers", "print.observers.how");
    signatures(h, "print.observers.watch", "print.observers.name");
    paper_table(h->d, PAPER_PLAIN, "", columns, rounds + 2);
    for (int32_t i = 0; i < h->sc->marker_count; i++) marker_row(h, &h->sc->markers[i], rounds);
    paper_end(h->d);
    paper_say(h->d, PAPER_LABEL, NULL, text("print.observers.heard"));
    handout_table(h, heads, shares, 4);
    handout_blank_rows(h, 6, 4, 25);
    paper_end(h->d);
}
