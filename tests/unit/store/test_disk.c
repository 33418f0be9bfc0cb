/*
 * Disks that fail. A file system of SQLite's that fails at the n-th write,
 * flush or cut lies over the real one; each n is tried until none is reached.
 * Real limits (a quota on the file, read-only files and folders) as well.
 */
#include "store_help.h"

#include <errno.h>
#include <pwd.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

struct shim_file { sqlite3_file base; sqlite3_file *real; };
static sqlite3_vfs *real_vfs, shim_vfs;
static int calls_left = -1;     /* calls that still work, -1: all */
static int stays_broken;        /* everything after the failing call fails too */
static int code_given = SQLITE_FULL;

static int fails(void)
{
    if (calls_left < 0)
        return 0;
    if (calls_left > 0) {
        calls_left--;
        return 0;
    }
    if (!stays_broken)
        calls_left = -1;
    return 1;
}

static sqlite3_file *real_of(sqlite3_file *f)
{
    return ((struct shim_file *)f)->real;
}

#define PASS(name, parameters, ...) \
    static int shim_##name parameters { return real_of(f)->pMethods->name(real_of(f), __VA_ARGS__); }
PASS(xRead, (sqlite3_file *f, void *to, int n, sqlite3_int64 at), to, n, at)
PASS(xFileSize, (sqlite3_file *f, sqlite3_int64 *size), size)
PASS(xLock, (sqlite3_file *f, int level), level)
PASS(xUnlock, (sqlite3_file *f, int level), level)
PASS(xCheckReservedLock, (sqlite3_file *f, int *held), held)
PASS(xFileControl, (sqlite3_file *f, int op, void *argument), op, argument)

static int shim_xWrite(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
    if (fails()) {
        /* a torn write: the first half arrives */
        real_of(f)->pMethods->xWrite(real_of(f), from, n / 2, at);
        return code_given;
    }
    return real_of(f)->pMethods->xWrite(real_of(f), from, n, at);
}
static int shim_xTruncate(sqlite3_file *f, sqlite3_int64 size)
{
    return fails() ? SQLITE_IOERR_TRUNCATE : real_of(f)->pMethods->xTruncate(real_of(f), size);
}
static int shim_xSync(sqlite3_file *f, int flags)
{
    return fails() ? SQLITE_IOERR_FSYNC : real_of(f)->pMethods->xSync(real_of(f), flags);
}
static int shim_xClose(sqlite3_file *f)
{
    int code = real_of(f)->pMethods->xClose(real_of(f));
    free(real_of(f));
    return code;
}
static int shim_xSectorSize(sqlite3_file *f)
{
    return real_of(f)->pMethods->xSectorSize(real_of(f));
}
static int shim_xDeviceCharacteristics(sqlite3_file *f)
{
    return real_of(f)->pMethods->xDeviceCharacteristics(real_of(f));
}

static const sqlite3_io_methods shim_methods = {
    .iVersion = 1, .xClose = shim_xClose, .xRead = shim_xRead, .xWrite = shim_xWrite, .xTruncate = shim_xTruncate,
    .xSync = shim_xSync, .xFileSize = shim_xFileSize, .xLock = shim_xLock, .xUnlock = shim_xUnlock,
    .xCheckReservedLock = shim_xCheckReservedLock, .xFileControl = shim_xFileControl,
    .xSectorSize = shim_xSectorSize, .xDeviceCharacteristics = shim_xDeviceCharacteristics};

static int shim_xOpen(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out)
{
    (void)vfs;
    struct shim_file *file = (struct shim_file *)f;
    file->real = calloc(1, (size_t)real_vfs->szOsFile);
    int code = real_vfs->xOpen(real_vfs, name, file->real, flags, out);
    f->pMethods = code == SQLITE_OK ? &shim_methods : NULL;
    if (code != SQLITE_OK)
        free(file->real);
    return code;
}

static int begin_shim(void **state)
{
    (void)state;
    sqlite3_initialize();
    real_vfs = sqlite3_vfs_find(NULL);
    shim_vfs = *real_vfs;
    shim_vfs.zName = "failing";
    shim_vfs.szOsFile = sizeof(struct shim_file);
    shim_vfs.xOpen = shim_xOpen;
    return sqlite3_vfs_register(&shim_vfs, 1) != SQLITE_OK;
}

static int end_shim(void **state)
{
    (void)state;
    return sqlite3_vfs_unregister(&shim_vfs) != SQLITE_OK;
}

enum { SIZE = 12 };

static struct store *make_with_failure_at(int call, int for_good)
{
    struct store *s = make(path, SIZE);
    stays_broken = for_good;
    calls_left = call;
    return s;
}

static void repair(void)
{
    calls_left = -1;
}

/* One call fails, the next works: the append says so and can be tried again, or was there after all. */
static void test_each_call_fails_once(void **state)
{
    (void)state;
    int reached = 1, failures = 0;
    for (int call = 0; reached; call++) {
        struct store *s = make_with_failure_at(call, 0);
        enum err err = append(s, SIZE + 1);
        reached = calls_left < 0;
        repair();
        failures += err != ERR_NONE;
        if (err != ERR_NONE)
            assert_int_equal(append(s, SIZE + 1), ERR_NONE);
        assert_int_equal(append(s, SIZE + 2), ERR_NONE);
        expect_records(s, SIZE + 2);
        store_close(s);
        expect_sound(path, SIZE + 2);
        unlink(path);
    }
    assert_true(failures > 6);
}

/* The disk stays broken through any number of attempts, then is repaired: the caller goes on, here with another
 * record than the one that failed. */
static void test_broken_for_a_while(void **state)
{
    (void)state;
    int reached = 1, failures = 0;
    for (int call = 0; reached; call++) {
        struct store *s = make_with_failure_at(call, 1);
        struct store_record other = record_make(77);
        enum err err = store_append(s, &other, &(struct store_text){77, "never stored"}, 1);
        reached = calls_left == 0;
        if (err != ERR_NONE) {
            failures++;
            assert_int_not_equal(append(s, SIZE + 1), ERR_NONE);
            assert_int_not_equal(append(s, SIZE + 1), ERR_NONE);
            repair();
            assert_int_equal(append(s, SIZE + 1), ERR_NONE);
            store_close(s);
            expect_sound(path, SIZE + 1);
        } else {
            repair();
            store_close(s);
        }
        unlink(path);
    }
    assert_true(failures > 6);
}

/* Broken, and then the power goes: what was acknowledged is there. */
static void test_broken_and_killed(void **state)
{
    (void)state;
    for (int call = 0; call < 40; call++) {
        store_close(make(path, SIZE));
        pid_t child = fork();
        if (child == 0) {
            struct store *s = NULL;
            if (store_open(&s, path, STORE_WRITE, NULL) != ERR_NONE)
                _exit(2);
            stays_broken = 1;
            calls_left = call;
            _exit(append(s, SIZE + 1) == ERR_NONE);
        }
        int status, acknowledged;
        waitpid(child, &status, 0);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) < 2);
        acknowledged = WEXITSTATUS(status);
        struct store_report r;
        struct store *s = open_ok(path, STORE_WRITE, &r);
        assert_int_equal(r.damaged_at, 0);
        assert_true(r.records == SIZE + 1 || (r.records == SIZE && !acknowledged));
        expect_records(s, (int)r.records);
        store_close(s);
        unlink(path);
    }
}

static void test_errors_are_told_apart(void **state)
{
    (void)state;
    struct store *s = make_with_failure_at(2, 1);
    assert_int_equal(append(s, SIZE + 1), ERR_FULL);
    repair();
    store_close(s);
    unlink(path);
    code_given = SQLITE_IOERR_WRITE;
    s = make_with_failure_at(2, 1);
    assert_int_equal(append(s, SIZE + 1), ERR_WRITE);
    assert_true(strlen(store_detail(s)) > 0);
    code_given = SQLITE_FULL;
    repair();
    store_close(s);
}

/* Creating fails anywhere: there is no file, and no neighbour of it. */
static void test_creation_fails_anywhere(void **state)
{
    (void)state;
    int reached = 1;
    for (int call = 0; reached && call < 400; call++) {
        struct store *s = NULL;
        stays_broken = 1;
        calls_left = call;
        enum err err = store_create(&s, path);
        if (err == ERR_NONE)
            err = append(s, 1);
        if (err == ERR_NONE)
            err = store_publish(s);
        reached = calls_left == 0;
        repair();
        store_close(s);
        if (err != ERR_NONE && file_exists(path))
            expect_sound(path, 1);
        else if (err != ERR_NONE)
            assert_int_equal(system(arena_printf(&arena, "test -z \"$(ls -A '%s')\"", folder)), 0);
        unlink(path);
    }
    assert_false(reached);
}

/* The limit on a file's size stands for a full disk: the kernel itself says no. */
static void test_real_limit(void **state)
{
    (void)state;
    struct store *s = make(path, SIZE);
    struct stat status;
    struct rlimit before, low;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    assert_int_equal(stat(path, &status), 0);
    low = before;
    low.rlim_cur = (rlim_t)status.st_size;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &low), 0);
    int stored = SIZE;
    enum err err = ERR_NONE;
    while (stored < 4000 && (err = append(s, stored + 1)) == ERR_NONE)
        stored++;
    assert_int_equal(err, ERR_FULL);
    assert_int_equal(append(s, stored + 1), ERR_FULL);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_int_equal(append(s, stored + 1), ERR_NONE);
    store_close(s);
    expect_sound(path, stored + 1);
}

/* Root may write everywhere, so a child gives its rights up first. */
static int as_nobody(int (*act)(void))
{
    pid_t child = fork();
    if (child == 0) {
        struct passwd *nobody = getpwnam("nobody");
        if (geteuid() == 0 && (nobody == NULL || setgid(nobody->pw_gid) != 0 || setuid(nobody->pw_uid) != 0))
            _exit(77);
        _exit(act());
    }
    int status;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int opens_read_only(void)
{
    struct store *s = NULL;
    struct store_report r;
    if (store_open(&s, path, STORE_WRITE, &r) != ERR_NONE)
        return 1;
    struct store_record record = record_make(SIZE + 1);
    int good =
        r.read_only && r.records == SIZE && r.detail[0] != '\0' && store_append(s, &record, NULL, 0) == ERR_REFUSED;
    store_close(s);
    return good ? 0 : 2;
}

static void test_read_only_file(void **state)
{
    (void)state;
    store_close(make(path, SIZE));
    assert_int_equal(chmod(folder, 0777), 0);
    assert_int_equal(chmod(path, 0444), 0);
    assert_int_equal(as_nobody(opens_read_only), 0);
}

static void test_read_only_folder(void **state)
{
    (void)state;
    store_close(make(path, SIZE));
    assert_int_equal(chmod(path, 0666), 0);
    assert_int_equal(chmod(folder, 0555), 0);
    assert_int_equal(as_nobody(opens_read_only), 0);
    assert_int_equal(chmod(folder, 0755), 0);
}

static int reads_whole(void)
{
    struct store *s = NULL;
    struct store_report r;
    if (store_open(&s, path, STORE_READ, &r) != ERR_NONE)
        return 1;
    int good = r.records >= SIZE - 1 && r.records <= SIZE + 1;
    store_close(s);
    return good ? 0 : 2;
}

/* A journal that waits to be rolled back beside a file nobody may write: it is read as it is, and the chain judges. */
static void test_left_journal_on_a_read_only_disk(void **state)
{
    (void)state;
    int left = 0;
    for (int call = 3; call < 12; call++) {
        store_close(make(path, SIZE));
        pid_t child = fork();
        if (child == 0) {
            struct store *s = NULL;
            if (store_open(&s, path, STORE_WRITE, NULL) != ERR_NONE)
                _exit(2);
            stays_broken = 1;
            calls_left = call;
            _exit(append(s, SIZE + 1) == ERR_NONE);
        }
        waitpid(child, NULL, 0);
        struct stat status;
        const char *journal = arena_printf(&arena, "%s-journal", path);
        left += stat(journal, &status) == 0 && status.st_size > 0;
        assert_int_equal(chmod(path, 0444), 0);
        assert_int_equal(chmod(journal, 0444), 0);
        assert_int_equal(chmod(folder, 0555), 0);
        assert_int_equal(as_nobody(reads_whole), 0);
        assert_int_equal(chmod(folder, 0755), 0);
        unlink(journal);
        unlink(path);
    }
    assert_true(left > 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T(test_each_call_fails_once), T(test_broken_for_a_while), T(test_broken_and_killed),
        T(test_errors_are_told_apart), T(test_creation_fails_anywhere), T(test_real_limit), T(test_read_only_file),
        T(test_read_only_folder), T(test_left_journal_on_a_read_only_disk),
#undef T
    };
    return cmocka_run_group_tests(tests, begin_shim, end_shim);
}
