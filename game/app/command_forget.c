/* moment forget FILE MEMBER: a person taken out of a session for good, after listing what would go. */
#include "app/commands.h"
#include "base/text.h"
#include "session/forget.h"
#include "view/wording.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DONE = 0, UNSAID = 1, USAGE = 2, FAILED = 3 };

struct forgetting {
    const char *file, *who, *texts;
    int yes, help;
    struct arena arena;
    struct session *session;
    int32_t member;
    struct session_mention *mentions;
    int32_t mention_count, *chosen, chosen_count;
};

static int say(FILE *to, int status, const char *key, ...)
{
    struct str s = {0};
    va_list pairs;
    va_start(pairs, key);
    text_format_list(&s, key, pairs);
    va_end(pairs);
    fprintf(to, "%s\n", str_text(&s));
    str_release(&s);
    return status;
}

static const char *number(struct forgetting *f, int64_t n) { return arena_printf(&f->arena, "%lld", (long long)n); }

/* --- the command line --- */

static int read_words(struct forgetting *f, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--help") == 0) f->help = 1;
        else if (strcmp(argv[i], "--yes") == 0) f->yes = 1;
        else if (strcmp(argv[i], "--texts") == 0 && i + 1 < argc) f->texts = argv[++i];
        else if (argv[i][0] == '-' || f->who) return say(stderr, USAGE, "forget.usage", "word", argv[i], NULL);
        else if (f->file) f->who = argv[i];
        else f->file = argv[i];
    }
    return f->who || f->help ? DONE : say(stderr, USAGE, "forget.missing", NULL);
}

/* --- who is meant --- */

static const char *pseudonym(struct forgetting *f, int32_t member)
{
    return wording_pseudonym(&f->arena, member, session_setup(f->session)->tables);
}

static int list_members(struct forgetting *f, const char *why)
{
    const struct session_setup *setup = session_setup(f->session);
    say(stderr, USAGE, why, "member", f->who, NULL);
    for (int32_t i = 0; i < setup->member_count; i++) {
        int gone = setup->members[i].name[0] == '\0';
        say(stderr, USAGE, gone ? "forget.place.gone" : "forget.place", "n", number(f, i + 1), "name",
            gone ? pseudonym(f, i) : setup->members[i].name, NULL);
    }
    return USAGE;
}

/* A whole number from 1 on; 0 for anything else. */
static int32_t number_of(const char *word, size_t length)
{
    int32_t n = 0;
    for (size_t i = 0; i < length; i++) {
        if (word[i] < '0' || word[i] > '9' || n > 10000000) return 0;
        n = n * 10 + (word[i] - '0');
    }
    return n;
}

static int find_member(struct forgetting *f)
{
    const struct session_setup *setup = session_setup(f->session);
    int32_t place = number_of(f->who, strlen(f->who)), found = 0;
    for (int32_t i = 0; i < setup->member_count; i++)
        if (setup->members[i].name[0] && str_is_same(setup->members[i].name, f->who)) {
            f->member = i;
            found++;
        }
    if (found > 1) return list_members(f, "forget.several");
    if (found == 1) return DONE;
    if (place < 1 || place > setup->member_count) return list_members(f, "forget.no-member");
    f->member = place - 1;
    return DONE;
}

/* --- what would go --- */

static void list_mentions(struct forgetting *f)
{
    const char *key = session_is_forgotten(f->session, f->member) ? "forget.who.gone" : "forget.who";
    say(stdout, DONE, key, "n", number(f, f->member + 1), "name", session_setup(f->session)->members[f->member].name,
        "pseudonym", pseudonym(f, f->member), NULL);
    if (f->mention_count == 0) say(stdout, DONE, "forget.texts.none", NULL);
    else puts(text_count(&f->arena, "forget.texts", f->mention_count));
    for (int32_t i = 0; i < f->mention_count; i++) {
        const struct session_mention *m = &f->mentions[i];
        say(stdout, DONE, "forget.text", "number", number(f, m->text), "record", number(f, m->seq), "kind",
            m->kind ? sim_command_word(m->kind) : text("forget.setup"), "words", m->words, NULL);
    }
}

static int choose(struct forgetting *f, int32_t id)
{
    for (int32_t i = 0; i < f->mention_count; i++)
        if (f->mentions[i].text == id) {
            for (int32_t k = 0; k < f->chosen_count; k++)
                if (f->chosen[k] == id) return 1;
            f->chosen[f->chosen_count++] = id;
            return 1;
        }
    return 0;
}

static int choose_listed(struct forgetting *f)
{
    for (const char *at = f->texts; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL) {
        size_t length = strcspn(at, ",");
        if (!choose(f, number_of(at, length)))
            return say(stderr, USAGE, "forget.not-listed", "word", arena_dup_bytes(&f->arena, at, length), NULL);
    }
    return DONE;
}

static int choose_texts(struct forgetting *f)
{
    f->chosen = arena_array(&f->arena, (size_t)f->mention_count + 1, sizeof *f->chosen);
    if (!f->texts) return f->yes && f->mention_count > 0 ? say(stderr, UNSAID, "forget.say-which", NULL) : DONE;
    if (strcmp(f->texts, "none") == 0) return DONE;
    if (strcmp(f->texts, "all") != 0) return choose_listed(f);
    for (int32_t i = 0; i < f->mention_count; i++) choose(f, f->mentions[i].text);
    return DONE;
}

/* --- doing it --- */

static int failed(struct forgetting *f, enum err err)
{
    return say(stderr, FAILED, "forget.not-done", "file", f->file, "why", text(err_text_key(err)), NULL);
}

static int forget(struct forgetting *f)
{
    int32_t kept = f->mention_count - f->chosen_count;
    enum err err = session_forget(f->session, f->member, f->chosen, f->chosen_count);
    if (err != ERR_NONE) return failed(f, err);
    say(stdout, DONE, "forget.done", "n", number(f, f->member + 1), NULL);
    if (f->chosen_count > 0) puts(text_count(&f->arena, "forget.gone", f->chosen_count));
    if (kept > 0) puts(text_count(&f->arena, "forget.kept", kept));
    return DONE;
}

static int carry_out(struct forgetting *f)
{
    int status = find_member(f);
    if (status != DONE) return status;
    enum err err = session_mentions(&f->arena, f->session, f->member, &f->mentions, &f->mention_count);
    if (err != ERR_NONE) return failed(f, err);
    if (!f->yes || !f->texts) list_mentions(f);
    status = choose_texts(f);
    if (status == DONE && f->yes) return forget(f);
    if (status == DONE) say(stdout, DONE, f->mention_count ? "forget.listed" : "forget.listed.none", "n", number(f, f->member + 1), NULL);
    return status;
}

static int open_and_carry_out(struct forgetting *f)
{
    struct diag_list *found = arena_alloc(&f->arena, sizeof *found);
    found->arena = &f->arena;
    enum err err = session_open(&f->session, f->file, f->yes ? STORE_WRITE : STORE_READ, NULL, found);
    if (err != ERR_NONE)
        return say(stderr, FAILED, "forget.no-session", "file", f->file, "why", text(err_text_key(err)), NULL);
    int status = carry_out(f);
    session_close(f->session);
    return status;
}

int command_forget(int argc, char **argv)
{
    struct forgetting f = {0};
    int status = read_words(&f, argc, argv);
    if (f.help && status == DONE) fputs(text("forget.help"), stdout);
    else if (status == DONE) status = open_and_carry_out(&f);
    arena_release(&f.arena);
    return status;
}
