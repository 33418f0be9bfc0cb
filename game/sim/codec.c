/*
 * Bytes of commands and events. A number is zigzagged (0, -1, 1, -2 ...) and
 * written in groups of seven bits, lowest first, the high bit saying that more
 * follow; the shortest form only, so that equal values have equal bytes.
 *   command: kind, said, member, text, count, fields
 *   event:   kind, at, count, fields
 */
#include "sim/sim.h"

#include <assert.h>
#include <string.h>

struct reader { const uint8_t *at, *end; int failed; };

static uint8_t *put(uint8_t *out, int32_t value)
{
    uint32_t rest = (uint32_t)value << 1 ^ (value < 0 ? UINT32_MAX : 0);
    while (rest >= 0x80) {
        *out++ = (uint8_t)(rest | 0x80);
        rest >>= 7;
    }
    *out++ = (uint8_t)rest;
    return out;
}

static int32_t get(struct reader *r)
{
    uint32_t value = 0;
    for (int shift = 0; shift < 35 && r->at < r->end; shift += 7) {
        uint8_t byte = *r->at++;
        if ((shift == 28 && byte > 0x0f) || (shift > 0 && byte == 0))
            break;
        value |= (uint32_t)(byte & 0x7f) << shift;
        if (!(byte & 0x80))
            return (int32_t)(value >> 1 ^ (value & 1 ? UINT32_MAX : 0));
    }
    r->failed = 1;
    return 0;
}

static uint8_t *put_fields(uint8_t *out, const int32_t *v, int32_t count)
{
    out = put(out, count);
    for (int32_t k = 0; k < count; k++)
        out = put(out, v[k]);
    return out;
}

/* Fewer than this version has: the missing ones stay 0. More: a later version wrote them. */
static void get_fields(struct reader *r, int32_t *v, int32_t most)
{
    int32_t count = get(r);
    if (r->failed || most < 0 || count < 0 || count > most) {
        r->failed = 1;
        return;
    }
    for (int32_t k = 0; k < count; k++)
        v[k] = get(r);
}

int32_t sim_encode_command(uint8_t out[SIM_CODEC_COMMAND_MAX], const struct sim_command *c)
{
    int32_t count = sim_command_field_count(c->kind);
    assert(count >= 0);
    uint8_t *at = put(put(put(put(out, c->kind), c->said), c->member), c->text);
    return (int32_t)(put_fields(at, c->v, count) - out);
}

int32_t sim_encode_event(uint8_t out[SIM_CODEC_EVENT_MAX], const struct sim_event *e)
{
    int32_t count = sim_event_field_count(e->kind);
    assert(count >= 0);
    uint8_t *at = put(put(out, e->kind), e->at);
    return (int32_t)(put_fields(at, e->v, count) - out);
}

int32_t sim_decode_command(const uint8_t *bytes, int32_t length, struct sim_command *c)
{
    struct reader r = {bytes, bytes + (length > 0 ? length : 0), 0};
    struct sim_command read;
    memset(&read, 0, sizeof read);
    read.kind = get(&r);
    read.said = get(&r);
    read.member = get(&r);
    read.text = get(&r);
    if (!r.failed)
        get_fields(&r, read.v, sim_command_field_count(read.kind));
    if (r.failed)
        return 0;
    *c = read;
    return (int32_t)(r.at - bytes);
}

int32_t sim_decode_event(const uint8_t *bytes, int32_t length, struct sim_event *e)
{
    struct reader r = {bytes, bytes + (length > 0 ? length : 0), 0};
    struct sim_event read;
    memset(&read, 0, sizeof read);
    read.kind = get(&r);
    read.at = get(&r);
    if (!r.failed)
        get_fields(&r, read.v, sim_event_field_count(read.kind));
    if (r.failed)
        return 0;
    *e = read;
    return (int32_t)(r.at - bytes);
}
