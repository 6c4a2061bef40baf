"""What runs out of time is not judged, and the class goes on: through the real commands."""

import subprocess
import sys

import nbformat
import pytest
from conftest import ROOT
from nbgrader.api import Gradebook

from checks.grading.class_report import GRADED
from checks.grading.report import state_of

LESSON = "01_tools"
SECONDS = 20
CONFIG = f"""
c = get_config()
load_subconfig("nbgrader_config.py", path={str(ROOT)!r})
c.Verdict.submission_seconds = {SECONDS}
c.Verdict.short_timeout = 600  # which it would have after a cell that ran out of time
# An overloaded machine: one of the lesson's own cells runs out of time for everybody.
c.Execute.timeout_func = lambda cell: 0.001 if "llm = choose_llm" in cell.source else 600
"""


@pytest.fixture(scope="module")
def graded(course_of_module):
    """Grade one that takes all of its time, one with a mistake, and one without, in this order."""
    course = course_of_module
    (course.folder / "nbgrader_config.py").unlink()
    (course.folder / "nbgrader_config.py").write_text(CONFIG)
    for learner in ("a_slow", "m_wrong", "z_honest"):
        notebook = nbformat.read(ROOT / "solutions" / LESSON / f"{LESSON}.ipynb", as_version=4)
        cells = {cell.id: cell for cell in notebook.cells}
        if learner == "a_slow":
            cells["see-1-4"].source = "import time; time.sleep(600)"
        if learner == "m_wrong":
            cells["answer-1-4"].source = "argument_types = len"
        (course.folder / "made.ipynb").write_text(nbformat.writes(notebook), "utf-8")
        course.submit(learner, LESSON, course.folder / "made.ipynb")
    odd = course.folder / "submitted/z_honest" / LESSON / "=["  # a formula, and markup of a table
    odd.mkdir()
    (odd / "x]").symlink_to("/etc/hostname")
    run = course.nbgrader("autograde", LESSON)
    return course, run


def states(course, learner: str) -> dict[str, tuple]:
    """Return points and points not judged of each exercise."""
    path = course.folder / "autograded" / learner / LESSON / f"{LESSON}.ipynb"
    found = [state_of(cell) for cell in nbformat.read(path, as_version=4).cells]
    return {one["exercise"]: (one["points"], one["not_judged"]) for one in found if one}


def test_past_its_budget_a_submission_is_not_judged_and_the_class_goes_on(graded):
    course, run = graded
    assert run.returncode == 0 and "Traceback" not in run.stderr, run.stderr
    right = {"1.1": (4, 0), "1.2": (4, 0), "1.3": (3, 0), "1.4": (3, 0), "1.5": (7, 0)}
    assert states(course, "z_honest") == right
    slow = states(course, "a_slow")
    assert (slow["1.4"], slow["1.5"]) == ((0, 3), (0, 7))
    assert all(sum(slow[number]) == sum(right[number]) for number in right)
    assert f"The submission took longer than {SECONDS} s" in run.stderr


def test_a_cell_of_the_lessons_own_that_ran_out_of_time_costs_no_points(graded):
    course, _ = graded
    assert states(course, "m_wrong")["1.4"] == (0, 3)
    page = course.nbgrader("generate_feedback", LESSON, "--student=m_wrong")
    assert page.returncode == 0, page.stderr
    html = (course.folder / "feedback/m_wrong" / LESSON / f"{LESSON}.html").read_text("utf-8")
    assert "a cell of the lesson's own ran out of time" in " ".join(
        html.replace("&#x27;", "'").split()
    )


def test_formgrader_shows_it_and_the_report_tells_it_from_a_zero(graded):
    course, _ = graded
    with Gradebook(f"sqlite:///{course.folder / 'gradebook.db'}") as gradebook:
        flagged = {
            learner: {
                grade.name
                for grade in gradebook.find_submission_notebook(LESSON, LESSON, learner).grades
                if grade.needs_manual_grade
            }
            for learner in ("a_slow", "m_wrong", "z_honest")
        }
    assert flagged["a_slow"] >= {"check-1-4", "check-1-5"}
    assert "check-1-4" in flagged["m_wrong"] and not flagged["z_honest"]
    script = [sys.executable, str(ROOT / "scripts/report_grades.py"), "--course", "."]
    run = subprocess.run(script, cwd=course.folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    rows = (course.folder / "grades_report.csv").read_text("utf-8").splitlines()
    told = {row.split(",")[0]: row for row in rows if f",{LESSON}," in row}
    assert ",over budget," in told["a_slow"] and ",not judged," in told["m_wrong"]
    assert f"{GRADED},21.0,21.0,'=[/x] was left out: it is a link" in told["z_honest"]
