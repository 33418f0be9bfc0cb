/* The parts of the report for whoever edits it. */
#include "base/str.h"
#include "base/text.h"
#include "edit_parts.h"
#include "report/edit.h"
#include <stdio.h>
#include <string.h>

enum { EVIDENCE_MOST = 60 }; /* rows that one part rests on */

struct listing {
    struct edit_parts *parts;
    struct arena *a;
    struct view_editing *out;
};

/* --- words --- */

static void join(struct str *out, const char *words, const char *between)
{
    if (!words[0]) return;
    if (out->length) str_append(out, between);
    str_append(out, words);
}

static const char *kept(struct arena *a, struct str *words)
{
    const char *copy = arena_dup(a, str_text(words));
    str_release(words);
    return copy;
}

static struct paper_block *end_of(const struct paper_block *b)
{
    while (b && !b->next) b = b->parent;
    return b ? b->next : NULL;
}

/* All that is said from `first` on, up to `end`. */
static const char *told_between(struct arena *a, const struct paper_block *first, const struct paper_block *end, const char *between)
{
    struct str out = {0};
    for (const struct paper_block *b = first; b && b != end; b = paper_next(b))
        if (b->kind == PAPER_PARAGRAPH) join(&out, paper_words(a, b), between);
    return kept(a, &out);
}

static const char *words_in(struct arena *a, const struct paper_block *b, const char *between) { return told_between(a, b, end_of(b), between); }

static const char *named(struct arena *a, const struct paper_block *b)
{
    static const char *const keys[3][2] = {{"editing.a-picture", "editing.the-picture"}, {"editing.a-table", "editing.the-table"}, {"editing.a-list", "editing.the-list"}};
    int kind = b->kind == PAPER_PICTURE || b->kind == PAPER_COLUMNS ? 0 : b->kind == PAPER_TABLE ? 1 : 2;
    return b->title[0] ? text_fill(a, keys[kind][1], "words", b->title, NULL) : text(keys[kind][0]);
}

static int is_whole(const struct paper_block *b) { return b->kind == PAPER_ITEM || b->kind == PAPER_BOX || b->kind == PAPER_ROW; }

static const char *words_of(struct arena *a, const struct edit_part *part)
{
    const struct paper_block *b = part->block;
    if (b->kind == PAPER_SECTION) return b->title;
    if (b->kind == PAPER_PARAGRAPH) return paper_words(a, b);
    return is_whole(b) ? words_in(a, b, " · ") : named(a, b);
}

static const char *told_of(struct arena *a, const struct edit_part *part)
{
    struct paper_block was = {.runs = part->told_runs};
    if (part->added && !part->changed) return "";
    if (part->block->kind == PAPER_SECTION) return part->told_title;
    return part->words ? paper_words(a, &was) : "";
}

/* --- what it rests on --- */

static struct editing_evidence evidence_of(struct arena *a, const struct paper_block *row, const char *number)
{
    struct editing_evidence e = {.number = number, .when = "", .words = ""};
    if (row->kind != PAPER_ROW || !row->first) {
        e.words = row->kind == PAPER_SECTION ? row->title : words_in(a, row, " · ");
        return e;
    }
    e.when = words_in(a, row->first, " ");
    e.words = told_between(a, row->first->next, end_of(row), " · ");
    return e;
}

/* What a part refers to, each once. */
struct cited { const struct paper_block *rows[EVIDENCE_MOST]; const char *numbers[EVIDENCE_MOST]; int count; };

static int is_new(const struct cited *c, const struct paper_block *row)
{
    for (int i = 0; i < c->count; i++)
        if (c->rows[i] == row) return 0;
    return c->count < EVIDENCE_MOST;
}

static void cite(struct listing *l, struct cited *c, const struct paper_block *begin, int deep);

/* Where more is cited than fits a sentence, a row of the annex refers to all of it. */
static void cite_one(struct listing *l, struct cited *c, const struct paper_run *r, int deep)
{
    const struct paper_block *row = r->to ? paper_find(l->parts->d, r->to) : NULL;
    if (!row) return;
    if (!deep && strncmp(r->to, "rests.", 6) == 0) cite(l, c, row, 1);
    else if (is_new(c, row)) {
        c->rows[c->count] = row;
        c->numbers[c->count++] = r->text;
    }
}

static void cite(struct listing *l, struct cited *c, const struct paper_block *begin, int deep)
{
    const struct paper_block *end = begin ? end_of(begin) : NULL;
    for (const struct paper_block *b = begin; b && b != end; b = paper_next(b))
        for (const struct paper_run *r = b->runs; r; r = r->next)
            if (r->ink == PAPER_REFERENCE) cite_one(l, c, r, deep);
}

/* Where its references stand: a section's on the line below its heading, a text's with all that is told beside it. */
static const struct paper_block *cites(const struct edit_part *part)
{
    const struct paper_block *b = part->block;
    while (part->inner && b->parent && !(b->id && is_whole(b))) b = b->parent;
    if (b->kind != PAPER_SECTION) return b;
    return b->first && edit_is_rests(b->first) ? b->first : NULL;
}

static void evidence_take(struct listing *l, const struct edit_part *part, struct editing_part *out)
{
    struct cited c = {.count = 0};
    cite(l, &c, cites(part), 0);
    out->evidence = arena_array(l->a, (size_t)c.count, sizeof *out->evidence);
    for (int i = 0; i < c.count; i++) out->evidence[out->evidence_count++] = evidence_of(l->a, c.rows[i], c.numbers[i]);
}

/* --- one part --- */

static enum editing_kind kind_of(const struct paper_block *b)
{
    if (b->kind == PAPER_SECTION) return EDITING_SECTION;
    if (strcmp(b->id ? b->id : "", "word") == 0) return EDITING_WORD;
    if (is_whole(b)) return EDITING_GROUP;
    if (b->kind != PAPER_PARAGRAPH) return EDITING_PICTURE;
    switch ((int)b->style) {
    case PAPER_TITLE: return EDITING_TITLE;
    case PAPER_LEAD:
    case PAPER_DECISION: return EDITING_LEAD;
    case PAPER_KICKER:
    case PAPER_ASIDE: return EDITING_NOTE;
    case PAPER_QUOTE:
    case PAPER_BYLINE:
    case PAPER_EVIDENCE: return EDITING_QUOTE;
    default: return EDITING_TEXT;
    }
}

static const struct paper_block *section_around(const struct paper_block *b)
{
    for (b = b->parent; b; b = b->parent)
        if (b->kind == PAPER_SECTION) return b;
    return NULL;
}

static int is_within_hidden(const struct paper_block *b)
{
    for (b = b->parent; b; b = b->parent)
        if (b->hidden) return 1;
    return 0;
}

static int has_inner(const struct edit_parts *p, const struct edit_part *part)
{
    const struct edit_part *next = part + 1;
    return is_whole(part->block) && next < p->items + p->count && next->inner;
}

static void part_take(struct listing *l, const struct edit_part *part)
{
    const struct paper_block *b = part->block, *section = section_around(b);
    struct editing_part *out = &l->out->parts[l->out->part_count++];
    *out = (struct editing_part){.key = part->key, .kind = kind_of(b), .changed = part->changed, .added = part->added, .hidden = b->hidden};
    out->depth = (b->kind == PAPER_SECTION ? b->level - 2 : section ? section->level - 1 : 0) + part->inner;
    out->words = out->kind == EDITING_WORD ? l->out->word : words_of(l->a, part);
    out->told = out->kind == EDITING_WORD ? "" : told_of(l->a, part);
    out->section = section ? section->title : "";
    out->within = is_within_hidden(b);
    out->can_change = edit_can_change(part) && !has_inner(l->parts, part);
    out->can_hide = edit_can_hide(part);
    out->can_add = edit_can_add(part);
    evidence_take(l, part, out);
}

/* --- all of them --- */

static const struct paper_block *word_block(const struct paper_document *d)
{
    const struct paper_block *b = paper_find(d, "word");
    return b && !b->hidden ? b : NULL;
}

/* The facilitator's word as it was typed, without its label. */
static const char *word_words(struct listing *l)
{
    const struct paper_block *b = word_block(l->parts->d);
    return b && b->first ? told_between(l->a, b->first->next, end_of(b), "\n") : "";
}

/* What was taken back later is not missed. */
static int is_missed(const struct view_report_edits *edits, int index)
{
    enum report_edit what = edits->items[index].what;
    if (what == REPORT_EDIT_SHOW || what == REPORT_EDIT_RESTORE) return 0;
    for (int i = index + 1; what == REPORT_EDIT_CHANGE || what == REPORT_EDIT_HIDE ? i < edits->count : 0; i++) {
        const struct view_report_edit *later = &edits->items[i];
        if (later->part != edits->items[index].part) continue;
        if (later->what == what || later->what == REPORT_EDIT_RESTORE || (what == REPORT_EDIT_HIDE && later->what == REPORT_EDIT_SHOW)) return 0;
    }
    return 1;
}

static void lost_take(struct listing *l, const struct view_report_edits *edits)
{
    l->out->lost = arena_array(l->a, (size_t)l->parts->lost_count, sizeof *l->out->lost);
    for (int i = 0; i < l->parts->lost_count; i++) {
        const struct view_report_edit *edit = &edits->items[l->parts->lost[i]];
        if (!is_missed(edits, l->parts->lost[i])) continue;
        const char *words = edit->title[0] ? arena_printf(l->a, "%s\n%s", edit->title, edit->words) : edit->words;
        l->out->lost[l->out->lost_count++] = (struct editing_lost){edit->part, (int32_t)edit->what, words};
    }
}

/* What the last edit added can be shown at once. */
static int newest_of(const struct view_editing *out, const struct view_report_edits *edits, int additions)
{
    enum report_edit last = edits->count ? edits->items[edits->count - 1].what : REPORT_EDIT_COUNT;
    char id[32];
    snprintf(id, sizeof id, "added.%d", additions);
    int32_t key = last == REPORT_EDIT_WORD ? out->word_key : view_report_part(id);
    if (last != REPORT_EDIT_WORD && last != REPORT_EDIT_ADD && last != REPORT_EDIT_SECTION) return -1;
    for (int i = 0; i < out->part_count; i++)
        if (out->parts[i].key == key) return i;
    return -1;
}

void report_edit_list(struct paper_document *d, const struct view_report_edits *edits, struct view_editing *out)
{
    struct edit_parts parts;
    struct listing l = {&parts, d->arena, out};
    edit_parts_begin(&parts, d, edit_room_for(edits));
    edit_parts_apply(&parts, edits);
    *out = (struct view_editing){.edits = edits->count, .newest = -1, .word_key = view_report_part("word")};
    out->word = word_words(&l);
    out->parts = arena_array(d->arena, (size_t)parts.count, sizeof *out->parts);
    for (const struct paper_block *b = d->root; b; b = paper_next(b)) {
        const struct edit_part *part = edit_parts_of(&parts, b);
        if (part && out->part_count < parts.count) part_take(&l, part);
    }
    lost_take(&l, edits);
    out->newest = newest_of(out, edits, parts.additions);
}
