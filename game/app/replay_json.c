#include "app/replay.h"
#include "base/json_write.h"
#include "sim/score.h"

#include <string.h>

int replay_found(const struct replay *r)
{
    return r->report.damaged_at != 0 || r->report.damaged_parts > 0 || r->report.dropped_last ||
           r->verification.differing > 0;
}

void replay_count_promises(const struct replay *r, int32_t counts[REPLAY_PROMISE_STATES])
{
    memset(counts, 0, REPLAY_PROMISE_STATES * sizeof counts[0]);
    for (int32_t i = 0; i < r->state->promise_count; i++)
        counts[r->state->promises[i].state]++;
}

const char *replay_promise_word(int32_t state)
{
    static const char *const words[REPLAY_PROMISE_STATES] = {"open", "kept", "renegotiated", "late", "dropped", "void"};
    return words[state];
}

int replay_has_entry(const struct replay *r, const struct session_entry *entry)
{
    return entry->first_event < r->event_count;
}

int replay_has_round(const struct replay *r, round_id round)
{
    for (int32_t i = 0; i < session_entry_count(r->session); i++) {
        const struct session_entry *e = session_entry_at(r->session, i);
        if (e->command.kind == SIM_CMD_START_ROUND && e->command.start_round.round == round)
            return replay_has_entry(r, e);
    }
    return 0;
}

static void damage(struct str *out, const struct store_report *found)
{
    json_number(out, "records", found->records);
    json_key(out, "damage");
    str_append(out, "{");
    json_number(out, "at", found->damaged_at);
    json_number(out, "lost", found->lost);
    json_number(out, "parts", found->damaged_parts);
    json_flag(out, "dropped-last", found->dropped_last);
    json_flag(out, "newer", found->newer);
    json_text(out, "detail", found->detail);
    str_append(out, "}");
}

static void verified(struct str *out, const struct replay *r)
{
    if (!r->verify)
        return;
    json_key(out, "verified");
    str_append(out, "{");
    json_number(out, "records", r->verification.records);
    json_number(out, "decided-again", r->verification.decided_again);
    json_number(out, "differing", r->verification.differing);
    json_number(out, "first-differing", r->verification.first_differing);
    str_append(out, "}");
}

static void scores(struct str *out, const struct round_figures *f)
{
    json_key(out, "scores");
    str_append(out, "{");
    for (int k = 0; k < SCORE_COUNT; k++) {
        const struct score_counts *c = &f->scores[k];
        json_key(out, score_word((enum score)k));
        str_append(out, "{");
        json_percent(out, "percent", score_percent(c));
        json_number(out, "met", c->met);
        json_number(out, "partly", c->partly);
        json_number(out, "missed", c->missed);
        json_number(out, "broken", c->broken);
        json_number(out, "disputed", c->disputed);
        json_number(out, "overruled", c->overruled);
        json_number(out, "points", c->points);
        json_number(out, "possible", c->possible);
        str_append(out, "}");
    }
    str_append(out, "}");
}

static void rounds(struct str *out, const struct replay *r)
{
    const struct scenario *sc = session_scenario(r->session);
    json_key(out, "rounds");
    str_append(out, "[");
    for (round_id k = 0, shown = 0; k < sc->round_count; k++) {
        const struct round_figures *f = &r->sheet->rounds[k];
        if (!replay_has_round(r, k))
            continue;
        str_append(out, shown++ > 0 ? ", {" : "{");
        json_text(out, "id", sc->rounds[k].id);
        json_flag(out, "warm-up", sc->rounds[k].warm_up);
        scores(out, f);
        json_percent(out, "delivered", f->delivered);
        json_percent(out, "perceived", f->perceived);
        json_number(out, "promises", f->promises);
        json_number(out, "promises-kept", f->promises_kept);
        json_number(out, "acts", f->acts);
        str_append(out, "}");
    }
    str_append(out, "]");
}

static void promises(struct str *out, const struct replay *r)
{
    int32_t counts[REPLAY_PROMISE_STATES];
    replay_count_promises(r, counts);
    json_key(out, "promises");
    str_append(out, "{");
    for (int32_t k = 0; k < REPLAY_PROMISE_STATES; k++)
        json_number(out, replay_promise_word(k), counts[k]);
    str_append(out, "}");
}

static void entry(struct str *out, const struct session_entry *e)
{
    str_append(out, "{");
    json_number(out, "record", e->seq);
    json_number(out, "act", e->act);
    json_text(out, "kind", sim_command_word(e->command.kind));
    json_number(out, "said", e->command.said);
    json_number(out, "recorded", e->recorded);
    json_number(out, "member", e->command.member);
    json_key(out, "fields");
    str_append(out, "[");
    for (int32_t k = 0; k < sim_command_field_count(e->command.kind); k++)
        str_printf(out, k > 0 ? ", %d" : "%d", e->command.v[k]);
    str_append(out, "]");
    json_number(out, "events", e->event_count);
    str_append(out, "}");
}

static void course(struct str *out, const struct replay *r)
{
    int shown = 0;
    json_key(out, "course");
    str_append(out, "[");
    for (int32_t i = 0; i < session_entry_count(r->session); i++) {
        const struct session_entry *e = session_entry_at(r->session, i);
        if (!replay_has_entry(r, e))
            break;
        str_append(out, shown++ > 0 ? ",\n  " : "\n  ");
        entry(out, e);
    }
    str_append(out, "\n]");
}

void replay_print_json(struct str *out, const struct replay *r)
{
    static const char *const phases[] = {"between", "round", "finished"};
    const struct session_setup *setup = session_setup(r->session);
    const struct scenario *sc = session_scenario(r->session);
    str_append(out, "{");
    json_text(out, "file", r->file);
    json_text(out, "team", setup->team);
    json_text(out, "pack", sc->id);
    json_text(out, "date", setup->date);
    json_key(out, "seed");
    str_printf(out, "\"%llu\"", (unsigned long long)setup->seed);
    damage(out, &r->report);
    json_text(out, "phase", phases[r->state->phase]);
    json_text(out, "round", r->state->round >= 0 ? sc->rounds[r->state->round].id : "");
    json_number(out, "time", r->state->now);
    json_digest(out, "digest", sim_digest(r->state, sc));
    verified(out, r);
    rounds(out, r);
    promises(out, r);
    course(out, r);
    str_append(out, "}\n");
}
