#include "view/view_monday.h"
#include "base/text.h"
#include "sim/between.h"
#include "view/wording_between.h"

#include <string.h>

struct monday_build {
    struct arena *arena;
    const struct session *session;
    const struct sim_state *state;
    struct view_monday *out;
    struct wording words;
};

/* --- dates --- */

static int digits(const char *text, int count, int32_t *out)
{
    *out = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return 0;
        *out = *out * 10 + (text[i] - '0');
    }
    return 1;
}

/* Days since the first of March of year 0: years begin in March, so that a leap day is the last of its year. */
static int32_t day_number(const char *date)
{
    int32_t year, month, day;
    if (strlen(date) != 10 || date[4] != '-' || date[7] != '-')
        return -1;
    if (!digits(date, 4, &year) || !digits(date + 5, 2, &month) || !digits(date + 8, 2, &day))
        return -1;
    if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1)
        return -1;
    year -= month <= 2;
    int32_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return year * 365 + year / 4 - year / 100 + year / 400 + of_year;
}

int32_t view_monday_between(const char *from, const char *to)
{
    int32_t first = day_number(from), last = day_number(to);
    return first < 0 || last < first ? -1 : last - first;
}

int32_t view_monday_days(int32_t part)
{
    return 30 * (part + 1);
}

/* Nearest to 30, 60 or 90 days; the later of two that are as near. */
static int32_t part_of(int32_t since)
{
    return since < 45 ? 0 : since < 75 ? 1 : 2;
}

/* --- actions --- */

static void count(struct view_monday *v, int32_t outcome)
{
    v->kept += outcome == OUTCOME_MET;
    v->partly += outcome == OUTCOME_PARTLY;
    v->not_kept += outcome == OUTCOME_MISSED;
    v->none += outcome == OUTCOME_NONE;
    v->open += outcome == OUTCOME_OPEN;
}

static void action_take(struct monday_build *b, int32_t slot)
{
    const struct sim_action *a = &b->state->actions[slot];
    b->out->actions[b->out->action_count++] = (struct monday_action){
        .slot = slot, .member = a->member, .days = a->days, .named = a->named,
        .who = wording_member(&b->words, a->member), .when = wording_typed(&b->words, a->when), .will = wording_typed(&b->words, a->will),
        .due = a->days > 0 ? text_count(b->arena, "monday.due", (int)a->days) : "",
        .outcome = a->outcome, .asked_after = a->asked_after, .became = wording_followed(&b->words, slot), .note = wording_typed(&b->words, a->note),
        .tone = wording_outcome_tone(a->outcome)};
    count(b->out, a->outcome);
}

static void actions_build(struct monday_build *b)
{
    b->out->actions = arena_array(b->arena, SIM_ACTIONS, sizeof *b->out->actions);
    b->out->free_slot = NOBODY;
    for (int32_t slot = 0; slot < SIM_ACTIONS; slot++) {
        if (action_exists(b->state, slot))
            action_take(b, slot);
        else if (b->out->free_slot == NOBODY)
            b->out->free_slot = slot;
    }
}

static int actions_of(const struct view_monday *v, int32_t member)
{
    int found = 0;
    for (int i = 0; i < v->action_count; i++)
        found += v->actions[i].member == member;
    return found;
}

static void people_build(struct monday_build *b)
{
    int32_t members = session_setup(b->session)->member_count;
    b->out->people = arena_array(b->arena, (size_t)members + 1, sizeof *b->out->people);
    for (int32_t m = 0; m <= members; m++) {
        int32_t member = m < members ? m : NOBODY;
        b->out->people[b->out->person_count++] =
            (struct monday_person){member, wording_member(&b->words, member), actions_of(b->out, member)};
    }
}

/* --- beginnings --- */

static const char *start_of(int32_t behaviour)
{
#define START_KEY(number, NAME, word) [number] = "monday.start." word,
    static const char *const keys[] = {BEHAVIOURS(START_KEY)};
#undef START_KEY
    return behaviour >= 0 && behaviour < BEHAVIOUR_COUNT ? text(keys[behaviour]) : "";
}

static void start_add(struct view_monday *v, int32_t behaviour)
{
    const char *start = start_of(behaviour);
    for (int i = 0; i < v->start_count; i++)
        if (strcmp(v->starts[i], start) == 0)
            return;
    if (start[0] && v->start_count < MONDAY_STARTS)
        v->starts[v->start_count++] = start;
}

/* What the room committed to last, its charter, and what most rooms need. */
static void starts_build(struct monday_build *b)
{
    static const int32_t usual[] = {BEHAVIOUR_NOBODY_WAITS, BEHAVIOUR_ASK_IMPACT, BEHAVIOUR_NAME_THE_CALL};
    for (int32_t i = b->state->commitment_count - 1; i >= 0; i--)
        start_add(b->out, b->state->commitments[i].behaviour);
    for (int32_t i = 0; i < SIM_CHARTER; i++)
        if (b->state->charter[i].text > 0)
            start_add(b->out, b->state->charter[i].behaviour);
    for (int i = 0; i < MONDAY_STARTS; i++)
        start_add(b->out, usual[i]);
}

void view_monday_build(struct arena *arena, const struct session *session, const char *today, struct view_monday *out)
{
    struct monday_build b = {.arena = arena, .session = session, .state = session_state(session), .out = out,
                             .words = wording_of(arena, session)};
    const struct session_setup *setup = session_setup(session);
    *out = (struct view_monday){.pack = session_scenario(session)->title, .team = setup->team, .date = wording_date(arena, setup->date)};
    out->since = view_monday_between(setup->date, today);
    out->part = part_of(out->since);
    actions_build(&b);
    people_build(&b);
    starts_build(&b);
}
