#ifndef MODEL_BEHAVIOURS_H
#define MODEL_BEHAVIOURS_H
/*
 * What somebody walking through the room could see: behaviours that the game
 * can check by itself, in the words of charter, commitments and patterns. A
 * slogan ("be customer-focused") is none of them. The numbers stand in session
 * files: never reuse or renumber one. NOBODY: observed by hand.
 *
 * BEHAVIOUR(number, NAME, "word") - text keys "behaviour.<word>"
 */
#include <stdint.h>

#define BEHAVIOURS(BEHAVIOUR) \
    BEHAVIOUR(0, FIRST_WORD, "first-word")          /* somebody speaks to the reporter within the response target */ \
    BEHAVIOUR(1, ASK_IMPACT, "ask-impact")          /* the impact is asked before work begins */ \
    BEHAVIOUR(2, ASK_FIRST, "ask-first")            /* the go-ahead is asked before a change with consequences */ \
    BEHAVIOUR(3, LET_CHOOSE, "let-choose")          /* the business chooses what goes first */ \
    BEHAVIOUR(4, AGREE_CONDITIONS, "agree-conditions") /* what good looks like is agreed and tested again */ \
    BEHAVIOUR(5, USER_CONFIRMS, "user-confirms")    /* the user confirms before an incident is closed */ \
    BEHAVIOUR(6, NOBODY_WAITS, "nobody-waits")      /* nobody waits beyond patience without a word */ \
    BEHAVIOUR(7, SAY_WHAT_WE_KNOW, "say-what-we-know") /* no claim is ahead of what the team knew */ \
    BEHAVIOUR(8, BAD_NEWS_FIRST, "bad-news-first")  /* bad news is told within the pack's limit */ \
    BEHAVIOUR(9, TAKE_BACK, "take-back")            /* what was wrong is corrected unasked */ \
    BEHAVIOUR(10, NAME_THE_CALL, "name-the-call")   /* every conversation ends with the next time */ \
    BEHAVIOUR(11, KEEP_THE_CALL, "keep-the-call")   /* that call is made in time */ \
    BEHAVIOUR(12, OWN_IT, "own-it")                 /* complaints are resolved by their date, and nobody is blamed */

enum behaviour {
#define BEHAVIOUR_ENUM(number, NAME, word) BEHAVIOUR_##NAME = number,
    BEHAVIOURS(BEHAVIOUR_ENUM)
#undef BEHAVIOUR_ENUM
    BEHAVIOUR_COUNT = 13
};

/* "" out of range. */
const char *behaviour_word(int32_t behaviour);
/* -1 when the word is none of them. */
int32_t behaviour_from_word(const char *word);
#endif
