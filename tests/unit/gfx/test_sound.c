#include "gfx_help.h"

#include <fcntl.h>

static struct gfx *open_with(const char *driver, int silent)
{
    struct gfx *g = NULL;
    const char *message = "";
    if (driver == NULL)
        unsetenv("SDL_AUDIODRIVER");
    else
        setenv("SDL_AUDIODRIVER", driver, 1);
    assert_int_equal(gfx_open(&g, &(struct gfx_options){.silent = silent}, &message), ERR_NONE);
    return g;
}

static void play_all(struct gfx *g)
{
    struct gfx_event e;
    for (int round = 0; round < 4; round++)
        for (int sound = 0; sound < SOUND_COUNT; sound++)
            gfx_play(g, (enum gfx_sound)sound);
    while (gfx_wait(g, 0, &e))
        ;
}

static void a_device_plays(void **state)
{
    (void)state;
    struct gfx *g = open_with("dummy", 0);
    assert_true(gfx_has_sound(g));
    play_all(g);
    assert_true(gfx_has_sound(g));
    gfx_close(g);
}

static void silence_opens_nothing(void **state)
{
    (void)state;
    struct gfx *g = open_with("dummy", 1);
    assert_false(gfx_has_sound(g));
    play_all(g);
    gfx_close(g);
}

static void a_driver_that_is_not_there_is_no_problem(void **state)
{
    (void)state;
    struct gfx *g = open_with("no-such-driver", 0);
    assert_false(gfx_has_sound(g));
    play_all(g);
    gfx_close(g);
}

/* Whatever this machine has or lacks, nothing is written on standard error about it. */
static void whatever_there_is_it_makes_no_noise_in_words(void **state)
{
    (void)state;
    char path[64], words[200] = "";
    snprintf(path, sizeof path, "gfx-sound-%d.txt", (int)getpid());
    int file = open(path, O_CREAT | O_RDWR | O_TRUNC, 0600), kept = dup(2);
    assert_true(file >= 0 && kept >= 0);
    dup2(file, 2);
    struct gfx *g = open_with(NULL, 0);
    play_all(g);
    gfx_close(g);
    dup2(kept, 2);
    ssize_t length = pread(file, words, sizeof words - 1, 0);
    close(file);
    close(kept);
    unlink(path);
    assert_int_equal(length, 0);
    assert_string_equal(words, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_device_plays),
        cmocka_unit_test(silence_opens_nothing),
        cmocka_unit_test(a_driver_that_is_not_there_is_no_problem),
        cmocka_unit_test(whatever_there_is_it_makes_no_noise_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
