#ifndef BASE_PERSON_NAME_H
#define BASE_PERSON_NAME_H
/*
 * Somebody's name wherever people typed it: whole, or its first or last word.
 *
 *   struct person_name name;
 *   person_name_read(&name, &arena, "Sanne de Vries");
 *   for each place in a text, with the character before it:
 *       if (!person_name_goes_on(before)) length = person_name_at(&name, at);
 *   person_name_is_in(&name, "sanne said so")        1
 *
 * Capitals make no difference (A to Z), unless the word is one of the language
 * too ("will", "mark": text key names.words): then it has to be written as the
 * name is. Words of fewer than three letters are a name only as the whole of
 * it. A longer word that merely begins or ends so is none. Texts are UTF-8,
 * lengths are bytes.
 */
#include "base/arena.h"
#include <stddef.h>
#include <stdint.h>

struct person_name { const char *whole, *first, *last; };   /* trimmed; first and last "" where there is but one word */

void person_name_read(struct person_name *out, struct arena *arena, const char *typed);
/* Bytes of the longest form that stands exactly here, 0 for none. */
size_t person_name_at(const struct person_name *name, const char *at);
/* Letters and digits of any script: a name that follows one of them is none. */
int person_name_goes_on(uint32_t before);
int person_name_is_in(const struct person_name *name, const char *text);
#endif
