#ifndef REPORT_HANDOUT_H
#define REPORT_HANDOUT_H
/*
 * What a workshop needs on paper, as documents (paper/document.h) from a
 * pack's own texts: cards to cut, forms to fill in, the facilitator's run
 * sheet.
 *
 *   struct paper_document d = {.arena = &arena};
 *   handout_compose(&d, scenario, HANDOUT_ROLES);
 *   paper_pdf(&file, &d, PAPER_A4);
 *
 * Only the run sheet and the customers' cards hold what the team must find
 * out; both say so. The deck is empty when the scenario has no cards. Texts
 * are borrowed from the scenario and the catalogue.
 */
#include "model/scenario.h"
#include "paper/document.h"

enum handout {
    HANDOUT_RUNSHEET,  /* "runsheet": rounds, incidents, facts with their secrets, moments */
    HANDOUT_ROLES,     /* "roles": a card for each seat */
    HANDOUT_CUSTOMERS, /* "customers": who plays them, how */
    HANDOUT_CARDS,     /* "cards": worst practices */
    HANDOUT_CONDITIONS,/* "conditions": of satisfaction, a form */
    HANDOUT_COMPLAINTS,/* "complaints": a log */
    HANDOUT_CHARTER,
    HANDOUT_MONDAY,
    HANDOUT_OBSERVERS,
    HANDOUT_COUNT
};

/* The word of the command line and of file names; "" out of range. */
const char *handout_word(enum handout what);
void handout_compose(struct paper_document *d, const struct scenario *sc, enum handout what);
#endif
