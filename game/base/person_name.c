#include "base/person_name.h"
#include "base/str.h"
#include "base/text.h"
#include "base/utf8.h"

#include <string.h>

enum { PART_LEAST = 3 };

static const char *trimmed(struct arena *arena, const char *typed)
{
    while (*typed == ' ')
        typed++;
    size_t length = strlen(typed);
    while (length > 0 && typed[length - 1] == ' ')
        length--;
    return arena_dup_bytes(arena, typed, length);
}

static const char *long_enough(const char *word)
{
    return utf8_count(word) < PART_LEAST ? "" : word;
}

void person_name_read(struct person_name *out, struct arena *arena, const char *typed)
{
    *out = (struct person_name){trimmed(arena, typed), "", ""};
    const char *space = strchr(out->whole, ' '), *last = strrchr(out->whole, ' ');
    if (space == NULL)
        return;
    out->first = long_enough(arena_dup_bytes(arena, out->whole, (size_t)(space - out->whole)));
    out->last = long_enough(last + 1);
}

int person_name_goes_on(uint32_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x303F) &&
           c != 0xFFFD;
}

/* Does the language use this word for something else? The list is words with a space on either side. */
static int is_word_too(const char *name)
{
    struct str one = {0};
    str_printf(&one, " %s ", name);
    int is = text_has("names.words") && str_holds(text("names.words"), str_text(&one));
    str_release(&one);
    return is;
}

static size_t form_at(const char *at, const char *form)
{
    size_t length = strlen(form), width;
    if (length == 0 || !str_begins(at, form))
        return 0;
    if (strncmp(at, form, length) != 0 && (utf8_count(form) < PART_LEAST || is_word_too(form)))
        return 0;
    return person_name_goes_on(utf8_decode(at + length, &width)) ? 0 : length;
}

size_t person_name_at(const struct person_name *name, const char *at)
{
    const char *const forms[] = {name->whole, name->first, name->last};
    size_t longest = 0;
    for (int i = 0; i < 3; i++) {
        size_t length = form_at(at, forms[i]);
        longest = length > longest ? length : longest;
    }
    return longest;
}

int person_name_is_in(const struct person_name *name, const char *text)
{
    size_t width;
    for (uint32_t c, before = ' '; (c = utf8_decode(text, &width)) != 0; before = c, text += width)
        if (!person_name_goes_on(before) && person_name_at(name, text) > 0)
            return 1;
    return 0;
}
