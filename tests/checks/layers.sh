#!/bin/sh
# Every include in game and include against the table in CMakeLists.txt, and
# every system header against what its layer may use. Run from the top.
set -eu

find game include -name '*.[ch]' | sort | xargs awk '
function words(text, into,    list, n, i) {
    n = split(text, list, " ")
    for (i = 1; i <= n; i++) into[list[i]] = 1
}
function complain(what) {
    printf "%s:%d: %s\n", FILENAME, FNR, what
    bad++
}
function may_use(layer, header,    parts) {
    split(header, parts, "/")
    return parts[1] == layer || ((layer, parts[1]) in uses) || (header == "sim/command.h" && ((layer, "sim_command") in uses))
}
# A header that several files of one layer share stands beside them.
function is_beside(header,    path, line) {
    path = FILENAME
    sub(/[^\/]*$/, header, path)
    if (path !~ /^game\// || (getline line < path) < 0) return 0
    close(path)
    return 1
}
function may_system(layer, header,    i) {
    for (i = 1; i <= rules; i++)
        if (header ~ pattern[i])
            return index(" " allowed[i] " ", " " layer " ") > 0
    return 1
}
function rule(expression, layers) {
    pattern[++rules] = expression
    allowed[rules] = layers
}
BEGIN {
    while ((getline line < "CMakeLists.txt") > 0) {
        if (line !~ /^set\(USES_/) continue
        gsub(/^set\(USES_|\)$/, "", line)
        n = split(line, list, " ")
        known[list[1]] = 1
        for (i = 2; i <= n; i++) uses[list[1], list[i]] = 1
    }
    everybody = "base model sim assess players trial pack store session view draw paper report ui gfx screens app"
    rule("^(stddef|stdint|string|assert|limits|stdbool|inttypes)\\.h$", everybody)
    rule("^stdarg\\.h$", "base pack store session view draw paper report ui gfx screens app")
    rule("^stdlib\\.h$", "base trial pack store session view draw paper report ui gfx screens app")
    rule("^pthread\\.h$", "trial")
    rule("^math\\.h$", "trial view draw paper report ui gfx screens app")
    rule("^stdio\\.h$", "base pack store session view draw paper report ui gfx screens app")
    rule("^errno\\.h$", "base store gfx app")
    rule("^sodium\\.h$", "base store session")
    rule("^cjson/cJSON\\.h$", "pack app")
    rule("^sqlite3\\.h$", "store")
    rule("^(cairo/)?cairo[-a-z]*\\.h$", "paper gfx app")
    rule("^(pango/pango|fontconfig/|qpdf/).*\\.h$", "paper")
    rule("^(SDL2/)?SDL(_ttf)?\\.h$", "gfx app")
    rule("^time\\.h$", "base trial store app")
    rule("^(signal|unistd|fcntl|dirent|locale|sys/.*)\\.h$", "base store app")
    rule(".", "")
}
{
    split(FILENAME, parts, "/")
    layer = parts[2]
}
FNR == 1 {
    files++
    if (!(layer in known)) complain("no such layer: " layer)
}
/^[ \t]*#[ \t]*include/ {
    header = $0
    gsub(/^[^<"]*[<"]|[>"].*$/, "", header)
    if ($0 ~ /"/ && header !~ /\// && !is_beside(header))
        complain("say the layer: #include \"" layer "/" header "\"")
    else if ($0 ~ /"/ && header ~ /\// && !may_use(layer, header))
        complain(layer " may not include " header)
    else if ($0 !~ /"/ && !may_system(layer, header))
        complain(layer " may not include <" header ">")
}
END {
    printf "%d files, %d wrong includes\n", files, bad
    exit bad > 0 || files == 0
}' || exit 1
