"""Write an exercise's report as the output of its graded cell, and read its state from there.

The output has the form from which nbgrader reads points; what is not judged stands beside them.
"""

from lesson_kit.judging.checking import Report, Result
from lesson_kit.judging.report_html import report_html
from nbformat import NotebookNode
from nbformat.v4 import new_output

from checks.grading.exercises import checks_of, title_of

STATE = "kit_grading"  # in the output's metadata, and in the notebook's: what the grader knows
TOOK_LONGER = "The submission took longer than"  # so it begins to be said of what is not judged
DIGEST = "taken"  # in the notebook's: of the files that were handed in


def no_verdict(exercise: str, reason: str) -> Report:
    """Return the report of an exercise that could not be judged: no points, and why."""
    report = Report(exercise, title_of(exercise), note=reason)
    report.results = [Result(one, False, judged=False) for one in checks_of(exercise)]
    return report


def as_output(report: Report, points: float) -> NotebookNode:
    """Return the output of a graded cell: its points, and its report as HTML and data."""
    return new_output(
        "execute_result",
        {"text/plain": repr(points), "text/html": report_html(report)},
        execution_count=None,
        metadata={STATE: report.data()},
    )


def state_of(cell) -> dict:
    """Return the data of the report that the verdict left in a graded cell."""
    for output in cell.get("outputs", []):
        if output.output_type == "execute_result":
            return output.metadata.get(STATE, {})
    return {}
