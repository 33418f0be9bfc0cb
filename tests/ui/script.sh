#!/bin/sh
# Plays scripts/NAME.script and checks what it left behind: script.sh NAME [arguments].
# With MOMENT_KEEP=DIR the pictures and the session are copied there to be looked at.
. "$MOMENT_SOURCE/tests/ui/play.sh"

name="$1"
shift
status=0
play "$here/scripts/$name.script" --headless "$@" || status=$?
if [ -n "${MOMENT_KEEP:-}" ]; then
    mkdir -p "$MOMENT_KEEP"
    cp -R "$work/." "$MOMENT_KEEP"
fi
[ "$status" -eq 0 ] || exit "$status"

for session in sessions/*.moment; do
    [ -f "$session" ] || fail "no session file was left"
    verified "$session"
done
for picture in $(sed -n 's/^shot \(stage \)*\([^ ]*\.png\).*/\2/p' "$here/scripts/$name.script"); do
    [ -s "$picture" ] || fail "$picture was not written"
done
