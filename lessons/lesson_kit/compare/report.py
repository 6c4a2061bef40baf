"""Show a comparison: a table in the terminal, one HTML file, a CSV for a class."""

import csv
import io
import os
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from lesson_kit.compare.comparison import Comparison, Scored
from lesson_kit.compare.scorers import MODEL, QUESTIONS
from lesson_kit.show.traces import trace_html
from lesson_kit.writing import write_whole

WIDTH = 83
TEMPLATE = Path(__file__).with_name("report.html")
SCORERS = [*MODEL, *QUESTIONS]
COLUMNS = ["model", "uri", "verdict", *SCORERS, "latency", "first divergence"]


def about(scorer: str) -> str:
    """Return the sentence that says what a scorer looks at."""
    return ((MODEL | QUESTIONS)[scorer].__doc__ or "").strip()


def verdict(one: Comparison) -> str:
    if one.reason:
        return "not compared"
    return "equivalent" if one.equivalent else "not equivalent"


def ratio(value: float | None) -> str:
    return "" if value is None else f"{value:.2f} ×"


# --- the terminal ---------------------------------------------------------------------------------


def print_comparison(one: Comparison, console: Console | None = None) -> None:
    """Print pass or fail for each scorer, the first divergence, and where the rest is."""
    console = console or Console(width=WIDTH, highlight=False)
    table = Table(box=None, pad_edge=False)
    for name in ("", "scorer", "passed", "what it looks at"):
        table.add_column(name, justify="right" if name == "passed" else "left")
    for name, (passed, of) in one.scorers.items():
        mark = "[green]✓[/]" if passed == of else "[red]✗[/]"
        table.add_row(mark, name, f"{passed}/{of}", about(name))
    colour = "green" if one.equivalent else "red"
    console.print(f"\n[b]{escape(one.name)}[/] is [{colour}]{verdict(one)}[/] to the reference.\n")
    console.print(table)
    if one.divergence:
        console.print("\n[b]First divergence[/]")
        console.print(one.divergence, markup=False)
    if one.latency:
        console.print(f"\nlatency  {ratio(one.latency)} the reference's")
    if one.run_id:
        console.print(f"in MLflow  run {one.run_id},")
        console.print(f"beside     run {one.reference_run_id}")
        if page := mlflow_page(one):
            print(page)  # whole, so that it can be clicked


def mlflow_page(one: Comparison) -> str:
    """Return where MLflow's server shows both runs side by side; nothing without a server."""
    import mlflow

    uri = mlflow.get_tracking_uri()
    if not uri.startswith(("http://", "https://")):
        return ""
    runs = f"selectedRunUuid={one.run_id}&compareToRunUuid={one.reference_run_id}"
    return f"{uri.rstrip('/')}/#/experiments/{one.experiment_id}/evaluation-runs?{runs}"


def print_class(found: list[Comparison], console: Console | None = None) -> None:
    """Print one line for each model of a class."""
    console = console or Console(width=WIDTH, highlight=False)
    table = Table(box=None, pad_edge=False)
    for name in ("model", "verdict", "first divergence, or why not compared"):
        table.add_column(name)
    for one in found:
        colour = "yellow" if one.reason else "green" if one.equivalent else "red"
        why = escape(one.reason or one.divergence)
        table.add_row(escape(one.name), f"[{colour}]{verdict(one)}[/]", why)
    console.print(table)


# --- files ----------------------------------------------------------------------------------------


def write_html(path: str | os.PathLike, found: list[Comparison]) -> Path:
    """Write one HTML file that needs no network: a comparison, or the table of a class."""
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.globals.update(about=about, verdict=verdict, ratio=ratio, tree=tree, failed=failed)
    template = environment.from_string(TEMPLATE.read_text("utf-8"))
    text = template.render(found=found, scorers=SCORERS)
    return write(Path(path), text)


def tree(trace) -> str:
    """Return a trace as HTML, which trace_html has escaped."""
    return trace_html(trace) if trace is not None else "It left no trace."


def failed(row: Scored) -> bool:
    return not all(fine for fine, _ in row.verdicts.values())


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
                "verdict": verdict(one),
                "latency": f"{one.latency:.2f}" if one.latency else "",
                "first divergence": harmless(one.reason or one.divergence),
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
