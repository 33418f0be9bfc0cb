#ifndef SCREENS_SETUP_PARTS_H
#define SCREENS_SETUP_PARTS_H
/* What the files of the set-up page share. */
#include "page_parts.h"
#include "screens/setup.h"

struct setup {
    struct ui *ui;
    const struct scenario *sc;
    struct setup_memory *m;
    struct wishes *wishes;
};
#define SETUP_FIELD 42 /* height of a field at scale one */

const char *setup_number(struct setup *s, int n);
/* Of the field for who comes next. */
const char *setup_add_label(const struct setup *s);
const char *setup_role_name(struct setup *s, role_id role);
int setup_role_taken(struct setup *s, role_id role);
const char *setup_seats_word(struct setup *s, role_id role); /* "1 in, 1 to 3 wanted" */

/* Each tab: two columns where there is room for them, one below the other where not. */
void setup_people_draw(struct setup *s, struct rect r, int wide);
void setup_workshop_draw(struct setup *s, struct rect r, int wide);
void setup_room_draw(struct setup *s, struct rect r, int wide);

/* A column that scrolls: its inner box, as wide as leaves room for a bar. */
struct rect setup_column(struct setup *s, const char *name, struct rect r, float height);
float setup_column_width(const struct setup *s, struct rect r);
#endif
