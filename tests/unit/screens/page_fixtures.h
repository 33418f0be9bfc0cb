#ifndef PAGE_FIXTURES_H
#define PAGE_FIXTURES_H
/* Views filled by hand for the pages around a round: usual ones, empty ones, and the longest that may occur. */
#include "screens/problem.h"
#include "screens/round_end.h"
#include "screens/setup.h"
#include "screens/start.h"

static const char longest_name[] = "Professor Maximiliana Featherstonehaugh van den Oudenrijn-Q."; /* 60 characters */

static const struct portrait portraits[4] = {{0xF0C4A0, 0x5B3A29, 0xC65D46, HAIR_BOB, 0, 0},
                                             {0x8D5A3B, 0x14100E, 0x2F6F8F, HAIR_SHORT, 0, 1},
                                             {0xD9A079, 0x1E2128, 0x7C5CA8, HAIR_BUN, 1, 0},
                                             {0xF2CBB0, 0xB9B4AC, 0x9AA0A8, HAIR_BALD, 1, 0}};

static const char *const briefing_lines[] = {
    "It is two in the afternoon on the day before the holidays. Eleven flights leave before dark.",
    "Hall B opens at half past two, and Mara has promised the captains that nobody waits longer than ten minutes.",
    "You run everything that has a plug. When it stops, they call you. What you say is what they tell the passengers."};
static const char *const reflect_lines[] = {"When did you know more than the customer did, and for how long?",
                                            "Who decided what came first, and who should have?"};

static inline void scenario_fill(struct scenario *sc, int longest)
{
    static const char *const names[] = {"Mara Lindqvist", "Joseph Adeyemi", "Ines Carvalho", "Piet van Dam"};
    static const char *const jobs[] = {"Duty operations manager", "Head of ground crew", "Passenger services",
                                       "Finance director"};
    static const char *const roles[] = {"Service desk", "Network engineer", "Systems engineer",
                                        "Applications", "Supplier contact", "Team lead"};
    *sc = (struct scenario){.title = longest ? longest_name : "The last flight out",
                            .organisation = "Harbour Air",
                            .value_unit = "EUR",
                            .summary = "A regional airline on the day before the holidays.",
                            .rules = {.pace = 60, .fix_times = FIX_TIMES_DISCOURAGED}};
    sc->customer_count = 4;
    for (int i = 0; i < 4; i++)
        sc->customers[i] =
            (struct customer){.name = longest ? longest_name : names[i], .role = jobs[i], .portrait = portraits[i]};
    sc->role_count = longest ? LIMIT_ROLES : 6;
    for (int i = 0; i < sc->role_count; i++)
        sc->roles[i] = (struct role){.name = longest ? longest_name : roles[i],
                                     .about = "Takes the calls and knows who uses what.",
                                     .seats_low = i < 4,
                                     .seats_high = 2 + i % 2};
    sc->round_count = 2;
    sc->rounds[0] = (struct round){.title = "Morning wave", .from = 21600, .to = 31200};
    sc->rounds[1] = (struct round){.title = "Afternoon wave", .from = 50400, .to = 60000};
    sc->tag_count = 3;
    sc->tags[0] = "outsourcing";
    sc->tags[1] = "accidents";
    sc->tags[2] = "layoffs";
}

static const char *const summaries[] = {
    "A regional airline on the day before the holidays. Check-in stutters, a belt stops, and the board wants to know "
    "why.",
    "Six bakery shops, one small IT team and half an hour before the rush.",
    "A hospital moves into its new wing over one night, with every bed occupied and every pump counted.",
    ("A city’s water works and the summer in which everybody looked at the same dial. The mayor calls twice an hour, "
     "and the only person who knows the pumps is on a boat. What you say to her is in the paper the next morning.")};

static inline void start_fill(struct view_start *view, const struct scenario *sc, int packs, int sessions, int longest)
{
    static struct view_pack_card cards[12];
    static struct view_session_card played[8];
    static const char *const titles[] = {"The last flight out", "Corner bakery", "The night move", "Low water"};
    static const char *const organisations[] = {"Harbour Air", "Corner Bakery", "St. Brannoc’s Hospital", "Vale Water"};
    static const char *const where[] = {"round 1, 07:40", "finished", "damaged", "round 2, 14:05"};
    *view = (struct view_start){.packs = cards,
                                .pack_count = packs,
                                .sessions = played,
                                .session_count = sessions,
                                .notice = "",
                                .packs_folder = "/usr/local/share/moment/scenarios"};
    for (int i = 0; i < packs; i++)
        cards[i] = (struct view_pack_card){.path = "x",
                                           .title = longest ? longest_name : titles[i % 4],
                                           .organisation = longest ? longest_name : organisations[i % 4],
                                           .summary = summaries[longest ? 3 : i % 4],
                                           .level = "for starters",
                                           .players = "6 to 16 people",
                                           .rounds = "warm-up and 2 rounds",
                                           .problem = "",
                                           .scenario = sc};
    if (packs > 2) {
        cards[packs - 1].scenario = NULL;
        cards[packs - 1].problem =
            "incidents/02-belts.json:14:9: incidents[0].reporter: there is no customer “iness”. Did you mean “ines”?";
    }
    for (int i = 0; i < sessions; i++)
        played[i] = (struct view_session_card){.path = "y",
                                               .team = longest ? longest_name
                                                       : i % 2 ? "Service crew"
                                                               : "Data centre team",
                                               .pack = longest ? longest_name : titles[i % 4],
                                               .when = i ? "14 November, 09:12" : "today, 11:20",
                                               .where = where[i % 4],
                                               .finished = i % 4 == 1,
                                               .usable = i % 4 != 2};
}

static inline struct round_moment moment_made(int n, int longest)
{
    static const char *const sentences[] = {"Mara was asked what it means for the business",
                                            "Mara asked and nobody answered",
                                            "Began without asking Ines: Restart the sorter",
                                            "Joseph got a time to hear from you, but it was far off or kept late",
                                            "Piet was told what you knew: Stand change for gate C"};
    static const char *const evidence[] = {
        "14:14 Sanne asked Mara what it means for the business",
        "14:20 Mara: “Is anyone on it?” 14:20 to 14:23: nothing was recorded", "14:22 Tom started: Restart the sorter",
        "14:26 Aisha told Joseph: “We are finding out why”, next call by 15:30", "14:31 Lars told Piet: “We know why”"};
    static const int outcomes[] = {ROUND_MET, ROUND_MISSED, ROUND_BROKEN, ROUND_PARTLY, ROUND_MET};
    static const char *const outcome_words[] = {"open", "met", "partly", "missed", "broken"};
    static const enum tone tones[] = {TONE_NEUTRAL, TONE_GOOD, TONE_WARN, TONE_WARN, TONE_BAD};
    int outcome = outcomes[n % 5];
    return (struct round_moment){
        .key = {1, n, 0, 0},
        .score = (enum score)(n % 3),
        .outcome = outcome,
        .scored = 1,
        .disputed = n == 4,
        .overruled = n == 3,
        .tone = tones[outcome],
        .time = n < 6 ? "14:14" : "14:46",
        .word = outcome_words[outcome],
        .sentence = longest && n == 1 ? "Professor Maximiliana Featherstonehaugh van den Oudenrijn-Q. asked and nobody "
                                        "answered, although three of you stood around the desk"
                                      : sentences[n % 5],
        .evidence = evidence[n % 5],
        .incident = "Check-in hall B frozen",
        .reason = n == 3 ? "Joseph said that half past was early enough for him." : "",
        .teaches = n % 5 == 1 ? "What would it have cost to say that you do not know yet?" : ""};
}

static inline void round_fill(struct view_round *v, int has_end, int has_next, int longest)
{
    static struct round_moment moments[60];
    static struct round_promise promises[9];
    static struct round_past past[3];
    static const char *const first[] = {"Mara", "Joseph", "Ines", "Piet"};
    static const int now[4][4] = {{22, 31, 60, 65}, {78, 80, 62, 65}, {44, 39, 44, 60}, {60, 60, 60, 60}};
    static const enum mood moods[] = {MOOD_FURIOUS, MOOD_DELIGHTED, MOOD_WORRIED, MOOD_CALM};
    static const char *const mood_words[] = {"delighted", "calm", "worried", "annoyed", "furious"};
    static struct scenario sc;
    scenario_fill(&sc, longest);
    *v = (struct view_round){.pack = sc.title,
                             .team = longest ? longest_name : "Data centre team",
                             .organisation = "Harbour Air",
                             .value_unit = "EUR",
                             .ending_title = "Renewed, for one year",
                             .ending_text = "They keep you, because most of it worked and nobody was left standing.",
                             .has_end = has_end,
                             .has_next = has_next,
                             .finished = !has_next};
    v->next = (struct round_next){.title = longest ? longest_name : "Afternoon wave",
                                  .label = "Round 2 of 2",
                                  .when = "14:00 to 16:40",
                                  .lasts = "about 16 minutes",
                                  .last = 1,
                                  .briefing = {briefing_lines, 3}};
    v->end = (struct round_end){
        .title = longest ? longest_name : "Morning wave",
        .label = "Round 1",
        .when = "06:00 to 08:40",
        .delivered = 71,
        .perceived = 48,
        .targets_met = 5,
        .targets = 7,
        .value_lost = 14200,
        .acts = 26,
        .visible = 7,
        .reflect = {reflect_lines, 2},
        .from = 50400,
        .to = 60000,
        .promises = {9, 4, 1, 2, 2, 0},
        .promise_list = promises,
        .promise_count = 9,
        .moments = moments,
        .moment_count = longest ? 60 : 14,
        .best = {"14:26", "Sanne asked Joseph for the go-ahead: Move the stand", "was asked before something was done",
                 "Joseph", 3},
        .worst = {"14:44", "Tom told Mara: “It is under control”", "found out that it was not so", "Mara", -8}};
    static struct round_line pledges[11], changes[8];
    static const char *const side_names[] = {"Speed", "Quality", "Satisfaction", "Risk"};
    static const char *const stands[] = {"kept", "partly kept", "not kept", "open"};
    static const enum tone stand_tones[] = {TONE_GOOD, TONE_WARN, TONE_BAD, TONE_NEUTRAL};
    for (int i = 0; i < ROUND_SIDES; i++)
        v->end.sides[i] = (struct round_side){side_names[i], "7 of 9 restored in time, first word in time 6 of 9",
                                              i == 3 ? -1 : 40 + 20 * i};
    for (int i = 0; i < 11; i++)
        pledges[i] = (struct round_line){stand_tones[i % 4], stands[i % 4],
                                         longest ? "We tell the customer what we know before we touch anything that they use, "
                                                   "and we name the time of the next call, every time"
                                                 : "We call at the time we said",
                                         "Seen 5 of 6 times. Marked by hand as met: 2 of 3."};
    for (int i = 0; i < 8; i++)
        changes[i] = (struct round_line){i % 2 ? TONE_BAD : TONE_LEARN, i % 2 ? "14:20" : longest ? longest_name : "Promise board",
                                         i % 2 ? "Piet takes it elsewhere: Charter to Malmö" : "Every promise stands on the stage.",
                                         i % 2 ? "14 200 EUR lost" : ""};
    v->end.novelty = longest ? "What delighted them in the first round, they expect by now." : "";
    v->end.side_count = ROUND_SIDES;
    v->end.after_incidents = (struct round_survey){7, 9, 77, "7 of 9 with 4 or 5 of 5"};
    v->end.at_end = (struct round_survey){3, 4, 75, "3 of 4 with 4 or 5 of 5"};
    v->end.pledges = v->next.pledges = pledges;
    v->end.changes = v->next.changes = changes;
    v->end.pledge_count = longest ? 11 : 3;
    v->next.pledge_count = 3;
    v->end.change_count = v->next.change_count = longest ? 8 : 2;
    for (int i = 0; i < SCORE_COUNT; i++) {
        static const char *const names[] = {"Involving the customer", "Honest updates", "Follow-through"},
                                 *const shorts[] = {"Involving", "Honest", "Follow-through"};
        v->end.scores[i] = (struct round_score){.name = names[i],
                                                .short_name = shorts[i],
                                                .met = 5 - i * 2,
                                                .partly = i < 2,
                                                .missed = i < 2 ? 2 : 0,
                                                .broken = i == 0,
                                                .disputed = i == 0,
                                                .counted = i == 0   ? 9
                                                           : i == 1 ? 6
                                                                    : 1,
                                                .percent = i == 2 ? -1 : 60,
                                                .met_before = 3,
                                                .counted_before = longest ? 9 : 0};
    }
    for (int i = 0; i < v->end.moment_count; i++)
        moments[i] = moment_made(i, longest);
    for (int i = 0; i < 9; i++)
        promises[i] = (struct round_promise){.from = 50400 + i * 900,
                                             .due = 51600 + i * 900,
                                             .settled = i % 3 == 2 ? -1 : 51500 + i * 900 + (i % 3) * 400,
                                             .state = i == 5       ? 2
                                                      : i % 3 == 2 ? 4
                                                      : i % 3 == 1 ? 3
                                                                   : 1,
                                             .text = "Next call",
                                             .word = "kept",
                                             .label = i % 2 ? "Joseph, by 14:20" : "Mara, by 15:05"};
    v->rounds = past;
    v->round_count = has_end ? (has_next ? 2 : 3) : 0;
    past[0] = (struct round_past){
        .title = "Before opening", .label = "Warm-up", .warm_up = 1, .delivered = -1, .perceived = 60};
    past[1] = (struct round_past){.title = longest ? longest_name : "Morning wave",
                                  .label = "Round 1",
                                  .delivered = 71,
                                  .perceived = 48,
                                  .met = {5, 3, 1},
                                  .counted = {9, 6, 5},
                                  .percent = {60, 50, 20}};
    past[2] = (struct round_past){.title = longest ? longest_name : "Afternoon wave",
                                  .label = "Round 2",
                                  .delivered = 76,
                                  .perceived = 66,
                                  .met = {7, 10, 9},
                                  .counted = {9, 11, 14},
                                  .percent = {78, 90, 64}};
    past[1].survey = (struct round_survey){7, 9, 77, "7 of 9 with 4 or 5 of 5"};
    for (int i = 0; i < 4; i++)
        v->customers[v->customer_count++] = (struct round_customer){
            .name = sc.customers[i].name,
            .first = longest ? longest_name : first[i],
            .role = sc.customers[i].role,
            .mood = moods[i],
            .mood_word = mood_words[moods[i]],
            .about = "Quick and warm. Counts every passenger who waits, and calms down when somebody asks.",
            .trust = now[i][0],
            .satisfaction = now[i][1],
            .trust_before = now[i][2],
            .satisfaction_before = now[i][3],
            .portrait = &portraits[i]};
    for (int i = 0; i < sc.role_count; i++)
        v->roles[v->role_count++] = (struct round_role){
            sc.roles[i].name, sc.roles[i].about,
            longest ? "Sanne, Tom, Aisha, Lars, Professor Maximiliana Featherstonehaugh van den Oudenrijn-Q."
            : i % 2 ? "Sanne, Tom"
                    : "Aisha"};
}

static inline void setup_fill(struct setup_memory *m, const struct scenario *sc, int people, int longest)
{
    static const char *const names[] = {"Sanne", "Tom", "Aisha", "Lars", "Wiebke", "Jun", "Oluwaseun", "Ada"};
    setup_begin(m, sc, THEME_DARK);
    if (people)
        ui_edit_set(&m->team, longest ? longest_name : "Data centre team");
    for (int i = 0; i < people; i++)
        setup_members_add(m, sc, longest ? longest_name : names[i % 8]);
}
#endif
