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
    for (int32_t k = sim_command_field_count(command->kind); k < SIM_COMMAND_FIELDS; k++)
        t->wish->command.v[k] = 0;
    return 1;
}
