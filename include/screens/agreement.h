#ifndef SCREENS_AGREEMENT_H
#define SCREENS_AGREEMENT_H
/*
 * What is agreed before anything is played: what is kept, who receives it,
 * where managers sit, what stays out. Written in the set-up, shown to the
 * room before the first step, and changed there if somebody asks for it.
 *
 *   agreement_begin(&m);                          the usual words
 *   agreement_set(&m, i, "...");                  or those of a session
 *   agreement_fields(ui, &m, &r);                 in the set-up; takes its height off r
 *   agreement_screen(ui, &m, &wishes);            the page; WISH_AGREED leads on
 *   stage_agreement(ui, &m, topics);              the same words for the room
 *   agreement_end(&m);
 *
 * Each text is at most AGREEMENT_TEXT characters: four of them can still be
 * read from the back.
 */
#include "screens/wish.h"
#include "ui/ui.h"

enum { AGREEMENTS = 4, AGREEMENT_TEXT = 96 };

struct agreement_memory {
    struct ui_edit texts[AGREEMENTS];
    int stage_blank, one_display;   /* set by the app, shown on the buttons */
    const char *topics;             /* what the set-up leaves out, "outsourcing, deaths", "" */
};

void agreement_begin(struct agreement_memory *m);
void agreement_end(struct agreement_memory *m);
void agreement_set(struct agreement_memory *m, int which, const char *words);
/* The words without spaces at both ends and without line breaks. */
const char *agreement_words(struct arena *a, const struct agreement_memory *m, int which);

/* A pack's tag in words, "Children"; the tag itself where the catalogue has none for it (topic.TAG). */
const char *agreement_topic(struct arena *a, const char *tag);

void agreement_fields(struct ui *ui, struct agreement_memory *m, struct rect *r);
float agreement_fields_height(struct ui *ui);
void agreement_screen(struct ui *ui, struct agreement_memory *m, struct wishes *wishes);
void stage_agreement(struct ui *ui, const struct agreement_memory *m);
#endif
