/*
 * What cairo 1.16 cannot write is added to its file: the language of the
 * document, that its title and not its name heads the window, alternative
 * texts of figures and the scope of a table's heads. The file's identity
 * follows from its bytes.
 */
#include "pdf_parts.h"
#include <qpdf/qpdf-c.h>
#include <string.h>

struct finish {
    qpdf_data q;
    const struct pdf *p;
    int met; /* figures and heads so far, in the order they were opened */
};

enum { DEEPEST = 64 };

static void describe(struct finish *f, qpdf_oh element, const char *role)
{
    if (f->met >= f->p->noted_count) return;
    const struct pdf_tag *t = f->p->noted[f->met];
    if (strcmp(role + 1, t->name) != 0) return;
    f->met++;
    if (t->alt) {
        struct str alt = {0};
        pdf_clean(&alt, t->alt);
        qpdf_oh_replace_key(f->q, element, "/Alt", qpdf_oh_new_unicode_string(f->q, str_text(&alt)));
        str_release(&alt);
        return;
    }
    qpdf_oh_replace_key(f->q, element, "/A",
                        qpdf_oh_parse(f->q, t->by_row ? "<< /O /Table /Scope /Row >>" : "<< /O /Table /Scope /Column >>"));
}

static void walk(struct finish *f, qpdf_oh element, int depth)
{
    if (depth > DEEPEST || !qpdf_oh_is_dictionary(f->q, element)) return;
    qpdf_oh role = qpdf_oh_get_key(f->q, element, "/S"), kids = qpdf_oh_get_key(f->q, element, "/K");
    const char *name = qpdf_oh_is_name(f->q, role) ? qpdf_oh_get_name(f->q, role) : "";
    if (strcmp(name, "/Figure") == 0 || strcmp(name, "/TH") == 0) describe(f, element, name);
    if (qpdf_oh_is_array(f->q, kids)) {
        int count = qpdf_oh_get_array_n_items(f->q, kids);
        for (int i = 0; i < count; i++) {
            qpdf_oh kid = qpdf_oh_get_array_item(f->q, kids, i);
            walk(f, kid, depth + 1);
            qpdf_oh_release(f->q, kid);
        }
    } else {
        walk(f, kids, depth + 1);
    }
    qpdf_oh_release(f->q, role);
    qpdf_oh_release(f->q, kids);
}

static void complete(struct finish *f)
{
    qpdf_oh root = qpdf_get_root(f->q);
    const char *language = f->p->d->language && f->p->d->language[0] ? f->p->d->language : "en";
    qpdf_oh_replace_key(f->q, root, "/Lang", qpdf_oh_new_unicode_string(f->q, language));
    qpdf_oh_replace_key(f->q, root, "/ViewerPreferences", qpdf_oh_parse(f->q, "<< /DisplayDocTitle true >>"));
    walk(f, qpdf_oh_get_key(f->q, root, "/StructTreeRoot"), 0);
}

static int write_file(struct finish *f, struct str *out)
{
    if (qpdf_init_write_memory(f->q) & QPDF_ERRORS) return 0;
    qpdf_set_object_stream_mode(f->q, qpdf_o_generate);
    qpdf_set_deterministic_ID(f->q, QPDF_TRUE);
    if (qpdf_write(f->q) & QPDF_ERRORS) return 0;
    str_append_bytes(out, qpdf_get_buffer(f->q), qpdf_get_buffer_length(f->q));
    return 1;
}

enum err pdf_finish(struct str *out, const struct str *raw, const struct pdf *p)
{
    struct finish f = {.q = qpdf_init(), .p = p};
    int good;
    qpdf_silence_errors(f.q);
    qpdf_set_suppress_warnings(f.q, QPDF_TRUE);
    good = !(qpdf_read_memory(f.q, "document", raw->text, raw->length, NULL) & QPDF_ERRORS);
    if (good) complete(&f);
    good = good && !qpdf_has_error(f.q) && write_file(&f, out);
    qpdf_cleanup(&f.q);
    return good ? ERR_NONE : ERR_SYSTEM;
}
