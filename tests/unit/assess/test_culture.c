/* Spokes, attitude, behaviour and culture, and the gates of maturity, on sessions made by hand. */
#include "reading.h"

#include "assess/aspects.h"
#include "assess/maturity.h"
#include "assess/spokes.h"
#include "assess/survey.h"

/* The fixture with what is said between rounds: cards, a survey, a root cause to look for. */
static struct card cards[4];
static struct survey_question questions[2];
static struct improvement improvements[1];
static struct incident incidents[FIX_INCIDENTS];
static struct scenario whole;

static const struct scenario *fix_whole(void)
{
    whole = *fix();
    memcpy(incidents, whole.incidents, sizeof incidents);
    for (int k = 0; k < 4; k++)
        cards[k] = (struct card){"card", "Card", "Line", ASPECT_ATTITUDE};
    for (int k = 0; k < 2; k++)
        questions[k] = (struct survey_question){"question", "How?"};
    improvements[0] = (struct improvement){"cause", "Cause", "", IMPROVE_ROOT_CAUSE};
    incidents[FIX_FROZEN].root_cause.answer = SPINE_PROCESS;
    incidents[FIX_FROZEN].root_cause.prevents = FIX_AGAIN;
    incidents[FIX_AGAIN].recurs = FIX_FROZEN;
    whole.incidents = incidents;
    whole.cards = cards, whole.card_count = 4;
    whole.survey = questions, whole.survey_count = 2;
    whole.improvements = improvements, whole.improvement_count = 1;
    return &whole;
}

static struct tape *begun(void)
{
    struct tape *t = tape_new(1);
    struct sim_setup setup = fix_setup(1);
    t->play->sc = fix_whole();
    sim_begin(&t->play->state, t->play->sc, &setup);
    return t;
}

static void hands(struct tape *t, int32_t what, int32_t subject, int32_t by, int32_t count)
{
    struct sim_command c = sim_command_make(SIM_CMD_TALLY);
    c.tally.what = what, c.tally.subject = subject, c.tally.by = by, c.tally.count = count;
    tape_do(t, c);
}

static void dig(struct tape *t, int32_t spine, int on)
{
    struct sim_command c = sim_command_make(SIM_CMD_IMPROVE);
    c.improve.improvement = 0, c.improve.on = on, c.improve.incident = FIX_FROZEN, c.improve.spine = spine;
    tape_do(t, c);
}

static int32_t count_rule(const struct seen *seen, const char *rule)
{
    int32_t count = 0;
    for (int32_t k = 0; k < seen->count && k < 64; k++)
        count += strcmp(seen->items[k].rule, rule) == 0;
    return count;
}

/* --- spokes --- */

static void test_spokes_are_open_until_there_is_enough(void **state)
{
    (void)state;
    struct tape *t = begun();
    struct measure_value spokes[SPOKE_COUNT];
    tape_start(t, FIX_MORNING);
    struct assess_reading *r = reading_of(t);
    spokes_read(r, FIX_MORNING, spokes);
    for (int k = 0; k < SPOKE_COUNT; k++)
        assert_int_equal(spokes[k].value, -1);
    free(r);
    tape_end(t);
    r = reading_of(t);
    spokes_read(r, FIX_MORNING, spokes);
    for (int k = 0; k < SPOKE_LEARNING; k++)
        assert_int_equal(spokes[k].value, 0);
    assert_int_equal(spokes[SPOKE_LEARNING].value, -1);   /* nothing was committed to, there is no round before */
    free(r);
    tape_free(t);
}

static void test_blame_and_apology_are_ownership(void **state)
{
    (void)state;
    struct tape *t = begun();
    tape_start(t, FIX_MORNING);
    tape_to(t, FIX_TIME(9, 30));
    struct sim_command c = sim_command_make(SIM_CMD_BLAME);
    c.blame.customer = FIX_MARA, c.blame.incident = FIX_FROZEN, c.blame.target = 1;
    tape_do(t, c);
    c = sim_command_make(SIM_CMD_APOLOGISE);
    c.apologise.customer = FIX_MARA, c.apologise.incident = FIX_FROZEN;
    tape_do(t, c);
    struct assess_reading *r = reading_of(t);
    struct seen own = items_of(r, MEASURE_SPOKE_OWNERSHIP, FIX_MORNING), respect = items_of(r, MEASURE_SPOKE_RESPECT, FIX_MORNING);
    assert_int_equal(count_rule(&own, "blame"), 1);
    assert_int_equal(count_rule(&own, "apology"), 1);
    assert_int_equal(count_rule(&respect, "blamed"), 1);    /* it was the user who was blamed */
    assert_int_equal(value_of(r, MEASURE_BLAMES, FIX_MORNING), 1);
    assert_int_equal(value_of(r, MEASURE_APOLOGIES, FIX_MORNING), 1);
    for (int32_t k = 0; k < own.count; k++)
        if (strcmp(own.items[k].rule, "blame") == 0) {
            assert_int_equal(own.items[k].points, -1);
            assert_int_equal(event_of(t, &own.items[k])->act.act, SIM_CMD_BLAME);
        }
    free(r);
    tape_free(t);
}

static void test_a_no_with_an_alternative_is_less_bad(void **state)
{
    (void)state;
    for (int offer = 0; offer < 2; offer++) {
        struct tape *t = begun();
        tape_start(t, FIX_MORNING);
        tape_to(t, FIX_TIME(9, 21));
        struct sim_command c = sim_command_make(SIM_CMD_REFUSE);
        c.refuse.incident = FIX_BADGES, c.refuse.customer = FIX_OLOF, c.refuse.offer = offer;
        tape_do(t, c);
        struct assess_reading *r = reading_of(t);
        struct seen respect = items_of(r, MEASURE_SPOKE_RESPECT, FIX_MORNING);
        assert_int_equal(respect.items[respect.count - 1].points, offer ? 0 : -1);
        assert_string_equal(respect.items[respect.count - 1].rule, "refused");
        free(r);
        tape_free(t);
    }
}

static void test_what_was_observed_counts_in_its_spoke(void **state)
{
    (void)state;
    struct tape *t = begun();
    tape_start(t, FIX_MORNING);
    for (int32_t k = 0; k < 2; k++) {
        struct sim_command c = sim_command_make(SIM_CMD_OBSERVE);
        c.observe.marker = k, c.observe.member = NOBODY, c.observe.customer = NOBODY;
        tape_do(t, c);
    }
    struct assess_reading *r = reading_of(t);
    struct measure_value v = measure_read(r, MEASURE_SPOKE_INVOLVING, FIX_MORNING);
    assert_int_equal(v.items, 2);
    assert_int_equal(v.points, 2);
    assert_int_equal(v.possible, 4);
    assert_int_equal(measure_read(r, MEASURE_INVOLVING, FIX_MORNING).items, 0);   /* the score is of moments alone */
    free(r);
    tape_free(t);
}

/* The same mistakes again; the cause looked for on one spine or another; what comes again or does not. */
static void test_learning(void **state)
{
    (void)state;
    for (int right = 0; right < 2; right++) {
        struct tape *t = begun();
        tape_start(t, FIX_MORNING);
        tape_end(t);
        dig(t, SPINE_PEOPLE, 1);
        dig(t, SPINE_PEOPLE, 0);        /* taken back: it was never there */
        dig(t, right ? SPINE_PROCESS : SPINE_POLICY, 1);
        tape_start(t, FIX_AFTERNOON);
        tape_end(t);
        struct assess_reading *r = reading_of(t);
        struct seen morning = items_of(r, MEASURE_SPOKE_LEARNING, FIX_MORNING), later = items_of(r, MEASURE_SPOKE_LEARNING, FIX_AFTERNOON);
        assert_int_equal(count_rule(&morning, "spine"), 1);
        assert_int_equal(morning.items[0].points, right ? 2 : 0);
        assert_int_equal(count_rule(&later, "prevented"), right);
        assert_int_equal(count_rule(&later, "recurred"), !right);
        assert_true(count_rule(&later, "again") >= 3);
        for (int32_t k = 0; k < later.count; k++)
            if (strcmp(later.items[k].rule, "again") == 0)
                assert_int_equal(later.items[k].points, 0);
        assert_int_equal(value_of(r, MEASURE_PREVENTED, FIX_AFTERNOON), right);
        free(r);
        tape_free(t);
    }
}

/* --- attitude --- */

static void test_cards(void **state)
{
    (void)state;
    struct tape *t = begun();
    struct card_gap gaps[2];
    hands(t, TALLY_CARD_USERS, 0, 0, 5);
    hands(t, TALLY_CARD_USERS, 1, 0, 3);
    hands(t, TALLY_CARD_USERS, 1, 1, 1);
    hands(t, TALLY_CARD_USERS, 3, 0, 2);
    hands(t, TALLY_CARD_OURS, 1, 0, 6);
    hands(t, TALLY_CARD_OURS, 3, 0, 1);
    hands(t, TALLY_CARD_OURS, 2, 0, 4);
    tape_start(t, FIX_MORNING);
    struct assess_reading *r = reading_of(t);
    struct measure_value v = measure_read(r, MEASURE_CARDS_SHARED, NOBODY);
    assert_int_equal(v.possible, 11);
    assert_int_equal(v.points, 0 + 4 + 1);
    assert_int_equal(v.value, 45);
    assert_int_equal(card_gaps(r, gaps, 2), 2);
    assert_int_equal(gaps[0].card, 0);
    assert_int_equal(gaps[0].users - gaps[0].ours, 5);
    assert_int_equal(gaps[1].card, 3);
    free(r);
    tape_free(t);
}

static void test_the_room_on_itself(void **state)
{
    (void)state;
    struct tape *t = begun();
    struct survey s;
    hands(t, TALLY_SURVEY, 0, 5, 3);
    hands(t, TALLY_SURVEY, 0, 2, 1);
    hands(t, TALLY_SURVEY, 1, 4, 4);
    hands(t, TALLY_SURVEY, 1, 4, 5);   /* counted again */
    tape_start(t, FIX_MORNING);
    struct assess_reading *r = reading_of(t);
    survey_read(r, NOBODY, &s);
    assert_int_equal(s.room.count, 9);
    assert_int_equal(s.room.satisfied, 8);
    assert_int_equal(s.questions[0].percent, 75);
    assert_int_equal(s.questions[1].band, SURVEY_OUTSTANDING);
    assert_int_equal(value_of(r, MEASURE_SURVEY_ROOM, NOBODY), 89);
    struct seen seen = items_of(r, MEASURE_SURVEY_ROOM, NOBODY);
    for (int32_t k = 0; k < seen.count; k++)
        assert_int_equal(event_of(t, &seen.items[k])->tallied.count, seen.items[k].possible);
    free(r);
    tape_free(t);
}

static void test_statements_say_how_often(void **state)
{
    (void)state;
    struct aspect_statement s[ASPECT_STATEMENTS];
    struct tape *t = begun();
    tape_start(t, FIX_MORNING);
    tape_to(t, FIX_TIME(9, 21));
    tape_say(t, 0, FIX_BADGES, FIX_OLOF, CLAIM_DO_NOT_KNOW, -1);
    tape_end(t);
    struct assess_reading *r = reading_of(t);
    assert_int_equal(aspect_list(r, ASPECT_BEHAVIOUR, FIX_MORNING, s), BEHAVIOUR_COUNT);
    assert_int_equal(s[0].measure, MEASURE_FIRST_WORD);
    assert_string_equal(often_word((int32_t)s[0].often), "seldom");        /* one of them all */
    assert_string_equal(often_word((int32_t)s[BEHAVIOUR_ASK_IMPACT].often), "never");
    assert_string_equal(often_word((int32_t)s[BEHAVIOUR_KEEP_THE_CALL].often), "too-few");
    assert_int_equal(aspect_list(r, ASPECT_ATTITUDE, FIX_MORNING, s), 6);
    assert_int_equal(s[0].measure, MEASURE_SURVEY_ROOM);
    for (int k = 0; k < 6; k++)
        if (s[k].measure == MEASURE_BLAMES)
            assert_string_equal(often_word((int32_t)s[k].often), "none");
    assert_int_equal(aspect_list(r, ASPECT_CULTURE, FIX_MORNING, s), 9);
    for (int k = 0; k < 9; k++)
        if (s[k].measure == MEASURE_BAD_NEWS_SPEED)
            assert_string_equal(often_word((int32_t)s[k].often), "none");
    free(r);
    tape_free(t);
}

/* --- culture --- */

static void talks(struct tape *t, int32_t member, int32_t times)
{
    for (int32_t k = 0; k < times; k++)
        tape_say(t, member, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);
}

static void test_one_hero_or_everybody(void **state)
{
    (void)state;
    static const int32_t by[3][4] = {{9, 1, 0, 0}, {3, 3, 3, 3}, {6, 2, 2, 2}};
    static const enum spread want[3] = {SPREAD_HERO, SPREAD_EVERYBODY, SPREAD_FEW};
    static const int32_t percent[3] = {13, 100, 67};
    for (int n = 0; n < 3; n++) {
        struct tape *t = begun();
        tape_start(t, FIX_MORNING);
        tape_to(t, FIX_TIME(9, 6));
        for (int32_t m = 0; m < 4; m++)
            talks(t, m, by[n][m]);
        struct assess_reading *r = reading_of(t);
        assert_int_equal(value_of(r, MEASURE_SHARED_TALK, FIX_MORNING), percent[n]);
        assert_int_equal(spread_of(r, MEASURE_SHARED_TALK, FIX_MORNING), want[n]);
        assert_int_equal(spread_of(r, MEASURE_SHARED_WORK, FIX_MORNING), SPREAD_TOO_FEW);
        free(r);
        tape_free(t);
    }
}

static void test_load_is_what_waits(void **state)
{
    (void)state;
    struct tape *t = begun();
    tape_start(t, FIX_MORNING);
    tape_end(t);
    struct assess_reading *r = reading_of(t);
    struct seen quiet = items_of(r, MEASURE_IN_QUIET, FIX_MORNING), load = items_of(r, MEASURE_UNDER_LOAD, FIX_MORNING);
    assert_true(quiet.count > 0 && load.count > 0);
    for (int32_t k = 0; k < quiet.count; k++)
        assert_true(t->events[quiet.items[k].began].at < FIX_TIME(9, 10));   /* from then on the move waits too */
    for (int32_t k = 0; k < load.count && k < 64; k++)
        assert_true(t->events[load.items[k].began].at >= FIX_TIME(9, 20));
    assert_int_equal(load_gap(r, FIX_MORNING), 0);
    assert_int_equal(load_gap(r, FIX_AFTERNOON), LOAD_UNKNOWN);
    assert_int_equal(value_of(r, MEASURE_ACROSS_INCIDENTS, FIX_MORNING), 0);
    free(r);
    tape_free(t);
}

/* Known at the look's end, told three minutes later to one and ten to the other: the middle is the sooner of two. */
static void test_bad_news_travels(void **state)
{
    (void)state;
    struct tape *t = begun();
    tape_start(t, FIX_MORNING);
    tape_to(t, FIX_TIME(9, 6));
    tape_work(t, FIX_FROZEN_LOOK, NOBODY);
    tape_to(t, FIX_TIME(9, 19));
    int32_t known = t->play->state.facts[FIX_FROZEN_SLIPS].known_at;
    assert_true(known > 0);
    struct assess_reading *r = reading_of(t);
    assert_int_equal(value_of(r, MEASURE_BAD_NEWS_SPEED, FIX_MORNING), -1);
    free(r);
    tape_to(t, known + 180);
    tape_to(t, FIX_TIME(9, 22));
    tape_say(t, NOBODY, FIX_FROZEN, FIX_MARA, CLAIM_KNOW_WHY, -1);
    int32_t first = t->play->state.now - known;
    tape_to(t, FIX_TIME(9, 32));
    tape_say(t, NOBODY, FIX_FROZEN, FIX_INES, CLAIM_KNOW_WHY, -1);
    r = reading_of(t);
    assert_int_equal(value_of(r, MEASURE_BAD_NEWS_SPEED, FIX_MORNING), first);
    assert_int_equal(items_of(r, MEASURE_BAD_NEWS_SPEED, FIX_MORNING).count, 2);
    free(r);
    tape_free(t);
}

static void test_commitments_from_round_to_round(void **state)
{
    (void)state;
    struct tape *t = begun();
    tape_start(t, FIX_MORNING);
    tape_end(t);
    for (int32_t slot = 0; slot < 3; slot++) {
        struct sim_command c = sim_command_make(SIM_CMD_COMMIT);
        c.commit.slot = slot, c.commit.behaviour = slot == 0 ? BEHAVIOUR_FIRST_WORD : slot == 1 ? BEHAVIOUR_ASK_IMPACT : NOBODY;
        c.commit.member = NOBODY, c.text = 1;
        tape_do(t, c);
    }
    tape_start(t, FIX_AFTERNOON);
    tape_end(t);
    struct sim_command mark = sim_command_make(SIM_CMD_MARK);
    mark.mark.what = PLEDGE_COMMITMENT, mark.mark.slot = 2, mark.mark.member = 0, mark.mark.round = FIX_AFTERNOON, mark.mark.outcome = OUTCOME_MET;
    struct assess_reading *r = reading_of(t);
    assert_int_equal(value_of(r, MEASURE_COMMITMENTS_KEPT, FIX_AFTERNOON), -1);   /* the third can only be marked by hand */
    free(r);
    tape_do(t, mark);
    r = reading_of(t);
    struct measure_value v = measure_read(r, MEASURE_COMMITMENTS_KEPT, FIX_AFTERNOON);
    assert_int_equal(v.items, 3);
    assert_int_equal(v.points, 2);
    struct seen seen = items_of(r, MEASURE_COMMITMENTS_KEPT, NOBODY);
    assert_int_equal(seen.count, 3);
    for (int32_t k = 0; k < 3; k++)
        assert_int_equal(event_of(t, &seen.items[k])->committed.slot, seen.items[k].index);
    assert_int_equal(value_of(r, MEASURE_COMMITMENTS_KEPT, FIX_MORNING), -1);
    free(r);
    tape_free(t);
}

/* --- maturity --- */

static void test_too_few_stop_a_gate(void **state)
{
    (void)state;
    struct tape *t = begun();
    struct maturity m;
    tape_start(t, FIX_MORNING);
    struct assess_reading *r = reading_of(t);
    maturity_read(r, NOBODY, &m);
    assert_int_equal(m.level, MATURITY_UNSEEN);
    assert_int_equal(m.stopped, 0);
    assert_true(m.gates[0].too_few);
    assert_false(m.gates[0].held);
    assert_int_equal(value_of(r, MEASURE_MATURITY, NOBODY), 1);
    free(r);
    tape_end(t);
    r = reading_of(t);
    maturity_read(r, NOBODY, &m);
    assert_int_equal(m.level, MATURITY_UNSEEN);
    assert_int_equal(m.gates[m.stopped].measure, MEASURE_FIRST_WORD);
    assert_false(m.gates[0].too_few);
    assert_string_equal(maturity_word(m.level), "unseen");
    struct seen gates = items_of(r, MEASURE_MATURITY, NOBODY);
    assert_int_equal(gates.count, m.gate_count);
    for (int32_t k = 0; k < gates.count; k++) {
        assert_int_equal(gates.items[k].kind, ITEM_MEASURE);
        assert_int_equal(gates.items[k].points, m.gates[k].held);
        assert_true(k == 0 || m.gates[k].level >= m.gates[k - 1].level);
    }
    free(r);
    tape_free(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spokes_are_open_until_there_is_enough),
        cmocka_unit_test(test_blame_and_apology_are_ownership),
        cmocka_unit_test(test_a_no_with_an_alternative_is_less_bad),
        cmocka_unit_test(test_what_was_observed_counts_in_its_spoke),
        cmocka_unit_test(test_learning),
        cmocka_unit_test(test_cards),
        cmocka_unit_test(test_the_room_on_itself),
        cmocka_unit_test(test_statements_say_how_often),
        cmocka_unit_test(test_one_hero_or_everybody),
        cmocka_unit_test(test_load_is_what_waits),
        cmocka_unit_test(test_bad_news_travels),
        cmocka_unit_test(test_commitments_from_round_to_round),
        cmocka_unit_test(test_too_few_stop_a_gate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
