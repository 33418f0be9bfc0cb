#include "session/bot.h"
#include "base/chance.h"
#include "base/number.h"
#include "base/text.h"

#include <assert.h>

enum { BOT_DRAW = 9900, BOT_VARIANTS = 3, BOT_WISHES = 32 };

static const enum player_kind kinds[BOT_KIND_COUNT] = {
    [BOT_CUSTOMER_FOCUSED] = PLAYER_CUSTOMER_FOCUSED, [BOT_TECHNICIAN] = PLAYER_TECHNICIAN, [BOT_MIXED] = PLAYER_MIXED};

const char *bot_word(enum bot_kind kind) { return (unsigned)kind < BOT_KIND_COUNT ? player_word((int32_t)kinds[kind]) : NULL; }

void bot_begin(struct bot *bot, enum bot_kind kind, uint64_t seed)
{
    assert((unsigned)kind < BOT_KIND_COUNT);
    bot_begin_player(bot, (int32_t)kinds[kind], seed);
}

void bot_begin_player(struct bot *bot, int32_t player, uint64_t seed)
{
    assert(player >= 0 && player < PLAYER_KIND_COUNT);
    player_begin(&bot->player, (enum player_kind)player, seed, NULL);
    bot->words = "bot";
    bot->seen = bot->course = 0;
}

/* --- words --- */

/* One of a few ways to put it; the first where there is only one, "" when the catalogue has none. */
static void words_of(const struct bot *bot, const struct sim_state *s, const struct player_wish *wish, struct str *out)
{
    struct str full = {0}, clock = {0};
    int32_t variant = chance_between(bot->player.seed, BOT_DRAW, s->acts, wish->command.kind, 1, BOT_VARIANTS);
    str_printf(&full, "%s.%s.%d", bot->words, wish->key, (int)variant);
    if (!text_has(str_text(&full))) {
        str_clear(&full);
        str_printf(&full, "%s.%s.1", bot->words, wish->key);
    }
    if (wish->time >= 0) str_append_clock(&clock, wish->time);
    if (text_has(str_text(&full))) text_format(out, str_text(&full), "time", str_text(&clock), NULL);
    str_release(&full);
    str_release(&clock);
}

static int submit(const struct bot *bot, struct session *session, struct player_wish *wish)
{
    struct submit_result result;
    struct str said = {0};
    if (wish->key && bot->words) words_of(bot, session_state(session), wish, &said);
    const char *words[2] = {said.length > 0 ? str_text(&said) : NULL, NULL};
    wish->command.text = 0;
    session_submit(session, &wish->command, words, &result);
    str_release(&said);
    return result.status == SUBMIT_DONE;
}

/* --- looking --- */

static void look(struct bot *bot, const struct session *session)
{
    const struct scenario *sc = session_scenario(session);
    if (bot->course != session_course(session) || bot->seen > session_event_count(session)) {
        player_begin(&bot->player, (enum player_kind)bot->player.kind, bot->player.seed, sc);
        bot->course = session_course(session);
        bot->seen = 0;
    }
    for (; bot->seen < session_event_count(session); bot->seen++)
        player_observe(&bot->player, sc, session_state(session), session_event_at(session, bot->seen));
}

/* --- playing --- */

static int act(struct bot *bot, struct session *session, int32_t *refused)
{
    struct player_wish wish;
    look(bot, session);
    if (!player_next(&bot->player, session_scenario(session), session_state(session), *refused, &wish)) return 0;
    *refused = submit(bot, session, &wish) ? 0 : *refused + 1;
    return 1;
}

int bot_step(struct bot *bot, struct session *session)
{
    const struct sim_state *s = session_state(session);
    struct submit_result result;
    if (s->phase != PHASE_ROUND || s->paused) return 0;
    int32_t began = s->now, end = session_scenario(session)->rounds[s->round].to, refused = 0;
    if (began >= end) return 0;
    int32_t to = number_min(player_until(&bot->player, session_scenario(session), s), end);
    for (int n = 0; n < BOT_WISHES && s->now < to && act(bot, session, &refused); n++) continue;
    if (s->now < to) session_advance(session, to, &result);
    return session_stopped(session, NULL) ? 0 : s->now > began && s->now < end;
}

int bot_between(struct bot *bot, struct session *session)
{
    struct player_wish wish;
    look(bot, session);
    for (int32_t refused = 0;
         player_between(&bot->player, session_scenario(session), session_state(session), refused, &wish); refused++)
        if (submit(bot, session, &wish)) return 1;
    return 0;
}
