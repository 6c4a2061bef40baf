"""Submissions that want points without solving, or want to break the grading, through nbgrader.

All are graded in two runs of the stock `nbgrader autograde`, side by side, with honest learners
before, between and after them: see hostile_courses.py. That takes minutes, most of which are spent
waiting for what hangs, so it goes on beside the other tests (conftest.py starts it and puts these
last). What is not closed yet is a strict expected failure, with `open:` and the reason in its file.
"""

import html
import json
import os
import re
from pathlib import Path

import nbformat
import pytest
from hostile_courses import CASES, COURSE_OF, COURSES, FULL, HONEST, LESSON, ROOT, Case
from nbgrader.api import Gradebook


@pytest.fixture(scope="session")
def graded(hostile_grading):
    """Return the folder of both courses, and what was known right after they were graded."""
    return hostile_grading(), json.loads((hostile_grading() / "facts.json").read_text())


def scores(course: Path, learner: str) -> dict[str, float]:
    """Return a learner's points by exercise, as the gradebook has them."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        if not any(one.student.id == learner for one in gradebook.assignment_submissions(LESSON)):
            return dict.fromkeys(FULL, 0)
        submission = gradebook.find_submission(LESSON, learner)
        grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
        return {
            grade.name.removeprefix("check-").replace("-", "."): grade.score for grade in grades
        }


def feedback_of(course: Path, learner: str) -> str:
    """Return the text of a learner's feedback page."""
    page = course / "feedback" / learner / LESSON / f"{LESSON}.html"
    return html.unescape(re.sub(r"<[^>]*>", "", page.read_text("utf-8")))


# --- what must hold -------------------------------------------------------------------------------


def expected_failure(one: Case):
    return pytest.mark.xfail(strict=True, raises=AssertionError, reason=one.open)


def marked(cases):
    return [
        pytest.param(
            one,
            id=one.name,
            marks=[expected_failure(one)] if one.open else [],
        )
        for one in cases
    ]


@pytest.mark.parametrize("one", marked(CASES))
def test_it_earns_what_it_should_and_says_why(graded, one):
    folder, facts = graded
    course = folder / COURSE_OF[one.name]
    assert scores(course, one.name) == one.expected
    if one.harms:
        assert scores(course, one.harms) == FULL
    text = feedback_of(course, one.name)
    for words in one.says.split(" | "):
        assert words in " ".join(text.split())
    assert not one.never or one.never not in text
    assert secrets_in(text, one) == []
    if one.leaves:
        assert not facts["left"].get(one.leaves["process"])
        left = course / "autograded" / one.name / LESSON / (one.leaves["file"] or "nothing")
        assert not os.path.lexists(left)


@pytest.mark.parametrize("course", COURSES)
def test_honest_learners_before_between_and_after_get_full_marks(graded, course):
    folder, _ = graded
    for one in HONEST:
        assert scores(folder / course, one.name) == FULL


def test_no_flood_fills_the_memory_of_the_grader(graded):
    _, facts = graded
    assert max(facts["megabytes"].values()) < 1500  # 100 messages of 10 MB may wait to be read


def test_what_cannot_be_read_is_named_and_does_not_stop_the_run(graded):
    folder, facts = graded
    log = (folder / "two.log").read_text()
    assert facts["exit_codes"] == {"one": 0, "two": 0}
    for name in ("is_broken_json", "comes_in_a_newer_format", "has_another_file_name"):
        assert f"ERROR] {name}: " in log
    assert "ERROR] is_an_empty_folder: There is no 01_tools.ipynb" in log


def test_the_log_names_who_was_not_judged_and_why(graded):
    folder, _ = graded
    log = (folder / "two.log").read_text()
    assert "os_exit, exercise 1.4: Your code ended the Python process." in log
    assert "deletes_every_cell, exercise 1.2 is not judged: The answer cell of 1.2" in log
    assert re.search(r"kills_the_kernel, cell \d+: This cell ended the Python process\.", log)


def test_no_feedback_page_is_too_large_to_open(graded):
    folder, _ = graded
    pages = [page for course in COURSES for page in (folder / course / "feedback").rglob("*.html")]
    assert len(pages) > len(CASES) and max(page.stat().st_size for page in pages) < 6_000_000


def test_no_log_has_a_line_or_a_letter_of_a_learners(graded):
    folder, _ = graded
    for course in COURSES:
        log = (folder / f"{course}.log").read_text()
        assert "\x1b" not in log and "everybody gets all points" not in log


def secrets_in(text: str, one: Case) -> list[str]:
    """Return the lines of hidden checks, and of solutions not handed in, that stand in a text."""
    hidden = (ROOT / "checks/hidden/lesson_01_tools.py").read_text("utf-8")
    lines = [line for line in hidden.splitlines() if "learner." in line or "(learner)" in line]
    if one.rest == "untouched":
        notebook = nbformat.read(ROOT / "solutions" / LESSON / f"{LESSON}.ipynb", as_version=4)
        for cell in notebook.cells:
            for region in re.findall("### BEGIN SOLUTION\n(.*?)### END", cell.source, flags=re.S):
                lines += [line for line in region.splitlines() if len(line.split()) > 2]
    given = html.unescape((ROOT / "lessons" / LESSON / f"{LESSON}.ipynb").read_text("utf-8"))
    return [line for line in map(str.strip, lines) if line in text and line not in given]
