#ifndef BASE_JSON_WRITE_H
#define BASE_JSON_WRITE_H
/*
 * Members of JSON objects, one after the other into a string. The comma is
 * looked after: it is written unless the last character opens an object or a
 * list. Objects and lists are opened and closed by whoever writes them.
 *
 *   str_append(&out, "{");
 *   json_text(&out, "pack", sc->id);
 *   json_key(&out, "rounds");
 *   str_append(&out, "[");
 *   ...
 */
#include "base/str.h"

void json_key(struct str *out, const char *name);
/* The comma before the next item of a list. */
void json_item(struct str *out);
void json_number(struct str *out, const char *name, int64_t n);
/* Thousandths as a decimal number: 97312 is 97.312, -500 is -0.5. */
void json_thousandths(struct str *out, const char *name, int64_t n);
void json_text(struct str *out, const char *name, const char *words);
void json_flag(struct str *out, const char *name, int on);
void json_digest(struct str *out, const char *name, uint64_t digest);
/* A whole percent; negative stands for nothing to tell and becomes null. */
void json_percent(struct str *out, const char *name, int32_t n);
#endif
