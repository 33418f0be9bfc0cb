/* `moment practise [PACK | FILE.moment]`: the program, on the page for somebody alone. */
#include "app/app.h"
#include "app/commands.h"
#include "app/options.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

int command_practise(int argc, char **argv)
{
    struct app_options options = {.data = command_data, .practise = 1};
    struct str message = {0};
    struct app *app;
    if (argc > 1 && strcmp(argv[1], "--help") == 0) {
        puts(text("desk.usage"));
        return 0;
    }
    int status = options_read(&options, argc, argv, &message);
    if (!options.windows)
        options.windows = 1;
    if (status == 0) {
        enum err err = app_open(&app, &options, &message);
        status = err == ERR_NONE ? 0 : 3;
        if (err == ERR_NONE) {
            status = app_run(app);
            app_close(app);
        }
    }
    if (status != 0 && message.length)
        fprintf(stderr, "%s\n", str_text(&message));
    str_release(&message);
    return status;
}
