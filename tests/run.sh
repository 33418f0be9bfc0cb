#!/usr/bin/env bash
# Builds with gcc and clang, with and without sanitizers, and runs every test:
# tests/run.sh. Installs what is missing. Ends on ctest's summaries, status 0
# only when all of them passed.
set -euo pipefail

top="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
# shellcheck source=game/packages.sh
. "$top/game/packages.sh"
cd "$top"
jobs="$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)"
failed=0
summary=()

# suite PRESET WHAT [ctest arguments]: builds the preset with all warnings as errors and runs its tests.
suite() {
    local preset="$1" what="$2" log="build/$1.log" started=$SECONDS
    shift 2
    echo "== $preset: $what"
    mkdir -p build
    if ! { cmake --preset "$preset" -DMOMENT_WERROR=ON -DMOMENT_TESTS=ON && cmake --build --preset "$preset" -j "$jobs"; } \
        >"$log" 2>&1; then
        grep -E -A 8 'error|FAILED' "$log" | head -n 60 || tail -n 40 "$log"
        summary+=("$preset: did not build, see $log")
        failed=1
        return 0
    fi
    ctest --preset "$preset" -j "$jobs" --no-tests=error "$@" 2>&1 | tee "$log" || failed=1
    summary+=("$preset: $(grep 'tests passed' "$log" || echo 'no summary'), $((SECONDS - started)) s")
}

packages_want test
suite clang "warnings of clang, unit tests" -L unit
suite release "optimised: warnings, unit tests, speed, what the scores mean" -L 'unit|bench|proof'
suite debug "every test and check"
suite asan "every test again, watching memory and undefined behaviour" -LE 'checks|bench|browser'

echo
printf '%s\n' "${summary[@]}"
exit $failed
