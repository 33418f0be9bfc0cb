/*
 * Every screen without a mouse: Tab alone comes to everything that can be
 * used, and the arrows do too; and each key that is written on something
 * wishes for the same, and leaves the same picture, as a click there. What is
 * tried is tried in a child, so that the tour goes on as if nothing had been.
 */
#include "base/text.h"
#include "draw/dump.h"
#include "tour.h"

#include <sys/wait.h>

/* A child that is watched by a sanitizer costs many times as much: fewer keys and ways are tried there. */
#ifdef __SANITIZE_ADDRESS__
enum { ONE_OF = 6, WALK_OF = 3 };
#else
enum { ONE_OF = 1, WALK_OF = 1 };
#endif
enum { FOUND_MOST = 2000, ITEMS_MOST = 600, KEYS_LEAST = 300 / ONE_OF };

static struct str found, tried, walked;
static int found_count, places, items, keys, dialogs, typed, seen, walks;
static const char *place;

static void tell(const char *what, const char *role, const char *label)
{
    struct str line = {0};
    str_printf(&line, "%s: %s: %s \"%s\"\n", place, what, role, label);
    if (found_count < FOUND_MOST && (found.length == 0 || !strstr(str_text(&found), str_text(&line)))) {
        str_append(&found, str_text(&line));
        found_count++;
    }
    str_release(&line);
}

/* --- trying --- */

static struct ui *console(void) { return app->sides[WINDOW_CONSOLE].ui; }

/* One input and the runs after it; nothing is done about the wishes. */
static void run(const struct ui_input *input, struct wishes *wishes)
{
    struct ui_input none = {.kind = UI_INPUT_NONE};
    app_show(app, WINDOW_CONSOLE, input, wishes);
    for (int i = 0; i < 2 || (i < 6 && ui_wants_rerun(console())); i++) app_show(app, WINDOW_CONSOLE, &none, wishes);
}

static void press(int key, int modifiers, struct wishes *wishes)
{
    struct ui_input input = {.kind = UI_INPUT_KEY, .chord = {key, modifiers}};
    run(&input, wishes);
    if (key < ' ' || key > '~' || (modifiers & (UI_CTRL | UI_ALT))) return;
    struct ui_input letter = {.kind = UI_INPUT_TEXT};   /* a keyboard sends it after its key */
    letter.text[0] = (char)key;
    run(&letter, wishes);
}

static void click(const struct ui_item *item, struct wishes *wishes)
{
    const struct ui_frame *frame = ui_frame_done(console());
    struct rect r = frame->places[ui_frame_index(frame, item->id)].visible;
    struct ui_input input = {.kind = UI_INPUT_PRESS, .x = r.x + r.w / 2, .y = r.y + r.h / 2, .clicks = 1};
    run(&input, wishes);
    input.kind = UI_INPUT_RELEASE;
    run(&input, wishes);
}

typedef void (*trial)(const struct ui_item *item, struct str *out);

/* What a trial says that a child of this process makes. */
static void try_apart(trial what, const struct ui_item *item, struct str *out)
{
    int ends[2];
    char piece[4096];
    ssize_t length;
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct str said = {0};
        close(ends[0]);
        what(item, &said);
        const char *at = str_text(&said);
        for (size_t left = strlen(at); left > 0; at += length, left -= (size_t)length)
            if ((length = write(ends[1], at, left)) <= 0) _exit(2);
        _exit(0);
    }
    close(ends[1]);
    while ((length = read(ends[0], piece, sizeof piece - 1)) > 0) {
        piece[length] = '\0';
        str_append(out, piece);
    }
    close(ends[0]);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    if (status != 0) tell("does not come to an end", item ? ui_role_word(item->role) : "page", item ? item->label : "");
}

/* --- the keys on things --- */

static void outcome(const struct wishes *wishes, struct str *out)
{
    for (int i = 0; i < wishes->count; i++) {
        const struct wish *w = &wishes->items[i];
        str_printf(out, "wish %d %d \"%s\" command", (int)w->kind, (int)w->number, w->text);
        for (size_t k = 0; w->kind == WISH_COMMAND && k < sizeof w->command; k++) str_printf(out, " %02x", ((const unsigned char *)&w->command)[k]);
        for (int k = 0; k < 2; k++) str_printf(out, " %s", w->has_words[k] ? w->words[k] : "-");
        str_append(out, "\n");
    }
    if (ui_typing(console())) str_printf(out, "wish to type: %s\n", ui_focused(console())->label);
    /* Where the pointer is and what has the focus is not what the key is for. */
    struct wishes more = {.count = 0};
    struct ui_input leave = {.kind = UI_INPUT_LEAVE};
    ui_focus_clear(console());
    run(&leave, &more);
    ui_focus_clear(console());
    run(&leave, &more);
    draw_dump(out, &app->sides[WINDOW_CONSOLE].list);
}

/* In sight, so that it can be clicked; and out of a text, in which letters are only letters. */
static const struct ui_item *ready(const struct ui_item *item)
{
    struct wishes none = {.count = 0};
    struct ui_input nothing = {.kind = UI_INPUT_NONE};
    uint64_t id = item->id;
    const struct ui_frame *frame = ui_frame_done(console());
    struct rect r = frame->places[ui_frame_index(frame, id)].visible;
    if (r.w < 2 || r.h < 2) {
        ui_focus_item(console(), id);
        run(&nothing, &none);
        ui_focus_clear(console());
    } else if (ui_typing(console())) ui_focus_clear(console());
    run(&nothing, &none);
    int index = ui_frame_index(ui_frame_done(console()), id);
    return index < 0 ? NULL : &ui_frame_done(console())->items[index];
}

static void by_key(const struct ui_item *item, struct str *out)
{
    struct wishes wishes = {.count = 0};
    struct ui_chord chord = ui_chord_parse(item->key);
    if (!ready(item)) return;
    press(chord.key, chord.modifiers, &wishes);
    outcome(&wishes, out);
}

static void by_nothing(const struct ui_item *item, struct str *out)
{
    struct wishes wishes = {.count = 0};
    if (ready(item)) outcome(&wishes, out);
}

static void by_mouse(const struct ui_item *item, struct str *out)
{
    struct wishes wishes = {.count = 0};
    item = ready(item);
    if (!item) return;
    click(item, &wishes);
    outcome(&wishes, out);
}

/* The same thing on the same page is tried once. */
static int is_new(const struct ui_item *item)
{
    struct str line = {0};
    str_printf(&line, "|%d %d %d %d %s %s %d|", (int)app->page, (int)(app->session ? app_step_kind(app) : 0), (int)app->console.panel,
               console()->open_count, item->key, item->label, (int)item->role);
    int known = tried.length > 0 && strstr(str_text(&tried), str_text(&line));
    if (!known) str_append(&tried, str_text(&line));
    str_release(&line);
    return !known;
}

static void first_difference(const char *a, const char *b)
{
    size_t at = 0, line = 0;
    for (; a[at] && a[at] == b[at]; at++)
        if (a[at] == '\n') line = at + 1;
    fprintf(stderr, "  key:   %.*s\n  click: %.*s\n", (int)strcspn(a + line, "\n"), a + line, (int)strcspn(b + line, "\n"), b + line);
}

/* The same question stays, and nothing else is disputed to go on to: these say that it is as it was. */
static int may_stay(const struct ui_item *item)
{
    return (!strcmp(place, "charter, asked") && !strcmp(item->key, "Enter")) || (!strcmp(place, "learning, disputed") && !strcmp(item->key, "L"));
}

/* What is chosen already may be chosen again; anything else has to show what it did. */
static void check_effect(const struct ui_item *item, const char *after)
{
    struct str before = {0};
    try_apart(by_nothing, item, &before);
    if (strcmp(str_text(&before), after) == 0) tell("neither key nor click do anything", item->key, item->label);
    str_release(&before);
}

static void check_key(const struct ui_item *item)
{
    struct str key = {0}, mouse = {0};
    if (ui_chord_parse(item->key).key == UI_KEY_NONE) {
        tell("has a key that no keyboard has", item->key, item->label);
        return;
    }
    try_apart(by_key, item, &key);
    try_apart(by_mouse, item, &mouse);
    keys++;
    if (!str_begins(str_text(&key), "wish") && strcmp(item->value ? item->value : "", "on") != 0 && !may_stay(item)) check_effect(item, str_text(&key));
    if (strcmp(str_text(&key), str_text(&mouse)) != 0) {
        int before = found_count;
        tell("the key does something else than a click", item->key, item->label);
        if (found_count > before) first_difference(str_text(&key), str_text(&mouse));
    }
    str_release(&key);
    str_release(&mouse);
}

/* The trials see a difference where there is one: the keys of two things are not the same. */
static void check_trials(void)
{
    const struct ui_item *two[2];
    struct str one = {0}, other = {0};
    int count = 0;
    for (int i = 0; i < ui_item_count(console()) && count < 2; i++)
        if (ui_item_at(console(), i)->enabled && ui_item_at(console(), i)->reachable && ui_item_at(console(), i)->key[0]) two[count++] = ui_item_at(console(), i);
    assert_int_equal(count, 2);
    try_apart(by_key, two[0], &one);
    try_apart(by_mouse, two[1], &other);
    assert_true(one.length > 0 && other.length > 0);
    assert_string_not_equal(str_text(&one), str_text(&other));
    str_release(&one);
    str_release(&other);
}

/* --- walking --- */

static uint64_t focused(void)
{
    const struct ui_item *item = ui_focused(console());
    return item ? item->id : 0;
}

static int is_usable(const struct ui_item *item) { return item->enabled && item->reachable && item->focusable; }

static int usable_count(void)
{
    int count = 0;
    for (int i = 0; i < ui_item_count(console()); i++) count += is_usable(ui_item_at(console(), i));
    return count;
}

static int has(const uint64_t *ids, int count, uint64_t id)
{
    for (int i = 0; i < count; i++)
        if (ids[i] == id) return 1;
    return 0;
}

/* Once around; a row that is picked by its focus may bring buttons of its own, so that the way has no length beforehand. */
static int walk_tab(int modifiers, uint64_t *reached, int count, struct str *out)
{
    struct wishes none;
    uint64_t first = 0;
    for (int i = 0; i < ITEMS_MOST; i++) {
        none.count = 0;
        press(UI_KEY_TAB, modifiers, &none);
        if (none.count > 0) str_append(out, "Tab changes something\n");
        if (i > 0 && focused() == first) break;
        if (i == 0) first = focused();
        if (focused() && count < ITEMS_MOST && !has(reached, count, focused())) reached[count++] = focused();
    }
    return count;
}

/* A replay ends where somebody goes along its evidence: there is nothing left to stop. */
static int is_left_by_moving(const struct ui_item *item)
{
    return strcmp(place, "learning, replay") == 0 && strcmp(item->label, text("learning.replay-stop")) == 0;
}

/* What can be used as the page is found is come to by Tab or by Shift+Tab. */
static void walk_around(struct str *out)
{
    static uint64_t reached[ITEMS_MOST];
    struct arena a = {0};
    int found_first = ui_item_count(console());
    struct ui_item *all = arena_alloc(&a, sizeof *all * (size_t)(found_first + 1));
    for (int i = 0; i < found_first; i++) {
        all[i] = *ui_item_at(console(), i);
        all[i].label = arena_printf(&a, "%s", all[i].label);
    }
    int count = walk_tab(UI_SHIFT, reached, walk_tab(0, reached, 0, out), out);
    for (int i = 0; i < found_first; i++)
        if (is_usable(&all[i]) && !has(reached, count, all[i].id) && !is_left_by_moving(&all[i])) str_printf(out, "Tab does not come to: %s %s\n", ui_role_word(all[i].role), all[i].label);
    arena_release(&a);
}

/* The arrows lead somewhere from everywhere. */
static void walk_arrows(struct str *out)
{
    static const int arrows[] = {UI_KEY_UP, UI_KEY_DOWN, UI_KEY_LEFT, UI_KEY_RIGHT};
    const struct ui_frame *frame = ui_frame_done(console());
    for (int i = 0; i < frame->count && usable_count() > 1; i++) {
        int ways = 0;
        if (!is_usable(&frame->items[i])) continue;
        console()->focus = frame->items[i].id;
        for (int k = 0; k < 4; k++) ways += ui_focus_nearest(console(), frame, arrows[k]) >= 0;
        if (ways == 0) str_printf(out, "no arrow leads away from: %s %s\n", ui_role_word(frame->items[i].role), frame->items[i].label);
    }
}

static void walk(const struct ui_item *unused, struct str *out)
{
    (void)unused;
    walk_arrows(out);
    walk_around(out);
}

/* Whether such items were walked before, on whatever page. */
static int is_walked(void)
{
    struct str line = {0};
    str_append(&line, "|");
    for (int i = 0; i < ui_item_count(console()); i++) {
        const struct ui_item *item = ui_item_at(console(), i);
        if (item->focusable) str_printf(&line, "%d%s;", (int)item->role, item->label);
    }
    str_append(&line, "|");
    int known = walked.length > 0 && strstr(str_text(&walked), str_text(&line));
    if (!known) str_append(&walked, str_text(&line));
    str_release(&line);
    return known;
}

static void check_walk(void)
{
    struct str missing = {0};
    if (is_walked() || walks++ % WALK_OF != 0) return;
    char line[400];
    try_apart(walk, NULL, &missing);
    for (const char *at = str_text(&missing); *at; at += strcspn(at, "\n") + 1) {
        snprintf(line, sizeof line, "%.*s", (int)strcspn(at, "\n"), at);
        tell(line, "", "");
    }
    str_release(&missing);
}

static void look_console(const char *name)
{
    place = name;
    settle(WINDOW_CONSOLE);
    places++;
    items += usable_count();
    dialogs += console()->open_count > 0;
    typed += ui_typing(console());
    if (places == 1) check_trials();
    check_walk();
    for (int i = 0; i < ui_item_count(console()); i++) {
        const struct ui_item *item = ui_item_at(console(), i);
        if (is_usable(item) && item->key[0] && is_new(item) && seen++ % ONE_OF == 0) check_key(item);
    }
}

static void look_stage(const char *name) { place = name; }

static void every_screen_works_without_a_mouse(void **state)
{
    (void)state;
    arrangement_count = 1;
    tour();
    printf("%d places, %d of them dialogs, %d that are typed into; %d things reached, %d keys tried\n", places, dialogs, typed, items, keys);
    assert_true(places > 100 && dialogs > 20 && keys > KEYS_LEAST);
    if (found_count > 0) fprintf(stderr, "%s", str_text(&found));
    str_release(&found);
    str_release(&tried);
    str_release(&walked);
    assert_int_equal(found_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_screen_works_without_a_mouse)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
