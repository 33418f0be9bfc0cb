#include "view/report_inside.h"
#include "view/report_finding.h"
#include "base/text.h"
#include "sim/claim.h"
#include <string.h>

enum { WEAK_SHARE = 20, WEAK_LEAST = 2, BEHIND = 10 };

/* --- figures --- */

static int percent_of(const struct report_build *b, int score, int from, int to)
{
    struct score_counts sum = {0};
    for (int place = from; place <= to; place++) {
        const struct score_counts *c = &b->sheet->rounds[b->rounds[place]].scores[score];
        sum.met += c->met;
        sum.partly += c->partly;
        sum.missed += c->missed;
        sum.broken += c->broken;
        sum.points += c->points;
        sum.possible += c->possible;
    }
    return score_percent(&sum);
}

static int weighted_start(const struct scenario *sc)
{
    int sum = 0, weights = 0;
    for (int32_t c = 0; c < sc->customer_count; c++) {
        int weight = sc->customers[c].weight > 0 ? sc->customers[c].weight : 1;
        sum += weight * (sc->customers[c].trust + sc->customers[c].satisfaction);
        weights += 2 * weight;
    }
    return weights ? (sum + weights / 2) / weights : 0;
}

static int is_question(int32_t source)
{
    return source == MOMENT_IMPACT_ASKED || source == MOMENT_GO_AHEAD || source == MOMENT_CONTENTION;
}

static void moments_counted(const struct report_build *b, struct finding_figures *f, struct report_span span)
{
    for (int32_t k = 0; k < b->state->moment_count; k++) {
        const struct sim_moment *m = &b->state->moments[k];
        enum outcome outcome = score_outcome(m);
        if (!report_moment_shows(b, m) || !report_is_within(b, m->round, span)) continue;
        if (outcome == OUTCOME_NONE || outcome == OUTCOME_OPEN) continue;
        f->moments++;
        f->met += outcome == OUTCOME_MET;
        f->ask_moments += is_question(m->source);
        f->asked += is_question(m->source) && outcome == OUTCOME_MET;
        f->not_asked += is_question(m->source) && (outcome == OUTCOME_MISSED || outcome == OUTCOME_BROKEN);
        f->update_moments += m->source == MOMENT_UPDATE_WINDOW;
        f->silent += m->source == MOMENT_UPDATE_WINDOW && outcome == OUTCOME_MISSED;
    }
}

static void claims_counted(const struct report_build *b, struct finding_figures *f, struct report_span span)
{
    for (int32_t k = 0; k < b->state->claim_count; k++) {
        const struct sim_claim *c = &b->state->claims[k];
        if (!report_is_within(b, c->round, span) || claim_outcome(c) == OUTCOME_NONE) continue;
        f->claims++;
        f->ahead += claim_outcome(c) == OUTCOME_BROKEN;
    }
}

static void rounds_counted(const struct report_build *b, struct finding_figures *f, struct report_span span)
{
    for (int place = span.from; place <= span.to; place++) {
        const struct report_round *r = &b->out->rounds[place];
        f->targets += r->targets;
        f->targets_met += r->targets_met;
        f->promises += r->kept + r->late + r->dropped + r->moved;
        f->kept += r->kept;
        f->broken_promises += r->late + r->dropped;
        f->dropped += r->dropped;
    }
}

static void span_counted(const struct report_build *b, struct finding_figures *f, struct report_span span)
{
    rounds_counted(b, f, span);
    moments_counted(b, f, span);
    claims_counted(b, f, span);
}

static int left_behind(const struct report_build *b)
{
    int n = 0, last = b->out->round_count - 1;
    for (int c = 0; last >= 0 && c < b->out->customer_count; c++)
        n += b->out->customers[c].trust_start - b->out->customers[c].trust[last] >= BEHIND;
    return n;
}

struct finding_figures report_figures(const struct report_build *b)
{
    int rounds = b->out->round_count;
    struct finding_figures f = {.rounds = rounds, .delivered = -1, .perceived = -1};
    f.perceived_start = weighted_start(b->sc);
    f.left_behind = left_behind(b);
    for (int i = 0; i < FINDING_SCORES; i++) {
        f.first[i] = rounds ? percent_of(b, i, 0, 0) : -1;
        f.last[i] = rounds ? percent_of(b, i, rounds - 1, rounds - 1) : -1;
        f.all[i] = rounds ? percent_of(b, i, 0, rounds - 1) : -1;
    }
    if (rounds) {
        f.delivered = b->out->rounds[rounds - 1].delivered;
        f.perceived = b->out->rounds[rounds - 1].perceived;
        f.perceived_first = b->out->rounds[0].perceived;
    }
    span_counted(b, &f, (struct report_span){0, rounds - 1});
    return f;
}

/* --- what sentences rest on --- */

static const int32_t score_measures[FINDING_SCORES] = {MEASURE_INVOLVING, MEASURE_HONEST, MEASURE_FOLLOW};
enum { QUESTIONS = 1 << MOMENT_IMPACT_ASKED | 1 << MOMENT_GO_AHEAD | 1 << MOMENT_CONTENTION, UPDATES = 1 << MOMENT_UPDATE_WINDOW };
enum { BROKEN_MARKS = 1 << REPORT_LATE | 1 << REPORT_DROPPED };

/* What a finding is about: bits, each the rows of one of its figures. */
enum about { ON_ALL = 1, ON_SILENCE = 2, ON_UNASKED = 4, ON_AHEAD = 8, ON_PROMISES = 16, ON_TARGETS = 32, ON_FELT = 64, ON_WEAKEST = 128,
    ON_MET = 256, ON_MISSED = 512 };
static const struct { const char *key; int about; } abouts[] = {
    {"finding.told-nobody", ON_TARGETS | ON_SILENCE},
    {"finding.cost-trust", ON_TARGETS | ON_AHEAD | ON_FELT},
    {"finding.unnoticed", ON_TARGETS | ON_FELT},
    {"finding.green-outside", ON_TARGETS | ON_FELT},
    {"finding.partner", ON_MET | ON_FELT},
    {"finding.in-the-light", ON_MET | ON_FELT},
    {"finding.quiet", ON_SILENCE},
    {"finding.said-too-much", ON_AHEAD},
    {"finding.learned-to-ask", ON_UNASKED},
    {"finding.did-not-ask", ON_UNASKED},
    {"finding.word-not-kept", ON_PROMISES},
    {"finding.hard-day", ON_MISSED | ON_FELT},
    {"finding.follow-weak", ON_WEAKEST},
    {"finding.involving-weak", ON_WEAKEST},
    {"finding.honest-weak", ON_WEAKEST},
    {"finding.good", ON_MET},
};

static int about_of(const char *key)
{
    for (size_t i = 0; i < sizeof abouts / sizeof *abouts; i++)
        if (strcmp(abouts[i].key, key) == 0) return abouts[i].about;
    return ON_ALL;
}

static struct report_rests finding_rests(struct report_build *b, const struct finding_figures *f, const char *key)
{
    struct rests_taking t = rests_begin(b, report_whole(b));
    int about = about_of(key), weakest = finding_weakest(f);
    if (about & ON_FELT) rests_customers(&t, 0);
    if (about & ON_TARGETS) rests_measure(&t, MEASURE_TARGETS_MET, REST_ALL, 0);
    if (about & ON_SILENCE) rests_moments(&t, REST_NONE, UPDATES);
    if (about & ON_UNASKED) rests_moments(&t, REST_ILL, QUESTIONS);
    if (about & ON_AHEAD) rests_claims(&t, 1);
    if (about & ON_PROMISES) rests_promises(&t, BROKEN_MARKS);
    if ((about & ON_WEAKEST) && weakest >= 0) rests_measure(&t, score_measures[weakest], REST_BADLY, 0);
    if (about & (ON_ALL | ON_MET | ON_MISSED)) rests_moments(&t, about & ON_ALL ? REST_ALL : about & ON_MET ? REST_WELL : REST_ILL, 0);
    return rests_end(&t, "moments");
}

static struct report_rests score_rests(struct report_build *b, int score, struct report_span first, struct report_span last)
{
    struct rests_taking t = rests_begin(b, first);
    rests_measure(&t, score_measures[score], REST_ALL, 0);
    t.span = last;
    if (last.from != first.from) rests_measure(&t, score_measures[score], REST_ALL, 0);
    t.span.from = first.from;
    return rests_end(&t, "moments");
}

/* --- the summary --- */

static void say(struct report_build *b, const char *sentence, struct report_rests rests)
{
    if (!sentence[0] || b->out->summary_count >= 3) return;
    b->out->summary_rests[b->out->summary_count] = rests;
    b->out->summary[b->out->summary_count++] = sentence;
}

static const char *const score_words[FINDING_SCORES] = {"involving", "honest", "follow-through"};

static const char *change_sentence(struct report_build *b, int score)
{
    const struct report_round *first = &b->out->rounds[0], *last = &b->out->rounds[b->out->round_count - 1];
    const struct report_count *was = &first->scores[score], *now = &last->scores[score];
    int up = now->percent > was->percent;
    const char *key = arena_printf(b->arena, "report.change.%s.%s", score_words[score], up ? "up" : "down");
    return text_fill(b->arena, key, "round", last->inside, "met", report_number(b, now->met), "all",
                     report_number(b, now->counted), "met0", report_number(b, was->met), "all0",
                     report_number(b, was->counted), NULL);
}

/* Where nothing moved: the side that is best, with its counts. */
static int best_score(const struct finding_figures *f)
{
    int best = -1;
    for (int i = 0; i < FINDING_SCORES; i++)
        if (f->all[i] >= 0 && (best < 0 || f->all[i] > f->all[best])) best = i;
    return best;
}

static const char *best_sentence(struct report_build *b, const struct finding_figures *f)
{
    int best = best_score(f), met = 0, all = 0;
    if (best < 0) return "";
    if (f->met == 0) return text_fill(b->arena, "report.best.none", "n", report_number(b, f->moments), NULL);
    for (int place = 0; place < b->out->round_count; place++) {
        met += b->out->rounds[place].scores[best].met;
        all += b->out->rounds[place].scores[best].counted;
    }
    return text_fill(b->arena, met * 2 >= all ? "report.best" : "report.best.low", "score",
                     wording_score((enum score)best), "met", report_number(b, met), "all", report_number(b, all), NULL);
}

/* The vice with the greatest share, where it is more than a slip; "" where there is none. *which: its number, -1. */
static const char *vice_of(struct report_build *b, const struct finding_figures *f, int *which)
{
    const struct { int part, whole; const char *key; } vices[] = {
        {f->not_asked, f->ask_moments, "report.weak.not-asked"},
        {f->silent, f->update_moments, "report.weak.silent"},
        {f->broken_promises, f->promises, f->dropped > 0 ? "report.weak.promises" : "report.weak.promises-late"},
        {f->ahead, f->claims, "report.weak.ahead"},
    };
    int best = -1;
    for (int i = 0; i < 4; i++) {
        int counts = vices[i].part >= WEAK_LEAST && vices[i].part * 100 >= WEAK_SHARE * vices[i].whole;
        if (counts && (best < 0 || vices[i].part * vices[best].whole > vices[best].part * vices[i].whole)) best = i;
    }
    *which = best;
    if (best < 0) return "";
    return text_fill(b->arena, vices[best].key, "n", report_number(b, vices[best].part), "all",
                     report_number(b, vices[best].whole), "dropped", report_number(b, f->dropped), NULL);
}

static const char *vice_within(struct report_build *b, struct report_span span, int *which)
{
    struct finding_figures f = {0};
    span_counted(b, &f, span);
    return vice_of(b, &f, which);
}

static struct report_rests vice_rests(struct report_build *b, int vice, struct report_span span)
{
    struct rests_taking t = rests_begin(b, span);
    if (vice == 0) rests_moments(&t, REST_ILL, QUESTIONS);
    if (vice == 1) rests_moments(&t, REST_NONE, UPDATES);
    if (vice == 2) rests_promises(&t, BROKEN_MARKS);
    if (vice == 3) rests_claims(&t, 1);
    return rests_end(&t, vice == 2 ? "ledger" : vice == 3 ? "claims" : "moments");
}

/* What is left at the end matters more than what was there before it. */
static void say_weak(struct report_build *b)
{
    int last = b->out->round_count - 1, vice = -1, earlier = -1;
    struct report_span now = {last, last}, then = {0, last - 1};
    const char *left = vice_within(b, now, &vice);
    const char *before = last > 0 ? vice_within(b, then, &earlier) : "";
    const char *key = last == 0 ? "report.weak.one" : vice == earlier ? "report.weak.still" : "report.weak.last";
    if (!left[0]) key = "report.weak.before";
    if (!left[0] && !before[0]) return;
    say(b, text_fill(b->arena, key, "round", b->out->rounds[last].inside, "what", left[0] ? left : before, NULL),
        left[0] ? vice_rests(b, vice, now) : vice_rests(b, earlier, then));
}

static const char *beside_sentence(struct report_build *b, const struct finding_figures *f)
{
    if (f->perceived < 0) return "";
    int way = f->perceived - f->perceived_start;
    const char *key = f->targets < 1 ? way < 0   ? "report.felt.fell"
                                       : way > 0 ? "report.felt.rose"
                                                 : "report.felt.stayed"
                      : way < 0      ? "report.beside.fell"
                      : way > 0      ? "report.beside.rose"
                                     : "report.beside.stayed";
    return text_fill(b->arena, key, "met", report_number(b, f->targets_met), "all", report_number(b, f->targets),
                     "from", report_number(b, f->perceived_start), "to", report_number(b, f->perceived), NULL);
}

static struct report_rests beside_rests(struct report_build *b)
{
    struct rests_taking t = rests_begin(b, report_whole(b));
    rests_customers(&t, 0);
    rests_measure(&t, MEASURE_TARGETS_MET, REST_ALL, 0);
    return rests_end(&t, "moments");
}

/* Points may move another way than what was met; a sentence in counts is said of counts that moved. */
static int counts_moved(const struct report_build *b, int score)
{
    const struct report_count *was = &b->out->rounds[0].scores[score], *now = &b->out->rounds[b->out->round_count - 1].scores[score];
    int64_t change = (int64_t)now->met * was->counted - (int64_t)was->met * now->counted;
    return now->percent > was->percent ? change > 0 : change < 0;
}

static void say_first(struct report_build *b, const struct finding_figures *f)
{
    int mover = finding_mover(f), last = b->out->round_count - 1, best = best_score(f);
    if (f->met == 0) say(b, best_sentence(b, f), finding_rests(b, f, ""));
    else if (mover >= 0 && counts_moved(b, mover)) say(b, change_sentence(b, mover), score_rests(b, mover, (struct report_span){0, 0}, (struct report_span){last, last}));
    else if (best >= 0) say(b, best_sentence(b, f), score_rests(b, best, report_whole(b), report_whole(b)));
}

void report_words_build(struct report_build *b)
{
    struct finding_figures f = report_figures(b);
    const char *headline = finding_headline(&f);
    b->out->finding = text(headline);
    b->out->finding_rests = finding_rests(b, &f, headline);
    if (strcmp(headline, "finding.too-little") == 0) {
        say(b, text_fill(b->arena, "report.too-little", "n", report_number(b, f.moments), NULL), b->out->finding_rests);
        return;
    }
    say_first(b, &f);
    say_weak(b);
    say(b, beside_sentence(b, &f), beside_rests(b));
}
