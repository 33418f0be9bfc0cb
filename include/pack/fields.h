#ifndef PACK_FIELDS_H
#define PACK_FIELDS_H
/*
 * Reads an object by its table: unknown keys, missing keys, types, ranges,
 * words, references. What is wrong goes into the reading's list and the
 * fallback into the struct, so that reading goes on.
 *
 *   fields_read(r, &table_service, value, &scenario->services[i], "services.check-in");
 *
 * `prefix` is the path of the object for translators, NULL when its texts
 * cannot be translated (it has no id).
 */
#include "pack/reading.h"

void fields_read(struct reading *r, const struct table *t, const struct value *object, void *into, const char *prefix);
/* The fallbacks alone, as for an object that is not there. */
void fields_default(const struct table *t, void *into);

/* One value by its field: for readers of one kind in files of their own. */
struct field_place {
    const struct field *field;
    const struct value *value;
    char *into;                 /* the struct */
    const char *prefix;
};
void field_text(struct reading *r, const struct field_place *p);
void field_texts(struct reading *r, const struct field_place *p);
void field_id(struct reading *r, const struct field_place *p);
void field_choice(struct reading *r, const struct field_place *p);
void field_whole(struct reading *r, const struct field_place *p);
void field_tenths(struct reading *r, const struct field_place *p);
void field_pair(struct reading *r, const struct field_place *p);
void field_clock(struct reading *r, const struct field_place *p);
void field_span(struct reading *r, const struct field_place *p);
void field_span_pair(struct reading *r, const struct field_place *p);
void field_colour(struct reading *r, const struct field_place *p);
void field_word(struct reading *r, const struct field_place *p);
void field_words(struct reading *r, const struct field_place *p);
void field_ref(struct reading *r, const struct field_place *p);
void field_refs(struct reading *r, const struct field_place *p);
void field_ref_pair(struct reading *r, const struct field_place *p);
void field_tags(struct reading *r, const struct field_place *p);
void field_tag_names(struct reading *r, const struct field_place *p);
void field_condition(struct reading *r, const struct field_place *p);
void field_conditions(struct reading *r, const struct field_place *p);
void field_effects(struct reading *r, const struct field_place *p);

/* 1 when the value is of this type; else the fault "check.type" says what is wanted ("check.want.<kind>"). */
int field_is(struct reading *r, const struct value *v, enum value_type type, const struct field *field);
/* The fault "check.list-length" of a list that may have low to high items. */
void field_fault_length(struct reading *r, const struct value *list, int32_t low, int32_t high);
void field_put(const struct field_place *p, size_t offset, int32_t number);
/* Adds the words as a text of at most 40 characters could be shown: "13:05" and "1h30m" of seconds. */
void field_show_clock(struct str *out, int32_t seconds);
void field_show_span(struct str *out, int32_t seconds);
/* Seconds of "1h30m"; -1 when it is none. */
int32_t field_parse_span(const char *text);
/* Seconds of "13:05"; -1 when it is none. */
int32_t field_parse_clock(const char *text);
/* 1 for short lowercase words with hyphens. */
int field_is_id(const char *text);
/* Name of the kind for text keys: "text", "span". */
const char *field_kind_word(enum field_kind kind);
/* A text that stands there and must be fit to be shown: length, lines, placeholders. */
int field_check_text(struct reading *r, const struct value *v, const struct field *field);
#endif
