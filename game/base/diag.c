#include "base/diag.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static struct diag_place diag_place_dup(struct arena *a, struct diag_place place)
{
    place.file = arena_dup(a, place.file != NULL ? place.file : "");
    place.path = arena_dup(a, place.path != NULL ? place.path : "");
    return place;
}

/* The value of the pair named "hint", "" without one. */
static const char *diag_hint(va_list list)
{
    for (const char *name; (name = va_arg(list, const char *)) != NULL;) {
        const char *value = va_arg(list, const char *);
        if (strcmp(name, "hint") == 0)
            return value;
    }
    return "";
}

/* Counts the finding; true when there is room to keep it. */
static int diag_admit(struct diag_list *list, enum diag_severity severity)
{
    int *found = severity == DIAG_ERROR ? &list->errors : &list->warnings;
    (*found)++;
    if (*found <= DIAG_LIMIT)
        return 1;
    list->dropped++;
    return 0;
}

void diag_add(struct diag_list *list, enum diag_severity severity, struct diag_place place, const char *code, ...)
{
    if (!diag_admit(list, severity))
        return;
    struct diag *item = &list->items[list->count++];
    item->severity = severity;
    item->place = diag_place_dup(list->arena, place);
    item->code = arena_dup(list->arena, code);
    struct str message = {0};
    va_list pairs;
    va_start(pairs, code);
    text_format_list(&message, code, pairs);
    va_end(pairs);
    item->message = arena_dup(list->arena, str_text(&message));
    str_release(&message);
    va_start(pairs, code);
    item->hint = arena_dup(list->arena, diag_hint(pairs));
    va_end(pairs);
}

static int diag_is_before(const struct diag *a, const struct diag *b)
{
    int files = strcmp(a->place.file, b->place.file);
    if (files != 0)
        return files < 0;
    if (a->place.line != b->place.line)
        return a->place.line < b->place.line;
    return a->place.column < b->place.column;
}

/* By insertion: stable, and the list is short. */
void diag_sort(struct diag_list *list)
{
    for (int i = 1; i < list->count; i++) {
        struct diag item = list->items[i];
        int at = i;
        for (; at > 0 && diag_is_before(&item, &list->items[at - 1]); at--)
            list->items[at] = list->items[at - 1];
        list->items[at] = item;
    }
}

static void diag_write_place(struct str *out, const struct diag_place *place)
{
    str_append(out, place->file);
    if (place->line > 0)
        str_printf(out, ":%d:%d", place->line, place->column);
    str_append(out, ": ");
}

static void diag_write_one(struct str *out, const struct diag *item)
{
    diag_write_place(out, &item->place);
    if (item->severity == DIAG_WARNING)
        str_printf(out, "%s: ", text("check.warning"));
    if (item->place.path[0] != '\0')
        str_printf(out, "%s: ", item->place.path);
    str_append(out, item->message);
    if (item->hint[0] != '\0')
        str_printf(out, " %s", item->hint);
    str_append_char(out, '\n');
}

void diag_write(struct str *out, const struct diag_list *list)
{
    for (int i = 0; i < list->count; i++)
        diag_write_one(out, &list->items[i]);
    if (list->dropped > 0) {
        char *more = text_count(list->arena, "check.dropped", list->dropped);
        str_printf(out, "%s\n", more);
    }
}

static void diag_write_member(struct str *out, const char *name, const char *value)
{
    str_printf(out, ", \"%s\": ", name);
    str_append_json(out, value);
}

static void diag_write_json_one(struct str *out, const struct diag *item)
{
    str_printf(out, "{\"severity\": \"%s\"", item->severity == DIAG_ERROR ? "error" : "warning");
    diag_write_member(out, "file", item->place.file);
    str_printf(out, ", \"line\": %d, \"column\": %d", item->place.line, item->place.column);
    diag_write_member(out, "path", item->place.path);
    diag_write_member(out, "code", item->code);
    diag_write_member(out, "message", item->message);
    diag_write_member(out, "hint", item->hint);
    str_append_char(out, '}');
}

void diag_write_json(struct str *out, const struct diag_list *list)
{
    str_printf(out, "{\"errors\": %d, \"warnings\": %d, \"dropped\": %d, \"items\": [", list->errors, list->warnings,
               list->dropped);
    for (int i = 0; i < list->count; i++) {
        str_append(out, i > 0 ? ",\n  " : "\n  ");
        diag_write_json_one(out, &list->items[i]);
    }
    str_append(out, list->count > 0 ? "\n]}\n" : "]}\n");
}
