#include "draw/portrait.h"
#include "gfx_help.h"

#include <SDL2/SDL.h>

static struct gfx *g;
static struct gfx_surface *console, *stage;
static struct arena arena;

static int setup(void **state)
{
    (void)state;
    g = help_open(0);
    console = help_window(g, 640, 480, 0);
    stage = help_window(g, 800, 450, 0);
    struct gfx_event e;
    while (gfx_wait(g, 0, &e))
        ;
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    gfx_close(g);
    arena_release(&arena);
    return 0;
}

/* The next input, past everything that windows tell by themselves. */
static struct gfx_event next_input(void)
{
    struct gfx_event e = {.kind = GFX_QUIT};
    while (gfx_wait(g, 0, &e))
        if (e.kind == GFX_INPUT)
            return e;
    return (struct gfx_event){.kind = GFX_QUIT};
}

static void assert_no_input(void)
{
    assert_int_equal(next_input().kind, GFX_QUIT);
}

static struct draw_list picture(void)
{
    struct draw_list l = {.arena = &arena};
    struct portrait_look look = {.skin = 0xe0b090, .hair = 0x402010, .clothes = 0x306090, .style = 2, .light = 0.8f, .ring = 0xff7b7bff};
    portrait_halo(&l, THEME_DARK, 250, 200, 80, 0.8f);
    portrait_draw(&l, THEME_DARK, &look, 250, 200, 80);
    draw_rect(&l, (struct rect){20.5f, 300.2f, 300, 100}, 14, 0x171f31ff);
    draw_wrapped(&l, (struct rect){40, 310, 260, 80}, &(struct draw_font){.size = 17}, 0xf0f4faff, ALIGN_LEFT, 24, 3, "Desks hang at the passport scan. 日本 שלום");
    return l;
}

/* What the window itself shows is what is in our store. */
static void assert_shown(void)
{
    cairo_surface_t *ours = help_pixels(console);
    SDL_Surface *shown = SDL_GetWindowSurface(SDL_GetWindowFromID(1));
    assert_non_null(shown);
    assert_int_equal(shown->format->BytesPerPixel, 4);
    for (int y = 0; y < 480; y += 3)
        for (int x = 0; x < 640; x += 3) {
            uint32_t pixel;
            memcpy(&pixel, (const char *)shown->pixels + y * shown->pitch + 4 * x, 4);
            assert_int_equal(pixel & 0xffffff, help_pixel(ours, x, y));
        }
    cairo_surface_destroy(ours);
}

static void the_window_shows_every_change(void **state)
{
    (void)state;
    struct draw_list l = picture();
    gfx_paint(console, &l, 0x0e1420ff);
    assert_shown();
    draw_rect(&l, (struct rect){400, 100, 30, 40}, 4, 0xff0000ff);
    assert_in_range(gfx_paint(console, &l, 0x0e1420ff), 1, 4);
    assert_shown();
}

static void an_uncovered_window_is_shown_again(void **state)
{
    (void)state;
    struct draw_list l = picture();
    gfx_paint(console, &l, 0x0e1420ff);
    SDL_FillRect(SDL_GetWindowSurface(SDL_GetWindowFromID(1)), NULL, 0x123456);
    SDL_Event e = {.window = {.type = SDL_WINDOWEVENT, .windowID = 1, .event = SDL_WINDOWEVENT_EXPOSED}};
    SDL_PushEvent(&e);
    struct gfx_event ours;
    assert_int_equal(gfx_wait(g, 0, &ours), 1);
    assert_int_equal(ours.kind, GFX_EXPOSED);
    assert_shown();
}

static void pixels_are_the_same_without_a_window(void **state)
{
    (void)state;
    struct gfx *bare = help_open(1);
    struct gfx_surface *memory = help_window(bare, 640, 480, 0);
    struct draw_list l = picture();
    gfx_paint(console, &l, 0x0e1420ff);
    gfx_paint(memory, &l, 0x0e1420ff);
    cairo_surface_t *a = help_pixels(console), *b = help_pixels(memory);
    help_assert_same(a, b);
    assert_true(help_ink(a, 0x0e1420).w > 300);
    cairo_surface_destroy(a);
    cairo_surface_destroy(b);
    gfx_close(bare);
}

static struct ui_input key_input(const int key, int modifiers)
{
    return (struct ui_input){.kind = UI_INPUT_KEY, .chord = {key, modifiers}};
}

static void keys_come_back_as_they_were_pushed(void **state)
{
    (void)state;
    static const int keys[] = {'a', 'z', '0', '9', '-', '+', '"', '?', UI_KEY_ENTER, UI_KEY_ESCAPE, UI_KEY_TAB, UI_KEY_BACKSPACE,
                               UI_KEY_DELETE, UI_KEY_LEFT, UI_KEY_DOWN, UI_KEY_HOME, UI_KEY_PAGE_DOWN, UI_KEY_SPACE, UI_KEY_F1, UI_KEY_F12};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        for (int modifiers = 0; modifiers < 8; modifiers++) {
            struct ui_input in = key_input(keys[i], modifiers);
            gfx_push(g, stage, &in);
            struct gfx_event e = next_input();
            assert_int_equal(e.kind, GFX_INPUT);
            assert_ptr_equal(e.surface, stage);
            assert_int_equal(e.input.kind, UI_INPUT_KEY);
            assert_int_equal(e.input.chord.key, keys[i]);
            assert_int_equal(e.input.chord.modifiers, modifiers);
            assert_no_input();
        }
}

static void keys_go_to_the_window_they_were_pushed_to(void **state)
{
    (void)state;
    struct ui_input a = key_input('a', 0), b = key_input('b', 0), text = {.kind = UI_INPUT_TEXT, .text = "c"};
    gfx_push(g, console, &a);
    gfx_push(g, stage, &b);
    gfx_push(g, console, &text);
    assert_ptr_equal(next_input().surface, console);
    assert_ptr_equal(next_input().surface, stage);
    struct gfx_event e = next_input();
    assert_ptr_equal(e.surface, console);
    assert_string_equal(e.input.text, "c");
}

static void a_click_takes_the_keys_along(void **state)
{
    (void)state;
    struct ui_input press = {.kind = UI_INPUT_PRESS, .x = 12, .y = 34, .clicks = 2}, release = {.kind = UI_INPUT_RELEASE, .x = 12, .y = 34};
    gfx_push(g, stage, &press);
    gfx_push(g, stage, &release);
    struct gfx_event e = next_input();
    assert_ptr_equal(e.surface, stage);
    assert_int_equal(e.input.kind, UI_INPUT_PRESS);
    assert_int_equal(e.input.clicks, 2);
    assert_float_equal(e.input.x, 12, 0);
    assert_float_equal(e.input.y, 34, 0);
    assert_int_equal(next_input().input.kind, UI_INPUT_RELEASE);
    /* Without a window manager a key carries the id of another window: the click counts. */
    SDL_Event key = {.key = {.type = SDL_KEYDOWN, .windowID = 1, .keysym = {.sym = SDLK_q, .scancode = SDL_SCANCODE_Q}}};
    SDL_PushEvent(&key);
    e = next_input();
    assert_ptr_equal(e.surface, stage);
    assert_int_equal(e.input.chord.key, 'q');
}

static void the_pointer_is_kept_for_each_window(void **state)
{
    (void)state;
    struct ui_input here = {.kind = UI_INPUT_MOVE, .x = 5, .y = 6}, there = {.kind = UI_INPUT_MOVE, .x = 70, .y = 80};
    struct ui_input wheel = {.kind = UI_INPUT_WHEEL, .wheel = -2}, leave = {.kind = UI_INPUT_LEAVE};
    gfx_push(g, console, &here);
    gfx_push(g, stage, &there);
    gfx_push(g, console, &wheel);
    gfx_push(g, console, &leave);
    assert_float_equal(next_input().input.x, 5, 0);
    assert_float_equal(next_input().input.x, 70, 0);
    struct gfx_event e = next_input();
    assert_ptr_equal(e.surface, console);
    assert_int_equal(e.input.kind, UI_INPUT_WHEEL);
    assert_float_equal(e.input.x, 5, 0);
    assert_float_equal(e.input.y, 6, 0);
    assert_float_equal(e.input.wheel, -2, 0);
    assert_int_equal(next_input().input.kind, UI_INPUT_LEAVE);
}

static void many_moves_count_as_their_last(void **state)
{
    (void)state;
    for (int i = 0; i < 50; i++) {
        struct ui_input move = {.kind = UI_INPUT_MOVE, .x = (float)i, .y = 1};
        gfx_push(g, console, &move);
    }
    assert_float_equal(next_input().input.x, 49, 0);
    assert_no_input();
}

/* Pieces of at most 31 bytes, cut between characters, come out as one text again as far as an input holds. */
static void long_text_arrives_whole(void **state)
{
    (void)state;
    struct ui_input text = {.kind = UI_INPUT_TEXT, .text = "Żółć über alles: 日本語の案内です。 éèê"};
    gfx_push(g, stage, &text);
    SDL_Event piece;
    SDL_PumpEvents();
    int pieces = 0;
    SDL_Event all[8];
    pieces = SDL_PeepEvents(all, 8, SDL_PEEKEVENT, SDL_TEXTINPUT, SDL_TEXTINPUT);
    assert_int_equal(pieces, 2);
    assert_true(strlen(all[0].text.text) <= 31);
    (void)piece;
    struct gfx_event e = next_input();
    assert_string_equal(e.input.text, text.text);
    assert_no_input();
}

static void key_and_text_keep_their_order(void **state)
{
    (void)state;
    struct ui_input key = key_input('u', 0), text = {.kind = UI_INPUT_TEXT, .text = "u"};
    for (int i = 0; i < 3; i++) {
        gfx_push(g, console, &key);
        gfx_push(g, console, &text);
    }
    for (int i = 0; i < 3; i++) {
        assert_int_equal(next_input().input.kind, UI_INPUT_KEY);
        assert_string_equal(next_input().input.text, "u");
    }
}

static int key_of(SDL_Keycode sym, SDL_Scancode code, uint16_t mod, int repeat, int *modifiers)
{
    SDL_Event e = {.key = {.type = SDL_KEYDOWN, .windowID = 1, .repeat = (uint8_t)repeat, .keysym = {.sym = sym, .scancode = code, .mod = mod}}};
    SDL_PushEvent(&e);
    struct gfx_event in = next_input();
    *modifiers = in.input.chord.modifiers;
    return in.kind == GFX_INPUT ? in.input.chord.key : -1;
}

static void other_layouts_reach_the_same_keys(void **state)
{
    (void)state;
    int m = 0;
    /* French: the row gives signs, digits with Shift. */
    assert_int_equal(key_of(SDLK_AMPERSAND, SDL_SCANCODE_1, KMOD_LSHIFT, 0, &m), '1');
    assert_int_equal(m, 0);
    assert_int_equal(key_of((SDL_Keycode)0xE9, SDL_SCANCODE_2, 0, 0, &m), '2');
    assert_int_equal(key_of(SDLK_QUOTEDBL, SDL_SCANCODE_3, 0, 0, &m), '"');
    /* American: plus and the double quote are typed with Shift. */
    assert_int_equal(key_of(SDLK_EQUALS, SDL_SCANCODE_EQUALS, KMOD_RSHIFT, 0, &m), '+');
    assert_int_equal(key_of(SDLK_QUOTE, SDL_SCANCODE_APOSTROPHE, KMOD_LSHIFT, 0, &m), '"');
    assert_int_equal(m, 0);
    assert_int_equal(key_of(SDLK_KP_ENTER, SDL_SCANCODE_KP_ENTER, 0, 0, &m), UI_KEY_ENTER);
    assert_int_equal(key_of(SDLK_KP_7, SDL_SCANCODE_KP_7, KMOD_NUM, 0, &m), '7');
    /* The right Alt types signs; it is no modifier. */
    assert_int_equal(key_of(SDLK_q, SDL_SCANCODE_Q, KMOD_RALT, 0, &m), 'q');
    assert_int_equal(m, 0);
}

static void a_key_held_down_repeats_only_in_editing(void **state)
{
    (void)state;
    int m = 0;
    assert_int_equal(key_of(SDLK_SPACE, SDL_SCANCODE_SPACE, 0, 1, &m), -1);
    assert_int_equal(key_of(SDLK_f, SDL_SCANCODE_F, 0, 1, &m), -1);
    assert_int_equal(key_of(SDLK_RETURN, SDL_SCANCODE_RETURN, 0, 1, &m), -1);
    assert_int_equal(key_of(SDLK_BACKSPACE, SDL_SCANCODE_BACKSPACE, 0, 1, &m), UI_KEY_BACKSPACE);
    assert_int_equal(key_of(SDLK_LEFT, SDL_SCANCODE_LEFT, 0, 1, &m), UI_KEY_LEFT);
}

static void windows_tell_what_happens_to_them(void **state)
{
    (void)state;
    static const struct { uint8_t theirs; enum gfx_event_kind ours; } pairs[] = {
        {SDL_WINDOWEVENT_CLOSE, GFX_CLOSE}, {SDL_WINDOWEVENT_EXPOSED, GFX_EXPOSED}, {SDL_WINDOWEVENT_SIZE_CHANGED, GFX_RESIZED},
        {SDL_WINDOWEVENT_FOCUS_GAINED, GFX_FOCUS}};
    for (int i = 0; i < 4; i++) {
        SDL_Event e = {.window = {.type = SDL_WINDOWEVENT, .windowID = 2, .event = pairs[i].theirs}};
        SDL_PushEvent(&e);
        struct gfx_event ours;
        assert_int_equal(gfx_wait(g, 0, &ours), 1);
        assert_int_equal(ours.kind, pairs[i].ours);
        assert_ptr_equal(ours.surface, stage);
    }
    SDL_Event e = {.type = SDL_QUIT};
    SDL_PushEvent(&e);
    struct gfx_event ours;
    assert_int_equal(gfx_wait(g, 0, &ours), 1);
    assert_int_equal(ours.kind, GFX_QUIT);
    e = (SDL_Event){.display = {.type = SDL_DISPLAYEVENT, .event = SDL_DISPLAYEVENT_CONNECTED}};
    SDL_PushEvent(&e);
    assert_int_equal(gfx_wait(g, 0, &ours), 1);
    assert_int_equal(ours.kind, GFX_DISPLAYS);
    /* For a window that is gone: nothing. */
    e = (SDL_Event){.window = {.type = SDL_WINDOWEVENT, .windowID = 77, .event = SDL_WINDOWEVENT_CLOSE}};
    SDL_PushEvent(&e);
    assert_int_equal(gfx_wait(g, 0, &ours), 0);
}

static void a_resized_window_is_painted_whole(void **state)
{
    (void)state;
    struct draw_list l = picture();
    int width = 0, height = 0;
    gfx_paint(console, &l, 0x0e1420ff);
    assert_int_equal(gfx_paint(console, &l, 0x0e1420ff), 0);
    gfx_window_resize(console, 720, 481);
    gfx_size(console, &width, &height);
    assert_int_equal(width, 720);
    assert_int_equal(height, 481);
    assert_int_equal(gfx_paint(console, &l, 0x0e1420ff), 12 * 9);
}

static void text_is_off_until_a_field_wants_it(void **state)
{
    (void)state;
    struct rect field = {10, 10, 100, 20};
    assert_false(SDL_IsTextInputActive());
    gfx_text_input(console, 1, field);
    gfx_text_input(stage, 0, field);
    assert_true(SDL_IsTextInputActive());
    gfx_text_input(console, 0, field);
    assert_false(SDL_IsTextInputActive());
}

static void the_clipboard_keeps_any_text(void **state)
{
    (void)state;
    struct gfx *bare = help_open(1);
    struct ui_clipboard boards[2] = {gfx_clipboard(g), gfx_clipboard(bare)};
    for (int i = 0; i < 2; i++) {
        boards[i].set(boards[i].context, "Żółć 日本 😀");
        boards[i].set(boards[i].context, "second");
        char *text = boards[i].get(boards[i].context);
        assert_string_equal(text, "second");
        free(text);
    }
    gfx_close(bare);
}

static void a_closed_window_leaves_the_other_working(void **state)
{
    (void)state;
    struct ui_input a = key_input('a', 0);
    gfx_push(g, console, &a);
    assert_int_equal(next_input().kind, GFX_INPUT);
    gfx_window_close(console);
    SDL_Event key = {.key = {.type = SDL_KEYDOWN, .windowID = 1, .keysym = {.sym = SDLK_b, .scancode = SDL_SCANCODE_B}}};
    SDL_PushEvent(&key);
    struct gfx_event e = next_input();
    assert_ptr_equal(e.surface, stage);
    struct draw_list l = picture();
    assert_true(gfx_paint(stage, &l, 0xff) > 0);
}

static void headless_events_are_those_pushed(void **state)
{
    (void)state;
    struct gfx *bare = help_open(1);
    struct gfx_surface *a = help_window(bare, 10, 10, 0), *b = help_window(bare, 10, 10, 1);
    struct gfx_event e;
    assert_int_equal(gfx_wait(bare, 60000, &e), 0);
    for (int i = 0; i < 100; i++) {
        struct ui_input in = key_input('a' + i % 26, 0);
        gfx_push(bare, i % 2 ? b : a, &in);
    }
    for (int i = 0; i < 100; i++) {
        assert_int_equal(gfx_wait(bare, 0, &e), 1);
        assert_ptr_equal(e.surface, i % 2 ? b : a);
        assert_int_equal(e.input.chord.key, 'a' + i % 26);
    }
    gfx_push(bare, b, &(struct ui_input){.kind = UI_INPUT_KEY});
    gfx_window_close(b);
    assert_int_equal(gfx_wait(bare, 0, &e), 0);
    assert_int_equal(gfx_displays(bare).count(gfx_displays(bare).context), 1);
    gfx_close(bare);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(pixels_are_the_same_without_a_window, setup, teardown),
        cmocka_unit_test_setup_teardown(the_window_shows_every_change, setup, teardown),
        cmocka_unit_test_setup_teardown(an_uncovered_window_is_shown_again, setup, teardown),
        cmocka_unit_test_setup_teardown(keys_come_back_as_they_were_pushed, setup, teardown),
        cmocka_unit_test_setup_teardown(keys_go_to_the_window_they_were_pushed_to, setup, teardown),
        cmocka_unit_test_setup_teardown(a_click_takes_the_keys_along, setup, teardown),
        cmocka_unit_test_setup_teardown(the_pointer_is_kept_for_each_window, setup, teardown),
        cmocka_unit_test_setup_teardown(many_moves_count_as_their_last, setup, teardown),
        cmocka_unit_test_setup_teardown(long_text_arrives_whole, setup, teardown),
        cmocka_unit_test_setup_teardown(key_and_text_keep_their_order, setup, teardown),
        cmocka_unit_test_setup_teardown(other_layouts_reach_the_same_keys, setup, teardown),
        cmocka_unit_test_setup_teardown(a_key_held_down_repeats_only_in_editing, setup, teardown),
        cmocka_unit_test_setup_teardown(windows_tell_what_happens_to_them, setup, teardown),
        cmocka_unit_test_setup_teardown(a_resized_window_is_painted_whole, setup, teardown),
        cmocka_unit_test_setup_teardown(text_is_off_until_a_field_wants_it, setup, teardown),
        cmocka_unit_test_setup_teardown(the_clipboard_keeps_any_text, setup, teardown),
        cmocka_unit_test_setup_teardown(a_closed_window_leaves_the_other_working, setup, teardown),
        cmocka_unit_test_setup_teardown(headless_events_are_those_pushed, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
