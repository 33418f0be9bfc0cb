#ifndef REPORT_COMPOSE_H
#define REPORT_COMPOSE_H
/*
 * The report as a document (paper/document.h): what the view says, in the
 * order a reader meets it, with an id on everything that can be changed or
 * cited. Whoever writes it on paper or lets a facilitator edit it starts here.
 *
 *   struct paper_document d = {.arena = &arena};
 *   report_compose(&d, &view);
 *   paper_html(&out, &d);
 *
 * Ids: sections by their subject ("promises"), sentences by what they tell
 * ("finding", "summary.1", "promises.note", "turn.48"), rows of the annex by
 * their evidence ("m12", "c40", "p40"). Texts are borrowed from the view and
 * the catalogue, which must outlive the document.
 */
#include "paper/document.h"
#include "view/view_report.h"

void report_compose(struct paper_document *d, const struct view_report *v);
#endif
