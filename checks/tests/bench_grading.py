"""Measure how long the solutions take to be graded: by lesson and phase, and their slowest cells.

    python -m checks.tests.bench_grading                   # all lessons, in the sandbox
    python -m checks.tests.bench_grading 07_reloading
    python -m checks.tests.bench_grading --requests        # and what their checks ask, one by one

A check's requests are those that took longer than a fifth of a second. Seconds say little on a busy
machine: look at the ratio to the import of the libraries, which is measured in the same run.
"""

import argparse
import tempfile
import time

import nbformat

from checks.grading.exercises import ROOT, lesson_folders
from checks.grading.seconds import SECONDS
from checks.grading.verdict import Verdict
from checks.tests.bench_notebooks import seconds_to_import

LONG = 0.2  # seconds


class Watched(Verdict):
    """A verdict that keeps the seconds of each cell and of each long request."""

    def preprocess_cell(self, cell, resources, index):
        begun = time.monotonic()
        try:
            return super().preprocess_cell(cell, resources, index)
        finally:
            if self.runs(cell) or cell.id.startswith("check-"):
                self.took[cell.id] = time.monotonic() - begun

    def carry(self, asked):
        begun = time.monotonic()
        try:
            return super().carry(asked)
        finally:
            took = time.monotonic() - begun
            if took > LONG:
                self.asked.append((took, asked.get("each", [asked])[0]["op"]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lessons", nargs="*", default=lesson_folders(), metavar="LESSON")
    parser.add_argument("--requests", action="store_true", help="show the long requests")
    options = parser.parse_args()
    imports = seconds_to_import()
    print(f"imports {imports:.1f} s\nlesson          whole  ratio  by phase, slowest cells")
    for lesson in options.lessons:
        verdict = Watched(course_secret="a benchmark's")
        verdict.took, verdict.asked = {}, []
        notebook = nbformat.read(ROOT / "solutions" / lesson / f"{lesson}.ipynb", as_version=4)
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            resources = {"metadata": {"path": folder}, "nbgrader": {"student": "a benchmark"}}
            _, resources = verdict.preprocess(notebook, resources)
        whole = time.monotonic() - begun
        phases = "  ".join(f"{name} {took:.1f}" for name, took in resources[SECONDS].items())
        print(f"{lesson:14} {whole:6.1f} {whole / imports:6.1f}  {phases}")
        slowest = sorted(verdict.took, key=verdict.took.get, reverse=True)[:8]
        print(" " * 30 + ", ".join(f"{name} {verdict.took[name]:.2f}" for name in slowest))
        failed = [number for number, report in verdict.reports.items() if not report.passed]
        if failed:
            print(" " * 30 + f"not passed: {', '.join(failed)}")
        for took, op in sorted(verdict.asked, reverse=True) if options.requests else ():
            print(f"{'':30}{took:.2f} s  {op}", flush=True)


if __name__ == "__main__":
    main()
