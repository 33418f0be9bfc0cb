/* The stage's forms, complaints, board and celebration. */
#include "draw/chart.h"
#include "improve_parts.h"

enum { COMPLAINTS_SHOWN = 3, MILESTONES = 12 };   /* words that milestones take */

/* --- conditions of satisfaction --- */

static void blank_line(const struct improve_stage *d, struct rect *r, const char *question)
{
    stage_words(&d->s, r, 44, WEIGHT_SEMIBOLD, THEME_ON_SPEECH, 2, question);
    stage_gap(&d->s, r, 74);
    draw_rect(ui_list(d->s.ui), (struct rect){r->x, r->y, r->w, stage_px(&d->s, 3)}, 0,
              theme_fade(page_color(d->s.ui, THEME_ON_SPEECH), 0.5f));
    stage_gap(&d->s, r, 34);
}

static void blank_form(const struct improve_stage *d, struct rect r)
{
    static const char *const lines[] = {"improve.forms-stage-1", "improve.forms-stage-2", "improve.forms-stage-3"};
    draw_rect(ui_list(d->s.ui), r, stage_px(&d->s, 10), page_color(d->s.ui, THEME_SPEECH));
    r = rect_inset(r, stage_px(&d->s, 48), stage_px(&d->s, 44));
    for (int i = 0; i < 3; i++)
        blank_line(d, &r, text(lines[i]));
}

/* Only what the room has agreed may be read here. */
static const struct improve_form *agreed_form(const struct improve_stage *d)
{
    for (int i = 0; i < d->view->form_count; i++)
        if (d->view->forms[i].agreed)
            return &d->view->forms[i];
    return NULL;
}

static void condition_draw(const struct improve_stage *d, struct rect *r, const char *words)
{
    struct rect line = *r;
    const char *shown = stage_beginning(&d->s, words, stage_left(&d->s) - MILESTONES);
    if (!shown[0])
        return;
    float dot = stage_px(&d->s, 8);
    draw_circle(ui_list(d->s.ui), line.x + dot, line.y + stage_px(&d->s, 26), dot, page_color(d->s.ui, THEME_CUSTOMER));
    rect_cut_left(&line, stage_px(&d->s, 40));
    rect_cut_top(r, stage_words(&d->s, &line, 38, WEIGHT_MEDIUM, THEME_TEXT, 3, shown));
    stage_gap(&d->s, r, 14);
}

static void milestone_draw(const struct improve_stage *d, struct rect *r, const struct improve_milestone *m)
{
    const char *word = text(m->checked ? "improve.forms-checked"
                            : m->past  ? "improve.forms-missed"
                                       : "improve.forms-ahead");
    struct rect line = rect_cut_top(r, stage_px(&d->s, 50));
    stage_line(&d->s, rect_cut_left(&line, stage_px(&d->s, 120)), 36, WEIGHT_BOLD, THEME_TEXT, ALIGN_LEFT, m->time);
    stage_line(&d->s, line, 36, WEIGHT_SEMIBOLD,
               m->checked ? THEME_GOOD
               : m->past  ? THEME_BAD
                          : THEME_TEXT_DIM,
               ALIGN_LEFT, word);
}

static void agreed_draw(const struct improve_stage *d, const struct improve_form *f, struct rect r)
{
    draw_rect(ui_list(d->s.ui), r, stage_px(&d->s, 22), page_color(d->s.ui, THEME_PANEL));
    r = rect_inset(r, stage_px(&d->s, 40), stage_px(&d->s, 40));
    stage_words(&d->s, &r, 46, WEIGHT_BOLD, THEME_TEXT, 2, f->title);
    stage_words(&d->s, &r, 34, WEIGHT_MEDIUM, THEME_TEXT_DIM, 1, f->customer);
    stage_gap(&d->s, &r, 24);
    for (int32_t k = 0; k < f->conditions.count && r.h > stage_px(&d->s, 170); k++)
        condition_draw(d, &r, f->conditions.items[k]);
    stage_gap(&d->s, &r, 10);
    for (int k = 0; k < f->milestone_count && r.h >= stage_px(&d->s, 50); k++) {
        ui_scope_push(d->s.ui, f->milestones[k].title);
        milestone_draw(d, &r, &f->milestones[k]);
        ui_scope_pop(d->s.ui);
    }
}

void stage_forms(const struct improve_stage *d, struct rect r)
{
    const struct improve_form *agreed = agreed_form(d);
    stage_words(&d->s, &r, 76, WEIGHT_BOLD, THEME_TEXT, 1, text("improve.forms-stage"));
    stage_gap(&d->s, &r, 36);
    rect_cut_bottom(&r, stage_px(&d->s, 20));
    blank_form(d, agreed ? rect_column(r, 0, 2, stage_px(&d->s, 36)) : rect_inset(r, r.w * 0.16f, 0));
    if (agreed)
        agreed_draw(d, agreed, rect_column(r, 1, 2, stage_px(&d->s, 36)));
}

/* --- complaints --- */

/* behind: complaints that are still to be drawn, this one too. */
static void complaint_draw(const struct improve_stage *d, const struct improve_complaint *c, int behind, struct rect r)
{
    struct arena *a = ui_arena(d->s.ui);
    draw_rect(ui_list(d->s.ui), r, stage_px(&d->s, 16), page_color(d->s.ui, THEME_PANEL));
    r = rect_inset(r, stage_px(&d->s, 32), stage_px(&d->s, 22));
    struct rect right = rect_cut_right(&r, stage_px(&d->s, 480));
    rect_cut_right(&r, stage_px(&d->s, 30));
    const char *about = c->words[0] ? c->words : c->about;
    enum { BESIDE = 14 };   /* words that name customer, owner and date */
    stage_words(&d->s, &r, 40, WEIGHT_SEMIBOLD, THEME_TEXT, 2, stage_beginning(&d->s, about, stage_left(&d->s) / behind - BESIDE));
    stage_words(&d->s, &r, 34, WEIGHT_REGULAR, THEME_TEXT_DIM, 1, c->customer);
    struct rect low = rect_row(right, 1, 2, 0);
    right = rect_row(right, 0, 2, 0);
    stage_line(&d->s, right, 38, WEIGHT_BOLD, c->owned ? THEME_TEAM : THEME_WARN, ALIGN_RIGHT, c->owned ? c->owner : text("improve.ledger-unowned"));
    const char *due = arena_printf(a, "%s, %s", text_fill(a, "improve.ledger-due", "due", c->due, NULL), c->state);
    stage_line(&d->s, low, 36, WEIGHT_SEMIBOLD, page_tone(c->tone), ALIGN_RIGHT, due);
}

/* The room's question: it fills a wall without a complaint, and stands below few. */
static void ledger_ask(const struct improve_stage *d, struct rect r, const char *question, float design)
{
    float high = stage_words_height(&d->s, r.w, design, WEIGHT_SEMIBOLD, 3, question);
    rect_cut_top(&r, (r.h - high) / 2);
    stage_words(&d->s, &r, design, WEIGHT_SEMIBOLD, THEME_LEARN, 3, question);
}

void stage_ledger(const struct improve_stage *d, struct rect r)
{
    int n = d->view->complaint_count < COMPLAINTS_SHOWN ? d->view->complaint_count : COMPLAINTS_SHOWN;
    stage_words(&d->s, &r, 72, WEIGHT_BOLD, THEME_TEXT, 1,
                text(n > 0 ? "improve.ledger-stage" : "improve.ledger-none"));
    stage_gap(&d->s, &r, 36);
    for (int i = 0; i < n; i++) {
        ui_scope_push(d->s.ui, arena_printf(ui_arena(d->s.ui), "complaint %d", i));
        complaint_draw(d, &d->view->complaints[i], n - i, rect_row(r, i, COMPLAINTS_SHOWN, stage_px(&d->s, 22)));
        ui_scope_pop(d->s.ui);
    }
    if (n == COMPLAINTS_SHOWN)
        return;
    rect_cut_top(&r, r.h * (float)n / COMPLAINTS_SHOWN);
    ledger_ask(d, r, text(n > 0 ? "improve.ledger-stage-ask" : "improve.ledger-stage-none"), n > 0 ? 64 : 96);
}

/* --- the board --- */

void stage_board(const struct improve_stage *d, struct rect r)
{
    const struct view_improve *v = d->view;
    struct ui *ui = d->s.ui;
    stage_words(&d->s, &r, 72, WEIGHT_BOLD, THEME_TEXT, 1,
                text(v->round_count > 0 ? "improve.board-title" : "improve.board-none"));
    if (v->round_count == 0)
        return;
    stage_gap(&d->s, &r, 30);
    struct rect foot = rect_cut_bottom(&r, stage_px(&d->s, 56));
    rect_cut_bottom(&r, stage_px(&d->s, 20));
    struct chart_series series[3] = {
        {text("improve.board-targets"), v->targets, v->round_count, page_color(ui, THEME_TEAM)},
        {text("improve.board-trust"), v->trust, v->round_count, page_color(ui, THEME_CUSTOMER)},
        {text("improve.board-satisfaction"), v->satisfaction, v->round_count, page_color(ui, THEME_LEARN)}};
    draw_rect(ui_list(ui), r, stage_px(&d->s, 22), page_color(ui, THEME_PANEL));
    /* The chart's letters are 14 of its unit. */
    chart_columns(ui_list(ui), ui_theme(ui), rect_inset(r, stage_px(&d->s, 44), stage_px(&d->s, 36)),
                  stage_px(&d->s, 34.0f / 14), v->rounds, series, 3);
    stage_line(&d->s, foot, 40, WEIGHT_MEDIUM, THEME_TEXT, ALIGN_LEFT, v->survey);
}

/* --- a celebration: small, and meant --- */

static void face_lit(const struct improve_stage *d, const struct improve_customer *c, float x, float y, float light)
{
    float radius = stage_px(&d->s, 88);
    portrait_halo(ui_list(d->s.ui), ui_theme(d->s.ui), x, y, radius, 0.4f * light);
    page_portrait(d->s.ui, c->portrait, (int)c->mood, 0.4f + 0.6f * light, x, y, radius);
}

void stage_celebrate(const struct improve_stage *d, struct rect r, float light)
{
    static const float sizes[] = {112, 96, 84, 72, 60};
    const struct improve_feat own = {ui_edit_text(&d->m->own), ""}, *f = d->m->in_own_words ? &own : &d->view->feats[d->m->feat];
    struct ui *ui = d->s.ui;
    float x = r.x + r.w / 2, step = stage_px(&d->s, 290), n = (float)d->view->customer_count;
    draw_glow(ui_list(ui), x, r.y + r.h * 0.34f, stage_px(&d->s, 500 + 460 * light),
              theme_fade(page_color(ui, THEME_GLOW), 0.5f * light));
    struct rect foot = rect_cut_bottom(&r, stage_px(&d->s, 290));
    rect_cut_bottom(&r, stage_px(&d->s, 20));
    float size = stage_fit(&d->s, sizes, 5, r.w, WEIGHT_BOLD, 3, f->title);
    float height = stage_words_height(&d->s, r.w, size, WEIGHT_BOLD, 4, f->title) +
                   stage_words_height(&d->s, r.w, 44, WEIGHT_MEDIUM, 3, f->rests) + stage_px(&d->s, 54 + 40 + 24);
    rect_cut_top(&r, r.h > height ? (r.h - height) / 2 : 0);
    stage_words_in(&d->s, &r, 44, WEIGHT_SEMIBOLD, THEME_CUSTOMER, ALIGN_CENTER, 1, text("improve.celebrate-stage"));
    stage_gap(&d->s, &r, 24);
    stage_balanced(&d->s, &r, size, WEIGHT_BOLD, THEME_TEXT, 4, f->title);
    stage_gap(&d->s, &r, 24);
    stage_words_in(&d->s, &r, 44, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_CENTER, 3, f->rests);
    for (int i = 0; i < d->view->customer_count; i++)
        face_lit(d, &d->view->customers[i], x + ((float)i - (n - 1) / 2) * step, foot.y + stage_px(&d->s, 130), light);
}
