#!/bin/sh
# The data that leave the program: they are what the schema says, open as tables, hold no formula and no name, are the same
# bytes in any country; and nothing of a person who was forgotten is in any of them, nor in the session's file.
. "$MOMENT_SOURCE/tests/ui/play.sh"
moment="$MOMENT_PROGRAM --data $MOMENT_SOURCE"
cp "$MOMENT_SOURCE/tests/replay/golden/steady.moment" one.moment
command -v python3 >/dev/null || exit 77

if localedef --no-archive -i tr_TR -f UTF-8 "$work/tr_TR.UTF-8" >/dev/null 2>&1; then
    LOCPATH="$work"
    export LOCPATH
fi
TZ=UTC LC_ALL=C $moment report one.moment --out here --format pdf,html,csv,json --paper letter >here.txt || fail "no report"
TZ=Asia/Kathmandu LC_ALL=tr_TR.UTF-8 $moment report one.moment --out there --format json,csv,html,pdf --paper letter >there.txt || fail "no report abroad"
[ "$(wc -l <here.txt)" -eq 8 ] || fail "not eight files: $(cat here.txt)"
diff -r here there || fail "another country, other bytes"
$moment report one.moment --out usual >/dev/null || fail "no usual report"
[ "$(ls usual | tr '\n' ' ')" = "report.html report.pdf " ] || fail "the usual formats: $(ls usual)"
$moment report one.moment --out none --format docx >/dev/null 2>&1 && fail "an unknown format"
$moment report one.moment --out none --paper a5 >/dev/null 2>&1 && fail "an unknown paper"

$moment report --schema >schema.json || fail "no schema"
cmp schema.json "$MOMENT_SOURCE/assets/schema/report.schema.json" ||
    fail "the published schema is another: moment report --schema >assets/schema/report.schema.json"
python3 "$MOMENT_SOURCE/tests/replay/data.py" schema.json here || fail "the data are not what they should be"

# The first member is forgotten: what was typed of them is listed first.
name="$(python3 -c 'import json,sys
print(json.load(open(sys.argv[1]))["members"][0]["name"])' here/report.json)"
[ "$name" = "Person A" ] || fail "a name left the program: $name"
$moment report one.moment --out named --format json --names >/dev/null
name="$(python3 -c 'import json,sys
print(json.load(open(sys.argv[1]))["members"][0]["name"])' named/report.json)"
grep -qa "$name" one.moment || fail "$name is not in the file: nothing to forget"
$moment forget one.moment "$name" >listed.txt || fail "not listed"
grep -qa "$name" one.moment || fail "listing changed the file"
$moment forget one.moment "$name" --texts all --yes >/dev/null || fail "not forgotten"
grep -qa "$name" one.moment && fail "$name is still in the file"
ls -A | grep -q "one.moment." && fail "something lies beside the file: $(ls -A)"
verified one.moment
$moment report one.moment --out after --format pdf,html,csv,json --names >/dev/null || fail "no report afterwards"
grep -rqw "$name" after && fail "$name is in a report"
python3 "$MOMENT_SOURCE/tests/replay/data.py" schema.json after || fail "the data afterwards are not what they should be"
$moment forget one.moment 99 >/dev/null 2>&1 && fail "nobody has the place 99"
exit 0
