#ifndef PAPER_PDF_H
#define PAPER_PDF_H
/*
 * A document as the pages of a printer: PDF with selectable text, its fonts
 * within it, bookmarks of the sections, links from references to what they
 * rest on, a structure that can be read aloud, and the alternative texts of
 * its pictures.
 *
 *   struct str file = {0};
 *   enum err err = paper_pdf(&file, &document, PAPER_A4);
 *   if (err == ERR_MISSING) say(paper_pdf_missing());    "fonts-inter"
 *   ...
 *   paper_pdf_release();      once, when no further document will be set
 *
 * The same document gives the same bytes: neither the clock, the locale nor
 * the user's settings of fonts have a say. Fonts are sought where systems keep
 * them, and first in the folder that MOMENT_FONTS names. Texts are data:
 * control characters are left out, each run has its own direction of writing,
 * words too long for a line are broken.
 *
 * Headings stay with what follows them, rows of tables are not parted and
 * their heads are repeated; boxes, pictures and items stay whole where a page
 * can hold them. A card whose text is too long is set smaller, down to the
 * size of a footnote.
 *
 * ERR_MISSING: a font is not installed. ERR_SYSTEM: a library failed. `out` is
 * appended to, and untouched on errors.
 */
#include "base/err.h"
#include "base/str.h"
#include "paper/document.h"

enum paper_size { PAPER_A4, PAPER_LETTER, PAPER_SIZE_COUNT };

enum err MUST_CHECK paper_pdf(struct str *out, const struct paper_document *d, enum paper_size size);
/* The package of the font that was missing, by its Debian name; "" when none was. */
const char *paper_pdf_missing(void);
/* Gives back fonts and caches; nothing of cairo, pango or fontconfig may be in use. */
void paper_pdf_release(void);
#endif
