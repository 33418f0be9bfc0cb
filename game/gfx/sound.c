#include "parts.h"
#include "base/file.h"
#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SOUND_RATE = 44100, SOUND_VOICES = 6, SOUND_BLOCK = 1024 };

struct voice { const int16_t *samples; int left; };
struct gfx_sounds {
    SDL_AudioDeviceID device;     /* 0: not opened yet */
    int broken;                   /* it could not be opened */
    int resting;
    int16_t *samples[SOUND_COUNT];
    int lengths[SOUND_COUNT];
    struct voice voices[SOUND_VOICES];   /* shared with the library's thread: SDL_LockAudioDevice */
};

/* Overtones of a struck or blown thing: pitch and strength against the first, and how much faster they fade. */
struct partial { float pitch, strength, fade; };
static const struct partial sound_bell[] = {{1, 1, 1}, {2.01f, 0.42f, 1.8f}, {3.02f, 0.2f, 2.6f}, {4.15f, 0.09f, 3.5f}};
static const struct partial sound_wood[] = {{1, 1, 1}, {2.7f, 0.3f, 2}};
static const float sound_turn = 6.2831853f;

/* One partial of a note: a point on a circle, turned and drawn in a little at each sample, until it cannot be heard. */
static void sound_partial(float *mix, int count, float pitch, float strength, float fade)
{
    const float soft = 0.004f * SOUND_RATE;
    float turn = sound_turn * pitch / SOUND_RATE, less = expf(-1 / (fade * SOUND_RATE));
    float c = cosf(turn) * less, s = sinf(turn) * less, x = strength, y = 0, left = strength;
    for (int i = 0; i < count && left > 0.0003f; i++) {
        mix[i] += y * ((float)i < soft ? (float)i / soft : 1);
        float turned = x * c - y * s;
        y = x * s + y * c;
        x = turned;
        left *= less;
    }
}

/* Adds one note that begins at `from` seconds and fades with the given time, softly begun so that it does not click. */
static void sound_note(float *mix, int length, float from, float pitch, float strength, float fade, const struct partial *partials, int count)
{
    int begin = (int)(from * SOUND_RATE);
    for (int k = 0; k < count && begin < length; k++)
        sound_partial(mix + begin, length - begin, pitch * partials[k].pitch, strength * partials[k].strength, fade / partials[k].fade);
}

/* Two warm tones in quick turn, twice, as a telephone with a heart. */
static void sound_make_ring(float *mix, int length)
{
    for (int burst = 0; burst < 2; burst++)
        for (int beat = 0; beat < 8; beat++)
            sound_note(mix, length, 0.85f * (float)burst + 0.062f * (float)beat, beat % 2 == 0 ? 659.3f : 830.6f, 0.3f, 0.12f,
                       sound_bell, 4);
}

static void sound_make_tick(float *mix, int length)
{
    sound_note(mix, length, 0, 1150, 0.16f, 0.018f, sound_wood, 2);
}

static void sound_make_chime(float *mix, int length)
{
    static const float pitches[3] = {523.3f, 659.3f, 784};
    for (int i = 0; i < 3; i++)
        sound_note(mix, length, 0.14f * (float)i, pitches[i], 0.24f, 0.55f, sound_bell, 4);
}

static void sound_make(struct gfx_sounds *s, enum gfx_sound sound, float seconds, void (*make)(float *, int))
{
    int length = (int)(seconds * SOUND_RATE);
    float *mix = memory_want((size_t)length * sizeof *mix);
    make(mix, length);
    s->samples[sound] = memory_want((size_t)length * sizeof *s->samples[sound]);
    s->lengths[sound] = length;
    for (int i = 0; i < length; i++) {
        /* the last twentieth of a second fades out, and loud sums bend instead of breaking */
        float end = (float)(length - i) / (0.05f * SOUND_RATE);
        s->samples[sound][i] = (int16_t)(tanhf(mix[i]) * (end < 1 ? end : 1) * 30000);
    }
    free(mix);
}

static void sound_fill(void *context, Uint8 *bytes, int length)
{
    struct gfx_sounds *s = context;
    int16_t *out = (int16_t *)(void *)bytes;
    memset(bytes, 0, (size_t)length);
    for (int v = 0; v < SOUND_VOICES; v++) {
        struct voice *voice = &s->voices[v];
        int count = length / 2 < voice->left ? length / 2 : voice->left;
        for (int i = 0; i < count; i++) {
            int sum = out[i] + voice->samples[i];
            out[i] = (int16_t)(sum > 32767 ? 32767 : sum < -32768 ? -32768 : sum);
        }
        voice->samples = count < voice->left ? voice->samples + count : NULL;
        voice->left -= count;
    }
}

/* Without a card ALSA complains on standard error when it is so much as asked, so it is asked only when there is one. */
static int sound_has_card(void)
{
    struct arena a = {0};
    char **names = NULL;
    size_t count = 0;
    int found = 0;
    if (file_list(&a, "/dev/snd", &names, &count) == ERR_NONE)
        for (size_t i = 0; i < count; i++)
            found |= strncmp(names[i], "pcm", 3) == 0;
    arena_release(&a);
    return found;
}

static int sound_try_driver(const char *name)
{
    for (int i = 0; i < SDL_GetNumAudioDrivers(); i++)
        if (strcmp(SDL_GetAudioDriver(i), name) == 0)
            return (strcmp(name, "alsa") != 0 || sound_has_card()) && SDL_AudioInit(name) == 0;
    return 0;
}

/* A driver that was asked for, else the system's own one, tried in an order in which none is noisy. */
static int sound_begin(void)
{
    const char *wished = SDL_getenv("SDL_AUDIODRIVER");
    if (wished != NULL && *wished != '\0')
        return sound_try_driver(wished);
    static const char *const quiet[] = {"pipewire", "pulseaudio", "alsa", "coreaudio", "wasapi", "directsound", "haiku"};
    for (size_t i = 0; i < sizeof quiet / sizeof *quiet; i++)
        if (sound_try_driver(quiet[i]))
            return 1;
    return 0;
}

struct gfx_sounds *sound_open(void)
{
    if (!sound_begin())
        return NULL;
    struct gfx_sounds *s = memory_want(sizeof *s);
    s->resting = 1;
    return s;
}

/* Opened when it is first needed: a sound server takes its time, and the windows should stand before. */
static int sound_wake(struct gfx_sounds *s)
{
    if (s->device != 0 || s->broken)
        return !s->broken;
    SDL_AudioSpec spec = {.freq = SOUND_RATE, .format = AUDIO_S16SYS, .channels = 1, .samples = SOUND_BLOCK,
                          .callback = sound_fill, .userdata = s};
    s->device = SDL_OpenAudioDevice(NULL, 0, &spec, NULL, 0);
    s->broken = s->device == 0;
    if (s->broken)
        return 0;
    sound_make(s, SOUND_RING, 1.75f, sound_make_ring);
    sound_make(s, SOUND_TICK, 0.12f, sound_make_tick);
    sound_make(s, SOUND_CHIME, 1.6f, sound_make_chime);
    return 1;
}

void sound_close(struct gfx_sounds *s)
{
    if (s == NULL)
        return;
    if (s->device != 0)
        SDL_CloseAudioDevice(s->device);
    SDL_AudioQuit();
    for (int i = 0; i < SOUND_COUNT; i++)
        free(s->samples[i]);
    free(s);
}

int sound_works(const struct gfx_sounds *s)
{
    return !s->broken;
}

void sound_play(struct gfx_sounds *s, enum gfx_sound sound)
{
    if (!sound_wake(s))
        return;
    SDL_LockAudioDevice(s->device);
    struct voice *voice = &s->voices[0];
    /* A voice that is free, else the one that is done soonest. */
    for (int i = 1; i < SOUND_VOICES; i++)
        if (s->voices[i].left < voice->left)
            voice = &s->voices[i];
    *voice = (struct voice){s->samples[sound], s->lengths[sound]};
    SDL_UnlockAudioDevice(s->device);
    if (s->resting)
        SDL_PauseAudioDevice(s->device, 0);
    s->resting = 0;
}

void sound_rest(struct gfx_sounds *s)
{
    if (s->resting || s->device == 0)
        return;
    int left = 0;
    SDL_LockAudioDevice(s->device);
    for (int i = 0; i < SOUND_VOICES; i++)
        left += s->voices[i].left;
    SDL_UnlockAudioDevice(s->device);
    if (left == 0) {
        SDL_PauseAudioDevice(s->device, 1);
        s->resting = 1;
    }
}
