/* The right side of the desk: what is told and asked, what somebody starts, what else is done; and the sentence it
 * makes. */
#include "desk_parts.h"

#include <stdio.h>

/* --- parts --- */

float desk_chips(struct desk *d, struct rect r, const struct desk_chip *chips, int count, int digits, int *used,
                 int paint)
{
    struct ui *ui = d->ui;
    int flags = d->small ? UI_SMALL : 0;
    float height = ui_px(ui, d->small ? 30 : 36), gap = ui_px(ui, d->small ? 6 : 8), x = r.x, y = r.y;
    for (int i = 0; i < count; i++) {
        const char *key = digits && i < 9 ? arena_printf(ui_arena(ui), "%d", i + 1) : "";
        float width = ui_choice_width(ui, chips[i].label, key, flags);
        width = width > r.w ? r.w : width;
        if (x > r.x && x + width > r.x + r.w) {
            x = r.x;
            y += height + gap;
        }
        if (paint && ui_choice(ui, (struct rect){x, y, width, height}, chips[i].label, key,
                               flags | (chips[i].selected ? UI_SELECTED : 0)))
            *used = i;
        x += width + gap;
    }
    return count ? y + height - r.y : 0;
}

int desk_heading(struct desk *d, struct rect *r, const char *words, const char *key, int paint)
{
    struct ui *ui = d->ui;
    float cap = ui_px(ui, 20), height = ui_leading(ui, 14) + ui_px(ui, d->small ? 2 : 6);
    struct rect line = rect_cut_top(r, height);
    if (!paint)
        return 0;
    float width = ui_text_width(ui, 14, WEIGHT_MEDIUM, words) + ui_px(ui, 2);
    struct rect box = {line.x, line.y, width < line.w ? width : line.w, ui_leading(ui, 14)};
    ui_text(ui, box, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0, words);
    if (!key[0])
        return 0;
    struct rect place = {line.x + box.w + ui_px(ui, 8), line.y + (box.h - cap) / 2, ui_keycap_width(ui, key), cap};
    if (place.x + place.w <= line.x + line.w)
        ui_keycap(ui, place, key);
    return ui_shortcut(ui, key);
}

static int selected(const struct desk_chip *chips, int count)
{
    for (int i = 0; i < count; i++)
        if (chips[i].selected)
            return i;
    return -1;
}

/* A heading with its chips; the key goes on to the next one. Takes its height off r. */
static int group(struct desk *d, struct rect *r, const char *words, const char *key, const struct desk_chip *chips,
                 int count, int paint)
{
    int used = -1;
    int next = desk_heading(d, r, words, key, paint);
    ui_scope_push(d->ui, words);
    rect_cut_top(r, desk_chips(d, *r, chips, count, !key[0], &used, paint));
    ui_scope_pop(d->ui);
    rect_cut_top(r, ui_px(d->ui, d->small ? 10 : 16) + d->loose);
    return used < 0 && next && count ? (selected(chips, count) + 1) % count : used;
}

static void title(struct desk *d, struct rect *r, const char *words, int paint)
{
    float size = d->small ? 21 : 26, height = ui_text_height(d->ui, size, WEIGHT_BOLD, r->w, words, 2);
    struct rect box = rect_cut_top(r, height);
    if (paint)
        ui_text(d->ui, box, size, WEIGHT_BOLD, THEME_TEXT, ALIGN_LEFT, 2, words);
    rect_cut_top(r, ui_px(d->ui, d->small ? 6 : 12));
}

/* --- tell and ask --- */

static void extras(struct desk *d, struct rect *r, int paint)
{
    struct ui *ui = d->ui;
    struct desk_draft *draft = &d->m->draft;
    const char *const labels[] = {d->v->news, d->v->back}, *const keys[] = {"K", "X"};
    int *const values[] = {&draft->hold_back, &draft->takes_back};
    for (int i = 0; i < 2; i++) {
        if (!labels[i][0])
            continue;
        struct rect line = rect_cut_top(r, ui_px(ui, d->small ? 32 : 38));
        int on = i == 0 ? !*values[i] : *values[i];
        int flags = draft->claim >= 0 && draft->claim < CLAIM_COUNT
                        ? 0
                        : UI_DISABLED; /* what is known comes with where it stands */
        if (paint && ui_check(ui, line, labels[i], keys[i], &on, flags))
            *values[i] = !*values[i];
    }
    if (labels[0][0] || labels[1][0])
        rect_cut_top(r, ui_px(ui, d->small ? 6 : 10));
}

static void tell(struct desk *d, struct rect *r, int paint)
{
    const struct view_desk *v = d->v;
    struct desk_draft *draft = &d->m->draft;
    title(d, r, desk_named(d, "desk.title.tell"), paint);
    int claim = group(d, r, text("desk.heading.claim"), "", v->claims, v->claim_count, paint);
    extras(d, r, paint);
    int fix = group(d, r, text("desk.heading.fix"), "F", v->fixes, v->fix_count, paint);
    int call = group(d, r, text("desk.heading.call"), "N", v->calls, v->call_count, paint);
    int question = group(d, r, desk_named(d, "desk.heading.ask"), "A", v->questions, v->question_count, paint);
    if (claim >= 0)
        draft->claim = v->claims[claim].value;
    if (fix >= 0)
        draft->fix_by = v->fixes[fix].value;
    if (call >= 0)
        draft->next_call = v->calls[call].value;
    if (question >= 0)
        draft->question = v->questions[question].value;
}

/* --- work, and what else --- */

static void choose_act(struct desk *d, int index)
{
    d->m->draft.act = index;
    d->m->draft.option = NOBODY;
    d->m->draft.ask_first = 0;
}

static float work_row_height(struct desk *d, const struct desk_act *act, float width)
{
    float inner = width - ui_px(d->ui, 12 + 34 + 10);
    return ui_text_height(d->ui, 15, WEIGHT_SEMIBOLD, inner, act->label, 2) +
           ui_text_height(d->ui, 13, WEIGHT_REGULAR, inner, act->detail, 2) + ui_px(d->ui, 14);
}

static void work_row(struct desk *d, struct rect line, const struct desk_act *act, int index)
{
    struct ui *ui = d->ui;
    const char *key = index < 9 ? arena_printf(ui_arena(ui), "%d", index + 1) : "";
    if (ui_row(ui, line, act->label, key, act->selected ? UI_SELECTED : 0))
        choose_act(d, index);
    line = rect_inset(line, ui_px(ui, 12), ui_px(ui, 7));
    struct rect cap = rect_cut_left(&line, ui_px(ui, 34));
    if (key[0])
        ui_keycap(ui, (struct rect){cap.x, cap.y, ui_px(ui, 22), ui_px(ui, 22)}, key);
    int can = act->possible || act->runs;
    float height = ui_text_height(ui, 15, WEIGHT_SEMIBOLD, line.w, act->label, 2);
    ui_text(ui, rect_cut_top(&line, height), 15, WEIGHT_SEMIBOLD, can ? THEME_TEXT : THEME_TEXT_DIM, ALIGN_LEFT, 2,
            act->label);
    ui_text(ui, line, 13, WEIGHT_REGULAR, can ? THEME_TEXT_DIM : THEME_WARN, ALIGN_LEFT, 2, act->detail);
}

/* Start it, or ask whoever lives with it first. */
static void ask_first(struct desk *d, struct rect *r, int paint)
{
    for (int i = 0; i < d->v->act_count; i++) {
        const struct desk_act *act = &d->v->acts[i];
        if (!act->selected || !act->can_ask)
            continue;
        const struct desk_chip ways[] = {{text("desk.work.now"), 0, !d->m->draft.ask_first},
                                         {act->ask_label, 1, d->m->draft.ask_first}};
        rect_cut_top(r, ui_px(d->ui, 8));
        int used = group(d, r, text("desk.work.how"), "A", ways, 2, paint);
        if (used >= 0)
            d->m->draft.ask_first = used;
        return;
    }
}

static void work(struct desk *d, struct rect *r, int paint)
{
    struct ui *ui = d->ui;
    title(d, r, text("desk.title.work"), paint);
    if (d->v->act_count == 0) {
        float height = page_words_height(ui, r->w, 16, WEIGHT_REGULAR, 4, text("desk.work.none"));
        if (paint)
            page_words(ui, &(struct rect){r->x, r->y, r->w, DESK_TALL}, 16, WEIGHT_REGULAR, THEME_TEXT_DIM, 4,
                       text("desk.work.none"));
        rect_cut_top(r, height);
    }
    ui_scope_push(ui, "works");
    for (int i = 0; i < d->v->act_count; i++) {
        struct rect line = rect_cut_top(r, work_row_height(d, &d->v->acts[i], r->w));
        if (paint)
            work_row(d, line, &d->v->acts[i], i);
        rect_cut_top(r, ui_px(ui, 4));
    }
    ui_scope_pop(ui);
    ask_first(d, r, paint);
}

/* The options of the act that is chosen stand right under it: letters choose, for the digits choose the act. */
static void options(struct desk *d, struct rect *r, const struct desk_act *act, int paint)
{
    if (!act->selected || act->option_count == 0)
        return;
    rect_cut_top(r, ui_px(d->ui, 8));
    int used = group(d, r, act->choose, "A", act->options, act->option_count, paint);
    if (used >= 0)
        d->m->draft.option = used;
}

static void more(struct desk *d, struct rect *r, int paint)
{
    struct desk_chip chips[DESK_ACTS] = {0};
    const struct desk_act *chosen = NULL;
    int used = -1;
    title(d, r, text("desk.title.more"), paint);
    for (int i = 0; i < d->v->act_count; i++) {
        chips[i] = (struct desk_chip){d->v->acts[i].label, i, d->v->acts[i].selected};
        chosen = d->v->acts[i].selected ? &d->v->acts[i] : chosen;
    }
    ui_scope_push(d->ui, "acts");
    rect_cut_top(r, desk_chips(d, *r, chips, d->v->act_count, 1, &used, paint));
    ui_scope_pop(d->ui);
    rect_cut_top(r, ui_px(d->ui, 10));
    if (chosen)
        options(d, r, chosen, paint);
    if (used >= 0)
        choose_act(d, used);
}

/* --- the whole --- */

static void choose_mode(struct desk *d, enum desk_mode mode)
{
    struct desk_draft *draft = &d->m->draft;
    incident_id incident = draft->incident;
    customer_id customer = draft->customer;
    if (draft->mode == mode)
        return;
    desk_draft_begin(draft);
    draft->mode = mode;
    draft->incident = incident;
    draft->customer = customer;
}

void desk_tabs(struct desk *d, struct rect r)
{
    static const char *const labels[DESK_MODE_COUNT] = {"desk.tab.tell", "desk.tab.work", "desk.tab.more"},
                             *const keys[DESK_MODE_COUNT] = {"T", "W", "E"};
    for (int i = 0; i < DESK_MODE_COUNT; i++) {
        float width = ui_choice_width(d->ui, text(labels[i]), keys[i], 0);
        if (ui_tab(d->ui, rect_cut_left(&r, width), text(labels[i]), keys[i],
                   (int)d->m->draft.mode == i ? UI_SELECTED : 0))
            choose_mode(d, (enum desk_mode)i);
        rect_cut_left(&r, ui_px(d->ui, 6));
    }
}

float desk_compose(struct desk *d, struct rect r, int paint)
{
    r.h = DESK_TALL;
    float top = r.y;
    ui_scope_push(d->ui, "compose");
    if (d->m->draft.mode == DESK_TELL)
        tell(d, &r, paint);
    else if (d->m->draft.mode == DESK_WORK)
        work(d, &r, paint);
    else
        more(d, &r, paint);
    ui_scope_pop(d->ui);
    return r.y - top;
}

/* --- the sentence --- */

static const char *sentence_words(struct desk *d)
{
    const struct view_desk *v = d->v;
    if (!v->sentence[0])
        return text(d->m->draft.mode == DESK_TELL ? "desk.choose-first" : "desk.choose-act");
    return v->spoken ? text_fill(ui_arena(d->ui), "desk.quote", "words", v->sentence, NULL) : v->sentence;
}

static float box_height(struct desk *d, float width)
{
    float size = d->small ? 16 : 18;
    float words = ui_text_height(d->ui, size, WEIGHT_SEMIBOLD, width - 2 * ui_px(d->ui, 18), sentence_words(d), 7);
    float least = 2 * ui_leading(d->ui, size);
    return (words > least ? words : least) + ui_px(d->ui, d->small ? 20 : 28);
}

float desk_sentence_height(struct desk *d, float width)
{
    return box_height(d, width) + ui_px(d->ui, 12 + 46);
}

/* All of it in one breath. */
static void say(struct desk *d)
{
    const struct view_desk *v = d->v;
    struct desk_memory *m = d->m;
    m->guide = -1;
    m->breath = v->command_count;
    m->begins = 1;
    snprintf(m->saying, sizeof m->saying, "%s", v->spoken ? v->sentence : "");
    for (int i = 0; i < v->command_count; i++)
        wish_command(d->wishes, &v->commands[i], NULL, v->what[i]);
}

void desk_sentence_draw(struct desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    const struct view_desk *v = d->v;
    int said = v->sentence[0] && v->spoken;
    struct rect box = rect_cut_top(&r, box_height(d, r.w));
    draw_rect(ui_list(ui), box, ui_px(ui, 12), page_color(ui, said ? THEME_SPEECH : THEME_PANEL));
    enum theme_token color = said ? THEME_ON_SPEECH : v->sentence[0] ? THEME_TEXT : THEME_TEXT_DIM;
    ui_text(ui, rect_inset(box, ui_px(ui, 18), ui_px(ui, d->small ? 10 : 14)), d->small ? 16 : 18, WEIGHT_SEMIBOLD,
            color, ALIGN_LEFT, 7, sentence_words(d));
    rect_cut_top(&r, ui_px(ui, 12));
    int says = v->sentence[0] ? v->spoken : d->m->draft.mode == DESK_TELL;
    const char *label = text(says ? "desk.say-it" : "desk.do-it");
    int flags = UI_LARGE | (v->can_say && !d->m->running ? UI_PRIMARY : UI_DISABLED);
    struct rect button = rect_cut_left(&r, ui_button_width(ui, label, "Enter", flags));
    button.h = ui_px(ui, 46);
    if (ui_button(ui, button, label, "Enter", flags))
        say(d);
    rect_cut_left(&r, ui_px(ui, 14));
    const char *note = v->why_not[0] ? v->why_not : v->hint;
    if (note[0] && r.w > ui_px(ui, 100))
        ui_text(ui, (struct rect){r.x, r.y + ui_px(ui, 3), r.w, ui_px(ui, 42)}, 14, WEIGHT_MEDIUM,
                v->why_not[0] ? THEME_WARN : THEME_TEXT_DIM, ALIGN_LEFT, 2, note);
}
