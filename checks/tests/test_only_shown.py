"""Cells that only show something are left out when graded, and no score is another for it."""

import re

import nbformat
import pytest
from nbformat.v4 import new_code_cell

from checks.grading import verdict
from checks.grading.exercises import ROOT
from checks.grading.only_shown import SAID, names_bound, names_read, only_shown
from checks.grading.verdict import Verdict

PATIENTS = {"meet-patients", "try-5-8", "try-5-9", "try-5-10", "look-at-a-patient"}
TRACE = {"try-5-2", "go-on-with", *(f"try-5-{number}" for number in range(3, 8)), "prompts"}
SERVER = {"try-7-5", "try-7-6"}


def notebook(lesson, **sources):
    """Return a lesson's solution with other sources in some cells, named like answer_7_6."""
    read = nbformat.read(ROOT / "solutions" / lesson / f"{lesson}.ipynb", as_version=4)
    cells = {cell.id: cell for cell in read.cells}
    for name, source in sources.items():
        cells[name.replace("_", "-")].source = source
    return read


@pytest.mark.parametrize(
    "lesson, left_out",
    [
        ("03_steps", {f"try-3-{number}" for number in range(1, 9)}),
        ("04_context", {"graph", "run-4-7"} | {f"try-4-{n}" for n in (1, 2, 3, 6, 7, 8, 9, 10)}),
        ("05_tracing", PATIENTS | TRACE),
        ("06_logging", {"try-6-6"}),
        ("07_reloading", SERVER | {"try-7-1", "try-7-2", "try-7-4"}),
    ],
)
def test_what_only_shows_something_is_left_out_as_long_as_it_is_as_handed_out(lesson, left_out):
    assert only_shown(notebook(lesson).cells) == left_out


def test_a_cell_that_a_learner_changed_runs_with_the_cells_that_it_reads_from():
    changed = notebook("07_reloading", try_7_6="print(from_server)")
    assert only_shown(changed.cells) == {"try-7-1", "try-7-2", "try-7-4"}
    changed = notebook("05_tracing", try_5_8="print(failures(trace))")
    assert only_shown(changed.cells) == (PATIENTS | TRACE) - {"try-5-2", "go-on-with", "try-5-8"}
    added = notebook("05_tracing")
    added.cells.append(new_code_cell("show_trace(patients['C'])"))
    assert only_shown(added.cells) == TRACE | {"look-at-a-patient"}  # the others have its names


@pytest.mark.parametrize(
    "source, all_run",
    [
        ("print(_)", True),
        ("book = Out[17]", True),
        ("import gc\nprint(gc.get_objects())", True),
        ("for _ in range(3):\n    first, _, last = 1, 2, 3", False),
    ],
)
def test_where_a_cell_takes_what_any_other_has_shown_nothing_is_left_out(source, all_run):
    added = notebook("04_context")
    added.cells.append(new_code_cell(source))
    assert (only_shown(added.cells) == set()) is all_run


@pytest.mark.parametrize(
    "source, read",
    [
        ("p = patients['A']\nawait p", True),
        ("def f():\n    return [x for x in patients]", True),
        ("class A:\n    x = patients", True),
        ("globals()['patients']", True),
        ("del patients", True),
        ("patients += [1]", True),
        ("def f():\n    global patients\n    patients = 1", True),
        ("class A:\n    patients = patients", True),
        ("from __main__ import patients", True),
        ("print(eval('patients.keys()'))", True),
        ("%timeit patients", True),
        ("def f(patients):\n    'Return what patients have.'\n    return patients", False),
    ],
)
def test_a_name_is_read_where_code_takes_it_from_the_notebook(source, read):
    assert ("patients" in names_read(source)) is read


def test_a_cell_binds_what_it_assigns_imports_and_defines():
    source = "import os\nfor a in c: pass\nwith d as e:\n    def f(g): h = 1"
    assert names_bound(source) == {"os", "a", "e", "f"}


# Wrong answers, one of which reads what only shows something.
EARLIER = re.compile(r"(check|try)-(5-[1-7]|7-[2-4])$")  # which take time, and change nothing here
SUBMISSIONS = {
    "05_tracing": {
        "answer_5_10": "def diagnose(trace):\n    return 'healthy'",
    },
    "07_reloading": {
        "answer_7_5": "def ask_server(url, question):\n    return from_server[question]",
    },
}


@pytest.mark.parametrize("lesson", SUBMISSIONS)
def test_scores_are_the_same_with_and_without(lesson, tmp_path, monkeypatch):
    def graded(without):
        with monkeypatch.context() as patched:
            if not without:
                patched.setattr(verdict, "only_shown", lambda cells: set())
            submitted = notebook(lesson, **SUBMISSIONS[lesson])
            submitted.cells = [cell for cell in submitted.cells if not EARLIER.match(cell.id)]
            judged = Verdict(course_secret="a secret")
            given = {"nbgrader": {"student": "pat"}, "metadata": {"path": str(tmp_path)}}
            judged.preprocess(submitted, given)
        said = {cell.id for cell in submitted.cells if SAID in str(cell.get("outputs"))}
        assert bool(said) is without
        found = {
            number: [one.passed for one in report.results]
            for number, report in judged.reports.items()
        }
        assert any(all(one) for one in found.values())
        assert any(not all(one) for one in found.values())
        return found

    assert graded(without=True) == graded(without=False)
