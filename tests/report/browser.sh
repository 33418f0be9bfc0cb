#!/bin/sh
# The pages of the reports in a headless browser; its pictures and what it
# prints stay in $MOMENT_BUILD/reports/seen.
set -eu
. "$MOMENT_SOURCE/tests/report/modules.sh"
modules_want
browser_want
out="$MOMENT_BUILD/reports"
bad=0
node "$MOMENT_SOURCE/tests/report/look.mjs" "$out/seen" "$out/customer-focused.html" "$out/pleaser.html" "$out/technician.html" "$out/typed.html" || bad=1

pages() {
    pdfinfo "$1" | sed -n 's/^Pages: *//p'
}

# Whoever prints the page gets about as many sheets as the PDF has.
for name in customer-focused pleaser technician typed; do
    printed="$(pages "$out/seen/$name-printed-a4.pdf")"
    written="$(pages "$out/$name/report.pdf")"
    echo "$name: $printed pages printed, $written in the PDF"
    if [ $((printed * 3)) -gt $((written * 4)) ] || [ $((written * 3)) -gt $((printed * 4)) ]; then bad=1; fi
done
exit $bad
