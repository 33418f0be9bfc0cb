#include "screens/wish.h"
#include <string.h>

static void words_copy(char *to, size_t room, const char *from)
{
    size_t length = strlen(from);
    if (length >= room) {
        length = room - 1;
        while (length > 0 && ((unsigned char)from[length] & 0xC0) == 0x80) length--;
    }
    memcpy(to, from, length);
    to[length] = '\0';
}

/* A queue that is full drops the newest wish: one input never makes that many. */
struct wish *wish(struct wishes *w, enum wish_kind kind)
{
    struct wish *item = &w->items[w->count < WISHES ? w->count : WISHES - 1];
    if (w->count < WISHES) w->count++;
    memset(item, 0, sizeof *item);
    item->kind = kind;
    return item;
}

struct wish *wish_number(struct wishes *w, enum wish_kind kind, int32_t number)
{
    struct wish *item = wish(w, kind);
    item->number = number;
    return item;
}

struct wish *wish_text(struct wishes *w, enum wish_kind kind, const char *text)
{
    struct wish *item = wish(w, kind);
    words_copy(item->text, sizeof item->text, text);
    return item;
}

struct wish *wish_command(struct wishes *w, const struct sim_command *command, const char *first, const char *second)
{
    const char *given[2] = {first, second};
    struct wish *item = wish(w, WISH_COMMAND);
    item->command = *command;
    for (int i = 0; i < 2; i++) {
        if (!given[i] || !given[i][0]) continue;
        item->has_words[i] = 1;
        words_copy(item->words[i], sizeof item->words[i], given[i]);
    }
    return item;
}
