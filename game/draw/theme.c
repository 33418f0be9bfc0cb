#include "draw/theme.h"

#include <assert.h>
#include <math.h>

static const uint32_t theme_table[THEME_COUNT][THEME_TOKEN_COUNT] = {
    [THEME_DARK] = {
        [THEME_BACKGROUND] = 0x0e1420ff, [THEME_PANEL] = 0x171f31ff, [THEME_RAISED] = 0x212c42ff,
        [THEME_RAISED_HOVER] = 0x2b3853ff, [THEME_SELECTED] = 0x1f2c49ff, [THEME_KEYCAP] = 0x303d5aff,
        [THEME_LINE] = 0x253046ff,
        [THEME_TEXT] = 0xf0f4faff, [THEME_TEXT_DIM] = 0xacbad0ff, [THEME_TEXT_FAINT] = 0x93a4bfff,
        [THEME_TEAM] = 0x45d0c1ff, [THEME_ON_TEAM] = 0x06201dff, [THEME_CUSTOMER] = 0xffc262ff,
        [THEME_SPEECH] = 0xf7efe0ff, [THEME_ON_SPEECH] = 0x1b2130ff,
        [THEME_LEARN] = 0xa98bfaff, [THEME_ON_LEARN] = 0x170b33ff, [THEME_LEARN_PANEL] = 0x2b2344ff,
        [THEME_GOOD] = 0x5fd38dff, [THEME_WARN] = 0xffb84dff, [THEME_BAD] = 0xff7b7bff, [THEME_NEUTRAL] = 0xa9b8d0ff,
        [THEME_GOOD_PANEL] = 0x1a4236ff, [THEME_WARN_PANEL] = 0x46371cff, [THEME_BAD_PANEL] = 0x4a2430ff,
        [THEME_NEUTRAL_PANEL] = 0x26324cff,
        [THEME_CARD_ATTITUDE] = 0xfbe3d3ff, [THEME_CARD_BEHAVIOUR] = 0xf7efe0ff, [THEME_CARD_CULTURE] = 0xdfe9f3ff,
        [THEME_ON_CARD] = 0x1b2130ff, [THEME_ON_CARD_DIM] = 0x4e5568ff, [THEME_CARD_USERS] = 0xb2452cff, [THEME_CARD_OURS] = 0x0a6a60ff,
        [THEME_PORTRAIT] = 0x24324fff, [THEME_GLOW] = 0xffc26276, [THEME_FOCUS] = 0xf3f6fbff, [THEME_SHADE] = 0x05080fb8,
    },
    [THEME_LIGHT] = {
        [THEME_BACKGROUND] = 0xf4f1eaff, [THEME_PANEL] = 0xffffffff, [THEME_RAISED] = 0xe7e2d7ff,
        [THEME_RAISED_HOVER] = 0xddd7c9ff, [THEME_SELECTED] = 0xe0eae8ff, [THEME_KEYCAP] = 0xd3ccbcff,
        [THEME_LINE] = 0xd9d3c6ff,
        [THEME_TEXT] = 0x171c28ff, [THEME_TEXT_DIM] = 0x434c5dff, [THEME_TEXT_FAINT] = 0x555e6fff,
        [THEME_TEAM] = 0x0a7065ff, [THEME_ON_TEAM] = 0xffffffff, [THEME_CUSTOMER] = 0x935400ff,
        [THEME_SPEECH] = 0xffe9bfff, [THEME_ON_SPEECH] = 0x1b2130ff,
        [THEME_LEARN] = 0x6540bfff, [THEME_ON_LEARN] = 0xffffffff, [THEME_LEARN_PANEL] = 0xebe4fbff,
        [THEME_GOOD] = 0x186c3bff, [THEME_WARN] = 0x8a5200ff, [THEME_BAD] = 0xb92727ff, [THEME_NEUTRAL] = 0x4a566dff,
        [THEME_GOOD_PANEL] = 0xd5efdfff, [THEME_WARN_PANEL] = 0xfbe8c6ff, [THEME_BAD_PANEL] = 0xfadfdfff,
        [THEME_NEUTRAL_PANEL] = 0xe2e7eeff,
        [THEME_CARD_ATTITUDE] = 0xfbdcc8ff, [THEME_CARD_BEHAVIOUR] = 0xfef4d8ff, [THEME_CARD_CULTURE] = 0xd3e3f4ff,
        [THEME_ON_CARD] = 0x1b2130ff, [THEME_ON_CARD_DIM] = 0x474e60ff, [THEME_CARD_USERS] = 0xa83e26ff, [THEME_CARD_OURS] = 0x09645aff,
        [THEME_PORTRAIT] = 0xdbe2ecff, [THEME_GLOW] = 0xffad26a0, [THEME_FOCUS] = 0x171c28ff, [THEME_SHADE] = 0x1b213080,
    },
    [THEME_LEARNING] = {
        [THEME_BACKGROUND] = 0x191430ff, [THEME_PANEL] = 0x241d42ff, [THEME_RAISED] = 0x2d2553ff,
        [THEME_RAISED_HOVER] = 0x3a3068ff, [THEME_SELECTED] = 0x372d62ff, [THEME_KEYCAP] = 0x41367aff,
        [THEME_LINE] = 0x332a58ff,
        [THEME_TEXT] = 0xf3f6fbff, [THEME_TEXT_DIM] = 0xc9bdf0ff, [THEME_TEXT_FAINT] = 0xb3a5dfff,
        [THEME_TEAM] = 0x45d0c1ff, [THEME_ON_TEAM] = 0x06201dff, [THEME_CUSTOMER] = 0xffc262ff,
        [THEME_SPEECH] = 0xf7efe0ff, [THEME_ON_SPEECH] = 0x1b2130ff,
        [THEME_LEARN] = 0xae92fbff, [THEME_ON_LEARN] = 0x170b33ff, [THEME_LEARN_PANEL] = 0x2d2553ff,
        [THEME_GOOD] = 0x5fd38dff, [THEME_WARN] = 0xffb84dff, [THEME_BAD] = 0xff8080ff, [THEME_NEUTRAL] = 0xbfb4e2ff,
        [THEME_GOOD_PANEL] = 0x1d4144ff, [THEME_WARN_PANEL] = 0x4a3732ff, [THEME_BAD_PANEL] = 0x4f2748ff,
        [THEME_NEUTRAL_PANEL] = 0x352b62ff,
        [THEME_CARD_ATTITUDE] = 0xfbe3d3ff, [THEME_CARD_BEHAVIOUR] = 0xf7efe0ff, [THEME_CARD_CULTURE] = 0xdfe9f3ff,
        [THEME_ON_CARD] = 0x1b2130ff, [THEME_ON_CARD_DIM] = 0x4e5568ff, [THEME_CARD_USERS] = 0xb2452cff, [THEME_CARD_OURS] = 0x0a6a60ff,
        [THEME_PORTRAIT] = 0x32295cff, [THEME_GLOW] = 0xffc26276, [THEME_FOCUS] = 0xf3f6fbff, [THEME_SHADE] = 0x0a0618b8,
    },
};

uint32_t theme_color(enum theme theme, enum theme_token token)
{
    assert((unsigned)theme < THEME_COUNT && (unsigned)token < THEME_TOKEN_COUNT);
    return theme_table[theme][token];
}

static float theme_unit(float amount)
{
    return amount > 0 ? amount < 1 ? amount : 1 : 0;
}

uint32_t theme_fade(uint32_t color, float amount)
{
    uint32_t alpha = (uint32_t)lroundf((float)(color & 0xff) * theme_unit(amount));
    return (color & 0xffffff00u) | alpha;
}

uint32_t theme_mix(uint32_t a, uint32_t b, float amount)
{
    uint32_t mixed = 0;
    for (int shift = 24; shift >= 0; shift -= 8) {
        float from = (float)(a >> shift & 0xff), to = (float)(b >> shift & 0xff);
        mixed |= (uint32_t)lroundf(from + (to - from) * theme_unit(amount)) << shift;
    }
    return mixed;
}

/* Relative luminance and contrast as in WCAG 2.1, "relative luminance" and success criterion 1.4.3. */
static double theme_luminance(uint32_t color)
{
    static const double weights[3] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double value = (double)(color >> (24 - 8 * i) & 0xff) / 255;
        sum += weights[i] * (value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4));
    }
    return sum;
}

int theme_contrast(uint32_t a, uint32_t b)
{
    double first = theme_luminance(a) + 0.05, second = theme_luminance(b) + 0.05;
    return (int)(100 * (first > second ? first / second : second / first));
}
