#!/bin/sh
# Policies of players see what a team sees and nothing else: only the files
# that look (see*.c) or drive (player.c, wish.c, match.c, practice*.c) may know
# what stands behind players/see.h. Run from the top.
set -eu

[ -d game/players ] || { echo "no players"; exit 77; }
status=0
wrong() {
    [ -n "$1" ] || return 0
    printf '%s\n    %s\n' "$1" "$2"
    status=1
}
policies="$(find game/players -name '*.c' | grep -vE '/(see[a-z_]*|player|wish|match|practice[a-z_]*)\.c$' | sort)"
[ -n "$policies" ] || { echo "no policies found"; exit 1; }
# shellcheck disable=SC2086
wrong "$(grep -nE '^[ \t]*#[ \t]*include[ \t]*"' $policies /dev/null \
    | grep -vE '"(players/(see|policy|player)\.h|base/[a-z]+\.h|model/(acts|behaviours)\.h)"' || true)" \
    "a policy looks through players/see.h only"
# shellcheck disable=SC2086
wrong "$(grep -nE 'struct (scenario|sim_state|turn \{)' $policies /dev/null || true)" "a policy has no scenario and no state"
wrong "$(grep -nE '"players/looking\.h"' include/players/*.h || true)" "what stands behind the sight stays in game/players"
echo "$(printf '%s\n' "$policies" | wc -l) policies see what a team sees"
exit $status
