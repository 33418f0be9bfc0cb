/* Opening, creating and closing sessions; what came of an act. */
#include "app/app.h"
#include "app/write_report.h"
#include "base/chance.h"
#include "base/file.h"
#include "base/text.h"
#include "view/wording.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void app_notice(struct app *app, int bad, const char *sentence)
{
    snprintf(app->notice, sizeof app->notice, "%s", sentence);
    app->notice_bad = bad;
    app->dirty = 1;
}

static void notice_diag(struct app *app, const struct diag_list *found, enum err err)
{
    struct str s = {0};
    if (found->count) str_printf(&s, "%s: %s", found->items[0].place.path ? found->items[0].place.path : "", found->items[0].message);
    else str_append(&s, text(err_text_key(err)));
    app_notice(app, 1, str_text(&s));
    str_release(&s);
}

void app_close_session(struct app *app)
{
    app_steps_end(app);
    app_follow_up_end(app);
    app_sheets_end(app);
    app_editing_end(app);
    app_practice_close(app);
    if (app->session) session_close(app->session);
    app->session = NULL;
    app->session_path[0] = app->report_path[0] = app->report_written[0] = '\0';
    app->report_count = 0;
    console_end(&app->console);
    console_begin(&app->console);
    memset(&app->stage, 0, sizeof app->stage);
    app->stage.motion = app->settings.motion;
    round_memory_end(&app->round);
    round_memory_begin(&app->round);
    arena_release(&app->between_arena);
    memset(&app->between, 0, sizeof app->between);
    app->owed = 0;
    app->blank = 0;
    app->stage_pane = 0;
}

/* A round that has stopped to learn has the page of what is learnt. */
enum app_page app_page_of(const struct app *app)
{
    const struct sim_state *s = session_state(app->session);
    if (session_read_only(app->session)) return PAGE_PROBLEM;
    if (session_setup(app->session)->alone != ALONE_NOT) return PAGE_PRACTICE;
    if (s->phase == PHASE_ROUND) return app_step_kind(app) == AGENDA_LEARNING ? PAGE_STEP : PAGE_ROUND;
    if (app_stepping(app)) return PAGE_STEP;
    if (s->phase == PHASE_FINISHED) return PAGE_END;
    return PAGE_BETWEEN;
}

static void session_begun(struct app *app)
{
    const struct session_setup *setup = session_setup(app->session);
    snprintf(app->session_path, sizeof app->session_path, "%s", session_path(app->session));
    app->console.focus.pace = setup->pace ? setup->pace : session_scenario(app->session)->rules.pace;
    app->heard = session_event_count(app->session);
    ui_set_theme(app->sides[WINDOW_STAGE].ui, (enum theme)setup->stage_theme);
    app_steps_follow(app);
    app_go(app, app_page_of(app));
    if (app->page == PAGE_PRACTICE) app_practice_resume(app);
}

/* A round that was going on when the program stopped stands still until the facilitator goes on. */
static void pause_resumed(struct app *app)
{
    const struct sim_state *s = session_state(app->session);
    if (s->phase != PHASE_ROUND || s->paused || session_read_only(app->session) || app->page == PAGE_PRACTICE) return;
    struct sim_command command = sim_command_make(SIM_CMD_PAUSE);
    command.pause.on = 1;
    app_submit(app, &command, NULL);
    console_tell(&app->console, TONE_TEAM, text("app.resumed"));
}

static void problem_of_report(struct app *app, const struct store_report *report)
{
    struct str s = {0};
    char from[24], lost[24];
    snprintf(from, sizeof from, "%lld", (long long)report->records);
    snprintf(lost, sizeof lost, "%lld", (long long)report->lost);
    if (report->damaged_at) text_format(&s, "app.damaged", "sound", from, "lost", lost, NULL);
    else str_append(&s, text("app.read-only"));
    int damaged = report->damaged_at || report->damaged_parts;
    app_problem(app, damaged ? PROBLEM_DAMAGED : report->newer ? PROBLEM_NEWER : PROBLEM_READ_ONLY, session_path(app->session), str_text(&s));
    str_release(&s);
}

static void problem_of_opening(struct app *app, const char *path, enum err err)
{
    enum problem_kind kind = err == ERR_BUSY ? PROBLEM_BUSY : err == ERR_NEWER ? PROBLEM_NEWER : PROBLEM_UNREADABLE;
    app_problem(app, kind, path, text(err_text_key(err)));
}

void app_problem(struct app *app, enum problem_kind kind, const char *path, const char *detail)
{
    snprintf(app->problem_path, sizeof app->problem_path, "%s", path);
    snprintf(app->problem_detail, sizeof app->problem_detail, "%s", detail);
    app->problem_done[0] = '\0';
    app->problem = (struct problem){.kind = kind, .path = app->problem_path, .detail = app->problem_detail, .done = app->problem_done};
    app_go(app, PAGE_PROBLEM);
}

/* The sound beginning of a damaged session becomes a new file beside it, which then opens as any other. */
void app_salvage(struct app *app)
{
    struct arena a = {0};
    struct store_report report;
    struct store *store;
    size_t stem = strlen(app->problem_path) > 7 ? strlen(app->problem_path) - 7 : 0;
    char *to = arena_printf(&a, "%.*s-saved.moment", (int)stem, app->problem_path);
    enum err err = store_open(&store, app->problem_path, STORE_READ, &report);
    if (err == ERR_NONE) {
        err = store_salvage(store, to);
        store_close(store);
    }
    const char *done = err == ERR_NONE ? text_fill(&a, "app.salvaged", "path", to, NULL) : text(err_text_key(err));
    snprintf(app->problem_done, sizeof app->problem_done, "%s", done);
    if (err == ERR_NONE) snprintf(app->problem_path, sizeof app->problem_path, "%s", to);
    arena_release(&a);
}

enum err app_open_session(struct app *app, const char *path)
{
    struct arena a = {0};
    struct diag_list found = {.arena = &a};
    struct store_report report;
    app_close_session(app);
    enum err err = session_open(&app->session, path, STORE_WRITE, &report, &found);
    if (err != ERR_NONE) {
        problem_of_opening(app, path, err);
        arena_release(&a);
        return err;
    }
    if (session_read_only(app->session)) problem_of_report(app, &report);
    session_begun(app);
    pause_resumed(app);
    if (report.dropped_last) console_tell(&app->console, TONE_WARN, text("app.dropped-last"));
    arena_release(&a);
    return ERR_NONE;
}

/* A pack without cards gets those of the program, and its session keeps them. */
static enum err with_deck(struct app *app, struct diag_list *found)
{
    enum err err = data_add_deck(&app->places, app->pack->language, &app->pack_source);
    return err == ERR_NONE ? pack_read(&app->pack_arena, &app->pack_source, &app->pack, found) : err;
}

enum err app_choose_pack(struct app *app, const char *path)
{
    struct diag_list found = {.arena = &app->pack_arena};
    arena_release(&app->pack_arena);
    app->pack = NULL;
    enum err err = pack_source_load(&app->pack_arena, path, &app->pack_source, &found);
    if (err == ERR_NONE) err = pack_read(&app->pack_arena, &app->pack_source, &app->pack, &found);
    if (err == ERR_NONE && app->pack->card_count == 0 && !pack_source_find(&app->pack_source, PACK_DECK)) err = with_deck(app, &found);
    if (err != ERR_NONE) {
        notice_diag(app, &found, err);
        return err;
    }
    snprintf(app->pack_path, sizeof app->pack_path, "%s", path);
    return ERR_NONE;
}

void app_today(const struct app *app, char out[16])
{
    if (app->options.date) {
        snprintf(out, 16, "%s", app->options.date);
        return;
    }
    time_t now = time(NULL);
    struct tm parts;
    if (!localtime_r(&now, &parts) || !strftime(out, 16, "%Y-%m-%d", &parts)) out[0] = '\0';
}

/* Letters and digits of the team's name, so that the file is found again in a folder of many. */
void app_slug(char *out, size_t room, const char *name)
{
    size_t n = 0;
    for (; *name && n + 1 < room && n < 40; name++) {
        char c = *name;
        int plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (c >= 'A' && c <= 'Z') out[n++] = (char)(c - 'A' + 'a');
        else if (plain) out[n++] = c;
        else if (n && out[n - 1] != '-') out[n++] = '-';
    }
    while (n && out[n - 1] == '-') n--;
    out[n] = '\0';
    if (!n) snprintf(out, room, "team");
}

enum err app_new_path(struct app *app, const struct session_setup *setup, char out[2048])
{
    const char *folder = app->options.sessions ? app->options.sessions : app->places.sessions;
    char name[64];
    if (app->create_as[0]) {
        snprintf(out, 2048, "%s", app->create_as);
        app->create_as[0] = '\0';
        return ERR_NONE;
    }
    enum err err = file_make_folder(folder);
    app_slug(name, sizeof name, setup->team);
    for (int n = 1; err == ERR_NONE && n < 1000; n++) {
        if (n == 1) snprintf(out, 2048, "%.1900s/%s-%s.moment", folder, setup->date[0] ? setup->date : "session", name);
        else snprintf(out, 2048, "%.1900s/%s-%s-%d.moment", folder, setup->date[0] ? setup->date : "session", name, n);
        if (!file_exists(out)) return ERR_NONE;
    }
    return err == ERR_NONE ? ERR_FULL : err;
}

static uint64_t drawn_seed(const struct app *app)
{
    return app->options.seed ? app->options.seed : chance_seed();
}

static void agreed_of(struct session_setup *setup, const struct agreement_memory *agreement)
{
    struct arena a = {0};
    _Static_assert((int)AGREEMENTS == (int)SESSION_CONTRACT, "as many as the session keeps");
    for (int i = 0; i < AGREEMENTS; i++)
        snprintf(setup->contract[i], sizeof setup->contract[i], "%s", agreement_words(&a, agreement, i));
    arena_release(&a);
}

void app_agreed(struct app *app)
{
    app_agreement_keep(app);
    app->steps.agreeing = 0;
}

void app_agreement_keep(struct app *app)
{
    struct session_setup setup = *session_setup(app->session);
    agreed_of(&setup, &app->steps.agreement);
    if (memcmp(setup.contract, session_setup(app->session)->contract, sizeof setup.contract) == 0) return;
    if (session_change_setup(app->session, &setup) != ERR_NONE) app_notice(app, 1, text("app.settings-not-kept"));
}

static void setup_of_memory(struct session_setup *setup, const struct setup_memory *memory)
{
    struct setup_draft draft;
    setup_draft_of(memory, &draft);
    memset(setup, 0, sizeof *setup);
    snprintf(setup->team, sizeof setup->team, "%s", draft.team);
    setup->member_count = draft.member_count;
    for (int i = 0; i < draft.member_count; i++) {
        snprintf(setup->members[i].name, sizeof setup->members[i].name, "%s", draft.members[i].name);
        setup->members[i].role = draft.members[i].role;
    }
    setup->tables = draft.tables;
    setup->pace = draft.pace;
    setup->show_promises = draft.show_promises;
    setup->show_scores = draft.show_scores;
    setup->stage_theme = draft.stage_theme;
    setup->left_out = draft.left_out;
    setup->preset = draft.preset;
    agreed_of(setup, &memory->agreement);
}

enum err app_begin_session(struct app *app, struct session_setup *setup)
{
    struct arena a = {0};
    struct diag_list found = {.arena = &a};
    char path[2048];
    setup->seed = drawn_seed(app);
    app_today(app, setup->date);
    app_close_session(app);
    enum err err = app_new_path(app, setup, path);
    if (err == ERR_NONE) err = session_create(&app->session, path, &app->pack_source, setup, &found);
    if (err != ERR_NONE) notice_diag(app, &found, err);
    else session_begun(app);
    arena_release(&a);
    return err;
}

enum err app_create_session(struct app *app)
{
    struct session_setup setup;
    setup_of_memory(&setup, &app->setup_memory);
    return app_begin_session(app, &setup);
}

static void tell_refusal(struct app *app, const struct sim_command *command, const struct submit_result *result)
{
    struct arena a = {0};
    int said_no = command->kind == SIM_CMD_REFUSE && result->refusal == REFUSAL_ALREADY_DONE;   /* closing it unasked was a no, too */
    const char *why = said_no ? text("refusal.already-refused") : wording_refusal((int32_t)result->refusal);
    if (result->status == SUBMIT_CONFLICT) {
        struct wording w = wording_of(&a, app->session);
        const struct session_entry *entry = session_entry_at(app->session, result->conflict);
        why = text_fill(&a, "console.conflict", "why", why, "what", entry ? wording_command(&w, &entry->command) : "", NULL);
    }
    console_tell(&app->console, TONE_BAD, why);
    arena_release(&a);
}

/* What was closed, or asked about, and does not work yet: the customer says so. */
static const char *answered_no(const struct wording *w, const struct sim_command *command)
{
    if (command->kind == SIM_CMD_CLOSE) return wording_not_yet(w, command->close.incident);
    if (command->kind == SIM_CMD_VERIFY) return wording_not_yet(w, command->verify.incident);
    if (command->kind == SIM_CMD_ASK && command->ask.question == ASK_CONFIRMATION) return wording_not_yet(w, command->ask.incident);
    return "";
}

/* The words that were typed are known by the act that was stored, not by the command as it was wished. */
static void tell_recorded(struct app *app, const struct sim_command *command, const struct submit_result *result, int32_t before)
{
    struct arena a = {0};
    struct wording w = wording_of(&a, app->session);
    const char *what = result->act > 0 ? wording_act(&w, result->act) : wording_command(&w, command);
    if (command->said != SIM_NOW && what[0])
        what = text_fill(&a, "console.recorded-late", "time", wording_clock(&w, command->said), NULL);
    int minutes = (int)(session_state(app->session)->now - before) / 60;   /* what the conversation took */
    if (what[0] && minutes > 0) what = arena_printf(&a, "%s. %s", what, text_count(&a, "app.conversation", minutes));
    const char *no = answered_no(&w, command);
    if (what[0] && no[0]) what = arena_printf(&a, "%s. %s", what, no);
    if (what[0]) console_tell(&app->console, no[0] ? TONE_WARN : TONE_GOOD, what);
    arena_release(&a);
}

static int turns_page(int32_t kind)
{
    return kind == SIM_CMD_START_ROUND || kind == SIM_CMD_END_ROUND || kind == SIM_CMD_FINISH || kind == SIM_CMD_STEP || kind == SIM_CMD_LEARN;
}

static void after_submit(struct app *app, const struct sim_command *command, const struct submit_result *result, int32_t before)
{
    const struct sim_state *s = session_state(app->session);
    if (command->kind == SIM_CMD_START_ROUND) console_round_begins(&app->console);
    if (turns_page(command->kind)) app_go(app, app_page_of(app));
    else if (s->phase == PHASE_ROUND && command->kind != SIM_CMD_PAUSE) tell_recorded(app, command, result, before);
}

int64_t app_wall(const struct app *app)
{
    struct timespec now;
    if (app->options.wall) return app->options.wall + (int64_t)app->clock_ms;
    return clock_gettime(CLOCK_REALTIME, &now) == 0 ? (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000 : 0;
}

void app_tell_time(struct app *app)
{
    session_tell_time(app->session, app_wall(app));
}

static void submit(struct app *app, const struct sim_command *command, const char *const words[2], struct submit_result *result)
{
    static const char *const none[2] = {NULL, NULL};
    app_tell_time(app);
    session_submit(app->session, command, words ? words : none, result);
    app_steps_follow(app);
    app->dirty = 1;
    if (result->status == SUBMIT_NOT_STORED)
        app_problem(app, PROBLEM_NOT_STORED, session_path(app->session), text(err_text_key(result->err)));
}

const char *app_record(struct app *app, const struct sim_command *command, const char *const words[2])
{
    struct submit_result result;
    submit(app, command, words, &result);
    if (result.status == SUBMIT_NOT_STORED) return text(err_text_key(result.err));
    app_sounds(app);
    return result.status == SUBMIT_DONE ? NULL : wording_refusal((int32_t)result.refusal);
}

void app_submit(struct app *app, const struct sim_command *command, const char *const words[2])
{
    struct submit_result result;
    int32_t before = session_state(app->session)->now;
    submit(app, command, words, &result);
    if (result.status == SUBMIT_NOT_STORED) return;
    console_done(&app->console, result.status == SUBMIT_DONE);
    if (result.status == SUBMIT_DONE) after_submit(app, command, &result, before);
    else tell_refusal(app, command, &result);
    app_sounds(app);
}

/* Each time says something new, so that a key that was pressed is seen to have done its work. */
static void report_written(struct app *app)
{
    struct arena a = {0};
    int second = app_second(app);
    const char *time = arena_printf(&a, "%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
    const char *key = app->report_count++ ? "round.report-rewritten" : "round.report-written";
    const char *words = text_fill(&a, key, "time", time, "n", arena_printf(&a, "%d", app->report_count), NULL);
    snprintf(app->report_written, sizeof app->report_written, "%s", words);
    arena_release(&a);
    if (app->notice_bad) app_notice(app, 0, "");
}

void app_report(struct app *app)
{
    struct str folder = {0};
    str_append(&folder, session_path(app->session));
    if (folder.length > 7) folder.text[folder.length - 7] = '\0';   /* without .moment */
    struct arena a = {0};
    struct report_wanted wanted = report_wanted_all();
    wanted.names = app->settings.names;
    enum err err = report_write(app->session, NULL, str_text(&folder), &wanted);
    if (err == ERR_NONE) {
        snprintf(app->report_path, sizeof app->report_path, "%s", report_written_path(&a, str_text(&folder), &wanted));
        report_written(app);
    } else app_notice(app, 1, text(err_text_key(err)));
    arena_release(&a);
    str_release(&folder);
    app->dirty = 1;
}
