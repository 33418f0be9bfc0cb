#include "players/looking.h"
#include "players/policy.h"

int policy_wish(struct turn *t, const struct sim_command *command, const char *key, int32_t time)
{
    if (t->skip > 0) {
        t->skip--;
        return 0;
    }
    *t->wish = (struct player_wish){*command, key, time};
    t->wish->command.text = key != NULL;
    return 1;
}
