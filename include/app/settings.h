#ifndef APP_SETTINGS_H
#define APP_SETTINGS_H
/* What a person prefers, kept from one start to the next. A file that is damaged is as good as none. */
#include "base/err.h"

struct settings {
    int theme;         /* enum theme of the console */
    int stage_theme;
    int scale;         /* percent, 100 to 200 */
    int muted;
    int motion;        /* 1: small motion is on */
    int show_promises, show_scores;   /* on the stage */
    int names;         /* 1: the report has names */
    int preset;        /* enum preset chosen last */
};
struct settings settings_usual(void);
void settings_load(struct settings *s, const char *path);
enum err MUST_CHECK settings_save(const struct settings *s, const char *path);
#endif
