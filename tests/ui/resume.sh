#!/bin/sh
# A session cut off by a kill goes on where it stopped, and so does its copy in another place.
. "$MOMENT_SOURCE/tests/ui/play.sh"

status=0
play "$here/scripts/resume-1.script" --headless 2>killed.txt || status=$?
[ "$status" -eq 137 ] || fail "the first half was to be killed, but ended with $status: $(cat killed.txt)"
mkdir elsewhere
cp sessions/*.moment elsewhere/

play "$here/scripts/resume-2.script" --headless || fail "it did not go on after the kill"
verified sessions/2026-11-22-cut-short.moment

mv sessions first
mv elsewhere sessions
play "$here/scripts/resume-2.script" --headless || fail "the copy did not go on"
verified sessions/2026-11-22-cut-short.moment
