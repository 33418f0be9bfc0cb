#include "app/write_report.h"
#include "base/file.h"
#include "report/data.h"
#include "report/report.h"
#include <stdio.h>

static struct report_wish wish_of(const struct store_report *found, int names)
{
    struct report_wish wish = {.names = names};
    if (!found || (found->damaged_at == 0 && found->damaged_parts == 0)) return wish;
    wish.damaged = 1;
    wish.sound = found->records;
    wish.lost = found->lost;
    return wish;
}

struct report_wanted report_wanted_all(void)
{
    return (struct report_wanted){.formats = (1u << REPORT_FORMAT_COUNT) - 1, .paper = PAPER_A4};
}

/* --- the files of a format --- */

static int file_count(enum report_format format) { return format == REPORT_CSV ? REPORT_CSV_COUNT : 1; }

static const char *file_name(struct arena *a, const char *dir, enum report_format format, int file)
{
    static const char *const names[] = {[REPORT_PDF] = "report.pdf", [REPORT_HTML] = "report.html", [REPORT_JSON] = "report.json"};
    const char *name = format == REPORT_CSV ? arena_printf(a, "%s.csv", report_csv_word((enum report_csv)file)) : names[format];
    return file_join(a, dir, name);
}

static enum err compose(struct str *out, const struct view_report *view, enum report_format format, int file, enum paper_size paper)
{
    switch (format) {
    case REPORT_PDF: return report_pdf(out, view, paper);
    case REPORT_HTML: report_html(out, view); break;
    case REPORT_CSV: report_csv(out, view, (enum report_csv)file); break;
    case REPORT_JSON: report_json(out, view); break;
    case REPORT_FORMAT_COUNT: break;
    }
    return ERR_NONE;
}

static enum err write_format(struct arena *a, const struct view_report *view, const char *dir, enum report_format format, enum paper_size paper)
{
    enum err err = ERR_NONE;
    for (int i = 0; i < file_count(format) && err == ERR_NONE; i++) {
        struct str bytes = {0};
        err = compose(&bytes, view, format, i, paper);
        if (err == ERR_NONE) err = file_write(file_name(a, dir, format, i), str_text(&bytes), bytes.length);
        str_release(&bytes);
    }
    return err;
}

enum err report_write(const struct session *session, const struct store_report *found, const char *dir, const struct report_wanted *wanted)
{
    struct arena a = {0};
    struct view_report *view = arena_alloc(&a, sizeof *view);
    struct report_wish wish = wish_of(found, wanted->names);
    enum err first = file_make_folder(dir);
    if (first == ERR_NONE) view_report_build(&a, session, &wish, view);
    for (int f = 0, stopped = first != ERR_NONE; f < REPORT_FORMAT_COUNT && !stopped; f++) {
        if (!(wanted->formats & 1u << f)) continue;
        enum err err = write_format(&a, view, dir, (enum report_format)f, wanted->paper);
        if (first == ERR_NONE) first = err;
    }
    arena_release(&a);
    return first;
}

/* --- their names --- */

const char *report_written_path(struct arena *a, const char *dir, const struct report_wanted *wanted)
{
    if (wanted->formats & 1u << REPORT_HTML) return file_name(a, dir, REPORT_HTML, 0);
    return wanted->formats & 1u << REPORT_PDF ? file_name(a, dir, REPORT_PDF, 0) : "";
}

void report_list_written(const char *dir, const struct report_wanted *wanted)
{
    struct arena a = {0};
    for (int f = 0; f < REPORT_FORMAT_COUNT; f++)
        for (int i = 0; wanted->formats & 1u << f && i < file_count((enum report_format)f); i++)
            puts(file_name(&a, dir, (enum report_format)f, i));
    arena_release(&a);
}
