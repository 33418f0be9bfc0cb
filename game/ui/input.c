#include "ui/core.h"
#include "base/utf8.h"

#include <string.h>

uint64_t ui_modal_top(const struct ui *ui)
{
    return ui->open_count > 0 ? ui->open[ui->open_count - 1].id : 0;
}

int ui_is_reachable(const struct ui *ui)
{
    return (ui->inside_count > 0 ? ui->inside[ui->inside_count - 1].id : 0) == ui_modal_top(ui);
}

/* What was drawn last lies above; what is disabled still covers what is below. */
int ui_hit(const struct ui_frame *frame, float x, float y)
{
    for (int i = frame->count - 1; i >= 0; i--)
        if (frame->places[i].hit && frame->items[i].reachable && rect_holds(frame->places[i].visible, x, y))
            return i;
    return -1;
}

const struct ui_item *ui_item_under(const struct ui *ui, float x, float y)
{
    const struct ui_frame *frame = ui_frame_done(ui);
    int index = ui_hit(frame, x, y);
    return index < 0 ? NULL : &frame->items[index];
}

static uint64_t hot_of(const struct ui *ui, const struct ui_frame *frame)
{
    int index = ui_hit(frame, ui->x, ui->y);
    return index < 0 ? 0 : frame->items[index].id;
}

static void input_move(struct ui *ui)
{
    if (ui->input.kind == UI_INPUT_LEAVE) {
        ui->x = ui->y = UI_OUT_OF_SIGHT;
    } else {
        ui->x = ui->input.x;
        ui->y = ui->input.y;
    }
    uint64_t before = ui->hot;
    ui->hot = hot_of(ui, ui_frame_done(ui));
    ui->rerun = ui->hot != before || ui->pressed != 0 || ui->input.kind == UI_INPUT_WHEEL;
}

/* A click on nothing takes the focus away; one on something that takes no focus (the end of a stepper) leaves it. */
static void input_press(struct ui *ui)
{
    const struct ui_frame *frame = ui_frame_done(ui);
    int index = ui_frame_index(frame, ui->hot);
    ui->pressed = ui->hot;
    ui->rerun = 1;
    if (index < 0 || frame->items[index].focusable)
        ui_focus_take(ui, ui->hot, 0);
    ui->focus_shown = 0;
}

static int is_plain(const struct ui_input *input, int key)
{
    return input->chord.key == key && input->chord.modifiers == 0;
}

static void input_key(struct ui *ui)
{
    const struct ui_item *item = ui_focused(ui);
    ui->rerun = 1;
    if (item != NULL && ui->focus_shown && item->role != UI_FIELD &&
        (is_plain(&ui->input, UI_KEY_ENTER) || is_plain(&ui->input, UI_KEY_SPACE)))
        ui->activate = item->id;
}

/* The text of a key that has already done something is not typed into what it opened. */
static void input_text(struct ui *ui)
{
    if (ui->swallow)
        ui->input.text[0] = '\0';
    ui->rerun = 1;
}

static void typing_update(struct ui *ui)
{
    const struct ui_item *item = ui_focused(ui);
    ui->typing = item != NULL && item->role == UI_FIELD;
}

void ui_input_begin(struct ui *ui)
{
    ui->used = ui->rerun = ui->focus_moved = 0;
    ui->activate = ui->released = 0;
    typing_update(ui);
    if (ui->input.kind != UI_INPUT_NONE) {
        ui->clock_of_input = ui->clock;
        ui->by_key = ui->input.kind == UI_INPUT_KEY || (ui->by_key && ui->input.kind != UI_INPUT_PRESS);
    }
    switch (ui->input.kind) {
    case UI_INPUT_NONE: break;
    case UI_INPUT_KEY: input_key(ui); break;
    case UI_INPUT_TEXT: input_text(ui); break;
    case UI_INPUT_PRESS:
        input_move(ui);
        input_press(ui);
        break;
    case UI_INPUT_RELEASE:
        input_move(ui);
        ui->released = ui->pressed;
        ui->rerun = 1;
        break;
    case UI_INPUT_MOVE:
    case UI_INPUT_WHEEL:
    case UI_INPUT_LEAVE: input_move(ui); break;
    }
    typing_update(ui);
}

/* Whether the key itself makes a text event, which then means the same. */
static int makes_text(struct ui_chord chord)
{
    return (chord.key < UI_KEY_ENTER || chord.key == UI_KEY_SPACE) && (chord.modifiers & UI_CTRL) == 0;
}

void ui_input_end(struct ui *ui)
{
    if (ui->input.kind == UI_INPUT_RELEASE)
        ui->pressed = 0;
    uint64_t hot = hot_of(ui, ui_frame_now(ui));
    if (hot != ui->hot)
        ui->rerun = 1;
    ui->hot = hot;
    if (ui->input.kind == UI_INPUT_KEY)
        ui->swallow = ui->used && !ui->typing && makes_text(ui->input.chord);
    else if (ui->input.kind != UI_INPUT_NONE)
        ui->swallow = 0;
    ui->running = 0;
    typing_update(ui);
}

void ui_use(struct ui *ui)
{
    ui->used = 1;
    ui->rerun = 1;
}

int ui_is_key(const struct ui *ui, int key, int modifiers)
{
    return ui->input.kind == UI_INPUT_KEY && !ui->used && ui->activate == 0 && ui->input.chord.key == key &&
           ui->input.chord.modifiers == modifiers;
}

/* Chords with Ctrl that mean something inside a text field. */
static int is_editing(struct ui_chord chord)
{
    static const int keys[] = {
        'a',          'c', 'v', 'x', 'y', 'z', UI_KEY_LEFT, UI_KEY_RIGHT, UI_KEY_HOME, UI_KEY_END, UI_KEY_BACKSPACE,
        UI_KEY_DELETE};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (chord.key == keys[i])
            return 1;
    return 0;
}

/* While a person types, only keys act that cannot be meant as typing. AltGr comes as Ctrl with Alt. */
static int may_act(const struct ui *ui, struct ui_chord chord)
{
    if (!ui->typing || chord.key == UI_KEY_ESCAPE || (chord.key >= UI_KEY_F1 && chord.key <= UI_KEY_F12))
        return 1;
    return (chord.modifiers & (UI_CTRL | UI_ALT)) == UI_CTRL && !is_editing(chord);
}

/* Signs stand on other keys on every keyboard layout: these are where a US keyboard has them. */
static int is_sign_key(int sign, struct ui_chord pressed)
{
    static const char pairs[] = "+=\"'?/_-:;<,>.!1*8";
    if (sign == '+' && pressed.key == '=')
        return (pressed.modifiers & ~UI_SHIFT) == 0;
    for (size_t i = 0; pairs[i] != '\0'; i += 2)
        if (pairs[i] == sign && pairs[i + 1] == pressed.key)
            return pressed.modifiers == UI_SHIFT;
    return 0;
}

static int is_letter_or_named(int key)
{
    return (key >= 'a' && key <= 'z') || key >= UI_KEY_ENTER;
}

static int chord_matches(struct ui_chord wanted, struct ui_chord pressed)
{
    if (wanted.key == pressed.key && wanted.modifiers == pressed.modifiers)
        return 1;
    if (wanted.modifiers != 0 || is_letter_or_named(wanted.key))
        return 0;
    return is_sign_key(wanted.key, pressed) ||
           (wanted.key == pressed.key && pressed.modifiers == UI_SHIFT && !(wanted.key >= '0' && wanted.key <= '9'));
}

/* On layouts where a digit or sign needs Shift the key tells nothing, but the text it makes does. */
static int text_matches(const struct ui *ui, struct ui_chord wanted)
{
    size_t width = 0;
    uint32_t typed = utf8_decode(ui->input.text, &width);
    return !ui->typing && wanted.modifiers == 0 && width > 0 && ui->input.text[width] == '\0' &&
           (int)typed == wanted.key && wanted.key < UI_KEY_ENTER;
}

int ui_key_hits(const struct ui *ui, const char *key)
{
    if (key == NULL || key[0] == '\0' || ui->used || ui->activate != 0)
        return 0;
    struct ui_chord wanted = ui_chord_parse(key);
    if (wanted.key == UI_KEY_NONE)
        return 0;
    if (ui->input.kind == UI_INPUT_TEXT)
        return text_matches(ui, wanted);
    return ui->input.kind == UI_INPUT_KEY && chord_matches(wanted, ui->input.chord) && may_act(ui, ui->input.chord);
}

static int was_clicked(const struct ui *ui, const struct ui_state *state)
{
    return ui->input.kind == UI_INPUT_RELEASE && ui->released == state->id && ui->hot == state->id;
}

int ui_was_used(struct ui *ui, const struct ui_state *state, const char *key)
{
    if (!state->enabled || !state->reachable || ui->used)
        return 0;
    int by_key = ui_key_hits(ui, key);
    if (!by_key && ui->activate != state->id && !was_clicked(ui, state))
        return 0;
    if (by_key)
        ui->focus_shown = 0;
    ui_use(ui);
    return 1;
}

int ui_shortcut(struct ui *ui, const char *key)
{
    if (!ui_is_reachable(ui) || !ui_key_hits(ui, key))
        return 0;
    ui->focus_shown = 0;
    ui_use(ui);
    return 1;
}
