#ifndef SCREENS_CHARTER_PARTS_H
#define SCREENS_CHARTER_PARTS_H
/* What the files of the charter's page share. */
#include "page_parts.h"
#include "screens/charter.h"

struct charter_desk {
    struct ui *ui;
    const struct view_charter *view;
    struct charter_memory *m;
    struct wishes *wishes;
};

/* Puts a line on the sheet, or takes it off ("" words). */
void charter_say(struct charter_desk *d, int32_t slot, int32_t behaviour, const char *words);
/* The line in a slot, NULL. */
const struct charter_line *charter_line_in(const struct charter_desk *d, int32_t slot);
/* "1" to "9", "0", "A" ...: the key of a behaviour. */
const char *charter_key(struct charter_desk *d, int32_t behaviour);
/* The editor at the foot of the sheet: the field, the question a slogan is met with, and who will notice. */
void charter_writing_begin(struct charter_desk *d, int32_t slot);
void charter_writing_end(struct charter_desk *d);
float charter_writing_height(struct charter_desk *d, float width);
void charter_writing_draw(struct charter_desk *d, struct rect r);
void charter_tie_draw(struct charter_desk *d);
#endif
