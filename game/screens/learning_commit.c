/* What the room will do differently: candidates, hands, up to three picked, and who looks after each. */
#include "learning_page.h"

#include <stdlib.h>
#include <string.h>

enum { HANDS_MOST = 200 };

static const struct learning_candidate *candidate(const struct learning *l, int k)
{
    return k >= 0 && k < l->view->candidate_count ? &l->view->candidates[k] : NULL;
}

/* --- picking --- */

static void commit(struct learning *l, int32_t slot, int32_t behaviour, int32_t member, const char *words)
{
    struct sim_command c = sim_command_make(SIM_CMD_COMMIT);
    c.commit.slot = slot;
    c.commit.behaviour = behaviour;
    c.commit.member = member;
    wish_command(l->wishes, &c, words, NULL);
}

static int can_pick(const struct learning *l, const struct learning_candidate *c)
{
    return l->view->has_next && (c->slot != NOBODY || l->view->free_slot != NOBODY);
}

static void toggle(struct learning *l, const struct learning_candidate *c)
{
    if (!can_pick(l, c))
        return;
    if (c->slot != NOBODY)
        commit(l, c->slot, c->behaviour, NOBODY, NULL);
    else
        commit(l, l->view->free_slot, c->behaviour, NOBODY, c->text);
}

static void words_open(struct learning *l, const struct learning_candidate *c)
{
    l->m->dialog = LEARNING_WORDING;
    l->m->slot = c ? c->slot : NOBODY;
    l->m->behaviour = c ? c->behaviour : NOBODY;
    l->m->member = c ? c->member : NOBODY;
    ui_edit_set(&l->m->words, c ? c->text : "");
}

static void count_open(struct learning *l, int k)
{
    l->m->dialog = k < l->view->candidate_count ? LEARNING_COUNTING : LEARNING_NO_DIALOG;
    l->m->counting = k;
    ui_edit_set(&l->m->hands, "");
}

/* --- one row --- */

static const char *votes_words(struct learning *l, const struct learning_candidate *c)
{
    return c->votes < 0 ? "" : text_count(ui_arena(l->ui), "learning.votes", c->votes);
}

static const char *note_words(struct learning *l, const struct learning_candidate *c)
{
    struct arena *a = ui_arena(l->ui);
    if (c->slot == NOBODY)
        return c->why;
    const char *who = c->who[0] ? text_fill(a, "learning.looks-after", "who", c->who, NULL) : text("learning.all-look-after");
    return text_fill(a, "learning.picked", "checked", c->checked, "who", who, NULL);
}

static void row_buttons(struct learning *l, struct rect *r, const struct learning_candidate *c)
{
    int picked = c->slot != NOBODY;
    const struct learning_button buttons[] = {{text(picked ? "learning.unpick" : "learning.pick"), "P", can_pick(l, c) ? 0 : UI_DISABLED, 0},
                                              {text("learning.edit"), "E", can_pick(l, c) ? 0 : UI_DISABLED, 0}};
    learning_space(l, r, 8);
    int used = learning_buttons(l, r, buttons, 2);
    if (used == 0)
        toggle(l, c);
    if (used == 1)
        words_open(l, c);
}

static void candidate_block(struct learning *l, struct rect *r)
{
    const struct learning_candidate *c = candidate(l, l->index);
    int picked = c->slot != NOBODY;
    struct ui *ui = l->ui;
    struct rect line = *r, key = rect_cut_left(&line, ui_px(ui, 36)), votes = rect_cut_right(&line, ui_px(ui, 86));
    votes.h = ui_leading(ui, 17);
    if (l->paint) {
        if (picked)
            draw_rect(ui_list(ui), (struct rect){r->x - ui_px(ui, 8), r->y, ui_px(ui, 4), ui_leading(ui, 17)}, ui_px(ui, 2), page_color(ui, THEME_LEARN));
        ui_keycap(ui, (struct rect){key.x, key.y, ui_px(ui, 22), ui_px(ui, 22)}, learning_words_of(l, l->index + 1));
        ui_text(ui, votes, 15, WEIGHT_SEMIBOLD, THEME_TEXT_DIM, ALIGN_RIGHT, 0, votes_words(l, c));
    }
    learning_text(l, &line, 17, picked ? WEIGHT_BOLD : WEIGHT_MEDIUM, THEME_TEXT, 4, c->text);
    learning_text(l, &line, 14, WEIGHT_REGULAR, picked ? THEME_LEARN : THEME_TEXT_DIM, 3, note_words(l, c));
    if (l->index == l->m->candidate)
        row_buttons(l, &line, c);
    rect_cut_top(r, line.y - r->y);
}

static void rows(struct learning *l, struct rect *r)
{
    int before = l->m->candidate, now = before;
    if (l->paint)
        ui_scope_push(l->ui, "candidates");
    for (int k = 0; k < l->view->candidate_count; k++) {
        const struct learning_candidate *c = candidate(l, k);
        l->index = k;
        if (learning_row(l, r, c->text, "", k == before, candidate_block, 12) && (k != before || now == before))
            now = k;
        if (l->paint && ui_shortcut(l->ui, learning_words_of(l, k + 1))) {
            now = k;
            toggle(l, c);
        }
        learning_space(l, r, 4);
    }
    if (!l->paint)
        return;
    l->m->candidate = now;
    ui_scope_pop(l->ui);
}

/* --- the part --- */

static const char *question(struct learning *l)
{
    return l->view->has_next ? text_fill(ui_arena(l->ui), "learning.commit-question", "round", l->view->next_label, NULL)
                             : text("learning.last-question");
}

static const char *state_words(struct learning *l)
{
    if (!l->view->has_next)
        return text(l->view->in_round ? "learning.now-only" : "learning.monday-comes");
    return l->view->free_slot == NOBODY ? text("learning.three-picked") : text("learning.pick-how");
}

static void candidates_block(struct learning *l, struct rect *r)
{
    const struct learning_button buttons[] = {{text("learning.count"), "V", 0, 0},
                                              {text("learning.own"), "W", l->view->has_next && l->view->free_slot != NOBODY ? 0 : UI_DISABLED, 0}};
    learning_text(l, r, 22, WEIGHT_BOLD, THEME_TEXT, 3, question(l));
    learning_text(l, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, state_words(l));
    learning_space(l, r, 10);
    int used = learning_buttons(l, r, buttons, 2);
    if (used == 0)
        count_open(l, 0);
    if (used == 1)
        words_open(l, NULL);
    learning_space(l, r, 12);
    rows(l, r);
}

static void last_block(struct learning *l, struct rect *r)
{
    learning_heading(l, r, text("learning.last-time"));
    for (int k = 0; k < l->view->last_count; k++) {
        const struct learning_last *last = &l->view->last[k];
        if (l->paint)
            ui_pill(l->ui, r->x, r->y, 13, page_tone(last->tone), page_tone_panel(last->tone), last->word);
        rect_cut_top(r, ui_pill_height(l->ui, 13));
        learning_space(l, r, 4);
        learning_text(l, r, 15, WEIGHT_MEDIUM, THEME_TEXT, 4, last->text);
        learning_text(l, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 2, last->counts);
        learning_space(l, r, 10);
    }
}

static void headline_block(struct learning *l, struct rect *r)
{
    learning_heading(l, r, text("learning.seen-before"));
    learning_text(l, r, 18, WEIGHT_SEMIBOLD, THEME_TEXT, 4, learning_shown(l)->headline);
    learning_space(l, r, 6);
    learning_text(l, r, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, learning_shown(l)->ask);
}

static void left_block(struct learning *l, struct rect *r)
{
    learning_boxed(l, r, THEME_PANEL, candidates_block);
}

static void right_block(struct learning *l, struct rect *r)
{
    if (learning_shown(l))
        learning_boxed(l, r, THEME_LEARN_PANEL, headline_block);
    if (l->view->last_count > 0)
        learning_boxed(l, r, THEME_PANEL, last_block);
}

static void whole_block(struct learning *l, struct rect *r)
{
    left_block(l, r);
    right_block(l, r);
    learning_tail(l, r);
}

void learning_commit(struct learning *l, struct rect r, int wide)
{
    if (!wide) {
        learning_column(l, "commit", r, whole_block);
        return;
    }
    struct rect left = rect_cut_left(&r, r.w * 0.62f);
    rect_cut_left(&r, ui_px(l->ui, 12));
    learning_column(l, "commit", left, left_block);
    learning_column(l, "before", r, right_block);
}

/* --- counting hands, one candidate after the other --- */

static int hands_typed(const struct learning *l)
{
    const char *typed = ui_edit_text(&l->m->hands);
    char *end = NULL;
    long n = strtol(typed, &end, 10);
    return end == typed || *end != '\0' || n < 0 || n > HANDS_MOST ? -1 : (int)n;
}

/* A count left from an earlier learning moment is cleared first: the engine would take the same number for no news. */
static void hands_send(struct learning *l, const struct learning_candidate *c, int hands)
{
    struct sim_command tally = sim_command_make(SIM_CMD_TALLY);
    tally.tally.what = TALLY_COMMITMENT;
    tally.tally.subject = c->subject;
    tally.tally.by = NOBODY;
    if (c->stale)
        wish_command(l->wishes, &tally, NULL, NULL);
    tally.tally.count = hands;
    if (hands != (c->votes < 0 ? 0 : c->votes))
        wish_command(l->wishes, &tally, NULL, NULL);
}

void learning_count_dialog(struct learning *l)
{
    struct ui *ui = l->ui;
    const struct learning_candidate *c = candidate(l, l->m->counting);
    int escaped = 0;
    if (!c) {
        l->m->dialog = LEARNING_NO_DIALOG;
        return;
    }
    const char *title = text_fill(ui_arena(ui), "learning.count-title", "n", learning_words_of(l, l->m->counting + 1), "all",
                                  learning_words_of(l, l->view->candidate_count), NULL);
    struct rect r = ui_modal_begin(ui, title, ui_px(ui, 560), ui_px(ui, 290), &escaped);
    struct rect bar = rect_cut_bottom(&r, ui_px(ui, 50));
    page_words(ui, &r, 22, WEIGHT_BOLD, THEME_TEXT, 4, c->text);
    page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 1, votes_words(l, c));
    page_gap(ui, &r, 12);
    page_words(ui, &r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 1, text("learning.hands"));
    page_gap(ui, &r, 4);
    struct rect field = rect_cut_top(&r, ui_px(ui, 44));
    field.w = ui_px(ui, 160);
    int used = page_count(ui, field, text("learning.hands"), &l->m->hands);
    int hands = hands_typed(l);
    int go = page_button(ui, &bar, text("learning.count-next"), "Enter", UI_PRIMARY | (hands < 0 ? UI_DISABLED : 0)) || (used == 2 && hands >= 0);
    int skip = page_button(ui, &bar, text("learning.count-skip"), "", 0);
    ui_modal_end(ui);
    if (go)
        hands_send(l, c, hands);
    if (escaped)
        l->m->dialog = LEARNING_NO_DIALOG;
    else if (go || skip)
        count_open(l, l->m->counting + 1);
}

/* --- own words --- */

static int is_blank(const struct ui_edit *e)
{
    const char *words = ui_edit_text(e);
    return words[strspn(words, " ")] == '\0';
}

/* One that is committed to already cannot check a second. */
static int is_free(const struct learning *l, int32_t behaviour)
{
    for (int k = 0; k < l->view->candidate_count; k++)
        if (l->view->candidates[k].behaviour == behaviour && l->view->candidates[k].slot != NOBODY)
            return l->view->candidates[k].slot == l->m->slot;
    return 1;
}

static void who_list(struct learning *l, struct rect r)
{
    struct ui *ui = l->ui;
    float row = ui_px(ui, 34);
    page_words(ui, &r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 1, text("learning.who"));
    page_gap(ui, &r, 4);
    struct rect inner = ui_scroll_begin(ui, "who", r, row * (float)(l->view->member_count + 1));
    ui_scope_push(ui, "who");
    if (ui_choice(ui, rect_cut_top(&inner, row), text("learning.everybody"), "", l->m->member == NOBODY ? UI_SELECTED : 0))
        l->m->member = NOBODY;
    for (int k = 0; k < l->view->member_count; k++)
        if (ui_choice(ui, rect_cut_top(&inner, row), l->view->members[k].name, "", l->m->member == l->view->members[k].member ? UI_SELECTED : 0))
            l->m->member = l->view->members[k].member;
    ui_scope_pop(ui);
    ui_scroll_end(ui);
}

static void check_list(struct learning *l, struct rect r)
{
    struct ui *ui = l->ui;
    float row = ui_px(ui, 34);
    page_words(ui, &r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 1, text("learning.checks"));
    page_gap(ui, &r, 4);
    struct rect inner = ui_scroll_begin(ui, "checks", r, row * (BEHAVIOUR_COUNT + 1));
    ui_scope_push(ui, "checks");
    if (ui_choice(ui, rect_cut_top(&inner, row), text("learning.hand-check"), "", l->m->behaviour == NOBODY ? UI_SELECTED : 0))
        l->m->behaviour = NOBODY;
    for (int32_t k = 0; k < BEHAVIOUR_COUNT; k++) {
        int flags = (l->m->behaviour == k ? UI_SELECTED : 0) | (is_free(l, k) ? 0 : UI_DISABLED);
        if (ui_choice(ui, rect_cut_top(&inner, row), view_learning_check(k), "", flags))
            l->m->behaviour = k;
    }
    ui_scope_pop(ui);
    ui_scroll_end(ui);
}

static void words_send(struct learning *l)
{
    int32_t slot = l->m->slot != NOBODY ? l->m->slot : l->view->free_slot;
    if (slot != NOBODY)
        commit(l, slot, l->m->behaviour, l->m->member, ui_edit_text(&l->m->words));
    l->m->dialog = LEARNING_NO_DIALOG;
}

void learning_words_dialog(struct learning *l)
{
    struct ui *ui = l->ui;
    int escaped = 0;
    struct rect r = ui_modal_begin(ui, text("learning.words-title"), ui_px(ui, 860), ui_px(ui, 560), &escaped);
    struct rect bar = rect_cut_bottom(&r, ui_px(ui, 50));
    page_words(ui, &r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, text("learning.words"));
    page_gap(ui, &r, 4);
    int used = ui_field(ui, rect_cut_top(&r, ui_px(ui, 44)), text("learning.words"), &l->m->words, text("learning.words-hint"), 0);
    page_gap(ui, &r, 14);
    struct rect left = rect_cut_left(&r, r.w * 0.34f);
    rect_cut_left(&r, ui_px(ui, 18));
    who_list(l, left);
    check_list(l, r);
    int empty = is_blank(&l->m->words);
    int send = page_button(ui, &bar, text("learning.words-save"), "Ctrl+Enter", UI_PRIMARY | (empty ? UI_DISABLED : 0)) || used == 2;
    ui_modal_end(ui);
    if (escaped)
        l->m->dialog = LEARNING_NO_DIALOG;
    else if (send && !empty)
        words_send(l);
}
