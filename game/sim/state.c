#include "sim/state.h"

#include "base/hash.h"
#include "sim/figures.h"
#include "sim/sim.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

/* Everything in a state is int32_t, so it can be read as words; padding would show here. */
_Static_assert(sizeof(struct sim_state) % sizeof(int32_t) == 0, "words only");
_Static_assert(offsetof(struct sim_state, extended) + sizeof(int32_t) * AGENDA_STEPS == sizeof(struct sim_state),
               "no padding");

enum { HEADER_WORDS = offsetof(struct sim_state, trail_low) / sizeof(int32_t) };

/* Arrays of a state with the number of entries in use. */
struct part { size_t offset, size; int32_t count; };
enum { PARTS = 21 };

#define PART(array, used) {offsetof(struct sim_state, array), sizeof ((struct sim_state *)0)->array[0], used}

static void parts_of(const struct sim_state *s, const struct scenario *sc, struct part parts[PARTS])
{
    const struct part used[PARTS] = {
        PART(members, s->member_count), PART(customers, sc->customer_count), PART(services, sc->service_count),
        PART(sheet, sc->incident_count + sc->event_count + sc->moment_count), PART(facts, sc->fact_count),
        PART(incidents, s->incident_count), PART(works, s->work_count), PART(claims, s->claim_count),
        PART(promises, s->promise_count), PART(moments, s->moment_count), PART(improvised, s->improvised_count),
        PART(complaints, s->complaint_count), PART(improvements, sc->improvement_count),
        PART(commitments, s->commitment_count), PART(charter, SIM_CHARTER), PART(marks, s->mark_count),
        PART(tallies, s->tally_count), PART(card_notes, s->card_note_count), PART(actions, s->action_count),
        PART(learnings, s->learning_count), PART(extended, AGENDA_STEPS),
    };
    memcpy(parts, used, sizeof used);
}

void sim_copy(struct sim_state *to, const struct sim_state *from, const struct scenario *sc)
{
    struct part parts[PARTS];
    parts_of(from, sc, parts);
    memcpy(to, from, offsetof(struct sim_state, members));
    for (int k = 0; k < PARTS; k++)
        memcpy((char *)to + parts[k].offset, (const char *)from + parts[k].offset, parts[k].size * (size_t)parts[k].count);
}

static const int32_t *words_at(const struct sim_state *s, size_t offset)
{
    return (const int32_t *)(const void *)((const char *)s + offset);
}

uint64_t sim_digest(const struct sim_state *s, const struct scenario *sc)
{
    struct part parts[PARTS];
    parts_of(s, sc, parts);
    uint64_t digest = hash_words(0, words_at(s, 0), HEADER_WORDS);
    for (int k = 0; k < PARTS; k++)
        digest = hash_words(digest, words_at(s, parts[k].offset), parts[k].size / sizeof(int32_t) * (size_t)parts[k].count);
    return digest;
}

/* --- the beginning --- */

static void begin_people(struct sim_state *s, const struct scenario *sc, const struct sim_setup *setup)
{
    for (int32_t k = 0; k < setup->member_count; k++)
        s->members[k] = (struct sim_member){.role = setup->roles[k], .busy_until = -1, .work = NOBODY};
    for (customer_id c = 0; c < sc->customer_count; c++) {
        struct sim_customer *customer = &s->customers[c];
        *customer = (struct sim_customer){
            .trust = sc->customers[c].trust * FIGURE_POINT, .satisfaction = sc->customers[c].satisfaction * FIGURE_POINT,
            .last_contact = s->now, .helped_round = -1, .last_fall = -1, .ambassador = NOBODY, .last_sorry = -1};
        for (int32_t k = 0; k < REASON_COUNT; k++)
            customer->last_gain[k] = -1;
    }
}

static void leave_out(struct sim_state *s, const struct scenario *sc, enum sheet_kind kind, int32_t item)
{
    s->sheet[sim_sheet_index(sc, kind, item)].status = SHEET_SKIPPED;
}

static void begin_things(struct sim_state *s, const struct scenario *sc, const struct sim_setup *setup)
{
    memset(s->services, 0, sizeof s->services);
    memset(s->improvements, 0, sizeof s->improvements);
    memset(s->charter, 0, sizeof s->charter);
    memset(s->extended, 0, sizeof s->extended);
    memset(s->incidents, 0, sizeof s->incidents[0] * (size_t)sc->incident_count);
    for (incident_id i = 0; i < sc->incident_count; i++) {
        s->incidents[i].last_moment = s->incidents[i].last_claim = s->incidents[i].last_promise = NOBODY;
        s->incidents[i].reporter = sc->incidents[i].reporter;
    }
    for (fact_id f = 0; f < sc->fact_count; f++)
        s->facts[f] = (struct sim_fact){.known_at = -1, .by = -1, .told = 0};
    for (int32_t k = 0; k < sc->incident_count + sc->event_count + sc->moment_count; k++)
        s->sheet[k] = (struct sim_sheet){.status = SHEET_WAITING, .at = -1};
    for (incident_id i = 0; i < sc->incident_count; i++)
        if (sc->incidents[i].tags & setup->left_out)
            leave_out(s, sc, SHEET_INCIDENT, i);
    for (event_id e = 0; e < sc->event_count; e++)
        if (sc->events[e].tags & setup->left_out)
            leave_out(s, sc, SHEET_EVENT, e);
}

void sim_begin(struct sim_state *s, const struct scenario *sc, const struct sim_setup *setup)
{
    assert(setup->member_count >= 0 && setup->member_count <= LIMIT_MEMBERS);
    memset(s, 0, offsetof(struct sim_state, members));
    s->rules = SIM_RULES_VERSION;
    s->seed_low = (int32_t)(uint32_t)setup->seed;
    s->seed_high = (int32_t)(uint32_t)(setup->seed >> 32);
    s->phase = PHASE_BETWEEN;
    s->round = s->step = NOBODY;
    s->now = sc->round_count > 0 ? sc->rounds[0].from : 0;
    s->last_talk_at = -1;
    s->last_talk_customer = s->last_talk_incident = s->loose_moment = NOBODY;
    s->member_count = setup->member_count;
    s->incident_count = sc->incident_count;
    begin_people(s, sc, setup);
    begin_things(s, sc, setup);
    uint64_t trail = hash_mix(hash_text(sc->id), sim_digest(s, sc));
    s->trail_low = (int32_t)(uint32_t)trail;
    s->trail_high = (int32_t)(uint32_t)(trail >> 32);
}
