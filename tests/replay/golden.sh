#!/bin/sh
# A session recorded long ago still opens, verifies, and comes to the same
# figures and the same report. What is expected changes by update.sh alone.
. "$MOMENT_SOURCE/tests/ui/play.sh"
golden="$MOMENT_SOURCE/tests/replay/golden"

# Opening may mend a file, so a copy is opened.
cp "$golden/steady.moment" steady.moment
"$MOMENT_PROGRAM" --data "$MOMENT_SOURCE" replay steady.moment --verify --json >steady.json || fail "the recording does not verify any more"
"$MOMENT_PROGRAM" --data "$MOMENT_SOURCE" report steady.moment --out . >/dev/null || fail "no report from the recording"
diff "$golden/steady.json" steady.json || fail "the recording comes to other figures; if that is meant: tests/replay/update.sh"
cmp "$golden/steady.html" report.html || fail "the recording comes to another report; if that is meant: tests/replay/update.sh"
