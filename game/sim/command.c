#include "sim/command.h"

#include <string.h>

struct sim_command sim_command_make(enum sim_command_kind kind)
{
    struct sim_command c;
    memset(&c, 0, sizeof c);
    c.kind = (int32_t)kind;
    c.said = SIM_NOW;
    c.member = NOBODY;
    switch (kind) {
    case SIM_CMD_ACKNOWLEDGE: c.acknowledge.incident = c.acknowledge.customer = NOBODY; break;
    case SIM_CMD_ASK: c.ask.incident = c.ask.customer = c.ask.work = NOBODY; break;
    case SIM_CMD_UPDATE:
        c.update.incident = c.update.customer = NOBODY;
        c.update.facts = c.update.improvised = SIM_FACTS_DEFAULT;
        c.update.fix_by = c.update.next_call = -1;
        break;
    case SIM_CMD_PROMISE: c.promise.incident = c.promise.customer = NOBODY; c.promise.due = -1; break;
    case SIM_CMD_RENEGOTIATE: c.renegotiate.due = -1; break;
    case SIM_CMD_WORK: c.work.work = c.work.member = NOBODY; break;
    case SIM_CMD_STOP_WORK: c.stop_work.instance = NOBODY; break;
    case SIM_CMD_HAND_PRIORITY: c.hand_priority.incident = c.hand_priority.customer = c.hand_priority.option = NOBODY; break;
    case SIM_CMD_DECIDE_OURSELVES: c.decide_ourselves.incident = c.decide_ourselves.option = NOBODY; break;
    case SIM_CMD_REFUSE: c.refuse.incident = c.refuse.customer = NOBODY; break;
    case SIM_CMD_AGREE_CONDITIONS: c.agree_conditions.incident = c.agree_conditions.customer = NOBODY; break;
    case SIM_CMD_RETEST_CONDITIONS: c.retest_conditions.incident = NOBODY; break;
    case SIM_CMD_LOG_COMPLAINT:
        c.log_complaint.customer = c.log_complaint.incident = c.log_complaint.owner = NOBODY;
        c.log_complaint.due = -1;
        break;
    case SIM_CMD_RESOLVE_COMPLAINT: break;
    case SIM_CMD_VERIFY: c.verify.incident = c.verify.customer = NOBODY; break;
    case SIM_CMD_CLOSE: c.close.incident = NOBODY; break;
    case SIM_CMD_APOLOGISE: c.apologise.customer = c.apologise.incident = NOBODY; break;
    case SIM_CMD_BLAME: c.blame.customer = c.blame.incident = NOBODY; break;
    case SIM_CMD_PROACTIVE: c.proactive.customer = c.proactive.incident = NOBODY; c.proactive.unasked = 1; break;
    case SIM_CMD_ESCALATE: c.escalate.incident = c.escalate.customer = NOBODY; break;
    case SIM_CMD_FIRE: case SIM_CMD_HOLD: case SIM_CMD_SKIP: c.fire.item = NOBODY; break;
    case SIM_CMD_INJECT: c.inject.customer = c.inject.service = NOBODY; c.inject.impact = LEVEL_WAITING; c.inject.kind = INCIDENT_REQUEST; break;
    case SIM_CMD_IMPROVISE_WORK:
        c.improvise_work.incident = c.improvise_work.member = NOBODY;
        c.improvise_work.sets = c.improvise_work.reveals = -1;
        break;
    case SIM_CMD_IMPROVISE_FACT: c.improvise_fact.incident = c.improvise_fact.customer = NOBODY; break;
    case SIM_CMD_OBSERVE: c.observe.member = c.observe.customer = NOBODY; break;
    case SIM_CMD_VOUCHER: c.voucher.customer = c.voucher.member = c.voucher.incident = NOBODY; break;
    case SIM_CMD_REACT: c.react.customer = c.react.incident = NOBODY; c.react.line = -1; break;
    case SIM_CMD_DISPUTE: c.dispute.customer = NOBODY; c.dispute.on = 1; break;
    case SIM_CMD_OVERRULE: c.overrule.customer = NOBODY; c.overrule.outcome = -1; break;
    case SIM_CMD_NOTE: c.note.incident = c.note.customer = NOBODY; break;
    case SIM_CMD_PAUSE: c.pause.on = 1; break;
    case SIM_CMD_LEARN: c.learn.on = 1; c.learn.pattern = NOBODY; break;
    case SIM_CMD_COMMIT: c.commit.behaviour = c.commit.member = NOBODY; break;
    case SIM_CMD_CHARTER: c.charter.behaviour = NOBODY; break;
    case SIM_CMD_MARK: c.mark.member = c.mark.round = NOBODY; break;
    case SIM_CMD_IMPROVE: c.improve.on = 1; c.improve.improvement = c.improve.incident = c.improve.spine = NOBODY; break;
    case SIM_CMD_AMBASSADOR: c.ambassador.customer = c.ambassador.member = NOBODY; break;
    case SIM_CMD_MONDAY: c.monday.member = NOBODY; break;
    case SIM_CMD_TALLY: case SIM_CMD_CARD_SHEET: case SIM_CMD_FOLLOW_UP: case SIM_CMD_STEP: case SIM_CMD_EDIT_REPORT:
    case SIM_CMD_START_ROUND: case SIM_CMD_ADVANCE: case SIM_CMD_END_ROUND: case SIM_CMD_FINISH: case SIM_CMD_COUNT: break;
    }
    return c;
}

struct command_row { const char *word; int32_t fields; };

static const struct command_row rows[SIM_CMD_COUNT] = {
#define COMMAND_ROW(number, NAME, field, word, count) [number] = {word, count},
    SIM_COMMANDS(COMMAND_ROW)
#undef COMMAND_ROW
};

static int exists(int32_t kind)
{
    return kind > 0 && kind < SIM_CMD_COUNT && rows[kind].word != NULL;
}

const char *sim_command_word(int32_t kind)
{
    return exists(kind) ? rows[kind].word : "";
}

int32_t sim_command_field_count(int32_t kind)
{
    return exists(kind) ? rows[kind].fields : -1;
}

int sim_command_is_act(int32_t kind)
{
    return kind > ACT_NONE && kind < ACT_COUNT;
}

int32_t sim_command_texts(const struct sim_command *c, int32_t texts[3])
{
    int32_t count = 0, named = 0;
    if (c->text > 0)
        texts[count++] = c->text;
    if (c->kind == SIM_CMD_PROMISE)
        named = c->promise.what;
    else if (c->kind == SIM_CMD_INJECT)
        named = c->inject.says;
    else if (c->kind == SIM_CMD_OVERRULE)
        named = c->overrule.author;
    else if (c->kind == SIM_CMD_MONDAY)
        named = c->monday.will;
    else if (c->kind == SIM_CMD_EDIT_REPORT)
        named = c->edit_report.title;
    if (named > 0)
        texts[count++] = named;
    return count;
}
