#ifndef REPORT_EDIT_H
#define REPORT_EDIT_H
/*
 * A facilitator's edits on the composed report, before anybody writes it.
 *
 *   report_compose(&d, &view);
 *   report_apply_edits(&d, &view.edits);
 *   paper_html(&out, &d);
 *
 * A part is a block with an id of its own: a section (its words are its
 * heading), a sentence, an item, a box, a row of a table that tells, a
 * picture. What is told in such an item, box or row has ids too: "turn.48.2"
 * is the second text of "turn.48". The evidence is no part: it stands as it
 * was recorded, and the whole annex can only be left out. What says that the
 * file is damaged or the session not over, and what somebody said, is not changed.
 *
 * CHANGE    gives a part other words and keeps what it refers to
 * HIDE      leaves it out, SHOW brings it back; the title stays
 * ADD       a sentence after the part: each line a paragraph; after a heading the section's first
 * SECTION   a section after the one the part lies in, before the annex
 * WORD      the facilitator's word, before the first section; no words: none
 * RESTORE   the part as the program tells it, whatever was changed or hidden
 *
 * In the order in which they were made, so that the latest wins. What is added
 * has the id "added.<n>", the n-th that was added, and is a part like others;
 * so is "word". An edit of a part that is no longer told does nothing to the
 * document: report_edit_list() tells it apart.
 */
#include "paper/document.h"
#include "view/view_editing.h"
#include "view/view_report.h"

void report_apply_edits(struct paper_document *d, const struct view_report_edits *edits);
/* Applies them too, and tells every part as it then stands, in reading order, with the evidence it refers to. */
void report_edit_list(struct paper_document *d, const struct view_report_edits *edits, struct view_editing *out);
#endif
