#!/usr/bin/env bash
# Builds Moment of Truth and starts it: game/run.sh [arguments of moment].
# Installs what is missing. Without a display it plays the demonstration.
set -euo pipefail

top="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
build="$top/build/release"
# shellcheck source=game/packages.sh
. "$top/game/packages.sh"

build_release() {
    cmake -S "$top" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DMOMENT_TESTS=OFF -DMOMENT_WERROR=OFF
    cmake --build "$build"
}

# What the compiler says is of interest only when it fails.
build_quietly() {
    local log="$top/build/release.log"
    mkdir -p "$top/build"
    echo "Building Moment of Truth (the first time takes about a minute) ..." >&2
    if ! build_release >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        echo "It could not be built; all of the above is in $log." >&2
        return 1
    fi
}

has_display() {
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]
}

play_demonstration() {
    local out="$top/build/demo"
    echo "There is no display here, so the demonstration is played instead." >&2
    "$build/moment" demo --out "$out"
    cat >&2 <<END

The demonstration has been played. You find in $out
    report.html        the report of the session, for any browser
    session.moment     the session itself; $build/moment replay reads it
    *.png              pictures of stage and console at telling moments
On a machine with a display, $top/game/run.sh opens the two windows.
END
}

packages_want build
build_quietly
if [ $# -gt 0 ] || has_display; then
    exec "$build/moment" "$@"
fi
play_demonstration
