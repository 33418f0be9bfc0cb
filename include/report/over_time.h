#ifndef REPORT_OVER_TIME_H
#define REPORT_OVER_TIME_H
/*
 * A team over time as a document: its finding, its sessions or rounds side by
 * side, every round as a line, and the team beside the others.
 *
 *   struct paper_document d = {.arena = &arena};
 *   report_over_time(&d, &view);
 *   paper_html(&out, &d);
 *
 * Texts are borrowed from the view and the catalogue.
 */
#include "paper/document.h"
#include "view/view_compare.h"

void report_over_time(struct paper_document *d, const struct view_compare *v);
#endif
