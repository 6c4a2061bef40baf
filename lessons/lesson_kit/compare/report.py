"""Show a comparison: a table in the terminal, one HTML file, a CSV for a class."""

import csv
import io
import os
import time
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from lesson_kit.compare.comparison import Comparison, capital
from lesson_kit.compare.repeating import Reliability
from lesson_kit.compare.scorers import MODEL, QUESTIONS
from lesson_kit.show.traces import trace_html
from lesson_kit.writing import write_whole

WIDTH = 83
TEMPLATE = Path(__file__).with_name("report.html")
SCORERS = [*MODEL, *QUESTIONS]
ONE_ROW_MORE = (
    "There is one row more than there are questions: the logged model itself, without one."
)
LATENCY = ["latency", "latency from", "latency to"]  # the median, and where half of it lies
COLUMNS = ["model", "uri", "verdict", "given", "added tools", *SCORERS, *LATENCY]
COLUMNS += ["first divergence", "question"]


def about(scorer: str) -> str:
    """Return the sentence that says what a scorer looks at."""
    return ((MODEL | QUESTIONS)[scorer].__doc__ or "").strip()


def latency(one: Comparison) -> str:
    """Return how long it took beside the reference, with what that varies by."""
    took = one.latency
    if took is None:
        return "not known"
    return (
        f"{took.median:.2f} × the reference's; of {took.questions} questions half lie between "
        f"{took.low:.2f} × and {took.high:.2f} ×"
    )


def place(one: Comparison) -> str:
    """Return the question at which it first differs, with its name."""
    name = capital(one.parted.name)
    return f"{name}, “{one.question}”" if one.question else name


# --- the terminal ---------------------------------------------------------------------------------


def print_comparison(one: Comparison, console: Console | None = None) -> None:
    """Print the verdict, the first divergence, pass or fail for each scorer, where the rest is."""
    console = console or Console(width=WIDTH, highlight=False)
    colour = "green" if one.equivalent else "red"
    console.print(f"\n[b]{escape(one.name)}[/] is [{colour}]{one.verdict}[/] to the reference.")
    if one.share:
        console.print(one.share, markup=False)
    if one.parted:
        console.print(f"\n[b]First divergence[/]  {escape(place(one))}")
        console.print(capital(one.parted.why), markup=False)
    console.print()
    table = Table(box=None, pad_edge=False)
    for name in ("", "scorer", "passed", "what it looks at"):
        table.add_column(name, justify="right" if name == "passed" else "left")
    for name, (passed, of) in one.scorers.items():
        mark = "[green]✓[/]" if passed == of else "[red]✗[/]"
        table.add_row(mark, name, f"{passed}/{of}", about(name))
    console.print(table)
    console.print(f"\nlatency  {latency(one)}")
    if one.run_id:
        console.print(f"in MLflow  run {one.run_id},")
        console.print(f"beside     run {one.reference_run_id}")
        if page := mlflow_page(one):
            console.print(page, markup=False, soft_wrap=True)  # whole, so that it can be clicked
            console.print(ONE_ROW_MORE)


def mlflow_page(one: Comparison) -> str:
    """Return where MLflow's server shows both runs side by side; nothing without a server."""
    import mlflow

    uri = mlflow.get_tracking_uri()
    if not uri.startswith(("http://", "https://")):
        return ""
    runs = f"selectedRunUuid={one.run_id}&compareToRunUuid={one.reference_run_id}"
    return f"{uri.rstrip('/')}/#/experiments/{one.experiment_id}/evaluation-runs?{runs}"


def print_reliability(found: Reliability, console: Console | None = None) -> None:
    """Print pass^k, and which questions did not pass each time."""
    console = console or Console(width=WIDTH, highlight=False)
    table = Table(box=None, pad_edge=False)
    table.add_column("pass^k: the share of questions that pass in each of k runs")
    for k in range(1, found.runs + 1):
        table.add_column(f"k={k}", justify="right")
    for name, passed in (("right answers", found.answers), ("all that is judged", found.whole)):
        table.add_row(name, *(f"{share:.2f}" for share in found.pass_hat(passed)))
    console.print()
    console.print(table)
    unsure = [f"{name} ({n} of {found.runs})" for name, n in found.whole.items() if n < found.runs]
    if unsure:
        console.print(f"Not in each run: {'; '.join(unsure)}.", markup=False)


def print_class(found: list[Comparison], console: Console | None = None) -> None:
    """Print one line for each model of a class."""
    console = console or Console(width=WIDTH, highlight=False)
    table = Table(box=None, pad_edge=False)
    for name in ("model", "verdict", "first divergence, or why not compared"):
        table.add_column(name)
    for one in found:
        colour = "yellow" if one.reason else "green" if one.equivalent else "red"
        why = escape(" ".join(filter(None, [one.reason or one.divergence, one.share])))
        table.add_row(escape(one.name), f"[{colour}]{one.verdict}[/]", why)
    console.print(table)


# --- files ----------------------------------------------------------------------------------------


def write_html(path: str | os.PathLike, found: list[Comparison]) -> Path:
    """Write one HTML file that needs no network: a comparison, or the table of a class."""
    made = time.strftime("%Y-%m-%d %H:%M:%S")
    return write(Path(path), rendered(TEMPLATE, found=found, scorers=SCORERS, made=made))


def rendered(template: Path, **told) -> str:
    """Return HTML from a template of this room, with all text in it escaped."""
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.globals.update(
        about=about, capital=capital, latency=latency, place=place, tree=tree
    )
    return environment.from_string(template.read_text("utf-8")).render(told)


def tree(trace) -> str:
    """Return a trace as HTML, which trace_html has escaped."""
    return trace_html(trace) if trace is not None else "It left no trace."


def write_csv(path: str | os.PathLike, found: Iterable[Comparison]) -> Path:
    """Write one line for each model of a class."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for one in found:
        passed = {name: f"{n} of {of}" for name, (n, of) in one.scorers.items()}
        writer.writerow(
            {
                "model": harmless(one.name),
                "uri": one.uri,
                "verdict": one.verdict,
                "given": ", ".join(one.given),
                "added tools": harmless(", ".join(one.added)),
                **dict(zip(LATENCY, [f"{x:.2f}" for x in (one.latency or ())[:3]], strict=False)),
                "first divergence": harmless(one.reason or one.divergence),
                "question": harmless(one.question),
                **passed,
            }
        )
    return write(Path(path), text.getvalue())


def harmless(text: str) -> str:
    """Keep a spreadsheet from taking a learner's text for a formula."""
    return f"'{text}" if text[:1] in "=+-@" else text


def write(path: Path, text: str) -> Path:
    """Write a report whole, in a folder that need not be there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text)
    return path
