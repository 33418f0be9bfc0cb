#include "report/handout.h"
#include "handout_parts.h"

static const struct {
    const char *word, *title;
    void (*compose)(struct handout_sheet *);
} sheets[HANDOUT_COUNT] = {
    [HANDOUT_RUNSHEET] = {"runsheet", "print.title.runsheet", handout_runsheet},
    [HANDOUT_ROLES] = {"roles", "print.title.roles", handout_roles},
    [HANDOUT_CUSTOMERS] = {"customers", "print.title.customers", handout_customers},
    [HANDOUT_CARDS] = {"cards", "print.title.cards", handout_deck},
    [HANDOUT_CONDITIONS] = {"conditions", "print.title.conditions", handout_conditions},
    [HANDOUT_COMPLAINTS] = {"complaints", "print.title.complaints", handout_complaints},
    [HANDOUT_CHARTER] = {"charter", "print.title.charter", handout_charter},
    [HANDOUT_MONDAY] = {"monday", "print.title.monday", handout_monday},
    [HANDOUT_OBSERVERS] = {"observers", "print.title.observers", handout_observers},
};

const char *handout_word(enum handout what) { return (unsigned)what < HANDOUT_COUNT ? sheets[what].word : ""; }

void handout_compose(struct paper_document *d, const struct scenario *sc, enum handout what)
{
    struct handout_sheet h = {d, sc, d->arena};
    const char *title = text(sheets[what].title);
    d->language = sc->language;
    d->title = text_fill(h.a, "print.document", "what", title, "pack", sc->title, NULL);
    d->author = text("report.author");
    d->subject = sc->summary;
    d->running = d->title;
    sheets[what].compose(&h);
}

/* --- parts of any sheet --- */

void handout_head(struct handout_sheet *h, const char *title_key, const char *lead_key)
{
    paper_say(h->d, PAPER_KICKER, NULL, h->sc->title);
    paper_say(h->d, PAPER_TITLE, NULL, text(title_key));
    paper_say(h->d, PAPER_BODY, NULL, text(lead_key));
}

void handout_cell(struct handout_sheet *h, const char *words) { paper_cell_say(h->d, words); }

void handout_table(struct handout_sheet *h, const char *const *head_keys, const float *shares, int count)
{
    struct paper_column columns[PAPER_COLUMNS_MOST];
    for (int i = 0; i < count; i++) columns[i] = (struct paper_column){head_keys[i][0] ? text(head_keys[i]) : "", shares[i], ALIGN_LEFT};
    paper_table(h->d, PAPER_PLAIN, "", columns, count);
}

/* Room to write: a picture of nothing holds the row open. */
void handout_blank_rows(struct handout_sheet *h, int rows, int columns, float height)
{
    const struct draw_list nothing = {.arena = h->a};
    for (int r = 0; r < rows; r++) {
        paper_row(h->d, NULL);
        for (int c = 0; c < columns; c++) {
            paper_cell(h->d);
            if (c == 0) paper_picture(h->d, &nothing, 1, height, "");
            paper_end(h->d);
        }
        paper_end(h->d);
    }
}

static const char *kept(struct handout_sheet *h, struct str *s)
{
    const char *words = arena_dup(h->a, str_text(s));
    str_release(s);
    return words;
}

const char *handout_clock(struct handout_sheet *h, int32_t seconds)
{
    struct str s = {0};
    str_append_clock(&s, seconds);
    return kept(h, &s);
}

const char *handout_span(struct handout_sheet *h, int32_t seconds)
{
    struct str s = {0};
    str_append_span(&s, seconds);
    return kept(h, &s);
}

const char *handout_quoted(struct handout_sheet *h, const char *words)
{
    return words[0] ? text_fill(h->a, "report.quoted", "words", words, NULL) : "";
}

const char *handout_customer(const struct handout_sheet *h, customer_id who)
{
    return who >= 0 && who < h->sc->customer_count ? h->sc->customers[who].name : "";
}
