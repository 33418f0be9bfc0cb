#!/bin/sh
# What people typed is data in every format.
set -eu
. "$MOMENT_SOURCE/tests/report/modules.sh"
modules_want
browser_want
out="$MOMENT_BUILD/reports"
exec node "$MOMENT_SOURCE/tests/report/read_typed.mjs" "$out/typed.json" "$out/typed"
