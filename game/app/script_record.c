#include "app/script_record.h"
#include "model/behaviours.h"
#include "model/words.h"
#include <stdlib.h>
#include <string.h>

/* How a value is written. */
enum value {
    VALUE_NUMBER, VALUE_PLACE,                                            /* PLACE: counted from 1 */
    VALUE_MEMBER, VALUE_CUSTOMER, VALUE_INCIDENT, VALUE_ROUND, VALUE_CARD, VALUE_IMPROVEMENT,
    VALUE_BEHAVIOUR, VALUE_SPINE, VALUE_OUTCOME, VALUE_PLEDGE, VALUE_TALLY, VALUE_PART,
    VALUE_SUBJECT                                                         /* by what the hands were for */
};

struct field { const char *name; enum value value; };
/* Fields in the order of the command's. */
struct form { int32_t kind; struct field fields[SCRIPT_FIELDS]; };

static const struct form forms[] = {
    {SIM_CMD_LEARN, {{"on", VALUE_NUMBER}, {"pattern", VALUE_NUMBER}}},
    {SIM_CMD_COMMIT, {{"slot", VALUE_PLACE}, {"behaviour", VALUE_BEHAVIOUR}, {"member", VALUE_MEMBER}}},
    {SIM_CMD_CHARTER, {{"slot", VALUE_PLACE}, {"behaviour", VALUE_BEHAVIOUR}}},
    {SIM_CMD_MARK,
     {{"what", VALUE_PLEDGE}, {"slot", VALUE_PLACE}, {"member", VALUE_MEMBER}, {"round", VALUE_ROUND}, {"outcome", VALUE_OUTCOME}}},
    {SIM_CMD_IMPROVE,
     {{"improvement", VALUE_IMPROVEMENT}, {"on", VALUE_NUMBER}, {"incident", VALUE_INCIDENT}, {"spine", VALUE_SPINE}}},
    {SIM_CMD_AMBASSADOR, {{"customer", VALUE_CUSTOMER}, {"member", VALUE_MEMBER}}},
    {SIM_CMD_TALLY, {{"what", VALUE_TALLY}, {"subject", VALUE_SUBJECT}, {"by", VALUE_NUMBER}, {"count", VALUE_NUMBER}}},
    {SIM_CMD_CARD_SHEET, {{"card", VALUE_CARD}, {"part", VALUE_PART}}},
    {SIM_CMD_MONDAY, {{"slot", VALUE_PLACE}, {"member", VALUE_MEMBER}, {"days", VALUE_NUMBER}}},
    {SIM_CMD_FOLLOW_UP, {{"slot", VALUE_PLACE}, {"days", VALUE_NUMBER}, {"outcome", VALUE_OUTCOME}}},
    {SIM_CMD_EDIT_REPORT, {{"part", VALUE_NUMBER}, {"edit", VALUE_NUMBER}}},
};
enum { FORMS = sizeof forms / sizeof *forms };

static const char *const pledge_items[] = {"commitment", "charter"};
static const char *const tally_items[] = {"card-users", "card-ours", "commitment", "charter", "improvement", "survey",
                                          "survey-later"};
static const char *const part_items[] = {"value", "outcomes", "costs", "risks"};
static const char *const outcome_items[] = {"open", "met", "partly", "missed", "broken", "none"};
static const struct word_list pledges = {pledge_items, PLEDGE_KIND_COUNT}, tallies = {tally_items, TALLY_KIND_COUNT},
                              parts = {part_items, 4}, outcomes = {outcome_items, OUTCOME_COUNT};

static const struct form *form_of(int32_t kind)
{
    for (int i = 0; i < FORMS; i++)
        if (forms[i].kind == kind)
            return &forms[i];
    return NULL;
}

int script_record_command(const char *word, int32_t *kind, const char **nearest)
{
    const char *names[FORMS];
    for (int i = 0; i < FORMS; i++) {
        names[i] = sim_command_word(forms[i].kind);
        if (strcmp(word, names[i]) == 0) {
            *kind = forms[i].kind;
            return 1;
        }
    }
    *nearest = diag_nearest(word, names, FORMS);
    return 0;
}

int script_record_field(int32_t kind, const char *name, size_t length, const char **nearest)
{
    const struct form *form = form_of(kind);
    const char *names[SCRIPT_FIELDS];
    int count = 0;
    char word[40] = "";
    for (; count < SCRIPT_FIELDS && form->fields[count].name != NULL; count++) {
        names[count] = form->fields[count].name;
        if (strlen(names[count]) == length && memcmp(names[count], name, length) == 0)
            return count;
    }
    memcpy(word, name, length < sizeof word ? length : 0);
    *nearest = diag_nearest(word, names, count);
    return -1;
}

/* --- values: 1 and the number, 0 when the word means nothing here --- */

static int whole_number(const char *word, int32_t *out)
{
    char *end;
    long n = strtol(word, &end, 10);
    *out = (int32_t)n;
    return end != word && *end == '\0' && n >= -1000000 && n <= 1000000;
}

static int listed(const struct word_list *list, const char *word, int32_t *out)
{
    *out = word_find(list, word);
    return *out >= 0;
}

static int placed(const char *word, int32_t *out)
{
    return whole_number(word, out) && (*out)-- > 0;
}

/* Counted from 1 as the set-up page does, or by name. */
static int member_of(const struct session *session, const char *word, int32_t *out)
{
    const struct session_setup *setup = session_setup(session);
    for (int32_t i = 0; i < setup->member_count; i++)
        if (strcmp(setup->members[i].name, word) == 0)
            return *out = i, 1;
    return placed(word, out) && *out < setup->member_count;
}

/* The scored rounds count from 1; ids do too. */
static int round_of(const struct scenario *sc, const char *word, int32_t *out)
{
    int32_t wanted, number = 0;
    int counted = whole_number(word, &wanted);
    for (*out = 0; *out < sc->round_count; (*out)++) {
        int32_t here = sc->rounds[*out].warm_up ? 0 : ++number;
        if ((counted && here == wanted) || strcmp(sc->rounds[*out].id, word) == 0)
            return 1;
    }
    return 0;
}

/* Things of the pack by their ids: the id stands at the same place in each item of an array. */
static int identified(const void *items, size_t size, size_t id_at, int32_t count, const char *word, int32_t *out)
{
    for (*out = 0; *out < count; (*out)++) {
        const char *id;
        memcpy(&id, (const char *)items + (size_t)*out * size + id_at, sizeof id);
        if (strcmp(id, word) == 0)
            return 1;
    }
    return 0;
}
#define IDENTIFIED(sc, list, number, type, word, out) \
    identified((sc)->list, sizeof(struct type), offsetof(struct type, id), (sc)->number, word, out)

static int subject_of(const struct scenario *sc, int32_t what, const char *word, int32_t *out)
{
    switch (what) {
    case TALLY_CARD_USERS:
    case TALLY_CARD_OURS: return IDENTIFIED(sc, cards, card_count, card, word, out);
    case TALLY_IMPROVEMENT: return IDENTIFIED(sc, improvements, improvement_count, improvement, word, out);
    case TALLY_SURVEY: return IDENTIFIED(sc, survey, survey_count, survey_question, word, out);
    default: return placed(word, out);
    }
}

static int value_of(const struct session *session, enum value value, const char *word, const int32_t *before, int32_t *out)
{
    const struct scenario *sc = session_scenario(session);
    switch (value) {
    case VALUE_NUMBER: return whole_number(word, out);
    case VALUE_PLACE: return placed(word, out);
    case VALUE_MEMBER: return member_of(session, word, out);
    case VALUE_CUSTOMER: return IDENTIFIED(sc, customers, customer_count, customer, word, out);
    case VALUE_INCIDENT: return IDENTIFIED(sc, incidents, incident_count, incident, word, out);
    case VALUE_ROUND: return round_of(sc, word, out);
    case VALUE_CARD: return IDENTIFIED(sc, cards, card_count, card, word, out);
    case VALUE_IMPROVEMENT: return IDENTIFIED(sc, improvements, improvement_count, improvement, word, out);
    case VALUE_BEHAVIOUR: return listed(&words_behaviour, word, out);
    case VALUE_SPINE: return listed(&words_spine, word, out);
    case VALUE_OUTCOME: return listed(&outcomes, word, out);
    case VALUE_PLEDGE: return listed(&pledges, word, out);
    case VALUE_TALLY: return listed(&tallies, word, out);
    case VALUE_PART: return listed(&parts, word, out);
    case VALUE_SUBJECT: return subject_of(sc, before[0], word, out);
    }
    return 0;
}

const char *script_record_make(const struct session *session, const struct script_record *record, struct sim_command *out,
                               const char *words[2])
{
    const struct form *form = form_of(record->command);
    *out = sim_command_make((enum sim_command_kind)record->command);
    words[0] = record->words[0];
    words[1] = record->words[1];
    for (int i = 0; i < SCRIPT_FIELDS; i++)
        if (record->values[i] != NULL && !value_of(session, form->fields[i].value, record->values[i], out->v, &out->v[i]))
            return record->values[i];
    return NULL;
}
