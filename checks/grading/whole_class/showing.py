"""Show in a terminal how far it is, what would change, and what became of a class."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from checks.grading.whole_class.changes import Change
from checks.grading.whole_class.scheduling import Scheduling
from checks.grading.whole_class.summary import Failed, Summary

SHOWN = 10  # rows of the lists of what failed most


def followed(
    console: Console, what: str, dues: list, outcomes: Iterable, scheduling: Scheduling
) -> Iterator:
    """Yield each outcome, while a bar shows how far it is, the time left, and what is at work."""
    columns = [TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()]
    columns += [TimeRemainingColumn(elapsed_when_finished=True), AtWork(scheduling)]
    with Progress(*columns, console=console, transient=not console.is_terminal) as bar:
        task = bar.add_task(what, total=len(dues))
        for outcome in outcomes:
            yield outcome
            bar.advance(task)


class AtWork(ProgressColumn):
    """The submissions at work, as they are when the bar is drawn."""

    def __init__(self, scheduling: Scheduling):
        super().__init__()
        self.scheduling = scheduling

    def render(self, task) -> Text:
        return Text(", ".join(self.scheduling.at_work[:3]), overflow="ellipsis", no_wrap=True)


def show_changes(changes: list[Change], judged: int, console: Console) -> None:
    """Show whose points would change, by how much, and why."""
    if not changes:
        console.print(f"Judged again: {judged}. Nobody's points change.")
        return
    learners = len({change.learner for change in changes})
    table = Table("learner", "lesson", "points", "why", title=f"{learners} would change")
    for one in changes:
        table.add_row(*map(Text, (one.learner, one.lesson, one.points, one.why)))
    console.print(table)


def show_class(summary: Summary, console: Console) -> None:
    """Show the lessons by score, what needs a look, and what failed most often."""
    if not summary.scores:
        console.print("Nothing is graded: nothing was handed in.")
        return
    table = Table("lesson", "graded", "mean", "median", "of", "0 … 100 %", title="Scores")
    for one in summary.scores:
        numbers = f"{one.mean:.1f}", f"{one.median:g}", f"{one.most:g}", bars(one.tenths())
        table.add_row(one.lesson, str(len(one.scores)), *numbers)
    console.print(table)
    if summary.looks:
        table = Table("lesson", "why", "who", title="To look at")
        for look in summary.looks:
            table.add_row(*map(Text, (look.lesson, look.why, look.names)))
        console.print(table)
    show_failed("Failed most often: exercises", summary.exercises, console)
    show_failed("Failed most often: checks", summary.checks, console)


def show_failed(title: str, failed: list[Failed], console: Console) -> None:
    """Show what failed most often, with what was found most often where that is known."""
    if not failed:
        return
    with_findings = any(one.finding for one in failed)
    table = Table("", "failed", *(["found most often"] if with_findings else []), title=title)
    for one in failed[:SHOWN]:
        cells = Text(one.name), f"{one.failed} of {one.judged}", Text(one.finding)
        table.add_row(*cells[: 2 + with_findings])
    console.print(table)


def bars(counts: list[int]) -> str:
    """Return counts as a row of bars."""
    most = max(counts) or 1
    return "".join(" ▁▂▃▄▅▆▇█"[-(-8 * count // most)] for count in counts)
