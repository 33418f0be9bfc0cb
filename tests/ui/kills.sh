#!/bin/sh
# Kills the program N times (20) in the middle of a session: nothing that was
# shown as recorded may be missing from the file, and the file must verify.
#   tests/ui/kills.sh [N] [SEED]      with MOMENT_PROGRAM and MOMENT_SOURCE set
# The program tells each line of its script that it has done; the kill comes
# after one drawn at random, while it goes on working.
. "$MOMENT_SOURCE/tests/ui/play.sh"
kills="${1:-20}"
seed="${2:-$$}"
notes=24
file="$work/sessions/2026-11-22-in-trouble.moment"

play "$here/scripts/problem-begin.script" --headless
mv "$file" begun.moment

# Four lines a note; the fourth sees it in the log.
: >kills.script
note=0
while [ "$note" -lt "$notes" ]; do
    note=$((note + 1))
    printf 'key N\ntype "Note %d."\nkey Enter\nexpect row "Note: Note %d."\n' "$note" "$note" >>kills.script
done
mkfifo trace

draw() {
    awk -v seed="$seed" -v n="$1" -v most="$2" 'BEGIN { srand(seed * 1000 + n); print 1 + int(rand() * most) }'
}

count=0
lost=0
ended=0
while [ "$count" -lt "$kills" ]; do
    count=$((count + 1))
    rm -f sessions/*
    cp begun.moment "$file"
    last="$(draw "$count" $((notes * 4)))"
    play kills.script --headless --trace "$file" >trace 2>said.txt &
    player=$!
    done=0
    while read -r line; do
        done="$line"
        if [ "$line" -eq "$last" ]; then kill -9 "$player" 2>/dev/null || true; fi
    done <trace
    status=0
    wait "$player" 2>/dev/null || status=$?
    [ "$status" -eq 0 ] && ended=$((ended + 1))
    [ "$status" -eq 0 ] || [ "$status" -eq 137 ] || fail "kill $count: the program ended with $status: $(cat said.txt)"
    shown=$((done / 4))
    "$MOMENT_PROGRAM" --data "$MOMENT_SOURCE" replay "$file" --verify --json >after.json 2>after.txt ||
        fail "kill $count after line $done (seed $seed): the file does not verify: $(cat after.txt)"
    kept="$(grep -c '"kind": "note"' after.json || true)"
    [ "$kept" -ge "$shown" ] || { echo "kill $count (seed $seed): $shown notes were shown, $kept are kept" >&2; lost=$((lost + 1)); }
    [ "$kept" -le $((shown + 1)) ] || fail "kill $count (seed $seed): $shown notes were shown, but $kept are kept"
done
echo "$kills kills, $((kills - ended)) of them while it worked: $lost times something acknowledged was lost"
[ "$lost" -eq 0 ] && [ "$ended" -lt "$kills" ]
