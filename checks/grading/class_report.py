"""Tell what became of every submission of a class, where a gradebook only knows numbers.

A zero in `grades.csv` can mean six things; each is a state of its own here.
"""

from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry

from checks.grading.exercises import exercises as exercises_of
from checks.grading.exercises import lesson_folders, points_of
from checks.grading.report import STATE
from checks.grading.work_folder import Unfinished

NOT_HANDED_IN = "not handed in"
NOT_GRADED = "not graded yet"
UNREADABLE = "unreadable"
NOT_JUDGED = "not judged"
PARTLY_JUDGED = "partly not judged"
BLANK = "blank"
GRADED = "graded"


@dataclass
class Row:
    """What became of one lesson of one learner; `score` is None where there is none."""

    learner: str
    lesson: str
    state: str
    score: float | None = None
    most: float = 0.0
    note: str = ""


def class_report(course: Path, url: str = "") -> list[Row]:
    """Return a row for each learner and each lesson that the course's gradebook knows."""
    with Gradebook(url or f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        learners = {student.id for student in gradebook.students}
        folders = (course / "submitted").glob("*/*")
        learners |= {folder.parent.name for folder in folders if folder.is_dir()}
        known = {assignment.name for assignment in gradebook.assignments}
        return [
            row_of(gradebook, course, learner, lesson)
            for learner in sorted(learners)
            for lesson in lesson_folders()
            if lesson in known
        ]


def row_of(gradebook: Gradebook, course: Path, learner: str, lesson: str) -> Row:
    """Return what became of one lesson of one learner."""
    most = float(sum(map(points_of, exercises_of(lesson))))
    row = Row(learner, lesson, NOT_HANDED_IN, most=most)
    if not (course / "submitted" / learner / lesson).is_dir():
        return row
    if Unfinished(course).has(lesson, learner):
        row.state = NOT_GRADED
        row.note = "Its grading was stopped half-way: run nbgrader autograde again."
        return row
    graded = course / "autograded" / learner / lesson / f"{lesson}.ipynb"
    try:
        notebook = gradebook.find_submission_notebook(lesson, lesson, learner)
        known = nbformat.read(graded, as_version=4).metadata.get(STATE, {})
    except (MissingEntry, FileNotFoundError):
        row.state, row.note = NOT_GRADED, "Run nbgrader autograde, and read what it says."
        return row
    row.note = " ".join(known.get("left_out", []))
    if known.get("unreadable"):
        row.state, row.note = UNREADABLE, known["unreadable"]
        return row
    waiting = [grade for grade in notebook.grades if grade.needs_manual_grade]
    if waiting and all(one.auto_score is None for one in notebook.grades):
        row.state = NOT_JUDGED
        return row
    row.score = notebook.score
    if waiting:
        numbers = sorted(one.name.removeprefix("check-").replace("-", ".") for one in waiting)
        row.state, row.note = PARTLY_JUDGED, f"To look at: {', '.join(numbers)}. {row.note}".strip()
    elif all(one.auto_comment == "No response." for one in notebook.comments):
        row.state = BLANK
    else:
        row.state = GRADED
    return row
