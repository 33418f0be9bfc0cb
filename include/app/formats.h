#ifndef APP_FORMATS_H
#define APP_FORMATS_H
/* "pdf,html" and "letter" as commands that write documents read them. */
#include "paper/pdf.h"

/* Sets in *bits the bit of each word of the list: words[0] is bit 0. 0 when one of them is none, or there is none at all. */
int formats_read(const char *list, const char *const *words, int count, unsigned *bits);
/* 0 when it is no size of paper. */
int formats_read_paper(const char *word, enum paper_size *size);
#endif
