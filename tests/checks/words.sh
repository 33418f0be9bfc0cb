#!/bin/sh
# Words that say a thing is not finished. Run from the top.
set -eu

# Written in pieces so that this file passes its own check.
words="TO""DO|FIX""ME|XX""X|HA""CK|st""ub"
phrases="not (yet )?imple""mented|unimple""mented|is a place""holder|place""holder (value|implementation|until)"
status=0
grep -rnwIE "$words" game include tests CMakeLists.txt && status=1
grep -rniwIE "$phrases" game include tests CMakeLists.txt && status=1
if [ $status -ne 0 ]; then
    echo "the lines above hold words of unfinished work"
    exit 1
fi
echo "no word of unfinished work"
