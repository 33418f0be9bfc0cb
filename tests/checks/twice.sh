#!/bin/sh
# No name is given twice: a symbol that two objects of the layers define would
# be taken from whichever library the linker opens first, without a word.
# MOMENT_BUILD is the build folder.
set -eu

build="${MOMENT_BUILD:?the build folder}"
names="$(for library in "$build"/lib*.a; do
    [ ! -f "$library" ] || nm -A --defined-only --extern-only "$library" 2>/dev/null
done | awk 'NF >= 3 && $NF !~ /^_/ { where = $1; sub(/:[0-9a-f]*$/, "", where); sub(/^.*\/lib/, "lib", where); print $NF, where }' | sort -u)"
[ -n "$names" ] || { echo "no library defines anything"; exit 1; }
printf '%s\n' "$names" | awk '
{ count++; at[$1] = at[$1] " " $2; times[$1]++ }
END {
    for (name in times)
        if (times[name] > 1) { print name ":" at[name]; bad++ }
    printf "%d names, %d of them given twice\n", count, bad
    exit bad > 0
}'
