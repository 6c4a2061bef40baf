"""Watch a notebook's cells: which of them raised when it last ran, and what Python says of it.

`watch` hangs on IPython's own hooks. A traceback through a library's workflow is a hundred lines
long, of which two or three are the learner's: those are shown.
"""

import linecache
import re
import sys
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from lesson_kit.judging.raised_cells import CellRun, failure, stub_line, with_open_run
from lesson_kit.probes.replies import is_cell
from lesson_kit.workspace.answer_names import answer_like, answer_names, defined_in

MOST_FRAMES = 8  # of a traceback that is shown whole
SETUP = ("imports", "setup", "agent-so-far")  # the cells before the exercises
LEFT_OUT = "What the libraries did in between is left out: %tb shows all of it."

_runs: dict[str, CellRun] = {}  # the last run of each cell, by its name
_lesson = ""  # the folder of the one whose notebook this is
_replaced: set[str] = set()  # sources of cells that ran again with another one


def runs() -> Iterator[CellRun]:
    """Yield the last runs of the cells that an exercise may build on, those of the set-up first."""
    yield from (_runs[name] for name in SETUP if name in _runs)
    yield from (run for name, run in _runs.items() if name.startswith("answer-"))


def answer_that_ran(exercise: str) -> tuple[str, float]:
    """Return the source of an exercise's answer as it ran last, and when; "" where it did not."""
    run = _runs.get(f"answer-{exercise.replace('.', '-')}")
    return (run.source, run.at) if run else ("", 0.0)


def watch(shell) -> None:
    """Note from now on what the cells of this IPython shell lead to, and keep tracebacks short."""
    global _lesson
    _lesson = Path.cwd().name
    shell.events.register("post_run_cell", note)
    shell.set_custom_exc((Exception,), show_own_lines)
    sys.set_coroutine_origin_tracking_depth(1)
    warnings.showwarning = without_replaced(warnings.showwarning)


def note(result) -> None:
    """Keep what the run of a cell led to."""
    cell, source = getattr(result.info, "cell_id", None), result.info.raw_cell
    if not cell:
        return  # not every notebook server says which cell it was
    name = name_of(cell, source, getattr(result.info, "cell_meta", None))
    before = _runs.get(name)
    if before is not None and cell not in (name, before.cell):
        if not answer_names(_lesson).get(name, set()) <= defined_in(source):
            return  # one of several pieces, of which the file's last is the answer
    if before is not None and before.source.strip() != source.strip():
        _replaced.add(before.source.strip())
    _replaced.discard(source.strip())
    error = result.error_before_exec or result.error_in_exec
    told, stub = "", 0
    if error is not None:
        kind = type(error).__name__
        inside = [step for step in steps(error.__traceback__) if of_cell(step)]
        own = [step.tb_lineno for step in inside if file_of(step) == file_of(inside[0])]
        stub = stub_line(kind, source, own)
        line = getattr(error, "lineno", None) or (inside[-1].tb_lineno if inside else None)
        told = "" if stub else failure(kind, str(error), line)
        if told and run_is_open():
            told = with_open_run(told)
    _runs[name] = CellRun(name, source, told, stub, time.time(), cell)


def name_of(cell: str, source: str, metadata: dict | None) -> str:
    """Return what the lesson calls a cell: as it claims, by the names of an answer, else its id.

    JupyterLab sends a cell's metadata along, which outlives a split and a merge; the id does not.
    """
    told = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    claimed = told.get("grade_id") if isinstance(told, dict) else None
    if isinstance(claimed, str) and claimed in answer_names(_lesson):
        return claimed
    return answer_like(_lesson, cell, source) or cell


def run_is_open() -> bool:
    """Tell whether an MLflow run is open, without loading MLflow."""
    mlflow = sys.modules.get("mlflow")
    return mlflow is not None and mlflow.active_run() is not None


def show_own_lines(shell, kind, error, trace, tb_offset=None) -> None:
    """Show an exception with the lines of the notebook's cells, where libraries lie between."""
    short = own_frames(trace)
    shell.showtraceback((kind, error, short), tb_offset, running_compiled_code=True)
    if short is not trace:
        print(LEFT_OUT, file=sys.stderr)
        sys.last_traceback = trace


def own_frames(trace: TracebackType) -> TracebackType:
    """Return a long traceback with nothing but the frames of cells; any other as it is."""
    frames = [*steps(trace)]
    kept: TracebackType | None = None
    for one in filter(of_cell, reversed(frames)):
        kept = TracebackType(kept, one.tb_frame, one.tb_lasti, one.tb_lineno)
    return kept if kept is not None and len(frames) > MOST_FRAMES else trace


def steps(trace: TracebackType | None) -> Iterator[TracebackType]:
    """Yield the steps of a traceback, the outermost first."""
    while trace is not None:
        yield trace
        trace = trace.tb_next


def of_cell(step: TracebackType) -> bool:
    """Tell whether a step of a traceback lies in a cell of the notebook."""
    return is_cell(file_of(step))


def file_of(step: TracebackType) -> str:
    """Return the file, or the cell, in which a step of a traceback lies."""
    return step.tb_frame.f_code.co_filename


def without_replaced(showwarning):
    """Leave out warnings of a coroutine that was made by a cell which has been mended since.

    A traceback keeps it until another one comes: its warning turns up in a cell that is right.
    """

    def show(message, *arguments, **options):
        made = re.search(r'was never awaited\n.*\n\s*File "(.+)", line', str(message))
        source = "".join(linecache.getlines(made[1])).strip() if made else ""
        if not source or source not in _replaced:
            showwarning(message, *arguments, **options)

    return show
