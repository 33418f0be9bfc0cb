#ifndef TESTS_CATCH_H
#define TESTS_CATCH_H
/* Runs a command of the program with both streams caught. Include after cmocka. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct caught {
    int status;
    char out[1 << 20], err[4096];
};

static inline void catch_read(int file, char *into, size_t room)
{
    assert_true(lseek(file, 0, SEEK_SET) == 0);
    size_t length = 0;
    ssize_t got = 1;
    while (got > 0 && length < room - 1) {
        got = read(file, into + length, room - 1 - length);
        assert_true(got >= 0);
        length += (size_t)got;
    }
    into[length] = '\0';
    close(file);
}

static inline int catch_scratch(void)
{
    char name[] = "/tmp/moment-caught-XXXXXX";
    int file = mkstemp(name);
    assert_true(file >= 0);
    unlink(name);
    return file;
}

static inline void catch_run(struct caught *r, int (*command)(int argc, char **argv), int argc, const char **argv)
{
    int out = catch_scratch(), err = catch_scratch(), kept_out = dup(1), kept_err = dup(2);
    char *words[16];
    assert_true(argc < 16);
    for (int i = 0; i < argc; i++)
        words[i] = (char *)(void *)argv[i];
    fflush(stdout);
    fflush(stderr);
    dup2(out, 1);
    dup2(err, 2);
    r->status = command(argc, words);
    fflush(stdout);
    fflush(stderr);
    dup2(kept_out, 1);
    dup2(kept_err, 2);
    close(kept_out);
    close(kept_err);
    catch_read(out, r->out, sizeof r->out);
    catch_read(err, r->err, sizeof r->err);
}
#endif
