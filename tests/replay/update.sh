#!/bin/sh
# Records the session of steady.script anew and takes what comes of it as
# right: tests/replay/update.sh PROGRAM. Look at the differences before you keep them.
set -eu
MOMENT_SOURCE="$(cd "$(dirname "$0")/../.." && pwd)"
MOMENT_PROGRAM="$(cd "$(dirname "${1:?which program? build/debug/moment}")" && pwd)/$(basename "$1")"
export MOMENT_SOURCE MOMENT_PROGRAM
. "$MOMENT_SOURCE/tests/ui/play.sh"

play "$MOMENT_SOURCE/tests/replay/steady.script" --headless
mv sessions/*.moment steady.moment
"$MOMENT_PROGRAM" --data "$MOMENT_SOURCE" replay steady.moment --verify --json >steady.json
"$MOMENT_PROGRAM" --data "$MOMENT_SOURCE" report steady.moment --out . >/dev/null
mkdir -p "$MOMENT_SOURCE/tests/replay/golden"
cp steady.moment steady.json "$MOMENT_SOURCE/tests/replay/golden/"
cp report.html "$MOMENT_SOURCE/tests/replay/golden/steady.html"
