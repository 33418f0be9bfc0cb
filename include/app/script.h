#ifndef APP_SCRIPT_H
#define APP_SCRIPT_H
/*
 * Scripts that drive the real screens as a person would: `moment play --script
 * FILE`. One statement a line; what each does is written for people under the
 * key "script.help".
 *
 *   struct script script;
 *   if (script_read(&arena, &script, name, bytes, length, &found) != ERR_NONE) show found;
 *   int failed = script_run(&script, &driver, &message);    0, or the number of the line
 *
 * Reading collects all errors. Running stops at the first line that fails;
 * message then says what was expected and what was there.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "base/err.h"
#include "ui/ui.h"

enum script_window { SCRIPT_CONSOLE, SCRIPT_STAGE, SCRIPT_HERE };   /* HERE: the one the script directs at present */

enum script_verb {
    SCRIPT_CLICK, SCRIPT_FOCUS, SCRIPT_KEY, SCRIPT_TYPE, SCRIPT_TICK, SCRIPT_TICK_UNTIL, SCRIPT_EXPECT, SCRIPT_EXPECT_NOT,
    SCRIPT_SHOT, SCRIPT_SIZE, SCRIPT_THEME, SCRIPT_SCALE, SCRIPT_WINDOW, SCRIPT_KILL, SCRIPT_QUIT, SCRIPT_RECORD, SCRIPT_STEP
};

/* What a `record` line names, as it is written: values by the command's fields, NULL where it says nothing. */
enum { SCRIPT_FIELDS = 5 };
struct script_record {
    int32_t command;            /* enum sim_command_kind */
    const char *values[SCRIPT_FIELDS], *words[2];
};

struct script_line {
    int number;                 /* in the file, from 1 */
    enum script_verb verb;
    enum script_window window;
    enum ui_role role;          /* UI_ROLE_COUNT: any */
    struct ui_chord chord;
    const char *text;           /* label, typed text, expected text, file */
    int64_t milliseconds;
    int32_t second;             /* of the day, TICK_UNTIL */
    int width, height, percent;
    int kind, nth;              /* STEP: enum agenda_kind, and which of them, from 1 */
    enum theme theme;
    struct script_record record;
    const char *source;         /* the line as it stands, without comment and margins */
};

struct script {
    const char *name;           /* as shown in messages */
    struct script_line *lines;
    int count;
};

/* ERR_FORMAT when anything was found; what is found goes to `found`, everything into the arena. */
enum err MUST_CHECK script_read(struct arena *a, struct script *out, const char *name, const char *bytes, size_t length,
                                struct diag_list *found);

/*
 * What the runner drives. `input` returns when the input has been handled whole
 * and the screens have settled; UI_INPUT_NONE only runs them anew. window is
 * never SCRIPT_HERE.
 */
struct script_driver {
    void *context;
    struct ui *(*ui)(void *context, enum script_window window);          /* NULL: there is no such window */
    void (*input)(void *context, enum script_window window, const struct ui_input *input);
    void (*tick)(void *context, int64_t milliseconds);                   /* real time goes by */
    int32_t (*now)(void *context);                                       /* fictional second of the day, -1: no round */
    enum err (*shot)(void *context, enum script_window window, const char *path);
    void (*size)(void *context, enum script_window window, int width, int height);
    void (*theme)(void *context, enum script_window window, enum theme theme);
    void (*scale)(void *context, int percent);                           /* 100 to 200 */
    void (*kill)(void *context);                                         /* does not return: SIGKILL */
    int (*closed)(void *context);                                        /* the program was left, by a click on Quit for instance */
    void (*done)(void *context, int line);                               /* a line has been carried out; NULL: nobody asks */
    const char *(*record)(void *context, const struct script_record *record);   /* NULL, or why not: words of the catalogue or of the line */
    const char *(*step)(void *context, int kind, int nth);               /* the same, for going to a step of the agenda */
};

/* 0: all done, or quit. Else the line that failed; *message receives what to print, newline at its end. */
int script_run(const struct script *script, const struct script_driver *driver, struct str *message);

/* For script_run: the item a line means, and what to say where it is not there. */
const struct ui_item *script_item(const struct ui *ui, enum ui_role role, const char *label);
int script_shows(const struct ui *ui, enum ui_role role, const char *words);
/* Appends the items most like the words, as `button "Pause", text "..."`. */
void script_nearest(struct str *out, const struct ui *ui, enum ui_role role, const char *words);
#endif
