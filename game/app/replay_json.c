#include "app/replay.h"
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

/* One member of an object; the comma belongs to what follows. */
static void key(struct str *out, const char *name)
{
    if (out->length > 0 && out->text[out->length - 1] != '{' && out->text[out->length - 1] != '[')
        str_append(out, ", ");
    str_append_json(out, name);
    str_append(out, ": ");
}

static void put_number(struct str *out, const char *name, int64_t n)
{
    key(out, name);
    str_printf(out, "%lld", (long long)n);
}

static void put_text(struct str *out, const char *name, const char *words)
{
    key(out, name);
    str_append_json(out, words);
}

static void put_flag(struct str *out, const char *name, int on)
{
    key(out, name);
    str_append(out, on ? "true" : "false");
}

static void put_digest(struct str *out, const char *name, uint64_t digest)
{
    key(out, name);
    str_printf(out, "\"%016llx\"", (unsigned long long)digest);
}

/* -1 stands for nothing to tell. */
static void put_percent(struct str *out, const char *name, int32_t n)
{
    key(out, name);
    if (n < 0)
        str_append(out, "null");
    else
        str_printf(out, "%d", n);
}

static void damage(struct str *out, const struct store_report *found)
{
    put_number(out, "records", found->records);
    key(out, "damage");
    str_append(out, "{");
    put_number(out, "at", found->damaged_at);
    put_number(out, "lost", found->lost);
    put_number(out, "parts", found->damaged_parts);
    put_flag(out, "dropped-last", found->dropped_last);
    put_flag(out, "newer", found->newer);
    put_text(out, "detail", found->detail);
    str_append(out, "}");
}

static void verified(struct str *out, const struct replay *r)
{
    if (!r->verify)
        return;
    key(out, "verified");
    str_append(out, "{");
    put_number(out, "records", r->verification.records);
    put_number(out, "decided-again", r->verification.decided_again);
    put_number(out, "differing", r->verification.differing);
    put_number(out, "first-differing", r->verification.first_differing);
    str_append(out, "}");
}

static void scores(struct str *out, const struct round_figures *f)
{
    key(out, "scores");
    str_append(out, "{");
    for (int k = 0; k < SCORE_COUNT; k++) {
        const struct score_counts *c = &f->scores[k];
        key(out, score_word((enum score)k));
        str_append(out, "{");
        put_percent(out, "percent", score_percent(c));
        put_number(out, "met", c->met);
        put_number(out, "partly", c->partly);
        put_number(out, "missed", c->missed);
        put_number(out, "broken", c->broken);
        put_number(out, "disputed", c->disputed);
        put_number(out, "overruled", c->overruled);
        put_number(out, "points", c->points);
        put_number(out, "possible", c->possible);
        str_append(out, "}");
    }
    str_append(out, "}");
}

static void rounds(struct str *out, const struct replay *r)
{
    const struct scenario *sc = session_scenario(r->session);
    key(out, "rounds");
    str_append(out, "[");
    for (round_id k = 0, shown = 0; k < sc->round_count; k++) {
        const struct round_figures *f = &r->sheet->rounds[k];
        if (!replay_has_round(r, k))
            continue;
        str_append(out, shown++ > 0 ? ", {" : "{");
        put_text(out, "id", sc->rounds[k].id);
        put_flag(out, "warm-up", sc->rounds[k].warm_up);
        scores(out, f);
        put_percent(out, "delivered", f->delivered);
        put_percent(out, "perceived", f->perceived);
        put_number(out, "promises", f->promises);
        put_number(out, "promises-kept", f->promises_kept);
        put_number(out, "acts", f->acts);
        str_append(out, "}");
    }
    str_append(out, "]");
}

static void promises(struct str *out, const struct replay *r)
{
    int32_t counts[REPLAY_PROMISE_STATES];
    replay_count_promises(r, counts);
    key(out, "promises");
    str_append(out, "{");
    for (int32_t k = 0; k < REPLAY_PROMISE_STATES; k++)
        put_number(out, replay_promise_word(k), counts[k]);
    str_append(out, "}");
}

static void entry(struct str *out, const struct session_entry *e)
{
    str_append(out, "{");
    put_number(out, "record", e->seq);
    put_number(out, "act", e->act);
    put_text(out, "kind", sim_command_word(e->command.kind));
    put_number(out, "said", e->command.said);
    put_number(out, "recorded", e->recorded);
    put_number(out, "member", e->command.member);
    key(out, "fields");
    str_append(out, "[");
    for (int32_t k = 0; k < sim_command_field_count(e->command.kind); k++)
        str_printf(out, k > 0 ? ", %d" : "%d", e->command.v[k]);
    str_append(out, "]");
    put_number(out, "events", e->event_count);
    str_append(out, "}");
}

static void course(struct str *out, const struct replay *r)
{
    int shown = 0;
    key(out, "course");
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
    put_text(out, "file", r->file);
    put_text(out, "team", setup->team);
    put_text(out, "pack", sc->id);
    put_text(out, "date", setup->date);
    key(out, "seed");
    str_printf(out, "\"%llu\"", (unsigned long long)setup->seed);
    damage(out, &r->report);
    put_text(out, "phase", phases[r->state->phase]);
    put_text(out, "round", r->state->round >= 0 ? sc->rounds[r->state->round].id : "");
    put_number(out, "time", r->state->now);
    put_digest(out, "digest", sim_digest(r->state, sc));
    verified(out, r);
    rounds(out, r);
    promises(out, r);
    course(out, r);
    str_append(out, "}\n");
}
