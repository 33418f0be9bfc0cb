#ifndef PACK_CATALOGUE_H
#define PACK_CATALOGUE_H
/*
 * Fills the text catalogue (base/text.h) from the program's own files,
 * through the same strict reader as packs: flat objects, key to text.
 *
 *   if (text_load_folder("/usr/share/moment", "en") != ERR_NONE) ...
 *
 * The folder holds assets/text/<language>/ or text/<language>/; every JSON file
 * in it is read, in the order of names. A key that stands in two files is an
 * error. Nothing is set when a file is wrong. ERR_MISSING: no such folder;
 * ERR_READ: a file could not be read; ERR_FORMAT: a file is wrong.
 */
#include "base/diag.h"
#include "base/err.h"

enum err MUST_CHECK text_load_folder(const char *data_dir, const char *language);
/* The same, and says what is wrong; the sentences are keys when the catalogue is empty. */
enum err MUST_CHECK text_load_folder_checked(const char *data_dir, const char *language, struct diag_list *found);
#endif
