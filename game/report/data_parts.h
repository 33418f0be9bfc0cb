#ifndef REPORT_DATA_PARTS_H
#define REPORT_DATA_PARTS_H
/* What the structures of the view are called in JSON, field by field: the writer and the schema read the same tables. */
#include <stddef.h>

/*
 * TEXT a string, never null; NUMBER an int; WORD an int as one of `words`; SHARE an int, null below 0; FLAG an int, true or
 * false; SECOND an int32_t, null below 0. RECORD, RECORDS, NUMBERS, TEXTS: `of`, or many of them, inside the structure or
 * where a pointer leads. REFS: struct report_rests.
 */
enum data_kind { DATA_TEXT, DATA_NUMBER, DATA_SHARE, DATA_FLAG, DATA_SECOND, DATA_WORD, DATA_RECORD, DATA_RECORDS, DATA_NUMBERS, DATA_TEXTS, DATA_REFS };
/* How many: always `most`; as an int at `count` says; as many as rounds that counted. */
enum data_many { DATA_FIXED, DATA_COUNTED, DATA_BY_ROUND };

struct data_record;
struct data_field {
    const char *key;
    enum data_kind kind;
    size_t at;
    const struct data_record *of;
    const char *const *words;
    int most;           /* of words, and of FIXED */
    enum data_many many;
    size_t count;
    int pointer;        /* 1: the records lie where a pointer leads */
};
struct data_record {
    const char *name;
    size_t size;
    const struct data_field *fields;
    int count;
};

extern const struct data_record data_report;
#endif
