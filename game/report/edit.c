/* Changes, leaves out and adds, one edit after the other. */
#include "report/edit.h"
#include "base/text.h"
#include "edit_parts.h"
#include <string.h>

enum { SENTENCES_MOST = 64 }; /* lines of one edit */

/* --- words --- */

/* One run instead of many; what it refers to stays at its end. */
static void set_runs(struct edit_parts *p, struct paper_block *b, const struct paper_run *told, const char *words)
{
    struct paper_document t = {.arena = p->d->arena};
    struct paper_block *fresh = paper_paragraph(&t, PAPER_BODY, NULL);
    paper_add(&t, told && told->ink == PAPER_STRONG ? PAPER_STRONG : PAPER_TEXT, words);
    for (const struct paper_run *r = told; r; r = r->next)
        if (r->ink == PAPER_REFERENCE) paper_refer(&t, r->to, r->text);
    b->runs = fresh->runs;
    b->last_run = fresh->last_run;
}

static void change(struct edit_parts *p, struct edit_part *part, const char *words)
{
    struct paper_block *b = part->words;
    if (!words[0] || !edit_can_change(part)) return;
    if (b->kind == PAPER_SECTION) b->title = words;
    else set_runs(p, b, part->told_runs, words);
    b->author = PAPER_BY_FACILITATOR;
    part->changed = 1;
    if (strcmp(b->id ? b->id : "", "finding") == 0) p->d->subject = words;
}

static void restore(struct edit_parts *p, struct edit_part *part)
{
    struct paper_block *b = part->words;
    part->block->hidden = part->told_hidden;
    part->changed = 0;
    if (!b) return;
    b->title = part->told_title;
    b->runs = part->told_runs;
    b->last_run = part->told_last;
    b->author = part->told_author;
    if (b->id && strcmp(b->id, "finding") == 0) p->d->subject = paper_words(p->d->arena, b);
}

/* --- places --- */

static void insert(struct paper_block *parent, struct paper_block *at, struct paper_block *block)
{
    block->parent = parent;
    block->next = at ? at->next : parent->first;
    if (at) at->next = block;
    else parent->first = block;
    if (!block->next) parent->last = block;
}

static struct paper_block *before(const struct paper_block *b)
{
    struct paper_block *at = b->parent->first;
    if (at == b) return NULL;
    while (at->next != b) at = at->next;
    return at;
}

/* The last that stands before the first section. */
static struct paper_block *front_end(const struct paper_document *d)
{
    struct paper_block *at = NULL;
    for (struct paper_block *b = d->root->first; b && b->kind != PAPER_SECTION; b = b->next) at = b;
    return at;
}

static int holds_text(const struct paper_block *b)
{
    return b->kind == PAPER_ROOT || b->kind == PAPER_SECTION || b->kind == PAPER_BOX || b->kind == PAPER_ITEM;
}

/* Behind what was added after the same part before. */
static struct paper_block *behind(const struct edit_parts *p, struct paper_block *at, struct paper_block *first, const struct edit_part *anchor)
{
    for (struct paper_block *b = at ? at->next : first; b; b = b->next) {
        const struct edit_part *part = edit_parts_of(p, b);
        if (!part || part->after != anchor) break;
        at = b;
    }
    return at;
}

/* --- additions --- */

/* Each line a paragraph at the end of the open block. */
static void say_lines(struct paper_document *t, const char *words)
{
    for (int n = 0; *words && n < SENTENCES_MOST; n++) {
        size_t length = n + 1 < SENTENCES_MOST ? strcspn(words, "\n") : strlen(words);
        paper_say(t, PAPER_BODY, NULL, arena_dup_bytes(t->arena, words, length));
        words += length;
        words += *words == '\n';
    }
}

static const char *next_id(struct edit_parts *p) { return arena_printf(p->d->arena, "added.%d", ++p->additions); }

static void take_added(struct edit_parts *p, struct paper_block *block, struct edit_part *after)
{
    block->author = PAPER_BY_FACILITATOR;
    struct edit_part *part = edit_parts_take(p, block);
    if (!part) return;
    part->added = 1;
    part->after = after;
}

/* A sentence is a paragraph, an item among items; several lines are a box of paragraphs. */
static struct paper_block *sentence(struct edit_parts *p, int as_item, const char *id, const char *words)
{
    struct paper_document t = {.arena = p->d->arena};
    if (!as_item && !strchr(words, '\n')) return paper_say(&t, PAPER_BODY, id, words);
    struct paper_block *around = as_item ? paper_item(&t) : paper_box(&t, PAPER_PLAIN, id);
    around->id = id;
    say_lines(&t, words);
    return around;
}

static void add(struct edit_parts *p, struct edit_part *after, const char *words)
{
    const char *id = next_id(p);
    struct paper_block *at = after->block;
    if (!words[0] || !edit_can_add(after)) return;
    int heading = at->kind == PAPER_SECTION;
    while (!heading && at->kind != PAPER_ITEM && !holds_text(at->parent)) at = at->parent;
    struct paper_block *parent = heading ? at : at->parent, *fresh = sentence(p, at->kind == PAPER_ITEM, id, words);
    insert(parent, behind(p, heading ? NULL : at, parent->first, after), fresh);
    take_added(p, fresh, after);
}

static struct paper_block *section_of(struct edit_parts *p, const char *id, const char *title, const char *words)
{
    struct paper_document t = {.arena = p->d->arena};
    struct paper_block *section = paper_section(&t, 2, id, title);
    say_lines(&t, words);
    return section;
}

/* The paragraphs of an added section are parts of their own. */
static void take_paragraphs(struct edit_parts *p, struct paper_block *section)
{
    int n = 0;
    for (struct paper_block *b = section->first; b; b = b->next) {
        b->id = arena_printf(p->d->arena, "%s.%d", section->id, ++n);
        struct edit_part *part = edit_parts_take(p, b);
        if (part) part->added = 1;
    }
}

static void add_section(struct edit_parts *p, struct edit_part *after, const char *title, const char *words)
{
    const char *id = next_id(p);
    struct paper_block *at = after->block;
    if (!title[0] || !words[0]) return;
    while (at->parent && at->parent->kind != PAPER_ROOT) at = at->parent;
    if (at->kind != PAPER_SECTION) at = front_end(p->d);
    if (edit_is_annex(at)) at = before(at);
    struct paper_block *fresh = section_of(p, id, title, words);
    insert(p->d->root, behind(p, at, p->d->root->first, after), fresh);
    take_added(p, fresh, after);
    take_paragraphs(p, fresh);
}

static struct paper_block *word_of(struct edit_parts *p, const char *words)
{
    struct paper_document t = {.arena = p->d->arena};
    struct paper_block *box = paper_box(&t, PAPER_NOTE, "word");
    paper_say(&t, PAPER_LABEL, NULL, text("editing.word"));
    say_lines(&t, words);
    box->author = PAPER_BY_FACILITATOR;
    return box;
}

/* The box stays where it is once it is there; its contents are those of the latest. */
static void set_word(struct edit_parts *p, const char *words)
{
    struct edit_part *part = edit_parts_find(p, view_report_part("word"));
    struct paper_block *fresh = word_of(p, words);
    if (!part) {
        insert(p->d->root, front_end(p->d), fresh);
        part = edit_parts_take(p, fresh);
        if (part) part->added = 1;
    } else {
        part->block->first = fresh->first;
        part->block->last = fresh->last;
        for (struct paper_block *b = fresh->first; b; b = b->next) b->parent = part->block;
    }
    if (part) part->block->hidden = !words[0];
}

/* --- one after the other --- */

static void apply(struct edit_parts *p, struct edit_part *part, const struct view_report_edit *edit)
{
    switch (edit->what) {
    case REPORT_EDIT_CHANGE: change(p, part, edit->words); break;
    case REPORT_EDIT_HIDE: part->block->hidden |= edit_can_hide(part); break;
    case REPORT_EDIT_SHOW: part->block->hidden = 0; break;
    case REPORT_EDIT_ADD: add(p, part, edit->words); break;
    case REPORT_EDIT_SECTION: add_section(p, part, edit->title, edit->words); break;
    case REPORT_EDIT_RESTORE: restore(p, part); break;
    case REPORT_EDIT_WORD:
    case REPORT_EDIT_COUNT: break;
    }
}

/* Additions are counted although there is no place for them, so that the later ones keep their names. */
static void lose(struct edit_parts *p, int index, enum report_edit what)
{
    p->additions += what == REPORT_EDIT_ADD || what == REPORT_EDIT_SECTION;
    p->lost[p->lost_count++] = index;
}

void edit_parts_apply(struct edit_parts *p, const struct view_report_edits *edits)
{
    p->lost = arena_array(p->d->arena, (size_t)edits->count, sizeof *p->lost);
    for (int i = 0; i < edits->count; i++) {
        const struct view_report_edit *edit = &edits->items[i];
        struct edit_part *part = edit_parts_find(p, edit->part);
        if (edit->what == REPORT_EDIT_WORD) set_word(p, edit->words);
        else if (part) apply(p, part, edit);
        else lose(p, i, edit->what);
    }
}

/* Each edit adds at most itself and its lines. */
int edit_room_for(const struct view_report_edits *edits)
{
    int room = 0;
    for (int i = 0; i < edits->count; i++) {
        enum report_edit what = edits->items[i].what;
        if (what == REPORT_EDIT_ADD || what == REPORT_EDIT_SECTION || what == REPORT_EDIT_WORD) room += SENTENCES_MOST + 2;
    }
    return room;
}

void report_apply_edits(struct paper_document *d, const struct view_report_edits *edits)
{
    struct edit_parts parts;
    if (edits->count == 0 || !d->root) return;
    edit_parts_begin(&parts, d, edit_room_for(edits));
    edit_parts_apply(&parts, edits);
}
