#include "app/write_compare.h"
#include "base/file.h"
#include "base/text.h"
#include "base/utf8.h"
#include "paper/html.h"
#include "paper/pdf.h"
#include "report/over_time.h"

#include <stdio.h>
#include <stdlib.h>

enum { NAME_WIDTH = 40, CELL_WIDTH = 24 };

/* --- text --- */

static void pad(struct str *out, const char *words, size_t width)
{
    size_t used = utf8_count(words);
    str_append(out, words);
    do
        str_append_char(out, ' ');
    while (++used < width);
}

static void line(struct str *out, const char *words)
{
    if (!words[0])
        return;
    str_append(out, words);
    str_append_char(out, '\n');
}

static void cell_text(struct str *out, const struct compare_cell *cell)
{
    struct str both = {0};
    str_append(&both, cell->counts);
    if (cell->words[0])
        str_printf(&both, cell->counts[0] ? " (%s)" : "%s", cell->words);
    pad(out, str_text(&both), CELL_WIDTH);
    str_release(&both);
}

static void columns_text(struct str *out, const struct view_compare *v)
{
    pad(out, "", NAME_WIDTH);
    for (int i = 0; i < v->column_count; i++)
        pad(out, v->columns[i].label, CELL_WIDTH);
    str_append_char(out, '\n');
    for (int i = 0; i < v->row_count; i++) {
        pad(out, v->rows[i].name, NAME_WIDTH);
        for (int k = 0; k < v->column_count; k++)
            cell_text(out, &v->rows[i].cells[k]);
        line(out, v->rows[i].turned[0] ? v->rows[i].turned : " ");
    }
    line(out, v->left_out);
}

static void others_text(struct str *out, const struct view_compare *v)
{
    str_append_char(out, '\n');
    line(out, v->others_title);
    for (int i = 0; i < v->row_count; i++) {
        if (v->rows[i].others.teams == 0)
            continue;
        pad(out, v->rows[i].name, NAME_WIDTH);
        pad(out, v->rows[i].first_words, CELL_WIDTH);
        pad(out, v->rows[i].others_words, NAME_WIDTH);
        line(out, v->rows[i].standing[0] ? v->rows[i].standing : " ");
    }
    line(out, v->others_note);
}

static void follow_text(struct str *out, const struct compare_follow *f)
{
    const char *key = f->actions[0] && f->hands[0] ? "compare.follow-line" : f->actions[0] ? "compare.follow-actions" : "compare.follow-hands";
    text_format(out, key, "session", f->session, "when", f->when, "actions", f->actions, "hands", f->hands, NULL);
    str_append_char(out, '\n');
}

void compare_text(struct str *out, const struct view_compare *v)
{
    line(out, v->team);
    line(out, v->subject);
    str_append_char(out, '\n');
    line(out, v->finding);
    for (int i = 0; i < v->sentence_count; i++)
        line(out, v->sentences[i]);
    str_append_char(out, '\n');
    columns_text(out, v);
    others_text(out, v);
    if (v->follow_count > 0)
        str_append_char(out, '\n');
    for (int i = 0; i < v->follow_count; i++)
        follow_text(out, &v->follow[i]);
}

/* --- files --- */

enum err compare_write(const struct view_compare *v, const char *folder, enum compare_format format, int letter, char **path)
{
    struct arena a = {0};
    struct str bytes = {0}, name = {0};
    struct paper_document document = {.arena = &a};
    enum err err = file_make_folder(folder);
    report_over_time(&document, v);
    str_printf(&name, "%s/compare.%s", folder, format == COMPARE_HTML ? "html" : "pdf");
    if (err == ERR_NONE && format == COMPARE_HTML)
        paper_html(&bytes, &document);
    if (err == ERR_NONE && format == COMPARE_PDF)
        err = paper_pdf(&bytes, &document, letter ? PAPER_LETTER : PAPER_A4);
    if (err == ERR_NONE)
        err = file_write(str_text(&name), str_text(&bytes), bytes.length);
    if (err == ERR_NONE)
        *path = str_detach(&name);
    str_release(&name);
    str_release(&bytes);
    arena_release(&a);
    return err;
}

int compare_write_told(const struct view_compare *v, const char *folder, enum compare_format format, int letter)
{
    char *path = NULL;
    enum err err = compare_write(v, folder, format, letter, &path);
    if (err != ERR_NONE) {
        struct str s = {0};
        text_format(&s, "compare.not-written", "path", folder, "why", text(err_text_key(err)), NULL);
        fprintf(stderr, "%s\n", str_text(&s));
        str_release(&s);
        return 3;
    }
    printf("%s\n", path);
    free(path);
    return 0;
}
