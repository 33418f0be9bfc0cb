#ifndef BASE_HASH_H
#define BASE_HASH_H
/*
 * Two kinds of hash. hash_mix and hash_words are quick, for digests and keyed
 * draws; hash_bytes is BLAKE2b (libsodium), for chains and contents that must
 * withstand tampering. All give the same numbers on every machine.
 */
#include <stddef.h>
#include <stdint.h>

enum { HASH_BYTES = 32 };

uint64_t hash_mix(uint64_t state, uint64_t value);
uint64_t hash_words(uint64_t state, const int32_t *words, size_t count);
uint64_t hash_text(const char *text);
/* key may be NULL; out receives HASH_BYTES bytes */
void hash_bytes(uint8_t out[HASH_BYTES], const void *bytes, size_t length, const void *key, size_t key_length);
/* hex receives 2*length characters and a NUL */
void hash_hex(char *hex, const uint8_t *bytes, size_t length);
#endif
