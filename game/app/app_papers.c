#include "app/app_papers.h"
#include "app/app.h"
#include "app/write_handouts.h"
#include "base/file.h"
#include "base/text.h"
#include <stdio.h>

static void tell(struct app *app, int bad, const char *words)
{
    struct setup_memory *m = &app->setup_memory;
    snprintf(m->papers, sizeof m->papers, "%s", words);
    m->papers_bad = bad;
    app->dirty = 1;
}

static enum err print_all(const struct app *app, const char *folder, struct str *path)
{
    enum err err = file_make_folder(folder);
    if (err != ERR_NONE) str_append(path, folder);
    for (int what = 0; what < HANDOUT_COUNT && err == ERR_NONE; what++)
        err = handout_write(app->pack, folder, PAPER_A4, (enum handout)what, path);
    return err;
}

void app_papers_print(struct app *app)
{
    struct arena a = {0};
    struct str path = {0};
    const char *sessions = app->options.sessions ? app->options.sessions : app->places.sessions;
    if (!app->pack) return;
    const char *folder = file_join(&a, sessions, arena_printf(&a, "papers-%s", app->pack->id));
    enum err err = file_make_folder(sessions);
    if (err == ERR_NONE) err = print_all(app, folder, &path);
    tell(app, err != ERR_NONE, err == ERR_NONE ? text_fill(&a, "print.done", "folder", folder, NULL) : handout_trouble(&a, err, str_text(&path)));
    str_release(&path);
    arena_release(&a);
}
