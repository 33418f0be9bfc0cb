#!/bin/sh
# The installed tree runs from anywhere: another folder, no sources in sight.
set -eu
prefix="$(mktemp -d)"
elsewhere="$(mktemp -d)"
trap 'rm -rf "$prefix" "$elsewhere"' EXIT
cmake --install "$MOMENT_BUILD" --prefix "$prefix" >/dev/null
cd "$elsewhere"
export HOME="$elsewhere"
unset MOMENT_SOURCE XDG_DATA_HOME XDG_CONFIG_HOME
"$prefix/bin/moment" --version
"$prefix/bin/moment" check "$prefix/share/moment/scenarios/last-flight-out" --strict
"$prefix/bin/moment" demo --out shown --seed 3 >out.txt
test -s shown/report.html
test -s shown/session.moment
"$prefix/bin/moment" replay shown/session.moment --verify >verified.txt
grep -q . verified.txt
if "$prefix/bin/moment" --data "$elsewhere" check shown 2>said.txt; then exit 1; fi
grep -q "assets" said.txt
echo "the installed tree runs from $elsewhere"
