#ifndef BASE_TONE_H
#define BASE_TONE_H
/* How a line may be coloured; the words beside it say the same, colour never stands alone. */
enum tone { TONE_NEUTRAL, TONE_GOOD, TONE_WARN, TONE_BAD, TONE_TEAM, TONE_LEARN };
#endif
