#include "view/report_inside.h"
#include "base/text.h"
#include "view/wording_between.h"
#include <string.h>

/* --- customers --- */

static void customer_feelings(struct report_build *b, int32_t c, struct report_customer *out)
{
    out->trust_start = b->sc->customers[c].trust;
    out->satisfaction_start = b->sc->customers[c].satisfaction;
    for (int place = 0; place < b->out->round_count; place++) {
        out->trust[place] = b->sheet->rounds[b->rounds[place]].trust[c];
        out->satisfaction[place] = b->sheet->rounds[b->rounds[place]].satisfaction[c];
    }
}

/* The greatest single rise and fall; of equals the later one. */
static const struct report_trust *extreme(const struct report_build *b, int32_t customer, int sign)
{
    const struct report_trust *best = NULL;
    for (int32_t i = 0; i < b->trust_count; i++) {
        const struct report_trust *t = &b->trust[i];
        if (t->customer == customer && sign * t->delta > 0 && (!best || sign * t->delta >= sign * best->delta))
            best = t;
    }
    return best;
}

static void customer_build(struct report_build *b, int32_t c)
{
    const struct customer *who = &b->sc->customers[c];
    const struct report_trust *best = extreme(b, c, 1), *worst = extreme(b, c, -1);
    enum mood mood = sim_mood(b->state, b->sc, c);
    struct report_customer *out = &b->out->customers[b->out->customer_count++];
    *out = (struct report_customer){.name = who->name,
                                    .first = wording_first_name(&b->w, c),
                                    .role = who->role,
                                    .segment = who->segment,
                                    .skin = who->portrait.skin,
                                    .hair = who->portrait.hair,
                                    .clothes = who->portrait.clothes,
                                    .style = who->portrait.style,
                                    .glasses = who->portrait.glasses,
                                    .beard = who->portrait.beard,
                                    .mood = (int)mood,
                                    .mood_word = wording_mood(mood),
                                    .best = report_effect_of(b, best),
                                    .worst = report_effect_of(b, worst),
                                    .best_when = best ? report_when(b, best->round, best->at) : "",
                                    .worst_when = worst ? report_when(b, worst->round, worst->at) : ""};
    customer_feelings(b, c, out);
}

/* --- what the facilitator wrote --- */

/* A name only by consent, even where the others are shown. */
static const char *voucher_to(struct report_build *b, const struct sim_event *e)
{
    int32_t member = e->voucher.member;
    if (e->voucher.named || (b->names.shown && member != NOBODY)) return wording_action_who(&b->w, member, e->voucher.named);
    return wording_member(&b->w, member);
}

static void voucher_take(struct report_build *b, int32_t event, round_id round)
{
    const struct sim_event *e = session_event_at(b->session, event);
    b->names.agreed = e->voucher.named ? e->voucher.member : NOBODY;
    b->out->vouchers[b->out->voucher_count++] =
        (struct report_voucher){.when = report_when(b, round, e->at),
                                .from = wording_first_name(&b->w, e->voucher.customer),
                                .to = voucher_to(b, e),
                                .story = wording_typed(&b->w, e->voucher.text),
                                .about = wording_incident(&b->w, e->voucher.incident),
                                .id = arena_printf(b->arena, "voucher.%d", (int)event)};
    b->names.agreed = NOBODY;
}

static void note_take(struct report_build *b, int32_t event, round_id round)
{
    const struct sim_event *e = session_event_at(b->session, event);
    const char *words = wording_typed(&b->w, e->note.text);
    if (!words[0]) return;
    b->out->notes[b->out->note_count++] = (struct report_note){
        .when = report_when(b, round, e->at),
        .words = words,
        .about = wording_incident(&b->w, e->note.incident),
        .id = arena_printf(b->arena, "note.%d", (int)event)};
}

/* Counted by what was seen, never by whom. */
static void seen_take(struct report_build *b, const struct sim_event *e)
{
    const char *words = wording_typed(&b->w, e->observed.text);
    int32_t marker = e->observed.marker;
    int of_pack = marker >= 0 && marker < b->sc->marker_count;
    const char *what = of_pack ? b->sc->markers[marker].text : words;
    int i = 0;
    while (i < b->out->seen_count && strcmp(b->out->seen[i].what, what) != 0) i++;
    struct report_seen *seen = &b->out->seen[i];
    if (i == b->out->seen_count) {
        *seen = (struct report_seen){.what = what, .notes = "", .good = of_pack && b->sc->markers[marker].good};
        b->out->seen_count++;
    }
    seen->count++;
    if (of_pack && words[0])
        seen->notes = seen->notes[0] ? arena_printf(b->arena, "%s · %s", seen->notes, words) : words;
}

static void facilitator_build(struct report_build *b)
{
    int32_t count = session_event_count(b->session);
    round_id round = NOBODY;
    size_t room = 1;
    for (int32_t i = 0; i < count; i++) {
        int32_t kind = session_event_at(b->session, i)->kind;
        room += kind == SIM_EV_VOUCHER || kind == SIM_EV_NOTE || kind == SIM_EV_OBSERVED;
    }
    b->out->vouchers = arena_array(b->arena, room, sizeof *b->out->vouchers);
    b->out->notes = arena_array(b->arena, room, sizeof *b->out->notes);
    b->out->seen = arena_array(b->arena, room, sizeof *b->out->seen);
    for (int32_t i = 0; i < count; i++) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_ROUND_STARTED) round = e->round_started.round;
        if (e->kind == SIM_EV_VOUCHER) voucher_take(b, i, round);
        if (e->kind == SIM_EV_NOTE) note_take(b, i, round);
        if (e->kind == SIM_EV_OBSERVED) seen_take(b, e);
    }
}

/* --- corrections --- */

static int marks(const struct sim_event *e, int32_t aim, const struct moment_key *key)
{
    if (e->kind != SIM_EV_VERDICT_MARK || e->verdict_mark.aim != aim || e->verdict_mark.subject != key->subject)
        return 0;
    return aim == 1 || (e->verdict_mark.source == key->source && e->verdict_mark.customer == key->customer &&
                        e->verdict_mark.nth == key->nth);
}

/* The last mark on it: where its reason stands, and by whom. */
static int32_t last_mark(const struct report_build *b, int32_t aim, const struct moment_key *key)
{
    for (int32_t i = session_event_count(b->session) - 1; i >= 0; i--)
        if (marks(session_event_at(b->session, i), aim, key)) return i;
    return NOBODY;
}

static int32_t author_of(const struct report_build *b, int32_t event)
{
    for (int32_t i = session_entry_count(b->session) - 1; i >= 0; i--) {
        const struct session_entry *entry = session_entry_at(b->session, i);
        if (event < entry->first_event || event >= entry->first_event + entry->event_count) continue;
        return entry->command.kind == SIM_CMD_OVERRULE ? entry->command.overrule.author : 0;
    }
    return 0;
}

/* Without names the author is a pseudonym when a member, else the facilitator. */
static const char *author_shown(struct report_build *b, int32_t id)
{
    const char *typed = session_text(b->session, id), *shown = wording_typed(&b->w, id);
    if (typed[0] && (b->names.shown || strcmp(typed, shown) != 0)) return shown;
    return text("report.the-facilitator");
}

const char *report_decided(struct report_build *b, int32_t aim, const struct moment_key *key, int disputed, int32_t overruled)
{
    if (!disputed && overruled < 0) return "";
    int32_t event = last_mark(b, aim, key);
    const char *reason = event >= 0 ? wording_typed(&b->w, session_event_at(b->session, event)->verdict_mark.reason) : "";
    return text_fill(b->arena, disputed ? "report.decided.disputed" : "report.decided.overruled", "now", wording_outcome(overruled), "reason",
                     reason[0] ? reason : text("report.table.unsaid"), NULL);
}

static void correction_add(struct report_build *b, int32_t aim, const struct moment_key *key,
                           struct report_correction c, round_id round)
{
    int32_t event = last_mark(b, aim, key);
    const struct sim_event *e = event >= 0 ? session_event_at(b->session, event) : NULL;
    c.when = report_when(b, round, e ? e->at : -1);
    c.reason = e ? wording_typed(&b->w, e->verdict_mark.reason) : "";
    c.author = e ? author_shown(b, author_of(b, event)) : "";
    c.id = e ? arena_printf(b->arena, "x%d", (int)event) : NULL;
    b->out->corrections[b->out->correction_count++] = c;
}

static void moment_correction(struct report_build *b, const struct sim_moment *m)
{
    struct moment_key key = {m->source, m->subject, m->customer, m->nth};
    struct sim_moment by_rule = *m;
    by_rule.overruled = NOBODY;
    struct report_correction c = {.what = wording_moment(&b->w, &by_rule),
                                  .was = wording_outcome(m->outcome),
                                  .now = m->disputed ? text("report.disputed") : wording_outcome(m->overruled)};
    correction_add(b, 0, &key, c, m->round);
}

static void claim_correction(struct report_build *b, const struct sim_claim *k)
{
    struct moment_key key = {0, k->act, 0, 0};
    struct report_correction c = {.what = wording_claim(&b->w, k),
                                  .was = wording_verdict(k->verdict),
                                  .now = k->disputed ? text("report.disputed") : wording_outcome(k->overruled)};
    correction_add(b, 1, &key, c, k->round);
}

static void corrections_build(struct report_build *b)
{
    b->out->corrections = arena_array(b->arena, (size_t)(b->state->moment_count + b->state->claim_count) + 1,
                                      sizeof *b->out->corrections);
    for (int32_t i = 0; i < b->state->moment_count; i++) {
        const struct sim_moment *m = &b->state->moments[i];
        if (!m->disputed && m->overruled < 0) continue;
        b->out->disputed += m->disputed && report_moment_shows(b, m);
        moment_correction(b, m);
    }
    for (int32_t i = 0; i < b->state->claim_count; i++)
        if (b->state->claims[i].disputed || b->state->claims[i].overruled >= 0)
            claim_correction(b, &b->state->claims[i]);
}

/* --- members --- */

static void members_build(struct report_build *b)
{
    const struct session_setup *setup = session_setup(b->session);
    b->out->members = arena_array(b->arena, (size_t)setup->member_count + 1, sizeof *b->out->members);
    for (int32_t i = 0; i < setup->member_count; i++) {
        int32_t role = setup->members[i].role;
        b->out->members[b->out->member_count++] = (struct report_member){
            wording_member(&b->w, i),
            role >= 0 && role < b->sc->role_count ? b->sc->roles[role].name : text("report.any-role")};
    }
}

void report_room_build(struct report_build *b)
{
    for (int32_t c = 0; c < b->sc->customer_count; c++) customer_build(b, c);
    members_build(b);
    facilitator_build(b);
    corrections_build(b);
}
