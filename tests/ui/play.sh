# Sourced by the shell tests of this folder: a folder of their own that goes
# away at the end, and the program with what every play has in common.
set -eu
here="$MOMENT_SOURCE/tests/ui"
work="$(mktemp -d "${TMPDIR:-/tmp}/moment-ui.XXXXXX")"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP
cd "$work"

# play SCRIPT [arguments]: the same seed and day each time, so that the same happens.
play() {
    script="$1"
    shift
    "$MOMENT_PROGRAM" --data "$MOMENT_SOURCE" play --script "$script" --sessions "$work/sessions" \
        --seed 7 --date 2026-11-22 --silent --size 1280x800 "$@"
}

verified() {
    "$MOMENT_PROGRAM" --data "$MOMENT_SOURCE" replay "$1" --verify >"$work/verify.txt" 2>&1 ||
        fail "$1 does not verify: $(cat "$work/verify.txt")"
}

fail() {
    echo "$*" >&2
    exit 1
}
