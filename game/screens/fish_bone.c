#include "improve_parts.h"

/*
 * Two spines above and two below a line that leads to what happened. A bone
 * runs from each box to the line; what is picked is drawn in full colour.
 */
static const float HEAD = 0.26f, GAP = 34, MARGIN = 22, TITLE = 36, WORDS = 32;

struct fish {
    const struct stage_page *s;
    struct rect body, head;
    float middle;
    int picked;
};

static uint32_t bone_color(const struct fish *f, int spine)
{
    return page_color(f->s->ui, spine == f->picked ? THEME_LEARN : THEME_TEXT_FAINT);
}

static struct rect box_of(const struct fish *f, int spine)
{
    struct rect row = rect_row(f->body, spine / 2, 2, stage_px(f->s, 120));
    return rect_column(row, spine % 2, 2, stage_px(f->s, GAP));
}

/* From the side of the box that faces the line, leaning towards the head. */
static void bone_draw(const struct fish *f, int spine)
{
    struct rect box = box_of(f, spine);
    float x = box.x + box.w * 0.55f, from = spine < 2 ? box.y + box.h : box.y, lean = stage_px(f->s, 46);
    draw_line(ui_list(f->s->ui), x, from, x + lean, f->middle, stage_px(f->s, spine == f->picked ? 8 : 5),
              bone_color(f, spine));
}

static void box_draw(const struct fish *f, int spine, const struct bone *bone)
{
    struct ui *ui = f->s->ui;
    struct rect r = box_of(f, spine);
    draw_rect(ui_list(ui), r, stage_px(f->s, 16), page_color(ui, spine == f->picked ? THEME_LEARN_PANEL : THEME_PANEL));
    if (spine == f->picked)
        draw_frame(ui_list(ui), r, stage_px(f->s, 16), stage_px(f->s, 4), page_color(ui, THEME_LEARN));
    r = rect_inset(r, stage_px(f->s, MARGIN), stage_px(f->s, MARGIN * 0.8f));
    int share = stage_left(f->s) / (SPINE_COUNT - spine) - stage_count_words(bone->name);
    stage_words(f->s, &r, TITLE, WEIGHT_BOLD, spine == f->picked ? THEME_LEARN : THEME_TEXT, 1, bone->name);
    for (int32_t k = 0; k < bone->texts->count; k++) {
        float leading = ui_leading(f->s->ui, WORDS * f->s->unit / ui_scale(f->s->ui));
        int room = (int)(r.h / leading + 0.01f);
        if (room < 1)
            break;
        stage_gap(f->s, &r, 6);
        stage_words(f->s, &r, WORDS, WEIGHT_REGULAR, THEME_TEXT, room, stage_beginning(f->s, bone->texts->items[k], share));
        share -= stage_count_words(bone->texts->items[k]);
    }
}

static void head_draw(const struct fish *f, const char *words)
{
    static const float sizes[] = {48, 44, 40, 36};
    struct ui *ui = f->s->ui;
    struct rect r = f->head;
    float margin = stage_px(f->s, 24), size = stage_fit(f->s, sizes, 4, r.w - 2 * margin, WEIGHT_BOLD, 4, words);
    float height = stage_words_height(f->s, r.w - 2 * margin, size, WEIGHT_BOLD, 6, words) + stage_px(f->s, 100);
    r = rect_inset(r, 0, (r.h - height) / 2);
    draw_rect(ui_list(ui), r, stage_px(f->s, 20), page_color(ui, THEME_BAD_PANEL));
    r = rect_inset(r, margin, stage_px(f->s, 50));
    stage_words_in(f->s, &r, size, WEIGHT_BOLD, THEME_TEXT, ALIGN_CENTER, 6, words);
}

void fish_bone_draw(const struct stage_page *s, struct rect r, const char *head, const struct bone bones[SPINE_COUNT],
                    int picked)
{
    struct fish f = {.s = s, .picked = picked, .middle = r.y + r.h / 2};
    f.head = rect_cut_right(&r, r.w * HEAD);
    rect_cut_right(&r, stage_px(s, 60));
    f.body = r;
    draw_line(ui_list(s->ui), r.x, f.middle, f.head.x, f.middle, stage_px(s, 10), page_color(s->ui, THEME_TEXT_DIM));
    for (int i = 0; i < SPINE_COUNT; i++)
        bone_draw(&f, i);
    head_draw(&f, head);
    for (int i = 0; i < SPINE_COUNT; i++) {
        ui_scope_push(s->ui, bones[i].name);
        box_draw(&f, i, &bones[i]);
        ui_scope_pop(s->ui);
    }
}
