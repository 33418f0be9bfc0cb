#include "base/err.h"

#include <assert.h>

const char *err_text_key(enum err err)
{
    static const char *const keys[ERR_COUNT] = {
        [ERR_NONE] = "error.none",
        [ERR_MISSING] = "error.missing",
        [ERR_READ] = "error.read",
        [ERR_WRITE] = "error.write",
        [ERR_FULL] = "error.full",
        [ERR_FORMAT] = "error.format",
        [ERR_DAMAGED] = "error.damaged",
        [ERR_BUSY] = "error.busy",
        [ERR_REFUSED] = "error.refused",
        [ERR_NEWER] = "error.newer",
        [ERR_SYSTEM] = "error.system",
    };
    assert((int)err >= 0 && err < ERR_COUNT);
    return keys[err];
}
