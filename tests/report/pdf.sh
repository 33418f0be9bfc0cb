#!/bin/sh
# The PDFs of the reports as poppler and qpdf read them, and the same bytes
# whatever a user's settings are.
set -eu
. "$MOMENT_SOURCE/tests/report/modules.sh"
node_want
out="$MOMENT_BUILD/reports"
bad=0
for name in customer-focused pleaser technician mixed typed; do
    node "$MOMENT_SOURCE/tests/report/read_pdf.mjs" "$out/$name/report.html" "$out/$name/report.pdf" "$out/$name/letter.pdf" || bad=1
done

# Somebody whose own fonts would turn everything into another face, in another place.
strange="$out/strange"
mkdir -p "$strange/home/.config/fontconfig"
cat >"$strange/home/.config/fontconfig/fonts.conf" <<'XML'
<?xml version="1.0"?>
<fontconfig><match target="pattern"><edit name="family" mode="assign" binding="strong"><string>Noto Serif</string></edit></match></fontconfig>
XML
cp "$out/mixed.moment" "$strange/again.moment"
(
    cd /
    LC_ALL=C.UTF-8 LANG=tr_TR.UTF-8 TZ=Asia/Kathmandu HOME="$strange/home" XDG_CONFIG_HOME="$strange/home/.config" \
        FONTCONFIG_FILE="$strange/home/.config/fontconfig/fonts.conf" SOURCE_DATE_EPOCH=1 \
        "$MOMENT_PROGRAM" --data "$MOMENT_SOURCE" report "$strange/again.moment" --out "$strange" --format pdf,html,csv,json >/dev/null
)
for file in "$strange"/report.* "$strange"/*.csv; do
    cmp "$file" "$out/mixed/${file##*/}" || bad=1
done
exit $bad
