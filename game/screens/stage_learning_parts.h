#ifndef SCREENS_STAGE_LEARNING_PARTS_H
#define SCREENS_STAGE_LEARNING_PARTS_H
/* What the files of the learning moment's stage share. */
#include "learning_page.h"
#include "stage_parts.h"

enum { LANES_READABLE = 6 };   /* of a timeline, from the last row of the room */

struct scene {
    struct stage_page s;
    struct ui *ui;
    const struct view_learning *view;
    const struct learning_memory *m;
};

const struct learning_pattern *scene_pattern(const struct scene *c);   /* NULL when there is none */
float scene_px(const struct scene *c, float design);
struct rect scene_panel(const struct scene *c, struct rect r, enum theme_token token);
/* In one line or two, as large as that allows. */
void scene_headline(const struct scene *c, struct rect *r, const char *words);
struct timeline_look scene_look(const struct scene *c);
/* As many lanes as there is room for; the rest is counted in a line of its own. */
void scene_timeline(const struct scene *c, struct rect r, struct timeline_look *look);

void scene_draw_pattern(const struct scene *c, struct rect r);
void scene_draw_commitments(const struct scene *c, struct rect r);
#endif
