#ifndef VIEW_REPORT_FINDING_H
#define VIEW_REPORT_FINDING_H
/*
 * The report's first sentence, chosen by rule from the figures alone. Rules
 * are tried from the top; the first that holds speaks. Each says only what
 * its figures carry, about the team, never about a person.
 *
 *   key = finding_headline(&figures)      "finding.unnoticed"; text(key) is the sentence
 *
 * Shares are 0 to 100, -1 where there are too few moments (SCORE_TOO_FEW) or
 * there is nothing to tell. `first` and `last` are the first and the last
 * round that counted; they are the same when there was one.
 */
enum { FINDING_INVOLVING, FINDING_HONEST, FINDING_FOLLOW, FINDING_SCORES };

struct finding_figures {
    int rounds;                                                           /* that counted */
    int moments, met;                                                     /* counted, all of them; those met */
    int first[FINDING_SCORES], last[FINDING_SCORES], all[FINDING_SCORES]; /* shares */
    int delivered, perceived;                                             /* in the last round */
    int perceived_start, perceived_first;                                 /* before the first; at its end */
    int left_behind;                      /* customers whose trust ended 10 points or more below its start */
    int targets_met, targets;                                             /* all rounds */
    int promises, kept, broken_promises, dropped; /* settled ones; broken: late or dropped */
    int ahead, claims; /* claims ahead of what was known */
    int not_asked, ask_moments; /* impact, go-ahead and choice moments missed or broken, of all */
    int asked;                  /* those met: asked before, not late */
    int silent, update_moments; /* update windows missed, of all */
};

/* A catalogue key. Never NULL. */
const char *finding_headline(const struct finding_figures *f);
/* The lowest score of all rounds that can be told, -1 when none can or they lie within 5 points. */
int finding_weakest(const struct finding_figures *f);
/* The score that moved most between first and last round, by at least 10 points; -1. */
int finding_mover(const struct finding_figures *f);
#endif
