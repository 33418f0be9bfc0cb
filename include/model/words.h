#ifndef MODEL_WORDS_H
#define MODEL_WORDS_H
/*
 * The words of packs, scripts and exports, one list for each enum, in the
 * order of the enum. Readers that need "which words are allowed" take the
 * list; everybody else calls the functions of model/scenario.h.
 */
#include <stdint.h>

struct word_list { const char *const *items; int32_t count; };

extern const struct word_list words_score;
extern const struct word_list words_mood;
extern const struct word_list words_need;
extern const struct word_list words_incident_kind;
extern const struct word_list words_level;
extern const struct word_list words_fact_kind;
extern const struct word_list words_work_kind;
extern const struct word_list words_question;
extern const struct word_list words_claim;
extern const struct word_list words_fix_times;
extern const struct word_list words_pack_level;
extern const struct word_list words_hair;
extern const struct word_list words_effect;
extern const struct word_list words_improvement;
extern const struct word_list words_spine;
extern const struct word_list words_business_verdict;
extern const struct word_list words_aspect;
extern const struct word_list words_preset;     /* in the order of enum preset */
extern const struct word_list words_phase;      /* steps of an agenda that may be left out: agenda_phase() */
extern const struct word_list words_behaviour;
extern const struct word_list words_work_stage;
extern const struct word_list words_promise_stage;
extern const struct word_list words_incident_stage;
extern const struct word_list words_outcome;
extern const struct word_list words_act;      /* in the order of enum act, from ACT_ACKNOWLEDGE on: item 0 is act 1 */
extern const struct word_list words_idea;     /* the source ideas that a moment may name */

/* Ordinal of a word in a list, -1 when it is none of them. */
int32_t word_find(const struct word_list *list, const char *word);
/* The word at an ordinal, "" out of range. */
const char *word_at(const struct word_list *list, int32_t ordinal);
#endif
