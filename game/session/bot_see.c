/* What a team can see: nothing here reads an unlearned fact, an expectation or a true course. */
#include "session/bot_inside.h"
#include "base/number.h"
#include "sim/claim.h"

enum { SEE_MINUTE = 60, SEE_FIVE = 300, SEE_LOOK_BACK = 1200, SEE_LAST_CALL = 300, SEE_SOON = 420 };

const struct incident *bot_pack(const struct bot_turn *t, incident_id i)
{
    return i >= 0 && i < t->sc->incident_count ? &t->sc->incidents[i] : NULL;
}

int bot_is_open(const struct bot_turn *t, incident_id i) { return t->s->incidents[i].open == 1; }

int bot_is_running(const struct bot_turn *t, incident_id i)
{
    return t->s->incidents[i].restored >= 0 && t->s->incidents[i].level == LEVEL_RUNNING;
}

int bot_has_asked(const struct bot_turn *t, incident_id i, customer_id c, enum question q)
{
    return t->s->incidents[i].asked[c] >> q & 1;
}

int bot_has_claimed(const struct bot_turn *t, incident_id i, customer_id c) { return claim_last(t->s, i, c) >= 0; }

int32_t bot_untold_for(const struct bot_turn *t, incident_id i, customer_id c)
{
    int32_t last = claim_last(t->s, i, c);
    int32_t since = last >= 0 ? t->s->claims[last].at : t->s->incidents[i].opened;
    return t->s->now - number_max(since, t->sc->rounds[t->s->round].from);
}

static struct sim_command update_of(incident_id i, customer_id c, enum claim claim)
{
    struct sim_command update = sim_command_make(SIM_CMD_UPDATE);
    update.update.incident = i;
    update.update.customer = c;
    update.update.claim = (int32_t)claim;
    update.update.facts = update.update.improvised = SIM_FACTS_DEFAULT;
    update.update.corrects = 0;
    update.update.fix_by = update.update.next_call = -1;
    return update;
}

/* By what is known, never by whether it is so: only `lacks` of the preview is read. */
enum claim bot_knows(const struct bot_turn *t, incident_id i, customer_id c)
{
    for (int claim = CLAIM_FIXED; claim > CLAIM_DO_NOT_KNOW; claim--) {
        struct sim_command update = update_of(i, c, (enum claim)claim);
        if (sim_preview_update(t->s, t->sc, &update).lacks == LACK_NOTHING) return (enum claim)claim;
    }
    return CLAIM_DO_NOT_KNOW;
}

/* A little within the patience, on a round five minutes; sooner where a known deadline asks for it. */
int32_t bot_next_call(const struct bot_turn *t, incident_id i, customer_id c)
{
    int32_t patience = number_max(sim_patience(t->s, t->sc, c), SEE_FIVE);
    int32_t due = (t->s->now + patience * 5 / 6) / SEE_FIVE * SEE_FIVE;
    struct sim_command update = update_of(i, c, CLAIM_DO_NOT_KNOW);
    if (due < t->s->now + SEE_SOON) due += SEE_FIVE;
    update.update.next_call = due;
    for (; due >= t->s->now + SEE_SOON && sim_preview_update(t->s, t->sc, &update).call_far;
         update.update.next_call = due)
        due -= SEE_MINUTE;
    return due < t->s->now + SEE_SOON || due > t->sc->rounds[t->s->round].to - SEE_LAST_CALL ? -1 : due;
}

static int speaks_to(const struct sim_event *e, incident_id i, customer_id c)
{
    return e->kind == SIM_EV_ACT && sim_command_is_act(e->act.act) && e->act.customer == c && e->act.incident == i;
}

int bot_is_asked(const struct bot_turn *t, incident_id i, customer_id c, int32_t *said_at)
{
    for (int32_t k = session_event_count(t->session) - 1; k >= 0; k--) {
        const struct sim_event *e = session_event_at(t->session, k);
        if (e->at < t->s->now - SEE_LOOK_BACK || speaks_to(e, i, c)) return 0;
        if (e->kind != SIM_EV_SAID || e->said.source != 1 || e->said.incident != i || e->said.customer != c) continue;
        *said_at = e->at;
        return 1;
    }
    return 0;
}

int32_t bot_count(const struct bot_turn *t, int32_t kind)
{
    int32_t count = 0;
    for (int32_t k = session_event_count(t->session) - 1; k >= 0; k--) {
        const struct sim_event *e = session_event_at(t->session, k);
        if (e->kind == SIM_EV_ROUND_STARTED) break;
        count += e->kind == SIM_EV_ACT && e->act.act == kind;
    }
    return count;
}

int32_t bot_recent_acts(const struct bot_turn *t)
{
    int32_t count = 0;
    for (int32_t k = session_event_count(t->session) - 1; k >= 0; k--) {
        const struct sim_event *e = session_event_at(t->session, k);
        if (e->at <= t->s->now - SEE_MINUTE) break;
        count += e->kind == SIM_EV_ACT && sim_command_is_act(e->act.act);
    }
    return count;
}

/* An incident keeps its voice as long as that one is free. */
int32_t bot_speaker(const struct bot_turn *t, incident_id i)
{
    int32_t n = t->s->member_count;
    for (int32_t k = 0; k < n; k++) {
        int32_t member = (number_max(i, 0) + k) % n;
        if (t->s->members[member].work == NOBODY) return member;
    }
    return NOBODY;
}

/* Somebody has said that ranking is theirs: an answer about priority, heard from the one who gave it. */
static customer_id said_theirs(const struct bot_turn *t, const struct incident *pack)
{
    for (int32_t k = 0; k < pack->fact_count; k++) {
        const struct fact *fact = &t->sc->facts[pack->first_fact + k];
        if (fact->kind == FACT_PRIORITY && fact->ask >= 0 && sim_fact_known(t->s, pack->first_fact + k))
            return fact->ask;
    }
    return NOBODY;
}

customer_id bot_decider(const struct bot_turn *t, incident_id i, customer_id *ask_next)
{
    const struct incident *pack = bot_pack(t, i);
    customer_id said = pack ? said_theirs(t, pack) : NOBODY, heaviest = 0;
    *ask_next = NOBODY;
    if (said >= 0) return said;
    for (customer_id c = 0; c < t->sc->customer_count; c++) {
        if (!bot_has_asked(t, i, c, ASK_URGENCY) &&
            (*ask_next < 0 || t->sc->customers[c].weight > t->sc->customers[*ask_next].weight))
            *ask_next = c;
        if (t->sc->customers[c].weight > t->sc->customers[heaviest].weight) heaviest = c;
    }
    return *ask_next >= 0 ? NOBODY : heaviest;
}
