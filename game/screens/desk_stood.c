/* Time stands again: what is due, done or waited for; and the way to whom it is about. */
#include "desk_parts.h"

/* --- whom it is about --- */

static const struct desk_customer *customer_of(const struct desk *d, customer_id c)
{
    for (int k = 0; k < d->v->customer_count; k++)
        if (d->v->customers[k].id == c)
            return &d->v->customers[k];
    return NULL;
}

static void go_button(struct desk *d, struct rect *line, const struct desk_customer *c, incident_id incident,
                      const char *key)
{
    const char *label = text_fill(ui_arena(d->ui), "desk.go-to", "customer", c->first, NULL);
    float width = ui_button_width(d->ui, label, key, UI_SMALL), most = line->w * 0.6f;
    struct rect r = rect_cut_right(line, width > most ? most : width);
    float height = ui_px(d->ui, 32);
    if (!ui_button(d->ui, (struct rect){r.x, r.y + (r.h - height) / 2, r.w, height}, label, key, UI_SMALL))
        return;
    desk_turn_to(d->m, incident, c->id);
    d->m->draft.mode = DESK_TELL;
}

/* One way to somebody is enough. */
static int leads_there(const struct desk *d, customer_id customer)
{
    return d->m->stood && d->m->stood->customer == customer;
}

const char *desk_about_key(const struct desk *d, customer_id customer)
{
    return leads_there(d, customer) ? "" : d->m->stood ? "H" : "G";
}

float desk_about_draw(struct desk *d, struct rect r, incident_id incident, customer_id customer, const char *key,
                      int paint)
{
    struct ui *ui = d->ui;
    const struct desk_customer *c = customer_of(d, customer);
    float radius = ui_px(ui, 16), height = 2 * radius + ui_px(ui, 4);
    if (!c)
        return 0;
    if (!paint)
        return height;
    struct rect line = {r.x, r.y, r.w, height};
    page_portrait(ui, c->portrait, (int)c->mood, 1, line.x + radius, line.y + height / 2, radius);
    rect_cut_left(&line, 2 * radius + ui_px(ui, 10));
    if (!c->selected && c->waits && key[0])
        go_button(d, &line, c, incident, key);
    ui_text(ui, line, 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, c->name);
    return height;
}

/* --- what there is to say --- */

/* Then the face above says it. */
static int is_in_front(const struct desk *d, const struct desk_stood *s)
{
    return s->customer == d->v->customer;
}

static float stood_inside(struct desk *d, struct rect in, int paint)
{
    const struct desk_stood *s = d->m->stood;
    float top = in.y, about = is_in_front(d, s) ? 0 : desk_about_draw(d, in, s->incident, s->customer, "G", paint);
    rect_cut_top(&in, about > 0 ? about + ui_px(d->ui, 6) : 0);
    for (int k = 0; k < s->count; k++) {
        const struct desk_line *line = &s->lines[k];
        enum icon icon = line->tone == TONE_TEAM ? ICON_CHECK : ICON_WARNING;
        rect_cut_top(&in, desk_line_draw(d, in, icon, page_tone(line->tone), line->text, line->note, 1, paint));
    }
    return in.y - top;
}

float desk_stood_draw(struct desk *d, struct rect r, int paint)
{
    struct ui *ui = d->ui;
    float margin = ui_px(ui, 14);
    struct rect in = {r.x + margin, r.y + margin, r.w - 2 * margin, DESK_TALL};
    if (!d->m->stood || d->m->stood->count == 0)
        return 0;
    float height = stood_inside(d, in, 0) + 2 * margin;
    if (!paint)
        return height;
    draw_rect(ui_list(ui), (struct rect){r.x, r.y, r.w, height}, ui_px(ui, 12), page_color(ui, THEME_NEUTRAL_PANEL));
    draw_rect(ui_list(ui), (struct rect){r.x, r.y + margin, ui_px(ui, 4), height - 2 * margin}, ui_px(ui, 2),
              page_color(ui, page_tone(d->m->stood->lines[0].tone)));
    stood_inside(d, in, 1);
    return height;
}
