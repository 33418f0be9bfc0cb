#ifndef SIM_CLAIM_H
#define SIM_CLAIM_H
/*
 * Claims: what a status update says about the state, judged against what the
 * team knew at that moment, never against what turned out later.
 *
 * claim             supported when the team knew             true when
 * ----------------  ---------------------------------------  ------------------------------------------
 * do not know yet   always                                   the cause is not known
 * finding out why   an investigation runs or has ended       the same
 * know why          the cause                                the same
 * a way around it   a workaround fact, or one in place       a workaround exists
 * under control     the impact, and a workaround in place    it is never down from then to the restore
 *                   or the service running
 * fixed             the fixing work ended and it runs        it runs and holds for the pack's limit
 * confirmed by you  the user said so                         the same
 * fix by T          running work whose longest duration      it runs at T
 *                   ends by T
 *
 *                true              not true
 * supported      honest            honest mistake: counts as honest, a correction is owed
 * not supported  lucky: as ahead   ahead of what was known
 *
 * Only "supported" decides the score, at once. Whether it was true decides
 * what it costs: a claim that was ahead is found out when its time comes (a
 * patience window; FIGURE_TRY for "fixed" and "confirmed"; T for a fix time),
 * when the service contradicts it, or at the round's end, and then costs its
 * stake of trust; a known wrong claim that the team takes back itself costs
 * half. "Know why" said too early is contradicted when the cause comes to
 * light: the team then has one patience window to correct it.
 *
 * "Finding out why" and an investigation that begins in the same conversation
 * (the pack's conversation time) are one breath: the claim then counts as
 * honest, from its own second on. A claim about an incident that is confirmed
 * or closed is settled with it: it held, unless the end contradicts it.
 *
 * Flags beside the verdict: withheld (a fact that matters to this customer,
 * known for longer than the pack's limit, is not told), understated (weaker
 * than what was known where that mattered and was not said before), empty (nothing new and no next
 * call, or a far one; never an answer, never a call that was due), hollow (the same word
 * again while nobody works on it and somebody could, or while the team has
 * refused it, so that talk without work does not pay; the promise it keeps counts as partly met too; not when
 * work begins or a go-ahead is asked in the same conversation), far (names a
 * call or a fix time later than the customer can live with, or a padded one: a
 * time that says nothing). Each of them: partly met.
 */
#include "sim/making.h"

struct claim_judgement {
    enum refusal refusal;
    enum claim_verdict verdict;
    int32_t flags, lacks;          /* enum claim_flag; enum claim_lack */
    uint32_t told, told_improvised;
    int32_t due, settled;          /* as in the event */
    int32_t fix_far, call_far;
};

/* What this update would be; c->update must name an open incident and a customer. */
struct claim_judgement claim_judge(const struct sim_state *s, const struct scenario *sc, const struct sim_command *c);
/* Would be later than the customer accepts: twice the patience, or a deadline the team knows. */
int claim_is_far(const struct sim_state *s, const struct scenario *sc, incident_id i, customer_id c, int32_t due);
/* For a fix time also: padded, later than FIGURE_PADDED times the longest that running work can take, and a little. Who
 * can say twenty minutes and says an hour has told the customer nothing; it is judged by what was known, not by how soon
 * it worked. */
int claim_fix_is_far(const struct sim_state *s, const struct scenario *sc, incident_id i, customer_id c, int32_t due);
/* What a claim counts as: broken, partly, met; NONE when disputed; as overruled. */
int32_t claim_outcome(const struct sim_claim *claim);
int claim_is_ahead(const struct sim_claim *claim);
int claim_is_hollow(const struct sim_claim *claim);
/* The deed followed in the same conversation: what was said in it to anybody about the incident was not hollow. For apply. */
void claims_followed(struct sim_state *s, const struct scenario *sc, incident_id i, int32_t at);
/* The claim made by that act, NOBODY. */
int32_t claim_by_act(const struct sim_state *s, int32_t act);
/* The latest claim to the customer about the incident, NOBODY. */
int32_t claim_last(const struct sim_state *s, incident_id i, customer_id c);
/* Trust that a claim costs when it is found out, thousandths. */
int32_t claim_stake(const struct sim_claim *claim);

/* Something about the incident has changed: settles what is contradicted or held by it. */
void claims_review(struct sim_making *m, incident_id i);
/* Work began, or the go-ahead for it was asked: calls that counted as hollow in this conversation are reckoned again. */
void claims_moved(struct sim_making *m, incident_id i);
/* The user confirmed that it works, or the incident is over: claims that went too far are settled now, found out only
 * where the end itself contradicts them. */
void claims_ended(struct sim_making *m, incident_id i);
/* Its time has come. */
void claim_overdue(struct sim_making *m, int32_t index);
/* The correction that was owed for it did not come. */
void claim_not_corrected(struct sim_making *m, int32_t act);
/* What follows from an update that was not ahead of what the team knew: it keeps promised calls, tells bad news and
 * milestones, and takes earlier claims back: the one named, or those of this incident a correction is owed for. */
void claim_takes_effect(struct sim_making *m, int32_t index);
void claims_round_over(struct sim_making *m);
#endif
