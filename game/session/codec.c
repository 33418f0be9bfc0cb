#include "session/codec.h"

#include <string.h>

/* --- numbers --- */

static void put(struct str *out, uint64_t n)
{
    for (; n >= 0x80; n >>= 7)
        str_append_char(out, (char)(uint8_t)(0x80 | (n & 0x7f)));
    str_append_char(out, (char)(uint8_t)n);
}

static void put_signed(struct str *out, int32_t n)
{
    put(out, ((uint64_t)(uint32_t)n << 1 ^ (n < 0 ? 0xffffffffu : 0)) & 0xffffffffu);
}

struct reader { const uint8_t *at; size_t left; int bad; };

static uint64_t take(struct reader *r)
{
    uint64_t n = 0;
    for (int shift = 0; shift < 64 && r->left > 0; shift += 7) {
        uint8_t byte = *r->at++;
        r->left--;
        n |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return n;
    }
    r->bad = 1;
    return 0;
}

static int32_t take_signed(struct reader *r)
{
    uint32_t n = (uint32_t)take(r);
    return (int32_t)(n >> 1 ^ (0u - (n & 1)));
}

static int32_t take_count(struct reader *r, int32_t most)
{
    uint64_t n = take(r);
    if (n > (uint64_t)most)
        r->bad = 1;
    return r->bad ? 0 : (int32_t)n;
}

/* --- the course --- */

void codec_write_course(struct str *body, struct str *bytes, int32_t keep, const struct session_entry *entries,
                        int32_t count, const struct sim_event *events)
{
    uint8_t piece[SIM_CODEC_EVENT_MAX + SIM_CODEC_COMMAND_MAX];
    put(body, CODEC_VERSION);
    put(body, (uint64_t)keep);
    put(body, (uint64_t)count);
    for (int32_t i = 0; i < count; i++) {
        const struct session_entry *e = &entries[i];
        put(body, e->cost ? CODEC_FLAG_COST : 0);
        put_signed(body, e->recorded);
        put(body, (uint64_t)e->seq);
        put(body, (uint64_t)e->event_count);
        int32_t length = sim_encode_command(piece, &e->command);
        put(body, (uint64_t)length);
        str_append_bytes(body, piece, (size_t)length);
        for (int32_t k = 0; k < e->event_count; k++) {
            length = sim_encode_event(piece, events++);
            str_append_bytes(bytes, piece, (size_t)length);
        }
    }
}

/* The command itself may be of a later version: its length stands before it. */
static enum err read_command(struct reader *r, struct sim_command *command)
{
    int32_t length = take_count(r, 1 << 16);
    if (r->bad || (size_t)length > r->left)
        return ERR_DAMAGED;
    int32_t used = sim_decode_command(r->at, length, command);
    r->at += length;
    r->left -= (size_t)length;
    return used == length ? ERR_NONE : ERR_NEWER;
}

static enum err read_entries(struct reader *r, struct codec_course *out)
{
    enum err err = ERR_NONE;
    for (int32_t i = 0; i < out->entry_count && err == ERR_NONE; i++) {
        struct session_entry *e = &out->entries[i];
        e->cost = (take(r) & CODEC_FLAG_COST) != 0;
        e->recorded = take_signed(r);
        e->seq = (int64_t)take(r);
        e->first_event = out->event_count;
        e->event_count = take_count(r, SIM_EVENTS_PER_DECISION);
        out->event_count += e->event_count;
        err = r->bad ? ERR_DAMAGED : read_command(r, &e->command);
    }
    return err == ERR_NONE && r->left > 0 ? ERR_DAMAGED : err;
}

static enum err read_events(struct arena *a, struct reader *r, struct codec_course *out)
{
    if ((size_t)out->event_count > r->left)
        return ERR_DAMAGED;
    out->events = arena_array(a, (size_t)out->event_count + 1, sizeof *out->events);
    for (int32_t i = 0; i < out->event_count; i++) {
        int32_t used = sim_decode_event(r->at, (int32_t)(r->left < INT32_MAX ? r->left : INT32_MAX), &out->events[i]);
        if (used <= 0 || (size_t)used > r->left)
            return ERR_NEWER;
        r->at += used;
        r->left -= (size_t)used;
    }
    return r->left > 0 ? ERR_DAMAGED : ERR_NONE;
}

enum err codec_read_course(struct arena *a, const struct store_record *record, struct codec_course *out)
{
    struct reader body = {.at = record->body, .left = record->body_length};
    struct reader events = {.at = record->events, .left = record->events_length};
    *out = (struct codec_course){0};
    if (take(&body) != CODEC_VERSION)
        return body.bad ? ERR_DAMAGED : ERR_NEWER;
    out->keep = take_count(&body, INT32_MAX);
    out->entry_count = take_count(&body, (int32_t)(body.left < INT32_MAX ? body.left : INT32_MAX));
    if (body.bad)
        return ERR_DAMAGED;
    out->entries = arena_array(a, (size_t)out->entry_count + 1, sizeof *out->entries);
    enum err err = read_entries(&body, out);
    return err == ERR_NONE ? read_events(a, &events, out) : err;
}

/* --- the setup --- */

void codec_write_setup(struct str *body, const struct session_setup *setup, const struct codec_names *names)
{
    put(body, CODEC_VERSION);
    put(body, setup->seed);
    put(body, setup->left_out);
    put_signed(body, setup->tables);
    put_signed(body, setup->pace);
    put_signed(body, setup->show_promises);
    put_signed(body, setup->show_scores);
    put_signed(body, setup->stage_theme);
    put(body, strlen(setup->date));
    str_append(body, setup->date);
    put(body, (uint64_t)names->team);
    put(body, (uint64_t)setup->member_count);
    for (int32_t i = 0; i < setup->member_count; i++) {
        put(body, (uint64_t)names->members[i]);
        put_signed(body, setup->members[i].role);
    }
    put_signed(body, setup->preset);
    for (int32_t i = 0; i < SESSION_CONTRACT; i++)
        put(body, (uint64_t)names->contract[i]);
    if (setup->alone == ALONE_NOT)
        return;
    put_signed(body, setup->alone);
    put_signed(body, setup->alone_item);
}

static void read_date(struct reader *r, struct session_setup *setup)
{
    size_t length = (size_t)take_count(r, (int32_t)sizeof setup->date - 1);
    if (r->bad || length > r->left) {
        r->bad = 1;
        return;
    }
    memcpy(setup->date, r->at, length);
    r->at += length;
    r->left -= length;
}

/* Sessions of the first version end before it. */
static void read_agreed(struct reader *r, struct session_setup *setup, struct codec_names *names)
{
    setup->preset = take_signed(r);
    for (int32_t i = 0; i < SESSION_CONTRACT; i++)
        names->contract[i] = take_count(r, INT32_MAX);
    r->bad |= setup->preset < 0 || setup->preset >= PRESET_COUNT;
}

/* Workshops end before it. */
static void read_alone(struct reader *r, struct session_setup *setup)
{
    setup->alone = take_signed(r);
    setup->alone_item = take_signed(r);
    r->bad |= setup->alone <= ALONE_NOT || setup->alone >= ALONE_COUNT;
}

enum err codec_read_setup(const struct store_record *record, struct session_setup *setup, struct codec_names *names)
{
    struct reader r = {.at = record->body, .left = record->body_length};
    memset(setup, 0, sizeof *setup);
    memset(names, 0, sizeof *names);
    if (take(&r) != CODEC_VERSION)
        return r.bad ? ERR_DAMAGED : ERR_NEWER;
    setup->seed = take(&r);
    setup->left_out = (uint32_t)take(&r);
    setup->tables = take_signed(&r);
    setup->pace = take_signed(&r);
    setup->show_promises = take_signed(&r);
    setup->show_scores = take_signed(&r);
    setup->stage_theme = take_signed(&r);
    read_date(&r, setup);
    names->team = take_count(&r, INT32_MAX);
    setup->member_count = take_count(&r, LIMIT_MEMBERS);
    for (int32_t i = 0; i < setup->member_count && !r.bad; i++) {
        names->members[i] = take_count(&r, INT32_MAX);
        setup->members[i].role = take_signed(&r);
    }
    if (r.left > 0)
        read_agreed(&r, setup, names);
    if (r.left > 0)
        read_alone(&r, setup);
    return r.bad || r.left > 0 ? ERR_DAMAGED : ERR_NONE;
}
