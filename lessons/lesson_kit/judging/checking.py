"""Define the checks of an exercise, and report what they found.

A check is a function that takes a `Learner`, the handle on a learner's namespace, and raises
`Failed` where something is wrong. Its docstring is the sentence that the learner sees.

    @check("1.1")
    def adds_two_numbers(learner):
        '''adds two numbers'''
        learner.call("add", x=2, y=3).returns(5)

Visible checks live in `lesson_kit.checks`, hidden ones in `checks.hidden`; both use
what is here, the handle in `learner` and the ways to judge in `outcomes`. `running_checks` runs
them.
"""

import importlib
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lesson_kit.judging.learner import Learner
from lesson_kit.judging.outcomes import NOT_WRITTEN, shorten
from lesson_kit.manifest import lesson_of

WIDTH = 83
MARKS = {"passed": "✓", "failed": "✗", "not judged": "–"}
DETAILS = ("called", "expected", "got", "line")  # of a result, as labels in a report
AS_ABOVE = "as above"  # of a reason that is the same as that of the failure before
LONGEST_ENTRY = 2_000  # characters of one entry of a report


@dataclass(frozen=True)
class Check:
    """One thing that is checked about an exercise, and the points it is worth."""

    exercise: str
    name: str
    sentence: str
    run: Callable[[Learner], None]
    points: int = 1
    visible: bool = True


def check(exercise: str, points: int = 1):
    """Make a function `(learner)` a check of an exercise such as "1.1"; its docstring is shown."""

    def decorate(function):
        sentence = " ".join((function.__doc__ or "").split())
        if not sentence:
            raise ValueError(f"the check {function.__name__} needs a docstring: it is shown")
        visible = function.__module__.startswith("lesson_kit.")
        return Check(exercise, function.__name__, sentence, function, points, visible)

    return decorate


def checks_in(module) -> list[Check]:
    """Return the checks of a module in the order in which they stand there."""
    return [value for value in vars(module).values() if isinstance(value, Check)]


def visible_module(exercise: str):
    """Return the module with the visible checks of an exercise; raise KeyError for no exercise."""
    return importlib.import_module(f"lesson_kit.checks.{lesson_of(exercise).module}")


@dataclass
class Result:
    """What one check found, as data before it is text."""

    check: Check
    passed: bool
    meaning: str = ""
    called: str = ""
    expected: str = ""
    got: str = ""
    finding: str = ""  # its id: see judging/findings.py
    judged: bool = True
    line: str = ""  # the learner's line that raised, such as "3: return x + z"
    carried: bool = False  # it passed once what the exercise builds on was put right

    @property
    def state(self) -> str:
        """Return "passed", "failed" or "not judged"."""
        return "passed" if self.passed else "failed" if self.judged else "not judged"

    def data(self) -> dict:
        """Return the result as JSON data of bounded size."""
        texts = ("meaning", *DETAILS, "finding")
        return {
            "check": self.check.name,
            "sentence": self.check.sentence,
            "points": self.check.points,
            "visible": self.check.visible,
            "state": self.state,
            "carried": self.carried,
            **{name: str(getattr(self, name))[:LONGEST_ENTRY] for name in texts},
        }


@dataclass
class Report:
    """The results of one exercise's checks."""

    exercise: str
    title: str
    results: list[Result] = field(default_factory=list)
    note: str = ""
    cause: str = ""  # what raised before the checks began: it is said first
    fingerprint: str = ""  # of the seed and of the kit, for an appeal

    @property
    def points(self) -> int:
        return sum(result.check.points for result in self.results if result.passed)

    @property
    def most(self) -> int:
        return sum(result.check.points for result in self.results)

    @property
    def passed(self) -> bool:
        return bool(self.results) and all(result.passed for result in self.results)

    @property
    def not_written(self) -> bool:
        """Tell whether the exercise still is as it was handed out."""
        found = {result.finding for result in self.results}
        return not self.cause and found == {NOT_WRITTEN.id}

    @property
    def judged(self) -> bool:
        """Tell whether there is a verdict at all: one check that was judged is enough."""
        return any(result.judged for result in self.results)

    @property
    def not_judged(self) -> int:
        """Return how many points nobody can tell about."""
        return sum(result.check.points for result in self.results if not result.judged)

    @property
    def outcome(self) -> str:
        """Return the points, and what is not judged, in words."""
        if self.not_judged and self.not_judged == self.most:
            return "not judged"
        unit = "point" if self.most == 1 else "points"
        left = f", {self.not_judged} not judged" if self.not_judged else ""
        return f"{self.points} of {self.most} {unit}{left}"

    @property
    def scope(self) -> str:
        """Return what these points are: a notebook knows only the visible checks."""
        if self.not_judged and self.not_judged == self.most:
            return ""
        hidden = any(not result.check.visible for result in self.results)
        return ", hidden checks included" if hidden else " here; grading checks more"

    def data(self) -> dict:
        """Return the report as JSON data of bounded size."""
        return {
            "exercise": self.exercise,
            "title": self.title,
            "points": self.points,
            "most": self.most,
            "not_judged": self.not_judged,
            "judged": self.judged,
            "cause": self.cause,
            "note": self.note,
            "fingerprint": self.fingerprint,
            "results": [result.data() for result in self.results],
        }

    def told(self) -> Iterator[tuple[Result, bool]]:
        """Yield each result, and whether it has more to say than the failure last told."""
        said = None
        for result in self.results:
            reason = (result.got, result.meaning)
            yield result, result.passed or reason != said
            said = said if result.passed else reason

    def text(self) -> str:
        """Return the report as the learner reads it: no line past 83 characters."""
        lines = [f"{self.exercise} {self.title} · {self.outcome}{self.scope}"]
        if self.cause:
            lines += wrap(self.cause, "  ", "  ")
        for result, news in self.told():
            lines += wrap(sentence_of(result, news), f"  {MARKS[result.state]} ", "    ")
            if not result.passed and news:
                for label in DETAILS:
                    value = getattr(result, label)
                    if value:
                        lines += wrap(value, f"      {label:<8}  ", " " * 16)
                lines += wrap(" ".join(result.meaning.split()), "      ", "      ")
        for text in (self.note, self.fingerprint):
            if text:
                lines += wrap(text, "  ", "  ")
        return "\n".join(lines)


def sentence_of(result: Result, news: bool) -> str:
    """Return what a check is about; where it failed and has nothing new to say, that it has not."""
    if result.carried:
        return f"{result.check.sentence} (carried forward)"
    # Of an exercise that is not written yet there is nothing to say.
    again = not news and result.finding != NOT_WRITTEN.id
    return f"{result.check.sentence} ({AS_ABOVE})" if again else result.check.sentence


def wrap(text: str, first: str, rest: str) -> list[str]:
    """Break the text into lines of a report; runs of blanks inside a line stay as they are."""
    return textwrap.wrap(
        shorten(text, LONGEST_ENTRY),
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        replace_whitespace=False,
    ) or [first.rstrip()]
