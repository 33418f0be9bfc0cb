/* The tables of report_json() and report_json_schema(): structures in the order of their use, the whole report last. */
#include "data_parts.h"
#include "view/view_report.h"

#define AT(S, member) offsetof(struct S, member)
#define TEXT(S, name, member) {.key = name, .kind = DATA_TEXT, .at = AT(S, member)}
#define NUMBER(S, name, member) {.key = name, .kind = DATA_NUMBER, .at = AT(S, member)}
#define SHARE(S, name, member) {.key = name, .kind = DATA_SHARE, .at = AT(S, member)}
#define FLAG(S, name, member) {.key = name, .kind = DATA_FLAG, .at = AT(S, member)}
#define SECOND(S, name, member) {.key = name, .kind = DATA_SECOND, .at = AT(S, member)}
#define WORD(S, name, member, list) {.key = name, .kind = DATA_WORD, .at = AT(S, member), .words = list, .most = LENGTH(list)}
#define ONE(S, name, member, record) {.key = name, .kind = DATA_RECORD, .at = AT(S, member), .of = &(record)}
#define REFS(S, name, member) {.key = name, .kind = DATA_REFS, .at = AT(S, member)}
/* Where a pointer leads; inside, as many as a number says; inside, always as many; inside, for each round. */
#define MANY(S, name, member, record, number) \
    {.key = name, .kind = DATA_RECORDS, .at = AT(S, member), .of = &(record), .many = DATA_COUNTED, .count = AT(S, number), .pointer = 1}
#define SOME(S, name, member, record, number) \
    {.key = name, .kind = DATA_RECORDS, .at = AT(S, member), .of = &(record), .many = DATA_COUNTED, .count = AT(S, number)}
#define ALL(S, name, member, record, number) \
    {.key = name, .kind = DATA_RECORDS, .at = AT(S, member), .of = &(record), .many = DATA_FIXED, .most = number}
#define ROUNDS(S, name, member, record) {.key = name, .kind = DATA_RECORDS, .at = AT(S, member), .of = &(record), .many = DATA_BY_ROUND}
#define NUMBERS(S, name, member, number) {.key = name, .kind = DATA_NUMBERS, .at = AT(S, member), .many = DATA_FIXED, .most = number}
#define NUMBERS_OF(S, name, member, number) {.key = name, .kind = DATA_NUMBERS, .at = AT(S, member), .many = DATA_COUNTED, .count = AT(S, number)}
#define NUMBER_A_ROUND(S, name, member) {.key = name, .kind = DATA_NUMBERS, .at = AT(S, member), .many = DATA_BY_ROUND}
#define TEXTS(S, name, member, number) {.key = name, .kind = DATA_TEXTS, .at = AT(S, member), .many = DATA_FIXED, .most = number}
#define TEXTS_OF(S, name, member, number) {.key = name, .kind = DATA_TEXTS, .at = AT(S, member), .many = DATA_COUNTED, .count = AT(S, number)}
#define TEXT_A_ROUND(S, name, member) {.key = name, .kind = DATA_TEXTS, .at = AT(S, member), .many = DATA_BY_ROUND}
#define LENGTH(list) ((int)(sizeof(list) / sizeof((list)[0])))
#define RECORD(variable, word, S) \
    static const struct data_record variable = {.name = word, .size = sizeof(struct S), .fields = variable##_fields, .count = LENGTH(variable##_fields)}

static const char *const tones[] = {"neutral", "good", "warning", "bad", "team", "learning"};
static const char *const marks[] = {"open", "kept", "late", "dropped", "moved", "fell-away"};
static const char *const moods[] = {"delighted", "calm", "worried", "annoyed", "furious"};
static const char *const tallies[] = {"card-users", "card-ours", "commitment", "charter", "improvement", "survey", "survey-later"};
static const char *const edits[] = {"change", "hide", "show", "add", "section", "word", "restore"};

static const struct data_field rests_fields[] = {{.key = "refs", .kind = DATA_REFS, .at = 0}};
RECORD(rests, "references", report_rests);

static const struct data_field sentence_fields[] = {
    TEXT(report_sentence, "id", id), TEXT(report_sentence, "text", text), REFS(report_sentence, "refs", rests)};
RECORD(sentence, "sentence", report_sentence);

static const struct data_field counts_fields[] = {
    NUMBER(report_count, "met", met), NUMBER(report_count, "partly", partly), NUMBER(report_count, "missed", missed),
    NUMBER(report_count, "broken", broken), NUMBER(report_count, "counted", counted), NUMBER(report_count, "disputed", disputed),
    NUMBER(report_count, "overruled", overruled), SHARE(report_count, "percent", percent), SHARE(report_count, "percent_by_rule", percent_by_rule)};
RECORD(counts, "score", report_count);

static const struct data_field effect_fields[] = {
    NUMBER(report_effect, "points", points), NUMBER(report_effect, "from", from), NUMBER(report_effect, "to", to),
    TEXT(report_effect, "why", why), TEXT(report_effect, "sentence", sentence)};
RECORD(effect, "trust_effect", report_effect);

static const struct data_field promise_fields[] = {
    TEXT(report_promise, "id", id), TEXT(report_promise, "what", what), TEXT(report_promise, "to", to), TEXT(report_promise, "by", by),
    TEXT(report_promise, "about", about), SECOND(report_promise, "made", made), SECOND(report_promise, "due", due),
    SECOND(report_promise, "settled", settled), TEXT(report_promise, "made_at", made_at), TEXT(report_promise, "due_at", due_at),
    TEXT(report_promise, "settled_at", settled_at), WORD(report_promise, "mark", mark, marks), TEXT(report_promise, "state", state)};
RECORD(promise, "promise", report_promise);

static const struct data_field moment_fields[] = {
    TEXT(report_moment, "id", id), TEXT(report_moment, "time", time), TEXT(report_moment, "sentence", sentence),
    TEXT(report_moment, "score", score), TEXT(report_moment, "outcome", outcome), TEXT(report_moment, "evidence", evidence),
    WORD(report_moment, "tone", tone, tones), FLAG(report_moment, "disputed", disputed), FLAG(report_moment, "overruled", overruled),
    TEXT(report_moment, "decided", decided), ONE(report_moment, "trust", effect, effect)};
RECORD(moment, "moment", report_moment);

static const struct data_field incident_fields[] = {
    TEXT(report_incident, "id", id), TEXT(report_incident, "title", title), TEXT(report_incident, "who", who),
    TEXT(report_incident, "kind", kind), TEXT(report_incident, "course", course), MANY(report_incident, "moments", moments, moment, moment_count)};
RECORD(incident, "incident", report_incident);

static const struct data_field claim_fields[] = {
    TEXT(report_claim, "id", id), SECOND(report_claim, "at", at), TEXT(report_claim, "time", time), TEXT(report_claim, "by", by),
    TEXT(report_claim, "to", to), TEXT(report_claim, "about", about), TEXT(report_claim, "words", words), TEXT(report_claim, "kind", kind),
    TEXT(report_claim, "verdict", verdict), TEXT(report_claim, "later", later), WORD(report_claim, "tone", tone, tones),
    FLAG(report_claim, "disputed", disputed), FLAG(report_claim, "overruled", overruled), TEXT(report_claim, "decided", decided)};
RECORD(claim, "claim", report_claim);

static const struct data_field whole_round_fields[] = {
    TEXT(report_round, "label", label), TEXT(report_round, "title", title), TEXT(report_round, "when", when),
    SECOND(report_round, "from", from), SECOND(report_round, "to", to), ONE(report_round, "involving", scores[0], counts),
    ONE(report_round, "honest_status", scores[1], counts), ONE(report_round, "follow_through", scores[2], counts),
    SHARE(report_round, "delivered", delivered), SHARE(report_round, "perceived", perceived),
    NUMBER(report_round, "targets_met", targets_met), NUMBER(report_round, "targets", targets),
    NUMBER(report_round, "value_lost", value_lost), NUMBER(report_round, "value_possible", value_possible),
    NUMBER(report_round, "acts", acts), NUMBER(report_round, "visible_acts", visible),
    NUMBER(report_round, "promises_made", promises), NUMBER(report_round, "promises_kept", kept), NUMBER(report_round, "promises_moved", moved),
    NUMBER(report_round, "promises_late", late), NUMBER(report_round, "promises_dropped", dropped), NUMBER(report_round, "promises_open", open),
    NUMBER(report_round, "promises_fell_away", fell_away), MANY(report_round, "promises", promise_list, promise, promise_count),
    MANY(report_round, "incidents", incidents, incident, incident_count), MANY(report_round, "claims", claims, claim, claim_count)};
RECORD(whole_round, "round", report_round);

static const struct data_field silence_fields[] = {
    NUMBER(report_silence, "came", came), NUMBER(report_silence, "late", late), NUMBER(report_silence, "none", none)};
RECORD(silence, "updates_due", report_silence);

static const struct data_field customer_fields[] = {
    TEXT(report_customer, "name", name), TEXT(report_customer, "role", role), TEXT(report_customer, "segment", segment),
    WORD(report_customer, "mood", mood, moods), NUMBER(report_customer, "trust_start", trust_start),
    NUMBER(report_customer, "satisfaction_start", satisfaction_start), NUMBER_A_ROUND(report_customer, "trust", trust),
    NUMBER_A_ROUND(report_customer, "satisfaction", satisfaction), ONE(report_customer, "best", best, effect),
    TEXT(report_customer, "best_when", best_when), ONE(report_customer, "worst", worst, effect),
    TEXT(report_customer, "worst_when", worst_when), ONE(report_customer, "updates_due", silence, silence)};
RECORD(customer, "customer", report_customer);

static const struct data_field turn_fields[] = {
    TEXT(report_turn, "id", id), TEXT(report_turn, "when", when), TEXT(report_turn, "who", who), TEXT(report_turn, "knew", knew),
    TEXT(report_turn, "done", done), TEXT(report_turn, "lived", lived), TEXT(report_turn, "words", words),
    NUMBER(report_turn, "trust_from", from), NUMBER(report_turn, "trust_to", to), FLAG(report_turn, "shown", shown), REFS(report_turn, "refs", rests)};
RECORD(turn, "moment_of_truth", report_turn);

static const struct data_field question_fields[] = {
    TEXT(report_question, "id", id), TEXT(report_question, "question", question), TEXT(report_question, "because", because)};
RECORD(question, "question", report_question);

static const struct data_field voucher_fields[] = {
    TEXT(report_voucher, "id", id), TEXT(report_voucher, "when", when), TEXT(report_voucher, "from", from), TEXT(report_voucher, "to", to),
    TEXT(report_voucher, "story", story), TEXT(report_voucher, "about", about)};
RECORD(voucher, "voucher", report_voucher);

static const struct data_field note_fields[] = {
    TEXT(report_note, "id", id), TEXT(report_note, "when", when), TEXT(report_note, "words", words), TEXT(report_note, "about", about)};
RECORD(note, "note", report_note);

static const struct data_field seen_fields[] = {
    TEXT(report_seen, "what", what), TEXT(report_seen, "notes", notes), FLAG(report_seen, "good", good), NUMBER(report_seen, "count", count)};
RECORD(seen, "observation", report_seen);

static const struct data_field correction_fields[] = {
    TEXT(report_correction, "id", id), TEXT(report_correction, "when", when), TEXT(report_correction, "what", what),
    TEXT(report_correction, "was", was), TEXT(report_correction, "now", now), TEXT(report_correction, "reason", reason),
    TEXT(report_correction, "author", author)};
RECORD(correction, "correction", report_correction);

static const struct data_field member_fields[] = {TEXT(report_member, "name", name), TEXT(report_member, "role", role)};
RECORD(member, "member", report_member);

static const struct data_field value_fields[] = {
    TEXT(report_value, "value", value), TEXT(report_value, "of", of), TEXT(report_value, "rest", rest),
    TEXT(report_value, "by_rule", by_rule), SHARE(report_value, "percent", percent)};
RECORD(value, "value", report_value);

static const struct data_field row_fields[] = {
    TEXT(report_row, "name", name), TEXT(report_row, "about", about), ROUNDS(report_row, "rounds", rounds, value), ONE(report_row, "all", all, value)};
RECORD(row, "figure", report_row);

static const struct data_field group_fields[] = {TEXT(report_group, "name", name), MANY(report_group, "figures", rows, row, row_count)};
RECORD(group, "figures", report_group);

static const struct data_field place_fields[] = {
    TEXT(report_place, "name", name), NUMBER(report_place, "acts", acts), NUMBER_A_ROUND(report_place, "rounds", rounds),
    SHARE(report_place, "share", share), TEXT(report_place, "time", time)};
RECORD(place, "place", report_place);

static const struct data_field matrix_fields[] = {
    ALL(report_matrix, "places", places, place, REPORT_MATRIX), NUMBER(report_matrix, "acts", acts), NUMBER(report_matrix, "seen", seen),
    TEXT(report_matrix, "seen_time", seen_time), TEXT(report_matrix, "time", time)};
RECORD(matrix, "value_matrix", report_matrix);

static const struct data_field survey_fields[] = {
    TEXT(report_survey, "name", name), FLAG(report_survey, "few", few), NUMBERS(report_survey, "answers", answers, 5),
    NUMBER(report_survey, "count", count), SHARE(report_survey, "percent", percent), TEXT(report_survey, "counts", counts),
    TEXT(report_survey, "band", band)};
RECORD(survey, "survey", report_survey);

static const struct data_field statement_fields[] = {
    TEXT(report_statement, "name", name), TEXT(report_statement, "often", often), TEXT(report_statement, "counts", counts),
    WORD(report_statement, "tone", tone, tones)};
RECORD(statement, "statement", report_statement);

static const struct data_field aspect_fields[] = {
    TEXT(report_aspect, "name", name), TEXT(report_aspect, "about", about), MANY(report_aspect, "statements", items, statement, count)};
RECORD(aspect, "aspect", report_aspect);

static const struct data_field gate_fields[] = {
    NUMBER(report_gate, "number", number), TEXT(report_gate, "level", level), TEXT(report_gate, "name", name),
    TEXT(report_gate, "bound", bound), TEXT(report_gate, "value", value), FLAG(report_gate, "held", held)};
RECORD(gate, "gate", report_gate);

static const struct data_field maturity_fields[] = {
    NUMBER(report_maturity, "level", level), TEXT(report_maturity, "word", word), TEXT(report_maturity, "about", about),
    TEXT(report_maturity, "stopped", stopped), TEXT_A_ROUND(report_maturity, "rounds", rounds), MANY(report_maturity, "gates", gates, gate, gate_count)};
RECORD(maturity, "maturity", report_maturity);

static const struct data_field evidence_fields[] = {
    TEXT(report_evidence, "when", when), TEXT(report_evidence, "text", text), TEXT(report_evidence, "about", about)};
RECORD(evidence, "evidence", report_evidence);

static const struct data_field pattern_fields[] = {
    TEXT(report_pattern, "id", id), TEXT(report_pattern, "name", name), TEXT(report_pattern, "says", says), TEXT(report_pattern, "count", count),
    FLAG(report_pattern, "good", good), NUMBER(report_pattern, "seen", seen), MANY(report_pattern, "evidence", evidence, evidence, evidence_count)};
RECORD(pattern, "pattern", report_pattern);

static const struct data_field standing_fields[] = {
    TEXT(report_standing, "word", word), TEXT(report_standing, "counts", counts), WORD(report_standing, "tone", tone, tones)};
RECORD(standing, "standing", report_standing);

static const struct data_field commitment_fields[] = {
    TEXT(report_commitment, "round", round), TEXT(report_commitment, "words", words), TEXT(report_commitment, "checked", checked),
    TEXT(report_commitment, "by", by), ONE(report_commitment, "standing", standing, standing)};
RECORD(commitment, "commitment", report_commitment);

static const struct data_field charter_fields[] = {
    TEXT(report_charter, "words", words), TEXT(report_charter, "checked", checked), ROUNDS(report_charter, "rounds", rounds, standing)};
RECORD(charter, "charter_line", report_charter);

static const struct data_field improvement_fields[] = {
    TEXT(report_improvement, "title", title), TEXT(report_improvement, "text", text), TEXT(report_improvement, "since", since),
    TEXT(report_improvement, "came", came), WORD(report_improvement, "tone", tone, tones)};
RECORD(improvement, "improvement", report_improvement);

static const struct data_field action_fields[] = {
    TEXT(report_action, "who", who), TEXT(report_action, "when", when), TEXT(report_action, "will", will), TEXT(report_action, "due", due),
    TEXT(report_action, "note", note), ONE(report_action, "follow_up", follow, standing)};
RECORD(action, "monday_action", report_action);

static const struct data_field card_fields[] = {
    TEXT(report_card, "title", title), TEXT(report_card, "line", line), NUMBER(report_card, "users", users), NUMBER(report_card, "ours", ours),
    TEXTS(report_card, "sheet", sheet, REPORT_CARD_PARTS)};
RECORD(card, "card", report_card);

static const struct data_field vote_fields[] = {
    WORD(report_vote, "vote", what, tallies), TEXT(report_vote, "subject", subject), NUMBER(report_vote, "hands", hands), FLAG(report_vote, "few", few)};
RECORD(vote, "vote", report_vote);

static const struct data_field edit_fields[] = {
    NUMBER(view_report_edit, "part", part), WORD(view_report_edit, "edit", what, edits), TEXT(view_report_edit, "words", words),
    TEXT(view_report_edit, "title", title)};
RECORD(edit, "edit", view_report_edit);

static const struct data_field data_report_fields[] = {
    TEXT(view_report, "team", team), TEXT(view_report, "pack", pack), TEXT(view_report, "pack_author", pack_author),
    TEXT(view_report, "organisation", organisation), TEXT(view_report, "day", day), TEXT(view_report, "language", language),
    TEXT(view_report, "rules", rules), TEXT(view_report, "digest", digest), TEXT(view_report, "seed", seed),
    FLAG(view_report, "names_shown", names), FLAG(view_report, "finished", finished), TEXT(view_report, "state", state),
    TEXT(view_report, "damage", damage), TEXT(view_report, "finding", finding), REFS(view_report, "finding_refs", finding_rests),
    TEXTS_OF(view_report, "summary", summary, summary_count), SOME(view_report, "summary_refs", summary_rests, rests, summary_count),
    ALL(view_report, "heads", heads, sentence, REPORT_HEAD_COUNT), TEXT(view_report, "value_unit", unit),
    SOME(view_report, "rounds", rounds, whole_round, round_count), MANY(view_report, "members", members, member, member_count),
    SOME(view_report, "customers", customers, customer, customer_count), SOME(view_report, "moments_of_truth", turns, turn, turn_count),
    SOME(view_report, "questions", questions, question, question_count), MANY(view_report, "vouchers", vouchers, voucher, voucher_count),
    MANY(view_report, "notes", notes, note, note_count), MANY(view_report, "observations", seen, seen, seen_count),
    MANY(view_report, "corrections", corrections, correction, correction_count), ALL(view_report, "sides", sides, row, REPORT_SIDES),
    ALL(view_report, "spokes", spokes, row, REPORT_SPOKES), ALL(view_report, "account", account, group, REPORT_ACCOUNT),
    ONE(view_report, "value_matrix", matrix, matrix), MANY(view_report, "surveys", surveys, survey, survey_count),
    ALL(view_report, "aspects", aspects, aspect, REPORT_ASPECTS), ONE(view_report, "maturity", maturity, maturity),
    ONE(view_report, "commitments_kept", kept, row), ONE(view_report, "quiet", quiet, value), ONE(view_report, "load", load, value),
    ONE(view_report, "told_after", told, value), NUMBER(view_report, "works", works),
    NUMBERS_OF(view_report, "works_by_hands", hands, hand_count), MANY(view_report, "patterns", patterns, pattern, pattern_count),
    MANY(view_report, "commitments", commitments, commitment, commitment_count), MANY(view_report, "charter", charter, charter, charter_count),
    MANY(view_report, "improvements", improvements, improvement, improvement_count), MANY(view_report, "monday", actions, action, action_count),
    MANY(view_report, "cards", cards, card, card_count), FLAG(view_report, "few_cards", few_cards), MANY(view_report, "votes", votes, vote, vote_count),
    TEXT(view_report, "ending", ending_title), TEXT(view_report, "ending_text", ending_text), NUMBER(view_report, "acts", acts),
    NUMBER(view_report, "disputed", disputed), MANY(view_report, "edits", edits.items, edit, edits.count)};

const struct data_record data_report = {.name = "report", .size = sizeof(struct view_report), .fields = data_report_fields, .count = LENGTH(data_report_fields)};
