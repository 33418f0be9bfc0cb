#ifndef SIM_SIM_H
#define SIM_SIM_H
/*
 * The engine: pure, whole numbers, no clock, no file, no memory of its own.
 *
 *   sim_begin(&state, scenario, &setup);
 *   enum refusal why = sim_decide(&state, scenario, &command, &events);
 *   if (why == REFUSAL_NONE)
 *       for each event: sim_apply(&state, scenario, &event);
 *
 * decide() reads only; apply() alone writes and never decides: a session is
 * opened by applying stored events. A refused command has no events and
 * changes nothing. sim_decide on an ADVANCE processes everything due up to
 * that second in order: time; then acts before dues at the same second (the
 * session submits acts first); then pack order.
 *
 * decide() needs to look ahead while it makes events (an advance over several
 * dues), so it works on a scratch copy that the caller lends in sim_events.
 * Zero a sim_events once before its first use; it may serve any number of
 * states. The scratch is copied anew only when it does not already stand
 * where the given state stands (the trail of events says so): therefore never
 * write into a state but by sim_apply().
 */
#include "sim/state.h"

enum { SIM_RULES_VERSION = 2 };

struct sim_setup {
    uint64_t seed;
    int32_t member_count;
    int32_t roles[LIMIT_MEMBERS];     /* role of each member, NOBODY: any */
    uint32_t left_out;                /* bit per tag of the scenario that stays out */
};

/* Incidents and events of the round that may still come by themselves: so that the engine need not look at all of them. */
struct sim_waiting {
    const struct scenario *scenario;
    int32_t round, incident_count, event_count;
    int32_t incidents[LIMIT_INCIDENTS], events[LIMIT_EVENTS];
    int32_t incidents_from[LIMIT_INCIDENTS], events_from[LIMIT_EVENTS];   /* never before that second */
};

/* A decision: its events, and the scratch state it was made on. Big: keep one (zeroed at first), lend it. */
struct sim_events {
    int32_t count;
    struct sim_event items[SIM_EVENTS_PER_DECISION];
    struct sim_state scratch;
    struct sim_waiting waiting;
};

void sim_begin(struct sim_state *s, const struct scenario *sc, const struct sim_setup *setup);
enum refusal sim_decide(const struct sim_state *s, const struct scenario *sc, const struct sim_command *c, struct sim_events *out);
void sim_apply(struct sim_state *s, const struct scenario *sc, const struct sim_event *e);
/* Does an event from a file name only what is there, so that it may be applied? Events that sim_decide() made always do. */
int sim_event_fits(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e);
/* Copies what is in use: much quicker than assignment. */
void sim_copy(struct sim_state *to, const struct sim_state *from, const struct scenario *sc);
/* 64 bits over every number of the state in use. */
uint64_t sim_digest(const struct sim_state *s, const struct scenario *sc);

/* --- codec: bytes of a command or an event, the same everywhere. Varints, zigzag; kind, field count, fields. --- */
enum { SIM_CODEC_COMMAND_MAX = 100, SIM_CODEC_EVENT_MAX = 112 };
/* Return bytes written. */
int32_t sim_encode_command(uint8_t out[SIM_CODEC_COMMAND_MAX], const struct sim_command *c);
int32_t sim_encode_event(uint8_t out[SIM_CODEC_EVENT_MAX], const struct sim_event *e);
/* Return bytes read, 0 when the bytes are not a command or event that this version knows. */
int32_t sim_decode_command(const uint8_t *bytes, int32_t length, struct sim_command *c);
int32_t sim_decode_event(const uint8_t *bytes, int32_t length, struct sim_event *e);

/* --- queries: what screens, bots and reports may ask --- */
enum mood sim_mood(const struct sim_state *s, const struct scenario *sc, customer_id c);   /* see sim/feelings.h */
int32_t sim_silence(const struct sim_state *s, customer_id c);                              /* seconds since last contact; 0 outside a round */
int32_t sim_patience(const struct sim_state *s, const struct scenario *sc, customer_id c);
int32_t sim_sheet_index(const struct scenario *sc, enum sheet_kind kind, int32_t item);
/* Second at which a sheet item comes by itself, or -1 when it waits for a condition. */
int32_t sim_sheet_at(const struct scenario *sc, enum sheet_kind kind, int32_t item);
int sim_fact_known(const struct sim_state *s, fact_id f);
/* Bits of the incident's facts that are known and matter to the customer and were not told. */
uint32_t sim_facts_untold(const struct sim_state *s, const struct scenario *sc, incident_id i, customer_id c);
uint32_t sim_facts_known(const struct sim_state *s, const struct scenario *sc, incident_id i);
/* May this work start now? REFUSAL_NONE or why not. member NOBODY: with anyone free. */
enum refusal sim_work_possible(const struct sim_state *s, const struct scenario *sc, work_id w, int32_t member);
/* The member who would do it: free and of the role, least used first; NOBODY. */
int32_t sim_work_who(const struct sim_state *s, const struct scenario *sc, work_id w);
/* What the verdict of an update would be, for the composer and the practice customer; changes nothing. */
struct sim_preview {
    enum refusal refusal;
    enum claim_verdict verdict;
    int32_t flags;                 /* enum claim_flag */
    int32_t lacks;                 /* what is missing when it is not supported: enum claim_lack */
    uint32_t told;                 /* bits of facts that would be told */
    int32_t fix_far, call_far;     /* 1: set later than the customer would accept */
};
enum claim_lack { LACK_NOTHING, LACK_INVESTIGATION, LACK_CAUSE, LACK_WORKAROUND, LACK_IMPACT, LACK_CONTAINED, LACK_FIX, LACK_CONFIRMATION, LACK_RUNNING_WORK, LACK_COUNT };
struct sim_preview sim_preview_update(const struct sim_state *s, const struct scenario *sc, const struct sim_command *update);
/* Fictional seconds this act takes in conversation: the pack's figure for a new
 * conversation, 0 for work and for going on talking to the same customer. Less
 * for a customer's own ambassador, none for a form (sim/improve.h). */
int32_t sim_conversation_cost(const struct sim_state *s, const struct scenario *sc, const struct sim_command *c);
/* Does the condition hold now, outside any incident or event? For endings. */
int sim_condition_holds(const struct sim_state *s, const struct scenario *sc, condition_id condition);
/* The first ending of the pack whose condition holds (or that has none), NOBODY. */
int32_t sim_ending(const struct sim_state *s, const struct scenario *sc);
/* What the local paper prints of a round, from the state at that round's end: the first headline that holds (NOBODY: the
 * pack has no page for it) and the first pieces. Ordinals in the round's front page. */
struct sim_paper { int32_t headline, pieces[LIMIT_PIECES], piece_count; };
void sim_paper(const struct sim_state *s, const struct scenario *sc, round_id round, struct sim_paper *out);
/* Its title and opening line then come from text numbers, not from the pack. */
int sim_incident_is_injected(const struct scenario *sc, incident_id i);
#endif
