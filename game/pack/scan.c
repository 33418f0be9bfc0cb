#include "pack/scan.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "model/limits.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER_DIGITS = 15, KEY_SHOWN = 40, KEY_BYTES = 200 };

struct level {
    char open;       /* '{' or '[' */
    int index;       /* of the item being read in a list */
    const char *key; /* raw bytes of the member being read */
    size_t key_length;
};

struct scanner {
    struct scan *out;
    const struct scan_source *source;
    struct diag_list *found;
    const char *at, *end;
    int line, column;
    int faults;
    int depth;
    struct level levels[LIMIT_JSON_DEPTH];
};

static int scan_value(struct scanner *s, struct scan_item item);

/* ---- places and faults ---- */

static void append_level(struct str *path, const struct level *level)
{
    if (level->open == '[') {
        str_printf(path, "[%d]", level->index);
        return;
    }
    if (level->key == NULL)
        return;
    size_t shown = level->key_length < KEY_SHOWN ? level->key_length : KEY_SHOWN;
    if (utf8_check(level->key, shown) != shown)
        shown = utf8_check(level->key, shown);
    if (path->length > 0)
        str_append_char(path, '.');
    str_append_bytes(path, level->key, shown);
}

static int fault_at(struct scanner *s, int line, int column, const char *code, const char *what)
{
    struct str path = {0};
    for (int i = 0; i < s->depth; i++)
        append_level(&path, &s->levels[i]);
    struct diag_place place = {s->source->file, line, column, str_text(&path)};
    diag_add(s->found, DIAG_ERROR, place, code, "found", what, NULL);
    str_release(&path);
    s->faults++;
    return 0;
}

static void show_character(const struct scanner *s, char shown[16])
{
    struct str text = {0};
    size_t width = 0;
    uint32_t c = s->at < s->end ? utf8_decode(s->at, &width) : 0;
    if (s->at >= s->end || c <= ' ' || c == 0x7f || c == 0xfffd || utf8_is_control(c))
        str_printf(&text, "U+%04X", (unsigned)(s->at < s->end ? (unsigned char)*s->at : 0));
    else
        str_append_bytes(&text, s->at, width);
    memcpy(shown, str_text(&text), strlen(str_text(&text)) + 1);
    str_release(&text);
}

/* A fault where the scanner stands, naming the character there. Always 0. */
static int fault(struct scanner *s, const char *code)
{
    char shown[16];
    show_character(s, shown);
    return fault_at(s, s->line, s->column, code, shown);
}

static int has_room_for_faults(const struct scanner *s)
{
    return s->faults < SCAN_FAULTS;
}

/* ---- moving ---- */

static void step(struct scanner *s)
{
    unsigned char c = (unsigned char)*s->at++;
    if (c == '\n') {
        s->line++;
        s->column = 1;
    } else if ((c & 0xc0) != 0x80) {
        s->column++;
    }
}

static char here(const struct scanner *s)
{
    return s->at < s->end ? *s->at : '\0';
}

static int skip_space(struct scanner *s)
{
    while (s->at < s->end && (*s->at == ' ' || *s->at == '\t' || *s->at == '\n' || *s->at == '\r'))
        step(s);
    if (here(s) == '/' || here(s) == '#')
        return fault(s, "check.comment");
    return 1;
}

static int is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* ---- texts ---- */

static int hex_value(char c)
{
    if (is_digit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* The four digits at `at`, -1 when they are none. */
static int32_t hex_quad(const struct scanner *s, const char *at)
{
    int32_t unit = 0;
    for (int i = 0; i < 4; i++) {
        int digit = at + i < s->end ? hex_value(at[i]) : -1;
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

static int is_low_surrogate(int32_t unit)
{
    return unit >= 0xdc00 && unit <= 0xdfff;
}

/* Stands on the backslash of \u; what is wrong with it is noted, the scan goes on behind it. */
static void scan_unicode_escape(struct scanner *s)
{
    int32_t unit = hex_quad(s, s->at + 2);
    int length = 6;
    if (unit < 0) {
        fault(s, "check.escape-form");
        length = 2;
    } else if (unit == 0) {
        fault(s, "check.escape-nul");
    } else if (unit >= 0xd800 && unit <= 0xdbff) {
        if (s->end - s->at >= 12 && s->at[6] == '\\' && s->at[7] == 'u' && is_low_surrogate(hex_quad(s, s->at + 8)))
            length = 12;
        else
            fault(s, "check.surrogate");
    } else if (is_low_surrogate(unit)) {
        fault(s, "check.surrogate");
    } else if (utf8_is_control((uint32_t)unit)) {
        fault(s, "check.escape-control");
    }
    for (int i = 0; i < length && s->at < s->end; i++)
        step(s);
}

static void scan_escape(struct scanner *s)
{
    char c = s->at + 1 < s->end ? s->at[1] : '\0';
    if (c == 'u') {
        scan_unicode_escape(s);
        return;
    }
    if (c == '\0' || strchr("\"\\/bfnrt", c) == NULL)
        fault(s, "check.escape");
    else if (strchr("bfr", c) != NULL)
        fault(s, "check.escape-control");
    step(s);
    if (s->at < s->end && c != '\n' && ((unsigned char)c & 0x80) == 0)
        step(s);
}

/* One character of a text that is no escape and no quote. */
static void scan_character(struct scanner *s)
{
    size_t width = 1;
    uint32_t c = utf8_decode(s->at, &width);
    if (c == 0xfffd && width == 1)
        fault(s, "check.utf8");
    else if (c == 0 || c == '\t' || utf8_is_control(c))
        fault(s, "check.control");
    for (size_t i = 0; i < (width == 0 ? 1 : width) && s->at < s->end; i++)
        step(s);
}

static int scan_text(struct scanner *s)
{
    int line = s->line, column = s->column;
    step(s);
    while (here(s) != '"' || s->at >= s->end) {
        if (!has_room_for_faults(s))
            return 0;
        if (s->at >= s->end || *s->at == '\n')
            return fault_at(s, line, column, "check.unclosed-text", "");
        if (*s->at == '\\')
            scan_escape(s);
        else
            scan_character(s);
    }
    step(s);
    return 1;
}

/* ---- numbers and words ---- */

static int is_number_end(const struct scanner *s)
{
    char c = here(s);
    return s->at >= s->end || strchr(" \t\r\n,]}/#", c) != NULL;
}

/* Digits from here on, at least one; how many. */
static int scan_digits(struct scanner *s)
{
    int count = 0;
    for (; is_digit(here(s)); count++)
        step(s);
    return count;
}

static int scan_number(struct scanner *s)
{
    int line = s->line, column = s->column;
    const char *code = NULL;
    if (here(s) == '-')
        step(s);
    int zero = here(s) == '0';
    int digits = scan_digits(s);
    if (digits == 0 || (zero && digits > 1))
        code = digits == 0 ? "check.number-form" : "check.number-zero";
    if (here(s) == '.') {
        step(s);
        int decimals = scan_digits(s);
        if (decimals == 0)
            code = "check.number-form";
        digits += decimals;
    }
    if (here(s) == 'e' || here(s) == 'E')
        code = "check.number-exponent";
    else if (!is_number_end(s))
        code = "check.number-form";
    if (digits > NUMBER_DIGITS)
        code = "check.number-large";
    while (!is_number_end(s))
        step(s);
    if (code != NULL)
        fault_at(s, line, column, code, "");
    return has_room_for_faults(s);
}

static int scan_word(struct scanner *s)
{
    static const char *const words[] = {"true", "false", "null"};
    for (int i = 0; i < 3; i++) {
        size_t length = strlen(words[i]);
        if ((size_t)(s->end - s->at) >= length && memcmp(s->at, words[i], length) == 0) {
            for (size_t k = 0; k < length; k++)
                step(s);
            return is_number_end(s) ? 1 : fault(s, "check.expected-value");
        }
    }
    return fault(s, here(s) == '\'' ? "check.single-quote" : "check.expected-value");
}

/* ---- structure ---- */

static void note_item(struct scanner *s, struct scan_item item)
{
    struct scan *out = s->out;
    if (out->count == out->room) {
        out->room = out->room == 0 ? 256 : out->room * 2;
        out->items = memory_resize(out->items, (size_t)out->room * sizeof *out->items);
    }
    out->items[out->count++] = item;
}

/* Behind a member or item: 1 when another follows, 0 at the close, -1 on a fault. */
static int scan_separator(struct scanner *s, char close)
{
    if (!skip_space(s))
        return -1;
    if (here(s) == close) {
        step(s);
        return 0;
    }
    if (here(s) != ',') {
        fault(s, s->at >= s->end ? "check.unclosed"
                 : close == ']'  ? "check.expected-comma-list"
                                 : "check.expected-comma-object");
        return -1;
    }
    int line = s->line, column = s->column;
    step(s);
    if (!skip_space(s))
        return -1;
    if (here(s) == close) {
        fault_at(s, line, column, "check.trailing-comma", "");
        return -1;
    }
    return 1;
}

static int scan_member(struct scanner *s)
{
    struct level *level = &s->levels[s->depth - 1];
    struct scan_item item = {.key_line = s->line, .key_column = s->column};
    if (here(s) != '"')
        return fault(s, s->at >= s->end ? "check.unclosed" : "check.expected-key");
    const char *key = s->at + 1;
    if (!scan_text(s))
        return 0;
    level->key = key;
    level->key_length = (size_t)(s->at - key) - 1;
    if (level->key_length > KEY_BYTES)
        return fault_at(s, item.key_line, item.key_column, "check.key-long", "");
    if (!skip_space(s))
        return 0;
    if (here(s) != ':')
        return fault(s, "check.expected-colon");
    step(s);
    return scan_value(s, item);
}

static int scan_list_item(struct scanner *s)
{
    struct scan_item item = {0};
    return scan_value(s, item);
}

static int scan_container(struct scanner *s, char open)
{
    char close = open == '{' ? '}' : ']';
    if (s->depth == LIMIT_JSON_DEPTH)
        return fault(s, "check.too-deep");
    s->levels[s->depth++] = (struct level){.open = open};
    step(s);
    if (!skip_space(s))
        return 0;
    int more = here(s) != close;
    if (!more)
        step(s);
    while (more) {
        if (!(open == '{' ? scan_member(s) : scan_list_item(s)))
            return 0;
        more = scan_separator(s, close);
        if (more < 0)
            return 0;
        s->levels[s->depth - 1].index++;
    }
    s->depth--;
    return 1;
}

static int scan_value(struct scanner *s, struct scan_item item)
{
    if (!skip_space(s))
        return 0;
    if (s->at >= s->end)
        return fault(s, "check.unclosed");
    if (s->out->count == SCAN_VALUES)
        return fault(s, "check.too-many-values");
    item.line = s->line;
    item.column = s->column;
    note_item(s, item);
    char c = *s->at;
    if (c == '{' || c == '[')
        return scan_container(s, c);
    if (c == '"')
        return scan_text(s);
    if (c == '-' || is_digit(c))
        return scan_number(s);
    return scan_word(s);
}

int scan_json(struct scan *out, const struct scan_source *source, struct diag_list *found)
{
    struct scanner s = {.out = out, .source = source, .found = found, .line = 1, .column = 1};
    s.at = source->bytes;
    s.end = source->bytes + source->length;
    if (source->length >= 3 && memcmp(s.at, "\xEF\xBB\xBF", 3) == 0)
        s.at += 3;
    if (!skip_space(&s))
        return 0;
    if (s.at >= s.end)
        return fault(&s, "check.empty-file");
    if (!scan_list_item(&s) || !skip_space(&s))
        return 0;
    if (s.at < s.end)
        fault(&s, "check.after-end");
    return s.faults == 0;
}

void scan_release(struct scan *s)
{
    free(s->items);
    *s = (struct scan){0};
}
