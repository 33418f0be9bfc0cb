/* The evidence, line by line. */
#include "report/inside.h"

/* A section of a round within the annex: "moments.round.2". */
static void round_section(struct compose *c, const char *subject, int round)
{
    const struct report_round *r = &c->v->rounds[round];
    paper_section(c->d, 4, arena_printf(c->a, "%s.round.%d", subject, round + 1),
                  text_fill(c->a, "report.annex.round", "round", r->label, "title", r->title, "when", r->when, NULL));
}

/* What a sentence refers to by. */
static void number_cell(struct compose *c, const char *id)
{
    paper_cell(c->d);
    paper_paragraph(c->d, PAPER_BODY, NULL);
    paper_add(c->d, PAPER_DIM, id ? id : "");
    compose_end(c);
}

/* What it came to, and behind it on the same lines what shows it. */
static void told_cell(struct compose *c, const char *words, const char *evidence, const char *decided)
{
    paper_cell(c->d);
    paper_paragraph(c->d, PAPER_BODY, NULL);
    paper_add(c->d, PAPER_TEXT, words);
    if (words[0] && evidence[0]) paper_add(c->d, PAPER_TEXT, " ");
    paper_add(c->d, PAPER_DIM, evidence);
    if (decided && decided[0]) {
        paper_add(c->d, PAPER_NEWLINE, "");
        paper_add(c->d, PAPER_STRONG, decided);
    }
    compose_end(c);
}

/* --- moments --- */

static void moment_row(struct compose *c, const struct report_moment *m)
{
    paper_row(c->d, m->id);
    number_cell(c, m->id);
    paper_cell_say(c->d, m->time);
    compose_pill(c, m->tone, m->outcome, m->score);
    told_cell(c, m->sentence, m->evidence, m->decided);
    paper_cell_say(c->d, m->effect.points ? m->effect.sentence : "");
    compose_end(c);
}

static void incident(struct compose *c, const struct report_incident *i)
{
    const char *title = i->kind[0] ? text_fill(c->a, "report.table.incident", "title", i->title, "who", i->who, "kind", i->kind, NULL) : i->title;
    if (i->course[0]) title = text_fill(c->a, "report.table.course", "incident", title, "course", i->course, NULL);
    paper_group_row(c->d, title)->id = i->id;
    for (int k = 0; k < i->moment_count; k++) moment_row(c, &i->moments[k]);
}

static void moments(struct compose *c)
{
    static const struct compose_column columns[] = {{"report.table.number", 4, ALIGN_LEFT},
                                                    {"report.table.time", 4, ALIGN_LEFT},
                                                    {"report.table.verdict", 8, ALIGN_LEFT},
                                                    {"report.table.moment", 36, ALIGN_LEFT},
                                                    {"report.table.trust", 10, ALIGN_LEFT}};
    compose_section(c, 3, "moments", "report.section.moments");
    for (int r = 0; r < c->v->round_count; r++) {
        round_section(c, "moments", r);
        if (c->v->rounds[r].incident_count > 0) {
            compose_table(c, PAPER_STACKED, "", columns, 5);
            for (int i = 0; i < c->v->rounds[r].incident_count; i++) incident(c, &c->v->rounds[r].incidents[i]);
            compose_end(c);
        }
        compose_end(c);
    }
    compose_end(c);
}

/* --- updates --- */

static void claim_row(struct compose *c, const struct report_claim *claim)
{
    const char *said = compose_quoted(c, claim->words[0] ? claim->words : claim->kind);
    paper_row(c->d, claim->id);
    number_cell(c, claim->id);
    paper_cell_say(c->d, claim->time);
    paper_cell_say(c->d, text_fill(c->a, "report.table.by-to", "by", claim->by, "to", claim->to, NULL));
    told_cell(c, said, claim->words[0] ? text_fill(c->a, "report.claim.about", "kind", claim->kind, "about", claim->about, NULL) : claim->about,
              claim->decided);
    compose_pill(c, claim->tone, claim->verdict, claim->later);
    compose_end(c);
}

static void claims(struct compose *c)
{
    static const struct compose_column columns[] = {{"report.table.number", 4, ALIGN_LEFT},
                                                    {"report.table.time", 4, ALIGN_LEFT},
                                                    {"report.table.who", 10, ALIGN_LEFT},
                                                    {"report.table.words", 33, ALIGN_LEFT},
                                                    {"report.table.knew", 13, ALIGN_LEFT}};
    compose_section(c, 3, "claims", "report.section.claims");
    for (int r = 0; r < c->v->round_count; r++) {
        const struct report_round *round = &c->v->rounds[r];
        round_section(c, "claims", r);
        if (round->claim_count == 0) compose_note(c, NULL, "report.claims.none");
        if (round->claim_count > 0) compose_table(c, PAPER_STACKED, "", columns, 5);
        for (int i = 0; i < round->claim_count; i++) claim_row(c, &round->claims[i]);
        if (round->claim_count > 0) compose_end(c);
        compose_end(c);
    }
    compose_end(c);
}

/* --- promises --- */

static void promise_row(struct compose *c, const struct report_promise *promise)
{
    paper_row(c->d, promise->id);
    number_cell(c, promise->id);
    paper_cell_say(c->d, promise->made_at);
    paper_cell_say(c->d, promise->due_at);
    paper_cell_say(c->d, promise->settled_at);
    compose_pill(c, promise->tone, promise->state, "");
    told_cell(c, promise->what, promise->about, "");
    paper_cell_say(c->d, text_fill(c->a, "report.table.by-to", "by", promise->by, "to", promise->to, NULL));
    compose_end(c);
}

static void promises(struct compose *c)
{
    static const struct compose_column columns[] = {{"report.table.number", 4, ALIGN_LEFT},   {"report.table.made", 4, ALIGN_LEFT},
                                                    {"report.table.due", 4, ALIGN_LEFT},      {"report.table.settled", 5, ALIGN_LEFT},
                                                    {"report.table.outcome", 10, ALIGN_LEFT}, {"report.table.promise", 23, ALIGN_LEFT},
                                                    {"report.table.who", 12, ALIGN_LEFT}};
    compose_section(c, 3, "ledger", "report.section.ledger");
    for (int r = 0; r < c->v->round_count; r++) {
        const struct report_round *round = &c->v->rounds[r];
        round_section(c, "ledger", r);
        if (round->promise_count == 0) compose_note(c, NULL, "report.promises.none");
        if (round->promise_count > 0) compose_table(c, PAPER_STACKED, "", columns, 7);
        for (int i = 0; i < round->promise_count; i++) promise_row(c, &round->promise_list[i]);
        if (round->promise_count > 0) compose_end(c);
        compose_end(c);
    }
    compose_end(c);
}

/* --- corrections --- */

static void correction_row(struct compose *c, const struct report_correction *correction)
{
    paper_row(c->d, correction->id);
    paper_cell_say(c->d, correction->when);
    paper_cell_say(c->d, correction->what);
    paper_cell_say(c->d, correction->was);
    paper_cell_say(c->d, correction->now);
    paper_cell_say(c->d, correction->reason[0] ? correction->reason : text("report.table.unsaid"));
    paper_cell_say(c->d, correction->author);
    compose_end(c);
}

static void corrections(struct compose *c)
{
    static const struct compose_column columns[] = {{"report.table.time", 5, ALIGN_LEFT},    {"report.table.moment", 12, ALIGN_LEFT},
                                                    {"report.table.was", 6, ALIGN_LEFT},     {"report.table.now", 6, ALIGN_LEFT},
                                                    {"report.table.reason", 12, ALIGN_LEFT}, {"report.table.author", 7, ALIGN_LEFT}};
    if (c->v->correction_count == 0) return;
    compose_section(c, 3, "corrections", "report.section.corrections");
    compose_note(c, "corrections.note", "report.corrections.note");
    compose_table(c, PAPER_STACKED, "", columns, 6);
    for (int i = 0; i < c->v->correction_count; i++) correction_row(c, &c->v->corrections[i]);
    compose_end(c);
    compose_end(c);
}

void compose_annex(struct compose *c)
{
    if (c->v->round_count + c->v->correction_count == 0) return;
    compose_section(c, 2, "annex", "report.section.annex");
    c->d->open->look = PAPER_ANNEX;
    corrections(c);
    compose_annex_figures(c);
    if (c->v->round_count > 0) {
        moments(c);
        claims(c);
        promises(c);
    }
    compose_annex_rests(c);
    compose_end(c);
}
