#ifndef GFX_PARTS_H
#define GFX_PARTS_H
/*
 * What the files of this layer share: the one struct gfx with its windows.
 * window.c makes and presents surfaces, events.c turns the library's events
 * into ours, keys.c knows the keys, sound.c makes and plays the sounds.
 */
#include "gfx/gfx.h"
#include "gfx/place.h"
#include "canvas.h"
#include "typeset.h"

#include <SDL2/SDL.h>

enum { GFX_WINDOWS = 4 };

struct gfx_surface {
    struct gfx *gfx;
    struct canvas canvas;
    SDL_Window *window;           /* NULL headless */
    uint32_t id;                  /* the library's number of the window */
    int display, full;            /* as wished */
    int width, height;            /* as wished while not full */
    int beside;                   /* was sent to a display where another of ours stands */
    int moved;                    /* stands on another display than the wished one */
    int shown;                    /* its pixels were presented since it was made or resized */
    float x, y;                   /* pointer */
    int typing;                   /* a text field has focus */
};

struct gfx_sounds;
struct gfx {
    int headless;
    struct fonts *fonts;
    struct typesetter typesetter;
    struct gfx_displays displays;
    struct gfx_surface *surfaces[GFX_WINDOWS];
    struct gfx_surface *focus;    /* owner of keys and text */
    struct gfx_event *queue;      /* events of our own making: all of them headless */
    int queue_count, queue_room;
    uint32_t focus_event;         /* number of the library's event that moves the focus of what was pushed */
    char *clipboard;              /* headless */
    struct gfx_sounds *sounds;    /* NULL: silent */
};

struct gfx_surface *gfx_surface_of(const struct gfx *g, uint32_t id);
void gfx_queue(struct gfx *g, const struct gfx_event *event);
int gfx_unqueue(struct gfx *g, struct gfx_event *out);
void gfx_set_focus(struct gfx *g, struct gfx_surface *s);

/* window.c */
enum err MUST_CHECK window_video_begin(struct gfx *g);
void window_video_end(void);
struct gfx_displays window_displays(struct gfx *g);
/* Puts windows where they belong among the displays that are there now. */
void window_place_all(struct gfx *g);
/* The window has another size: so gets its store. 1 when it did. */
int window_take_size(struct gfx_surface *s);
void window_present_all(struct gfx_surface *s);

/* keys.c */
struct ui_chord keys_from(const SDL_Keysym *sym);
SDL_Keysym keys_to(struct ui_chord chord);

/* sound.c */
struct gfx_sounds *sound_open(void);          /* NULL when there is no sound */
void sound_close(struct gfx_sounds *s);
void sound_play(struct gfx_sounds *s, enum gfx_sound sound);
int sound_works(const struct gfx_sounds *s);
/* Lets the device sleep when all has sounded. */
void sound_rest(struct gfx_sounds *s);
#endif
