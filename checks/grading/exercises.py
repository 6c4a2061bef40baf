"""The exercises of each lesson with all their checks: the visible ones, then the hidden ones."""

import importlib
import re
from pathlib import Path

from lesson_kit.judging.checking import Check, Report, checks_in
from lesson_kit.judging.learner import Learner
from lesson_kit.judging.running_checks import run_checks
from lesson_kit.manifest import exercise as in_manifest
from lesson_kit.manifest import lesson_folders, lesson_of, lessons
from nbgrader.utils import is_grade, is_solution

__all__ = [
    "ROOT",
    "checks_of",
    "exercise_of",
    "exercises",
    "judge",
    "lesson_folders",
    "points_of",
    "title_of",
]

ROOT = Path(__file__).resolve().parents[2]


def exercises(lesson: str) -> dict[str, str]:
    """Return number and title of each exercise of a lesson such as "01_tools"."""
    found = next(one for one in lessons() if one.folder == lesson)
    return {one.number: one.title for one in found.exercises}


def title_of(exercise: str) -> str:
    """Return the title of an exercise such as "1.1"."""
    return in_manifest(exercise).title


def checks_of(exercise: str) -> list[Check]:
    """Return every check of an exercise such as "1.1"; none where there is no such exercise."""
    try:
        name = lesson_of(exercise).module
    except KeyError:
        return []
    modules = [
        importlib.import_module(f"{package}.{name}")
        for package in ("lesson_kit.checks", "checks.hidden")
    ]
    found = [one for module in modules for one in checks_in(module)]
    return [one for one in found if one.exercise == exercise]


def points_of(exercise: str) -> int:
    """Return the points that an exercise is worth."""
    return sum(one.points for one in checks_of(exercise))


def judge(learner: Learner, exercise: str, **options) -> Report:
    """Run all checks of an exercise on a learner's namespace, with options of `run_checks`."""
    return run_checks(learner, exercise, title_of(exercise), checks_of(exercise), **options)


def exercise_of(cell) -> str | None:
    """Return "1.1" for the graded cell check-1-1; fail where there are no checks for it."""
    if cell.cell_type != "code" or not is_grade(cell) or is_solution(cell):
        return None
    match = re.fullmatch(r"check-(\d+)-(\d+)", cell.metadata.nbgrader["grade_id"])
    if match is None:
        return None
    exercise = f"{match[1]}.{match[2]}"
    if not checks_of(exercise):  # executed in the stock way, it would earn full marks
        raise RuntimeError(f"There are no checks for the graded cell check-{match[1]}-{match[2]}.")
    return exercise
