#ifndef MODEL_LIMITS_H
#define MODEL_LIMITS_H
/*
 * Every limit of a pack and a session in one place. `moment check` enforces
 * those of packs and names the figure; the engine refuses what would pass
 * those of sessions.
 */
enum {
    LIMIT_CUSTOMERS = 6,
    LIMIT_SERVICES = 8,
    LIMIT_ROLES = 12,
    LIMIT_MEMBERS = 40,          /* persons or tables */
    LIMIT_ROUNDS = 6,            /* the warm-up counts as one */
    LIMIT_INCIDENTS = 400,       /* in a pack */
    LIMIT_INJECTED = 64,         /* typed by the facilitator, a session */
    LIMIT_FACTS_INCIDENT = 24,   /* of one incident; a set of them fits an int32 */
    LIMIT_FACTS = 4096,          /* of a pack */
    LIMIT_WORKS = 2048,
    LIMIT_MOMENTS = 1024,        /* scripted */
    LIMIT_EVENTS = 400,
    LIMIT_CONDITIONS = 8192,
    LIMIT_OPTIONS = 5,           /* of a contention */
    LIMIT_NEEDS = 8,             /* of a customer */
    LIMIT_LINES = 64,            /* of a customer and mood */
    LIMIT_MILESTONES = 8,
    LIMIT_PRESETS = 6,           /* lengths of a workshop */
    LIMIT_STORIES = 12,          /* headlines of a front page to choose from, and its pieces */
    LIMIT_PIECES = 3,            /* printed on one */
    LIMIT_IMPROVEMENTS = 24,     /* of a pack */
    LIMIT_STAGE_INCIDENTS = 4,   /* shown at once; more wait */

    LIMIT_STAGE_LINE = 90,       /* characters of what a customer says or the stage shows */
    LIMIT_TITLE = 60,
    LIMIT_NAME = 60,
    LIMIT_TEXT = 2000,
    LIMIT_ID = 40,
    LIMIT_PACK_BYTES = 16 * 1024 * 1024,
    LIMIT_PACK_FILES = 500,
    LIMIT_JSON_DEPTH = 32,

    LIMIT_BACKDATE = 600         /* seconds an act may be recorded after it was said */
};
#endif
