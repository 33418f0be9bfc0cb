#!/bin/sh
# Calls that are banned, everywhere or in some layers. Run from the top.
set -eu

here="$(dirname "$0")"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
find game include -name '*.[ch]' | sort | xargs awk -f "$here/code.awk" >"$scratch/code"
find game include -name '*.[ch]' | sort | xargs awk -v strings=1 -f "$here/code.awk" >"$scratch/strings"
find tests -name '*.[ch]' -not -path 'tests/bench/*' | sort | xargs awk -f "$here/code.awk" >"$scratch/tests"
[ -s "$scratch/code" ] || { echo "no code found"; exit 1; }
status=0

# ban SOURCE FILES-THAT-MAY WHY EXPRESSION: a call of what EXPRESSION matches, outside the files.
ban() {
    source="$1" may="$2" why="$3" expression="$4"
    found="$(grep -E "(^|[^A-Za-z0-9_>.])($expression)[ ]*\(" "$scratch/$source" | grep -vE "^($may):" || true)"
    [ -n "$found" ] || return 0
    printf '%s\n    banned: %s\n' "$found" "$why"
    status=1
}
ban code 'none' 'no limit, or hidden state' \
    'sprintf|vsprintf|strcpy|strcat|strncpy|strncat|gets|strtok|tmpnam|tempnam|mktemp|alloca|setjmp|longjmp'
ban code 'none' 'says nothing about errors' 'atoi|atol|atoll|atof|sscanf|scanf|fscanf'
ban code 'none' 'follows the locale; see str_is_same and str_begins in base/str.h' \
    'setlocale|uselocale|strtod|strtof|strtold|strcoll|strxfrm|strcasecmp|strncasecmp|tolower|toupper|isalpha|isalnum|isspace|isupper|islower|ispunct|isprint'
ban code 'none' 'chance is keyed, see base/chance.h' 'rand|srand|random|srandom|drand48'
ban code 'game/app/[^:]*' 'only the program runs others and knows the date' \
    'system|popen|execv[pe]*|execl[pe]*|fork|posix_spawnp?|localtime|localtime_r|gmtime_r|ctime|asctime|strftime|mktime|time|clock_gettime|gettimeofday|getenv'
ban code 'none' 'use the forms with _r' 'gmtime|localtime|ctime|asctime'
ban code 'game/app/[^:]*|game/gfx/[^:]*' 'time is given, never asked for' 'SDL_GetTicks|SDL_GetTicks64|SDL_Delay|SDL_GetPerformanceCounter|sleep|usleep|nanosleep'
ban code 'game/app/main\.c' 'only main ends the program' 'exit|_exit|_Exit|quick_exit'
ban code 'game/base/memory\.c' 'only want of memory breaks off' 'abort'
ban code 'game/app/[^:]*|game/base/memory\.c' 'only the program prints' 'printf|vprintf|puts|putchar|fputs|fprintf|vfprintf|perror'
ban code 'game/(base|store|app)/[^:]*' 'only base, store and the program touch files; see base/file.h' \
    'fopen|fdopen|freopen|open|openat|creat|unlink|remove|rename|mkdir|opendir|stat|lstat|fstat|access|tmpfile'
ban tests 'none' 'no test sleeps' 'sleep|usleep|nanosleep|SDL_Delay'

found="$(grep -E '^(game|include)/(model|sim)/' "$scratch/code" |
    grep -E '(^|[^A-Za-z0-9_])(float|double|malloc|calloc|realloc|free)([^A-Za-z0-9_]|$)|[0-9]\.[0-9]' || true)"
if [ -n "$found" ]; then
    printf '%s\n    banned: model and sim have no fractions and no memory of their own\n' "$found"
    status=1
fi
found="$(grep -E '"[^"]*%[-+ #0-9.*]*[lL]?[fFeEgGaA]([^A-Za-z]|$)' "$scratch/strings" || true)"
if [ -n "$found" ]; then
    printf '%s\n    banned: fractions in a format follow the locale; write whole numbers, see base/str.h\n' "$found"
    status=1
fi
[ $status -ne 0 ] || echo "no banned call"
exit $status
