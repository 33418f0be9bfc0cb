/*
 * The learning moment painted with the real fonts, of rounds that bots played
 * and of the longest texts there may be, in the sizes, text scales and themes
 * it must stand. With MOMENT_GALLERY set to a folder the pictures are written.
 */
#include "page_look.h"

#include "../learning_play.h"
#include "../texts.h"
#include "screens/learning.h"

enum { STAGE_WORDS = 90 };

enum page { PAGE_HAPPENED, PAGE_CHARTER, PAGE_DISPUTED, PAGE_VERDICTS, PAGE_SETTLED, PAGE_WAITING, PAGE_PATTERN, PAGE_REPLAY, PAGE_GOOD, PAGE_COMMIT,
            PAGE_COMMIT_FIRST, PAGE_OVERRULE, PAGE_COUNTING, PAGE_WORDS, PAGE_IN_ROUND, PAGE_LAST, PAGE_LONG, PAGE_LONG_COMMIT, PAGE_LONG_CHARTER, PAGE_COUNT };
static const char *const names[PAGE_COUNT] = {"happened", "charter", "disputed", "verdicts", "settled", "waiting", "pattern", "replay", "good", "commit",
                                              "commit-first", "overrule", "counting", "words", "in-round", "last", "long", "long-commit", "long-charter"};

/* Views of the sessions, made once. */
enum played { PLAYED_SILENT, PLAYED_MIXED, PLAYED_WELL, PLAYED_STOPPED, PLAYED_OVER, PLAYED_COUNT };
static struct learning_play plays[PLAYED_COUNT];
static struct view_learning views[PLAYED_COUNT];

static void do_it(struct learning_play *p, struct sim_command c, const char *words)
{
    if (!learning_try(p, c, words, NULL))
        fail_msg("command %d was refused", c.kind);
}

/* The room disputes two, marks, counts hands and picks one of its own. */
static void take_part(struct learning_play *p, struct view_learning *v)
{
    for (int k = 0; k < 2 && k < v->verdict_count; k++) {
        struct sim_command c = sim_command_make(SIM_CMD_DISPUTE);
        const struct learning_verdict *one = &v->verdicts[k * 5];
        c.dispute.aim = one->aim;
        c.dispute.source = one->key.source;
        c.dispute.subject = one->key.subject;
        c.dispute.customer = one->key.customer;
        c.dispute.nth = one->key.nth;
        c.dispute.on = 1;
        do_it(p, c, "Piet had said that noon was early enough for him");
    }
    for (int k = 0; k < v->pledge_count; k++)
        for (int t = 0; t < v->table_count - 1; t++) {
            struct sim_command c = sim_command_make(SIM_CMD_MARK);
            const int32_t outcomes[] = {OUTCOME_MET, OUTCOME_PARTLY, OUTCOME_MISSED, OUTCOME_MET, OUTCOME_NONE};
            c.mark.what = v->pledges[k].what;
            c.mark.slot = v->pledges[k].slot;
            c.mark.member = v->tables[t].member;
            c.mark.round = v->round;
            c.mark.outcome = outcomes[(k + t) % 5];
            do_it(p, c, NULL);
        }
    for (int k = 0; k < v->candidate_count; k++) {
        struct sim_command c = sim_command_make(SIM_CMD_TALLY);
        c.tally.what = TALLY_COMMITMENT;
        c.tally.subject = v->candidates[k].subject;
        c.tally.by = NOBODY;
        c.tally.count = 9 - k * 2 > 0 ? 9 - k * 2 : 1;
        do_it(p, c, NULL);
    }
    struct sim_command pick = sim_command_make(SIM_CMD_COMMIT);
    pick.commit.behaviour = v->candidates[0].behaviour;
    pick.commit.member = 1;
    do_it(p, pick, v->candidates[0].text);
    pick.commit.slot = 1;
    pick.commit.behaviour = NOBODY;
    pick.commit.member = NOBODY;
    do_it(p, pick, "Somebody else than last time goes to the counter");
}

static void build(enum played which)
{
    struct learning_play *p = &plays[which];
    view_learning_build(&p->arena, p->session, session_state(p->session)->round, &views[which]);
}

static int views_make(void **state)
{
    if (texts_load(state) != 0)
        return -1;
    learning_play_begin(&plays[PLAYED_SILENT], BOT_TECHNICIAN, 1, 1);
    learning_play_begin(&plays[PLAYED_MIXED], BOT_MIXED, 2, 1);
    learning_play_begin(&plays[PLAYED_WELL], BOT_CUSTOMER_FOCUSED, 2, 0);
    learning_play_begin(&plays[PLAYED_STOPPED], BOT_TECHNICIAN, 0, 1);
    learning_round_play(&plays[PLAYED_STOPPED], 7 * 3600 + 20 * 60);
    do_it(&plays[PLAYED_STOPPED], learning_command(SIM_CMD_LEARN, 1, 0), NULL);
    learning_play_begin(&plays[PLAYED_OVER], BOT_MIXED, 4, 1);
    for (int k = 0; k < PLAYED_COUNT; k++)
        build((enum played)k);
    take_part(&plays[PLAYED_MIXED], &views[PLAYED_MIXED]);
    build(PLAYED_MIXED);
    return 0;
}

static int views_forget(void **state)
{
    for (int k = 0; k < PLAYED_COUNT; k++)
        learning_play_end(&plays[k]);
    return texts_forget(state);
}

/* --- the longest --- */

static const char *filled(int characters)
{
    static char texts[40][600];
    static int turn;
    static const char *const words[] = {"before", "anybody", "touches", "something", "the", "customer", "relies", "on", "we", "ask", "them", "whether"};
    char *out = texts[turn = (turn + 1) % 40];
    int length = 0;
    for (int k = 0; length + 12 < characters; k++)
        length += snprintf(out + length, 600 - (size_t)length, "%s%s", k ? " " : "", words[k * 5 % 12]);
    out[length] = '\0';
    return out;
}

static void longest(struct view_learning *v)
{
    static struct learning_pattern pattern;
    static struct learning_lane lanes[12];
    static struct learning_pledge pledges[11];
    static int32_t marks[LIMIT_MEMBERS];
    static struct learning_table tables[LIMIT_MEMBERS];
    *v = views[PLAYED_MIXED];
    pattern = v->patterns[0];
    pattern.headline = "Twelve times, what was the customer’s to choose was done without asking.";
    pattern.evidence_count = LEARNING_EVIDENCE;
    for (int k = 0; k < LEARNING_EVIDENCE; k++)
        pattern.evidence[k] = (struct learning_evidence){"14:20", filled(120), filled(260), filled(120), 14 * 3600, k % 12};
    pattern.more = 14;
    pattern.later_count = LEARNING_LATER;
    for (int k = 0; k < LEARNING_LATER; k++)
        pattern.later[k] = (struct learning_line){"14:30", filled(140)};
    v->patterns = &pattern;
    v->pattern_count = 1;
    for (int k = 0; k < 12; k++) {
        lanes[k] = views[PLAYED_MIXED].timeline.lanes[k % views[PLAYED_MIXED].timeline.lane_count];
        lanes[k].title = filled(LIMIT_TITLE);
        lanes[k].customer = "Maximiliane";
    }
    v->timeline.lanes = lanes;
    v->timeline.lane_count = 12;
    for (int k = 0; k < LIMIT_MEMBERS; k++) {
        marks[k] = k % 4;
        tables[k] = (struct learning_table){"Professor Maximiliana Featherstonehaugh van den Oudenrijn-Q.", k};
    }
    for (int k = 0; k < 11; k++)
        pledges[k] = (struct learning_pledge){.what = k > 2, .slot = k, .text = filled(120), .kind = "Commitment", .seen = filled(90), .word = "kept", .marks = marks, .kept = 10, .marked = 30};
    v->pledges = pledges;
    v->pledge_count = 11;
    v->tables = v->members = tables;
    v->table_count = v->member_count = LIMIT_MEMBERS;
    for (int k = 0; k < LEARNING_CANDIDATES; k++)
        v->candidates[k] = (struct learning_candidate){.subject = k, .behaviour = k, .slot = k < 3 ? k : NOBODY, .member = k, .text = filled(120), .why = filled(60), .checked = "seen by hand", .who = k < 3 ? tables[0].name : "", .votes = 200};
    v->candidate_count = LEARNING_CANDIDATES;
    v->free_slot = NOBODY;
    v->last_count = LEARNING_PICKS;
    for (int k = 0; k < LEARNING_PICKS; k++)
        v->last[k] = (struct learning_last){filled(120), "partly kept", "done 33 of 46 times", TONE_WARN};
}

/* --- what is looked at --- */

struct shown { struct view_learning view; struct learning_memory m; struct wishes wishes; int stage; };

static int is_long(enum page p) { return p >= PAGE_LONG; }

static enum played played_for(enum page p)
{
    return p == PAGE_COMMIT_FIRST || p == PAGE_PATTERN || p == PAGE_WAITING || p == PAGE_REPLAY ? PLAYED_SILENT
           : p == PAGE_GOOD || p == PAGE_SETTLED                                              ? PLAYED_WELL
           : p == PAGE_IN_ROUND                                                               ? PLAYED_STOPPED
           : p == PAGE_LAST                                                                   ? PLAYED_OVER
                                                                                              : PLAYED_MIXED;
}

static enum learning_part part_for(enum page p)
{
    static const enum learning_part parts[PAGE_COUNT] = {
        [PAGE_DISPUTED] = LEARNING_DISPUTED, [PAGE_VERDICTS] = LEARNING_DISPUTED, [PAGE_SETTLED] = LEARNING_DISPUTED, [PAGE_OVERRULE] = LEARNING_DISPUTED,
        [PAGE_WAITING] = LEARNING_PATTERN, [PAGE_PATTERN] = LEARNING_PATTERN, [PAGE_REPLAY] = LEARNING_PATTERN, [PAGE_GOOD] = LEARNING_PATTERN,
        [PAGE_COMMIT] = LEARNING_COMMIT, [PAGE_COMMIT_FIRST] = LEARNING_COMMIT, [PAGE_COUNTING] = LEARNING_COMMIT, [PAGE_WORDS] = LEARNING_COMMIT,
        [PAGE_IN_ROUND] = LEARNING_PATTERN, [PAGE_LAST] = LEARNING_COMMIT, [PAGE_LONG] = LEARNING_PATTERN, [PAGE_LONG_COMMIT] = LEARNING_COMMIT};
    return parts[p];
}

static void shown_fill(struct shown *s, enum page p)
{
    memset(s, 0, sizeof *s);
    if (is_long(p))
        longest(&s->view);
    else
        s->view = views[played_for(p)];
    learning_begin(&s->m, 14);
    s->m.left -= 5 * 60 * 1000 + 20 * 1000;
    s->m.part = part_for(p);
    s->m.revealed = p != PAGE_WAITING;
    s->m.one_display = 1;
    s->m.charter_on_stage = p == PAGE_CHARTER || p == PAGE_LONG_CHARTER;
    s->m.pledge = p == PAGE_CHARTER ? 2 : p == PAGE_LONG_CHARTER ? 9 : 0;
    s->m.table = 1;
    s->m.all_verdicts = p == PAGE_VERDICTS;
    s->m.candidate = 0;
    s->m.highlight = p == PAGE_PATTERN ? 1 : -1;
    s->m.replay = p == PAGE_REPLAY ? 4500 : -1;
    s->m.dialog = p == PAGE_OVERRULE ? LEARNING_OVERRULING : p == PAGE_COUNTING ? LEARNING_COUNTING : p == PAGE_WORDS ? LEARNING_WORDING : LEARNING_NO_DIALOG;
    if (s->view.verdict_count > 0) {
        s->m.aim = s->view.verdicts[0].aim;
        s->m.key = s->view.verdicts[0].key;
    }
    if (p == PAGE_WORDS)
        ui_edit_set(&s->m.words, "We ask what it means for them before we touch it");
}

static void draw(struct ui *ui, void *context)
{
    struct shown *s = context;
    float width, height;
    ui_size(ui, &width, &height);
    if (s->stage) {
        stage_learning(ui, &s->view, &s->m);
        return;
    }
    ui_set_room(ui, (struct rect){0, 0, width, height - ui_px(ui, 56)});   /* the strip of the agenda */
    learning_screen(ui, &s->view, &s->m, &s->wishes);
}

static int says(const struct page_look *l, const char *words)
{
    for (int i = 0; i < l->list.count; i++)
        if (l->list.ops[i].kind == DRAW_TEXT && strcmp(l->list.ops[i].text, words) == 0)
            return 1;
    return 0;
}

/* Figures are on the stage only because the set-up asks for them, and then with the pattern. */
static int figure_faults(const struct page_look *l, const char *where, const struct shown *s, enum page p)
{
    int found = says(l, text("learning.targets")) || says(l, text("learning.feelings"));
    if (s->view.show_scores ? p == PAGE_PATTERN && !found : found)
        return printf("%s: figures %s\n", where, found ? "that nobody asked for" : "missing"), 1;
    return 0;
}

static int look(struct page_look *l, enum page p, int stage, int scores)
{
    struct shown *s = calloc(1, sizeof *s);
    char where[200];
    assert_non_null(s);
    snprintf(where, sizeof where, "%slearning-%s%s-%dx%d-%s-%d", stage ? "stage-" : "", names[p], scores ? "-scores" : "", l->width, l->height,
             ui_theme(l->ui) == THEME_LIGHT ? "light" : "dark", (int)(ui_scale(l->ui) * 100 + 0.5f));
    shown_fill(s, p);
    s->stage = stage;
    s->view.show_scores = scores;
    page_look_run(l, draw, s);
    int found = page_look_faults(l, where, is_long(p)) + (stage ? page_look_stage_faults(l, where, STAGE_WORDS) : 0);
    found += stage ? figure_faults(l, where, s, p) : 0;
    page_look_shot(l, where);
    learning_end(&s->m);
    free(s);
    return found;
}

/* MOMENT_PAGE narrows it down to pages whose name begins so. */
static int pages(int width, int height, int stage, enum theme theme, float scale)
{
    struct page_look l;
    const char *only = getenv("MOMENT_PAGE");
    int found = 0;
    page_look_open(&l, width, height, theme, scale);
    for (enum page p = 0; p < PAGE_COUNT; p++) {
        if (stage && (p == PAGE_OVERRULE || p == PAGE_COUNTING || p == PAGE_WORDS))
            continue;
        if (!only || strncmp(names[p], only, strlen(only)) == 0)
            for (int scores = 0; scores <= stage; scores++)
                found += look(&l, p, stage, scores);
    }
    page_look_close(&l);
    return found;
}

static void pages_stand_on_a_laptop(void **state)
{
    (void)state;
    assert_int_equal(pages(1280, 800, 0, THEME_DARK, 1) + pages(1280, 800, 0, THEME_LIGHT, 1.5f) + pages(1280, 800, 0, THEME_DARK, 2), 0);
}

static void pages_stand_on_a_large_display(void **state)
{
    (void)state;
    assert_int_equal(pages(1920, 1080, 0, THEME_LIGHT, 1.23f) + pages(1920, 1080, 0, THEME_DARK, 1.85f) + pages(1920, 1080, 0, THEME_LIGHT, 2), 0);
}

static void pages_stand_on_the_stage(void **state)
{
    (void)state;
    assert_int_equal(pages(1920, 1080, 1, THEME_DARK, 1) + pages(1920, 1080, 1, THEME_LIGHT, 1) + pages(1280, 720, 1, THEME_DARK, 2), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(pages_stand_on_a_laptop), cmocka_unit_test(pages_stand_on_a_large_display),
                                       cmocka_unit_test(pages_stand_on_the_stage)};
    return cmocka_run_group_tests(tests, views_make, views_forget);
}
