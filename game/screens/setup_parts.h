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
const char *setup_role_name(struct setup *s, role_id role);
int setup_role_taken(struct setup *s, role_id role);
const char *setup_seats_word(struct setup *s, role_id role); /* "1 in, 1 to 3 wanted" */

/* Team and members: the part above the rows, the rows, and the line that adds one. */
void setup_team_part(struct setup *s, struct rect *r);
float setup_team_height(struct setup *s, float width);
void setup_rows_draw(struct setup *s, struct rect r);
float setup_rows_height(struct setup *s);
void setup_add_row(struct setup *s, struct rect r);

/* Roles, pace and stage; then topics and what is said before. */
void setup_game_draw(struct setup *s, struct rect *r);
float setup_game_height(struct setup *s);
void setup_room_draw(struct setup *s, struct rect *r);
float setup_room_height(struct setup *s, float width);
#endif
