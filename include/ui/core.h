#ifndef UI_CORE_H
#define UI_CORE_H
/*
 * The inside of struct ui, shared by the files of this layer; nobody else
 * includes it. A run goes: ui_begin settles what the pointer is on, what Enter
 * would use and whether a field is typed into, from the items of the run
 * before; widgets enter themselves with ui_enter and ask ui_was_used; ui_end
 * moves the focus and scrolls to it, from the items of this run.
 */
#include "ui/ui.h"

enum { UI_DEPTH = 16, UI_PANES = 32, UI_OUT_OF_SIGHT = -1000000 };

/* What the item list does not say about an item. */
struct ui_place {
    struct rect visible;        /* the part of the box that is not clipped away */
    uint64_t modal;             /* the dialog it stands in, 0: none */
    int pane;                   /* index in panes, -1: none */
    int hit, takes_focus;       /* takes clicks; can be focused when reachable */
};

struct ui_frame {
    struct ui_item *items;
    struct ui_place *places;
    int count, room;
    struct arena arena;
};

struct ui_modal {
    uint64_t id, focus_before;
    int shown_before;           /* whether the ring was shown */
};

/* A scrolling pane of this run. */
struct ui_pane {
    uint64_t id;
    struct rect box, visible;
    float content;
    int parent, memory;         /* index in panes; index in memories */
    uint64_t modal;
};

/* How far panes were scrolled, kept from run to run. */
struct ui_memory {
    uint64_t id, run;
    float offset;
};

struct ui {
    struct draw_metrics metrics;
    struct ui_clipboard clipboard;
    enum theme theme;
    float scale;

    struct draw_list *list;
    float width, height;
    struct rect room;
    struct ui_input input;
    int running, used, rerun;
    uint64_t run, clock, clock_of_input;

    struct ui_frame frames[2];
    int frame;                  /* the one being made, or made last */

    float x, y;                 /* pointer */
    uint64_t hot, pressed, released, activate;
    float grip;                 /* where a scroll bar was taken hold of */

    uint64_t focus;
    int focus_shown, focus_index, focus_moved, typing, swallow, by_key;
    struct rect focus_box;
    enum ui_role focus_role;
    char focus_label[256];
    char wanted_label[256];
    enum ui_role wanted_role;
    uint64_t wanted_id;
    int wanted_runs;

    uint64_t scopes[UI_DEPTH];
    int scope_count;
    struct rect clips[UI_DEPTH];
    int clip_count;

    struct ui_modal open[UI_DEPTH];      /* by the run before, lowest first */
    int open_count;
    uint64_t seen[UI_DEPTH];             /* in this run, in order of their begin */
    int seen_count;
    struct { uint64_t id; struct rect box; } inside[UI_DEPTH];   /* begun and not ended */
    int inside_count;

    struct ui_pane panes[UI_PANES];
    int pane_count, pane;
    struct ui_memory memories[UI_PANES * 2];
    int memory_count;
};

/* What a widget gets to know when it enters itself. */
struct ui_state {
    uint64_t id;
    int enabled, reachable, hot, held, focused, index;
};

/* ids */
uint64_t ui_id(const struct ui *ui, enum ui_role role, const char *label);

/* items */
struct ui_frame *ui_frame_now(struct ui *ui);
const struct ui_frame *ui_frame_done(const struct ui *ui);        /* the last whole one */
int ui_frame_index(const struct ui_frame *frame, uint64_t id);     /* -1: none */
struct ui_spec { enum ui_role role; const char *label, *key, *value; int enabled, hit, takes_focus, clipped; };
struct ui_state ui_enter(struct ui *ui, struct rect r, const struct ui_spec *spec);
/* The usual: takes clicks and focus unless UI_DISABLED. */
struct ui_state ui_enter_usable(struct ui *ui, struct rect r, enum ui_role role, const char *label, const char *key,
                                const char *value, int flags);
void ui_item_clipped(struct ui *ui, int index, int clipped);
void ui_frame_grow(struct ui_frame *frame);

/* input */
void ui_input_begin(struct ui *ui);
void ui_input_end(struct ui *ui);
int ui_hit(const struct ui_frame *frame, float x, float y);           /* index of what lies there, -1: nothing */
/* 1 when this run's input uses the widget: a click, Enter or Space on the focus, or its key. Uses the input up. */
int ui_was_used(struct ui *ui, const struct ui_state *state, const char *key);
/* 1 when the key input of this run means `key` and nobody has used it; does not use it up. */
int ui_key_hits(const struct ui *ui, const char *key);
int ui_is_key(const struct ui *ui, int key, int modifiers);        /* unused key input of exactly that */
void ui_use(struct ui *ui);                                        /* uses the input up */
uint64_t ui_modal_top(const struct ui *ui);                        /* by the run before */
int ui_is_reachable(const struct ui *ui);                          /* what is entered now */

/* focus */
void ui_focus_take(struct ui *ui, uint64_t id, int shown);
void ui_focus_end(struct ui *ui);
int ui_focus_nearest(const struct ui *ui, const struct ui_frame *frame, int key);   /* index, -1: none that way */
int ui_focus_next(const struct ui *ui, const struct ui_frame *frame, int step);

/* modals */
void ui_modals_end(struct ui *ui);

/* clip and panes */
struct rect ui_clip_now(const struct ui *ui);
void ui_clip_push(struct ui *ui, struct rect r);
void ui_clip_pop(struct ui *ui);
void ui_panes_end(struct ui *ui);
void ui_pane_reveal(struct ui *ui, int index);                     /* scrolls so that item `index` is in sight */
struct rect ui_rect_meet(struct rect a, struct rect b);

/* text */
uint32_t ui_color(const struct ui *ui, enum theme_token token);
float ui_measure(const struct ui *ui, const struct draw_font *font, const char *text);
/* Sets a label into a box: smaller down to 85 %, then two lines where the height allows, then cut. 1 when cut. */
int ui_fit_text(struct ui *ui, struct rect r, struct draw_font font, uint32_t color, enum draw_align align,
                const char *text);
void ui_keycap_draw(struct ui *ui, struct rect r, const char *key, uint32_t panel, uint32_t color);
float ui_keycap_height(const struct ui *ui);
#endif
