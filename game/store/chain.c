#include "store/inside.h"

#include <string.h>

static const char chain_start[] = "moment session file, format 1";

static void put_number(struct str *out, uint64_t number)
{
    char bytes[8];
    for (int i = 0; i < 8; i++)
        bytes[i] = (char)(uint8_t)(number >> (8 * i));
    str_append_bytes(out, bytes, sizeof bytes);
}

static void put_bytes(struct str *out, const void *bytes, size_t length)
{
    put_number(out, length);
    if (length > 0)
        str_append_bytes(out, bytes, length);
}

static int take_number(const uint8_t **bytes, size_t *length, uint64_t *number)
{
    if (*length < 8)
        return 0;
    *number = 0;
    for (int i = 0; i < 8; i++)
        *number |= (uint64_t)(*bytes)[i] << (8 * i);
    *bytes += 8;
    *length -= 8;
    return 1;
}

void store_chain_start(uint8_t chain[HASH_BYTES])
{
    hash_bytes(chain, chain_start, sizeof chain_start - 1, NULL, 0);
}

void store_chain_next(uint8_t out[HASH_BYTES], const uint8_t before[HASH_BYTES], const struct store_record *record,
                      const void *covers, size_t covers_length)
{
    struct str bytes = {0};
    put_number(&bytes, (uint64_t)record->seq);
    put_number(&bytes, (uint64_t)(int64_t)record->kind);
    put_number(&bytes, (uint64_t)(int64_t)record->time);
    put_number(&bytes, (uint64_t)(int64_t)record->round);
    put_number(&bytes, (uint64_t)(int64_t)record->rules);
    put_number(&bytes, (uint64_t)record->wall);
    put_number(&bytes, record->digest);
    put_bytes(&bytes, record->body, record->body_length);
    put_bytes(&bytes, record->events, record->events_length);
    put_bytes(&bytes, covers, covers_length);
    hash_bytes(out, bytes.text, bytes.length, before, HASH_BYTES);
    str_release(&bytes);
}

void store_cover_text(struct str *covers, int32_t id, const uint8_t hash[HASH_BYTES])
{
    str_append_char(covers, 'T');
    put_number(covers, (uint64_t)id);
    str_append_bytes(covers, hash, HASH_BYTES);
}

void store_cover_blob(struct str *covers, const char *name, size_t length, const uint8_t hash[HASH_BYTES])
{
    str_append_char(covers, 'B');
    put_bytes(covers, name, length);
    str_append_bytes(covers, hash, HASH_BYTES);
}

int store_cover_next(const uint8_t **bytes, size_t *length, struct store_cover *out)
{
    if (*length == 0)
        return 0;
    out->tag = (char)**bytes;
    uint64_t number;
    *bytes += 1;
    *length -= 1;
    if (!take_number(bytes, length, &number))
        return 0;
    size_t name = out->tag == 'B' ? (size_t)number : 0;
    if (name > *length || *length - name < HASH_BYTES)
        return 0;
    out->number = (int64_t)number;
    out->hash = *bytes + name;
    *bytes += name + HASH_BYTES;
    *length -= name + HASH_BYTES;
    return 1;
}

void store_text_hash(uint8_t out[HASH_BYTES], const void *salt, const char *text, size_t length)
{
    hash_bytes(out, text, length, salt, STORE_SALT_BYTES);
}
