/*
 * Makes the sessions whose reports are read back:
 *
 *   report_sessions DIR
 *
 * DIR/customer-focused.moment, pleaser.moment, technician.moment and mixed.moment, whole workshops by teams of the
 * program's own; DIR/typed.moment, in which something nasty was typed wherever something can be typed, and
 * DIR/typed.json, what that was.
 */
#include "../unit/texts.h"
#include "base/file.h"
#include "session/bot.h"
#include "typed.h"
#include "view/view_report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MEMBERS = 8, TRIES = 3 };

struct made {
    struct arena arena;
    struct pack_source pack;
    struct scenario *scenario;
    struct session *session;
    struct typed typed;
    int kind; /* of the next text */
};

static void stop(const char *what, const char *why)
{
    fprintf(stderr, "%s: %s\n", what, why);
    exit(1);
}

static const char *source(struct made *m, const char *name)
{
    const char *root = getenv("MOMENT_SOURCE");
    return file_join(&m->arena, root ? root : ".", name);
}

static void load_pack(struct made *m)
{
    struct diag_list found = {.arena = &m->arena};
    char *deck;
    size_t length;
    if (pack_source_load(&m->arena, source(m, "scenarios/last-flight-out"), &m->pack, &found) != ERR_NONE) stop("pack", "not loaded");
    if (file_read(&m->arena, source(m, "assets/cards/en.json"), LIMIT_PACK_BYTES, &deck, &length) != ERR_NONE) stop("cards", "not read");
    if (pack_source_add(&m->pack, PACK_DECK, deck, length) != ERR_NONE) stop("cards", "not added");
    if (pack_read(&m->arena, &m->pack, &m->scenario, &found) != ERR_NONE) stop("pack", "not read");
}

static void create(struct made *m, const char *path, const struct session_setup *setup)
{
    struct diag_list found = {.arena = &m->arena};
    remove(path);
    if (session_create(&m->session, path, &m->pack, setup, &found) == ERR_NONE) return;
    struct str why = {0};
    diag_write(&why, &found);
    stop(path, str_text(&why));
}

static int submit(struct made *m, struct sim_command c, const char *first, const char *second)
{
    const char *words[2] = {first, second};
    struct submit_result r;
    session_submit(m->session, &c, words, &r);
    return r.status == SUBMIT_DONE;
}

static void must(struct made *m, struct sim_command c, const char *first, const char *second)
{
    if (!submit(m, c, first, second)) stop(sim_command_word(c.kind), "refused");
}

static void start_round(struct made *m, int32_t round)
{
    struct sim_command c = sim_command_make(SIM_CMD_START_ROUND);
    c.start_round.round = round;
    must(m, c, NULL, NULL);
}

/* --- workshops --- */

static struct session_setup eight_people(const struct made *m, const char *team)
{
    static const char *const names[MEMBERS] = {"Ada Lind", "Björn Åkesson", "Chidi Okonkwo", "Dana Weiss", "Emre Yıldız", "Farida Nasser", "Goran Petrović", "Hana Sato"};
    struct session_setup setup = {.member_count = MEMBERS, .seed = 42, .date = "2026-11-22"};
    snprintf(setup.team, sizeof setup.team, "%s", team);
    for (int i = 0; i < MEMBERS; i++) {
        snprintf(setup.members[i].name, sizeof setup.members[i].name, "%s", names[i]);
        setup.members[i].role = i % m->scenario->role_count;
    }
    return setup;
}

static void workshop(struct made *m, const char *dir, enum player_kind kind)
{
    struct bot *bot = arena_alloc(&m->arena, sizeof *bot);
    struct session_setup setup = eight_people(m, "Blue");
    create(m, file_join(&m->arena, dir, arena_printf(&m->arena, "%s.moment", player_word((int32_t)kind))), &setup);
    bot_begin(bot, BOT_MIXED, 42);
    player_begin(&bot->player, kind, 42, session_scenario(m->session));
    for (int32_t round = 0; round < session_scenario(m->session)->round_count; round++) {
        while (bot_between(bot, m->session)) continue;
        start_round(m, round);
        while (bot_step(bot, m->session)) continue;
        must(m, sim_command_make(SIM_CMD_END_ROUND), NULL, NULL);
    }
    must(m, sim_command_make(SIM_CMD_FINISH), NULL, NULL);
    session_close(m->session);
}

/* --- everything that can be typed --- */

static const char *type(struct made *m, const char *place) { return typed_make(&m->typed, place, m->kind++); }

/* Types one or two texts into a command; 0 when it was refused, and then they need not be found. */
static int try_typing(struct made *m, struct sim_command c, const char *place, const char *second_place)
{
    int kind = m->kind;
    const char *first = place ? type(m, place) : NULL, *second = second_place ? type(m, second_place) : NULL;
    if (submit(m, c, first, second)) return 1;
    if (first) typed_forget_latest(&m->typed);
    if (second) typed_forget_latest(&m->typed);
    m->kind = kind;
    return 0;
}

static void typing(struct made *m, struct sim_command c, const char *place, const char *second_place)
{
    if (!try_typing(m, c, place, second_place)) stop(place ? place : second_place, "refused");
}

/* What is said about an open incident to a customer; `nth` of the round's acts. */
static struct sim_command said_about(int nth, incident_id i, customer_id c, int32_t now)
{
    static const enum sim_command_kind kinds[] = {SIM_CMD_UPDATE, SIM_CMD_PROMISE, SIM_CMD_LOG_COMPLAINT, SIM_CMD_ASK, SIM_CMD_REFUSE, SIM_CMD_IMPROVISE_WORK, SIM_CMD_IMPROVISE_FACT, SIM_CMD_NOTE, SIM_CMD_VOUCHER, SIM_CMD_REACT, SIM_CMD_UPDATE};
    struct sim_command k = sim_command_make(kinds[(size_t)nth % (sizeof kinds / sizeof *kinds)]);
    k.v[0] = i;
    k.v[1] = c;
    if (k.kind == SIM_CMD_UPDATE) {
        k.update.claim = CLAIM_FINDING_OUT;
        k.update.facts = k.update.improvised = 0;
        k.update.corrects = 0;
        k.update.fix_by = -1;
        k.update.next_call = now + 1200;
    }
    if (k.kind == SIM_CMD_PROMISE) k.promise.due = now + 900;
    if (k.kind == SIM_CMD_ASK) k.ask.question = ASK_IMPACT;
    if (k.kind == SIM_CMD_REFUSE) k.refuse.offer = 1;
    if (k.kind == SIM_CMD_LOG_COMPLAINT) k.log_complaint.customer = c, k.log_complaint.incident = i, k.log_complaint.owner = 1, k.log_complaint.due = now + 1800;
    if (k.kind == SIM_CMD_IMPROVISE_WORK) k.improvise_work.member = NOBODY, k.improvise_work.seconds = 300, k.improvise_work.sets = k.improvise_work.reveals = -1;
    if (k.kind == SIM_CMD_IMPROVISE_FACT) k.improvise_fact.customer = NOBODY, k.improvise_fact.kind = 0, k.improvise_fact.known = 1;
    if (k.kind == SIM_CMD_VOUCHER) k.voucher.customer = c, k.voucher.member = 1, k.voucher.incident = i, k.voucher.act = 0;
    if (k.kind == SIM_CMD_REACT) k.react.customer = c, k.react.mood = 0, k.react.line = -1, k.react.incident = i;
    return k;
}

static int has_second(int32_t kind) { return kind == SIM_CMD_PROMISE; }

/* The first open incident and customer with whom this can be said. */
static int say_somewhere(struct made *m, int nth)
{
    const struct sim_state *s = session_state(m->session);
    for (incident_id i = 0; i < s->incident_count; i++)
        for (customer_id c = 0; s->incidents[i].open == 1 && c < session_scenario(m->session)->customer_count; c++) {
            struct sim_command k = said_about(nth, i, c, s->now);
            const char *word = sim_command_word(k.kind);
            if (try_typing(m, k, word, has_second(k.kind) ? "promise.what" : NULL)) return 1;
        }
    return 0;
}

static void inject(struct made *m)
{
    struct sim_command c = sim_command_make(SIM_CMD_INJECT);
    c.inject.customer = 0;
    c.inject.kind = INCIDENT_FAILURE;
    c.inject.service = 0;
    c.inject.impact = LEVEL_DEGRADED;
    c.inject.patience = 600;
    typing(m, c, "inject.title", "inject.says");
}

static void play_typing(struct made *m, int32_t round)
{
    struct bot *bot = arena_alloc(&m->arena, sizeof *bot);
    bot_begin(bot, BOT_MIXED, 42);
    start_round(m, round);
    for (int step = 0, nth = 0; bot_step(bot, m->session); step++) {
        if (session_state(m->session)->phase != PHASE_ROUND) continue;
        if (step == 10) inject(m);
        if (step > 10 && nth < 33) nth += say_somewhere(m, nth) || step % TRIES == 0;
    }
    must(m, sim_command_make(SIM_CMD_END_ROUND), NULL, NULL);
}

static void type_between(struct made *m)
{
    struct sim_command c = sim_command_make(SIM_CMD_CHARTER);
    for (int32_t slot = 0; slot < 8; slot++) {
        c.charter.slot = slot;
        c.charter.behaviour = NOBODY;
        typing(m, c, "charter", NULL);
    }
    c = sim_command_make(SIM_CMD_COMMIT);
    for (int32_t slot = 0; slot < 3; slot++) {
        c.commit.slot = slot;
        c.commit.behaviour = NOBODY;
        typing(m, c, "commit", NULL);
    }
    c = sim_command_make(SIM_CMD_CARD_SHEET);
    for (int32_t part = 0; part < 4; part++) {
        c.card_sheet.card = 0;
        c.card_sheet.part = part;
        typing(m, c, "card-sheet", NULL);
    }
}

/* Overrules a moment that was missed and disputes another. */
static void type_verdicts(struct made *m)
{
    const struct sim_state *s = session_state(m->session);
    int done = 0;
    for (int32_t k = 0; k < s->moment_count && done < 4; k++) {
        if (!s->moments[k].scored || s->moments[k].outcome != OUTCOME_MISSED) continue;
        struct sim_command c = sim_command_make(done % 2 ? SIM_CMD_DISPUTE : SIM_CMD_OVERRULE);
        c.overrule.source = s->moments[k].source;
        c.overrule.subject = s->moments[k].subject;
        c.overrule.customer = s->moments[k].customer;
        c.overrule.nth = s->moments[k].nth;
        c.overrule.aim = 0;
        if (done % 2) c.dispute.on = 1;
        else c.overrule.outcome = OUTCOME_PARTLY;
        typing(m, c, done % 2 ? "dispute" : "overrule", done % 2 ? NULL : "overrule.author");
        done++;
    }
    if (done == 0) stop("overrule", "nothing was missed");
}

static void type_monday(struct made *m)
{
    struct sim_command c = sim_command_make(SIM_CMD_MONDAY);
    for (int32_t slot = 0; slot < 4; slot++) {
        c.monday.slot = slot;
        c.monday.member = slot;
        c.monday.days = 14;
        c.monday.named = slot % 2;
        typing(m, c, "monday.when", "monday.will");
    }
    c = sim_command_make(SIM_CMD_FOLLOW_UP);
    c.follow_up.days = 30;
    c.follow_up.outcome = OUTCOME_MET;
    typing(m, c, "follow-up", NULL);
}

static void edit(struct made *m, enum report_edit what, const char *id, const char *place, const char *title_place)
{
    struct sim_command c = sim_command_make(SIM_CMD_EDIT_REPORT);
    c.edit_report.edit = (int32_t)what;
    c.edit_report.part = id ? view_report_part(id) : 0;
    typing(m, c, place, title_place);
}

static void type_edits(struct made *m)
{
    for (int i = 0; i < TYPED_KINDS; i++) edit(m, REPORT_EDIT_ADD, "method", "edit.add", NULL);
    edit(m, REPORT_EDIT_CHANGE, "summary.1", "edit.change", NULL);
    edit(m, REPORT_EDIT_SECTION, "promises", "edit.section", "edit.section.title");
    edit(m, REPORT_EDIT_WORD, NULL, "edit.word", NULL);
}

static void notes_of_every_kind(struct made *m)
{
    struct sim_command note = sim_command_make(SIM_CMD_NOTE), voucher = sim_command_make(SIM_CMD_VOUCHER);
    voucher.voucher.customer = 0;
    voucher.voucher.member = 1;
    for (int i = 0; i < TYPED_KINDS; i++) typing(m, note, "note", NULL);
    for (int i = 0; i < TYPED_KINDS; i++) typing(m, voucher, "voucher", NULL);
}

static void type_setup(struct made *m, struct session_setup *setup)
{
    m->typed.longest = 60;
    snprintf(setup->team, sizeof setup->team, "%s", typed_make(&m->typed, "team", 0));
    for (int i = 0; i < MEMBERS; i++) snprintf(setup->members[i].name, sizeof setup->members[i].name, "%s", typed_make(&m->typed, "member", i));
    m->typed.longest = TYPED_LONG;
}

static void type_everywhere(struct made *m, const char *dir)
{
    struct session_setup setup = eight_people(m, "");
    type_setup(m, &setup);
    create(m, file_join(&m->arena, dir, "typed.moment"), &setup);
    for (int32_t round = 0; round < session_scenario(m->session)->round_count; round++) {
        if (round == 1) type_between(m);
        play_typing(m, round);
        if (round == 1) notes_of_every_kind(m);
    }
    type_verdicts(m);
    type_monday(m);
    must(m, sim_command_make(SIM_CMD_FINISH), NULL, NULL);
    type_edits(m);
    session_close(m->session);
    if (!typed_write(&m->typed, file_join(&m->arena, dir, "typed.json"))) stop("typed.json", "not written");
}

int main(int argc, char **argv)
{
    static const enum player_kind kinds[] = {PLAYER_CUSTOMER_FOCUSED, PLAYER_PLEASER, PLAYER_TECHNICIAN, PLAYER_MIXED};
    struct made *m = calloc(1, sizeof *m);
    if (argc != 2) stop("usage", "report_sessions DIR");
    if (texts_load(NULL) != 0 || file_make_folder(argv[1]) != ERR_NONE) stop(argv[1], "not there");
    m->typed = (struct typed){.arena = &m->arena};
    load_pack(m);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) workshop(m, argv[1], kinds[i]);
    type_everywhere(m, argv[1]);
    printf("%d texts were typed\n", m->typed.count);
    arena_release(&m->arena);
    texts_forget(NULL);
    free(m);
    return 0;
}
