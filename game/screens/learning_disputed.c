/* Verdicts that the room disputes, settled one by one with their evidence. */
#include "learning_page.h"

#include <string.h>

/* Numbers of enum outcome. */
enum { MET = 1, PARTLY, MISSED, BROKEN, NONE };

static int are_any_disputed(const struct learning *l)
{
    for (int k = 0; k < l->view->verdict_count; k++)
        if (l->view->verdicts[k].disputed)
            return 1;
    return 0;
}

/* Where nothing is disputed, all: something may come to be. */
static int shows(const struct learning *l, int k)
{
    return l->m->all_verdicts || l->view->verdicts[k].disputed || !are_any_disputed(l);
}

static int first_shown(const struct learning *l)
{
    for (int k = 0; k < l->view->verdict_count; k++)
        if (shows(l, k))
            return k;
    return -1;
}

static int picked(const struct learning *l)
{
    int k = l->m->verdict;
    return k >= 0 && k < l->view->verdict_count && shows(l, k) ? k : first_shown(l);
}

static int next_disputed(const struct learning *l, int from)
{
    int n = l->view->verdict_count;
    for (int k = 1; k <= n; k++)
        if (l->view->verdicts[(from + k) % n].disputed)
            return (from + k) % n;
    return from;
}

/* --- what is done about one --- */

static void dispute(struct learning *l, const struct learning_verdict *v, int on)
{
    struct sim_command c = sim_command_make(SIM_CMD_DISPUTE);
    c.dispute.aim = v->aim;
    c.dispute.source = v->key.source;
    c.dispute.subject = v->key.subject;
    c.dispute.customer = v->key.customer;
    c.dispute.nth = v->key.nth;
    c.dispute.on = on;
    wish_command(l->wishes, &c, NULL, NULL);
}

static void overrule_open(struct learning *l, const struct learning_verdict *v)
{
    l->m->dialog = LEARNING_OVERRULING;
    l->m->outcome = -1;
    l->m->aim = v->aim;
    l->m->key = v->key;
    ui_edit_set(&l->m->reason, "");
}

static void disputed_buttons(struct learning *l, struct rect *r, const struct learning_verdict *v)
{
    const struct learning_button buttons[] = {{text("learning.keep"), "K", 0, 0}, {text("learning.overrule"), "O", 0, 0}, {text("learning.leave"), "L", 0, 0}};
    int at = l->index;
    switch (learning_buttons(l, r, buttons, 3)) {
    case 0:
        dispute(l, v, 0);
        l->m->verdict = next_disputed(l, at);
        break;
    case 1: overrule_open(l, v); break;
    case 2: l->m->verdict = next_disputed(l, at); break;
    default: break;
    }
}

static void settled_buttons(struct learning *l, struct rect *r, const struct learning_verdict *v)
{
    const struct learning_button buttons[] = {{text("learning.dispute"), "D", 0, 0}, {text("learning.overrule"), "O", 0, 0}};
    int used = learning_buttons(l, r, buttons, 2);
    if (used == 0) {
        l->m->all_verdicts |= !are_any_disputed(l);   /* those that were in sight stay there */
        dispute(l, v, 1);
    }
    if (used == 1)
        overrule_open(l, v);
}

/* --- the list --- */

static enum theme_token word_color(const struct learning_verdict *v)
{
    return v->disputed ? THEME_LEARN : page_tone(v->tone);
}

static const char *word_of(struct learning *l, const struct learning_verdict *v)
{
    (void)l;
    return v->disputed ? text("learning.disputed") : v->word;
}

static const char *reason_words(struct learning *l, const struct learning_verdict *v)
{
    const char *key = v->disputed ? "learning.disputed-because" : "learning.overruled-because";
    return v->reason[0] && (v->disputed || v->overruled) ? text_fill(ui_arena(l->ui), key, "reason", v->reason, NULL) : "";
}

static const char *stands_words(struct learning *l, const struct learning_verdict *v)
{
    return v->disputed ? text_fill(ui_arena(l->ui), "learning.judged", "word", v->word, NULL) : "";
}

static void verdict_block(struct learning *l, struct rect *r)
{
    const struct learning_verdict *v = &l->view->verdicts[l->index];
    struct rect line = *r, time = rect_cut_left(&line, ui_px(l->ui, 54)), word = rect_cut_left(&line, ui_px(l->ui, 104));
    time.h = ui_leading(l->ui, 16);
    if (l->paint) {
        ui_text(l->ui, time, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, v->time);
        ui_pill(l->ui, word.x, word.y, 13, word_color(v), page_tone_panel(v->disputed ? TONE_LEARN : v->tone), word_of(l, v));
    }
    learning_text(l, &line, 16, WEIGHT_MEDIUM, THEME_TEXT, 4, v->sentence);
    learning_text(l, &line, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 5, v->evidence);
    learning_text(l, &line, 14, WEIGHT_REGULAR, THEME_TEXT, 2, stands_words(l, v));
    learning_text(l, &line, 14, WEIGHT_REGULAR, THEME_LEARN, 4, reason_words(l, v));
    if (l->index == picked(l)) {
        learning_space(l, &line, 10);
        if (v->disputed)
            disputed_buttons(l, &line, v);
        else
            settled_buttons(l, &line, v);
    }
    rect_cut_top(r, line.y - r->y);
}

/* Two verdicts may read the same; the second is told apart by a number. */
static const char *row_label(struct learning *l, int k)
{
    const struct learning_verdict *all = l->view->verdicts;
    int same = 1;
    for (int i = 0; i < k; i++)
        same += strcmp(all[i].sentence, all[k].sentence) == 0 && strcmp(all[i].time, all[k].time) == 0;
    return arena_printf(ui_arena(l->ui), same == 1 ? "%s %s" : "%s %s (%d)", all[k].time, all[k].sentence, same);
}

static void rows(struct learning *l, struct rect *r)
{
    int before = picked(l), now = before;
    if (l->paint)
        ui_scope_push(l->ui, "verdicts");
    for (int k = 0; k < l->view->verdict_count; k++) {
        if (!shows(l, k))
            continue;
        l->index = k;
        if (learning_row(l, r, row_label(l, k), "", k == before, verdict_block, 10) && (k != before || now == before))
            now = k;
        learning_space(l, r, 2);
    }
    if (!l->paint)
        return;
    if (now != before || l->m->verdict < 0)
        l->m->verdict = now;
    ui_scope_pop(l->ui);
}

static void list_block(struct learning *l, struct rect *r)
{
    int any = are_any_disputed(l);
    learning_heading(l, r, text(l->m->all_verdicts && any ? "learning.all-verdicts" : "learning.disputes"));
    if (!any) {
        learning_text(l, r, 20, WEIGHT_SEMIBOLD, THEME_TEXT, 2, text("learning.no-disputes"));
        learning_space(l, r, 6);
        learning_text(l, r, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, text(first_shown(l) < 0 ? "learning.no-verdicts" : "learning.no-disputes-how"));
        learning_space(l, r, 14);
    }
    rows(l, r);
}

static void how_block(struct learning *l, struct rect *r)
{
    const struct learning_button all = {text(l->m->all_verdicts ? "learning.only-disputed" : "learning.show-all"), "A", 0, 0};
    learning_heading(l, r, text("learning.dispute-how-title"));
    learning_text(l, r, 15, WEIGHT_REGULAR, THEME_TEXT, 12, text("learning.dispute-how"));
    if (!are_any_disputed(l))
        return;
    learning_space(l, r, 12);
    if (learning_buttons(l, r, &all, 1) == 0) {
        l->m->all_verdicts = !l->m->all_verdicts;
        l->m->verdict = -1;
    }
}

static void left_block(struct learning *l, struct rect *r)
{
    learning_boxed(l, r, THEME_PANEL, list_block);
}

static void right_block(struct learning *l, struct rect *r)
{
    learning_boxed(l, r, THEME_LEARN_PANEL, how_block);
}

static void whole_block(struct learning *l, struct rect *r)
{
    left_block(l, r);
    right_block(l, r);
    learning_tail(l, r);
}

void learning_disputed(struct learning *l, struct rect r, int wide)
{
    if (!wide) {
        learning_column(l, "disputed", r, whole_block);
        return;
    }
    struct rect left = rect_cut_left(&r, r.w * 0.66f);
    rect_cut_left(&r, ui_px(l->ui, 12));
    learning_column(l, "disputed", left, left_block);
    learning_column(l, "how", r, right_block);
}

/* --- overruling one --- */

static const struct learning_verdict *aimed_at(const struct learning *l)
{
    const struct moment_key *key = &l->m->key;
    for (int k = 0; k < l->view->verdict_count; k++) {
        const struct learning_verdict *v = &l->view->verdicts[k];
        if (v->aim == l->m->aim && v->key.subject == key->subject &&
            (v->aim == 1 || (v->key.source == key->source && v->key.customer == key->customer && v->key.nth == key->nth)))
            return v;
    }
    return NULL;
}

static void overrule_send(struct learning *l)
{
    struct sim_command c = sim_command_make(SIM_CMD_OVERRULE);
    c.overrule.aim = l->m->aim;
    c.overrule.source = l->m->key.source;
    c.overrule.subject = l->m->key.subject;
    c.overrule.customer = l->m->key.customer;
    c.overrule.nth = l->m->key.nth;
    c.overrule.outcome = l->m->outcome;
    wish_command(l->wishes, &c, ui_edit_text(&l->m->reason), NULL);
    l->m->dialog = LEARNING_NO_DIALOG;
    l->m->verdict = next_disputed(l, picked(l));
}

static void outcome_choices(struct learning *l, struct rect *r)
{
    static const int outcomes[] = {MET, PARTLY, MISSED, BROKEN, NONE};
    static const char *const words[] = {"outcome.met", "outcome.partly", "outcome.missed", "outcome.broken", "outcome.none"};
    static const char *const keys[] = {"1", "2", "3", "4", "5"};
    struct learning_button buttons[5];
    for (int k = 0; k < 5; k++)
        buttons[k] = (struct learning_button){text(words[k]), keys[k], l->m->outcome == outcomes[k] ? UI_SELECTED : 0, 1};
    int used = learning_buttons(l, r, buttons, 5);
    if (used < 0)
        return;
    l->m->outcome = outcomes[used];
    ui_focus(l->ui, UI_FIELD, text("learning.reason"));
}

static const char *overrule_lacks(const struct learning *l)
{
    const char *reason = ui_edit_text(&l->m->reason);
    if (l->m->outcome < 0)
        return text("learning.overrule-choose");
    return reason[strspn(reason, " ")] ? "" : text("learning.overrule-why");
}

void learning_overrule_dialog(struct learning *l)
{
    struct ui *ui = l->ui;
    const struct learning_verdict *v = aimed_at(l);
    int escaped = 0;
    if (!v) {
        l->m->dialog = LEARNING_NO_DIALOG;
        return;
    }
    struct rect r = ui_modal_begin(ui, text("learning.overrule-title"), ui_px(ui, 640), ui_px(ui, 400), &escaped);
    struct rect bar = rect_cut_bottom(&r, ui_px(ui, 50));
    page_words(ui, &r, 17, WEIGHT_MEDIUM, THEME_TEXT, 3, v->sentence);
    page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 2, text_fill(ui_arena(ui), "learning.judged", "word", v->word, NULL));
    page_gap(ui, &r, 14);
    outcome_choices(l, &r);
    page_gap(ui, &r, 16);
    page_words(ui, &r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 1, text("learning.reason"));
    page_gap(ui, &r, 4);
    int used = ui_field(ui, rect_cut_top(&r, ui_px(ui, 44)), text("learning.reason"), &l->m->reason, text("learning.reason-hint"), 0);
    const char *lacks = overrule_lacks(l);
    int send = page_button(ui, &bar, text("learning.overrule"), "Ctrl+Enter", UI_PRIMARY | (lacks[0] ? UI_DISABLED : 0)) || used == 2;
    ui_text(ui, bar, 14, WEIGHT_MEDIUM, THEME_WARN, ALIGN_LEFT, 0, lacks);
    ui_modal_end(ui);
    if (escaped)
        l->m->dialog = LEARNING_NO_DIALOG;
    else if (send && !lacks[0])
        overrule_send(l);
}
