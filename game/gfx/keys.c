#include "parts.h"

struct key_pair { SDL_Keycode theirs; int ours; };
static const struct key_pair key_table[] = {
    {SDLK_RETURN, UI_KEY_ENTER}, {SDLK_KP_ENTER, UI_KEY_ENTER}, {SDLK_ESCAPE, UI_KEY_ESCAPE}, {SDLK_TAB, UI_KEY_TAB},
    {SDLK_BACKSPACE, UI_KEY_BACKSPACE}, {SDLK_DELETE, UI_KEY_DELETE}, {SDLK_LEFT, UI_KEY_LEFT}, {SDLK_RIGHT, UI_KEY_RIGHT},
    {SDLK_UP, UI_KEY_UP}, {SDLK_DOWN, UI_KEY_DOWN}, {SDLK_HOME, UI_KEY_HOME}, {SDLK_END, UI_KEY_END},
    {SDLK_PAGEUP, UI_KEY_PAGE_UP}, {SDLK_PAGEDOWN, UI_KEY_PAGE_DOWN}, {SDLK_SPACE, UI_KEY_SPACE},
    {SDLK_F1, UI_KEY_F1}, {SDLK_F2, UI_KEY_F2}, {SDLK_F3, UI_KEY_F3}, {SDLK_F4, UI_KEY_F4}, {SDLK_F5, UI_KEY_F5},
    {SDLK_F6, UI_KEY_F6}, {SDLK_F7, UI_KEY_F7}, {SDLK_F8, UI_KEY_F8}, {SDLK_F9, UI_KEY_F9}, {SDLK_F10, UI_KEY_F10},
    {SDLK_F11, UI_KEY_F11}, {SDLK_F12, UI_KEY_F12},
    {SDLK_KP_0, '0'}, {SDLK_KP_1, '1'}, {SDLK_KP_2, '2'}, {SDLK_KP_3, '3'}, {SDLK_KP_4, '4'}, {SDLK_KP_5, '5'},
    {SDLK_KP_6, '6'}, {SDLK_KP_7, '7'}, {SDLK_KP_8, '8'}, {SDLK_KP_9, '9'}, {SDLK_KP_PLUS, '+'}, {SDLK_KP_MINUS, '-'},
    {SDLK_KP_MULTIPLY, '*'}, {SDLK_KP_DIVIDE, '/'}, {SDLK_KP_PERIOD, '.'},
};
enum { KEY_PAIRS = sizeof key_table / sizeof *key_table };

static int key_modifiers(uint16_t mod)
{
    /* The right Alt types signs on many layouts, so it is no modifier of ours. */
    return ((mod & KMOD_SHIFT) != 0 ? UI_SHIFT : 0) | ((mod & (KMOD_CTRL | KMOD_GUI)) != 0 ? UI_CTRL : 0) |
           ((mod & KMOD_LALT) != 0 ? UI_ALT : 0);
}

/* Where digits need Shift or stand beside accents (French), the key with the digit on it is that digit. */
static int key_of_number_row(const SDL_Keysym *sym)
{
    if (sym->scancode < SDL_SCANCODE_1 || sym->scancode > SDL_SCANCODE_0 || (sym->sym >= '0' && sym->sym <= '9'))
        return 0;
    if ((sym->mod & KMOD_SHIFT) == 0 && sym->sym < 0x80)
        return 0;
    return sym->scancode == SDL_SCANCODE_0 ? '0' : '1' + (int)(sym->scancode - SDL_SCANCODE_1);
}

/* Signs that a key gives with Shift where it also carries the sign below; others come as they are. */
static int key_shifted(int sign)
{
    return sign == '=' ? '+' : sign == '\'' ? '"' : sign == '/' ? '?' : 0;
}

struct ui_chord keys_from(const SDL_Keysym *sym)
{
    struct ui_chord chord = {UI_KEY_NONE, key_modifiers(sym->mod)};
    for (int i = 0; i < KEY_PAIRS; i++)
        if (key_table[i].theirs == sym->sym) {
            chord.key = key_table[i].ours;
            return chord;
        }
    int digit = key_of_number_row(sym);
    int shifted = (chord.modifiers & UI_SHIFT) != 0 && digit == 0 ? key_shifted((int)sym->sym) : 0;
    if (digit != 0 || shifted != 0) {
        chord.key = digit != 0 ? digit : shifted;
        chord.modifiers &= ~UI_SHIFT;
    } else if (sym->sym > 0x20 && sym->sym < 0x7F) {
        chord.key = (int)sym->sym;
    }
    return chord;
}

SDL_Keysym keys_to(struct ui_chord chord)
{
    SDL_Keysym sym = {.sym = (SDL_Keycode)chord.key};
    for (int i = KEY_PAIRS - 1; i >= 0; i--)
        if (key_table[i].ours == chord.key && chord.key >= 0x100)
            sym.sym = key_table[i].theirs;
    sym.scancode = SDL_GetScancodeFromKey(sym.sym);
    sym.mod = (uint16_t)(((chord.modifiers & UI_SHIFT) != 0 ? KMOD_LSHIFT : 0) | ((chord.modifiers & UI_CTRL) != 0 ? KMOD_LCTRL : 0) |
                         ((chord.modifiers & UI_ALT) != 0 ? KMOD_LALT : 0));
    return sym;
}
