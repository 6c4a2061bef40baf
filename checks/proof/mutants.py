"""Wrong answers that nobody had to think of: small changes to the solutions, by mutmut's rules.

Only what stands between BEGIN SOLUTION and END SOLUTION is changed. A mutant that no check tells
from the solution is a gap; where it is equivalent, `answers/equivalent_mutants.toml` says why.
"""

import ast
import tomllib
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache

import libcst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

from checks.grading.exercises import ROOT, exercises
from checks.proof.rehearsal import Rehearsal, cells, graded_cell

NOT_NEEDED = "check- try-"
EQUIVALENT = ROOT / "checks" / "proof" / "answers" / "equivalent_mutants.toml"


@dataclass(frozen=True)
class Mutant:
    """A solution cell with one change: the lines before and after it, and the whole source."""

    lesson: str
    cell: str
    line: int
    before: str
    after: str
    source: str

    @property
    def exercise(self) -> str:
        return exercise_of(self.cell)

    @property
    def name(self) -> str:
        return f"{self.cell}, line {self.line}: {self.before} → {self.after}"


def exercise_of(cell: str) -> str:
    """Return "1.1" for the solution cell answer-1-1."""
    return cell.removeprefix("answer-").replace("-", ".")


def mutants(lesson: str, chosen: Container[str] | None = None) -> Iterator[Mutant]:
    """Make every mutant of a lesson's solution cells, or of those of the chosen exercises."""
    for cell, source in cells(lesson).items():
        if cell.startswith("answer-") and (chosen is None or exercise_of(cell) in chosen):
            yield from mutants_of(lesson, cell, source)


def mutants_of(lesson: str, cell: str, source: str) -> Iterator[Mutant]:
    """Make every mutant of one solution cell."""
    wrapper = MetadataWrapper(libcst.parse_module(source))
    module = wrapper.module
    positions = wrapper.resolve(PositionProvider)
    inside = set(solution_lines(source))
    seen = {source}
    for node in sorted(positions, key=lambda one: positions[one].start.line):
        if positions[node].start.line not in inside:
            continue
        for kind, operator in mutation_operators:
            for changed in operator(node) if isinstance(node, kind) else ():
                text = module.deep_replace(node, changed).code
                if text in seen or not compiles(text):
                    continue
                seen.add(text)
                before, after = difference(source, text)
                yield Mutant(lesson, cell, positions[node].start.line, before, after, text)


def solution_lines(source: str) -> Iterator[int]:
    """Yield the numbers of the lines between the solution markers."""
    within = False
    for number, line in enumerate(source.splitlines(), 1):
        if "### BEGIN SOLUTION" in line or "### END SOLUTION" in line:
            within = "BEGIN" in line
        elif within:
            yield number


def compiles(text: str) -> bool:
    try:
        compile(text, "<mutant>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except (SyntaxError, ValueError):
        return False
    return True


def difference(old: str, new: str) -> tuple[str, str]:
    """Return the lines that differ, before and after, each as one line of text."""
    before, after = old.splitlines(), new.splitlines()
    while before and after and before[0] == after[0]:
        before, after = before[1:], after[1:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    return " ".join(map(str.strip, before)), " ".join(map(str.strip, after))


def killer(rehearsal: Rehearsal, mutant: Mutant) -> str:
    """Return the name of the check that tells a mutant from the solution; "" where none does.

    Its own exercise judges first; then those that come later in the lesson and build on it.
    """
    for exercise in later_exercises(rehearsal, mutant.cell):
        if not can_judge(rehearsal, exercise, mutant.cell):
            continue
        report = rehearsal.judge(
            exercise,
            mutant.source,
            mutant.cell,
            leave_out=NOT_NEEDED,
            enough=lambda result: not result.passed,
        )
        if not report.results[-1].passed:
            return report.results[-1].check.name
    return ""


def later_exercises(rehearsal: Rehearsal, cell: str) -> list[str]:
    """Return the exercises whose graded cells come after a cell, in order."""
    names = list(rehearsal.cells)
    return [
        exercise
        for exercise in exercises(rehearsal.lesson)
        if names.index(graded_cell(exercise)) > names.index(cell)
    ]


@cache
def can_judge(rehearsal: Rehearsal, exercise: str, cell: str) -> bool:
    """Tell whether the solution's cell passes an exercise without the cells to try things in.

    They take time, so they are left out; some exercises have nothing to judge without them.
    """
    return rehearsal.judge(exercise, rehearsal.cells[cell], cell, leave_out=NOT_NEEDED).passed


def equivalents() -> dict[tuple[str, str], str]:
    """Return the reason for each mutant that is known to be equivalent, by cell and change."""
    if not EQUIVALENT.exists():
        return {}
    told = tomllib.loads(EQUIVALENT.read_text("utf-8"))
    return {
        (one["cell"], f"{one['before']} → {one['after']}"): one["why"] for one in told["mutant"]
    }
