#include "session/inside.h"
#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct session *session_new(void)
{
    return memory_want(sizeof(struct session));
}

void session_free(struct session *s)
{
    store_close(s->store);
    timeline_release(&s->line);
    timeline_release(&s->spare);
    str_release(&s->pending.body);
    str_release(&s->pending.events);
    free(s->texts);
    free(s->walls);
    arena_release(&s->arena);
    free(s);
}

void session_begin_lines(struct session *s)
{
    struct sim_setup setup;
    session_sim_setup(&s->setup, &setup);
    timeline_begin(&s->line, session_scenario(s), &setup);
    timeline_begin(&s->spare, session_scenario(s), &setup);
    s->told_phase = s->told_round = s->told_step = -2;
}

/* --- names and preferences --- */

static int32_t name_number(struct session *s, const char *name)
{
    if (name[0] == '\0')
        return 0;
    session_keep_text(s, s->text_count + 1, name);
    return s->text_count;
}

void session_number_names(struct session *s, const struct session_setup *setup, struct codec_names *names)
{
    *names = s->names;
    if (s->names.team == 0 || strcmp(session_text(s, s->names.team), setup->team) != 0)
        names->team = name_number(s, setup->team);
    for (int32_t i = 0; i < setup->member_count; i++)
        if (s->names.members[i] == 0 || strcmp(session_text(s, s->names.members[i]), setup->members[i].name) != 0)
            names->members[i] = name_number(s, setup->members[i].name);
    for (int32_t i = 0; i < SESSION_CONTRACT; i++)
        if (s->names.contract[i] == 0 || strcmp(session_text(s, s->names.contract[i]), setup->contract[i]) != 0)
            names->contract[i] = name_number(s, setup->contract[i]);
}

static int same_for_scores(const struct session_setup *a, const struct session_setup *b)
{
    if (a->seed != b->seed || a->left_out != b->left_out || a->member_count != b->member_count ||
        a->tables != b->tables)
        return 0;
    for (int32_t i = 0; i < a->member_count; i++)
        if (a->members[i].role != b->members[i].role)
            return 0;
    return 1;
}

enum err session_change_setup(struct session *s, const struct session_setup *setup)
{
    struct codec_names names;
    int32_t first = s->text_count + 1;
    if (s->read_only || !session_is_possible(session_scenario(s), setup) || !same_for_scores(&s->setup, setup))
        return ERR_REFUSED;
    if (s->stopped != ERR_NONE)
        return s->stopped;
    session_number_names(s, setup, &names);
    session_prepare_setup(s, RECORD_PREFERENCE, setup, &names);
    session_prepare_texts(s, first);
    if (s->store != NULL && strcmp(s->setup.team, setup->team) != 0)
        store_stage_meta(s->store, "team", setup->team);
    enum err err = session_store_pending(s);
    if (err != ERR_NONE) {
        session_drop_texts(s, first);
        return err;
    }
    s->setup = *setup;
    s->names = names;
    return ERR_NONE;
}

/* The kind of the step the workshop stands at, "" without one. */
static const char *step_word(const struct session *s, int32_t step)
{
    struct agenda agenda;
    agenda_build(&agenda, session_scenario(s), (enum preset)s->setup.preset);
    return step >= 0 && step < agenda.count ? agenda_word((int32_t)agenda.steps[step].kind) : "";
}

void session_stage_head(struct session *s, const struct sim_state *state)
{
    char number[16];
    if (s->store == NULL || (s->told_phase == state->phase && s->told_round == state->round && s->told_step == state->step))
        return;
    snprintf(number, sizeof number, "%d", state->phase);
    store_stage_meta(s->store, "phase", number);
    snprintf(number, sizeof number, "%d", state->round);
    store_stage_meta(s->store, "round", number);
    store_stage_meta(s->store, "round-title", state->round >= 0 ? session_scenario(s)->rounds[state->round].title : "");
    store_stage_meta(s->store, "step", step_word(s, state->step));
    s->told_phase = state->phase;
    s->told_round = state->round;
    s->told_step = state->step;
}

void session_close(struct session *s)
{
    struct submit_result unseen;
    if (s == NULL)
        return;
    if (s->idle && s->store != NULL)
        session_flush(s, &unseen);
    session_free(s);
}

/* --- looking --- */

const struct scenario *session_scenario(const struct session *s)
{
    return s->lent != NULL ? s->lent : s->scenario;
}

const struct sim_state *session_state(const struct session *s)
{
    return &s->line.state;
}

const struct session_setup *session_setup(const struct session *s)
{
    return &s->setup;
}

const char *session_path(const struct session *s)
{
    return s->store != NULL ? store_path(s->store) : "";
}

int session_read_only(const struct session *s)
{
    return s->read_only;
}

int session_stopped(const struct session *s, enum err *why)
{
    if (why != NULL)
        *why = s->stopped;
    return s->stopped != ERR_NONE;
}

const char *session_detail(const struct session *s)
{
    return s->store != NULL ? store_detail(s->store) : "";
}

void session_keep_wall(struct session *s, int64_t seq, int64_t wall)
{
    while (seq >= s->wall_room) {
        int64_t room = s->wall_room > 0 ? 2 * s->wall_room : 256;
        s->walls = memory_resize(s->walls, (size_t)room * sizeof *s->walls);
        memset(s->walls + s->wall_room, 0, (size_t)(room - s->wall_room) * sizeof *s->walls);
        s->wall_room = room;
    }
    s->walls[seq] = wall;
}

int64_t session_wall(const struct session *s, int64_t seq)
{
    return seq > 0 && seq < s->wall_room ? s->walls[seq] : 0;
}

void session_tell_time(struct session *s, int64_t wall)
{
    s->wall = wall;
}

uint64_t session_digest(const struct session *s)
{
    return sim_digest(&s->line.state, session_scenario(s));
}

int32_t session_entry_count(const struct session *s)
{
    return s->line.entry_count;
}

const struct session_entry *session_entry_at(const struct session *s, int32_t index)
{
    return index >= 0 && index < s->line.entry_count ? &s->line.entries[index] : NULL;
}

int32_t session_event_count(const struct session *s)
{
    return s->line.event_count;
}

const struct sim_event *session_event_at(const struct session *s, int32_t index)
{
    return index >= 0 && index < s->line.event_count ? &s->line.events[index] : NULL;
}

int32_t session_course(const struct session *s)
{
    return s->course;
}
