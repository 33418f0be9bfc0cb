#include "base/json_write.h"

void json_item(struct str *out)
{
    if (out->length > 0 && out->text[out->length - 1] != '{' && out->text[out->length - 1] != '[')
        str_append(out, ", ");
}

void json_key(struct str *out, const char *name)
{
    json_item(out);
    str_append_json(out, name);
    str_append(out, ": ");
}

void json_number(struct str *out, const char *name, int64_t n)
{
    json_key(out, name);
    str_printf(out, "%lld", (long long)n);
}

void json_thousandths(struct str *out, const char *name, int64_t n)
{
    int64_t size = n < 0 ? -n : n, rest = size % 1000;
    json_key(out, name);
    str_printf(out, "%s%lld", n < 0 ? "-" : "", (long long)(size / 1000));
    if (rest > 0)
        str_printf(out,
                   rest % 100 == 0  ? ".%lld"
                   : rest % 10 == 0 ? ".%02lld"
                                    : ".%03lld",
                   (long long)(rest % 100 == 0  ? rest / 100
                               : rest % 10 == 0 ? rest / 10
                                                : rest));
}

void json_text(struct str *out, const char *name, const char *words)
{
    json_key(out, name);
    str_append_json(out, words);
}

void json_flag(struct str *out, const char *name, int on)
{
    json_key(out, name);
    str_append(out, on ? "true" : "false");
}

void json_digest(struct str *out, const char *name, uint64_t digest)
{
    json_key(out, name);
    str_printf(out, "\"%016llx\"", (unsigned long long)digest);
}

void json_percent(struct str *out, const char *name, int32_t n)
{
    json_key(out, name);
    if (n < 0)
        str_append(out, "null");
    else
        str_printf(out, "%d", n);
}
