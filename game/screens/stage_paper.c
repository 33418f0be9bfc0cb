#include "paper_page.h"

/* As large as the page allows; the last is the smallest that the back row reads. */
static float share_for(const struct stage_page *s, struct rect r, const struct view_paper *view)
{
    static const float shares[] = {1.15f, 1.08f, 1, 0.94f, 0.88f, 0.84f, 0.8f};
    int k = 0;
    while (k < 6 && paper_page_height(s, r.w, shares[k], view, 1) > r.h)
        k++;
    return shares[k];
}

/* No page: the room writes its own. */
static void none_draw(const struct stage_page *s, struct rect r, const struct view_paper *view)
{
    stage_top(s, &r, THEME_LEARN, view->over ? view->round : view->pack, view->over ? view->when : "");
    stage_gap(s, &r, 150);
    stage_words(s, &r, 92, WEIGHT_SERIF_BOLD, THEME_TEXT, 3, text(view->over ? "paper.stage-none" : "paper.not-over"));
    stage_gap(s, &r, 40);
    if (view->over)
        stage_words(s, &r, 52, WEIGHT_SERIF, THEME_TEXT, 3, text("paper.stage-none-how"));
}

/* What the room is to read of it: pieces that say too much are cut where one may pause, as papers do. */
static struct view_paper shortened(const struct stage_page *s, const struct view_paper *view, int whole)
{
    struct view_paper out = *view;
    int left = STAGE_WORDS - stage_count_words(view->paper) - stage_count_words(view->edition) - stage_count_words(view->round) -
               stage_count_words(view->lead.title), pieces = whole ? view->piece_count : 0;
    out.lead.text = stage_beginning(s, view->lead.text, pieces > 0 ? left / 2 : left);
    left -= stage_count_words(out.lead.text);
    for (int i = 0; i < pieces; i++) left -= stage_count_words(view->pieces[i].title);
    for (int i = 0; i < pieces; i++) {
        int later = 0;
        for (int k = i + 1; k < pieces; k++) {
            int all = stage_count_words(view->pieces[k].text), fair = left / (pieces - i);
            later += all < fair ? all : fair;
        }
        out.pieces[i].text = stage_beginning(s, view->pieces[i].text, left - later);
        left -= stage_count_words(out.pieces[i].text);
    }
    return out;
}

void stage_paper(struct ui *ui, const struct view_paper *view, const struct paper_memory *m)
{
    struct stage_page s;
    struct rect page = ui_room(ui), r = stage_page_begin(ui, &s);
    if (!view->printed) {
        none_draw(&s, r, view);
        return;
    }
    r = rect_inset(page, stage_px(&s, 64), stage_px(&s, 44));
    struct view_paper sheet = shortened(&s, view, m->whole);
    paper_page_draw(&s, r, share_for(&s, r, &sheet), &sheet, m->whole);
}
