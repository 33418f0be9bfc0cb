/* Words for numbers: parts of text keys and of exports, never sentences. */
#include "sim/sim.h"

#include <assert.h>
#include <stddef.h>

struct event_row { const char *word; int32_t fields; };

static const struct event_row events[SIM_EV_COUNT] = {
#define EVENT_ROW(number, NAME, field, count) [number] = {#field, count},
    SIM_EVENTS(EVENT_ROW)
#undef EVENT_ROW
};

#define EVENT_FITS(number, NAME, field, count) \
    _Static_assert(sizeof ((struct sim_event *)0)->field == (count) * sizeof(int32_t), "fields of " #field);
SIM_EVENTS(EVENT_FITS)
#undef EVENT_FITS
_Static_assert(sizeof(struct sim_event) == (2 + SIM_EVENT_FIELDS) * sizeof(int32_t), "no event is longer than SIM_EVENT_FIELDS");

const char *sim_event_word(int32_t kind)
{
    return kind > 0 && kind < SIM_EV_COUNT ? events[kind].word : "";
}

int32_t sim_event_field_count(int32_t kind)
{
    return kind > 0 && kind < SIM_EV_COUNT ? events[kind].fields : -1;
}

static const char *word_at(const char *const *words, int32_t count, int32_t number)
{
    return number >= 0 && number < count && words[number] != NULL ? words[number] : "";
}

const char *reason_word(int32_t reason)
{
    static const char *const words[REASON_COUNT] = {
        "none", "kept", "bad-news-told", "consulted", "confirmed", "corrected", "apology",
        "late", "dropped", "withheld", "over-their-head", "refused", "closed-unasked", "harm",
        "question-ignored", "overdue-work", "found-out", "blamed", "event",
        "asked", "told", "strong-claim", "do-not-know", "relief", "served", "helped", "missed-chance",
        "for-nothing", "left-unasked", "moved"};
    return word_at(words, REASON_COUNT, reason);
}

const char *moment_source_word(int32_t source)
{
    static const char *const words[MOMENT_SOURCE_COUNT] = {
        "scripted", "acknowledged", "impact-asked", "go-ahead", "contention", "conditions", "retest", "confirmed",
        "no-silence", "update-window", "bad-news", "correction", "commitment", "promise-window", "milestone", "complaint"};
    return word_at(words, MOMENT_SOURCE_COUNT, source);
}

const char *outcome_word(int32_t outcome)
{
    static const char *const words[OUTCOME_COUNT] = {"open", "met", "partly", "missed", "broken", "none"};
    return word_at(words, OUTCOME_COUNT, outcome);
}

enum score moment_source_score(int32_t source)
{
    assert(source > MOMENT_SCRIPTED && source < MOMENT_SOURCE_COUNT);
    if (source <= MOMENT_NO_SILENCE)
        return SCORE_INVOLVING;
    return source <= MOMENT_CORRECTION ? SCORE_HONEST : SCORE_FOLLOW;
}

const char *refusal_word(enum refusal r)
{
    static const char *const words[REFUSAL_COUNT] = {
#define REFUSAL_WORD(NAME, word) word,
        REFUSALS(REFUSAL_WORD)
#undef REFUSAL_WORD
    };
    return word_at(words, REFUSAL_COUNT, (int32_t)r);
}
