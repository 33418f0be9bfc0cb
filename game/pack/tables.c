/* The pack format: who may say what, and where it goes. */
#include "pack/table.h"
#include "model/scenario.h"
#include <string.h>

#define COUNT(a) ((int32_t)(sizeof(a) / sizeof(a)[0]))
#define TABLE(word, type, rows) const struct table table_##word = {#word, sizeof(struct type), COUNT(rows), rows};
#define AT(type, member) offsetof(struct type, member)

enum {
    MINUTE = 60, HOUR = 60 * MINUTE, LONGEST_SPAN = 12 * HOUR,
    MUST = FIELD_REQUIRED, LINE = FIELD_ONE_LINE, TR = FIELD_TRANSLATED,
    STAGE = FIELD_ONE_LINE | FIELD_TRANSLATED | FIELD_SPOKEN
};

/* ROW(kind, "key", flags, more...) */
#define ROW(word, name, flag, ...) {.key = name, .kind = FIELD_##word, .flags = (unsigned)(flag), __VA_ARGS__}
#define ID(type) ROW(ID, "id", MUST, .high = LIMIT_ID, .offset = AT(type, id))
#define TEXT(name, flag, type, member, longest) ROW(TEXT, name, flag, .high = (longest), .offset = AT(type, member))
#define TEXTS(name, flag, type, member, longest, most) \
    ROW(TEXTS, name, flag, .high = (longest), .limit = (most), .offset = AT(type, member))
#define WHOLE(name, flag, type, member, least, most, without) \
    ROW(WHOLE, name, flag, .low = (least), .high = (most), .fallback = (without), .offset = AT(type, member))
#define SPAN(name, flag, type, member, least, most, without) \
    ROW(SPAN, name, flag, .low = (least), .high = (most), .fallback = (without), .offset = AT(type, member))
#define WORD(name, flag, type, member, list, without) \
    ROW(WORD, name, flag, .words = &(list), .fallback = (without), .offset = AT(type, member))
#define WORDS(name, flag, type, member, list, shift) \
    ROW(WORDS, name, flag, .words = &(list), .low = (shift), .offset = AT(type, member))
#define FLAG(name, type, member) ROW(FLAG, name, 0, .offset = AT(type, member))
#define REF(name, flag, type, member, what) \
    ROW(REF, name, flag, .target = TARGET_##what, .fallback = NOBODY, .offset = AT(type, member))
#define REFS(name, type, member, what) ROW(REFS, name, 0, .target = TARGET_##what, .offset = AT(type, member))
#define OBJECT(name, flag, place, of) ROW(OBJECT, name, flag, .offset = (place), .table = &table_##of)
#define LIST(name, type, member, number, of, most) \
    ROW(LIST, name, 0, .offset = AT(type, member), .second = AT(type, number), .limit = (most), .table = &table_##of)
#define THINGS(name, flag, of, most) ROW(THINGS, name, flag, .limit = (most), .table = &table_##of)
#define WHEN(name, flag, type, member) ROW(CONDITION, name, flag, .fallback = NOBODY, .offset = AT(type, member))
#define NOTES ROW(NOTE, "$schema", 0, .high = LIMIT_TEXT), ROW(NOTE, "$comment", 0, .high = LIMIT_TEXT)

static const char *const per_items[] = {"minute"};
static const struct word_list words_per = {per_items, 1};
/* What a fact can answer: the first questions. */
static const char *const fact_question_items[] = {"impact", "urgency", "expectation", "ideas"};
static const struct word_list words_fact_question = {fact_question_items, 4};
_Static_assert(ASK_IMPACT == 0 && ASK_IDEAS == 3, "fact_question_items are the first questions");
/* What finished work can bring about: the first two levels. */
static const char *const sets_items[] = {"running", "degraded"};
static const struct word_list words_sets = {sets_items, 2};
_Static_assert(LEVEL_RUNNING == 0 && LEVEL_DEGRADED == 1, "sets_items are the first levels");

/* ---- customers ---- */

static const struct field portrait_fields[] = {
    ROW(COLOUR, "skin", MUST, .offset = AT(portrait, skin)),
    ROW(COLOUR, "hair", MUST, .offset = AT(portrait, hair)),
    ROW(COLOUR, "clothes", MUST, .offset = AT(portrait, clothes)),
    WORD("style", MUST, portrait, style, words_hair, HAIR_SHORT),
    FLAG("glasses", portrait, glasses),
    FLAG("beard", portrait, beard),
};
TABLE(portrait, portrait, portrait_fields)

static const struct field need_fields[] = {
    ID(need),
    WORD("kind", MUST, need, kind, words_need, 0),
    TEXT("text", MUST | TR, need, text, LIMIT_TEXT),
};
TABLE(need, need, need_fields)

#define MOOD_LINES(word, mood) TEXTS(word, STAGE, customer, lines[mood], LIMIT_STAGE_LINE, LIMIT_LINES)
static const struct field lines_fields[] = {
    MOOD_LINES("delighted", MOOD_DELIGHTED), MOOD_LINES("calm", MOOD_CALM), MOOD_LINES("worried", MOOD_WORRIED),
    MOOD_LINES("annoyed", MOOD_ANNOYED), MOOD_LINES("furious", MOOD_FURIOUS),
};
TABLE(lines, customer, lines_fields)

static const struct field customer_fields[] = {
    ID(customer),
    TEXT("name", MUST | LINE, customer, name, LIMIT_NAME),
    TEXT("role", MUST | LINE | TR, customer, role, LIMIT_NAME),
    TEXT("segment", MUST | LINE | TR, customer, segment, LIMIT_NAME),
    TEXT("about", TR, customer, about, LIMIT_TEXT),
    WHOLE("weight", 0, customer, weight, 1, 5, 1),
    WHOLE("trust", 0, customer, trust, 0, 100, 60),
    WHOLE("satisfaction", 0, customer, satisfaction, 0, 100, 60),
    SPAN("patience", MUST, customer, patience, MINUTE, 4 * HOUR, 8 * MINUTE),
    OBJECT("portrait", MUST, AT(customer, portrait), portrait),
    LIST("needs", customer, needs, need_count, need, LIMIT_NEEDS),
    OBJECT("lines", MUST, 0, lines),
};
TABLE(customer, customer, customer_fields)

/* ---- services, roles, rounds ---- */

static const struct field loss_fields[] = {
    TEXT("degraded", LINE | TR, service, loss_degraded, LIMIT_STAGE_LINE),
    TEXT("down", LINE | TR, service, loss_down, LIMIT_STAGE_LINE),
};
TABLE(loss, service, loss_fields)

static const struct field service_fields[] = {
    ID(service),
    TEXT("name", MUST | LINE | TR, service, name, LIMIT_NAME),
    WHOLE("value", MUST, service, value, 0, 1000000, 0),
    SPAN("respond", MUST, service, respond, MINUTE, LONGEST_SPAN, 5 * MINUTE),
    SPAN("restore", MUST, service, restore, MINUTE, LONGEST_SPAN, HOUR),
    OBJECT("loss", 0, 0, loss),
};
TABLE(service, service, service_fields)

static const struct field role_fields[] = {
    ID(role),
    TEXT("name", MUST | LINE | TR, role, name, LIMIT_NAME),
    TEXT("about", TR, role, about, LIMIT_TEXT),
    ROW(PAIR, "seats", MUST, .low = 1, .high = LIMIT_MEMBERS, .fallback = 1,
        .offset = AT(role, seats_low), .second = AT(role, seats_high)),
};
TABLE(role, role, role_fields)

/* A headline has room for two sentences, a piece for one. */
static const struct field headline_fields[] = {
    ID(story),
    TEXT("title", MUST | STAGE, story, title, LIMIT_TITLE),
    TEXT("text", MUST | STAGE, story, text, 2 * LIMIT_STAGE_LINE),
    WHEN("when", 0, story, when),
};
TABLE(headline, story, headline_fields)

static const struct field piece_fields[] = {
    ID(story),
    TEXT("title", MUST | STAGE, story, title, LIMIT_TITLE / 2),
    TEXT("text", MUST | STAGE, story, text, LIMIT_STAGE_LINE),
    WHEN("when", 0, story, when),
};
TABLE(piece, story, piece_fields)

static const struct field front_page_fields[] = {
    TEXT("paper", MUST | STAGE, front_page, paper, LIMIT_NAME / 2),
    TEXT("edition", STAGE, front_page, edition, LIMIT_NAME),
    TEXT("ask", TR, front_page, ask, LIMIT_TEXT),
    ROW(LIST, "headlines", MUST, .low = 1, .limit = LIMIT_STORIES, .offset = AT(front_page, headlines),
        .second = AT(front_page, headline_count), .table = &table_headline),
    ROW(LIST, "pieces", 0, .limit = LIMIT_STORIES, .offset = AT(front_page, pieces),
        .second = AT(front_page, piece_count), .table = &table_piece),
};
TABLE(front_page, front_page, front_page_fields)

static const struct field round_fields[] = {
    ID(round),
    TEXT("title", MUST | LINE | TR, round, title, LIMIT_TITLE),
    ROW(CLOCK, "from", MUST, .offset = AT(round, from)),
    ROW(CLOCK, "to", MUST, .offset = AT(round, to)),
    FLAG("warm_up", round, warm_up),
    TEXTS("briefing", TR, round, briefing, LIMIT_TEXT, 12),
    TEXTS("reflect", TR, round, reflect, LIMIT_TEXT, 12),
    OBJECT("front_page", 0, AT(round, front_page), front_page),
    THINGS("events", 0, event, LIMIT_EVENTS),
};
TABLE(round, round, round_fields)

static const struct field event_fields[] = {
    ID(event),
    TEXT("title", MUST | STAGE, event, title, LIMIT_TITLE),
    TEXT("says", STAGE, event, says, LIMIT_STAGE_LINE),
    REF("customer", 0, event, speaker, CUSTOMER),
    WHEN("when", MUST, event, when),
    ROW(TAGS, "tags", 0, .offset = AT(event, tags)),
    ROW(EFFECTS, "effects", 0, .limit = 4, .offset = AT(event, effects), .second = AT(event, effect_count)),
};
TABLE(event, event, event_fields)

/* ---- incidents ---- */

static const struct field opens_fields[] = {
    REF("round", MUST, incident, round, ROUND),
    ROW(CLOCK, "at", FIELD_IN_ROUND, .fallback = -1, .offset = AT(incident, at)),
    WHEN("when", 0, incident, opens),
};
TABLE(opens, incident, opens_fields)

static const struct field fact_fields[] = {
    ID(fact),
    WORD("kind", MUST, fact, kind, words_fact_kind, 0),
    TEXT("text", MUST | LINE | TR, fact, text, LIMIT_STAGE_LINE),
    FLAG("known", fact, known),
    REF("ask", 0, fact, ask, CUSTOMER),
    WORD("question", 0, fact, question, words_fact_question, ASK_COUNT),
    TEXT("answer", LINE | TR, fact, answer, LIMIT_STAGE_LINE),
    REFS("needs", fact, needs, FACT),
    REFS("matters", fact, matters, CUSTOMER),
    ROW(CLOCK, "deadline", FIELD_FROM_ROUND, .fallback = -1, .offset = AT(fact, deadline)),
};
TABLE(fact, fact, fact_fields)

static const struct field harm_fields[] = {
    WHOLE("chance", MUST, work, harm_chance, 1, 100, 0),
    TEXT("text", MUST | LINE | TR, work, harm_text, LIMIT_STAGE_LINE),
};
TABLE(harm, work, harm_fields)

static const struct field falls_back_fields[] = {
    WHOLE("chance", MUST, work, falls_back_chance, 1, 100, 0),
    SPAN("after", MUST, work, falls_back_after, MINUTE, 4 * HOUR, 0),
    TEXT("text", MUST | LINE | TR, work, falls_back_text, LIMIT_STAGE_LINE),
};
TABLE(falls_back, work, falls_back_fields)

static const struct field work_fields[] = {
    ID(work),
    WORD("kind", MUST, work, kind, words_work_kind, 0),
    TEXT("title", MUST | STAGE, work, title, LIMIT_TITLE),
    REF("role", 0, work, role, ROLE),
    ROW(SPAN_PAIR, "minutes", MUST, .low = 30, .high = 4 * HOUR, .fallback = MINUTE,
        .offset = AT(work, minutes_low), .second = AT(work, minutes_high)),
    REFS("needs", work, needs, FACT),
    REFS("reveals", work, reveals, FACT),
    REF("consult", 0, work, consult, CUSTOMER),
    OBJECT("harm", 0, 0, harm),
    OBJECT("falls_back", 0, 0, falls_back),
    WORD("sets", 0, work, sets, words_sets, -1),
};
TABLE(work, work, work_fields)

static const struct field expectation_fields[] = {
    WORDS("act", MUST, expectation, acts, words_act, 1),
    REF("to", 0, expectation, to, CUSTOMER),
    WORDS("question", 0, expectation, questions, words_question, 0),
    WORDS("claim", 0, expectation, claims, words_claim, 0),
    REF("work", 0, expectation, work, WORK),
    REFS("facts", expectation, facts, FACT),
};
TABLE(expectation, expectation, expectation_fields)

static const struct field moment_fields[] = {
    ID(moment),
    WHEN("when", 0, moment, when),
    WORD("score", MUST, moment, score, words_score, 0),
    TEXT("says", STAGE, moment, says, LIMIT_STAGE_LINE),
    REF("speaker", 0, moment, speaker, CUSTOMER),
    OBJECT("expects", MUST, AT(moment, expects), expectation),
    OBJECT("partly", 0, AT(moment, partly), expectation),
    OBJECT("broken", 0, AT(moment, broken), expectation),
    SPAN("within", MUST, moment, within, 30, 4 * HOUR, 5 * MINUTE),
    TEXT("met", MUST | LINE | TR, moment, met, 2 * LIMIT_STAGE_LINE),
    TEXT("partly_text", LINE | TR, moment, partly_text, 2 * LIMIT_STAGE_LINE),
    TEXT("missed", MUST | LINE | TR, moment, missed, 2 * LIMIT_STAGE_LINE),
    TEXT("broken_text", LINE | TR, moment, broken_text, 2 * LIMIT_STAGE_LINE),
    ROW(CHOICE, "idea", 0, .words = &words_idea, .offset = AT(moment, idea)),
    TEXT("teaches", TR, moment, teaches, LIMIT_TEXT),
};
TABLE(moment, moment, moment_fields)

static const struct field milestone_fields[] = {
    ID(milestone),
    TEXT("title", MUST | STAGE, milestone, title, LIMIT_TITLE),
    ROW(CLOCK, "at", MUST | FIELD_FROM_ROUND, .offset = AT(milestone, at)),
};
TABLE(milestone, milestone, milestone_fields)

static const struct field option_fields[] = {
    ID(option),
    TEXT("text", MUST | LINE | TR, option, text, LIMIT_STAGE_LINE),
    TEXT("consequence", MUST | LINE | TR, option, consequence, 2 * LIMIT_STAGE_LINE),
    REF("first", 0, option, first, INCIDENT),
};
TABLE(option, option, option_fields)

static const struct field contention_fields[] = {
    ROW(REF_PAIR, "between", MUST, .target = TARGET_INCIDENT, .fallback = NOBODY, .offset = AT(incident, between)),
    REF("decider", MUST, incident, decider, CUSTOMER),
    ROW(LIST, "options", MUST, .low = 2, .limit = LIMIT_OPTIONS, .offset = AT(incident, options),
        .second = AT(incident, option_count), .table = &table_option),
};
TABLE(contention, incident, contention_fields)

#define SPINE(word, spine) TEXTS(word, LINE | TR, root_cause, spines[spine], 2 * LIMIT_STAGE_LINE, 6)
static const struct field spines_fields[] = {
    SPINE("process", SPINE_PROCESS), SPINE("people", SPINE_PEOPLE), SPINE("technology", SPINE_TECHNOLOGY),
    SPINE("policy", SPINE_POLICY),
};
TABLE(spines, root_cause, spines_fields)

static const struct field root_cause_fields[] = {
    OBJECT("spines", MUST, 0, spines),
    WORD("answer", MUST, root_cause, answer, words_spine, -1),
    REF("prevents", 0, root_cause, prevents, INCIDENT),
};
TABLE(root_cause, root_cause, root_cause_fields)

static const struct field incident_fields[] = {
    NOTES,
    ID(incident),
    WORD("kind", MUST, incident, kind, words_incident_kind, 0),
    TEXT("title", MUST | STAGE, incident, title, LIMIT_TITLE),
    REF("reporter", MUST, incident, reporter, CUSTOMER),
    REF("service", 0, incident, service, SERVICE),
    WORD("impact", 0, incident, impact, words_level, LEVEL_WAITING),
    FLAG("major", incident, major),
    OBJECT("opens", MUST, 0, opens),
    SPAN("lapses", 0, incident, lapses, MINUTE, LONGEST_SPAN, 0),
    SPAN("restore", 0, incident, restore, MINUTE, LONGEST_SPAN, 0),
    WHOLE("value", 0, incident, value, 0, 10000000, 0),
    ROW(TAGS, "tags", 0, .offset = AT(incident, tags)),
    TEXT("says", MUST | STAGE, incident, says, LIMIT_STAGE_LINE),
    TEXT("stage", STAGE, incident, stage, LIMIT_STAGE_LINE),
    TEXT("lesson", TR, incident, lesson, LIMIT_TEXT),
    THINGS("facts", 0, fact, LIMIT_FACTS_INCIDENT),
    THINGS("works", 0, work, 32),
    THINGS("moments", 0, moment, 32),
    LIST("milestones", incident, milestones, milestone_count, milestone, LIMIT_MILESTONES),
    TEXTS("conditions", LINE | TR, incident, conditions, 2 * LIMIT_STAGE_LINE, 8),
    OBJECT("contention", 0, 0, contention),
    OBJECT("root_cause", 0, AT(incident, root_cause), root_cause),
    REF("recurs", 0, incident, recurs, INCIDENT),
};
TABLE(incident, incident, incident_fields)

/* ---- between and after the rounds ---- */

static const struct field improvement_fields[] = {
    ID(improvement),
    TEXT("title", MUST | LINE | TR, improvement, title, LIMIT_TITLE),
    TEXT("text", MUST | TR, improvement, text, LIMIT_TEXT),
    WORD("effect", MUST, improvement, effect, words_improvement, 0),
};
TABLE(improvement, improvement, improvement_fields)

static const struct field survey_fields[] = {
    ID(survey_question),
    TEXT("text", MUST | LINE | TR, survey_question, text, 2 * LIMIT_STAGE_LINE),
};
TABLE(survey, survey_question, survey_fields)

static const struct field ending_fields[] = {
    ID(ending),
    TEXT("title", MUST | LINE | TR, ending, title, LIMIT_TITLE),
    TEXT("text", MUST | TR, ending, text, LIMIT_TEXT),
    WHEN("when", 0, ending, when),
    WORD("verdict", 0, ending, verdict, words_business_verdict, BUSINESS_NOTICE),
    ROW(TAGS, "tags", 0, .offset = AT(ending, tags)),
};
TABLE(ending, ending, ending_fields)

static const struct field card_fields[] = {
    ID(card),
    TEXT("title", MUST | LINE | TR, card, title, LIMIT_TITLE),
    TEXT("line", MUST | LINE | TR, card, line, 2 * LIMIT_STAGE_LINE),
    WORD("aspect", MUST, card, aspect, words_aspect, 0),
};
TABLE(card, card, card_fields)

static const struct field preset_fields[] = {
    WORD("preset", MUST, preset_plan, preset, words_preset, 0),
    REFS("rounds", preset_plan, rounds, ROUND),
    WORDS("leave_out", 0, preset_plan, leave_out, words_phase, 0),
};
TABLE(preset, preset_plan, preset_fields)

static const struct field marker_fields[] = {
    ID(marker),
    TEXT("text", MUST | LINE | TR, marker, text, LIMIT_TITLE),
    WORD("score", MUST, marker, score, words_score, 0),
    FLAG("good", marker, good),
};
TABLE(marker, marker, marker_fields)

/* ---- the pack ---- */

static const struct field value_fields[] = {
    TEXT("unit", MUST | LINE, scenario, value_unit, 12),
    ROW(CHOICE, "per", FIELD_REQUIRED, .words = &words_per, .offset = SIZE_MAX),
};
TABLE(value, scenario, value_fields)

static const struct field organisation_fields[] = {
    TEXT("name", MUST | LINE | TR, scenario, organisation, LIMIT_NAME),
    TEXTS("story", MUST | TR, scenario, story, LIMIT_TEXT, 12),
    OBJECT("value", MUST, 0, value),
};
TABLE(organisation, scenario, organisation_fields)

static const struct field rules_fields[] = {
    WORD("fix_times", 0, scenario_rules, fix_times, words_fix_times, FIX_TIMES_WELCOME),
    SPAN("bad_news_within", 0, scenario_rules, bad_news_within, MINUTE, HOUR, 5 * MINUTE),
    SPAN("withhold_within", 0, scenario_rules, withhold_within, MINUTE, 4 * HOUR, 15 * MINUTE),
    WHOLE("trust_gate", 0, scenario_rules, trust_gate, 1, 100, 70),
    SPAN("conversation", 0, scenario_rules, conversation, 30, 10 * MINUTE, 2 * MINUTE),
    ROW(TENTHS, "pace", 0, .low = 10, .high = 600, .fallback = 60, .offset = AT(scenario_rules, pace)),
    SPAN("fixed_holds", 0, scenario_rules, fixed_holds, MINUTE, 4 * HOUR, 20 * MINUTE),
    SPAN("commitment_within", 0, scenario_rules, commitment_within, MINUTE, HOUR, 5 * MINUTE),
};
TABLE(rules, scenario_rules, rules_fields)

static const struct field pack_fields[] = {
    NOTES,
    WHOLE("format", MUST, scenario, format, 1, 1, 1),
    ID(scenario),
    TEXT("title", MUST | LINE | TR, scenario, title, LIMIT_TITLE),
    ROW(ID, "language", MUST, .high = 12, .offset = AT(scenario, language)),
    TEXT("summary", MUST | TR, scenario, summary, LIMIT_TEXT),
    TEXT("author", LINE, scenario, author, LIMIT_NAME),
    WORD("level", MUST, scenario, level, words_pack_level, 0),
    ROW(PAIR, "players", MUST, .low = 1, .high = 60, .fallback = 1,
        .offset = AT(scenario, players_low), .second = AT(scenario, players_high)),
    OBJECT("organisation", MUST, 0, organisation),
    OBJECT("rules", 0, AT(scenario, rules), rules),
    ROW(TAG_NAMES, "tags", 0, .limit = 32),
    THINGS("customers", MUST, customer, LIMIT_CUSTOMERS),
    THINGS("services", MUST, service, LIMIT_SERVICES),
    THINGS("roles", MUST, role, LIMIT_ROLES),
    THINGS("rounds", MUST, round, LIMIT_ROUNDS),
    ROW(FILES, "incidents", MUST, .limit = LIMIT_INCIDENTS, .table = &table_incident),
    ROW(FILES, "cards", 0, .limit = 64, .table = &table_card),
    THINGS("improvements", 0, improvement, LIMIT_IMPROVEMENTS),
    THINGS("survey", 0, survey, 12),
    THINGS("endings", 0, ending, 12),
    THINGS("markers", 0, marker, 9),
    LIST("presets", scenario, presets, preset_count, preset, LIMIT_PRESETS),
};
TABLE(pack, scenario, pack_fields)

const struct table *const tables_all[] = {
    &table_pack, &table_organisation, &table_value, &table_rules, &table_customer, &table_portrait,
    &table_need, &table_lines,
    &table_service, &table_loss, &table_role, &table_round, &table_front_page, &table_headline, &table_piece, &table_event, &table_incident, &table_opens, &table_fact,
    &table_work, &table_harm, &table_falls_back, &table_moment, &table_expectation, &table_milestone, &table_contention,
    &table_option, &table_root_cause, &table_spines, &table_improvement, &table_survey, &table_ending, &table_card,
    &table_marker, &table_preset, NULL,
};

const struct field *table_field(const struct table *t, const char *key)
{
    for (int32_t i = 0; i < t->count; i++)
        if (strcmp(t->fields[i].key, key) == 0)
            return &t->fields[i];
    return NULL;
}
