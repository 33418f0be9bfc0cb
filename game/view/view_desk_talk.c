/* What was said with the customer in front, and what somebody new is told before the first act. */
#include "desk_parts.h"

#include <string.h>

/* --- turns --- */

static int is_turn(const struct desk_build *b, const struct sim_event *e)
{
    customer_id c = b->out->customer;
    if (e->kind == SIM_EV_SAID)
        return e->said.customer == c;
    return e->kind == SIM_EV_ACT && e->act.customer == c && sim_command_is_act(e->act.act) && e->act.act != SIM_CMD_WORK;
}

static struct desk_turn turn_of(const struct desk_build *b, const struct sim_event *e)
{
    int own = e->kind == SIM_EV_ACT;
    return (struct desk_turn){.words = own ? wording_act(&b->words, e->act.number) : wording_said(&b->words, e),
                              .time = wording_clock(&b->words, e->at),
                              .act = own ? e->act.number : 0};
}

/* From the end on, as many as are shown. */
void desk_build_turns(struct desk_build *b)
{
    struct view_desk *v = b->out;
    int first = DESK_TURNS;
    for (int32_t i = session_event_count(b->session) - 1; i >= 0 && first > 0 && v->customer != NOBODY; i--) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_ROUND_STARTED)
            break;
        if (!is_turn(b, e))
            continue;
        v->turns[--first] = turn_of(b, e);
        first += !v->turns[first].words[0];
    }
    v->turn_count = DESK_TURNS - first;
    memmove(v->turns, v->turns + first, sizeof v->turns[0] * (size_t)v->turn_count);
}

/* --- before the first act --- */

/* Nothing was done by the person yet. */
static int begins_new(const struct desk_build *b)
{
    for (int32_t i = 0; i < session_entry_count(b->session); i++)
        if (sim_command_is_act(session_entry_at(b->session, i)->command.kind))
            return 0;
    return 1;
}

static const char *minutes_of_talk(struct desk_build *b)
{
    return text_count(b->arena, "desk.minutes", (int)(b->scenario->rules.conversation + 59) / 60);
}

void desk_build_guide(struct desk_build *b)
{
    static const char *const ends[] = {"desk.guide.end", "desk.guide.end", "desk.guide.end.round", "desk.guide.end.pack"};
    int alone = (int)session_setup(b->session)->alone;
    struct view_desk *v = b->out;
    if (b->state->phase != PHASE_ROUND)
        return;
    v->guide_new = begins_new(b);
    v->guide_title = text_fill(b->arena, "desk.guide.title", "organisation", b->scenario->organisation, NULL);
    v->guide[v->guide_count++] = text("desk.guide.goal");
    v->guide[v->guide_count++] = text("desk.guide.how");
    v->guide[v->guide_count++] = text_fill(b->arena, "desk.guide.time", "minutes", minutes_of_talk(b), NULL);
    v->guide[v->guide_count++] = text(ends[alone > 0 && alone < 4 ? alone : 0]);
}
