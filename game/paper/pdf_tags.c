/* Ids that links lead to, and the structure that is read aloud. */
#include "pdf_parts.h"
#include <stdlib.h>
#include <string.h>

static int by_id(const void *a, const void *b)
{
    return strcmp(((const struct pdf_id *)a)->id, ((const struct pdf_id *)b)->id);
}

/* The next block that is on paper: what is hidden goes with all it holds. */
static const struct paper_block *next_visible(const struct paper_block *b)
{
    if (b->first && !b->hidden) b = b->first;
    else {
        while (b && !b->next) b = b->parent;
        b = b ? b->next : NULL;
    }
    return b && b->hidden ? next_visible(b) : b;
}

void pdf_ids_gather(struct pdf *p)
{
    int count = 0;
    for (const struct paper_block *b = p->d->root; b; b = next_visible(b)) count += b->id != NULL;
    p->ids = arena_array(&p->arena, (size_t)count + 1, sizeof *p->ids);
    for (const struct paper_block *b = p->d->root; b; b = next_visible(b))
        if (b->id) p->ids[p->id_count++] = (struct pdf_id){.id = b->id, .is_wanted = b->kind == PAPER_SECTION};
    if (p->id_count) qsort(p->ids, (size_t)p->id_count, sizeof *p->ids, by_id);
}

struct pdf_id *pdf_id_find(struct pdf *p, const char *id)
{
    struct pdf_id key = {.id = id};
    return p->id_count ? bsearch(&key, p->ids, (size_t)p->id_count, sizeof key, by_id) : NULL;
}

void pdf_name_begins(struct pdf *p, const struct paper_block *b)
{
    struct pdf_id *id = b->id ? pdf_id_find(p, b->id) : NULL;
    if (!id) return;
    struct pdf_name *name = arena_alloc(&p->arena, sizeof *name);
    *name = (struct pdf_name){b, p->pending};
    p->pending = name;
}

struct pdf_tag *pdf_tag_new(struct pdf *p, const char *name, struct pdf_tag *parent)
{
    struct pdf_tag *t = arena_alloc(&p->arena, sizeof *t);
    *t = (struct pdf_tag){.name = name, .parent = parent, .depth = parent ? parent->depth + 1 : 1};
    return t;
}

struct pdf_tag *pdf_tag_push(struct pdf *p, const char *name) { return p->tag = pdf_tag_new(p, name, p->tag); }

void pdf_tag_pop(struct pdf *p)
{
    p->tag = p->tag->parent;
}

/* --- while drawing --- */

static void note(struct pdf *p, const struct pdf_tag *t)
{
    if (p->noted_count == p->noted_room) {
        int room = p->noted_room ? 2 * p->noted_room : 64;
        const struct pdf_tag **more = arena_array(&p->arena, (size_t)room, sizeof *more);
        if (p->noted_count) memcpy(more, p->noted, (size_t)p->noted_count * sizeof *more);
        p->noted = more;
        p->noted_room = room;
    }
    p->noted[p->noted_count++] = t;
}

/* A link to what is on no page would be an error of the file. */
static void open_tag(struct pdf *p, const struct pdf_tag *t)
{
    const struct pdf_id *to = t->to ? pdf_id_find(p, t->to) : NULL;
    if (strcmp(t->name, "Figure") == 0 || strcmp(t->name, "TH") == 0) note(p, t);
    if (to && to->is_laid) {
        const char *attributes = arena_printf(&p->arena, "dest='%s'", t->to);
        cairo_tag_begin(p->cr, CAIRO_TAG_LINK, attributes);
        return;
    }
    cairo_tag_begin(p->cr, t->to ? "Span" : t->name, NULL);
}

static void close_tag(struct pdf *p, const struct pdf_tag *t)
{
    const struct pdf_id *to = t->to ? pdf_id_find(p, t->to) : NULL;
    cairo_tag_end(p->cr, t->to ? to && to->is_laid ? CAIRO_TAG_LINK : "Span" : t->name);
}

static void open_down(struct pdf *p, const struct pdf_tag *from, const struct pdf_tag *to)
{
    if (from == to) return;
    open_down(p, from, to->parent);
    open_tag(p, to);
}

static int is_above(const struct pdf_tag *above, const struct pdf_tag *t)
{
    while (t && t->depth > above->depth) t = t->parent;
    return t == above;
}

void pdf_tags_go(struct pdf *p, const struct pdf_tag *to)
{
    if (p->quiet) return;
    while (p->opened && !is_above(p->opened, to)) {
        close_tag(p, p->opened);
        p->opened = p->opened->parent;
    }
    open_down(p, p->opened, to);
    p->opened = to;
}
