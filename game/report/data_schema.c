/* The JSON Schema of the report's data, made from the tables that write it. */
#include "report/data.h"
#include "base/json_write.h"
#include "base/text.h"
#include "data_parts.h"

enum { RECORDS_MOST = 64 };
struct records { const struct data_record *items[RECORDS_MOST]; int count; };

/* Each record once, what it holds before itself. */
static void gather(struct records *found, const struct data_record *record)
{
    for (int i = 0; i < found->count; i++)
        if (found->items[i] == record) return;
    for (int i = 0; i < record->count; i++)
        if (record->fields[i].of) gather(found, record->fields[i].of);
    for (int i = 0; i < found->count; i++)
        if (found->items[i] == record) return;
    if (found->count < RECORDS_MOST) found->items[found->count++] = record;
}

static void append_ref(struct str *out, const struct data_record *record) { str_printf(out, "{\"$ref\": \"#/$defs/%s\"}", record->name); }

static void append_words(struct str *out, const struct data_field *f)
{
    json_key(out, "enum");
    str_append(out, "[");
    for (int i = 0; i < f->most; i++) {
        json_item(out);
        str_append_json(out, f->words[i]);
    }
    str_append(out, "]");
}

static void append_list(struct str *out, const struct data_field *f)
{
    json_text(out, "type", "array");
    json_key(out, "items");
    if (f->kind == DATA_RECORDS) append_ref(out, f->of);
    else str_append(out, f->kind == DATA_NUMBERS ? "{\"type\": \"integer\"}" : "{\"type\": \"string\"}");
    if (f->kind != DATA_REFS && f->many == DATA_FIXED) {
        json_number(out, "minItems", f->most);
        json_number(out, "maxItems", f->most);
    }
}

static void append_type(struct str *out, const struct data_field *f)
{
    switch (f->kind) {
    case DATA_TEXT: json_text(out, "type", "string"); break;
    case DATA_NUMBER: json_text(out, "type", "integer"); break;
    case DATA_FLAG: json_text(out, "type", "boolean"); break;
    case DATA_SHARE: str_append(out, "\"type\": [\"integer\", \"null\"], \"minimum\": 0, \"maximum\": 100"); break;
    case DATA_SECOND: str_append(out, "\"type\": [\"integer\", \"null\"], \"minimum\": 0"); break;
    case DATA_WORD: append_words(out, f); break;
    case DATA_RECORD: str_printf(out, "\"$ref\": \"#/$defs/%s\"", f->of->name); break;
    case DATA_RECORDS:
    case DATA_NUMBERS:
    case DATA_TEXTS:
    case DATA_REFS: append_list(out, f); break;
    }
}

static void append_description(struct str *out, const char *record, const char *field)
{
    struct str key = {0};
    str_printf(&key, "data.%s%s%s", record, field[0] ? "." : "", field);
    if (text_has(str_text(&key))) json_text(out, "description", text(str_text(&key)));
    str_release(&key);
}

static void append_properties(struct str *out, const struct data_record *record, const char *first, const char *indent)
{
    str_append(out, "\"properties\": {");
    str_append(out, first);
    for (int i = 0; i < record->count; i++) {
        const struct data_field *f = &record->fields[i];
        str_printf(out, "%s\n%s  ", i > 0 || first[0] ? "," : "", indent);
        str_append_json(out, f->key);
        str_append(out, ": {");
        append_type(out, f);
        append_description(out, record->name, f->key);
        str_append(out, "}");
    }
    str_append(out, "}");
}

static void append_required(struct str *out, const struct data_record *record, const char *first)
{
    str_append(out, "\"required\": [");
    str_append(out, first);
    for (int i = 0; i < record->count; i++) {
        json_item(out);
        str_append_json(out, record->fields[i].key);
    }
    str_append(out, "]");
}

static void append_definition(struct str *out, const struct data_record *record)
{
    str_append(out, "\n    ");
    str_append_json(out, record->name);
    str_append(out, ": {\"type\": \"object\"");
    append_description(out, record->name, "");
    str_append(out, ",\n      ");
    append_required(out, record, "");
    str_append(out, ",\n      ");
    append_properties(out, record, "", "      ");
    str_append(out, "}");
}

void report_json_schema(struct str *out)
{
    struct records found = {.count = 0};
    for (int i = 0; i < data_report.count; i++)
        if (data_report.fields[i].of) gather(&found, data_report.fields[i].of);
    str_append(out, "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  ");
    str_append(out, "\"title\": ");
    str_append_json(out, text("data.title"));
    append_description(out, data_report.name, "");
    str_append(out, ",\n  \"type\": \"object\",\n  ");
    append_required(out, &data_report, "\"version\"");
    str_append(out, ",\n  ");
    struct str version = {0};
    str_printf(&version, "\n    \"version\": {\"const\": %d}", REPORT_DATA_VERSION);
    append_properties(out, &data_report, str_text(&version), "  ");
    str_release(&version);
    str_append(out, ",\n  \"$defs\": {");
    for (int i = 0; i < found.count; i++) {
        str_append(out, i > 0 ? "," : "");
        append_definition(out, found.items[i]);
    }
    str_append(out, "\n  }\n}\n");
}
