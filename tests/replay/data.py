"""report.json against its schema, and the tables against what a spreadsheet would make of them: data.py SCHEMA FOLDER."""
import csv
import json
import sys

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed: skipped")
    jsonschema = None

schema = json.load(open(sys.argv[1], encoding="utf-8"))
report = json.load(open(sys.argv[2] + "/report.json", encoding="utf-8"))
if jsonschema:
    # Nothing may be written that the schema does not name.
    schema["additionalProperties"] = False
    for definition in schema["$defs"].values():
        definition["additionalProperties"] = False
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(report)
    report["version"] = 0
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(report)), "the schema takes anything"

ids = {m["id"] for r in report["rounds"] for i in r["incidents"] for m in i["moments"]}
for name in ("evidence", "promises", "claims", "votes", "surveys"):
    raw = open(f"{sys.argv[2]}/{name}.csv", "rb").read()
    assert raw.startswith(b"\xef\xbb\xbf"), name
    assert raw.endswith(b"\r\n"), name
    rows = list(csv.reader(raw[3:].decode("utf-8").splitlines(keepends=True), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}, name
    for row in rows[1:]:
        for cell in row:
            assert cell.lstrip("-").isdigit() or not cell.lstrip()[:1] in "=+-@\t\r" or cell == "", (name, cell)
    if name == "evidence":
        assert {row[0] for row in rows[1:]} == ids, "evidence.csv and report.json tell different moments"
        assert len(rows) > 10, "hardly any evidence to look at"
