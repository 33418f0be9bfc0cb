#include "edit_parts.h"
#include <string.h>

/* --- what is a part --- */

int edit_is_annex(const struct paper_block *b)
{
    for (; b; b = b->parent)
        if (b->kind == PAPER_SECTION && b->look == PAPER_ANNEX) return 1;
    return 0;
}

static int tells_figures(const struct paper_block *b)
{
    return b->kind == PAPER_ROW && b->parent && b->parent->kind == PAPER_TABLE && b->parent->look == PAPER_FIGURES;
}

static int is_group(const struct paper_block *b) { return b->kind == PAPER_ITEM || b->kind == PAPER_BOX || b->kind == PAPER_ROW; }

/* What must be read stays as it is. */
static int must_stand(const struct paper_block *b)
{
    return b->kind == PAPER_PARAGRAPH && (b->style == PAPER_ALARM || (b->id && strcmp(b->id, "state") == 0));
}

int edit_is_rests(const struct paper_block *b)
{
    static const char end[] = ".rests";
    size_t length = b->id ? strlen(b->id) : 0;
    return b->kind == PAPER_PARAGRAPH && length >= sizeof end && strcmp(b->id + length - (sizeof end - 1), end) == 0;
}

static int is_part(const struct paper_block *b)
{
    if (!b->id || must_stand(b) || edit_is_rests(b) || tells_figures(b)) return 0;
    return !edit_is_annex(b) || (b->kind == PAPER_SECTION && b->look == PAPER_ANNEX);
}

static int is_said(const struct paper_block *b)
{
    return b->kind == PAPER_PARAGRAPH && b->runs && (b->style == PAPER_QUOTE || b->style == PAPER_BYLINE || b->style == PAPER_EVIDENCE);
}

/* A word in a coloured shape is a verdict. */
static int can_be_worded(const struct paper_block *b)
{
    return b->kind == PAPER_PARAGRAPH && b->runs && b->runs->ink != PAPER_PILL && !is_said(b) && !must_stand(b);
}

/* The facilitator's word is written anew as a whole. */
static int is_word(const struct paper_block *b) { return strcmp(b->id, "word") == 0; }

/* The next block within `around`, reading on from `at`. */
static struct paper_block *next_within(const struct paper_block *around, const struct paper_block *at)
{
    if (at->first) return at->first;
    while (at != around && !at->next) at = at->parent;
    return at == around ? NULL : at->next;
}

/* --- the table --- */

static struct edit_part *take(struct edit_parts *p, struct paper_block *block, const char *id)
{
    if (p->count >= p->room) return NULL;
    struct edit_part *part = &p->items[p->count++];
    *part = (struct edit_part){.block = block, .key = view_report_part(id), .told_hidden = block->hidden};
    if (block->kind == PAPER_SECTION || can_be_worded(block)) part->words = block;
    return part;
}

static void remember(struct edit_part *part)
{
    const struct paper_block *b = part->words ? part->words : part->block;
    part->told_title = b->title;
    part->told_runs = b->runs;
    part->told_last = b->last_run;
    part->told_author = b->author;
}

/* The texts of an item, a box or a row. */
static void take_inner(struct edit_parts *p, struct edit_part *group)
{
    int n = 0, texts = 0;
    struct paper_block *around = group->block;
    for (struct paper_block *b = around; (b = next_within(around, b)) != NULL;) texts += b->kind == PAPER_PARAGRAPH && b->runs && !b->id;
    for (struct paper_block *b = around; (b = next_within(around, b)) != NULL;) {
        if (b->kind != PAPER_PARAGRAPH || !b->runs || b->id) continue;
        n++;
        if (can_be_worded(b) && !group->words) group->words = b;
        if (texts < 2) continue;
        struct edit_part *inner = take(p, b, arena_printf(p->d->arena, "%s.%d", around->id, n));
        if (!inner) return;
        inner->inner = 1;
        remember(inner);
    }
}

struct edit_part *edit_parts_take(struct edit_parts *p, struct paper_block *block)
{
    struct edit_part *part = take(p, block, block->id);
    if (part && is_group(block) && !is_word(block)) take_inner(p, part);
    if (part) remember(part);
    return part;
}

void edit_parts_begin(struct edit_parts *p, struct paper_document *d, int more)
{
    int blocks = 0;
    for (struct paper_block *b = d->root; b; b = paper_next(b)) blocks++;
    *p = (struct edit_parts){.d = d, .room = blocks + more};
    p->items = arena_array(d->arena, (size_t)p->room, sizeof *p->items);
    for (struct paper_block *b = d->root; b; b = paper_next(b))
        if (is_part(b)) edit_parts_take(p, b);
}

struct edit_part *edit_parts_find(const struct edit_parts *p, int32_t key)
{
    for (int i = 0; i < p->count; i++)
        if (p->items[i].key == key) return &p->items[i];
    return NULL;
}

struct edit_part *edit_parts_of(const struct edit_parts *p, const struct paper_block *block)
{
    for (int i = 0; i < p->count; i++)
        if (p->items[i].block == block) return &p->items[i];
    return NULL;
}

/* --- what may be done to it --- */

int edit_can_change(const struct edit_part *part)
{
    return part->words && !edit_is_annex(part->block);
}

int edit_can_hide(const struct edit_part *part)
{
    const struct paper_block *b = part->block;
    return !part->inner && !(b->kind == PAPER_PARAGRAPH && b->style == PAPER_TITLE);
}

int edit_can_add(const struct edit_part *part) { return !edit_is_annex(part->block); }
