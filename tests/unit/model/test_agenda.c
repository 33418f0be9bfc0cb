/* The course of a workshop by its length, and as a pack wants it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/agenda.h"
#include "model/words.h"

static struct scenario scenario_of(int rounds, int warm_up)
{
    struct scenario sc = {0};
    for (int i = 0; i < rounds + warm_up; i++)
        sc.rounds[i].warm_up = warm_up && i == 0;
    sc.round_count = rounds + warm_up;
    return sc;
}

/* The kinds in order, a letter each. */
static const char *letters(const struct agenda *agenda)
{
    static const char of[AGENDA_KIND_COUNT + 1] = "wcCbRpliBvmr";
    static char out[AGENDA_STEPS + 1];
    for (int32_t k = 0; k < agenda->count; k++)
        out[k] = of[agenda->steps[k].kind];
    out[agenda->count] = '\0';
    return out;
}

static void each_length_has_its_steps(void **state)
{
    (void)state;
    static const struct {
        enum preset preset;
        const char *steps;
    } cases[] = {
        {PRESET_40, "wbRplvmr"},
        {PRESET_90, "wcCbRplvmr"},
        {PRESET_180, "wcCbRpliBbRplvmr"},
        {PRESET_240, "wcCbRpliBbRplibRplvmr"},
        {PRESET_DAY, "wcCbRplibRpliBbRplibRplvmr"},
        {PRESET_WHOLE, "wcCbRplibRpliBbRplibRplvmr"},
    };
    struct scenario sc = scenario_of(4, 1);
    struct agenda agenda;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        agenda_build(&agenda, &sc, cases[i].preset);
        assert_string_equal(letters(&agenda), cases[i].steps);
    }
}

static void the_minutes_come_near_the_name(void **state)
{
    (void)state;
    static const int32_t wanted[PRESET_COUNT] = {[PRESET_40] = 40, [PRESET_90] = 90, [PRESET_180] = 180, [PRESET_240] = 240, [PRESET_DAY] = 400};
    struct scenario sc = scenario_of(4, 1);
    struct agenda agenda;
    for (enum preset p = PRESET_40; p < PRESET_COUNT; p++) {
        agenda_build(&agenda, &sc, p);
        assert_in_range(agenda_minutes(&agenda), wanted[p] * 95 / 100, wanted[p] * 105 / 100);
    }
}

static void a_pack_with_fewer_rounds_plays_those_it_has(void **state)
{
    (void)state;
    struct scenario sc = scenario_of(1, 0);
    struct agenda agenda;
    agenda_build(&agenda, &sc, PRESET_DAY);
    assert_int_equal(agenda.rounds, 1);
    assert_string_equal(letters(&agenda), "cCbRplvmr");
    assert_int_equal(agenda_find(&agenda, AGENDA_ROUND, NOBODY), 3);
    assert_int_equal(agenda.steps[3].round, 0);
    assert_int_equal(agenda.steps[3].nth, 1);
}

static void a_pack_chooses_rounds_and_leaves_out(void **state)
{
    (void)state;
    struct preset_plan plans[] = {{PRESET_180, 1u << 1 | 1u << 4, 0}, {PRESET_90, 0, 0}};
    struct scenario sc = scenario_of(4, 1);
    struct agenda agenda;
    for (int32_t k = 0; k < AGENDA_PHASES; k++)
        if (agenda_phase(k) == AGENDA_CARDS || agenda_phase(k) == AGENDA_BREAK)
            plans[0].leave_out |= 1u << k;
    memcpy(sc.presets, plans, sizeof plans);
    sc.preset_count = 2;
    agenda_build(&agenda, &sc, PRESET_180);
    assert_string_equal(letters(&agenda), "wCbRplibRplvmr");
    assert_int_equal(agenda.rounds, 2);
    assert_int_equal(agenda.steps[agenda_find(&agenda, AGENDA_ROUND, 4)].nth, 2);
    assert_int_equal(agenda_find(&agenda, AGENDA_ROUND, 2), NOBODY);
    agenda_build(&agenda, &sc, PRESET_90);
    assert_string_equal(letters(&agenda), "wcCbRplvmr");
    agenda_build(&agenda, &sc, PRESET_240);
    assert_int_equal(agenda.rounds, 3);
}

static void words_name_presets_and_kinds(void **state)
{
    (void)state;
    for (int32_t p = 0; p < PRESET_COUNT; p++)
        assert_int_equal(preset_from_word(preset_word(p)), p);
    assert_int_equal(preset_from_word("45"), -1);
    assert_string_equal(preset_word(PRESET_COUNT), "");
    for (int32_t k = 0; k < AGENDA_PHASES; k++)
        assert_string_equal(agenda_word((int32_t)agenda_phase(k)), words_phase.items[k]);
    assert_string_equal(agenda_word(AGENDA_KIND_COUNT), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_length_has_its_steps),
        cmocka_unit_test(the_minutes_come_near_the_name),
        cmocka_unit_test(a_pack_with_fewer_rounds_plays_those_it_has),
        cmocka_unit_test(a_pack_chooses_rounds_and_leaves_out),
        cmocka_unit_test(words_name_presets_and_kinds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
