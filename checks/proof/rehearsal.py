"""Prove the checks: judge stubs, solutions and the collected answers in this very process.

`scripts/prove_checks.py` is the command for it.

A collected answer takes the place of a solution cell; the cells before it run as they stand in the
solution.
"""

import ast
import asyncio
import contextlib
import gc
import io
import json
import linecache
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lesson_kit.judging.checking import Report, Result
from lesson_kit.judging.learner import PATIENCE, InProcess
from lesson_kit.private_names import experiment_kept
from lesson_kit.probes.skipped_waits import SkippingLoop

from checks.grading.exercises import ROOT, judge
from checks.proof.collected import Answer, answers


def cells(lesson: str, root: str = "solutions") -> dict[str, str]:
    """Return id and source of each code cell of a lesson's notebook, graded cells included."""
    path = ROOT / root / lesson / f"{lesson}.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    return {
        cell["id"]: "".join(cell["source"])
        for cell in notebook["cells"]
        if cell["cell_type"] == "code" and "skip-execution" not in cell["metadata"].get("tags", [])
    }


def readable_answers(lesson: str) -> list[Answer]:
    """Return a lesson's answers; raise ValueError, with a sentence, for a malformed file."""
    found, known = answers(lesson), cells(lesson)
    for one in found:
        if one.cell not in known:
            raise ValueError(
                f"{one.name} is an answer for the cell {one.cell}: solutions/{lesson} has none."
            )
    return found


class Rehearsal:
    """A lesson's solution run in this process, cell by cell, so that answers can be tried in it.

    It runs to the end, or to the graded cell of an exercise `until` which alone is of interest; a
    later exercise makes it go on. `seconds` is what a request to an answer may take; another `seed`
    gives the checks other inputs.
    """

    def __init__(
        self, lesson: str, until: str = "", seconds: float = PATIENCE, seed: str = "proof"
    ):
        self.lesson, self.seconds, self.seed = lesson, seconds, seed
        self.cells = cells(lesson)
        self.loop = SkippingLoop()
        self.snapshots: dict[str, dict] = {}
        self.took: dict[str, float] = {}  # seconds of each cell of the solution
        self.folder = tempfile.TemporaryDirectory(prefix="proof-")
        # MLflow leaves here where an earlier lesson of this process kept its store.
        os.environ.pop("MLFLOW_TRACKING_URI", None)
        self.namespace: dict = {"__name__": "__main__"}
        self.run_to(graded_cell(until) if until else "")

    def run_to(self, last: str) -> None:
        """Run the cells that have not run yet, up to and with the last one; all where it is ""."""
        with self.inside():
            for name, source in self.cells.items():
                if last in self.snapshots:
                    return
                if name in self.snapshots:
                    continue
                # Wrong answers may leave marks in dicts: each answer starts from a copy.
                self.snapshots[name] = dict(self.namespace)
                if not name.startswith("check-"):
                    begun = time.monotonic()
                    self.execute(source, self.namespace, name)
                    self.took[name] = time.monotonic() - begun
                    gc.freeze()  # what stays for good need not be looked through again

    @contextlib.contextmanager
    def inside(self):
        """Stand in the lesson's own temporary folder, and keep quiet."""
        before = os.getcwd()
        os.chdir(self.folder.name)
        try:
            with (
                contextlib.redirect_stdout(io.StringIO()),
                contextlib.redirect_stderr(io.StringIO()),
            ):
                yield
        finally:
            os.chdir(before)

    def execute(
        self, source: str, namespace: dict, name: str, seconds: float | None = None
    ) -> None:
        """Run a cell's code, top-level await included, in the lesson's event loop.

        What it awaits is given up after so many seconds.
        """
        code = compile(source, f"<{name}>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        # as IPython does, so that a cell's source can be asked for
        linecache.cache[f"<{name}>"] = (len(source), None, source.splitlines(True), f"<{name}>")
        asyncio.set_event_loop(self.loop)
        # eval gives a coroutine where the cell awaits something, as IPython does
        result = eval(code, namespace)
        if asyncio.iscoroutine(result):
            self.loop.run_until_complete(asyncio.wait_for(result, seconds))

    def judge(
        self,
        exercise: str,
        source: str | None = None,
        cell: str | None = None,
        leave_out: str = "check-",
        **options,
    ) -> Report:
        """Judge an exercise with this source in place of a cell; the solution's without one.

        Cells whose ids begin with one of the words in `leave_out` do not run. The options are those
        of `run_checks`.
        """
        cell = cell or f"answer-{exercise.replace('.', '-')}"
        graded, names = graded_cell(exercise), list(self.cells)
        if cell not in names:
            cell = graded  # an exercise without a cell of its own judges an earlier one's
        between = [
            name
            for name in names[names.index(cell) : names.index(graded)]
            if not name.startswith(tuple(leave_out.split()))
        ]
        self.run_to(graded)
        namespace = dict(self.snapshots[cell])
        # What one answer does to MLflow is no other's business: in grading each has its own kernel.
        apart = experiment_kept() if "mlflow" in sys.modules else contextlib.nullcontext()
        with self.inside(), apart:
            gc.collect()  # of what another answer never awaited, Python tells nobody but here
            for name in between:
                text = source if name == cell and source is not None else self.cells[name]
                # As in grading, a cell that raises is followed by the next one.
                with contextlib.suppress(Exception):
                    # A run without an end would wait for its workflow's own time-out.
                    self.execute(text, namespace, name, seconds=2 + 5 * self.took[name])
            learner = InProcess(namespace, f"{self.seed}:{exercise}", self.seconds)
            return judge(learner, exercise, **options)

    def close(self) -> None:
        """End the loop and the tracing, and remove the folder once all traces are written to it."""
        left = asyncio.all_tasks(self.loop)
        for task in left:  # of runs that had no end
            task.cancel()
        self.loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        self.loop.close()
        if "mlflow" in sys.modules:
            sys.modules["mlflow"].flush_trace_async_logging()
        if "mlflow.llama_index" in sys.modules:  # else what runs next is traced to a lost folder
            sys.modules["mlflow.llama_index"].autolog(disable=True, silent=True)
        self.folder.cleanup()


def graded_cell(exercise: str) -> str:
    """Return the id of an exercise's graded cell."""
    return f"check-{exercise.replace('.', '-')}"


def verdict(answer: Answer, report: Report) -> str:
    """Return what is wrong with this verdict on an answer; nothing where it is as it should be."""
    if answer.right:
        bad = [
            f"{one.check.name}: {one.meaning} (got {one.got})"
            for one in report.results
            if not one.passed
        ]
        return f"rejected by {'; '.join(bad)}" if bad else ""
    if not answer.check:  # one that came blind: its writer knew of no check
        return "accepted" if report.passed else nameless(report)
    named = [one for one in report.results if one.check.name == answer.check]
    if not named:
        return f"there is no check {answer.check}"
    if named[0].passed:
        return f"accepted by {answer.check}"
    if answer.says not in named[0].meaning:
        return f"{answer.check} says something else: {named[0].meaning}"
    return nameless(report)


def nameless(report: Report) -> str:
    """Return what is wrong where a failing result has no finding's id."""
    without = [one.meaning for one in report.results if not one.passed and not one.finding]
    return f"has no id (see judging/findings.py): {without[0]}" if without else ""


def stub_verdict(report: Report) -> str:
    """Return what is wrong with this verdict on an untouched exercise."""
    for one in report.results:
        if one.passed:
            return f"the stub passes {one.check.name}"
        if not one.meaning or "NameError" in one.got:
            return f"the stub gets no proper message from {one.check.name}: {one.got}"
    return ""


@dataclass(frozen=True)
class Judged:
    """What was judged, and what is wrong with its verdict: nothing where it is as it should be."""

    exercise: str
    kind: str  # "solution", "stub", "right" or "wrong"
    name: str
    problem: str
    open: bool = False  # known to be judged wrongly


def prove(
    rehearsal: Rehearsal, chosen: Sequence[str], most_blind: int | None = None
) -> Iterator[Judged]:
    """Judge these exercises of a lesson: their solutions, stubs and collected answers.

    With `most_blind`, of the answers that came blind only a seeded sample for each exercise; and a
    wrong answer is asked no more than decides whether it is rejected as it should be.
    """
    lesson = rehearsal.lesson
    built = (ROOT / "lessons" / lesson / f"{lesson}.ipynb").exists()
    stubs = cells(lesson, "lessons") if built else {}
    for exercise in chosen:
        bad = [one for one in rehearsal.judge(exercise).results if not one.passed]
        said = "; ".join(f"{one.check.name}: {one.meaning} (got {one.got})" for one in bad)
        yield Judged(exercise, "solution", f"{exercise} solution", said)
        stub = stubs.get(f"answer-{exercise.replace('.', '-')}")
        if stub is not None:
            problem = stub_verdict(rehearsal.judge(exercise, stub))
            yield Judged(exercise, "stub", f"{exercise} stub", problem)
    for answer in collected(lesson, chosen, most_blind):
        options = {"enough": rejects(answer)} if most_blind is not None else {}
        report = rehearsal.judge(answer.exercise, answer.source, answer.cell, **options)
        problem = verdict(answer, report)
        if answer.open:
            problem = "" if problem else "is judged as it should be: take '# open:' away"
        yield Judged(answer.exercise, answer.kind, answer.name, problem, bool(answer.open))


def rejects(answer: Answer) -> Callable[[Result], bool]:
    """Return what tells the result that decides about a wrong answer: of its check, or of any."""

    def decides(result: Result) -> bool:
        if answer.right:
            return False
        return result.check.name == answer.check if answer.check else not result.passed

    return decides


def collected(lesson: str, chosen: Sequence[str], most_blind: int | None) -> list[Answer]:
    """Return the answers to these exercises, and of the blind ones at most so many for each."""
    found = [one for one in answers(lesson) if one.exercise in chosen]
    if most_blind is None:
        return found
    kept = [one for one in found if not one.round]
    for exercise in chosen:
        blind = [one for one in found if one.round and one.exercise == exercise]
        kept += random.Random(exercise).sample(blind, min(most_blind, len(blind)))
    return kept
