#ifndef REPORT_DATA_H
#define REPORT_DATA_H
/*
 * The report as data: one JSON object with everything the view says, and
 * tables for a spreadsheet. Ids are those of the annex ("m12", "c40", "p40"), so
 * that a row can be found in the document and a sentence's references in both.
 *
 *   report_json(&out, &view);
 *   report_json_schema(&out);               what every such object is: JSON Schema, draft 2020-12
 *   report_csv(&out, &view, REPORT_CSV_CLAIMS);
 *
 * Keys are fixed words, values are the view's: sentences in the language of
 * the session's catalogue, times "14:05" or seconds of the fictional day, null
 * where there was too little to tell. report/data_fields.c says field by field
 * what is written; the schema is made from the same tables. A changed meaning or
 * a key taken away is a new REPORT_DATA_VERSION, a new key is not.
 *
 * CSV is RFC 4180, UTF-8 with a byte order mark (without it Excel takes it for
 * another encoding), every cell in quotes but numbers. What a spreadsheet would
 * take for a formula, where a cell begins or might be split, has an apostrophe
 * before it.
 */
#include "base/str.h"
#include "view/view_report.h"

enum { REPORT_DATA_VERSION = 1 };
/* TABLE(NAME, "word") */
#define REPORT_CSVS(TABLE) \
    TABLE(EVIDENCE, "evidence") TABLE(PROMISES, "promises") TABLE(CLAIMS, "claims") TABLE(VOTES, "votes") TABLE(SURVEYS, "surveys")
enum report_csv {
#define REPORT_CSV_ENUM(NAME, word) REPORT_CSV_##NAME,
    REPORT_CSVS(REPORT_CSV_ENUM)
#undef REPORT_CSV_ENUM
    REPORT_CSV_COUNT
};

void report_json(struct str *out, const struct view_report *v);
void report_json_schema(struct str *out);
const char *report_csv_word(enum report_csv table);
void report_csv(struct str *out, const struct view_report *v, enum report_csv table);
#endif
