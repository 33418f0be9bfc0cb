#ifndef SCREENS_IMPROVE_PARTS_H
#define SCREENS_IMPROVE_PARTS_H
/* What the files of the improvement pages share. */
#include "page_parts.h"
#include "screens/improve.h"
#include "stage_parts.h"

struct improve_desk {
    struct ui *ui;
    const struct view_improve *view;
    struct improve_memory *m;
    struct wishes *wishes;
    int wide;                 /* room for two columns; else one, which scrolls with the tabs */
};
const char *improve_n(const struct improve_desk *d, int n);
/* Chooses an improvement or takes it back; incident and spine: NOBODY but for a root cause. */
void improve_wish(struct improve_desk *d, int32_t improvement, int on, int32_t incident, int32_t spine);
extern const char *const improve_spines[SPINE_COUNT];   /* text keys of their names */
/* Moves to another part of the page. */
void improve_go(struct improve_memory *m, enum improve_part part);

/*
 * A part of the page, in one column that takes its height off r; beside: laid out in two columns, each scrolling by itself
 * where its content is higher (NULL: the column is fine for wide pages too).
 */
struct improve_page {
    float (*height)(struct improve_desk *d, float width);
    void (*column)(struct improve_desk *d, struct rect *r);
    void (*beside)(struct improve_desk *d, struct rect r);
};
extern const struct improve_page improve_choose, improve_cause, improve_speak, improve_forms, improve_ledger, improve_board;
/* Two columns: `share` of the width for the first. */
struct improve_side { const char *name; float (*height)(struct improve_desk *d, float width); void (*draw)(struct improve_desk *d, struct rect *r); };
void improve_beside(struct improve_desk *d, struct rect r, float share, const struct improve_side *first, const struct improve_side *second);

/* The fish bone: four spines to the left of what happened. picked: enum spine, -1. */
struct bone { const char *name; const struct texts *texts; };
void fish_bone_draw(const struct stage_page *s, struct rect r, const char *head, const struct bone bones[SPINE_COUNT], int picked);

/* --- the stage's parts --- */
struct improve_stage {
    struct stage_page s;
    const struct view_improve *view;
    struct improve_memory *m;
};
typedef void improve_stand(const struct improve_stage *d, struct rect r);
improve_stand stage_forms, stage_ledger, stage_board;
void stage_celebrate(const struct improve_stage *d, struct rect r, float light);
#endif
