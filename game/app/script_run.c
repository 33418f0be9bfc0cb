/* Running a script: each statement becomes the inputs a person would give. */
#include "app/script.h"
#include "base/text.h"
#include "base/utf8.h"

#include <string.h>

enum { STEP_MS = 100, STANDS_STEPS = 600 };

struct runner {
    const struct script *script;
    const struct script_driver *driver;
    const struct script_line *line;
    enum script_window here, window; /* directed, and of this line */
    struct ui *ui;
    struct str *message;
};

static const char *window_text(const struct runner *r)
{
    return text(r->window == SCRIPT_STAGE ? "script.on-stage" : "script.on-console");
}

/* FILE:LINE: the statement, what was expected, what was there. Returns 0, as every statement that fails does. */
static int fail(struct runner *r, const char *code, const char *what)
{
    struct str near = {0};
    if (r->ui != NULL)
        script_nearest(&near, r->ui, r->line->role, r->line->text == NULL ? "" : r->line->text);
    str_printf(r->message, "%s:%d: %s\n    ", r->script->name, r->line->number, r->line->source);
    text_format(r->message, code, "what", what, "window", window_text(r), NULL);
    str_append_char(r->message, '\n');
    if (near.length > 0) {
        str_append(r->message, "    ");
        text_format(r->message, "script.there-is", "items", str_text(&near), NULL);
        str_append_char(r->message, '\n');
    }
    str_release(&near);
    return 0;
}

static void give(struct runner *r, const struct ui_input *input)
{
    r->driver->input(r->driver->context, r->window, input);
}

static void settle(struct runner *r)
{
    give(r, &(struct ui_input){.kind = UI_INPUT_NONE});
}

static void send_text(struct runner *r, const char *bytes, size_t length)
{
    struct ui_input input = {.kind = UI_INPUT_TEXT};
    memcpy(input.text, bytes, length < sizeof input.text ? length : sizeof input.text - 1);
    give(r, &input);
}

/* A key that makes a letter is followed by that letter, as from a keyboard. */
static void send_key(struct runner *r, struct ui_chord chord)
{
    give(r, &(struct ui_input){.kind = UI_INPUT_KEY, .chord = chord});
    if (chord.modifiers & (UI_CTRL | UI_ALT) || (chord.key >= UI_KEY_ENTER && chord.key != UI_KEY_SPACE))
        return;
    uint32_t c = chord.key == UI_KEY_SPACE ? ' ' : (uint32_t)chord.key;
    if (chord.modifiers & UI_SHIFT && c >= 'a' && c <= 'z')
        c = c - 'a' + 'A';
    char bytes[4];
    send_text(r, bytes, utf8_encode(bytes, c));
}

/* The key of a character as far as the runner knows keyboards; text decides what is typed. */
static void send_typed(struct runner *r, const char *bytes, size_t length)
{
    unsigned char first = (unsigned char)bytes[0];
    struct ui_chord chord = {first < 0x80 && length == 1 ? first : UI_KEY_NONE, 0};
    if (first == '\n' || first == '\t') {
        chord.key = first == '\n' ? UI_KEY_ENTER : UI_KEY_TAB;
        give(r, &(struct ui_input){.kind = UI_INPUT_KEY, .chord = chord});
        return;
    }
    if (first >= 'A' && first <= 'Z')
        chord = (struct ui_chord){first - 'A' + 'a', UI_SHIFT};
    if (first == ' ')
        chord.key = UI_KEY_SPACE;
    give(r, &(struct ui_input){.kind = UI_INPUT_KEY, .chord = chord});
    send_text(r, bytes, length);
}

static int run_type(struct runner *r)
{
    const char *words = r->line->text;
    if (!ui_typing(r->ui))
        return fail(r, "script.not-typing", words);
    for (size_t at = 0, next = 0; words[at] != '\0'; at = next) {
        next = utf8_next(words, at);
        if (next - at >= sizeof((struct ui_input *)0)->text)
            next = at + utf8_prefix(words + at, (sizeof((struct ui_input *)0)->text - 1) / 4);
        send_typed(r, words + at, next - at);
        if (r->driver->closed(r->driver->context))
            break;
    }
    return 1;
}

static const struct ui_item *find_usable(struct runner *r)
{
    const struct ui_item *item = script_item(r->ui, r->line->role, r->line->text);
    const char *code = item == NULL       ? "script.no-item"
                       : !item->reachable ? "script.behind"
                       : !item->enabled   ? "script.disabled"
                                          : NULL;
    if (code == NULL)
        return item;
    fail(r, code, r->line->text);
    return NULL;
}

/* A point of the item that a click would reach; a row may be covered by its buttons in places. */
static int point_of(const struct ui *ui, const struct ui_item *item, float *x, float *y)
{
    static const float shares[] = {0.5f, 0.25f, 0.75f, 0.06f, 0.94f, 0.38f, 0.62f};
    enum { SHARES = sizeof shares / sizeof *shares };
    for (int i = 0; i < SHARES * SHARES; i++) {
        *x = item->box.x + item->box.w * shares[i % SHARES];
        *y = item->box.y + item->box.h * shares[i / SHARES];
        const struct ui_item *under = ui_item_under(ui, *x, *y);
        if (under != NULL && under->id == item->id)
            return 1;
    }
    return 0;
}

static int takes_no_click(const struct ui_item *item)
{
    return item->role == UI_TEXT || item->role == UI_STEPPER || item->role == UI_DIALOG;
}

static int run_click(struct runner *r)
{
    float x = 0, y = 0;
    const struct ui_item *item = find_usable(r);
    if (item == NULL)
        return 0;
    if (takes_no_click(item))
        return fail(r, "script.no-click", r->line->text);
    if (!point_of(r->ui, item, &x, &y)) {
        ui_focus_item(r->ui, item->id);
        settle(r);
        item = find_usable(r);
        if (item == NULL || !point_of(r->ui, item, &x, &y))
            return fail(r, "script.covered", r->line->text);
    }
    give(r, &(struct ui_input){.kind = UI_INPUT_MOVE, .x = x, .y = y});
    give(r, &(struct ui_input){.kind = UI_INPUT_PRESS, .x = x, .y = y, .clicks = 1});
    if (!r->driver->closed(r->driver->context))
        give(r, &(struct ui_input){.kind = UI_INPUT_RELEASE, .x = x, .y = y, .clicks = 1});
    return 1;
}

static int run_focus(struct runner *r)
{
    const struct ui_item *item = find_usable(r);
    if (item == NULL)
        return 0;
    uint64_t id = item->id;
    ui_focus_item(r->ui, id);
    settle(r);
    item = ui_focused(r->ui);
    return (item != NULL && item->id == id) || fail(r, "script.no-focus", r->line->text);
}

static int run_expect(struct runner *r)
{
    settle(r);
    int shown = script_shows(r->ui, r->line->role, r->line->text);
    if (r->line->verb == SCRIPT_EXPECT)
        return shown || fail(r, "script.not-there", r->line->text);
    return !shown || fail(r, "script.is-there", r->line->text);
}

/* In small steps, as a round may end or stop on the way; a clock that stands is no reason to wait for ever. */
static int run_until(struct runner *r)
{
    const struct script_driver *d = r->driver;
    int32_t before = d->now(d->context);
    for (int stood = 0; before < r->line->second;) {
        d->tick(d->context, STEP_MS);
        int32_t now = d->now(d->context);
        stood = now > before ? 0 : stood + 1;
        before = now > before ? now : before;
        if (stood < STANDS_STEPS && now >= 0 && !d->closed(d->context))
            continue;
        struct str at = {0};
        str_append_clock(&at, before < 0 ? 0 : before);
        fail(r, now < 0 ? "script.no-clock" : "script.clock-stands", str_text(&at));
        str_release(&at);
        return 0;
    }
    return 1;
}

static int run_shot(struct runner *r)
{
    settle(r);
    enum err err = r->driver->shot(r->driver->context, r->window, r->line->text);
    return err == ERR_NONE || fail(r, "script.no-shot", text(err_text_key(err)));
}

static int run_setting(struct runner *r)
{
    const struct script_driver *d = r->driver;
    if (r->line->verb == SCRIPT_SIZE)
        d->size(d->context, r->window, r->line->width, r->line->height);
    else if (r->line->verb == SCRIPT_THEME)
        d->theme(d->context, r->window, r->line->theme);
    else if (r->line->verb == SCRIPT_SCALE)
        d->scale(d->context, r->line->percent);
    settle(r);
    return 1;
}

static int run_tick(struct runner *r)
{
    r->driver->tick(r->driver->context, r->line->milliseconds);
    return 1;
}

static int run_record(struct runner *r)
{
    const char *why = r->driver->record(r->driver->context, &r->line->record);
    r->ui = NULL;                                 /* nothing on the screen is nearest to what was not possible */
    return why == NULL || fail(r, "script.not-recorded", why);
}

static int run_step(struct runner *r)
{
    const char *why = r->driver->step(r->driver->context, r->line->kind, r->line->nth);
    r->ui = NULL;
    return why == NULL || fail(r, "script.no-step", why);
}

static int run_line(struct runner *r)
{
    r->window = r->line->window == SCRIPT_HERE ? r->here : r->line->window;
    r->ui = r->driver->ui(r->driver->context, r->window);
    if (r->ui == NULL)
        return fail(r, "script.no-window", "");
    switch (r->line->verb) {
    case SCRIPT_CLICK: return run_click(r);
    case SCRIPT_FOCUS: return run_focus(r);
    case SCRIPT_KEY: send_key(r, r->line->chord); return 1;
    case SCRIPT_TYPE: return run_type(r);
    case SCRIPT_TICK: return run_tick(r);
    case SCRIPT_TICK_UNTIL: return run_until(r);
    case SCRIPT_EXPECT:
    case SCRIPT_EXPECT_NOT: return run_expect(r);
    case SCRIPT_SHOT: return run_shot(r);
    case SCRIPT_SIZE:
    case SCRIPT_THEME:
    case SCRIPT_SCALE: return run_setting(r);
    case SCRIPT_WINDOW: r->here = r->window; return 1;
    case SCRIPT_KILL: r->driver->kill(r->driver->context); return 1;
    case SCRIPT_RECORD: return run_record(r);
    case SCRIPT_STEP: return run_step(r);
    case SCRIPT_QUIT: break;
    }
    return 1;
}

int script_run(const struct script *script, const struct script_driver *driver, struct str *message)
{
    struct runner r = {.script = script, .driver = driver, .here = SCRIPT_CONSOLE, .message = message};
    for (int i = 0; i < script->count; i++) {
        r.line = &script->lines[i];
        if (r.line->verb == SCRIPT_QUIT)
            return 0;
        if (driver->closed(driver->context)) {
            r.ui = NULL;
            fail(&r, "script.has-ended", "");
            return r.line->number;
        }
        if (!run_line(&r))
            return r.line->number;
        if (driver->done != NULL)
            driver->done(driver->context, r.line->number);
    }
    return 0;
}
