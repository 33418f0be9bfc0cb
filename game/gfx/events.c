#include "parts.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <assert.h>
#include <string.h>

void gfx_queue(struct gfx *g, const struct gfx_event *event)
{
    if (g->queue_count == g->queue_room) {
        g->queue_room = g->queue_room == 0 ? 32 : g->queue_room * 2;
        g->queue = memory_resize(g->queue, (size_t)g->queue_room * sizeof *g->queue);
    }
    g->queue[g->queue_count++] = *event;
}

int gfx_unqueue(struct gfx *g, struct gfx_event *out)
{
    if (g->queue_count == 0)
        return 0;
    *out = g->queue[0];
    memmove(g->queue, g->queue + 1, (size_t)--g->queue_count * sizeof *g->queue);
    return 1;
}

void gfx_set_focus(struct gfx *g, struct gfx_surface *s)
{
    g->focus = s;
    /* Without a window manager nobody else gives it the keys. */
    if (s->window != NULL && SDL_GetKeyboardFocus() != s->window)
        SDL_SetWindowInputFocus(s->window);
}

static int event_plain(struct gfx_event *out, enum gfx_event_kind kind, struct gfx_surface *s)
{
    *out = (struct gfx_event){.kind = kind, .surface = s};
    return 1;
}

static int event_of_window(struct gfx *g, const SDL_WindowEvent *e, struct gfx_event *out)
{
    struct gfx_surface *s = gfx_surface_of(g, e->windowID);
    if (s == NULL)
        return 0;
    switch (e->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        /* gfx_paint may have seen the new size already; the screens are told in any case. */
        window_take_size(s);
        return event_plain(out, GFX_RESIZED, s);
    case SDL_WINDOWEVENT_EXPOSED:
        if (s->shown)
            window_present_all(s);
        return event_plain(out, GFX_EXPOSED, s);
    case SDL_WINDOWEVENT_CLOSE:
        return event_plain(out, GFX_CLOSE, s);
    case SDL_WINDOWEVENT_FOCUS_GAINED:
        g->focus = s;
        return event_plain(out, GFX_FOCUS, s);
    case SDL_WINDOWEVENT_LEAVE:
        s->x = s->y = -1;
        event_plain(out, GFX_INPUT, s);
        out->input = (struct ui_input){.kind = UI_INPUT_LEAVE, .x = -1, .y = -1};
        return 1;
    default:
        return 0;
    }
}

static int event_is_editing(int key)
{
    return key >= UI_KEY_BACKSPACE && key <= UI_KEY_PAGE_DOWN;
}

/* A key held down moves and deletes again and again, but does not pause and go on again and again. */
static int event_of_key(struct gfx *g, const SDL_KeyboardEvent *e, struct gfx_event *out)
{
    struct ui_chord chord = keys_from(&e->keysym);
    if (g->focus == NULL || chord.key == UI_KEY_NONE || (e->repeat != 0 && !event_is_editing(chord.key)))
        return 0;
    event_plain(out, GFX_INPUT, g->focus);
    out->input = (struct ui_input){.kind = UI_INPUT_KEY, .chord = chord};
    return 1;
}

/* Long texts come in pieces of 31 bytes; pieces that follow each other at once are one input again. */
static int event_of_text(struct gfx *g, const SDL_TextInputEvent *e, struct gfx_event *out)
{
    if (g->focus == NULL || e->text[0] == '\0')
        return 0;
    event_plain(out, GFX_INPUT, g->focus);
    out->input.kind = UI_INPUT_TEXT;
    size_t length = strlen(e->text);
    memcpy(out->input.text, e->text, length);
    SDL_Event next;
    while (SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1 && next.type == SDL_TEXTINPUT &&
           next.text.windowID == e->windowID && length + strlen(next.text.text) < sizeof out->input.text) {
        memcpy(out->input.text + length, next.text.text, strlen(next.text.text));
        length += strlen(next.text.text);
        SDL_PeepEvents(&next, 1, SDL_GETEVENT, SDL_TEXTINPUT, SDL_TEXTINPUT);
    }
    out->input.text[length] = '\0';
    return 1;
}

/* Only the last of many moves in a row counts. */
static int event_of_motion(struct gfx *g, const SDL_MouseMotionEvent *e, struct gfx_event *out)
{
    struct gfx_surface *s = gfx_surface_of(g, e->windowID);
    if (s == NULL)
        return 0;
    s->x = (float)e->x;
    s->y = (float)e->y;
    SDL_Event next;
    if (SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1 && next.type == SDL_MOUSEMOTION &&
        next.motion.windowID == e->windowID)
        return 0;
    event_plain(out, GFX_INPUT, s);
    out->input = (struct ui_input){.kind = UI_INPUT_MOVE, .x = s->x, .y = s->y};
    return 1;
}

static int event_of_button(struct gfx *g, const SDL_MouseButtonEvent *e, struct gfx_event *out)
{
    struct gfx_surface *s = gfx_surface_of(g, e->windowID);
    if (s == NULL || e->button != SDL_BUTTON_LEFT)
        return 0;
    s->x = (float)e->x;
    s->y = (float)e->y;
    int down = e->type == SDL_MOUSEBUTTONDOWN;
    if (down && g->focus != s)
        gfx_set_focus(g, s);
    event_plain(out, GFX_INPUT, s);
    out->input = (struct ui_input){.kind = down ? UI_INPUT_PRESS : UI_INPUT_RELEASE, .x = s->x, .y = s->y, .clicks = e->clicks};
    out->input.chord.modifiers = keys_from(&(SDL_Keysym){.mod = (uint16_t)SDL_GetModState()}).modifiers;
    return 1;
}

static int event_of_wheel(struct gfx *g, const SDL_MouseWheelEvent *e, struct gfx_event *out)
{
    struct gfx_surface *s = gfx_surface_of(g, e->windowID);
    if (s == NULL)
        return 0;
    event_plain(out, GFX_INPUT, s);
    out->input = (struct ui_input){.kind = UI_INPUT_WHEEL, .x = s->x, .y = s->y, .wheel = e->preciseY};
    if (e->direction == SDL_MOUSEWHEEL_FLIPPED)
        out->input.wheel = -out->input.wheel;
    return 1;
}

/* 1 when the library's event is one of ours. */
static int event_take(struct gfx *g, const SDL_Event *e, struct gfx_event *out)
{
    switch (e->type) {
    case SDL_QUIT: return event_plain(out, GFX_QUIT, NULL);
    case SDL_WINDOWEVENT: return event_of_window(g, &e->window, out);
    case SDL_DISPLAYEVENT: window_place_all(g); return event_plain(out, GFX_DISPLAYS, NULL);
    case SDL_KEYDOWN: return event_of_key(g, &e->key, out);
    case SDL_TEXTINPUT: return event_of_text(g, &e->text, out);
    case SDL_MOUSEMOTION: return event_of_motion(g, &e->motion, out);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return event_of_button(g, &e->button, out);
    case SDL_MOUSEWHEEL: return event_of_wheel(g, &e->wheel, out);
    case SDL_DROPFILE:
    case SDL_DROPTEXT: SDL_free(e->drop.file); return 0;
    default: break;
    }
    if (e->type == g->focus_event && gfx_surface_of(g, e->user.windowID) != NULL)
        g->focus = gfx_surface_of(g, e->user.windowID);
    return 0;
}

/* The library ends a poll at the mark of the poll before, even when newer events stand behind it. */
static int event_poll(SDL_Event *e)
{
    if (SDL_PollEvent(e))
        return 1;
    return SDL_PollEvent(e);
}

int gfx_wait(struct gfx *g, int milliseconds, struct gfx_event *out)
{
    if (gfx_unqueue(g, out))
        return 1;
    if (g->headless)
        return 0;
    if (g->sounds != NULL)
        sound_rest(g->sounds);
    uint64_t until = SDL_GetTicks64() + (uint64_t)(milliseconds > 0 ? milliseconds : 0);
    SDL_Event e;
    for (;;) {
        uint64_t now = SDL_GetTicks64();
        int left = until > now ? (int)(until - now) : 0;
        if (!(left > 0 ? SDL_WaitEventTimeout(&e, left) : event_poll(&e)))
            return 0;
        if (event_take(g, &e, out))
            return 1;
    }
}

static void push_text(struct gfx_surface *s, const char *text)
{
    SDL_Event e = {.text = {.type = SDL_TEXTINPUT, .windowID = s->id}};
    size_t length = strlen(text), at = 0;
    while (at < length) {
        size_t end = at;
        /* whole characters, at most 31 bytes */
        for (size_t width = 0; end < length; end += width) {
            utf8_decode(text + end, &width);
            if (end + width - at > sizeof e.text.text - 1)
                break;
        }
        memset(e.text.text, 0, sizeof e.text.text);
        memcpy(e.text.text, text + at, end - at);
        SDL_PushEvent(&e);
        at = end;
    }
}

static void push_key(struct gfx_surface *s, struct ui_chord chord)
{
    SDL_Event e = {.key = {.type = SDL_KEYDOWN, .windowID = s->id, .state = SDL_PRESSED, .keysym = keys_to(chord)}};
    SDL_PushEvent(&e);
    e.key.type = SDL_KEYUP;
    e.key.state = SDL_RELEASED;
    SDL_PushEvent(&e);
}

static void push_mouse(struct gfx_surface *s, const struct ui_input *in)
{
    SDL_Event e = {.type = 0};
    if (in->kind == UI_INPUT_MOVE) {
        e.motion = (SDL_MouseMotionEvent){.type = SDL_MOUSEMOTION, .windowID = s->id, .x = (int)in->x, .y = (int)in->y};
    } else if (in->kind == UI_INPUT_WHEEL) {
        e.wheel = (SDL_MouseWheelEvent){.type = SDL_MOUSEWHEEL, .windowID = s->id, .y = (int)in->wheel, .preciseY = in->wheel};
    } else if (in->kind == UI_INPUT_LEAVE) {
        e.window = (SDL_WindowEvent){.type = SDL_WINDOWEVENT, .windowID = s->id, .event = SDL_WINDOWEVENT_LEAVE};
    } else {
        int down = in->kind == UI_INPUT_PRESS;
        e.button = (SDL_MouseButtonEvent){.type = down ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP, .windowID = s->id,
                                          .button = SDL_BUTTON_LEFT, .state = down ? SDL_PRESSED : SDL_RELEASED,
                                          .clicks = (uint8_t)(in->clicks < 1 ? 1 : in->clicks), .x = (int)in->x, .y = (int)in->y};
    }
    SDL_PushEvent(&e);
}

/* Keys go to whoever has the focus when they are taken, so the focus travels in the queue before them. */
static void push_focus(struct gfx_surface *s)
{
    SDL_Event e = {.user = {.type = s->gfx->focus_event, .windowID = s->id}};
    SDL_PushEvent(&e);
}

void gfx_push(struct gfx *g, struct gfx_surface *s, const struct ui_input *input)
{
    assert(s != NULL);
    if (g->headless) {
        gfx_queue(g, &(struct gfx_event){.kind = GFX_INPUT, .surface = s, .input = *input});
        return;
    }
    switch (input->kind) {
    case UI_INPUT_NONE: break;
    case UI_INPUT_KEY: push_focus(s); push_key(s, input->chord); break;
    case UI_INPUT_TEXT: push_focus(s); push_text(s, input->text); break;
    case UI_INPUT_MOVE:
    case UI_INPUT_PRESS:
    case UI_INPUT_RELEASE:
    case UI_INPUT_WHEEL:
    case UI_INPUT_LEAVE: push_mouse(s, input); break;
    }
}
