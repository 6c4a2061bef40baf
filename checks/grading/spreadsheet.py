"""Rows as CSV for a spreadsheet, which takes some texts for formulas."""

import csv
import io
from dataclasses import asdict, fields

FORMULAS_BEGIN = ("=", "+", "-", "@")


def as_csv(kind: type, rows: list) -> str:
    """Return rows of a dataclass as CSV, with a heading; no text is a formula, whoever wrote it."""
    text = io.StringIO()
    writer = csv.DictWriter(text, [field.name for field in fields(kind)])
    writer.writeheader()
    for row in rows:
        cells = asdict(row).items()
        writer.writerow({name: f"'{one}" if is_formula(one) else one for name, one in cells})
    return text.getvalue()


def is_formula(cell) -> bool:
    return isinstance(cell, str) and cell.startswith(FORMULAS_BEGIN)
