/*
 * The pages of cards and charter, painted with the real fonts in the sizes,
 * text scales and themes they must stand, and on the stage: usual ones, and
 * with the longest texts a pack and a facilitator may write. With
 * MOMENT_GALLERY set to a folder the pictures are written there.
 */
#include "page_look.h"

#include "../texts.h"
#include "cards_play.h"
#include "screens/cards.h"
#include "screens/charter.h"

enum page {
    PAGE_EMPTY, PAGE_TYPING, PAGE_FAULT, PAGE_IN, PAGE_OURS, PAGE_GAP_EMPTY, PAGE_GAP, PAGE_SHEET, PAGE_DECK, PAGE_MANY, PAGE_PERSONS, PAGE_NO_CARDS, PAGE_MANY_EMPTY, PAGE_PERSONS_EMPTY, PAGE_LONG,
    PAGE_LONG_GAP, PAGE_LONG_SHEET, PAGE_LONG_DECK, PAGE_CHARTER_EMPTY, PAGE_CHARTER, PAGE_CHARTER_FULL, PAGE_ASKED, PAGE_CHANGED, PAGE_TIED, PAGE_CHARTER_LONG, PAGE_COUNT
};
static const char *const names[PAGE_COUNT] = {
    "empty", "typing", "fault", "in", "ours", "gap-empty", "gap", "sheet", "deck", "many", "persons", "no-cards", "many-empty", "persons-empty", "long",
    "long-gap", "long-sheet", "long-deck", "charter-empty", "charter", "charter-full", "asked", "changed", "tied", "charter-long"};
enum { STAGE_WORDS = 90 };

static const char longest_name[] = "Professor Maximiliana Featherstonehaugh van den Oudenrijn-Q.";
static const char longest_title[] = "Nobody in this department was ever asked for their opinion on";   /* 60 and a few */
static const char longest_line[] = "We asked for a meeting in which it was agreed that there should be a meeting about the meeting, to which those "
                                   "who might have known were not invited, as they were busy with it.";

struct desk {
    struct cards_play play;
    struct cards_memory cards;
    struct charter_memory charter;
    struct wishes wishes;
    enum page page;
    int stage;
};

static int is_charter(enum page p) { return p >= PAGE_CHARTER_EMPTY; }
static int is_long(enum page p) { return (p >= PAGE_LONG && p <= PAGE_LONG_DECK) || p == PAGE_CHARTER_LONG || p == PAGE_MANY; }

static int is_persons(enum page p) { return p == PAGE_PERSONS || p == PAGE_PERSONS_EMPTY; }

/* --- what there is to show --- */

static void pick_all(struct cards_play *p)
{
    for (int t = 0; t < p->cards.table_count; t++) {
        cards_play_pick(p, CARDS_USERS, t, 12, t % 2 ? 15 : 16, 20 + t % 14);
        cards_play_pick(p, CARDS_OURS, t, t % 12, 24 + t % 12, 13);
    }
}

static void write_sheet(struct cards_play *p, const char *words)
{
    for (int part = 0; part < CARDS_PARTS; part++) {
        struct sim_command c = sim_command_make(SIM_CMD_CARD_SHEET);
        c.card_sheet.card = 12;
        c.card_sheet.part = part;
        if (part != 2) cards_play_do(p, &c, words);
    }
}

static void lengthen(struct cards_play *p)
{
    for (int i = 0; i < p->scenario->card_count; i++) {
        p->scenario->cards[i].title = arena_printf(&p->arena, "%.60s", longest_title);
        p->scenario->cards[i].line = longest_line;
    }
    write_sheet(p, "Ines sends all of her people home before we have called her, and we call her at last when the hall is empty.");
    cards_play_views(p);
    for (int i = 0; i < p->cards.table_count; i++) ((struct view_cards_table *)(uintptr_t)&p->cards.tables[i])->name = longest_name;
}

static void write_charter(struct cards_play *p, int lines, int longest)
{
    for (int32_t i = 0; i < lines; i++)
        cards_play_line(p, i, i == 2 || i == 5 ? NOBODY : i,
                        longest ? "We walk over to Maximiliana before anything is switched off, too" : p->charter.behaviours[i].see);
}

static void cards_fill(struct desk *d, enum page p)
{
    struct cards_memory *m = &d->cards;
    int later = p == PAGE_IN || p == PAGE_OURS || p == PAGE_GAP || p == PAGE_SHEET || p == PAGE_MANY || p == PAGE_PERSONS || is_long(p);
    if (later) pick_all(&d->play);
    if (p == PAGE_MANY_EMPTY || p == PAGE_PERSONS_EMPTY)
        for (int t = 0; t < d->play.cards.table_count; t += 3) cards_play_pick(&d->play, CARDS_USERS, t, 1, 2, 3);
    if (p == PAGE_SHEET) write_sheet(&d->play, "Nobody believes the next time that we name.");
    if (is_long(p)) lengthen(&d->play);
    if (p == PAGE_NO_CARDS) d->play.cards.count = 0;
    m->page = p == PAGE_OURS ? CARDS_PAGE_OURS : p == PAGE_GAP || p == PAGE_GAP_EMPTY || p == PAGE_LONG_GAP ? CARDS_PAGE_GAP
              : p == PAGE_SHEET || p == PAGE_LONG_SHEET                                                     ? CARDS_PAGE_SHEET
                                                                                                            : CARDS_PAGE_USERS;
    m->deck = p == PAGE_DECK || p == PAGE_LONG_DECK ? 4 : p == PAGE_EMPTY;
    if (p != PAGE_TYPING && p != PAGE_FAULT && p != PAGE_LONG) return;
    m->table = 1;
    m->told = p == PAGE_FAULT;
    ui_edit_set(&m->numbers, p == PAGE_FAULT ? "3 17 44" : "3 17 35");
}

static void charter_fill(struct desk *d, enum page p)
{
    struct charter_memory *m = &d->charter;
    int lines = p == PAGE_CHARTER_EMPTY ? 0 : p == PAGE_CHARTER_FULL || p == PAGE_CHARTER_LONG ? CHARTER_LINES : 4;
    write_charter(&d->play, lines, p == PAGE_CHARTER_LONG);
    if (p == PAGE_CHARTER_LONG) d->play.charter.team = longest_name;
    if (p == PAGE_ASKED) {
        ui_edit_set(&m->words, "We show respect to everybody who calls us");
        m->sight = CHARTER_ABSTRACT;
        snprintf(m->word, sizeof m->word, "customer-orientedness");
    }
    if (p == PAGE_CHANGED || p == PAGE_TIED) {
        m->slot = 1;
        ui_edit_set(&m->words, "We walk over to Maximiliana before anything is switched off, too");
    }
    m->tying = p == PAGE_TIED;
}

static void desk_begin(struct desk *d, enum page p)
{
    memset(d, 0, sizeof *d);
    d->page = p;
    assert_true(cards_play_begin(&d->play, !is_persons(p), p == PAGE_MANY || p == PAGE_MANY_EMPTY ? LIMIT_MEMBERS : is_persons(p) ? 11 : 6));
    cards_memory_begin(&d->cards);
    charter_memory_begin(&d->charter);
    d->cards.one_display = d->charter.one_display = 1;
    if (is_charter(p)) charter_fill(d, p);
    else cards_fill(d, p);
    assert_int_equal(d->play.refused, 0);
}

static void desk_end(struct desk *d)
{
    cards_memory_end(&d->cards);
    charter_memory_end(&d->charter);
    cards_play_end(&d->play);
}

static void draw(struct ui *ui, void *context)
{
    struct desk *d = context;
    if (is_charter(d->page) && d->stage) stage_charter(ui, &d->play.charter, &d->charter);
    else if (is_charter(d->page)) charter_screen(ui, &d->play.charter, &d->charter, &d->wishes);
    else if (d->stage) stage_cards(ui, &d->play.cards, &d->cards);
    else cards_screen(ui, &d->play.cards, &d->cards, &d->wishes);
    d->wishes.count = 0;
}

/* --- looking --- */

static int look(struct page_look *l, enum page p, int stage)
{
    struct desk *d = memory_want(sizeof *d);
    char where[128];
    desk_begin(d, p);
    d->stage = stage;
    snprintf(where, sizeof where, "cards-%s-%s-%dx%d-%s-%d", stage ? "stage" : "console", names[p], l->width, l->height,
             ui_theme(l->ui) == THEME_DARK ? "dark" : "light", (int)(ui_scale(l->ui) * 100 + 0.5f));
    page_look_run(l, draw, d);
    int found = page_look_faults(l, where, is_long(p) && !stage);
    if (stage) found += page_look_stage_faults(l, where, STAGE_WORDS);
    page_look_shot(l, where);
    desk_end(d);
    free(d);
    return found;
}

/* MOMENT_PAGE narrows it down to pages whose name begins so. */
static int look_all(int width, int height, enum theme theme, float scale, int stage)
{
    struct page_look l;
    const char *only = getenv("MOMENT_PAGE");
    int found = 0;
    page_look_open(&l, width, height, theme, scale);
    for (enum page p = 0; p < PAGE_COUNT; p++)
        if (!only || strncmp(names[p], only, strlen(only)) == 0) found += look(&l, p, stage);
    page_look_close(&l);
    return found;
}

static void pages_stand_on_a_laptop(void **state)
{
    (void)state;
    assert_int_equal(look_all(1280, 800, THEME_DARK, 1, 0) + look_all(1280, 800, THEME_LIGHT, 1.5f, 0) + look_all(1280, 800, THEME_DARK, 2, 0), 0);
}

static void pages_stand_on_a_large_display(void **state)
{
    (void)state;
    assert_int_equal(look_all(1920, 1080, THEME_LIGHT, 1.3f, 0) + look_all(1920, 1080, THEME_DARK, 2, 0), 0);
}

static void the_stage_can_be_read_from_the_back(void **state)
{
    (void)state;
    assert_int_equal(look_all(1920, 1080, THEME_DARK, 1, 1) + look_all(1920, 1080, THEME_LIGHT, 1, 1) + look_all(1280, 720, THEME_DARK, 1, 1), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(pages_stand_on_a_laptop), cmocka_unit_test(pages_stand_on_a_large_display),
                                       cmocka_unit_test(the_stage_can_be_read_from_the_back)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
