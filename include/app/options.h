#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H
/* The command line of the windows: `moment` and `moment play`. */
#include "app/app.h"
#include "base/str.h"

/*
 * Reads --packs DIR, --sessions DIR, --size WxH, --stage-size WxH, --windows 1|2, --seed N, --date YYYY-MM-DD,
 * --headless, --silent, --fresh (settings neither read nor written), and one file or pack to open.
 * Returns 0, or 2 with *message saying what is wrong. Words that `more` accepts are left to it.
 */
typedef int (*options_more)(void *context, const char *word, const char *value);   /* words taken: 0, 1 or 2 */
int options_read(struct app_options *options, int argc, char **argv, struct str *message);
int options_read_more(struct app_options *options, int argc, char **argv, options_more more, void *context, struct str *message);
#endif
