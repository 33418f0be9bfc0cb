#include "view/wording_between.h"
#include "base/text.h"
#include "model/behaviours.h"
#include <string.h>

static const char *number(const struct wording *w, int32_t n)
{
    return arena_printf(w->arena, "%d", (int)n);
}

const char *wording_behaviour(int32_t behaviour)
{
    static const char *const keys[BEHAVIOUR_COUNT] = {
#define BEHAVIOUR_KEY(number, NAME, word) [number] = "behaviour." word,
        BEHAVIOURS(BEHAVIOUR_KEY)
#undef BEHAVIOUR_KEY
    };
    return behaviour >= 0 && behaviour < BEHAVIOUR_COUNT ? text(keys[behaviour]) : "";
}

const char *wording_pledge(const struct wording *w, int32_t behaviour, int32_t words)
{
    const char *typed = wording_typed(w, words);
    return typed[0] ? typed : wording_behaviour(behaviour);
}

const char *wording_pledge_in(const struct wording *w, int32_t what, int32_t slot, int32_t round)
{
    const struct sim_state *s = session_state(w->session);
    if (what == PLEDGE_CHARTER)
        return slot >= 0 && slot < SIM_CHARTER ? wording_pledge(w, s->charter[slot].behaviour, s->charter[slot].text) : "";
    for (int32_t i = s->commitment_count - 1; i >= 0; i--) {
        const struct sim_commitment *c = &s->commitments[i];
        if (c->slot == slot && (round == NOBODY || c->round == round))
            return wording_pledge(w, c->behaviour, c->text);
    }
    return "";
}

const char *wording_standing(int32_t standing)
{
    static const char *const keys[] = {"standing.open", "standing.kept", "standing.partly", "standing.not"};
    return standing >= 0 && standing <= PLEDGE_NOT ? text(keys[standing]) : "";
}

enum tone wording_standing_tone(int32_t standing)
{
    return standing == PLEDGE_KEPT     ? TONE_GOOD
           : standing == PLEDGE_PARTLY ? TONE_WARN
           : standing == PLEDGE_NOT    ? TONE_BAD
                                       : TONE_NEUTRAL;
}

static int32_t occasions(const struct pledge_counts *c)
{
    return c->met + c->partly + c->missed + c->broken;
}

const char *wording_pledge_found(const struct wording *w, const struct pledge_found *found)
{
    const struct pledge_counts *seen = &found->seen, *marked = &found->marked;
    int32_t times = occasions(seen), hands = occasions(marked);
    const char *log = found->behaviour == NOBODY ? ""
                      : times == 0               ? text("between.pledge.none")
                                                 : text_fill(w->arena, "between.pledge.seen", "met", number(w, seen->met), "all",
                                                             number(w, times), NULL);
    const char *tables = hands == 0 ? ""
                                    : text_fill(w->arena, "between.pledge.marked", "met", number(w, marked->met), "all",
                                                number(w, hands), NULL);
    if (!log[0] && !tables[0])
        return text("between.pledge.unmarked");
    return log[0] && tables[0] ? arena_printf(w->arena, "%s %s", log, tables) : log[0] ? log : tables;
}

const char *wording_improvement(const struct wording *w, int32_t improvement)
{
    const struct scenario *sc = session_scenario(w->session);
    return improvement >= 0 && improvement < sc->improvement_count ? sc->improvements[improvement].title : "";
}

const char *wording_card(const struct wording *w, int32_t card)
{
    const struct scenario *sc = session_scenario(w->session);
    return card >= 0 && card < sc->card_count ? sc->cards[card].title : "";
}

const char *wording_spine(int32_t spine)
{
    static const char *const keys[SPINE_COUNT] = {"spine.process", "spine.people", "spine.technology", "spine.policy"};
    return spine >= 0 && spine < SPINE_COUNT ? text(keys[spine]) : "";
}

const char *wording_answer(int32_t answer)
{
    return answer >= 1 && answer <= MOOD_COUNT ? wording_mood((enum mood)(MOOD_COUNT - answer)) : "";
}

const char *wording_amount(struct arena *arena, int32_t amount)
{
    if (amount < 0)
        return arena_printf(arena, "\u2212%s", wording_amount(arena, -amount));
    if (amount < 1000)
        return arena_printf(arena, "%d", (int)amount);
    return arena_printf(arena, "%s\u202F%03d", wording_amount(arena, amount / 1000), (int)(amount % 1000));
}

const char *wording_value(const struct wording *w, int32_t amount)
{
    return text_fill(w->arena, "between.value", "n", wording_amount(w->arena, amount), "unit",
                     session_scenario(w->session)->value_unit, NULL);
}

/* --- what was done --- */

/* words "" means that it was taken back. */
static const char *pledged(const struct wording *w, const char *key, const char *words, int32_t member)
{
    if (!words[0])
        return text(arena_printf(w->arena, "%s.back", key));
    if (member != NOBODY)
        key = arena_printf(w->arena, "%s.who", key);
    return text_fill(w->arena, key, "words", words, "who", wording_member(w, member), NULL);
}

static const char *marked(const struct wording *w, int32_t what, int32_t slot, int32_t round, int32_t member, int32_t outcome)
{
    const char *words = wording_pledge_in(w, what, slot, round);
    return text_fill(w->arena, words[0] ? "between.mark" : "between.mark.gone", "who", wording_member(w, member), "words",
                     words, "outcome", wording_outcome(outcome), NULL);
}

static const char *improved(const struct wording *w, int32_t improvement, int32_t on, int32_t incident, int32_t spine)
{
    const char *title = wording_improvement(w, improvement);
    if (!on)
        return text_fill(w->arena, "between.improve.back", "title", title, NULL);
    if (incident == NOBODY)
        return text_fill(w->arena, "between.improve", "title", title, NULL);
    return text_fill(w->arena, "between.improve.root", "title", title, "incident", wording_incident(w, incident), "spine",
                     wording_spine(spine), NULL);
}

static const char *represented(const struct wording *w, int32_t customer, int32_t member)
{
    return text_fill(w->arena, member == NOBODY ? "between.ambassador.back" : "between.ambassador", "who",
                     wording_member(w, member), "customer", wording_first_name(w, customer), NULL);
}

const char *wording_tallied(const struct wording *w, int32_t what, int32_t subject)
{
    const struct scenario *sc = session_scenario(w->session);
    switch (what) {
    case TALLY_CARD_USERS:
    case TALLY_CARD_OURS: return wording_card(w, subject);
    case TALLY_COMMITMENT:
        return subject < BEHAVIOUR_COUNT ? wording_pledge(w, subject, 0)
                                         : wording_pledge_in(w, PLEDGE_COMMITMENT, subject - BEHAVIOUR_COUNT, NOBODY);
    case TALLY_CHARTER: return wording_pledge_in(w, PLEDGE_CHARTER, subject, NOBODY);
    case TALLY_IMPROVEMENT: return wording_improvement(w, subject);
    case TALLY_SURVEY: return subject >= 0 && subject < sc->survey_count ? sc->survey[subject].text : "";
    case TALLY_SURVEY_LATER: return subject >= 0 && sc->survey_count > 0 ? sc->survey[subject % sc->survey_count].text : "";
    default: return "";
    }
}

static const char *tallied(const struct wording *w, int32_t what, int32_t subject, int32_t by, int32_t count)
{
    static const char *const keys[TALLY_KIND_COUNT] = {"between.tally.card-users", "between.tally.card-ours",
                                                       "between.tally.commitment", "between.tally.charter",
                                                       "between.tally.improvement", "between.tally.survey",
                                                       "between.tally.survey-later"};
    if (what < 0 || what >= TALLY_KIND_COUNT)
        return "";
    int of_a_table = what == TALLY_CARD_USERS || what == TALLY_CARD_OURS;
    return text_fill(w->arena, keys[what], "n", number(w, count), of_a_table ? "who" : "by",
                     of_a_table ? wording_member(w, by) : number(w, by), "subject", wording_tallied(w, what, subject), NULL);
}

static const char *card_noted(const struct wording *w, int32_t card, int32_t part, int32_t words)
{
    static const char *const keys[] = {"between.card.value", "between.card.outcomes", "between.card.costs",
                                       "between.card.risks"};
    if (part < 0 || part > 3)
        return "";
    return text_fill(w->arena, keys[part], "card", wording_card(w, card), "words", wording_typed(w, words), NULL);
}

static const char *edited(const struct wording *w, int32_t edit, int32_t words, int32_t title)
{
    static const char *const keys[REPORT_EDIT_COUNT] = {"between.edit.change",  "between.edit.hide", "between.edit.show",
                                                        "between.edit.add",     "between.edit.section",
                                                        "between.edit.word",    "between.edit.restore"};
    if (edit < 0 || edit >= REPORT_EDIT_COUNT)
        return "";
    return text_fill(w->arena, keys[edit], "words", wording_typed(w, words), "title", wording_typed(w, title), NULL);
}

/* Who agreed stands there by name, even where everybody else has another: with that other name beside the same words,
 * the whole report could be read with names. */
const char *wording_action_who(const struct wording *w, int32_t member, int32_t named)
{
    struct wording plain = *w;
    plain.members = NULL;
    if (named || member == NOBODY)
        return wording_member(&plain, member);
    return text("between.monday.someone");
}

static const char *monday(const struct wording *w, int32_t member, int32_t named, int32_t when, int32_t will)
{
    const char *trigger = wording_typed(w, when);
    return text_fill(w->arena, trigger[0] ? "between.monday" : "between.monday.back", "who", wording_action_who(w, member, named),
                     "when", trigger, "will", wording_typed(w, will), NULL);
}

static const char *followed_up(const struct wording *w, int32_t slot, int32_t days, int32_t outcome)
{
    const struct sim_state *s = session_state(w->session);
    const char *will = slot >= 0 && slot < s->action_count ? wording_typed(w, s->actions[slot].will) : "";
    return text_fill(w->arena, "between.follow-up", "n", number(w, days), "will", will, "outcome", wording_outcome(outcome),
                     NULL);
}

const char *wording_between_command(const struct wording *w, const struct sim_command *c)
{
    switch (c->kind) {
    case SIM_CMD_LEARN: return text(c->learn.on ? "between.learn" : "between.learn.over");
    case SIM_CMD_COMMIT:
        return pledged(w, "between.commit", c->text ? wording_pledge(w, c->commit.behaviour, c->text) : "", c->commit.member);
    case SIM_CMD_CHARTER:
        return pledged(w, "between.charter", c->text ? wording_pledge(w, c->charter.behaviour, c->text) : "", NOBODY);
    case SIM_CMD_MARK: return marked(w, c->mark.what, c->mark.slot, c->mark.round, c->mark.member, c->mark.outcome);
    case SIM_CMD_IMPROVE: return improved(w, c->improve.improvement, c->improve.on, c->improve.incident, c->improve.spine);
    case SIM_CMD_AMBASSADOR: return represented(w, c->ambassador.customer, c->ambassador.member);
    case SIM_CMD_TALLY: return tallied(w, c->tally.what, c->tally.subject, c->tally.by, c->tally.count);
    case SIM_CMD_CARD_SHEET: return card_noted(w, c->card_sheet.card, c->card_sheet.part, c->text);
    case SIM_CMD_MONDAY: return monday(w, c->monday.member, c->monday.named, c->text, c->monday.will);
    case SIM_CMD_FOLLOW_UP: return followed_up(w, c->follow_up.slot, c->follow_up.days, c->follow_up.outcome);
    case SIM_CMD_EDIT_REPORT: return edited(w, c->edit_report.edit, c->text, c->edit_report.title);
    default: return "";
    }
}

/* --- what happened --- */

static int line_set(struct wording_line *line, const char *tag_key, const char *words, enum tone tone)
{
    line->tag = text(tag_key);
    line->text = words;
    line->tone = tone;
    return words[0] != '\0';
}

static int line_improved(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    if (e->improved.on && !e->improved.works)
        line->note = text("between.improve.wasted");
    return line_set(line, "between.tag.improve",
                    improved(w, e->improved.improvement, e->improved.on, e->improved.incident, e->improved.spine), TONE_LEARN);
}

static int line_around(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    if (e->around.lost > 0)
        line->note = text_fill(w->arena, "between.around.lost", "value", wording_value(w, e->around.lost), NULL);
    return line_set(line, "log.incident",
                    text_fill(w->arena, "between.around", "customer", wording_first_name(w, e->around.customer), "incident",
                              wording_incident(w, e->around.incident), NULL),
                    TONE_BAD);
}

static int line_prevented(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    line->note = wording_improvement(w, e->prevented.improvement);
    return line_set(line, "log.incident",
                    text_fill(w->arena, "between.prevented", "incident", wording_incident(w, e->prevented.incident), NULL),
                    TONE_GOOD);
}

static int line_surveyed(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    const char *key = e->surveyed.incident == NOBODY ? "between.surveyed.round" : "between.surveyed";
    int32_t answer = e->surveyed.answer;
    return line_set(line, "between.tag.survey",
                    text_fill(w->arena, key, "customer", wording_first_name(w, e->surveyed.customer), "incident",
                              wording_incident(w, e->surveyed.incident), "n", number(w, answer), "word",
                              wording_answer(answer), NULL),
                    answer >= 4 ? TONE_GOOD : answer == 3 ? TONE_WARN : TONE_BAD);
}

static int line_committed(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    const char *words = e->committed.text ? wording_pledge(w, e->committed.behaviour, e->committed.text) : "";
    return line_set(line, "between.tag.commit", pledged(w, "between.commit", words, e->committed.member), TONE_LEARN);
}

static int line_chartered(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    const char *words = e->chartered.text ? wording_pledge(w, e->chartered.behaviour, e->chartered.text) : "";
    return line_set(line, "between.tag.charter", pledged(w, "between.charter", words, NOBODY), TONE_LEARN);
}

static int line_followed_up(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    line->note = wording_typed(w, e->followed_up.text);
    return line_set(line, "between.tag.monday",
                    followed_up(w, e->followed_up.slot, e->followed_up.days, e->followed_up.outcome),
                    wording_outcome_tone(e->followed_up.outcome));
}

int wording_between_event(const struct wording *w, const struct sim_event *e, struct wording_line *line)
{
    switch (e->kind) {
    case SIM_EV_LEARNING:
        return line_set(line, "between.tag.learn", text(e->learning.on ? "between.learn" : "between.learn.over"), TONE_LEARN);
    case SIM_EV_COMMITTED: return line_committed(w, e, line);
    case SIM_EV_CHARTERED: return line_chartered(w, e, line);
    case SIM_EV_MARKED:
        return line_set(line, "between.tag.mark",
                        marked(w, e->marked.what, e->marked.slot, e->marked.round, e->marked.member, e->marked.outcome),
                        wording_outcome_tone(e->marked.outcome));
    case SIM_EV_IMPROVED: return line_improved(w, e, line);
    case SIM_EV_AMBASSADOR:
        return line_set(line, "between.tag.improve", represented(w, e->ambassador.customer, e->ambassador.member), TONE_LEARN);
    case SIM_EV_TALLIED:
        return line_set(line, "between.tag.hands",
                        tallied(w, e->tallied.what, e->tallied.subject, e->tallied.by, e->tallied.count), TONE_NEUTRAL);
    case SIM_EV_CARD_NOTED:
        return line_set(line, "between.tag.card", card_noted(w, e->card_noted.card, e->card_noted.part, e->card_noted.text),
                        TONE_NEUTRAL);
    case SIM_EV_MONDAY:
        return line_set(line, "between.tag.monday", monday(w, e->monday.member, e->monday.named, e->monday.when, e->monday.will), TONE_LEARN);
    case SIM_EV_FOLLOWED_UP: return line_followed_up(w, e, line);
    case SIM_EV_AROUND: return line_around(w, e, line);
    case SIM_EV_PREVENTED: return line_prevented(w, e, line);
    case SIM_EV_SURVEYED: return line_surveyed(w, e, line);
    case SIM_EV_REPORT_EDITED:
        return line_set(line, "between.tag.report", edited(w, e->report_edited.edit, e->report_edited.text, e->report_edited.title),
                        TONE_NEUTRAL);
    default: return 0;
    }
}

const char *wording_speaks(const struct wording *w, customer_id customer)
{
    int32_t member = session_state(w->session)->customers[customer].ambassador;
    if (member == NOBODY)
        return "";
    return text_fill(w->arena, "speaks.for", "who", wording_member(w, member), "customer", wording_first_name(w, customer), NULL);
}

/* The last answer given for that many days counts. */
static int is_corrected(const struct wording *w, int32_t from, const struct sim_event *said)
{
    for (int32_t i = from; i < session_event_count(w->session); i++) {
        const struct sim_event *e = session_event_at(w->session, i);
        if (e->kind == SIM_EV_FOLLOWED_UP && e->followed_up.slot == said->followed_up.slot && e->followed_up.days == said->followed_up.days)
            return 1;
    }
    return 0;
}

static const char *followed_once(const struct wording *w, const struct sim_event *e)
{
    static const char *const keys[OUTCOME_COUNT] = {[OUTCOME_MET] = "follow.word.met", [OUTCOME_PARTLY] = "follow.word.partly",
                                                    [OUTCOME_MISSED] = "follow.word.missed", [OUTCOME_NONE] = "follow.word.none"};
    int32_t outcome = e->followed_up.outcome;
    if (outcome <= OUTCOME_OPEN || outcome >= OUTCOME_COUNT || !keys[outcome])
        return "";
    return text_fill(w->arena, "monday.became", "word", text(keys[outcome]), "days", arena_printf(w->arena, "%d", (int)e->followed_up.days), NULL);
}

const char *wording_followed(const struct wording *w, int32_t slot)
{
    struct str all = {0};
    for (int32_t i = 0; i < session_event_count(w->session); i++) {
        const struct sim_event *e = session_event_at(w->session, i);
        if (e->kind == SIM_EV_MONDAY && e->monday.slot == slot)
            str_release(&all);   /* another action in its place */
        if (e->kind != SIM_EV_FOLLOWED_UP || e->followed_up.slot != slot || is_corrected(w, i + 1, e))
            continue;
        const char *once = followed_once(w, e);
        if (once[0])
            str_printf(&all, "%s%s", all.length ? text("follow.and") : "", once);
    }
    const char *words = arena_dup(w->arena, str_text(&all));
    str_release(&all);
    return words;
}

/* --- what the business decided --- */

/* The words for a verdict, or the neutral ones where there are any. */
static const char *verdict_words(const struct wording *w, const char *verdict, const char *part, int quiet)
{
    const char *key = arena_printf(w->arena, "verdict.%s%s", verdict, part);
    const char *neutral = arena_printf(w->arena, "verdict.quiet.%s%s", verdict, part);
    return text(quiet && text_has(neutral) ? neutral : key);
}

struct wording_ending wording_ending(const struct wording *w, int32_t ending)
{
    const struct scenario *sc = session_scenario(w->session);
    struct wording_ending out = {"", "", "", "", NOBODY};
    if (ending < 0 || ending >= sc->ending_count)
        return out;
    const struct ending *e = &sc->endings[ending];
    int quiet = (e->tags & session_setup(w->session)->left_out) != 0;
    const char *verdict = business_verdict_word(e->verdict);
    struct wording_about about = {NOBODY, NOBODY, -1, -1};
    out.verdict = (int32_t)e->verdict;
    out.word = verdict_words(w, verdict, "", quiet);
    out.means = verdict_words(w, verdict, ".means", quiet);
    out.title = quiet ? text("verdict.quiet.title") : e->title;
    out.text = quiet ? out.means : wording_fill(w, e->text, about);
    return out;
}
