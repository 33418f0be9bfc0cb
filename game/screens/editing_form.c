/* Words of the facilitator: changed, added, a section, or the word at the front. */
#include "editing_parts.h"

#include <string.h>

enum { FIELD_LEAST = 3, FIELD_MOST = 14 }; /* lines that show */

static int is_prose(enum editing_form form) { return form == EDITING_ADD_SECTION || form == EDITING_WRITE_WORD; }

/* --- opening and leaving --- */

/* Lines are one to whoever changes a sentence. */
static const char *in_one_line(struct editing *e, const char *words)
{
    char *line = arena_dup(ui_arena(e->ui), words);
    for (char *c = line; *c; c++)
        if (*c == '\n') *c = ' ';
    return line;
}

static const char *words_before(struct editing *e, enum editing_form form)
{
    const struct editing_part *p = editing_chosen(e);
    if (form == EDITING_WRITE_WORD) return e->view->word;
    return form == EDITING_CHANGE && p ? in_one_line(e, p->words) : "";
}

static const char *first_field(enum editing_form form) { return text(form == EDITING_ADD_SECTION ? "editing.heading" : "editing.words"); }

void editing_open(struct editing *e, enum editing_form form)
{
    struct editing_memory *m = e->m;
    const struct editing_part *p = editing_chosen(e);
    if (form == EDITING_CHANGE && p && p->kind == EDITING_WORD) form = EDITING_WRITE_WORD;
    if (form != EDITING_WRITE_WORD && !p) return;
    if (form == EDITING_CHANGE && !p->can_change) return;
    int again = m->draft == form && (form == EDITING_WRITE_WORD || m->draft_key == m->key);
    if (!again) {
        ui_edit_set(&m->words, words_before(e, form));
        ui_edit_set(&m->title, "");
    }
    m->form = form;
    m->draft = EDITING_NO_FORM;
    ui_focus(e->ui, UI_FIELD, first_field(form));
}

static void close_form(struct editing *e, enum editing_form draft)
{
    e->m->draft = draft;
    e->m->draft_key = e->m->key;
    e->m->form = EDITING_NO_FORM;
    ui_focus(e->ui, UI_ROW, editing_label(e, e->m->chosen));
}

static int is_blank(const char *words) { return words[strspn(words, " \n")] == '\0'; }

/* The word may be taken back by writing none. */
static int can_keep(const struct editing *e)
{
    const struct editing_memory *m = e->m;
    const char *words = ui_edit_text(&m->words);
    if (m->form == EDITING_WRITE_WORD) return strcmp(words, e->view->word) != 0;
    if (m->form == EDITING_ADD_SECTION && is_blank(ui_edit_text(&m->title))) return 0;
    return !is_blank(words);
}

static void keep(struct editing *e)
{
    static const enum report_edit edits[] = {REPORT_EDIT_COUNT, REPORT_EDIT_CHANGE, REPORT_EDIT_ADD, REPORT_EDIT_SECTION, REPORT_EDIT_WORD};
    struct editing_memory *m = e->m;
    const char *words = ui_edit_text(&m->words);
    if (!can_keep(e)) return;
    int section = m->form == EDITING_ADD_SECTION, word = m->form == EDITING_WRITE_WORD;
    int same = m->form == EDITING_CHANGE && strcmp(words, words_before(e, m->form)) == 0;
    if (!same) editing_edit(e, word ? e->view->word_key : m->key, edits[m->form], word && is_blank(words) ? NULL : words, section ? ui_edit_text(&m->title) : NULL);
    close_form(e, EDITING_NO_FORM);
}

/* --- the form --- */

static float field_height(struct editing *e, float width)
{
    float leading = ui_leading(e->ui, 15), inner = width - ui_px(e->ui, 2 * 11);
    float lines = ui_text_height(e->ui, 15, WEIGHT_REGULAR, inner, ui_edit_text(&e->m->words), FIELD_MOST) / leading + 1;
    lines = lines < FIELD_LEAST ? FIELD_LEAST : lines > FIELD_MOST ? FIELD_MOST : lines;
    return lines * leading + ui_px(e->ui, 20);
}

/* A sentence has no lines: there Enter keeps it, and what was pasted is one. Returns 1 when Enter was pressed. */
static int without_lines(struct editing *e, size_t before)
{
    struct ui_edit *edit = &e->m->words;
    const char *words = ui_edit_text(edit), *line = strchr(words, '\n');
    if (!line) return 0;
    int entered = edit->text.length == before + 1 && !strchr(line + 1, '\n');
    char *clean = arena_dup(ui_arena(e->ui), words);
    if (entered) memmove(clean + (line - words), line + 1, strlen(line + 1) + 1);
    ui_edit_set(edit, entered ? clean : in_one_line(e, words));
    return entered;
}

static int words_field(struct editing *e, struct rect *r)
{
    struct rect box = rect_cut_top(r, field_height(e, r->w));
    size_t before = e->m->words.text.length;
    if (!e->paint) return 0;
    ui_field(e->ui, box, text("editing.words"), &e->m->words, text(is_prose(e->m->form) ? "editing.prose-hint" : "editing.words-hint"), 0);
    return !is_prose(e->m->form) && without_lines(e, before);
}

static void title_field(struct editing *e, struct rect *r)
{
    if (e->m->form != EDITING_ADD_SECTION) return;
    struct rect box = rect_cut_top(r, ui_px(e->ui, 44));
    editing_gap(e, r, 10);
    if (e->paint && ui_field(e->ui, box, text("editing.heading"), &e->m->title, text("editing.heading-hint"), 0) == 2)
        ui_focus(e->ui, UI_FIELD, text("editing.words"));
}

static void form_buttons(struct editing *e, struct rect *r, int entered)
{
    float x = 0;
    const char *keep_key = is_prose(e->m->form) ? "Ctrl+Enter" : "Enter";
    int pressed = editing_button(e, r, &x, text("editing.keep"), keep_key, can_keep(e) ? UI_PRIMARY : UI_DISABLED);
    int left = editing_button(e, r, &x, text("editing.cancel"), "Esc", 0);
    editing_buttons_end(e, r, &x);
    if (!e->paint) return;
    if (pressed || entered || (!is_prose(e->m->form) && ui_shortcut(e->ui, "Ctrl+Enter"))) keep(e);
    else if (left) close_form(e, e->m->form);
}

void editing_form_block(struct editing *e, struct rect *r)
{
    static const char *const heads[] = {"", "editing.form.change", "editing.form.add", "editing.form.section", "editing.form.word"};
    enum editing_form form = e->m->form;
    editing_say(e, r, 20, WEIGHT_BOLD, THEME_TEXT, 2, text(heads[form]));
    editing_gap(e, r, 10);
    title_field(e, r);
    int entered = words_field(e, r);
    editing_gap(e, r, 8);
    editing_say(e, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, text(is_prose(form) ? "editing.prose-how" : "editing.words-how"));
    editing_gap(e, r, 12);
    form_buttons(e, r, entered);
    editing_gap(e, r, 10);
    if (form == EDITING_WRITE_WORD) return;
    editing_told_block(e, r);
    editing_evidence_block(e, r);
}
