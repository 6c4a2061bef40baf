"""Check an exercise: define checks, run them on a handle, and report the results.

A check is a function that takes a `Learner`, the handle on a learner's namespace, and raises
`Failed` where something is wrong. Its docstring is the sentence that the learner sees.

    @check("1.1")
    def adds_two_numbers(learner):
        '''adds two numbers'''
        learner.call("add", x=2, y=3).returns(5)

Visible checks live in `lesson_kit.checks`, hidden ones in the instructor's `checks`; both use what
is here. Where a check runs depends only on the handle: `InProcess` here, a kernel when graded.
"""

import importlib
import json
import random
import re
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from lesson_kit.differences import difference

WIDTH = 83
SECONDS = 10  # how long one request to learner code may take in the notebook

LESSONS = {
    "1": "tools",
    "2": "events",
    "3": "steps",
    "4": "context",
    "5": "tracing",
    "6": "logging",
    "7": "reloading",
}


# --- defining checks ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Check:
    """One thing that is checked about an exercise, and the points it is worth."""

    exercise: str
    name: str
    sentence: str
    run: Callable[["Learner"], None]
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
    """Return the module with the visible checks of the lesson that an exercise belongs to."""
    lesson = LESSONS.get(exercise.partition(".")[0])
    if lesson is None:
        raise KeyError(exercise)
    return importlib.import_module(f"lesson_kit.checks.{lesson}")


# --- what went wrong ------------------------------------------------------------------------------


class Failed(Exception):
    """A check that did not hold: what was called, expected and got, and what that means."""

    def __init__(self, meaning: str, called: str = "", expected: str = "", got: str = ""):
        super().__init__(meaning)
        self.meaning, self.called, self.expected, self.got = meaning, called, expected, got


class NoVerdict(Exception):
    """Learner code could not be asked: it ran too long, died, or did not answer properly."""


@dataclass
class Outcome:
    """What a request to learner code led to, as plain data, and the usual ways to judge it."""

    called: str
    value: Any = None
    type: str = ""
    printed: str = ""
    raised: dict | None = None
    missing: str | None = None
    timeout: float | None = None
    stuck: bool = False
    seconds: float = 0.0

    @property
    def ok(self) -> bool:
        """Tell whether the request came back with a value."""
        return self.raised is None and self.missing is None and self.timeout is None

    @property
    def got(self) -> str:
        """What came back, in the words of a report."""
        if self.missing is not None:
            return f"there is no {self.missing}"
        if self.timeout is not None:
            return f"no answer within {self.timeout:g} s"
        if self.raised is not None:
            wrong = wrong_field(self.raised)
            told = f", {wrong[0]}: {wrong[1]}" if wrong else ""
            return f"{self.raised['type']}: {first_line(self.raised['text'])}".rstrip(": ") + told
        return show(self.value)

    def fail(self, meaning: str, expected: str = "") -> None:
        """Fail the check with this outcome as what was got."""
        raise Failed(meaning, self.called, expected, self.got)

    def obtained(self, expected: str = "") -> Any:
        """Return the value; fail where there is none, and say why."""
        if self.missing is not None:
            self.fail(
                f"The name {self.missing} is not defined. Write it with exactly this name, "
                "and run its cell before the check.",
                expected,
            )
        if self.timeout is not None:
            raise NoVerdict(
                f"{self.called} did not come back within {self.timeout:g} s. "
                "Is there a loop or a wait that cannot end?"
            )
        if self.raised is not None and self.raised["type"] == "NotImplementedError":
            self.fail(
                "This exercise is not written yet: replace `raise NotImplementedError()` "
                "by your answer and run its cell.",
                expected,
            )
        if self.raised is not None:
            where = f" (line {self.raised['line']})" if "line" in self.raised else ""
            self.fail(f"It raised an exception{where} where a value was expected.", expected)
        return self.value

    def returns(self, expected: Any, meaning: str = "", because: dict[str, str] | None = None):
        """Fail unless the value equals the expected one; return it.

        `because` names misconceptions: a shown value (as in the report) and what it gives away.
        """
        value = self.obtained(show(expected))
        if same(value, expected):
            return value
        if because and show(value) in because:
            meaning = because[show(value)]
        elif value is None and str(expected) in self.printed:
            meaning = f"It prints {expected}. A caller gets only what `return` gives back."
        elif value is None:
            meaning = "It gives nothing back. Is there a `return` at the end?"
        elif type(value) is not type(expected) and str(value) == str(expected):
            meaning = f"The value is right, but it is a {self.type}, not {kind(expected)}."
        self.fail(meaning or difference(value, expected), show(expected))

    def raises(self, *types: str, meaning: str = "") -> dict:
        """Fail unless it raised one of these exception types; return the exception as data."""
        expected = " or ".join(types)
        if self.raised is not None and set(types) & set(self.raised["types"]):
            return self.raised
        if self.raised is None:
            self.obtained(expected)
        self.fail(meaning or f"It should raise {expected} here.", expected)


def same(value, expected) -> bool:
    """Compare plain data by value and by type, so that 1, 1.0 and True stay apart."""
    if type(value) is not type(expected):
        return False
    if isinstance(value, list):
        return len(value) == len(expected) and all(map(same, value, expected))
    if isinstance(value, dict):
        return value.keys() == expected.keys() and all(same(value[k], expected[k]) for k in value)
    return value == expected


def show(value) -> str:
    """Return plain data in the words of a report: an object by its type and its text."""
    if isinstance(value, dict) and "$type" in value:
        text = value.get("text", "")
        return f"{value['$type']}({shorten(text, 60)})" if text else value["$type"]
    return shorten(repr(value), 240)


def shorten(text: str, most: int) -> str:
    """Return the text in one line of so many characters, its runs of blanks as they are."""
    text = re.sub(r"\s*\n\s*", " ", text)
    return text if len(text) <= most else text[: most - 2].rstrip() + " …"


def kind(value) -> str:
    return {int: "an int", str: "a str", float: "a float", list: "a list"}.get(
        type(value), f"a {type(value).__name__}"
    )


def first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def wrong_field(raised: dict) -> tuple[str, str, str] | None:
    """Return the first field that a ValidationError names, what it says, and the type it got."""
    if raised["type"] != "ValidationError":
        return None
    found = re.search(
        r"^(\S+)\n +(.+?)(?: \[type=.*?input_type=(\w+)\])?$", raised["text"], re.MULTILINE
    )
    return (found[1], found[2], found[3] or "") if found else None


# --- the handle -----------------------------------------------------------------------------------


def the(name: str) -> dict:
    """Stand for the object that the learner called so, in the arguments of a request."""
    return {"$the": name}


def new(cls: str, **fields) -> dict:
    """Stand for a new object of a class, the learner's or a library's, in a request's arguments."""
    return {"$new": cls, "with": fields}


class Learner:
    """A handle on a learner's namespace: it can call, construct and inspect, and gets plain data.

    A subclass says how a request, which is JSON, reaches the namespace: see `ask`.
    `random` is seeded, so that hidden inputs vary by learner and stay the same in a regrade.
    """

    seconds: float = SECONDS

    def __init__(self, seed: str = "practice"):
        self.random = random.Random(seed)

    def ask(self, request: str) -> str:
        """Carry one request over and return the reply; raise `NoVerdict` where none comes."""
        raise NotImplementedError

    def request(self, op: str, called: str, **arguments) -> Outcome:
        """Carry out a probe of `lesson_kit.probes` on the learner's namespace."""
        message = {"op": op, "args": arguments, "timeout": self.seconds}
        reply = self.ask(json.dumps(message))
        try:
            fields = json.loads(reply)
            outcome = Outcome(called, **fields)
        except (ValueError, TypeError) as error:
            raise NoVerdict("The reply to the check was not valid data.") from error
        for name, kinds in (("raised", dict), ("missing", str), ("printed", str)):
            if not isinstance(getattr(outcome, name), (kinds, type(None))):
                raise NoVerdict("The reply to the check was not valid data.")
        return outcome

    def call(self, target: str, *args, **kwargs) -> Outcome:
        """Call a learner's function, class or method; a coroutine is awaited."""
        shown = [show_argument(value) for value in args]
        shown += [f"{name}={show_argument(value)}" for name, value in kwargs.items()]
        called = f"{target}({', '.join(shown)})"
        return self.request("call", called, target=target, args=list(args), kwargs=kwargs)

    def look(self, name: str) -> Outcome:
        """Return the value of a learner's name."""
        return self.request("look", name, name=name)

    def describe(self, name: str) -> Outcome:
        """Return what can be read off a learner's function or class without calling it."""
        return self.request("describe", name, name=name)

    def run(self, workflow: str, *inputs: dict, **options) -> Outcome:
        """Run a workflow class or instance for each input: see `probes.workflows.run`."""
        given = "; ".join(
            ", ".join(f"{name}={show_argument(value)}" for name, value in one.items())
            for one in inputs
        )
        called = f"{workflow}.run({given})"
        return self.request(
            "workflows.run", called, workflow=workflow, inputs=list(inputs), **options
        )


def show_argument(value) -> str:
    if isinstance(value, dict) and "$the" in value:
        return value["$the"]
    if isinstance(value, dict) and value.get("$new") == "lesson_kit.probes.tools.make":
        made = value["with"]  # a tool made to order: by its signature, as it cannot be called so
        types = ", ".join(f"{name}: {kind}" for name, kind in made["types"].items())
        return f"a tool {made['name']}({types})"
    if isinstance(value, dict) and "$new" in value:
        inside = ", ".join(f"{name}={show_argument(item)}" for name, item in value["with"].items())
        return f"{value['$new'].rpartition('.')[2]}({inside})"
    if isinstance(value, list):
        return f"[{', '.join(map(show_argument, value))}]"
    return show(value)


class InProcess(Learner):
    """The handle on a namespace of this very process: the notebook's, or a dictionary of a test."""

    def __init__(self, namespace: dict | None = None, seed: str = "practice"):
        super().__init__(seed)
        self.namespace = namespace

    def ask(self, request: str) -> str:
        from lesson_kit import probes

        return probes.answer(request, self.namespace)


# --- running checks and reporting -----------------------------------------------------------------


@dataclass
class Result:
    """What one check found, as data before it is text."""

    check: Check
    passed: bool
    meaning: str = ""
    called: str = ""
    expected: str = ""
    got: str = ""


@dataclass
class Report:
    """The results of one exercise's checks."""

    exercise: str
    title: str
    results: list[Result] = field(default_factory=list)
    held_back: int = 0  # points of hidden checks that did not run here
    note: str = ""

    @property
    def points(self) -> int:
        return sum(result.check.points for result in self.results if result.passed)

    @property
    def most(self) -> int:
        return sum(result.check.points for result in self.results)

    @property
    def passed(self) -> bool:
        return bool(self.results) and all(result.passed for result in self.results)

    def text(self) -> str:
        """Return the report as the learner reads it: no line past 83 characters."""
        unit = "point" if self.most == 1 else "points"
        lines = [f"{self.exercise} {self.title} · {self.points} of {self.most} {unit}"]
        said = ("", "")
        for result in self.results:
            lines += wrap(result.check.sentence, "  ✓ " if result.passed else "  ✗ ", "    ")
            # The same once more (an exercise not written yet, most of all) is no news.
            if not result.passed and (result.got, result.meaning) != said:
                said = (result.got, result.meaning)
                for label in ("called", "expected", "got"):
                    value = getattr(result, label)
                    if value:
                        lines += wrap(value, f"      {label:<8}  ", " " * 16)
                lines += wrap(" ".join(result.meaning.split()), "      ", "      ")
        if self.note:
            lines += wrap(self.note, "  ", "  ")
        return "\n".join(lines)


def wrap(text: str, first: str, rest: str) -> list[str]:
    """Break the text into lines of a report; runs of blanks inside a line stay as they are."""
    text = re.sub(r"\s*\n\s*", " ", text)
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=rest, replace_whitespace=False
    ) or [first.rstrip()]


def run_checks(
    learner: Learner,
    exercise: str,
    title: str,
    checks: Iterable[Check],
    on_error: Callable[[Check, Exception], None] | None = None,
) -> Report:
    """Run the checks of one exercise, in order; one that cannot be judged fails the rest.

    With `on_error`, a check that trips over a reply is told to it and has failed, and no more.
    """
    report = Report(exercise, title)
    lost = ""
    for one in checks:
        if one.exercise != exercise:
            continue
        if lost:
            report.results.append(Result(one, False, f"Not judged: {lost}"))
            continue
        try:
            one.run(learner)
        except Failed as failed:
            result = Result(one, False, failed.meaning, failed.called, failed.expected, failed.got)
        except NoVerdict as reason:
            lost = str(reason)
            result = Result(one, False, lost)
        except Exception as error:
            if on_error is None:
                raise
            on_error(one, error)
            what = f"The check could not make sense of what came back ({type(error).__name__})."
            result = Result(one, False, what)
        else:
            result = Result(one, True)
        report.results.append(result)
    if not report.results:
        raise KeyError(f'there are no checks for exercise "{exercise}"')
    return report
