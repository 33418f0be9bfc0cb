#include "report/report.h"
#include "paper/html.h"
#include "report/compose.h"
#include "report/edit.h"

void report_html(struct str *out, const struct view_report *view)
{
    struct arena arena = {0};
    struct paper_document d = {.arena = &arena};
    report_compose(&d, view);
    report_apply_edits(&d, &view->edits);
    paper_html(out, &d);
    arena_release(&arena);
}

enum err report_pdf(struct str *out, const struct view_report *view, enum paper_size size)
{
    struct arena arena = {0};
    struct paper_document d = {.arena = &arena};
    report_compose(&d, view);
    report_apply_edits(&d, &view->edits);
    enum err err = paper_pdf(out, &d, size);
    arena_release(&arena);
    return err;
}
