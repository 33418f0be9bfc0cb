/* One incident of the run sheet: what is behind it, what can be done about it, which moments it holds. */
#include "handout_parts.h"

/* --- facts --- */

static int is_revealed_by(const struct incident *in, fact_id fact, const struct work *w)
{
    return (w->reveals >> (fact - in->first_fact) & 1) != 0;
}

/* How a fact comes to light: from the opening, from somebody who is asked, by a work. */
static const char *source_of(struct handout_sheet *h, const struct incident *in, fact_id id)
{
    const struct fact *f = &h->sc->facts[id];
    if (f->known) return text("print.fact.known");
    if (f->ask >= 0)
        return text_fill(h->a, "print.fact.ask", "name", handout_customer(h, f->ask), "question",
                         text(arena_printf(h->a, "question.%s", question_word(f->question))), NULL);
    for (work_id w = in->first_work; w < in->first_work + in->work_count; w++)
        if (is_revealed_by(in, id, &h->sc->works[w]))
            return text_fill(h->a, "print.fact.work", "work", h->sc->works[w].title, NULL);
    return text("print.fact.otherwise");
}

static const char *whom(struct handout_sheet *h, uint32_t customers)
{
    struct str s = {0};
    for (customer_id c = 0; c < h->sc->customer_count; c++) {
        if (!(customers >> c & 1)) continue;
        if (s.length > 0) str_append(&s, ", ");
        str_append(&s, h->sc->customers[c].name);
    }
    const char *names = arena_dup(h->a, str_text(&s));
    str_release(&s);
    return names;
}

static void fact_row(struct handout_sheet *h, const struct incident *in, fact_id id)
{
    const struct fact *f = &h->sc->facts[id];
    paper_row(h->d, NULL);
    paper_head_cell(h->d);
    paper_paragraph(h->d, PAPER_BODY, NULL);
    paper_add(h->d, PAPER_TEXT, text(arena_printf(h->a, "fact.%s", fact_kind_word(f->kind))));
    if (!f->known) {
        paper_add(h->d, PAPER_NEWLINE, "");
        paper_pill(h->d, f->kind == FACT_BAD_NEWS ? TONE_BAD : TONE_WARN, text("print.fact.secret"));
    }
    paper_end(h->d);
    paper_cell(h->d);
    paper_say(h->d, PAPER_BODY, NULL, f->text);
    paper_say(h->d, PAPER_QUOTE, NULL, handout_quoted(h, f->answer));
    paper_end(h->d);
    handout_cell(h, source_of(h, in, id));
    handout_cell(h, whom(h, f->matters));
    paper_end(h->d);
}

static void facts(struct handout_sheet *h, const struct incident *in)
{
    static const char *const heads[] = {"print.fact.kind", "print.fact.what", "print.fact.how", "print.fact.whom"};
    static const float shares[] = {1.4f, 4.4f, 3, 1.7f};
    if (in->fact_count == 0) return;
    handout_table(h, heads, shares, 4);
    for (fact_id f = in->first_fact; f < in->first_fact + in->fact_count; f++) fact_row(h, in, f);
    paper_end(h->d);
}

/* --- works --- */

static const char *role_of(const struct handout_sheet *h, role_id role)
{
    return role >= 0 && role < h->sc->role_count ? h->sc->roles[role].name : text("print.work.anyone");
}

static void risks(struct handout_sheet *h, const struct work *w)
{
    if (w->consult >= 0) {
        const char *chance = arena_printf(h->a, "%d", (int)w->harm_chance);
        paper_say(h->d, PAPER_BODY, NULL,
                  text_fill(h->a, w->harm_text[0] ? "print.work.consult-harm" : "print.work.consult", "name", handout_customer(h, w->consult),
                            "n", chance, "what", w->harm_text, NULL));
    }
    if (w->falls_back_chance > 0)
        paper_say(h->d, PAPER_BODY, NULL,
                  text_fill(h->a, "print.work.falls-back", "n", arena_printf(h->a, "%d", (int)w->falls_back_chance), "span",
                            handout_span(h, w->falls_back_after), "what", w->falls_back_text, NULL));
}

static void work_row(struct handout_sheet *h, const struct work *w)
{
    paper_row(h->d, NULL);
    paper_head_cell(h->d);
    paper_say(h->d, PAPER_BODY, NULL, w->title);
    paper_end(h->d);
    handout_cell(h, role_of(h, w->role));
    handout_cell(h, w->minutes_low == w->minutes_high
                        ? handout_span(h, w->minutes_low)
                        : text_fill(h->a, "print.work.minutes", "low", arena_printf(h->a, "%d", (int)(w->minutes_low / 60)), "high",
                                    handout_span(h, w->minutes_high), NULL));
    handout_cell(h, w->sets >= 0 ? text_fill(h->a, "print.work.sets", "level", text(arena_printf(h->a, "level.%s", level_word((enum level)w->sets))), NULL) : "");
    paper_cell(h->d);
    risks(h, w);
    paper_end(h->d);
    paper_end(h->d);
}

static void works(struct handout_sheet *h, const struct incident *in)
{
    static const char *const heads[] = {"print.work.what", "print.work.role", "print.work.time", "print.work.then", "print.work.risk"};
    static const float shares[] = {3, 1.8f, 1.2f, 1.5f, 3.4f};
    if (in->work_count == 0) return;
    handout_table(h, heads, shares, 5);
    for (work_id w = in->first_work; w < in->first_work + in->work_count; w++) work_row(h, &h->sc->works[w]);
    paper_end(h->d);
}

/* --- moments --- */

static void moment_row(struct handout_sheet *h, const struct moment *m)
{
    const char *when = handout_when(h, m->when);
    paper_row(h->d, NULL);
    handout_cell(h, when[0] ? when : text("print.moment.at-once"));
    paper_cell(h->d);
    paper_say(h->d, PAPER_BODY, NULL, handout_customer(h, m->says[0] ? m->speaker : NOBODY));
    paper_say(h->d, PAPER_QUOTE, NULL, handout_quoted(h, m->says));
    paper_end(h->d);
    paper_cell(h->d);
    paper_say(h->d, PAPER_BODY, NULL, text_fill(h->a, "print.moment.met", "what", m->met, "span", handout_span(h, m->within), NULL));
    if (m->missed[0]) paper_say(h->d, PAPER_EVIDENCE, NULL, text_fill(h->a, "print.moment.missed", "what", m->missed, NULL));
    paper_end(h->d);
    handout_cell(h, m->teaches);
    paper_end(h->d);
}

static void moments(struct handout_sheet *h, const struct incident *in)
{
    static const char *const heads[] = {"print.moment.when", "print.moment.says", "print.moment.judged", "print.moment.ask"};
    static const float shares[] = {1.9f, 3, 3.4f, 2.5f};
    if (in->moment_count == 0) return;
    handout_table(h, heads, shares, 4);
    for (moment_id m = in->first_moment; m < in->first_moment + in->moment_count; m++) moment_row(h, &h->sc->moments[m]);
    paper_end(h->d);
}

/* --- what else there is --- */

static void options(struct handout_sheet *h, const struct incident *in)
{
    if (in->option_count == 0) return;
    paper_say(h->d, PAPER_LABEL, NULL, text_fill(h->a, "print.run.decides", "name", handout_customer(h, in->decider), NULL));
    paper_list(h->d, PAPER_PLAIN);
    for (int32_t i = 0; i < in->option_count; i++) {
        paper_item(h->d);
        paper_paragraph(h->d, PAPER_BODY, NULL);
        paper_add(h->d, PAPER_TEXT, text_fill(h->a, "print.run.option", "what", in->options[i].text, "then", in->options[i].consequence, NULL));
        paper_end(h->d);
    }
    paper_end(h->d);
}

static void conditions(struct handout_sheet *h, const struct incident *in)
{
    if (in->conditions.count == 0) return;
    paper_say(h->d, PAPER_LABEL, NULL, text("print.run.conditions"));
    paper_list(h->d, PAPER_PLAIN);
    for (int32_t i = 0; i < in->conditions.count; i++) {
        paper_item(h->d);
        paper_say(h->d, PAPER_BODY, NULL, in->conditions.items[i]);
        paper_end(h->d);
    }
    paper_end(h->d);
}

static const char *standing(struct handout_sheet *h, const struct incident *in)
{
    const char *service = in->service >= 0 ? h->sc->services[in->service].name : "";
    const char *kind = text(arena_printf(h->a, "kind.%s", incident_kind_word(in->kind)));
    if (!service[0]) return text_fill(h->a, "print.run.kind", "kind", kind, "name", handout_customer(h, in->reporter), NULL);
    return text_fill(h->a, "print.run.standing", "kind", kind, "name", handout_customer(h, in->reporter), "service", service, "level",
                     text(arena_printf(h->a, "level.%s", level_word(in->impact))), "restore", handout_span(h, in->restore), NULL);
}

void handout_incident(struct handout_sheet *h, incident_id id)
{
    const struct incident *in = &h->sc->incidents[id];
    const char *title = in->at >= 0 ? text_fill(h->a, "print.run.incident", "time", handout_clock(h, in->at), "title", in->title, NULL) : in->title;
    paper_section(h->d, 4, arena_printf(h->a, "incident-%d", (int)id), title);
    paper_say(h->d, PAPER_BODY, NULL, standing(h, in));
    paper_say(h->d, PAPER_QUOTE, NULL, handout_quoted(h, in->says));
    paper_say(h->d, PAPER_ASIDE, NULL, in->lesson);
    facts(h, in);
    works(h, in);
    options(h, in);
    conditions(h, in);
    moments(h, in);
    paper_end(h->d);
}
