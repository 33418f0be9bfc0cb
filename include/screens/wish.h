#ifndef SCREENS_WISH_H
#define SCREENS_WISH_H
/*
 * What a screen wants done: screens change nothing themselves. They put
 * wishes into a queue that the app empties after each run of a screen.
 *
 *   wish_command(wishes, &command, words);
 *   wish(wishes, WISH_PAUSE);
 */
#include "sim/command.h"

enum wish_kind {
    WISH_NONE,
    WISH_COMMAND,            /* command, words */
    WISH_PAUSE,              /* toggles the clock */
    WISH_PACE,               /* number: real tenths of a second per fictional minute */
    WISH_UNDO,
    WISH_MARK,               /* number: customer; "said something now", filled in later */
    WISH_UNMARK,             /* number: index of the mark */
    WISH_BLANK,              /* stage on and off */
    WISH_STAGE_PANE,         /* with one display: swap console and stage */
    WISH_THEME,              /* text "stage" or "console", number: enum theme */
    WISH_SCALE,              /* number: percent, 100 to 200 */
    WISH_MUTE,
    WISH_FULL,               /* stage over the whole display, on and off */
    WISH_MOTION,             /* small motion on and off */
    WISH_NEW,                /* text: path of a pack */
    WISH_CREATE,             /* the setup in the set-up screen's memory is ready */
    WISH_OPEN,               /* text: path of a session file */
    WISH_BACK,               /* to the start screen; a workshop asks first (screens/leave.h) */
    WISH_LEAVE,              /* to the start screen, asked or not; the session is kept */
    WISH_STEP,               /* number: the step of the agenda to go to */
    WISH_EXTEND,             /* number: minutes more for the present step, or fewer */
    WISH_AGREED,             /* what was agreed is known to the room: on to the first step */
    WISH_SHOW,               /* number: enum show_what, turned over */
    WISH_SETTINGS,           /* shows the settings, or hides them */
    WISH_AGENDA,             /* shows all steps, or hides them */
    WISH_NEXT_ROUND,         /* starts the round that is due */
    WISH_END_ROUND,
    WISH_FINISH,
    WISH_REPORT,             /* writes the report */
    WISH_RETRY,              /* try again what could not be stored */
    WISH_SALVAGE,            /* writes the sound part of a damaged session to a new file */
    WISH_PRACTISE,           /* the page on which practising alone begins; text: path of a pack or session, "" none yet */
    WISH_ALONE,              /* the choice in that page's memory is ready: begin */
    WISH_WAIT,               /* number: enum desk_wait; time passes, or stands again when it did */
    WISH_TRY_AGAIN,          /* number: index of a moment of the result, or DESK_TRY_LESSON, DESK_TRY_FEEDBACK */
    WISH_RESULT,             /* practising is over: how it went */
    WISH_SHEETS,             /* shows the observers' sheets */
    WISH_SHEET,              /* what the sheet in their memory says is recorded */
    WISH_FOLLOW_UP,          /* text: the file of a finished session, "": the one that is open */
    WISH_COMPARE,            /* teams over time; text: a team, "" the one that played last, or whose session is open */
    WISH_COMPARE_WRITE,      /* the comparison that shows is written to a file */
    WISH_COMPARE_LEAVE,      /* back to where it was asked for */
    WISH_EDIT_REPORT,        /* number: 1 to the page on which the report is edited, 0 back from it */
    WISH_PRINT,              /* writes the papers of the pack that is set up */
    WISH_QUIT
};
/* What the stage shows, and whether the report has names. */
enum show_what { SHOW_PROMISES, SHOW_SCORES, SHOW_NAMES };
struct wish {
    enum wish_kind kind;
    int32_t number;
    char text[1024];
    struct sim_command command;
    char words[2][LIMIT_TEXT * 4 + 1];     /* UTF-8 */
    int has_words[2];
};
enum { WISHES = 8 };
struct wishes { struct wish items[WISHES]; int count; };

struct wish *wish(struct wishes *w, enum wish_kind kind);
struct wish *wish_number(struct wishes *w, enum wish_kind kind, int32_t number);
struct wish *wish_text(struct wishes *w, enum wish_kind kind, const char *text);
struct wish *wish_command(struct wishes *w, const struct sim_command *command, const char *first, const char *second);
#endif
