#include "view/report_inside.h"
#include "base/memory.h"
#include "base/text.h"
#include "view/wording_between.h"
#include <stdlib.h>
#include <string.h>

const char *report_number(struct report_build *b, int32_t n) { return arena_printf(b->arena, "%d", (int)n); }

/* --- rounds --- */

/* Every event again: the only way to know how each round ended. */
static struct score_sheet *sheet_of(const struct session *session)
{
    const struct session_setup *setup = session_setup(session);
    struct score_sheet *sheet = memory_want(sizeof *sheet);
    struct sim_setup begin = {.seed = setup->seed, .member_count = setup->member_count, .left_out = setup->left_out};
    for (int32_t i = 0; i < setup->member_count; i++) begin.roles[i] = setup->members[i].role;
    score_begin(sheet, session_scenario(session), &begin);
    for (int32_t i = 0; i < session_event_count(session); i++)
        score_fold(sheet, session_scenario(session), session_event_at(session, i));
    return sheet;
}

const char *report_round_named(struct report_build *b, round_id round, const char *key)
{
    int n = 0;
    if (round < 0 || round >= b->sc->round_count) return "";
    if (b->sc->rounds[round].warm_up) return text("report.warm-up");
    for (round_id r = 0; r <= round; r++) n += !b->sc->rounds[r].warm_up;
    return text_fill(b->arena, key, "n", report_number(b, n), NULL);
}

const char *report_when(struct report_build *b, round_id round, int32_t second)
{
    const char *label = report_round_named(b, round, "report.round");
    if (second < 0 || !label[0]) return label;
    return text_fill(b->arena, "report.when", "round", label, "time", wording_clock(&b->w, second), NULL);
}

/* Rounds that were begun and count, in order. */
static void rounds_find(struct report_build *b)
{
    for (round_id r = 0; r < LIMIT_ROUNDS; r++) b->round_of[r] = -1;
    for (round_id r = 0; r <= b->state->round && r < b->sc->round_count; r++) {
        if (b->sc->rounds[r].warm_up || b->out->round_count >= REPORT_ROUNDS) continue;
        b->rounds[b->out->round_count] = r;
        b->round_of[r] = b->out->round_count++;
    }
}

static struct report_count count_of(const struct report_build *b, round_id round, int score, const struct score_counts *c)
{
    static const int32_t measures[REPORT_SCORES] = {MEASURE_INVOLVING, MEASURE_HONEST, MEASURE_FOLLOW};
    return (struct report_count){.overruled = c->overruled,
                                 .percent_by_rule = (int)measure_read(b->reading, measures[score], round).by_rule,
                                 
                                 .met = c->met,
                                 .partly = c->partly,
                                 .missed = c->missed,
                                 .broken = c->broken,
                                 .disputed = c->disputed,
                                 .counted = score_moments(c),
                                 .percent = score_percent(c)};
}

static void round_build(struct report_build *b, int place)
{
    const struct round *pack = &b->sc->rounds[b->rounds[place]];
    const struct round_figures *f = &b->sheet->rounds[b->rounds[place]];
    struct report_round *r = &b->out->rounds[place];
    *r = (struct report_round){.label = report_round_named(b, b->rounds[place], "report.round"),
                               .inside = report_round_named(b, b->rounds[place], "report.round.inside"),
                               .title = pack->title,
                               .from = pack->from,
                               .to = pack->to,
                               .delivered = f->delivered,
                               .perceived = f->perceived,
                               .targets_met = f->targets_met,
                               .targets = f->targets,
                               .value_lost = f->value_lost,
                               .value_possible = f->value_possible,
                               .acts = f->acts,
                               .visible = f->visible};
    r->when = text_fill(b->arena, "report.from-to", "from", wording_clock(&b->w, pack->from), "to",
                        wording_clock(&b->w, pack->to), NULL);
    for (int i = 0; i < REPORT_SCORES; i++) r->scores[i] = count_of(b, b->rounds[place], i, &f->scores[i]);
}

/* --- the heading --- */

static void heading_build(struct report_build *b)
{
    const struct session_setup *setup = session_setup(b->session);
    struct view_report *v = b->out;
    v->pack = b->sc->title;
    v->organisation = b->sc->organisation;
    v->pack_author = b->sc->author;
    v->unit = b->sc->value_unit;
    v->language = text("report.language");
    v->date = wording_date(b->arena, setup->date);
    v->day = setup->date;
    v->team = report_names_hide(&(struct report_names){.arena = b->arena, .shown = 1}, setup->team);
    v->people = text_count(b->arena, setup->tables ? "report.tables" : "report.people", (int)setup->member_count);
    v->rounds_text = text_count(b->arena, "report.rounds", v->round_count);
}

static void method_build(struct report_build *b, const struct report_wish *wish)
{
    struct view_report *v = b->out;
    v->names = wish->names;
    v->finished = b->state->phase == PHASE_FINISHED;
    v->acts = (int)b->state->acts;
    v->rules = report_number(b, session_rules(b->session));
    v->digest = arena_printf(b->arena, "%016llx", (unsigned long long)session_digest(b->session));
    v->seed = arena_printf(b->arena, "%llu", (unsigned long long)session_setup(b->session)->seed);
    v->state = v->finished ? ""
                           : text_fill(b->arena,
                                       b->state->phase == PHASE_ROUND ? "report.state.running" : "report.state.between",
                                       "when", report_when(b, b->state->round, b->state->now), NULL);
    v->damage = !wish->damaged ? ""
                               : text_fill(b->arena, wish->lost > 0 ? "report.damage.lost" : "report.damage.unknown",
                                           "sound", arena_printf(b->arena, "%lld", (long long)wish->sound), "lost",
                                           arena_printf(b->arena, "%lld", (long long)wish->lost), NULL);
}

/* What the business decides, once the session is over. */
static void ending_build(struct report_build *b)
{
    int32_t ending =
        b->state->phase == PHASE_FINISHED && b->out->round_count > 0 ? sim_ending(b->state, b->sc) : NOBODY;
    struct wording_ending words = wording_ending(&b->w, ending);
    b->out->ending_title = words.title;
    b->out->ending_text = words.text;
}

void view_report_build(struct arena *arena, const struct session *session, const struct report_wish *wish,
                       struct view_report *out)
{
    struct score_sheet *sheet = sheet_of(session);
    struct report_build b = {.w = wording_of(arena, session),
                             .arena = arena,
                             .session = session,
                             .sc = session_scenario(session),
                             .state = session_state(session),
                             .sheet = sheet,
                             .reading = reading_of(arena, session),
                             .out = out};
    memset(out, 0, sizeof *out);
    report_names_begin(&b.names, arena, session, wish->names);
    b.w.members = b.names.members;
    b.w.typed = report_names_hide;
    b.w.typed_context = &b.names;
    rounds_find(&b);
    for (int place = 0; place < out->round_count; place++) round_build(&b, place);
    heading_build(&b);
    method_build(&b, wish);
    ending_build(&b);
    report_effects_build(&b);
    report_ledger_build(&b);
    report_course_build(&b);
    report_room_build(&b);
    report_turns_build(&b);
    report_agreed_build(&b);
    report_needs_build(&b);
    report_measures_build(&b);
    report_culture_build(&b);
    report_words_build(&b);
    report_heads_build(&b);
    report_edits_build(&b);
    free(sheet);
}
