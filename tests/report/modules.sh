# Sourced by the tests that need node: where its modules are, installed when they are not yet.
# What cannot be had skips a test on a desk and fails it where MOMENT_MUST_LOOK or CI is set.

# cannot WHY: ends the test.
cannot() {
    echo "not looked at: $*" >&2
    case "${MOMENT_MUST_LOOK:-}${CI:-}" in
    "" | 0 | false) exit 77 ;;
    *) exit 1 ;;
    esac
}

node_want() {
    command -v node >/dev/null || cannot "node is not installed (Debian: nodejs)"
}

# modules_want: MOMENT_MODULES holds the modules of package.json afterwards, at exactly its versions.
modules_want() {
    node_want
    MOMENT_MODULES="$MOMENT_BUILD/modules"
    export MOMENT_MODULES
    mkdir -p "$MOMENT_MODULES"
    (
        flock 9
        cmp -s "$MOMENT_SOURCE/tests/report/package.json" "$MOMENT_MODULES/installed.json" && exit 0
        command -v npm >/dev/null || exit 2
        cp "$MOMENT_SOURCE/tests/report/package.json" "$MOMENT_MODULES/package.json"
        npm install --prefix "$MOMENT_MODULES" --no-package-lock --no-audit --no-fund --ignore-scripts \
            --fetch-retries 3 --fetch-timeout 60000 >"$MOMENT_MODULES/npm.log" 2>&1 || exit 3
        cp "$MOMENT_MODULES/package.json" "$MOMENT_MODULES/installed.json"
    ) 9>"$MOMENT_MODULES/lock" || case $? in
    2) cannot "npm is not installed (Debian: npm)" ;;
    *) cannot "npm could not fetch axe-core and playwright-core: $(tail -n 3 "$MOMENT_MODULES/npm.log")" ;;
    esac
}

# browser_want: MOMENT_BROWSER is a Chromium.
browser_want() {
    for name in chromium chromium-browser google-chrome; do
        MOMENT_BROWSER="$(command -v "$name")" && break
    done
    [ -n "$MOMENT_BROWSER" ] || cannot "no Chromium is installed (Debian: chromium)"
    export MOMENT_BROWSER
}
