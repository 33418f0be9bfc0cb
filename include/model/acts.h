#ifndef MODEL_ACTS_H
#define MODEL_ACTS_H
/*
 * The verbs of the game, the same in every pack so that scores compare. The
 * numbers stand in session files: never reuse or renumber one.
 *
 * ACT(number, NAME, "word") - the team's; the word is used in packs and scripts.
 */
#define ACTS(ACT) \
    ACT(1, ACKNOWLEDGE, "acknowledge") \
    ACT(2, ASK, "ask") \
    ACT(3, UPDATE, "update") \
    ACT(4, PROMISE, "promise") \
    ACT(5, RENEGOTIATE, "renegotiate") \
    ACT(6, WORK, "work") \
    ACT(7, STOP_WORK, "stop-work") \
    ACT(8, HAND_PRIORITY, "hand-priority") \
    ACT(9, DECIDE_OURSELVES, "decide-ourselves") \
    ACT(10, REFUSE, "refuse") \
    ACT(11, AGREE_CONDITIONS, "agree-conditions") \
    ACT(12, RETEST_CONDITIONS, "re-test-conditions") \
    ACT(13, LOG_COMPLAINT, "log-complaint") \
    ACT(14, RESOLVE_COMPLAINT, "resolve-complaint") \
    ACT(15, VERIFY, "verify") \
    ACT(16, CLOSE, "close") \
    ACT(17, APOLOGISE, "apologise") \
    ACT(18, BLAME, "blame") \
    ACT(19, PROACTIVE, "proactive") \
    ACT(20, ESCALATE, "escalate")

enum act {
    ACT_NONE = 0,
#define ACT_ENUM(number, NAME, word) ACT_##NAME = number,
    ACTS(ACT_ENUM)
#undef ACT_ENUM
    ACT_COUNT = 21
};

const char *act_word(enum act a);
/* ACT_NONE when the word is none of them. */
enum act act_from_word(const char *word);
#endif
