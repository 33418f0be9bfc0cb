#include "session/bot.h"
#include "session/bot_inside.h"
#include "base/chance.h"
#include "base/number.h"
#include "base/text.h"

#include <assert.h>
#include <string.h>

enum { BOT_MINUTE = 60, BOT_DRAW = 9000, BOT_VARIANTS = 3 };

/* In the first round that counts, and after it. The order is that of enum bot_habit. */
struct habits {
    const char *word;
    int32_t first[HABIT_COUNT], later[HABIT_COUNT];
};
static const struct habits habits_table[BOT_KIND_COUNT] = {
    /*                                        greet impact more ahead commit call update tell answer confirm hand
       conditions close correct */
    [BOT_CUSTOMER_FOCUSED] = {"customer-focused",
                              {100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100},
                              {100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100}},
    [BOT_TECHNICIAN] = {"technician",
                        {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 0},
                        {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 0}},
    [BOT_MIXED] = {"mixed",
                   {80, 50, 40, 45, 75, 20, 30, 45, 50, 50, 0, 50, 60, 0},
                   {100, 85, 75, 85, 90, 96, 75, 90, 85, 90, 100, 100, 90, 90}},
};

const char *bot_word(enum bot_kind kind) { return (unsigned)kind < BOT_KIND_COUNT ? habits_table[kind].word : NULL; }

void bot_begin(struct bot *bot, enum bot_kind kind, uint64_t seed)
{
    assert((unsigned)kind < BOT_KIND_COUNT);
    *bot = (struct bot){.kind = kind, .seed = seed, .words = "bot"};
}

int32_t bot_rounds_before(const struct bot_turn *t)
{
    int32_t n = 0;
    for (round_id r = 0; r < t->s->round; r++) n += !t->sc->rounds[r].warm_up;
    return n;
}

int bot_does(const struct bot_turn *t, enum bot_habit habit, int32_t incident, int32_t nth)
{
    const struct habits *h = &habits_table[t->bot->kind];
    int32_t percent = bot_rounds_before(t) > 0 ? h->later[habit] : h->first[habit];
    return chance_hit(t->bot->seed, BOT_DRAW + (int32_t)habit, incident, nth, percent);
}

/* One of a few ways to put it; "" when the catalogue has none. */
static void words_of(const struct bot_turn *t, const struct sim_command *c, const char *key, int32_t time,
                     struct str *out)
{
    struct str full = {0}, clock = {0};
    int32_t variant = chance_between(t->bot->seed, BOT_DRAW + HABIT_COUNT, t->s->acts, c->kind, 1, BOT_VARIANTS);
    str_printf(&full, "%s.%s.%d", t->bot->words, key, (int)variant);
    if (time >= 0) str_append_clock(&clock, time);
    if (text_has(str_text(&full))) text_format(out, str_text(&full), "time", str_text(&clock), NULL);
    str_release(&full);
    str_release(&clock);
}

int bot_submit(const struct bot_turn *t, const struct sim_command *command, const char *key, int32_t time)
{
    struct submit_result result;
    struct str said = {0};
    if (key && t->bot->words) words_of(t, command, key, time, &said);
    const char *words[2] = {said.length > 0 ? str_text(&said) : NULL, NULL};
    session_submit(t->session, command, words, &result);
    str_release(&said);
    return result.status == SUBMIT_DONE;
}

/* What comes first is done first. Work costs no talk, so it stands before everything that can wait. */
static bot_finder *const finders[] = {bot_calls,    bot_slips,      bot_answers,   bot_greets,         bot_commits,
                                      bot_works,    bot_asks_first, bot_agrees,    bot_retests,        bot_tells,
                                      bot_confirms, bot_chooses,    bot_asks_more, bot_breaks_silence, bot_digs,
                                      bot_closes,   bot_hosts};

static int act_once(const struct bot_turn *t, customer_id with)
{
    for (size_t i = 0; i < sizeof finders / sizeof *finders; i++)
        if (finders[i](t, with)) return 1;
    return 0;
}

/* Whoever is on the line anyway hears everything before the next number is dialled. */
static int act_next(const struct bot_turn *t)
{
    int talking = t->s->last_talk_customer >= 0 && t->s->now - t->s->last_talk_at <= t->sc->rules.conversation;
    return (talking && act_once(t, t->s->last_talk_customer)) || act_once(t, NOBODY);
}

int bot_step(struct bot *bot, struct session *session)
{
    struct bot_turn t = {bot, session, session_scenario(session), session_state(session)};
    struct submit_result result;
    if (t.s->phase != PHASE_ROUND || t.s->paused) return 0;
    int32_t began = t.s->now, end = t.sc->rounds[t.s->round].to;
    if (began >= end) return 0;
    while (t.s->now < began + BOT_MINUTE && t.s->now < end && bot_recent_acts(&t) < BOT_ACTS_A_MINUTE)
        if (!act_next(&t)) break;
    int32_t to = number_min(began + BOT_MINUTE, end);
    if (t.s->now < to) session_advance(session, to, &result);
    return session_stopped(session, NULL) ? 0 : t.s->now > began && t.s->now < end;
}
