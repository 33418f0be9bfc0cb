#include "view/view_charter.h"
#include "base/text.h"
#include "base/utf8.h"
#include "session/session.h"
#include "view/wording_between.h"

#include <string.h>

_Static_assert((int)CHARTER_LINES == (int)SIM_CHARTER, "as many lines as a session keeps");

static const char *see_words(int32_t behaviour)
{
    static const char *const keys[BEHAVIOUR_COUNT] = {
#define BEHAVIOUR_KEY(number, NAME, word) [number] = "charter.see." word,
        BEHAVIOURS(BEHAVIOUR_KEY)
#undef BEHAVIOUR_KEY
    };
    return text(keys[behaviour]);
}

static void line_add(struct view_charter *v, const struct wording *w, int32_t slot, const struct sim_charter *line)
{
    const char *checks = wording_behaviour(line->behaviour);
    v->lines[v->count++] = (struct charter_line){
        .slot = slot, .behaviour = line->behaviour, .words = wording_pledge(w, line->behaviour, line->text),
        .checked = checks[0] ? text_fill(w->arena, "charter.checked", "what", checks, NULL) : text("charter.by-hand")};
    if (line->behaviour != NOBODY) v->behaviours[line->behaviour].slot = slot;
}

void view_charter_build(struct arena *arena, const struct session *session, struct view_charter *out)
{
    const struct sim_state *s = session_state(session);
    struct wording w = wording_of(arena, session);
    *out = (struct view_charter){.free_slot = NOBODY};
    for (int32_t k = 0; k < BEHAVIOUR_COUNT; k++)
        out->behaviours[k] = (struct charter_behaviour){see_words(k), wording_behaviour(k), NOBODY};
    for (int32_t slot = 0; slot < SIM_CHARTER; slot++) {
        if (s->charter[slot].text > 0) line_add(out, &w, slot, &s->charter[slot]);
        else if (out->free_slot == NOBODY) out->free_slot = slot;
    }
    out->count_words = text_fill(arena, "charter.count", "n", arena_printf(arena, "%d", out->count), "all",
                                 arena_printf(arena, "%d", CHARTER_LINES), NULL);
    out->team = wording_team(&w);
    out->date = wording_date(arena, session_setup(session)->date);
}

/* --- what can be seen --- */

/* Of any language; quotation marks, dashes and the like (U+2000 to U+206F) are none. */
static int is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || (c >= 0xC0 && (c < 0x2000 || c > 0x206F));
}

static int is_digit(char c) { return c >= '0' && c <= '9'; }

/* Bytes at the start of `text` that are letters (wanted 1) or none (wanted 0). */
static size_t run_of(const char *text, int wanted)
{
    size_t at = 0, width;
    for (uint32_t c = utf8_decode(text, &width); c != 0 && is_letter(c) == wanted; c = utf8_decode(text + at, &width)) at += width;
    return at;
}

/* The next word from *at on, in small letters; "" at the end. */
static const char *word_next(struct arena *arena, const char **at)
{
    const char *from = *at + run_of(*at, 0);
    size_t length = run_of(from, 1);
    char *word = arena_dup_bytes(arena, from, length);
    for (size_t i = 0; i < length; i++)
        if (word[i] >= 'A' && word[i] <= 'Z') word[i] = (char)(word[i] - 'A' + 'a');
    *at = from + length;
    return word;
}

/* Is the word in a list of the catalogue? Its entries stand apart by spaces; "call*" is any word that begins so. */
static int is_listed(const char *key, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = text(key); *at != '\0';) {
        size_t entry = strcspn(at, " ");
        int any = entry > 0 && at[entry - 1] == '*';
        size_t stem = any ? entry - 1 : entry;
        if (stem > 0 && stem <= length && strncmp(at, word, stem) == 0 && (any || stem == length)) return 1;
        at += entry;
        at += strspn(at, " ");
    }
    return 0;
}

enum charter_sight charter_look(struct arena *arena, const char *line, const char **word)
{
    int seen = 0, measured = 0;
    const char *value = "", *at = line;
    for (const char *c = line; *c != '\0'; c++) measured |= is_digit(*c);
    for (const char *w = word_next(arena, &at); w[0] != '\0'; w = word_next(arena, &at)) {
        seen |= is_listed("charter.seen-verbs", w);
        measured |= is_listed("charter.measures", w);
        if (!value[0] && is_listed("charter.values", w)) value = w;
    }
    *word = seen && !measured ? value : "";
    if (!seen) return CHARTER_UNSEEN;
    return (*word)[0] ? CHARTER_ABSTRACT : CHARTER_SEEN;
}
