#include "app/formats.h"
#include <string.h>

static int word_of(const char *list, size_t length, const char *const *words, int count)
{
    int i = 0;
    while (i < count && (strlen(words[i]) != length || strncmp(words[i], list, length) != 0)) i++;
    return i;
}

int formats_read(const char *list, const char *const *words, int count, unsigned *bits)
{
    *bits = 0;
    while (*list) {
        size_t length = strcspn(list, ",");
        int word = word_of(list, length, words, count);
        if (word == count) return 0;
        *bits |= 1u << word;
        list += length + (list[length] == ',');
    }
    return *bits != 0;
}

int formats_read_paper(const char *word, enum paper_size *size)
{
    static const char *const words[PAPER_SIZE_COUNT] = {[PAPER_A4] = "a4", [PAPER_LETTER] = "letter"};
    int found = word_of(word, strlen(word), words, PAPER_SIZE_COUNT);
    if (found < PAPER_SIZE_COUNT) *size = (enum paper_size)found;
    return found < PAPER_SIZE_COUNT;
}
