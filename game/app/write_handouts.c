#include "app/write_handouts.h"
#include "base/file.h"
#include "base/text.h"

enum err handout_write(const struct scenario *sc, const char *dir, enum paper_size size, enum handout what, struct str *path)
{
    struct arena a = {0};
    struct paper_document d = {.arena = &a};
    struct str file = {0};
    enum err err = ERR_NONE;
    handout_compose(&d, sc, what);
    str_clear(path);
    if (d.root) {
        str_append(path, file_join(&a, dir, arena_printf(&a, "%s.pdf", handout_word(what))));
        err = paper_pdf(&file, &d, size);
        if (err == ERR_NONE) err = file_write(str_text(path), str_text(&file), file.length);
    }
    str_release(&file);
    arena_release(&a);
    return err;
}

const char *handout_trouble(struct arena *a, enum err err, const char *path)
{
    if (err == ERR_MISSING) return text_fill(a, "print.no-font", "package", paper_pdf_missing(), NULL);
    return text_fill(a, "print.not-written", "path", path, "why", text(err_text_key(err)), NULL);
}
