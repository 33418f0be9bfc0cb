#!/bin/sh
# A whole workshop of three hours by keys, cut off in every phase: at one cut the plug is pulled, at the next the
# program is left by its keys. Each time it has to go on where it stopped, with all that was shown. Thirty days later the
# file is opened again. What the phases left in the file is looked at by test_whole.c; KEEP (or MOMENT_KEEP) is the
# folder it stays in.   whole.sh [KEEP]
. "$MOMENT_SOURCE/tests/ui/play.sh"
keep="${1:-${MOMENT_KEEP:-}}"
file="sessions/2026-11-22-night-shift-six-tables.moment"

# Each part keeps the line numbers of the whole, so that a line that fails is found there.
awk '
    /^#= cut/ { close(file); part++; from = NR }
    { file = sprintf("part-%02d.script", part)
      if (NR == from) { for (i = 1; i < NR; i++) print "" > file; print "key Enter" > file }
      else print > file }
' "$here/scripts/whole.script"

last="$(ls part-*.script | tail -n 1)"
cuts=0
for part in part-*.script; do
    status=0
    wanted=0
    if [ "$part" != "$last" ]; then
        cuts=$((cuts + 1))
        # In a round, and every other time elsewhere, the plug is pulled.
        if [ $((cuts % 2)) -eq 0 ] && ! grep -q 'tick until' "$part"; then
            printf 'click button "To the start page"\nkey Enter\nexpect "Go on where you stopped"\nkey Q\n' >>"$part"
        else
            echo kill >>"$part"
            wanted=137
        fi
    fi
    play "$part" --headless 2>"$part.txt" || status=$?
    [ "$status" -eq "$wanted" ] || fail "$part ended with $status: $(cat "$part.txt")"
    verified "$file"
done
[ -s "sessions/2026-11-22-night-shift-six-tables/report.html" ] || fail "no report was written"
grep -q "I will call you back" sessions/*/report.html || fail "the report does not know the top card"
before="$(cksum <"sessions/2026-11-22-night-shift-six-tables/report.html")"

play "$here/scripts/whole-later.script" --headless --date 2026-12-22
verified "$file"
[ "$(cksum <sessions/2026-11-22-night-shift-six-tables/report.html)" != "$before" ] || fail "the follow-up is not in the report"
echo "$cuts cuts"
if [ -n "$keep" ]; then
    mkdir -p "$keep"
    cp -R "$work/." "$keep"
fi
