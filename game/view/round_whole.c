#include "view/round_whole.h"
#include "assess/survey.h"
#include "base/text.h"
#include "view/chosen.h"
#include "view/wording_between.h"
#include "view/wording_figure.h"

struct lines { struct round_line *items; int count; };

static struct lines lines_of(const struct wording *w, size_t room)
{
    return (struct lines){arena_array(w->arena, room + 1, sizeof(struct round_line)), 0};
}

/* --- what was agreed --- */

static struct lines pledges_of(const struct wording *w, const struct assess_reading *r, round_id round)
{
    struct pledge_found found[PLEDGES_A_ROUND];
    int32_t count = pledge_list(&r->pledges, session_state(w->session), round, found);
    struct lines out = lines_of(w, PLEDGES_A_ROUND);
    for (int32_t i = 0; i < count; i++)
        out.items[out.count++] = (struct round_line){.tone = wording_standing_tone((int32_t)found[i].standing),
                                                     .pill = wording_standing((int32_t)found[i].standing),
                                                     .text = wording_pledge(w, found[i].behaviour, found[i].text),
                                                     .note = wording_pledge_found(w, &found[i])};
    return out;
}

/* --- what was improved, and what else came of trust --- */

static const char *chosen_words(const struct wording *w, const struct chosen *c)
{
    const char *cause = c->incident == NOBODY ? ""
                                              : text_fill(w->arena, c->works ? "between.root.found" : "between.root.wasted", "incident",
                                                          wording_incident(w, c->incident), "spine", wording_spine(c->spine), NULL);
    return cause[0] ? cause : session_scenario(w->session)->improvements[c->improvement].text;
}

static void improvements_add(const struct wording *w, round_id round, struct lines *out)
{
    const struct scenario *sc = session_scenario(w->session);
    struct chosen found[CHOSEN_MOST];
    int count = chosen_list(w->session, found);
    for (int i = 0; i < count && !sc->rounds[round].warm_up; i++)
        if (found[i].since <= chosen_place(sc, round))
            out->items[out->count++] = (struct round_line){.tone = found[i].works ? TONE_LEARN : TONE_WARN,
                                                           .pill = sc->improvements[found[i].improvement].title,
                                                           .text = chosen_words(w, &found[i]),
                                                           .note = ""};
}

static void happened_add(const struct wording *w, round_id round, struct lines *out, int room)
{
    int inside = 0;
    for (int32_t i = 0; i < session_event_count(w->session) && out->count < room; i++) {
        const struct sim_event *e = session_event_at(w->session, i);
        struct wording_line line;
        if (e->kind == SIM_EV_ROUND_STARTED)
            inside = e->round_started.round == round;
        if (!inside || (e->kind != SIM_EV_AROUND && e->kind != SIM_EV_PREVENTED) || !wording_event(w, e, &line))
            continue;
        out->items[out->count++] = (struct round_line){line.tone, wording_clock(w, line.at), line.text, line.note};
    }
}

/* --- four sides, and what the customers answered --- */

static void sides_add(const struct wording *w, const struct assess_reading *r, round_id round, struct round_end *end)
{
    static const int32_t measures[ROUND_SIDES] = {MEASURE_SPEED, MEASURE_QUALITY, MEASURE_SATISFACTION, MEASURE_RISK};
    for (int i = 0; i < ROUND_SIDES; i++) {
        struct figure_words v = wording_figure_value(w, r, measures[i], round);
        end->sides[end->side_count++] = (struct round_side){wording_figure(measures[i]), v.percent < 0 ? v.value : v.of, v.percent};
    }
}

static struct round_survey survey_of(const struct wording *w, const struct survey_count *c)
{
    struct round_survey out = {(int)c->satisfied, (int)c->count, (int)c->percent, ""};
    if (c->count > 0)
        out.words = text_fill(w->arena, "round.survey.words", "n", arena_printf(w->arena, "%d", out.happy), "all",
                              arena_printf(w->arena, "%d", out.answers), NULL);
    return out;
}

static int counts(const struct wording *w, round_id round)
{
    return !session_scenario(w->session)->rounds[round].warm_up;
}

/* --- what was found out about the customers --- */

static struct lines needs_of(const struct wording *w, const struct assess_reading *r, round_id round)
{
    enum { MOST = LIMIT_CUSTOMERS * LIMIT_NEEDS };
    const struct needs_watch *found = view_needs_watch(w->arena, w->session);
    struct view_need_line *lines = arena_array(w->arena, MOST, sizeof *lines);
    int count = view_needs_round(w, found, round, lines, MOST);
    struct lines out = lines_of(w, MOST + 2);
    const char *counts = view_needs_counts(w, found);
    for (int i = 0; i < count; i++)
        out.items[out.count++] = (struct round_line){TONE_GOOD, lines[i].word, lines[i].text, lines[i].how};
    if (counts[0])
        out.items[out.count++] = (struct round_line){TONE_NEUTRAL, "", counts, text("need.left")};
    const char *novelty = wording_novelty(w, r, round);
    if (novelty[0])
        out.items[out.count++] = (struct round_line){TONE_WARN, text("novelty.pill"), novelty, ""};
    return out;
}

void round_whole_end(const struct wording *w, round_id round, struct round_end *end)
{
    enum { HAPPENED_MOST = 24 };
    const struct assess_reading *r = reading_of(w->arena, w->session);
    struct lines pledges = pledges_of(w, r, round), changes = lines_of(w, CHOSEN_MOST + HAPPENED_MOST);
    if (counts(w, round)) {
        struct survey *s = arena_alloc(w->arena, sizeof *s);
        sides_add(w, r, round, end);
        survey_read(r, round, s);
        end->after_incidents = survey_of(w, &s->incidents);
        end->at_end = survey_of(w, &s->round);
    }
    improvements_add(w, round, &changes);
    happened_add(w, round, &changes, changes.count + HAPPENED_MOST);
    struct lines needs = needs_of(w, r, round);
    end->novelty = wording_novelty_public(r, round);
    end->needs = needs.items;
    end->need_count = needs.count;
    end->pledges = pledges.items;
    end->pledge_count = pledges.count;
    end->changes = changes.items;
    end->change_count = changes.count;
}

void round_whole_next(const struct wording *w, round_id round, struct round_next *next)
{
    const struct sim_state *s = session_state(w->session);
    struct lines pledges = lines_of(w, SIM_COMMITMENTS), changes = lines_of(w, CHOSEN_MOST);
    for (int32_t i = 0; i < s->commitment_count; i++) {
        const struct sim_commitment *c = &s->commitments[i];
        if (c->round == round && c->text > 0)
            pledges.items[pledges.count++] =
                (struct round_line){.tone = TONE_LEARN,
                                    .pill = c->member == NOBODY ? "" : wording_member(w, c->member),
                                    .text = wording_pledge(w, c->behaviour, c->text),
                                    .note = ""};
    }
    improvements_add(w, round, &changes);
    next->pledges = pledges.items;
    next->pledge_count = pledges.count;
    next->changes = changes.items;
    next->change_count = changes.count;
}

void round_whole_past(const struct wording *w, struct view_round *out)
{
    const struct scenario *sc = session_scenario(w->session);
    const struct sim_state *s = session_state(w->session);
    int32_t ending = s->phase == PHASE_FINISHED && s->rounds_scored > 0 ? sim_ending(s, sc) : NOBODY;
    const struct assess_reading *r = reading_of(w->arena, w->session);
    struct survey *found = arena_alloc(w->arena, sizeof *found);
    for (int32_t k = 0; k < out->round_count; k++) {
        survey_read(r, out->rounds[k].round, found);
        out->rounds[k].survey = survey_of(w, &found->customers);
    }
    struct wording_ending words = wording_ending(w, ending);
    out->ending_title = words.title;
    out->ending_text = words.text;
}
