#include "screens/stage.h"
#include "base/text.h"
#include "draw/mark.h"
#include "draw/portrait.h"
#include "stage_parts.h"

#include <string.h>

struct stage {
    struct stage_page page;
    struct ui *ui;
    const struct view_stage *view;
    struct stage_memory *memory;
    float unit;       /* one pixel of 1920x1080 */
};

static uint32_t shade(const struct stage *s, enum theme_token token) { return theme_color(ui_theme(s->ui), token); }

/* Sizes on the stage follow the window and the text scale; ui_text takes sizes at scale one. */
static float size(const struct stage *s, float at_1080) { return at_1080 * s->unit / ui_scale(s->ui); }

static void words(struct stage *s, struct rect r, float at_1080, enum draw_weight weight, enum theme_token color, enum draw_align align, int lines, const char *t)
{
    ui_text(s->ui, r, size(s, at_1080), weight, color, align, lines, t);
}

static float one_line(const struct stage *s, float at_1080) { return at_1080 * 1.3f * s->unit; }

static void top(struct stage *s, struct rect r)
{
    const struct view_stage *v = s->view;
    struct rect line = r;
    struct rect left = rect_cut_left(&line, r.w * 0.38f), right = rect_cut_right(&line, r.w * 0.38f);
    words(s, left, 40, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, v->title);
    words(s, right, 40, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_RIGHT, 0, v->round);
    struct draw_font font = {.size = 74 * s->unit, .weight = WEIGHT_BOLD, .tabular = 1};
    draw_text(ui_list(s->ui), line, &font, shade(s, v->paused ? THEME_TEXT_DIM : THEME_TEXT), ALIGN_CENTER, v->clock);
}

static void progress(struct stage *s, struct rect r)
{
    draw_rect(ui_list(s->ui), r, r.h / 2, shade(s, THEME_RAISED));
    struct rect done = r;
    done.w = r.w * (float)s->view->progress / 1000;
    if (done.w > r.h) draw_rect(ui_list(s->ui), done, r.h / 2, shade(s, s->view->last_minutes ? THEME_WARN : THEME_TEAM));
}

static uint32_t mood_ring(const struct stage *s, enum mood mood)
{
    static const enum theme_token tokens[MOOD_COUNT] = {THEME_GOOD, THEME_GOOD, THEME_WARN, THEME_WARN, THEME_BAD};
    return shade(s, tokens[mood]);
}

/* A voucher says what it is above its story. */
static float ribbon_height(const struct stage *s, const struct stage_customer *c) { return c->voucher ? 50 * s->unit : 0; }

static void ribbon(struct stage *s, struct rect *r, const struct stage_customer *c)
{
    struct rect line = rect_cut_top(r, ribbon_height(s, c)), mark = rect_cut_left(&line, 46 * s->unit);
    struct draw_font icon = {.size = 36 * s->unit, .weight = WEIGHT_ICON};
    if (!c->voucher) return;
    draw_text(ui_list(s->ui), mark, &icon, shade(s, THEME_ON_SPEECH), ALIGN_LEFT, icon_text(ICON_VOUCHER));
    words(s, line, 34, WEIGHT_BOLD, THEME_ON_SPEECH, ALIGN_LEFT, 0, text("help.voucher.stage"));
}

/* Nobody else speaks meanwhile: its story has room to both sides. */
static struct rect widened(const struct stage *s, struct rect column)
{
    float width = 620 * s->unit, page, height, margin = 56 * s->unit;
    ui_size(s->ui, &page, &height);
    if (column.w >= width) return column;
    column.x -= (width - column.w) / 2;
    column.w = width;
    if (column.x < margin) column.x = margin;
    if (column.x + width > page - margin) column.x = page - margin - width;
    return column;
}

static void bubble(struct stage *s, struct rect column, float bottom, const struct stage_customer *c)
{
    float pad = 22 * s->unit, margin = 14 * s->unit, leading = 40 * s->unit, above = ribbon_height(s, c);
    float tip = column.x + column.w / 2;
    if (c->voucher) column = widened(s, column);
    char *quoted = arena_printf(ui_arena(s->ui), "\xe2\x80\x9c%s\xe2\x80\x9d", c->speech);
    int lines = c->voucher ? 5 : 4;
    float height = ui_text_height(s->ui, size(s, 32), WEIGHT_SEMIBOLD, column.w - 2 * pad, quoted, lines) + 1;
    if (height < leading) height = leading;
    struct rect box = {column.x, bottom - height - above - 2 * margin, column.w, height + above + 2 * margin};
    if (box.y < column.y) {
        box.h -= column.y - box.y;
        box.y = column.y;
    }
    uint32_t color = shade(s, THEME_SPEECH);
    draw_rect(ui_list(s->ui), box, 18 * s->unit, color);
    float x = tip, y = box.y + box.h - 1;
    const struct path_step tail[] = {{PATH_MOVE, {{x - 16 * s->unit, y}}}, {PATH_LINE, {{x + 16 * s->unit, y}}},
                                     {PATH_LINE, {{x, y + 16 * s->unit}}}, {PATH_CLOSE, {{0, 0}}}};
    draw_path(ui_list(s->ui), tail, 4, 0, color);
    struct rect inner = rect_inset(box, pad, margin);
    ribbon(s, &inner, c);
    words(s, inner, 32, WEIGHT_SEMIBOLD, THEME_ON_SPEECH, ALIGN_LEFT, lines, quoted);
}

static void label(struct stage *s, struct rect r, float at_1080, enum draw_weight weight, enum theme_token token, const char *t)
{
    struct draw_font font = {.size = at_1080 * s->unit, .weight = weight};
    draw_text(ui_list(s->ui), r, &font, shade(s, token), ALIGN_CENTER, t);
}

enum { NAMES_SHORT = 4 };   /* from so many cards on there is enough to read: the name that the cards say */

/* A customer who is not spoken to fades and shrinks: from 118 down to 88 pixels of radius. The name stays to be read. */
static void customer(struct stage *s, struct rect column, int index)
{
    const struct stage_customer *c = &s->view->customers[index];
    float light = s->memory->light[index];
    float names = 100 * s->unit, u = s->unit;
    float radius = (88 + 30 * light) * u;
    float x = column.x + column.w / 2;
    float feet = column.y + column.h - names, y = feet - radius;
    portrait_halo(ui_list(s->ui), ui_theme(s->ui), x, y, radius, light);
    struct portrait_look look = {.skin = c->portrait->skin, .hair = c->portrait->hair, .clothes = c->portrait->clothes, .style = c->portrait->style,
                                 .glasses = c->portrait->glasses, .beard = c->portrait->beard, .face = (enum expression)c->mood,
                                 .light = light, .ring = c->away ? shade(s, THEME_LINE) : mood_ring(s, c->mood)};
    portrait_draw(ui_list(s->ui), ui_theme(s->ui), &look, x, y, radius);
    struct rect name = {column.x, feet + 8 * u, column.w, one_line(s, 38)};
    label(s, name, 38, WEIGHT_SEMIBOLD, THEME_TEXT, s->view->incident_count >= NAMES_SHORT ? c->first : c->name);
    struct rect segment = {column.x, feet + 8 * u + one_line(s, 38), column.w, one_line(s, 32)};
    label(s, segment, 32, WEIGHT_REGULAR, THEME_TEXT_DIM, c->segment);
    if (c->speech[0]) bubble(s, column, y - radius - 17 * u, c);
}

/* Items that tests and screen readers find; the pictures of people say nothing in words. */
static void customers(struct stage *s, struct rect r)
{
    int count = s->view->customer_count;
    for (int i = 0; i < count; i++) customer(s, rect_column(r, i, count, 24 * s->unit), i);
}

static enum theme_token state_color(const struct stage_incident *i)
{
    static const enum theme_token colors[LEVEL_COUNT] = {THEME_GOOD, THEME_WARN, THEME_BAD, THEME_TEAM};
    return colors[i->level];
}

static enum icon state_icon(const struct stage_incident *i)
{
    static const enum icon levels[LEVEL_COUNT] = {ICON_RUNNING, ICON_DEGRADED, ICON_DOWN, ICON_REQUEST};
    static const enum icon kinds[INCIDENT_KIND_COUNT] = {ICON_DOWN, ICON_REQUEST, ICON_PROJECT, ICON_OPPORTUNITY, ICON_CONTENTION};
    return i->level == LEVEL_WAITING ? kinds[i->kind] : levels[i->level];
}

static const char *state_word(struct stage *s, const struct stage_incident *i)
{
    const char *word = i->level == LEVEL_WAITING ? incident_kind_word(i->kind) : level_word(i->level);
    return text(arena_printf(ui_arena(s->ui), i->level == LEVEL_WAITING ? "stage.kind.%s" : "stage.level.%s", word));
}

struct card_room { float width; int lines, words; };

static int card_fits(struct stage *s, const char *said, struct card_room room)
{
    if (stage_count_words(said) > room.words) return 0;
    float width = room.width;
    int lines = room.lines;
    float one = ui_text_height(s->ui, size(s, 32), WEIGHT_REGULAR, width, "x", 1);
    return ui_text_height(s->ui, size(s, 32), WEIGHT_REGULAR, width, said, 0) <= (float)lines * one + 1;
}

/* The longest beginning that ends where a reader may pause and has room; "" when there is none. */
static const char *card_beginning(struct stage *s, const char *said, struct card_room room)
{
    for (size_t end = strlen(said); end > 0; end--) {
        if (!strchr(".;:,", said[end]) || said[end + 1] != ' ') continue;
        const char *beginning = arena_printf(ui_arena(s->ui), "%.*s …", (int)end, said);
        if (card_fits(s, beginning, room)) return beginning;
    }
    return "";
}

/* What is seen and what was learned last; where both do not fit, what was learned; where that is too long, what is seen;
 * where that is too long too, how it begins. Nothing is better than half a sentence: the title says what it is. A card that
 * is about to leave says no more, nor does one of many that works again. */
static const char *card_words(struct stage *s, const struct stage_incident *i, struct card_room room)
{
    size_t length = strlen(i->line);
    const char *stop = length && strchr(".!?", i->line[length - 1]) ? "" : ".";
    char *both = arena_printf(ui_arena(s->ui), "%s%s %s", i->line, stop, i->news);
    if (i->settled || (i->level == LEVEL_RUNNING && s->view->incident_count >= 3)) return "";
    if (!i->news[0] && strncmp(i->line, i->title, strlen(i->title)) == 0) return "";   /* the title said that */
    if (i->news[0] && strlen(both) <= LIMIT_STAGE_LINE && card_fits(s, both, room)) return both;
    if (i->news[0] && card_fits(s, i->news, room)) return i->news;
    if (card_fits(s, i->line, room)) return i->line;
    const char *beginning = card_beginning(s, i->news, room);
    return beginning[0] ? beginning : card_beginning(s, i->line, room);
}

static void card_state(struct stage *s, struct rect line, const struct stage_incident *i)
{
    float u = s->unit;
    struct rect mark = rect_cut_left(&line, 38 * u);
    mark = (struct rect){mark.x, mark.y + (mark.h - 26 * u) / 2, 26 * u, 26 * u};
    draw_state_mark(ui_list(s->ui), state_icon(i), mark, shade(s, state_color(i)));
    words(s, line, 32, WEIGHT_SEMIBOLD, state_color(i), ALIGN_LEFT, 0, state_word(s, i));
}

/* Whose it is and how it stands: a card does not stand below its customer, so it says the name. Two lines where one is too short. */
static void card_head(struct stage *s, struct rect *r, const struct stage_incident *i)
{
    float state = ui_text_width(s->ui, size(s, 32), WEIGHT_SEMIBOLD, state_word(s, i)) + 42 * s->unit;
    float owner = ui_text_width(s->ui, size(s, 32), WEIGHT_BOLD, i->owner) + 24 * s->unit;
    struct rect line = rect_cut_top(r, one_line(s, 34)), right = line;
    if (i->owner[0] && owner + state <= line.w) right = rect_cut_right(&line, state);
    else if (i->owner[0]) right = rect_cut_top(r, one_line(s, 34));
    if (i->owner[0]) words(s, line, 32, WEIGHT_BOLD, THEME_CUSTOMER, ALIGN_LEFT, 0, i->owner);
    card_state(s, right, i);
}

static enum theme_token who_color(const struct stage_incident *i)
{
    return i->settled ? THEME_GOOD : i->unmanned ? THEME_WARN : THEME_TEAM;
}

/* most: words that its line may have, besides what has to be said. */
static void incident_card(struct stage *s, struct rect r, const struct stage_incident *i, int most)
{
    float u = s->unit;
    draw_rect(ui_list(s->ui), r, 16 * u, shade(s, THEME_PANEL));
    r = rect_inset(r, 24 * u, 16 * u);
    card_head(s, &r, i);
    float title = ui_text_height(s->ui, size(s, 34), WEIGHT_SEMIBOLD, r.w, i->title, 2);
    words(s, rect_cut_top(&r, title + 2 * u), 34, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 2, i->title);
    float width = ui_text_width(s->ui, size(s, 32), WEIGHT_SEMIBOLD, i->who);
    struct rect who = rect_cut_bottom(&r, one_line(s, 34) * (width > r.w ? 2 : 1));
    words(s, who, 32, WEIGHT_SEMIBOLD, who_color(i), ALIGN_LEFT, width > r.w ? 2 : 0, i->who);
    rect_cut_top(&r, 4 * u);
    int lines = (int)(r.h / (32 * 1.35f * u));
    words(s, r, 32, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, lines < 1 ? 1 : lines, card_words(s, i, (struct card_room){r.w, lines, most}));
}

static int head_words(struct stage *s, const struct stage_incident *i)
{
    return stage_count_words(i->owner) + stage_count_words(i->title) + stage_count_words(state_word(s, i)) + stage_count_words(i->who);
}

static void incidents(struct stage *s, struct rect r)
{
    const struct view_stage *v = s->view;
    if (!v->incident_count) {
        words(s, r, 36, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_CENTER, 2, text(v->paused ? "stage.paused" : "stage.quiet"));
        return;
    }
    /* One or two cards are wider: twice the room for words, and no more emptiness than a quiet minute has. */
    int columns = v->incident_count < 3 ? 2 : v->incident_count;
    if (v->incident_count == 1) r = rect_inset(r, r.w / 4, 0), columns = 1;
    for (int i = 0; i < v->incident_count; i++) {
        int rest = 0;
        for (int k = i; k < v->incident_count; k++) rest += head_words(s, &v->incidents[k]);
        int most = (stage_left(&s->page) - rest) / (v->incident_count - i);
        incident_card(s, rect_column(r, i, columns, 24 * s->unit), &v->incidents[i], most);
    }
}

static void foot(struct stage *s, struct rect r)
{
    const struct view_stage *v = s->view;
    const char *line = "";
    if (v->event[0]) line = v->event;
    else if (v->more) line = text_count(ui_arena(s->ui), "stage.more", v->more);
    if (line[0]) words(s, r, 32, WEIGHT_SEMIBOLD, THEME_CUSTOMER, ALIGN_LEFT, 0, line);
    else if (v->promise_count) {
        for (int i = 0; i < v->promise_count && i < 3; i++)
            words(s, rect_column(r, i, 3, 24 * s->unit), 32, WEIGHT_SEMIBOLD, v->promises[i].soon ? THEME_WARN : THEME_TEXT_DIM, ALIGN_LEFT, 0, v->promises[i].text);
    } else if (v->show_scores) {
        for (int i = 0; i < SCORE_COUNT; i++)
            words(s, rect_column(r, i, SCORE_COUNT, 24 * s->unit), 32, WEIGHT_SEMIBOLD, THEME_TEXT_DIM, ALIGN_LEFT, 0, v->scores[i]);
    }
}

static const float SMALL_STEP = 0.085f;

/* Lights glide up when somebody is spoken to; the slow fading of silence goes in steps too small to see, and costs no frames. */
static void glide(struct stage *s, uint64_t now_ms)
{
    struct stage_memory *m = s->memory;
    float passed = m->started ? (float)(now_ms - m->last_ms) : 1000;
    float share = !m->motion || passed > 400 ? 1 : passed / 180;
    if (share > 1) share = 1;
    m->moving = 0;
    for (int i = 0; i < s->view->customer_count; i++) {
        float goal = (float)s->view->customers[i].light / 100;
        float gap = goal - m->light[i];
        if (gap < SMALL_STEP && gap > -SMALL_STEP) m->light[i] = goal;
        else m->light[i] += gap * share;
        if (m->light[i] > goal + 0.001f || m->light[i] < goal - 0.001f) m->moving = 1;
    }
    m->started = 1;
    m->last_ms = now_ms;
}

static struct rect whole(struct ui *ui)
{
    float width, height;
    ui_size(ui, &width, &height);
    return (struct rect){0, 0, width, height};
}

void stage_blank(struct ui *ui) { draw_rect(ui_list(ui), whole(ui), 0, theme_color(ui_theme(ui), THEME_BACKGROUND)); }

void stage_screen(struct ui *ui, const struct view_stage *view, struct stage_memory *m, uint64_t now_ms)
{
    struct rect r = whole(ui);
    float by_width = r.w / 1920, by_height = r.h / 1080;
    struct stage s = {.ui = ui, .view = view, .memory = m, .unit = by_width < by_height ? by_width : by_height};
    s.page = stage_page_of(ui, s.unit);
    draw_rect(ui_list(ui), r, 0, shade(&s, THEME_BACKGROUND));
    glide(&s, now_ms);
    ui_scope_push(ui, "stage");
    r = rect_inset(r, 56 * s.unit, 0);
    top(&s, rect_cut_top(&r, 104 * s.unit));
    progress(&s, rect_cut_top(&r, 8 * s.unit));
    rect_cut_top(&r, 24 * s.unit);
    struct rect low = rect_cut_bottom(&r, 58 * s.unit);
    struct rect cards = rect_cut_bottom(&r, 312 * s.unit);
    rect_cut_bottom(&r, 22 * s.unit);
    customers(&s, r);
    foot(&s, rect_inset(low, 0, 6 * s.unit));
    incidents(&s, cards);
    ui_scope_pop(ui);
}
