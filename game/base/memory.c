#include "base/memory.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>

static void *memory_or_end(void *memory)
{
    if (memory != NULL)
        return memory;
    fputs(text("error.memory"), stderr);
    fputc('\n', stderr);
    abort();
}

void *memory_want(size_t bytes)
{
    return memory_or_end(calloc(1, bytes == 0 ? 1 : bytes));
}

void *memory_resize(void *old, size_t bytes)
{
    return memory_or_end(realloc(old, bytes == 0 ? 1 : bytes));
}
