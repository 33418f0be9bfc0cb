#ifndef SCREENS_SETUP_H
#define SCREENS_SETUP_H
/*
 * Set up: who plays; how long and how fast; what the room agrees on and sees.
 * Three tabs, and Start from any of them.
 *
 *   setup_begin(&m, scenario, THEME_DARK);
 *   setup_screen(ui, scenario, &m, &wishes);      each run
 *   on WISH_CREATE: setup_draft_of(&m, &draft);   complete and sound by then
 *   stage_sample(ui, &m);                         stage: dark beside light, for those in the last row
 *   setup_end(&m);
 *
 * WISH_PRINT asks for the papers of the pack; the app says in `papers` what came of it.
 * WISH_CREATE comes only when a team is named and somebody plays; roles that
 * have too few or too many people are warned of and allowed. WISH_BACK leaves.
 * Pace is in real tenths of a second per fictional minute, 30 to 200.
 */
#include "model/agenda.h"
#include "screens/agreement.h"
#include "screens/wish.h"
#include "ui/ui.h"

enum { SETUP_PACE_LEAST = 30, SETUP_PACE_MOST = 200, SETUP_PERSONS = 12 };   /* from 13 on tables are advised */

struct setup_member { char name[256]; int32_t role; };       /* role NOBODY: any */
struct setup_draft {
    char team[256];
    int32_t member_count;
    struct setup_member members[LIMIT_MEMBERS];
    int32_t tables;                       /* 1: members are tables */
    int32_t pace;
    int32_t show_promises, show_scores;
    int32_t stage_theme;                  /* enum theme */
    int32_t names;                        /* the report has names */
    int32_t preset;                       /* enum preset */
    uint32_t left_out;                    /* bit per tag of the pack */
};

enum setup_tab { SETUP_PEOPLE, SETUP_WORKSHOP, SETUP_ROOM, SETUP_TABS };

struct setup_row { struct ui_edit name; int32_t role; };
struct setup_memory {
    struct ui_edit team, adding;
    struct setup_row rows[LIMIT_MEMBERS];
    int row_count;
    enum setup_tab tab;
    int preset, minute;                   /* minute: of the day now, set by the app, -1 unknown */
    int tables, pace, show_promises, show_scores, stage_theme, names;
    struct agreement_memory agreement;
    int one_display;                      /* set by the app: the stage is behind F8 */
    uint32_t left_out;
    int picking;                          /* the row whose role is being chosen, -1 */
    int leaving;                          /* asked whether to leave what was typed */
    int tried;                            /* Start was pressed while something was missing */
    int fresh;                            /* the focus is to be set */
    char papers[1024];                    /* set by the app: where the papers lie, or why not; "" not asked for yet */
    int papers_bad;
};

void setup_begin(struct setup_memory *m, const struct scenario *scenario, enum theme stage_theme);
void setup_end(struct setup_memory *m);
void setup_screen(struct ui *ui, const struct scenario *scenario, struct setup_memory *m, struct wishes *wishes);
void stage_sample(struct ui *ui, const struct setup_memory *m);
void setup_draft_of(const struct setup_memory *m, struct setup_draft *draft);

/* The role that most needs somebody: below its least seats first, then the emptiest; NOBODY when the pack has none. */
role_id setup_role_next(const struct setup_memory *m, const struct scenario *scenario);
/* Gives every row a role anew, in order. */
void setup_roles_spread(struct setup_memory *m, const struct scenario *scenario);
/* Adds names, parted by commas, semicolons or lines; returns how many found room. */
int setup_members_add(struct setup_memory *m, const struct scenario *scenario, const char *names);
void setup_member_remove(struct setup_memory *m, int row);
/* 1 when it can be started: a team name, and somebody who plays. */
int setup_complete(const struct setup_memory *m);
#endif
