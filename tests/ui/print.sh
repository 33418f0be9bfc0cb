#!/bin/sh
# The papers of a workshop: by the command on both sizes of paper, the same bytes wherever it runs, and by the button.
set -eu

pack="$MOMENT_SOURCE/scenarios/last-flight-out"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

fail() {
    echo "$*"
    exit 1
}

papers="runsheet roles customers cards conditions complaints charter monday observers"
"$MOMENT_PROGRAM" print "$pack" --out "$work/a4" >"$work/said"
[ "$(wc -l <"$work/said")" -eq 9 ] || fail "not nine papers: $(cat "$work/said")"
for paper in $papers; do
    pdfinfo "$work/a4/$paper.pdf" | grep -q 'Page size: *595.276 x 841.89' || fail "$paper is not on A4"
    pdffonts "$work/a4/$paper.pdf" | tail -n +3 | grep -v 'yes yes yes' && fail "$paper has a font outside the file"
done

# A setting of the user's, another language and another time zone change nothing.
mkdir -p "$work/home/fontconfig"
cat >"$work/home/fontconfig/fonts.conf" <<'CONF'
<?xml version="1.0"?><fontconfig><match target="pattern"><edit name="family" mode="prepend" binding="strong"><string>DejaVu Serif</string></edit></match></fontconfig>
CONF
HOME="$work/home" XDG_CONFIG_HOME="$work/home" FONTCONFIG_FILE="$work/home/fontconfig/fonts.conf" LANGUAGE=ja:ar LC_ALL=C.UTF-8 TZ=Asia/Tokyo \
    "$MOMENT_PROGRAM" print "$pack" --out "$work/elsewhere" >/dev/null
for paper in $papers; do
    cmp "$work/a4/$paper.pdf" "$work/elsewhere/$paper.pdf" || fail "$paper differs"
done

"$MOMENT_PROGRAM" print "$pack" --out "$work/letter" --paper letter --what cards,charter >/dev/null
[ "$(ls "$work/letter")" = "cards.pdf
charter.pdf" ] || fail "not the two papers that were asked for"
pdfinfo "$work/letter/cards.pdf" | grep -q '612 x 792' || fail "not on Letter"

status=0
"$MOMENT_PROGRAM" print "$pack" --out "$work/x" --what nonsense 2>/dev/null || status=$?
[ $status -eq 2 ] || fail "nonsense was taken"
status=0
"$MOMENT_PROGRAM" print "$work/none" --out "$work/x" 2>/dev/null || status=$?
[ $status -eq 3 ] || fail "a pack that is not there gave $status"

cat >"$work/button.script" <<'SCRIPT'
click card "The last flight out"
key Ctrl+3
click button "Print handouts"
expect "They lie in"
SCRIPT
"$MOMENT_PROGRAM" play --script "$work/button.script" --headless --sessions "$work/sessions" --size 1280x800 --seed 3 --date 2026-11-22
cmp "$work/a4/roles.pdf" "$work/sessions/papers-last-flight-out/roles.pdf" || fail "the button prints something else"
echo "nine papers, twice and by the button"
