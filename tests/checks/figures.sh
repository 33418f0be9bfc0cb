#!/bin/sh
# How long functions and files are. Fails when more than 3 % of the functions
# outside the screens are over 60 lines, or a file is over 600. Run from the top.
set -eu

ctags --version 2>/dev/null | grep -q Universal || { echo "universal-ctags is not here"; exit 77; }
find game -name '*.c' | sort | xargs ctags -f - --kinds-C=f --fields=+ne --languages=C --langmap=C:.c.h |
    awk -F '\t' '
    {
        line = end = 0
        for (i = 4; i <= NF; i++) {
            if ($i ~ /^line:/) line = substr($i, 6)
            if ($i ~ /^end:/) end = substr($i, 5)
        }
        if (end > 0) print end - line + 1, $2, $1
    }' | sort -n | awk '
    {
        length_of[NR] = $1
        if ($2 !~ /^game\/screens\//) judged++
        if ($1 > 60) {
            print $2 ": " $3 " has " $1 " lines"
            over++
            if ($2 !~ /^game\/screens\//) judged_over++
        }
    }
    END {
        if (NR == 0) { print "no function found"; exit 1 }
        printf "%d functions: median %d lines, p90 %d, longest %d, %d over 60 (%d outside the screens)\n",
            NR, length_of[int((NR + 1) / 2)], length_of[int((NR * 9 + 9) / 10)], length_of[NR], over, judged_over
        exit judged_over * 100 > judged * 3
    }'
find game include -name '*.[ch]' | sort | xargs awk '
    FNR == 1 { files++ }
    FNR == 601 { print FILENAME " has more than 600 lines"; over++ }
    END { printf "%d files, %d over 600 lines\n", files, over; exit over > 0 }' || exit 1
