"""The exercises of each lesson with all their checks: the visible ones, then the hidden ones."""

import importlib
from pathlib import Path

from lesson_kit.checking import LESSONS, Check, Report, checks_in, run_checks
from lesson_kit.learner import Learner

ROOT = Path(__file__).resolve().parents[1]


def lesson_folders() -> list[str]:
    """Return the lessons' folder names in order: 01_tools, 02_events, …"""
    return [f"{int(number):02}_{name}" for number, name in LESSONS.items()]


def modules(exercise: str) -> list:
    """Return the modules that hold the checks of an exercise's lesson: visible, hidden."""
    name = LESSONS[exercise.partition(".")[0]]
    return [
        importlib.import_module(f"{package}.{name}") for package in ("lesson_kit.checks", "checks")
    ]


def exercises(lesson: str) -> dict[str, str]:
    """Return number and title of each exercise of a lesson such as "01_tools"."""
    return modules(f"{int(lesson[:2])}.")[0].EXERCISES


def checks_of(exercise: str) -> list[Check]:
    """Return every check of an exercise such as "1.1"."""
    found = [one for module in modules(exercise) for one in checks_in(module)]
    return [one for one in found if one.exercise == exercise]


def points_of(exercise: str) -> int:
    """Return the points that an exercise is worth."""
    return sum(one.points for one in checks_of(exercise))


def judge(learner: Learner, exercise: str) -> Report:
    """Run all checks of an exercise on a learner's namespace."""
    title = modules(exercise)[0].EXERCISES[exercise]
    return run_checks(learner, exercise, title, checks_of(exercise))
