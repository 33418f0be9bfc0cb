#!/bin/sh
# Every header compiles alone, with gcc and with clang. Run from the top.
set -eu

flags="-std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes -Wswitch-enum -Wvla -Wformat=2 -Werror"
libraries="sdl2 SDL2_ttf libcjson sqlite3 libsodium cairo pangocairo fontconfig libqpdf"
includes="$(pkg-config --cflags-only-I $libraries | sed 's/-I/-isystem /g')"
status=0
count=0
tried=0
for compiler in gcc clang; do
    command -v "$compiler" >/dev/null || continue
    tried=$((tried + 1))
    for header in $(find include game -name '*.h' | sort); do
        count=$((count + 1))
        # Through standard input, as a main file's own warnings are not about headers.
        echo "#include \"$header\"" |
            "$compiler" $flags -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -I. -Iinclude $includes -fsyntax-only -x c - || {
            echo "$header does not compile alone with $compiler"
            status=1
        }
    done
done
echo "$count compilations with $tried compilers"
[ "$count" -gt 0 ] || status=1
exit $status
