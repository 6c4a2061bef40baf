"""The exercises of each lesson with all their checks: the visible ones, then the hidden ones."""

import importlib
from pathlib import Path

from lesson_kit.judging.checking import Check, Report, checks_in, run_checks
from lesson_kit.judging.learner import Learner
from lesson_kit.manifest import exercise as exercise_of
from lesson_kit.manifest import lesson_folders, lesson_of, lessons

__all__ = ["ROOT", "checks_of", "exercises", "judge", "lesson_folders", "points_of", "title_of"]

ROOT = Path(__file__).resolve().parents[2]


def exercises(lesson: str) -> dict[str, str]:
    """Return number and title of each exercise of a lesson such as "01_tools"."""
    found = next(one for one in lessons() if one.folder == lesson)
    return {one.number: one.title for one in found.exercises}


def title_of(exercise: str) -> str:
    """Return the title of an exercise such as "1.1"."""
    return exercise_of(exercise).title


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


def judge(learner: Learner, exercise: str) -> Report:
    """Run all checks of an exercise on a learner's namespace."""
    return run_checks(learner, exercise, title_of(exercise), checks_of(exercise))
