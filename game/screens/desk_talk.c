/* The conversation with whoever is in front, the feedback on it, and what to know before the first word. */
#include "desk_parts.h"

/* Shown at the most, counted from the end: what the customer said since, and what it answers. */
enum { SHOWN = 3 };

/* --- what was said --- */

/* As it was said, when it was said at this desk; NULL: only the record has it. */
static const struct desk_said *said_as(const struct desk *d, int32_t act)
{
    for (int k = d->m->said_count - 1; k >= 0; k--)
        if (d->m->said[k].act == act)
            return &d->m->said[k];
    return NULL;
}

/* Said along with the one before it. */
static int is_along(const struct desk *d, const struct desk_turn *turn)
{
    const struct desk_said *said = turn->act > 0 ? said_as(d, turn->act) : NULL;
    return said && !said->words[0];
}

/* Index of the own words that were said last, -1. */
static int last_own(const struct desk *d)
{
    int k = d->v->turn_count - 1;
    while (k >= 0 && (d->v->turns[k].act == 0 || is_along(d, &d->v->turns[k])))
        k--;
    return k;
}

/* From where on: the own words that came last with what was answered, or with what they answer. */
static int first_shown(const struct desk *d)
{
    const struct view_desk *v = d->v;
    int own = last_own(d);
    if (own < 0)
        return v->turn_count - 1;
    return own == v->turn_count - 1 && own > 0 && v->turns[own - 1].act == 0 ? own - 1 : own;
}

static float own_draw(struct desk *d, struct rect r, const struct desk_turn *turn, int paint)
{
    struct ui *ui = d->ui;
    const struct desk_said *said = said_as(d, turn->act);
    float margin = ui_px(ui, 14), indent = ui_px(ui, 36);
    const char *words = said ? text_fill(ui_arena(ui), "desk.quote", "words", said->words, NULL) : turn->words;
    const char *who = text_fill(ui_arena(ui), "desk.you.at", "time", turn->time, NULL);
    struct rect box = {r.x + indent, r.y, r.w - indent, 0};
    float name = ui_leading(ui, 13), height = ui_text_height(ui, 15, WEIGHT_MEDIUM, box.w - 2 * margin, words, 8);
    box.h = name + height + ui_px(ui, 18);
    if (!paint)
        return box.h;
    draw_rect(ui_list(ui), box, ui_px(ui, 12), page_color(ui, THEME_RAISED));
    box = rect_inset(box, margin, ui_px(ui, 9));
    ui_text(ui, rect_cut_top(&box, name), 13, WEIGHT_SEMIBOLD, THEME_TEAM, ALIGN_LEFT, 0, who);
    ui_text(ui, box, 15, WEIGHT_MEDIUM, THEME_TEXT, ALIGN_LEFT, 8, words);
    return height;
}

static float theirs_draw(struct desk *d, struct rect r, const struct desk_turn *turn, int last, int paint)
{
    struct ui *ui = d->ui;
    float margin = ui_px(ui, 18), size = last ? 20 : 15;
    const char *words = text_fill(ui_arena(ui), "desk.quote", "words", turn->words, NULL);
    float height =
        ui_text_height(ui, size, WEIGHT_SEMIBOLD, r.w - 2 * margin, words, 8) + ui_px(ui, last ? 30 : 18);
    if (!paint)
        return height;
    struct rect box = {r.x, r.y, r.w, height};
    draw_rect(ui_list(ui), box, ui_px(ui, 12), page_color(ui, THEME_SPEECH));
    ui_text(ui, rect_inset(box, margin, ui_px(ui, last ? 15 : 9)), size, WEIGHT_SEMIBOLD, THEME_ON_SPEECH, ALIGN_LEFT,
            8, words);
    return height;
}

float desk_talk_draw(struct desk *d, struct rect r, int paint)
{
    const struct view_desk *v = d->v;
    float top = r.y, gap = ui_px(d->ui, 8);
    int first = first_shown(d);
    for (int k = first < 0 ? 0 : first; k < v->turn_count; k++) {
        const struct desk_turn *turn = &v->turns[k];
        if (is_along(d, turn) || (turn->act == 0 && v->turn_count - k > SHOWN))
            continue;
        struct rect line = {r.x, r.y, r.w, 0};
        float height = turn->act > 0 ? own_draw(d, line, turn, 0)
                                     : theirs_draw(d, line, turn, k == v->turn_count - 1, 0);
        if (paint && turn->act > 0)
            own_draw(d, line, turn, 1);
        else if (paint)
            theirs_draw(d, line, turn, k == v->turn_count - 1, 1);
        rect_cut_top(&r, height + gap);
    }
    return r.y > top ? r.y - top - gap : 0;
}

/* --- before the first word --- */

static float guide_inside(struct desk *d, struct rect r, int paint)
{
    struct ui *ui = d->ui;
    const struct view_desk *v = d->v;
    float top = r.y, height = page_words_height(ui, r.w, 16, WEIGHT_BOLD, 3, v->guide_title);
    struct rect title = rect_cut_top(&r, height + ui_px(ui, 6));
    if (paint)
        ui_text(ui, title, 16, WEIGHT_BOLD, THEME_TEAM, ALIGN_LEFT, 3, v->guide_title);
    for (int k = 0; k < v->guide_count; k++)
        rect_cut_top(&r, desk_line_draw(d, r, ICON_CHECK, THEME_TEAM, v->guide[k], "", 1, paint));
    return r.y - top;
}

int desk_guide_is_shown(const struct desk *d)
{
    return d->v->guide_count > 0 && (d->m->guide > 0 || (d->m->guide == 0 && d->v->guide_new));
}

float desk_guide_draw(struct desk *d, struct rect r, int paint)
{
    struct ui *ui = d->ui;
    float margin = ui_px(ui, 16);
    struct rect in = {r.x + margin, r.y + margin, r.w - 2 * margin, DESK_TALL};
    if (!desk_guide_is_shown(d))
        return 0;
    float height = guide_inside(d, in, 0) + 2 * margin;
    if (!paint)
        return height;
    draw_rect(ui_list(ui), (struct rect){r.x, r.y, r.w, height}, ui_px(ui, 12), page_color(ui, THEME_NEUTRAL_PANEL));
    guide_inside(d, in, 1);
    return height;
}

/* --- feedback --- */

/* What came of the other moments: a sign and a word, never the colour alone. */
static void settled_draw(struct desk *d, struct rect *in, int paint)
{
    const struct desk_feedback *f = d->m->feedback;
    if (f->settled_count == 0)
        return;
    rect_cut_top(in, ui_px(d->ui, 6));
    for (int k = 0; k < f->settled_count; k++) {
        const struct desk_line *line = &f->settled[k];
        rect_cut_top(in, desk_line_draw(d, *in, line->tone == TONE_GOOD ? ICON_CHECK : ICON_WARNING,
                                        page_tone(line->tone), line->text, line->note, 1, paint));
    }
}

static void again_draw(struct desk *d, struct rect *in, int paint)
{
    struct ui *ui = d->ui;
    const char *label = text("desk.feedback.again");
    if (!d->m->feedback->can_try)
        return;
    rect_cut_top(in, ui_px(ui, 8));
    struct rect line = rect_cut_top(in, ui_px(ui, 32));
    if (paint && ui_button(ui, rect_cut_left(&line, ui_button_width(ui, label, "R", UI_SMALL)), label, "R", UI_SMALL))
        wish_number(d->wishes, WISH_TRY_AGAIN, DESK_TRY_FEEDBACK);
}

/* What was good, what the customer lived, what to try: each with its sign. */
static void sentences_draw(struct desk *d, struct rect *in, int paint)
{
    const struct desk_feedback *f = d->m->feedback;
    const char *const sentences[] = {f->first, f->seen, f->second};
    const enum icon icons[] = {f->praises ? ICON_CHECK : ICON_WARNING, ICON_WARNING, ICON_PLAY};
    const enum theme_token shades[] = {f->praises ? THEME_GOOD : THEME_WARN, THEME_WARN, THEME_LEARN};
    for (int k = 0; k < 3; k++)
        if (sentences[k] && sentences[k][0])
            rect_cut_top(in, desk_line_draw(d, *in, icons[k], shades[k], sentences[k], "", 1, paint));
}

static float feedback_inside(struct desk *d, struct rect in, int paint)
{
    struct ui *ui = d->ui;
    const struct desk_feedback *f = d->m->feedback;
    float top = in.y;
    desk_heading(d, &in, text("desk.feedback"), "", paint);
    float about = desk_about_draw(d, in, f->incident, f->customer, desk_about_key(d, f->customer), paint);
    rect_cut_top(&in, about > 0 ? about + ui_px(ui, 6) : 0);
    sentences_draw(d, &in, paint);
    for (int k = 0; k < f->evidence_count; k++) {
        struct rect box = rect_cut_top(&in, ui_text_height(ui, 13, WEIGHT_REGULAR, in.w, f->evidence[k], 3));
        if (paint)
            ui_text(ui, box, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 3, f->evidence[k]);
    }
    settled_draw(d, &in, paint);
    again_draw(d, &in, paint);
    return in.y - top;
}

float desk_feedback_draw(struct desk *d, struct rect r, int paint)
{
    struct ui *ui = d->ui;
    float margin = ui_px(ui, 14);
    if (!d->m->feedback)
        return 0;
    struct rect in = {r.x + margin, r.y + margin, r.w - 2 * margin, DESK_TALL};
    float height = feedback_inside(d, in, 0) + 2 * margin;
    if (!paint)
        return height;
    draw_rect(ui_list(ui), (struct rect){r.x, r.y, r.w, height}, ui_px(ui, 12), page_color(ui, THEME_LEARN_PANEL));
    feedback_inside(d, in, 1);
    return height;
}
