#include "paper/document.h"
#include "base/str.h"
#include <assert.h>
#include <string.h>

static const char *said(const char *text) { return text ? text : ""; }

static struct paper_block *append(struct paper_document *d, enum paper_kind kind, const char *id)
{
    struct paper_block *b = arena_alloc(d->arena, sizeof *b);
    if (!d->root) d->root = d->open = arena_alloc(d->arena, sizeof *d->root);
    assert(d->open);
    *b = (struct paper_block){.kind = kind, .id = id, .title = "", .parent = d->open};
    if (d->open->last) d->open->last->next = b;
    else d->open->first = b;
    d->open->last = b;
    d->latest = NULL;
    return b;
}

static struct paper_block *begin(struct paper_document *d, enum paper_kind kind, const char *id)
{
    struct paper_block *b = append(d, kind, id);
    d->open = b;
    return b;
}

void paper_end(struct paper_document *d)
{
    assert(d->open && d->open->parent);
    d->open = d->open->parent;
    d->latest = NULL;
}

struct paper_block *paper_section(struct paper_document *d, int level, const char *id, const char *title)
{
    struct paper_block *b = begin(d, PAPER_SECTION, id);
    assert(level >= 2 && level <= 4);
    b->level = level;
    b->title = said(title);
    return b;
}

static struct paper_block *begin_look(struct paper_document *d, enum paper_kind kind, enum paper_look look, const char *id)
{
    struct paper_block *b = begin(d, kind, id);
    b->look = look;
    return b;
}

struct paper_block *paper_list(struct paper_document *d, enum paper_look look) { return begin_look(d, PAPER_LIST, look, NULL); }
struct paper_block *paper_item(struct paper_document *d) { return begin(d, PAPER_ITEM, NULL); }
struct paper_block *paper_row(struct paper_document *d, const char *id) { return begin(d, PAPER_ROW, id); }
struct paper_block *paper_cell(struct paper_document *d) { return begin(d, PAPER_CELL, NULL); }
struct paper_block *paper_card(struct paper_document *d) { return begin(d, PAPER_CARD, NULL); }
struct paper_block *paper_box(struct paper_document *d, enum paper_look look, const char *id) { return begin_look(d, PAPER_BOX, look, id); }

struct paper_block *paper_table(struct paper_document *d, enum paper_look look, const char *caption,
                                const struct paper_column *columns, int count)
{
    struct paper_block *b = begin_look(d, PAPER_TABLE, look, NULL);
    struct paper_column *copy = arena_array(d->arena, (size_t)count, sizeof *copy);
    assert(count > 0 && count <= PAPER_COLUMNS_MOST);
    for (int i = 0; i < count; i++) {
        copy[i] = columns[i];
        copy[i].head = said(columns[i].head);
    }
    b->title = said(caption);
    b->columns = copy;
    b->column_count = count;
    return b;
}

struct paper_block *paper_group_row(struct paper_document *d, const char *title)
{
    struct paper_block *row = begin(d, PAPER_ROW, NULL);
    row->level = 1;
    row->title = said(title);
    paper_end(d);
    return row;
}

struct paper_block *paper_head_cell(struct paper_document *d)
{
    struct paper_block *b = paper_cell(d);
    b->level = 1;
    return b;
}

struct paper_block *paper_columns(struct paper_document *d, int in_a_row)
{
    struct paper_block *b = begin(d, PAPER_COLUMNS, NULL);
    b->count = in_a_row;
    return b;
}

struct paper_block *paper_sheet(struct paper_document *d, float width, float height)
{
    struct paper_block *b = begin(d, PAPER_SHEET, NULL);
    b->width = width;
    b->height = height;
    return b;
}

struct paper_block *paper_paragraph(struct paper_document *d, enum paper_style style, const char *id)
{
    struct paper_block *b = append(d, PAPER_PARAGRAPH, id);
    b->style = style;
    d->latest = b;
    return b;
}

struct paper_block *paper_say(struct paper_document *d, enum paper_style style, const char *id, const char *text)
{
    if (!said(text)[0]) return NULL;
    struct paper_block *b = paper_paragraph(d, style, id);
    paper_add(d, PAPER_TEXT, text);
    return b;
}

struct paper_block *paper_picture(struct paper_document *d, const struct draw_list *list, float width, float height,
                                  const char *title)
{
    struct paper_block *b = append(d, PAPER_PICTURE, NULL);
    struct draw_list *copy = arena_alloc(d->arena, sizeof *copy);
    *copy = *list;
    b->picture = copy;
    b->width = width;
    b->height = height;
    b->title = said(title);
    return b;
}

struct paper_block *paper_lines(struct paper_document *d, const char *label, int count, float height)
{
    struct paper_block *b = append(d, PAPER_LINES, NULL);
    b->title = said(label);
    b->count = count;
    b->height = height;
    return b;
}

struct paper_block *paper_break(struct paper_document *d) { return append(d, PAPER_BREAK, NULL); }

/* --- runs --- */

static struct paper_run *run(struct paper_document *d, enum paper_ink ink, const char *text)
{
    struct paper_block *p = d->latest;
    struct paper_run *r = arena_alloc(d->arena, sizeof *r);
    assert(p);
    *r = (struct paper_run){.ink = ink, .text = said(text)};
    if (p->last_run) p->last_run->next = r;
    else p->runs = r;
    p->last_run = r;
    return r;
}

void paper_add(struct paper_document *d, enum paper_ink ink, const char *text)
{
    if (said(text)[0] || ink == PAPER_NEWLINE) run(d, ink, text);
}

void paper_pill(struct paper_document *d, enum tone tone, const char *word)
{
    if (said(word)[0]) run(d, PAPER_PILL, word)->tone = tone;
}

void paper_refer(struct paper_document *d, const char *to, const char *number) { run(d, PAPER_REFERENCE, number)->to = to; }

void paper_cell_say(struct paper_document *d, const char *text)
{
    paper_cell(d);
    paper_say(d, PAPER_BODY, NULL, text);
    paper_end(d);
}

/* --- reading --- */

struct paper_block *paper_next(const struct paper_block *at)
{
    if (!at) return NULL;
    if (at->first) return at->first;
    while (at && !at->next) at = at->parent;
    return at ? at->next : NULL;
}

struct paper_block *paper_find(const struct paper_document *d, const char *id)
{
    for (struct paper_block *b = d->root; b; b = paper_next(b))
        if (b->id && strcmp(b->id, id) == 0) return b;
    return NULL;
}

const char *paper_words(struct arena *a, const struct paper_block *block)
{
    struct str out = {0};
    for (const struct paper_run *r = block->runs; r; r = r->next) {
        if (r->ink == PAPER_REFERENCE) continue;
        if (r->ink == PAPER_NEWLINE) str_append_char(&out, '\n');
        else str_append(&out, r->text);
    }
    const char *words = arena_dup(a, str_text(&out));
    str_release(&out);
    return words;
}
