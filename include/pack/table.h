#ifndef PACK_TABLE_H
#define PACK_TABLE_H
/*
 * What a pack may say, as data: one table for each kind of object, one row
 * for each key. The reader (pack/fields.h), the JSON Schema and the texts for
 * translators all follow these tables, so they cannot disagree.
 *
 * A field writes into the struct that its table is for, at `offset`; the type
 * it writes stands beside each kind. Enums are written as int32_t.
 */
#include "model/words.h"
#include <stddef.h>
#include <stdint.h>

enum field_kind {
    FIELD_NOTE,        /* any text, not read: $schema, $comment */
    FIELD_ID,          /* const char *: short lowercase words with hyphens */
    FIELD_TEXT,        /* const char *: 1 to `high` characters */
    FIELD_TEXTS,       /* struct texts: up to `limit` of 1 to `high` characters */
    FIELD_WHOLE,       /* int32_t: low to high */
    FIELD_TENTHS,      /* int32_t, tenths of what stands there: low to high, in tenths */
    FIELD_FLAG,        /* int32_t 0 or 1 */
    FIELD_PAIR,        /* int32_t at offset and at `second`: [lower, higher] */
    FIELD_CLOCK,       /* int32_t, seconds: of the day, or absolute with FIELD_IN_ROUND */
    FIELD_SPAN,        /* int32_t, seconds: low to high */
    FIELD_SPAN_PAIR,   /* int32_t at offset and at `second`, seconds; numbers are minutes */
    FIELD_COLOUR,      /* uint32_t 0xRRGGBB */
    FIELD_WORD,        /* int32_t: ordinal in `words` */
    FIELD_CHOICE,      /* const char *: one of `words` */
    FIELD_WORDS,       /* uint32_t: bit for each ordinal in `words`, shifted by `low`; one word or a list */
    FIELD_REF,         /* int32_t: ordinal of the `target` with this id */
    FIELD_REFS,        /* uint32_t: bits; facts count from the first of their incident */
    FIELD_REF_PAIR,    /* int32_t[2]: two different ones */
    FIELD_TAGS,        /* uint32_t: bits */
    FIELD_TAG_NAMES,   /* declares tags of the scenario, writes nothing else */
    FIELD_OBJECT,      /* an object of `table`, written at offset */
    FIELD_LIST,        /* up to `limit` objects of `table` in an array at offset, their number at `second` */
    FIELD_THINGS,      /* up to `limit` objects of `table`, which the reader keeps elsewhere */
    FIELD_FILES,       /* FIELD_THINGS, or names of files with such objects */
    FIELD_CONDITION,   /* condition_id */
    FIELD_CONDITIONS,  /* condition_id of the first, the others by `next` */
    FIELD_EFFECTS,     /* up to `limit` struct effect at offset, their number at `second` */
    FIELD_KIND_COUNT
};

enum field_flag {
    FIELD_REQUIRED = 1,
    FIELD_ONE_LINE = 2,        /* no line breaks: stands on the stage or in a list */
    FIELD_TRANSLATED = 4,
    FIELD_IN_ROUND = 8,        /* a time that must lie in the round */
    FIELD_FROM_ROUND = 16,     /* a time at or after the round's beginning */
    FIELD_LATER_TOO = 64,      /* with FIELD_IN_ROUND, inside incidents: or in a round after it */
    FIELD_SPOKEN = 32          /* said by a customer or shown on the stage: may give nothing away */
};

enum target {
    TARGET_NONE, TARGET_CUSTOMER, TARGET_SERVICE, TARGET_ROLE, TARGET_ROUND, TARGET_INCIDENT, TARGET_FACT, TARGET_WORK,
    TARGET_MOMENT, TARGET_EVENT, TARGET_IMPROVEMENT, TARGET_SURVEY, TARGET_ENDING, TARGET_CARD, TARGET_MARKER,
    TARGET_COUNT
};

struct table;
struct field {
    const char *key;
    enum field_kind kind;
    unsigned flags;
    int32_t low, high;
    int32_t limit;              /* items of a list */
    int32_t fallback;           /* number, ordinal or bits when the key is absent */
    size_t offset, second;
    const struct word_list *words;
    enum target target;
    const struct table *table;
};

struct table {
    const char *name;           /* of the object: text keys "schema.<name>.<key>", "check.thing.<name>" */
    size_t size;                /* of the struct it writes */
    int32_t count;
    const struct field *fields;
};

extern const struct table table_pack, table_organisation, table_value, table_rules;
extern const struct table table_customer, table_portrait, table_need, table_lines;
extern const struct table table_service, table_loss, table_role, table_round, table_event;
extern const struct table table_front_page, table_headline, table_piece;
extern const struct table table_incident, table_opens, table_fact, table_work, table_harm, table_falls_back;
extern const struct table table_moment, table_expectation, table_milestone;
extern const struct table table_contention, table_option, table_root_cause, table_spines;
extern const struct table table_improvement, table_survey, table_ending, table_card, table_marker, table_preset;

/* Every table, for the schema; NULL at the end. */
extern const struct table *const tables_all[];

/* NULL when the table has no such key. */
const struct field *table_field(const struct table *t, const char *key);

/*
 * Conditions and effects are objects whose first key says what they are
 * ("service", then "is"): this is what those tables write.
 */
struct condition_draft { int32_t ref, value, extra, below, from, span; };
struct condition_form {
    const char *key;            /* the key that names it */
    int32_t op;                 /* enum condition_op or enum effect_kind */
    const struct table *table;
};
extern const struct condition_form condition_forms[];
extern const int32_t condition_form_count;
extern const struct condition_form effect_forms[];
extern const int32_t effect_form_count;
#endif
