/* `moment`, `moment PACK`, `moment FILE.moment`: the program with its windows. */
#include "app/app.h"
#include "app/commands.h"
#include "app/options.h"
#include "base/text.h"
#include <stdio.h>

const char *command_data;

int command_start(int argc, char **argv)
{
    struct app_options options = {.data = command_data};
    struct str message = {0};
    struct app *app;
    int status = options_read(&options, argc, argv, &message);
    if (status == 0) {
        enum err err = app_open(&app, &options, &message);
        status = err == ERR_NONE ? 0 : 3;
        if (err == ERR_NONE) {
            status = app_run(app);
            app_close(app);
        }
    }
    if (status != 0 && message.length) fprintf(stderr, "%s\n", str_text(&message));
    str_release(&message);
    return status;
}
