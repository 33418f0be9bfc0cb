#include "ui/core.h"
#include "base/utf8.h"

#include <string.h>

const char *ui_role_word(enum ui_role role)
{
    static const char *const words[UI_ROLE_COUNT] = {"button", "choice", "check", "field",   "row",
                                                     "text",   "card",   "tab",   "stepper", "dialog"};
    return role < UI_ROLE_COUNT ? words[role] : "";
}

static const struct {
    const char *name;
    int key;
} chord_names[] = {
    {"Enter", UI_KEY_ENTER},
    {"Esc", UI_KEY_ESCAPE},
    {"Escape", UI_KEY_ESCAPE},
    {"Tab", UI_KEY_TAB},
    {"Backspace", UI_KEY_BACKSPACE},
    {"Delete", UI_KEY_DELETE},
    {"Del", UI_KEY_DELETE},
    {"Left", UI_KEY_LEFT},
    {"Right", UI_KEY_RIGHT},
    {"Up", UI_KEY_UP},
    {"Down", UI_KEY_DOWN},
    {"Home", UI_KEY_HOME},
    {"End", UI_KEY_END},
    {"Page Up", UI_KEY_PAGE_UP},
    {"PageUp", UI_KEY_PAGE_UP},
    {"PgUp", UI_KEY_PAGE_UP},
    {"Page Down", UI_KEY_PAGE_DOWN},
    {"PageDown", UI_KEY_PAGE_DOWN},
    {"PgDn", UI_KEY_PAGE_DOWN},
    {"Space", UI_KEY_SPACE},
    {"F10", UI_KEY_F10},
    {"F11", UI_KEY_F11},
    {"F12", UI_KEY_F12},
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Whether the text begins so, case aside, in any locale. */
static int begins(const char *text, const char *prefix)
{
    while (*prefix != '\0' && lower(*text) == lower(*prefix)) {
        text++;
        prefix++;
    }
    return *prefix == '\0';
}

static int chord_key(const char *text)
{
    size_t width = 0;
    uint32_t first = utf8_decode(text, &width);
    if (width > 0 && text[width] == '\0' && first < UI_KEY_ENTER)
        return first == ' ' ? UI_KEY_SPACE : first >= 'A' && first <= 'Z' ? (int)(first - 'A' + 'a') : (int)first;
    for (size_t i = 0; i < sizeof chord_names / sizeof *chord_names; i++)
        if (begins(text, chord_names[i].name) && strlen(text) == strlen(chord_names[i].name))
            return chord_names[i].key;
    if ((text[0] == 'F' || text[0] == 'f') && text[1] >= '1' && text[1] <= '9' && text[2] == '\0')
        return UI_KEY_F1 + (text[1] - '1');
    return UI_KEY_NONE;
}

/* Takes one modifier off the front; returns what follows it. */
static const char *take_modifier(const char *text, int *modifiers)
{
    static const struct {
        const char *prefix;
        int modifier;
    } all[] = {{"Ctrl+", UI_CTRL}, {"Shift+", UI_SHIFT}, {"Alt+", UI_ALT}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (begins(text, all[i].prefix)) {
            *modifiers |= all[i].modifier;
            return text + strlen(all[i].prefix);
        }
    return text;
}

struct ui_chord ui_chord_parse(const char *text)
{
    struct ui_chord chord = {UI_KEY_NONE, 0};
    for (const char *rest; (rest = take_modifier(text, &chord.modifiers)) != text;)
        text = rest;
    chord.key = chord_key(text);
    if (chord.key == UI_KEY_NONE)
        chord.modifiers = 0;
    return chord;
}
