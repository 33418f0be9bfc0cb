/*
 * Every page, panel and dialog of a busy session, in every size, text scale
 * and theme: words on buttons are whole, nothing that can be used lies over
 * another or outside the window or is too flat to read, and the stage keeps
 * to its rules. What does not fit is told with page, size and label.
 */
#include "longest_pack.h"
#include "tour.h"

enum { STAGE_TEXT = 32, STAGE_WORDS = 90, FLATTEST = 18, FOUND_MOST = 200 };

static const char *page;
static struct str found;
static int found_count, looked, longest;   /* longest: the pack has every text as long as it may be */

/* The same fault in other sizes is one fault. */
static void tell(const char *what, const char *role, const char *label)
{
    struct str line = {0};
    str_printf(&line, "%s: %s: %s \"%s\"", page, what, role, label);
    if (found_count < FOUND_MOST && (found.length == 0 || strstr(str_text(&found), str_text(&line)) == NULL)) {
        str_printf(&found, "%s  [%dx%d, %d %%]\n", str_text(&line), now->width, now->height, now->percent);
        found_count++;
    }
    str_release(&line);
}

static int is_labelled(const struct ui_item *item)
{
    return item->role == UI_BUTTON || item->role == UI_CHOICE || item->role == UI_TAB || item->role == UI_CHECK || item->role == UI_STEPPER;
}

static int is_empty(struct rect r) { return r.w < 1 || r.h < 1; }

static int meet(struct rect a, struct rect b)
{
    const float edge = 1.5f;   /* rounding, and frames that touch */
    return a.x + edge < b.x + b.w && b.x + edge < a.x + a.w && a.y + edge < b.y + b.h && b.y + edge < a.y + a.h;
}

static int within(struct rect a, struct rect b)
{
    return a.x >= b.x - 1 && a.y >= b.y - 1 && a.x + a.w <= b.x + b.w + 1 && a.y + a.h <= b.y + b.h + 1;
}

/* A row or a card may carry buttons, a stepper its two ends. */
static int carries(const struct ui_item *a, const struct ui_item *b)
{
    return (a->role == UI_ROW || a->role == UI_CARD || a->role == UI_STEPPER) && within(b->box, a->box);
}

/* What the item says of itself is held against what was painted. */
static int is_painted_cut(const struct ui *ui, const struct ui_item *item)
{
    for (int i = 0; i < ui->list->count; i++) {
        const struct draw_op *op = &ui->list->ops[i];
        if (op->kind != DRAW_TEXT || op->lines > 0 || strcmp(op->text, item->label) != 0 || !within(op->box, item->box)) continue;
        if (ui->metrics.width(ui->metrics.context, &op->font, op->text) > op->box.w + 0.5f) return 1;
    }
    return 0;
}

static void check_item(const struct ui *ui, const struct ui_item *item, const struct ui_place *place)
{
    struct rect window = {0, 0, ui->width, ui->height};
    if (is_labelled(item) && (item->clipped || is_painted_cut(ui, item))) tell("its words are cut", ui_role_word(item->role), item->label);
    if (!item->focusable) return;
    if (item->box.h < ui_px(ui, FLATTEST) * 0.98f) tell("too flat", ui_role_word(item->role), item->label);
    if (place->pane < 0 && !within(item->box, window)) tell("outside the window", ui_role_word(item->role), item->label);
}

static void check_overlaps(const struct ui_frame *frame)
{
    for (int i = 0; i < frame->count; i++) {
        const struct ui_item *a = &frame->items[i];
        if (!a->focusable || is_empty(frame->places[i].visible)) continue;
        for (int k = i + 1; k < frame->count; k++) {
            const struct ui_item *b = &frame->items[k];
            if (!b->focusable || is_empty(frame->places[k].visible) || carries(a, b) || carries(b, a)) continue;
            if (!meet(frame->places[i].visible, frame->places[k].visible)) continue;
            char pair[300];
            snprintf(pair, sizeof pair, "%.120s\" and \"%.120s", a->label, b->label);
            tell("lie over each other", ui_role_word(a->role), pair);
        }
    }
}

static int words_in(const char *text)
{
    int count = 0;
    for (int inside = 0; *text != '\0'; text++) {
        count += *text != ' ' && !inside;
        inside = *text != ' ';
    }
    return count;
}

static void check_stage(const struct app_side *side)
{
    int words = 0;
    struct rect window = {0, 0, side->ui->width, side->ui->height};
    for (int i = 0; i < side->list.count; i++) {
        const struct draw_op *op = &side->list.ops[i];
        if (op->kind != DRAW_TEXT || op->font.weight == WEIGHT_ICON || op->text[0] == '\0') continue;
        words += words_in(op->text);
        if (op->font.size < STAGE_TEXT - 0.01f) tell("smaller than the last row can read", "stage", op->text);
        if (!within(op->box, window)) tell("outside the stage", "stage", op->text);
    }
    for (int i = 0; i < ui_item_count(side->ui); i++) {
        const struct ui_item *item = ui_item_at(side->ui, i);
        if (item->clipped && !longest) tell("its words are cut", "stage", item->label);
    }
    if (words > STAGE_WORDS && !longest) {
        char many[80];
        snprintf(many, sizeof many, "%d words", words);
        tell("too much to read", "stage", many);
    }
}

static void look_console(const char *name)
{
    page = name;
    settle(WINDOW_CONSOLE);
    const struct ui *ui = app->sides[WINDOW_CONSOLE].ui;
    const struct ui_frame *frame = ui_frame_done(ui);
    assert_true(frame->count > 0);
    for (int i = 0; i < frame->count; i++) check_item(ui, &frame->items[i], &frame->places[i]);
    check_overlaps(frame);
    looked++;
}

static void look_stage(const char *name)
{
    page = name;
    settle(WINDOW_STAGE);
    check_stage(&app->sides[WINDOW_STAGE]);
    looked++;
}
/* Faults are told all at once. */
static void tour_without_a_fault(void)
{
    tour();
    printf("%d looks\n", looked);
    assert_true(looked > 2000);
    if (found_count > 0) fprintf(stderr, "%s", str_text(&found));
    str_release(&found);
    assert_int_equal(found_count, 0);
}

static void test_everything_fits(void **state)
{
    (void)state;
    tour_without_a_fault();
}

/* The stage may cut what a pack has too much of; the console shows it whole. */
static void test_the_longest_texts_fit(void **state)
{
    char command[100], there[64] = "/tmp/moment-longest-XXXXXX";
    (void)state;
    assert_non_null(mkdtemp(there));
    snprintf(tour_pack, sizeof tour_pack, "%s/pack", there);
    longest_pack(tour_pack);
    longest = 1;
    looked = found_count = 0;
    tour_without_a_fault();
    snprintf(command, sizeof command, "rm -rf '%s'", there);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_everything_fits), cmocka_unit_test(test_the_longest_texts_fit)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
