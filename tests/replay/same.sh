#!/bin/sh
# The same session played in other countries, time zones and at another pace
# comes to the same digest and the same report, byte for byte.
. "$MOMENT_SOURCE/tests/ui/play.sh"
script="$MOMENT_SOURCE/tests/replay/steady.script"

# A locale with a comma for decimals and an i without a dot, made here where the system has none.
if localedef --no-archive -i tr_TR -f UTF-8 "$work/tr_TR.UTF-8" >/dev/null 2>&1; then
    LOCPATH="$work"
    export LOCPATH
fi

# outcome NAME SCRIPT: plays it and leaves NAME.digest and NAME.html.
outcome() {
    rm -rf sessions
    play "$2" --headless || fail "$1: the script failed"
    session="$(ls sessions/*.moment)"
    "$MOMENT_PROGRAM" --data "$MOMENT_SOURCE" replay "$session" --verify --json >"$1.json" || fail "$1 does not verify"
    grep -o '"digest": "[^"]*"' "$1.json" >"$1.digest" || fail "$1 has no digest"
    "$MOMENT_PROGRAM" --data "$MOMENT_SOURCE" report "$session" --out "$1" >/dev/null || fail "$1: no report"
    cp "$1/report.html" "$1.html"
}

same() {
    cmp "$1.digest" plain.digest || fail "$1 came to another digest"
    cmp "$1.html" plain.html || fail "$1 came to another report"
}

unset LC_ALL LANG TZ
LANG=C TZ=UTC outcome plain "$script"

(LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8 TZ=Asia/Kathmandu
 export LANG LC_ALL TZ
 outcome turkish "$script")
same turkish

# Eleven seconds a fictional minute instead of six, and steps of time that fall between the others.
sed -e 's/^# faster or slower$/key +\nkey +\nkey +\nkey +\nkey +/' -e 's/^tick until/tick 130ms\ntick until/' "$script" >slow.script
cmp -s slow.script "$script" && fail "the slow script is no other"
outcome slow slow.script
same slow

# One act less must come to something else, or this test compares nothing.
awk '$0 == "key O" { getline; next } { print }' "$script" >other.script
outcome other other.script
cmp -s other.digest plain.digest && fail "an act left no trace in the digest"
cmp -s other.html plain.html && fail "an act left no trace in the report"
exit 0
