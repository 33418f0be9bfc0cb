#include "model/behaviours.h"
#include "model/words.h"

const char *behaviour_word(int32_t behaviour)
{
    return word_at(&words_behaviour, behaviour);
}

int32_t behaviour_from_word(const char *word)
{
    return word_find(&words_behaviour, word);
}
