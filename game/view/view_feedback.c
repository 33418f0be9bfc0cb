#include "view/view_feedback.h"
#include "base/text.h"
#include "sim/moments.h"
#include "view/wording.h"

struct build {
    struct wording w;
    const struct feedback_note *note;
    const struct sim_moment *moment;      /* NULL when the note is of none */
};

static const char *pack_teaches(const struct build *b)
{
    const struct scenario *sc = session_scenario(b->w.session);
    int32_t k = b->note->key.source == MOMENT_SCRIPTED ? b->note->key.subject : NOBODY;
    return k >= 0 && k < sc->moment_count ? sc->moments[k].teaches : "";
}

/* The moment as it was judged then, whatever became of it. */
static const char *pack_sentence(const struct build *b)
{
    if (!b->moment)
        return "";
    struct sim_moment then = *b->moment;
    then.outcome = b->note->outcome;
    then.overruled = NOBODY;
    return wording_moment(&b->w, &then);
}

static const char *fill(const struct build *b, const char *key)
{
    return text_fill(b->w.arena, key, "customer", wording_first_name(&b->w, b->note->customer), "incident",
                     wording_incident(&b->w, b->note->incident), "sentence", pack_sentence(b), "teaches", pack_teaches(b), NULL);
}

/* Whether a call to the customer is promised already. */
static int has_next_time(const struct build *b)
{
    const struct sim_state *s = session_state(b->w.session);
    for (int32_t k = 0; k < s->promise_count; k++)
        if (s->promises[k].customer == b->note->customer && s->promises[k].state == PROMISE_OPEN &&
            s->promises[k].kind != PROMISE_FIX_BY)
            return 1;
    return 0;
}

/* Sentences of a lesson in turn; "" when it has none of this part. */
static const char *in_turn(const struct build *b, const char *part)
{
    const char *prefix = arena_printf(b->w.arena, "practice.%s.%s", lesson_word(b->note->lesson), part);
    int32_t count = 0;
    while (text_has(arena_printf(b->w.arena, "%s.%d", prefix, (int)count + 1)))
        count++;
    return count == 0 ? "" : fill(b, arena_printf(b->w.arena, "%s.%d", prefix, (int)(b->note->variant % count) + 1));
}

/* A step more; for some it begins with naming the next time, which somebody who has done so is not told. */
static const char *more(const struct build *b)
{
    switch (b->note->lesson) {
    case LESSON_FIRST_WORD:
    case LESSON_UPDATE:
    case LESSON_CALL:
    case LESSON_STATUS:
    case LESSON_NOT_KNOWING:
        if (has_next_time(b))
            return fill(b, arena_printf(b->w.arena, "practice.%s.more.2", lesson_word(b->note->lesson)));
        break;
    default: break;
    }
    return in_turn(b, "more");
}

static const char *once(const struct build *b, const char *part)
{
    const char *key = arena_printf(b->w.arena, "practice.%s.%s", lesson_word(b->note->lesson), part);
    const char *by_time = arena_printf(b->w.arena, "%s.by-time", key);
    if (b->note->act == 0 && text_has(by_time))
        return fill(b, by_time); /* no act did it: time passed */
    return text_has(key) ? fill(b, key) : "";
}

/* What a claim wanted that was ahead of what was known; 0: nothing. */
static int32_t lack_of(const struct build *b)
{
    const struct sim_event *e = session_event_at(b->w.session, b->note->event);
    return b->note->lesson == LESSON_AHEAD && e->kind == SIM_EV_CLAIM ? e->claim.supported_by : LACK_NOTHING;
}

static const char *seen(const struct build *b)
{
    if (lack_of(b) == LACK_NOTHING)
        return once(b, "seen");
    return text_fill(b->w.arena, "practice.ahead.lack", "customer", wording_first_name(&b->w, b->note->customer), "lack",
                     wording_lack(lack_of(b)), NULL);
}

static const char *to_try(const struct build *b)
{
    if (lack_of(b) == LACK_INVESTIGATION)
        return text("practice.ahead.try.look");
    int silent = b->note->lesson == LESSON_QUESTION && !pack_teaches(b)[0];
    return silent ? text("practice.question.try.plain") : in_turn(b, "try");
}

static struct build build_of(struct arena *arena, const struct session *session, const struct feedback_note *note)
{
    struct build b = {wording_of(arena, session), note, NULL};
    int32_t at = note->key.source == NOBODY ? NOBODY : moment_find(session_state(session), session_scenario(session), &note->key);
    b.moment = at < 0 ? NULL : &session_state(session)->moments[at];
    return b;
}

/* The act that did it, else the line that the log has for the event. */
static void evidence_add(const struct build *b, struct view_feedback *out)
{
    struct view_feedback_evidence *e = &out->evidence[out->evidence_count];
    const struct session_entry *entry = wording_entry(&b->w, b->note->act);
    struct wording_line line = {.text = ""};
    const struct sim_event *shows = session_event_at(b->w.session, b->note->event);
    e->event = entry ? entry->first_event : b->note->event;
    e->text = entry ? wording_act(&b->w, b->note->act) : wording_event(&b->w, shows, &line) ? line.text : "";
    e->time = wording_clock(&b->w, entry ? session_event_at(b->w.session, entry->first_event)->at : shows->at);
    if (e->text[0])
        out->evidence_count++;
}

struct view_feedback view_feedback_build(struct arena *arena, const struct session *session, const struct feedback *f)
{
    struct build good = build_of(arena, session, &f->good), try = build_of(arena, session, &f->try);
    struct view_feedback out = {.evidence_count = 0};
    out.time = wording_clock(f->has_good ? &good.w : &try.w, f->at);
    out.first = f->has_good ? in_turn(&good, "good") : seen(&try);
    out.seen = f->has_good && f->has_try ? seen(&try) : "";
    out.second = f->has_try ? to_try(&try) : more(&good);
    if (f->has_good)
        evidence_add(&good, &out);
    if (f->has_try && !(f->has_good && f->good.act > 0 && f->good.act == f->try.act))
        evidence_add(&try, &out);
    return out;
}
