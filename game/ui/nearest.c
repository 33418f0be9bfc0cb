#include "ui/core.h"

#include <math.h>

/* Across counts more than along, so that a column is walked before the next one is entered. */
static const float ACROSS = 3, CENTRE = 0.1f;

static float gap(float a_from, float a_to, float b_from, float b_to)
{
    return b_from > a_to ? b_from - a_to : a_from > b_to ? a_from - b_to : 0;
}

static int is_that_way(struct rect from, struct rect to, int key)
{
    float dx = (to.x + to.w / 2) - (from.x + from.w / 2), dy = (to.y + to.h / 2) - (from.y + from.h / 2);
    switch (key) {
    case UI_KEY_LEFT: return dx < -1 && to.x + to.w <= from.x + from.w;
    case UI_KEY_RIGHT: return dx > 1 && to.x >= from.x;
    case UI_KEY_UP: return dy < -1 && to.y + to.h <= from.y + from.h;
    default: return dy > 1 && to.y >= from.y;
    }
}

static float cost(struct rect from, struct rect to, int key)
{
    float dx = gap(from.x, from.x + from.w, to.x, to.x + to.w);
    float dy = gap(from.y, from.y + from.h, to.y, to.y + to.h);
    float cx = fabsf((to.x + to.w / 2) - (from.x + from.w / 2)), cy = fabsf((to.y + to.h / 2) - (from.y + from.h / 2));
    int sideways = key == UI_KEY_LEFT || key == UI_KEY_RIGHT;
    return sideways ? dx + ACROSS * dy + CENTRE * (cx + ACROSS * cy) : dy + ACROSS * dx + CENTRE * (cy + ACROSS * cx);
}

/* What is scrolled out of sight can be reached only from within its own pane. */
static int is_candidate(const struct ui_frame *frame, int from, int to)
{
    struct rect visible = frame->places[to].visible;
    return to != from && frame->items[to].focusable &&
           ((visible.w > 0 && visible.h > 0) || frame->places[to].pane == frame->places[from].pane);
}

int ui_focus_nearest(const struct ui *ui, const struct ui_frame *frame, int key)
{
    int from = ui_frame_index(frame, ui->focus), best = -1;
    float least = 0;
    for (int i = 0; from >= 0 && i < frame->count; i++) {
        if (!is_candidate(frame, from, i) || !is_that_way(frame->items[from].box, frame->items[i].box, key))
            continue;
        float here = cost(frame->items[from].box, frame->items[i].box, key);
        if (best < 0 || here < least) {
            best = i;
            least = here;
        }
    }
    return best;
}

/* When the focused item is gone, the walk goes on where it stood. */
int ui_focus_next(const struct ui *ui, const struct ui_frame *frame, int step)
{
    int at = ui_frame_index(frame, ui->focus), count = frame->count;
    if (at < 0)
        at =
            ui->focus_index < 0 || ui->focus_index >= count ? (step > 0 ? count - 1 : 0) : ui->focus_index - (step > 0);
    for (int i = 1; i <= count; i++) {
        int index = ((at + i * step) % count + count) % count;
        if (frame->items[index].focusable)
            return index;
    }
    return -1;
}
