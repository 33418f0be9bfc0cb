#include "view/compare_inside.h"
#include "base/text.h"
#include "view/view_monday.h"
#include "view/wording_between.h"
#include "view/wording_figure.h"

#include <string.h>

enum { NEAR = 15 }; /* days around 30, 60 and 90 that are called so */

/* The follow-up that so many days are near to, -1 none. */
static int32_t near_to(int32_t days)
{
    for (int32_t part = 0; part < MONDAY_PARTS; part++) {
        int32_t away = days - view_monday_days(part);
        if (away >= -NEAR && away <= NEAR)
            return view_monday_days(part);
    }
    return -1;
}

static const char *days_words(struct compare_build *b, int32_t days, const char *exact_key, const char *about_key)
{
    int32_t near = near_to(days);
    int about = near >= 0 && near != days;
    return text_fill(b->arena, about ? about_key : exact_key, "n", compare_number(b, about ? near : days), NULL);
}

const char *compare_after(struct compare_build *b, const struct compare_session *s, int index)
{
    int32_t days = view_monday_between(b->own[0]->date, s->date);
    if (index == 0)
        return text("compare.first");
    if (days < 0)
        return text_fill(b->arena, "compare.nth", "n", compare_number(b, index + 1), NULL);
    return days == 0 ? text("compare.same-day") : days_words(b, days, "compare.after.days", "compare.after.about");
}

/* The same within a sentence, of the first or the last column. */
static const char *inside(struct compare_build *b, int last)
{
    int at = last ? b->own_count - 1 : 0;
    if (b->own_count == 1)
        return text_fill(b->arena, "compare.in-round", "n", compare_number(b, last ? b->out->column_count : 1), NULL);
    int32_t days = view_monday_between(b->own[0]->date, b->own[at]->date);
    if (at == 0)
        return text("compare.in-first");
    if (days < 0)
        return text_fill(b->arena, "compare.in-nth", "n", compare_number(b, at + 1), NULL);
    return days == 0 ? text("compare.in-same-day") : days_words(b, days, "compare.in-days", "compare.in-about");
}

/* --- the finding --- */

/* "honest updates and follow-through": the scores that turned so. */
static const char *names_of(struct compare_build *b, enum compare_turn turn)
{
    static const char *const in_sentence[COMPARE_SCORES] = {"compare.inside.involving", "compare.inside.honest", "compare.inside.follow-through"};
    const char *list[COMPARE_SCORES];
    int count = 0;
    for (int i = 0; i < COMPARE_SCORES; i++)
        if (b->out->rows[i].turn == turn) {
            list[count] = text(in_sentence[i]);
            count++;
        }
    if (count == 0)
        return "";
    if (count == 1)
        return list[0];
    if (count == 2)
        return text_fill(b->arena, "compare.two", "one", list[0], "two", list[1], NULL);
    return text_fill(b->arena, "compare.three", "one", list[0], "two", list[1], "three", list[2], NULL);
}

static const char *turned_words(struct compare_build *b, const char *rose, const char *fell)
{
    const char *key = rose[0] && fell[0] ? "compare.finding.both" : rose[0] ? "compare.finding.rose" : "compare.finding.fell";
    return text_fill(b->arena, key, "rose", rose, "fell", fell, NULL);
}

static const char *finding(struct compare_build *b)
{
    int too_few = 0;
    for (int i = 0; i < COMPARE_SCORES; i++)
        too_few += b->out->rows[i].turn == TURN_TOO_FEW;
    const char *rose = names_of(b, TURN_ROSE), *fell = names_of(b, TURN_FELL);
    if (rose[0] || fell[0])
        return turned_words(b, rose, fell);
    return text(too_few == COMPARE_SCORES ? "compare.finding.too-few" : "compare.finding.same");
}

/* --- sentences --- */

static void say(struct compare_build *b, const char *sentence)
{
    if (sentence[0] && b->out->sentence_count < COMPARE_SENTENCES)
        b->out->sentences[b->out->sentence_count++] = sentence;
}

static const char *score_sentence(struct compare_build *b, int score)
{
    const struct compare_row *row = &b->out->rows[score];
    const struct compare_cell *was = &row->cells[b->first], *is = &row->cells[b->last];
    const char *none = text("compare.no-moments");
    const char *key = row->turn == TURN_ROSE || row->turn == TURN_FELL ? "compare.score.moved" : "compare.score";
    return text_fill(b->arena, key, "score", row->name, "was", was->counts[0] ? was->counts : none, "is",
                     is->counts[0] ? is->counts : none, "first", inside(b, 0), "last", inside(b, 1), "turn", row->turned, NULL);
}

static int is_other_story(const struct compare_build *b)
{
    for (int i = 0; i < b->out->column_count; i++)
        if (b->out->columns[i].story[0])
            return 1;
    return 0;
}

static const char *subject(struct compare_build *b)
{
    const char *rounds = text_count(b->arena, "compare.rounds", b->out->rounds);
    const char *sessions = text_count(b->arena, "compare.sessions", b->own_count);
    const char *from = wording_date(b->arena, b->own[0]->date), *to = wording_date(b->arena, b->own[b->own_count - 1]->date);
    const char *key = b->own_count > 1 && from[0] && to[0] ? "compare.subject.span" : from[0] ? "compare.subject.day" : "compare.subject";
    return text_fill(b->arena, key, "sessions", sessions, "rounds", rounds, "from", from, "to", to, "pack", b->out->pack, NULL);
}

/* --- every round --- */

static int first_told(const int *values, int count, int step)
{
    int at = step > 0 ? 0 : count - 1;
    while (at >= 0 && at < count && values[at] < 0)
        at += step;
    return at;
}

/* The score that differs most between the first and the last round in which it could be told. */
static const char *rounds_title(struct compare_build *b)
{
    const struct view_compare *v = b->out;
    int best = -1, was = 0, is = 0;
    for (int k = 0; k < COMPARE_SCORES; k++) {
        int from = first_told(v->points[k], v->point_count, 1), to = first_told(v->points[k], v->point_count, -1);
        if (from >= to)
            continue;
        int x = v->points[k][from], y = v->points[k][to];
        if (best < 0 || (y - x) * (y - x) > (is - was) * (is - was)) {
            best = k;
            was = x;
            is = y;
        }
    }
    if (best < 0)
        return text("compare.rounds.too-few");
    return text_fill(b->arena, was == is ? "compare.rounds.level" : "compare.rounds.title", "score", v->score_names[best], "was",
                     compare_number(b, was), "is", compare_number(b, is), "n", compare_number(b, v->point_count), NULL);
}

void compare_words_build(struct compare_build *b)
{
    struct view_compare *v = b->out;
    if (b->own_count == 0) {
        v->finding = text("compare.finding.nobody");
        return;
    }
    v->subject = subject(b);
    v->method = text("compare.method");
    v->finding = v->column_count < 2 ? text("compare.finding.one") : finding(b);
    v->rounds_title = rounds_title(b);
    for (int i = 0; v->column_count > 1 && i < COMPARE_SCORES; i++)
        say(b, score_sentence(b, i));
    if (is_other_story(b))
        say(b, text("compare.other-story"));
}
