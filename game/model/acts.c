#include "model/acts.h"
#include "model/words.h"

const char *act_word(enum act a)
{
    return word_at(&words_act, (int32_t)a - 1);
}

enum act act_from_word(const char *word)
{
    return (enum act)(word_find(&words_act, word) + 1);
}
