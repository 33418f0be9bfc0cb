/* Works that somebody can start, and what else can be done or said: each with its sentence once it is chosen. */
#include "base/number.h"
#include "base/str.h"
#include "desk_parts.h"

#include <stdio.h>

static struct desk_act *add(struct desk_build *b, const char *label)
{
    struct view_desk *v = b->out;
    if (v->act_count == DESK_ACTS)
        return NULL;
    struct desk_act *act = &v->acts[v->act_count++];
    *act = (struct desk_act){.label = label,
                             .detail = "",
                             .choose = "",
                             .ask_label = "",
                             .possible = 1,
                             .selected = v->act_count - 1 == b->draft.act};
    return act;
}

static void option(struct desk_build *b, struct desk_act *act, const char *label, int32_t value)
{
    if (act->option_count == DESK_OPTIONS)
        return;
    int chosen = act->selected && act->option_count == b->draft.option;
    act->options[act->option_count++] = (struct desk_chip){label, value, chosen};
}

/* The value of the option that is chosen; -1 while none is. */
static int32_t chosen_option(const struct desk_act *act)
{
    for (int k = 0; k < act->option_count; k++)
        if (act->options[k].selected)
            return act->options[k].value;
    return -1;
}

/* --- works --- */

static const char *minutes(struct desk_build *b, const struct work *w)
{
    int low = (int)((w->minutes_low + 59) / 60), high = (int)((w->minutes_high + 59) / 60);
    if (low == high)
        return text_count(b->arena, "desk.minutes", low);
    return text_fill(b->arena, "desk.minutes.span", "low", arena_printf(b->arena, "%d", low), "high",
                     arena_printf(b->arena, "%d", high), NULL);
}

/* Whoever lives with the change: the one whom the pack names, else who brought it. */
static customer_id concerned(const struct desk_build *b, const struct work *w)
{
    return w->consult != NOBODY ? w->consult : b->state->incidents[w->incident].reporter;
}

static int was_asked(const struct desk_build *b, work_id w)
{
    const struct incident *i = desk_pack(b);
    return b->state->incidents[b->out->incident].go_ahead >> (w - i->first_work) & 1;
}

static void say_work(struct desk_build *b, const struct desk_act *act, work_id id, int32_t who)
{
    const struct work *w = &b->scenario->works[id];
    struct view_desk *v = b->out;
    if (b->draft.ask_first && act->can_ask) {
        struct sim_command *c = desk_command(b, SIM_CMD_ASK);
        c->ask.incident = v->incident;
        c->ask.customer = concerned(b, w);
        c->ask.question = ASK_GO_AHEAD;
        c->ask.work = id;
        v->spoken = 1;
        v->sentence =
            text_fill(b->arena, "desk.say.go-ahead", "customer", wording_first_name(&b->words, c->ask.customer), "work",
                      w->title, "minutes", minutes(b, w), NULL);
    } else {
        struct sim_command *c = desk_command(b, SIM_CMD_WORK);
        c->work.work = id;
        c->work.member = who;
        v->sentence = text_fill(b->arena, "desk.say.work", "who", wording_member(&b->words, who), "work", w->title,
                                "minutes", minutes(b, w), NULL);
    }
    v->can_say = act->possible || (b->draft.ask_first && act->can_ask);
    v->why_not = v->can_say ? "" : act->detail;
}

static void work_row(struct desk_build *b, work_id id)
{
    const struct work *w = &b->scenario->works[id];
    enum refusal why = sim_work_possible(b->state, b->scenario, id, NOBODY);
    if (why == REFUSAL_ALREADY_DONE || why == REFUSAL_ALREADY_RUNNING || why == REFUSAL_NOT_KNOWN)
        return;
    int32_t who = sim_work_who(b->state, b->scenario, id);
    struct desk_act *act = add(b, w->title);
    if (!act)
        return;
    int agreed = was_asked(b, id);
    act->possible = why == REFUSAL_NONE;
    act->can_ask = !agreed && (w->kind == WORK_CHANGE || w->kind == WORK_WORKAROUND);
    act->ask_label =
        text_fill(b->arena, "desk.ask-first", "customer", wording_first_name(&b->words, concerned(b, w)), NULL);
    act->detail = why == REFUSAL_NONE ? text_fill(b->arena, agreed ? "desk.work.agreed" : "desk.work.who", "who",
                                                  wording_member(&b->words, who), "minutes", minutes(b, w), NULL)
                                      : wording_refusal((int32_t)why);
    if (act->selected)
        say_work(b, act, id, who);
}

static void running_row(struct desk_build *b, int32_t instance)
{
    const struct sim_work *w = &b->state->works[instance];
    struct desk_act *act =
        add(b, text_fill(b->arena, "desk.work.stop", "work", wording_work(&b->words, instance), NULL));
    if (!act)
        return;
    act->runs = 1;
    act->detail = text_fill(b->arena, "desk.known.under-way", "who", wording_member(&b->words, w->member), "time",
                            wording_clock(&b->words, w->ends), NULL);
    if (!act->selected)
        return;
    desk_command(b, SIM_CMD_STOP_WORK)->stop_work.instance = instance;
    b->out->sentence = text_fill(b->arena, "desk.say.stop", "who", wording_member(&b->words, w->member), "work",
                                 wording_work(&b->words, instance), NULL);
    b->out->can_say = 1;
}

void desk_build_works(struct desk_build *b)
{
    const struct incident *i = desk_pack(b);
    for (int32_t k = 0; i && k < i->work_count; k++)
        work_row(b, i->first_work + k);
    for (int32_t k = 0; k < b->state->work_count; k++)
        if (b->state->works[k].incident == b->out->incident && b->state->works[k].ended < 0)
            running_row(b, k);
}

/* --- what else --- */

/* A command about the incident and the customer in front, in this order of fields. */
static struct sim_command *about(struct desk_build *b, enum sim_command_kind kind, int32_t first, int32_t second)
{
    struct sim_command *c = desk_command(b, kind);
    c->v[0] = first;
    c->v[1] = second;
    return c;
}

static void said(struct desk_build *b, const char *words, int spoken)
{
    b->out->sentence = words;
    b->out->spoken = spoken;
    b->out->can_say = 1;
}

static void plain(struct desk_build *b, enum sim_command_kind kind, const char *key, int spoken)
{
    struct view_desk *v = b->out;
    struct desk_act *act = add(b, desk_fill(b, arena_printf(b->arena, "desk.act.%s", key)));
    if (!act || !act->selected)
        return;
    int customer_first = kind == SIM_CMD_APOLOGISE || kind == SIM_CMD_PROACTIVE;
    struct sim_command *c =
        customer_first ? about(b, kind, v->customer, v->incident) : about(b, kind, v->incident, v->customer);
    if (kind == SIM_CMD_CLOSE)
        c->v[1] = 0;
    if (kind == SIM_CMD_APOLOGISE)
        c->apologise.act = 0;
    if (kind == SIM_CMD_PROACTIVE)
        c->proactive.unasked = 1;
    said(b, desk_fill(b, arena_printf(b->arena, "desk.say.%s", key)), spoken);
}

/* What was refused and never served cannot be closed. */
static void close_it(struct desk_build *b)
{
    const struct sim_incident *i = &b->state->incidents[b->out->incident];
    plain(b, SIM_CMD_CLOSE, "close", 0);
    if (!b->out->acts[b->out->act_count - 1].selected || i->restored >= 0 || !i->refused)
        return;
    b->out->can_say = 0;
    b->out->why_not = wording_refusal(REFUSAL_NOT_FIXED);
}

static void ask_feedback(struct desk_build *b)
{
    struct desk_act *act = add(b, desk_fill(b, "desk.act.feedback"));
    if (!act || !act->selected)
        return;
    struct sim_command *c = about(b, SIM_CMD_ASK, b->out->incident, b->out->customer);
    c->ask.question = ASK_FEEDBACK;
    c->ask.work = NOBODY;
    said(b, desk_fill(b, "desk.say.feedback"), 1);
}

static void conditions(struct desk_build *b)
{
    const struct incident *pack = desk_pack(b);
    const struct sim_incident *i = &b->state->incidents[b->out->incident];
    int32_t milestone = 0;
    if (!pack || pack->conditions.count == 0)
        return;
    while (i->retested >> milestone & 1)
        milestone++;
    if (i->conditions_agreed < 0) {
        plain(b, SIM_CMD_AGREE_CONDITIONS, "conditions", 1);
        return;
    }
    if (milestone >= pack->milestone_count)
        return;
    struct desk_act *act = add(b, desk_fill(b, "desk.act.re-test"));
    if (!act || !act->selected)
        return;
    about(b, SIM_CMD_RETEST_CONDITIONS, b->out->incident, milestone);
    said(b, desk_fill(b, "desk.say.re-test"), 1);
}

/* Two wishes for one pair of hands: what each option means is read out to whoever may decide. */
static const char *option_words(struct desk_build *b, const struct incident *i)
{
    struct str s = {0};
    desk_say(&s, desk_fill(b, "desk.say.priority"));
    for (int32_t k = 0; k < i->option_count; k++)
        desk_say(&s, text_fill(b->arena, "desk.say.option", "option", i->options[k].text, "consequence",
                               i->options[k].consequence, NULL));
    desk_say(&s, text("desk.say.choose"));
    return desk_said(b, &s);
}

static void priority(struct desk_build *b)
{
    const struct incident *i = desk_pack(b);
    if (!i || i->option_count == 0 || b->state->incidents[b->out->incident].decided != 0)
        return;
    struct desk_act *hand = add(b, desk_fill(b, "desk.act.priority"));
    if (hand && hand->selected) {
        about(b, SIM_CMD_HAND_PRIORITY, b->out->incident, b->out->customer)->hand_priority.option = NOBODY;
        said(b, option_words(b, i), 1);
    }
    struct desk_act *own = add(b, text("desk.act.decide"));
    for (int32_t k = 0; own && k < i->option_count; k++)
        option(b, own, i->options[k].text, k);
    if (!own || !own->selected)
        return;
    own->choose = text("desk.choose.decide");
    int32_t chosen = chosen_option(own);
    if (chosen < 0)
        return;
    about(b, SIM_CMD_DECIDE_OURSELVES, b->out->incident, chosen);
    said(b, text_fill(b->arena, "desk.say.decide", "option", i->options[chosen].text, NULL), 0);
}

/* Acts with a few ways to do them, each with its sentence. */
static void ways(struct desk_build *b, enum sim_command_kind kind, const char *key, int count)
{
    struct view_desk *v = b->out;
    struct desk_act *act = add(b, desk_fill(b, arena_printf(b->arena, "desk.act.%s", key)));
    for (int k = 0; act && k < count; k++)
        option(b, act, text(arena_printf(b->arena, "desk.option.%s.%d", key, k + 1)), k);
    if (!act || !act->selected)
        return;
    act->choose = text(arena_printf(b->arena, "desk.choose.%s", key));
    int32_t chosen = chosen_option(act);
    if (chosen < 0)
        return;
    struct sim_command *c =
        kind == SIM_CMD_BLAME ? about(b, kind, v->customer, v->incident) : about(b, kind, v->incident, v->customer);
    c->v[2] = chosen;
    said(b, text(arena_printf(b->arena, "desk.say.%s.%d", key, (int)chosen + 1)), 1);
}

static void times(struct desk_build *b, struct desk_act *act)
{
    static const int32_t spans[] = {10 * 60, 20 * 60, 30 * 60, 60 * 60};
    for (size_t k = 0; k < sizeof spans / sizeof spans[0]; k++) {
        int32_t at = desk_spoken_time(b, spans[k]);
        option(b, act, wording_clock(&b->words, at), at);
    }
    act->choose = text("desk.choose.time");
}

static void moves(struct desk_build *b)
{
    for (int32_t k = b->state->open_promise; k < b->state->promise_count; k++) {
        const struct sim_promise *p = &b->state->promises[k];
        if (p->state != PROMISE_OPEN || p->customer != b->out->customer || p->due < b->state->now ||
            p->renegotiates > 0)
            continue;
        struct desk_act *act =
            add(b, text_fill(b->arena, "desk.act.move", "promise", wording_promise(&b->words, p), NULL));
        if (!act || !act->selected)
            continue;
        times(b, act);
        int32_t due = chosen_option(act);
        if (due < 0)
            continue;
        struct sim_command *c = desk_command(b, SIM_CMD_RENEGOTIATE);
        c->renegotiate.act = p->act;
        c->renegotiate.part = p->part;
        c->renegotiate.due = due;
        said(b,
             text_fill(b->arena, "desk.say.move", "from", wording_clock(&b->words, p->due), "time",
                       wording_clock(&b->words, due), NULL),
             1);
    }
}

static void resolve(struct desk_build *b)
{
    for (int32_t k = 0; k < b->state->complaint_count; k++) {
        const struct sim_complaint *complaint = &b->state->complaints[k];
        if (complaint->customer != b->out->customer || complaint->state != 0)
            continue;
        struct desk_act *act =
            add(b, text_fill(b->arena, "desk.act.resolve", "time", wording_clock(&b->words, complaint->due), NULL));
        if (!act || !act->selected)
            continue;
        struct sim_command *c = desk_command(b, SIM_CMD_RESOLVE_COMPLAINT);
        c->resolve_complaint.act = complaint->act;
        c->resolve_complaint.resolved = 1;
        said(b, text("desk.say.resolve"), 1);
    }
}

static void complaint(struct desk_build *b)
{
    struct desk_act *act = add(b, desk_fill(b, "desk.act.complaint"));
    if (!act || !act->selected)
        return;
    times(b, act);
    int32_t due = chosen_option(act);
    if (due < 0)
        return;
    struct sim_command *c = desk_command(b, SIM_CMD_LOG_COMPLAINT);
    c->log_complaint.customer = b->out->customer;
    c->log_complaint.incident = b->out->incident;
    c->log_complaint.owner = NOBODY;
    c->log_complaint.due = due;
    said(b, text_fill(b->arena, "desk.say.complaint", "time", wording_clock(&b->words, due), NULL), 1);
}

void desk_build_more(struct desk_build *b)
{
    if (b->state->incidents[b->out->incident].confirmed < 0)
        plain(b, SIM_CMD_VERIFY, "verify", 1);
    priority(b);
    conditions(b);
    close_it(b);
    plain(b, SIM_CMD_APOLOGISE, "apologise", 1);
    plain(b, SIM_CMD_PROACTIVE, "help", 1);
    if (b->out->customer != b->state->incidents[b->out->incident].reporter)
        plain(b, SIM_CMD_ESCALATE, "escalate", 1);
    ask_feedback(b);
    if (!b->state->incidents[b->out->incident].refused)
        ways(b, SIM_CMD_REFUSE, "refuse", 2);
    ways(b, SIM_CMD_BLAME, "blame", 3);
    complaint(b);
    resolve(b);
    moves(b);
}
