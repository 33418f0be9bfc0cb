/* What the facilitator wrote down: thanks with their stories, what was seen, notes. And what the business decided. */
#include "report/inside.h"

static void byline(struct compose *c, const char *first, const char *second)
{
    paper_paragraph(c->d, PAPER_BYLINE, NULL);
    paper_add(c->d, PAPER_TEXT, first);
    if (first[0] && second[0]) paper_add(c->d, PAPER_TEXT, " · ");
    paper_add(c->d, PAPER_TEXT, second);
}

static void vouchers(struct compose *c)
{
    if (c->v->voucher_count == 0) return;
    compose_section(c, 3, "vouchers", "report.section.vouchers");
    for (int i = 0; i < c->v->voucher_count; i++) {
        const struct report_voucher *voucher = &c->v->vouchers[i];
        paper_box(c->d, PAPER_VOUCHER, voucher->id);
        paper_say(c->d, PAPER_BODY, NULL, voucher->story);
        byline(c, text_fill(c->a, "report.vouchers.from", "customer", voucher->from, "member", voucher->to, NULL), voucher->when);
        compose_end(c);
    }
    compose_end(c);
}

static void seen(struct compose *c)
{
    if (c->v->seen_count == 0) return;
    paper_list(c->d, PAPER_PLAIN);
    for (int i = 0; i < c->v->seen_count; i++) {
        const struct report_seen *s = &c->v->seen[i];
        paper_item(c->d);
        paper_paragraph(c->d, PAPER_BODY, NULL);
        paper_pill(c->d, s->good ? TONE_GOOD : TONE_WARN, s->what);
        paper_add(c->d, PAPER_TEXT, " ");
        paper_add(c->d, PAPER_TEXT,
                  s->count == 1 ? text("report.seen.once") : text_fill(c->a, "report.seen.times", "n", compose_number(c, s->count), NULL));
        paper_say(c->d, PAPER_ASIDE, NULL, s->notes);
        compose_end(c);
    }
    compose_end(c);
}

static void notes(struct compose *c)
{
    if (c->v->note_count + c->v->seen_count == 0) return;
    compose_section(c, 3, "notes", "report.section.notes");
    seen(c);
    for (int i = 0; i < c->v->note_count; i++) {
        paper_box(c->d, PAPER_NOTE, c->v->notes[i].id);
        paper_say(c->d, PAPER_BODY, NULL, c->v->notes[i].words);
        byline(c, c->v->notes[i].when, c->v->notes[i].about);
        compose_end(c);
    }
    compose_note(c, "notes.note", "report.seen.note");
    compose_end(c);
}

void compose_ending(struct compose *c)
{
    if (!c->v->ending_title[0]) return;
    compose_section(c, 2, "ending", "report.section.ending");
    paper_say(c->d, PAPER_DECISION, "ending.decision", c->v->ending_title);
    paper_say(c->d, PAPER_BODY, "ending.text", c->v->ending_text);
    compose_end(c);
}

void compose_room(struct compose *c)
{
    vouchers(c);
    notes(c);
}
