/* Numbers, times, spans, colours. */
#include "pack/fields.h"
#include <string.h>

enum { MINUTE = 60, HOUR = 3600, DAY = 24 * HOUR, SPAN_DIGITS = 5 };

static void fault_range(struct reading *r, const struct value *v, const char *low, const char *high)
{
    const char *code = strcmp(low, high) == 0 ? "check.range-one" : "check.range";
    diag_add(r->found, DIAG_ERROR, value_place(r->found->arena, v), code, "low", low, "high", high, NULL);
}

/* The whole number at `v` times `scale`; *out untouched and a fault when it is none or out of range. */
static int read_whole(struct reading *r, const struct value *v, const struct field *f, int32_t scale, int32_t *out)
{
    if (!field_is(r, v, VALUE_NUMBER, f))
        return 0;
    struct arena *a = r->found->arena;
    double scaled = v->number * scale;
    if (!(scaled >= -1e9 && scaled <= 1e9) || scaled < f->low || scaled > f->high) {
        fault_range(r, v, arena_printf(a, "%d", f->low / scale), arena_printf(a, "%d", f->high / scale));
        return 0;
    }
    int32_t whole = (int32_t)(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    double error = scaled - whole;
    if (error > 1e-6 || error < -1e-6) {
        reading_fault(r, v, scale == 1 ? "check.whole" : "check.tenths");
        return 0;
    }
    *out = whole;
    return 1;
}

void field_whole(struct reading *r, const struct field_place *p)
{
    int32_t number;
    if (read_whole(r, p->value, p->field, 1, &number))
        field_put(p, p->field->offset, number);
}

void field_tenths(struct reading *r, const struct field_place *p)
{
    int32_t number;
    if (read_whole(r, p->value, p->field, 10, &number))
        field_put(p, p->field->offset, number);
}

static int is_list_of_two(struct reading *r, const struct field_place *p)
{
    if (!field_is(r, p->value, VALUE_LIST, p->field))
        return 0;
    if (p->value->count == 2)
        return 1;
    reading_fault(r, p->value, "check.two-numbers");
    return 0;
}

static void put_pair(struct reading *r, const struct field_place *p, int32_t low, int32_t high)
{
    if (low > high) {
        reading_fault(r, p->value, "check.pair-order");
        return;
    }
    field_put(p, p->field->offset, low);
    field_put(p, p->field->second, high);
}

void field_pair(struct reading *r, const struct field_place *p)
{
    struct field one = *p->field;
    one.kind = FIELD_WHOLE;
    int32_t low, high;
    if (!is_list_of_two(r, p))
        return;
    int has_low = read_whole(r, p->value->first, &one, 1, &low);
    int has_high = read_whole(r, p->value->first->next, &one, 1, &high);
    if (has_low && has_high)
        put_pair(r, p, low, high);
}

/* ---- spans ---- */

void field_show_span(struct str *out, int32_t seconds)
{
    if (seconds >= HOUR)
        str_printf(out, "%dh", seconds / HOUR);
    if (seconds % HOUR >= MINUTE)
        str_printf(out, "%dm", seconds % HOUR / MINUTE);
    if (seconds % MINUTE > 0 || seconds == 0)
        str_printf(out, "%ds", seconds % MINUTE);
}

/* "30m" at *text: its number, and *text behind the unit; -1 when it does not stand there. */
static int32_t take_part(const char **text, char unit)
{
    int32_t number = 0;
    size_t digits = strspn(*text, "0123456789");
    if (digits == 0 || digits > SPAN_DIGITS || (*text)[digits] != unit)
        return -1;
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + ((*text)[i] - '0');
    *text += digits + 1;
    return number;
}

int32_t field_parse_span(const char *text)
{
    static const struct {
        char unit;
        int32_t seconds;
    } units[] = {{'h', HOUR}, {'m', MINUTE}, {'s', 1}};
    int32_t total = 0;
    if (*text == '\0')
        return -1;
    for (int i = 0; i < 3; i++) {
        int32_t number = take_part(&text, units[i].unit);
        if (number > DAY)
            return -1;
        if (number > 0)
            total += number > DAY / units[i].seconds ? 2 * DAY : number * units[i].seconds;
    }
    return *text == '\0' ? total : -1;
}

static int read_span(struct reading *r, const struct value *v, const struct field *f, int32_t *out)
{
    if (!field_is(r, v, VALUE_TEXT, f))
        return 0;
    int32_t seconds = field_parse_span(v->text);
    if (seconds < 0) {
        diag_add(r->found, DIAG_ERROR, value_place(r->found->arena, v), "check.span-form", "text",
                 reading_quote(r, v->text), NULL);
        return 0;
    }
    if (seconds < f->low || seconds > f->high) {
        struct str low = {0}, high = {0};
        field_show_span(&low, f->low);
        field_show_span(&high, f->high);
        fault_range(r, v, str_text(&low), str_text(&high));
        str_release(&low);
        str_release(&high);
        return 0;
    }
    *out = seconds;
    return 1;
}

void field_span(struct reading *r, const struct field_place *p)
{
    int32_t seconds;
    if (read_span(r, p->value, p->field, &seconds))
        field_put(p, p->field->offset, seconds);
}

/* A number is minutes; a text is a span. */
static int read_minutes(struct reading *r, const struct value *v, const struct field *f, int32_t *out)
{
    struct field one = *f;
    if (v->type != VALUE_NUMBER) {
        one.kind = FIELD_SPAN;
        return read_span(r, v, &one, out);
    }
    one.kind = FIELD_WHOLE;
    one.low = 1;
    one.high = f->high / MINUTE;
    if (!read_whole(r, v, &one, 1, out))
        return 0;
    *out *= MINUTE;
    return 1;
}

void field_span_pair(struct reading *r, const struct field_place *p)
{
    int32_t low, high;
    if (!is_list_of_two(r, p))
        return;
    int has_low = read_minutes(r, p->value->first, p->field, &low);
    int has_high = read_minutes(r, p->value->first->next, p->field, &high);
    if (has_low && has_high)
        put_pair(r, p, low, high);
}

/* ---- times ---- */

void field_show_clock(struct str *out, int32_t seconds)
{
    str_append_clock(out, seconds);
}

static int is_digit(char c)
{
    return c >= '0' && c <= '9';
}

int32_t field_parse_clock(const char *text)
{
    if (strlen(text) != 5 || text[2] != ':' || !is_digit(text[0]) || !is_digit(text[1]) || !is_digit(text[3]) ||
        !is_digit(text[4]))
        return -1;
    int hours = (text[0] - '0') * 10 + text[1] - '0', minutes = (text[3] - '0') * 10 + text[4] - '0';
    return hours < 24 && minutes < 60 ? hours * HOUR + minutes * MINUTE : -1;
}

static void fault_outside_round(struct reading *r, const struct value *v, const struct round *round)
{
    struct str from = {0}, to = {0};
    field_show_clock(&from, round->from);
    field_show_clock(&to, round->to);
    diag_add(r->found, DIAG_ERROR, value_place(r->found->arena, v), "check.outside-round", "round", round->id, "from",
             str_text(&from), "to", str_text(&to), NULL);
    str_release(&from);
    str_release(&to);
}

/* The first time at or after the round's beginning when the clock shows this. */
static int32_t clock_from(const struct round *round, int32_t clock)
{
    int32_t absolute = round->from / DAY * DAY + clock;
    return absolute < round->from ? absolute + DAY : absolute;
}

static int is_in_round(const struct round *round, int32_t clock)
{
    return clock_from(round, clock) < round->to;
}

/* An incident lives on in later rounds, and so do its moments. */
static const struct round *round_for(const struct reading *r, int32_t clock, unsigned flags)
{
    const struct scenario *s = r->scenario;
    int is_later_too = (flags & FIELD_LATER_TOO) && r->incident != NOBODY;
    for (round_id i = r->round; is_later_too && i < s->round_count; i++)
        if (is_in_round(&s->rounds[i], clock))
            return &s->rounds[i];
    return &s->rounds[r->round];
}

static void put_absolute(struct reading *r, const struct field_place *p, int32_t clock)
{
    if (r->round == NOBODY) {
        if (r->incident == NOBODY)
            reading_fault(r, p->value, "check.needs-round");
        return;
    }
    const struct round *round = round_for(r, clock, p->field->flags);
    if ((p->field->flags & FIELD_IN_ROUND) && !is_in_round(round, clock) && round->to > round->from)
        fault_outside_round(r, p->value, round);
    else
        field_put(p, p->field->offset, clock_from(round, clock));
}

void field_clock(struct reading *r, const struct field_place *p)
{
    if (!field_is(r, p->value, VALUE_TEXT, p->field))
        return;
    int32_t clock = field_parse_clock(p->value->text);
    if (clock < 0)
        diag_add(r->found, DIAG_ERROR, value_place(r->found->arena, p->value), "check.clock-form", "text",
                 reading_quote(r, p->value->text), NULL);
    else if (p->field->flags & (FIELD_IN_ROUND | FIELD_FROM_ROUND))
        put_absolute(r, p, clock);
    else
        field_put(p, p->field->offset, clock);
}

/* ---- colours ---- */

void field_colour(struct reading *r, const struct field_place *p)
{
    if (!field_is(r, p->value, VALUE_TEXT, p->field))
        return;
    const char *text = p->value->text;
    uint32_t colour = 0;
    int good = strlen(text) == 7 && text[0] == '#' && strspn(text + 1, "0123456789abcdefABCDEF") == 6;
    for (int i = 1; good && i < 7; i++)
        colour = colour * 16 + (uint32_t)(is_digit(text[i]) ? text[i] - '0' : (text[i] | 0x20) - 'a' + 10);
    if (!good)
        diag_add(r->found, DIAG_ERROR, value_place(r->found->arena, p->value), "check.colour-form", "text",
                 reading_quote(r, text), NULL);
    else
        field_put(p, p->field->offset, (int32_t)colour);
}
