#ifndef VIEW_CONSOLE_PARTS_H
#define VIEW_CONSOLE_PARTS_H
/* What the files that build the console's view share. */
#include "view/view_console.h"
#include "view/wording.h"
#include "base/text.h"

struct console_build {
    struct arena *arena;
    const struct session *session;
    const struct scenario *scenario;
    const struct sim_state *state;
    const struct console_focus *focus;
    struct view_console *out;
    struct wording words;
    const struct needs_watch *found;
};
void console_build_sheet(struct console_build *b);
void console_build_scores(struct console_build *b);
void console_build_open(struct console_build *b);
void console_build_facts(struct console_build *b);
void console_build_works(struct console_build *b);
void console_build_preview(struct console_build *b);
void console_build_customers(struct console_build *b);
void console_build_promises(struct console_build *b);
void console_build_owed(struct console_build *b);
void console_build_members(struct console_build *b);
void console_build_evidence(struct console_build *b);
void console_build_alert(struct console_build *b);
void console_build_deeds(struct console_build *b);
int console_minutes(int32_t seconds);
#endif
