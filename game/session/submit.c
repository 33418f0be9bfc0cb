#include "session/inside.h"
#include "base/number.h"
#include "base/utf8.h"

#include <assert.h>
#include <string.h>

static void not_stored(struct session *s, enum err err, struct submit_result *result)
{
    *result = (struct submit_result){.status = SUBMIT_NOT_STORED, .err = err, .first_event = s->line.event_count};
}

static void refused(struct session *s, enum refusal why, struct submit_result *result)
{
    *result = (struct submit_result){.status = SUBMIT_REFUSED, .refusal = why, .first_event = s->line.event_count};
}

/* 0 when nothing may be stored now, and the result says so. */
static int may_go_on(struct session *s, struct submit_result *result)
{
    if (!s->read_only && s->stopped == ERR_NONE)
        return 1;
    not_stored(s, s->stopped != ERR_NONE ? s->stopped : ERR_REFUSED, result);
    return 0;
}

/* --- the idle stretch --- */

static struct sim_command advance_command(int32_t to)
{
    struct sim_command command = sim_command_make(SIM_CMD_ADVANCE);
    command.advance.to = to;
    return command;
}

static void decide_advance(struct session *s, int32_t to)
{
    struct sim_command command = advance_command(to);
    enum refusal refusal = timeline_decide(&s->line, &command, &(struct session_entry){.recorded = to}, &s->decision);
    assert(refusal == REFUSAL_NONE);
    (void)refusal;
}

/* Takes the idle stretch into the line, in one piece, so that pace leaves no trace in the file. */
static void settle_idle(struct session *s)
{
    s->idle_to = s->line.state.now;
    if (!s->idle)
        return;
    sim_copy(&s->line.state, &s->base, session_scenario(s));
    decide_advance(s, s->idle_to);
}

/* Nothing came of it: the stretch is idle again, the state is where it was. */
static void leave_idle(struct session *s)
{
    timeline_drop(&s->line, s->saved);
}

static void begin_idle(struct session *s)
{
    if (!s->idle)
        sim_copy(&s->base, &s->line.state, session_scenario(s));
    s->idle = 1;
}

/* --- storing --- */

static void stop(struct session *s, enum err err, struct submit_result *result)
{
    s->pending.waits = 1;
    s->stopped = err;
    not_stored(s, err, result);
}

/* The disk refused: back to what is stored, with the idle seconds that were shown already. */
static void roll_back(struct session *s)
{
    timeline_drop(&s->line, s->saved);
    if (!s->idle) {
        timeline_cut(&s->line, s->saved);
        return;
    }
    sim_copy(&s->line.state, &s->base, session_scenario(s));
    decide_advance(s, s->idle_to);
    leave_idle(s);
}

/* Entries that came with the record just stored learn its number. */
static void mark_saved(struct session *s, int32_t first)
{
    for (int32_t i = first; i < s->line.entry_count; i++)
        if (s->line.entries[i].seq == 0)
            s->line.entries[i].seq = s->records;
    s->saved = s->line.entry_count;
    s->idle = 0;
}

static void done(struct session *s, int32_t first, struct submit_result *result)
{
    *result = (struct submit_result){.status = SUBMIT_DONE};
    result->first_event = first < s->line.entry_count ? s->line.entries[first].first_event : s->line.event_count;
    result->event_count = s->line.event_count - result->first_event;
    for (int32_t i = first; i < s->line.entry_count; i++)
        if (s->line.entries[i].seq == s->records && s->line.entries[i].act > 0)
            result->act = s->line.entries[i].act;
}

static void commit(struct session *s, int32_t first_text, struct submit_result *result)
{
    int32_t first = s->saved;
    session_prepare(s, RECORD_COMMAND, &s->line, first);
    session_prepare_texts(s, first_text);
    session_stage_head(s, &s->line.state);
    enum err err = session_store_pending(s);
    if (err != ERR_NONE) {
        roll_back(s);
        stop(s, err, result);
        return;
    }
    mark_saved(s, first);
    done(s, first, result);
}

static void swap_lines(struct session *s)
{
    struct session_entry *entries = s->line.entries;
    struct sim_event *events = s->line.events;
    int32_t entry_room = s->line.entry_room, event_room = s->line.event_room;
    s->line = s->spare;
    s->spare.entries = entries;
    s->spare.events = events;
    s->spare.entry_room = entry_room;
    s->spare.event_room = event_room;
}

/* The spare line becomes the course, once it is stored that it does. */
static void commit_change(struct session *s, const struct timeline_change *change, int32_t first_text,
                          struct submit_result *result)
{
    session_prepare(s, RECORD_REWRITE, &s->spare, change->keep);
    session_prepare_texts(s, first_text);
    session_stage_head(s, &s->spare.state);
    enum err err = session_store_pending(s);
    if (err != ERR_NONE) {
        leave_idle(s);
        stop(s, err, result);
        return;
    }
    swap_lines(s);
    s->course++;
    mark_saved(s, change->keep);
    done(s, change->keep, result);
    result->act = change->act;
}

static void finish_change(struct session *s, const struct timeline_change *change, int32_t first_text,
                          struct submit_result *result)
{
    if (change->status == SUBMIT_DONE) {
        commit_change(s, change, first_text, result);
        return;
    }
    leave_idle(s);
    session_drop_texts(s, first_text);
    refused(s, change->refusal, result);
    result->status = change->status;
    result->conflict = change->conflict;
}

enum err session_retry(struct session *s)
{
    if (s->stopped == ERR_NONE || !s->pending.waits)
        return s->stopped;
    enum err err = session_store_pending(s);
    if (err == ERR_NONE) {
        if (s->idle)
            sim_copy(&s->line.state, &s->base, session_scenario(s));
        s->idle = 0;
        err = session_take_record(s, &s->pending.record);
        mark_saved(s, s->saved);
        s->pending.waits = 0;
    }
    s->stopped = err;
    return err;
}

/* --- what is asked --- */

/* Where a command of this kind names its second text; NULL when it has none. */
static int32_t *second_text(struct sim_command *c)
{
    switch (c->kind) {
    case SIM_CMD_PROMISE:
        return &c->promise.what;
    case SIM_CMD_INJECT:
        return &c->inject.says;
    case SIM_CMD_OVERRULE:
        return &c->overrule.author;
    case SIM_CMD_MONDAY:
        return &c->monday.will;
    case SIM_CMD_EDIT_REPORT:
        return &c->edit_report.title;
    default:
        return NULL;
    }
}

static enum refusal take_text(struct session *s, const char *words, int32_t *number)
{
    if (words == NULL || words[0] == '\0' || number == NULL)
        return REFUSAL_NONE;
    if (!session_is_text(words))
        return REFUSAL_NO_TEXT;
    if (utf8_count(words) > LIMIT_TEXT)
        return REFUSAL_FULL;
    *number = s->text_count + 1;
    session_keep_text(s, *number, words);
    return REFUSAL_NONE;
}

static enum refusal take_words(struct session *s, struct sim_command *command, const char *const words[2])
{
    enum refusal refusal = words == NULL ? REFUSAL_NONE : take_text(s, words[0], &command->text);
    return words == NULL || refusal != REFUSAL_NONE ? refusal : take_text(s, words[1], second_text(command));
}

/* Moves the clock on by what the conversation took; the round's end stops it, and so does whatever stops the clock. */
static void pay_conversation(struct session *s, int32_t cost)
{
    const struct sim_state *state = &s->line.state;
    if (cost <= 0 || state->phase != PHASE_ROUND)
        return;
    int32_t to = number_min(state->now + cost, session_scenario(s)->rounds[state->round].to);
    struct sim_command command = advance_command(to);
    struct session_entry like = {.recorded = to, .cost = 1};
    if (to > state->now && timeline_decide(&s->line, &command, &like, &s->decision) != REFUSAL_NONE)
        return;
}

static void submit_now(struct session *s, const struct sim_command *command, int32_t first_text,
                       struct submit_result *result)
{
    settle_idle(s);
    int32_t cost = sim_conversation_cost(&s->line.state, session_scenario(s), command);
    struct session_entry like = {.recorded = s->line.state.now};
    enum refusal refusal = timeline_decide(&s->line, command, &like, &s->decision);
    if (refusal != REFUSAL_NONE) {
        leave_idle(s);
        session_drop_texts(s, first_text);
        refused(s, refusal, result);
        return;
    }
    pay_conversation(s, cost);
    commit(s, first_text, result);
}

static void submit_late(struct session *s, const struct sim_command *command, int32_t first_text,
                        struct submit_result *result)
{
    struct timeline_change change;
    settle_idle(s);
    timeline_insert(&s->spare, &s->line, command, &s->decision, &change);
    finish_change(s, &change, first_text, result);
}

/* What is said to be of the round's last second, when the round is over, belongs before its end. */
static int is_late(const struct session *s, const struct sim_command *c)
{
    const struct sim_state *now = &s->line.state;
    int over = now->phase != PHASE_ROUND && c->said == now->now;
    return c->said >= 0 && (c->said < now->now || over) && timeline_may_be_late(c->kind);
}

void session_submit(struct session *s, const struct sim_command *command, const char *const words[2],
                    struct submit_result *result)
{
    struct sim_command asked = *command;
    int32_t first_text = s->text_count + 1;
    if (command->kind == SIM_CMD_ADVANCE) {
        session_advance(s, command->advance.to, result);
        return;
    }
    if (!may_go_on(s, result))
        return;
    enum refusal refusal = take_words(s, &asked, words);
    if (refusal != REFUSAL_NONE) {
        session_drop_texts(s, first_text);
        refused(s, refusal, result);
    } else if (is_late(s, &asked)) {
        submit_late(s, &asked, first_text, result);
    } else {
        submit_now(s, &asked, first_text, result);
    }
}

void session_undo(struct session *s, int32_t count, struct submit_result *result)
{
    struct timeline_change change;
    if (!may_go_on(s, result))
        return;
    settle_idle(s);
    timeline_remove(&s->spare, &s->line, count, &s->decision, &change);
    finish_change(s, &change, s->text_count + 1, result);
}

void session_flush(struct session *s, struct submit_result *result)
{
    if (!s->idle || !may_go_on(s, result))
        return;
    settle_idle(s);
    commit(s, s->text_count + 1, result);
}

static int is_idle(const struct sim_events *events)
{
    for (int32_t i = 0; i < events->count; i++)
        if (events->items[i].kind != SIM_EV_TIME)
            return 0;
    return 1;
}

static void pass_idle(struct session *s)
{
    begin_idle(s);
    for (int32_t i = 0; i < s->decision.count; i++)
        sim_apply(&s->line.state, session_scenario(s), &s->decision.items[i]);
}

void session_advance(struct session *s, int32_t to, struct submit_result *result)
{
    struct sim_command command = advance_command(to);
    if (!may_go_on(s, result))
        return;
    *result = (struct submit_result){.status = SUBMIT_DONE, .first_event = s->line.event_count};
    if (s->line.state.phase == PHASE_ROUND && to <= s->line.state.now)
        return;
    command.said = s->line.state.now;
    enum refusal refusal = sim_decide(&s->line.state, session_scenario(s), &command, &s->decision);
    if (refusal != REFUSAL_NONE) {
        refused(s, refusal, result);
        return;
    }
    if (is_idle(&s->decision)) {
        pass_idle(s);
        return;
    }
    s->idle_to = s->line.state.now;
    if (s->idle)
        sim_copy(&s->line.state, &s->base, session_scenario(s));
    decide_advance(s, to);
    commit(s, s->text_count + 1, result);
}
