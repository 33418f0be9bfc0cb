#ifndef PACK_NAMES_H
#define PACK_NAMES_H
/*
 * Which files pack.json names: `incidents` (inline objects, file names, or one
 * pattern, a folder and then an asterisk and ".json") and `cards` (a file name).
 * The loader asks to know what to read, the reader to know what to expect;
 * both see the same order: as written, a pattern in the order of names.
 */
#include "pack/document.h"
#include "pack/pack.h"

/* 1 when the text is a pattern: a folder, then an asterisk and ".json". */
int names_is_pattern(const char *text);
/* 1 when the file name fits the pattern. */
int names_fits(const char *pattern, const char *name);
/* The texts in pack.json that name files or patterns, in order; returns how many, at most `room`. */
int names_of(const struct value *root, const struct value **out, int room);
/* "de" of "text/de.json" in the arena, NULL when the name is of another form. */
const char *names_language(struct arena *a, const char *name);
#endif
