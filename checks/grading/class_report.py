"""Tell what became of every submission of a class, where a gradebook only knows numbers.

A zero in `grades.csv` can mean seven things; each is a state of its own here. What the kept report
of a submission knows beyond its points is told where it is of what the gradebook holds.
"""

from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry

from checks.grading.exercises import exercises as exercises_of
from checks.grading.exercises import lesson_folders, points_of
from checks.grading.records import (
    NOT_GRADED,
    NOT_HANDED_IN,
    NOT_JUDGED,
    UNREADABLE,
    Record,
    record_of,
)
from checks.grading.report import DIGEST, STATE
from checks.grading.work_folder import Unfinished

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
    first_failed: str = ""  # the first check that failed, and why
    carried_forward: str = ""  # the exercises of which a check counts though it builds on a mistake


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
    kept = kept_of(course, row, known, notebook.grades)
    row.first_failed, row.carried_forward = kept.first_failed, ", ".join(kept.carried_forward)
    waiting = sorted(numbered(one) for one in notebook.grades if one.needs_manual_grade)
    if not waiting or any(one.auto_score is not None for one in notebook.grades):
        row.score = notebook.score
    if waiting:
        state, why = kept.look
        row.state = state or NOT_JUDGED
        if waiting != kept.not_judged:  # a person has marked some of them meanwhile
            why = ", ".join(waiting)
        row.note = why if row.note in why else f"{why}. {row.note}"
    elif all(one.auto_comment == "No response." for one in notebook.comments):
        row.state, row.first_failed = BLANK, ""
    else:
        row.state = GRADED
    return row


def kept_of(course: Path, row: Row, known: dict, grades: list) -> Record:
    """Return the kept report, an empty one unless it is of what the gradebook holds."""
    kept = record_of(course, row.lesson, row.learner)
    none = Record(row.learner, row.lesson)
    if kept is None or not kept.digest or kept.digest != known.get(DIGEST):
        return none
    points = {
        one["exercise"]: None if one["not_judged"] == one["most"] else one["points"]
        for one in kept.exercises
    }
    return kept if points == {numbered(one): one.auto_score for one in grades} else none


def numbered(grade) -> str:
    """Return the exercise of a graded cell."""
    return grade.name.removeprefix("check-").replace("-", ".")
