/* What to practise: a story, how much of it, and which part. */
#include "page_parts.h"
#include "screens/desk.h"

struct beginning {
    struct ui *ui;
    const struct view_start *view;
    struct desk_begin_memory *m;
    struct wishes *wishes;
    const struct scenario *sc; /* NULL: no story that can be played */
};

static const struct scenario *story(const struct view_start *view, const struct desk_begin_memory *m)
{
    return m->pack >= 0 && m->pack < view->pack_count ? view->packs[m->pack].scenario : NULL;
}

static int is_practised(const struct scenario *sc, round_id r)
{
    return r >= 0 && r < sc->round_count && !sc->rounds[r].warm_up;
}

static int can_be_chosen(const struct scenario *sc, enum desk_length length, int32_t item)
{
    if (length == DESK_ONE_INCIDENT)
        return item >= 0 && item < sc->incident_count && is_practised(sc, sc->incidents[item].round);
    return is_practised(sc, item);
}

int32_t desk_begin_item(const struct view_start *view, const struct desk_begin_memory *m)
{
    const struct scenario *sc = story(view, m);
    int32_t item = m->length == DESK_ONE_INCIDENT ? m->incident : m->round;
    if (!sc || m->length == DESK_WHOLE_PACK)
        return sc ? 0 : NOBODY;
    int32_t count = m->length == DESK_ONE_INCIDENT ? sc->incident_count : sc->round_count;
    for (int32_t k = 0; k < count && !can_be_chosen(sc, m->length, item); k++)
        item = k;
    return can_be_chosen(sc, m->length, item) ? item : NOBODY;
}

/* --- how much --- */

static const char *const length_labels[] = {"", "desk.begin.incident", "desk.begin.round", "desk.begin.whole"};

static void length_card(struct beginning *b, enum desk_length length, struct rect r)
{
    struct ui *ui = b->ui;
    const char *key = arena_printf(ui_arena(ui), "%d", (int)length), *label = text(length_labels[length]);
    if (ui_card(ui, r, label, key, b->m->length == length ? UI_SELECTED : 0))
        b->m->length = length;
    r = rect_inset(r, ui_px(ui, 16), ui_px(ui, 14));
    struct rect cap = rect_cut_left(&r, ui_px(ui, 38));
    ui_keycap(ui, (struct rect){cap.x, cap.y + ui_px(ui, 1), ui_px(ui, 22), ui_px(ui, 22)}, key);
    page_words(ui, &r, 18, WEIGHT_BOLD, THEME_TEXT, 1, label);
    page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 3,
               text(arena_printf(ui_arena(ui), "%s.what", length_labels[length])));
}

static float length_height(struct beginning *b, enum desk_length length, float width)
{
    const char *what = text(arena_printf(ui_arena(b->ui), "%s.what", length_labels[length]));
    return ui_px(b->ui, 28) + ui_leading(b->ui, 18) +
           page_words_height(b->ui, width - ui_px(b->ui, 32 + 38), 14, WEIGHT_REGULAR, 3, what);
}

static void packs_draw(struct beginning *b, struct rect *r)
{
    struct ui *ui = b->ui;
    page_heading(ui, r, text("desk.begin.pack"));
    if (ui_shortcut(ui, "P"))
        for (int step = 1; step <= b->view->pack_count; step++) {
            int next = (b->m->pack + step) % b->view->pack_count;
            if (!b->view->packs[next].scenario)
                continue;
            b->m->pack = next;
            break;
        }
    ui_scope_push(ui, "packs");
    for (int i = 0; i < b->view->pack_count; i++) {
        const struct view_pack_card *pack = &b->view->packs[i];
        struct rect line = rect_cut_top(r, ui_px(ui, 44));
        line.h -= ui_px(ui, 6);
        int flags = i == b->m->pack ? UI_SELECTED : 0;
        if (ui_choice(ui, line, pack->title, i == b->m->pack && b->view->pack_count > 1 ? "P" : "",
                      pack->scenario ? flags : UI_DISABLED))
            b->m->pack = i;
    }
    ui_scope_pop(ui);
    page_gap(ui, r, 14);
}

static float left_height(struct beginning *b, float width)
{
    struct ui *ui = b->ui;
    float height = page_words_height(ui, width, 17, WEIGHT_REGULAR, 8, text("desk.begin.what")) + ui_px(ui, 22);
    if (b->view->pack_count > 1)
        height += ui_leading(ui, 14) + ui_px(ui, 8 + 14) + ui_px(ui, 44) * (float)b->view->pack_count;
    for (int length = DESK_ONE_INCIDENT; length <= DESK_WHOLE_PACK; length++)
        height += length_height(b, (enum desk_length)length, width) + ui_px(ui, 10);
    return height + ui_leading(ui, 14) + ui_px(ui, 8);
}

static void left_draw(struct beginning *b, struct rect r)
{
    struct ui *ui = b->ui;
    page_words(ui, &r, 17, WEIGHT_REGULAR, THEME_TEXT_DIM, 8, text("desk.begin.what"));
    page_gap(ui, &r, 22);
    if (b->view->pack_count > 1)
        packs_draw(b, &r);
    page_heading(ui, &r, text("desk.begin.length"));
    for (int length = DESK_ONE_INCIDENT; length <= DESK_WHOLE_PACK; length++) {
        length_card(b, (enum desk_length)length, rect_cut_top(&r, length_height(b, (enum desk_length)length, r.w)));
        page_gap(ui, &r, 10);
    }
}

/* --- which --- */

static const char *clock_words(struct beginning *b, int32_t second)
{
    struct str s = {0};
    str_append_clock(&s, second);
    const char *words = arena_dup(ui_arena(b->ui), str_text(&s));
    str_release(&s);
    return words;
}

static const char *incident_detail(struct beginning *b, const struct incident *i)
{
    const char *who = b->sc->customers[i->reporter].name, *round = b->sc->rounds[i->round].title;
    if (i->at < 0)
        return text_fill(ui_arena(b->ui), "desk.begin.incident-when", "customer", who, "round", round, NULL);
    return text_fill(ui_arena(b->ui), "desk.begin.incident-of", "customer", who, "round", round, "time",
                     clock_words(b, i->at), NULL);
}

static int incidents_of(const struct scenario *sc, round_id r)
{
    int count = 0;
    for (incident_id i = 0; i < sc->incident_count; i++)
        count += sc->incidents[i].round == r;
    return count;
}

struct part {
    int32_t item;
    const char *title, *detail;
    const struct portrait *face;
};

static struct part part_of(struct beginning *b, int32_t item)
{
    if (b->m->length == DESK_ONE_INCIDENT) {
        const struct incident *i = &b->sc->incidents[item];
        return (struct part){item, i->title, incident_detail(b, i), &b->sc->customers[i->reporter].portrait};
    }
    return (struct part){item, b->sc->rounds[item].title,
                         text_count(ui_arena(b->ui), "desk.begin.round-of", incidents_of(b->sc, item)), NULL};
}

static float part_height(struct beginning *b)
{
    return ui_px(b->ui, 20) + ui_leading(b->ui, 16) + ui_leading(b->ui, 13);
}

static void part_draw(struct beginning *b, const struct part *p, struct rect line, int chosen)
{
    struct ui *ui = b->ui;
    float radius = ui_px(ui, 19);
    if (ui_row(ui, line, p->title, "", chosen ? UI_SELECTED : 0)) {
        if (b->m->length == DESK_ONE_INCIDENT)
            b->m->incident = p->item;
        else
            b->m->round = p->item;
    }
    line = rect_inset(line, ui_px(ui, 12), ui_px(ui, 8));
    if (p->face) {
        struct rect face = rect_cut_left(&line, 2 * radius + ui_px(ui, 14));
        page_portrait(ui, p->face, FACE_WORRIED, chosen ? 1 : 0.6f, face.x + radius, face.y + face.h / 2, radius);
    }
    ui_text(ui, rect_cut_top(&line, line.h * 0.54f), 16, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, p->title);
    ui_text(ui, line, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, p->detail);
}

/* The whole story has nothing to choose: its rounds, to see what comes. */
static float parts_walk(struct beginning *b, struct rect r, int paint)
{
    enum desk_length length = b->m->length == DESK_ONE_INCIDENT ? DESK_ONE_INCIDENT : DESK_ONE_ROUND;
    int32_t count = length == DESK_ONE_INCIDENT ? b->sc->incident_count : b->sc->round_count,
            item = desk_begin_item(b->view, b->m);
    float height = 0, row = part_height(b);
    for (int32_t k = 0; k < count; k++) {
        if (!can_be_chosen(b->sc, length, k))
            continue;
        struct part p = part_of(b, k);
        struct rect line = {r.x, r.y + height, r.w, row - ui_px(b->ui, 4)};
        height += row;
        if (paint)
            part_draw(b, &p, line, b->m->length == DESK_WHOLE_PACK ? 0 : k == item);
    }
    return height;
}

static const char *parts_heading(struct beginning *b)
{
    int rounds = 0;
    for (round_id r = 0; r < b->sc->round_count; r++)
        rounds += is_practised(b->sc, r);
    if (b->m->length == DESK_WHOLE_PACK)
        return text_count(ui_arena(b->ui), "desk.begin.rounds", rounds);
    return text(b->m->length == DESK_ONE_INCIDENT ? "desk.begin.which-incident" : "desk.begin.which-round");
}

/* Up and down with the keys that the arrows have none of: N and B go through the parts. */
static void parts_keys(struct beginning *b)
{
    int32_t item = desk_begin_item(b->view, b->m), step = ui_shortcut(b->ui, "N")   ? 1
                                                          : ui_shortcut(b->ui, "V") ? -1
                                                                                    : 0;
    if (!step || b->m->length == DESK_WHOLE_PACK)
        return;
    int32_t *chosen = b->m->length == DESK_ONE_INCIDENT ? &b->m->incident : &b->m->round;
    int32_t count = b->m->length == DESK_ONE_INCIDENT ? b->sc->incident_count : b->sc->round_count;
    for (int32_t k = item + step; k >= 0 && k < count; k += step)
        if (can_be_chosen(b->sc, b->m->length, k)) {
            *chosen = k;
            return;
        }
}

/* --- the page --- */

static void two_columns(struct beginning *b, struct rect page)
{
    struct ui *ui = b->ui;
    float bar = ui_px(ui, 18);
    struct rect left = rect_cut_left(&page, page.w * 0.44f);
    rect_cut_left(&page, ui_px(ui, 36));
    struct rect inner = ui_scroll_begin(ui, "how much", left, left_height(b, left.w - bar));
    inner.w = left.w - bar;
    left_draw(b, inner);
    ui_scroll_end(ui);
    page_heading(ui, &page, parts_heading(b));
    inner = ui_scroll_begin(ui, "which", page, parts_walk(b, page, 0));
    inner.w = page.w - bar;
    parts_walk(b, inner, 1);
    ui_scroll_end(ui);
}

static void one_column(struct beginning *b, struct rect page)
{
    struct ui *ui = b->ui;
    float width = page.w - ui_px(ui, 18), above = left_height(b, width) + ui_px(ui, 20),
          heading = ui_leading(ui, 14) + ui_px(ui, 8);
    struct rect inner = ui_scroll_begin(ui, "begin", page, above + heading + parts_walk(b, page, 0));
    inner.w = width;
    left_draw(b, inner);
    rect_cut_top(&inner, above);
    page_heading(ui, &inner, parts_heading(b));
    parts_walk(b, inner, 1);
    ui_scroll_end(ui);
}

void desk_begin_screen(struct ui *ui, const struct view_start *view, struct desk_begin_memory *m, struct wishes *wishes)
{
    struct beginning b = {ui, view, m, wishes, story(view, m)};
    struct rect page = page_begin(ui), top = page_top(ui, &page), foot = page_foot(ui, &page);
    int wide = page_width(ui) >= 1000;
    if (page_button(ui, &top, text("desk.begin.back"), "Esc", 0))
        wish(wishes, WISH_BACK);
    page_title(ui, top, text("desk.begin.title"), b.sc ? b.sc->title : "");
    int ready = desk_begin_item(view, m) != NOBODY;
    if (page_button(ui, &foot, text("desk.begin.go"), "Enter", UI_LARGE | (ready ? UI_PRIMARY : UI_DISABLED)))
        wish(wishes, WISH_ALONE);
    page = rect_inset(page, ui_px(ui, wide ? 40 : 20), ui_px(ui, 24));
    if (!b.sc) {
        page_words(ui, &page, 17, WEIGHT_REGULAR, THEME_TEXT_DIM, 6, text("desk.begin.none"));
        return;
    }
    parts_keys(&b);
    if (wide)
        two_columns(&b, page);
    else
        one_column(&b, page);
}
