#ifndef TRIAL_PROOF_H
#define TRIAL_PROOF_H
/*
 * The proof that the scores mean something: what a trial must show of a pack,
 * claim by claim. A claim has parts; it holds when all of them do.
 *
 *   struct proof *p = proof_of(trial);        free() it
 *   p->holds, p->parts[k].figure ...
 *
 * Figures and bounds are in thousandths: of a percent of the paired runs, of a
 * point, of a thing that was never reached. Which it is
 * says `unit`; PROOF_AT_LEAST, PROOF_AT_MOST and PROOF_MORE_THAN say on which side of the bound
 * the figure must lie.
 *
 * claim        parts and what is judged
 * -----------  ---------------------------------------------------------------------------------------------
 * WINS         per score, trust and satisfaction, and the verdict: least share, over the other named players and
 *              random, of runs in which the customer-focused player stands strictly higher (the hero may tie on
 *              honesty). A run in which either had too few moments for a score is not won.
 * VICES        by means over all runs, among the named but random: how far the vice lies under the next player, and
 *              how far under the customer-focused one
 * GRADED       least rise of the mean from one graded player to the next
 * WATERMELON   how far the technician's mean of targets met is from the customer-focused player's, and how far its
 *              trust and satisfaction is under
 * PLEASER      share of runs in which its satisfaction stands above at some minute of the first round that counts
 *              and below at the end
 * LEARNER      share of runs in which its verdict is better than "on notice"
 * CHEATS       greatest share, over the cheats, of runs in which one stands strictly higher than the
 *              customer-focused player, or either had too few moments
 * REACHED      scripted moments, lines, facts, endings that came up in no session
 *
 * A part whose players did not all take part is not tested: it holds nothing. Neither is, after
 * fewer than PROOF_RUNS_ENOUGH runs (`few`), REACHED while something is missing, for what is rare may only not have come
 * up yet, nor a share that fails while its interval holds the bound.
 */
#include "trial/trial.h"

/* PROOF_CLAIM(NAME, "word"): text keys "simulate.claim.<word>". */
#define PROOF_CLAIMS(PROOF_CLAIM) \
    PROOF_CLAIM(WINS, "customer-focused-wins") PROOF_CLAIM(VICES, "vices-show") PROOF_CLAIM(GRADED, "graded-in-order") \
    PROOF_CLAIM(WATERMELON, "watermelon") PROOF_CLAIM(PLEASER, "pleaser-rises-and-falls") PROOF_CLAIM(LEARNER, "changing-pays") \
    PROOF_CLAIM(CHEATS, "no-cheat-pays") PROOF_CLAIM(REACHED, "all-reached")
enum proof_claim {
#define PROOF_ENUM(NAME, word) PROOF_##NAME,
    PROOF_CLAIMS(PROOF_ENUM)
#undef PROOF_ENUM
    PROOF_CLAIM_COUNT
};
enum proof_side { PROOF_AT_LEAST, PROOF_AT_MOST, PROOF_MORE_THAN };
enum proof_unit { PROOF_PERCENT, PROOF_POINTS, PROOF_THINGS };

enum {
    PROOF_SHARE = 95000, PROOF_CHEAT = 5000, PROOF_GAP = 25000, PROOF_DELIVERED = 10000,
    PROOF_PARTS = 40
};

enum { PROOF_RUNS_ENOUGH = 200 };
struct proof_part {
    enum proof_claim claim;
    const char *id;               /* "wins.honest": text keys "simulate.part.<id>" */
    int32_t tested, holds;
    int32_t few;                  /* not tested because there were too few runs */
    enum proof_side side;
    enum proof_unit unit;
    int32_t figure, bound;
    int32_t player, other;        /* whom the figure is about; NOBODY */
    struct interval within;       /* 95 percent interval of a share; {0, 0} where there is none */
    int32_t strictly;             /* share of runs with a strict difference in favour of the claim; -1: not told apart */
    int64_t untold;               /* runs in which there was too little to tell */
    int32_t run;                  /* a run worth looking at: the worst; -1 */
};
struct proof {
    int32_t holds, tested;        /* all claims; whether all parts could be tested */
    int32_t count;
    struct proof_part parts[PROOF_PARTS];
};
const char *proof_claim_word(int32_t claim);
struct proof *proof_of(const struct trial *t);
/* 1 when every tested part of it holds and there is one; *tested: whether all its parts were. */
int proof_claim_holds(const struct proof *p, enum proof_claim claim, int *tested);
/* The part that decides a claim: the one furthest on the wrong side, or nearest to it. NULL when none was tested. */
const struct proof_part *proof_deciding(const struct proof *p, enum proof_claim claim);
#endif
