#ifndef GFX_GFX_H
#define GFX_GFX_H
/*
 * Windows, fonts, pictures and sound: paints display lists. One backing store
 * per surface; only the 60-pixel cells whose content changed are painted and
 * presented anew.
 *
 *   gfx_open(&gfx, &(struct gfx_options){.data = dir, .headless = 0});
 *   struct gfx_surface *console = gfx_window(gfx, "Console", 1280, 800, 0);
 *   gfx_paint(console, &list, background);
 *   while (gfx_wait(gfx, 500, &event)) ...
 *
 * Headless (no video system is touched): surfaces are memory of the asked
 * size; the pixels are the same as on a window. Events then come only from
 * gfx_push(), which with windows goes through the real event queue.
 */
#include "base/err.h"
#include "draw/list.h"
#include "draw/theme.h"
#include "ui/ui.h"

struct gfx;
struct gfx_surface;
struct gfx_options {
    const char *data;          /* folder with assets */
    int headless, silent;      /* silent: open no sound device */
};
enum gfx_event_kind { GFX_INPUT, GFX_QUIT, GFX_CLOSE, GFX_RESIZED, GFX_EXPOSED, GFX_DISPLAYS, GFX_FOCUS };
struct gfx_event {
    enum gfx_event_kind kind;
    struct gfx_surface *surface;   /* NULL for QUIT and DISPLAYS */
    struct ui_input input;
};
enum gfx_sound { SOUND_RING, SOUND_TICK, SOUND_CHIME, SOUND_COUNT };   /* made by our own synthesis */

/* ERR_MISSING when a font is missing: *message (owned by gfx.c) names the package to install. */
/* ERR_SYSTEM: no display or font library; *message says so. */
enum err MUST_CHECK gfx_open(struct gfx **out, const struct gfx_options *options, const char **message);
void gfx_close(struct gfx *g);
struct draw_metrics gfx_metrics(struct gfx *g);
struct ui_clipboard gfx_clipboard(struct gfx *g);
int gfx_has_sound(const struct gfx *g);

/* display: 0 the first, 1 the second...; full: fills that display. When that display is not there, or goes away, the
 * window stands on one that is (gfx/place.h) and goes back when it returns; GFX_DISPLAYS tells. */
enum err MUST_CHECK gfx_window(struct gfx *g, struct gfx_surface **out, const char *title, int width, int height, int display, int full);
void gfx_window_close(struct gfx_surface *s);
void gfx_window_resize(struct gfx_surface *s, int width, int height);
void gfx_window_full(struct gfx_surface *s, int full, int display);
void gfx_window_raise(struct gfx_surface *s);
void gfx_size(const struct gfx_surface *s, int *width, int *height);
/* Paints what changed since the last call and presents it. Returns the cells painted. */
int gfx_paint(struct gfx_surface *s, const struct draw_list *list, uint32_t background);
/* The whole next paint, as after an expose. */
void gfx_spoil(struct gfx_surface *s);
enum err MUST_CHECK gfx_shot(struct gfx_surface *s, const char *path);     /* PNG of the backing store */
void gfx_text_input(struct gfx_surface *s, int on, struct rect where);     /* while a text field has focus */

/* Displays, behind an interface that tests replace. */
struct gfx_displays { void *context; int (*count)(void *context); void (*bounds)(void *context, int index, struct rect *out); };
struct gfx_displays gfx_displays(struct gfx *g);
/* From now on these are the displays; windows are put anew, as when one is plugged in or out. */
void gfx_displays_set(struct gfx *g, struct gfx_displays displays);

/* Waits at most `milliseconds` (0: do not wait); 1 when an event came. Headless it never waits: nothing can come.
 * Keys and text go to the window that was clicked or focused last. The text of a key comes right after the key. */
int gfx_wait(struct gfx *g, int milliseconds, struct gfx_event *out);
void gfx_push(struct gfx *g, struct gfx_surface *s, const struct ui_input *input);
void gfx_play(struct gfx *g, enum gfx_sound sound);
uint64_t gfx_milliseconds(struct gfx *g);     /* monotonic */
#endif
