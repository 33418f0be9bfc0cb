#include "desk_parts.h"

#include <stdio.h>
#include <string.h>

void desk_memory_begin(struct desk_memory *m)
{
    memset(m, 0, sizeof *m);
    desk_draft_begin(&m->draft);
}

void desk_turn_to(struct desk_memory *m, incident_id incident, customer_id customer)
{
    enum desk_mode mode = m->draft.mode;
    desk_draft_begin(&m->draft);
    m->draft.mode = mode;
    m->draft.incident = incident;
    m->draft.customer = customer;
}

void desk_done(struct desk_memory *m, int accepted)
{
    if (accepted)
        desk_turn_to(m, m->draft.incident, m->draft.customer);
}

void desk_spoke(struct desk_memory *m, int32_t act)
{
    if (m->said_count == DESK_SAID)
        memmove(m->said, m->said + 1, sizeof m->said[0] * (size_t)--m->said_count);
    struct desk_said *said = &m->said[m->said_count++];
    said->act = act;
    snprintf(said->words, sizeof said->words, "%s", m->saying);
    m->saying[0] = '\0';
}

void desk_tell(struct desk_memory *m, enum tone tone, const char *sentence)
{
    snprintf(m->toast, sizeof m->toast, "%s", sentence);
    m->toast_tone = tone;
}

const char *desk_named(struct desk *d, const char *key)
{
    return text_fill(ui_arena(d->ui), key, "customer", d->v->face ? d->v->face->first : "", NULL);
}

/* --- the foot: time --- */

static void foot_hint(struct desk *d, struct rect bar)
{
    const char *words = d->m->toast[0] ? d->m->toast : text(d->m->running ? "desk.runs" : "desk.stands");
    enum theme_token color = d->m->toast[0] ? page_tone(d->m->toast_tone) : THEME_TEXT_DIM;
    float height = ui_text_height(d->ui, 14, WEIGHT_MEDIUM, bar.w, words, 2);
    if (bar.w < ui_px(d->ui, 120))
        return;
    struct rect box = {bar.x, bar.y + (bar.h - height) / 2, bar.w, height};
    ui_text(d->ui, box, 14, WEIGHT_MEDIUM, color, ALIGN_LEFT, 2, words);
}

static int left_button(struct desk *d, struct rect *bar, const char *label, const char *key, int flags)
{
    float height = ui_px(d->ui, 44);
    struct rect r = rect_cut_left(bar, ui_button_width(d->ui, label, key, flags));
    rect_cut_left(bar, ui_px(d->ui, 10));
    return ui_button(d->ui, (struct rect){r.x, r.y + (r.h - height) / 2, r.w, height}, label, key, flags);
}

static void wait_for(struct desk *d, enum desk_wait how)
{
    d->m->briefed = 1;
    d->m->guide = -1;
    wish_number(d->wishes, WISH_WAIT, (int32_t)how);
}

/* The key works also where there is no room for its button. */
static void guide_button(struct desk *d, struct rect *bar)
{
    const char *label = text("desk.guide.show");
    int fits = bar->w > ui_button_width(d->ui, label, "?", UI_QUIET) + ui_px(d->ui, 16);
    if (fits ? page_button(d->ui, bar, label, "?", UI_QUIET) : ui_shortcut(d->ui, "?"))
        d->m->guide = desk_guide_is_shown(d) ? -1 : 1;
}

static void foot_draw(struct desk *d, struct rect bar)
{
    const struct view_desk *v = d->v;
    if (page_button(d->ui, &bar, text("desk.stop"), "Esc", UI_QUIET))
        d->m->leaving = 1;
    int quiet = v->incident == NOBODY && !d->m->over ? UI_PRIMARY : 0;
    if (left_button(d, &bar, text(d->m->running ? "desk.wait.stop" : "desk.wait"), "Space",
                    d->m->over ? UI_DISABLED : quiet))
        wait_for(d, DESK_WAIT_NEWS);
    if (v->call_at >= 0 && !d->m->over && !d->m->running &&
        left_button(d, &bar, text_fill(ui_arena(d->ui), "desk.wait.call", "time", v->call, NULL), "C", 0))
        wait_for(d, DESK_WAIT_CALL);
    guide_button(d, &bar);
    rect_cut_left(&bar, ui_px(d->ui, 8));
    foot_hint(d, bar);
}

/* --- stopping --- */

static void leaving_draw(struct desk *d)
{
    struct ui *ui = d->ui;
    float width = ui_px(ui, 560),
          words = page_words_height(ui, width - ui_px(ui, 48), 16, WEIGHT_REGULAR, 6, text("desk.leave.what"));
    struct rect r = ui_modal_begin(ui, text("desk.leave.title"), width, words + ui_px(ui, 90 + 3 * 54), NULL);
    struct rect inner = ui_scroll_begin(ui, "leaving", r, words + ui_px(ui, 14 + 3 * 54));
    page_words(ui, &inner, 16, WEIGHT_REGULAR, THEME_TEXT, 6, text("desk.leave.what"));
    page_gap(ui, &inner, 14);
    static const char *const labels[] = {"desk.leave.stay", "desk.leave.later", "desk.leave.see"}, *const keys[] = {
                                                                                                       "Esc", "L", "S"};
    int used = -1;
    for (int i = 0; i < 3; i++) {
        struct rect line = rect_cut_top(&inner, ui_px(ui, 54));
        line.h -= ui_px(ui, 10);
        if (ui_button(ui, line, text(labels[i]), keys[i], i == 0 ? UI_PRIMARY : 0))
            used = i;
    }
    ui_scroll_end(ui);
    ui_modal_end(ui);
    if (used == 2)
        wish(d->wishes, WISH_RESULT);
    if (used == 1)
        wish(d->wishes, WISH_BACK);
    if (used >= 0)
        d->m->leaving = 0;
}

/* --- nothing to do --- */

static float paragraph(struct desk *d, struct rect *r, float size, enum draw_weight weight, enum theme_token color,
                       const char *words, float gap, int paint)
{
    float height = page_words_height(d->ui, r->w, size, weight, 6, words);
    struct rect box = rect_cut_top(r, height);
    if (paint && words[0])
        ui_text(d->ui, box, size, weight, color, ALIGN_LEFT, 6, words);
    rect_cut_top(r, ui_px(d->ui, gap));
    return height + ui_px(d->ui, gap);
}

/* Something came over from the round before. */
static float waiting_draw(struct desk *d, struct rect r, int paint)
{
    struct ui *ui = d->ui;
    float top = r.y;
    paragraph(d, &r, 17, WEIGHT_SEMIBOLD, THEME_TEXT, desk_named(d, "desk.quiet.open"), 12, paint);
    struct rect line = rect_cut_top(&r, ui_px(ui, 48)), button = line;
    button.w = ui_button_width(ui, text("desk.begin.go"), "Enter", UI_PRIMARY | UI_LARGE);
    if (paint && ui_button(ui, button, text("desk.begin.go"), "Enter", UI_PRIMARY | UI_LARGE))
        d->m->briefed = 1;
    return r.y - top;
}

/* Before anybody has called: what the day is about, and how it goes. */
static float briefing_draw(struct desk *d, struct rect r, int paint)
{
    float top = r.y;
    paragraph(d, &r, 26, WEIGHT_BOLD, THEME_CUSTOMER, d->v->round, 10, paint);
    for (int32_t i = 0; i < d->v->briefing.count; i++)
        paragraph(d, &r, 17, WEIGHT_REGULAR, THEME_TEXT, d->v->briefing.items[i], 8, paint);
    rect_cut_top(&r, ui_px(d->ui, 14));
    float guide = desk_guide_draw(d, r, paint);
    rect_cut_top(&r, guide > 0 ? guide + ui_px(d->ui, 18) : 0);
    if (d->v->incident == NOBODY)
        paragraph(d, &r, 17, WEIGHT_SEMIBOLD, THEME_TEAM, text("desk.quiet.begin"), 0, paint);
    else
        rect_cut_top(&r, waiting_draw(d, r, paint));
    return r.y - top;
}

static float quiet_draw(struct desk *d, struct rect r, int paint)
{
    float top = r.y;
    if (d->v->briefing.count)
        return briefing_draw(d, r, paint);
    paragraph(d, &r, 26, WEIGHT_BOLD, THEME_TEXT, text("desk.quiet"), 8, paint);
    paragraph(d, &r, 17, WEIGHT_REGULAR, THEME_TEXT_DIM, text("desk.quiet.what"), 0, paint);
    return r.y - top;
}

static float over_draw(struct desk *d, struct rect r, int paint)
{
    struct ui *ui = d->ui;
    float top = r.y;
    paragraph(d, &r, 26, WEIGHT_BOLD, THEME_TEXT, text("desk.over"), 8, paint);
    paragraph(d, &r, 17, WEIGHT_REGULAR, THEME_TEXT_DIM,
              text_fill(ui_arena(ui), "desk.over.what", "incident", d->v->title, NULL), 20, paint);
    struct rect line = rect_cut_top(&r, ui_px(ui, 48)),
                button =
                    rect_cut_left(&line, ui_button_width(ui, text("desk.over.see"), "Enter", UI_PRIMARY | UI_LARGE));
    if (paint && ui_button(ui, button, text("desk.over.see"), "Enter", UI_PRIMARY | UI_LARGE))
        wish(d->wishes, WISH_RESULT);
    return r.y - top;
}

static int is_idle(const struct desk *d)
{
    return d->m->over || d->v->incident == NOBODY || (d->v->briefing.count > 0 && !d->m->briefed);
}

static float idle_draw(struct desk *d, struct rect r, int paint)
{
    r.h = DESK_TALL;
    return d->m->over ? over_draw(d, r, paint) : quiet_draw(d, r, paint);
}

/* --- the page --- */

/* Small where the large ones do not fit; what room is left then lies between the groups. */
static void find_density(struct desk *d, struct rect column, float room)
{
    d->small = 0;
    d->loose = 0;
    float spare = room - desk_compose(d, column, 0);
    if (spare >= 0)
        return;
    d->small = 1;
    spare = room - desk_compose(d, column, 0);
    float most = ui_px(d->ui, 16);
    d->loose = spare <= 0 ? 0 : spare / 5 > most ? most : spare / 5;
}

static void right_column(struct desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    if (is_idle(d)) {
        struct rect inner =
            ui_scroll_begin(ui, "quiet", r, idle_draw(d, (struct rect){r.x, r.y, r.w - ui_px(ui, 18), 0}, 0));
        idle_draw(d, (struct rect){inner.x, inner.y, r.w - ui_px(ui, 18), 0}, 1);
        ui_scroll_end(ui);
        return;
    }
    desk_tabs(d, rect_cut_top(&r, ui_px(ui, 40)));
    page_gap(ui, &r, 14);
    float below = desk_sentence_height(d, r.w), bar = ui_px(ui, 18);
    struct rect foot = rect_cut_bottom(&r, below);
    rect_cut_bottom(&r, ui_px(ui, 10));
    struct rect narrow = {r.x, r.y, r.w - bar, 0};
    find_density(d, narrow, r.h);
    struct rect inner = ui_scroll_begin(ui, "compose", r, desk_compose(d, narrow, 0));
    inner.w = narrow.w;
    desk_compose(d, inner, 1);
    ui_scroll_end(ui);
    desk_sentence_draw(d, foot);
}

static void wide_page(struct desk *d, struct rect page)
{
    struct ui *ui = d->ui;
    struct rect left = rect_cut_left(&page, page.w * 0.48f);
    draw_rect(ui_list(ui), left, 0, page_color(ui, THEME_PANEL));
    left = rect_inset(left, ui_px(ui, 28), ui_px(ui, 24));
    float bar = ui_px(ui, 18);
    struct rect narrow = {left.x, left.y, left.w - bar, left.h};
    struct rect inner = ui_scroll_begin(ui, "person", left, desk_person(d, narrow, 0));
    desk_person(d, (struct rect){inner.x, inner.y, narrow.w, left.h}, 1);
    ui_scroll_end(ui);
    right_column(d, rect_inset(page, ui_px(ui, 32), ui_px(ui, 24)));
}

static float compose_all(struct desk *d, struct rect r, int paint)
{
    struct ui *ui = d->ui;
    float tabs = ui_px(ui, 54), height = tabs + desk_compose(d, r, 0) + ui_px(ui, 10),
          below = desk_sentence_height(d, r.w);
    if (!paint)
        return height + below;
    desk_tabs(d, (struct rect){r.x, r.y, r.w, ui_px(ui, 40)});
    desk_compose(d, (struct rect){r.x, r.y + tabs, r.w, 0}, 1);
    desk_sentence_draw(d, (struct rect){r.x, r.y + height, r.w, below});
    return height + below;
}

/* One column: what to do stands right under what was said. */
static void narrow_page(struct desk *d, struct rect page)
{
    struct ui *ui = d->ui;
    page = rect_inset(page, ui_px(ui, 18), ui_px(ui, 12));
    float width = page.w - ui_px(ui, 18), gap = ui_px(ui, 18);
    struct rect r = {page.x, page.y, width, DESK_TALL};
    d->small = d->feedback_first = 1;
    float head = desk_person_head(d, r, 0), middle = is_idle(d) ? idle_draw(d, r, 0) : compose_all(d, r, 0),
          foot = desk_person_foot(d, r, 0);
    struct rect inner = ui_scroll_begin(ui, "desk", page, head + middle + foot + 2 * gap);
    r.x = inner.x;
    r.y = inner.y;
    desk_person_head(d, r, 1);
    rect_cut_top(&r, head + gap);
    if (is_idle(d))
        idle_draw(d, r, 1);
    else
        compose_all(d, r, 1);
    rect_cut_top(&r, middle + gap);
    desk_person_foot(d, r, 1);
    ui_scroll_end(ui);
}

void desk_screen(struct ui *ui, const struct view_desk *view, struct desk_memory *m, struct wishes *wishes)
{
    struct desk d = {.ui = ui, .v = view, .m = m, .wishes = wishes};
    struct rect page = page_begin(ui);
    int wide = page_width(ui) >= 1000 && page_height(ui) >= 560;
    struct rect foot = page_foot(ui, &page);
    if (wide)
        wide_page(&d, page);
    else
        narrow_page(&d, page);
    foot_draw(&d, foot);
    if (m->leaving)
        leaving_draw(&d);
}
