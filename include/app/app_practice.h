#ifndef APP_APP_PRACTICE_H
#define APP_APP_PRACTICE_H
/*
 * Practising alone in the running program: choosing, the desk, the result and
 * another try. The business is played by players/practice.h, feedback comes
 * from assess/feedback.h; both read a state of their own, rebuilt from the
 * session's events, so that a practice that is opened again goes on as if it
 * had never been closed.
 *
 * Time passes only while the person lets it: until something happens that can
 * be heard or seen at the desk, until shortly before a promised call, or for
 * ten fictional minutes in which nothing did.
 *
 *   app_practice_wish(app, &wish)      1: it was one of practice's
 *   app_practice_resume(app)           a session of somebody alone was opened
 *   app_practice_pass(app, ms)         real time goes by
 *   app_practice_show(app, ui, &wishes)
 *   app_practice_close(app)            the session is about to close
 *   app_practice_free(app)
 */
#include "ui/ui.h"
#include "screens/wish.h"

struct app;
struct app_practice;

int app_practice_wish(struct app *app, const struct wish *w);
void app_practice_resume(struct app *app);
void app_practice_pass(struct app *app, int64_t milliseconds);
/* 1 while time passes. */
int app_practice_runs(const struct app *app);
void app_practice_show(struct app *app, struct ui *ui, struct wishes *wishes);
void app_practice_close(struct app *app);
void app_practice_free(struct app *app);
#endif
