"""What a learner calls in a notebook: `check("1.1")`."""

import os
from collections.abc import Iterable
from dataclasses import replace
from html import escape
from typing import NamedTuple

from IPython import get_ipython
from IPython.display import display

from lesson_kit import manifest
from lesson_kit.hints import hints_of
from lesson_kit.judging import progress, start_page, watched_cells
from lesson_kit.judging.checking import Report, checks_in, visible_module
from lesson_kit.judging.learner import InProcess
from lesson_kit.judging.raised_cells import not_written, raised_before, with_cause
from lesson_kit.judging.report_html import report_html
from lesson_kit.judging.running_checks import run_checks
from lesson_kit.one_sentence import OneSentence
from lesson_kit.workspace import results


class CheckFailed(OneSentence):
    """The report of an exercise that is not right yet, shown without a traceback.

    Where the report stands above it already, one line says why the cell counts as failed.
    """

    def __init__(self, text: str, in_short: str = ""):
        super().__init__(text)
        self.in_short = in_short

    def _render_traceback_(self) -> list[str]:
        return [self.in_short] if self.in_short else super()._render_traceback_()


_tries: dict[str, int] = {}
if get_ipython() is not None:  # from the cell on that imports `check`
    watched_cells.watch(get_ipython())


def check(exercise: str) -> None:
    """Check one exercise of the notebook, such as "1.1", and say what is right and what is not."""
    if os.environ.get("NBGRADER_EXECUTION") == "autograde":
        # Our own grading never executes this cell; a stock one would hide what is not checked.
        raise RuntimeError(
            "The kit's nbgrader_config.py is not in force: run nbgrader from the folder it is in."
        )
    try:
        module = visible_module(exercise)
        title = manifest.exercise(exercise).title
    except KeyError:
        raise CheckFailed(
            f'There is no exercise "{exercise}". Give its number: check("1.1").'
        ) from None
    raised = raised_before(watched_cells.runs(), exercise)
    if stub := next((one for one in raised if one.own and one.stub), None):
        report = not_written(exercise, title, checks_in(module), stub)
    else:
        learner = InProcess(seed=f"practice:{exercise}")
        report = run_checks(learner, exercise, title, checks_in(module))
    report = with_cause(report, raised)
    kept = keep(report)
    if report.passed:
        _tries.pop(exercise, None)
        if failed := [one for one in raised if not one.stub]:
            report.cause = f"{failed[-1].sentence}. What is right is what you had before."
        show(report, replace(report, note=kept.words).text(), after=kept.html)
        return
    _tries[exercise] = _tries.get(exercise, 0) + 1
    tier = min(_tries[exercise], 3)
    text = replace(report, note=f"Stuck? Open hint {tier} under {exercise}.").text()
    if get_ipython() is None or "NBGRADER_EXECUTION" in os.environ:
        raise CheckFailed(text)  # Validate shows what an error says, and no HTML
    show(report, text, hints_of(exercise), kept.warning)
    state = "written" if report.not_written else "right"
    raise CheckFailed(text, f"{exercise} is not {state} yet.")


class Kept(NamedTuple):
    """What is said once a result is kept: as text, as HTML, and where it could not be kept."""

    words: str = ""
    html: str = ""
    warning: str = ""


def keep(report: Report) -> Kept:
    """Keep a result in the workspace, where there is one, and return what comes next."""
    folder = results.workspace()
    if folder is None:
        return Kept()
    try:
        results.record(
            folder,
            report.exercise,
            report.points,
            report.most,
            *watched_cells.answer_that_ran(report.exercise),
        )
        start_page.write_start_page(folder, start_page.mlflow_here())
    except OSError as error:
        said = f"Your progress could not be kept: {error.filename}: {error.strerror}."
        return Kept(said, escape(said), escape(said))
    after = progress.what_next(progress.progress(folder))
    if after.exercise is None:
        return Kept(after.words, escape(after.words))
    name = f"{after.exercise.number} {after.exercise.title}"
    words = f"{after.words} Next:"
    target = f'<a href="../{start_page.link(after.exercise)}">{escape(name)}</a>'
    return Kept(f"{words} {name}.", f"<div>{escape(words)} {target}</div>")


def show(report: Report, text: str, hints: Iterable[str] = (), after: str = "") -> None:
    """Show a report as HTML, and as text where that is all that can be shown."""
    if get_ipython() is None:
        print(text)
        return
    data = {"text/plain": text, "text/html": report_html(report, hints, after)}
    display(data, raw=True)
