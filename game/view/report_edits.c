/* What the facilitator did to the report, as the session keeps it. */
#include "base/hash.h"
#include "view/report_inside.h"

int32_t view_report_part(const char *id)
{
    uint64_t whole = hash_text(id);
    return (int32_t)(uint32_t)(whole ^ whole >> 32);
}

static int is_edit(const struct sim_event *e) { return e->kind == SIM_EV_REPORT_EDITED && e->report_edited.edit >= 0 && e->report_edited.edit < REPORT_EDIT_COUNT; }

static struct view_report_edit edit_of(const struct report_build *b, const struct sim_event *e)
{
    return (struct view_report_edit){.part = e->report_edited.part,
                                     .what = (enum report_edit)e->report_edited.edit,
                                     .words = wording_typed(&b->w, e->report_edited.text),
                                     .title = wording_typed(&b->w, e->report_edited.title)};
}

void report_edits_build(struct report_build *b)
{
    struct view_report_edits *edits = &b->out->edits;
    size_t room = 0;
    for (int32_t i = 0; i < session_event_count(b->session); i++) room += (size_t)is_edit(session_event_at(b->session, i));
    edits->items = arena_array(b->arena, room, sizeof *edits->items);
    for (int32_t i = 0; i < session_event_count(b->session); i++) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (is_edit(e)) edits->items[edits->count++] = edit_of(b, e);
    }
}
