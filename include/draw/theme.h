#ifndef DRAW_THEME_H
#define DRAW_THEME_H
/*
 * Colours and icons by meaning. Screens know nothing else: a theme is a table
 * of these tokens. Text tokens keep a contrast of at least 4.5:1 on the
 * surfaces they are named for; a test computes it.
 */
#include <stdint.h>

enum theme { THEME_DARK, THEME_LIGHT, THEME_LEARNING, THEME_COUNT };   /* LEARNING: the violet of learning moments */
enum theme_token {
    THEME_BACKGROUND,       /* window */
    THEME_PANEL,            /* card or pane on it */
    THEME_RAISED,           /* button */
    THEME_RAISED_HOVER,
    THEME_SELECTED,         /* selected row */
    THEME_KEYCAP,
    THEME_LINE,             /* hairlines */
    THEME_TEXT, THEME_TEXT_DIM, THEME_TEXT_FAINT,   /* on background and panel; faint: 4.5:1 still */
    THEME_TEAM,             /* IT: teal */
    THEME_ON_TEAM,          /* text on it */
    THEME_CUSTOMER,         /* warm light */
    THEME_SPEECH, THEME_ON_SPEECH,     /* speech bubble */
    THEME_LEARN, THEME_ON_LEARN, THEME_LEARN_PANEL,
    THEME_GOOD, THEME_WARN, THEME_BAD, THEME_NEUTRAL,                      /* state, as text or shape */
    THEME_GOOD_PANEL, THEME_WARN_PANEL, THEME_BAD_PANEL, THEME_NEUTRAL_PANEL,  /* pill behind it */
    THEME_PORTRAIT,         /* behind a face */
    THEME_GLOW,             /* a customer's halo */
    THEME_CARD_ATTITUDE, THEME_CARD_BEHAVIOUR, THEME_CARD_CULTURE,   /* worst-practice cards: paper, in enum aspect's order */
    THEME_ON_CARD, THEME_ON_CARD_DIM, THEME_CARD_USERS, THEME_CARD_OURS,   /* text on cards and the charter's sheet; marks and bars there */
    THEME_FOCUS,            /* focus ring */
    THEME_SHADE,            /* over what stands behind a dialog */
    THEME_TOKEN_COUNT
};
uint32_t theme_color(enum theme theme, enum theme_token token);       /* 0xRRGGBBAA */
uint32_t theme_fade(uint32_t color, float amount);                    /* 0: gone, 1: as it is */
uint32_t theme_mix(uint32_t a, uint32_t b, float amount);             /* 0: a, 1: b */
/* 100 times the WCAG contrast ratio of opaque colours. */
int theme_contrast(uint32_t a, uint32_t b);

/* Icons of the icon font, as UTF-8. */
enum icon { ICON_DOWN, ICON_DEGRADED, ICON_RUNNING, ICON_PROJECT, ICON_REQUEST, ICON_OPPORTUNITY, ICON_CONTENTION, ICON_CHECK, ICON_QUESTION, ICON_WORKING,
            ICON_PLAY, ICON_PAUSE, ICON_MUTE, ICON_SOUND, ICON_CLOSE, ICON_BACK, ICON_ADD, ICON_REMOVE, ICON_NOTE, ICON_VOUCHER, ICON_WARNING, ICON_LIGHT, ICON_DARK, ICON_COUNT };
const char *icon_text(enum icon icon);
#endif
