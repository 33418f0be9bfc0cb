#!/bin/sh
# Kills a program in the middle of its appends, N times: tests/torn/kill.sh [N] [SEED].
# Nothing that was acknowledged may be missing afterwards. Builds what it needs.
set -eu

top="$(cd "$(dirname "$0")/../.." && pwd)"
build="${MOMENT_BUILD:-$top/build/debug}"
[ -f "$build/build.ninja" ] || cmake --preset debug -S "$top" -B "$build" >/dev/null
cmake --build "$build" --target torn_kill >/dev/null
cd "$build/tests"
MOMENT_SOURCE="$top" MOMENT_KILLS="${1:-200}" MOMENT_KILL_SEED="${2:-$$}" exec ./torn_kill
