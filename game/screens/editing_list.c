#include "base/utf8.h"
#include "editing_parts.h"

#include <stdlib.h>

enum { WORDS_LINES = 2, SHORT_LABEL = 80, DEEP_MOST = 4 };

/* --- a row --- */

static const char *state_word(const struct editing_part *p)
{
    if (p->hidden) return text("editing.state.hidden");
    if (p->kind == EDITING_WORD || p->added) return text("editing.state.added");
    return p->changed ? text("editing.state.changed") : "";
}

static const char *words_of(const struct editing *e, int index)
{
    const struct view_editing *v = e->view;
    if (index < v->part_count) return v->parts[index].words;
    const char *words = index < v->part_count + v->lost_count ? v->lost[index - v->part_count].words : "";
    return words[0] ? words : text("editing.lost-hidden");
}

/* The place makes it one of its own where two parts say the same. */
const char *editing_label(const struct editing *e, int index)
{
    const char *words = words_of(e, index);
    return arena_printf(ui_arena(e->ui), "%d. %.*s", index + 1, (int)utf8_prefix(words, SHORT_LABEL), words);
}

static float size_of(const struct editing_part *p) { return p && p->kind == EDITING_SECTION ? 15.5f : 14; }

static enum draw_weight weight_of(const struct editing_part *p)
{
    if (!p) return WEIGHT_REGULAR;
    if (p->kind == EDITING_SECTION || p->kind == EDITING_TITLE) return WEIGHT_BOLD;
    return p->kind == EDITING_LEAD || p->kind == EDITING_WORD ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR;
}

static float indent_of(const struct editing *e, const struct editing_part *p)
{
    int depth = p ? p->depth : 0;
    return ui_px(e->ui, 10 + 16 * (float)(depth < DEEP_MOST ? depth : DEEP_MOST));
}

struct row { const struct editing_part *part; const char *words, *state; float indent, pill, gap; };

static struct row row_of(const struct editing *e, int index)
{
    const struct editing_part *p = index < e->view->part_count ? &e->view->parts[index] : NULL;
    struct row row = {p, words_of(e, index), p ? state_word(p) : "", indent_of(e, p), 0, 0};
    if (row.state[0]) row.pill = ui_pill_width(e->ui, 12, row.state) + ui_px(e->ui, 10);
    if (p && p->kind == EDITING_SECTION && p->depth == 0 && index > 0) row.gap = ui_px(e->ui, 10);
    return row;
}

static float words_width(const struct editing *e, const struct row *row, float width) { return width - row->indent - row->pill - ui_px(e->ui, 10); }

static float row_height(const struct editing *e, const struct row *row, float width)
{
    return row->gap + ui_px(e->ui, 12) +
           page_words_height(e->ui, words_width(e, row, width), size_of(row->part), weight_of(row->part), WORDS_LINES, row->words);
}

static void state_draw(const struct editing *e, struct rect line, const struct row *row)
{
    int hidden = row->part->hidden;
    float width = ui_pill_width(e->ui, 12, row->state);
    ui_pill(e->ui, line.x + line.w - width - ui_px(e->ui, 8), line.y + ui_px(e->ui, 5), 12, hidden ? THEME_TEXT_DIM : THEME_TEAM, THEME_NEUTRAL_PANEL, row->state);
}

/* The chosen one is changed by Enter or a second click. */
static void row_draw(struct editing *e, struct rect r, int index, const struct row *row)
{
    const char *label = editing_label(e, index);
    int chosen = index == e->m->chosen, writing = e->m->form != EDITING_NO_FORM, off = row->part && (row->part->hidden || row->part->within);
    rect_cut_top(&r, row->gap);
    int used = ui_row(e->ui, r, label, "", (chosen ? UI_SELECTED : 0) | (writing ? UI_DISABLED : 0));
    struct rect words = rect_inset(r, 0, ui_px(e->ui, 6));
    rect_cut_left(&words, row->indent);
    words.w = words_width(e, row, r.w);
    page_words(e->ui, &words, size_of(row->part), weight_of(row->part), off || !row->part ? THEME_TEXT_DIM : THEME_TEXT, WORDS_LINES, row->words);
    if (row->state[0]) state_draw(e, r, row);
    if (writing) return;
    if (used && chosen) editing_open(e, EDITING_CHANGE);
    else if (used) editing_take(e, index);
}

/* --- the whole --- */

/* The section before or after the chosen part. */
static int section_beside(const struct editing *e, int step)
{
    const struct view_editing *v = e->view;
    for (int i = e->m->chosen + step; i >= 0 && i < v->part_count; i += step)
        if (v->parts[i].kind == EDITING_SECTION && v->parts[i].depth == 0) return i;
    return step > 0 ? e->m->chosen : 0;
}

static void section_button(struct editing *e, struct rect *line, const char *label, const char *key, int step)
{
    int to = section_beside(e, step), off = e->m->form != EDITING_NO_FORM || to == e->m->chosen ? UI_DISABLED : 0;
    struct rect box = rect_cut_right(line, ui_button_width(e->ui, label, key, UI_SMALL | UI_QUIET));
    rect_cut_right(line, ui_px(e->ui, 6));
    if (ui_button(e->ui, box, label, key, UI_SMALL | UI_QUIET | off)) editing_choose(e, to);
}

/* In the list the arrows choose: from the row that has the focus, or from the chosen one. */
static void arrows(struct editing *e)
{
    const struct ui_item *focused = ui_focused(e->ui);
    int count = e->view->part_count + e->view->lost_count, at = e->m->chosen;
    if (e->m->form != EDITING_NO_FORM || (focused && focused->role != UI_ROW)) return;
    if (focused) at = (int)strtol(focused->label, NULL, 10) - 1;
    if (at + 1 < count && ui_shortcut(e->ui, "Down")) editing_choose(e, at + 1);
    else if (at > 0 && ui_shortcut(e->ui, "Up")) editing_choose(e, at - 1);
}

static void head_draw(struct editing *e, struct rect line)
{
    struct ui *ui = e->ui;
    section_button(e, &line, text("editing.section-next"), "N", 1);
    section_button(e, &line, text("editing.section-before"), "B", -1);
    const char *made = e->view->edits ? text_count(ui_arena(ui), "editing.count", e->view->edits) : text("editing.count.none");
    if (ui_text_width(ui, 13, WEIGHT_MEDIUM, made) < line.w) ui_text(ui, line, 13, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0, made);
}

static float lost_head_height(const struct editing *e, float width)
{
    if (e->view->lost_count == 0) return 0;
    return ui_px(e->ui, 30) + page_words_height(e->ui, width - ui_px(e->ui, 20), 14, WEIGHT_SEMIBOLD, 2, text("editing.lost"));
}

static void lost_head_draw(struct editing *e, struct rect r)
{
    if (r.h <= 0) return;
    rect_cut_top(&r, ui_px(e->ui, 20));
    r = rect_inset(r, ui_px(e->ui, 10), 0);
    page_words(e->ui, &r, 14, WEIGHT_SEMIBOLD, THEME_WARN, 2, text("editing.lost"));
}

static void rows_draw(struct editing *e, struct rect r)
{
    int parts = e->view->part_count, count = parts + e->view->lost_count;
    float width = r.w - ui_px(e->ui, 18), lost = lost_head_height(e, width), total = lost;
    struct row *rows = arena_array(ui_arena(e->ui), (size_t)count, sizeof *rows);
    float *heights = arena_array(ui_arena(e->ui), (size_t)count, sizeof *heights);
    for (int i = 0; i < count; i++) {
        rows[i] = row_of(e, i);
        total += heights[i] = row_height(e, &rows[i], width);
    }
    struct rect inner = ui_scroll_begin(e->ui, "parts", r, total);
    inner.w = width;
    for (int i = 0; i < count; i++) {
        if (i == parts) lost_head_draw(e, rect_cut_top(&inner, lost));
        row_draw(e, rect_cut_top(&inner, heights[i]), i, &rows[i]);
    }
    ui_scroll_end(e->ui);
}

void editing_list(struct editing *e, struct rect r)
{
    arrows(e);
    head_draw(e, rect_cut_top(&r, ui_px(e->ui, 32)));
    rect_cut_top(&r, ui_px(e->ui, 8));
    ui_scope_push(e->ui, "parts");
    rows_draw(e, r);
    ui_scope_pop(e->ui);
}
