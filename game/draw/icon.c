#include "draw/mark.h"

#include <assert.h>

/* Code points of Google's Material Icons, as the package fonts-material-design-icons-iconfont names them. */
static const char *const icon_table[ICON_COUNT] = {
    [ICON_DOWN] = "\xee\xa1\xab",        /* U+E86B, change_history: a triangle */
    [ICON_DEGRADED] = "\xee\x81\x87",    /* U+E047, stop: a square */
    [ICON_RUNNING] = "\xee\xbd\x8a",     /* U+EF4A, circle */
    [ICON_PROJECT] = "\xee\xab\x95",     /* U+EAD5, diamond */
    [ICON_REQUEST] = "\xee\x85\x96",     /* U+E156, inbox */
    [ICON_OPPORTUNITY] = "\xee\x83\xb0", /* U+E0F0, lightbulb */
    [ICON_CONTENTION] = "\xee\x82\xb6",  /* U+E0B6, call_split */
    [ICON_CHECK] = "\xee\x97\x8a",       /* U+E5CA, check */
    [ICON_QUESTION] = "\xee\xae\x8b",    /* U+EB8B, question_mark */
    [ICON_WORKING] = "\xee\xa9\x9c",     /* U+EA5C, hourglass_bottom */
    [ICON_PLAY] = "\xee\x80\xb7",        /* U+E037, play_arrow */
    [ICON_PAUSE] = "\xee\x80\xb4",       /* U+E034, pause */
    [ICON_MUTE] = "\xee\x81\x8f",        /* U+E04F, volume_off */
    [ICON_SOUND] = "\xee\x81\x90",       /* U+E050, volume_up */
    [ICON_CLOSE] = "\xee\x97\x8d",       /* U+E5CD, close */
    [ICON_BACK] = "\xee\x97\x84",        /* U+E5C4, arrow_back */
    [ICON_ADD] = "\xee\x85\x85",         /* U+E145, add */
    [ICON_REMOVE] = "\xee\x85\x9b",      /* U+E15B, remove */
    [ICON_NOTE] = "\xee\x9d\x85",        /* U+E745, edit_note */
    [ICON_VOUCHER] = "\xee\xa2\xb1",     /* U+E8B1, redeem */
    [ICON_WARNING] = "\xee\x80\x82",     /* U+E002, warning */
    [ICON_LIGHT] = "\xee\x94\x98",       /* U+E518, light_mode */
    [ICON_DARK] = "\xee\x94\x9c",        /* U+E51C, dark_mode */
};

const char *icon_text(enum icon icon)
{
    assert((unsigned)icon < ICON_COUNT);
    return icon_table[icon];
}

static struct draw_point mark_towards(struct draw_point from, struct draw_point to, float share)
{
    return (struct draw_point){from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

/* Three or four corners, each rounded over the given share of its sides. */
static void mark_polygon(struct draw_list *l, const struct draw_point *points, int count, float share, uint32_t color)
{
    struct path_step steps[9] = {{PATH_CLOSE, {{0, 0}, {0, 0}, {0, 0}}}};
    for (int i = 0; i < count; i++) {
        struct draw_point at = points[i], before = points[(i + count - 1) % count], after = points[(i + 1) % count];
        steps[2 * i] = (struct path_step){i == 0 ? PATH_MOVE : PATH_LINE, {mark_towards(at, before, share), {0, 0}, {0, 0}}};
        steps[2 * i + 1] = (struct path_step){PATH_CURVE, {mark_towards(at, before, share / 3), mark_towards(at, after, share / 3),
                                                           mark_towards(at, after, share)}};
    }
    steps[2 * count] = (struct path_step){PATH_CLOSE, {{0, 0}, {0, 0}, {0, 0}}};
    draw_path(l, steps, 2 * count + 1, 0, color);
}

void draw_state_mark(struct draw_list *l, enum icon kind, struct rect r, uint32_t color)
{
    float s = r.w < r.h ? r.w : r.h, x = r.x + r.w / 2, y = r.y + r.h / 2;
    if (kind == ICON_DOWN) {
        struct draw_point points[3] = {{x, y - 0.44f * s}, {x + 0.5f * s, y + 0.42f * s}, {x - 0.5f * s, y + 0.42f * s}};
        mark_polygon(l, points, 3, 0.14f, color);
    } else if (kind == ICON_DEGRADED) {
        draw_rect(l, (struct rect){x - 0.42f * s, y - 0.42f * s, 0.84f * s, 0.84f * s}, s * 0.06f, color);
    } else if (kind == ICON_RUNNING) {
        draw_circle(l, x, y, 0.46f * s, color);
    } else if (kind == ICON_PROJECT) {
        struct draw_point points[4] = {{x, y - 0.46f * s}, {x + 0.46f * s, y}, {x, y + 0.46f * s}, {x - 0.46f * s, y}};
        mark_polygon(l, points, 4, 0.1f, color);
    } else {
        draw_text(l, r, &(struct draw_font){.size = s, .weight = WEIGHT_ICON}, color, ALIGN_CENTER, icon_text(kind));
    }
}
