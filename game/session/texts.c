#include "session/inside.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

void session_keep_text(struct session *s, int32_t id, const char *words)
{
    if (id >= s->text_room) {
        int32_t room = s->text_room == 0 ? 256 : s->text_room;
        while (room <= id)
            room *= 2;
        s->texts = memory_resize(s->texts, (size_t)room * sizeof *s->texts);
        memset(s->texts + s->text_room, 0, (size_t)(room - s->text_room) * sizeof *s->texts);
        s->text_room = room;
    }
    s->texts[id] = words != NULL ? arena_dup(&s->arena, words) : NULL;
    if (id > s->text_count)
        s->text_count = id;
}

int session_is_text(const char *words)
{
    size_t length = strlen(words), width;
    if (utf8_check(words, length) != length)
        return 0;
    for (size_t at = 0; at < length; at += width)
        if (utf8_is_control(utf8_decode(words + at, &width)))
            return 0;
    return 1;
}

void session_drop_texts(struct session *s, int32_t first)
{
    for (int32_t i = first; i <= s->text_count; i++)
        s->texts[i] = NULL;
    s->text_count = first - 1;
}

const char *session_text(const struct session *s, int32_t id)
{
    return id > 0 && id <= s->text_count && s->texts[id] != NULL ? s->texts[id] : "";
}

static void fill_name(const struct session *s, char *out, size_t size, int32_t id)
{
    const char *name = session_text(s, id);
    size_t length = strlen(name) < size ? strlen(name) : 0;
    memcpy(out, name, length);
    out[length] = '\0';
}

void session_fill_names(struct session *s, struct session_setup *setup, const struct codec_names *names)
{
    fill_name(s, setup->team, sizeof setup->team, names->team);
    for (int32_t i = 0; i < setup->member_count; i++)
        fill_name(s, setup->members[i].name, sizeof setup->members[i].name, names->members[i]);
    for (int32_t i = 0; i < SESSION_CONTRACT; i++)
        fill_name(s, setup->contract[i], sizeof setup->contract[i], names->contract[i]);
}

enum err session_erase_text(struct session *s, int32_t id)
{
    if (id <= 0 || id > s->text_count || s->texts[id] == NULL)
        return ERR_MISSING;
    if (s->read_only || s->stopped != ERR_NONE)
        return ERR_REFUSED;
    enum err err = s->store != NULL ? store_erase_text(s->store, id) : ERR_NONE;
    if (err != ERR_NONE)
        return err;
    char *words = (char *)(uintptr_t)s->texts[id];
    memset(words, 0, strlen(words));
    s->texts[id] = NULL;
    session_fill_names(s, &s->setup, &s->names);
    return ERR_NONE;
}
