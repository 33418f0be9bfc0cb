#include "parts.h"
#include "base/memory.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

enum err window_video_begin(struct gfx *g)
{
    /* Without this the library presents through OpenGL, which costs 25 ms where it is done in software. */
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    /* Captured, a fast click goes to the window that was clicked before. */
    SDL_SetHint(SDL_HINT_MOUSE_AUTO_CAPTURE, "0");
    /* The stage stays on the projector while the console is used. */
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
        return ERR_SYSTEM;
    /* It is on from the start. */
    SDL_StopTextInput();
    g->focus_event = SDL_RegisterEvents(1);
    return ERR_NONE;
}

void window_video_end(void)
{
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

static int window_display_count(void *context)
{
    (void)context;
    int count = SDL_GetNumVideoDisplays();
    return count < 1 ? 1 : count;
}

static void window_display_bounds(void *context, int index, struct rect *out)
{
    (void)context;
    SDL_Rect r = {0, 0, 1024, 768};
    SDL_GetDisplayBounds(index, &r);
    *out = (struct rect){(float)r.x, (float)r.y, (float)r.w, (float)r.h};
}

struct gfx_displays window_displays(struct gfx *g)
{
    return (struct gfx_displays){g, window_display_count, window_display_bounds};
}

struct gfx_surface *gfx_surface_of(const struct gfx *g, uint32_t id)
{
    for (int i = 0; i < GFX_WINDOWS; i++)
        if (g->surfaces[i] != NULL && g->surfaces[i]->id == id)
            return g->surfaces[i];
    return NULL;
}

/* Where it belongs now; the window itself is moved by the caller. */
static struct gfx_place window_place(struct gfx_surface *s)
{
    const struct gfx_displays *d = &s->gfx->displays;
    struct gfx_place place = s->beside ? gfx_place_beside(d, s->display, (float)s->width, (float)s->height)
                                       : gfx_place_window(d, s->display, s->full, (float)s->width, (float)s->height);
    s->moved = place.moved;
    return place;
}

static void window_move(struct gfx_surface *s, struct gfx_place place)
{
    /* A window that fills a display stays on it until it is a plain one again. */
    SDL_SetWindowFullscreen(s->window, 0);
    SDL_SetWindowSize(s->window, (int)place.box.w, (int)place.box.h);
    SDL_SetWindowPosition(s->window, (int)place.box.x, (int)place.box.y);
    if (place.full)
        SDL_SetWindowFullscreen(s->window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    window_take_size(s);
}

static struct rect window_box(const struct gfx_surface *s)
{
    int x = 0, y = 0, w = 0, h = 0;
    SDL_GetWindowPosition(s->window, &x, &y);
    SDL_GetWindowSize(s->window, &w, &h);
    return (struct rect){(float)x, (float)y, (float)w, (float)h};
}

/* A window that a person has put somewhere stays there as long as it can be reached. */
void window_place_all(struct gfx *g)
{
    for (int i = 0; i < GFX_WINDOWS; i++) {
        struct gfx_surface *s = g->surfaces[i];
        if (s == NULL || s->window == NULL)
            continue;
        int was_moved = s->moved;
        struct gfx_place place = window_place(s);
        if (s->moved != was_moved || place.full || gfx_place_is_lost(&g->displays, window_box(s)))
            window_move(s, place);
    }
}

static enum err window_create(struct gfx_surface *s, const char *title)
{
    struct gfx_place place = window_place(s);
    s->window = SDL_CreateWindow(title, (int)place.box.x, (int)place.box.y, (int)place.box.w, (int)place.box.h,
                                 SDL_WINDOW_RESIZABLE | (place.full ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0u));
    if (s->window == NULL)
        return ERR_SYSTEM;
    SDL_SetWindowMinimumSize(s->window, 480, 320);
    s->id = SDL_GetWindowID(s->window);
    int width = 0, height = 0;
    SDL_GetWindowSize(s->window, &width, &height);
    canvas_resize(&s->canvas, width, height);
    return ERR_NONE;
}

enum err gfx_window(struct gfx *g, struct gfx_surface **out, const char *title, int width, int height, int display, int full)
{
    int slot = 0;
    while (slot < GFX_WINDOWS && g->surfaces[slot] != NULL)
        slot++;
    if (slot == GFX_WINDOWS)
        return ERR_FULL;
    struct gfx_surface *s = memory_want(sizeof *s);
    *s = (struct gfx_surface){.gfx = g, .width = width, .height = height, .display = display, .full = full, .x = -1, .y = -1};
    if (g->headless) {
        canvas_resize(&s->canvas, width, height);
    } else if (window_create(s, title) != ERR_NONE) {
        free(s);
        return ERR_SYSTEM;
    }
    g->surfaces[slot] = s;
    if (g->focus == NULL)
        g->focus = s;
    *out = s;
    return ERR_NONE;
}

void gfx_window_close(struct gfx_surface *s)
{
    struct gfx *g = s->gfx;
    int kept = 0;
    gfx_text_input(s, 0, (struct rect){0, 0, 0, 0});
    for (int i = 0; i < g->queue_count; i++)
        if (g->queue[i].surface != s)
            g->queue[kept++] = g->queue[i];
    g->queue_count = kept;
    struct gfx_surface *other = NULL;
    for (int i = 0; i < GFX_WINDOWS; i++) {
        if (g->surfaces[i] == s)
            g->surfaces[i] = NULL;
        else if (g->surfaces[i] != NULL)
            other = g->surfaces[i];
    }
    if (g->focus == s)
        g->focus = other;
    canvas_release(&s->canvas);
    if (s->window != NULL)
        SDL_DestroyWindow(s->window);
    free(s);
}

int window_take_size(struct gfx_surface *s)
{
    int width = 0, height = 0;
    SDL_GetWindowSize(s->window, &width, &height);
    if (width == s->canvas.width && height == s->canvas.height)
        return 0;
    canvas_resize(&s->canvas, width, height);
    s->shown = 0;
    if (!s->full && !s->moved && !s->beside) {
        s->width = width;
        s->height = height;
    }
    return 1;
}

void gfx_window_resize(struct gfx_surface *s, int width, int height)
{
    s->width = width;
    s->height = height;
    if (s->window == NULL) {
        canvas_resize(&s->canvas, width, height);
        return;
    }
    SDL_SetWindowSize(s->window, width, height);
    window_take_size(s);
}

/* Another window of ours that belongs on the display. */
static int window_has_neighbour(const struct gfx_surface *s, int display)
{
    for (int i = 0; i < GFX_WINDOWS; i++)
        if (s->gfx->surfaces[i] != NULL && s->gfx->surfaces[i] != s && s->gfx->surfaces[i]->display == display)
            return 1;
    return 0;
}

void gfx_window_full(struct gfx_surface *s, int full, int display)
{
    /* Coming from elsewhere it must not hide who is there. */
    s->beside = !full && (s->beside || display != s->display) && window_has_neighbour(s, display);
    s->full = full;
    s->display = display;
    if (s->window != NULL)
        window_move(s, window_place(s));
}

void gfx_window_raise(struct gfx_surface *s)
{
    if (s->window != NULL)
        SDL_RaiseWindow(s->window);
    gfx_set_focus(s->gfx, s);
}

void gfx_size(const struct gfx_surface *s, int *width, int *height)
{
    *width = s->canvas.width;
    *height = s->canvas.height;
}

/* The window's own surface may be another one after each event, so it is asked for each time. */
static void window_present(struct gfx_surface *s, const struct box *boxes, int count)
{
    SDL_Surface *theirs = SDL_GetWindowSurface(s->window);
    if (theirs == NULL || count == 0)
        return;
    SDL_Surface *ours = SDL_CreateRGBSurfaceWithFormatFrom(s->canvas.pixels, s->canvas.width, s->canvas.height, 32,
                                                           s->canvas.stride, SDL_PIXELFORMAT_RGB888);
    SDL_Rect *rects = memory_want((size_t)count * sizeof *rects);
    for (int i = 0; i < count && ours != NULL; i++) {
        struct box b = box_meet(boxes[i], (struct box){0, 0, theirs->w, theirs->h});
        rects[i] = (SDL_Rect){b.left, b.top, b.right > b.left ? b.right - b.left : 0, b.bottom > b.top ? b.bottom - b.top : 0};
        SDL_Rect to = rects[i];
        SDL_BlitSurface(ours, &rects[i], theirs, &to);
    }
    SDL_UpdateWindowSurfaceRects(s->window, rects, count);
    SDL_FreeSurface(ours);
    free(rects);
    s->shown = 1;
}

void window_present_all(struct gfx_surface *s)
{
    window_present(s, &(struct box){0, 0, s->canvas.width, s->canvas.height}, 1);
}

int gfx_paint(struct gfx_surface *s, const struct draw_list *list, uint32_t background)
{
    if (s->window != NULL)
        window_take_size(s);
    int cells = canvas_paint(&s->canvas, &s->gfx->typesetter, list, background);
    if (s->window == NULL)
        return cells;
    if (s->shown)
        window_present(s, s->canvas.dirty, s->canvas.dirty_count);
    else
        window_present_all(s);
    return cells;
}

void gfx_spoil(struct gfx_surface *s)
{
    s->canvas.spoiled = 1;
    s->shown = 0;
}

enum err gfx_shot(struct gfx_surface *s, const char *path)
{
    return canvas_write_png(&s->canvas, path);
}

void gfx_text_input(struct gfx_surface *s, int on, struct rect where)
{
    if (s->window != NULL && on) {
        SDL_Rect r = {(int)where.x, (int)where.y, (int)where.w, (int)where.h};
        SDL_SetTextInputRect(&r);
        if (!s->typing)
            SDL_StartTextInput();
    } else if (s->window != NULL && s->typing) {
        SDL_StopTextInput();
    }
    s->typing = on;
}
