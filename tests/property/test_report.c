/*
 * No sentence of the report says more than its counts. Sessions of many teams
 * are told, and every composed sentence is held against figures counted here
 * anew from the session: strong words, "n of all", what it refers to, and
 * that it names nobody. MOMENT_SESSIONS: how many of each team, 200 where it
 * is time.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../unit/texts.h"
#include "base/file.h"
#include "report/compose.h"
#include "session/bot.h"
#include "sim/claim.h"
#include "view/view_report.h"
#include <ctype.h>

enum { SMALL_SESSIONS = 200, LARGE_SESSIONS = 12, PEOPLE = 6, FEW = 3, FEW_MOMENTS = 12 };

static const char *const people[PEOPLE] = {"Sanne de Vries", "Tomasz", "Aisha", "Lars", "Noor Ahmad", "Jeroen"};
static const int32_t teams[] = {PLAYER_CUSTOMER_FOCUSED, PLAYER_PLEASER, PLAYER_TECHNICIAN, PLAYER_HERO,   PLAYER_FORGETTER,
                                PLAYER_MIXED,            PLAYER_LEARNER, PLAYER_GATEKEEPER, PLAYER_RANDOM, PLAYER_GRADED_50};
enum { TEAMS = sizeof teams / sizeof *teams };

struct told {
    struct arena arena;
    struct session *session;
    struct view_report view;
    struct paper_document d;
    const char *team;
    uint64_t seed;
};

static struct arena forever;
static const struct scenario *packs[2];

static void submit(struct session *s, struct sim_command c)
{
    const char *words[2] = {NULL, NULL};
    struct submit_result r;
    session_submit(s, &c, words, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
}

static void play(struct session *s, int32_t team, uint64_t seed)
{
    struct bot *bot = calloc(1, sizeof *bot);
    bot_begin_player(bot, team, seed);
    for (int32_t round = 0; round < session_scenario(s)->round_count; round++) {
        struct sim_command start = sim_command_make(SIM_CMD_START_ROUND);
        start.start_round.round = round;
        while (bot_between(bot, s)) continue;
        submit(s, start);
        while (bot_step(bot, s)) continue;
        if (session_state(s)->phase == PHASE_ROUND) submit(s, sim_command_make(SIM_CMD_END_ROUND));
    }
    submit(s, sim_command_make(SIM_CMD_FINISH));
    free(bot);
}

static struct told *tell(const struct scenario *pack, int32_t team, uint64_t seed)
{
    struct told *t = calloc(1, sizeof *t);
    struct session_setup setup = {.team = "Blue", .member_count = PEOPLE, .seed = seed, .date = "2026-11-22"};
    for (int i = 0; i < PEOPLE; i++) {
        snprintf(setup.members[i].name, sizeof setup.members[i].name, "%s", people[i]);
        setup.members[i].role = i % pack->role_count;
    }
    t->team = player_word(team);
    t->seed = seed;
    assert_int_equal(session_scratch(&t->session, pack, &setup), ERR_NONE);
    play(t->session, team, seed);
    view_report_build(&t->arena, t->session, &(struct report_wish){.names = (int)(seed % 2)}, &t->view);
    t->d = (struct paper_document){.arena = &t->arena};
    report_compose(&t->d, &t->view);
    return t;
}

static void forget(struct told *t)
{
    arena_release(&t->arena);
    session_close(t->session);
    free(t);
}

#define FAIL(t, sentence, why) fail_msg("%s, seed %llu: %s: %s", (t)->team, (unsigned long long)(t)->seed, why, sentence)

/* --- counted anew --- */

struct counts {
    int moments, met, silent, updates, unasked, asked, asks, claims, ahead, promises, late, dropped, kept, targets, targets_met;
    int lower, start, end;
};

static int shows(const struct told *t, const struct sim_moment *m)
{
    return m->scored && m->round >= 0 && !session_scenario(t->session)->rounds[m->round].warm_up && m->settled >= 0 && !m->disputed &&
           m->outcome != OUTCOME_OPEN && m->outcome != OUTCOME_NONE && m->score >= 0;
}

static void count_moments(const struct told *t, struct counts *n)
{
    const struct sim_state *s = session_state(t->session);
    for (int32_t k = 0; k < s->moment_count; k++) {
        const struct sim_moment *m = &s->moments[k];
        if (!shows(t, m)) continue;
        int question = m->source == MOMENT_IMPACT_ASKED || m->source == MOMENT_GO_AHEAD || m->source == MOMENT_CONTENTION;
        n->moments++;
        n->met += m->outcome == OUTCOME_MET;
        n->updates += m->source == MOMENT_UPDATE_WINDOW;
        n->silent += m->source == MOMENT_UPDATE_WINDOW && m->outcome == OUTCOME_MISSED;
        n->asks += question;
        n->asked += question && m->outcome == OUTCOME_MET;
        n->unasked += question && (m->outcome == OUTCOME_MISSED || m->outcome == OUTCOME_BROKEN);
    }
}

static int counts_round(const struct told *t, int32_t round)
{
    return round >= 0 && !session_scenario(t->session)->rounds[round].warm_up;
}

static struct counts counts_of(const struct told *t)
{
    const struct sim_state *s = session_state(t->session);
    struct counts n = {0};
    count_moments(t, &n);
    for (int32_t k = 0; k < s->claim_count; k++) {
        n.claims += counts_round(t, s->claims[k].round);
        n.ahead += counts_round(t, s->claims[k].round) && claim_outcome(&s->claims[k]) == OUTCOME_BROKEN;
    }
    for (int32_t k = 0; k < s->promise_count; k++) {
        const struct sim_promise *p = &s->promises[k];
        if (!counts_round(t, p->round) || p->state == PROMISE_VOID || p->state == PROMISE_OPEN) continue;
        n.promises++;
        n.late += p->state == PROMISE_LATE;
        n.dropped += p->state == PROMISE_DROPPED;
        n.kept += p->state == PROMISE_KEPT;
    }
    for (int r = 0; r < t->view.round_count; r++) {
        n.targets += t->view.rounds[r].targets;
        n.targets_met += t->view.rounds[r].targets_met;
    }
    for (int c = 0; c < t->view.customer_count; c++) {
        int end = t->view.customers[c].trust[t->view.round_count - 1];
        n.lower += end < t->view.customers[c].trust_start;
        n.start += t->view.customers[c].trust_start + t->view.customers[c].satisfaction_start;
        n.end += end + t->view.customers[c].satisfaction[t->view.round_count - 1];
    }
    return n;
}

/* --- what is held against them --- */

static int part_of(int part, int whole, int percent) { return whole >= FEW && part * 100 >= whole * percent; }

/* The strong words of the finding: what must be so wherever they are said. */
static int is_earned(const char *key, const struct counts *n)
{
    static const char *const fixed[] = {"finding.told-nobody", "finding.cost-trust", "finding.unnoticed"};
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        if (strcmp(key, fixed[i]) == 0 && !part_of(n->targets_met, n->targets, 80)) return 0;
    if (strcmp(key, "finding.told-nobody") == 0) return part_of(n->silent, n->updates, 80);
    if (strcmp(key, "finding.cost-trust") == 0) return n->end < n->start && n->ahead > 0;
    if (strcmp(key, "finding.quiet") == 0) return part_of(n->silent, n->updates, 50);
    if (strcmp(key, "finding.did-not-ask") == 0 || strcmp(key, "finding.learned-to-ask") == 0) return part_of(n->unasked, n->asks, 50);
    if (strcmp(key, "finding.said-too-much") == 0) return n->ahead >= FEW;
    if (strcmp(key, "finding.word-not-kept") == 0) return part_of(n->late + n->dropped, n->promises, 50);
    if (strcmp(key, "finding.partner") == 0 || strcmp(key, "finding.good") == 0) return n->met * 2 > n->moments;
    return 1;
}

static void the_finding_is_earned(const struct told *t, const struct counts *n)
{
    static const char *const keys[] = {"finding.told-nobody", "finding.cost-trust",     "finding.unnoticed",     "finding.quiet",
                                       "finding.did-not-ask", "finding.learned-to-ask", "finding.said-too-much", "finding.word-not-kept",
                                       "finding.partner",     "finding.good"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(t->view.finding, text(keys[i])) == 0 && !is_earned(keys[i], n)) FAIL(t, t->view.finding, "not earned");
    if ((n->moments < FEW_MOMENTS) != (strcmp(t->view.finding, text("finding.too-little")) == 0)) FAIL(t, t->view.finding, "too little, or not");
}

/* Every "n of all": n is never more. */
static void parts_fit_wholes(const struct told *t, const char *sentence)
{
    for (const char *at = sentence; (at = strstr(at, " of ")) != NULL; at++) {
        const char *begin = at;
        while (begin > sentence && isdigit((unsigned char)begin[-1])) begin--;
        if (begin == at || !isdigit((unsigned char)at[4])) continue;
        if (atoi(begin) > atoi(at + 4)) FAIL(t, sentence, "more than all");
        if (atoi(at + 4) == 0) FAIL(t, sentence, "of nothing");
    }
}

static int stands_in(const char *sentence, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = sentence; (at = strstr(at, name)) != NULL; at++)
        if ((at == sentence || !isalnum((unsigned char)at[-1])) && !isalnum((unsigned char)at[length])) return 1;
    return 0;
}

static void names_nobody(const struct told *t, const char *sentence)
{
    for (int i = 0; i < PEOPLE; i++) {
        char first[40];
        snprintf(first, sizeof first, "%.*s", (int)strcspn(people[i], " "), people[i]);
        if (stands_in(sentence, people[i]) || stands_in(sentence, first)) FAIL(t, sentence, "names somebody");
    }
    if (strstr(sentence, "Person ")) FAIL(t, sentence, "names somebody");
}

static void leads_somewhere(const struct told *t, const char *sentence, const struct report_rests *rests)
{
    for (int i = 0; i < rests->count; i++) {
        if (!paper_find(&t->d, rests->ids[i])) FAIL(t, rests->ids[i], "leads nowhere");
        for (int k = 0; k < i; k++)
            if (strcmp(rests->ids[i], rests->ids[k]) == 0) FAIL(t, sentence, "refers twice");
    }
}

static void is_sound(const struct told *t, const char *sentence, const struct report_rests *rests, int must_refer)
{
    assert_true(sentence && sentence[0]);
    parts_fit_wholes(t, sentence);
    names_nobody(t, sentence);
    leads_somewhere(t, sentence, rests);
    if (must_refer && rests->count == 0) FAIL(t, sentence, "rests on nothing");
    if (strchr(sentence, '{')) FAIL(t, sentence, "not filled in");
}

/* A head that counts cases names exactly so many, or whole rounds. */
static void head_counts(const struct told *t, enum report_head head, const char *key, int n, int all)
{
    const struct report_sentence *said = &t->view.heads[head];
    char count[12], whole[12];
    snprintf(count, sizeof count, "%d", n);
    snprintf(whole, sizeof whole, "%d", all);
    struct arena a = {0};
    const char *filled = text_fill(&a, key, "n", count, "all", whole, NULL);
    int rounds = said->rests.count > 0 && strstr(said->rests.ids[0], ".round.") != NULL;
    if (strcmp(said->text, filled) != 0) FAIL(t, said->text, filled);
    if (!rounds && said->rests.count != n) FAIL(t, said->text, "refers to more or fewer than it counts");
    arena_release(&a);
}

static int says(const struct told *t, enum report_head head, const char *key)
{
    const char *pattern = text(key), *brace = strrchr(pattern, '}');
    return brace && strlen(brace + 1) > 4 && strstr(t->view.heads[head].text, brace + 1) != NULL;
}

static void heads_count_rightly(const struct told *t, const struct counts *n)
{
    if (n->promises >= FEW && n->dropped > 0) head_counts(t, REPORT_HEAD_PROMISES, "head.promises.dropped", n->dropped, n->promises);
    else if (n->promises >= FEW && n->late > 0) head_counts(t, REPORT_HEAD_PROMISES, "head.promises.late", n->late, n->promises);
    if (n->claims >= FEW && n->ahead > 0) head_counts(t, REPORT_HEAD_CLAIMS, "head.claims.ahead", n->ahead, n->claims);
    if (n->updates >= FEW && n->silent > 0) head_counts(t, REPORT_HEAD_SILENCE, "head.silence.none", n->silent, n->updates);
    if (says(t, REPORT_HEAD_BEHAVIOUR, "head.behaviour.asked")) {
        char first[40];
        snprintf(first, sizeof first, "%d of %d", n->asked, n->asks);
        if (!strstr(t->view.heads[REPORT_HEAD_BEHAVIOUR].text, first)) FAIL(t, t->view.heads[REPORT_HEAD_BEHAVIOUR].text, first);
    }
    if (n->lower > 0 && says(t, REPORT_HEAD_CUSTOMERS, "head.customers.higher")) FAIL(t, t->view.heads[REPORT_HEAD_CUSTOMERS].text, "some fell");
}

static void holds(const struct told *t)
{
    const struct view_report *v = &t->view;
    struct counts n = counts_of(t);
    is_sound(t, v->finding, &v->finding_rests, n.moments > 0);
    for (int i = 0; i < v->summary_count; i++) is_sound(t, v->summary[i], &v->summary_rests[i], n.moments > 0);
    for (int i = 0; i < REPORT_HEAD_COUNT; i++) {
        const struct report_sentence *said = &v->heads[i];
        char neutral[64];
        snprintf(neutral, sizeof neutral, "head.%s", said->id);
        is_sound(t, said->text, &said->rests, strcmp(said->text, text(neutral)) != 0);
    }
    for (int i = 0; i < v->turn_count; i++) leads_somewhere(t, v->turns[i].done, &v->turns[i].rests);
    the_finding_is_earned(t, &n);
    heads_count_rightly(t, &n);
}

/* Whatever is referred to anywhere is there. */
static void every_reference_leads(const struct told *t)
{
    for (const struct paper_block *b = t->d.root; b; b = paper_next(b))
        for (const struct paper_run *r = b->runs; r; r = r->next)
            if (r->ink == PAPER_REFERENCE && (!r->to || !paper_find(&t->d, r->to))) FAIL(t, r->to ? r->to : "", "leads nowhere");
}

static void try_all(const struct scenario *pack, int sessions)
{
    const char *asked = getenv("MOMENT_SESSIONS");
    if (asked) sessions = atoi(asked);
    for (int team = 0; team < TEAMS; team++)
        for (int seed = 1; seed <= sessions; seed++) {
            struct told *t = tell(pack, teams[team], (uint64_t)seed);
            holds(t);
            if (seed == 1) every_reference_leads(t);
            forget(t);
        }
}

static void test_small_sessions(void **state)
{
    (void)state;
    try_all(packs[0], SMALL_SESSIONS);
}

static void test_whole_workshops(void **state)
{
    (void)state;
    try_all(packs[1], LARGE_SESSIONS);
}

static const struct scenario *pack_of(const char *folder)
{
    struct diag_list found = {.arena = &forever};
    struct pack_source *source = arena_alloc(&forever, sizeof *source);
    struct scenario *scenario = NULL;
    const char *root = getenv("MOMENT_SOURCE");
    if (pack_source_load(&forever, file_join(&forever, root ? root : ".", folder), source, &found) != ERR_NONE) return NULL;
    return pack_read(&forever, source, &scenario, &found) == ERR_NONE ? scenario : NULL;
}

static int load_all(void **state)
{
    if (texts_load(state) != 0) return -1;
    packs[0] = pack_of("tests/packs/good/small");
    packs[1] = pack_of("scenarios/last-flight-out");
    return packs[0] && packs[1] ? 0 : -1;
}

static int drop_all(void **state)
{
    arena_release(&forever);
    return texts_forget(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_small_sessions), cmocka_unit_test(test_whole_workshops)};
    return cmocka_run_group_tests(tests, load_all, drop_all);
}
