#ifndef APP_APP_PAPERS_H
#define APP_APP_PAPERS_H
/*
 * The papers of the chosen pack, asked for on the set-up page: written into a
 * folder beside the sessions; the page then says where, or what went wrong.
 *
 *   app_papers_print(app);      on WISH_PRINT
 */
struct app;
void app_papers_print(struct app *app);
#endif
