#include "typed.h"
#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* What goes before the mark; NULL for the long ones, which are made. */
static const char *const kinds[TYPED_KINDS] = {
    "</p></td></table><script>alert(1)</script><img src=x onerror=alert(2)>&amp;&lt;&#60;\"'`",
    "=HYPERLINK(\"http://example.test\";\"open\")",
    "שלום (עולם) 12:30, مرحبا بالعالم (٣)!",
    "👩🏽‍🚀 🏳️‍🌈 👍🏿 ❤️ 🧑‍🤝‍🧑 ✅",
    "東京タワー、请等一下。안녕하세요 ภาษาไทย हिन्दी",
    "{team} {0} %s %n %d ${HOME} `id` $(id) \\u0000 \\n \\\\ \"quoted\", 'and' [x](y) --> ]]> */ </style></title>",
    "+1-2;@SUM(A1:A9)*cmd|' /C calc'!A0",
    "right \xE2\x80\xAE over \xE2\x80\xAC left \xE2\x81\xA6 isolated \xE2\x81\xA9 zero\xE2\x80\x8Bwidth soft\xC2\xADhyphen sep\xE2\x80\xA8line",
    "Z\xCC\x80\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86\xCC\x87\xCC\x88\xCC\x89 e\xCC\x81 \xEF\xBF\xBD \xEE\x80\x80 \xF0\x90\x8D\x88 \xF4\x8F\xBF\xBD",
    "first line\nsecond line\n\n  =third\tafter a tab",
    NULL,
    NULL,
};

/* One word, or many short ones, of exactly so many characters with the mark. */
static void make_long(struct str *s, int characters, int spaces)
{
    for (int i = 0; i < characters; i++) str_append(s, spaces && i % 7 == 6 ? " " : i % 50 == 3 ? "ß" : "w");
}

const char *typed_make(struct typed *t, const char *place, int kind)
{
    struct str s = {0};
    char mark[24];
    assert(t->count < TYPED_MOST && kind >= 0);
    snprintf(mark, sizeof mark, " Q%dQ", t->count);
    const char *begin = kinds[kind % TYPED_KINDS];
    if (begin) str_append(&s, begin);
    else make_long(&s, t->longest - (int)strlen(mark), kind % 2);
    str_append(&s, mark);
    const char *text = arena_dup(t->arena, str_text(&s));
    str_release(&s);
    t->items[t->count].place = place;
    t->items[t->count++].text = text;
    return text;
}

void typed_forget_latest(struct typed *t)
{
    assert(t->count > 0);
    t->count--;
}

int typed_write(const struct typed *t, const char *path)
{
    struct str s = {0};
    for (int i = 0; i < t->count; i++) {
        str_append(&s, i == 0 ? "[\n{\"place\": " : ",\n{\"place\": ");
        str_append_json(&s, t->items[i].place);
        str_append(&s, ", \"text\": ");
        str_append_json(&s, t->items[i].text);
        str_append(&s, "}");
    }
    str_append(&s, "\n]\n");
    int done = file_write(path, str_text(&s), s.length) == ERR_NONE;
    str_release(&s);
    return done;
}
