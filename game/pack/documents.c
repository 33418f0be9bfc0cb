/* The files of a source as trees, and which of them the pack names. */
#include "pack/names.h"
#include "pack/reading.h"
#include <string.h>

static int file_ordinal(const struct reading *r, const char *name)
{
    const struct pack_file *file = pack_source_find(r->source, name);
    return file == NULL ? -1 : (int)(file - r->source->files);
}

static void fault_whole_file(struct reading *r, const char *name, const char *code)
{
    struct diag_place place = {name, 0, 0, ""};
    diag_add(r->found, DIAG_ERROR, place, code, "file", name, NULL);
}

static void read_document(struct reading *r, int ordinal)
{
    const struct pack_file *file = &r->source->files[ordinal];
    struct scan_source bytes = {file->name, file->bytes, file->length};
    if (r->is_named[ordinal])
        return;
    r->is_named[ordinal] = 1;
    r->documents[ordinal] = document_read(r->arena, &bytes, r->found);
    if (r->documents[ordinal] == NULL)
        r->is_partial = 1;
}

/* ---- names in pack.json ---- */

static void fault_name(struct reading *r, const struct value *v, const char *code)
{
    diag_add(r->found, DIAG_ERROR, value_place(r->found->arena, v), code, "file", reading_quote(r, v->text), NULL);
    r->is_partial = 1;
}

/* The name of a file that its pattern stands for must itself be fit for a pack. */
static int is_fit_name(struct arena *a, const char *text)
{
    if (!names_is_pattern(text))
        return pack_name_is_inside(text);
    size_t folder = strlen(text) - strlen("*.json");
    return pack_name_is_inside(arena_printf(a, "%.*sx.json", (int)folder, text));
}

static void read_pattern(struct reading *r, const struct value *v)
{
    int fitting = 0;
    for (int i = 0; i < r->source->count; i++)
        if (names_fits(v->text, r->source->files[i].name)) {
            read_document(r, i);
            fitting++;
        }
    if (fitting == 0)
        fault_name(r, v, "check.pattern-empty");
}

static void read_named(struct reading *r, const struct value *v)
{
    int is_pattern = names_is_pattern(v->text);
    int ordinal = file_ordinal(r, v->text);
    if (strlen(v->text) > 200 || !is_fit_name(r->arena, v->text))
        fault_name(r, v, "check.file-name");
    else if (is_pattern)
        read_pattern(r, v);
    else if (ordinal < 0)
        fault_name(r, v, "check.file-missing");
    else
        read_document(r, ordinal);
}

/* ---- languages ---- */

static void read_language(struct reading *r, int ordinal)
{
    const char *language = names_language(r->arena, r->source->files[ordinal].name);
    if (language == NULL || r->is_named[ordinal])
        return;
    if (r->language_count == READING_LANGUAGES) {
        fault_whole_file(r, r->source->files[ordinal].name, "check.too-many-languages");
        return;
    }
    int was_partial = r->is_partial;
    read_document(r, ordinal);
    r->is_partial = was_partial;
    r->languages[r->language_count++] = (struct language_file){language, r->documents[ordinal]};
}

/* ---- the deck of the program ---- */

/* Of the deck that stands in for the pack's own cards, -1 when it does not. */
static int deck_ordinal(const struct reading *r)
{
    return r->root != NULL && value_member(r->root, "cards") == NULL ? file_ordinal(r, PACK_DECK) : -1;
}

void documents_read(struct reading *r)
{
    const struct value *names[LIMIT_INCIDENTS + 1];
    int root = file_ordinal(r, "pack.json");
    if (root < 0)
        fault_whole_file(r, "pack.json", "check.no-root");
    else
        read_document(r, root);
    r->root = root < 0 ? NULL : r->documents[root];
    int count = r->root != NULL ? names_of(r->root, names, LIMIT_INCIDENTS + 1) : 0;
    for (int i = 0; i < count; i++)
        read_named(r, names[i]);
    if (deck_ordinal(r) >= 0)
        read_document(r, deck_ordinal(r));
    for (int i = 0; i < r->source->count; i++)
        if (r->root != NULL)
            read_language(r, i);
        else
            read_document(r, i);
}

/* ---- lists whose items may lie in files ---- */

struct items {
    const struct value **out;
    int32_t count, room;
};

static void take(struct items *items, const struct value *v)
{
    if (items->count < items->room)
        items->out[items->count++] = v;
}

/* A file holds one object or a list of them. */
static void take_document(struct reading *r, struct items *items, int ordinal)
{
    const struct value *root = ordinal >= 0 ? r->documents[ordinal] : NULL;
    if (root == NULL)
        return;
    if (root->type != VALUE_LIST) {
        take(items, root);
        return;
    }
    for (const struct value *v = root->first; v != NULL; v = v->next)
        take(items, v);
}

static void take_named(struct reading *r, struct items *items, const struct value *v)
{
    if (!names_is_pattern(v->text)) {
        take_document(r, items, file_ordinal(r, v->text));
        return;
    }
    for (int i = 0; i < r->source->count; i++)
        if (names_fits(v->text, r->source->files[i].name))
            take_document(r, items, i);
}

int32_t documents_items(struct reading *r, const struct field *field, const struct value **out, int32_t room)
{
    const struct value *list = value_member(r->root, field->key);
    struct items items = {out, 0, room};
    if (list == NULL && field == table_field(&table_pack, "cards"))
        take_document(r, &items, deck_ordinal(r));
    if (list == NULL)
        return items.count;
    if (list->type == VALUE_TEXT && field->kind == FIELD_FILES)
        take_named(r, &items, list);
    for (const struct value *v = list->type == VALUE_LIST ? list->first : NULL; v != NULL; v = v->next) {
        if (v->type == VALUE_TEXT && field->kind == FIELD_FILES)
            take_named(r, &items, v);
        else
            take(&items, v);
    }
    return items.count;
}
