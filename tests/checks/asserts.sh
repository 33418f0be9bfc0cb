#!/bin/sh
# Every cmocka test asserts something, itself or through a function of the
# tests that does. Run from the top.
set -eu

here="$(dirname "$0")"
find tests -name '*.[ch]' | sort | xargs awk -f "$here/code.awk" | awk '
{
    file = $0
    sub(/:.*/, "", file)
    code = $0
    sub(/^[^:]*:[0-9]*:/, "", code)
}
# A function starts at a line that begins with a letter and holds "name(", and ends with "}" in front.
code ~ /^[A-Za-z].*[A-Za-z0-9_]\(/ && code !~ /;[ \t]*$/ {
    name = code
    sub(/\(.*/, "", name)
    sub(/.*[^A-Za-z0-9_]/, "", name)
    here = file SUBSEP name
    if (code ~ /void[ \t]*\*\*[ \t]*[a-z]+\)/ && code ~ /void[ \t]+[A-Za-z0-9_]+\(/) test[here] = 1
    home[name] = home[name] " " file
    sub(/^[^(]*\(/, "", code)
}
here != "" {
    rest = code
    while (match(rest, /[A-Za-z_][A-Za-z0-9_]*[ ]*\(/)) {
        called = substr(rest, RSTART, RLENGTH)
        sub(/[ ]*\($/, "", called)
        rest = substr(rest, RSTART + RLENGTH)
        if (called ~ /^(_?assert_|fail$|fail_msg$)/) asserts[here] = 1
        else calls[here] = calls[here] " " called
    }
}
code ~ /^}/ { here = "" }
function helper_asserts(file, name,    list, n, i) {
    if ((file, name) in asserts) return 1
    if (index(home[name] " ", " " file " ")) return 0
    n = split(home[name], list, " ")
    for (i = 1; i <= n; i++)
        if (list[i] !~ /\/test_[^\/]*$/ && ((list[i], name) in asserts)) return 1
    return 0
}
END {
    do {
        changed = 0
        for (key in calls) {
            if (key in asserts) continue
            split(key, parts, SUBSEP)
            n = split(calls[key], list, " ")
            for (i = 1; i <= n; i++)
                if (helper_asserts(parts[1], list[i])) { asserts[key] = 1; changed = 1; break }
        }
    } while (changed)
    for (key in test) {
        tests++
        if (key in asserts) continue
        split(key, parts, SUBSEP)
        print parts[1] ": " parts[2] " asserts nothing"
        bad++
    }
    printf "%d tests, %d of them assert nothing\n", tests, bad
    exit bad > 0 || tests == 0
}'
