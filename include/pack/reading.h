#ifndef PACK_READING_H
#define PACK_READING_H
/*
 * One pack being read, and what is remembered of it: which value in which
 * file each thing came from, so that a check made later can still name the
 * line, and every text that can be translated.
 *
 *   struct reading r;
 *   reading_begin(&r, arena, source, found);
 *   reading_run(&r);          documents, ids, fields, cross references
 *   if (found->errors == 0) ... r.scenario ...
 *
 * The steps, each leaving its faults in `found`:
 *   1. documents: every file of the source as a tree      (documents.c)
 *   2. gather: who has which id; ordinals are given       (gather.c)
 *   3. fields: values into structs, references resolved   (things.c)
 *   4. cross: what no single field can know               (cross.c)
 *   5. languages: the texts of text/<language>.json       (language.c)
 */
#include "pack/document.h"
#include "pack/pack.h"
#include "pack/table.h"

/* The things of one kind in pack order. ids[i] is "" for one without. */
struct id_list {
    const char **ids;
    const struct value **values;
    int32_t count, room;
};

/* A text that can be translated. */
struct text_slot {
    const char *path;           /* "customers.mara.role" */
    const char **slot;          /* where the scenario keeps it */
    const struct value *value;  /* where it stands */
    const struct field *field;
    incident_id incident;       /* it belongs to, NOBODY */
};

struct language_file {
    const char *language;
    const struct value *root;   /* NULL when it could not be read */
};

enum { READING_LANGUAGES = 40 };

struct reading {
    struct arena *arena;
    const struct pack_source *source;
    struct diag_list *found;
    struct scenario *scenario;
    const struct value *root;               /* of pack.json */
    int is_partial;                         /* a file could not be read: what is missing may stand there */
    const struct value *documents[LIMIT_PACK_FILES];  /* beside source->files; NULL: not read */
    char is_named[LIMIT_PACK_FILES];
    struct language_file languages[READING_LANGUAGES];
    int language_count;
    struct id_list things[TARGET_COUNT];
    int32_t declared_tags;                  /* those of `tags`; used ones follow */
    const struct value *tag_values[32];     /* where each tag stands first */
    struct text_slot *slots;
    int32_t slot_count, slot_room;
    int32_t condition_room;
    const struct value *condition_values[LIMIT_CONDITIONS];
    /* what is being read just now */
    incident_id incident;
    round_id round;
};

void reading_begin(struct reading *r, struct arena *a, const struct pack_source *source, struct diag_list *found);
void reading_run(struct reading *r);
void reading_release(struct reading *r);

/* ---- step by step, for reading_run ---- */
void documents_read(struct reading *r);
/* The values of a FIELD_THINGS or FIELD_FILES list, files opened; returns how many, at most `room`. */
int32_t documents_items(struct reading *r, const struct field *field, const struct value **out, int32_t room);
void gather_all(struct reading *r);
void things_read(struct reading *r);
void cross_check(struct reading *r);
void languages_check(struct reading *r);
/* The slot with this path, NULL; slots are sorted once languages_check has run. */
struct text_slot *language_slot(const struct reading *r, const char *path);
/* Lays a language over the scenario. 0 when the pack has no such file. */
int language_apply(struct reading *r, const char *language);

/* ---- ids ---- */
/* Ordinal of `id` among the things of this kind, NOBODY. Facts and works: "id" inside r->incident, or "incident/id". */
int32_t reading_find(const struct reading *r, enum target target, const char *id);
/* The incident whose fact or work is meant: "incident/id", or the one being read; NOBODY. */
incident_id reading_owner(const struct reading *r, const char *id);
/* Where the ids of facts and works of an incident lie in their list. */
void reading_range(const struct reading *r, enum target target, incident_id incident, int32_t *first, int32_t *count);

/* ---- faults ---- */
/* A fault at a value, without more to say. */
void reading_fault(struct reading *r, const struct value *v, const char *code);
/* "Did you mean ...?" for the nearest of the names, "" without one. In found's arena. */
const char *reading_hint(struct reading *r, const char *name, const char *const *names, int count);
/* "a, b, c" in found's arena; a long list is cut. */
const char *reading_list(struct reading *r, const char *const *names, int count);
/* What an author wrote, shortened for a message. */
const char *reading_quote(struct reading *r, const char *text);

void reading_add_slot(struct reading *r, struct text_slot slot);
/* The path of a slot when something is read under `prefix`: NULL when that has no path. */
const char *reading_path(struct reading *r, const char *prefix, const char *key);
#endif
