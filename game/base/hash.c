#include "base/hash.h"

#include <assert.h>
#include <sodium.h>

/* Finalizer of MurmurHash3 (Austin Appleby, public domain): every input bit reaches every output bit. */
static uint64_t hash_spread(uint64_t x)
{
    x ^= x >> 33;
    x *= UINT64_C(0xff51afd7ed558ccd);
    x ^= x >> 33;
    x *= UINT64_C(0xc4ceb9fe1a85ec53);
    return x ^ x >> 33;
}

/* The odd constant is 2^64 divided by the golden ratio: it keeps zero from being a fixed point. */
uint64_t hash_mix(uint64_t state, uint64_t value)
{
    uint64_t turned = state << 23 | state >> 41;
    return hash_spread(turned * UINT64_C(0x9e3779b97f4a7c15) + value + UINT64_C(0x9e3779b97f4a7c15));
}

/* Two words at a time, put together by value, so byte order does not matter. */
uint64_t hash_words(uint64_t state, const int32_t *words, size_t count)
{
    size_t at = 0;
    for (; at + 1 < count; at += 2)
        state = hash_mix(state, (uint64_t)(uint32_t)words[at] << 32 | (uint32_t)words[at + 1]);
    if (at < count)
        state = hash_mix(state, (uint32_t)words[at]);
    return hash_mix(state, count);
}

/* FNV-1a, then spread. */
uint64_t hash_text(const char *text)
{
    uint64_t state = UINT64_C(0xcbf29ce484222325);
    for (; *text != '\0'; text++)
        state = (state ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
    return hash_spread(state);
}

void hash_bytes(uint8_t out[HASH_BYTES], const void *bytes, size_t length, const void *key, size_t key_length)
{
    assert(key_length <= crypto_generichash_KEYBYTES_MAX);
    int ready = sodium_init();
    assert(ready >= 0);
    int failed = crypto_generichash(out, HASH_BYTES, bytes, length, key, key == NULL ? 0 : key_length);
    assert(failed == 0);
}

void hash_hex(char *hex, const uint8_t *bytes, size_t length)
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < length; i++) {
        hex[2 * i] = digits[bytes[i] >> 4];
        hex[2 * i + 1] = digits[bytes[i] & 15];
    }
    hex[2 * length] = '\0';
}
