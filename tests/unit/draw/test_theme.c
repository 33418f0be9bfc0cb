#include "draw/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Every text token with the surfaces it is written on; 4.5:1 is what WCAG 2.1 asks of text of any size. */
static const struct { enum theme_token text, surface; } pairs[] = {
    {THEME_TEXT, THEME_BACKGROUND}, {THEME_TEXT, THEME_PANEL}, {THEME_TEXT, THEME_RAISED}, {THEME_TEXT, THEME_RAISED_HOVER},
    {THEME_TEXT, THEME_SELECTED}, {THEME_TEXT, THEME_KEYCAP}, {THEME_TEXT, THEME_LEARN_PANEL}, {THEME_TEXT, THEME_NEUTRAL_PANEL},
    {THEME_TEXT, THEME_GOOD_PANEL}, {THEME_TEXT, THEME_WARN_PANEL}, {THEME_TEXT, THEME_BAD_PANEL},
    {THEME_TEXT_DIM, THEME_BACKGROUND}, {THEME_TEXT_DIM, THEME_PANEL}, {THEME_TEXT_DIM, THEME_RAISED},
    {THEME_TEXT_DIM, THEME_RAISED_HOVER}, {THEME_TEXT_DIM, THEME_SELECTED}, {THEME_TEXT_DIM, THEME_KEYCAP},
    {THEME_TEXT_DIM, THEME_LEARN_PANEL}, {THEME_TEXT_DIM, THEME_NEUTRAL_PANEL},
    {THEME_TEXT_FAINT, THEME_BACKGROUND}, {THEME_TEXT_FAINT, THEME_PANEL}, {THEME_TEXT_FAINT, THEME_SELECTED},
    {THEME_TEXT_FAINT, THEME_RAISED},
    {THEME_TEAM, THEME_BACKGROUND}, {THEME_TEAM, THEME_PANEL}, {THEME_TEAM, THEME_SELECTED}, {THEME_ON_TEAM, THEME_TEAM},
    {THEME_CUSTOMER, THEME_BACKGROUND}, {THEME_CUSTOMER, THEME_PANEL}, {THEME_ON_SPEECH, THEME_SPEECH},
    {THEME_LEARN, THEME_BACKGROUND}, {THEME_LEARN, THEME_PANEL}, {THEME_LEARN, THEME_LEARN_PANEL}, {THEME_ON_LEARN, THEME_LEARN},
    {THEME_GOOD, THEME_BACKGROUND}, {THEME_GOOD, THEME_PANEL}, {THEME_GOOD, THEME_SELECTED}, {THEME_GOOD, THEME_GOOD_PANEL},
    {THEME_WARN, THEME_BACKGROUND}, {THEME_WARN, THEME_PANEL}, {THEME_WARN, THEME_SELECTED}, {THEME_WARN, THEME_WARN_PANEL},
    {THEME_BAD, THEME_BACKGROUND}, {THEME_BAD, THEME_PANEL}, {THEME_BAD, THEME_SELECTED}, {THEME_BAD, THEME_BAD_PANEL},
    {THEME_NEUTRAL, THEME_BACKGROUND}, {THEME_NEUTRAL, THEME_PANEL}, {THEME_NEUTRAL, THEME_SELECTED},
    {THEME_ON_CARD, THEME_CARD_ATTITUDE}, {THEME_ON_CARD, THEME_CARD_BEHAVIOUR}, {THEME_ON_CARD, THEME_CARD_CULTURE},
    {THEME_ON_CARD_DIM, THEME_CARD_ATTITUDE}, {THEME_ON_CARD_DIM, THEME_CARD_BEHAVIOUR}, {THEME_ON_CARD_DIM, THEME_CARD_CULTURE},
    {THEME_CARD_USERS, THEME_CARD_ATTITUDE}, {THEME_CARD_USERS, THEME_CARD_BEHAVIOUR}, {THEME_CARD_USERS, THEME_CARD_CULTURE},
    {THEME_CARD_OURS, THEME_CARD_ATTITUDE}, {THEME_CARD_OURS, THEME_CARD_BEHAVIOUR}, {THEME_CARD_OURS, THEME_CARD_CULTURE},
    {THEME_NEUTRAL, THEME_NEUTRAL_PANEL}, {THEME_FOCUS, THEME_BACKGROUND}, {THEME_FOCUS, THEME_RAISED},
};

static void text_can_be_read_on_its_surfaces(void **state)
{
    (void)state;
    int worst = 2100, poor = 0;
    for (int theme = 0; theme < THEME_COUNT; theme++)
        for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
            int contrast = theme_contrast(theme_color((enum theme)theme, pairs[i].text), theme_color((enum theme)theme, pairs[i].surface));
            worst = contrast < worst ? contrast : worst;
            if (contrast >= 450)
                continue;
            print_error("theme %d: token %d on %d has %d.%02d\n", theme, (int)pairs[i].text, (int)pairs[i].surface, contrast / 100,
                        contrast % 100);
            poor++;
        }
    assert_int_equal(poor, 0);
    assert_in_range(worst, 450, 900);
}

/* A token that is neither written with nor written on is a line, a picture or a shade; nobody adds one without saying which. */
static void every_token_is_judged(void **state)
{
    static const enum theme_token wordless[] = {THEME_LINE, THEME_PORTRAIT, THEME_GLOW, THEME_SHADE};
    (void)state;
    for (int token = 0; token < THEME_TOKEN_COUNT; token++) {
        int named = 0;
        for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
            named += (int)pairs[i].text == token || (int)pairs[i].surface == token;
        for (size_t i = 0; i < sizeof wordless / sizeof *wordless; i++)
            named += (int)wordless[i] == token;
        if (named == 0)
            fail_msg("token %d is in no pair", token);
    }
}

static void every_token_has_a_color(void **state)
{
    (void)state;
    for (int theme = 0; theme < THEME_COUNT; theme++)
        for (int token = 0; token < THEME_TOKEN_COUNT; token++) {
            uint32_t color = theme_color((enum theme)theme, (enum theme_token)token);
            int may_shine_through = token == THEME_GLOW || token == THEME_SHADE;
            assert_true(may_shine_through ? (color & 255) > 0 && (color & 255) < 255 : (color & 255) == 255);
        }
}

static void contrast_is_that_of_the_standard(void **state)
{
    (void)state;
    assert_int_equal(theme_contrast(0x000000ff, 0xffffffff), 2100);
    assert_int_equal(theme_contrast(0xffffffff, 0x000000ff), 2100);
    assert_int_equal(theme_contrast(0x336699ff, 0x336699ff), 100);
    /* #767676 is the lightest grey that passes on white: 4.54. */
    assert_int_equal(theme_contrast(0x767676ff, 0xffffffff), 454);
}

static void mixing_and_fading_keep_to_their_ends(void **state)
{
    (void)state;
    assert_int_equal(theme_mix(0x102030ff, 0xf0e0d0ff, 0), 0x102030ff);
    assert_int_equal(theme_mix(0x102030ff, 0xf0e0d0ff, 1), 0xf0e0d0ff);
    assert_int_equal(theme_mix(0x102030ff, 0xf0e0d0ff, 7), 0xf0e0d0ff);
    assert_int_equal(theme_mix(0x00000000, 0x80ff40ff, 0.5f), 0x40802080);
    assert_int_equal(theme_fade(0x123456c8, 0.5f), 0x12345664);
    assert_int_equal(theme_fade(0x123456c8, -1), 0x12345600);
    assert_int_equal(theme_fade(0x123456c8, 1), 0x123456c8);
}

static void icons_differ(void **state)
{
    (void)state;
    for (int i = 0; i < ICON_COUNT; i++) {
        assert_int_equal(strlen(icon_text((enum icon)i)), 3);
        for (int k = 0; k < i; k++)
            assert_string_not_equal(icon_text((enum icon)i), icon_text((enum icon)k));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_can_be_read_on_its_surfaces), cmocka_unit_test(every_token_is_judged), cmocka_unit_test(every_token_has_a_color),
        cmocka_unit_test(contrast_is_that_of_the_standard), cmocka_unit_test(mixing_and_fading_keep_to_their_ends),
        cmocka_unit_test(icons_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
