"""Error carried forward: a mistake costs once, not again in each exercise that builds on it.

An exercise that lost points, and that builds on something which is not right - an answer that it
needs, a cell that prepares the lesson - is judged a second time, with the kit's own cells in place
of those. That happens in a kernel of its own whose outputs and files are thrown away, and all that
comes back of it is which checks pass.
"""

import copy
from dataclasses import dataclass, replace

import nbformat
from lesson_kit.judging.checking import Report
from lesson_kit.judging.findings import Finding
from lesson_kit.manifest import exercise, prerequisites
from lesson_kit.workspace.handed_out import name_of, prepares

from checks.grading.exercises import ROOT, exercises
from checks.grading.restore_cells import NOT_JUDGED

LATE = Finding(
    "not-judged/prepared-late",
    "Not judged: a cell of the lesson's own ran out of time when this was graded.",
)


@dataclass(frozen=True)
class SecondJudging:
    """What is judged a second time, with what in its place."""

    notebook: nbformat.NotebookNode
    replaced: dict[str, str]  # by exercise: what was replaced, in words


def second_judging(nb, lesson: str, reports: dict[str, Report], left_out) -> SecondJudging | None:
    """Return what is to be judged again; None where that could not change anything.

    `left_out` are the indices of cells that ended or blocked a kernel.
    """
    kit = kit_cells(lesson)
    mine = {id_of(cell): cell for cell in nb.cells if cell.cell_type == "code"}
    replaced = {}
    for number, report in reports.items():
        if report.passed or not is_written(number, lesson, mine):
            continue
        lost = [one for one in prerequisites(number) if one in reports and not reports[one].passed]
        words = [f"{one} {exercise(one).title}" for one in lost]
        if any(is_disturbed(cell, mine) for cell in given_before(kit, number)):
            words.append("the cells that prepare the lesson")
        if words:
            replaced[number] = " and ".join(words)
    if not replaced:
        return None
    failed = {number for number, report in reports.items() if not report.passed}
    cells = put_together(nb.cells, kit, set(replaced), failed, left_out)
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=copy.deepcopy(nb.metadata))
    return SecondJudging(notebook, replaced)


def put_together(cells: list, kit: list, again: set, failed: set, left_out) -> list:
    """Return the learner's cells with the kit's own in place of what is given or not right."""
    made, placed, last = [], set(), 0
    needed = {one for number in again for one in prerequisites(number)}
    order = {one.id: place for place, one in enumerate(kit)}
    latest = -1  # where in the kit's order the last of its answers that were placed stands
    for index, cell in enumerate(cells):
        name = id_of(cell)
        kind, _, slug = name.partition("-")
        number = slug.replace("-", ".")
        answers: list = []  # of the kit's, for what comes later to build on
        if cell.cell_type != "code" or index in left_out and kind != "answer":
            continue
        if kind == "answer":
            for given in given_before(kit, number):
                if given.id not in placed:
                    placed.add(given.id)
                    made.append(copied(given))
            if number in failed - again and number in needed:
                answers = kit_answers(kit, number)
            elif index not in left_out:
                made.append(copied(cell))
        elif kind == "check" and number in again:
            # Moved behind a later exercise, it could be derived from the kit's answer to that.
            if order.get(name, -1) > latest:
                made.append(copied(cell))
                last = len(made)
            answers = kit_answers(kit, number) if number in needed else []
        elif not any(name == one.id for one in kit):
            made.append(copied(cell))  # the learner's own
        if answers:
            made += answers
            latest = max(latest, order[answer_id(number)])
    return made[:last]


def late_cells(nb, lesson: str, not_in_time: set[int]) -> dict[str, bool]:
    """Tell of each exercise whether a cell of the kit's that prepares it ran out of time."""
    kit, numbers = kit_cells(lesson), exercises(lesson)
    late = {(id_of(nb.cells[at]), nb.cells[at].source.strip()) for at in not_in_time}
    return {
        number: any((one.id, one.source.strip()) in late for one in given_before(kit, number))
        for number in numbers
    }


def settled(first: Report, second: Report | None, replaced: str, late: bool) -> Report:
    """Return what stands after a second judging, which may have come to nothing.

    `late` tells that a cell of the kit's ran out of time, which is no fault of the learner's.
    """
    report = carried_forward(first, second, replaced) if second else first
    if report.passed:
        return report
    if late:
        results = [
            one if one.passed else replace(one, judged=False, meaning=LATE, finding=LATE.id)
            for one in report.results
        ]
        return replace(report, results=results)
    if second is not None and not second.not_judged:
        return report
    note = f"It builds on {replaced}, and could not be judged again with the kit's own in place."
    return replace(report, note=" ".join(filter(None, [report.note, note])))


def carried_forward(first: Report, second: Report, replaced: str) -> Report:
    """Return the first report with the checks that passed the second time only, and say so."""
    results = [
        replace(one, passed=True, carried=True, judged=True, meaning="", got="", finding="")
        if again.passed and not one.passed
        else one
        for one, again in zip(first.results, second.results, strict=True)
    ]
    if not any(one.carried for one in results):
        return first
    note = (
        "Error carried forward: the checks marked so pass with the kit's own cells in place of "
        f"what this exercise builds on ({replaced}), so they count."
    )
    return replace(first, results=results, note=" ".join(filter(None, [judged_note(first), note])))


def judged_note(report: Report) -> str:
    """Return a report's note, but for one that says why nothing was judged at first."""
    return report.note if report.judged else ""


def kit_cells(lesson: str, root: str = "solutions") -> list:
    """Return the code cells of the kit's own notebook of a lesson, in order."""
    notebook = nbformat.read(ROOT / root / lesson / f"{lesson}.ipynb", as_version=4)
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def given_before(kit: list, number: str) -> list:
    """Return the kit's cells that prepare an exercise: all before its answer that only prepare."""
    names = [cell.id for cell in kit]
    answer = answer_id(number)
    before = kit[: names.index(answer)] if answer in names else []
    return [cell for cell in before if prepares(cell.id)]


def is_disturbed(given, mine: dict) -> bool:
    """Tell whether a cell that prepares the lesson is gone, was changed, or raised."""
    found = mine.get(given.id)
    if found is None or found.source.strip() != given.source.strip():
        return True
    return any(output.output_type == "error" for output in found.outputs)


def is_written(number: str, lesson: str, mine: dict) -> bool:
    """Tell whether there is an answer to judge: one cell that is no longer what was handed out."""
    answer = mine.get(answer_id(number))
    check = mine.get(answer_id(number, "check"))
    if answer is None or check is None or NOT_JUDGED in check.metadata:
        return False
    handed_out = {cell.id: cell.source for cell in kit_cells(lesson, "lessons")}
    return answer.source.strip() != handed_out.get(answer.id, "").strip()


def kit_answers(kit: list, number: str) -> list:
    """Return the kit's answer to an exercise, in a list: some have none of their own."""
    found = [copied(cell) for cell in kit if cell.id == answer_id(number)]
    for cell in found:
        cell.id = f"kit-{cell.id}"
        cell.metadata.pop("nbgrader", None)
    return found


def copied(cell):
    made = copy.deepcopy(cell)
    made.outputs = []
    return made


def answer_id(number: str, kind: str = "answer") -> str:
    return f"{kind}-{number.replace('.', '-')}"


def id_of(cell) -> str:
    """Return the name by which a cell is graded, else its id, unless that poses as such a name."""
    own = cell.get("id", "")
    return name_of(cell) or ("" if own.startswith(("answer-", "check-")) else own)
