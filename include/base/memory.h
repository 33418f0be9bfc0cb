#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H
/*
 * Plain memory that is always there: when there is none left the program ends
 * with a message, as nothing sensible can follow. Give it back with free().
 */
#include <stddef.h>

void *memory_want(size_t bytes);              /* zeroed */
void *memory_resize(void *old, size_t bytes); /* what is new is not zeroed */
#endif
