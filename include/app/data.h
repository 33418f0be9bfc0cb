#ifndef APP_DATA_H
#define APP_DATA_H
/*
 * Where the program's own files lie, and the person's. Never looked up by the
 * current directory: --data DIR first, then beside the executable, then the
 * tree that `cmake --install` made (../share/moment).
 */
#include "base/arena.h"
#include "base/err.h"
#include "pack/pack.h"

struct data_places {
    char root[2048];        /* holds assets/ and scenarios/ */
    char sessions[2048];    /* the person's sessions */
    char settings[2048];    /* settings.json */
};
/* asked: from --data, NULL. ERR_MISSING when no place holds assets/text/en; *tried lists the places, in the arena. */
enum err MUST_CHECK data_find(struct data_places *out, const char *asked, struct arena *a, const char **tried);
/*
 * Adds the program's deck of worst practices (assets/cards/<language>.json,
 * else the English one) to a pack that has no cards of its own: see PACK_DECK.
 */
enum err MUST_CHECK data_add_deck(const struct data_places *places, const char *language, struct pack_source *pack);
/* Fills the text catalogue from root. */
enum err MUST_CHECK data_load_texts(const struct data_places *places);
#endif
