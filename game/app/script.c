/* Reading a script: every line is cut into words, and every verb has a reader for what follows it. */
#include "app/script_record.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/agenda.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS = 8, TICK_MOST = 24 * 60 * 60 };

struct word {
    const char *text;
    int column, quoted;
};

struct reader {
    struct arena *arena;
    struct diag_list *found;
    const char *name;
    struct script_line *line;
    struct word words[WORDS];
    int count, at;
    int end_column, broken;
};

static struct diag_place place_of(const struct reader *r, int column)
{
    return (struct diag_place){.file = r->name, .line = r->line->number, .column = column, .path = ""};
}

static int column_here(const struct reader *r)
{
    return r->at < r->count ? r->words[r->at].column : r->end_column;
}

/* The first mistake in a line is told; what follows from it is not. */
static int complain(struct reader *r, const char *code, const char *what, const char *nearest)
{
    const char *hint = nearest == NULL ? "" : text_fill(r->arena, "script.did-you-mean", "name", nearest, NULL);
    if (!r->broken)
        diag_add(r->found, DIAG_ERROR, place_of(r, column_here(r)), code, "what", what, "hint", hint, NULL);
    r->broken = 1;
    return 0;
}

static char unescaped(char c)
{
    return c == 'n' ? '\n' : c == 't' ? '\t' : c;
}

/* Returns what follows the closing quote, NULL when there is none. */
static const char *read_quoted(struct reader *r, const char *at)
{
    struct str out = {0};
    for (at++; *at != '\0' && *at != '"'; at++) {
        if (*at == '\\' && at[1] != '\0')
            str_append_char(&out, unescaped(*++at));
        else
            str_append_char(&out, *at);
    }
    r->words[r->count++].text = arena_dup(r->arena, str_text(&out));
    str_release(&out);
    return *at == '"' ? at + 1 : NULL;
}

static const char *read_bare(struct reader *r, const char *at)
{
    size_t length = strcspn(at, " \t");
    r->words[r->count++].text = arena_dup_bytes(r->arena, at, length);
    return at + length;
}

static int column_of(const char *line, const char *at)
{
    int column = 1;
    size_t width = 0;
    for (; line < at; line += width, column++)
        utf8_decode(line, &width);
    return column;
}

/* Returns where the statement ends: at its comment, or at the line's end. */
static const char *read_words(struct reader *r, const char *line)
{
    const char *at = line, *end = line;
    for (;;) {
        at += strspn(at, " \t\r");
        r->end_column = column_of(line, end);
        if (*at == '\0' || *at == '#' || r->count == WORDS)
            break;
        struct word *word = &r->words[r->count];
        word->column = column_of(line, at);
        word->quoted = *at == '"';
        at = word->quoted ? read_quoted(r, at) : read_bare(r, at);
        if (at == NULL) {
            r->at = r->count - 1;
            complain(r, "script.open-quote", word->text, NULL);
            return line + strlen(line);
        }
        end = at;
    }
    return end;
}

static const char *take(struct reader *r)
{
    return r->at < r->count ? r->words[r->at++].text : NULL;
}

static int next_is(const struct reader *r, const char *bare)
{
    return r->at < r->count && !r->words[r->at].quoted && strcmp(r->words[r->at].text, bare) == 0;
}

static void read_window(struct reader *r)
{
    r->line->window = next_is(r, "console") ? SCRIPT_CONSOLE : next_is(r, "stage") ? SCRIPT_STAGE : SCRIPT_HERE;
    if (r->line->window != SCRIPT_HERE)
        r->at++;
}

/* A role that is there is read; where none is needed anything else is left. */
static int read_role(struct reader *r, int needed)
{
    const char *roles[UI_ROLE_COUNT];
    r->line->role = UI_ROLE_COUNT;
    for (int i = 0; i < UI_ROLE_COUNT; i++) {
        roles[i] = ui_role_word((enum ui_role)i);
        if (next_is(r, roles[i])) {
            r->line->role = (enum ui_role)i;
            r->at++;
            return 1;
        }
    }
    if (r->at < r->count && !r->words[r->at].quoted)
        return complain(r, "script.role", r->words[r->at].text,
                        diag_nearest(r->words[r->at].text, roles, UI_ROLE_COUNT));
    return needed ? complain(r, "script.role", "", NULL) : 1;
}

static int read_text(struct reader *r)
{
    if (r->at >= r->count || !r->words[r->at].quoted)
        return complain(r, "script.text", r->at < r->count ? r->words[r->at].text : "", NULL);
    r->line->text = take(r);
    return r->line->text[0] != '\0' || complain(r, "script.empty", "", NULL);
}

static int read_target(struct reader *r)
{
    read_window(r);
    return read_role(r, 1) && read_text(r);
}

static int read_expected(struct reader *r)
{
    read_window(r);
    return read_role(r, 0) && read_text(r);
}

/* Key names may have a space in them: Page Down. */
static int read_key(struct reader *r)
{
    struct str name = {0};
    int from = r->at;
    while (r->at < r->count) {
        str_append(&name, r->at > from ? " " : "");
        str_append(&name, take(r));
    }
    r->line->chord = ui_chord_parse(str_text(&name));
    if (r->line->chord.key == UI_KEY_NONE) {
        r->at = from;
        complain(r, "script.key", str_text(&name), NULL);
    }
    str_release(&name);
    return !r->broken;
}

static int read_clock(struct reader *r)
{
    const char *text = take(r);
    char *end = NULL;
    long hours = text == NULL ? -1 : strtol(text, &end, 10);
    if (hours < 0 || hours > 23 || *end != ':' || strlen(end) != 3 || strspn(end + 1, "0123456789") != 2 ||
        end[1] > '5') {
        r->at -= text != NULL;
        return complain(r, "script.clock", text == NULL ? "" : text, NULL);
    }
    r->line->verb = SCRIPT_TICK_UNTIL;
    r->line->second = (int32_t)(hours * 3600 + ((end[1] - '0') * 10 + end[2] - '0') * 60);
    return 1;
}

static int read_tick(struct reader *r)
{
    if (next_is(r, "until")) {
        r->at++;
        return read_clock(r);
    }
    static const struct {
        const char *unit;
        long milliseconds;
    } units[] = {{"ms", 1}, {"s", 1000}, {"m", 60000}, {"min", 60000}, {"h", 3600000}};
    const char *text = take(r);
    char *end = NULL;
    long amount = text == NULL || text[0] < '0' || text[0] > '9' ? -1 : strtol(text, &end, 10);
    for (size_t i = 0; amount >= 0 && i < sizeof units / sizeof *units; i++)
        if (strcmp(end, units[i].unit) == 0 && amount <= TICK_MOST * 1000L / units[i].milliseconds) {
            r->line->milliseconds = amount * units[i].milliseconds;
            return 1;
        }
    r->at -= text != NULL;
    return complain(r, "script.span", text == NULL ? "" : text, NULL);
}

static int read_file(struct reader *r)
{
    read_window(r);
    r->line->text = take(r);
    return (r->line->text != NULL && r->line->text[0] != '\0') || complain(r, "script.file", "", NULL);
}

static int read_size(struct reader *r)
{
    read_window(r);
    const char *text = take(r);
    char *end = NULL;
    long width = text == NULL ? 0 : strtol(text, &end, 10), height = 0;
    if (width >= 320 && *end == 'x')
        height = strtol(end + 1, &end, 10);
    if (width < 320 || width > 7680 || height < 240 || height > 4320 || *end != '\0') {
        r->at -= text != NULL;
        return complain(r, "script.size", text == NULL ? "" : text, NULL);
    }
    r->line->width = (int)width;
    r->line->height = (int)height;
    return 1;
}

static int read_theme(struct reader *r)
{
    read_window(r);
    if (!next_is(r, "dark") && !next_is(r, "light"))
        return complain(r, "script.theme", r->at < r->count ? r->words[r->at].text : "", NULL);
    r->line->theme = next_is(r, "dark") ? THEME_DARK : THEME_LIGHT;
    r->at++;
    return 1;
}

static int read_scale(struct reader *r)
{
    const char *text = take(r);
    char *end = NULL;
    long percent = text == NULL ? 0 : strtol(text, &end, 10);
    if (percent < 100 || percent > 200 || (strcmp(end, "") != 0 && strcmp(end, "%") != 0)) {
        r->at -= text != NULL;
        return complain(r, "script.scale", text == NULL ? "" : text, NULL);
    }
    r->line->percent = (int)percent;
    return 1;
}

static int read_which(struct reader *r)
{
    read_window(r);
    return r->line->window != SCRIPT_HERE ||
           complain(r, "script.window", r->at < r->count ? r->words[r->at].text : "", NULL);
}

/* name=value, or words in quotes. */
static int read_field(struct reader *r, struct script_record *record, int *texts)
{
    const struct word *word = &r->words[r->at];
    const char *equals = strchr(word->text, '='), *nearest = NULL;
    if (word->quoted && *texts < 2) {
        record->words[(*texts)++] = take(r);
        return 1;
    }
    size_t length = equals == NULL ? strlen(word->text) : (size_t)(equals - word->text);
    int field = word->quoted ? -1 : script_record_field(record->command, word->text, length, &nearest);
    if (field < 0 || equals == NULL || equals[1] == '\0')
        return complain(r, "script.field", word->text, field < 0 ? nearest : NULL);
    record->values[field] = equals + 1;
    r->at++;
    return 1;
}

static int read_record(struct reader *r)
{
    struct script_record *record = &r->line->record;
    const char *nearest = NULL;
    int texts = 0, fine = 1;
    if (r->at >= r->count || !script_record_command(r->words[r->at].text, &record->command, &nearest))
        return complain(r, "script.record", r->at < r->count ? r->words[r->at].text : "", nearest);
    r->at++;
    while (fine && r->at < r->count)
        fine = read_field(r, record, &texts);
    return fine;
}

/* The first of a kind where no number follows. */
static int read_step(struct reader *r)
{
    const char *kinds[AGENDA_KIND_COUNT], *word = take(r);
    r->line->kind = -1;
    for (int k = 0; k < AGENDA_KIND_COUNT; k++) {
        kinds[k] = agenda_word(k);
        if (word != NULL && strcmp(word, kinds[k]) == 0)
            r->line->kind = k;
    }
    if (r->line->kind < 0) {
        r->at -= word != NULL;
        return complain(r, "script.step", word == NULL ? "" : word, word == NULL ? NULL : diag_nearest(word, kinds, AGENDA_KIND_COUNT));
    }
    const char *number = r->at < r->count ? r->words[r->at].text : "1";
    char *end = NULL;
    long nth = strtol(number, &end, 10);
    if (*end != '\0' || nth < 1 || nth > AGENDA_STEPS)
        return complain(r, "script.step-number", number, NULL);
    r->line->nth = (int)nth;
    r->at += r->at < r->count;
    return 1;
}

static int read_nothing(struct reader *r)
{
    (void)r;
    return 1;
}

static const struct {
    const char *name;
    enum script_verb verb;
    int (*read)(struct reader *r);
} verbs[] = {
    {"click", SCRIPT_CLICK, read_target},
    {"focus", SCRIPT_FOCUS, read_target},
    {"key", SCRIPT_KEY, read_key},
    {"type", SCRIPT_TYPE, read_text},
    {"tick", SCRIPT_TICK, read_tick},
    {"expect", SCRIPT_EXPECT, read_expected},
    {"expect-not", SCRIPT_EXPECT_NOT, read_expected},
    {"shot", SCRIPT_SHOT, read_file},
    {"size", SCRIPT_SIZE, read_size},
    {"theme", SCRIPT_THEME, read_theme},
    {"scale", SCRIPT_SCALE, read_scale},
    {"window", SCRIPT_WINDOW, read_which},
    {"kill", SCRIPT_KILL, read_nothing},
    {"quit", SCRIPT_QUIT, read_nothing},
    {"record", SCRIPT_RECORD, read_record},
    {"step", SCRIPT_STEP, read_step},
};
enum { VERBS = sizeof verbs / sizeof *verbs };

static int read_verb(struct reader *r)
{
    const char *names[VERBS];
    for (int i = 0; i < VERBS; i++) {
        names[i] = verbs[i].name;
        if (!next_is(r, names[i]))
            continue;
        r->at++;
        r->line->verb = verbs[i].verb;
        return verbs[i].read(r);
    }
    return complain(r, "script.verb", r->words[0].text, diag_nearest(r->words[0].text, names, VERBS));
}

/* Returns 1 when the line holds a whole statement. */
static int read_line(struct reader *r, char *text)
{
    text[strcspn(text, "\r")] = '\0';
    const char *start = text + strspn(text, " \t");
    r->line->window = SCRIPT_HERE;
    r->line->role = UI_ROLE_COUNT;
    r->line->source = "";
    const char *end = read_words(r, text);
    r->line->source = end > start ? arena_dup_bytes(r->arena, start, (size_t)(end - start)) : "";
    if (r->broken || r->count == 0)
        return 0;
    if (read_verb(r) && r->at < r->count)
        complain(r, "script.too-much", r->words[r->at].text, NULL);
    return !r->broken;
}

static int count_lines(const char *bytes)
{
    int lines = 1;
    for (; *bytes != '\0'; bytes++)
        lines += *bytes == '\n';
    return lines;
}

static enum err check_bytes(const char *name, const char *bytes, size_t length, struct diag_list *found)
{
    size_t good = utf8_check(bytes, length), zero = strnlen(bytes, length);
    if (good == length && zero == length)
        return ERR_NONE;
    int line = 1;
    for (size_t i = 0; i < (good < zero ? good : zero); i++)
        line += bytes[i] == '\n';
    struct diag_place place = {.file = name, .line = line, .column = 1, .path = ""};
    diag_add(found, DIAG_ERROR, place, "script.bytes", NULL);
    return ERR_FORMAT;
}

enum err script_read(struct arena *a, struct script *out, const char *name, const char *bytes, size_t length,
                     struct diag_list *found)
{
    struct script script = {.name = arena_dup(a, name)};
    int errors = found->errors;
    if (check_bytes(name, bytes, length, found) != ERR_NONE)
        return ERR_FORMAT;
    char *text = arena_dup_bytes(a, bytes, length);
    script.lines = arena_array(a, (size_t)count_lines(text), sizeof *script.lines);
    for (int number = 1; text != NULL; number++) {
        char *newline = strchr(text, '\n');
        if (newline != NULL)
            *newline = '\0';
        struct reader r = {.arena = a, .found = found, .name = script.name, .line = &script.lines[script.count]};
        memset(r.line, 0, sizeof *r.line);
        r.line->number = number;
        script.count += read_line(&r, text);
        text = newline == NULL ? NULL : newline + 1;
    }
    if (found->errors > errors)
        return ERR_FORMAT;
    *out = script;
    return ERR_NONE;
}
