#ifndef PAPER_HTML_H
#define PAPER_HTML_H
/*
 * A document as one HTML page that needs nothing else: no script, no font, no
 * picture from outside. It reads on a phone, on a wide screen and aloud, and
 * prints on A4 or Letter like the pages of paper/pdf.h.
 *
 *   struct str page = {0};
 *   paper_html(&page, &document);
 *
 * What stands before the first section is the page's head; then follow links
 * to the sections, and the sections. Whatever is hidden is left out, and so is
 * a reference to something that is not on the page. Texts are data: escaped,
 * each with its own direction of writing. Blocks by the facilitator say so in
 * a word. The same document gives the same bytes.
 */
#include "base/str.h"
#include "paper/document.h"

void paper_html(struct str *out, const struct paper_document *d);
#endif
