#!/bin/sh
# Makes what the other tests here read: sessions, and their reports in every
# format, in $MOMENT_BUILD/reports.
set -eu
out="$MOMENT_BUILD/reports"
mkdir -p "$out"
"$MOMENT_BUILD/tests/report_sessions" "$out"

# report NAME [options]: NAME/report.html, .pdf, .json and tables, NAME/letter.pdf.
report() {
    name="$1"
    shift
    "$MOMENT_PROGRAM" --data "$MOMENT_SOURCE" report "$out/$name.moment" --out "$out/$name" --format pdf,html,csv,json --paper a4 "$@" >/dev/null
    "$MOMENT_PROGRAM" --data "$MOMENT_SOURCE" report "$out/$name.moment" --out "$out/$name/letter" --format pdf --paper letter "$@" >/dev/null
    mv "$out/$name/letter/report.pdf" "$out/$name/letter.pdf"
    rmdir "$out/$name/letter"
    cp "$out/$name/report.html" "$out/$name.html"
}

for name in customer-focused pleaser technician mixed; do report "$name"; done
report typed --names
