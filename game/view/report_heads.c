/* What heads each section: its finding in a line, or its subject where there is too little for one. */
#include "view/report_inside.h"
#include "assess/aspects.h"
#include "assess/maturity.h"
#include "base/text.h"

enum {
    FEW = 3,         /* fewer carry no sentence */
    FEW_ACTS = 12,
    FEW_ANSWERS = 5,
    CARD_GAP = 3,    /* hands */
    LOAD_GAP = 10,   /* percent points */
    LOAD_GOOD = 60,
    LOAD_LOW = 20,   /* below it there is nothing that could hold or slip */
    FELT_STEP = 5,   /* of trust and satisfaction */
    TURN_POINTS = 5,
    TARGETS_GOOD = 80,
    VICE_SHARE = 20
};

struct heading {
    struct report_build *b;
    const struct finding_figures *f;
    struct rests_taking rests;
    const char *part; /* of the annex that holds more than can be named */
};

static const char *head(struct heading *h, const char *key, int n, int all)
{
    return text_fill(h->b->arena, key, "n", report_number(h->b, n), "all", report_number(h->b, all), NULL);
}

static const int32_t score_measures[FINDING_SCORES] = {MEASURE_INVOLVING, MEASURE_HONEST, MEASURE_FOLLOW};

static void score_sum(const struct report_build *b, int score, int *met, int *all)
{
    *met = *all = 0;
    for (int place = 0; place < b->out->round_count; place++) {
        *met += b->out->rounds[place].scores[score].met;
        *all += b->out->rounds[place].scores[score].counted;
    }
}

static const char *scores_head(struct heading *h)
{
    int weakest = finding_weakest(h->f), met, all;
    if (h->f->moments < FEW_ACTS || weakest < 0) return NULL;
    score_sum(h->b, weakest, &met, &all);
    rests_measure(&h->rests, score_measures[weakest], REST_BADLY, 0);
    return text_fill(h->b->arena, "head.scores.weakest", "score", wording_score((enum score)weakest), "n", report_number(h->b, met), "all",
                     report_number(h->b, all), NULL);
}

static const char *promises_head(struct heading *h)
{
    const struct finding_figures *f = h->f;
    int late = f->broken_promises - f->dropped;
    h->part = "ledger";
    if (f->promises < FEW) return NULL;
    rests_promises(&h->rests, f->dropped > 0 ? 1u << REPORT_DROPPED : late > 0 ? 1u << REPORT_LATE : 1u << REPORT_KEPT | 1u << REPORT_MOVED);
    if (f->dropped > 0) return head(h, "head.promises.dropped", f->dropped, f->promises);
    if (late > 0) return head(h, "head.promises.late", late, f->promises);
    return head(h, f->kept == f->promises ? "head.promises.all" : "head.promises.kept", f->kept, f->promises);
}

static const char *turns_head(struct heading *h)
{
    const struct report_turn *worst = NULL, *best = NULL;
    for (int i = 0; i < h->b->out->turn_count; i++) {
        const struct report_turn *t = &h->b->out->turns[i];
        if (!t->shown) continue;
        if (!worst || t->to - t->from < worst->to - worst->from) worst = t;
        if (!best || t->to - t->from > best->to - best->from) best = t;
    }
    const struct report_turn *told = worst && worst->from - worst->to >= TURN_POINTS ? worst : best;
    if (!told || (told == best && best->to <= best->from)) return NULL;
    for (int i = 0; i < told->rests.count; i++) rests_id(&h->rests, told->rests.ids[i]);
    int points = told->to > told->from ? told->to - told->from : told->from - told->to;
    const char *key = arena_printf(h->b->arena, "head.turns.%s.%s", told->to > told->from ? "rose" : "fell", points == 1 ? "one" : "many");
    return text_fill(h->b->arena, key, "n", report_number(h->b, points), "customer", told->who, NULL);
}

static const char *attitude_head(struct heading *h)
{
    const struct report_card *card = h->b->out->card_count > 0 ? &h->b->out->cards[0] : NULL;
    int blames = (int)measure_read(h->b->reading, MEASURE_BLAMES, NOBODY).value;
    if (card && card->users - card->ours >= CARD_GAP) {
        rests_id(&h->rests, "card.1");
        return text_fill(h->b->arena, "head.attitude.gap", "card", card->title, "users", report_number(h->b, card->users), "ours",
                         report_number(h->b, card->ours), NULL);
    }
    if (blames < 1) return NULL;
    rests_measure(&h->rests, MEASURE_BLAMES, REST_ALL, 0);
    return text_count(h->b->arena, "head.attitude.blames", blames);
}

/* The greater of saying too much and saying nothing. */
static const char *behaviour_head(struct heading *h)
{
    const struct finding_figures *f = h->f;
    int quiet = f->update_moments >= FEW && f->silent * 100 >= f->update_moments * VICE_SHARE;
    int loud = f->claims >= FEW && f->ahead * 100 >= f->claims * VICE_SHARE;
    if (loud && (!quiet || f->ahead * f->update_moments >= f->silent * f->claims)) {
        h->part = "claims";
        rests_claims(&h->rests, 1);
        return head(h, "head.behaviour.loud", f->ahead, f->claims);
    }
    if (quiet) {
        rests_moments(&h->rests, REST_NONE, 1u << MOMENT_UPDATE_WINDOW);
        return head(h, "head.behaviour.quiet", f->silent, f->update_moments);
    }
    if (f->ask_moments < FEW) return NULL;
    rests_moments(&h->rests, REST_ALL, 1u << MOMENT_IMPACT_ASKED | 1u << MOMENT_GO_AHEAD | 1u << MOMENT_CONTENTION);
    return head(h, "head.behaviour.asked", f->asked, f->ask_moments);
}

static const char *claims_head(struct heading *h)
{
    const struct finding_figures *f = h->f;
    h->part = "claims";
    if (f->claims < FEW) return NULL;
    rests_claims(&h->rests, f->ahead > 0);
    return head(h, f->ahead > 0 ? "head.claims.ahead" : "head.claims.none", f->ahead, f->claims);
}

static const char *silence_head(struct heading *h)
{
    const struct finding_figures *f = h->f;
    if (f->update_moments < FEW) return NULL;
    rests_moments(&h->rests, f->silent > 0 ? REST_NONE : REST_ALL, 1u << MOMENT_UPDATE_WINDOW);
    return head(h, f->silent > 0 ? "head.silence.none" : "head.silence.all", f->silent, f->update_moments);
}

static const char *culture_head(struct heading *h)
{
    const struct report_value *quiet = &h->b->out->quiet, *load = &h->b->out->load;
    int busiest = h->b->out->hand_count > 0 ? h->b->out->hands[0] : 0, works = h->b->out->works;
    if (quiet->percent >= 0 && load->percent >= 0 && quiet->percent - load->percent >= LOAD_GAP) {
        rests_measure(&h->rests, MEASURE_UNDER_LOAD, REST_BADLY, 0);
        return head(h, "head.culture.load", load->percent, quiet->percent);
    }
    if (spread_of(h->b->reading, MEASURE_SHARED_WORK, NOBODY) == SPREAD_HERO && works >= FEW_ACTS && busiest * 2 >= works) {
        rests_measure(&h->rests, MEASURE_SHARED_WORK, REST_ALL, 0);
        return head(h, "head.culture.hero", busiest, works);
    }
    if (quiet->percent < 0 || load->percent < 0) return NULL;
    rests_measure(&h->rests, MEASURE_UNDER_LOAD, REST_ALL, 0);
    if (load->percent < LOAD_LOW || (load->percent < LOAD_GOOD && load->percent - quiet->percent >= LOAD_GAP)) {
        h->rests.count = 0;
        return NULL;
    }
    return head(h, load->percent >= LOAD_GOOD ? "head.culture.holds" : "head.culture.same", load->percent, quiet->percent);
}

static const char *agreed_head(struct heading *h)
{
    struct measure_value v = measure_read(h->b->reading, MEASURE_COMMITMENTS_KEPT, NOBODY);
    struct figure_tally tally = figure_tally(h->b->reading, MEASURE_COMMITMENTS_KEPT, NOBODY);
    if (v.items < FEW) return NULL;
    for (int i = 0; i < h->b->out->commitment_count; i++) rests_id(&h->rests, arena_printf(h->b->arena, "commitment.%d", i + 1));
    return head(h, "head.agreed.kept", tally.whole, tally.items);
}

static const char *results_head(struct heading *h)
{
    const struct finding_figures *f = h->f;
    int way = f->perceived - f->perceived_start, met = f->targets_met * 100 >= f->targets * TARGETS_GOOD;
    if (f->targets < FEW || f->perceived < 0) return NULL;
    rests_customers(&h->rests, 0);
    rests_measure(&h->rests, MEASURE_TARGETS_MET, REST_ALL, 0);
    const char *word = way >= FELT_STEP ? met ? "met-rose" : "rose" : way <= -FELT_STEP ? met ? "met-fell" : "fell" : met ? "met-stayed" : "stayed";
    return text_fill(h->b->arena, arena_printf(h->b->arena, "head.results.%s", word), "n", report_number(h->b, f->targets_met), "all",
                     report_number(h->b, f->targets), "from", report_number(h->b, f->perceived_start), "to", report_number(h->b, f->perceived), NULL);
}

static const char *customers_head(struct heading *h)
{
    const struct view_report *v = h->b->out;
    int lower = 0, higher = 0, last = v->round_count - 1;
    for (int c = 0; last >= 0 && c < v->customer_count; c++) {
        lower += v->customers[c].trust[last] < v->customers[c].trust_start;
        higher += v->customers[c].trust[last] > v->customers[c].trust_start;
    }
    if (lower + higher == 0) return NULL;
    rests_customers(&h->rests, lower > 0);
    if (lower == v->customer_count && lower > 1) return head(h, "head.customers.all-lower", lower, v->customer_count);
    if (lower > 0) return head(h, "head.customers.lower", lower, v->customer_count);
    return head(h, "head.customers.higher", higher, v->customer_count);
}

static const char *surveys_head(struct heading *h)
{
    int good = 0, all = 0;
    for (int i = 0; i < h->b->out->survey_rounds; i++) {
        good += h->b->out->surveys[i].answers[3] + h->b->out->surveys[i].answers[4];
        all += h->b->out->surveys[i].count;
        rests_id(&h->rests, arena_printf(h->b->arena, "survey.%d", i + 1));
    }
    return all < FEW_ANSWERS ? NULL : head(h, "head.surveys.good", good, all);
}

static const char *matrix_head(struct heading *h)
{
    const struct report_matrix *m = &h->b->out->matrix;
    if (m->acts < FEW_ACTS) return NULL;
    rests_id(&h->rests, "matrix.sum");
    if (m->seen * 2 < m->acts) return head(h, "head.matrix.unseen", m->acts - m->seen, m->acts);
    return head(h, "head.matrix.seen", m->seen, m->acts);
}

static const char *account_head(struct heading *h)
{
    const struct report_group *value = &h->b->out->account[0];
    if (value->row_count < 3 || measure_read(h->b->reading, MEASURE_VALUE_POSSIBLE, NOBODY).value <= 0) return NULL;
    rests_id(&h->rests, "account.1.1");
    rests_id(&h->rests, "account.1.2");
    return text_fill(h->b->arena, "head.account.kept", "n", value->rows[1].all.value, "all", value->rows[0].all.value, NULL);
}

static const char *patterns_head(struct heading *h)
{
    const struct report_pattern *p = h->b->out->pattern_count > 0 ? &h->b->out->patterns[0] : NULL;
    if (!p) return NULL;
    rests_id(&h->rests, p->id);
    return text_fill(h->b->arena, p->good ? "head.patterns.good" : "head.patterns.most", "name", p->name, "count", p->count, NULL);
}

static const char *maturity_head(struct heading *h)
{
    struct maturity m;
    const struct report_maturity *out = &h->b->out->maturity;
    if (h->b->out->round_count == 0 || out->level < 1) return NULL;
    maturity_read(h->b->reading, NOBODY, &m);
    if (m.stopped >= 0) rests_measure(&h->rests, m.gates[m.stopped].measure, REST_BADLY, 0);
    if (h->rests.count == 0) rests_id(&h->rests, "maturity.gates");
    return text_fill(h->b->arena, "head.maturity.level", "n", report_number(h->b, out->level), "word", out->word, NULL);
}

static const char *const head_words[REPORT_HEAD_COUNT] = {
#define HEAD_WORD(NAME, word) word,
    REPORT_HEADS(HEAD_WORD)
#undef HEAD_WORD
};

void report_heads_build(struct report_build *b)
{
    static const char *(*const rules[REPORT_HEAD_COUNT])(struct heading *) = {
        scores_head,  promises_head, turns_head,     attitude_head, behaviour_head, claims_head,  silence_head,  culture_head,
        agreed_head,  results_head,  customers_head, surveys_head,  matrix_head,    account_head, patterns_head, maturity_head};
    struct finding_figures f = report_figures(b);
    for (int i = 0; i < REPORT_HEAD_COUNT; i++) {
        struct heading h = {b, &f, rests_begin(b, report_whole(b)), "moments"};
        const char *said = b->out->round_count > 0 ? rules[i](&h) : NULL;
        b->out->heads[i] = (struct report_sentence){
            .id = head_words[i],
            .text = said ? said : text(arena_printf(b->arena, "head.%s", head_words[i])),
            .rests = said ? rests_end(&h.rests, h.part) : (struct report_rests){.count = 0}};
    }
}
