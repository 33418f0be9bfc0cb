#include "editing_parts.h"

#include <string.h>

enum { WORDS_MOST = LIMIT_TEXT };

void editing_begin(struct editing_memory *m)
{
    memset(m, 0, sizeof *m);
    m->words.limit = WORDS_MOST;
    m->words.multiline = 1;
    m->title.limit = EDITING_TITLE_MOST;
    m->team = m->report_path = m->written = m->problem = "";
}

void editing_end(struct editing_memory *m)
{
    ui_edit_release(&m->words);
    ui_edit_release(&m->title);
}

/* --- what is chosen --- */

static int all(const struct view_editing *v) { return v->part_count + v->lost_count; }

const struct editing_part *editing_chosen(const struct editing *e)
{
    int i = e->m->chosen;
    return i >= 0 && i < e->view->part_count ? &e->view->parts[i] : NULL;
}

const struct editing_lost *editing_chosen_lost(const struct editing *e)
{
    int i = e->m->chosen - e->view->part_count;
    return i >= 0 && i < e->view->lost_count ? &e->view->lost[i] : NULL;
}

void editing_take(struct editing *e, int index)
{
    e->m->chosen = index;
    if (editing_chosen(e)) e->m->key = editing_chosen(e)->key;
}

void editing_choose(struct editing *e, int index)
{
    editing_take(e, index);
    ui_focus(e->ui, UI_ROW, editing_label(e, index));
}

/* Parts come and go between runs; the chosen one stays the chosen one. */
static void follow_key(struct editing *e)
{
    const struct view_editing *v = e->view;
    if (editing_chosen_lost(e) || (editing_chosen(e) && editing_chosen(e)->key == e->m->key)) return;
    for (int i = 0; i < v->part_count; i++)
        if (v->parts[i].key == e->m->key) e->m->chosen = i;
    if (e->m->chosen >= all(v)) e->m->chosen = all(v) - 1;
}

static void memory_follow(struct editing *e)
{
    struct editing_memory *m = e->m;
    follow_key(e);
    if (!m->begun) {
        m->begun = 1;
        editing_choose(e, 0);
    } else if (e->view->edits != m->edits) {
        editing_choose(e, e->view->edits > m->edits && e->view->newest >= 0 ? e->view->newest : m->chosen);
    }
    m->edits = e->view->edits;
}

/* --- the page --- */

static void top_draw(struct editing *e, struct rect *page)
{
    struct ui *ui = e->ui;
    struct rect bar = page_top(ui, page);
    int writing = e->m->form != EDITING_NO_FORM;
    if (page_button(ui, &bar, text("editing.back"), writing ? "" : "Esc", UI_QUIET | (writing ? UI_DISABLED : 0))) wish_number(e->wishes, WISH_EDIT_REPORT, 0);
    if (page_button(ui, &bar, text("editing.preview"), "P", writing ? UI_DISABLED : UI_PRIMARY)) wish(e->wishes, WISH_REPORT);
    page_title(ui, bar, text("editing.title"), e->m->team);
}

/* Where the report lies, once it was written from here. */
static void written_draw(struct editing *e, struct rect *page)
{
    struct ui *ui = e->ui;
    const char *words = e->m->problem;
    if (!words[0] && e->m->report_path[0]) words = text_fill(ui_arena(ui), "editing.written", "written", e->m->written, "path", e->m->report_path, NULL);
    if (!words[0]) return;
    float margin = ui_px(ui, 24), height = page_words_height(ui, page->w - 2 * margin, 14, WEIGHT_MEDIUM, 3, words) + ui_px(ui, 14);
    struct rect line = rect_cut_top(page, height);
    draw_rect(ui_list(ui), line, 0, page_color(ui, e->m->problem[0] ? THEME_BAD_PANEL : THEME_GOOD_PANEL));
    line = rect_inset(line, margin, ui_px(ui, 7));
    page_words(ui, &line, 14, WEIGHT_MEDIUM, e->m->problem[0] ? THEME_BAD : THEME_GOOD, 3, words);
}

void editing_screen(struct ui *ui, const struct view_editing *view, struct editing_memory *m, struct wishes *wishes)
{
    struct editing e = {ui, view, m, wishes, 1};
    struct rect page = page_begin(ui);
    int wide = page_width(ui) >= 900;
    memory_follow(&e);
    top_draw(&e, &page);
    written_draw(&e, &page);
    page = rect_inset(page, ui_px(ui, wide ? 24 : 14), ui_px(ui, wide ? 18 : 10));
    struct rect list = wide ? rect_cut_left(&page, page.w * 0.46f) : rect_cut_top(&page, page.h * (m->form == EDITING_NO_FORM ? 0.42f : 0));
    if (wide) rect_cut_left(&page, ui_px(ui, 22));
    else if (list.h > 0) rect_cut_top(&page, ui_px(ui, 10));
    if (wide || list.h > 0) editing_list(&e, list);
    editing_panel(&e, page);
}
