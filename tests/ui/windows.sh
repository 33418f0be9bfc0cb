#!/bin/sh
# The two rounds once more in real windows under a virtual display: every key
# goes through the system's event queue. Skipped where there is no Xvfb.
command -v Xvfb >/dev/null 2>&1 || exit 77
. "$MOMENT_SOURCE/tests/ui/play.sh"

mkfifo display
Xvfb -displayfd 3 -screen 0 2560x1600x24 -noreset -nolisten tcp 3>display >xvfb.log 2>&1 &
xvfb=$!
trap 'kill "$xvfb" 2>/dev/null || true; wait "$xvfb" 2>/dev/null || true; rm -rf "$work"' EXIT
read -r number <display || exit 77
unset SDL_VIDEODRIVER WAYLAND_DISPLAY
DISPLAY=":$number"
SDL_VIDEODRIVER=x11
export DISPLAY SDL_VIDEODRIVER

status=0
play "$here/scripts/${1:-two-rounds}.script" --windows 2 || status=$?
if [ -n "${MOMENT_KEEP:-}" ]; then
    mkdir -p "$MOMENT_KEEP"
    cp ./*.png "$MOMENT_KEEP"
fi
[ "$status" -eq 0 ] || exit "$status"
verified sessions/2026-11-22-night-shift-table-four.moment
