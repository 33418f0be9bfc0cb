#include "draw/dump.h"

#include <math.h>
#include <stdlib.h>

static const char *const dump_kinds[] = {"rect", "frame", "circle", "ring", "glow", "path", "line", "text", "clip", "unclip"};

/* Tenths, so that a golden is the same whatever the compiler does to the last bits. */
static void dump_number(struct str *out, float value)
{
    long tenths = lroundf(value * 10);
    str_printf(out, " %s%ld", tenths < 0 ? "-" : "", labs(tenths) / 10);
    if (tenths % 10 != 0)
        str_printf(out, ".%ld", labs(tenths) % 10);
}

static void dump_text(struct str *out, const struct draw_op *op)
{
    static const char *const weights[] = {"regular", "medium", "semibold", "bold", "icon", "serif", "serif-bold"};
    static const char *const aligns[] = {"left", "center", "right"};
    dump_number(out, op->font.size);
    str_printf(out, " %s %s%s", weights[op->font.weight], aligns[op->align], op->font.tabular ? " tabular" : "");
    if (op->lines > 0) {
        str_printf(out, " %d x", op->lines);
        dump_number(out, op->leading);
    }
    str_append(out, " ");
    str_append_json(out, op->text);
}

static void dump_steps(struct str *out, const struct draw_op *op)
{
    for (int i = 0; i < op->step_count; i++) {
        const struct path_step *step = &op->steps[i];
        int points = step->verb == PATH_CLOSE ? 0 : step->verb == PATH_CURVE ? 3 : 1;
        str_printf(out, " %c", "MLCZ"[step->verb]);
        for (int k = 0; k < points; k++) {
            dump_number(out, step->p[k].x);
            dump_number(out, step->p[k].y);
        }
    }
}

static void dump_op(struct str *out, const struct draw_op *op)
{
    dump_number(out, op->box.x);
    dump_number(out, op->box.y);
    dump_number(out, op->box.w);
    dump_number(out, op->box.h);
    if (op->kind != DRAW_CLIP)
        str_printf(out, " #%08x", (unsigned)op->color);
    if (op->radius > 0 && (op->kind == DRAW_RECT || op->kind == DRAW_FRAME)) {
        str_append(out, " round");
        dump_number(out, op->radius);
    }
    if (op->width > 0) {
        str_append(out, " wide");
        dump_number(out, op->width);
    }
    if (op->kind == DRAW_TEXT)
        dump_text(out, op);
    dump_steps(out, op);
}

void draw_dump(struct str *out, const struct draw_list *list)
{
    for (int i = 0; i < list->count; i++) {
        str_append(out, dump_kinds[list->ops[i].kind]);
        if (list->ops[i].kind != DRAW_UNCLIP)
            dump_op(out, &list->ops[i]);
        str_append(out, "\n");
    }
}
