#include "view/report_inside.h"
#include "base/text.h"
#include "base/utf8.h"
#include <string.h>

enum { FIRST_NAME_LEAST = 3, LETTERS = 26 };

/* Person A to Person Z, then Person AA: by place, so that it never changes in a session. */
static const char *pseudonym(struct arena *arena, int place, int tables)
{
    char letters[3] = {0};
    if (place >= LETTERS) letters[0] = (char)('A' + place / LETTERS - 1);
    letters[strlen(letters)] = (char)('A' + place % LETTERS);
    if (tables) return text_fill(arena, "report.table", "n", arena_printf(arena, "%d", place + 1), NULL);
    return text_fill(arena, "report.person", "letter", letters, NULL);
}

static const char *trimmed(struct arena *arena, const char *name)
{
    while (*name == ' ') name++;
    size_t length = strlen(name);
    while (length > 0 && name[length - 1] == ' ') length--;
    return arena_dup_bytes(arena, name, length);
}

static int is_customers(const struct scenario *sc, const char *word)
{
    size_t length = strlen(word);
    for (int32_t c = 0; c < sc->customer_count; c++)
        if (strncmp(sc->customers[c].name, word, length) == 0 &&
            (sc->customers[c].name[length] == ' ' || !sc->customers[c].name[length]))
            return 1;
    return 0;
}

/* A first name that a customer has too stays: nobody could tell who is meant. */
static const char *first_word(struct arena *arena, const struct scenario *sc, const char *name)
{
    const char *space = strchr(name, ' ');
    if (!space || space - name < FIRST_NAME_LEAST) return "";
    const char *first = arena_dup_bytes(arena, name, (size_t)(space - name));
    return is_customers(sc, first) ? "" : first;
}

void report_names_begin(struct report_names *n, struct arena *arena, const struct session *session, int shown)
{
    const struct session_setup *setup = session_setup(session);
    *n = (struct report_names){.arena = arena, .shown = shown, .count = setup->member_count};
    for (int i = 0; i < n->count; i++) {
        n->typed[i] = trimmed(arena, setup->members[i].name);
        n->first[i] = first_word(arena, session_scenario(session), n->typed[i]);
        n->members[i] = shown ? report_names_hide(n, setup->members[i].name) : pseudonym(arena, i, setup->tables);
    }
}

/* Letters and digits of any script; what may stand beside a name does not belong to it. */
static int is_word(uint32_t c)
{
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x303F) &&
           c != 0xFFFD;
}

static int is_control_of_direction(uint32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

static int writes_leftwards(uint32_t c)
{
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
           (c >= 0x1E800 && c <= 0x1EFFF);
}

static size_t name_here(const char *at, const char *name)
{
    size_t length = strlen(name), width;
    if (length == 0 || strncmp(at, name, length) != 0) return 0;
    return is_word(utf8_decode(at + length, &width)) ? 0 : length;
}

/* The longest name that stands here: "Sanne de Vries" before "Sanne". */
static size_t member_here(const struct report_names *n, const char *at, int *who)
{
    size_t longest = 0;
    for (int i = 0; i < n->count; i++) {
        size_t whole = name_here(at, n->typed[i]), first = name_here(at, n->first[i]),
               length = whole > first ? whole : first;
        if (length <= longest) continue;
        longest = length;
        *who = i;
    }
    return longest;
}

static void hide_into(struct str *out, const struct report_names *n, const char *from)
{
    size_t width;
    for (uint32_t c, before = ' '; (c = utf8_decode(from, &width)) != 0; before = c, from += width) {
        int who = 0;
        size_t length = n->shown || is_word(before) ? 0 : member_here(n, from, &who);
        if (length > 0) {
            str_append(out, n->members[who]);
            width = length;
            c = 'a';
        } else if (!is_control_of_direction(c)) {
            str_append_bytes(out, from, width);
        }
    }
}

/* Text that runs from right to left is fenced off (U+2068, U+2069), so that what stands around it keeps its order. */
static int needs_fence(const char *text)
{
    size_t width;
    for (uint32_t c; (c = utf8_decode(text, &width)) != 0; text += width)
        if (writes_leftwards(c) || is_control_of_direction(c)) return 1;
    return 0;
}

const char *report_names_hide(const void *context, const char *text)
{
    const struct report_names *n = context;
    struct str out = {0};
    int fence = needs_fence(text);
    if (fence) str_append(&out, "\xE2\x81\xA8");
    hide_into(&out, n, text);
    if (fence) str_append(&out, "\xE2\x81\xA9");
    const char *shown = arena_dup(n->arena, str_text(&out));
    str_release(&out);
    return shown;
}
