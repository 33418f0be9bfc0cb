#ifndef APP_WRITE_REPORT_H
#define APP_WRITE_REPORT_H
/*
 * The report of a session as files in a folder: report.html, report.pdf,
 * report.json, and for spreadsheets evidence.csv, promises.csv, claims.csv,
 * votes.csv and surveys.csv. The folder is made when it is not there; each
 * file appears whole or not at all.
 *
 *   struct report_wanted wanted = report_wanted_all();
 *   enum err err = report_write(session, NULL, "reports/team", &wanted);
 *
 * ERR_WRITE, ERR_FULL, ERR_SYSTEM as the disk says; ERR_MISSING: a font for
 * the PDF, see paper_pdf_missing(). What can be written is, the first error is
 * the answer.
 */
#include "base/err.h"
#include "paper/pdf.h"
#include "session/session.h"

enum report_format { REPORT_PDF, REPORT_HTML, REPORT_CSV, REPORT_JSON, REPORT_FORMAT_COUNT };

struct report_wanted {
    int names;          /* 1 shows the members' names, 0: "Person A" stands for them */
    unsigned formats;   /* bit per enum report_format */
    enum paper_size paper;
};

/* All formats, without names, on A4. */
struct report_wanted report_wanted_all(void);
/* found: how it was opened, so that the report says what is lost; NULL: whole. */
enum err MUST_CHECK report_write(const struct session *session, const struct store_report *found, const char *dir,
                                 const struct report_wanted *wanted);
/* The name of the file that was written (or would be): the page, else the PDF; in the arena. "" for data alone. */
const char *report_written_path(struct arena *a, const char *dir, const struct report_wanted *wanted);
/* Prints the path of every file of the formats. */
void report_list_written(const char *dir, const struct report_wanted *wanted);
#endif
