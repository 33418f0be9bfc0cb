#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H
/*
 * The report as one HTML page that needs nothing else: no script, no font, no
 * picture from outside. Readable on a phone, a wide screen and A4 paper. And
 * the same as the pages of a printer (paper/pdf.h, with its errors).
 *
 *   struct view_report v;
 *   view_report_build(&arena, session, &wish, &v);
 *   struct str page = {0};
 *   report_html(&page, &v);
 *
 * Everything in the view is data: it is escaped, and its direction of writing
 * is left to each text. The same view gives the same bytes.
 */
#include "base/str.h"
#include "paper/pdf.h"
#include "view/view_report.h"

void report_html(struct str *out, const struct view_report *view);
enum err MUST_CHECK report_pdf(struct str *out, const struct view_report *view, enum paper_size size);
#endif
