"""Read off a submission's outputs which of its cells raised: they may say anything, at any length.

What is said of it, and of which cells, stands in `lesson_kit.judging.raised_cells`.
"""

import re
from dataclasses import replace

from lesson_kit.judging import raised_cells
from lesson_kit.judging.outcomes import first_line, shorten
from lesson_kit.judging.raised_cells import CellRun, Raised, failure, stub_line, with_cause
from lesson_kit.workspace.handed_out import name_of

__all__ = ["raised_before", "with_cause"]

LONGEST_OUTPUT = 20_000  # characters of a traceback that are looked at
ANSI = re.compile(r"\x1b\[[0-9;]*m")
LINE = re.compile(r"\bline (\d{1,6})")
LINE_OF_CELL = re.compile(r"\bIn ?\[(\d{1,6})\], line (\d{1,6})")


def raised_before(cells: list, exercise: str) -> list[Raised]:
    """Return what raised in the cells before an exercise's graded cell, in order."""
    runs = [run_of(cell) for cell in cells if cell.cell_type == "code"]
    return raised_cells.raised_before(runs, exercise)


def run_of(cell) -> CellRun:
    """Return what the run of a cell led to, as its outputs tell."""
    run = CellRun(name_of(cell) or cell.get("id", ""), cell.source)
    errors = [one for one in cell.get("outputs", ()) if one.output_type == "error"]
    if not errors:
        return run
    error = errors[-1]
    text = str(error.evalue)[:LONGEST_OUTPUT]
    if error.ename == "Grading":  # the grader stopped it, and said why
        return replace(run, failure=f"was stopped: {shorten(first_line(text), 200)}")
    trace = ANSI.sub("", "\n".join(map(str, error.traceback))[:LONGEST_OUTPUT])
    steps = LINE_OF_CELL.findall(trace)
    own = [int(line) for number, line in steps if number == steps[0][0]]
    if stub := stub_line(str(error.ename), cell.source, own):
        return replace(run, stub=stub)
    line = LINE.search(trace)
    return replace(run, failure=failure(str(error.ename), text, line[1] if line else None))
