#!/bin/sh
# What the core (sim), what it plays (model), what reads its log (assess) and
# those who play by themselves (players) ask of the outside: nothing but a few
# of libc's and what the layers below give that is pure. MOMENT_BUILD is the
# build folder; a layer without sources has nothing to ask.
set -eu

build="${MOMENT_BUILD:?the build folder}"
status=0
defined() {
    for layer in "$@"; do
        [ ! -f "$build/lib$layer.a" ] || nm --defined-only "$build/lib$layer.a" 2>/dev/null | awk 'NF == 3 { print $3 }'
    done
}
# check LAYER GIVERS...: undefined symbols of LAYER that neither GIVERS nor the list have.
check() {
    layer="$1"
    [ -f "$build/lib$layer.a" ] || { echo "lib$layer.a is not there"; status=1; return 0; }
    {
        defined "$@" | grep -vE '^(file|memory|text|diag)_' || true
        printf '%s\n' memcpy memset memcmp memmove strcmp strncmp strlen __assert_fail abort __stack_chk_fail _GLOBAL_OFFSET_TABLE_
    } >"$scratch/may"
    nm -u "$build/lib$layer.a" 2>/dev/null | awk 'NF == 2 { print $2 }' | sort -u >"$scratch/asks"
    grep -vxF -f "$scratch/may" "$scratch/asks" >"$scratch/wrong" || true
    echo "lib$layer.a asks for $(wc -l <"$scratch/asks") symbols, $(wc -l <"$scratch/wrong") of them not allowed"
    if [ -s "$scratch/wrong" ]; then
        sed 's/^/    /' "$scratch/wrong"
        status=1
    fi
}
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
check model base
check sim base model
for layer in assess players; do
    [ -z "$(find "game/$layer" -name '*.c' 2>/dev/null)" ] || check $layer base model sim
done
exit $status
