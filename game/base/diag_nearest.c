#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

enum { NEAREST_LONGEST = 80 };

static char nearest_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static int nearest_same(char a, char b)
{
    return nearest_lower(a) == nearest_lower(b);
}

static int nearest_least(int a, int b, int c)
{
    int least = a < b ? a : b;
    return least < c ? least : c;
}

/* One row of the table of distances: row i from the two rows above it. */
static void nearest_row(int *row, const int *above, const int *second, const char *name, int i, const char *other)
{
    row[0] = i;
    for (int j = 1; other[j - 1] != '\0'; j++) {
        int wrong = above[j - 1] + !nearest_same(name[i - 1], other[j - 1]);
        row[j] = nearest_least(above[j] + 1, row[j - 1] + 1, wrong);
        int swapped = i > 1 && j > 1 && nearest_same(name[i - 1], other[j - 2]) &&
                      nearest_same(name[i - 2], other[j - 1]);
        if (swapped && second[j - 2] + 1 < row[j])
            row[j] = second[j - 2] + 1;
    }
}

/* Slips between two names of at most NEAREST_LONGEST bytes (optimal string alignment, Damerau 1964). */
static int nearest_distance(const char *name, const char *other)
{
    int rows[3][NEAREST_LONGEST + 1] = {{0}};
    size_t length = strlen(other);
    for (size_t j = 0; j <= length; j++)
        rows[0][j] = (int)j;
    int i = 1;
    for (; name[i - 1] != '\0'; i++)
        nearest_row(rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3], name, i, other);
    return rows[(i + 2) % 3][length];
}

const char *diag_nearest(const char *name, const char *const *names, int count)
{
    size_t length = strlen(name);
    const char *nearest = NULL;
    if (length < 2 || length > NEAREST_LONGEST)
        return NULL;
    int limit = length < 6 ? 1 : (int)(length / 3);
    for (int i = 0; i < count; i++) {
        if (strlen(names[i]) > NEAREST_LONGEST)
            continue;
        int distance = nearest_distance(name, names[i]);
        if (distance > limit)
            continue;
        nearest = names[i];
        limit = distance - 1;
    }
    return nearest;
}
