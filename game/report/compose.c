#include "report/compose.h"
#include "report/inside.h"

static void describe(struct compose *c)
{
    const struct view_report *v = c->v;
    struct paper_document *d = c->d;
    d->language = v->language;
    d->title = text_fill(c->a, "report.title", "team", v->team, "pack", v->pack, NULL);
    d->author = text("report.author");
    d->subject = v->finding;
    d->running = text_fill(c->a, v->date[0] ? "report.running.date" : "report.running", "pack", v->pack, "team", v->team, "date", v->date, NULL);
    d->date = v->day ? v->day : "";
}

/* The first pages are for who has two minutes, the middle for the team, the annex for those who doubt. */
void report_compose(struct paper_document *d, const struct view_report *v)
{
    static void (*const parts[])(struct compose *) = {
        compose_title,   compose_scores,  compose_promises, compose_turns,    compose_ending,    compose_monday, compose_attitude,
        compose_behaviour, compose_culture, compose_results, compose_account, compose_patterns, compose_questions, compose_maturity,
        compose_method,  compose_annex};
    struct compose c = {d, v, d->arena};
    describe(&c);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) parts[i](&c);
}
