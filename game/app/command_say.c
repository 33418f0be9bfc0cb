#include "app/commands.h"
#include "base/str.h"
#include "base/text.h"
#include <stdarg.h>
#include <stdio.h>

int command_complain(int status, const char *key, ...)
{
    struct str s = {0};
    va_list pairs;
    va_start(pairs, key);
    text_format_list(&s, key, pairs);
    va_end(pairs);
    fprintf(stderr, "%s\n", str_text(&s));
    str_release(&s);
    return status;
}

void command_say(const char *key, const char *name, const char *value, const char *name2, const char *value2)
{
    (void)command_complain(0, key, name, value, name2, value2, NULL);
}
