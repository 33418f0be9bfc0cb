#include "round_parts.h"

#include <string.h>

static const float TIME = 54, WORD = 92, PAD = 10;
static const enum theme_token outcome_colors[] = {THEME_TEXT_DIM, THEME_GOOD, THEME_WARN,
                                                  THEME_WARN,     THEME_BAD,  THEME_TEXT_DIM};

/* --- scores, each a filter of the list below --- */

static const char *score_headline(struct between *b, const struct round_score *s)
{
    if (b->view->end.warm_up)
        return text("round.not-scored");
    if (s->percent < 0)
        return text("round.too-few");
    return text_fill(ui_arena(b->ui), "round.met-of", "met", between_number(b, s->met), "all",
                     between_number(b, s->counted), NULL);
}

static void add_count(struct between *b, struct str *out, int n, const char *key)
{
    if (n == 0)
        return;
    if (out->length > 0)
        str_append(out, text("round.and"));
    text_format(out, key, "n", between_number(b, n), NULL);
}

static const char *score_counts(struct between *b, const struct round_score *s)
{
    struct str out = {0};
    if (b->view->end.warm_up)
        return "";
    if (s->percent < 0)
        add_count(b, &out, s->met, "round.n-met");
    add_count(b, &out, s->partly, "round.n-partly");
    add_count(b, &out, s->missed, "round.n-missed");
    add_count(b, &out, s->broken, "round.n-broken");
    add_count(b, &out, s->disputed, "round.n-disputed");
    const char *words = arena_dup(ui_arena(b->ui), out.length > 0 ? str_text(&out) : text("round.nothing-else"));
    str_release(&out);
    return words;
}

static const char *score_before(struct between *b, const struct round_score *s)
{
    if (s->counted_before == 0)
        return "";
    return text_fill(ui_arena(b->ui), "round.before", "met", between_number(b, s->met_before), "all",
                     between_number(b, s->counted_before), NULL);
}

/* One piece for each outcome, as long as its share; the words below say the same. */
static void score_bar(struct between *b, const struct round_score *s, struct rect r)
{
    struct ui *ui = b->ui;
    const int parts[] = {s->met, s->partly, s->missed, s->broken};
    static const enum theme_token colors[] = {THEME_GOOD, THEME_WARN, THEME_KEYCAP, THEME_BAD};
    float gap = ui_px(ui, 2), x = r.x;
    for (int i = 0; i < 4 && s->percent >= 0; i++) {
        float w = r.w * (float)parts[i] / (float)s->counted;
        if (parts[i] == 0)
            continue;
        struct rect part = {x, r.y, w - gap > 1 ? w - gap : 1, r.h};
        draw_rect(ui_list(ui), part, ui_px(ui, 3), page_color(ui, colors[i]));
        x += w;
    }
    if (s->percent < 0)
        draw_rect(ui_list(ui), r, ui_px(ui, 3), page_color(ui, THEME_KEYCAP));
}

static float score_height(struct between *b, const struct round_score *s, float width)
{
    struct ui *ui = b->ui;
    float inner = width - ui_px(ui, 32);
    return ui_px(ui, 32 + 24 + 8 + 6 + 8 + 8) + page_words_height(ui, inner, 24, WEIGHT_BOLD, 2, score_headline(b, s)) +
           page_words_height(ui, inner, 13, WEIGHT_REGULAR, 3, score_counts(b, s)) +
           page_words_height(ui, inner, 13, WEIGHT_REGULAR, 2, score_before(b, s));
}

static void score_draw(struct between *b, int index, struct rect r)
{
    struct ui *ui = b->ui;
    const struct round_score *s = &b->view->end.scores[index];
    const char *key = between_number(b, index + 1);
    int on = b->m->filter == index;
    if (ui_card(ui, r, s->name, key, on ? UI_SELECTED : 0)) {
        b->m->filter = on ? -1 : index;
        b->m->selected = -1;
    }
    struct rect inner = rect_inset(r, ui_px(ui, 16), ui_px(ui, 16));
    struct rect head = rect_cut_top(&inner, ui_px(ui, 24));
    ui_keycap(ui, rect_cut_right(&head, ui_px(ui, 22)), key);
    ui_text(ui, head, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0,
            page_width(ui) >= 1240 ? s->name : s->short_name);
    page_gap(ui, &inner, 8);
    page_words(ui, &inner, 24, WEIGHT_BOLD, s->percent < 0 || b->view->end.warm_up ? THEME_TEXT_DIM : THEME_TEXT, 2,
               score_headline(b, s));
    page_gap(ui, &inner, 6);
    score_bar(b, s, rect_cut_top(&inner, ui_px(ui, 8)));
    page_gap(ui, &inner, 8);
    page_words(ui, &inner, 13, WEIGHT_REGULAR, THEME_TEXT, 3, score_counts(b, s));
    page_words(ui, &inner, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, 2, score_before(b, s));
}

static float score_highest(struct between *b, float width)
{
    float most = 0;
    for (int i = 0; i < SCORE_COUNT; i++) {
        float height = score_height(b, &b->view->end.scores[i], width);
        if (height > most)
            most = height;
    }
    return most;
}

static float score_width(struct between *b, float width, int columns)
{
    return (width - ui_px(b->ui, 12) * (float)(columns - 1)) / (float)columns;
}

float round_scores_height(struct between *b, float width, int columns)
{
    int lines = (SCORE_COUNT + columns - 1) / columns;
    return (score_highest(b, score_width(b, width, columns)) + ui_px(b->ui, 12)) * (float)lines;
}

void round_scores_draw(struct between *b, struct rect *r, int columns)
{
    float width = score_width(b, r->w, columns), height = score_highest(b, width), gap = ui_px(b->ui, 12);
    ui_scope_push(b->ui, "scores");
    for (int i = 0; i < SCORE_COUNT; i += columns) {
        struct rect line = rect_cut_top(r, height);
        for (int k = 0; k < columns && i + k < SCORE_COUNT; k++)
            score_draw(b, i + k, (struct rect){line.x + (width + gap) * (float)k, line.y, width, height});
        rect_cut_top(r, gap);
    }
    ui_scope_pop(b->ui);
}

/* --- the moments --- */

static int shows(struct between *b, int index)
{
    return b->m->filter < 0 || (int)b->view->end.moments[index].score == b->m->filter;
}

static const char *verdict_word(struct between *b, const struct round_moment *m)
{
    (void)b;
    return m->disputed ? text("round.disputed") : m->word;
}

static const char *reason_words(struct between *b, const struct round_moment *m)
{
    if (!m->reason[0] || !(m->overruled || m->disputed))
        return "";
    return text_fill(ui_arena(b->ui), m->overruled ? "round.overruled-because" : "round.disputed-because", "reason",
                     m->reason, NULL);
}

static const char *ask_words(struct between *b, const struct round_moment *m)
{
    return m->teaches[0] ? text_fill(ui_arena(b->ui), "round.ask-the-room", "question", m->teaches, NULL) : "";
}

static float row_words(struct between *b, float width)
{
    return width - ui_px(b->ui, 2 * PAD + TIME + WORD + 12);
}

static float row_height(struct between *b, int index, float width)
{
    struct ui *ui = b->ui;
    const struct round_moment *m = &b->view->end.moments[index];
    float inner = row_words(b, width);
    float height = ui_px(ui, 2 * PAD) + page_words_height(ui, inner, 16, WEIGHT_MEDIUM, 3, m->sentence) +
                   page_words_height(ui, inner, 14, WEIGHT_REGULAR, 4, m->evidence) +
                   page_words_height(ui, inner, 14, WEIGHT_REGULAR, 4, reason_words(b, m));
    if (index != b->m->selected)
        return height;
    return height + page_words_height(ui, inner, 14, WEIGHT_MEDIUM, 4, ask_words(b, m)) + ui_px(ui, 10 + 36);
}

static void dispute(struct between *b, const struct round_moment *m)
{
    struct sim_command c = sim_command_make(SIM_CMD_DISPUTE);
    c.dispute.aim = 0;
    c.dispute.source = m->key.source;
    c.dispute.subject = m->key.subject;
    c.dispute.customer = m->key.customer;
    c.dispute.nth = m->key.nth;
    c.dispute.on = !m->disputed;
    wish_command(b->wishes, &c, NULL, NULL);
}

static void overrule_open(struct between *b, const struct round_moment *m)
{
    b->m->overruling = 1;
    b->m->outcome = -1;
    b->m->key = m->key;
    ui_edit_set(&b->m->reason, "");
}

static void row_buttons(struct between *b, const struct round_moment *m, struct rect line)
{
    struct ui *ui = b->ui;
    const char *label = text(m->disputed ? "round.undispute" : "round.dispute"), *over = text("round.overrule");
    struct rect first = rect_cut_left(&line, ui_button_width(ui, label, "D", 0));
    rect_cut_left(&line, ui_px(ui, 8));
    struct rect second = rect_cut_left(&line, ui_button_width(ui, over, "O", 0));
    if (ui_button(ui, first, label, "D", 0))
        dispute(b, m);
    if (ui_button(ui, second, over, "O", 0))
        overrule_open(b, m);
    draw_frame(ui_list(ui), first, ui_px(ui, 8), 1, page_color(ui, THEME_TEXT_FAINT));
    draw_frame(ui_list(ui), second, ui_px(ui, 8), 1, page_color(ui, THEME_TEXT_FAINT));
}

static void row_verdict(struct between *b, const struct round_moment *m, struct rect r)
{
    struct ui *ui = b->ui;
    enum tone tone = m->disputed ? TONE_LEARN : m->tone;
    enum theme_token color =
        m->disputed ? THEME_LEARN : outcome_colors[m->outcome >= 0 && m->outcome <= ROUND_NONE ? m->outcome : 0];
    ui_pill(ui, r.x, r.y, 13, color, page_tone_panel(tone), verdict_word(b, m));
    if (!m->overruled)
        return;
    r.y += ui_pill_height(ui, 13) + ui_px(ui, 3);
    r.h = ui_leading(ui, 13);
    ui_text(ui, r, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, text("round.overruled"));
}

static void row_content(struct between *b, int index, struct rect r)
{
    struct ui *ui = b->ui;
    const struct round_moment *m = &b->view->end.moments[index];
    r = rect_inset(r, ui_px(ui, PAD), ui_px(ui, PAD));
    struct rect time = rect_cut_left(&r, ui_px(ui, TIME)), verdict = rect_cut_left(&r, ui_px(ui, WORD));
    rect_cut_left(&r, ui_px(ui, 12));
    time.h = ui_leading(ui, 16);
    ui_text(ui, time, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, m->time);
    row_verdict(b, m, verdict);
    page_words(ui, &r, 16, WEIGHT_MEDIUM, THEME_TEXT, 3, m->sentence);
    page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, m->evidence);
    page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_LEARN, 4, reason_words(b, m));
    if (index != b->m->selected)
        return;
    page_words(ui, &r, 14, WEIGHT_MEDIUM, THEME_LEARN, 4, ask_words(b, m));
    page_gap(ui, &r, 10);
    row_buttons(b, m, rect_cut_top(&r, ui_px(ui, 36)));
}

/* Two moments may read the same; the second is told apart by a number. */
static const char *row_label(struct between *b, int index)
{
    const struct round_moment *all = b->view->end.moments, *m = &all[index];
    int same = 1;
    for (int i = 0; i < index; i++)
        same += strcmp(all[i].sentence, m->sentence) == 0 && strcmp(all[i].time, m->time) == 0;
    if (same == 1)
        return arena_printf(ui_arena(b->ui), "%s %s", m->time, m->sentence);
    return arena_printf(ui_arena(b->ui), "%s %s (%d)", m->time, m->sentence, same);
}

/* Moving the focus along the list picks too: D and O then need no Enter first. */
static int row_used(struct between *b, int index, struct rect r)
{
    const char *label = row_label(b, index);
    const struct ui_item *focused = ui_focused(b->ui);
    int used = ui_row(b->ui, r, label, "", index == b->m->selected ? UI_SELECTED : 0);
    return used || (focused && focused->role == UI_ROW && strcmp(focused->label, label) == 0);
}

static int list_empty(struct between *b)
{
    for (int i = 0; i < b->view->end.moment_count; i++)
        if (shows(b, i))
            return 0;
    return 1;
}

float round_moments_height(struct between *b, float width)
{
    float height = ui_leading(b->ui, 14) + ui_px(b->ui, 8);
    for (int i = 0; i < b->view->end.moment_count; i++)
        if (shows(b, i))
            height += row_height(b, i, width) + 1;
    return height + (list_empty(b) ? ui_px(b->ui, 70) : 0);
}

void round_moments_draw(struct between *b, struct rect r)
{
    struct ui *ui = b->ui;
    int filter = b->m->filter;
    const char *of =
        filter < 0 ? text("round.evidence")
                   : text_fill(ui_arena(ui), "round.evidence-of", "score", b->view->end.scores[filter].name, NULL);
    page_heading(ui, &r, of);
    if (list_empty(b))
        page_words(ui, &r, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, text("round.no-moments"));
    ui_scope_push(ui, "moments");
    int before = b->m->selected, picked = before;
    for (int i = 0; i < b->view->end.moment_count; i++) {
        if (!shows(b, i))
            continue;
        struct rect line = rect_cut_top(&r, row_height(b, i, r.w));
        if (row_used(b, i, line) && (i != before || picked == before))
            picked = i;
        row_content(b, i, line);
        page_line(ui, &r);
    }
    b->m->selected = picked;
    ui_scope_pop(ui);
}

/* --- overruling one --- */

static const struct round_moment *moment_of(struct between *b)
{
    const struct moment_key *key = &b->m->key;
    for (int i = 0; i < b->view->end.moment_count; i++) {
        const struct moment_key *k = &b->view->end.moments[i].key;
        if (k->source == key->source && k->subject == key->subject && k->customer == key->customer &&
            k->nth == key->nth)
            return &b->view->end.moments[i];
    }
    return NULL;
}

static void overrule_send(struct between *b)
{
    struct sim_command c = sim_command_make(SIM_CMD_OVERRULE);
    c.overrule.aim = 0;
    c.overrule.source = b->m->key.source;
    c.overrule.subject = b->m->key.subject;
    c.overrule.customer = b->m->key.customer;
    c.overrule.nth = b->m->key.nth;
    c.overrule.outcome = b->m->outcome == ROUND_OPEN ? -1 : b->m->outcome;
    wish_command(b->wishes, &c, ui_edit_text(&b->m->reason), NULL);
    b->m->overruling = 0;
}

/* OPEN stands for "as the rule judged", on offer only where it was overruled before. */
static void outcome_choices(struct between *b, const struct round_moment *m, struct rect *r)
{
    static const int outcomes[] = {ROUND_MET, ROUND_PARTLY, ROUND_MISSED, ROUND_BROKEN, ROUND_NONE, ROUND_OPEN};
    static const char *const keys[] = {"outcome.met",    "outcome.partly", "outcome.missed",
                                       "outcome.broken", "outcome.none",   "round.as-judged"};
    struct ui *ui = b->ui;
    float height = ui_px(ui, 42), gap = ui_px(ui, 8), x = r->x, y = r->y;
    for (int i = 0; i < 6; i++) {
        if (outcomes[i] == ROUND_OPEN && !m->overruled)
            continue;
        const char *key = between_number(b, i + 1);
        float width = ui_choice_width(ui, text(keys[i]), key, 0);
        if (x > r->x && x + width > r->x + r->w) {
            x = r->x;
            y += height + gap;
        }
        if (ui_choice(ui, (struct rect){x, y, width, height}, text(keys[i]), key,
                      b->m->outcome == outcomes[i] ? UI_SELECTED : 0)) {
            b->m->outcome = outcomes[i];
            ui_focus(ui, UI_FIELD, text("round.reason"));
        }
        x += width + gap;
    }
    rect_cut_top(r, y + height - r->y);
}

static const char *overrule_lacks(struct between *b)
{
    if (b->m->outcome < 0)
        return text("round.overrule-choose");
    return ui_edit_text(&b->m->reason)[strspn(ui_edit_text(&b->m->reason), " ")] ? "" : text("round.overrule-why");
}

void round_overrule_draw(struct between *b)
{
    struct ui *ui = b->ui;
    const struct round_moment *m = moment_of(b);
    int escaped = 0;
    if (!m) {
        b->m->overruling = 0;
        return;
    }
    struct rect r = ui_modal_begin(ui, text("round.overrule-title"), ui_px(ui, 640), ui_px(ui, 396), &escaped);
    struct rect bar = rect_cut_bottom(&r, ui_px(ui, 50));
    page_words(ui, &r, 17, WEIGHT_MEDIUM, THEME_TEXT, 3, m->sentence);
    page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 3,
               text_fill(ui_arena(ui), "round.judged", "word", m->word, NULL));
    page_gap(ui, &r, 14);
    outcome_choices(b, m, &r);
    page_gap(ui, &r, 16);
    page_words(ui, &r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 1, text("round.reason"));
    page_gap(ui, &r, 4);
    int used = ui_field(ui, rect_cut_top(&r, ui_px(ui, 44)), text("round.reason"), &b->m->reason,
                        text("round.reason-hint"), 0);
    const char *lacks = overrule_lacks(b);
    int send = page_button(ui, &bar, text("round.overrule"), "Ctrl+Enter", UI_PRIMARY | (lacks[0] ? UI_DISABLED : 0)) ||
               used == 2;
    if (escaped)
        b->m->overruling = 0;
    ui_text(ui, bar, 14, WEIGHT_MEDIUM, THEME_WARN, ALIGN_LEFT, 0, lacks);
    ui_modal_end(ui);
    if (send && !lacks[0] && b->m->overruling)
        overrule_send(b);
}
