#include "view/view_needs.h"
#include "assess/needs.h"
#include "base/text.h"
#include "view/wording.h"

#include <string.h>

const struct needs_watch *view_needs_watch(struct arena *arena, const struct session *session)
{
    const struct scenario *sc = session_scenario(session);
    struct needs_watch *w = arena_alloc(arena, sizeof *w);
    needs_begin(w, sc);
    for (int32_t i = 0; i < session_event_count(session); i++)
        needs_fold(w, sc, i, session_event_at(session, i));
    return w;
}

/* --- one customer --- */

static const char *kind_word(enum need_kind kind)
{
    static const char *const keys[NEED_COUNT] = {"need.basic", "need.satisfier", "need.delighter"};
    return text(keys[kind]);
}

static const char *how(const struct wording *w, enum need_kind kind, const struct need_found *f)
{
    static const char *const ways[NEED_WAY_COUNT] = {"", "need.way.from-start", "need.way.asking", "need.way.visit", "need.way.day"};
    static const char *const hints[NEED_COUNT] = {"", "need.hint.satisfier", "need.hint.delighter"};
    if (f->way == NEED_NOT_FOUND)
        return text(hints[kind]);
    return text_fill(w->arena, ways[f->way], "time", wording_clock(w, f->at), NULL);
}

static void add(const struct wording *w, const struct need *n, const struct need_found *f, struct view_needs *out)
{
    out->items[out->count++] = (struct view_need){n->kind, f->way != NEED_NOT_FOUND, kind_word(n->kind), n->text, how(w, n->kind, f)};
}

void view_needs_of(const struct wording *w, const struct needs_watch *found, customer_id c, struct view_needs *out)
{
    const struct customer *who = &session_scenario(w->session)->customers[c];
    memset(out, 0, sizeof *out);
    for (int32_t n = 0; n < who->need_count; n++) {
        out->hidden += found->found[c][n].way == NEED_NOT_FOUND;
        add(w, &who->needs[n], &found->found[c][n], out);
    }
}

void view_needs_public(const struct wording *w, const struct needs_watch *found, customer_id c, int beyond, struct view_needs *out)
{
    const struct customer *who = &session_scenario(w->session)->customers[c];
    memset(out, 0, sizeof *out);
    for (int32_t n = 0; n < who->need_count; n++) {
        int32_t way = found->found[c][n].way;
        if (way == NEED_NOT_FOUND)
            out->hidden++;
        else if (!beyond || way != NEED_FROM_START)
            add(w, &who->needs[n], &found->found[c][n], out);
    }
}

/* --- what came to light, and what did not --- */

typedef int need_test(const struct need_found *f, int32_t wanted);

static int is_of_event(const struct need_found *f, int32_t index) { return f->event != NOBODY && f->event == index; }
static int is_of_round(const struct need_found *f, int32_t round) { return f->event != NOBODY && f->round == round; }
static int is_missed(const struct need_found *f, int32_t wanted) { return wanted == NOBODY && f->way == NEED_NOT_FOUND; }

static int lines_of(const struct wording *w, const struct needs_watch *found, need_test *test, int32_t wanted, struct view_need_line *out, int room)
{
    const struct scenario *sc = session_scenario(w->session);
    int count = 0;
    for (customer_id c = 0; c < sc->customer_count; c++)
        for (int32_t n = 0; n < sc->customers[c].need_count && count < room; n++) {
            const struct need *need = &sc->customers[c].needs[n];
            const struct need_found *f = &found->found[c][n];
            if (test(f, wanted))
                out[count++] = (struct view_need_line){
                    kind_word(need->kind),
                    text_fill(w->arena, "need.line", "customer", wording_first_name(w, c), "need", need->text, NULL), how(w, need->kind, f),
                    need->kind};
        }
    return count;
}

int view_needs_lines(const struct wording *w, const struct needs_watch *found, int32_t index, struct wording_line *out, int room)
{
    enum { MOST = LIMIT_CUSTOMERS * LIMIT_NEEDS };
    struct view_need_line lines[MOST];
    int count = lines_of(w, found, is_of_event, index, lines, room < MOST ? room : MOST);
    for (int i = 0; i < count; i++)
        out[i] = (struct wording_line){.at = session_event_at(w->session, index)->at,
                                       .tag = text("need.tag"),
                                       .text = text_fill(w->arena, "need.found", "need", lines[i].text, NULL),
                                       .note = lines[i].word,
                                       .tone = TONE_GOOD};
    return count;
}

int view_needs_round(const struct wording *w, const struct needs_watch *found, round_id round, struct view_need_line *out, int room)
{
    return lines_of(w, found, is_of_round, round, out, room);
}

int view_needs_missed(const struct wording *w, const struct needs_watch *found, struct view_need_line *out, int room)
{
    return lines_of(w, found, is_missed, NOBODY, out, room);
}

const char *view_needs_counts(const struct wording *w, const struct needs_watch *found)
{
    const struct scenario *sc = session_scenario(w->session);
    struct needs_count asked = needs_count(found, sc, NEED_SATISFIER, NOBODY, NOBODY), more = needs_count(found, sc, NEED_DELIGHTER, NOBODY, NOBODY);
    struct arena *a = w->arena;
    if (asked.all + more.all == 0)
        return "";
    return text_fill(a, "need.counts", "satisfiers", arena_printf(a, "%d", (int)asked.found), "of", arena_printf(a, "%d", (int)asked.all),
                     "delighters", arena_printf(a, "%d", (int)more.found), "all", arena_printf(a, "%d", (int)more.all), NULL);
}
