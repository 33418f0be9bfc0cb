#include "view/report_finding.h"

enum {
    FEW_MOMENTS = 12, /* fewer carry no sentence about a team */
    GOOD = 75,
    FAIR = 50,
    POOR = 40,
    FELT = 60, /* trust and satisfaction: customers are well */
    UNFELT = 55,
    STEP = 15, /* a change between rounds that is more than chance in so few moments */
    SHIFT = 3  /* of trust and satisfaction, in points */
};

static int known(const int shares[FINDING_SCORES])
{
    int n = 0;
    for (int i = 0; i < FINDING_SCORES; i++) n += shares[i] >= 0;
    return n;
}

static int all_from(const int shares[FINDING_SCORES], int least)
{
    for (int i = 0; i < FINDING_SCORES; i++)
        if (shares[i] >= 0 && shares[i] < least) return 0;
    return known(shares) > 0;
}

static int all_below(const int shares[FINDING_SCORES], int most)
{
    for (int i = 0; i < FINDING_SCORES; i++)
        if (shares[i] >= most) return 0;
    return known(shares) > 0;
}

/* Scores that rose (sign 1) or fell (sign -1) by a step; those that went the other way by one count against. */
static int moved(const struct finding_figures *f, int sign)
{
    int with = 0, against = 0;
    for (int i = 0; i < FINDING_SCORES; i++) {
        if (f->first[i] < 0 || f->last[i] < 0) continue;
        with += sign * (f->last[i] - f->first[i]) >= STEP;
        against += sign * (f->last[i] - f->first[i]) <= -STEP;
    }
    return f->rounds > 1 && with >= 2 && against == 0;
}

static int most(int part, int whole, int percent) { return whole >= 3 && part * 100 >= whole * percent; }

static int too_little(const struct finding_figures *f)
{
    return f->rounds < 1 || f->moments < FEW_MOMENTS || known(f->all) == 0;
}
static int is_watermelon(const struct finding_figures *f)
{
    return f->delivered >= 70 && f->perceived < UNFELT && f->delivered - f->perceived >= 25;
}
static int fixed_almost_all(const struct finding_figures *f)
{
    return is_watermelon(f) && most(f->targets_met, f->targets, 80);
}
static int told_nobody(const struct finding_figures *f)
{
    return fixed_almost_all(f) && most(f->silent, f->update_moments, 80);
}
static int cost_trust(const struct finding_figures *f)
{
    return fixed_almost_all(f) && f->perceived_start - f->perceived >= 10 && f->ahead > 0;
}
static int turned_and_felt(const struct finding_figures *f)
{
    return moved(f, 1) && all_from(f->last, FAIR) && f->perceived - f->perceived_first >= SHIFT;
}
static int turned_but_for_one(const struct finding_figures *f) { return turned_and_felt(f) && f->left_behind > 0; }
static int turned_not_felt(const struct finding_figures *f) { return moved(f, 1) && all_from(f->last, FAIR); }
static int is_partner(const struct finding_figures *f)
{
    return all_from(f->all, GOOD) && f->perceived >= FELT && f->delivered >= 70 && f->left_behind == 0;
}
static int in_the_light(const struct finding_figures *f)
{
    return all_from(f->all, GOOD) && f->perceived >= FELT && f->delivered >= 0 && f->delivered < 70;
}
static int slipped(const struct finding_figures *f) { return moved(f, -1); }
static int is_quiet(const struct finding_figures *f)
{
    return most(f->silent, f->update_moments, 50) && f->all[FINDING_HONEST] < FAIR;
}
static int said_too_much(const struct finding_figures *f)
{
    return f->ahead >= 3 && f->all[FINDING_HONEST] >= 0 && f->all[FINDING_HONEST] < 60;
}
static int did_not_ask(const struct finding_figures *f) { return most(f->not_asked, f->ask_moments, 50); }
static int learned_to_ask(const struct finding_figures *f)
{
    int first = f->first[FINDING_INVOLVING], last = f->last[FINDING_INVOLVING];
    return did_not_ask(f) && f->rounds > 1 && first >= 0 && last >= FAIR && last - first >= STEP;
}
static int word_not_kept(const struct finding_figures *f)
{
    return f->promises >= 4 && most(f->broken_promises, f->promises, 50);
}
static int all_low(const struct finding_figures *f) { return all_below(f->all, POOR); }
static int follow_is_weak(const struct finding_figures *f)
{
    return finding_weakest(f) == FINDING_FOLLOW && f->all[FINDING_FOLLOW] < 60 && f->broken_promises >= 2;
}
static int involving_is_weak(const struct finding_figures *f)
{
    return finding_weakest(f) == FINDING_INVOLVING && f->all[FINDING_INVOLVING] < 60;
}
static int honest_is_weak(const struct finding_figures *f)
{
    return finding_weakest(f) == FINDING_HONEST && f->all[FINDING_HONEST] < 60;
}
static int is_good(const struct finding_figures *f) { return all_from(f->all, 60); }

static const struct {
    int (*holds)(const struct finding_figures *f);
    const char *key;
} rules[] = {
    {too_little, "finding.too-little"},
    {told_nobody, "finding.told-nobody"},
    {cost_trust, "finding.cost-trust"},
    {fixed_almost_all, "finding.unnoticed"},
    {is_watermelon, "finding.green-outside"},
    {turned_but_for_one, "finding.turned-but-for-one"},
    {turned_and_felt, "finding.turned-and-felt"},
    {turned_not_felt, "finding.turned-not-felt"},
    {is_partner, "finding.partner"},
    {in_the_light, "finding.in-the-light"},
    {slipped, "finding.slipped"},
    {is_quiet, "finding.quiet"},
    {said_too_much, "finding.said-too-much"},
    {learned_to_ask, "finding.learned-to-ask"},
    {did_not_ask, "finding.did-not-ask"},
    {word_not_kept, "finding.word-not-kept"},
    {all_low, "finding.hard-day"},
    {follow_is_weak, "finding.follow-weak"},
    {involving_is_weak, "finding.involving-weak"},
    {honest_is_weak, "finding.honest-weak"},
    {is_good, "finding.good"},
};

const char *finding_headline(const struct finding_figures *f)
{
    for (unsigned i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i].holds(f)) return rules[i].key;
    return "finding.mixed";
}

int finding_weakest(const struct finding_figures *f)
{
    int low = -1, high = -1;
    for (int i = 0; i < FINDING_SCORES; i++) {
        if (f->all[i] < 0) continue;
        if (low < 0 || f->all[i] < f->all[low]) low = i;
        if (high < 0 || f->all[i] > f->all[high]) high = i;
    }
    return low >= 0 && f->all[high] - f->all[low] > 5 ? low : -1;
}

int finding_mover(const struct finding_figures *f)
{
    int best = -1, by = 9;
    for (int i = 0; i < FINDING_SCORES && f->rounds > 1; i++) {
        if (f->first[i] < 0 || f->last[i] < 0) continue;
        int change = f->last[i] > f->first[i] ? f->last[i] - f->first[i] : f->first[i] - f->last[i];
        if (change > by) {
            by = change;
            best = i;
        }
    }
    return best;
}
