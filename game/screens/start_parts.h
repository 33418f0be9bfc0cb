#ifndef SCREENS_START_PARTS_H
#define SCREENS_START_PARTS_H
/* What the pieces of the start page share. */
#include "page_parts.h"
#include "screens/start.h"

struct start {
    struct ui *ui;
    const struct view_start *view;
    struct start_memory *memory;
    struct wishes *wishes;
    float grow; /* texts and faces of the stories are larger where the page has room */
    int tight;  /* what waits to go on takes one line of words and a button, so that the stories are in sight below it */
};

/* --- start_sessions.c: what was played, with a search where there is much --- */
float start_sessions_height(struct start *s);
void start_sessions_draw(struct start *s, struct rect *r);
#endif
