#include "session/guard.h"

#include "sim/claim.h"
#include "sim/moments.h"
#include "sim/promise.h"

#include <string.h>

/*
 * What each field of an event names, a letter a field, in their order:
 * c customer, i incident, s service, f fact, w work, m member, e event, k work under way (instance), u moment
 * (capital: or NOBODY); r round, l level, o outcome or -1, q question, y reason, h source of a moment, z score,
 * a act, b 0 or 1, d milestone, g mark, n settling of a claim, t claim, v verdict, p state of a promise,
 * j kind of an incident, x how it was decided, - anything. What only stands in the record may be anything: whoever
 * shows it asks.
 */
static const char *const fields[SIM_EV_COUNT] = {
    [SIM_EV_ROUND_STARTED] = "r-",
    [SIM_EV_ROUND_ENDED] = "rb",
    [SIM_EV_TIME] = "-",
    [SIM_EV_MINUTE] = "--------------",
    [SIM_EV_INCIDENT_OPENED] = "-CSjl-----",
    [SIM_EV_INCIDENT_LEVEL] = "ilW",
    [SIM_EV_INCIDENT_STAGE] = "igCK",
    [SIM_EV_SHEET] = "---",
    [SIM_EV_FACT_KNOWN] = "f-C-",
    [SIM_EV_FACT_TOLD] = "Fc-",
    [SIM_EV_IMPROVISED_FACT] = "i-C--",
    [SIM_EV_WORK_STARTED] = "-WiM--------",
    [SIM_EV_WORK_ENDED] = "k--",
    [SIM_EV_HARM] = "iCW",
    [SIM_EV_CONTACT] = "cIa-",
    [SIM_EV_SAID] = "C---I",
    [SIM_EV_ASKED] = "IcqF--",
    [SIM_EV_CLAIM] = "-ictv------M-U-n",
    [SIM_EV_CLAIM_SETTLED] = "-n--v",
    [SIM_EV_PROMISE] = "--ic---M--U",
    [SIM_EV_PROMISE_SETTLED] = "--p-o",
    [SIM_EV_MOMENT_OPENED] = "h-C-zI---",
    [SIM_EV_MOMENT_SETTLED] = "h-C-o-",
    [SIM_EV_TRUST] = "c--yI-",
    [SIM_EV_SATISFACTION] = "c--yI-",
    [SIM_EV_ACT] = "--------",
    [SIM_EV_OBSERVED] = "----",
    [SIM_EV_VOUCHER] = "-----",
    [SIM_EV_NOTE] = "---",
    [SIM_EV_VERDICT_MARK] = "b-----o-",
    [SIM_EV_PAUSED] = "b",
    [SIM_EV_SERVICE] = "slb",
    [SIM_EV_COMPLAINT] = "-cIM--",
    [SIM_EV_DECISION] = "iC-x-",
    [SIM_EV_CONDITIONS] = "iCDb",
    [SIM_EV_FINISHED] = "-",
    [SIM_EV_HAPPENED] = "eb",
    [SIM_EV_MOMENT_DUE] = "h-C--",
    [SIM_EV_SILENCE] = "iC-",
    [SIM_EV_VALUE] = "IS--",
    [SIM_EV_LEARNING] = "Rb-",
    [SIM_EV_COMMITTED] = "r--M-",
    [SIM_EV_CHARTERED] = "---",
    [SIM_EV_MARKED] = "--Mro",
    [SIM_EV_IMPROVED] = "-bI-b",
    [SIM_EV_AMBASSADOR] = "cM",
    [SIM_EV_TALLIED] = "----",
    [SIM_EV_CARD_NOTED] = "---",
    [SIM_EV_MONDAY] = "-M---b",
    [SIM_EV_FOLLOWED_UP] = "--o-",
    [SIM_EV_AROUND] = "ic-",
    [SIM_EV_PREVENTED] = "i-",
    [SIM_EV_SURVEYED] = "Ic-r",
    [SIM_EV_STEPPED] = "--",
    [SIM_EV_REPORT_EDITED] = "----",
};

struct range { int32_t low, high; };

static struct range range_of_thing(const struct sim_state *s, const struct scenario *sc, char letter)
{
    switch (letter) {
    case 'c': return (struct range){0, sc->customer_count};
    case 'i': return (struct range){0, s->incident_count};
    case 's': return (struct range){0, sc->service_count};
    case 'f': return (struct range){0, sc->fact_count};
    case 'w': return (struct range){0, sc->work_count};
    case 'm': return (struct range){0, s->member_count};
    case 'e': return (struct range){0, sc->event_count};
    case 'k': return (struct range){0, s->work_count};
    case 'u': return (struct range){0, s->moment_count};
    case 'r': return (struct range){0, sc->round_count};
    default: return (struct range){INT32_MIN, INT32_MAX};
    }
}

static struct range range_of_word(char letter)
{
    switch (letter) {
    case 'l': return (struct range){0, LEVEL_COUNT};
    case 'o': return (struct range){-1, OUTCOME_COUNT};
    case 'q': return (struct range){0, ASK_COUNT + 1};   /* escalating counts as a question of its own */
    case 'y': return (struct range){0, REASON_COUNT};
    case 'h': return (struct range){0, MOMENT_SOURCE_COUNT};
    case 'z': return (struct range){0, SCORE_COUNT};
    case 'a': return (struct range){0, SIM_CMD_COUNT};
    case 'b': return (struct range){0, 2};
    case 'x': return (struct range){0, 3};
    case 'd': return (struct range){0, LIMIT_MILESTONES};
    case 'g': return (struct range){0, MARK_PREVENTED + 1};
    case 'n': return (struct range){0, CLAIM_CORRECTED + 1};
    case 't': return (struct range){0, CLAIM_COUNT};
    case 'v': return (struct range){0, VERDICT_COUNT};
    case 'p': return (struct range){0, PROMISE_VOID + 1};
    case 'j': return (struct range){0, INCIDENT_KIND_COUNT};
    default: return (struct range){INT32_MIN, INT32_MAX};
    }
}

static int field_fits(const struct sim_state *s, const struct scenario *sc, char letter, int32_t value)
{
    if (letter == '-')
        return 1;
    int or_nobody = letter >= 'A' && letter <= 'Z';
    char thing = (char)(or_nobody ? letter - 'A' + 'a' : letter);
    if (or_nobody && value == NOBODY)
        return 1;
    struct range range = strchr("cisfwmekur", thing) != NULL ? range_of_thing(s, sc, thing) : range_of_word(thing);
    return value >= range.low && value < range.high;
}

/* --- what a letter cannot say --- */

static int is_within(int32_t value, int32_t count)
{
    return value >= 0 && value < count;
}

static int subject_fits(const struct sim_state *s, const struct scenario *sc, int32_t source, int32_t subject)
{
    return is_within(subject, source == MOMENT_SCRIPTED ? sc->moment_count : s->incident_count);
}

static int has_moment(const struct sim_state *s, const struct scenario *sc, const int32_t *v)
{
    struct moment_key key = {v[0], v[1], v[2], v[3]};
    return subject_fits(s, sc, key.source, key.subject) && moment_find(s, sc, &key) >= 0;
}

static int sheet_fits(const struct scenario *sc, const struct sim_event *e)
{
    static const int32_t kinds = SHEET_KIND_COUNT;
    const int32_t counts[] = {sc->incident_count, sc->event_count, sc->moment_count};
    return is_within(e->sheet.sheet, kinds) && is_within(e->sheet.item, counts[e->sheet.sheet]);
}

static int said_fits(const struct scenario *sc, const struct sim_event *e)
{
    int32_t item = e->said.item;
    switch (e->said.source) {
    case 1: return is_within(item, sc->moment_count);
    case 2: return is_within(item, sc->event_count);
    case 3: return is_within(item, MOOD_COUNT) && e->said.customer >= 0 &&
                   is_within(e->said.nth, sc->customers[e->said.customer].lines[item].count);
    case 4: return is_within(item, sc->fact_count);
    case 9: return item == NOBODY || is_within(item, sc->work_count);
    default: return 1;
    }
}

static int opened_fits(const struct sim_state *s, const struct sim_event *e)
{
    int32_t i = e->incident_opened.incident;
    return i >= 0 && i <= s->incident_count && i < SIM_INCIDENTS;
}

static int moment_fits(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    int32_t subject = e->moment_opened.subject, source = e->moment_opened.source;
    if (s->moment_count >= SIM_MOMENTS || !subject_fits(s, sc, source, subject))
        return 0;
    return e->moment_opened.incident == (source == MOMENT_SCRIPTED ? sc->moments[subject].incident : subject);
}

static int told_fits(const struct sim_state *s, const struct sim_event *e)
{
    return e->fact_told.fact >= 0 || is_within(e->fact_told.improvised - 1, s->improvised_count);
}

static int mark_fits(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    return e->verdict_mark.aim == 0 ? has_moment(s, sc, e->v + 1) : claim_by_act(s, e->verdict_mark.subject) >= 0;
}

/* Sums stay where they can be added to: feelings on their scale, value far from what an int32 holds. */
static int is_feeling(int32_t thousandths)
{
    return thousandths >= 0 && thousandths <= 100000;
}

static int is_sum(int32_t sum, int32_t change)
{
    enum { MOST = 1000000000 };
    return change >= -MOST && change <= MOST && (int64_t)sum + change >= -MOST && (int64_t)sum + change <= MOST;
}

static int minute_fits(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    for (customer_id c = 0; c < sc->customer_count; c++) {
        int32_t change = e->minute.satisfaction[c];
        if (!is_sum(s->customers[c].satisfaction, change) || !is_feeling(s->customers[c].satisfaction + change))
            return 0;
    }
    for (service_id v = 0; v < sc->service_count; v++)
        if (!is_sum(s->services[v].lost, e->minute.lost[v]))
            return 0;
    return 1;
}

static int value_fits(const struct sim_state *s, const struct sim_event *e)
{
    service_id v = e->value.service;
    incident_id i = e->value.incident;
    if (v >= 0)
        return is_sum(s->services[v].stake, e->value.stake) && is_sum(s->services[v].lost, e->value.lost);
    return i < 0 || (is_sum(s->incidents[i].stake, e->value.stake) && is_sum(s->incidents[i].lost, e->value.lost));
}

static int whole_fits(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    switch (e->kind) {
    case SIM_EV_ROUND_STARTED: return e->round_started.from == sc->rounds[e->round_started.round].from;
    case SIM_EV_MINUTE: return minute_fits(s, sc, e);
    case SIM_EV_VALUE: return value_fits(s, e);
    case SIM_EV_TRUST: return is_feeling(e->trust.now);
    case SIM_EV_SATISFACTION: return is_feeling(e->satisfaction.now);
    case SIM_EV_INCIDENT_OPENED: return opened_fits(s, e);
    case SIM_EV_SHEET: return sheet_fits(sc, e);
    case SIM_EV_FACT_TOLD: return told_fits(s, e);
    case SIM_EV_IMPROVISED_FACT: return s->improvised_count < SIM_IMPROVISED;
    case SIM_EV_WORK_STARTED: return e->work_started.instance == s->work_count && s->work_count < SIM_WORKS;
    case SIM_EV_SAID: return said_fits(sc, e);
    case SIM_EV_CLAIM: return s->claim_count < SIM_CLAIMS;
    case SIM_EV_CLAIM_SETTLED: return claim_by_act(s, e->claim_settled.act) >= 0;
    case SIM_EV_PROMISE: return s->promise_count < SIM_PROMISES;
    case SIM_EV_PROMISE_SETTLED: return promise_find(s, e->promise_settled.act, e->promise_settled.part) >= 0;
    case SIM_EV_MOMENT_OPENED: return moment_fits(s, sc, e);
    case SIM_EV_MOMENT_SETTLED:
    case SIM_EV_MOMENT_DUE: return has_moment(s, sc, e->v);
    case SIM_EV_VERDICT_MARK: return mark_fits(s, sc, e);
    case SIM_EV_CONDITIONS: return e->conditions.how == 0 || e->conditions.milestone >= 0;
    case SIM_EV_COMPLAINT: return s->complaint_count < SIM_COMPLAINTS;
    case SIM_EV_LEARNING:
    case SIM_EV_COMMITTED:
    case SIM_EV_CHARTERED:
    case SIM_EV_MARKED:
    case SIM_EV_IMPROVED:
    case SIM_EV_TALLIED:
    case SIM_EV_CARD_NOTED:
    case SIM_EV_MONDAY:
    case SIM_EV_FOLLOWED_UP:
    case SIM_EV_STEPPED:
    case SIM_EV_REPORT_EDITED: return sim_event_fits(s, sc, e);
    default: return 1;
    }
}

/* No session lasts longer than its rounds, each within a day of the one before. */
static int is_time(int32_t second)
{
    enum { LONGEST = (LIMIT_ROUNDS + 2) * 86400 };
    return second >= 0 && second <= LONGEST;
}

int guard_event(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    if (e->kind <= 0 || e->kind >= SIM_EV_COUNT || fields[e->kind] == NULL || !is_time(e->at))
        return 0;
    if (e->kind == SIM_EV_TIME && !is_time(e->time_passed.to))
        return 0;
    for (int i = 0; fields[e->kind][i] != '\0'; i++)
        if (!field_fits(s, sc, fields[e->kind][i], e->v[i]))
            return 0;
    return whole_fits(s, sc, e);
}
