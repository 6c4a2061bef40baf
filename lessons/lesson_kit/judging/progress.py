"""Tell how far a learner has come, by the results that checks have kept in the workspace.

What is saved as another answer than was checked counts for nothing until it is checked again.
"""

from dataclasses import dataclass, field
from pathlib import Path

from lesson_kit.judging.checking import checks_in, visible_module
from lesson_kit.manifest import Exercise, Lesson, lesson_of, lessons
from lesson_kit.workspace.results import Found, found_in
from lesson_kit.workspace.unsaved import changed


@dataclass(frozen=True)
class LessonProgress:
    """How far a learner has come in one lesson; what was never checked has no points."""

    lesson: Lesson
    found: dict[str, Found]  # by exercise
    most: int  # points of all its exercises
    # exercises saved as another answer than was checked; False: their answer cell is gone
    changed: dict[str, bool] = field(default_factory=dict)

    @property
    def known(self) -> dict[str, Found]:
        """Return what checks have found in the answers that are saved, by exercise."""
        return {number: one for number, one in self.found.items() if number not in self.changed}

    @property
    def passed(self) -> list[str]:
        """Return the exercises that pass."""
        return [one for one in self.lesson.numbers if one in self.known and self.known[one].passed]

    @property
    def points(self) -> int:
        return sum(one.points for one in self.known.values())

    @property
    def complete(self) -> bool:
        return len(self.passed) == len(self.lesson.exercises)

    @property
    def next(self) -> Exercise | None:
        """Return the first exercise that does not pass; None where all do."""
        return next((one for one in self.lesson.exercises if one.number not in self.passed), None)

    @property
    def minutes_left(self) -> int:
        """Return the lesson's minutes for the share of its exercises that is left."""
        left = len(self.lesson.exercises) - len(self.passed)
        return round(self.lesson.minutes * left / len(self.lesson.exercises))


@dataclass(frozen=True)
class Next:
    """What to do next: a sentence before it, and the exercise; none where all is done."""

    words: str
    exercise: Exercise | None = None


def progress(folder: Path) -> list[LessonProgress]:
    """Return how far the learner has come in each lesson, from the results kept in a workspace."""
    told = []
    for lesson in lessons():
        found = {number: found_in(folder, number) for number in lesson.numbers}
        checks = checks_in(visible_module(lesson.numbers[0]))
        most = sum(one.points for one in checks)
        known = {number: one for number, one in found.items() if one}
        told.append(LessonProgress(lesson, known, most, changed(folder, lesson)))
    return told


def what_next(told: list[LessonProgress]) -> Next:
    """Return what comes next after the lesson in which something was checked last."""
    last = max(told, key=lambda one: max((found.at for found in one.found.values()), default=0.0))
    place = told.index(last)
    passed, all_of_them = len(last.passed), len(last.lesson.exercises)
    others = said_of_changed({n: there for one in told for n, there in one.changed.items()})
    if not last.complete:
        begun = f"Lesson {last.lesson.number}: {passed} of {all_of_them} exercises pass.{others}"
        return Next(begun if last.found else "", last.next)
    done = f"Lesson {last.lesson.number} is complete.{others}"
    following = [one for one in told[place:] + told[:place] if not one.complete]
    if not following:
        return Next("All lessons are complete. What comes next is a question of your own.")
    return Next(done, following[0].next)


def said_of_changed(changed: dict[str, bool]) -> str:
    """Return what there is to say of answers saved as others than were checked, or not at all."""
    told = ""
    if numbers := [number for number, there in changed.items() if there]:
        told += (
            f" The answer to {', '.join(numbers)} in the saved notebook is not the one that you "
            "have checked: run its cell, and check it again."
        )
    if gone := [number for number, there in changed.items() if not there]:
        told += (
            f" The answer cell of {', '.join(gone)} is gone from the saved notebook: "
            f"`python3 scripts/learn.py --missing {lesson_of(gone[0]).folder}` brings it back as "
            "it was handed out."
        )
    return told


def left(minutes: int) -> str:
    """Return minutes in words: "50 minutes", "2 h 5 min"."""
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours else f"{rest} minutes"
