/* Attitude, behaviour, culture: what was said of oneself, what the log shows, what repeats. */
#include "report/inside.h"
#include "draw/chart.h"

enum { HALF = 240, LANE_H = 15, BAR_H = 17, AXIS_H = 14, LEGEND_H = 15, FEW_HANDS = 3 };
static const float UNIT = 0.58f;

static void statement(struct compose *c, const struct report_statement *s)
{
    paper_item(c->d);
    paper_paragraph(c->d, PAPER_BODY, NULL);
    paper_add(c->d, PAPER_TEXT, s->name);
    paper_add(c->d, PAPER_TEXT, " ");
    paper_pill(c->d, s->tone, s->often);
    if (s->counts[0]) paper_add(c->d, PAPER_TEXT, " ");
    paper_add(c->d, PAPER_DIM, s->counts);
    compose_end(c);
}

static void list_part(struct compose *c, const struct report_aspect *a, int from, int to)
{
    paper_box(c->d, PAPER_PLAIN, NULL);
    paper_list(c->d, PAPER_PLAIN);
    for (int k = from; k < to; k++) statement(c, &a->items[k]);
    compose_end(c);
    compose_end(c);
}

/* In two columns, read down the first. */
static void statements(struct compose *c, const struct report_aspect *a)
{
    int half = (a->count + 1) / 2;
    if (a->count == 0) return;
    paper_columns(c->d, 2);
    list_part(c, a, 0, half);
    if (half < a->count) list_part(c, a, half, a->count);
    compose_end(c);
}

/* --- attitude --- */

void compose_attitude(struct compose *c)
{
    if (c->v->round_count == 0) return;
    compose_headed(c, 2, "attitude", REPORT_HEAD_ATTITUDE);
    compose_cards(c);
    statements(c, &c->v->aspects[0]);
    compose_note(c, "attitude.note", "report.attitude.note");
    compose_charter(c);
    compose_end(c);
}

/* --- behaviour --- */

static enum chart_shape shape_of(const struct report_claim *claim)
{
    if (claim->disputed) return CHART_CROSS;
    return claim->tone == TONE_BAD ? CHART_TRIANGLE : claim->tone == TONE_GOOD ? CHART_DOT : CHART_RING;
}

static struct chart_lane lane_of(struct compose *c, const struct report_round *r, int customer)
{
    struct chart_at *marks = arena_array(c->a, (size_t)r->claim_count + 1, sizeof *marks);
    int count = 0;
    for (int i = 0; i < r->claim_count; i++)
        if (r->claims[i].customer == customer) marks[count++] = (struct chart_at){r->claims[i].at, shape_of(&r->claims[i])};
    return (struct chart_lane){c->v->customers[customer].first, marks, count};
}

static void claims_picture(struct compose *c, int round)
{
    struct chart_lane lanes[REPORT_CUSTOMERS];
    const struct report_round *r = &c->v->rounds[round];
    struct draw_list list = compose_list(c);
    float height = LANE_H * (float)c->v->customer_count + AXIS_H;
    for (int i = 0; i < c->v->customer_count; i++) lanes[i] = lane_of(c, r, i);
    chart_lanes(&list, THEME_LIGHT, (struct rect){0, 0, HALF, height}, UNIT, lanes, c->v->customer_count, r->from, r->to);
    paper_box(c->d, PAPER_PLAIN, NULL);
    paper_say(c->d, PAPER_LABEL, NULL, r->label);
    compose_picture(c, arena_printf(c->a, "claims.picture.%d", round + 1), &list, HALF, height,
                    text_fill(c->a, "report.claims.alt", "round", r->label, NULL));
    compose_end(c);
}

static void claims_legend(struct compose *c)
{
    const char *const words[CHART_SHAPES] = {text("report.claims.dot"), text("report.claims.ring"), text("report.claims.triangle"),
                                             text("report.claims.cross")};
    struct draw_list list = compose_list(c);
    chart_mark_legend(&list, THEME_LIGHT, (struct rect){0, 0, COMPOSE_WIDTH, LEGEND_H}, UNIT, words);
    compose_picture(c, "claims.legend", &list, COMPOSE_WIDTH, LEGEND_H, text("report.claims.legend"));
}

static int claims_made(const struct view_report *v)
{
    int n = 0;
    for (int r = 0; r < v->round_count; r++) n += v->rounds[r].claim_count;
    return n;
}

static void claims(struct compose *c)
{
    compose_headed(c, 3, "updates", REPORT_HEAD_CLAIMS);
    if (claims_made(c->v) == 0) compose_note(c, "updates.none", "report.claims.none");
    else {
        paper_columns(c->d, 2);
        for (int r = 0; r < c->v->round_count; r++) claims_picture(c, r);
        compose_end(c);
        claims_legend(c);
        compose_note(c, "updates.note", "report.claims.note");
    }
    compose_end(c);
}

static struct chart_bars silence_row(struct compose *c, const struct report_customer *customer)
{
    const struct report_silence *s = &customer->silence;
    const char *words = text_fill(c->a, "report.silence.counts", "n", compose_number(c, s->none), "all",
                                  compose_number(c, s->came + s->late + s->none), NULL);
    return (struct chart_bars){customer->first, s->came + s->late + s->none > 0 ? words : text("report.silence.nothing"), {s->came, s->late, s->none}};
}

static void silence(struct compose *c)
{
    const char *const words[CHART_FILLS] = {text("report.silence.came"), text("report.silence.late"), text("report.silence.none")};
    struct chart_bars rows[REPORT_CUSTOMERS];
    struct draw_list list = compose_list(c);
    float height = BAR_H * (float)c->v->customer_count;
    for (int i = 0; i < c->v->customer_count; i++) rows[i] = silence_row(c, &c->v->customers[i]);
    chart_bars(&list, THEME_LIGHT, (struct rect){0, 0, COMPOSE_WIDTH, height}, 0.66f, rows, c->v->customer_count);
    chart_bar_legend(&list, THEME_LIGHT, (struct rect){0, height, COMPOSE_WIDTH, LEGEND_H}, UNIT, words);
    compose_headed(c, 3, "silence", REPORT_HEAD_SILENCE);
    compose_picture(c, "silence.picture", &list, COMPOSE_WIDTH, height + LEGEND_H, text("report.silence.alt"));
    if (c->v->told.value && c->v->told.value[0])
        paper_say(c->d, PAPER_BODY, "silence.news", text_fill(c->a, "report.told", "time", c->v->told.value, NULL));
    compose_end(c);
}

void compose_behaviour(struct compose *c)
{
    if (c->v->round_count == 0) return;
    compose_headed(c, 2, "behaviour", REPORT_HEAD_BEHAVIOUR);
    statements(c, &c->v->aspects[1]);
    claims(c);
    silence(c);
    compose_end(c);
}

/* --- culture --- */

static struct chart_bars share_row(const char *name_key, const struct report_value *v)
{
    int share = v->percent > 0 ? v->percent : 0;
    return (struct chart_bars){text(name_key), v->percent < 0 ? v->value : v->of, {share, 0, 100 - share}};
}

static void load_picture(struct compose *c)
{
    struct chart_bars rows[2] = {share_row("report.load.quiet", &c->v->quiet), share_row("report.load.busy", &c->v->load)};
    struct draw_list list = compose_list(c);
    chart_bars(&list, THEME_LIGHT, (struct rect){0, 0, HALF, 2 * BAR_H}, UNIT, rows, 2);
    paper_box(c->d, PAPER_PLAIN, NULL);
    paper_say(c->d, PAPER_LABEL, NULL, text("report.load.title"));
    compose_picture(c, "load.picture", &list, HALF, 2 * BAR_H,
                    text_fill(c->a, "report.load.alt", "quiet", c->v->quiet.value, "load", c->v->load.value, NULL));
    compose_note(c, NULL, "report.load.note");
    compose_end(c);
}

/* Whoever did most is first, whoever it was. */
static void hands_picture(struct compose *c)
{
    struct chart_bars rows[REPORT_HANDS];
    struct draw_list list = compose_list(c);
    float height = 11 * (float)c->v->hand_count;
    if (c->v->hand_count < FEW_HANDS) return;
    for (int i = 0; i < c->v->hand_count; i++)
        rows[i] = (struct chart_bars){i == 0 ? text("report.hands.busiest") : "", compose_number(c, c->v->hands[i]), {c->v->hands[i], 0, 0}};
    chart_bars(&list, THEME_LIGHT, (struct rect){0, 0, HALF, height}, UNIT, rows, c->v->hand_count);
    paper_box(c->d, PAPER_PLAIN, NULL);
    paper_say(c->d, PAPER_LABEL, NULL, text("report.hands.title"));
    compose_picture(c, "hands.picture", &list, HALF, height,
                    text_fill(c->a, "report.hands.alt", "n", compose_number(c, c->v->hands[0]), "all", compose_number(c, c->v->works), NULL));
    compose_note(c, NULL, "report.hands.note");
    compose_end(c);
}

void compose_culture(struct compose *c)
{
    if (c->v->round_count == 0) return;
    compose_headed(c, 2, "culture", REPORT_HEAD_CULTURE);
    paper_columns(c->d, 2);
    load_picture(c);
    hands_picture(c);
    compose_end(c);
    statements(c, &c->v->aspects[2]);
    compose_note(c, "aspects.note", "report.aspects.note");
    compose_agreed(c);
    compose_room(c);
    compose_end(c);
}
