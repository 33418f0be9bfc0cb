/* The chosen part as it will stand, what can be done to it, and what it rests on. */
#include "editing_parts.h"

#include <string.h>

enum { WORDS_LINES = 40, EVIDENCE_LINES = 12 };
static const float ENDLESS = 1e6f; /* room to measure in */

/* --- one below the other --- */

void editing_say(struct editing *e, struct rect *r, float size, enum draw_weight weight, enum theme_token color, int lines, const char *words)
{
    if (e->paint) page_words(e->ui, r, size, weight, color, lines, words);
    else rect_cut_top(r, page_words_height(e->ui, r->w, size, weight, lines, words));
}

void editing_gap(struct editing *e, struct rect *r, float at_scale_one) { page_gap(e->ui, r, at_scale_one); }

int editing_button(struct editing *e, struct rect *r, float *x, const char *label, const char *key, int flags)
{
    float width = ui_button_width(e->ui, label, key, flags);
    if (*x > 0 && *x + width > r->w) editing_buttons_end(e, r, x);
    struct rect box = {r->x + *x, r->y, width < r->w ? width : r->w, ui_px(e->ui, 40)};
    *x += width + ui_px(e->ui, 8);
    return e->paint && ui_button(e->ui, box, label, key, flags);
}

void editing_buttons_end(struct editing *e, struct rect *r, float *x)
{
    if (*x > 0) page_gap(e->ui, r, 48);
    *x = 0;
}

/* --- the words --- */

static const char *kind_word(const struct editing_part *p)
{
    static const char *const keys[] = {"editing.kind.section", "editing.kind.title", "editing.kind.lead",    "editing.kind.text", "editing.kind.note",
                                       "editing.kind.quote",   "editing.kind.group", "editing.kind.picture", "editing.word"};
    return text(keys[p->kind]);
}

static const char *where(struct editing *e, const struct editing_part *p)
{
    if (!p->section[0]) return kind_word(p);
    return text_fill(ui_arena(e->ui), "editing.where", "kind", kind_word(p), "section", p->section, NULL);
}

static float size_of(const struct editing_part *p)
{
    switch (p->kind) {
    case EDITING_TITLE: return 24;
    case EDITING_SECTION: return 21;
    case EDITING_LEAD: return 19;
    case EDITING_NOTE: return 15;
    case EDITING_TEXT: case EDITING_QUOTE: case EDITING_GROUP: case EDITING_PICTURE: case EDITING_WORD: return 17;
    }
    return 17;
}

static const char *mark_of(const struct editing_part *p)
{
    return p->changed || p->added || p->kind == EDITING_WORD ? text("document.by-facilitator") : "";
}

static const char *hidden_word(const struct editing_part *p)
{
    return text(p->hidden ? "editing.is-hidden" : "editing.is-within");
}

static void words_inner(struct editing *e, struct rect *r, const struct editing_part *p)
{
    int off = p->hidden || p->within, bold = p->kind == EDITING_TITLE || p->kind == EDITING_SECTION;
    editing_say(e, r, size_of(p), bold ? WEIGHT_BOLD : WEIGHT_MEDIUM, off ? THEME_TEXT_DIM : THEME_TEXT, WORDS_LINES, p->words);
    if (off) {
        editing_gap(e, r, 8);
        editing_say(e, r, 14, WEIGHT_SEMIBOLD, THEME_WARN, 3, hidden_word(p));
    }
    if (!mark_of(p)[0]) return;
    editing_gap(e, r, 8);
    if (e->paint) ui_pill(e->ui, r->x, r->y, 13, THEME_TEAM, THEME_NEUTRAL_PANEL, mark_of(p));
    rect_cut_top(r, ui_pill_height(e->ui, 13));
}

static float taken(struct editing *e, float width, void (*block)(struct editing *, struct rect *, const struct editing_part *), const struct editing_part *p)
{
    struct rect r = {0, 0, width, ENDLESS};
    int paint = e->paint;
    e->paint = 0;
    block(e, &r, p);
    e->paint = paint;
    return ENDLESS - r.h;
}

/* As it will stand, on a panel like paper. */
static void words_block(struct editing *e, struct rect *r, const struct editing_part *p)
{
    float margin = ui_px(e->ui, 18), height = taken(e, r->w - 2 * margin, words_inner, p) + 2 * margin;
    struct rect box = rect_cut_top(r, height);
    if (e->paint) {
        struct rect inner = page_panel(e->ui, box, THEME_PANEL, 18);
        words_inner(e, &inner, p);
    }
    editing_gap(e, r, 14);
}

/* --- what can be done --- */

void editing_edit(struct editing *e, int32_t part, enum report_edit what, const char *words, const char *title)
{
    struct sim_command command = sim_command_make(SIM_CMD_EDIT_REPORT);
    command.edit_report.part = part;
    command.edit_report.edit = (int32_t)what;
    command.edit_report.title = 0;
    wish_command(e->wishes, &command, words, title);
}

static int off_unless(int possible) { return possible ? 0 : UI_DISABLED; }

static void part_buttons(struct editing *e, struct rect *r, float *x, const struct editing_part *p)
{
    if (editing_button(e, r, x, text("editing.change"), "C", p->can_change || p->kind == EDITING_WORD ? UI_PRIMARY : UI_DISABLED)) editing_open(e, EDITING_CHANGE);
    if (editing_button(e, r, x, text(p->hidden ? "editing.show" : "editing.hide"), "H", off_unless(p->can_hide)))
        editing_edit(e, p->key, p->hidden ? REPORT_EDIT_SHOW : REPORT_EDIT_HIDE, NULL, NULL);
    if (editing_button(e, r, x, text("editing.add"), "A", off_unless(p->can_add))) editing_open(e, EDITING_ADD);
    if (editing_button(e, r, x, text("editing.add-section"), "S", 0)) editing_open(e, EDITING_ADD_SECTION);
    if (editing_button(e, r, x, text("editing.restore"), "R", off_unless(p->changed || p->hidden)))
        editing_edit(e, p->key, REPORT_EDIT_RESTORE, NULL, NULL);
}

static void whole_buttons(struct editing *e, struct rect *r, float x)
{
    if (editing_button(e, r, &x, text(e->view->word[0] ? "editing.word-change" : "editing.word-write"), "W", 0)) editing_open(e, EDITING_WRITE_WORD);
    if (editing_button(e, r, &x, text("editing.undo"), "U", off_unless(e->m->can_undo))) wish(e->wishes, WISH_UNDO);
    editing_buttons_end(e, r, &x);
    editing_gap(e, r, 10);
}

/* --- what it rests on --- */

void editing_told_block(struct editing *e, struct rect *r)
{
    const struct editing_part *p = editing_chosen(e);
    if (!p || !p->told[0] || !p->changed) return;
    editing_say(e, r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, text(p->added ? "editing.first-words" : "editing.told"));
    editing_gap(e, r, 6);
    editing_say(e, r, 15, WEIGHT_REGULAR, THEME_TEXT, WORDS_LINES, p->told);
    editing_gap(e, r, 18);
}

static const char *evidence_head(struct editing *e, const struct editing_evidence *ev)
{
    if (strncmp(ev->when, ev->number, strlen(ev->number)) == 0) return ev->when;
    return ev->when[0] ? text_fill(ui_arena(e->ui), "editing.evidence-when", "n", ev->number, "when", ev->when, NULL) : ev->number;
}

static void evidence_row(struct editing *e, struct rect *r, const struct editing_evidence *ev)
{
    float width = r->w - ui_px(e->ui, 24), head = page_words_height(e->ui, width, 13, WEIGHT_SEMIBOLD, 2, evidence_head(e, ev));
    float height = head + page_words_height(e->ui, width, 15, WEIGHT_REGULAR, EVIDENCE_LINES, ev->words) + ui_px(e->ui, 20);
    struct rect box = rect_cut_top(r, height);
    editing_gap(e, r, 8);
    if (!e->paint) return;
    box = page_panel(e->ui, box, THEME_NEUTRAL_PANEL, 0);
    box = rect_inset(box, ui_px(e->ui, 12), ui_px(e->ui, 10));
    page_words(e->ui, &box, 13, WEIGHT_SEMIBOLD, THEME_TEXT_DIM, 2, evidence_head(e, ev));
    page_words(e->ui, &box, 15, WEIGHT_REGULAR, THEME_TEXT, EVIDENCE_LINES, ev->words);
}

static const char *evidence_none(const struct editing_part *p)
{
    if (p->added || p->kind == EDITING_WORD) return text("editing.evidence.yours");
    return text(p->kind == EDITING_SECTION ? "editing.evidence.section" : p->kind == EDITING_PICTURE ? "editing.evidence.picture" : "editing.evidence.none");
}

void editing_evidence_block(struct editing *e, struct rect *r)
{
    const struct editing_part *p = editing_chosen(e);
    if (!p) return;
    editing_say(e, r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, text("editing.evidence"));
    editing_gap(e, r, 8);
    if (p->evidence_count == 0) editing_say(e, r, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, evidence_none(p));
    for (int i = 0; i < p->evidence_count; i++) evidence_row(e, r, &p->evidence[i]);
}

/* --- the whole --- */

static void part_block(struct editing *e, struct rect *r)
{
    const struct editing_part *p = editing_chosen(e);
    float x = 0;
    editing_say(e, r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, where(e, p));
    editing_gap(e, r, 8);
    words_block(e, r, p);
    part_buttons(e, r, &x, p);
    if (e->paint && ui_shortcut(e->ui, "Enter")) editing_open(e, EDITING_CHANGE);
    whole_buttons(e, r, x);
    editing_told_block(e, r);
    editing_evidence_block(e, r);
}

static void lost_block(struct editing *e, struct rect *r)
{
    const struct editing_lost *lost = editing_chosen_lost(e);
    editing_say(e, r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, text("editing.lost"));
    editing_gap(e, r, 8);
    editing_say(e, r, 17, WEIGHT_MEDIUM, THEME_TEXT, WORDS_LINES, lost->words[0] ? lost->words : text("editing.lost-hidden"));
    editing_gap(e, r, 10);
    editing_say(e, r, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 6, text("editing.lost-how"));
    editing_gap(e, r, 14);
    whole_buttons(e, r, 0);
}

static void block(struct editing *e, struct rect *r)
{
    if (e->m->form != EDITING_NO_FORM) editing_form_block(e, r);
    else if (editing_chosen(e)) part_block(e, r);
    else if (editing_chosen_lost(e)) lost_block(e, r);
}

void editing_panel(struct editing *e, struct rect r)
{
    float bar = ui_px(e->ui, 18);
    struct rect measured = {0, 0, r.w - bar, ENDLESS};
    e->paint = 0;
    block(e, &measured);
    e->paint = 1;
    struct rect inner = ui_scroll_begin(e->ui, "part", r, ENDLESS - measured.h);
    inner.w = r.w - bar;
    inner.h = ENDLESS;
    block(e, &inner);
    ui_scroll_end(e->ui);
}
