#ifndef MODEL_AGENDA_H
#define MODEL_AGENDA_H
/*
 * The course of a workshop: its steps in order, with the minutes planned for
 * each. It follows from the pack and from how long the workshop is to take;
 * where people stand in it is in the session (command STEP).
 *
 *   struct agenda agenda;
 *   agenda_build(&agenda, scenario, PRESET_180);
 *   agenda.steps[n].kind ...
 *
 * warm-up - cards - charter - [briefing - round - paper - learning - improve] x rounds - verdict - monday - report
 *
 * The shorter the workshop, the fewer of them: 40 minutes has one round and
 * neither cards nor charter; nothing is improved after the last round. Each
 * begins with the pack's warm-up, which never counts. A break stands in the
 * middle from 180 minutes on. A pack with fewer rounds than a preset asks for
 * plays those it has. A pack may say for a length which rounds are played and
 * what stays out ("presets").
 */
#include "model/scenario.h"

/* Minutes; WHOLE: every round of the pack with everything, as sessions are that say nothing. */
enum preset { PRESET_WHOLE, PRESET_40, PRESET_90, PRESET_180, PRESET_240, PRESET_DAY, PRESET_COUNT };   /* "whole", "40", "90", "180", "240", "day" */

enum agenda_kind {
    AGENDA_WARM_UP, AGENDA_CARDS, AGENDA_CHARTER, AGENDA_BRIEFING, AGENDA_ROUND, AGENDA_PAPER, AGENDA_LEARNING,
    AGENDA_IMPROVE, AGENDA_BREAK, AGENDA_VERDICT, AGENDA_MONDAY, AGENDA_REPORT, AGENDA_KIND_COUNT
};
enum { AGENDA_STEPS = 48, AGENDA_PHASES = 8 };   /* PHASES: kinds that may be left out */

struct agenda_step {
    enum agenda_kind kind;
    round_id round;      /* that it belongs to, NOBODY */
    int32_t nth;         /* of the rounds that count, from 1; 0 for the warm-up and what is of no round */
    int32_t minutes;     /* planned, real time */
};
struct agenda {
    struct agenda_step steps[AGENDA_STEPS];
    int32_t count, rounds;   /* rounds: that count */
};

void agenda_build(struct agenda *out, const struct scenario *sc, enum preset preset);
/* Planned minutes altogether. */
int32_t agenda_minutes(const struct agenda *agenda);
/* The first step of this kind for this round (NOBODY: of any), NOBODY. */
int32_t agenda_find(const struct agenda *agenda, enum agenda_kind kind, round_id round);
/* How many rounds that count a workshop of this length has. */
int32_t preset_rounds(enum preset preset);

/* The kind that a word of words_phase names. */
enum agenda_kind agenda_phase(int32_t ordinal);

const char *preset_word(int32_t preset);
int32_t preset_from_word(const char *word);   /* -1 when it is none of them */
const char *agenda_word(int32_t kind);
#endif
