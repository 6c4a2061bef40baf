"""Say what became of every submission, and which check it failed first, why.

    python3 scripts/report_grades.py                  # a table, and grades_report.csv beside it
    python3 scripts/report_grades.py --course FOLDER  # of the course in another folder

Run it in the course's environment when grading is done. `grades.csv` shows as 0 what is blank, not
handed in, unreadable, not judged, over budget, not graded, or worth nothing.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "lessons")]

from rich.console import Console  # noqa: E402
from rich.table import Table  # noqa: E402
from rich.text import Text  # noqa: E402

from checks.grading.class_report import GRADED, Row, class_report  # noqa: E402
from checks.grading.spreadsheet import as_csv  # noqa: E402

CSV = "grades_report.csv"


def shown(row: Row) -> list[str]:
    """Return a row's cells; points only where there are any to speak of."""
    points = "–" if row.score is None else f"{row.score:g} of {row.most:g}"
    carried = row.carried_forward and f"Carried forward: {row.carried_forward}."
    note = "\n".join(filter(None, [row.note, row.first_failed, carried]))
    return [row.learner, row.lesson, row.state, points, note]


def main() -> int:
    """Print the table and write the CSV; return 1 where there is no gradebook."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--course", type=Path, default=ROOT, help="the course's folder")
    parser.add_argument("--db", default="", help="the gradebook's address, if it is elsewhere")
    options = parser.parse_args()
    if not options.db and not (options.course / "gradebook.db").exists():
        print(f"There is no gradebook.db in {options.course}: grade first, or name it with --db.")
        return 1
    rows = class_report(options.course, options.db)
    table = Table("learner", "lesson", "state", "points", "note")
    for row in rows:
        table.add_row(*map(Text, shown(row)), style="" if row.state == GRADED else "bold")
    Console().print(table)
    (options.course / CSV).write_text(as_csv(Row, rows), "utf-8", newline="")
    print(f"The same as data: {options.course / CSV}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
