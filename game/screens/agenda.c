#include "screens/agenda.h"
#include "page_parts.h"

static const float STRIP = 56;

struct strip {
    struct ui *ui;
    const struct view_agenda *view;
    struct agenda_memory *m;
    struct wishes *wishes;
};

/* Out of a round the way leads past a question. */
static void go(struct strip *s, int32_t step)
{
    s->m->open = 0;
    if (s->view->ends_round || s->view->lines[step].finishes)
        s->m->leaving = 1 + step;
    else
        wish_number(s->wishes, WISH_STEP, step);
}

/* --- the strip --- */

static int strip_button(struct strip *s, struct rect *r, const char *label, const char *key, int flags)
{
    struct ui *ui = s->ui;
    float width = ui_button_width(ui, label, key, flags);
    struct rect box = rect_inset(rect_cut_right(r, width), 0, (r->h - ui_px(ui, 38)) / 2);
    rect_cut_right(r, ui_px(ui, 8));
    return ui_button(ui, box, label, key, flags);
}

static const float SEGMENT_GAP = 3;

static enum theme_token segment_color(const struct agenda_line *line)
{
    switch (line->state) {
    case AGENDA_NOW: return THEME_TEAM;
    case AGENDA_DONE: return THEME_TEXT_DIM;
    case AGENDA_SKIPPED:
    case AGENDA_AHEAD: break;
    }
    return THEME_LINE;
}

/* A piece for each step, as wide as it is long; the present one fills as its minutes go. */
static void bar_draw(struct strip *s, struct rect r)
{
    struct ui *ui = s->ui;
    int32_t all = 0;
    float gap = ui_px(ui, SEGMENT_GAP), room = r.w - gap * (float)(s->view->count - 1), x = r.x;
    for (int32_t k = 0; k < s->view->count; k++)
        all += s->view->lines[k].minutes;
    for (int32_t k = 0; k < s->view->count && all > 0; k++) {
        const struct agenda_line *line = &s->view->lines[k];
        struct rect piece = {x, r.y, room * (float)line->minutes / (float)all, r.h};
        float share = line->state == AGENDA_NOW && line->minutes > line->spent ? (float)line->spent / (float)line->minutes : 1;
        if (line->state == AGENDA_NOW) {
            draw_rect(ui_list(ui), piece, ui_px(ui, 2), page_color(ui, THEME_LINE));
            draw_frame(ui_list(ui), rect_inset(piece, -1, -ui_px(ui, 3)), ui_px(ui, 3), 1, page_color(ui, THEME_TEAM));
        }
        draw_rect(ui_list(ui), (struct rect){piece.x, piece.y, piece.w * share, piece.h}, ui_px(ui, 2),
                  page_color(ui, segment_color(line)));
        x += piece.w + gap;
    }
}

static void strip_words(struct strip *s, struct rect r)
{
    struct ui *ui = s->ui;
    const struct view_agenda *v = s->view;
    struct rect top = rect_cut_top(&r, r.h / 2);
    float width = ui_text_width(ui, 15, WEIGHT_BOLD, v->name) + ui_px(ui, 2);
    ui_text(ui, rect_cut_left(&top, width < top.w ? width : top.w), 15, WEIGHT_BOLD, THEME_TEXT, ALIGN_LEFT, 0, v->name);
    rect_cut_left(&top, ui_px(ui, 10));
    if (top.w > ui_text_width(ui, 14, WEIGHT_MEDIUM, v->left))
        ui_text(ui, top, 14, WEIGHT_MEDIUM, page_tone(v->left_tone), ALIGN_LEFT, 0, v->left);
    ui_text(ui, r, 14, WEIGHT_REGULAR, page_tone(v->ends_tone), ALIGN_LEFT, 0, v->ends);
}

static void strip_buttons(struct strip *s, struct rect *r)
{
    struct ui *ui = s->ui;
    const struct view_agenda *v = s->view;
    int wide = page_width(ui) >= 1100;
    if (v->next != NOBODY && strip_button(s, r, wide ? v->go_on : text("agenda.next-short"), "Ctrl+PgDn", v->skips ? 0 : UI_PRIMARY))
        go(s, v->next);
    if (strip_button(s, r, text("agenda.back"), wide ? "Ctrl+PgUp" : "", v->back == NOBODY ? UI_DISABLED : 0))
        go(s, v->back);
    if (!wide && v->back != NOBODY && ui_shortcut(ui, "Ctrl+PgUp"))
        go(s, v->back);
    if (strip_button(s, r, text("agenda.all"), "F5", 0))
        s->m->open = 1;
}

void agenda_strip(struct ui *ui, const struct view_agenda *view, struct agenda_memory *m, struct wishes *wishes)
{
    struct strip s = {ui, view, m, wishes};
    struct rect room = ui_room(ui), r = rect_cut_bottom(&room, ui_px(ui, STRIP));
    if (view->now == NOBODY)
        return;
    ui_set_room(ui, room);
    draw_rect(ui_list(ui), r, 0, page_color(ui, THEME_PANEL));
    page_line(ui, &r);
    r = rect_inset(r, ui_px(ui, 24), ui_px(ui, 5));
    ui_scope_push(ui, "agenda");
    strip_buttons(&s, &r);
    ui_scope_pop(ui);
    rect_cut_right(&r, ui_px(ui, 10));
    float words = ui_text_width(ui, 14, WEIGHT_REGULAR, view->ends) + ui_px(ui, 12), now = ui_text_width(ui, 15, WEIGHT_BOLD, view->name) + ui_text_width(ui, 14, WEIGHT_MEDIUM, view->left) + ui_px(ui, 24);
    if (now > words)
        words = now;
    strip_words(&s, rect_cut_left(&r, words < r.w ? words : r.w));
    rect_cut_left(&r, ui_px(ui, 16));
    if (r.w > ui_px(ui, 120))
        bar_draw(&s, rect_inset(r, 0, (r.h - ui_px(ui, 10)) / 2));
}

/* --- all steps --- */

static const float ROW = 34;

static void cell(struct ui *ui, struct rect *r, float width, enum draw_weight weight, enum theme_token color, const char *words)
{
    ui_text(ui, rect_cut_right(r, ui_px(ui, width)), 14, weight, color, ALIGN_RIGHT, 0, words);
}

static void step_row(struct strip *s, int32_t k, struct rect r)
{
    static const enum icon icons[] = {[AGENDA_AHEAD] = ICON_COUNT, [AGENDA_NOW] = ICON_PLAY, [AGENDA_DONE] = ICON_CHECK, [AGENDA_SKIPPED] = ICON_CLOSE};
    struct ui *ui = s->ui;
    const struct agenda_line *line = &s->view->lines[k];
    int here = line->state == AGENDA_NOW, refused = line->refusal[0] != '\0';
    enum theme_token color = here ? THEME_TEAM : line->state == AGENDA_AHEAD ? THEME_TEXT : THEME_TEXT_DIM;
    if (ui_row(ui, r, line->name, "", (here ? UI_SELECTED : 0) | (refused ? UI_DISABLED : 0)) && !here)
        go(s, k);
    r = rect_inset(r, ui_px(ui, 10), 0);
    struct draw_font font = {.size = 16 * ui_scale(ui), .weight = WEIGHT_ICON};
    struct rect mark = rect_cut_left(&r, ui_px(ui, 28));
    if (icons[line->state] != ICON_COUNT)
        draw_text(ui_list(ui), mark, &font, page_color(ui, color), ALIGN_LEFT, icon_text(icons[line->state]));
    cell(ui, &r, 74, WEIGHT_MEDIUM, line->spent > line->minutes ? THEME_WARN : THEME_TEXT_DIM, line->real);
    cell(ui, &r, 82, WEIGHT_REGULAR, THEME_TEXT_DIM, line->planned);
    cell(ui, &r, 64, WEIGHT_REGULAR, THEME_TEXT_DIM, line->begins);
    cell(ui, &r, 74, WEIGHT_MEDIUM, color, line->word);
    rect_cut_right(&r, ui_px(ui, 10));
    ui_text(ui, r, 15, here ? WEIGHT_BOLD : WEIGHT_REGULAR, color, ALIGN_LEFT, 0, line->name);
}

static void head_row(struct strip *s, struct rect r)
{
    struct ui *ui = s->ui;
    r = rect_inset(r, ui_px(ui, 10), 0);
    rect_cut_right(&r, ui_px(ui, 18));
    cell(ui, &r, 74, WEIGHT_MEDIUM, THEME_TEXT_FAINT, text("agenda.column-real"));
    cell(ui, &r, 82, WEIGHT_MEDIUM, THEME_TEXT_FAINT, text("agenda.column-planned"));
    cell(ui, &r, 64, WEIGHT_MEDIUM, THEME_TEXT_FAINT, text("agenda.column-begins"));
}

static void list_dialog(struct strip *s)
{
    struct ui *ui = s->ui;
    int escaped = 0;
    float row = ui_px(ui, ROW), height = row * (float)s->view->count;
    struct rect r = ui_modal_begin(ui, text("agenda.title"), ui_px(ui, 760), height + ui_px(ui, 196), &escaped);
    struct rect bar = rect_cut_bottom(&r, ui_px(ui, 48)), line = rect_cut_bottom(&r, ui_px(ui, 34));
    ui_text(ui, line, 15, WEIGHT_MEDIUM, page_tone(s->view->ends_tone), ALIGN_LEFT, 0, s->view->ends);
    if (page_button(ui, &bar, text("agenda.close"), "", UI_PRIMARY) || escaped)
        s->m->open = 0;
    if (page_button(ui, &bar, text("agenda.more"), "+", 0))
        wish_number(s->wishes, WISH_EXTEND, 5);
    if (page_button(ui, &bar, text("agenda.fewer"), "-", 0))
        wish_number(s->wishes, WISH_EXTEND, -5);
    if (page_button(ui, &bar, text("settings.title"), "F7", UI_QUIET)) {
        s->m->open = 0;
        wish(s->wishes, WISH_SETTINGS);
    }
    head_row(s, rect_cut_top(&r, ui_px(ui, 26)));
    struct rect list = ui_scroll_begin(ui, "steps", r, height);
    list.w = r.w - ui_px(ui, 18);
    for (int32_t k = 0; k < s->view->count; k++) {
        ui_scope_push(ui, arena_printf(ui_arena(ui), "%d", k));
        step_row(s, k, rect_inset(rect_cut_top(&list, row), 0, ui_px(ui, 1)));
        ui_scope_pop(ui);
    }
    ui_scroll_end(ui);
    ui_modal_end(ui);
}

/* Out of a running round, or past rounds that are left. */
static void leaving_dialog(struct strip *s)
{
    struct ui *ui = s->ui;
    int escaped = 0;
    int32_t to = s->m->leaving - 1;
    const struct agenda_line *line = &s->view->lines[to];
    const char *title = text(line->finishes ? "agenda.finish" : "agenda.leave-round");
    const char *means = line->finishes ? text("agenda.finish-means") : text_fill(ui_arena(ui), "agenda.leave-round-means", "step", line->name, NULL);
    struct rect r = ui_modal_begin(ui, title, ui_px(ui, 560), ui_px(ui, 230), &escaped);
    struct rect bar = rect_cut_bottom(&r, ui_px(ui, 48));
    page_words(ui, &r, 16, WEIGHT_REGULAR, THEME_TEXT, 5, means);
    if (page_button(ui, &bar, text("agenda.leave-round-stay"), "", UI_PRIMARY) || escaped)
        s->m->leaving = 0;
    if (page_button(ui, &bar, text(line->finishes ? "agenda.finish-go" : "agenda.leave-round-go"), "", UI_DANGER)) {
        s->m->leaving = 0;
        wish_number(s->wishes, WISH_STEP, to);
    }
    ui_modal_end(ui);
}

void agenda_dialogs(struct ui *ui, const struct view_agenda *view, struct agenda_memory *m, struct wishes *wishes)
{
    struct strip s = {ui, view, m, wishes};
    if (view->now == NOBODY)
        return;
    if (m->open)
        list_dialog(&s);
    else if (m->leaving)
        leaving_dialog(&s);
    else if (ui_shortcut(ui, "F5"))
        m->open = 1;
}

/* --- the break --- */

enum { UPCOMING = 5 };

static void upcoming_draw(struct ui *ui, const struct view_agenda *view, struct rect r)
{
    page_heading(ui, &r, text("agenda.then"));
    for (int32_t k = view->now + 1; k < view->count && k <= view->now + UPCOMING; k++) {
        struct rect line = rect_cut_top(&r, ui_px(ui, 34)), at = rect_cut_left(&line, ui_px(ui, 76));
        ui_text(ui, at, 17, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, view->lines[k].begins);
        ui_text(ui, line, 17, WEIGHT_MEDIUM, THEME_TEXT, ALIGN_LEFT, 0, view->lines[k].name);
    }
}

static void break_draw(struct ui *ui, const struct view_agenda *view, struct rect r, struct wishes *wishes)
{
    page_words(ui, &r, 44, WEIGHT_BOLD, THEME_TEXT, 2, text_fill(ui_arena(ui), "agenda.back-at", "time", view->back_at, NULL));
    page_gap(ui, &r, 12);
    page_words(ui, &r, 17, WEIGHT_REGULAR, THEME_TEXT_DIM, 6, text("agenda.break-how"));
    page_gap(ui, &r, 22);
    struct rect line = rect_cut_top(&r, ui_px(ui, 40));
    if (ui_button(ui, rect_cut_left(&line, ui_button_width(ui, text("agenda.more"), "+", 0)), text("agenda.more"), "+", 0))
        wish_number(wishes, WISH_EXTEND, 5);
    rect_cut_left(&line, ui_px(ui, 10));
    if (ui_button(ui, rect_cut_left(&line, ui_button_width(ui, text("agenda.fewer"), "-", 0)), text("agenda.fewer"), "-", 0))
        wish_number(wishes, WISH_EXTEND, -5);
    page_gap(ui, &r, 34);
    upcoming_draw(ui, view, r);
}

void break_screen(struct ui *ui, const struct view_agenda *view, const struct break_stage *stage, struct wishes *wishes)
{
    struct rect page = page_begin(ui), top = page_top(ui, &page);
    if (page_button(ui, &top, text("round.to-start"), "Esc", 0))
        wish(wishes, WISH_BACK);
    if (page_button(ui, &top, text(stage->blank ? "round.show-stage" : "round.blank-stage"), "F6", stage->blank ? UI_PRIMARY : 0))
        wish(wishes, WISH_BLANK);
    if (stage->one_display && page_button(ui, &top, text("round.stage"), "F8", 0))
        wish(wishes, WISH_STAGE_PANE);
    page_title(ui, top, view->name, view->left);
    float most = ui_px(ui, 720), bar = ui_px(ui, 18), height = ui_px(ui, 470);
    struct rect r = rect_inset(page, ui_px(ui, 24), ui_px(ui, 20));
    if (r.w > most)
        r = rect_inset(r, (r.w - most) / 2, 0);
    if (r.h > height)
        r = rect_inset(r, 0, (r.h - height) / 2);
    struct rect inner = ui_scroll_begin(ui, "break", r, height);
    inner.w = r.w - bar;
    break_draw(ui, view, inner, wishes);
    ui_scroll_end(ui);
}

void stage_break(struct ui *ui, const struct view_agenda *view)
{
    struct rect page = page_begin(ui);
    float across = page.w / 1920, down = page.h / 1080, scale = across < down ? across : down, one = scale / ui_scale(ui);
    const char *back = text_fill(ui_arena(ui), "agenda.back-at", "time", view->back_at, NULL);
    struct rect r = rect_inset(page, 96 * scale, 330 * scale);
    page_words(ui, &r, 56 * one, WEIGHT_SEMIBOLD, THEME_CUSTOMER, 1, view->name);
    rect_cut_top(&r, 10 * scale);
    page_words(ui, &r, 140 * one, WEIGHT_BOLD, THEME_TEXT, 2, back);
    rect_cut_top(&r, 20 * scale);
    page_words(ui, &r, 48 * one, WEIGHT_REGULAR, THEME_TEXT_DIM, 1, view->left);
}
