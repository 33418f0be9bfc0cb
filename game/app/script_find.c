/* What a line of a script means on the screen, and what comes nearest to it where it is not there. */
#include "app/script.h"

#include <string.h>

enum { NEAREST = 5, SHOWN_BYTES = 60 };

/* A dialog may repeat the label of a button behind it; a person means the one in front. */
const struct ui_item *script_item(const struct ui *ui, enum ui_role role, const char *label)
{
    for (int i = 0; i < ui_item_count(ui); i++) {
        const struct ui_item *item = ui_item_at(ui, i);
        if ((role == UI_ROLE_COUNT || item->role == role) && item->reachable && item->enabled && strcmp(item->label, label) == 0)
            return item;
    }
    return ui_item_find(ui, role, label);
}

int script_shows(const struct ui *ui, enum ui_role role, const char *words)
{
    for (int i = 0; i < ui_item_count(ui); i++) {
        const struct ui_item *item = ui_item_at(ui, i);
        if (role != UI_ROLE_COUNT && item->role != role)
            continue;
        if (strstr(item->label, words) != NULL || strstr(item->value, words) != NULL)
            return 1;
    }
    return 0;
}

static int lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

/* Length of the longest piece that both have, case aside. */
static int common(const char *a, const char *b)
{
    int best = 0;
    for (const char *i = a; *i != '\0'; i++)
        for (const char *j = b; *j != '\0'; j++) {
            int length = 0;
            while (i[length] != '\0' && lower(i[length]) == lower(j[length]))
                length++;
            best = length > best ? length : best;
        }
    return best;
}

/* Alike in words first, then of the role that was asked for; what is alike in two letters is so by chance. */
static int likeness(const struct ui_item *item, enum ui_role role, const char *words)
{
    int label = common(item->label, words), value = common(item->value, words);
    int most = label > value ? label : value;
    int same_role = item->role == role;
    return (most >= 3 ? most * 4 : 0) + (same_role ? 3 : item->label[0] != '\0');
}

static void append_item(struct str *out, const struct ui_item *item)
{
    size_t length = strlen(item->label);
    str_append(out, ui_role_word(item->role));
    str_append(out, " \"");
    if (length > SHOWN_BYTES) {
        length = SHOWN_BYTES;
        while ((item->label[length] & 0xC0) == 0x80)
            length--;
    }
    str_append_bytes(out, item->label, length);
    str_append(out, item->label[length] != '\0' ? "…\"" : "\"");
    if (item->value[0] != '\0')
        str_printf(out, " (%s)", item->value);
}

void script_nearest(struct str *out, const struct ui *ui, enum ui_role role, const char *words)
{
    int taken[NEAREST], count = 0;
    while (count < NEAREST) {
        int best = -1, most = 0;
        for (int i = 0; i < ui_item_count(ui); i++) {
            int known = 0, here = likeness(ui_item_at(ui, i), role, words);
            for (int k = 0; k < count; k++)
                known |= taken[k] == i;
            if (!known && here > most) {
                most = here;
                best = i;
            }
        }
        if (best < 0)
            break;
        str_append(out, count > 0 ? ", " : "");
        append_item(out, ui_item_at(ui, best));
        taken[count++] = best;
    }
}
