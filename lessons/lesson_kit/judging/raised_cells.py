"""Say which cell raised before an exercise was judged, where and what: the root of what follows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lesson_kit.judging.checking import Report
from lesson_kit.judging.outcomes import first_line, shorten
from lesson_kit.manifest import prerequisites

LONGEST_SOURCE = 20_000  # characters of a cell, or of an error's text, that are looked at
NOT_WRITTEN = "NotImplementedError"
BEFORE = "Mend that first: what is said below is about what there was without it."


@dataclass(frozen=True)
class CellRun:
    """The last run of a code cell: what the cell is called, what it says, and what went wrong."""

    name: str
    source: str
    failure: str = ""  # such as "raised NameError in line 3: …"
    at: float = 0.0  # seconds since 1970


@dataclass(frozen=True)
class Raised:
    """A cell that raised, and the sentence about it."""

    source: str
    sentence: str


def failure(kind: str, text: str, line: int | str | None) -> str:
    """Return "raised NameError in line 3: …"; "" for an answer that is not written yet."""
    if kind == NOT_WRITTEN:
        return ""
    where = f" in line {line}" if line else ""
    text = first_line(text[:LONGEST_SOURCE])
    text = re.sub(r" \([^()]{1,80}\)$", "", text)  # a SyntaxError's file name, which is not one
    told = f": {shorten(text, 200)}" if text else ""
    return f"raised {shorten(kind, 60)}{where}{told}"


def raised_before(runs: Iterable[CellRun], exercise: str) -> list[Raised]:
    """Return what raised in the cells that an exercise builds on and in its own, in their order.

    A cell counts that stands before the first answer, or holds the answer to the exercise or to one
    that it needs.
    """
    mine = f"answer-{exercise.replace('.', '-')}"
    needed = {f"answer-{one.replace('.', '-')}": one for one in prerequisites(exercise)}
    found, preparing = [], True
    for run in runs:
        preparing = preparing and not run.name.startswith("answer-")
        if not run.failure or not (preparing or run.name == mine or run.name in needed):
            continue
        if run.name == mine:
            which = "Your answer cell"
        elif run.name in needed:
            which = f"The answer cell of {needed[run.name]}"
        else:
            begins = shorten(first_code_line(run.source), 40)
            which = f"The cell before the exercises that begins with `{begins}`"
        found.append(Raised(run.source, f"{which} {run.failure}"))
    return found


def first_code_line(source: str) -> str:
    lines = (line.strip() for line in source[:LONGEST_SOURCE].splitlines())
    return next((line for line in lines if line and not line.startswith("#")), "")


def with_cause(report: Report, raised: list[Raised]) -> Report:
    """Put what raised first into a report; a name that is missing for it is told so."""
    if report.passed or not report.judged or not raised:
        return report
    results = []
    for result in report.results:
        missing = re.fullmatch(r"there is no (\w{1,80})", result.got)
        if missing and any(re.search(rf"\b{missing[1]}\b", one.source) for one in raised):
            result = replace(result, meaning="The cell that should define it raised: see above.")
        results.append(result)
    sentences = [full_stop(one.sentence) for one in raised[:2]]
    return replace(report, results=results, cause=" ".join([*sentences, BEFORE]))


def full_stop(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."
