"""The list of lessons and exercises, read from lessons.toml: their one definition.

    from lesson_kit.manifest import lessons, exercise
    exercise("1.1").title       # "add"

It imports nothing but the standard library, so that scripts can ask it before anything is set up.
"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

PATH = Path(__file__).with_name("lessons.toml")


@dataclass(frozen=True)
class Exercise:
    """One exercise: its number, such as "1.1", its title, and whose answers its own builds on."""

    number: str
    title: str
    needs: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The number as it stands in cell ids and file names: "1-1"."""
        return self.number.replace(".", "-")


@dataclass(frozen=True)
class Lesson:
    """One lesson: its folder, what its title cell says of it, and its exercises in order."""

    folder: str
    title: str
    minutes: int
    goal: str
    in_agent: bool
    exercises: tuple[Exercise, ...]
    measured: bool = False  # whether somebody new to it has needed these minutes

    @property
    def number(self) -> int:
        return int(self.folder.partition("_")[0])

    @property
    def numbers(self) -> list[str]:
        """The numbers of its exercises, in order."""
        return [one.number for one in self.exercises]

    @property
    def module(self) -> str:
        """The name of the modules with its checks, visible and hidden."""
        return f"lesson_{self.folder}"


@lru_cache
def lessons() -> tuple[Lesson, ...]:
    """Return all lessons, in order."""
    listed = tomllib.loads(PATH.read_text(encoding="utf-8"))["lesson"]
    return tuple(
        Lesson(**one | {"exercises": tuple(map(_exercise, one["exercises"]))}) for one in listed
    )


def _exercise(told: dict) -> Exercise:
    return Exercise(**told | {"needs": tuple(told.get("needs", ()))})


def lesson_folders() -> list[str]:
    """Return the lessons' folder names in order: 01_tools, 02_events, …"""
    return [one.folder for one in lessons()]


def lesson_of(exercise_number: str) -> Lesson:
    """Return the lesson of an exercise such as "1.1"; raise KeyError where there is none."""
    for one in lessons():
        if any(each.number == exercise_number for each in one.exercises):
            return one
    raise KeyError(exercise_number)


def exercise(number: str) -> Exercise:
    """Return the exercise of a number such as "1.1"; raise KeyError where there is none."""
    return next(one for one in lesson_of(number).exercises if one.number == number)


def prerequisites(number: str) -> list[str]:
    """Return the exercises that an exercise builds on, and those that they build on, in order."""
    found = {each for need in exercise(number).needs for each in (need, *prerequisites(need))}
    return sorted(found, key=lambda one: [int(part) for part in one.split(".")])
