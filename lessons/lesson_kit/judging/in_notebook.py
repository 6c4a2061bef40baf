"""What a learner calls in a notebook: `check("1.1")`."""

import os
from collections.abc import Iterable
from dataclasses import replace

from IPython import get_ipython
from IPython.display import display

from lesson_kit import manifest
from lesson_kit.hints import hints_of
from lesson_kit.judging import watched_cells
from lesson_kit.judging.checking import Report, checks_in, run_checks, visible_module
from lesson_kit.judging.learner import InProcess
from lesson_kit.judging.raised_cells import raised_before, with_cause
from lesson_kit.judging.report_html import report_html
from lesson_kit.one_sentence import OneSentence


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
    learner = InProcess(seed=f"practice:{exercise}")
    report = run_checks(learner, exercise, title, checks_in(module))
    raised = raised_before(watched_cells.runs(), exercise)
    report = with_cause(report, raised)
    if report.passed:
        _tries.pop(exercise, None)
        if raised:
            report.cause = f"{raised[-1].sentence}. What is right is what you had before."
        show(report)
        return
    _tries[exercise] = _tries.get(exercise, 0) + 1
    tier = min(_tries[exercise], 3)
    text = replace(report, note=f"Stuck? Open hint {tier} under {exercise}.").text()
    if get_ipython() is None or "NBGRADER_EXECUTION" in os.environ:
        raise CheckFailed(text)  # Validate shows what an error says, and no HTML
    show(report, text, hints_of(exercise))
    state = "written" if report.not_written else "right"
    raise CheckFailed(text, f"{exercise} is not {state} yet.")


def show(report: Report, text: str = "", hints: Iterable[str] = ()) -> None:
    """Show a report as HTML, and as text where that is all that can be shown."""
    text = text or report.text()
    if get_ipython() is None:
        print(text)
        return
    data = {"text/plain": text, "text/html": report_html(report, hints)}
    display(data, raw=True)
