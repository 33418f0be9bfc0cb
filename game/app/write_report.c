#include "app/write_report.h"
#include "base/file.h"
#include "report/report.h"
#include <stdlib.h>
#include <string.h>

static struct report_wish wish_of(const struct store_report *found, int names)
{
    struct report_wish wish = {.names = names};
    if (!found || (found->damaged_at == 0 && found->damaged_parts == 0)) return wish;
    wish.damaged = 1;
    wish.sound = found->records;
    wish.lost = found->lost;
    return wish;
}

enum err report_write_found(const struct session *session, const struct store_report *found, const char *dir, int names,
                            char **path)
{
    struct arena a = {0};
    struct str page = {0}, name = {0};
    struct view_report *view = arena_alloc(&a, sizeof *view);
    struct report_wish wish = wish_of(found, names);
    enum err err = file_make_folder(dir);
    str_printf(&name, "%s/report.html", dir);
    if (err == ERR_NONE) {
        view_report_build(&a, session, &wish, view);
        report_html(&page, view);
        err = file_write(str_text(&name), str_text(&page), page.length);
    }
    if (err == ERR_NONE) *path = str_detach(&name);
    str_release(&name);
    str_release(&page);
    arena_release(&a);
    return err;
}

enum err report_write(const struct session *session, const char *dir, int names, char **path)
{
    return report_write_found(session, NULL, dir, names, path);
}
