#include "app/commands.h"
#include "app/replay.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FINE = 0, FINDINGS = 1, USAGE = 2, FAILED = 3, DAY = 86400 };

/* --- the command line --- */

static int take_word(struct replay *r, const char *word, const char *next, int *used)
{
    *used = 1;
    if (strcmp(word, "--verify") == 0) {
        r->verify = 1;
    } else if (strcmp(word, "--json") == 0) {
        r->json = 1;
    } else if (strcmp(word, "--until") == 0 && next != NULL) {
        r->until = next;
        *used = 2;
    } else if (strcmp(word, "--salvage") == 0 && next != NULL) {
        r->salvage = next;
        *used = 2;
    } else if (word[0] != '-' && r->file == NULL) {
        r->file = word;
    } else {
        return command_complain(USAGE, "replay.usage", "word", word, NULL);
    }
    return FINE;
}

static int read_words(struct replay *r, int argc, char **argv)
{
    int status = FINE, used = 1;
    for (int i = 1; i < argc && status == FINE; i += used)
        status = take_word(r, argv[i], i + 1 < argc ? argv[i + 1] : NULL, &used);
    return status == FINE && r->file == NULL ? command_complain(USAGE, "replay.no-file", NULL) : status;
}

/* --- a round and a time of day --- */

round_id replay_round_called(const struct scenario *sc, const char *word, size_t length)
{
    for (round_id r = 0, number = 0; r < sc->round_count; r++) {
        char digits[16];
        number += !sc->rounds[r].warm_up;
        snprintf(digits, sizeof digits, "%d", sc->rounds[r].warm_up ? 0 : number);
        if ((strlen(digits) == length && memcmp(digits, word, length) == 0) ||
            (strlen(sc->rounds[r].id) == length && memcmp(sc->rounds[r].id, word, length) == 0))
            return r;
    }
    return NOBODY;
}

static int two_digits(const char *at, int32_t below, int32_t *out)
{
    if (at[0] < '0' || at[0] > '9' || at[1] < '0' || at[1] > '9')
        return 0;
    *out = (at[0] - '0') * 10 + (at[1] - '0');
    return *out < below;
}

/* "14:30" or "14:30:20", to the end. */
static int clock_of(const char *word, int32_t *second)
{
    int32_t hour, minute, rest = 0;
    if (strlen(word) != 5 && strlen(word) != 8)
        return 0;
    if (!two_digits(word, 24, &hour) || word[2] != ':' || !two_digits(word + 3, 60, &minute))
        return 0;
    if (word[5] != '\0' && (word[5] != ':' || !two_digits(word + 6, 60, &rest)))
        return 0;
    *second = hour * 3600 + minute * 60 + rest;
    return 1;
}

/* A time of day within a round is the first such second from its beginning on. */
static int until_of(const struct replay *r, round_id *round, int32_t *second)
{
    const struct scenario *sc = session_scenario(r->session);
    const char *space = strrchr(r->until, ' ');
    int32_t clock;
    if (space == NULL || !clock_of(space + 1, &clock))
        return 0;
    *round = replay_round_called(sc, r->until, (size_t)(space - r->until));
    if (*round == NOBODY)
        return 0;
    int32_t from = sc->rounds[*round].from;
    *second = from - from % DAY + clock;
    if (*second < from && from % DAY > DAY / 2)
        *second += DAY;
    return 1;
}

static int look_back(struct replay *r)
{
    round_id round;
    int32_t second;
    if (r->until == NULL) {
        sim_copy(r->state, session_state(r->session), session_scenario(r->session));
        r->event_count = session_event_count(r->session);
        return FINE;
    }
    if (!until_of(r, &round, &second))
        return command_complain(USAGE, "replay.until.form", "until", r->until, NULL);
    if (session_until(r->session, round, second, r->state, &r->event_count) != ERR_NONE)
        return command_complain(USAGE, "replay.until.missing", "until", r->until, NULL);
    return FINE;
}

static void fold_scores(struct replay *r)
{
    struct sim_setup setup;
    session_sim_setup(session_setup(r->session), &setup);
    score_begin(r->sheet, session_scenario(r->session), &setup);
    for (int32_t i = 0; i < r->event_count; i++)
        score_fold(r->sheet, session_scenario(r->session), session_event_at(r->session, i));
}

/* --- what it comes to --- */

static void print(const struct replay *r)
{
    struct str out = {0};
    if (r->json)
        replay_print_json(&out, r);
    else
        replay_print(&out, r);
    fputs(str_text(&out), stdout);
    str_release(&out);
}

static int salvage_said(const struct replay *r, enum err err, int64_t records)
{
    struct arena a = {0};
    int status = FINE;
    if (err == ERR_REFUSED)
        status = command_complain(FAILED, "replay.salvage.exists", "file", r->salvage, NULL);
    else if (err != ERR_NONE)
        status = command_complain(FAILED, "replay.cannot-salvage", "file", r->salvage, "why", text(err_text_key(err)), NULL);
    else
        command_complain(FINE, records == 1 ? "replay.salvaged.one" : "replay.salvaged.many",
                 "n", arena_printf(&a, "%lld", (long long)records), "file", r->salvage, NULL);
    arena_release(&a);
    return status;
}

static int work_on(struct replay *r)
{
    int status = look_back(r);
    if (status != FINE)
        return status;
    fold_scores(r);
    if (r->verify && session_verify(r->session, &r->verification) != ERR_NONE)
        r->verification.differing++;
    print(r);
    if (r->salvage != NULL)
        status = salvage_said(r, session_salvage(r->session, r->salvage), r->report.records);
    return status != FINE ? status : replay_found(r) ? FINDINGS : FINE;
}

/* The pack or the first record may be past reading where the rest is not: what can be had is still written out. */
static int salvage_unopened(const struct replay *r)
{
    struct store *store = NULL;
    struct store_report report;
    enum err err = store_open(&store, r->file, STORE_READ, &report);
    if (err != ERR_NONE)
        return FAILED;
    int status = salvage_said(r, store_salvage(store, r->salvage), report.records);
    store_close(store);
    return status != FINE ? status : FINDINGS;
}

static int cannot_open(const struct replay *r, enum err err, const struct diag_list *problems)
{
    const char *detail = r->report.detail[0] != '\0' ? r->report.detail
                         : problems->count > 0       ? problems->items[0].message
                                                     : "";
    const char *advice = err == ERR_DAMAGED ? "replay.advice.damaged" : err == ERR_BUSY ? "replay.advice.busy"
                         : err == ERR_NEWER ? "replay.advice.newer" : NULL;
    command_complain(FAILED, detail[0] != '\0' ? "replay.cannot-open.detail" : "replay.cannot-open", "file", r->file,
             "why", text(err_text_key(err)), "detail", detail, NULL);
    if (advice != NULL)
        command_complain(FAILED, advice, NULL);
    return r->salvage != NULL ? salvage_unopened(r) : FAILED;
}

static int replay(struct replay *r)
{
    struct arena a = {0};
    struct diag_list problems = {.arena = &a};
    enum err err = session_open(&r->session, r->file, STORE_READ, &r->report, &problems);
    int status = err == ERR_NONE ? FINE : cannot_open(r, err, &problems);
    if (err == ERR_NONE) {
        r->state = memory_want(sizeof *r->state);
        r->sheet = memory_want(sizeof *r->sheet);
        status = work_on(r);
    }
    session_close(r->session);
    free(r->state);
    free(r->sheet);
    arena_release(&a);
    return status;
}

int command_replay(int argc, char **argv)
{
    struct replay r = {0};
    if (argc > 1 && strcmp(argv[1], "--help") == 0) {
        fputs(text("replay.help"), stdout);
        return FINE;
    }
    int status = read_words(&r, argc, argv);
    return status == FINE ? replay(&r) : status;
}
