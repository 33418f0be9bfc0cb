#ifndef SIM_DECIDE_H
#define SIM_DECIDE_H
/*
 * One handler per command, found in the table of decide.c. A handler checks
 * first and adds events only when nothing can be refused any more. `act` is
 * set in the making before it runs; the ACT event is already added for those
 * that the table marks so.
 */
#include "sim/making.h"

typedef enum refusal decide_command(struct sim_making *m, const struct sim_command *c);

decide_command decide_acknowledge, decide_ask, decide_update, decide_promise, decide_renegotiate, decide_verify;
decide_command decide_apologise, decide_blame, decide_proactive, decide_escalate;
decide_command decide_work, decide_stop_work, decide_close;
decide_command decide_hand_priority, decide_ourselves, decide_refuse, decide_agree_conditions, decide_retest_conditions;
decide_command decide_log_complaint, decide_resolve_complaint;
decide_command decide_start_round, decide_advance, decide_end_round, decide_pause, decide_finish;
decide_command decide_fire, decide_hold, decide_skip, decide_inject, decide_improvise_work, decide_improvise_fact;
decide_command decide_learn, decide_commit, decide_charter, decide_mark, decide_improve, decide_ambassador;
decide_command decide_tally, decide_card_sheet, decide_edit_report, decide_step, decide_monday, decide_follow_up;
decide_command decide_observe, decide_voucher, decide_react, decide_note, decide_dispute, decide_overrule;

/* Notes the act: number, who, to whom. Call once, after the last refusal. */
void act_begin(struct sim_making *m, incident_id i, customer_id c);
/* The named customer, else the reporter of an open incident, else NOBODY. */
customer_id act_customer(const struct sim_making *m, incident_id i, customer_id c);
/* Open incident and a customer, or why not. incident NOBODY is refused. */
enum refusal act_aim(const struct sim_making *m, incident_id i, customer_id c);
#endif
