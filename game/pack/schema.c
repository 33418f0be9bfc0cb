/* The JSON Schema of packs, made from the tables that read them. */
#include "base/text.h"
#include "pack/pack.h"
#include "pack/table.h"
#include "model/limits.h"
#include <string.h>

static void append_ref(struct str *out, const char *name)
{
    str_printf(out, "{\"$ref\": \"#/$defs/%s\"}", name);
}

static void append_words(struct str *out, const struct word_list *words)
{
    str_append(out, "{\"enum\": [");
    for (int32_t i = 0; i < words->count; i++) {
        str_append(out, i > 0 ? ", " : "");
        str_append_json(out, words->items[i]);
    }
    str_append(out, "]}");
}

static void append_text(struct str *out, const struct field *f)
{
    str_printf(out, "{\"type\": \"string\", \"minLength\": 1, \"maxLength\": %d%s}", f->high,
               f->flags & FIELD_ONE_LINE ? ", \"pattern\": \"^[^\\\\n\\\\t]*$\"" : "");
}

static void append_number(struct str *out, const struct field *f, int scale)
{
    str_printf(out, "{\"type\": \"%s\", \"minimum\": %d, \"maximum\": %d", scale == 1 ? "integer" : "number",
               f->low / scale, f->high / scale);
    str_append_char(out, '}');
}

static void append_pair(struct str *out, const struct field *f, const char *item)
{
    str_append(out, "{\"type\": \"array\", \"minItems\": 2, \"maxItems\": 2, \"items\": ");
    if (item != NULL)
        append_ref(out, item);
    else
        append_number(out, f, 1);
    str_append_char(out, '}');
}

static void append_list(struct str *out, int32_t low, int32_t high, const char *item)
{
    str_append(out, "{\"type\": \"array\"");
    if (low > 0)
        str_printf(out, ", \"minItems\": %d", low);
    if (high > 0)
        str_printf(out, ", \"maxItems\": %d", high);
    str_append(out, ", \"items\": ");
    append_ref(out, item);
    str_append_char(out, '}');
}

static void append_texts(struct str *out, const struct field *f)
{
    struct field one = *f;
    str_printf(out, "{\"type\": \"array\", \"minItems\": %d, \"maxItems\": %d, \"items\": ",
               (f->flags & FIELD_REQUIRED) != 0, f->limit);
    append_text(out, &one);
    str_append_char(out, '}');
}

/* One word or a list of them. */
static void append_some_words(struct str *out, const struct field *f)
{
    str_append(out, "{\"anyOf\": [");
    append_words(out, f->words);
    str_append(out, ", {\"type\": \"array\", \"minItems\": 1, \"uniqueItems\": true, \"items\": ");
    append_words(out, f->words);
    str_append(out, "}]}");
}

/* Objects or names of files with them, or the name of one file. */
static void append_files(struct str *out, const struct field *f)
{
    str_append(
        out,
        "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"array\", \"items\": {\"anyOf\": [{\"type\": \"string\"}, ");
    append_ref(out, f->table->name);
    str_append(out, "]}}]}");
}

/* Without the description. */
static void append_kind(struct str *out, const struct field *f)
{
    switch (f->kind) {
    case FIELD_NOTE: str_append(out, "{\"type\": \"string\"}"); break;
    case FIELD_ID: str_printf(out, "{\"$ref\": \"#/$defs/id\", \"maxLength\": %d}", f->high); break;
    case FIELD_TEXT: append_text(out, f); break;
    case FIELD_TEXTS: append_texts(out, f); break;
    case FIELD_WHOLE: append_number(out, f, 1); break;
    case FIELD_TENTHS: append_number(out, f, 10); break;
    case FIELD_FLAG: str_append(out, "{\"type\": \"boolean\"}"); break;
    case FIELD_PAIR: append_pair(out, f, NULL); break;
    case FIELD_CLOCK: append_ref(out, "time"); break;
    case FIELD_SPAN: append_ref(out, "duration"); break;
    case FIELD_SPAN_PAIR: append_pair(out, f, "minutes"); break;
    case FIELD_COLOUR: append_ref(out, "colour"); break;
    case FIELD_WORD:
    case FIELD_CHOICE: append_words(out, f->words); break;
    case FIELD_WORDS: append_some_words(out, f); break;
    case FIELD_REF: append_ref(out, f->target == TARGET_FACT || f->target == TARGET_WORK ? "inner_id" : "id"); break;
    case FIELD_REFS: append_list(out, 0, 0, f->target == TARGET_FACT ? "inner_id" : "id"); break;
    case FIELD_REF_PAIR: append_pair(out, f, "id"); break;
    case FIELD_TAGS:
    case FIELD_TAG_NAMES: append_list(out, 0, 32, "id"); break;
    case FIELD_OBJECT: append_ref(out, f->table->name); break;
    case FIELD_LIST:
    case FIELD_THINGS: append_list(out, f->low, f->limit, f->table->name); break;
    case FIELD_FILES: append_files(out, f); break;
    case FIELD_CONDITION: append_ref(out, "condition"); break;
    case FIELD_CONDITIONS: append_list(out, f->low, f->limit, "condition"); break;
    case FIELD_EFFECTS: append_list(out, 0, f->limit, "effect"); break;
    case FIELD_KIND_COUNT: break;
    }
}

/* "schema.customer.patience"; a key without a sentence of its own has none to show. */
static void append_description(struct str *out, const char *table, const char *key)
{
    struct str name = {0};
    str_printf(&name, "schema.%s.%s", table, key);
    if (text_has(str_text(&name))) {
        str_append(out, "\"description\": ");
        str_append_json(out, text(str_text(&name)));
        str_append(out, ", ");
    }
    str_release(&name);
}

static void append_property(struct str *out, const struct table *t, const struct field *f)
{
    struct str kind = {0};
    str_append(out, "        ");
    str_append_json(out, f->key);
    str_append(out, ": {");
    append_description(out, t->name, f->key);
    append_kind(&kind, f);
    str_append(out, str_text(&kind) + 1);
    str_release(&kind);
}

static void append_required(struct str *out, const struct table *t)
{
    int count = 0;
    for (int32_t i = 0; i < t->count; i++)
        if (t->fields[i].flags & FIELD_REQUIRED) {
            str_append(out, count++ == 0 ? "      \"required\": [" : ", ");
            str_append_json(out, t->fields[i].key);
        }
    str_append(out, count > 0 ? "],\n" : "");
}

static void append_object(struct str *out, const struct table *t)
{
    str_append(out, "{\n      \"type\": \"object\",\n      \"additionalProperties\": false,\n");
    append_required(out, t);
    str_append(out, "      \"properties\": {\n");
    for (int32_t i = 0; i < t->count; i++) {
        append_property(out, t, &t->fields[i]);
        str_append(out, i + 1 < t->count ? ",\n" : "\n");
    }
    str_append(out, "      }\n    }");
}

static void append_forms(struct str *out, const char *name, const struct condition_form *forms, int32_t count)
{
    str_printf(out, "    \"%s\": {", name);
    append_description(out, name, "");
    str_append(out, "\"anyOf\": [\n    ");
    for (int32_t i = 0; i < count; i++) {
        append_object(out, forms[i].table);
        str_append(out, i + 1 < count ? ",\n    " : "\n");
    }
    str_append(out, "    ]},\n");
}

static const char opening[] = "{\n"
                              "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
                              "  \"anyOf\": [\n"
                              "    {\"$ref\": \"#/$defs/pack\"},\n"
                              "    {\"$ref\": \"#/$defs/incident\"},\n"
                              "    {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/incident\"}},\n"
                              "    {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/card\"}}\n"
                              "  ],\n"
                              "  \"$defs\": {\n";

static void append_leaf(struct str *out, const char *name, const char *pattern, int longest)
{
    str_printf(out, "    \"%s\": {", name);
    append_description(out, name, "");
    str_append(out, "\"type\": \"string\", \"pattern\": ");
    str_append_json(out, pattern);
    if (longest > 0)
        str_printf(out, ", \"maxLength\": %d", longest);
    str_append(out, "},\n");
}

void pack_schema_append(struct str *out)
{
    str_append(out, opening);
    append_leaf(out, "id", "^[a-z0-9]+(-[a-z0-9]+)*$", LIMIT_ID);
    append_leaf(out, "inner_id", "^([a-z0-9]+(-[a-z0-9]+)*/)?[a-z0-9]+(-[a-z0-9]+)*$", 2 * LIMIT_ID + 1);
    append_leaf(out, "time", "^([01][0-9]|2[0-3]):[0-5][0-9]$", 0);
    append_leaf(out, "duration", "^(?=.)([0-9]{1,5}h)?([0-9]{1,5}m)?([0-9]{1,5}s)?$", 0);
    append_leaf(out, "colour", "^#[0-9a-fA-F]{6}$", 0);
    str_append(
        out,
        "    \"minutes\": {\"anyOf\": [{\"type\": \"integer\", \"minimum\": 1}, {\"$ref\": \"#/$defs/duration\"}]},\n");
    append_forms(out, "condition", condition_forms, condition_form_count);
    append_forms(out, "effect", effect_forms, effect_form_count);
    for (int i = 0; tables_all[i] != NULL; i++) {
        str_printf(out, "    \"%s\": ", tables_all[i]->name);
        append_object(out, tables_all[i]);
        str_append(out, tables_all[i + 1] != NULL ? ",\n" : "\n");
    }
    str_append(out, "  }\n}\n");
}
