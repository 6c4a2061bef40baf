"""Measure how fast a class is graded: by stock nbgrader and by grade.py, in the same run.

    python3 scripts/bench_grade.py 10                       # ten learners, all lessons
    python3 scripts/bench_grade.py 5 --lessons 01_tools     # five, one lesson
    python3 scripts/bench_grade.py 10 --before FOLDER       # stock nbgrader by a kit of earlier
    python3 scripts/bench_grade.py 100 --no-stock           # grade.py alone
    python3 scripts/bench_grade.py 0 --simulate 10000       # the scheduling of 10,000 learners

The class is made of the collected answers of checks/proof, drawn by a seed. Without --before, stock
nbgrader runs this kit with ordinary kernels. A simulated class passes measured times, scaled down
1,000 times, through the code that schedules a real one.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import environment

ROOT = environment.ROOT
RIGHT = 0.7  # the share of right answers
SCALED_DOWN = 1000
# Seconds of a submission by lesson, where none was measured in the same run.
SECONDS = {"01_tools": 1.0, "02_events": 1.0, "03_steps": 1.5, "04_context": 2.0}
RELEASE = """
from nbgrader.apps import NbGraderAPI
from traitlets.config import PyFileConfigLoader
config = PyFileConfigLoader("nbgrader_config.py").load_config()
config.CourseDirectory.root = "."
for lesson in {lessons!r}:
    result = NbGraderAPI(config=config).generate_assignment(lesson)
    assert result["success"], result["log"]
"""


@dataclass
class Measured:
    """What a program took."""

    seconds: float
    peak: float  # megabytes, of it and all that it started


def make_course(folder: Path, kit: Path, lessons: list[str], config: str = "") -> None:
    """Make a course of a kit, with its lessons released."""
    folder.mkdir()
    (folder / "solutions").symlink_to(kit / "solutions")
    text = f"c = get_config()\nload_subconfig('nbgrader_config.py', path={str(kit)!r})\n{config}"
    (folder / "nbgrader_config.py").write_text(text)
    env = in_kit(kit)
    code = RELEASE.format(lessons=lessons)
    subprocess.run([sys.executable, "-c", code], cwd=folder, env=env, check=True)


def in_kit(kit: Path) -> dict[str, str]:
    path = os.pathsep.join([str(kit), str(kit / "lessons")])
    return {**os.environ, "PYTHONPATH": path, "LESSON_COURSE_SECRET": "the benchmark's own secret"}


def hand_in(folder: Path, learners: int, lessons: list[str], seed: str) -> None:
    """Hand in the solutions with collected answers in their cells, for each learner others."""
    import nbformat

    from checks.proof.collected import answers

    for lesson in lessons:
        solution = nbformat.read(ROOT / "solutions" / lesson / f"{lesson}.ipynb", as_version=4)
        known = answers(lesson)
        for number in range(learners):
            draw = random.Random(f"{seed} {lesson} {number}")
            notebook = nbformat.from_dict(solution)
            chosen = {}
            for exercise in dict.fromkeys(one.exercise for one in known):
                kind = "right" if draw.random() < RIGHT else "wrong"
                of = [one for one in known if (one.exercise, one.kind) == (exercise, kind)]
                one = draw.choice(of)
                chosen[one.cell] = one.source
            cells = {cell.id: cell.source for cell in notebook.cells}
            for cell in notebook.cells:
                cell.source = chosen.get(cell.id, cells[cell.id])
            path = folder / "submitted" / f"learner{number:04}" / lesson / f"{lesson}.ipynb"
            path.parent.mkdir(parents=True)
            nbformat.write(notebook, path)
            for cell in notebook.cells:
                cell.source = cells[cell.id]


def measured(commands: list[list[str]], folder: Path, env: dict) -> Measured:
    """Run commands one after another; return what they took."""
    peak, began = 0.0, time.monotonic()
    with open(folder / "log", "a") as log:
        for command in commands:
            process = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log)
            watch = Peak(process.pid)
            code = process.wait()
            peak = max(peak, watch.stop())
            if code:
                raise SystemExit(f"{' '.join(command)} failed: see {folder / 'log'}.")
    return Measured(time.monotonic() - began, peak)


class Peak(threading.Thread):
    """Look twice a second at what a process and all below it hold, shared pages counted once."""

    def __init__(self, pid: int):
        super().__init__(daemon=True)
        self.pid, self.peak, self.over = pid, 0.0, threading.Event()
        self.start()

    def run(self) -> None:
        import psutil

        while not self.over.wait(0.5):
            total = 0
            try:
                top = psutil.Process(self.pid)
                for one in [top, *top.children(recursive=True)]:
                    total += one.memory_full_info().pss
            except psutil.Error:
                continue
            self.peak = max(self.peak, total / 1e6)

    def stop(self) -> float:
        self.over.set()
        self.join()
        return self.peak


def scores(folder: Path, env: dict) -> list[tuple]:
    """Return the scores of a course, as nbgrader exports them."""
    command = ["nbgrader", "export"]
    subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)
    with open(folder / "grades.csv", newline="") as file:
        return [
            (row["student_id"], row["assignment"], row["score"]) for row in csv.DictReader(file)
        ]


def show(console, learners, lessons, stock: Measured | None, own: Measured, course: Path) -> dict:
    """Show the figures; return the mean seconds of a submission by lesson."""
    from rich.table import Table

    from checks.grading.records import records

    number = learners * len(lessons)
    table = Table("", "submissions", "minutes", "a minute", "ratio", "peak MB")
    for name, one in (("nbgrader autograde", stock), ("grade.py", own)):
        if one:
            ratio = f"{stock.seconds / one.seconds:.1f}" if stock else ""
            minutes, rate = f"{one.seconds / 60:.2f}", f"{60 * number / one.seconds:.1f}"
            table.add_row(name, str(number), minutes, rate, ratio, f"{one.peak:.0f}")
    console.print(table)
    kept = list(records(course))
    phases = list(dict.fromkeys(phase for one in kept for phase in one.seconds))
    table = Table("seconds of a submission", *phases, "all")
    means = {}
    for lesson in lessons:
        of = [one.seconds for one in kept if one.lesson == lesson]
        took = [sum(one.get(phase, 0) for one in of) / max(1, len(of)) for phase in phases]
        means[lesson] = sum(took)
        table.add_row(lesson, *(f"{one:.2f}" for one in [*took, sum(took)]))
    console.print(table)
    return means


def simulate(learners: int, means: dict[str, float], workers: int, console) -> None:
    """Pass a simulated class through the scheduling, with times scaled down."""
    from checks.grading.whole_class.scheduling import Job, Scheduling, own_cluster

    times = [seconds / SCALED_DOWN for seconds in means.values() for _ in range(learners)]
    jobs = (Job(str(n), lambda s=s: s) for n, s in enumerate(times))
    with tempfile.TemporaryDirectory() as folder, own_cluster(workers, Path(folder)) as client:
        began, ended = time.monotonic(), []
        for outcome in Scheduling(client, time.sleep, patience=600).run(jobs):
            assert not outcome.problem, outcome.problem
            ended.append(time.monotonic() - began)
    least = sum(times) / workers
    tenth = max(1, len(ended) // 10)
    first, last = ended[tenth - 1], ended[-1] - ended[-tenth - 1]
    console.print(
        f"{learners} simulated learners, {len(ended)} submissions, {workers} workers: "
        f"{ended[-1]:.0f} s, of which {least:.0f} s are the scaled-down work; "
        f"{1000 * (ended[-1] - least) / len(ended):.2f} ms of scheduling a submission; "
        f"the last tenth took {last / first:.2f} times the first."
    )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("learners", type=int, metavar="N")
    parser.add_argument("--lessons", nargs="+", default=[], metavar="LESSON")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument("--before", type=Path, default=ROOT, metavar="FOLDER", help="of a kit")
    parser.add_argument("--no-stock", action="store_true", help="grade.py alone")
    parser.add_argument("--simulate", type=int, metavar="LEARNERS")
    parser.add_argument("--seed", default="bench")
    options = parser.parse_args()
    environment.enter()
    sys.path[:0] = [str(ROOT), str(ROOT / "lessons")]
    from rich.console import Console

    from checks.grading.exercises import lesson_folders

    console = Console(width=100)
    lessons = options.lessons or lesson_folders()
    if unknown := set(lessons) - set(lesson_folders()):
        parser.error(f"no lesson {unknown.pop()}: name one of {', '.join(lesson_folders())}")
    means = {lesson: SECONDS.get(lesson, 3.0) for lesson in lessons}
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        if options.learners:
            means = compare(Path(folder), options, lessons, console)
    if options.simulate:
        simulate(options.simulate, means, options.workers, console)
    return 0


def compare(folder: Path, options, lessons: list[str], console) -> dict[str, float]:
    """Grade the same class both ways; return the mean seconds of a submission by lesson."""
    own, stock = folder / "own", folder / "stock"
    make_course(own, ROOT, lessons)
    hand_in(own, options.learners, lessons, options.seed)
    took = None
    if not options.no_stock:
        kit = options.before.resolve()
        plain = "c.Kernels.forks = False\n" if kit == ROOT else ""
        make_course(stock, kit, lessons, plain)
        shutil.copytree(own / "submitted", stock / "submitted")
        commands = [["nbgrader", "autograde", lesson] for lesson in lessons]
        took = measured(commands, stock, in_kit(kit))
    script = [sys.executable, str(ROOT / "scripts" / "grade.py"), "--course", str(own)]
    command = [*script, "--workers", str(options.workers), "--no-feedback"]
    mine = measured([command], own, in_kit(ROOT))
    if took and scores(own, in_kit(ROOT)) != scores(stock, in_kit(ROOT)):
        console.print("The scores differ.", style="bold red")
    return show(console, options.learners, lessons, took, mine, own)


if __name__ == "__main__":
    environment.run(main, failed=2)
