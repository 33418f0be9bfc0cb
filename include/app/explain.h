#ifndef APP_EXPLAIN_H
#define APP_EXPLAIN_H
/*
 * `moment explain`: a figure down to the lines of the log, for people and as
 * JSON. Writers append to `out`; nothing here reads or changes a file.
 */
#include "base/str.h"
#include "session/session.h"
#include "view/view_explain.h"
#include "view/view_pattern.h"

struct explain {
    const char *file, *figure, *round_word;   /* as typed; NULL where not */
    int json;
    round_id round;                           /* NOBODY: all that count */
    struct session *session;
    struct arena arena;
};

void explain_print_figures(struct str *out, struct explain *e);
void explain_print_figure(struct str *out, struct explain *e, int32_t measure);
void explain_print_patterns(struct str *out, struct explain *e);
void explain_print_pledges(struct str *out, struct explain *e);

void explain_json_figures(struct str *out, struct explain *e);
void explain_json_figure(struct str *out, struct explain *e, int32_t measure);
void explain_json_patterns(struct str *out, struct explain *e);
void explain_json_pledges(struct str *out, struct explain *e);
#endif
