#!/bin/sh
# A session that older rules decided still opens, holds together, and says which rules those were.
. "$MOMENT_SOURCE/tests/ui/play.sh"

for recorded in "$MOMENT_SOURCE"/tests/replay/old/rules-*.moment; do
    cp "$recorded" old.moment
    rules="$(basename "$recorded" .moment)"
    "$MOMENT_PROGRAM" --data "$MOMENT_SOURCE" replay old.moment --verify >old.txt || fail "$recorded does not open any more"
    grep -q "sound records" old.txt || fail "$recorded: not all of it is read"
    "$MOMENT_PROGRAM" --data "$MOMENT_SOURCE" explain old.moment >figures.txt || fail "$recorded: no figures"
    grep -q "rules ${rules#rules-}" figures.txt || fail "$recorded: does not say which rules decided"
    "$MOMENT_PROGRAM" --data "$MOMENT_SOURCE" report old.moment --out . >/dev/null || fail "$recorded: no report"
done
