"""Say how far you have come: lessons, exercises, points, minutes left, and what comes next.

    python3 scripts/progress.py                    # of workspace/
    python3 scripts/progress.py --workspace DIR    # of another one

It shows what the checks in your notebooks found last, as the start page in JupyterLab does.
"""

import argparse
import sys
from pathlib import Path

import environment
from environment import ROOT, SetupError


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--workspace", type=Path, default=ROOT / "workspace", metavar="DIR", help="(workspace/)"
    )
    options = parser.parse_args()
    if not options.workspace.is_dir():
        raise SetupError(
            f"There is no workspace {options.workspace}. Name yours with --workspace, or make one "
            "with `python3 scripts/learn.py`."
        )
    environment.enter()
    sys.path.insert(0, str(ROOT / "lessons"))
    from lesson_kit.judging.progress import progress

    show(progress(options.workspace))
    return 0


def show(told: list) -> None:
    """Print a table of the lessons, and what comes next."""
    from lesson_kit.judging.progress import left, what_next
    from rich.console import Console
    from rich.progress_bar import ProgressBar
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for name in ("lesson", "", "exercises", "points", "minutes left"):
        table.add_column(name, justify="left" if name in ("lesson", "") else "right")
    for one in told:
        lesson, passed = one.lesson, len(one.passed)
        table.add_row(
            f"{lesson.number} {lesson.title}",
            ProgressBar(len(lesson.exercises), passed, width=20),
            f"{passed} of {len(lesson.exercises)}",
            f"{one.points} of {one.most}",
            "complete" if one.complete else str(one.minutes_left),
        )
    console, after = Console(highlight=False), what_next(told)
    console.print(table)
    if after.words:
        console.print(after.words)
    if after.exercise:
        minutes = left(sum(one.minutes_left for one in told))
        console.print(
            f"Next: {after.exercise.number} {after.exercise.title}. About {minutes} left."
        )


if __name__ == "__main__":
    environment.run(main)
