#include "report/data.h"
#include "base/text.h"
#include <string.h>

const char *report_csv_word(enum report_csv table)
{
    static const char *const words[] = {
#define REPORT_CSV_WORD(NAME, word) word,
        REPORT_CSVS(REPORT_CSV_WORD)
#undef REPORT_CSV_WORD
    };
    return table < REPORT_CSV_COUNT ? words[table] : "";
}

/* --- cells --- */

static void separate(struct str *out)
{
    if (out->length > 0 && out->text[out->length - 1] != '\n') str_append_char(out, ',');
}

static void number(struct str *out, int n)
{
    separate(out);
    str_printf(out, "%d", n);
}

/* Too little to tell: an empty cell, which no sum takes for a nought. */
static void share(struct str *out, int n)
{
    separate(out);
    if (n >= 0) str_printf(out, "%d", n);
}

/* Also the wide forms that a spreadsheet takes for the narrow ones. */
static int begins_formula(const char *at)
{
    static const char *const wide[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    if (*at && strchr("=+-@\t\r", *at)) return 1;
    for (int i = 0; i < 4; i++)
        if (strncmp(at, wide[i], 3) == 0) return 1;
    return 0;
}

/* Marks that nobody sees, and blanks, may stand before what is taken for a formula. */
static size_t skipped(const char *at)
{
    static const char *const unseen[] = {"\xE2\x81\xA8", "\xE2\x81\xA9", "\xC2\xA0", "\xEF\xBB\xBF", "\xE2\x80\x8B"};
    if (*at == ' ') return 1;
    for (int i = 0; i < 5; i++)
        if (strncmp(at, unseen[i], strlen(unseen[i])) == 0) return strlen(unseen[i]);
    return 0;
}

/* Where other lists are parted by semicolons or tabs, the middle of a cell is the beginning of one. */
static int parts(char c) { return c == ';' || c == '\t' || c == '\n' || c == '\r'; }

static void words(struct str *out, const char *text)
{
    int beginning = 1;
    separate(out);
    str_append_char(out, '"');
    for (const char *at = text ? text : ""; *at; at++) {
        size_t width = beginning ? skipped(at) : 0;
        if (width > 0) {
            str_append_bytes(out, at, width);
            at += width - 1;
            continue;
        }
        if (beginning && begins_formula(at)) str_append_char(out, '\'');
        str_append(out, *at == '"' ? "\"" : "");
        str_append_char(out, *at);
        beginning = parts(*at);
    }
    str_append_char(out, '"');
}

static void flag(struct str *out, int on) { number(out, on != 0); }

static void end(struct str *out) { str_append(out, "\r\n"); }

/* --- tables --- */

static void moment(struct str *out, const struct report_round *r, const struct report_incident *i, const struct report_moment *m)
{
    words(out, m->id);
    words(out, r->label);
    words(out, m->time);
    words(out, i->title);
    words(out, i->who);
    words(out, i->kind);
    words(out, m->sentence);
    words(out, m->score);
    words(out, m->outcome);
    words(out, m->evidence);
    number(out, m->effect.points);
    words(out, m->effect.why);
    flag(out, m->disputed);
    flag(out, m->overruled);
    words(out, m->decided);
    end(out);
}

static void evidence(struct str *out, const struct view_report *v)
{
    str_append(out, "id,round,time,incident,who,kind,moment,score,outcome,evidence,trust_change,trust_why,disputed,overruled,decided\r\n");
    for (int r = 0; r < v->round_count; r++)
        for (int i = 0; i < v->rounds[r].incident_count; i++)
            for (int m = 0; m < v->rounds[r].incidents[i].moment_count; m++)
                moment(out, &v->rounds[r], &v->rounds[r].incidents[i], &v->rounds[r].incidents[i].moments[m]);
}

static void promise(struct str *out, const struct report_round *r, const struct report_promise *p)
{
    static const char *const marks[] = {"open", "kept", "late", "dropped", "moved", "fell-away"};
    words(out, p->id);
    words(out, r->label);
    words(out, p->what);
    words(out, p->to);
    words(out, p->by);
    words(out, p->about);
    words(out, p->made_at);
    words(out, p->due_at);
    words(out, p->settled_at);
    words(out, marks[p->mark]);
    words(out, p->state);
    end(out);
}

static void promises(struct str *out, const struct view_report *v)
{
    str_append(out, "id,round,what,to,by,incident,made,due,settled,result,state\r\n");
    for (int r = 0; r < v->round_count; r++)
        for (int i = 0; i < v->rounds[r].promise_count; i++) promise(out, &v->rounds[r], &v->rounds[r].promise_list[i]);
}

static void claim(struct str *out, const struct report_round *r, const struct report_claim *c)
{
    words(out, c->id);
    words(out, r->label);
    words(out, c->time);
    words(out, c->by);
    words(out, c->to);
    words(out, c->about);
    words(out, c->kind);
    words(out, c->words);
    words(out, c->verdict);
    words(out, c->later);
    flag(out, c->disputed);
    flag(out, c->overruled);
    words(out, c->decided);
    end(out);
}

static void claims(struct str *out, const struct view_report *v)
{
    str_append(out, "id,round,time,by,to,incident,claim,words,verdict,later,disputed,overruled,decided\r\n");
    for (int r = 0; r < v->round_count; r++)
        for (int i = 0; i < v->rounds[r].claim_count; i++) claim(out, &v->rounds[r], &v->rounds[r].claims[i]);
}

/* A number, or why there is none. */
static void hands(struct str *out, int n, int few)
{
    if (few) words(out, text("report.few"));
    else number(out, n);
}

static void votes(struct str *out, const struct view_report *v)
{
    static const char *const kinds[TALLY_KIND_COUNT] = {"card-users", "card-ours", "commitment", "charter", "improvement"};
    str_append(out, "vote,subject,hands\r\n");
    for (int i = 0; i < v->vote_count; i++) {
        words(out, kinds[v->votes[i].what]);
        words(out, v->votes[i].subject);
        hands(out, v->votes[i].hands, v->votes[i].few);
        end(out);
    }
}

static void surveys(struct str *out, const struct view_report *v)
{
    str_append(out, "of,survey,answers_1,answers_2,answers_3,answers_4,answers_5,answers,percent_4_or_5,band\r\n");
    for (int i = 0; i < v->survey_count; i++) {
        const struct report_survey *s = &v->surveys[i];
        words(out, i < v->survey_rounds ? "round" : i < v->survey_rounds + v->survey_customers ? "customer" : "room");
        words(out, s->name);
        for (int a = 0; a < 5; a++) hands(out, s->answers[a], s->few);
        hands(out, s->count, s->few);
        share(out, s->percent);
        words(out, s->band);
        end(out);
    }
}

void report_csv(struct str *out, const struct view_report *v, enum report_csv table)
{
    str_append(out, "\xEF\xBB\xBF");
    switch (table) {
    case REPORT_CSV_EVIDENCE: evidence(out, v); break;
    case REPORT_CSV_PROMISES: promises(out, v); break;
    case REPORT_CSV_CLAIMS: claims(out, v); break;
    case REPORT_CSV_VOTES: votes(out, v); break;
    case REPORT_CSV_SURVEYS: surveys(out, v); break;
    case REPORT_CSV_COUNT: break;
    }
}
