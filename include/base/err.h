#ifndef BASE_ERR_H
#define BASE_ERR_H
/*
 * The outcomes of calls that can fail for reasons outside the program.
 * A call that returns anything but ERR_NONE has left its outputs untouched.
 * Bugs are asserts, never errors. What a person should read is found in the
 * text catalogue under err_text_key().
 */
enum err {
    ERR_NONE,
    ERR_MISSING,   /* no such file, id or entry */
    ERR_READ,      /* could not be read: permission, device */
    ERR_WRITE,     /* could not be written: permission, read-only */
    ERR_FULL,      /* no room: disk, or a documented limit */
    ERR_FORMAT,    /* not of the promised form */
    ERR_DAMAGED,   /* was of the promised form once, is no longer */
    ERR_BUSY,      /* somebody else holds it */
    ERR_REFUSED,   /* the rules do not allow it; nothing changed */
    ERR_NEWER,     /* written by a later version of this program */
    ERR_SYSTEM,    /* a library or the system failed in another way */
    ERR_COUNT
};

#if defined(__GNUC__)
#define MUST_CHECK __attribute__((warn_unused_result))
#else
#define MUST_CHECK
#endif

const char *err_text_key(enum err err);
#endif
