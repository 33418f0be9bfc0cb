/* What was found out about what customers need, and what nobody ever asked. */
#include "view/report_inside.h"
#include "view/view_needs.h"

#include <string.h>

static void lines_take(struct report_build *b, const struct view_need_line *lines, int count, int found)
{
    for (int i = 0; i < count; i++)
        b->out->needs[b->out->need_count++] = (struct report_need){lines[i].word, lines[i].text, found ? lines[i].how : "", found};
}

/* Round by round, as they were found; a need known from the start was nobody's finding. */
void report_needs_build(struct report_build *b)
{
    enum { MOST = LIMIT_CUSTOMERS * LIMIT_NEEDS };
    const struct needs_watch *found = view_needs_watch(b->arena, b->session);
    struct view_need_line *lines = arena_array(b->arena, MOST, sizeof *lines);
    b->out->needs = arena_array(b->arena, MOST, sizeof *b->out->needs);
    b->out->needs_counts = view_needs_counts(&b->w, found);
    for (round_id r = 0; r < b->sc->round_count; r++)
        lines_take(b, lines, view_needs_round(&b->w, found, r, lines, MOST), 1);
    if (b->out->finished)
        lines_take(b, lines, view_needs_missed(&b->w, found, lines, MOST), 0);
    b->out->novelty = report_row_of(b, MEASURE_NOVELTY);
    for (int place = 0; place < b->out->round_count; place++) {
        const char *words = wording_novelty(&b->w, b->reading, b->rounds[place]);
        b->out->novelty_words = words[0] ? words : b->out->novelty_words ? b->out->novelty_words : "";
    }
    if (!b->out->novelty_words)
        b->out->novelty_words = "";
}
