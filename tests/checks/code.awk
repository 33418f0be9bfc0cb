# Prints C sources as file:line:code with comments taken out and, unless
# strings=1, the contents of texts and character constants emptied.
FNR == 1 { within = 0 }
{
    line = $0
    out = ""
    while (line != "") {
        if (within) {
            end = index(line, "*/")
            if (end == 0) { line = ""; break }
            line = substr(line, end + 2)
            within = 0
            out = out " "
            continue
        }
        first = substr(line, 1, 1)
        if (substr(line, 1, 2) == "/*") { within = 1; line = substr(line, 3); continue }
        if (substr(line, 1, 2) == "//") break
        if ((first == "\"" || first == "'") && match(line, first == "\"" ? "^\"([^\"\\\\]|\\\\.)*\"" : "^'([^'\\\\]|\\\\.)*'")) {
            out = out (strings ? substr(line, 1, RLENGTH) : first first)
            line = substr(line, RLENGTH + 1)
            continue
        }
        out = out first
        line = substr(line, 2)
    }
    if (out !~ /^[ \t]*$/) print FILENAME ":" FNR ":" out
}
