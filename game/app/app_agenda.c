/* The agenda over and under the pages: its strip, its dialogs, its clock. */
#include "app/app.h"

#include <time.h>

/* Seconds that the clock on the wall is ahead of the one that counts from 1970; none where that clock is a given one. */
static int32_t zone_of(const struct app *app)
{
    time_t now = (time_t)(app_wall(app) / 1000);
    struct tm here, there;
    if (app->options.wall || !localtime_r(&now, &here) || !gmtime_r(&now, &there)) return 0;
    int32_t days = here.tm_year != there.tm_year ? (here.tm_year > there.tm_year ? 1 : -1) : here.tm_yday - there.tm_yday;
    return ((days * 24 + here.tm_hour - there.tm_hour) * 60 + here.tm_min - there.tm_min) * 60;
}

int app_second(const struct app *app)
{
    return (int)((app_wall(app) / 1000 + zone_of(app)) % (24 * 3600));
}

int app_minute(const struct app *app)
{
    return app_second(app) / 60;
}

const struct view_agenda *app_agenda(struct app *app, struct arena *arena)
{
    struct view_agenda *view = arena_alloc(arena, sizeof *view);
    view_agenda_build(arena, app->session, &(struct agenda_clock){app_wall(app), zone_of(app)}, view);
    return view;
}
