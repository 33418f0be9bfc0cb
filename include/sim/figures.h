#ifndef SIM_FIGURES_H
#define SIM_FIGURES_H
/*
 * Every figure of the model in one place. Trust and satisfaction are in
 * thousandths of a point (a customer has 0 to 100000), times in seconds,
 * shares in percent. Those of trust come from the design's table of defaults
 * that held in a prototype; the idea behind them is the captive market: what
 * is lost costs at least double to win back, so every fall is at least twice
 * its matching rise (FIGURE_PAIRS, checked below at compile time).
 */

enum {
    FIGURE_POINT = 1000,             /* one point of trust or satisfaction */
    FIGURE_FULL = 100 * FIGURE_POINT,

    /* trust, up: only on events, once per kind, customer and FIGURE_GAIN_PAUSE */
    RISE_KEPT = 2000, RISE_BAD_NEWS = 3000, RISE_CONSULTED = 1000, RISE_CONFIRMED = 1000,
    RISE_CORRECTED = 2000, RISE_APOLOGY = 1000,
    /* trust, down */
    FALL_LATE = 4000, FALL_DROPPED = 6000, FALL_WITHHELD = 6000, FALL_OVER_HEAD = 4000,
    FALL_REFUSED = 8000, FALL_REFUSED_OFFER = 4000, FALL_CLOSED_UNASKED = 3000, FALL_LEFT_UNASKED = 2000, FALL_HARM = 6000,
    FALL_QUESTION_IGNORED = 1000, FALL_OVERDUE = 4000, FALL_BLAMED = 2000, FALL_BLAMED_USER = 4000,
    FALL_GROUNDLESS = 2000,          /* sorry for nothing: what have they done? */
    /* stake of a claim ahead of what was known, when it is found out */
    STAKE_FINDING_OUT = 2000, STAKE_KNOW_WHY = 4000, STAKE_WAY_AROUND = 5000, STAKE_UNDER_CONTROL = 8000,
    STAKE_FIXED = 10000, STAKE_CONFIRMED = 10000, STAKE_FIX_BY = 8000,
    FIGURE_OWN_CORRECTION = 50,      /* percent of the stake when the team takes it back itself */
    FIGURE_DEAR = 60 * FIGURE_POINT, /* from here to full trust a rise is worth ever less: the last points are the dearest */
    FIGURE_GAIN_PAUSE = 20 * 60,

    /* satisfaction, a minute: it follows the situation */
    MINUTE_DOWN = -500, MINUTE_DEGRADED = -200, MINUTE_OVERDUE = -200, MINUTE_SILENT = -400,
    FIGURE_REST = 44 * FIGURE_POINT, /* rests here plus FIGURE_REST_TRUST percent of trust */
    FIGURE_REST_TRUST = 40,
    FIGURE_DRIFT = 2,                /* percent of the gap to rest, a minute */
    /* satisfaction, at once; gains fade round by round because what was new becomes usual */
    MOOD_ASKED = 2000, MOOD_ASKED_BY_AMBASSADOR = 4000, MOOD_TOLD = 1500, MOOD_STRONG_CLAIM = 7000, MOOD_DO_NOT_KNOW = -1000, MOOD_RELIEF = 6000,
    MOOD_SERVED = 4000, MOOD_HELPED = 3000, MOOD_APOLOGY = 1000, MOOD_BLAMED = -3000, MOOD_HARM = -8000,
    MOOD_MISSED_CHANCE = -4000, MOOD_FOUND_OUT = -7000, MOOD_REFUSED = -5000, MOOD_FOR_NOTHING = -1500, MOOD_MOVED = -1500,
    FIGURE_FADE = 15, FIGURE_FADE_LOWEST = 40,   /* percent less with each scored round; never below */

    /* value lost a minute, percent of the service's value */
    LOSS_DOWN = 100, LOSS_DEGRADED = 40,

    /* time */
    FIGURE_MINUTE = 60,
    FIGURE_RESPOND = 5 * 60,         /* response target of an incident without a service */
    FIGURE_TRY = 3 * 60,             /* until a customer tries what was said to be fixed */
    FIGURE_HORIZON = 2,              /* times patience: a promise later than this is far */
    FIGURE_DROPPED = 2,              /* times patience after its due second a promise is dropped */
    FIGURE_PROJECT_PATIENCE = 3,     /* times patience between updates on a project */
    FIGURE_MILESTONE_GRACE = 10 * 60,
    FIGURE_PADDED = 2, FIGURE_PADDED_MORE = 5 * 60,   /* a fix time later than so many times the longest the work can take, and this more, is far */
    FIGURE_NOTHING_WORSE = 3,        /* times MOOD_FOR_NOTHING that it costs at most: the second annoys more than the first */
    FIGURE_NOTHING_FORGIVEN = 1,     /* calls for nothing that a customer puts up with in a round */
    FIGURE_MAKE_BELIEVE = 2,         /* work stopped so often before is no movement when it is begun again */
    FIGURE_REPAIR_PAUSE = 60,        /* the soonest a fix falls back */
    FIGURE_COMPLAINT_CAUSE = 30 * 60,/* a complaint counts when trust fell this lately, or the customer is annoyed */

    /* improvements: see sim/improve.h */
    FIGURE_CALLBACK = 5 * 60,        /* the callback standard: a voice within five minutes */
    FIGURE_CALLBACK_MORE = 25,       /* percent of patience won by keeping it */
    FIGURE_AMBASSADOR_TALK = 60,     /* most that a conversation costs between a customer and their ambassador */
    FIGURE_KNOWN_ERROR = 50,         /* percent of the time that looking into a known error takes */
    FIGURE_OTHER_ROLE = 130,         /* percent of the time that work takes somebody who was cross-trained for it */

    /* opportunities stay away when trust is under the pack's gate and this far under its start */
    FIGURE_GATE_SLACK = 5 * FIGURE_POINT
};

/* PAIR(rise, fall): what answers what. */
#define FIGURE_PAIRS(PAIR) \
    PAIR(RISE_KEPT, FALL_LATE) PAIR(RISE_KEPT, FALL_DROPPED) PAIR(RISE_BAD_NEWS, FALL_WITHHELD) \
    PAIR(RISE_CONSULTED, FALL_OVER_HEAD) PAIR(RISE_CONSULTED, FALL_REFUSED) PAIR(RISE_CONSULTED, FALL_REFUSED_OFFER) \
    PAIR(RISE_CONSULTED, FALL_HARM) PAIR(RISE_CONFIRMED, FALL_CLOSED_UNASKED) PAIR(RISE_CONFIRMED, FALL_LEFT_UNASKED) PAIR(RISE_KEPT, FALL_OVERDUE) \
    PAIR(RISE_CORRECTED, STAKE_KNOW_WHY) PAIR(RISE_CORRECTED, STAKE_WAY_AROUND) PAIR(RISE_CORRECTED, STAKE_UNDER_CONTROL) \
    PAIR(RISE_CORRECTED, STAKE_FIXED) PAIR(RISE_CORRECTED, STAKE_FIX_BY) \
    PAIR(RISE_APOLOGY, FALL_GROUNDLESS) PAIR(RISE_APOLOGY, FALL_BLAMED) PAIR(RISE_APOLOGY, FALL_BLAMED_USER)
#define FIGURE_PAIR_HOLDS(rise, fall) _Static_assert((int)(fall) >= 2 * (int)(rise), "a fall is at least twice its rise: " #fall);
FIGURE_PAIRS(FIGURE_PAIR_HOLDS)
#undef FIGURE_PAIR_HOLDS

/* What a random draw is for: never renumber, sessions depend on it. The two
 * ordinals of a draw are given beside each. */
enum draw_purpose {
    DRAW_WORK_LENGTH = 1,     /* incident, work within it and its repetition */
    DRAW_HARM = 2,            /* the same */
    DRAW_FALLS_BACK = 3,      /* the same */
    DRAW_MOMENT_CHANCE = 4,   /* incident, moment and condition within it */
    DRAW_INCIDENT_CHANCE = 5, /* incident, condition within it */
    DRAW_EVENT_CHANCE = 6,    /* event, condition within it */
    DRAW_OPTION = 7,          /* incident, 0 */
    DRAW_PAPER_CHANCE = 8     /* round, condition within the story */
};
#endif
