#include "view/report_inside.h"
#include "base/text.h"
#include "base/utf8.h"
#include <string.h>

static int is_customers(const struct scenario *sc, const char *word)
{
    if (!word[0]) return 0;
    size_t length = strlen(word);
    for (int32_t c = 0; c < sc->customer_count; c++)
        if (strncmp(sc->customers[c].name, word, length) == 0 &&
            (sc->customers[c].name[length] == ' ' || !sc->customers[c].name[length]))
            return 1;
    return 0;
}

/* A first name that a customer has too stays: nobody could tell who is meant. */
static void read_name(struct person_name *out, struct arena *arena, const struct scenario *sc, const char *typed)
{
    person_name_read(out, arena, typed);
    if (is_customers(sc, out->first)) out->first = "";
    if (is_customers(sc, out->last)) out->last = "";
}

void report_names_begin(struct report_names *n, struct arena *arena, const struct session *session, int shown)
{
    const struct session_setup *setup = session_setup(session);
    *n = (struct report_names){.arena = arena, .shown = shown, .agreed = NOBODY, .count = setup->member_count};
    for (int i = 0; i < n->count; i++) {
        const char *typed = setup->members[i].name;
        read_name(&n->typed[i], arena, session_scenario(session), typed);
        n->members[i] = shown && typed[0] ? report_names_hide(n, typed) : wording_pseudonym(arena, i, setup->tables);
    }
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

/* The longest name that stands here: "Sanne de Vries" before "Sanne". */
static size_t member_here(const struct report_names *n, const char *at, int *who)
{
    size_t longest = 0;
    for (int i = 0; i < n->count; i++) {
        size_t length = i == n->agreed ? 0 : person_name_at(&n->typed[i], at);
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
        size_t length = n->shown || person_name_goes_on(before) ? 0 : member_here(n, from, &who);
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
