#include "view/compare_inside.h"
#include "base/memory.h"
#include "base/text.h"
#include "view/view_monday.h"
#include "view/wording_between.h"
#include "view/wording_figure.h"

#include <stdlib.h>
#include <string.h>

const int32_t compare_rows[COMPARE_ROWS] = {
    MEASURE_INVOLVING, MEASURE_HONEST, MEASURE_FOLLOW, MEASURE_SPOKE_OWNERSHIP, MEASURE_SPOKE_RESPECT, MEASURE_SPOKE_LEARNING,
    MEASURE_COMMITMENTS_KEPT, MEASURE_TARGETS_MET, MEASURE_SURVEY_ROUND, MEASURE_SURVEY_ROOM, MEASURE_PERCEIVED, MEASURE_MATURITY};

const char *compare_number(struct compare_build *b, int32_t n) { return arena_printf(b->arena, "%d", (int)n); }

const struct kept_figure *compare_figure(const struct compare_session *s, int32_t figure, int32_t round)
{
    for (int i = 0; i < s->figure_count; i++)
        if (s->figures[i].figure == figure && s->figures[i].round == round)
            return &s->figures[i];
    return NULL;
}

int compare_round_count(const struct compare_session *s)
{
    int count = 0;
    while (compare_figure(s, MEASURE_INVOLVING, count) != NULL)
        count++;
    return count;
}

int compare_order(const struct compare_session *a, const struct compare_session *b)
{
    int by_day = strcmp(a->date, b->date);
    return by_day != 0 ? by_day : strcmp(a->key, b->key);
}

/* --- teams --- */

static int is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/* The next letter of a name as names are told apart: spaces as one, none at either end, A to Z as a to z. 0: the end. */
static int next_letter(const char **at, int begun)
{
    int space = 0;
    while (is_space(**at)) {
        space = begun;
        (*at)++;
    }
    if (**at == '\0')
        return 0;
    if (space)
        return ' ';
    unsigned char c = (unsigned char)*(*at)++;
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static int team_order(const char *a, const char *b)
{
    for (int begun = 0;; begun = 1) {
        int x = next_letter(&a, begun), y = next_letter(&b, begun);
        if (x != y || x == 0)
            return x - y;
    }
}

int view_compare_is_team(const char *a, const char *b)
{
    const char *at = a;
    return next_letter(&at, 0) != 0 && team_order(a, b) == 0;
}

int compare_by_team(const void *a, const void *b)
{
    const struct compare_session *x = *(const struct compare_session *const *)a, *y = *(const struct compare_session *const *)b;
    int names = team_order(x->team, y->team);
    return names != 0 ? names : compare_order(x, y);
}

static int by_latest(const void *a, const void *b)
{
    const struct compare_team *x = a, *y = b;
    int days = strcmp(y->last, x->last);
    return days != 0 ? days : team_order(x->name, y->name);
}

static struct compare_team team_of(struct arena *a, const struct compare_session *const *own, int count)
{
    const char *last = own[count - 1]->date, *day = wording_date(a, last);
    const char *many = text_count(a, "compare.sessions", count);
    return (struct compare_team){.name = own[count - 1]->team, .last = last, .sessions = count,
                                 .when = last[0] ? text_fill(a, "compare.team-when", "sessions", many, "date", day, NULL) : many};
}

void view_compare_teams(struct arena *arena, const struct compare_session *sessions, size_t count, struct compare_team **teams,
                        size_t *team_count)
{
    const struct compare_session **sorted = arena_array(arena, count + 1, sizeof *sorted);
    size_t named = 0, found = 0;
    for (size_t i = 0; i < count; i++)
        if (view_compare_is_team(sessions[i].team, sessions[i].team))
            sorted[named++] = &sessions[i];
    qsort(sorted, named, sizeof *sorted, compare_by_team);
    *teams = arena_array(arena, named + 1, sizeof **teams);
    for (size_t from = 0, to; from < named; from = to) {
        for (to = from + 1; to < named && view_compare_is_team(sorted[from]->team, sorted[to]->team);)
            to++;
        (*teams)[found++] = team_of(arena, &sorted[from], (int)(to - from));
    }
    qsort(*teams, found, sizeof **teams, by_latest);
    *team_count = found;
}

/* --- what turned --- */

/*
 * Two shares a of n and b of m differ by more than chance brings one time in twenty when
 *   (a/n - b/m)^2 >= 1.96^2 p (1 - p) (1/n + 1/m),  p = (a + b)/(n + m)
 * which is d^2 N >= 3.842 s (N - s) n m with d = a m - b n, s = a + b, N = n + m.
 */
static int is_beyond_chance(int64_t a, int64_t n, int64_t b, int64_t m)
{
    int64_t d = a * m - b * n, s = a + b, all = n + m;
    return d != 0 && 1000 * d * d * all >= 3842 * s * (all - s) * n * m;
}

/* What is true of many moments and still too small for a room to notice is no news. */
static int is_noticed(int64_t a, int64_t n, int64_t b, int64_t m)
{
    int64_t d = a * m - b * n;
    return 100 * (d < 0 ? -d : d) >= COMPARE_POINT_GAP * n * m;
}

enum compare_turn compare_turn_of(const struct kept_figure *was, const struct kept_figure *is)
{
    if (was == NULL || is == NULL || was->items < COMPARE_FEWEST || is->items < COMPARE_FEWEST)
        return TURN_TOO_FEW;
    if (!is_noticed(was->whole, was->items, is->whole, is->items) || !is_beyond_chance(was->whole, was->items, is->whole, is->items))
        return TURN_SAME;
    return (int64_t)is->whole * was->items > (int64_t)was->whole * is->items ? TURN_ROSE : TURN_FELL;
}

static void turn_say(struct compare_row *row, enum compare_turn turn)
{
    static const char *const keys[] = {NULL, "compare.turn.too-few", "compare.turn.same", "compare.turn.rose", "compare.turn.fell"};
    static const enum tone tones[] = {TONE_NEUTRAL, TONE_NEUTRAL, TONE_NEUTRAL, TONE_GOOD, TONE_BAD};
    row->turn = turn;
    row->turned = keys[turn] != NULL ? text(keys[turn]) : "";
    row->tone = tones[turn];
}

/* --- columns and rows --- */

/* A column is a session, or a round of the only one. */
static const struct kept_figure *in_column(const struct compare_build *b, int column, int32_t figure)
{
    if (b->own_count == 1)
        return compare_figure(b->own[0], figure, column);
    int hidden = b->own_count - b->out->column_count;
    return compare_figure(b->own[column == 0 ? 0 : column + hidden], figure, FIGURES_ALL);
}

static struct compare_cell cell_of(struct compare_build *b, int32_t measure, const struct kept_figure *f)
{
    struct compare_cell cell = {.percent = -1, .words = "", .counts = ""};
    enum measure_unit unit = measure_unit(measure);
    if (f == NULL)
        return cell;
    if (unit == UNIT_SHARE) {
        cell.counts = f->items > 0 ? text_fill(b->arena, "figure.of", "met", compare_number(b, f->whole), "all", compare_number(b, f->items), NULL) : "";
        cell.words = f->items == 0 ? "" : f->value < 0 ? text("figure.few") : text_fill(b->arena, "figure.percent", "n", compare_number(b, f->value), NULL);
    } else if (f->value >= 0)
        cell.words = text_fill(b->arena, unit == UNIT_LEVEL ? "compare.level" : "compare.points", "n", compare_number(b, f->value), NULL);
    cell.percent = unit == UNIT_LEVEL ? -1 : f->value;
    return cell;
}

static int is_told(const struct compare_row *row, int columns)
{
    for (int i = 0; i < columns; i++)
        if (row->cells[i].words[0] || row->cells[i].counts[0])
            return 1;
    return 0;
}

/* What its page explains elsewhere has a longer name here. */
static const char *row_name(struct compare_build *b, int32_t figure)
{
    const char *key = arena_printf(b->arena, "compare.row.%s", measure_word(figure));
    return text_has(key) ? text(key) : wording_figure(figure);
}

static void rows_build(struct compare_build *b)
{
    struct view_compare *v = b->out;
    for (int i = 0; i < COMPARE_ROWS; i++) {
        struct compare_row *row = &v->rows[v->row_count];
        enum measure_unit unit = measure_unit(compare_rows[i]);
        *row = (struct compare_row){.figure = compare_rows[i], .name = row_name(b, compare_rows[i]), .percent = unit != UNIT_LEVEL, .turned = "",
                                    .others_words = "", .standing = ""};
        for (int c = 0; c < v->column_count; c++)
            row->cells[c] = cell_of(b, compare_rows[i], in_column(b, c, compare_rows[i]));
        struct compare_cell first = cell_of(b, compare_rows[i], compare_figure(b->own[0], compare_rows[i], FIGURES_ALL));
        row->first_percent = first.percent;
        row->first_words = first.words;
        if (v->column_count > 1 && unit == UNIT_SHARE)
            turn_say(row, compare_turn_of(in_column(b, b->first, compare_rows[i]), in_column(b, b->last, compare_rows[i])));
        /* The three scores always have a line: that they are missing is told. */
        v->row_count += i < COMPARE_SCORES || is_told(row, v->column_count);
    }
}

static void columns_build(struct compare_build *b)
{
    struct view_compare *v = b->out;
    int all = b->own_count == 1 ? v->rounds : b->own_count, shown = all > COMPARE_COLUMNS ? COMPARE_COLUMNS : all;
    v->column_count = shown;
    b->last = shown - 1;
    for (int i = 0; i < shown; i++) {
        struct compare_column *c = &v->columns[i];
        int at = i == 0 ? 0 : i + all - shown;
        const struct compare_session *s = b->own[b->own_count == 1 ? 0 : at];
        *c = (struct compare_column){.when = "", .story = ""};
        c->label = b->own_count == 1 ? text_fill(b->arena, "compare.round", "n", compare_number(b, i + 1), NULL) : compare_after(b, s, at);
        if (b->own_count > 1 && s->date[0])
            c->when = wording_date(b->arena, s->date);
        if (strcmp(s->pack_id, b->own[0]->pack_id) != 0)
            c->story = s->pack;
    }
    if (all > shown && b->own_count > 1)
        v->left_out = text_count(b->arena, "compare.left-out", all - shown);
}

/* --- every round --- */

static void points_build(struct compare_build *b)
{
    struct view_compare *v = b->out;
    int from = b->own_count > COMPARE_BREAKS ? b->own_count - COMPARE_BREAKS : 0;
    for (int i = from; i < b->own_count; i++) {
        int rounds = compare_round_count(b->own[i]);
        if (v->point_count + rounds > COMPARE_POINTS)
            break;
        v->breaks[v->break_count++] = (struct compare_break){v->point_count, b->own_count == 1 ? "" : compare_after(b, b->own[i], i)};
        for (int r = 0; r < rounds; r++, v->point_count++)
            for (int k = 0; k < COMPARE_SCORES; k++)
                v->points[k][v->point_count] = compare_figure(b->own[i], compare_rows[k], r)->value;
    }
    for (int k = 0; k < COMPARE_SCORES; k++)
        v->score_names[k] = wording_figure(compare_rows[k]);
}

/* --- follow-ups --- */

static void follow_take(struct compare_build *b, const struct compare_session *s, int index, int32_t part)
{
    const struct kept_figure *actions = compare_figure(s, FIGURES_ACTIONS, part), *hands = compare_figure(s, FIGURES_LATER, part);
    if (actions == NULL && hands == NULL)
        return;
    struct compare_follow *f = &b->out->follow[b->out->follow_count++];
    *f = (struct compare_follow){.session = compare_after(b, s, index), .actions = "", .hands = "",
                                 .when = text_fill(b->arena, "compare.days", "n", compare_number(b, view_monday_days(part)), NULL)};
    if (actions != NULL)
        f->actions = text_fill(b->arena, "figure.of", "met", compare_number(b, actions->whole), "all", compare_number(b, actions->items), NULL);
    if (hands != NULL)
        f->hands = text_fill(b->arena, "figure.of", "met", compare_number(b, hands->whole), "all", compare_number(b, hands->items), NULL);
}

static void follow_build(struct compare_build *b)
{
    b->out->follow = arena_array(b->arena, (size_t)b->own_count * MONDAY_PARTS + 1, sizeof *b->out->follow);
    for (int i = 0; i < b->own_count; i++)
        for (int32_t part = 0; part < MONDAY_PARTS; part++)
            follow_take(b, b->own[i], i, part);
}

/* --- the whole --- */

static int by_order(const void *a, const void *b)
{
    return compare_order(*(const struct compare_session *const *)a, *(const struct compare_session *const *)b);
}

/* Rounds make a session: one of which nothing was played to its end is none yet. */
static void own_find(struct compare_build *b, const char *team)
{
    b->own = arena_array(b->arena, b->all_count + 1, sizeof *b->own);
    for (size_t i = 0; i < b->all_count; i++)
        if (view_compare_is_team(b->all[i].team, team) && compare_round_count(&b->all[i]) > 0)
            b->own[b->own_count++] = &b->all[i];
    qsort(b->own, (size_t)b->own_count, sizeof *b->own, by_order);
    for (int i = 0; i < b->own_count; i++)
        b->out->rounds += compare_round_count(b->own[i]);
    b->out->sessions = b->own_count;
}

void view_compare_build(struct arena *arena, const struct compare_session *sessions, size_t count, const char *team,
                        struct view_compare *out)
{
    struct compare_build b = {.arena = arena, .all = sessions, .all_count = count, .out = out};
    *out = (struct view_compare){.team = team, .pack = "", .subject = "", .language = text("report.language"), .finding = "",
                                 .left_out = "", .rounds_title = "", .others_title = "", .others_note = "", .method = ""};
    own_find(&b, team);
    if (b.own_count > 0) {
        out->team = b.own[b.own_count - 1]->team;
        out->pack = b.own[0]->pack;
        columns_build(&b);
        rows_build(&b);
        points_build(&b);
        follow_build(&b);
        compare_others_build(&b);
    }
    compare_words_build(&b);
}
