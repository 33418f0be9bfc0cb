#include "gfx/gfx.h"
#include "parts.h"
#include "base/memory.h"
#include "base/str.h"
#include "base/text.h"

#include <SDL2/SDL.h>
#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const char *gfx_message(const char *key, const struct font_source *missing)
{
    static char sentence[400];
    struct str s = {0};
    if (missing != NULL)
        text_format(&s, key, "font", missing->name, "package", missing->package, NULL);
    else
        text_format(&s, key, "reason", SDL_GetError(), NULL);
    size_t length = s.length < sizeof sentence - 1 ? s.length : sizeof sentence - 1;
    memcpy(sentence, str_text(&s), length);
    sentence[length] = '\0';
    str_release(&s);
    return sentence;
}

static int gfx_one_display(void *context)
{
    (void)context;
    return 1;
}

static void gfx_no_bounds(void *context, int index, struct rect *out)
{
    (void)context;
    (void)index;
    *out = (struct rect){0, 0, 1920, 1080};
}

enum err gfx_open(struct gfx **out, const struct gfx_options *options, const char **message)
{
    struct gfx *g = memory_want(sizeof *g);
    const struct font_source *missing = NULL;
    enum err err = fonts_open(&g->fonts, options->data, font_folders, &missing);
    if (err != ERR_NONE) {
        *message = gfx_message(err == ERR_MISSING ? "gfx.font-missing" : "gfx.no-fonts", missing);
        free(g);
        return err;
    }
    typeset_begin(&g->typesetter, g->fonts);
    g->headless = options->headless;
    g->displays = (struct gfx_displays){g, gfx_one_display, gfx_no_bounds};
    if (!g->headless) {
        err = window_video_begin(g);
        if (err != ERR_NONE) {
            *message = gfx_message("gfx.no-display", NULL);
            g->headless = 1;
            gfx_close(g);
            return err;
        }
        g->displays = window_displays(g);
        g->sounds = options->silent ? NULL : sound_open();
    }
    *out = g;
    return ERR_NONE;
}

void gfx_close(struct gfx *g)
{
    if (g == NULL)
        return;
    for (int i = 0; i < GFX_WINDOWS; i++)
        if (g->surfaces[i] != NULL)
            gfx_window_close(g->surfaces[i]);
    sound_close(g->sounds);
    typeset_end(&g->typesetter);
    fonts_close(g->fonts);
    free(g->queue);
    free(g->clipboard);
    if (!g->headless)
        window_video_end();
    /* What the library keeps beside its parts goes with the last of them. */
    if (SDL_WasInit(0) == 0)
        SDL_Quit();
    /* Cairo keeps a few things for ever; given back, a leak of ours would show. */
    cairo_debug_reset_static_data();
    free(g);
}

static float gfx_metric_width(void *context, const struct draw_font *font, const char *text)
{
    return typeset_width(&((struct gfx *)context)->typesetter, font, text);
}

static int gfx_metric_lines(void *context, const struct draw_font *font, float width, const char *text)
{
    enum { GFX_ALL_LINES = 100000 };
    return typeset_block(&((struct gfx *)context)->typesetter, font, width, GFX_ALL_LINES, text)->count;
}

static int gfx_metric_at(void *context, const struct draw_font *font, const char *text, float x)
{
    return typeset_at(&((struct gfx *)context)->typesetter, font, text, x);
}

struct draw_metrics gfx_metrics(struct gfx *g)
{
    return (struct draw_metrics){g, gfx_metric_width, gfx_metric_lines, gfx_metric_at};
}

static char *gfx_copy(const char *text)
{
    size_t length = strlen(text);
    char *copy = memory_want(length + 1);
    memcpy(copy, text, length);
    return copy;
}

static char *gfx_clipboard_get(void *context)
{
    struct gfx *g = context;
    if (g->headless)
        return gfx_copy(g->clipboard == NULL ? "" : g->clipboard);
    char *theirs = SDL_GetClipboardText();
    char *text = gfx_copy(theirs == NULL ? "" : theirs);
    SDL_free(theirs);
    return text;
}

static void gfx_clipboard_set(void *context, const char *text)
{
    struct gfx *g = context;
    if (!g->headless) {
        SDL_SetClipboardText(text);
        return;
    }
    char *copy = gfx_copy(text);
    free(g->clipboard);
    g->clipboard = copy;
}

struct ui_clipboard gfx_clipboard(struct gfx *g)
{
    return (struct ui_clipboard){g, gfx_clipboard_get, gfx_clipboard_set};
}

struct gfx_displays gfx_displays(struct gfx *g)
{
    return g->displays;
}

void gfx_displays_set(struct gfx *g, struct gfx_displays displays)
{
    g->displays = displays;
    window_place_all(g);
    gfx_queue(g, &(struct gfx_event){.kind = GFX_DISPLAYS});
}

int gfx_has_sound(const struct gfx *g)
{
    return g->sounds != NULL && sound_works(g->sounds);
}

void gfx_play(struct gfx *g, enum gfx_sound sound)
{
    assert((unsigned)sound < SOUND_COUNT);
    if (g->sounds != NULL)
        sound_play(g->sounds, sound);
}

uint64_t gfx_milliseconds(struct gfx *g)
{
    (void)g;
    return SDL_GetTicks64();
}
