# shellcheck shell=bash disable=SC2034
# The packages that building, playing and testing need, and how to get them.
# Sourced by game/run.sh and tests/run.sh (bash).

PACKAGES_BUILD=(
    build-essential cmake ninja-build pkg-config
    libsdl2-dev libsdl2-ttf-dev libcjson-dev libsqlite3-dev libsodium-dev libcairo2-dev libpango1.0-dev libqpdf-dev
)
PACKAGES_FONTS=(fonts-inter fonts-noto-core fonts-noto-cjk fonts-material-design-icons-iconfont)
PACKAGES_TEST=(libcmocka-dev clang libclang-rt-dev universal-ctags xvfb xauth xdotool sqlite3 poppler-utils qpdf chromium python3-jsonschema)

# node and npm for the tests that look at reports, which may be there by other means than Debian's packages.
for packages_tool in node:nodejs npm:npm; do
    command -v "${packages_tool%%:*}" >/dev/null || PACKAGES_TEST+=("${packages_tool#*:}")
done

# The names that other systems have for the same.
PACKAGES_DNF="gcc make cmake ninja-build pkgconf-pkg-config SDL2-devel SDL2_ttf-devel cjson-devel sqlite-devel \
libsodium-devel cairo-devel pango-devel qpdf-devel rsms-inter-fonts google-noto-sans-fonts google-noto-serif-fonts google-noto-sans-cjk-fonts \
material-icons-fonts"
PACKAGES_PACMAN="base-devel cmake ninja pkgconf sdl2 sdl2_ttf cjson sqlite libsodium cairo pango qpdf inter-font noto-fonts \
noto-fonts-cjk ttf-material-design-icons"
PACKAGES_BREW="cmake ninja pkg-config sdl2 sdl2_ttf cjson sqlite libsodium cairo pango qpdf font-inter font-noto-sans \
font-material-design-icons-webfont"
PACKAGES_DNF_TEST="libcmocka-devel clang compiler-rt ctags xorg-x11-server-Xvfb xdotool poppler-utils qpdf chromium nodejs-npm"
PACKAGES_PACMAN_TEST="cmocka clang compiler-rt ctags xorg-server-xvfb xdotool poppler qpdf chromium npm"
PACKAGES_BREW_TEST="cmocka llvm universal-ctags poppler qpdf node"

packages_say() {
    printf '%s\n' "$*" >&2
}

# Those of the given Debian packages that are not installed, one a line.
packages_missing() {
    local package
    for package in "$@"; do
        case "$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null)" in
        "install ok installed") ;;
        *) printf '%s\n' "$package" ;;
        esac
    done
}

# Runs apt-get as root: directly, or through sudo, which may ask for a password.
packages_apt() {
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || return 1
        as_root=(sudo)
    fi
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@" >&2
}

packages_install_apt() {
    local missing
    mapfile -t missing < <(packages_missing "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0
    packages_say "Installing: ${missing[*]}"
    # One source of packages that cannot be reached need not matter: only the install decides.
    if { packages_apt update || true; } && packages_apt install --no-install-recommends "${missing[@]}"; then
        return 0
    fi
    packages_say "They could not be installed from here. Please run this as root, then start again:"
    packages_say "    apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    return 1
}

# Commands and libraries without which nothing can be built, whatever the system calls the packages.
packages_are_usable() {
    local need
    for need in cc cmake ninja pkg-config; do
        command -v "$need" >/dev/null || return 1
    done
    pkg-config --exists sdl2 SDL2_ttf libcjson sqlite3 libsodium cairo pangocairo pangoft2 fontconfig libqpdf || return 1
    [ "$1" != test ] || { pkg-config --exists cmocka && command -v clang >/dev/null; }
}

# packages_tell MANAGER COMMAND BUILD TEST KIND: what to type where we do not install by ourselves.
packages_tell() {
    local names="$3"
    [ "$5" != test ] || names="$3 $4"
    packages_say "Some packages are missing. With $1, this installs them:"
    packages_say "    $2 $names"
    packages_say "Then start again."
    return 1
}

# packages_want build|test: everything is there afterwards, or a message says what to do.
packages_want() {
    local kind="$1"
    local wanted=("${PACKAGES_BUILD[@]}" "${PACKAGES_FONTS[@]}")
    [ "$kind" != test ] || wanted+=("${PACKAGES_TEST[@]}")
    if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
        packages_install_apt "${wanted[@]}"
    elif packages_are_usable "$kind"; then
        return 0
    elif command -v dnf >/dev/null; then
        packages_tell dnf "sudo dnf install" "$PACKAGES_DNF" "$PACKAGES_DNF_TEST" "$kind"
    elif command -v pacman >/dev/null; then
        packages_tell pacman "sudo pacman -S --needed" "$PACKAGES_PACMAN" "$PACKAGES_PACMAN_TEST" "$kind"
    elif command -v brew >/dev/null; then
        packages_tell Homebrew "brew install" "$PACKAGES_BREW" "$PACKAGES_BREW_TEST" "$kind"
    else
        packages_say "No package manager that this script knows. Needed, by their Debian names:"
        packages_say "    ${wanted[*]}"
        return 1
    fi
}
