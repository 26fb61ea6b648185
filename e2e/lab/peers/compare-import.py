"""Compares a dump of `lab import` with the files it came from, cell by cell.

Usage: compare-import.py DUMP FILE...   (files as they were named to the laboratory)
Imports nothing of the project. Every filled cell of a data row must be found in the record of its
row: as a field, as a custom field under its header, or through a link to the record it names.
"""
import csv
import json
import re
import sys
from collections import Counter, defaultdict

MISSING = {"", "NULL"}


def numbers_equal(a, b):
    try:
        return abs(float(a) - float(b)) < 1e-9
    except (TypeError, ValueError):
        return False


def same(cell, value):
    """Whether a stored value says what a cell says."""
    cell = cell.strip()
    if value is None:
        return cell in MISSING
    if isinstance(value, list):
        return any(same(cell, part) for part in value)
    if isinstance(value, dict):
        if "amountMinor" in value:
            return numbers_equal(cell, value["amountMinor"] / 100)
        return any(same(cell, part) for part in value.values())
    text = str(value).strip()
    if text == cell or numbers_equal(cell, value):
        return True
    day = re.match(r"^\d{4}-\d{2}-\d{2}", cell)
    return bool(day) and text[:10] == day.group(0)


def names_of(record):
    fields = record["fields"]
    return {str(x) for x in (record["externalId"], fields.get("name"), fields.get("sku")) if x}


def holds(record, header, cell, by_id):
    fields = record["fields"]
    if header in record["custom"] and same(cell, record["custom"][header]):
        return "custom"
    if any(same(cell, value) for key, value in fields.items() if key not in ("lines", "stageHistory")):
        return "field"
    if same(cell, record["externalId"]):
        return "field"
    linked = [fields.get("customerId"), fields.get("parentId"), fields.get("productId")]
    for target in linked + fields.get("productIds", []):
        if target in by_id and cell.strip() in names_of(by_id[target]):
            return "link"
    return None


def line_record(order, line):
    return {"externalId": order["externalId"], "fields": {"discount": 0, **line, "number": order["fields"]["number"]},
            "custom": line.get("custom", {})}


def joined(row, width):
    """A row with an unquoted comma in a text, as a person reads it: "Rua do Paco, 67" is one cell."""
    rest = [at for at, cell in enumerate(row) if at > 0 and cell[:1] == " " and cell.strip()]
    if len(row) <= width or len(rest) != len(row) - width:
        return row
    cells = []
    for at, cell in enumerate(row):
        if at in rest:
            cells[-1] += "," + cell
        else:
            cells.append(cell)
    return cells


def main(dump, files):
    records = [json.loads(line) for line in open(dump, encoding="utf-8")]
    by_id = {record["id"]: record for record in records}
    by_row = {(record["file"], record["row"]): record for record in records}
    lines = defaultdict(list)
    for record in records:
        for line in record["fields"].get("lines", []):
            lines[(record["fields"]["number"], line.get("sourceRow"))].append(line_record(record, line))
    wrong_total = 0
    for path in files:
        with open(path, encoding="utf-8-sig", newline="") as source:
            rows = list(csv.reader(source))
        header, rows = rows[0], [joined(row, len(rows[0])) for row in rows[1:]]
        found, wrong, absent = Counter(), [], 0
        has_own = any(record["file"] == path for record in records)
        for at, row in enumerate(rows):
            own = by_row.get((path, at)) if has_own else None
            # A line belongs to this row only when the row names its order.
            named = [found for cell in row for found in lines.get((cell.strip(), at), [])]
            options = [own] if own else ([] if has_own else named)
            if not options:
                absent += 1
                continue
            for name, cell in zip(header, row):
                if cell.strip() in MISSING:
                    found["blank"] += 1
                    continue
                ways = [holds(option, name, cell, by_id) for option in options]
                way = next((each for each in ways if each), None)
                if way:
                    found[way] += 1
                else:
                    wrong.append((at, name, cell))
        wrong_total += len(wrong)
        print(f"{path}: {len(rows)} rows, cells {dict(found)}, wrong {len(wrong)}, rows of no record of their own {absent}")
        for item in wrong[:5]:
            print("   ", item)
    return 1 if wrong_total else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
