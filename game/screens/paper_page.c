#include "paper_page.h"

static const float MARGIN_X = 56, MARGIN_Y = 34, NAME = 84, RULES = 56, COLUMN_GAP = 56;

/* Sizes of the design at share one; at 0.8 the smallest is 32. */
static const float TITLE = 104, LEAD = 50, PIECE_TITLE = 46, PIECE = 40;

enum { TITLE_LINES = 3, LEAD_LINES = 8, PIECE_TITLE_LINES = 3, PIECE_LINES = 9 };

/* Newsprint is light in every theme; the ink is dark. */
static enum theme_token sheet_of(const struct stage_page *s)
{
    return ui_theme(s->ui) == THEME_LIGHT ? THEME_PANEL : THEME_SPEECH;
}

static uint32_t ink(const struct stage_page *s, float strength)
{
    return theme_fade(page_color(s->ui, THEME_ON_SPEECH), strength);
}

static void rule(const struct stage_page *s, struct rect r, float y, float thick)
{
    draw_rect(ui_list(s->ui), (struct rect){r.x, y, r.w, thick < 1 ? 1 : thick}, 0, ink(s, 0.75f));
}

/* --- the head --- */

static float name_size(const struct stage_page *s, float width, float share, const char *name)
{
    static const float sizes[] = {NAME, 72, 62, 52, 44};
    float at[5];
    for (int k = 0; k < 5; k++)
        at[k] = sizes[k] * share;
    return stage_fit(s, at, 5, width, WEIGHT_SERIF_BOLD, 1, name);
}

static float head_height(const struct stage_page *s, float share)
{
    return stage_px(s, (NAME * 1.3f + RULES + 26) * share);
}

static void head_draw(const struct stage_page *s, struct rect *r, float share, const struct view_paper *view)
{
    struct rect name = rect_cut_top(r, stage_px(s, NAME * 1.3f * share)),
                line = rect_cut_top(r, stage_px(s, RULES * share));
    stage_line(s, name, name_size(s, name.w, share, view->paper), WEIGHT_SERIF_BOLD, THEME_ON_SPEECH, ALIGN_CENTER,
               view->paper);
    rule(s, line, line.y, stage_px(s, 4));
    rule(s, line, line.y + line.h, stage_px(s, 2));
    float small = share < 0.8f ? PIECE * share : 32;
    struct rect right = line;
    float width = stage_width(s, small, WEIGHT_SERIF, view->edition) + stage_px(s, 8);
    stage_line(s, rect_cut_left(&right, width), small, WEIGHT_SERIF, THEME_ON_SPEECH, ALIGN_LEFT, view->edition);
    stage_line(s, right, small, WEIGHT_SERIF, THEME_ON_SPEECH, ALIGN_RIGHT, view->round);
    stage_gap(s, r, 26 * share);
}

/* --- the lead --- */

static float lead_height(const struct stage_page *s, float width, float share, const struct view_paper *view)
{
    return stage_words_height(s, width, TITLE * share, WEIGHT_SERIF_BOLD, TITLE_LINES, view->lead.title) +
           stage_px(s, 14 * share) +
           stage_words_height(s, width, LEAD * share, WEIGHT_SERIF, LEAD_LINES, view->lead.text);
}

static void lead_draw(const struct stage_page *s, struct rect *r, float share, const struct view_paper *view)
{
    stage_words(s, r, TITLE * share, WEIGHT_SERIF_BOLD, THEME_ON_SPEECH, TITLE_LINES, view->lead.title);
    stage_gap(s, r, 14 * share);
    stage_words(s, r, LEAD * share, WEIGHT_SERIF, THEME_ON_SPEECH, LEAD_LINES, view->lead.text);
}

/* --- the pieces, side by side --- */

static float column_width(const struct stage_page *s, float width, int count)
{
    return rect_column((struct rect){0, 0, width, 0}, 0, count, stage_px(s, COLUMN_GAP)).w;
}

static float piece_height(const struct stage_page *s, float width, float share, const struct paper_story *piece)
{
    return stage_words_height(s, width, PIECE_TITLE * share, WEIGHT_SERIF_BOLD, PIECE_TITLE_LINES, piece->title) +
           stage_px(s, 8 * share) + stage_words_height(s, width, PIECE * share, WEIGHT_SERIF, PIECE_LINES, piece->text);
}

static float pieces_height(const struct stage_page *s, float width, float share, const struct view_paper *view)
{
    float most = 0, column = column_width(s, width, view->piece_count);
    for (int i = 0; i < view->piece_count; i++) {
        float height = piece_height(s, column, share, &view->pieces[i]);
        most = height > most ? height : most;
    }
    return most;
}

static void piece_draw(const struct stage_page *s, struct rect r, float share, const struct paper_story *piece)
{
    stage_words(s, &r, PIECE_TITLE * share, WEIGHT_SERIF_BOLD, THEME_ON_SPEECH, PIECE_TITLE_LINES, piece->title);
    stage_gap(s, &r, 8 * share);
    stage_words(s, &r, PIECE * share, WEIGHT_SERIF, THEME_ON_SPEECH, PIECE_LINES, piece->text);
}

static void pieces_draw(const struct stage_page *s, struct rect r, float share, const struct view_paper *view)
{
    float gap = stage_px(s, COLUMN_GAP);
    rule(s, r, r.y - stage_px(s, 22 * share), stage_px(s, 2));
    for (int i = 0; i < view->piece_count; i++) {
        struct rect column = rect_column(r, i, view->piece_count, gap);
        if (i > 0)
            draw_rect(ui_list(s->ui),
                      (struct rect){column.x - gap / 2, r.y, stage_px(s, 2) < 1 ? 1 : stage_px(s, 2), r.h}, 0,
                      ink(s, 0.35f));
        ui_scope_push(s->ui, arena_printf(ui_arena(s->ui), "piece %d", i));
        piece_draw(s, column, share, &view->pieces[i]);
        ui_scope_pop(s->ui);
    }
}

/* --- the whole --- */

float paper_page_height(const struct stage_page *s, float width, float share, const struct view_paper *view, int whole)
{
    float inner = width - stage_px(s, 2 * MARGIN_X * share);
    float height = stage_px(s, 2 * MARGIN_Y * share) + head_height(s, share) + lead_height(s, inner, share, view);
    if (whole && view->piece_count > 0)
        height += stage_px(s, 54 * share) + pieces_height(s, inner, share, view);
    return height;
}

void paper_page_draw(const struct stage_page *s, struct rect r, float share, const struct view_paper *view, int whole)
{
    draw_rect(ui_list(s->ui), r, stage_px(s, 6), page_color(s->ui, sheet_of(s)));
    r = rect_inset(r, stage_px(s, MARGIN_X * share), stage_px(s, MARGIN_Y * share));
    ui_scope_push(s->ui, "paper");
    head_draw(s, &r, share, view);
    if (whole && view->piece_count > 0) {
        struct rect foot = rect_cut_bottom(&r, pieces_height(s, r.w, share, view));
        pieces_draw(s, foot, share, view);
        rect_cut_bottom(&r, stage_px(s, 44 * share));
    }
    /* What is left over stands half above and half below the lead, so that the page looks set and not poured. */
    float spare = r.h - lead_height(s, r.w, share, view);
    if (spare > 0)
        rect_cut_top(&r, spare * 0.42f);
    lead_draw(s, &r, share, view);
    ui_scope_pop(s->ui);
}
