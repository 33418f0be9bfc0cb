#ifndef UI_UI_H
#define UI_UI_H
/*
 * Widgets, immediate: a screen is a function that is run once per input and
 * once to paint. Each widget draws itself into the display list, enters
 * itself into the item list (role, label, box, enabled) and tells whether it
 * was used by the input of this run.
 *
 *   ui_begin(ui, &list, width, height, &input);
 *   if (ui_button(ui, r, "Pause", "Space", 0)) ...;
 *   ui_end(ui);
 *
 * The run that carries an input may change what is shown, so the caller runs
 * the screen again with UI_INPUT_NONE before it paints, while ui_wants_rerun
 * tells so; a few runs at most.
 *
 * Focus, Tab and arrow order follow from the item list: Tab and Shift+Tab in
 * order, arrows to the geometrically nearest, Enter or Space uses, Esc leaves
 * a modal scope. Tests find items by role and label, never by place.
 *
 * The focus ring shows once the keyboard moves the focus, and hides again when
 * the mouse or a shortcut key is used. While it shows, Enter and Space belong
 * to the focused widget; while it is hidden they are shortcuts like any other.
 * A text field always shows that it has the focus.
 *
 * A widget's identity is its role and label within its scope; ui_scope_push()
 * tells apart equal labels ("Mara" in two panes). Identity must be stable over
 * runs. Of two equal ones the second is told apart by its order.
 *
 * An input is used by one widget only. What is drawn later lies above: a
 * button over a row takes the click, and a dialog comes last in a screen.
 */
#include "draw/list.h"
#include "draw/theme.h"
#include "base/str.h"
#include <stdint.h>

enum ui_input_kind { UI_INPUT_NONE, UI_INPUT_KEY, UI_INPUT_TEXT, UI_INPUT_MOVE, UI_INPUT_PRESS, UI_INPUT_RELEASE, UI_INPUT_WHEEL, UI_INPUT_LEAVE };
/* Keys: lower-case letters and digits are themselves; others below. */
enum ui_key { UI_KEY_NONE = 0, UI_KEY_ENTER = 0x100, UI_KEY_ESCAPE, UI_KEY_TAB, UI_KEY_BACKSPACE, UI_KEY_DELETE, UI_KEY_LEFT, UI_KEY_RIGHT,
              UI_KEY_UP, UI_KEY_DOWN, UI_KEY_HOME, UI_KEY_END, UI_KEY_PAGE_UP, UI_KEY_PAGE_DOWN, UI_KEY_SPACE,
              UI_KEY_F1, UI_KEY_F2, UI_KEY_F3, UI_KEY_F4, UI_KEY_F5, UI_KEY_F6, UI_KEY_F7, UI_KEY_F8, UI_KEY_F9, UI_KEY_F10, UI_KEY_F11, UI_KEY_F12 };
enum ui_modifier { UI_SHIFT = 1, UI_CTRL = 2, UI_ALT = 4 };
struct ui_chord { int key, modifiers; };
struct ui_input {
    enum ui_input_kind kind;
    struct ui_chord chord;
    char text[64];              /* UTF-8, for UI_INPUT_TEXT */
    float x, y, wheel;          /* pointer, window pixels */
    int clicks;                 /* 1, 2 double */
};

enum ui_role { UI_BUTTON, UI_CHOICE, UI_CHECK, UI_FIELD, UI_ROW, UI_TEXT, UI_CARD, UI_TAB, UI_STEPPER, UI_DIALOG, UI_ROLE_COUNT };
const char *ui_role_word(enum ui_role role);     /* "button", "choice", "check", "field", "row", "text", ... */

struct ui_item {
    enum ui_role role;
    const char *label;          /* what it says; for tests and screen readers */
    const char *key;            /* the key written on it, "" */
    const char *value;          /* of a field; "on"/"off" of a check or choice */
    struct rect box;
    uint64_t id;
    int enabled, focusable, clipped;   /* clipped: its text did not fit and was cut */
    int reachable;              /* 0: a dialog is open in front of it */
};

/* Text being edited; the caller owns it and reads str. */
struct ui_edit {
    struct str text;
    int caret, anchor;          /* byte offsets; selection lies between */
    int limit;                  /* most characters, 0: LIMIT 2000 */
    int multiline;
    float scroll;               /* pixels: along the line, or down the lines */
    struct str undo[32]; int undo_count, undo_at;
    int undo_caret[32][2];      /* the caret before and after the change that led to a state */
    int grouping;               /* what the last change was, so that a typed word is one undo step */
    float goal;                 /* the x that Up and Down keep to, pixels + 1; 0: where the caret is */
};
/* Starts anew with `text`: caret at the end, nothing to undo. Keeps limit and multiline; cut to the limit. */
void ui_edit_set(struct ui_edit *e, const char *text);
const char *ui_edit_text(const struct ui_edit *e);
void ui_edit_release(struct ui_edit *e);

struct ui_clipboard { void *context; char *(*get)(void *context); void (*set)(void *context, const char *text); };  /* get: caller frees */

struct ui;
struct ui *ui_create(const struct draw_metrics *metrics, const struct ui_clipboard *clipboard);
void ui_destroy(struct ui *ui);
void ui_set_theme(struct ui *ui, enum theme theme);
enum theme ui_theme(const struct ui *ui);
void ui_set_scale(struct ui *ui, float scale);           /* text and spacing; 1.0 to 2.0 */
float ui_scale(const struct ui *ui);

void ui_begin(struct ui *ui, struct draw_list *list, float width, float height, const struct ui_input *input);
void ui_end(struct ui *ui);
int ui_wants_rerun(const struct ui *ui);
/* Milliseconds after which to run again although no input came (a caret blinks), 0: not needed. */
int ui_animating(const struct ui *ui);
/* Real milliseconds, before ui_begin. Without it carets do not blink. */
void ui_set_clock(struct ui *ui, uint64_t milliseconds);
void ui_size(const struct ui *ui, float *width, float *height);   /* as given to ui_begin */
/* The part of the window that a page may fill; the whole until something else takes a side of it, anew each run. Dialogs
 * keep to the window. */
void ui_set_room(struct ui *ui, struct rect room);
struct rect ui_room(const struct ui *ui);
struct draw_list *ui_list(struct ui *ui);
struct arena *ui_arena(struct ui *ui);                   /* the frame's; labels built for this run */

/* Items of the last run. */
int ui_item_count(const struct ui *ui);
const struct ui_item *ui_item_at(const struct ui *ui, int index);
const struct ui_item *ui_item_find(const struct ui *ui, enum ui_role role, const char *label);   /* exact, else the label's start */
/* What a click at a point would land on, NULL: nothing that takes clicks. */
const struct ui_item *ui_item_under(const struct ui *ui, float x, float y);
const struct ui_item *ui_focused(const struct ui *ui);
/* Nothing has the focus: another page is shown, and nothing of the old one may live on in what stands in its place. */
void ui_focus_clear(struct ui *ui);
/* Moves the focus, at the end of the run in which such an item appears: this one or one of the next two. */
void ui_focus(struct ui *ui, enum ui_role role, const char *label);
/* The same for one item that is there, by its id; scrolls it into view. */
void ui_focus_item(struct ui *ui, uint64_t id);

/* Sizes in pixels at the present scale. Boxes given to widgets are in pixels too, text sizes are at scale one. */
float ui_px(const struct ui *ui, float at_scale_one);
/* What a button or choice takes so that nothing is cut. */
float ui_button_width(struct ui *ui, const char *label, const char *key, int flags);
float ui_choice_width(struct ui *ui, const char *label, const char *key, int flags);
float ui_keycap_width(struct ui *ui, const char *key);
float ui_pill_width(struct ui *ui, float size, const char *text);
float ui_pill_height(const struct ui *ui, float size);
float ui_leading(const struct ui *ui, float size);       /* from line to line of wrapped text */
float ui_text_width(struct ui *ui, float size, enum draw_weight weight, const char *text);        /* size at scale one */
float ui_text_height(struct ui *ui, float size, enum draw_weight weight, float width, const char *text, int lines);  /* wrapped */

/* Scopes. */
void ui_scope_push(struct ui *ui, const char *name);
void ui_scope_pop(struct ui *ui);
/* A dialog in the middle of the window: while it is run, items outside are not reachable; returns the inner box, below
 * the title. width, height: pixels, made smaller where the window is. *escaped: set to 1 on Esc or a click outside,
 * else 0; NULL: it cannot be left so. The first widget in it gets the focus, and the old one gets it back. */
struct rect ui_modal_begin(struct ui *ui, const char *title, float width, float height, int *escaped);
void ui_modal_end(struct ui *ui);
/* Scrolling pane: returns the inner box moved by the scroll; content_height (pixels) is what the content takes. Where
 * that is more than r has, a bar stands at the right and the inner box is narrower. Wheel, Page Up and Page Down work,
 * and the focus is kept in sight. Widgets in it may be drawn although they are out of sight. */
struct rect ui_scroll_begin(struct ui *ui, const char *name, struct rect r, float content_height);
void ui_scroll_end(struct ui *ui);

/* Widgets. Flags: */
enum ui_flag { UI_DISABLED = 1, UI_PRIMARY = 2, UI_SELECTED = 4, UI_DANGER = 8, UI_LEARN = 16, UI_SMALL = 32, UI_QUIET = 64, UI_LARGE = 128, UI_CENTERED = 256 };
/* key: the shortcut, written on the button as a key cap and working while no text field has focus ("" none): "A", "Space", "F6", "Ctrl+Z". */
int ui_button(struct ui *ui, struct rect r, const char *label, const char *key, int flags);
/* One of several; UI_SELECTED when it is the chosen one. */
int ui_choice(struct ui *ui, struct rect r, const char *label, const char *key, int flags);
/* A pane's tab: UI_SELECTED when its pane is the one that shows. Width as of ui_choice_width. */
int ui_tab(struct ui *ui, struct rect r, const char *label, const char *key, int flags);
/* Turns *on over and returns 1 when used. */
int ui_check(struct ui *ui, struct rect r, const char *label, const char *key, int *on, int flags);
/* A row of a list: draws its background and focus; the caller draws the content over it. */
int ui_row(struct ui *ui, struct rect r, const char *label, const char *key, int flags);
/* A large card, like a row with a panel behind. */
int ui_card(struct ui *ui, struct rect r, const char *label, const char *key, int flags);
/* The label is not drawn: a caller writes it beside or above. Returns 1 when the text changed, 2 when Enter was pressed in
 * a single line. placeholder: shown while empty. */
int ui_field(struct ui *ui, struct rect r, const char *label, struct ui_edit *edit, const char *placeholder, int flags);
/* minus, value, plus. Returns -1, 0, +1. keys: "-" and "+" style, may be "". With the focus Left and Right work too.
 * Only the value is drawn, with the keys at its ends; these are buttons named "LABEL -" and "LABEL +". */
int ui_stepper(struct ui *ui, struct rect r, const char *label, const char *value, const char *minus_key, const char *plus_key, int flags);
/* Text that tests can find. size at scale one. lines 0: one line, in the middle of r's height; else wrapped from the top
 * of r, as many lines as r has room for, at most `lines` (r.h 0: no matter how high). Returns height used, pixels. */
float ui_text(struct ui *ui, struct rect r, float size, enum draw_weight weight, enum theme_token color, enum draw_align align, int lines, const char *text);
/* A pill behind a few words; returns its width. */
float ui_pill(struct ui *ui, float x, float y, float size, enum theme_token color, enum theme_token panel, const char *text);
void ui_keycap(struct ui *ui, struct rect r, const char *key);
/* A key that works without a widget; not while a text field has focus, but for function keys, Esc, and chords with Ctrl
 * that mean nothing to a text field. */
int ui_shortcut(struct ui *ui, const char *key);
/* 1 while what came last from a person was a key, 0: the mouse. */
int ui_by_key(const struct ui *ui);
/* 1 while a text field has focus. */
int ui_typing(const struct ui *ui);
/* Parses "Ctrl+Shift+Z", "F6", "Space", "a"; key NONE when it is no chord. */
struct ui_chord ui_chord_parse(const char *text);
#endif
