/* The learning moment of rounds that were really played: what it shows is so, and nothing comes before its time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../texts.h"
#include "../learning_play.h"
#include "view/view_learning.h"

static void dump(enum bot_kind kind, int rounds)
{
    struct learning_play p;
    struct view_learning v;
    learning_play_begin(&p, kind, rounds, 1);
    view_learning_build(&p.arena, p.session, session_state(p.session)->round, &v);
    printf("=== %s | next %s | %s %s | %s\n", v.title, v.next_label, v.figures.targets, v.figures.feelings, v.figures.unseen);
    for (int i = 0; i < v.timeline.lane_count; i++)
        printf("  lane %s (%s) %d-%d, %d marks\n", v.timeline.lanes[i].title, v.timeline.lanes[i].customer, v.timeline.lanes[i].from / 60, v.timeline.lanes[i].to / 60, v.timeline.lanes[i].mark_count);
    for (int i = 0; i < v.pattern_count; i++) {
        const struct learning_pattern *q = &v.patterns[i];
        printf("  PATTERN %s: %s [%s]\n", q->name, q->headline, q->ask);
        for (int k = 0; k < q->evidence_count; k++)
            printf("      %s %s\n            %s (lane %d)\n", q->evidence[k].time, q->evidence[k].text, q->evidence[k].note, q->evidence[k].lane);
        for (int k = 0; k < q->later_count; k++)
            printf("      later %s %s\n", q->later[k].time, q->later[k].text);
    }
    for (int i = 0; i < v.candidate_count; i++)
        printf("  %d %s | %s | slot %d | %d votes\n", i + 1, v.candidates[i].text, v.candidates[i].why, v.candidates[i].slot, v.candidates[i].votes);
    for (int i = 0; i < v.pledge_count; i++)
        printf("  pledge %s %s | %s %s\n", v.pledges[i].kind, v.pledges[i].text, v.pledges[i].seen, v.pledges[i].word);
    for (int i = 0; i < v.ask_count; i++)
        printf("  ask: %s\n", v.asks[i]);
    for (int i = 0; i < v.verdict_count && i < 6; i++)
        printf("  verdict %s %s [%s] %s || %s\n", v.verdicts[i].time, v.verdicts[i].sentence, v.verdicts[i].word, v.verdicts[i].evidence, v.verdicts[i].calls_for);
    learning_play_end(&p);
}

static void shows(void **state)
{
    (void)state;
    for (int k = 0; k < BOT_KIND_COUNT; k++) {
        dump((enum bot_kind)k, 1);
        dump((enum bot_kind)k, 2);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(shows)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
