/* The packs and sessions that the start page offers. */
#include "app/app.h"
#include "base/file.h"
#include "base/text.h"
#include "session/recent.h"
#include <stdio.h>
#include <string.h>
#include <string.h>

enum { PACKS_MORE = 1 };   /* from elsewhere, beside those of the folder */

static const char *span_words(struct app *app, int low, int high, const char *key)
{
    char from[12], to[12];
    snprintf(from, sizeof from, "%d", low);
    snprintf(to, sizeof to, "%d", high);
    return text_fill(&app->lists, key, "from", from, "to", to, NULL);
}

static int scored_rounds(const struct scenario *sc)
{
    int count = 0;
    for (int i = 0; i < sc->round_count; i++) count += !sc->rounds[i].warm_up;
    return count;
}

static void fill_card(struct app *app, struct view_pack_card *card, const struct scenario *sc)
{
    static const char *const levels[] = {"app.level.starter", "app.level.regular", "app.level.advanced"};
    card->scenario = sc;
    card->title = sc->title;
    card->organisation = sc->organisation;
    card->summary = sc->summary;
    card->level = text(levels[sc->level]);
    card->players = span_words(app, sc->players_low, sc->players_high, "app.players");
    card->rounds = text_count(&app->lists, "app.rounds", scored_rounds(sc));
}

static void read_card(struct app *app, struct view_pack_card *card)
{
    struct diag_list found = {.arena = &app->lists};
    struct pack_source *source = arena_alloc(&app->lists, sizeof *source);
    struct scenario *scenario = NULL;
    card->title = card->path;
    card->organisation = card->summary = card->level = card->players = card->rounds = card->problem = "";
    enum err err = pack_source_load(&app->lists, card->path, source, &found);
    if (err == ERR_NONE) err = pack_read(&app->lists, source, &scenario, &found);
    if (err == ERR_NONE) {
        fill_card(app, card, scenario);
        return;
    }
    struct str s = {0};
    if (found.count) {
        pack_place_append(&s, &found.items[0].place);
        str_printf(&s, ": %s", found.items[0].message);
    } else {
        str_append(&s, text(err_text_key(err)));
    }
    card->problem = arena_dup(&app->lists, str_text(&s));
    str_release(&s);
}

static void read_packs(struct app *app)
{
    char **names;
    size_t count;
    const char *folder = app->options.packs ? app->options.packs : file_join(&app->lists, app->places.root, "scenarios");
    app->start.packs_folder = folder;
    app->start.packs = NULL;
    app->start.pack_count = 0;
    if (file_list(&app->lists, folder, &names, &count) != ERR_NONE) return;
    app->start.packs = arena_array(&app->lists, count + PACKS_MORE, sizeof *app->start.packs);
    for (size_t i = 0; i < count; i++) {
        char *path = file_join(&app->lists, folder, names[i]);
        if (!file_is_folder(path) || !file_exists(file_join(&app->lists, path, "pack.json"))) continue;
        struct view_pack_card *card = &app->start.packs[app->start.pack_count++];
        card->path = path;
        read_card(app, card);
    }
}

static int is_same_pack(const struct view_pack_card *a, const struct view_pack_card *b)
{
    if (strcmp(a->path, b->path) == 0) return 1;
    return a->scenario && b->scenario && strcmp(a->scenario->id, b->scenario->id) == 0;
}

void app_lists_add(struct app *app, const char *path)
{
    struct view_pack_card card = {.path = arena_dup(&app->lists, path)};
    int at = 0;
    read_card(app, &card);
    if (!app->start.packs) app->start.packs = arena_array(&app->lists, PACKS_MORE, sizeof *app->start.packs);
    while (at < app->start.pack_count && !is_same_pack(&app->start.packs[at], &card)) at++;
    if (at == app->start.pack_count) app->start.pack_count++;
    app->start.packs[at] = card;
}

void app_lists_refresh(struct app *app)
{
    arena_release(&app->lists);
    app->start = (struct view_start){.notice = app->notice, .notice_bad = app->notice_bad};
    read_packs(app);
    app_lists_sessions(app);
}

/* After the verdict there is Monday to write: a workshop is over when it came to its report. */
static int is_finished(const struct recent_session *r)
{
    return r->finished && (!r->step[0] || strcmp(r->step, agenda_word(AGENDA_REPORT)) == 0);
}

static const char *where_words(struct app *app, const struct recent_session *r)
{
    if (r->busy) return text("app.session.busy");
    if (r->damaged) return text("app.session.damaged");
    if (r->newer) return text("app.session.newer");
    if (is_finished(r)) return text("app.session.finished");
    if (r->step[0] && r->phase != PHASE_ROUND) return text_fill(&app->lists, "app.session.at-step", "step", text(arena_printf(&app->lists, "app.step.%s", r->step)), NULL);
    if (r->round < 0) return text("app.session.not-begun");
    struct str clock = {0};
    str_append_clock(&clock, r->time);
    const char *key = r->phase == PHASE_ROUND ? "app.session.in-round" : "app.session.after-round";
    char *words = text_fill(&app->lists, key, "round", r->round_title, "time", str_text(&clock), NULL);
    str_release(&clock);
    return words;
}

void app_lists_sessions(struct app *app)
{
    const char *folder = app->options.sessions ? app->options.sessions : app->places.sessions;
    struct recent_session *items;
    size_t count;
    if (recent_list(&app->lists, folder, &items, &count) != ERR_NONE || !count) return;
    app->start.sessions = arena_array(&app->lists, count, sizeof *app->start.sessions);
    for (size_t i = 0; i < count; i++)
        app->start.sessions[app->start.session_count++] = (struct view_session_card){
            .path = items[i].path, .team = items[i].alone[0] ? items[i].alone : items[i].team[0] ? items[i].team : items[i].name, .pack = items[i].pack, .when = items[i].date,
            .alone = items[i].alone[0] != '\0',
            .where = items[i].alone[0] ? text_fill(&app->lists, items[i].again ? "desk.session.again" : "desk.session.practice", "where", where_words(app, &items[i]), NULL) : where_words(app, &items[i]), .finished = is_finished(&items[i]),
            .usable = !items[i].busy && !items[i].newer};
}
