#ifndef APP_WRITE_REPORT_H
#define APP_WRITE_REPORT_H
/*
 * The report of a session as a file: DIR/report.html. The folder is made when
 * it is not there; the file appears whole or not at all.
 *
 *   char *path;
 *   enum err err = report_write(session, "reports/team", 0, &path);
 *   free(path);
 *
 * ERR_WRITE, ERR_FULL, ERR_SYSTEM as the disk says; *path is then untouched.
 */
#include "base/err.h"
#include "session/session.h"

/* names: 1 shows the members' names, 0 stands "Person A" for them. */
enum err MUST_CHECK report_write(const struct session *session, const char *dir, int names, char **path);
/* The same for a session that was opened damaged: the report says what is lost. found may be NULL. */
enum err MUST_CHECK report_write_found(const struct session *session, const struct store_report *found, const char *dir,
                                       int names, char **path);
#endif
