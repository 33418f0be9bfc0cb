#ifndef APP_SIMULATE_H
#define APP_SIMULATE_H
/*
 * `moment simulate`: what a trial of a pack comes to, for people and as JSON,
 * and its curves as a table or a picture.
 */
#include "base/str.h"
#include "trial/proof.h"

enum { SIMULATE_PACKS = 16, SIMULATE_RUNS = 1000 };

struct simulate {
    const char *packs[SIMULATE_PACKS];
    int pack_count;
    struct trial_plan plan;
    const char *without, *curve;      /* tags left out, separated by commas; the curve's file; NULL */
    int json, all, help, one_run;     /* one_run: a single run is looked at */
    /* the pack at hand */
    const char *path;
    struct trial *trial;
    struct proof *proof;
    int64_t nanoseconds;              /* that the whole trial took */
};

/* Thousandths of a session a second; 0 when no time passed. */
int64_t simulate_speed(const struct simulate *s);
void simulate_print(struct str *out, const struct simulate *s);
void simulate_print_proof(struct str *out, const struct simulate *s);
void simulate_print_coverage(struct str *out, const struct simulate *s);
/* Of the one run that is looked at: the moments of each team that were not met, with --all every one. */
void simulate_print_run(struct str *out, const struct simulate *s);
void simulate_print_json(struct str *out, const struct simulate *s);
/* What a part of the proof found, as a sentence in the arena. */
const char *simulate_part_words(struct arena *a, const struct proof_part *part);
const char *simulate_claim_words(struct arena *a, enum proof_claim claim);
/* Thousandths in words with at most that many decimals, rounded: "97.3". */
const char *simulate_decimal(struct arena *a, int64_t thousandths, int decimals);
/* Mean satisfaction and trust, minute by minute: a table, a picture. */
void simulate_curve_csv(struct str *out, const struct simulate *s);
void simulate_curve_svg(struct str *out, const struct simulate *s);
#endif
