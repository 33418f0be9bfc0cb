#ifndef BASE_ARENA_H
#define BASE_ARENA_H
/*
 * Memory that is given back all at once: one arena for a pack, one for a frame.
 *
 *   struct arena a = {0};
 *   char *s = arena_dup(&a, "text");
 *   arena_reset(&a);     forget the contents, keep the memory for the next frame
 *   arena_release(&a);   give everything back; the arena may be used again
 *
 * Allocation never returns NULL: running out of memory ends the program, as
 * nothing sensible can follow. Memory is zeroed and aligned for any type.
 */
#include <stddef.h>

struct arena_block;
struct arena {
    struct arena_block *first;
    struct arena_block *current;
};

void *arena_alloc(struct arena *a, size_t bytes);
void *arena_array(struct arena *a, size_t count, size_t size);
char *arena_dup(struct arena *a, const char *text);
char *arena_dup_bytes(struct arena *a, const void *bytes, size_t length); /* adds a NUL */
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
void arena_reset(struct arena *a);
void arena_release(struct arena *a);
#endif
