#include "view/view_agenda.h"
#include "base/text.h"
#include "session/session.h"

#include <string.h>

enum { MS_MINUTE = 60 * 1000, MS_DAY = 24 * 60 * MS_MINUTE, AWAY = 120 * MS_MINUTE };

/* --- which agenda --- */

void view_agenda_of(const struct session *session, struct agenda *out)
{
    agenda_build(out, session_scenario(session), (enum preset)session_setup(session)->preset);
}

static int is_played(enum agenda_kind kind)
{
    return kind == AGENDA_WARM_UP || kind == AGENDA_BRIEFING || kind == AGENDA_ROUND;
}

round_id view_agenda_due(const struct session *session)
{
    const struct sim_state *s = session_state(session);
    struct agenda agenda;
    if (s->phase == PHASE_FINISHED)
        return NOBODY;
    if (s->step < 0)
        return s->round + 1 < session_scenario(session)->round_count ? s->round + 1 : NOBODY;
    view_agenda_of(session, &agenda);
    for (int32_t k = s->step; k < agenda.count; k++)
        if (is_played(agenda.steps[k].kind) && agenda.steps[k].round > s->round)
            return agenda.steps[k].round;
    return NOBODY;
}

static int32_t counted(const struct scenario *sc, round_id to)
{
    int32_t n = 0;
    for (round_id r = 0; r < to; r++)
        n += !sc->rounds[r].warm_up;
    return n;
}

int32_t view_agenda_nth(const struct session *session, round_id round, int32_t *all)
{
    const struct scenario *sc = session_scenario(session);
    struct agenda agenda;
    view_agenda_of(session, &agenda);
    int32_t at = session_state(session)->step >= 0 ? agenda_find(&agenda, AGENDA_ROUND, round) : NOBODY;
    *all = at != NOBODY ? agenda.rounds : counted(sc, sc->round_count);
    return at != NOBODY ? agenda.steps[at].nth : counted(sc, round + 1);
}

int view_agenda_last(const struct session *session, round_id round)
{
    int32_t all, nth = view_agenda_nth(session, round, &all);
    return nth == all && !session_scenario(session)->rounds[round].warm_up;
}

/* --- the clock on the wall --- */

struct times {
    int64_t spent[AGENDA_STEPS], began[AGENDA_STEPS];
    int visited[AGENDA_STEPS];
    int32_t at;
    int64_t last, first;
};

static void passes(struct times *t, int64_t to)
{
    int64_t gap = to - t->last;
    if (to <= 0 || gap <= 0)
        return;
    if (t->at >= 0 && gap <= AWAY)
        t->spent[t->at] += gap;
    t->last = to;
}

static void comes_to(struct times *t, int32_t step, int64_t wall)
{
    if (step < 0 || step >= AGENDA_STEPS)
        return;
    t->at = step;
    t->visited[step] = 1;
    if (t->began[step] == 0)
        t->began[step] = wall;
    if (t->first == 0)
        t->first = wall;
}

static void walk(struct times *t, const struct session *session, int64_t now)
{
    memset(t, 0, sizeof *t);
    t->at = NOBODY;
    for (int32_t i = 0; i < session_entry_count(session); i++) {
        const struct session_entry *e = session_entry_at(session, i);
        int64_t wall = session_wall(session, e->seq);
        passes(t, wall);
        if (e->command.kind == SIM_CMD_STEP)
            comes_to(t, e->command.step.step, wall);
    }
    passes(t, now);
}

/* --- words --- */

struct build {
    struct arena *arena;
    const struct session *session;
    const struct sim_state *state;
    const struct agenda_clock *clock;
    struct agenda agenda;
    struct times times;
    struct view_agenda *out;
};

static const char *number(struct build *b, int32_t n) { return arena_printf(b->arena, "%d", n); }

static const char *minutes_words(struct build *b, int32_t minutes)
{
    return text_fill(b->arena, "agenda.minutes", "n", number(b, minutes), NULL);
}

static const char *wall_words(struct build *b, int64_t at)
{
    int64_t of_day = ((at + (int64_t)b->clock->zone * 1000) % MS_DAY + MS_DAY) % MS_DAY;
    return arena_printf(b->arena, "%02d:%02d", (int)(of_day / (60 * MS_MINUTE)), (int)(of_day / MS_MINUTE % 60));
}

const char *view_agenda_name(struct arena *arena, const struct scenario *sc, const struct agenda_step *step)
{
    const char *key = arena_printf(arena, "agenda.%s", agenda_word((int32_t)step->kind));
    return text_fill(arena, key, "n", arena_printf(arena, "%d", step->nth), "title", step->round != NOBODY ? sc->rounds[step->round].title : "", NULL);
}

static const char *refusal_of(struct build *b, const struct agenda_step *step)
{
    int ahead = step->round > b->state->round;
    if (step->round == NOBODY)
        return "";
    if (!is_played(step->kind))
        return ahead ? text("agenda.not-played") : "";
    if (ahead)
        return b->state->phase == PHASE_FINISHED ? text("agenda.finished") : "";
    return step->kind == AGENDA_BRIEFING || step->round < b->state->round ? text("agenda.played") : "";
}

/* Nothing was played yet of what the present step is for. */
static int leaves_out(struct build *b)
{
    const struct agenda_step *step = &b->agenda.steps[b->state->step];
    return (step->kind == AGENDA_WARM_UP || step->kind == AGENDA_ROUND) && step->round > b->state->round && b->state->phase == PHASE_BETWEEN;
}

static enum agenda_state state_of(struct build *b, int32_t k)
{
    if (k == b->state->step)
        return AGENDA_NOW;
    const struct agenda_step *step = &b->agenda.steps[k];
    int unplayed = (step->kind == AGENDA_WARM_UP || step->kind == AGENDA_ROUND) && step->round > b->state->round;
    if (b->times.visited[k] && !unplayed)
        return AGENDA_DONE;
    return k < b->state->step ? AGENDA_SKIPPED : AGENDA_AHEAD;
}

static int finishes(struct build *b, enum agenda_kind kind)
{
    if ((kind != AGENDA_VERDICT && kind != AGENDA_REPORT) || b->state->phase == PHASE_FINISHED)
        return 0;
    for (int32_t k = 0; k < b->agenda.count; k++)
        if (b->agenda.steps[k].kind == AGENDA_ROUND && b->agenda.steps[k].round > b->state->round)
            return 1;
    return 0;
}

static void line_build(struct build *b, int32_t k)
{
    static const char *const words[] = {"agenda.ahead", "agenda.now", "agenda.done", "agenda.skipped"};
    const struct agenda_step *step = &b->agenda.steps[k];
    struct agenda_line *line = &b->out->lines[k];
    int32_t minutes = step->minutes + b->state->extended[k];
    line->kind = step->kind;
    line->state = state_of(b, k);
    line->name = view_agenda_name(b->arena, session_scenario(b->session), step);
    line->minutes = minutes > 0 ? minutes : 0;
    line->spent = (int32_t)((b->times.spent[k] + MS_MINUTE / 2) / MS_MINUTE);
    line->planned = minutes_words(b, line->minutes);
    line->real = b->times.visited[k] ? minutes_words(b, line->spent) : "";
    line->word = text(words[line->state]);
    line->refusal = refusal_of(b, step);
    line->finishes = finishes(b, step->kind);
    line->begins = b->times.began[k] > 0 ? wall_words(b, b->times.began[k]) : "";
}

/* --- how late it is --- */

static int64_t rest_of(struct build *b, int32_t k)
{
    int64_t rest = (int64_t)b->out->lines[k].minutes * MS_MINUTE - b->times.spent[k];
    return rest > 0 ? rest : 0;
}

/* When each step ahead begins if all goes as planned from now on; returns when the last one ends. */
static int64_t look_ahead(struct build *b)
{
    int64_t at = b->clock->now;
    for (int32_t k = b->state->step; k < b->out->count; k++) {
        struct agenda_line *line = &b->out->lines[k];
        if (line->state == AGENDA_AHEAD)
            line->begins = wall_words(b, at);
        at += rest_of(b, k);
    }
    return at;
}

static void ends_build(struct build *b)
{
    if (b->state->phase == PHASE_FINISHED && b->out->next == NOBODY)
        return;
    int64_t ends = look_ahead(b), planned = b->times.first + (int64_t)agenda_minutes(&b->agenda) * MS_MINUTE;
    int32_t late = (int32_t)((ends - planned) / MS_MINUTE);
    const char *key = late > 1 ? "agenda.ends-late" : late < -1 ? "agenda.ends-early" : "agenda.ends";
    b->out->ends = text_fill(b->arena, key, "time", wall_words(b, ends), "n", number(b, late < 0 ? -late : late), NULL);
    b->out->ends_tone = late > 5 ? TONE_WARN : TONE_NEUTRAL;
}

static void present_build(struct build *b)
{
    struct view_agenda *v = b->out;
    const struct agenda_line *line = &v->lines[v->now];
    int64_t left = (int64_t)line->minutes * MS_MINUTE - b->times.spent[v->now];
    v->left_minutes = (int32_t)(left >= 0 ? (left + MS_MINUTE - 1) / MS_MINUTE : -(-left / MS_MINUTE));
    v->name = line->name;
    v->when = text_fill(b->arena, "agenda.of", "spent", number(b, (int32_t)(b->times.spent[v->now] / MS_MINUTE)), "all",
                        number(b, line->minutes), NULL);
    v->left = v->left_minutes >= 0 ? text_fill(b->arena, "agenda.left", "n", number(b, v->left_minutes), NULL)
                                   : text_fill(b->arena, "agenda.over", "n", number(b, -v->left_minutes), NULL);
    v->back_at = wall_words(b, b->clock->now + (left > 0 ? left : 0));
    v->left_tone = v->left_minutes < 0 ? TONE_WARN : TONE_NEUTRAL;
    ends_build(b);
}

static int32_t reachable(const struct view_agenda *v, int32_t from, int32_t by)
{
    for (int32_t k = from + by; k >= 0 && k < v->count; k += by)
        if (v->lines[k].refusal[0] == '\0')
            return k;
    return NOBODY;
}

void view_agenda_build(struct arena *arena, const struct session *session, const struct agenda_clock *clock, struct view_agenda *out)
{
    struct build b = {.arena = arena, .session = session, .state = session_state(session), .clock = clock, .out = out};
    *out = (struct view_agenda){.now = NOBODY, .next = NOBODY, .back = NOBODY, .name = "", .when = "", .left = "", .ends = "", .back_at = "", .go_on = ""};
    view_agenda_of(session, &b.agenda);
    walk(&b.times, session, clock->now);
    out->count = b.agenda.count;
    for (int32_t k = 0; k < out->count; k++)
        line_build(&b, k);
    if (b.state->step < 0 || b.state->step >= out->count)
        return;
    out->now = b.state->step;
    out->ends_round = b.state->phase == PHASE_ROUND;
    out->skips = leaves_out(&b);
    out->next = reachable(out, out->now, 1);
    out->back = reachable(out, out->now, -1);
    present_build(&b);
    if (out->next != NOBODY)
        out->go_on = text_fill(arena, leaves_out(&b) ? "agenda.skip" : "agenda.next", "step", out->lines[out->next].name, NULL);
}
