/* The left side of the desk: who is in front, what they said, what is known, promised, and whose hands are free. */
#include "desk_parts.h"
#include "draw/portrait.h"

/* Radius of the face: over the words, at least so large that it is worth its room; beside them. */
static const float LARGEST = 88, SMALLEST = 52, BESIDE = 34;

/* --- the head --- */

static float head_draw(struct desk *d, struct rect r, int paint)
{
    struct ui *ui = d->ui;
    float height = ui_px(ui, 46);
    if (!paint)
        return height;
    struct rect line = {r.x, r.y, r.w, height};
    float width = ui_text_width(ui, 36, WEIGHT_BOLD, d->v->clock) + ui_px(ui, 4);
    ui_text(ui, rect_cut_left(&line, width), 36, WEIGHT_BOLD, d->m->running ? THEME_TEAM : THEME_TEXT, ALIGN_LEFT, 0,
            d->v->clock);
    rect_cut_left(&line, ui_px(ui, 14));
    const char *words = text_fill(ui_arena(ui), "desk.head", "round", d->v->round, "progress", d->v->progress, NULL);
    if (ui_text_width(ui, 15, WEIGHT_MEDIUM, words) > line.w)
        words = d->v->progress;
    ui_text(ui, line, 15, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_RIGHT, 0, words);
    return height;
}

/* Everybody with a small face; the key turns to them. */
static float faces_draw(struct desk *d, struct rect r, int paint)
{
    struct ui *ui = d->ui;
    float height = ui_px(ui, 36), gap = ui_px(ui, 6), x = r.x, y = r.y;
    ui_scope_push(ui, "people");
    for (int i = 0; i < d->v->customer_count; i++) {
        const struct desk_customer *c = &d->v->customers[i];
        const char *key = arena_printf(ui_arena(ui), "F%d", i + 1);
        float face = ui_px(ui, 14), beside = 2 * face + ui_px(ui, 3),
              width = ui_choice_width(ui, c->first, key, UI_SMALL) + beside;
        width = width > r.w ? r.w : width;
        if (x > r.x && x + width > r.x + r.w) {
            x = r.x;
            y += height + gap;
        }
        if (paint) {
            struct rect box = {x + beside, y + ui_px(ui, 2), width - beside, ui_px(ui, 32)};
            page_portrait(ui, c->portrait, (int)c->mood, c->selected || c->waits ? 1 : 0.3f, x + face, y + height / 2,
                          face);
            if (ui_choice(ui, box, c->first, key, UI_SMALL | (c->selected ? UI_SELECTED : 0)) && !c->selected)
                desk_turn_to(d->m, d->v->incident, c->id);
        }
        x += width + gap;
    }
    ui_scope_pop(ui);
    return y + height - r.y;
}

/* Nobody has called: everybody with name, role and mood. */
static float people_draw(struct desk *d, struct rect r, int paint)
{
    struct ui *ui = d->ui;
    int columns = r.w >= ui_px(ui, 460) ? 2 : 1;
    float gap = ui_px(ui, 14), width = (r.w - gap * (float)(columns - 1)) / (float)columns, radius = ui_px(ui, 40),
          row = 2 * radius + ui_px(ui, 26);
    for (int i = 0; i < d->v->customer_count && paint; i++) {
        const struct desk_customer *c = &d->v->customers[i];
        struct rect box = {r.x + (width + gap) * (float)(i % columns), r.y + (row + gap) * (float)(i / columns), width,
                           row};
        page_portrait(ui, c->portrait, (int)c->mood, 0.8f, box.x + radius, box.y + row / 2, radius);
        rect_cut_left(&box, 2 * radius + ui_px(ui, 14));
        const char *role = text_fill(ui_arena(ui), "desk.role", "role", c->role, "mood", c->mood_word, NULL);
        float name = ui_text_height(ui, 17, WEIGHT_BOLD, box.w, c->name, 2),
              height = name + ui_text_height(ui, 14, WEIGHT_REGULAR, box.w, role, 3);
        box.y += (row - height) / 2;
        ui_text(ui, (struct rect){box.x, box.y, box.w, name}, 17, WEIGHT_BOLD, THEME_TEXT, ALIGN_LEFT, 2, c->name);
        ui_text(ui, (struct rect){box.x, box.y + name, box.w, height - name}, 14, WEIGHT_REGULAR, THEME_TEXT_DIM,
                ALIGN_LEFT, 3, role);
    }
    return (row + gap) * (float)((d->v->customer_count + columns - 1) / columns) - gap;
}

/* More than one thing is open: which one this is about. */
static float open_draw(struct desk *d, struct rect r, int paint)
{
    struct ui *ui = d->ui;
    const struct view_desk *v = d->v;
    float row = ui_px(ui, 50), top = r.y;
    if (v->open_count < 2)
        return 0;
    int next = desk_heading(d, &r, text("desk.about"), "I", paint), now = 0;
    ui_scope_push(ui, "open");
    for (int i = 0; i < v->open_count; i++) {
        struct rect line = rect_cut_top(&r, row);
        now = v->open[i].selected ? i : now;
        if (!paint)
            continue;
        line.h -= ui_px(ui, 4);
        if (ui_row(ui, line, v->open[i].title, "", v->open[i].selected ? UI_SELECTED : 0))
            desk_turn_to(d->m, v->open[i].id, NOBODY);
        line = rect_inset(line, ui_px(ui, 10), ui_px(ui, 3));
        ui_text(ui, rect_cut_top(&line, line.h / 2), 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, v->open[i].title);
        ui_text(ui, line, 13, WEIGHT_REGULAR, page_tone(v->open[i].tone), ALIGN_LEFT, 0, v->open[i].who);
    }
    ui_scope_pop(ui);
    if (next && paint)
        desk_turn_to(d->m, v->open[(now + 1) % v->open_count].id, NOBODY);
    return r.y - top;
}

/* --- the face --- */

static void face_words(struct desk *d, struct rect *r, enum draw_align align)
{
    struct ui *ui = d->ui;
    const struct desk_customer *c = d->v->face;
    const char *role = text_fill(ui_arena(ui), "desk.role", "role", c->role, "mood", c->mood_word, NULL);
    struct rect name = rect_cut_top(r, ui_text_height(ui, 22, WEIGHT_BOLD, r->w, c->name, 2));
    ui_text(ui, name, 22, WEIGHT_BOLD, THEME_TEXT, align, 2, c->name);
    struct rect line = rect_cut_top(r, ui_text_height(ui, 15, WEIGHT_REGULAR, r->w, role, 2));
    ui_text(ui, line, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, align, 2, role);
}

static float face_words_height(struct desk *d, float width)
{
    const struct desk_customer *c = d->v->face;
    const char *role = text_fill(ui_arena(d->ui), "desk.role", "role", c->role, "mood", c->mood_word, NULL);
    return ui_text_height(d->ui, 22, WEIGHT_BOLD, width, c->name, 2) +
           ui_text_height(d->ui, 15, WEIGHT_REGULAR, width, role, 2);
}

/* Large over the words where there is room, small beside them where not. */
static float face_draw(struct desk *d, struct rect r, float size, int paint)
{
    struct ui *ui = d->ui;
    int large = size > BESIDE;
    float radius = ui_px(ui, size), gap = ui_px(ui, 14);
    struct rect words = large ? (struct rect){r.x, r.y + 2 * radius + gap, r.w, DESK_TALL}
                              : (struct rect){r.x + 2 * radius + gap, r.y, r.w - 2 * radius - gap, DESK_TALL};
    float text_height = face_words_height(d, words.w);
    float height = large ? 2 * radius + gap + text_height : text_height > 2 * radius ? text_height : 2 * radius;
    if (!paint)
        return height;
    float x = large ? r.x + r.w / 2 : r.x + radius, y = large ? r.y + radius : r.y + height / 2,
          light = (float)d->v->light / 100;
    if (large)
        portrait_halo(ui_list(ui), ui_theme(ui), x, y, radius, 0.15f + light * 0.6f);
    page_portrait(ui, d->v->face->portrait, (int)d->v->face->mood, 0.35f + 0.65f * light, x, y, radius);
    if (!large)
        words.y += (height - text_height) / 2;
    face_words(d, &words, large ? ALIGN_CENTER : ALIGN_LEFT);
    return height;
}

/* --- lists --- */

static void sign(struct desk *d, struct rect r, const char *icon, enum theme_token color)
{
    struct draw_font font = {.size = ui_px(d->ui, 16), .weight = WEIGHT_ICON};
    draw_text(ui_list(d->ui), r, &font, page_color(d->ui, color), ALIGN_LEFT, icon);
}

/* A sign, the words, and a note behind them in another shade. */
float desk_line_draw(struct desk *d, struct rect r, enum icon icon, enum theme_token shade, const char *words,
                     const char *note, int strong, int paint)
{
    struct ui *ui = d->ui;
    float indent = ui_px(ui, 26);
    const char *whole = note[0] ? text_fill(ui_arena(ui), "desk.noted", "words", words, "note", note, NULL) : words;
    float height = ui_text_height(ui, 15, WEIGHT_MEDIUM, r.w - indent, whole, 4) + ui_px(ui, 5);
    if (!paint)
        return height;
    sign(d, (struct rect){r.x, r.y, indent, ui_leading(ui, 15)}, icon_text(icon), shade);
    ui_text(ui, (struct rect){r.x + indent, r.y, r.w - indent, 0}, 15, WEIGHT_MEDIUM,
            strong ? THEME_TEXT : THEME_TEXT_DIM, ALIGN_LEFT, 4, whole);
    return height;
}

static float known_draw(struct desk *d, struct rect r, int paint)
{
    static const enum icon icons[] = {ICON_CHECK, ICON_QUESTION, ICON_WORKING};
    static const enum theme_token shades[] = {THEME_GOOD, THEME_WARN, THEME_TEAM};
    float top = r.y;
    desk_heading(d, &r, text("desk.known"), "", paint);
    for (int i = 0; i < d->v->known_count; i++) {
        const struct desk_known *k = &d->v->known[i];
        rect_cut_top(&r, desk_line_draw(d, r, k->fresh ? ICON_ADD : icons[k->state], k->fresh ? THEME_TEAM : shades[k->state], k->text, k->note,
                                   k->state != DESK_NOT_KNOWN, paint));
    }
    return r.y - top;
}

static float needs_draw(struct desk *d, struct rect r, int paint)
{
    float top = r.y;
    if (d->v->needs.count == 0)
        return 0;
    desk_heading(d, &r, d->v->needs_title, "", paint);
    for (int i = 0; i < d->v->needs.count; i++)
        rect_cut_top(&r, desk_line_draw(d, r, ICON_CHECK, THEME_GOOD, d->v->needs.items[i].text, d->v->needs.items[i].how, 1, paint));
    return r.y - top;
}

static float promises_draw(struct desk *d, struct rect r, int paint)
{
    float top = r.y;
    if (d->v->promise_count == 0)
        return 0;
    desk_heading(d, &r, text("desk.promised"), "", paint);
    for (int i = 0; i < d->v->promise_count; i++) {
        const struct desk_line *p = &d->v->promises[i];
        enum theme_token shade = p->tone == TONE_NEUTRAL ? THEME_TEXT_DIM : page_tone(p->tone);
        rect_cut_top(
            &r, desk_line_draw(d, r, p->tone == TONE_BAD ? ICON_WARNING : ICON_NOTE, shade, p->text, p->note, 1, paint));
    }
    return r.y - top;
}

/* Whoever is busy with what; the free ones share a line. */
static float team_draw(struct desk *d, struct rect r, int paint)
{
    struct str free_hands = {0};
    float top = r.y;
    desk_heading(d, &r, text("desk.hands"), "", paint);
    for (int i = 0; i < d->v->team_count; i++) {
        const struct desk_line *t = &d->v->team[i];
        if (t->tone == TONE_GOOD)
            str_printf(&free_hands, "%s%s", free_hands.length ? ", " : "", t->text);
        else
            rect_cut_top(&r, desk_line_draw(d, r, ICON_WORKING, THEME_TEAM, t->text, t->note, 1, paint));
    }
    if (free_hands.length)
        rect_cut_top(&r, desk_line_draw(d, r, ICON_CHECK, THEME_GOOD, arena_dup(ui_arena(d->ui), str_text(&free_hands)),
                                   text("desk.free"), 1, paint));
    str_release(&free_hands);
    return r.y - top;
}

/* --- the whole --- */

typedef float part(struct desk *d, struct rect r, int paint);

static void below(struct desk *d, struct rect *r, part *draw, float gap, int paint)
{
    float height = draw(d, *r, paint);
    if (height > 0)
        rect_cut_top(r, height + ui_px(d->ui, gap));
}

/* Who is in front, what was said, and what came of it: first where it would else be out of sight. */
static float above(struct desk *d, struct rect r, float face, int paint)
{
    float top = r.y;
    rect_cut_top(&r, head_draw(d, r, paint) + ui_px(d->ui, 12));
    below(d, &r, d->v->face ? faces_draw : people_draw, 14, paint);
    if (d->feedback_first)
        below(d, &r, desk_feedback_draw, 14, paint);
    if (d->v->face)
        rect_cut_top(&r, face_draw(d, r, face, paint) + ui_px(d->ui, 14));
    below(d, &r, desk_stood_draw, 14, paint);
    below(d, &r, desk_talk_draw, 16, paint);
    if (d->v->face)
        below(d, &r, desk_guide_draw, 16, paint);
    if (!d->feedback_first)
        below(d, &r, desk_feedback_draw, 16, paint);
    return r.y - top;
}

float desk_person_foot(struct desk *d, struct rect r, int paint)
{
    float top = r.y;
    r.h = DESK_TALL;
    below(d, &r, open_draw, 12, paint);
    if (d->v->incident != NOBODY)
        below(d, &r, known_draw, 12, paint);
    below(d, &r, needs_draw, 12, paint);
    below(d, &r, promises_draw, 12, paint);
    below(d, &r, team_draw, 0, paint);
    return r.y - top;
}

float desk_person_head(struct desk *d, struct rect r, int paint)
{
    return above(d, (struct rect){r.x, r.y, r.w, DESK_TALL}, BESIDE, paint);
}

static float walk(struct desk *d, struct rect r, float face, int paint)
{
    float height = above(d, r, face, paint);
    rect_cut_top(&r, height);
    return height + desk_person_foot(d, r, paint);
}

/* The face takes what room is left beside the words. */
float desk_person(struct desk *d, struct rect r, int paint)
{
    struct rect tall = {r.x, r.y, r.w, DESK_TALL};
    float face = LARGEST;
    d->feedback_first = above(d, tall, BESIDE, 0) > r.h;
    while (face > BESIDE && walk(d, tall, face, 0) > r.h)
        face -= 12;
    return walk(d, tall, face < SMALLEST ? BESIDE : face, paint);
}
