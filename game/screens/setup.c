#include "screens/setup.h"
#include "base/utf8.h"

#include <assert.h>
#include <string.h>

/* What the set-up knows: no drawing here. */

void setup_begin(struct setup_memory *m, const struct scenario *scenario, enum theme stage_theme)
{
    memset(m, 0, sizeof *m);
    m->team.limit = LIMIT_NAME;
    m->adding.limit = LIMIT_TEXT; /* a whole list may be pasted */
    m->pace = scenario->rules.pace;
    if (m->pace < SETUP_PACE_LEAST || m->pace > SETUP_PACE_MOST)
        m->pace = 60;
    m->stage_theme = (int)stage_theme;
    m->preset = PRESET_180;
    m->minute = -1;
    agreement_begin(&m->agreement);
    m->picking = -1;
    m->fresh = 1;
}

void setup_end(struct setup_memory *m)
{
    ui_edit_release(&m->team);
    ui_edit_release(&m->adding);
    agreement_end(&m->agreement);
    for (int i = 0; i < LIMIT_MEMBERS; i++)
        ui_edit_release(&m->rows[i].name);
}

/* Without spaces at both ends, cut between characters. */
static void name_copy(char to[256], const char *from, size_t length)
{
    while (length > 0 && from[0] == ' ')
        from++, length--;
    while (length > 0 && from[length - 1] == ' ')
        length--;
    if (length > 255)
        length = 255;
    memcpy(to, from, length);
    to[length] = '\0';
    to[utf8_prefix(to, LIMIT_NAME)] = '\0';
}

static void name_of(const struct ui_edit *edit, char to[256])
{
    const char *typed = ui_edit_text(edit);
    name_copy(to, typed, strlen(typed));
}

static int role_taken(const struct setup_memory *m, role_id role)
{
    int n = 0;
    for (int i = 0; i < m->row_count; i++)
        n += m->rows[i].role == role;
    return n;
}

/* How much a role wants one more, larger is more: what its least seats lack, then the seats still free. */
static int role_want(const struct setup_memory *m, const struct scenario *sc, role_id role)
{
    int taken = role_taken(m, role);
    int lacks = sc->roles[role].seats_low - taken, room = sc->roles[role].seats_high - taken;
    return lacks > 0 ? 1000 + 100 * (taken == 0) + lacks : room > 0 ? 100 - 10 * taken + room : -taken;
}

role_id setup_role_next(const struct setup_memory *m, const struct scenario *sc)
{
    role_id best = sc->role_count > 0 ? 0 : NOBODY;
    for (role_id r = 1; r < sc->role_count; r++)
        if (role_want(m, sc, r) > role_want(m, sc, best))
            best = r;
    return best;
}

void setup_roles_spread(struct setup_memory *m, const struct scenario *sc)
{
    int count = m->row_count;
    for (m->row_count = 0; m->row_count < count; m->row_count++)
        m->rows[m->row_count].role = setup_role_next(m, sc);
}

static int member_add(struct setup_memory *m, const struct scenario *sc, const char *from, size_t length)
{
    char name[256];
    name_copy(name, from, length);
    if (!name[0] || m->row_count >= LIMIT_MEMBERS)
        return 0;
    struct setup_row *row = &m->rows[m->row_count];
    row->role = setup_role_next(m, sc);
    row->name.limit = LIMIT_NAME;
    ui_edit_set(&row->name, name);
    m->row_count++;
    return 1;
}

int setup_members_add(struct setup_memory *m, const struct scenario *sc, const char *names)
{
    int added = 0;
    for (const char *from = names;;) {
        size_t length = strcspn(from, ",;\n\t");
        added += member_add(m, sc, from, length);
        if (!from[length])
            return added;
        from += length + 1;
    }
}

/* The edit of the removed row goes to the end, so that each keeps its memory. */
void setup_member_remove(struct setup_memory *m, int row)
{
    assert(row >= 0 && row < m->row_count);
    struct setup_row gone = m->rows[row];
    memmove(m->rows + row, m->rows + row + 1, sizeof m->rows[0] * (size_t)(m->row_count - row - 1));
    m->rows[--m->row_count] = gone;
    ui_edit_set(&m->rows[m->row_count].name, "");
}

int setup_complete(const struct setup_memory *m)
{
    char name[256];
    int named = 0;
    name_of(&m->team, name);
    for (int i = 0; i < m->row_count; i++) {
        char member[256];
        name_of(&m->rows[i].name, member);
        named += member[0] != '\0';
    }
    return name[0] && named > 0 && named == m->row_count;
}

void setup_draft_of(const struct setup_memory *m, struct setup_draft *draft)
{
    memset(draft, 0, sizeof *draft);
    name_of(&m->team, draft->team);
    for (int i = 0; i < m->row_count; i++) {
        struct setup_member *member = &draft->members[draft->member_count];
        name_of(&m->rows[i].name, member->name);
        member->role = m->rows[i].role;
        draft->member_count += member->name[0] != '\0';
    }
    draft->tables = m->tables;
    draft->pace = m->pace;
    draft->show_promises = m->show_promises;
    draft->show_scores = m->show_scores;
    draft->stage_theme = m->stage_theme;
    draft->names = m->names;
    draft->preset = m->preset;
    draft->left_out = m->left_out;
}
