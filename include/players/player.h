#ifndef PLAYERS_PLAYER_H
#define PLAYERS_PLAYER_H
/*
 * Teams that play by themselves: policies over what a team can see (incidents
 * that are open, facts that are known, works that can be started, promises
 * that were made, what customers said), never over what is hidden. All share
 * one budget of acts, so that none wins by speaking more. They prove packs,
 * play the demonstration and make test sessions.
 *
 *   struct player p;
 *   player_begin(&p, PLAYER_CUSTOMER_FOCUSED, seed, scenario);
 *   player_between(&p, scenario, &state, refused, &wish)  until 0: what is chosen between rounds
 *   START_ROUND ...
 *   while the round runs:
 *       while (player_next(&p, scenario, &state, refused, &wish))  submit wish.command, take its cost
 *       ADVANCE to player_until(&p, scenario, &state)
 *   for every event of the session, as it happens: player_observe(&p, scenario, &state, &event)
 *
 * The same kind, seed, pack and course give the same wishes. A player's
 * memory holds what it saw happen and nothing else; observing a stored
 * session's events from the beginning rebuilds it. `quiet` and `told` are no
 * memory: they only spare a look that would find what the last one found.
 */
#include "sim/sim.h"

enum { PLAYER_ACTS_A_MINUTE = 3, PLAYER_REFUSED_MOST = 8 };

/* PLAYER(NAME, "word"): the named ones first, then the graded, then the cheats. */
#define PLAYERS(PLAYER) \
    PLAYER(CUSTOMER_FOCUSED, "customer-focused")  /* asks first, tells what it knows, calls when it said, lets the user confirm */ \
    PLAYER(TECHNICIAN, "technician")              /* works well and never speaks */ \
    PLAYER(PLEASER, "pleaser")                    /* claims and promises anything */ \
    PLAYER(FORGETTER, "forgetter")                /* promises, never returns */ \
    PLAYER(GATEKEEPER, "gatekeeper")              /* decides and refuses */ \
    PLAYER(HERO, "hero")                          /* one member does it all */ \
    PLAYER(LEARNER, "learner")                    /* technician in the first two rounds that count, customer-focused after */ \
    PLAYER(RANDOM, "random") \
    PLAYER(MIXED, "mixed")                        /* an ordinary room, for the demonstration: no part of the proof */ \
    PLAYER(GRADED_25, "graded-25") PLAYER(GRADED_50, "graded-50") PLAYER(GRADED_75, "graded-75") PLAYER(GRADED_90, "graded-90") \
    PLAYER(NO_PROMISE, "promises-nothing") PLAYER(NO_CLAIM, "claims-nothing") PLAYER(DO_NOT_KNOW, "does-not-know") \
    PLAYER(FAR_PROMISE, "promises-far") PLAYER(RENEGOTIATOR, "renegotiates-for-ever") PLAYER(NEVER_CLOSES, "never-closes") \
    PLAYER(ASKER, "asks-for-ever") PLAYER(BEGGAR, "apologises-for-ever") PLAYER(TALKER, "talks-and-does-no-work") \
    PLAYER(REFUSER, "refuses-everything") PLAYER(WEAKEST, "weakest-claim") PLAYER(CORRECTOR, "claims-then-corrects") \
    PLAYER(SANDBAGGER, "sandbags-fix-times") PLAYER(TINY_STEPS, "promises-in-tiny-steps") PLAYER(LATE_PROMISER, "promises-the-certain") \
    PLAYER(BYSTANDERS, "updates-bystanders") PLAYER(SELF_CONFIRMED, "confirms-for-the-user") PLAYER(LAST_ROUND, "only-the-last-round") \
    PLAYER(HEAVY_ONLY, "serves-the-heavy") PLAYER(SORRY_FIRST, "apologises-first") PLAYER(ACKNOWLEDGER, "acknowledges-and-hides") \
    PLAYER(BLANKET, "asks-everything-at-once") PLAYER(PASSER, "hands-everything-over") PLAYER(JUST_IN_TIME, "takes-back-just-in-time") \
    PLAYER(OFFERER, "refuses-with-an-offer") PLAYER(COMPLAINER, "makes-complaints") PLAYER(VERIFIER, "asks-whether-it-works-for-ever") \
    PLAYER(SHOW_WORKER, "works-for-show")

enum player_kind {
#define PLAYER_ENUM(NAME, word) PLAYER_##NAME,
    PLAYERS(PLAYER_ENUM)
#undef PLAYER_ENUM
    PLAYER_KIND_COUNT
};
/* "" out of range; -1 when the word is none of them. */
const char *player_word(int32_t kind);
int32_t player_from_word(const char *word);
int player_is_graded(int32_t kind);
int player_is_cheat(int32_t kind);

/* What was said and not answered since, and the acts of the last minutes: all a player remembers. */
struct player_memory {
    int32_t asked_at[SIM_INCIDENTS][LIMIT_CUSTOMERS];   /* second of an unanswered question about the incident, 0 none */
    int32_t answered_at[SIM_INCIDENTS][LIMIT_CUSTOMERS]; /* second at which one was answered and nothing asked back since, 0 none */
    int8_t ask_again[SIM_INCIDENTS][LIMIT_CUSTOMERS];   /* bits of questions that news has made worth asking again */
    int8_t last_said[SIM_INCIDENTS][LIMIT_CUSTOMERS];   /* kind of the last act towards them about it */
    int32_t in_vain[LIMIT_CUSTOMERS];                   /* calls in this round that brought them nothing: they said so */
    int32_t recent[PLAYER_ACTS_A_MINUTE];               /* seconds of the last acts of the team, newest first */
    int32_t acts[SIM_CMD_COUNT];                        /* acts of each kind in this round */
    int32_t open[SIM_INCIDENTS], open_count;            /* incidents that are open, in pack order */
};
struct player {
    int32_t kind;
    uint64_t seed;
    struct player_memory memory;
    int32_t quiet;                                      /* 1: nothing has happened since a look that found nothing to do */
    int32_t told;                                       /* 1: nothing to tell since a look that found nothing to tell */
};

/* What a player does next. key: which of its ways to put it (text key "<prefix>.<key>.<n>"), NULL for no words;
 * time: named in those words, -1 none. command.text is 1 where the command needs words: who submits it puts theirs. */
struct player_wish { struct sim_command command; const char *key; int32_t time; };

void player_begin(struct player *p, enum player_kind kind, uint64_t seed, const struct scenario *sc);
void player_observe(struct player *p, const struct scenario *sc, const struct sim_state *s, const struct sim_event *e);
/* 1 and the wish; 0 when nothing more is to be done at this second, or the budget of this minute is used up.
 * refused: how many wishes were refused since the last one that was done (a player gives up rather than hang). */
int player_next(struct player *p, const struct scenario *sc, const struct sim_state *s, int32_t refused, struct player_wish *wish);
/* The second up to which it lets time pass: a full minute on, never past the round's end. */
int32_t player_until(const struct player *p, const struct scenario *sc, const struct sim_state *s);
/* Between rounds: improvements, ambassadors, commitments. 1 and the wish; 0 when it is ready for the next round. */
int player_between(struct player *p, const struct scenario *sc, const struct sim_state *s, int32_t refused, struct player_wish *wish);
#endif
