"""Say which cell raised before an exercise was judged, where and what: the root of what follows."""

import ast
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lesson_kit.agent_script.marked_cells import is_stub
from lesson_kit.judging.checking import Check, Report, Result
from lesson_kit.judging.outcomes import NOT_WRITTEN, first_line, shorten
from lesson_kit.judging.run_findings import OPEN_RUN, library_cause
from lesson_kit.manifest import prerequisites

LONGEST_SOURCE = 20_000  # characters of a cell, or of an error's text, that are looked at
MOST_TOLD = 200  # characters that are told of an error's text
LONGEST_TOLD = 2_000  # among which the sentence is looked for that helps
SENTENCES = re.compile(r"(?<=[.!?]) +")
REMEDY = re.compile(r"(Please|Use|Try|Ensure|Make sure|Did you mean|Pass|Set|To) ")
BEFORE = "Mend that first: what is said below is about what there was without it."
FROM_BEFORE = "What is judged below is from before: your answer cell raised when it last ran."


LEFT_OPEN = (
    "It has left a run open: run `mlflow.end_run()` in a cell of your own before you run it again."
)


@dataclass(frozen=True)
class CellRun:
    """The last run of a code cell: what the cell is called, what it says, and what went wrong."""

    name: str
    source: str
    failure: str = ""  # such as "raised NameError in line 3: …"
    stub: int = 0  # the line that raised, where it stands for an answer that is not written yet
    at: float = 0.0  # seconds since 1970
    cell: str = ""  # the id under which it ran; a merged cell has another than its name


@dataclass(frozen=True)
class Raised:
    """A cell that raised, and the sentence about it."""

    source: str
    sentence: str
    own: bool = False  # whether it is the exercise's own answer
    stub: bool = False  # whether it is an answer that is not written yet


def failure(kind: str, text: str, line: int | str | None) -> str:
    """Return "raised NameError in line 3: …", and what that means where it is a library's."""
    where = f" in line {line}" if line else ""
    text = first_line(text[:LONGEST_SOURCE])
    text = re.sub(r" \([^()]{1,80}\)$", "", text)  # a SyntaxError's file name, which is not one
    meaning = library_cause(kind, text)
    if meaning:  # in place of what else the library says
        told = f": {full_stop(shorten(SENTENCES.split(text)[0], 200))} {meaning}"
    else:
        told = f": {shorten_error(text)}" if text else ""
    return f"raised {shorten(kind, 60)}{where}{told}"


def with_open_run(told: str) -> str:
    """Say of a cell that raised that a run is open behind it, where that is not what it says."""
    return told if OPEN_RUN in told else f"{full_stop(told)} {LEFT_OPEN}"


def shorten_error(text: str) -> str:
    """Return a text, cut at a word; of a long one also the sentence that says what to do."""
    text = shorten(text, LONGEST_TOLD)
    if len(text) <= MOST_TOLD:
        return text
    remedy = next((one for one in SENTENCES.split(text)[1:] if REMEDY.match(one)), "")
    if len(remedy) > MOST_TOLD // 2:
        remedy = at_a_word(remedy, MOST_TOLD // 2)
    begins = at_a_word(text, MOST_TOLD - len(remedy))
    return f"{begins} {remedy}" if remedy and remedy not in begins else at_a_word(text, MOST_TOLD)


def at_a_word(text: str, most: int) -> str:
    """Return a text of so many characters, which ends in … behind a whole word where it is cut."""
    if len(text) <= most:
        return text
    whole, blank, _ = text[: most - 1].rpartition(" ")
    return f"{whole if blank and len(whole) > most // 2 else text[: most - 2]} …"


def stub_line(kind: str, source: str, lines: Sequence[int]) -> int:
    """Return the last of these lines that stands for an answer not written yet; 0 for none.

    An exception of this kind that comes from elsewhere, a library say, is one like any other.
    """
    if kind != "NotImplementedError":
        return 0
    return next((line for line in reversed(lines) if stands_for_answer(source, line)), 0)


def stands_for_answer(source: str, line: int) -> bool:
    """Tell whether a line of a cell is the one that is to be replaced by an answer."""
    try:
        text = source[:LONGEST_SOURCE].splitlines()[line - 1].strip()
        return any(map(is_stub, ast.parse(text).body))
    except (IndexError, SyntaxError, ValueError, RecursionError, MemoryError):
        return False


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
        if not (run.failure or run.stub):
            continue
        if not (preparing or run.name == mine or run.name in needed):
            continue
        own = run.name == mine
        if own and run.stub:
            sentence = (
                f"The part in line {run.stub} is not written yet: replace `raise "
                "NotImplementedError()` by your answer, or delete that line where your answer is "
                "whole, and run its cell."
            )
            found.append(Raised(run.source, sentence, own, stub=True))
            continue
        if own:
            which = "Your answer cell"
        elif run.name in needed:
            which = f"The answer cell of {needed[run.name]}"
        else:
            begins = shorten(first_code_line(run.source), 40)
            which = f"The cell before the exercises that begins with `{begins}`"
        told = run.failure or f"is not written yet: see its line {run.stub}"
        found.append(Raised(run.source, f"{which} {told}", own, bool(run.stub)))
    return found


def first_code_line(source: str) -> str:
    lines = (line.strip() for line in source[:LONGEST_SOURCE].splitlines())
    return next((line for line in lines if line and not line.startswith("#")), "")


def not_written(exercise: str, title: str, checks: Iterable[Check], raised: Raised) -> Report:
    """Return the report of an exercise whose answer is not written yet: nothing else is judged.

    What there is under its names came of an earlier run.
    """
    told, finding = raised.sentence, NOT_WRITTEN.id
    mine = [one for one in checks if one.exercise == exercise]
    return Report(exercise, title, [Result(one, False, told, finding=finding) for one in mine])


def with_cause(report: Report, raised: list[Raised]) -> Report:
    """Put what raised first into a report; a name that is missing for it is told so."""
    if report.passed or not report.judged or not raised:
        return report
    results = [put_down(result, raised) for result in report.results]
    # Of an answer that is not written yet nothing is said but that, and that where it is missed.
    causes = [
        one
        for one in raised
        if not one.stub or one.own and any(is_other(result) for result in results)
    ]
    if not causes:
        return replace(report, results=results)
    sentences = [full_stop(one.sentence) for one in causes[:2]]
    # What has the exercise's names is taken for the cell that is to be seen, if nobody says so.
    raised_itself = any(one.own and not one.stub for one in causes)
    if raised_itself and not all(missing_name(result) for result in report.results):
        sentences.insert(0, FROM_BEFORE)
    return replace(report, results=results, cause=" ".join([*sentences, BEFORE]))


def missing_name(result: Result) -> str:
    """Return the name that a check has not found; "" where it failed for another reason."""
    missing = re.fullmatch(r"there is no (\w{1,80})", result.got)
    return missing[1] if missing else ""


def put_down(result: Result, raised: list[Raised]) -> Result:
    """Say of a result for which a name is missing that the cell raised which should define it."""
    missing = missing_name(result)
    if not missing:
        return result
    named = [one for one in raised if re.search(rf"\b{missing}\b", one.source)]
    # What is to be written need not be named where it is to be written.
    named = named or [one for one in raised if one.own and one.stub]
    if not named:
        return result
    if not named[-1].stub:
        return replace(result, meaning="The cell that should define it raised: see above.")
    if not named[-1].own:
        return replace(
            result, meaning=f"{full_stop(named[-1].sentence)} It should define this name."
        )
    return replace(result, meaning=named[-1].sentence, finding=NOT_WRITTEN.id)


def is_other(result: Result) -> bool:
    """Tell whether a check failed for something else than an answer that is not written yet."""
    return not result.passed and result.finding != NOT_WRITTEN.id


def full_stop(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."
