#include "players/player.h"

#include "players/looking.h"
#include "players/policy.h"

#include "base/number.h"

#include <string.h>

enum { PLAYER_MINUTE = 60 };

static const char *const words[PLAYER_KIND_COUNT] = {
#define PLAYER_WORD(NAME, word) word,
    PLAYERS(PLAYER_WORD)
#undef PLAYER_WORD
};

const char *player_word(int32_t kind)
{
    return kind >= 0 && kind < PLAYER_KIND_COUNT ? words[kind] : "";
}

int32_t player_from_word(const char *word)
{
    for (int32_t kind = 0; kind < PLAYER_KIND_COUNT; kind++)
        if (strcmp(words[kind], word) == 0)
            return kind;
    return -1;
}

int player_is_graded(int32_t kind)
{
    return kind >= PLAYER_GRADED_25 && kind <= PLAYER_GRADED_90;
}

int player_is_cheat(int32_t kind)
{
    return kind > PLAYER_GRADED_90 && kind < PLAYER_KIND_COUNT;
}

void player_begin(struct player *p, enum player_kind kind, uint64_t seed, const struct scenario *sc)
{
    (void)sc;
    memset(p, 0, sizeof *p);
    p->kind = (int32_t)kind;
    p->seed = seed;
    for (int k = 0; k < PLAYER_ACTS_A_MINUTE; k++)
        p->memory.recent[k] = -PLAYER_MINUTE;
}

/* --- watching --- */

static void list_open(struct player_memory *memory, const struct sim_state *s)
{
    int32_t before = memory->open_count;
    memory->open_count = 0;
    for (incident_id i = 0; i < s->incident_count; i++)
        if (s->incidents[i].open == 1)
            memory->open[memory->open_count++] = i;
    for (int32_t k = memory->open_count; k < before; k++)
        memory->open[k] = 0;
}

/* Asking back, working or trying it out answers no question. */
static int is_answer(int32_t act)
{
    return act != SIM_CMD_ASK && act != SIM_CMD_VERIFY && act != SIM_CMD_WORK && act != SIM_CMD_STOP_WORK;
}

static void observe_act(struct player_memory *memory, const struct sim_event *e)
{
    if (e->act.act > 0 && e->act.act < SIM_CMD_COUNT)
        memory->acts[e->act.act]++;
    if (!sim_command_is_act(e->act.act))
        return;
    for (int k = PLAYER_ACTS_A_MINUTE - 1; k > 0; k--)
        memory->recent[k] = memory->recent[k - 1];
    memory->recent[0] = e->at;
    if (e->act.incident < 0 || e->act.customer < 0)
        return;
    if (is_answer(e->act.act) && memory->asked_at[e->act.incident][e->act.customer] > 0) {
        memory->asked_at[e->act.incident][e->act.customer] = 0;
        memory->answered_at[e->act.incident][e->act.customer] = e->at;
    } else if (e->act.act == SIM_CMD_ASK) {
        memory->answered_at[e->act.incident][e->act.customer] = 0;
    }
    memory->last_said[e->act.incident][e->act.customer] = (int8_t)e->act.act;
}

/* A question of the script, said aloud. */
static void observe_said(struct player_memory *memory, const struct sim_event *e)
{
    if (e->said.source == 1 && e->said.incident >= 0)
        memory->asked_at[e->said.incident][e->said.customer] = e->at;
}

/* What was found out by looking may remind somebody of something. */
static void observe_fact(struct player_memory *memory, const struct scenario *sc, const struct sim_state *s,
                         const struct sim_event *e)
{
    incident_id i = sc->facts[e->fact_known.fact].incident;
    if (e->fact_known.by != KNOWN_BY_WORK && e->fact_known.by != KNOWN_BY_EVENT)
        return;
    for (customer_id c = 0; c < sc->customer_count; c++)
        memory->ask_again[i][c] = (int8_t)(s->incidents[i].asked[c] & 1 << ASK_IDEAS);
}

static void observe_asked(struct player_memory *memory, const struct sim_event *e)
{
    if (e->asked.question < ASK_COUNT)
        memory->ask_again[e->asked.incident][e->asked.customer] &= (int8_t)~(1 << e->asked.question);
}

static void observe_round(struct player_memory *memory, const struct sim_state *s)
{
    memset(memory->acts, 0, sizeof memory->acts);
    memset(memory->in_vain, 0, sizeof memory->in_vain);
    memset(memory->asked_at, 0, sizeof memory->asked_at[0] * (size_t)s->incident_count);
    memset(memory->answered_at, 0, sizeof memory->answered_at[0] * (size_t)s->incident_count);
    list_open(memory, s);
}

/* Time alone, feelings and figures give a team nothing to do: the clock it looks at anyway. */
static int may_matter(int32_t kind)
{
    static const int8_t idle[SIM_EV_COUNT] = {
        [SIM_EV_TIME] = 1, [SIM_EV_MINUTE] = 1, [SIM_EV_TRUST] = 1, [SIM_EV_SATISFACTION] = 1, [SIM_EV_MOMENT_OPENED] = 1,
        [SIM_EV_MOMENT_SETTLED] = 1, [SIM_EV_MOMENT_DUE] = 1, [SIM_EV_SILENCE] = 1, [SIM_EV_VALUE] = 1, [SIM_EV_SURVEYED] = 1};
    return !idle[kind];
}

void player_observe(struct player *p, const struct scenario *sc, const struct sim_state *s, const struct sim_event *e)
{
    if (!may_matter(e->kind))
        return;
    p->quiet = 0;
    if (e->kind == SIM_EV_FACT_KNOWN || e->kind == SIM_EV_INCIDENT_OPENED || e->kind == SIM_EV_INCIDENT_STAGE ||
        e->kind == SIM_EV_ROUND_STARTED)
        p->told = 0;
    switch (e->kind) {
    case SIM_EV_ACT:
        observe_act(&p->memory, e);
        break;
    case SIM_EV_SAID:
        observe_said(&p->memory, e);
        break;
    case SIM_EV_CONTACT:
        p->memory.in_vain[e->contact.customer] += e->contact.weight == CONTACT_FOR_NOTHING;
        break;
    case SIM_EV_FACT_KNOWN:
        observe_fact(&p->memory, sc, s, e);
        break;
    case SIM_EV_ASKED:
        observe_asked(&p->memory, e);
        break;
    case SIM_EV_ROUND_STARTED:
        observe_round(&p->memory, s);
        break;
    case SIM_EV_INCIDENT_OPENED:
    case SIM_EV_INCIDENT_STAGE:
        list_open(&p->memory, s);
        break;
    default:
        break;
    }
}

/* --- acting --- */

/* What comes first is done first. Work costs no talk, so it stands before everything that can wait. What looks at the
 * clock is looked for every time, the rest only when something has happened. */
static const struct { policy_finder *find; int by_the_clock; } finders[] = {
    {policy_slips, 1},          {policy_answers, 1}, {policy_asks_back, 0}, {policy_confirms, 0},
    {policy_commits, 0},        {policy_asks_first, 0}, {policy_agrees, 0}, {policy_retests, 1},
    {policy_corrects, 0},   {policy_tells, 1},          {policy_says_sorry, 1}, {policy_asks_more, 0},
    {policy_breaks_silence, 1}, {policy_digs, 0},       {policy_closes, 1},  {policy_helps, 1},  {policy_hosts, 1}};

static int tricks_find(struct turn *t, policy_finder *const *tricks, customer_id with)
{
    for (int k = 0; k < POLICY_TRICKS && tricks[k] != NULL; k++)
        if (tricks[k](t, with))
            return 1;
    return 0;
}

static int find_with(struct turn *t, customer_id with)
{
    for (size_t k = 0; k < sizeof finders / sizeof *finders; k++)
        if ((finders[k].by_the_clock || !t->p->quiet) && finders[k].find(t, with))
            return 1;
    return tricks_find(t, policy_of(t, NOBODY)->last, with);
}

/* What somebody on the line must hear, now that it costs no more time. */
static int find_on_the_line(struct turn *t, customer_id with)
{
    int quiet = t->p->quiet;
    return (!quiet && policy_commits(t, with)) || policy_answers(t, with) || (!quiet && policy_asks_back(t, with)) ||
           policy_tells(t, with) || (!quiet && policy_confirms(t, with));
}

/* Whoever waits most: for a call that is due, for a first word, for bad news, to be let choose. */
static int find_who_waits(struct turn *t)
{
    return policy_calls_back(t, NOBODY) || tricks_find(t, policy_of(t, NOBODY)->first, NOBODY) || policy_greets(t, NOBODY) ||
           policy_tells_bad_news(t, NOBODY) || policy_chooses(t, NOBODY);
}

/* Hands first, they cost no talk; then what must be said; then whoever is on the line hears and is asked everything else
 * before the next number is dialled. */
static int find(struct turn *t)
{
    customer_id on_the_line = see_talking_to(t);
    if (!t->p->quiet && policy_works(t, NOBODY))
        return 1;
    if ((on_the_line >= 0 && find_on_the_line(t, on_the_line)) || find_who_waits(t))
        return 1;
    return (on_the_line >= 0 && find_with(t, on_the_line)) || find_with(t, NOBODY);
}

static int is_spent(const struct player *p, const struct sim_state *s)
{
    return p->memory.recent[PLAYER_ACTS_A_MINUTE - 1] > s->now - PLAYER_MINUTE;
}

int player_next(struct player *p, const struct scenario *sc, const struct sim_state *s, int32_t refused, struct player_wish *wish)
{
    int running = s->phase == PHASE_ROUND && !s->paused && s->now < sc->rounds[s->round].to;
    if (!running || refused >= PLAYER_REFUSED_MOST || is_spent(p, s))
        return 0;
    struct turn t = {.p = p, .sc = sc, .s = s, .wish = wish, .skip = refused};
    int found = find(&t);
    p->quiet = !found && refused == 0;
    return found;
}

int32_t player_until(const struct player *p, const struct scenario *sc, const struct sim_state *s)
{
    (void)p;
    const struct round *round = &sc->rounds[s->round];
    int32_t minutes = (s->now - round->from) / PLAYER_MINUTE + 1;
    return number_min(round->from + minutes * PLAYER_MINUTE, round->to);
}

int player_between(struct player *p, const struct scenario *sc, const struct sim_state *s, int32_t refused, struct player_wish *wish)
{
    if (s->phase != PHASE_BETWEEN || refused >= PLAYER_REFUSED_MOST)
        return 0;
    struct turn t = {.p = p, .sc = sc, .s = s, .wish = wish, .skip = refused};
    return policy_between(&t);
}
