#include "players/practice.h"

#include "base/chance.h"
#include "sim/between.h"

#include <string.h>

enum { DRAW_LINE = 101 };   /* apart from the purposes of sim/figures.h */

void practice_begin(struct practice *p, uint64_t seed)
{
    memset(p, 0, sizeof *p);
    p->seed = seed;
    p->spoke = -1;
    for (customer_id c = 0; c < LIMIT_CUSTOMERS; c++)
        p->customers[c].owes = p->customers[c].mood = p->customers[c].shown = -1;
}

/* --- what it remembers --- */

static void round_started(struct practice *p, const struct scenario *sc, const struct sim_state *s)
{
    p->spoke = -1;
    for (customer_id c = 0; c < sc->customer_count; c++) {
        p->customers[c].mood = p->customers[c].shown = (int32_t)sim_mood(s, sc, c);
        p->customers[c].since = s->now;
        p->customers[c].owes = -1;
    }
}

static void said(struct practice *p, const struct sim_event *e)
{
    customer_id c = e->said.customer;
    int32_t mood = e->said.item, line = e->said.nth;
    p->spoke = e->at;
    if (c < 0 || c >= LIMIT_CUSTOMERS)
        return;
    p->customers[c].owes = -1;
    if (e->said.source != 3 || mood < 0 || mood >= MOOD_COUNT)
        return;
    p->customers[c].shown = mood;
    if (line >= 0 && line < LIMIT_LINES && p->customers[c].said[mood][line] < UINT8_MAX)
        p->customers[c].said[mood][line]++;
}

/* Questions are answered by the engine; these wait for a face. */
static int wants_reaction(int32_t act)
{
    return act == ACT_UPDATE || act == ACT_PROMISE || act == ACT_RENEGOTIATE || act == ACT_REFUSE || act == ACT_BLAME
        || act == ACT_APOLOGISE || act == ACT_PROACTIVE || act == ACT_DECIDE_OURSELVES;
}

static void acted(struct practice *p, const struct sim_event *e)
{
    customer_id c = e->act.customer;
    if (c < 0 || c >= LIMIT_CUSTOMERS || !wants_reaction(e->act.act))
        return;
    p->customers[c].owes = e->at;
    p->customers[c].owes_incident = e->act.incident;
}

static void look_at_moods(struct practice *p, const struct scenario *sc, const struct sim_state *s)
{
    for (customer_id c = 0; c < sc->customer_count; c++) {
        int32_t mood = (int32_t)sim_mood(s, sc, c);
        if (mood != p->customers[c].mood)
            p->customers[c].since = s->now;
        p->customers[c].mood = mood;
    }
}

void practice_observe(struct practice *p, const struct scenario *sc, const struct sim_state *s, const struct sim_event *e)
{
    if (e->kind == SIM_EV_ROUND_STARTED)
        round_started(p, sc, s);
    else if (e->kind == SIM_EV_SAID)
        said(p, e);
    else if (e->kind == SIM_EV_ACT)
        acted(p, e);
    if (s->phase == PHASE_ROUND)
        look_at_moods(p, sc, s);
}

/* --- what it does --- */

static incident_id open_of(const struct sim_state *s, customer_id c)
{
    for (incident_id i = s->incident_count - 1; i >= 0; i--)
        if (s->incidents[i].open == 1 && s->incidents[i].reporter == c)
            return i;
    return NOBODY;
}

static int is_spoken_to(const struct practice_customer *c, const struct sim_state *s)
{
    return c->owes >= 0 && s->now - c->owes <= PRACTICE_ANSWERS;
}

static int has_reason(const struct practice_customer *c, const struct sim_state *s, int open)
{
    if (is_spoken_to(c, s))
        return 1;
    return open && c->mood != c->shown && s->now - c->since >= PRACTICE_SETTLES;
}

/* Who was spoken to answers first; then whose mood is worst; then whose word weighs most. */
static int comes_before(const struct practice *p, const struct scenario *sc, const struct sim_state *s, customer_id a, customer_id b)
{
    const struct practice_customer *x = &p->customers[a], *y = &p->customers[b];
    if (is_spoken_to(x, s) != is_spoken_to(y, s))
        return is_spoken_to(x, s);
    if (x->mood != y->mood)
        return x->mood > y->mood;
    return sc->customers[a].weight != sc->customers[b].weight ? sc->customers[a].weight > sc->customers[b].weight : a < b;
}

static customer_id who_speaks(const struct practice *p, const struct scenario *sc, const struct sim_state *s)
{
    customer_id best = NOBODY;
    for (customer_id c = 0; c < sc->customer_count; c++) {
        const struct practice_customer *k = &p->customers[c];
        int has_lines = k->mood >= 0 && sc->customers[c].lines[k->mood].count > 0;
        if (has_lines && has_reason(k, s, open_of(s, c) != NOBODY) && (best == NOBODY || comes_before(p, sc, s, c, best)))
            best = c;
    }
    return best;
}

/* Among the lines that were said least often the seed takes one; how often all were said keys the draw. */
static int32_t line_of(const struct practice *p, const struct scenario *sc, customer_id c)
{
    const struct practice_customer *k = &p->customers[c];
    int32_t count = sc->customers[c].lines[k->mood].count, least = UINT8_MAX, fresh = 0, uses = 0;
    count = count < LIMIT_LINES ? count : LIMIT_LINES;
    for (int32_t line = 0; line < count; line++) {
        uses += k->said[k->mood][line];
        if (k->said[k->mood][line] < least) {
            least = k->said[k->mood][line];
            fresh = 0;
        }
        fresh += k->said[k->mood][line] == least;
    }
    int32_t pick = chance_between(p->seed, DRAW_LINE, c * MOOD_COUNT + k->mood, uses, 0, fresh - 1);
    for (int32_t line = 0; line < count; line++)
        if (k->said[k->mood][line] == least && pick-- == 0)
            return line;
    return 0;
}

static int react(const struct practice *p, const struct scenario *sc, const struct sim_state *s, struct sim_command *out)
{
    if (p->spoke >= 0 && s->now - p->spoke < PRACTICE_PAUSE)
        return 0;
    customer_id c = who_speaks(p, sc, s);
    if (c == NOBODY)
        return 0;
    *out = sim_command_make(SIM_CMD_REACT);
    out->react.customer = c;
    out->react.mood = p->customers[c].mood;
    out->react.line = line_of(p, sc, c);
    out->react.incident = is_spoken_to(&p->customers[c], s) ? p->customers[c].owes_incident : open_of(s, c);
    return 1;
}

static int let_go(const struct scenario *sc, const struct sim_state *s, struct sim_command *out)
{
    const int32_t counts[SHEET_KIND_COUNT] = {sc->incident_count, sc->event_count, sc->moment_count};
    for (int32_t kind = 0; kind < SHEET_KIND_COUNT; kind++)
        for (int32_t item = 0; item < counts[kind]; item++) {
            if (s->sheet[sim_sheet_index(sc, (enum sheet_kind)kind, item)].status != SHEET_HELD)
                continue;
            *out = sim_command_make(SIM_CMD_HOLD);
            out->hold.sheet = kind;
            out->hold.item = item;
            return 1;
        }
    return 0;
}

int practice_next(const struct practice *p, const struct scenario *sc, const struct sim_state *s, struct sim_command *out)
{
    if (s->phase != PHASE_ROUND || s->paused || learning_runs(s))
        return 0;
    return let_go(sc, s, out) || react(p, sc, s, out);
}
