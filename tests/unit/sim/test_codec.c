/* Bytes of commands and events: back and forth, cut short, older, made up. */
#include "random_play.h"

static void random_fields(struct luck *l, int32_t *v, int32_t count)
{
    static const int32_t edges[] = {0, -1, 1, 63, 64, -64, -65, 8191, 8192, INT32_MAX, INT32_MIN, INT32_MIN + 1};
    for (int32_t k = 0; k < count; k++)
        v[k] = luck_in(l, 0, 1) ? edges[luck_in(l, 0, 11)] : (int32_t)luck_draw(l);
}

static void test_events_round_trip(void **state)
{
    (void)state;
    struct luck l = {1};
    uint8_t bytes[SIM_CODEC_EVENT_MAX];
    int32_t kinds = 0;
    for (int32_t kind = -1; kind <= SIM_EV_COUNT; kind++) {
        if (sim_event_field_count(kind) < 0)
            continue;
        kinds++;
        for (int times = 0; times < 50; times++) {
            struct sim_event e, back;
            memset(&e, 0, sizeof e);
            e.kind = kind;
            e.at = (int32_t)luck_draw(&l);
            random_fields(&l, e.v, sim_event_field_count(kind));
            int32_t length = sim_encode_event(bytes, &e);
            assert_in_range(length, 3, SIM_CODEC_EVENT_MAX);
            assert_int_equal(sim_decode_event(bytes, length, &back), length);
            assert_memory_equal(&e, &back, sizeof e);
            for (int32_t cut = 0; cut < length; cut++)
                assert_int_equal(sim_decode_event(bytes, cut, &back), 0);
        }
    }
    assert_int_equal(kinds, 55);
}

static void test_commands_round_trip(void **state)
{
    (void)state;
    struct luck l = {2};
    uint8_t bytes[SIM_CODEC_COMMAND_MAX];
    int32_t kinds = 0;
    for (int32_t kind = -1; kind <= SIM_CMD_COUNT; kind++) {
        if (sim_command_field_count(kind) < 0)
            continue;
        kinds++;
        for (int times = 0; times < 50; times++) {
            struct sim_command c, back;
            memset(&c, 0, sizeof c);
            c.kind = kind;
            c.said = luck_in(&l, -1, 86400);
            c.member = luck_in(&l, -1, 40);
            c.text = luck_in(&l, 0, 999);
            random_fields(&l, c.v, sim_command_field_count(kind));
            int32_t length = sim_encode_command(bytes, &c);
            assert_in_range(length, 5, SIM_CODEC_COMMAND_MAX);
            assert_int_equal(sim_decode_command(bytes, length, &back), length);
            assert_memory_equal(&c, &back, sizeof c);
            for (int32_t cut = 0; cut < length; cut++)
                assert_int_equal(sim_decode_command(bytes, cut, &back), 0);
        }
    }
    assert_int_equal(kinds, 49);
}

/* kind 29 is a note of three fields; zigzag doubles small numbers. */
static void test_fewer_fields_read_as_zero(void **state)
{
    (void)state;
    struct sim_event e;
    static const uint8_t older[] = {29 * 2, 10, 2 * 2, 6, 8};
    assert_int_equal(sim_decode_event(older, sizeof older, &e), sizeof older);
    assert_int_equal(e.kind, SIM_EV_NOTE);
    assert_int_equal(e.at, 5);
    assert_int_equal(e.note.incident, 3);
    assert_int_equal(e.note.customer, 4);
    assert_int_equal(e.note.text, 0);
    static const uint8_t newer[] = {29 * 2, 10, 4 * 2, 6, 8, 2, 2};
    assert_int_equal(sim_decode_event(newer, sizeof newer, &e), 0);
}

static void test_made_up_bytes_are_refused(void **state)
{
    (void)state;
    struct sim_event e;
    struct sim_command c;
    static const uint8_t unknown[] = {60 * 2, 10, 0};
    static const uint8_t overlong[] = {29 * 2, 0x8a, 0x00, 0};
    static const uint8_t too_big[] = {29 * 2, 0xff, 0xff, 0xff, 0xff, 0x7f, 0};
    static const uint8_t negative_count[] = {29 * 2, 10, 1};
    assert_int_equal(sim_decode_event(unknown, sizeof unknown, &e), 0);
    assert_int_equal(sim_decode_event(overlong, sizeof overlong, &e), 0);
    assert_int_equal(sim_decode_event(too_big, sizeof too_big, &e), 0);
    assert_int_equal(sim_decode_event(negative_count, sizeof negative_count, &e), 0);
    assert_int_equal(sim_decode_event(unknown, 0, &e), 0);
    assert_int_equal(sim_decode_event(unknown, -1, &e), 0);
    struct luck l = {3};
    for (int times = 0; times < 20000; times++) {
        uint8_t bytes[40];
        for (size_t k = 0; k < sizeof bytes; k++)
            bytes[k] = (uint8_t)luck_draw(&l);
        int32_t length = luck_in(&l, 0, (int32_t)sizeof bytes);
        int32_t read = sim_decode_event(bytes, length, &e);
        assert_in_range(read, 0, length);
        uint8_t again[SIM_CODEC_EVENT_MAX];
        if (read > 0 && bytes[0] == 0)
            fail();
        if (read > 0)
            assert_true(sim_encode_event(again, &e) >= read);   /* as long, or with the missing fields */
        assert_in_range(sim_decode_command(bytes, length, &c), 0, length);
    }
}

/* What decide makes fits; what is made up either does not fit or applies without harm (the sanitizers watch). */
static void test_only_fitting_events_are_applied(void **state)
{
    (void)state;
    struct play *p = play_new(31);
    struct sim_state *other = calloc(1, sizeof *other);
    struct luck l = {32};
    int32_t fitting = 0, not_fitting = 0;
    for (int k = 0; k < 2600; k++) {
        struct sim_command c = luck_command(&l, &p->state, p->sc);
        sim_copy(other, &p->state, p->sc);
        if (sim_decide(&p->state, p->sc, &c, &p->made) != REFUSAL_NONE)
            continue;
        for (int32_t e = 0; e < p->made.count; e++) {
            struct sim_event broken = p->made.items[e];
            int32_t count = sim_event_field_count(broken.kind);
            assert_true(sim_event_fits(&p->state, p->sc, &broken));
            broken.v[luck_in(&l, 0, count - 1)] = luck_in(&l, 0, 1) ? luck_in(&l, -3, 70) : (int32_t)luck_draw(&l);
            if (sim_event_fits(other, p->sc, &broken)) {
                sim_apply(other, p->sc, &broken);
                fitting++;
            } else {
                not_fitting++;
            }
            sim_apply(&p->state, p->sc, &p->made.items[e]);
        }
    }
    assert_true(fitting > 300);
    assert_true(not_fitting > 300);
    free(other);
    free(p);
}

static void test_words(void **state)
{
    (void)state;
    assert_string_equal(sim_command_word(SIM_CMD_UPDATE), "update");
    assert_string_equal(sim_command_word(39), "");
    assert_string_equal(sim_event_word(SIM_EV_MOMENT_OPENED), "moment_opened");
    assert_string_equal(sim_event_word(0), "");
    assert_string_equal(reason_word(REASON_MOVED), "moved");
    assert_string_equal(reason_word(REASON_COUNT), "");
    assert_string_equal(moment_source_word(MOMENT_COMPLAINT), "complaint");
    assert_string_equal(outcome_word(OUTCOME_NONE), "none");
    assert_string_equal(refusal_word(REFUSAL_SAME), "same");
    assert_int_equal(moment_source_score(MOMENT_NO_SILENCE), SCORE_INVOLVING);
    assert_int_equal(moment_source_score(MOMENT_UPDATE_WINDOW), SCORE_HONEST);
    assert_int_equal(moment_source_score(MOMENT_COMMITMENT), SCORE_FOLLOW);
    for (int32_t kind = 1; kind < SIM_CMD_COUNT; kind++)
        assert_int_equal(sim_command_is_act(kind), kind < ACT_COUNT);
}

static void test_texts_of_a_command(void **state)
{
    (void)state;
    int32_t texts[3];
    struct sim_command c = sim_command_make(SIM_CMD_PROMISE);
    assert_int_equal(sim_command_texts(&c, texts), 0);
    c.text = 4;
    c.promise.what = 7;
    assert_int_equal(sim_command_texts(&c, texts), 2);
    assert_int_equal(texts[0], 4);
    assert_int_equal(texts[1], 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_events_round_trip), cmocka_unit_test(test_commands_round_trip),
        cmocka_unit_test(test_fewer_fields_read_as_zero), cmocka_unit_test(test_made_up_bytes_are_refused),
        cmocka_unit_test(test_only_fitting_events_are_applied), cmocka_unit_test(test_words), cmocka_unit_test(test_texts_of_a_command),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
