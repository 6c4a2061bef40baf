"""What a request to learner code led to, as plain data, and the usual ways to judge it."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from lesson_kit.judging.differences import difference
from lesson_kit.judging.findings import Finding, id_of
from lesson_kit.judging.printed import never_awaited, prints
from lesson_kit.probes.replies import Raised

NOT_WRITTEN = Finding(
    "value/not-written",
    "This exercise is not written yet: replace `raise NotImplementedError()` by your answer and "
    "run its cell.",
)
OF_BEFORE = Finding(
    "value/of-before",
    "That was right at the call before, and is not now: look anew at each call, and keep nothing "
    "from one to the next.",
)

# What else begins a line somewhere, or moves a terminal's cursor: a report's lines are its own.
CONTROLS = {code: " " for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"}
LINE_BREAKS = CONTROLS | {ord(one): "\n" for one in "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
LONGEST_ERROR = 4_000  # characters of an error's text that are searched
SHOWN_AS_LIST = {"tuple", "set", "frozenset"}  # what is a list in plain data, and is none


class Failed(Exception):
    """A check that did not hold: what was called, expected and got, and what that means.

    `line` is the learner's own that raised, with its number, where the meaning does not quote it.
    """

    def __init__(
        self, meaning: str, called: str = "", expected: str = "", got: str = "", line: str = ""
    ):
        super().__init__(meaning)
        self.meaning, self.called, self.expected, self.got = meaning, called, expected, got
        self.line = line
        self.finding = id_of(meaning)


class NoVerdict(Exception):
    """Learner code could not be asked: it ran too long, died, or did not answer properly."""

    def __init__(self, meaning: str):
        super().__init__(meaning)
        self.meaning = meaning


class Calls(str):
    """Several calls as one text; `each` has them one by one, where one came after the other.

    Of several objects each had its turn.
    """

    each: list[str]
    objects: int

    def __new__(cls, text: str, each: list[str], objects: int = 1) -> "Calls":
        calls = super().__new__(cls, text)
        calls.each, calls.objects = each, objects
        return calls

    def number(self, index: int) -> str:
        """Return one of the calls, and what went before it."""
        if not self.each:
            return str(self)
        runs = f"{index} other runs" if index > 1 else self.each[0]
        turns = f"of {self.objects} objects by turns" if self.objects > 1 else "of the same object"
        return self.each[index] + (f", after {runs} {turns}" if index else "")


@dataclass
class Outcome:
    """What a request to learner code led to, as plain data, and the usual ways to judge it."""

    called: str
    value: Any = None
    type: str = ""
    printed: str = ""
    raised: Raised | None = None
    missing: str | None = None
    timeout: float | None = None
    stuck: bool = False

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
            field = f", {wrong[0]}: {wrong[1]}" if wrong else ""
            return f"{self.raised['type']}: {first_line(self.raised['text'])}".rstrip(": ") + field
        return show(self.value)

    def fail(self, meaning: str, expected: str = "") -> None:
        """Fail the check with this outcome as what was got."""
        raise Failed(meaning, self.called, expected, self.got, self.raised_in(meaning))

    def raised_in(self, meaning: str) -> str:
        """Return number and source of the learner's line that raised; "" where it is said."""
        raised = self.raised or {}
        source = raised.get("source", "")
        if not source or f"`{source}`" in meaning or raised["type"] == "NotImplementedError":
            return ""
        return f"{raised.get('line', '')}: {source}"

    def obtained(self, expected: str = "") -> Any:
        """Return the value; fail where there is none, and say why."""
        if self.missing is not None:
            meaning = Finding(
                "value/no-such-name",
                f"The name {self.missing} is not defined. Write it with exactly this name, "
                "and run its cell before the check.",
            )
            self.fail(meaning, expected)
        if self.timeout is not None:
            raise NoVerdict(
                Finding(
                    "value/no-end",
                    f"{self.called} did not come back within {self.timeout:g} s. "
                    "Is there a loop or a wait that cannot end?",
                )
            )
        if self.raised is not None and self.raised["type"] == "NotImplementedError":
            self.fail(NOT_WRITTEN, expected)
        if self.raised is not None:
            from lesson_kit.judging.run_findings import usual_cause  # which judges outcomes, too

            self.fail(usual_cause(self), expected)
        return self.value

    def returns(self, expected: Any, meaning: str = "", because: dict[str, str] | None = None):
        """Fail unless the value equals the expected one; return it.

        `because` names misconceptions: a shown value (as in the report) and what it gives away.
        """
        value = self.obtained(show(expected))
        no_list = isinstance(expected, list) and self.type in SHOWN_AS_LIST
        if same(value, expected) and not no_list:
            return value
        if because and show(value) in because:
            meaning = because[show(value)]
        elif value is None and prints(self.printed, expected):
            meaning = Finding(
                "value/printed",
                f"It prints {expected}. A caller gets only what `return` gives back.",
            )
        elif value is None:
            meaning = nothing(self.called)
        elif (no_list and same(sorted_if(value, self.type), sorted_if(expected, self.type))) or (
            type(value) is not type(expected) and (str(value) == str(expected) or value == expected)
        ):
            meaning = Finding(
                "value/other-type",
                f"The value is right, but it is {with_article(self.type or type(value).__name__)}, "
                f"not {with_article(type(expected).__name__)}.",
            )
        elif not meaning and (call := never_awaited(self.printed)):
            meaning = Finding(
                "value/never-awaited",
                f"Python says that {call} was never awaited: write `await` in front of that call.",
            )
        self.fail(meaning or Finding("value/other", difference(value, expected)), show(expected))

    def raises(self, *types: str, meaning: str = "") -> Raised:
        """Fail unless it raised one of these exception types; return the exception as data."""
        expected = " or ".join(types)
        if self.raised is not None and set(types) & set(self.raised["types"]):
            return self.raised
        if self.raised is None:
            self.obtained(expected)
        meaning = meaning or Finding("value/not-raised", f"It should raise {expected} here.")
        self.fail(meaning, expected)


def nothing(called: str) -> Finding:
    """Say of a call what it means that None came of it."""
    of_a_run = ", or the result of its StopEvent," if ".run(" in called else ""
    return Finding(
        "value/nothing",
        "What comes back is None: no `return` is reached here, or what it returns"
        f"{of_a_run} is None.",
    )


def sorted_if(value: list, type_name: str) -> list:
    """Return a list's elements, in an order of their own where they come out of a set."""
    return value if type_name == "tuple" else sorted(value, key=repr)


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
    return shorten(repr(readable(value)), 240)


class Words(str):
    """A text that stands for something, and so has no quotation marks."""

    __repr__ = str.__str__


def readable(value):
    """Return plain data with each object in it in the words of a report."""
    if isinstance(value, dict):
        if "$type" in value:
            return Words(show(value))
        return {name: readable(one) for name, one in value.items()}
    return [readable(one) for one in value] if isinstance(value, list) else value


def shorten(text: str, most: int) -> str:
    """Return the text in one line of so many characters, its runs of blanks as they are."""
    line = one_line(text[: 8 * most])  # bounded first: learner code can make it any length
    cut = len(text) > 8 * most
    return line if len(line) <= most and not cut else line[: most - 2].rstrip() + " …"


def one_line(text: str) -> str:
    """Return the text with each line break, and the blanks around it, as one blank."""
    text = text.translate(LINE_BREAKS)
    first, *rest = text.split("\n")
    if not rest:
        return text
    *middle, last = rest  # not by an expression: `\s*\n\s*` takes hours on a million blanks
    inner = [line for line in map(str.strip, middle) if line]
    return " ".join([first.rstrip(), *inner, last.lstrip()])


def with_article(name: str) -> str:
    """Return the name of a type with the article that it has in a sentence."""
    return f"{'an' if name[:1].lower() in 'aeio' else 'a'} {name}"


def first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def wrong_field(raised: Raised) -> tuple[str, str, str] | None:
    """Return the first field that a ValidationError names, what it says, and the type it got."""
    if raised["type"] != "ValidationError":
        return None
    for field, line in pairwise(raised["text"][:LONGEST_ERROR].split("\n")):
        if line.startswith(" ") and line.strip() and field.split() == [field]:
            says, _, details = line.strip().partition(" [type=")
            kind_of = re.search(r"input_type=(\w+)\]$", details)
            return field, says, kind_of[1] if kind_of else ""
    return None
