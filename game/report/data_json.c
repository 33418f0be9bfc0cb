#include "report/data.h"
#include "base/json_write.h"
#include "data_parts.h"
#include <string.h>

static int int_at(const char *base, size_t at)
{
    int n;
    memcpy(&n, base + at, sizeof n);
    return n;
}

static const char *text_at(const char *base, size_t at)
{
    const char *words;
    memcpy(&words, base + at, sizeof words);
    return words ? words : "";
}

static int how_many(const struct data_field *f, const char *base, int rounds)
{
    switch (f->many) {
    case DATA_COUNTED: return int_at(base, f->count);
    case DATA_BY_ROUND: return rounds;
    case DATA_FIXED: break;
    }
    return f->most;
}

static void write_record(struct str *out, const struct data_record *record, const char *base, int rounds);

static void write_records(struct str *out, const struct data_field *f, const char *base, int rounds)
{
    const char *first = base + f->at;
    if (f->pointer) memcpy(&first, base + f->at, sizeof first);
    str_append(out, "[");
    for (int i = 0; i < how_many(f, base, rounds); i++) {
        json_item(out);
        write_record(out, f->of, first + (size_t)i * f->of->size, rounds);
    }
    str_append(out, "]");
}

static void write_plain(struct str *out, const struct data_field *f, const char *base, int rounds)
{
    str_append(out, "[");
    for (int i = 0; i < how_many(f, base, rounds); i++) {
        json_item(out);
        if (f->kind == DATA_TEXTS) str_append_json(out, text_at(base, f->at + (size_t)i * sizeof(char *)));
        else str_printf(out, "%d", int_at(base, f->at + (size_t)i * sizeof(int)));
    }
    str_append(out, "]");
}

static void write_refs(struct str *out, const char *at)
{
    struct report_rests rests;
    memcpy(&rests, at, sizeof rests);
    str_append(out, "[");
    for (int i = 0; i < rests.count; i++) {
        json_item(out);
        str_append_json(out, rests.ids[i]);
    }
    str_append(out, "]");
}

static void write_number(struct str *out, const struct data_field *f, int n)
{
    if (n < 0 && (f->kind == DATA_SHARE || f->kind == DATA_SECOND)) str_append(out, "null");
    else if (f->kind == DATA_FLAG) str_append(out, n ? "true" : "false");
    else if (f->kind == DATA_WORD) str_append_json(out, f->words[n < 0 || n >= f->most ? 0 : n]);
    else str_printf(out, "%d", n);
}

static void write_field(struct str *out, const struct data_field *f, const char *base, int rounds)
{
    json_key(out, f->key);
    switch (f->kind) {
    case DATA_TEXT: str_append_json(out, text_at(base, f->at)); break;
    case DATA_RECORD: write_record(out, f->of, base + f->at, rounds); break;
    case DATA_RECORDS: write_records(out, f, base, rounds); break;
    case DATA_NUMBERS:
    case DATA_TEXTS: write_plain(out, f, base, rounds); break;
    case DATA_REFS: write_refs(out, base + f->at); break;
    case DATA_NUMBER:
    case DATA_SHARE:
    case DATA_FLAG:
    case DATA_SECOND:
    case DATA_WORD: write_number(out, f, int_at(base, f->at)); break;
    }
}

static void write_record(struct str *out, const struct data_record *record, const char *base, int rounds)
{
    str_append(out, "{");
    for (int i = 0; i < record->count; i++) write_field(out, &record->fields[i], base, rounds);
    str_append(out, "}");
}

void report_json(struct str *out, const struct view_report *v)
{
    str_append(out, "{");
    json_number(out, "version", REPORT_DATA_VERSION);
    for (int i = 0; i < data_report.count; i++) {
        str_append(out, i == 0 ? "" : ",\n");
        struct str field = {0};
        write_field(&field, &data_report.fields[i], (const char *)v, v->round_count);
        if (i == 0) json_item(out);
        str_append_bytes(out, str_text(&field), field.length);
        str_release(&field);
    }
    str_append(out, "}\n");
}
