"""Say which cell raised before an exercise was judged, where and what: the root of what follows.

All that is read here is the outputs of a learner's cells: they may say anything, at any length.
"""

import re
from dataclasses import dataclass, replace

from lesson_kit.judging.checking import Report
from lesson_kit.judging.outcomes import first_line, shorten
from lesson_kit.manifest import prerequisites

from checks.grading.restore_cells import name_of

LONGEST_OUTPUT = 20_000  # characters of a traceback that are looked at
ANSI = re.compile(r"\x1b\[[0-9;]*m")
LINE = re.compile(r"\bline (\d{1,6})")
NOT_WRITTEN = "NotImplementedError"


@dataclass(frozen=True)
class Raised:
    """A cell that raised, and the sentence about it."""

    source: str
    sentence: str


def raised_before(cells: list, exercise: str) -> list[Raised]:
    """Return what raised in the cells that an exercise builds on and in its own, in order.

    `cells` are those before the exercise's graded cell: a cell counts that prepares the lesson,
    or holds the answer to the exercise or to one that it needs.
    """
    mine = f"answer-{exercise.replace('.', '-')}"
    needed = {f"answer-{one.replace('.', '-')}": one for one in prerequisites(exercise)}
    found, preparing = [], True
    for cell in cells:
        name = name_of(cell) or cell.get("id", "")
        preparing = preparing and not name.startswith("answer-")
        if cell.cell_type != "code" or not (preparing or name == mine or name in needed):
            continue
        if name == mine:
            which = "Your answer cell"
        elif name in needed:
            which = f"The answer cell of {needed[name]}"
        else:
            begins = shorten(first_code_line(cell.source), 40)
            which = f"The cell before the exercises that begins with `{begins}`"
        what = what_raised(cell)
        if what:
            found.append(Raised(cell.source, f"{which} {what}"))
    return found


def what_raised(cell) -> str:
    """Return "raised NameError in line 3: …" for a cell that raised; "" for one that did not."""
    errors = [one for one in cell.get("outputs", ()) if one.output_type == "error"]
    if not errors or str(errors[-1].ename) == NOT_WRITTEN:
        return ""
    error = errors[-1]
    text = first_line(str(error.evalue)[:LONGEST_OUTPUT])
    if error.ename == "Grading":  # the grader stopped it, and said why
        return f"was stopped: {shorten(text, 200)}"
    trace = ANSI.sub("", "\n".join(map(str, error.traceback))[:LONGEST_OUTPUT])
    line = LINE.search(trace)
    where = f" in line {line[1]}" if line else ""
    text = re.sub(r" \([^()]{1,80}\)$", "", text)  # a SyntaxError's file name, which is not one
    told = f": {shorten(text, 200)}" if text else ""
    return f"raised {shorten(str(error.ename), 60)}{where}{told}"


def first_code_line(source: str) -> str:
    lines = (line.strip() for line in source[:LONGEST_OUTPUT].splitlines())
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
    return replace(report, results=results, cause=" ".join(one.sentence for one in raised[:2]))
